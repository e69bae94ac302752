"""Which measure of a thing a figure gives, in whatever words: how high, how deep, how fast, how heavy a charge, of what
worth, how great the damage."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims.clauses import Clause
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.concepts import Concepts
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount

MEASURE, BEARER = "measure:", "bearer:"
# How many words may stand between what is measured and its figure, and behind it.
_REACH, _REACH_MONEY, _BEHIND = 5, 12, 4
_EXCEED, _NEARLY = "exceed", "approach-number"
_LENGTH, _SPEED, _MASS, _VOLUME, _BARREL = "metre", "kilometre-per-hour", "kilogram", "cubic-metre", "barrel"
# A class of weight, told apart from what is above it.
_IT, _HAMZA = ("في", "ب", "داخل"), "ئ"
WEIGHT_CLASS, _ABOVE = "weight-class", "of:class-above"
_AT, _FROM, _STOPS = "علي", "من", frozenset("،,؛;:.()")
_WHEN = (("-before", frozenset(("قبل", "قبيل"))), ("-after", frozenset(("بعد", "عقب"))),
         ("-at", frozenset("عند لحظه ساعه وقت اثناء حين لدي".split())))  # fmt: skip
_DIMENSIONS = {"height": "height", "altitude": "height", "depth": "depth", "length": "length", "width": "width"}
_BEARERS = frozenset(("building", "thing", "vehicle", "place", ""))
_EACH_SECOND = "each:1 second"
_NONE: frozenset[str] = frozenset()


def measure_of(view: SentenceView, seen: Seen, clause: Clause, value: Amount, knowledge: Knowledge) -> frozenset[str]:
    """``measure:height-at`` («على ارتفاع 2400 متر»), ``measure:height-from`` («من علو 45 مترا»), ``measure:height``
    («ارتفاعه 9 أمتار»), ``measure:speed`` (``-at``, ``-before``, ``-after`` something), ``measure:charge``,
    ``measure:worth``, ``measure:cost``, ``measure:damage``, ``measure:yield``, ``measure:sum``; empty where the words
    name none."""
    cues = knowledge.claim_cues
    kind = knowledge.amounts.scales.get(value.unit or "", ("", 0.0))[0]
    if kind == _LENGTH:
        return _dimension(view, seen, clause, cues, knowledge.lexicon.concepts)
    if kind == _SPEED:
        return _speed(view, seen, clause, cues)
    if kind == _MASS and _has(view, clause.first, clause.last, cues.charge_concepts):
        return _named("charge")
    if kind in (_MASS, _VOLUME) or value.unit == _BARREL:
        return _named("content") if _is_content(view, seen, clause, cues) else _NONE
    if seen.mention.type == "money":
        measure = _money(view, seen, cues)
        return _named("cost-of-part") if measure == _named("cost") and _is_partial(view, clause, cues) else measure
    return _NONE


def _is_content(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> bool:
    """Whether a weight or a volume is of what something holds: «خزان يحوي 40 طنا», «كان بداخله 14 طنا», «صهريج محمل
    بـ30 ألف لتر»."""
    first = max(clause.first, seen.first - _REACH)
    for at in range(max(first, seen.first - _BEHIND), seen.first):
        if view.tokens[at].key in cues.loaded or (view.tokens[at].key in cues.within_it and _is_within(view, at)):
            return True
    return any(
        entry.pos == "verb" and entry.concept in cues.containing_concepts and not entry.proclitics.endswith("س")
        for at in range(first, seen.first) for entry in view.entries[at][:2]
    )  # fmt: skip


def flow_of(value: object, told: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    """``measure:flow`` for so much water in each second."""
    unit = value.unit or "" if isinstance(value, Amount) else ""
    volume = knowledge.amounts.scales.get(unit, ("", 0.0))[0] == _VOLUME
    return _named("flow") if volume and _EACH_SECOND in told else _NONE


def _is_within(view: SentenceView, at: int) -> bool:
    """«فيه», which folded is one with «فئة»."""
    return view.tokens[at].key.startswith(_IT) and _HAMZA not in view.tokens[at].plain


def weight_class(view: SentenceView, seen: Seen, value: Amount, knowledge: Knowledge) -> tuple[Amount, frozenset[str]]:
    """The one figure by which a class of weight is called, and its traits: «لوزن تحت 68 كيلوغراما» is not any weight
    below; the value as it is and nothing, where it is none."""
    cues = knowledge.claim_cues
    kind, times = knowledge.amounts.scales.get(value.unit or "", ("", 0.0))
    mass = kind == _MASS and times <= 1  # nobody weighs tons
    near = range(max(0, seen.first - _BEHIND), seen.first) if mass else range(0)
    at = next((at for at in near if view.tokens[at].key in cues.weight_class and not _is_within(view, at)), None)
    told = value.low is None or value.high is None or (at is not None and at == seen.first - 1)
    if at is None or not told or any(_counts_between(one, at, seen) for one in view.seen):
        return value, _NONE
    bound = value.high if value.high is not None else value.low
    above = frozenset((_ABOVE,)) if value.high is None else _NONE
    return replace(value, low=bound, high=bound), above | {WEIGHT_CLASS}


def _counts_between(one: Seen, at: int, seen: Seen) -> bool:
    return at < one.first < seen.first and isinstance(one.mention.value, Amount)


def beyond(view: SentenceView, seen: Seen, clause: Clause, value: Amount) -> Amount:
    """A figure that a verb says was exceeded («تجاوزت سرعة القطار 150 كيلومترا») as a bound, one that it says was
    nearly reached («قاربت العائدات 12.5 مليار») as a rough one; any other as it is."""
    first = view.entry(seen.first)
    if value.low is None or value.low != value.high or (first is not None and first.proclitics):
        return value
    for at in range(seen.first - 1, max(clause.first, seen.first - _REACH) - 1, -1):
        entry = view.entry(at)
        if entry is not None and entry.pos == "verb":
            if entry.concept == _NEARLY:
                return replace(value, approximate=True)
            return replace(value, high=None) if entry.concept == _EXCEED else value
        if entry is not None and entry.pos == "particle":
            return value
    return value


def _named(measure: str) -> frozenset[str]:
    return frozenset((MEASURE + measure,))


def _bearer(view: SentenceView, at: int, clause: Clause, concepts: Concepts) -> frozenset[str]:
    """``bearer:well`` for what is as deep or as high: «بئر جافة يبلغ عمقها 32 مترا», «برج بارتفاع 30 مترا»."""
    for before in range(at - 1, max(clause.first, at - _REACH) - 1, -1):
        entry = view.entry(before)
        if view.tokens[before].kind == "punctuation" or entry is None or entry.pos == "particle":
            break
        if entry.pos == "verb" and before < at - 1:
            break  # «حفر شق مواز بلغ عمقه»
        if any(one.pos in ("adjective", "participle") for one in view.entries[before][:4]):
            continue  # «ثقب ضيق»
        if entry.pos == "masdar":
            break
        if entry.pos == "noun" and entry.kind not in ("person", "role", "time", "measure"):
            return frozenset((f"{BEARER}{concepts.common(entry.concept)}",))
    return _NONE


def _dimension(
    view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues, concepts: Concepts
) -> frozenset[str]:
    for at in range(seen.first - 1, max(clause.first, seen.first - _REACH) - 1, -1):
        if any(other.last == at + 1 and isinstance(other.mention.value, Amount) for other in view.seen):
            break  # «طوله 20 مترا وعرضه 10»: each its own
        if view.tokens[at].key in cues.diameter:
            return _named("diameter")
        found = next((_DIMENSIONS[one.concept] for one in view.entries[at] if one.concept in _DIMENSIONS), None)
        if found is None:
            continue
        before = view.tokens[at - 1].key.removeprefix("و") if at else ""
        attached = {letter for entry in view.entries[at] for letter in entry.proclitics}
        own = any(entry.enclitic for entry in view.entries[at])
        where = "" if own else "-at" if before == _AT else "-from" if before == _FROM else ""
        whose = view.entry(at + 1) if at + 1 < seen.first and not (own or where or attached - {"و", "ف"}) else None
        if whose is not None and whose.pos == "noun" and whose.definite and whose.kind in _BEARERS:
            return _named(found) | {f"{BEARER}{concepts.common(whose.concept)}"}  # «يبلغ ارتفاع السد 113 مترا»
        # «برج بارتفاع 30 مترا» is as high; «حلقت بارتفاع 900 متر» too, as far as one can tell.
        if not (where or own or "ب" in attached):
            return _NONE
        return _named(found + where) | (_NONE if where else _bearer(view, at, clause, concepts))
    return _named("length") if _stretches(view, seen, cues) else _NONE


def _stretches(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """«نفق امتد عشرين مترا», «ويمتد الخط، الذي دخل الخدمة في عام 1966، على 513 كيلومترا»; only a verb right before the
    length, or one before it that «على» carries on, is of it."""
    on = view.tokens[seen.first - 1].key == _AT if seen.first else False
    for at in range(seen.first - 1, max(-1, seen.first - 1 - (_REACH_MONEY if on else 2)), -1):
        if view.tokens[at].text in ".؛" or any(
            other.last == at + 1 and isinstance(other.mention.value, Amount) for other in view.seen
        ):
            return False
        if any(entry.pos == "verb" and entry.concept in cues.stretching_concepts for entry in view.entries[at][:2]):
            return True
    return False


def _speed(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> frozenset[str]:
    """A speed that something had, not the greatest it may have nor one that the wind has."""
    last = min(len(view.tokens), seen.last + _BEHIND)
    near = view.tokens[max(clause.first, seen.first - _REACH_MONEY) : last]
    if any(token.key.removeprefix("و") in cues.speed_limit for token in near):
        return _NONE
    if _has(view, clause.first, clause.last, cues.weather_concepts | cues.wind_concepts):
        return _NONE
    # «110 قبل الفرملة» and «60 عند الاصطدام» are two speeds of one train.
    said = {token.key.removeprefix("و") for token in view.tokens[clause.first : clause.last]}
    when = next((when for when, words in _WHEN if words & said), "")
    return _named("speed" + when)


def _money(view: SentenceView, seen: Seen, cues: ClaimCues) -> frozenset[str]:
    """What a sum of money is, by the nearest word before it that says so."""
    sorts = (
        ("damage", cues.damage_concepts), ("worth", cues.worth_concepts), ("yield", cues.yield_concepts),
        ("cost", cues.cost_concepts), ("sum", cues.sum_concepts),
    )  # fmt: skip
    found = ""
    # «الضرر الذي لحق بالخزينة … بـ2,4 مليار»: further than a clause, not than a comma.
    for at in range(seen.first - 1, max(-1, seen.first - 1 - _REACH_MONEY), -1):
        if view.tokens[at].text in _STOPS:
            break
        if any(
            other.last == at + 1 and isinstance(other.mention.value, Amount) and other.mention.type != "ordinal"
            for other in view.seen
        ):
            break
        meant = {entry.concept for entry in view.entries[at][:2]}
        sort = next((sort for sort, concepts in sorts if concepts & meant), "")
        if sort == "worth" and meant & cues.worth_concepts and at + 2 < seen.first and _has(
            view, at + 1, min(at + 4, seen.first), cues.sold_concepts
        ):
            sort = "yield"  # «قيمة هذه الصادرات»
        if sort == "cost" and (view.entry(at) or view.entries[at][0]).pos == "verb" and _is_charged(view, at, seen):
            continue
        # «قيمة الأضرار», «كلفة الأضرار», «قيمة العائدات» are of damage and yield; «القيمة» alone is worth.
        found = sort if sort and (not found or found in ("sum", "worth", "cost")) and sort != "sum" else found or sort
    return _named(found) if found else _NONE


def _is_partial(view: SentenceView, clause: Clause, cues: ClaimCues) -> bool:
    """Whether a cost is a phase's, a year's or a guess of another time: «كلفة المرحلة الأولى», «وكانت كلفته عام
    2015»."""
    dated = any(one.mention.type == "date" and clause.first <= one.first < clause.last for one in view.seen)
    then = dated and view.has_key(cues.was, max(0, clause.first - 1), clause.last) is not None
    return then or view.has_key(cues.partial_cost, clause.first, clause.last) is not None


def _is_charged(view: SentenceView, verb: int, seen: Seen) -> bool:
    """Whether somebody is charged with something rather than charged for it: «كلف الشركة ببناء جسر بـ30 مليون»."""
    return any(
        entry.pos in ("masdar", "noun") and "ب" in entry.proclitics and entry.kind != "measure"
        for at in range(verb + 1, seen.first) for entry in view.entries[at][:2]
    )  # fmt: skip


def _has(view: SentenceView, first: int, last: int, concepts: frozenset[str]) -> bool:
    return any(entry.concept in concepts for at in range(first, last) for entry in view.entries[at][:2])
