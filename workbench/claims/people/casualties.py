"""Dead, injured, missing, arrested, displaced: how many, of whom, total or part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.claims.events.linked import LINKED, other_deed
from workbench.claims.people.befallen import Trigger, are_still, find_triggers, is_person
from workbench.claims.people.origins import origin_traits
from workbench.claims.people.uncounted import BESIDES, is_dying, none_among, uncounted
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Role
from workbench.claims.view import Seen, SentenceView, is_some_of_more, nth_traits, predicate_near
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount

# «18 وفاة», «1590 حالة»: people counted by what befell them.
_CASES = frozenset(("death", "injury", "case-state", "infection", "corpse"))
_ONLY_OF = frozenset(("من",))
_AMID = frozenset(("من", ")", "حاله"))
_GROUPS = frozenset(("person", "role", "casualty", "military"))
_PEOPLE = frozenset("person role military office nationality believer".split())
_BEFALLS = frozenset(("event", "verb"))
RECALLED = "recalled"
# Counted as bodies: those found, known by name or buried may be some of the dead.
TAKEN_IN = "taken-in"
BODIES = "bodies"
_CONJUNCTION = "و"
_AND_THAT = frozenset(("وان", "فان"))
# How many words may stand between a word of what happened and its count.
_REACH_AFTER = 7
_REACH_BEFORE, _REACH_HEADED = 9, 18
_REACH_PARTS = 12
_REACH_GROWTH, _REACH_UP_TO = 2, 4
_REACH_NUMBERED = 4
_REACH_TAKEN_IN = 8
_REACH_EARLIER, _REACH_EARLIER_AFTER = 14, 6
_FREED, _REACH_DOER = frozenset("عن سراح سراحه سراحها سراحهم سبيل سبيله سبيلهم".split()), 6
_TOLL = "حصيله"
_DRIVEN_TO = frozenset(("علي", "الي"))
_GIVEN_BY = frozenset("وفق بحسب حسب في ضمن".split())
_AFTER_IT_WAS = frozenset("بعدما كانت كان وكانت وكان".split())
_HAD_BEEN = frozenset("كان كانت وكان وكانت بعدما سابق سابقه".split())


def casualty_assertions(
    view: SentenceView, knowledge: Knowledge, memory: Memory | None = None
) -> Iterator[Assertion]:
    """Every count of casualties in a sentence, with uncounted ones («مقتل جندي») and denied ones («دون إصابات»)."""
    triggers = find_triggers(view, knowledge)
    if not triggers:
        return
    counts = [seen for seen in view.seen if _counts_people(view, seen, knowledge)]
    used: set[int] = set()
    previous: tuple[Seen, str] | None = None
    for count in counts:
        found = _trigger_of(view, count, triggers, counts, knowledge.claim_cues)
        role: Role = "whole"
        if found is None and previous is not None and _follows(view, previous[0], count):
            state, role = previous[1], "addend"
            trigger_at = count.first
        elif found is not None:
            state, trigger_at = found.state, found.at
            used.add(found.at)
        elif previous is not None and count.first - previous[0].last <= _REACH_PARTS and _is_part(
            view, count, triggers, knowledge.claim_cues
        ):
            # «قتل 12 شخصا بينهم أربعة أطفال»
            state, trigger_at = previous[1], count.first
        elif previous is not None and _is_compared(view, previous[0], count, knowledge.claim_cues):
            state, trigger_at = previous[1], count.first
        else:
            continue
        if found is not None and _is_doer(view, count, found):
            continue
        if found is not None and _joined_states(found, triggers, used):
            state = "casualty"
        if state == "injured" and _is_illness(view, count, trigger_at, knowledge.claim_cues):
            state = "infected"
        if _is_part(view, count, triggers, knowledge.claim_cues) or (
            # «لا يزال 18 جريحا يتلقون العلاج»: others may have gone home.
            state == "injured"
            and _stays_or_leaves(view, knowledge.claim_cues, count)
        ):
            role = "part"
        elif _is_earlier(view, count, knowledge.claim_cues) or (
            previous is not None and _is_compared(view, previous[0], count, knowledge.claim_cues)
        ):
            role = "earlier"
        clause = view.clause_of(count.first)
        value = count.mention.value
        assert isinstance(value, Amount)
        yield Assertion(
            "casualties",
            count.mention.span,
            view.span(clause.first, clause.last),
            predicate=state,
            of=_of(count, state, view, knowledge),
            value=replace(value, unit=None),
            polarity="uncertain" if _is_asked(view, min(trigger_at, count.first), state, knowledge.claim_cues)
            else polarity_at(view, min(trigger_at, count.first), knowledge.claim_cues),
            state=state,
            role=role,
            context=view.context(clause.first, clause.last),
            traits=recalled(view, count) | nth_traits(view, count.first)
            | _besides_named(view, count, knowledge.claim_cues) | _bodies(view, count, knowledge.claim_cues)
            | _taken_in(view, count, knowledge.claim_cues) | _of_another(view, count, knowledge.claim_cues)
            | origin_traits(view, count),
            hedge=_is_own_preliminary(view, count.first - _REACH_EARLIER, count.last + _REACH_EARLIER_AFTER),
        )
        previous = count, state
    for trigger in triggers:
        if trigger.at not in used:
            yield from uncounted(view, trigger, counts, knowledge, memory)
            yield from none_among(view, trigger, knowledge)


def _bodies(view: SentenceView, count: Seen, cues: ClaimCues) -> frozenset[str]:
    """``bodies`` for «جثتين», with what was done with them: ``bodies:found``, ``bodies:bury``."""
    value = count.mention.value
    if not isinstance(value, Amount) or value.unit not in cues.corpse_concepts:
        return frozenset()
    before = range(view.clause_of(count.first).first, count.first)
    found = any(_means(view, at, cues.finding_concepts) for at in before)
    deed = predicate_near(view, count.first, count.last)
    if not found and deed not in cues.burying_concepts:
        return frozenset((BODIES,))
    return frozenset((BODIES, f"{BODIES}:{'found' if found else deed}"))


def _taken_in(view: SentenceView, count: Seen, cues: ClaimCues) -> frozenset[str]:
    """``taken-in`` for those whom one hospital has: «مستشفى دمنهور … استقبل 19 جثة و38 مصابا»; not those of all."""
    near = range(max(0, count.first - _REACH_TAKEN_IN), count.first)
    verb = next((at for at in reversed(near) if _means(view, at, cues.receiving_concepts)), None)
    if verb is None or view.has_key(cues.everyone, verb, count.first) is not None:
        return frozenset()
    where = [view.entry(at) for at in (*range(verb), *range(verb + 1, count.first))]
    one = any(entry is not None and entry.concept in cues.hospital_concepts and entry.number == "singular"
              for entry in where)  # fmt: skip
    return frozenset((TAKEN_IN,)) if one else frozenset()


def _of_another(view: SentenceView, count: Seen, cues: ClaimCues) -> frozenset[str]:
    """``linked`` for those of another deed told behind the one the sentence is of: «انفجار الموصل بعد ساعات من تفجير
    أودى بحياة ثمانية»."""
    other = other_deed(view, 0, count.first, cues)
    # «بعد يومين من الانفجار الذي بلغت حصيلته 188»: the known one is no other.
    behind = other is not None and any(
        other < trigger.at < count.first and trigger.noun and not trigger.definite for trigger in view.triggers
    )
    before = other is not None and any(trigger.at < other for trigger in view.triggers)
    return frozenset((LINKED,)) if behind and before else frozenset()


def _joined_states(trigger: Trigger, triggers: list[Trigger], used: set[int]) -> bool:
    """«مصرع وإصابة 9 أشخاص»: the nine are dead and injured together, unless the dead had their own count before."""
    return any(
        other.at == trigger.at - 1 and other.state != trigger.state and not (other.enclitic or trigger.enclitic)
        and {other.role, trigger.role} <= _BEFALLS and other.at not in used
        for other in triggers
    )  # fmt: skip


def _stays_or_leaves(view: SentenceView, cues: ClaimCues, count: Seen) -> bool:
    """Whether what stands right before a count makes it some of more: those who are still there, those who left."""
    return any(
        view.tokens[at].key.removeprefix("و") in cues.remaining
        or any(entry.concept in cues.leaving_concepts for entry in view.entries[at][:1])
        for at in range(max(0, count.first - 3), count.first)
    )


def _is_asked(view: SentenceView, at: int, state: str, cues: ClaimCues) -> bool:
    """«طالبوا ببئرين وبالإفراج عن سبعة»: nobody has been set free."""
    first = view.clause_of(at).first
    return state == "released" and any(_means(view, near, cues.asked_concepts) for near in range(first, at))


def recalled(view: SentenceView, count: Seen) -> frozenset[str]:
    """``recalled`` for a group that is known to readers: «الموقوفون الستة», «أما الستة الموقوفون في المغرب»."""
    return frozenset((RECALLED,)) if view.tokens[count.first].plain.startswith("ال") else frozenset()


def _besides_named(view: SentenceView, count: Seen, cues: ClaimCues) -> frozenset[str]:
    """``besides`` for those who come with somebody named («قُتل الحريري و21 شخصا آخرون») or with those of before
    («موقوفان جديدان»)."""
    behind = view.entries[count.last : count.last + 2]
    if any(entry.concept in cues.added_concepts for near in behind for entry in near[:1]):
        return frozenset((BESIDES,))
    first = not any(isinstance(one.mention.value, Amount) for one in view.seen if one.last <= count.first)
    if first and view.has_key(cues.others, count.last, count.last + 2) is not None:
        return frozenset((BESIDES,))  # «العثور على ثلاث جثث أخرى»
    joined = view.tokens[count.first].key.startswith(_CONJUNCTION) and count.first > 0
    others = joined and view.has_key(cues.further, count.last, count.last + 2) is not None
    before = view.entry(count.first - 1) if others else None
    named = others and (before is None or before.pos not in ("verb", "masdar"))
    return frozenset((BESIDES,)) if named else frozenset()


def _counts_people(view: SentenceView, seen: Seen, knowledge: Knowledge) -> bool:
    mention = seen.mention
    if mention.type not in ("number", "quantity") or not isinstance(mention.value, Amount):
        return False
    unit, low = mention.value.unit, mention.value.low
    if low is not None and low != int(low):
        return False  # «طنين ونصف الطن»
    if unit is None and seen.first and view.tokens[seen.first - 1].key in knowledge.amounts.labels:
        return False  # «طائرات إف 16 لم تصب»
    return unit is None or unit in _CASES or is_person(unit, knowledge)


def _trigger_of(
    view: SentenceView, count: Seen, triggers: list[Trigger], counts: list[Seen], cues: ClaimCues
) -> Trigger | None:
    """The word that says what became of the people counted: the counted noun itself, else the nearest fitting word."""
    if view.has_key(_ONLY_OF, count.last, count.last + 1) is not None:
        # «توفي اثنان من المصابين»
        fate = next((one for one in triggers if one.role == "verb" and one.at == count.first - 1), None)
        if fate is not None:
            return fate
    for trigger in triggers:
        if (trigger.role == "person" or (trigger.role == "event" and _is_case(view, trigger))) and (
            count.first <= trigger.at < count.last
            or trigger.at == count.last
            or (trigger.at == count.last + 1 and (view.tokens[count.last].key in _AMID or _are(view, count, trigger)))
            or (trigger.state == "missing" and are_still(view, count.last, trigger.at, cues))
        ):
            return trigger
    numbered = view.has_key(cues.their_number, count.first - 1, count.first)
    if numbered is not None:
        # «إن الناجين، وعددهم 5 أشخاص»
        named = [one for one in triggers if one.role == "person" and 0 < numbered - one.at <= _REACH_NUMBERED]
        if named and not any(named[-1].at < other.first < numbered for other in counts):
            return named[-1]
    after = _after(view, count, triggers, counts)
    before = _before(view, count, triggers, counts, cues)
    if before is not None and after is not None:
        # «لقي 12 شخصا مصرعهم»: the pronoun points back at the count.
        if after.enclitic and before.role == "carrier":
            return after
        return before
    return before or after


def _is_doer(view: SentenceView, count: Seen, trigger: Trigger) -> bool:
    """Whether people counted behind a verb are those who do it: «أفرج أربعة مسلحين عن الرهائن», «أطلق ثلاثة خاطفين
    سراحه»."""
    if trigger.role != "verb" or trigger.at >= count.first or trigger.state != "released":
        return False
    behind = {token.key for token in view.tokens[count.last : count.last + _REACH_DOER]}
    between = {token.key for token in view.tokens[trigger.at : count.first]}
    return bool(behind & _FREED) and not between & _FREED


def _are(view: SentenceView, count: Seen, trigger: Trigger) -> bool:
    """«ثلاثة حراس قتلى», «8 أشخاص أمواتا»: what the people counted are said to be."""
    counted = view.entry(count.last)
    return not trigger.definite and counted is not None and counted.kind in _PEOPLE and not counted.definite


def _is_illness(view: SentenceView, count: Seen, trigger: int, cues: ClaimCues) -> bool:
    first, last = min(trigger, count.first), max(trigger, count.last)
    return view.has_key(cues.illness, first - 3, last + 6) is not None


def _is_case(view: SentenceView, trigger: Trigger) -> bool:
    """«18 وفاة», «1240 إصابة», «7 حالات وفاة»: the noun of what happened counts people."""
    return not trigger.definite and any(
        entry.lemma in ("وفاة", "إصابة") and not entry.proclitics for entry in view.entries[trigger.at][:2]
    )


def _before(
    view: SentenceView, count: Seen, triggers: list[Trigger], counts: list[Seen], cues: ClaimCues
) -> Trigger | None:
    before = [trigger for trigger in reversed(triggers) if trigger.at < count.first]
    counted = [one for one in counts if one.first < count.first]
    # Verbs may stand between what rises and the figure: «عدد القتلى الذين سقطوا منذ بداية العام … إلى 310».
    headed = next((one for one in before if _is_headed(view, one, count, cues)), None)
    if headed is not None and not any(one.first > headed.at for one in counted):
        return headed
    for trigger in before:
        if trigger.role == "carrier" and count.first == trigger.at + 1 and is_dying(view, trigger.at):
            return trigger
        if count.first - trigger.at > _REACH_BEFORE or trigger.role == "carrier":
            break
        between = view.tokens[trigger.at + 1 : count.first]
        if any(trigger.at < other.first < count.first for other in counts if other is not count):
            break
        if between and between[-1].key in cues.amid:
            # «مقتل سائق في صدامات بين مئات المتظاهرين»: they only took part.
            break
        if any(token.text in ".;؛:" for token in between) and trigger.role != "person":
            break
        if trigger.role == "verb" and any(token.key in _AND_THAT for token in between):
            break  # «إن أربعة فارقوا الحياة، وإن 17 نقلوا إلى المستشفى»
        keys = {token.key for token in between}
        if trigger.role == "person" or (trigger.role == "event" and trigger.definite and trigger.plural):
            # «عدد القتلى … بلغ 37», «حصيلة القتلى إلى 28»
            people = trigger.definite and trigger.plural and not _another_rises(view, trigger.at, count.first, cues)
            if people and (keys & cues.counting or "الي" in keys or len(between) <= 1):
                return trigger
            break
        if trigger.role == "event" and trigger.enclitic and trigger.enclitic not in ("ه", "ها"):
            break
        if len(between) <= (_REACH_AFTER if trigger.role == "verb" else 5):
            return trigger
        break
    return None


def _another_rises(view: SentenceView, people: int, count: int, cues: ClaimCues) -> bool:
    """«ارتفع عدد القتلى، وارتفع سعر الخبز إلى 128»: between people and a figure something else is said to rise."""
    for at in range(people + 1, count - 1):
        if view.tokens[at].key.removeprefix("و") in cues.counting:
            behind = view.entry(at + 1)
            if behind is not None and behind.pos == "noun" and behind.kind != "time" and not behind.proclitics:
                return True
    return False


def _is_headed(view: SentenceView, trigger: Trigger, count: Seen, cues: ClaimCues) -> bool:
    """«ارتفاع عدد قتلى حادث الحافلة … إلى 16», «بلغ عدد الوفيات جراء المرض 36 حالة», «عدد من أعيد توقيفهم ارتفع إلى
    19»: whether the words say that the number of those meant is told."""
    head = next((at for at in range(trigger.at - 1, max(-1, trigger.at - 4), -1)
                 if view.tokens[at].key.removeprefix("و") in cues.toll), None)  # fmt: skip
    if trigger.role not in ("person", "event") or head is None or count.first - trigger.at > _REACH_HEADED:
        return False
    between = view.tokens[trigger.at + 1 : count.first]
    if (head < trigger.at - 1 and view.tokens[head + 1].key != "من") or any(token.text in ".;؛:" for token in between):
        return False
    if _another_rises(view, trigger.at, count.first, cues):
        return False
    behind = {token.key.removeprefix("و") for token in between}
    before = view.entry(head - 1) if head else None
    grown = head > 0 and (
        view.tokens[head - 1].key.removeprefix("و") in cues.counting
        or (before is not None and before.concept in cues.growing_concepts)
    )
    reaches = any(token.key == "الي" for token in between[-_REACH_UP_TO:]) or (
        view.tokens[count.first].plain.startswith("إلى")
    )
    return (bool(behind & cues.counting) or grown) and (reaches or count.first - trigger.at <= _REACH_BEFORE)


def _after(view: SentenceView, count: Seen, triggers: list[Trigger], counts: list[Seen]) -> Trigger | None:
    """«اثني عشر شخصا قتلوا», «12 شخصا مصرعهم»"""
    for trigger in triggers:
        if trigger.at < count.last:
            continue
        if trigger.at - count.last > 4:
            break
        between = view.tokens[count.last : trigger.at]
        if any(token.kind == "punctuation" for token in between):
            break
        if any(count.last <= other.first <= trigger.at for other in counts if other is not count):
            break
        if any(token.key == _CONJUNCTION or token.key.startswith("وا") for token in between):
            break
        if trigger.role == "event" and trigger.enclitic in ("هم", "هن", "هما", "ه", "ها"):
            return trigger
        if trigger.role == "verb" and not view.tokens[trigger.at].key.startswith("و"):
            return trigger
        if trigger.role == "event" and trigger.state == "displaced" and view.tokens[trigger.at - 1].key in _DRIVEN_TO:
            return trigger  # «وأجبرت 1200 شخص على النزوح»
        if trigger.role == "carrier":
            continue
        break
    return None


def _follows(view: SentenceView, previous: Seen, count: Seen) -> bool:
    """«مقتل خمسة جنود وثلاثة مدنيين»: the second count stands in the first one's list."""
    if view.tokens[count.first].key[:1] != _CONJUNCTION and (
        count.first == 0 or view.tokens[count.first - 1].key != _CONJUNCTION
    ):
        return False
    return 0 <= count.first - previous.last <= 3 and not any(
        token.kind == "punctuation" for token in view.tokens[previous.last : count.first]
    )


