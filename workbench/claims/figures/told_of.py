"""What a figure is of, but for the thing it counts: of each, of what is asked, a step, a distance, a prison term."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.people.uncounted import BESIDES
from workbench.claims.values import ClaimKind
from workbench.claims.view import Seen, SentenceView, is_share, nth_traits
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.times.values import Length, Repeated, TimeReading
from workbench.mentions.values import Amount

_LOST = "lost-one"
FOR_THE_LOST = f"each:{_LOST}"
PRISON, TURNOUT, DISTANCE = "prison-term", "turnout", "distance"
# How many words may stand between a figure and what says of what it is: before it, behind it, right beside it.
_REACH, _REACH_EACH, _BEHIND, _NEAR = 8, 4, 3, 3
_REACH_NAMED, _POSTS = 12, frozenset(("person", "role", "office"))
_LENGTH_UNIT = "metre"
_NONE: frozenset[str] = frozenset()
_AIMING, _IN, _AWAY = "targeting", "في", "بعد"
_FROM, _HIGH, _BEYOND = frozenset(("من", "عن")), frozenset(("علي", "من")), frozenset(("علي", "عن"))


def total_traits(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``total`` for a definite count («المقاعد التسعة»), ``aboard`` for that of all who are in something («وعلى متنها
    48 راكبا»), ``all`` for that of all which somebody has («رواياته التسع كلها»)."""
    found, cues = set(), knowledge.claim_cues
    # «ألف» has no article, and folded looks as if it had.
    if view.tokens[seen.first].plain.startswith("ال") and seen.mention.type in ("number", "quantity"):
        found.add("total")
        before = view.entries[seen.first - 1] if seen.first else ()
        whole = view.has_key(cues.everyone, seen.first - 3, seen.last + 2) is not None
        if whole and any(entry.pos == "noun" and entry.enclitic for entry in before):
            found.add("all")
    value, concepts = seen.mention.value, knowledge.lexicon.concepts
    thing = value.unit if isinstance(value, Amount) else None
    # «نُقلوا على متن ست رحلات»: what carries them is not aboard.
    carries = thing in cues.journey_concepts or concepts.is_a(thing or "", "vehicle")
    if view.has_key(cues.aboard, seen.first - 2, seen.first) is not None and not carries:
        found |= {"total", "aboard"}
    return frozenset(found)


def told_of(
    view: SentenceView, seen: Seen, clause: Clause, kind: ClaimKind, cues: ClaimCues, measure: frozenset[str] = _NONE
) -> frozenset[str]:
    """What a figure is of, but for the thing: of a day, of what is asked, of the second of several; with the
    ``measure`` or distance that it is said to be, which rises by no step if it is how wide something is."""
    if kind == "score":
        # «بثلاث مجموعات»: a result in sets is none in points.
        sets = frozenset(("of:sets",)) if view.has_key(cues.sets, 0, len(view.tokens)) is not None else frozenset[str]()
        return sets | nth_traits(view, seen.first, _REACH)
    if kind != "quantity":
        return measure
    each, step, sort = _each(view, seen, cues), _step(view, seen, clause, cues), _sort(view, seen, clause, cues)
    if "measure:diameter" in measure:
        step = _NONE
    if "measure:content" in measure:
        sort -= {"of:at-first"}  # «شبت أولا في خزان يحوي 40 طنا»
    return each | step | sort | measure | _besides(view, seen, cues) | nth_traits(view, seen.first)


def _besides(view: SentenceView, seen: Seen, cues: ClaimCues) -> frozenset[str]:
    """``besides`` for what comes to a count told before («يضاف إليها 900 منزل»), or to somebody named («خمسة متهمين
    آخرين»)."""
    added = view.has_key(cues.added_to, seen.first - _NEAR, seen.first)
    others = view.has_key(cues.others, seen.last, seen.last + 2)
    return frozenset((BESIDES,)) if added is not None or others is not None else _NONE


