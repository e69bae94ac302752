"""How far a check's answer agrees with a gold piece: rows hit and missed, false alarms, traps.

A row names words of the texts; a finding answers it when it is of the row's family (and of one of its kinds, where it
names some) and has, for each of the row's places, a span of its own that overlaps the words there. A hard finding that
answers no ``expect`` and no ``may`` row is a false alarm, and so is an alignment that ``never`` rows forbid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.gold.pieces import HARD, PLACES, Piece, Row

LONGEST = 300
LONGEST_HARD = 120
ONE_EVENT = ("agrees", "contradicts", "updates")

Answer = dict[str, Any]  # what the contract calls the answer of a check
Place = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True, slots=True)
class Score:
    """One piece's figures. ``wrong`` and ``missed`` say in words what to look at."""

    id: str
    words: int
    asked: int
    got: int
    hard_asked: int
    hard_got: int
    aligned_asked: int
    aligned_got: int
    soft: int
    traps: int
    missed: tuple[str, ...]
    unaligned: tuple[str, ...]
    wrong: tuple[str, ...]


def places_of(words: str, article: str, text: str) -> list[Place]:
    """Wherever the words stand in the text."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append((article, at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def touches(row: Row, spans: Sequence[Place], texts: dict[str, str], longest: int = LONGEST) -> bool:
    """Whether each place of the row is overlapped by a span of its own, none longer than ``longest`` characters."""
    left = [span for span in spans if span[2] - span[1] <= longest]
    for place in PLACES:
        if place not in row:
            continue
        wanted = places_of(row[place], place[0], texts.get(place[0], ""))
        span = next((span for span in left if any(overlap(span, where) for where in wanted)), None)
        if span is None:
            return False
        left.remove(span)
    return True


def answers(finding: Answer, row: Row, texts: dict[str, str], any_kind: bool = False) -> bool:
    """Whether a finding is what the row describes."""
    if finding["family"] != row["family"]:
        return False
    if not any_kind and finding["kind"] not in row.get("kinds", (finding["kind"],)):
        return False
    spans = [(span["article"], span["start"], span["end"]) for span in finding["spans"]]
    return touches(row, spans, texts, LONGEST_HARD if finding["family"] in HARD else LONGEST)


def score(piece: Piece, answer: Answer) -> Score:
    """Hold a check's JSON answer against the piece. One finding answers one ``expect`` row."""
    texts = {article["id"]: article["text"] for article in answer["articles"]}
    findings = answer["findings"]
    claims = {claim["id"]: (claim["article"], claim["start"], claim["end"]) for claim in answer["claims"]}
    expected = piece.rows("expect")
    free, hits = list(findings), []
    for row in expected:
        hit = next((finding for finding in free if answers(finding, row, texts)), None)
        if hit is not None:
            free.remove(hit)
            hits.append(row)
    unaligned = [row for row in piece.rows("align") if not aligned(row, answer, claims, texts)]
    accounted = expected + piece.rows("may")
    wrong, traps = [], 0
    for finding in findings:
        trap = next((row["id"] for row in piece.rows("never") if answers(finding, row, texts)), None)
        known = any(answers(finding, row, texts, any_kind=True) for row in accounted)
        if known or (finding["family"] not in HARD and trap is None):
            continue
        traps += trap is not None
        quoted = " | ".join(texts[span["article"]][span["start"] : span["end"]] for span in finding["spans"])
        wrong.append(f"{finding['family']}/{finding['kind']}{f' (trap {trap})' if trap else ''}: {quoted}")
    for row in piece.rows("never"):
        if row.get("events") == "different" and aligned(dict(row, relation=ONE_EVENT), answer, claims, texts):
            traps += 1
            wrong.append(f"alignment across two events (trap {row['id']})")
    hard = [row for row in expected if row["family"] in HARD]
    return Score(
        id=piece.id,
        words=sum(len(text.split()) for text in texts.values()),
        asked=weight(expected),
        got=weight(hits),
        hard_asked=weight(hard),
        hard_got=weight(row for row in hits if row["family"] in HARD),
        aligned_asked=len(piece.rows("align")),
        aligned_got=len(piece.rows("align")) - len(unaligned),
        soft=sum(finding["family"] not in HARD for finding in findings),
        traps=traps,
        missed=tuple(row["id"] for row in expected if row not in hits),
        unaligned=tuple(row["id"] for row in unaligned),
        wrong=tuple(wrong),
    )


def aligned(row: Row, answer: Answer, claims: dict[str, Place], texts: dict[str, str]) -> bool:
    """Whether some alignment of one of the row's relations joins claims at the row's two places."""
    relations = row["relation"] if isinstance(row["relation"], (list, tuple)) else [row["relation"]]
    return any(
        pair["relation"] in relations and touches(row, [claims[id] for id in pair["claims"]], texts)
        for pair in answer["alignments"]
    )


def weight(rows: Iterable[Row]) -> int:
    return sum(row.get("weight", 1) for row in rows)


@dataclass(frozen=True, slots=True)
class Total:
    """All pieces together; shares from 0 to 1, 1 where nothing was asked for."""

    recall: float
    hard_recall: float
    alignment: float
    false_alarms: int
    traps: int
    soft_per_thousand: float


def total(scores: Sequence[Score]) -> Total:
    def share(got: int, asked: int) -> float:
        return got / asked if asked else 1.0

    return Total(
        recall=share(sum(one.got for one in scores), sum(one.asked for one in scores)),
        hard_recall=share(sum(one.hard_got for one in scores), sum(one.hard_asked for one in scores)),
        alignment=share(sum(one.aligned_got for one in scores), sum(one.aligned_asked for one in scores)),
        false_alarms=sum(len(one.wrong) for one in scores),
        traps=sum(one.traps for one in scores),
        soft_per_thousand=1000 * sum(one.soft for one in scores) / max(1, sum(one.words for one in scores)),
    )


def table(scores: Sequence[Score]) -> str:
    """The scores as lines for a person: one a piece, under it what was missed and what was wrong."""
    lines = [f"{'piece':12} {'faults':>8} {'aligned':>8} {'false':>6} {'soft':>5}"]
    for one in scores:
        lines.append(
            f"{one.id:12} {f'{one.got}/{one.asked}':>8} {f'{one.aligned_got}/{one.aligned_asked}':>8} "
            f"{len(one.wrong):>6} {one.soft:>5}"
        )
        lines += [f"    missed: {id}" for id in one.missed]
        lines += [f"    unaligned: {id}" for id in one.unaligned]
        lines += [f"    false alarm: {words}" for words in one.wrong]
    sums = total(scores)
    lines.append(
        f"recall {sums.recall:.3f}, hard {sums.hard_recall:.3f}, alignment {sums.alignment:.3f}, "
        f"false alarms {sums.false_alarms}, of them traps {sums.traps}, "
        f"sourcing and copy {sums.soft_per_thousand:.1f} per 1,000 words"
    )
    return "\n".join(lines)
