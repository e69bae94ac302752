"""How long one thing lasted, in two reports."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import Candidate, EventPair
from workbench.alignment.relations import compare
from workbench.claims.lengths import LASTED
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge


def compare_lasting(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """Two lengths of what both reports say went on: of one noun («جلسة»), or of the event itself where one does not
    name it («ودامت أربعين ثانية»), each report giving one length of it."""
    if not all(LASTED in claim.traits for claim in (a, b)) or pair.match.verdict != "same":
        return None
    if a.polarity != b.polarity or not _one_subject(a, b, pair, knowledge):
        return None
    for claim, claims in ((a, in_a), (b, in_b)):
        others = [x for x in claims if LASTED in x.traits and x.id != claim.id and x.value != claim.value]
        if any(_may_be_one(x.of, claim.of, knowledge) for x in others):
            return None
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)


def _may_be_one(one: str, other: str, knowledge: Knowledge) -> bool:
    return not one or not other or knowledge.lexicon.concepts.kin(one, other)


def _one_subject(a: Claim, b: Claim, pair: EventPair, knowledge: Knowledge) -> bool:
    concepts = knowledge.lexicon.concepts
    if a.of and b.of:
        family = knowledge.events.family(a.of, concepts)
        main = pair.a.main and pair.b.main and family is not None and family in pair.a.kinds & pair.b.kinds
        return concepts.stands_for(a.of, b.of) or (main and family == knowledge.events.family(b.of, concepts))
    named = a.of or b.of
    family = knowledge.events.family(named, concepts) if named else None
    return pair.a.main and pair.b.main and family is not None and family in pair.a.kinds & pair.b.kinds
