"""What one article says twice and differently: a headline against its body, a lead against what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from workbench.alignment.candidates import GENERIC, NEWS_SENTENCES, Candidate, likeness_of
from workbench.alignment.inside.aged import ages_of_one_person
from workbench.alignment.inside.headline_figures import headline_figures
from workbench.alignment.inside.lasting_twice import lasting_twice
from workbench.alignment.inside.recalled import recounted
from workbench.alignment.inside.redated import dated_again
from workbench.alignment.inside.sentenced import sentenced_again
from workbench.alignment.kinds.comparing import ClaimIndex
from workbench.alignment.kinds.counted import compare_quantities
from workbench.alignment.kinds.penalties import headline_penalty
from workbench.alignment.kinds.people import compare_ages, compare_casualties
from workbench.alignment.kinds.said import compare_statements
from workbench.alignment.later import risen
from workbench.alignment.values import Alignment
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Timex
from workbench.text.normal import key
from workbench.text.values import Bilingual

# Inside one text only what is almost the same sentence is held against another.
_INNER_FROM = 0.45
# The kinds of claims by which one text contradicts itself.
_TOLD_TWICE = frozenset(("casualties", "quantity", "duration", "score", "statement"))
# Of how many counts one total may be the sum.
_MOST_PARTS = 8


def align_within(article: ArticleClaims, knowledge: Knowledge) -> tuple[Alignment, ...]:
    """Pairs of claims of one article that cannot both be true: a headline against its body, a lead against what
    follows. Counts that the text gives to another source, another time or a part are none."""
    found: list[Alignment] = []
    by_event: dict[str | None, list[Claim]] = {}
    for claim in article.claims:
        by_event.setdefault(claim.event, []).append(claim)
    for event in article.events:
        claims = by_event.get(event.id, [])
        heads = [claim for claim in claims if claim.part == "headline"]
        bodies = [claim for claim in claims if claim.part in ("body", "standfirst")]
        candidates = [
            *_headline_against_body(heads, bodies, claims, knowledge),
            *(_lead_against_rest(bodies, article, knowledge) if event.main else ()),
        ]
        for candidate in candidates:
            if candidate.a.kind == "casualties" and _may_be_a_part(candidate, article, event.several):
                continue
            if candidate.a.kind == "statement" and _denied(candidate, article, knowledge):
                continue
            found.append(_contradiction(candidate))
    taken = {alignment.claims for alignment in found}
    again = (
        *_all_of_them(article), *recounted(article, knowledge), *ages_of_one_person(article, knowledge),
        *dated_again(article, knowledge), *_asked_twice(article, knowledge), *sentenced_again(article, knowledge),
        *headline_penalty(article), *headline_figures(article, knowledge), *lasting_twice(article, knowledge),
    )  # fmt: skip
    found += [
        _contradiction(candidate) for candidate in again
        if (candidate.a.id, candidate.b.id) not in taken
    ]  # fmt: skip
    return tuple(found)


def _may_be_a_part(candidate: Candidate, article: ArticleClaims, several: bool) -> bool:
    """Whether one count may be of some of the people of the other. A lead tells the whole and the rest its parts, so
    that only a larger count below contradicts it; what a headline tells, the lead must tell too, unless the story is
    of several attacks or accidents. A count that others of the text add up to is their total."""
    first, second = candidate.a.value, candidate.b.value
    if not isinstance(first, Amount) or not isinstance(second, Amount):
        return False
    if first.low is None or second.low is None:
        return True
    below = candidate.a.part != "headline" or candidate.b.sentence > NEWS_SENTENCES
    if second.low < first.low and (below or several):
        return True
    total = max(first.low, second.low)
    counts = {
        (claim.span, claim.value.low): claim.value.low
        for claim in article.claims
        if claim.kind == "casualties" and claim.state == candidate.a.state and claim.part != "headline"
        and isinstance(claim.value, Amount) and claim.value.low is not None and 0 < claim.value.low < total
    }  # fmt: skip
    parts = list(counts.values())[:_MOST_PARTS]
    return any(sum(some) == total for size in range(2, len(parts) + 1) for some in combinations(parts, size))


def _denied(candidate: Candidate, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether one of the two sentences reports a denial: who tells of a denial tells also what is denied."""
    if candidate.a.polarity == candidate.b.polarity:
        return False
    return any(
        entry.concept in knowledge.blame.deny_concepts
        for claim in (candidate.a, candidate.b)
        for entries in article.sentences[claim.sentence].view.entries
        for entry in entries[:1]
    )


