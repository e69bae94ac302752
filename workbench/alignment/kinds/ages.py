"""The age of one person in two reports, wherever in their stories they tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.alignment.candidates import Candidate, EventPair, likeness_of, one_story
from workbench.alignment.relations import compare
from workbench.claims.people.ages import THEN
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Entity
from workbench.text.normal import fold_words

_SCORE = 0.65


def ages_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Ages of one person told beside two events of one story: how old somebody is does not hang on what is told of them
    there. The person bears one name in both, in full or as only they do in their text; where a report tells one age
    only, and one calls the person by what they are («الطفل»), the ages can but agree."""
    told = one_story(pairs)
    if told is None:
        return
    ages_a, ages_b = (
        [claim for claim in x.claims if claim.predicate == "age" and THEN not in claim.traits] for x in (a, b)
    )
    if not ages_a or not ages_b:
        return
    names_a, names_b = full_names(a), full_names(b)
    for one in ages_a:
        for other in ages_b:
            verdict = compare(one.value, other.value)
            alone = len({repr(x.value) for x in ages_a}) == len({repr(x.value) for x in ages_b}) == 1
            known = _one_name(one, other, names_a, names_b, knowledge) or (
                _one_role(one, other, a, b, knowledge) and not _named_apart(one, other)
            )
            if known or (alone and verdict == "agree" and _may_be_one(one, other, knowledge)):
                yield told, Candidate(one, other, verdict, _SCORE + likeness_of(one.context, other.context) / 4)


def _one_name(
    a: Claim, b: Claim, names_a: frozenset[str], names_b: frozenset[str], knowledge: Knowledge
) -> bool:
    """Whether both tell of one who bears a name of two words, or of the only one who bears a family's name."""
    one, other = (fold_words(knowledge.name_of(claim.of).ar or claim.of) for claim in (a, b))
    full = one if " " in one else other
    if " " in one and " " in other:
        return one == other
    short = {one, other} - {full} or {full}
    word = short.pop()
    given = " " not in full and word in knowledge.world.words.given
    if not word or given or word not in (full.split()[0], full.split()[-1]):
        return False
    bearers = {name for name in names_a | names_b | {full} if " " in name and word in name.split()}
    # «الرئيس السابق نديم شاهين», «نديم شاهين»: one name in the other.
    return not word.isascii() and all(name in full or full in name or " " not in full for name in bearers) and (
        len(bearers) < 2 or " " in full
    )


def _one_role(one: Claim, other: Claim, a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> bool:
    """«قتل الصائغ إدريس العلمي (58 عاما)», «الضحية البالغ 63 عاما»: of each report's only one."""
    for concepts in (knowledge.claim_cues.slain_concepts, knowledge.claim_cues.culprit_concepts):
        (ages_a, called_a), (ages_b, called_b) = age_of_the_one(a, concepts), age_of_the_one(b, concepts)
        if ages_a == [one] and ages_b == [other] and (called_a or called_b):
            return True
    return False


def _named_apart(one: Claim, other: Claim) -> bool:
    """Whether both are told of by name."""
    return not one.of.isascii() and not other.of.isascii()


def _may_be_one(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two roles are kin, or one is a name and the other a role."""
    roles = [claim.of.isascii() and claim.of not in knowledge.world.people for claim in (a, b)]
    sorts = [{claim.of} | {trait.removeprefix("is:") for trait in claim.traits} for claim in (a, b)]
    if any(roles):
        return any(knowledge.lexicon.concepts.kin(x, y) for x in sorts[0] for y in sorts[1]) or sum(roles) == 1
    return False


def age_of_the_one(article: ArticleClaims, concepts: frozenset[str]) -> tuple[list[Claim], bool]:
    """The ages of whoever an article speaks of by one of these roles, where it never speaks of several of them, and
    whether it calls them by the role alone: «الضحية البالغ 63 عاما»."""
    roles = frozenset(f"is:{concept}" for concept in concepts)
    found = [
        claim for claim in article.claims
        if claim.predicate == "age" and THEN not in claim.traits and (claim.of in concepts or claim.traits & roles)
    ]  # fmt: skip
    if not found:
        return [], False
    several = any(
        entry.concept in concepts and (entry.number != "singular" or _is_numbered(sentence.view, at))
        for sentence in article.sentences
        for at, entries in enumerate(sentence.view.entries) for entry in entries[:1]
    )  # fmt: skip
    more = any(
        claim.kind == "casualties" and claim.state == "killed" and isinstance(claim.value, Amount)
        and claim.value.low is not None and claim.value.low > 1 for claim in article.claims
    )  # fmt: skip
    return ([] if several or more else found), any(claim.of in concepts for claim in found)


def _is_numbered(view: SentenceView, at: int) -> bool:
    """«المتهم الثاني», «ضحية أخرى»"""
    behind = at + 1
    nth = any(seen.first == behind and seen.mention.type == "ordinal" for seen in view.seen)
    return nth or any(one.concept == "other" for entries in view.entries[behind : behind + 1] for one in entries[:1])


def full_names(article: ArticleClaims) -> frozenset[str]:
    """The names of people in an article, folded."""
    named = {
        mention.value.name for mention in article.reading.mentions
        if mention.type == "person" and isinstance(mention.value, Entity)
    }  # fmt: skip
    return frozenset(fold_words(name) for name in named | {c.of for c in article.claims if c.predicate == "age"})
