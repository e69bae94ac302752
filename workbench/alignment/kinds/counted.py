"""Figures of things, measures, money, percentages, results and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from workbench.alignment.candidates import (
    FEW_PEOPLE,
    FEW_THINGS,
    GENERIC,
    NEARLY_ALL,
    SHARED_WORDS,
    Candidate,
    is_name,
    is_telling,
    sorts_of,
    tells,
)
from workbench.alignment.kinds.deeds import one_deed, stands_beside_a_part, two_deeds, who_says
from workbench.alignment.kinds.lasting import compare_lengths, one_round
from workbench.alignment.kinds.one_measure import of_two
from workbench.alignment.kinds.only_ones import ONE_OF, of_matches, only_ones, two_convicts
from workbench.alignment.kinds.owners import one_owner, two_payers
from workbench.alignment.kinds.results import both_lead, compare_results, of_two_matches
from workbench.alignment.relations import Verdict, compare, in_one_unit, is_far, seconds
from workbench.claims.figures.elided import ELIDED
from workbench.claims.figures.lengths import LASTED
from workbench.claims.figures.matches import MINUTE, TITLE
from workbench.claims.figures.quantities import ELAPSED, OUT_OF
from workbench.claims.figures.standings import AGES, RANK
from workbench.claims.people.uncounted import BESIDES
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex
from workbench.text.normal import fold_words

# Measures that an event has one of: a quake's magnitude, a fire's area.
_INTRINSIC = frozenset("degree hectare dunam feddan acre".split())
_DIMENSIONS = frozenset("length depth height weight surface capacity".split())
# A storm has one speed; a train has many.
_SPEED, _WINDS = "speed", frozenset(("wind", "hurricane", "storm"))
# What everybody has some of.
_OWNED = frozenset("point seat vote goal percent share degree place case-state time-occurrence part".split())
# From here on two figures of the same digits are no chance.
_MANY_DIGITS = 3
# A match has one crowd; fewer than these may be some of it.
_CROWDS, _CROWD = frozenset(("spectator", "fan")), 300
_MANY_COUNTS = 4
_FAR_LONGER, _FAR_MORE = 15, 12
# What comes after an event has measures of its own.
_FOLLOWING = "of:aftershock"
_CREW = "crew"
# Words that any two distances from one place share.
_OF_DISTANCES = frozenset("distance kilometre metre mile north south east west lie happen be-far city town be".split())
_TIMES = re.compile(r"each:(\d|P)")
_MASTERED = "control"  # of a fire, before it is put out
_NOBODY: Mapping[str, str] = {}


def compare_quantities(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge,
    topic: frozenset[str] = frozenset(), owned_by: Mapping[str, str] = _NOBODY,
) -> Candidate | None:  # fmt: skip
    """``topic``: what both articles are about, which their clauses need not name."""
    if a.of in (MINUTE, TITLE) or b.of == MINUTE:
        return of_matches(a, b, in_a, in_b, likeness, knowledge) if a.of == b.of else None
    if two_convicts(a, b) or (compare(a.value, b.value) == "differ" and _one_at_an_hour(a, b, in_a, in_b)):
        return None
    if a.of == b.of and a.of in ONE_OF and (only := only_ones(a, b, in_a, in_b, likeness, knowledge)) is not None:
        return only
    same = a.of != "" and knowledge.lexicon.concepts.stands_for(a.of, b.of)
    kin = knowledge.lexicon.concepts.kin(a.of, b.of)
    predicates = knowledge.lexicon.concepts.stands_for(a.predicate, b.predicate) and a.predicate != ""
    if "after" in a.traits | b.traits and not (predicates and compare(a.value, b.value) == "agree"):
        # «عُثر على الصندوقين الأسودين بعد ثلاث ساعات», «انتُشل الصندوقان الأسودان بعد 3 ساعات»
        alike = len(a.context & b.context) >= SHARED_WORDS - 1 and compare(a.value, b.value) == "agree"
        if not (alike or _one_length(a, b, knowledge)):
            return None
        same = True
    two_lasted = LASTED in a.traits & b.traits and "" not in (a.of, b.of)  # «استمر إطلاق النار», «استمر الإغلاق»
    if a.kind == "duration" and not two_lasted and likeness >= (NEARLY_ALL if "" in (a.of, b.of) else 0.5):
        same = same or len(a.context & b.context) >= SHARED_WORDS
    if isinstance(a.value, Amount) and isinstance(b.value, Amount) and not _one_unit(a.value, b.value, kin, knowledge):
        return None
    verdict = compare(*in_one_unit(a.value, b.value, knowledge.amounts.scales), a.approximate or b.approximate)
    verdict = compare_lengths(a, b) if a.kind == "duration" else verdict
    if verdict == "agree":
        if a.kind == "score" and of_two_matches(a, b):
            return None
        if (a.of == RANK) != (b.of == RANK) or (a.of == RANK and not is_telling(a)):
            return None
        return _agreeing(a, b, kin, predicates, likeness, knowledge)
    if {a.of, b.of} & {AGES, RANK}:
        return None  # of whom, the words do not settle
    if a.kind == "score":
        return compare_results(a, b, in_a, in_b, verdict, likeness, knowledge)
    return _differing(a, b, in_a, in_b, same, predicates, verdict, likeness, knowledge, topic, owned_by)


def _differing(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], same: bool, predicates: bool, verdict: Verdict,
    likeness: float, knowledge: Knowledge, topic: frozenset[str], owned_by: Mapping[str, str],
) -> Candidate | None:  # fmt: skip
    """Figures that cannot both be true, if they are of one thing; ``same`` says that their words are."""
    if a.role != b.role or a.role == "part" or sorts_of(a) != sorts_of(b) or _origin(a) != _origin(b):
        return None
    if (a.polarity != b.polarity and a.kind == "quantity") or out_of_all_proportion(a.value, b.value):
        return None  # «لم تتعد المشاركة 46 في المئة»; «من 55 إلى 57 عاما», «عامين»
    elapsed = (ELAPSED in a.traits) != (ELAPSED in b.traits) and "after" not in a.traits | b.traits
    if elapsed and not knowledge.lexicon.concepts.stands_for(a.of, b.of):
        return None  # «بعد ثلاثة أسابيع من سقوط الحكومة», «حكومة لم تعمر ثلاثة أشهر»
    if {a.predicate, b.predicate} & knowledge.claim_cues.offset_concepts and a.kind == "duration":
        return None  # «أعقبتها خلال ست ساعات»: how long after, not how long
    if (BESIDES in a.traits) != (BESIDES in b.traits):
        return None  # «خمسة متهمين آخرين»: with those named before they are more
    if ELIDED in a.traits | b.traits:
        return None  # its noun is only guessed from what was counted before
    teller = same and _of_one_teller(a, b, in_a, in_b, knowledge)
    if (_elsewhere(a, b, knowledge) and not teller) or of_two(a, b, knowledge) or not one_round(a, b):
        return None
    if two_payers(a, b, knowledge):
        return None
    if not predicates and two_deeds(a, b, knowledge):
        return None
    if stands_beside_a_part(a, b, in_a, in_b) or stands_beside_a_part(b, a, in_b, in_a):
        return None
    if _origin(a) and "step" not in a.traits:
        # An event lies as far from a town as it lies.
        places = {trait.removeprefix("from:") for trait in _origin(a)}
        told = a.context & b.context - places - _OF_DISTANCES - {*_unit_words(a.value, knowledge)}
        sides = any(trait.startswith("way:") for trait in a.traits | b.traits)
        two = _tells_of_two_distances(a, in_a) or _tells_of_two_distances(b, in_b)
        one_way = (bool(told) or not sides) and _one_way(a, b) and not two
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness) if one_way else None
    if teller:
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)  # «قالت هيئة الأرصاد إن كمية الأمطار بلغت 110 ملم»
    owner = one_owner(a, b, owned_by)
    counts = all(isinstance(x.value, Amount) and x.value.unit is not None for x in (a, b))
    if counts and not (owner or predicates) and (OUT_OF in a.traits) != (OUT_OF in b.traits):
        return None  # «أرسل ألفي خيمة», «وزعوا 1200 من أصل الألفين»
    if owner:
        in_a = [claim for claim in in_a if owned_by.get(claim.id) == owned_by[a.id]]
        in_b = [claim for claim in in_b if owned_by.get(claim.id) == owned_by[b.id]]
    rivals = max(_rivals(a, in_a, predicates), _rivals(b, in_b, predicates))
    if a.of in _CROWDS and same and not rivals and min(_low(a), _low(b)) >= _CROWD:
        return Candidate(a, b, verdict, 0.55 + 0.3 * likeness)
    # «طاقمها المكون من 21 فردا» are not those who were on the other boat.
    people = all(x.of in GENERIC or knowledge.lexicon.is_a(x.of, "person") for x in (a, b)) and (
        bool(a.context & b.context - GENERIC) and (_CREW in a.context) == (_CREW in b.context)
    )
    if one_each(a, b) and _only_of_each(a, in_a) and _only_of_each(b, in_b):
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)  # «12 قرشا للسهم الواحد», «15 قرشا عن كل سهم»
    aboard = "aboard" in a.traits & b.traits and _only_aboard(a, in_a) and _only_aboard(b, in_b)
    if aboard and (same or people):
        # «على متنها 312 مسافرا», «كان على متن السفينة 231 راكبا»
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    doers = knowledge.claim_cues.doer_concepts
    if {a.of, b.of} <= doers and both_lead(a, b) and _only_among(a, in_a, doers) and _only_among(b, in_b, doers):
        return Candidate(a, b, verdict, 0.5 + 0.3 * likeness)  # «استسلم سبعة خاطفين», «أفرج أربعة مسلحين عن الرهائن»
    steps = predicates and counts and _one_step(a, in_a) and _one_step(b, in_b)
    if steps and both_lead(a, b):
        # «زيادة إنتاج النفط 400 ألف برميل يوميا», «رفع إنتاجها بواقع 40 ألف برميل في اليوم»
        return Candidate(a, b, verdict, 0.5 + 0.3 * likeness)
    if owner and same and not rivals and a.of in _OWNED:
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    if not predicates and any("total" in x.traits and "aboard" not in x.traits for x in (a, b)):
        # «عاد العمال السبعة», «نقل العمال الخمسة»: those that were told of before.
        return None
    # An event has one magnitude and one area; of money and kilograms there may be more than the reports tell.
    told = a.context & b.context - {a.predicate, *_unit_words(a.value, knowledge)}
    one_of_each = len(told) >= SHARED_WORDS - 1 or (isinstance(a.value, Amount) and a.value.unit in _INTRINSIC)
    if not same and one_of_each and all(
        _only_one_measured(x, claims, knowledge) for x, claims in ((a, in_a), (b, in_b))
    ):
        same = isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.unit == b.value.unit
    # Two per cents or two sums of two digits are often each other's turned round.
    if _is_transposed(a.value, b.value) and (_digits(a.value) >= _MANY_DIGITS or (same and likeness >= 0.2)):
        return Candidate(a, b, verdict, 0.55 + 0.3 * likeness)
    if not same and _sole_percentages(a, b, in_a, in_b, knowledge):
        return Candidate(a, b, verdict, 0.4 + 0.3 * likeness)
    if not same or (rivals and not (predicates and likeness >= 0.4)):
        return None
    # «39 مؤكدة مع خيار 33»: where a report counts one thing many times, much must be alike.
    if max(_counted_of(a, in_a), _counted_of(b, in_b)) >= _MANY_COUNTS and (
        likeness < 0.5 or _named_beside(a, in_a, knowledge) != _named_beside(b, in_b, knowledge)
    ):
        return None
    # Points, seats, metres, money: everybody has some; only what stands around tells whose.
    blows = a.of == _SPEED and a.context & b.context & _WINDS
    intrinsic = isinstance(a.value, Amount) and (a.value.unit in _INTRINSIC or a.of in _DIMENSIONS or bool(blows))
    owned = not intrinsic and (a.of in _OWNED or (isinstance(a.value, Amount) and a.value.unit != a.of))
    others = a.context & b.context - {a.of, *_unit_words(a.value, knowledge)}
    if owned and (rivals or not (predicates or len(others) >= SHARED_WORDS)):
        return None
    if a.of in _OWNED and (a.id in owned_by) != (b.id in owned_by):
        return None
    if owned and (owner is False or not _one_owner(a, b, others, topic, knowledge)):
        return None
    alone = a.kind == "duration" and not rivals and (likeness > 0 or "after" in a.traits | b.traits)
    alike = _told_alike(a, b, others, likeness, knowledge) or one_deed(a, b, in_a, in_b, knowledge)
    if not (predicates or intrinsic or alone or alike) or (a.of == _SPEED and not (predicates or blows)):
        return None
    return Candidate(a, b, verdict, 0.3 + 0.4 * likeness + 0.3 * (predicates or intrinsic))


def _told_alike(a: Claim, b: Claim, others: frozenset[str], likeness: float, knowledge: Knowledge) -> bool:
    """Whether enough of the words around two figures (``others`` than the thing's own) is shared: «برأت متهمين», «حوكم
    ستة عشر متهما»: the thing alone is not enough, nor is one word for things of one sort."""
    least = 1 + (a.of != b.of)
    if likeness < 0.2 or len(others) < least:
        return False
    if likeness >= NEARLY_ALL:
        return True
    told = others - {knowledge.lexicon.concepts.common(a.of)}
    return len(told) >= least and len(told - who_says(a, knowledge) - who_says(b, knowledge)) >= least


def _one_at_an_hour(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether one of two percentages is that of an hour, which goes on growing: «39,2 في المئة عند الثالثة والنصف»,
    «النسبة النهائية 55%»; or both are, of two."""
    if not all(isinstance(x.value, Amount) and x.value.unit is None for x in (a, b)):
        return False
    hours = [
        [
            x.value for x in claims
            if isinstance(x.value, Timex) and x.kind in ("date", "time") and "T" in x.value.timex
            and x.clause == claim.clause
        ]
        for claim, claims in ((a, in_a), (b, in_b))
    ]  # fmt: skip
    if not all(hours):
        return any(hours)
    return all(compare(one, other) == "differ" for one in hours[0] for other in hours[1])


def _agreeing(
    a: Claim, b: Claim, kin: bool, predicates: bool, likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """Equal figures, where that means anything: of one thing or one measure, of people, in like words."""
    people = all(knowledge.lexicon.is_a(one.of, "person") for one in (a, b))
    measured = (
        isinstance(a.value, Amount) and isinstance(b.value, Amount)
        and (a.value.unit == b.value.unit or _of_one_kind(a.value, b.value, knowledge)
             or bool(a.value.unit and b.value.unit and knowledge.amounts.same_money(a.value.unit, b.value.unit)))
    )  # fmt: skip
    # Two figures of two digits in like words are hardly one by chance.
    alike = is_telling(a) and is_telling(b) and len(a.context & b.context) >= SHARED_WORDS - 1
    if not (kin or measured or likeness >= 0.5 or people or alike or a.kind == "duration"):
        return None
    if not tells(a.value, kin or measured, FEW_PEOPLE if people else FEW_THINGS):
        return None
    far = is_far(*in_one_unit(a.value, b.value, knowledge.amounts.scales))
    return Candidate(a, b, "unsure" if far else "agree", 0.4 + 0.3 * likeness + 0.3 * predicates)


def _unit_words(value: object, knowledge: Knowledge) -> tuple[str, ...]:
    """A figure's unit and the noun of its money: «dollar» of USD."""
    unit = value.unit or "" if isinstance(value, Amount) else ""
    return unit, knowledge.amounts.nouns_of.get(unit, "")


def _low(claim: Claim) -> float:
    return (claim.value.low or 0) if isinstance(claim.value, Amount) else 0


def _origin(claim: Claim) -> frozenset[str]:
    """From where a distance is measured."""
    return frozenset(trait for trait in claim.traits if trait.startswith("from:"))


def _one_way(a: Claim, b: Claim) -> bool:
    """Whether two distances may lie on one side of the place: «جنوب طبرق», «جنوب غربي طبرق»."""
    ways = [{trait for trait in claim.traits if trait.startswith("way:")} for claim in (a, b)]
    return not all(ways) or bool(ways[0] & ways[1])


def _tells_of_two_distances(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        _origin(other) == _origin(claim) and compare(other.value, claim.value) == "differ"
        for other in claims if other.kind == claim.kind and other.id != claim.id
    )


def _elsewhere(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two measures of the weather are not both said to be of one place."""
    weather = knowledge.claim_cues.weather_concepts
    if not (a.of in weather or b.of in weather or (a.context | b.context) & weather):
        return False
    if not isinstance(a.value, Amount) or a.value.unit not in knowledge.amounts.measure_ids:
        return False
    places, wide = knowledge.world.places, knowledge.geography.is_wide
    return not any(word in places and not wide(word) for word in a.context & b.context)


def _of_one_teller(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether two measures of one thing are given on the word of one source, each the only one in its unit that the
    report gives."""
    if not isinstance(a.value, Amount) or a.value.unit not in knowledge.amounts.measure_ids or not a.source:
        return False
    tellers = [{word.removeprefix("ال") for word in fold_words(x.source or "").split()} for x in (a, b)]
    alone = all(_only_one_measured(x, claims, knowledge) for x, claims in ((a, in_a), (b, in_b)))
    return alone and bool(tellers[0] & tellers[1])


def _one_length(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether a length that passed before something was is also the other's: the same was done, or the other says how
    long the same sort of event went on: «سيطروا على الحريق بعد أربع ساعات», «استغرق إخماد النيران ساعتين»."""
    concepts, cues = knowledge.lexicon.concepts, knowledge.claim_cues
    after, other = (a, b) if "after" in a.traits else (b, a)
    if after.predicate not in cues.ending_concepts:
        return False  # «توفي بعد يومين» ends nothing that others went on with
    if "after" in other.traits:
        return concepts.stands_for(a.predicate, b.predicate) or _one_fire(a, b, knowledge)
    unrest = other.of in cues.unrest_concepts and bool(after.context & (cues.unrest_concepts | cues.fighting_concepts))
    return bool(other.context & cues.lasting_concepts) and (bool(a.context & b.context) or unrest)


def _one_fire(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether one report says after how long a fire was brought under control, and the other that it had been put out
    by then: it is not put out before."""
    cues = knowledge.claim_cues
    burns = all(x.context & cues.fire_concepts and x.predicate in cues.quenching_concepts for x in (a, b))
    mastered, quenched = (a, b) if a.predicate == _MASTERED else (b, a)
    if not burns or mastered.predicate != _MASTERED or not isinstance(mastered.value, Timex):
        return False
    length = seconds(quenched.value.timex) if isinstance(quenched.value, Timex) else None
    return length is not None and (seconds(mastered.value.timex) or 0.0) > length


def _one_owner(a: Claim, b: Claim, shared: frozenset[str], topic: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether both clauses name the same, and nobody else; or, where they name nobody but what both articles are about,
    share two words or more."""
    names_a, names_b = (
        {word for word in claim.context - topic if is_name(word, knowledge)} for claim in (a, b)
    )
    return names_a == names_b and (bool(names_a) or len(shared) >= SHARED_WORDS - 1)


def out_of_all_proportion(a: object, b: object) -> bool:
    """Whether one length or count is so many times the other that they are hardly of one thing."""
    lengths = [seconds(value.timex) for value in (a, b) if isinstance(value, Timex)]
    counts = [value.low for value in (a, b) if isinstance(value, Amount) and value.unit is not None]
    for values, most in ((lengths, _FAR_LONGER), (counts, _FAR_MORE)):
        known = [value for value in values if value and value > 0]
        if len(known) == 2 and max(known) > most * min(known):
            return True
    return False


def _one_unit(a: Amount, b: Amount, kin: bool, knowledge: Knowledge) -> bool:
    """Metres are held against metres, dollars against dollars; things counted only where they are kin."""
    measures = knowledge.amounts.measure_ids
    if a.unit == b.unit:
        return True
    if a.unit in measures or b.unit in measures:
        return _of_one_kind(a, b, knowledge)
    if a.unit is None or b.unit is None:
        # A percentage of the voters is no number of voters.
        return False
    if knowledge.amounts.same_money(a.unit, b.unit):
        return True
    return kin or not (a.unit.isupper() or b.unit.isupper())


def _of_one_kind(a: Amount, b: Amount, knowledge: Knowledge) -> bool:
    return a.unit is not None and b.unit is not None and knowledge.amounts.of_one_kind(a.unit, b.unit)


def _rivals(claim: Claim, claims: Sequence[Claim], predicates: bool) -> int:
    """How many other values the article itself gives for the same thing in the same event; where both articles say
    what was done with it (``predicates``), only those of which the same is said: 22 lorries set out, 9 were burnt."""
    return sum(
        other.id != claim.id and other.kind == claim.kind and other.of == claim.of and other.role == claim.role
        and (_FOLLOWING in other.traits) == (_FOLLOWING in claim.traits)
        and other.value != claim.value and compare(other.value, claim.value) != "agree"
        and (not predicates or other.predicate in ("", claim.predicate)) and ELIDED not in other.traits
        for other in claims
    )  # fmt: skip


def _one_step(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report tells one rise or fall by so much of every day or year, and this one."""
    each = {trait for trait in claim.traits if trait.startswith("each:")}
    return bool(each) and "step" in claim.traits and not any(
        "step" in x.traits and each & x.traits and compare(x.value, claim.value) == "differ" for x in claims
    )


def _each(claim: Claim) -> set[str]:
    """Of each of which things a figure is, but for days and years."""
    return {x for x in claim.traits if x.startswith("each:") and not _TIMES.match(x)}


def one_each(a: Claim, b: Claim) -> bool:
    """Whether two figures of one unit are of each of the same things."""
    same = isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.unit == b.value.unit is not None
    return same and bool(_each(a) & _each(b)) and "step" not in a.traits | b.traits


def _only_of_each(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report gives one figure for each of some things."""
    return not any(
        x.id != claim.id and _each(x) & _each(claim) and compare(x.value, claim.value) == "differ" for x in claims
    )


def _only_aboard(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report gives one count of all who were in something."""
    return not any("aboard" in x.traits and x.kind == claim.kind and compare(x.value, claim.value) == "differ"
                   for x in claims)  # fmt: skip


def _only_among(claim: Claim, claims: Sequence[Claim], concepts: frozenset[str]) -> bool:
    """Whether a report gives one count of people whom these words call."""
    return not any(x.of in concepts and compare(x.value, claim.value) == "differ" for x in claims)


def _counted_of(claim: Claim, claims: Sequence[Claim]) -> int:
    """How many counts a report gives of one thing in the event."""
    told = (other for other in claims if other.kind == claim.kind and other.of == claim.of)
    return len({repr(other.value) for other in told if ELIDED not in other.traits})


def _named_beside(claim: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> frozenset[str]:
    """Whom and what a claim's sentence names."""
    words = (other.context for other in claims if other.sentence == claim.sentence)
    return frozenset(word for context in words for word in context if is_name(word, knowledge))


def _only_one_measured(claim: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether a measure («درجات») is used of one value only, so that it needs no name of what it measures."""
    value = claim.value
    if not isinstance(value, Amount) or value.unit is None:
        return False
    if value.unit == claim.of and value.unit not in knowledge.amounts.measure_ids:
        return False
    return not any(
        isinstance(other.value, Amount) and other.value.unit == value.unit and compare(other.value, value) != "agree"
        and (_FOLLOWING in other.traits) == (_FOLLOWING in claim.traits)
        for other in claims
    )


def _is_transposed(a: object, b: object) -> bool:
    """Whether two exact figures have the same digits in another order, as slips of the pen have: 312 and 231, 2.4 and
    4.2 thousand million."""
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.low != a.high or b.low != b.high:
        return False
    if a.low is None or b.low is None or (a.unit is None) != (b.unit is None) or a.low == b.low:
        return False
    one, other = _figure(a.low), _figure(b.low)
    return len(one) == len(other) and sorted(one) == sorted(other) and len(f"{a.low:.6g}") == len(f"{b.low:.6g}")


def _figure(value: float) -> str:
    """The digits of a figure without the noughts at its end."""
    return f"{value:.10g}".replace(".", "").replace("e+", "").rstrip("0")


def _digits(value: object) -> int:
    return len(_figure(value.low)) if isinstance(value, Amount) and value.low is not None else 0


def _sole_percentages(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether each article gives one percentage of the event, both with a name and two words besides in common: «نسبة
    امتلاء سد تاقصبت», «مخزون سد تاقصبت … من سعته»."""
    if not all(isinstance(x.value, Amount) and x.value.unit is None and x.kind == "quantity" for x in (a, b)):
        return False
    alone = all(
        sum(isinstance(x.value, Amount) and x.value.unit is None and x.kind == "quantity" for x in claims) == 1
        for claims in (in_a, in_b)
    )
    shared, concepts = a.context & b.context, knowledge.lexicon.concepts
    told = concepts.common(a.of) in b.context or concepts.common(b.of) in a.context
    return alone and told and len(shared) > SHARED_WORDS and any(is_name(word, knowledge) for word in shared)
