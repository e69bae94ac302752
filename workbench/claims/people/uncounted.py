"""People whom a word of what became of them counts without a figure: «مقتل جندي», «مقتل جنود», «دون إصابات»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.people.befallen import Trigger, is_person
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.mentions.values import Amount

# «جندي ثالث»: of how many one is the last, not how many there are in one event.
REACHED, BESIDES = "reached", "besides"
_OF_A_FORCE = "member-of-force"
_OF, _OF_THINGS = "من", "منها"
_THINGS = frozenset(("vehicle", "building", "weapon", "thing", "place"))
_FROM = frozenset((_OF, "عن"))
# None of a group that the words name («لم يصب أي من الحراس»), nor of all whom the report is about.
NONE_OF = "none-of"
_REACH_GROUP = 6
_TO, _BE_NOT = frozenset("لب"), "ليس"


def uncounted(
    view: SentenceView, trigger: Trigger, counts: list[Seen], knowledge: Knowledge, memory: Memory | None
) -> Iterator[Assertion]:
    """«مقتل جندي» is one, «مقتل جنود» several, «دون إصابات» none."""
    cues = knowledge.claim_cues
    clause = view.clause_of(trigger.at)
    polarity = polarity_at(view, trigger.at, cues)
    at = trigger.at + 1
    of = "person"
    value: Amount | None = None
    last = trigger.at + 1
    traits = frozenset[str]()
    of_a_force = _two_of_a_force(view, at, knowledge)
    if polarity == "negated" and {token.key for token in view.tokens[at : at + 3]} & cues.further:
        return
    behind = {one for entry in view.entries[trigger.at][:2] if entry.enclitic for one in entry.proclitics}
    if polarity == "negated" and trigger.role == "event" and behind & _TO:
        return  # «لا صلة لوفاتهم بالدواء»
    if trigger.role == "person" and polarity != "affirmed" and not trigger.definite:
        value = Amount(0, 0)
        group = _group(view, at, clause.last, knowledge) if polarity == "negated" else ""
        of, traits = group or of, frozenset((NONE_OF,)) if group else traits
    elif polarity == "negated":
        if trigger.role in ("event", "verb") and trigger.state in ("killed", "injured", "arrested", "missing"):
            near = [token.key for token in view.tokens[at : at + 3]]
            before = _nobody_before(view, trigger.at, clause.first, knowledge) if trigger.role == "verb" else ""
            if trigger.role == "verb" and not (cues.any & set(near) or before):
                return
            if not before and _none_of_things(view, at, knowledge):
                return
            value = Amount(0, 0)
            of = before or _none_of(view, at, knowledge)
            group = "" if before else _group(view, at, clause.last, knowledge)
            of, traits = group or of, frozenset((NONE_OF,)) if before or group else traits
    elif of_a_force and (trigger.role != "carrier" or is_dying(view, trigger.at)):
        value, of, last = Amount(2, 2), _OF_A_FORCE, at + 2
    elif trigger.role == "verb" and _is_another(view, at, knowledge):
        value, traits, last = Amount(1, 1), frozenset((BESIDES,)), at + 1
    elif trigger.role in ("event", "verb") and at < len(view.tokens):
        while at < min(len(view.tokens), trigger.at + 4) and view.tokens[at].key in cues.vague_count | _FROM:
            at += 1
        vague = at > trigger.at + 1
        if at >= len(view.tokens) or any(seen.first <= at < seen.last for seen in counts):
            return
        noun = knowledge.lexicon.noun(view.tokens[at].key, memory)
        if noun is None or not is_person(noun.concept, knowledge) or noun.proclitics not in ("", "ال"):
            return
        if trigger.role == "verb" and noun.definite:
            return
        of, last = noun.concept, at + 1
        if at + 1 < len(view.tokens) and view.tokens[at + 1].key in cues.further:
            traits = frozenset((BESIDES,))  # «مقتل شخص آخر متأثرا بجراحه»
        nth = _in_order(view, at)
        if nth is not None:
            value, traits = nth, frozenset((REACHED,))
        elif vague or noun.number == "plural":
            value = Amount(2, None, approximate=True)
        elif noun.number == "dual":
            value = Amount(2, 2)
        else:
            value = Amount(1, 1)
    if value is None:
        return
    state = trigger.state
    if value.high == 0 and state == "injured" and trigger.plural:
        # «دون وقوع إصابات» speaks of the dead too.
        state = "casualty"
    yield Assertion(
        "casualties",
        view.span(trigger.at, last),
        view.span(clause.first, clause.last),
        predicate=state,
        of=of,
        value=value,
        polarity=polarity,
        state=state,
        role="part" if view.has_key(cues.among, trigger.at - 3, trigger.at) is not None else "whole",
        context=view.context(clause.first, clause.last),
        traits=traits,
    )


def none_among(view: SentenceView, trigger: Trigger, knowledge: Knowledge) -> Iterator[Assertion]:
    """«لم يكن بين القتلى أي مدني», «لا أجانب بين الضحايا»: of a sort of people none, among those whom the words tell of
    as dead or hurt."""
    cues, at = knowledge.claim_cues, trigger.at
    if trigger.role != "person" or not trigger.definite or view.tokens[at - 1].key not in cues.within_group:
        return
    clause = view.clause_of(at)
    so_far = any(
        " ".join(token.key for token in view.tokens[near : near + 2]) in cues.so_far
        for near in range(clause.first, clause.last)
    )
    denial = next((n for n in range(at - 2, max(clause.first, at - _REACH_GROUP) - 1, -1)
                   if view.tokens[n].key in cues.negation), None)  # fmt: skip
    if denial is None or so_far:
        return
    exists = any(
        entry.pos == "verb" and entry.concept in cues.existing_concepts
        for near in range(denial, at) for entry in view.entries[near][:2]
    )
    behind = at + 1 + (at + 1 < clause.last and view.tokens[at + 1].key in cues.any)
    for place in (behind, at - 2, at - 3):
        noun = view.entry(place) if denial < place < clause.last and place != at else None
        bare = noun is not None and not noun.definite and not noun.enclitic and not noun.proclitics
        if noun is None or not bare or noun.pos == "verb" or not is_person(noun.concept, knowledge):
            continue
        if not exists and place != denial + 1 and _BE_NOT not in view.tokens[denial].key:
            return  # «لا أجانب بين الضحايا», «ليس بين الجرحى أطفال»
        first, last = min(denial, place), max(at, place) + 1
        yield Assertion(
            "casualties", view.span(first, last), view.span(clause.first, clause.last), predicate=trigger.state,
            of=noun.concept, value=Amount(0, 0), polarity="negated", state=trigger.state, role="whole",
            context=view.context(clause.first, clause.last), traits=frozenset((NONE_OF,)),
        )  # fmt: skip
        return


def _is_another(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«وأصيب آخر», «وجرحت أخرى في ساقها»: one more, of whom no noun tells; not «أصيب آخر الرهائن»."""
    if at >= len(view.tokens) or view.tokens[at].key not in knowledge.claim_cues.one_more:
        return False
    behind = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    return behind is None or behind.pos == "particle" or bool(behind.proclitics.strip("ال"))