def _headline_against_body(
    heads: Sequence[Claim], bodies: Sequence[Claim], claims: Sequence[Claim], knowledge: Knowledge
) -> Iterator[Candidate]:
    heads = [head for head in heads if head.kind in _TOLD_TWICE]
    if not heads:
        return
    index = ClaimIndex((claim for claim in bodies if claim.kind in _TOLD_TWICE), knowledge)
    for head in heads:
        verdicts = []
        for body in index.like(head):
            if head.kind == "duration" and not _is_first_length(body, bodies):
                continue  # «15 عاما للمتهم» above, «12 عاما … ولشريكه خمس سنوات» below
            candidate = _inner(head, body, claims, knowledge)
            if candidate is not None:
                verdicts.append(candidate)
        if head.kind == "quantity" and any(_is_that_figure(head, body) for body in bodies):
            continue  # «تربح 84 مليون ريال», «صافي ربح قدره 84 مليون ريال مقابل 70 مليونا»
        if verdicts and not any(candidate.verdict != "differ" for candidate in verdicts):
            # The first of equals: what stands nearest the headline.
            yield max(verdicts, key=lambda candidate: (candidate.b.sentence <= NEWS_SENTENCES, candidate.score))


def _is_that_figure(head: Claim, body: Claim) -> bool:
    """Whether the text below has a headline's figure of that measure or money, of whatever it says that it is."""
    one, other = head.value, body.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or body.kind != head.kind:
        return False
    return one.unit == other.unit and one.low == other.low and one.low is not None


def _is_first_length(claim: Claim, bodies: Sequence[Claim]) -> bool:
    lengths = (body for body in bodies if body.kind == "duration" and _unit(body) == _unit(claim))
    return next(lengths, claim) is claim


def _unit(claim: Claim) -> str:
    return claim.value.timex[-1] if isinstance(claim.value, Timex) else ""


def _all_of_them(article: ArticleClaims) -> Iterator[Candidate]:
    """«أصدر إحدى عشرة رواية», and below «رواياته التسع»: all that somebody or something has of a thing, counted twice;
    anywhere in the text, where nothing else in it counts that thing."""
    counts: dict[str, list[Claim]] = {}
    for claim in article.claims:
        if claim.kind == "quantity" and claim.role == "whole" and _exact(claim) and claim.of not in GENERIC:
            counts.setdefault(claim.of, []).append(claim)
    for same in counts.values():
        for one in same:
            # «تسعة من أعضائها الأحد عشر» counts some of all.
            others = [other for other in same if other.value != one.value and other.sentence != one.sentence]
            if "all" in one.traits and len(others) == 1 and len(same) == 2:
                first, second = sorted((one, others[0]), key=lambda claim: claim.span.start)
                yield Candidate(first, second, "differ", 0.5)
                break


