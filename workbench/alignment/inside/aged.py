"""One person's age told twice in one article, the second time by the family's or the given name alone: «نديم شاهين (52
عاما) … وشاهين البالغ من العمر 57 عاما».

A name of one word is the person's of whom it is the last or the first, or that of both ages; only where everybody in
the text who bears it bears the same name in full, and neither age is said to be of another time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from workbench.alignment.candidates import Candidate
from workbench.alignment.kinds.ages import age_of_the_one, full_names
from workbench.alignment.relations import compare
from workbench.claims.people.ages import THEN
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.text.normal import fold_words

_SCORE = 0.7
_TWICE = 2


def ages_of_one_person(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """Pairs of ages of one person that differ."""
    ages = [
        claim for claim in article.claims
        if claim.predicate == "age" and THEN not in claim.traits
        # «طفلا في الخامسة», «طفلة في الثامنة»: what somebody is, is no name.
        and (not claim.of.isascii() or claim.of in knowledge.world.people)
    ]  # fmt: skip
    names = full_names(article) if len(ages) > 1 else frozenset()
    for first, second in combinations(ages, 2):
        if first.sentence == second.sentence or compare(first.value, second.value) != "differ":
            continue
        full, short = (fold_words(knowledge.name_of(claim.of).ar) for claim in (first, second))
        alone = full == short and " " not in full and full not in knowledge.world.words.given
        if _is_called(full, short, names) or (alone and not any(full in name.split() for name in names - {full})):
            yield Candidate(first, second, "differ", _SCORE)
    for concepts in (knowledge.claim_cues.slain_concepts, knowledge.claim_cues.culprit_concepts):
        told, called = age_of_the_one(article, concepts)
        if called and len(told) == _TWICE and _apart(told, article, knowledge):
            yield Candidate(told[0], told[1], "differ", _SCORE)


def _apart(told: list[Claim], article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether two ages of whoever has a role differ, and the later is not brought up as another's."""
    first, second = told
    another = knowledge.claim_cues.another | knowledge.claim_cues.back_then
    words = {token.key for token in article.sentences[second.sentence].view.tokens}
    return first.sentence != second.sentence and compare(first.value, second.value) == "differ" and not words & another


def _is_called(full: str, short: str, names: frozenset[str]) -> bool:
    """Whether a short name is the last or first word of a full one, and of no other in the text."""
    words = full.split()
    if len(words) < 2 or " " in short or short not in (words[0], words[-1]):
        return False
    bearers = {name for name in names | {full} if " " in name and short in name.split()}
    # «الرئيس السابق نديم شاهين», «نديم شاهين»: one name in the other.
    return all(name in full or full in name for name in bearers)