def _each(view: SentenceView, seen: Seen, cues: ClaimCues) -> frozenset[str]:
    """``each:P1D``, ``each:direction`` for what is counted anew of every day or direction: «3 ملايين برميل يوميا»,
    «ثلاثة مسارات في كل اتجاه»."""
    last = min(len(view.tokens), seen.last + _REACH_EACH)
    for at in range(seen.last, last):
        word = view.tokens[at].key
        if view.tokens[at].kind == "punctuation" or any(other.first == at for other in view.seen if _counts(other)):
            break
        often = next((other for other in view.seen if other.first == at and other.mention.type == "set"), None)
        if often is not None:
            return frozenset((f"each:{_often(often)}",))
        alone = view.has_key(cues.each_one, at + 2, at + 3) is not None  # «ستين ألف طفل في اليوم الواحد»
        if word == _IN and (alone or _ends_behind(view, at + 1, cues)):
            time = next((one.concept for one in view.entries[at + 1] if one.kind == "time" and one.definite), "")
            if time:
                return frozenset((f"each:1 {time.replace('today', 'day')}",))
            unit = view.entry(at + 1) if alone else None
            return frozenset((f"each:{unit.concept}",)) if unit is not None else _NONE
        one = view.entry(at)
        if one is not None and one.definite and "ل" in one.proclitics and view.has_key(cues.each_one, at + 1, at + 2):
            return frozenset((f"each:{one.concept}",))  # «12 قرشا للسهم الواحد»
        if word in cues.each and at + 1 < len(view.tokens):
            entry = view.entry(at + 1)
            concept = entry.concept if entry is not None else view.tokens[at + 1].key
            bereaved = concept in cues.bereaved_concepts and _of_the_lost(view, at + 2, cues)
            concept = _LOST if bereaved or concept in cues.lost_concepts else concept
            return frozenset((f"each:{concept}",))
    return frozenset()


def _of_the_lost(view: SentenceView, at: int, cues: ClaimCues) -> bool:
    """Whether «كل أسرة» goes on with «من أسر الضحايا», «فقدت أحد أفرادها»."""
    last = min(len(view.tokens), at + _REACH_EACH)
    return any(entry.concept in cues.lost_concepts for near in range(at, last) for entry in view.entries[near][:1])


def _ends_behind(view: SentenceView, at: int, cues: ClaimCues) -> bool:
    """Whether «اليوم» of «في اليوم» is every day's: nothing says which one it is, nor is it today."""
    if at >= len(view.tokens) or view.tokens[at].key not in cues.each_time:
        return False
    behind = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    dated = any(one.first == at + 1 or one.first <= at < one.last - 1 for one in view.seen)
    speed = any(one.first <= at < one.last + _REACH_EACH and "-per-" in (getattr(one.mention.value, "unit", "") or "")
                for one in view.seen)  # fmt: skip
    return not dated and not speed and (behind is None or behind.pos in ("particle", "verb"))


def _often(seen: Seen) -> str:
    """How often something is said to be: the TIMEX3 value, or what a reading that no article has resolved repeats."""
    value = seen.mention.value
    every = value.node.every if isinstance(value, TimeReading) and isinstance(value.node, Repeated) else None
    if isinstance(every, Length):
        return " ".join(f"{amount.count:g} {amount.unit}" for amount in every.amounts)
    return getattr(value, "timex", type(every).__name__)


