"""Which of two statements is the later word: a count that has risen since, or knowledge where there was none yet."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.alignment.candidates import RUNNING
from workbench.claims.people.uncounted import NONE_OF
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Entity

_RISE, _PERSON, _SO_THAT = "increase", "person", "ل"


@dataclass(frozen=True, slots=True)
class Order:
    """What is known of when two articles were written: whether one is plainly the later, the ids of the running counts
    that their own article tells as risen, and whether one of the days is not known for sure."""

    a_later: bool
    b_later: bool
    risen: frozenset[str]
    unknown: bool = False


def order_of(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> Order:
    one, other = a.reading.date, b.reading.date
    a_later = b_later = False
    if one.begin and one.end and other.begin and other.end:
        a_later, b_later = one.begin > other.end, other.begin > one.end
    unknown = any(date.end is None or date.begin != date.end for date in (one, other))
    return Order(a_later, b_later, risen(a, knowledge) | risen(b, knowledge), unknown)


def risen(article: ArticleClaims, knowledge: Knowledge) -> frozenset[str]:
    """Running counts of a sentence that tells of a rise («ارتفعت الحصيلة إلى 28», «ما يرفع عدد القتلى إلى ستة», «ليصل
    العدد إلى تسعة»), and the same told elsewhere: «ارتفع عدد الإصابات إلى 1590، فيما بلغت الوفيات 23»."""
    counts = [claim for claim in article.claims if claim.kind == "casualties" and claim.state in RUNNING]
    counts += [claim for claim in article.claims if _is_running(claim, knowledge)]
    within, is_a, cues = {claim.sentence for claim in counts}, knowledge.lexicon.is_a, knowledge.claim_cues
    rises = [
        claim for claim in article.claims
        if claim.kind == "statement" and claim.sentence in within
        and (is_a(claim.predicate, _RISE) or claim.predicate in cues.raising_concepts
             or (claim.text.startswith(_SO_THAT) and claim.predicate in cues.reaching_concepts))
    ]  # fmt: skip
    if not rises:
        return frozenset()
    tolls = cues.toll_concepts
    # not «على ارتفاع 300 متر»
    things = {claim.of for claim in counts if claim.kind == "quantity"}
    rising = {
        claim.sentence for claim in rises
        if any(of in tolls or of in things or is_a(of, _PERSON) for of in claim.of.split("|"))
    }
    told = {(claim.state, _least(claim)) for claim in counts if claim.sentence in rising}
    return frozenset(claim.id for claim in counts if (claim.state, _least(claim)) in told)


def _is_running(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether a count of things or households is one that grows while a story runs: «الأسر التي غادرت منازلها»."""
    value = claim.value
    counted = claim.kind == "quantity" and isinstance(value, Amount) and value.unit == claim.of != ""
    running = knowledge.claim_cues.running_concepts & (claim.context | {claim.predicate})
    return counted and "step" not in claim.traits and bool(running)


def _least(claim: Claim) -> float | None:
    """«28» in a headline are «28 على الأقل» below it."""
    return claim.value.low if isinstance(claim.value, Amount) else None


def overtaking(a: Claim, b: Claim, order: Order) -> str | None:
    """The claim that overtakes the other, by its id: a count that has not fallen, or knowledge where there was none
    yet; None where neither does."""
    if a.kind == "casualties" and a.state in RUNNING:
        for one, other, later in ((a, b, order.b_later), (b, a, order.a_later)):
            # «ارتفعت الحصيلة إلى 28»: the text itself says that there was an earlier count.
            rises = other.id in order.risen or "may-rise" in one.traits
            if NONE_OF in one.traits:
                continue  # said of all of a group: no count that runs on
            # The missing are found: their number falls.
            if (later or rises) and (_not_fallen(one, other) or (later and a.state == "missing")):
                return other.id
            # «ولم يعد هناك مفقودون»
            if order.unknown and a.state == "missing" and isinstance(other.value, Amount) and other.value.high == 0:
                return other.id
        if a.role == "earlier" or b.role == "earlier":
            return b.id if a.role == "earlier" else a.id
    if a.kind == b.kind == "quantity":
        # «إجلاء 340 عائلة», «ارتفع عدد العائلات التي غادرت منازلها إلى 520»
        for one, other, sooner in ((a, b, order.a_later), (b, a, order.b_later)):
            if other.id in order.risen and one.id not in order.risen and not sooner and _not_fallen(one, other):
                return other.id
    if a.kind == "actor":
        for one, other in ((a, b), (b, a)):
            if one.polarity != "negated" or other.polarity != "affirmed":
                continue
            later = order.b_later if one is a else order.a_later
            # «لم تتبن أي جهة الهجوم»: until then.
            nobody = a.predicate == b.predicate == "claim-responsibility" and _is_nobody(one)
            if one.hedge or later or (order.unknown and nobody):
                return other.id
    return None


def _is_nobody(claim: Claim) -> bool:
    return not isinstance(claim.value, Entity) or not claim.value.name


def _not_fallen(earlier: Claim, later: Claim) -> bool:
    one, other = earlier.value, later.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return False
    return (one.low or 0) <= (other.high if other.high is not None else float("inf"))