def _is_part(view: SentenceView, count: Seen, triggers: list[Trigger], cues: ClaimCues) -> bool:
    if view.has_key(cues.among, count.first - 3, count.first) is not None or _among_them(view, count):
        return True
    after = [token.key for token in view.tokens[count.last : count.last + 3]]
    if after[:1] and after[0] in cues.of_them:
        return True
    if len(after) > 1 and after[0] == "من" and after[1].startswith(("ال", "هولاء", "بين")):
        return True
    if is_some_of_more(view, count, cues) or (after[:1] and after[0] in cues.the_rest):
        return True
    # «ثلاثة من الجرحى الأحد عشر», «المخطوفين الثلاثة الذين كانوا في الجوف»: a group told of before, one of several.
    if view.tokens[count.first].plain.startswith("ال") and (
        (count.first > 1 and view.tokens[count.first - 2].key == "من") or (after[:1] and after[0] in cues.relative)
    ):
        return True
    # «سبعة رجال وأربع نساء» after «بينهم»: still parts, until another word of what happened or another sentence part.
    at = view.has_key(cues.among, count.first - 12, count.first)
    if at is None or any(at < trigger.at < count.first and trigger.role != "person" for trigger in triggers):
        return False
    return not any(
        token.text in ".;؛" or (token.text in "،," and view.tokens[number + 1].key[:1] != _CONJUNCTION)
        for number, token in enumerate(view.tokens[at : count.first - 1], at)
    )