def _sort(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> frozenset[str]:
    """``of:entitled``, ``of:asked`` and the like: counts of those who may vote and of those who did are two."""
    sorts = {
        "entitled": (cues.of_entitled, _NONE), "asked": (cues.of_asked, cues.asked_concepts),
        "offered": (cues.of_offered, cues.offered_concepts), "planned": (cues.of_planned, cues.planned_concepts),
        "capacity": (cues.of_capacity, _NONE), "all": (cues.of_all, _NONE), "net": (cues.of_net, _NONE),
        "at-first": (cues.of_at_first, _NONE),
    }  # fmt: skip
    first, last = max(clause.first, seen.first - _REACH), min(clause.last, seen.last + _BEHIND)
    said = {form for token in view.tokens[first:last] for form in (token.key, token.key.removeprefix("و"))}
    meant = {entry.concept for at in range(first, last) if (entry := view.entry(at)) is not None}
    found = {f"of:{sort}" for sort, (words, concepts) in sorts.items() if words & said or concepts & meant}
    if seen.mention.type == "percentage":
        found.discard("of:capacity")  # «11 في المئة من سعته» is how full it is
    aims = _AIMING in meant and any(
        entry.concept in cues.campaign_concepts for entries in view.entries for entry in entries[:1]
    )
    if aims or view.has_phrase(cues.of_planned_phrase, first, seen.first):
        found.add("of:planned")  # «حملة تستهدف 300 ألف طفل», not «غارة استهدفت ثلاثة منازل»
    if cues.deciding_concepts & meant_before(view, clause, seen):
        found.discard("of:planned")
    whole = {"aftershock": cues.of_after, "article": cues.of_article}
    found |= {f"of:{sort}" for sort, words in whole.items() if view.has_key(words, 0, len(view.tokens)) is not None}
    return frozenset(found)


def meant_before(view: SentenceView, clause: Clause, seen: Seen) -> frozenset[str]:
    """The concepts of the words of a clause before a figure."""
    entries = (view.entry(at) for at in range(clause.first, seen.first))
    return frozenset(entry.concept for entry in entries if entry is not None)


def _counts(seen: Seen) -> bool:
    return isinstance(seen.mention.value, Amount)


def _step(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> frozenset[str]:
    """``step`` for how far something rose or fell, which is no level: «تنخفض درجتين», not «انخفضت إلى 12 درجة»;
    ``of:coming`` for the level that it will have: «سينخفض الأسطول إلى ثماني طائرات»."""
    if _is_coming(view, seen, clause, cues):
        return frozenset(("of:coming",))
    for at in range(seen.first - 1, clause.first - 1, -1):
        word = view.tokens[at].key
        if word in cues.up_to:
            return frozenset()
        entry = view.entry(at)
        if entry is None or entry.pos not in ("verb", "masdar"):
            continue
        if entry.pos == "masdar" and at > clause.first and _rises(view, at - 1, cues):
            return frozenset(("step",))  # «زيادة إنتاج النفط 400 ألف برميل»
        if at and view.tokens[at - 1].key in _HIGH and entry.pos == "masdar":
            return frozenset()  # «على ارتفاع 2400 متر», «من ارتفاع 80 مترا»
        if _is_bound(view, seen, at):
            return frozenset()  # «يزيد طوله على 500 كيلومتر»
        raised = entry.concept in cues.raising_concepts and at + 1 < seen.first and _rises(view, at, cues)
        return frozenset(("step",)) if entry.concept in cues.step_concepts or raised else frozenset()
    return frozenset()


def _is_coming(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> bool:
    """Whether the verb before a figure says what something will become."""
    before = ((at, view.entry(at)) for at in range(seen.first - 1, clause.first - 1, -1))
    verb = next((at for at, entry in before if entry is not None and entry.pos == "verb"), None)
    if verb is None:
        return False
    entry = view.entries[verb][0]
    coming = entry.proclitics.endswith("س") or (verb > 0 and view.tokens[verb - 1].key in cues.future)
    return coming and entry.concept in cues.step_concepts | cues.becoming_concepts


def is_step(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> bool:
    """Whether a figure is how far something rose or fell."""
    return bool(_step(view, seen, clause, cues))


def _rises(view: SentenceView, at: int, cues: ClaimCues) -> bool:
    """Whether a token is a verb or a verbal noun of rising, or of raising something that is measured."""
    entry = view.entry(at)
    if entry is None or entry.pos not in ("verb", "masdar"):
        return False
    behind = view.entry(at + 1) if at + 1 < len(view.tokens) else None
    measured = behind is not None and behind.concept in cues.measured_concepts
    return entry.concept in cues.step_concepts or (entry.concept in cues.raising_concepts and measured)


def _is_bound(view: SentenceView, seen: Seen, verb: int) -> bool:
    """Whether a verb of rising or falling only says that a figure is more or less than another."""
    value = seen.mention.value
    is_open = isinstance(value, Amount) and (value.low is None or value.high is None)
    return is_open and view.has_key(_BEYOND, max(verb + 1, seen.first - _NEAR), seen.first) is not None


def is_prison_term(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether a length is that of a prison sentence just given: «بالسجن ثماني سنوات», «بحبس مديره السابق فهد الرشود 15
    سنة», «12 سنة حبسا نافذا»."""
    if view.has_key(cues.after, seen.first - 2, seen.first) is not None:
        return False  # «السيطرة على السجن بعد قرابة خمس ساعات»
    words = range(max(0, seen.first - _REACH), min(len(view.tokens), seen.last + _REACH))
    if any(
        {view.tokens[at].key, view.tokens[at].key.removeprefix("و")} & cues.not_the_sentence
        and not _is_of_a_post(view, at) for at in words
    ):  # fmt: skip
        return False
    first, last = max(0, seen.first - _NEAR), min(len(view.tokens), seen.last + _NEAR)
    return view.has_key(cues.prison, first, last) is not None or _is_imprisoned(view, seen, cues)


def _is_of_a_post(view: SentenceView, at: int) -> bool:
    """Whether an adjective says of somebody's post that it was theirs before: «مدير سابق», «وزير مالية سابق»."""
    if not any(own.pos in ("adjective", "participle") for own in view.entries[at][:2]):
        return False
    before = [view.entry(near) for near in range(max(0, at - 2), at)]
    return any(one is not None and one.kind in _POSTS for one in before)


def _is_imprisoned(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether nothing but those who are sent there stands between prison and a length: no verb, no other figure."""
    for at in range(seen.first - 1, max(-1, seen.first - 1 - _REACH_NAMED), -1):
        if view.tokens[at].kind == "punctuation" or any(other.last == at + 1 and _counts(other) for other in view.seen):
            return False
        if any(entry.concept in cues.prison_concepts for entry in view.entries[at]):
            return True
        entry = view.entry(at)
        if entry is not None and entry.pos == "verb":
            return False
    return False


def is_turnout(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> bool:
    """Whether a percentage is of those who voted: «نسبة المشاركة 71,8», «أدلى 61,8% من الناخبين بأصواتهم»."""
    if is_share(view, seen, cues):
        return False
    voters = view.has_key(cues.voters, 0, len(view.tokens)) is not None
    if view.has_key(cues.turnout, clause.first, clause.last) is not None and voters:
        return True
    ballot = view.has_key(cues.ballot, clause.first, seen.first)
    if ballot is None:
        return False
    if voters and any(
        entry.pos == "verb" and entry.concept in cues.turnout_concepts
        for at in range(clause.first, ballot) for entry in view.entries[at][:1]
    ):  # fmt: skip
        return True
    rate = view.has_key(cues.rate, clause.first, ballot)
    return rate is not None and rate + 1 < ballot and view.tokens[rate + 1].key in cues.turnout


def _is_after(view: SentenceView, at: int, seen: Seen) -> bool:
    """Whether «بعد» is «after» («سقط بعد ظهر الثلاثاء في ثقب عمقه 62 مترا»), not «على بعد»."""
    on = at > 0 and view.tokens[at - 1].key.removeprefix("و") in _HIGH
    return view.tokens[at].key == _AWAY and not on and seen.first - at > _NEAR


def far_from(view: SentenceView, seen: Seen, value: Amount, knowledge: Knowledge) -> frozenset[str]:
    """``from:bechar`` for how far something lies from a place, and ``way:south`` where a side is told: «على بعد 80
    كيلومترا من مدينة بشار», «على مسافة 48 كيلومترا جنوب طبرق»."""
    cues = knowledge.claim_cues
    if knowledge.amounts.scales.get(value.unit or "", ("", 0.0))[0] != _LENGTH_UNIT:
        return frozenset()
    near = range(max(0, seen.first - _REACH), min(len(view.tokens), seen.last + 1))
    cue = next((at for at in near if view.tokens[at].key.removeprefix("و") in cues.distance
                and not _is_after(view, at, seen)), None)  # fmt: skip
    if cue is None:
        return frozenset()
    sides = {"north": cues.north, "south": cues.south, "east": cues.east, "west": cues.west}
    told = frozenset(
        f"way:{side}" for side, words in sides.items()
        if view.has_key(words, seen.last, seen.last + _BEHIND + 1) is not None
    )  # fmt: skip
    opening = _FROM.union(*sides.values()) if told else _FROM
    behind = view.has_key(opening, seen.last, seen.last + _BEHIND)
    spans = [(behind + 1, behind + 1 + _REACH)] if behind is not None else []
    for first, last in (*spans, (cue, seen.first)):
        for at in range(first, min(last, len(view.tokens))):
            if view.tokens[at].text in ".؛":
                break
            if at in view.named and view.named[at] in knowledge.world.places:
                return told | {f"from:{view.named[at]}"}
            if at in view.stems:
                return told | {f"from:{view.stems[at]}"}
    return frozenset()
