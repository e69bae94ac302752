"""Counts of people by what became of them, and how old they are."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import FEW_PEOPLE, GENERIC, SHARED_WORDS, Candidate, is_telling, tells
from workbench.alignment.kinds.deeds import stands_beside_a_part
from workbench.alignment.relations import compare, is_far
from workbench.claims.events.linked import LINKED
from workbench.claims.people.ages import THEN
from workbench.claims.people.casualties import BODIES, RECALLED, TAKEN_IN
from workbench.claims.people.origins import FROM_PLACE
from workbench.claims.people.uncounted import BESIDES, NONE_OF, REACHED
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Value
from workbench.text.normal import fold_words

ACCUSED = frozenset(("accused", "suspect", "convict", "defendant"))
_ACCUSED_WORDS = 2
_MEN, _PERSON = frozenset(("man", "woman")), "person"
_CASES = frozenset(("case-state", "infection"))
_TWO_SCALES = 50
_DEAD_OR_HURT = frozenset(("killed", "injured"))
_HELD = frozenset(("arrested", "released", "kidnapped", "rescued"))


def compare_casualties(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
    if a.state != b.state and not ("casualty" in (a.state, b.state) and "negated" in (a.polarity, b.polarity)):
        return _held_and_freed(a, b, likeness)
    if "uncertain" in (a.polarity, b.polarity):
        return None
    verdict = compare(a.value, b.value)
    if verdict == "differ" and any((trait in a.traits) != (trait in b.traits) for trait in (BESIDES, LINKED)):
        return None
    if verdict == "differ" and _origins(a) != _origins(b):
        return None  # «26 موقوفا», «أحد عشر موقوفا من الجيزة»
    if verdict == "differ" and (TAKEN_IN in a.traits) != (TAKEN_IN in b.traits):
        taken, every = (a, b) if TAKEN_IN in a.traits else (b, a)
        if _exceeds(every, taken):
            return None  # «أصيب ستون», «استقبل المستشفى 38 مصابا»
    if verdict == "differ" and RECALLED in a.traits | b.traits and a.article != b.article:
        return None  # of several groups that the other report may not tell of
    if verdict == "differ" and (REACHED in a.traits) != (REACHED in b.traits):
        verdict = "unsure"  # «قتل حارسان», «وفاة حارس ثالث»
    if verdict == "differ" and _of_two_scales(a.value, b.value):
        verdict = "unsure"  # «انتشلت تسع جثث», «910 جثث في الفترة ذاتها»
    some = verdict == "differ" and BODIES in a.traits | b.traits and not _more_bodies(a, b)
    if some and BODIES in a.traits & b.traits:
        return None
    if some:
        verdict = "unsure"  # at most overtaken: «انتشل 11 جثة», «ارتفعت إلى 19 قتيلا»
    if verdict == "agree" and is_far(a.value, b.value):
        verdict = "unsure"
    generic_a, generic_b = a.of in GENERIC, b.of in GENERIC
    kin = knowledge.lexicon.concepts.kin(a.of, b.of)
    if (a.role != "whole" or b.role != "whole") and (
        verdict != "agree" or not (kin or tells(a.value, False, FEW_PEOPLE))
    ):
        return None
    if generic_a != generic_b and verdict == "differ":
        special, general = (b, a) if generic_a else (a, b)
        if not _exceeds(special, general):
            verdict = "unsure"
    elif not (generic_a or generic_b or kin or (verdict == "agree" and tells(a.value, False, FEW_PEOPLE))):
        return None
    score = 0.5 - 0.2 * some + 0.3 * likeness + 0.2 * ((a.part == b.part) + (a.part == "headline" == b.part)) / 2
    return Candidate(a, b, verdict, score)


def _origins(claim: Claim) -> frozenset[str]:
    return frozenset(trait for trait in claim.traits if trait.startswith(FROM_PLACE))


def _of_two_scales(a: Value, b: Value) -> bool:
    """Whether one count is so many times the other that no slip of a digit explains it: one is a year's or a war's."""
    counts = [value.low for value in (a, b) if isinstance(value, Amount) and value.low is not None]
    return len(counts) == 2 and min(counts) > 0 and max(counts) >= _TWO_SCALES * min(counts)


def none_of_group(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """«لم يُصب أي من الحراس», «إصابة ثلاثة من الحراس»: none of a group and some of it, where neither report tells the
    other's as well. Some may be told as a part, none is told of all of them."""
    none, some = (a, b) if NONE_OF in a.traits else (b, a)
    if not _has_some(some) or some.polarity != "affirmed":
        return None
    if some.role == "earlier" or some.traits & {RECALLED, BESIDES, LINKED, TAKEN_IN}:
        return None
    if none.state not in ("casualty", some.state) or not _is_of_group(some, none, knowledge):
        return None
    own, others = (in_a, in_b) if none is a else (in_b, in_a)
    both = any(x.state in (none.state, some.state) and _has_some(x) and _is_of_group(x, none, knowledge) for x in own)
    both = both or any(NONE_OF in x.traits and x.of == none.of for x in others)
    of_wounds = some.state == "killed" and any(knowledge.lexicon.is_a(word, "injure") for word in some.context)
    return None if both or of_wounds else Candidate(a, b, "differ", 0.6 + likeness / 3)