def _among_them(view: SentenceView, count: Seen) -> bool:
    """«وبين الناجين ست وستون من مواطني …»: some of a group told of before; not «صدامات بين المتظاهرين»."""
    group = view.entry(count.first - 1) if count.first > 1 else None
    if group is None or not (group.definite and group.number == "plural") or group.kind not in _GROUPS:
        return False
    at = count.first - 2
    return view.tokens[at].key.removeprefix("و") == "بين" and (at == 0 or view.tokens[at].key.startswith("و")
                                                              or view.tokens[at - 1].kind == "punctuation")


def _is_earlier(view: SentenceView, count: Seen, cues: ClaimCues) -> bool:
    """«17 وفق حصيلة سابقة», «بعدما كان 14», «من 14 إلى 19»; what stands behind «بعدما» is of the count that follows."""
    first, last = count.first - _REACH_EARLIER, count.last + _REACH_EARLIER_AFTER
    if view.has_phrase(cues.earlier_before, first, count.first) or _rises_from(view, count):
        return True
    turn = view.has_key(_AFTER_IT_WAS, count.last, last)
    more = any(seen.first > count.last and isinstance(seen.mention.value, Amount) for seen in view.seen)
    last = last if turn is None or not more else turn
    return view.has_phrase(cues.earlier_count, first, last) and not _is_own_preliminary(view, first, last)