def _in_order(view: SentenceView, at: int) -> Amount | None:
    """How many there are with the one that a noun names: «وفاة حارس ثالث»."""
    behind = next((seen for seen in view.seen if seen.first == at + 1 and seen.mention.type == "ordinal"), None)
    value = None if behind is None else behind.mention.value
    if not isinstance(value, Amount) or value.low is None or value.low < 2:
        return None
    return Amount(value.low, value.low)


def _two_of_a_force(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«رجلا إطفاء», «رجلي أمن»: two men of a force, whose dual has lost its «ن»."""
    if at + 1 >= len(view.tokens) or not view.tokens[at].key.endswith(("ا", "ي")):
        return False
    return view.tokens[at + 1].key in knowledge.claim_cues.force_noun and any(
        entry.pos == "noun" and is_person(entry.concept, knowledge) for entry in view.entries[at][:2]
    )


def is_dying(view: SentenceView, at: int) -> bool:
    """Whether «قضى» may be «died»: «قضى شخصان», not «قضت المحكمة»."""
    return any(entry.lemma in ("قضى", "هلك") and entry.concept == "perish" for entry in view.entries[at])


def _none_of(view: SentenceView, at: int, knowledge: Knowledge) -> str:
    """Of whom there were none: «لم يصب أي مدني»; ``person`` where nobody is named."""
    for near in range(at, min(at + 3, len(view.tokens) - 1)):
        if view.tokens[near].key in knowledge.claim_cues.any:
            noun = knowledge.lexicon.noun(view.tokens[near + 1].key)
            return noun.concept if noun is not None and is_person(noun.concept, knowledge) else "person"
    return "person"


def _none_of_things(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«لم تصب أي منها», «لم تصب أي من الطائرات»: whether no people are meant."""
    place = view.has_key(knowledge.claim_cues.any, at, at + 3)
    if place is None or place + 1 >= len(view.tokens):
        return False
    if view.tokens[place + 1].key == _OF_THINGS:
        return True
    behind = place + 1 + (view.tokens[place + 1].key == _OF)
    noun = knowledge.lexicon.noun(view.tokens[behind].key) if behind < len(view.tokens) else None
    return noun is not None and noun.kind in _THINGS


def _group(view: SentenceView, at: int, last: int, knowledge: Knowledge) -> str:
    """Of which group there were none, where it is named: «لم يصب أي من الحراس», «لم تسجل إصابات بين أفراد الطاقم»,
    «أي حالة وفاة في صفوف المشاركين»."""
    cues = knowledge.claim_cues
    if any(" ".join(token.key for token in view.tokens[near : near + 2]) in cues.so_far for near in range(at, last)):
        return ""  # «لم تسجل إصابات بين العاملين حتى الآن»
    for near in range(at, min(at + _REACH_GROUP, last - 1)):
        if view.tokens[near].kind == "punctuation" or any(one.pos == "verb" for one in view.entries[near][:1]):
            return ""
        some = view.tokens[near].key == _OF and near - 1 <= at + 1
        if not some and view.tokens[near].key not in cues.within_group:
            continue
        noun = next((one for one in view.entries[near + 1][:2] if is_person(one.concept, knowledge)), None)
        if noun is None or noun.number != "plural" or noun.proclitics.strip("ال") or near + 2 >= len(view.tokens):
            continue
        # «الحراس الأجانب», «الركاب الذين …»: some of them only
        some = noun.definite and view.tokens[near + 2].key.startswith("ال")
        return "" if some or view.tokens[near + 2].key in cues.relative else noun.concept
    return ""


def _nobody_before(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> str:
    """Of whom nobody did or suffered what the verb at ``at`` says, told before the verb: «أحدا لم يصب», «أيا من الركاب
    لم يصب»; empty where it is not so, or where only some of a sort are meant («أيا من النزلاء الأجانب لم يصب»)."""
    cues, place = knowledge.claim_cues, at - 2
    denial = view.tokens[at - 1]
    if place < first or denial.key not in cues.negation or denial.text.startswith("و"):
        return ""
    if view.tokens[place].key in cues.nobody:
        return "person"
    if place < first + 2 or view.tokens[place - 1].key != _OF:
        return ""
    if view.tokens[place - 2].key not in cues.any | cues.nobody:
        return ""
    noun = knowledge.lexicon.noun(view.tokens[place].key)
    return noun.concept if noun is not None and is_person(noun.concept, knowledge) else ""
