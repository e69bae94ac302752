"""How long one thing lasted, in two reports."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import Candidate, EventPair
from workbench.alignment.relations import Verdict, compare, seconds
from workbench.claims.figures.lengths import AT_LEAST, AT_MOST, DELAY, LASTED, SCHOOLS
from workbench.claims.figures.results import STAGE
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex

_MATCH, _FAR, _FINAL = "match", 2, {f"{STAGE}final"}
_OWN_SORT = frozenset((DELAY, SCHOOLS))


def compare_lasting(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """Two lengths of what both reports say went on: of one noun («جلسة»), or of the event itself where one does not
    name it («ودامت أربعين ثانية»), each report giving one length of it."""
    if not all(LASTED in claim.traits for claim in (a, b)) or pair.match.verdict != "same":
        return None
    if a.polarity != b.polarity or not one_round(a, b) or not _one_subject(a, b, pair, knowledge):
        return None
    for claim, claims in ((a, in_a), (b, in_b)):
        others = [
            x for x in claims
            if LASTED in x.traits and x.id != claim.id and x.value != claim.value and one_round(x, claim)
        ]
        if any(_may_be_one(x.of, claim.of, knowledge) for x in others):
            return None
    return Candidate(a, b, compare_lengths(a, b), 0.6 + 0.3 * likeness)


def one_round(a: Claim, b: Claim) -> bool:
    """Whether both tell of one part of a tournament: the final, where none is named."""
    stages = [{trait for trait in claim.traits if trait.startswith(STAGE)} - _FINAL for claim in (a, b)]
    return stages[0] == stages[1]


def compare_lengths(a: Claim, b: Claim) -> Verdict:
    """As ``compare``, but that «أكثر من أسبوعين» agrees with three weeks, and is not sure of three months."""
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    lengths = [seconds(x.value.timex) if isinstance(x.value, Timex) else None for x in (a, b)]
    if verdict != "differ" or lengths[0] is None or lengths[1] is None:
        return verdict
    short, long = (a, b) if lengths[0] < lengths[1] else (b, a)
    if AT_LEAST not in short.traits and AT_MOST not in long.traits:
        return verdict
    return "agree" if max(lengths[0], lengths[1]) <= _FAR * min(lengths[0], lengths[1]) else "unsure"


def one_sort(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether both are words for what reports call a siege, or fighting, or unrest: «معارك», «مواجهات»."""
    cues = knowledge.claim_cues
    sorts = (cues.siege_concepts, cues.fighting_concepts, cues.unrest_concepts, cues.downpour_concepts)
    return any(one in sort and other in sort for sort in sorts)


def _one_match(one: str, other: str, pair: EventPair, knowledge: Knowledge) -> bool:
    """Whether both are the match that both reports are about: «النهائي», «المباراة», «اللقاء»."""
    concepts = knowledge.lexicon.concepts
    family = {knowledge.events.family(of, concepts) for of in (one, other)}
    main = pair.a.main and pair.b.main and _MATCH in pair.a.kinds | pair.b.kinds
    return main and _MATCH in family and family <= {_MATCH, "meeting"}


def _may_be_one(one: str, other: str, knowledge: Knowledge) -> bool:
    if {one, other} & _OWN_SORT:
        return one == other
    return not one or not other or knowledge.lexicon.concepts.kin(one, other) or one_sort(one, other, knowledge)


def _one_subject(a: Claim, b: Claim, pair: EventPair, knowledge: Knowledge) -> bool:
    concepts = knowledge.lexicon.concepts
    if a.of and b.of:
        family = knowledge.events.family(a.of, concepts)
        main = pair.a.main and pair.b.main and family is not None and family in pair.a.kinds & pair.b.kinds
        if one_sort(a.of, b.of, knowledge) or _one_match(a.of, b.of, pair, knowledge):
            return True
        return concepts.stands_for(a.of, b.of) or (main and family == knowledge.events.family(b.of, concepts))
    named, other = (a.of, b) if a.of else (b.of, a)
    if named and named in other.context:
        return True  # «وعُقدت الجلسة …، واستغرقت 4 ساعات»
    family = knowledge.events.family(named, concepts) if named else None
    return pair.a.main and pair.b.main and family is not None and family in pair.a.kinds & pair.b.kinds
