"""What an event has one of for each player, team, convict or vote: a minute, a number of titles, a prison term, a
turnout."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import NEWS_SENTENCES, SHARED_WORDS, Candidate, is_name, sorts_of
from workbench.alignment.relations import compare
from workbench.claims.figures.bans import BAN
from workbench.claims.figures.elided import ELIDED
from workbench.claims.figures.lengths import CAPTIVITY
from workbench.claims.figures.matches import DECISIVE, MINUTE, TITLE, WHO, WON
from workbench.claims.figures.measured import WEIGHT_CLASS
from workbench.claims.figures.quantities import KILOMETRE_MARK
from workbench.claims.figures.told_of import PRISON, TURNOUT
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

ONE_OF = frozenset((PRISON, BAN, TURNOUT, CAPTIVITY, WEIGHT_CLASS, KILOMETRE_MARK))
# Words of a name.
_FULL_NAME = 2


def of_matches(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """Minutes in which one player scored, whose name stands beside that act alone; of the only penalty or sending-off
    that each report tells of, in like words; and how many titles one team has won, where each report gives one
    number."""
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return None
    shared = frozenset(word for word in a.context & b.context if is_name(word, knowledge))
    verdict = compare(a.value, b.value)
    if a.of == TITLE:
        alone = _one_value(in_a, TITLE) and _one_value(in_b, TITLE)
        won = bool(shared) or WON in a.traits & b.traits
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness) if alone and won else None
    only = a.predicate == b.predicate and all(
        sum(x.of == MINUTE and x.predicate == a.predicate for x in claims) == 1 for claims in (in_a, in_b)
    )
    if a.predicate not in ("goal", "injury") and only and len(a.context & b.context) >= SHARED_WORDS:
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    decided = DECISIVE in a.traits & b.traits and all(
        sum(DECISIVE in x.traits for x in claims) == 1 for claims in (in_a, in_b)
    )
    if decided:
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    # «تفرغ زينة» of many clauses is a team; one player's name stands beside one act.
    named = {trait for trait in a.traits & b.traits if trait.startswith(WHO)}
    others = {
        trait for claims, claim in ((in_a, a), (in_b, b)) for x in claims if x.of == MINUTE and x.id != claim.id
        for trait in x.traits
    }  # fmt: skip
    # One word alone may be a team's, which the leads name.
    leads = {f"{WHO}{word}" for claims in (in_a, in_b) for x in claims if x.sentence < NEWS_SENTENCES
             for word in x.context if x.of != MINUTE}  # fmt: skip
    others |= leads
    goals = {"goal", "penalty"}
    acts = a.predicate == b.predicate or {a.predicate, b.predicate} <= goals
    return Candidate(a, b, verdict, 0.6 + 0.3 * likeness) if acts and named - others else None


def only_ones(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """Prison terms, bans, captivities, turnouts and classes of weight: the only one in each report, the only one
    beside two names in common, or the only one behind one name."""
    if a.of == WEIGHT_CLASS and sorts_of(a) != sorts_of(b):
        return None  # «تحت 80 كلغ», «فوق 80 كلغ»
    if a.polarity != b.polarity or any("nth:" in trait for trait in a.traits ^ b.traits):
        return None
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    alone = _one_value(in_a, a.of) and _one_value(in_b, a.of)
    names = frozenset(word for word in a.context & b.context if is_name(word, knowledge))
    named = len(names) >= _FULL_NAME and all(
        _one_value([x for x in claims if len(x.context & names) >= _FULL_NAME], a.of) for claims in (in_a, in_b)
    )
    return Candidate(a, b, verdict, 0.6 + 0.3 * likeness) if alone or named or _one_convict(a, b, in_a, in_b) else None


def two_convicts(a: Claim, b: Claim) -> bool:
    """Whether two prison terms or bans are told of two people, or only one length is that of a ban."""
    if (a.of == BAN) != (b.of == BAN):
        return True
    convicts = [{trait for trait in claim.traits if trait.startswith(WHO)} for claim in (a, b)]
    return a.of == b.of and a.of in (PRISON, BAN) and all(convicts) and not convicts[0] & convicts[1]


def _one_convict(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim]) -> bool:
    """Whether both terms are told behind one name, the only ones told so."""
    who = {trait for trait in a.traits & b.traits if trait.startswith(WHO)}
    return bool(who) and all(
        _one_value([x for x in claims if x.traits & who], a.of) for claims in (in_a, in_b)
    )  # fmt: skip


def _one_value(claims: Sequence[Claim], of: str) -> bool:
    """Whether all the claims of one thing give one value."""
    return len({repr(claim.value) for claim in claims if claim.of == of and ELIDED not in claim.traits}) == 1