def _has_some(claim: Claim) -> bool:
    return claim.kind == "casualties" and isinstance(claim.value, Amount) and bool(claim.value.low)


def _is_of_group(some: Claim, none: Claim, knowledge: Knowledge) -> bool:
    """Whether people counted are of a group: called so, or told of beside it («ثلاث وفيات بين المشاركين»)."""
    concepts = knowledge.lexicon.concepts
    befell = {word for word in some.context for what in ("casualty", "injure", "kill") if concepts.is_a(word, what)}
    beside = bool(some.context & none.context - GENERIC - _MEN - befell)
    if none.of in GENERIC | _MEN:
        return beside and (some.of == none.of or concepts.is_a(some.of, _PERSON))  # «أفراد الطاقم», «رجال الإطفاء»
    if some.of == none.of or concepts.is_a(some.of, none.of):
        return True
    return some.of in GENERIC and none.of in some.context and beside


def _more_bodies(a: Claim, b: Claim) -> bool:
    """Whether a count of bodies contradicts the other: both say the same of them («انتُشلت 16 جثة», «انتُشلت 19 جثة»),
    or more are found than the other has dead. Else those found, buried or known by name are some of the dead."""
    if BODIES in a.traits and BODIES in b.traits:
        told = _fate_of(a), _fate_of(b)
        return told[0] == told[1] or not all(told)
    bodies, dead = (a, b) if BODIES in a.traits else (b, a)
    return _exceeds(bodies, dead)


def _fate_of(claim: Claim) -> frozenset[str]:
    """What was done with bodies: ``bodies:find``."""
    return frozenset(trait for trait in claim.traits if trait.startswith(f"{BODIES}:"))


