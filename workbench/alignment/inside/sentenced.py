"""A prison term told twice in one article: as the court gave it, and again as «الحكم بالسجن سبع سنوات», which somebody
is to appeal against, welcomes or condemns."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.candidates import NEWS_SENTENCES, Candidate
from workbench.alignment.relations import compare
from workbench.claims.figures.matches import WHO
from workbench.claims.figures.told_of import PRISON
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge

_SCORE = 0.55
_NEAR, _AGAINST = 4, frozenset("علي بحق ضد لكل".split())


def sentenced_again(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """The terms of the lead, where it tells one only, beside a later one that the text calls the sentence; only where
    nobody else is named for it and nothing tells of another court, case or time."""
    terms = [claim for claim in article.claims if claim.of == PRISON and claim.polarity == "affirmed"]
    lead = [claim for claim in terms if claim.sentence <= NEWS_SENTENCES]
    told = next((claim for claim in lead if claim.part != "headline"), lead[0] if lead else None)
    if told is None or len({repr(claim.value) for claim in lead}) != 1:
        return
    for claim in terms:
        if claim.sentence <= NEWS_SENTENCES or compare(told.value, claim.value) != "differ":
            continue
        if _is_the_sentence(claim, article, knowledge) and _one_convict(told, claim, article, knowledge):
            yield Candidate(told, claim, "differ", _SCORE)
            return


def _is_the_sentence(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether «الحكم» or «العقوبة» stands right before the term, and none but this court gave it."""
    cues = knowledge.claim_cues
    view = article.sentences[claim.sentence].view
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    first = next((at for at, token in enumerate(view.tokens) if token.end > start), 0)
    at = view.has_key(cues.the_sentence, first - _NEAR, first)
    last = next((one.last for one in view.seen if one.first >= first and one.mention.type == "duration"), first)
    if view.has_key(_AGAINST, last, last + 2) is not None:
        return False  # «صدر الحكم بالسجن سبع سنوات على سمير قاسمي»
    if at is None or any(one.mention.type in ("person", "number") for one in view.seen if one.first > at):
        return False
    # «سيستأنف الحكم بالسجن سبع سنوات، وإن الطعن سيودع الأربعاء» tells of no other court yet.
    earlier = knowledge.reversals.stage | cues.another | cues.back_then | cues.was
    return view.has_key(earlier, 0, first) is None and view.has_key(
        cues.other_convict | cues.back_then | cues.another, 0, len(view.tokens)
    ) is None


def _one_convict(told: Claim, again: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether the later term is told of the one in the lead: by the same name, as somebody's client, or of nobody."""
    names = {trait.removeprefix(WHO) for trait in again.traits if trait.startswith(WHO)}
    view = article.sentences[again.sentence].view
    clients = {stem for at, stem in view.stems.items() if view.tokens[at].key in knowledge.claim_cues.client_word}
    return not names or f"{WHO}{next(iter(names))}" in told.traits or names <= clients
