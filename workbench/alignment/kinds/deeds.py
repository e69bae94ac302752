"""Whether two counts are of what did one thing or had one thing done to it: «شنت ثلاث مسيّرات غارة», «قصفت خمس طائرات
بدون طيار القاعدة»; not «أسقطت خمس مسيّرات»."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.relations import compare
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount
from workbench.text.normal import fold_words

_ATTACK = "attack"
_COUNTS = frozenset(("casualties", "quantity"))
_CRAFT = ("vehicle", "weapon")


def two_deeds(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two counts of craft or weapons are of those that did something and of those that were shot down or
    taken."""
    concepts, undone = knowledge.lexicon.concepts, knowledge.claim_cues.undone_concepts
    craft = all(any(concepts.is_a(x.of, sort) for sort in _CRAFT) for x in (a, b))
    return craft and (a.predicate in undone) != (b.predicate in undone)


def one_deed(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether two counts of one thing, each the only one of it that its report gives in the event, are told beside
    deeds of one sort, or one of them beside none («بلغ عدد …») in words of which the other has some."""
    if not all(_is_count(x) and _only_count(x, claims, knowledge) for x, claims in ((a, in_a), (b, in_b))):
        return False
    concepts, cues = knowledge.lexicon.concepts, knowledge.claim_cues
    if knowledge.lexicon.is_a(a.of, "person"):
        return False  # of whom there are many groups
    families = [knowledge.events.family(x.predicate, concepts) for x in (a, b)]
    if families[0] == families[1] == _ATTACK:
        return True
    if a.predicate in cues.moving_out_concepts and b.predicate in cues.moving_out_concepts:
        return True
    level = a.predicate in cues.level_concepts or b.predicate in cues.level_concepts
    told = a.context & b.context - {concepts.common(a.of), a.of, b.of} - cues.level_concepts
    told -= who_says(a, knowledge) | who_says(b, knowledge)
    return level and bool(told)


def stands_beside_a_part(side: Claim, whole: Claim, in_side: Sequence[Claim], in_whole: Sequence[Claim]) -> bool:
    """Whether one report divides its count in its sentence, and the other's stands beside one of these parts: «318
    محتجزا، بواقع 250 … و68», «250 أسيرا في مقابل 86 محتجزا»."""
    parts = _counts_beside(whole, in_whole)
    others = _counts_beside(side, in_side)
    total = whole.value.low if isinstance(whole.value, Amount) else None
    return len(parts) > 1 and sum(parts) == total and bool(set(parts) & set(others))


def _counts_beside(claim: Claim, claims: Sequence[Claim]) -> list[float]:
    return [
        other.value.low or 0.0 for other in claims
        if other.kind in _COUNTS and other.sentence == claim.sentence and other.id != claim.id
        and isinstance(other.value, Amount) and other.value != claim.value
    ]  # fmt: skip


def who_says(claim: Claim, knowledge: Knowledge) -> frozenset[str]:
    """The concepts of the words that name a claim's source, which say nothing of what it counts: «إدارة الميناء»."""
    words = fold_words(claim.source or "").split()
    return frozenset(entry.concept for word in words for entry in knowledge.lexicon.lookup(word))


def _is_count(claim: Claim) -> bool:
    value = claim.value
    return claim.kind == "quantity" and isinstance(value, Amount) and value.unit == claim.of != ""


def _only_count(claim: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> bool:
    concepts = knowledge.lexicon.concepts
    return not any(
        other.id != claim.id and other.kind in ("quantity", "casualties") and concepts.stands_for(other.of, claim.of)
        and compare(other.value, claim.value) == "differ" for other in claims
    )  # fmt: skip