def _rises_from(view: SentenceView, count: Seen) -> bool:
    """«ارتفع العدد من 14 إلى 19»"""
    if not count.first or view.tokens[count.first - 1].key != "من":
        return False
    behind = [token.key for token in view.tokens[count.last : count.last + _REACH_UP_TO]]
    return "الي" in behind and any(seen.first >= count.last and isinstance(seen.mention.value, Amount)
                                   for seen in view.seen if seen.first <= count.last + _REACH_UP_TO)  # fmt: skip


def _is_own_preliminary(view: SentenceView, first: int, last: int) -> bool:
    """«أربعة قتلى، وفق حصيلة أولية»: the text's own count, though not the last; not «وكان قتل أربعة وفق حصيلة …»."""
    own = any(
        view.tokens[at].key == _TOLL and view.tokens[at - 1].key in _GIVEN_BY
        for at in range(max(first, 1), min(last, len(view.tokens)))
    )
    return own and view.has_key(_HAD_BEEN, first, last) is None


def _is_compared(view: SentenceView, before: Seen, count: Seen, cues: ClaimCues) -> bool:
    """«ارتفع العدد إلى 1590 حالة، مقابل 1240 قبل أسبوع»: the bare figure with which a count is compared."""
    near = count.first - before.last <= 2 * _REACH_PARTS and count.mention.type == "number"
    compared = view.has_key(cues.compared, count.first - 2, count.first) is not None
    return near and (compared or view.has_phrase(cues.earlier_before, count.first - 3, count.first))


