"""How long one thing of the story lasts, told twice in one article: «زيارة تستمر يومين», «زيارته التي تدوم أربعة
أيام»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.candidates import Candidate
from workbench.alignment.kinds.lasting import compare_lengths, one_round
from workbench.claims.figures.lengths import LASTED
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge

_SCORE = 0.55


def lasting_twice(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """The two lengths, if no more are told, of what one noun calls in the story's main event; the later one of what is
    known by then («الزيارة», «زيارته») and in a sentence that tells of no other one and no other time."""
    main = {event.id for event in article.events if event.main}
    rows: dict[str, list[Claim]] = {}
    for claim in article.claims:
        lasted = claim.kind == "duration" and LASTED in claim.traits and claim.of
        if lasted and claim.event in main and claim.part == "body" and claim.polarity == "affirmed":
            rows.setdefault(knowledge.lexicon.concepts.common(claim.of), []).append(claim)
    for of, row in rows.items():
        family = knowledge.events.family(of, knowledge.lexicon.concepts)
        if family is None or len({repr(claim.value) for claim in row}) != 2:
            continue
        first = row[0]
        again = next(claim for claim in row if claim.value != first.value)
        apart = first.sentence < again.sentence and compare_lengths(first, again) == "differ"
        two = any(_tells_of_another(claim, article, knowledge) for claim in (first, again))
        if apart and one_round(first, again) and not two and _is_known(again, article, knowledge):
            yield Candidate(first, again, "differ", _SCORE)


def _is_known(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether the noun of what lasts is definite in the length's sentence («زيارته», «الزيارة»), and stands there
    once."""
    view, concepts = article.sentences[claim.sentence].view, knowledge.lexicon.concepts
    told = [
        entry for entries in view.entries for entry in entries[:1] if concepts.stands_for(entry.concept, claim.of)
        and entry.pos in ("noun", "masdar")
    ]  # fmt: skip
    return len(told) == 1 and (told[0].definite or bool(told[0].enclitic)) and told[0].number == "singular"


def _tells_of_another(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    view, cues = article.sentences[claim.sentence].view, knowledge.claim_cues
    ordinal = any(one.mention.type == "ordinal" for one in view.seen)
    return ordinal or view.has_key(cues.another | cues.back_then, 0, len(view.tokens)) is not None
