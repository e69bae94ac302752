"""What one article says twice and differently: a headline against its body, a lead against what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.alignment.candidates import (
    Candidate,
    compare_ages,
    compare_casualties,
    compare_quantities,
    compare_statements,
    likeness_of,
)
from workbench.alignment.values import Alignment
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.text.values import Bilingual

# Inside one text only what is almost the same sentence is held against another.
_INNER_FROM = 0.45


def align_within(article: ArticleClaims, knowledge: Knowledge) -> tuple[Alignment, ...]:
    """Pairs of claims of one article that cannot both be true: a headline against its body, a lead against what
    follows. Counts that the text gives to another source, another time or a part are none."""
    found: list[Alignment] = []
    for event in article.events:
        claims = [claim for claim in article.claims if claim.event == event.id]
        heads = [claim for claim in claims if claim.part == "headline"]
        bodies = [claim for claim in claims if claim.part in ("body", "standfirst")]
        found += _headline_against_body(heads, bodies, claims, knowledge)
        if event.main:
            found += _lead_against_rest(bodies, knowledge)
    return tuple(found)


def _headline_against_body(
    heads: Sequence[Claim], bodies: Sequence[Claim], claims: Sequence[Claim], knowledge: Knowledge
) -> Iterator[Alignment]:
    for head in heads:
        verdicts = []
        for body in bodies:
            candidate = _inner(head, body, claims, knowledge)
            if candidate is not None:
                verdicts.append(candidate)
        if verdicts and not any(candidate.verdict != "differ" for candidate in verdicts):
            yield _contradiction(max(verdicts, key=lambda candidate: candidate.score), "headline")


def _lead_against_rest(bodies: Sequence[Claim], knowledge: Knowledge) -> Iterator[Alignment]:
    """What the body says twice of the main event, from one mouth, in almost the same words, and differently."""
    counted: set[tuple[object, ...]] = set()
    for number, first in enumerate(bodies):
        what = (first.kind, first.state, first.of, first.predicate if first.kind == "statement" else "")
        if first.role != "whole" or (first.kind == "casualties" and (first.sentence > 2 or what in counted)):
            continue
        counted.add(what)
        for rest in bodies[number + 1 :]:
            if rest.sentence == first.sentence or rest.kind != first.kind or not _one_mouth(first, rest):
                continue
            candidate = _inner(first, rest, bodies, knowledge)
            if candidate is not None and candidate.verdict == "differ" and candidate.score >= _INNER_FROM:
                yield _contradiction(candidate, "body")
                break


def _one_mouth(first: Claim, rest: Claim) -> bool:
    """Whether nobody else is named for the second statement."""
    return rest.source is None or first.source is None or rest.source == first.source


def _inner(a: Claim, b: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> Candidate | None:
    if a.kind != b.kind:
        return None
    likeness = likeness_of(a.context, b.context)
    if a.kind == "casualties":
        candidate = compare_casualties(a, b, likeness, knowledge)
        return candidate if candidate is None or a.part == "headline" or likeness >= 0.5 else None
    if "age" in (a.predicate, b.predicate):
        return compare_ages(a, b, claims, claims, likeness) if a.of == b.of else None
    if a.kind in ("quantity", "duration", "score"):
        # Inside one body like figures are of different things more often than not: only a headline is held against it.
        alike = likeness >= 0.4 or a.predicate == b.predicate != ""
        return compare_quantities(a, b, [a], [b], likeness, knowledge) if a.part == "headline" and alike else None
    if a.kind == "statement":
        return compare_statements(a, b, likeness, None, knowledge)
    return None


def _contradiction(candidate: Candidate, where: str) -> Alignment:
    why = (
        Bilingual("The headline and the text below it cannot both be true.", "لا يصح العنوان والنص تحته معا.")
        if where == "headline"
        else Bilingual("Two statements of one text cannot both be true.", "لا يصح قولان في النص الواحد معا.")
    )
    return Alignment((candidate.a.id, candidate.b.id), candidate.score, "contradicts", why)