def _of(count: Seen, state: str, view: SentenceView, knowledge: Knowledge) -> str:
    """Whom the count counts: a person's concept, ``person`` where only the state is named. Prisoners set free are
    prisoners."""
    value = count.mention.value
    unit = value.unit if isinstance(value, Amount) else None
    if unit is None and count.last < len(view.tokens):
        beside = view.entry(count.last)
        if beside is not None and beside.pos == "adjective" and beside.kind in ("nationality", "believer"):
            return beside.concept
    freed = state == "released" and unit is not None and knowledge.lexicon.is_a(unit, "detainee")
    if unit is None or unit in _CASES or (knowledge.lexicon.is_a(unit, "casualty") and not freed):
        return "person"
    return unit


def expects_more(view: SentenceView, knowledge: Knowledge) -> bool:
    """«والحصيلة مرشحة للارتفاع», «قد يرتفع عدد القتلى»: whether a sentence expects a toll to grow; not «قد ارتفع»."""
    cues = knowledge.claim_cues
    told = view.has_key(cues.toll, 0, len(view.tokens)) is not None or any(
        knowledge.casualties.of(entry.lemma) for entries in view.entries for entry in entries[:1]
    )
    return told and any(
        (token.key.removeprefix("و") in cues.may_rise or _means(view, at, cues.expect_concepts))
        and any(_grows(view, near, knowledge) for near in range(at + 1, min(len(view.tokens), at + 1 + _REACH_GROWTH)))
        for at, token in enumerate(view.tokens)
    )


def _means(view: SentenceView, at: int, concepts: frozenset[str]) -> bool:
    entry = view.entry(at)
    return entry is not None and entry.concept in concepts


def _grows(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    entry = view.entry(at)
    return (
        entry is not None and knowledge.lexicon.is_a(entry.concept, "increase")
        and not (entry.pos == "verb" and entry.form == "past")
    )  # fmt: skip