def _asked_twice(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """«للمطالبة بزيادة في الأجور نسبتها 12 في المئة», and below «مطلبهم، وهو زيادة الأجور بنسبة 20 في المئة»: what is
    asked, where nobody new asks, nothing tells of another demand and no third figure of the thing stands there."""
    asked: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in article.claims:
        if claim.kind != "quantity" or claim.role != "whole" or not _exact(claim) or claim.of in GENERIC:
            continue
        if isinstance(claim.value, Amount) and _is_asked(claim, article, knowledge):
            asked.setdefault((claim.of, claim.value.unit), []).append(claim)
    for same in asked.values():
        if len({repr(claim.value) for claim in same}) != 2 or len({"step" in claim.traits for claim in same}) > 1:
            continue
        first = same[0]
        second = next(claim for claim in same if claim.value != first.value)
        known = {token.key for sentence in article.sentences[: second.sentence] for token in sentence.view.tokens}
        mouth = second.source is None or all(
            key(word) in known or key(word).removeprefix("ال") in known or "ال" + key(word) in known
            for word in second.source.split()
        )
        if first.sentence != second.sentence and mouth and not _tells_of_change(first, second, article, knowledge):
            yield Candidate(first, second, "differ", 0.5)


def _is_asked(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether a sentence asks for what it counts."""
    if "of:asked" in claim.traits:
        return True
    if any(trait.startswith("of:") for trait in claim.traits):
        return False
    view, cues = article.sentences[claim.sentence].view, knowledge.claim_cues
    start = claim.span.start - article.reading.article.sentences[claim.sentence].start
    return any(
        entry.concept in cues.asked_concepts
        for token, entries in zip(view.tokens, view.entries, strict=True) if token.end <= start
        for entry in entries[:1]
    )


def _tells_of_change(first: Claim, second: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """Whether a sentence from one to the other tells of another time, another step or somebody else."""
    changing = knowledge.reversals.stage | knowledge.claim_cues.another
    return any(
        token.key.removeprefix("و") in changing
        for sentence in (first.sentence, second.sentence) for token in article.sentences[sentence].view.tokens
        if token.key not in ("قبل", "وقبل")
    )


def _exact(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Amount) and value.low is not None and value.low == value.high and not value.approximate


def _lead_against_rest(
    bodies: Sequence[Claim], article: ArticleClaims, knowledge: Knowledge
) -> Iterator[Candidate]:
    """What the body says twice of the main event, from one mouth, in almost the same words, and differently."""
    counted: set[tuple[object, ...]] = set()
    rose = risen(article, knowledge)
    told = [claim for claim in bodies if claim.kind in _TOLD_TWICE]
    index = ClaimIndex(told, knowledge)
    for number, first in enumerate(told):
        if first.kind not in ("casualties", "statement") and first.predicate != "age":
            continue
        what = (first.kind, first.state, first.of, first.predicate if first.kind == "statement" else "")
        if first.role != "whole" or (first.kind == "casualties" and (first.sentence > 2 or what in counted)):
            continue
        counted.add(what)
        for rest in index.like(first, after=number):
            if rest.sentence == first.sentence or rest.kind != first.kind or not _one_mouth(first, rest):
                continue
            if first.kind == "casualties" and (_nth(first, article) != _nth(rest, article) or rest.id in rose):
                continue  # «في الغارة الأولى … في غارة ثانية», «في وقت ارتفعت فيه الحصيلة إلى 110»
            candidate = _inner(first, rest, bodies, knowledge)
            if candidate is None or candidate.verdict != "differ" or candidate.score < _INNER_FROM:
                continue
            if first.kind == "statement" and _tells_of_change(first, rest, article, knowledge):
                continue  # «رفضه في القراءة الأولى … وافق عليه بعد تعديله»
            yield candidate
            break


def _nth(claim: Claim, article: ArticleClaims) -> frozenset[object]:
    """The ordinals of a claim's clause."""
    view = article.sentences[claim.sentence].view
    start = article.reading.article.sentences[claim.sentence].start
    clause = claim.clause
    return frozenset(
        repr(seen.mention.value) for seen in view.seen
        if seen.mention.type == "ordinal" and clause.start <= start + seen.mention.start < clause.end
    )


def _one_mouth(first: Claim, rest: Claim) -> bool:
    """Whether nobody else is named for the second statement."""
    return rest.source is None or rest.source == first.source


def _inner(a: Claim, b: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> Candidate | None:
    if a.kind != b.kind:
        return None
    likeness = likeness_of(a.context, b.context)
    if a.kind == "casualties":
        candidate = compare_casualties(a, b, likeness, knowledge)
        return candidate if candidate is None or a.part == "headline" or likeness >= 0.5 else None
    if "age" in (a.predicate, b.predicate):
        return compare_ages(a, b, claims, claims, likeness, knowledge)
    if a.kind in ("quantity", "duration", "score"):
        # Inside one body like figures are of different things more often than not: only a headline is held against it.
        alike = likeness >= 0.4 or a.predicate == b.predicate != "" or _one_count(a, b, claims)
        totals = "total" in a.traits & b.traits and a.of == b.of
        held = totals or (a.part == "headline" and alike)
        return compare_quantities(a, b, [a], [b], likeness, knowledge) if held else None
    if a.kind == "statement":
        return compare_statements(a, b, likeness, None, knowledge)
    return None


def _one_count(head: Claim, body: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a headline and the lead count one thing, which nothing else in the event's sentences counts."""
    return (
        head.kind == body.kind == "quantity" and head.of == body.of and body.sentence <= NEWS_SENTENCES
        and not any(one.kind == "quantity" and one.of == head.of and one not in (head, body) for one in claims)
    )  # fmt: skip


def _contradiction(candidate: Candidate) -> Alignment:
    why = (
        Bilingual("The headline and the text below it cannot both be true.", "لا يصح العنوان والنص تحته معا.")
        if candidate.a.part == "headline"
        else Bilingual("Two statements of one text cannot both be true.", "لا يصح قولان في النص الواحد معا.")
    )
    return Alignment((candidate.a.id, candidate.b.id), candidate.score, "contradicts", why)