def of_another_group(candidate: Candidate, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether a count that differs is, by its figure and by more of its words, another that the other report gives as
    well: «أربعة ألمان», «المخطوفين الثلاثة في الجوف», «ثلاثة آخرين في الجوف»."""
    a, b = candidate.a, candidate.b
    if candidate.verdict != "differ":
        return False
    if _is_one_of_its_parts(a, b, in_b) or _is_one_of_its_parts(b, a, in_a):
        return True
    if stands_beside_a_part(a, b, in_a, in_b) or stands_beside_a_part(b, a, in_b, in_a):
        return True
    if a.part == b.part == "headline":
        return False  # a headline may say other than its own text
    likeness = len(a.context & b.context)
    return any(
        one.kind == "casualties" and one.state == claim.state and compare(one.value, claim.value) == "agree"
        and one.id != other.id and len(one.context & claim.context) > likeness
        for claim, other, claims in ((b, a, in_a), (a, b, in_b)) for one in claims
    )  # fmt: skip


def one_died_since(candidate: Candidate, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether as many more are dead in one report as fewer are injured: «18 قتيلا وجريحان», «19 قتيلا وجريح»."""
    a, b = candidate.a, candidate.b
    if candidate.verdict != "differ" or {a.state, b.state} - _DEAD_OR_HURT:
        return False
    totals = [_toll(mine, claims) for mine, claims in ((a, in_a), (b, in_b))]
    return None not in totals and totals[0] == totals[1]


def _toll(mine: Claim, claims: Sequence[Claim]) -> float | None:
    """The dead and the injured together of the first sentence that has one's count and the other."""
    counts = [
        claim for claim in claims
        if claim.kind == "casualties" and claim.state in _DEAD_OR_HURT and claim.role == "whole"
    ]  # fmt: skip
    for one in counts:
        other = next((x for x in counts if x.sentence == one.sentence and x.state != one.state), None)
        if one.state != mine.state or other is None or compare(one.value, mine.value) != "agree":
            continue
        if isinstance(one.value, Amount) and isinstance(other.value, Amount):
            exact = all(value.low == value.high for value in (one.value, other.value))
            return (one.value.low or 0) + (other.value.low or 0) if exact else None
    return None


def _is_one_of_its_parts(part: Claim, whole: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a count is one of those into which the other report divides its own: «18 قتيلا … قضى تسعة في بغلان وستة
    في تخار وثلاثة في بروان», «بغلان: تسعة قتلى»."""
    rows: dict[int, list[float]] = {}
    for claim in claims:
        value = claim.value
        if claim.kind == "casualties" and claim.state == whole.state and isinstance(value, Amount):
            rows.setdefault(claim.sentence, []).append(value.low or 0.0)
    if not isinstance(part.value, Amount) or not isinstance(whole.value, Amount):
        return False
    return any(
        len(row) > 1 and part.value.low in row and sum(row) == whole.value.low and part.value.low == part.value.high
        for row in rows.values()
    )


def _held_and_freed(a: Claim, b: Claim, likeness: float) -> Candidate | None:
    """«استعاد 31 أسيرا حريتهم», «تبادلا واحدا وثلاثين محتجزا»: one count of people held and set free."""
    if not {a.state, b.state} <= _HELD or {a.polarity, b.polarity} != {"affirmed"} or "part" in (a.role, b.role):
        return None
    if not (is_telling(a) and is_telling(b)) or compare(a.value, b.value) != "agree":
        return None
    return Candidate(a, b, "agree", 0.4 + 0.3 * likeness)


def compare_people(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
    """People counted by what became of them in one report and plainly in the other: «31 أسيرا», «الإفراج عن 31». They
    can only agree."""
    ill = "infected" in (a.state, b.state)  # «900 إصابة», «عدد الحالات المشتبه بها إلى تسعمئة»
    doubt = "uncertain" in (a.polarity, b.polarity) and not (ill and is_telling(a) and is_telling(b))
    if "part" in (a.role, b.role) or doubt or "age" in (a.predicate, b.predicate):
        return None
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or is_far(a.value, b.value):
        return None
    if any(x.value.unit in knowledge.amounts.measure_ids for x in (a, b) if isinstance(x.value, Amount)):
        return None
    people = all(
        x.of in GENERIC or knowledge.lexicon.is_a(x.of, "person") or (ill and x.of in _CASES) for x in (a, b)
    )
    if not people or compare(a.value, b.value) != "agree" or not tells(a.value, False, FEW_PEOPLE):
        return None
    alike = bool(a.context & b.context - GENERIC) or (is_telling(a) and is_telling(b))
    return Candidate(a, b, "agree", 0.4 + 0.3 * likeness) if alike else None


def _exceeds(special: Claim, general: Claim) -> bool:
    """More soldiers dead than people dead cannot be."""
    one, other = special.value, general.value
    return (
        isinstance(one, Amount) and isinstance(other, Amount)
        and one.low is not None and other.high is not None and one.low > other.high
    )  # fmt: skip


def compare_ages(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """Ages of one person: of one name, or of the only person whose age each article tells."""
    if a.predicate != b.predicate:
        return None
    alone = all(sum(claim.predicate == "age" for claim in claims) == 1 for claims in (in_a, in_b))
    # «أحمد» alone is half the list of the injured.
    of_a, of_b = (fold_words(knowledge.name_of(claim.of).ar or claim.of) for claim in (a, b))
    people = knowledge.world.people
    named = (a.of == b.of and (a.of in people or " " in a.of)) or (of_a == of_b and " " in of_a)
    roles = all(x.of.isascii() and x.of not in people for x in (a, b))
    if roles and not knowledge.lexicon.concepts.kin(a.of, b.of):
        return None  # «مهندسة في الرابعة والثلاثين», «والدها، البالغ 66 عاما»
    if not roles and any(knowledge.claim_cues.kinship(x.of) is not None for x in (a, b)):
        return None  # «نديم شاهين», «نجل شاهين»
    called = _is_called(a, b, in_b, alone, knowledge) or _is_called(b, a, in_a, alone, knowledge)
    if not named and not called and not (alone and (likeness >= 0.2 or len(a.context & b.context) >= SHARED_WORDS)):
        return None
    verdict = compare(a.value, b.value)
    if verdict == "differ" and THEN in a.traits | b.traits:
        return None
    # «السباح البالغ 18 عاما … متقدما على ماكلوغلين», «ماكلوغلين، وعمره 26 عاما»: of two.
    family = any(" " not in x.of and (x.of in people or not x.of.isascii()) for x in (a, b))
    if verdict == "differ" and family and not (named or called or roles) and a.of != b.of:
        return None
    return Candidate(a, b, verdict, 0.6 + likeness / 4)


def _is_called(named: Claim, called: Claim, beside: Sequence[Claim], alone: bool, knowledge: Knowledge) -> bool:
    """Whether one claim gives a person's name and the other only what the person is: «ياسر البقالي» and «اللاعب» in a
    sentence that has the name; «المقاول سامح الدالي، المتهم» and «المتهم»; «أدانت المحكمة فلانا» and «المتهم», where
    each report tells one age only (``alone``). A list of people tells nothing."""
    if " " not in named.of or not knowledge.lexicon.is_a(called.of, "person"):
        return False
    if sum(one.predicate == "age" and one.sentence == called.sentence for one in beside) != 1:
        return False
    if set(named.of.split()) <= called.context or f"is:{called.of}" in named.traits:
        return True
    cues = knowledge.claim_cues
    return called.of in ACCUSED and alone and len(named.context & cues.accused_beside) >= _ACCUSED_WORDS
