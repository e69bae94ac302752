"""Whose a figure is: the seats of a party, the goals of a player."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.alignment.likeness import one_name
from workbench.claims.figures.told_of import FOR_THE_LOST
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity, Mention
from workbench.text.normal import key
from workbench.text.values import Article

_LONGEST_NAME = 4  # words in quotation marks that are a name
_PAYERS = ("person", "organisation")
_NAMES = frozenset(("person", "organisation"))


def owners(claims: ArticleClaims) -> dict[str, str]:
    """For each figure of an article the last name before it in its sentence, folded, by the claim's id: «حل حزب
    «العدل والنماء» ثانيا بـ24 مقعدا، يليه «تكتل الشباب» بأحد عشر». Whoever is quoted owns nothing of what he tells.
    Claims without an owner are left out."""
    article = claims.reading.article
    mentions = claims.reading.mentions
    found = {}
    for claim in claims.claims:
        if claim.kind == "quantity":
            start = article.sentences[claim.sentence].start
            told_by = key(claim.source or "")
            before = (
                name for mention in reversed(mentions)
                if start <= mention.start < claim.span.start and (name := _name(mention, article))
                and name not in told_by
            )  # fmt: skip
            owner = next(before, None)
            if owner is not None:
                found[claim.id] = owner
    return found


def _name(mention: Mention, article: Article) -> str:
    value = mention.value
    if mention.type in _NAMES and isinstance(value, Entity):
        return key(value.name)
    text = article.text[mention.start : mention.end].strip("«»\"“” ")
    return key(text) if mention.type == "quotation" and len(text.split()) <= _LONGEST_NAME else ""


def one_owner(a: Claim, b: Claim, owned: Mapping[str, str]) -> bool | None:
    """Whether two figures are of one owner; None where either has none."""
    one, other = owned.get(a.id), owned.get(b.id)
    return None if one is None or other is None else one_name(one, other)


def two_payers(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two sums for each of the dead are paid by two, as far as the clauses say: «الحكومة», «مالك المصنع»."""
    if FOR_THE_LOST not in a.traits & b.traits:
        return False
    cues, concepts = knowledge.claim_cues, knowledge.lexicon.concepts
    nobody = cues.lost_concepts | cues.bereaved_concepts
    payers = [
        {word for word in claim.context - nobody if any(concepts.is_a(word, sort) for sort in _PAYERS)}
        for claim in (a, b)
    ]
    return all(payers) and not payers[0] & payers[1]
