"""An article cut into paragraphs of marked and unmarked words, for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.text.values import Span


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a marked passage: a short ``sign`` (a number) and the style's ``name``."""

    span: Span
    name: str
    sign: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; ``name`` is empty where they bear no mark. ``sign`` stands on a mark's last piece."""

    text: str
    name: str = ""
    sign: str = ""


def marked_paragraphs(text: str, labels: Iterable[Label]) -> list[list[Piece]]:
    """The paragraphs that hold words. Where labels overlap, the one that begins first, then the longest, keeps its
    words and the other is left with the rest."""
    spans, free = [], 0
    for label in sorted(labels, key=lambda one: (one.span.start, -one.span.end, one.sign)):
        start = max(label.span.start, free)
        if start < label.span.end:
            spans.append(Label(Span(start, label.span.end), label.name, label.sign))
            free = label.span.end
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(_pieces(text, at, at + len(line), spans))
        at += len(line) + 1
    return paragraphs


def _pieces(text: str, start: int, end: int, labels: list[Label]) -> list[Piece]:
    pieces, at = [], start
    for label in labels:
        left, right = max(label.span.start, start), min(label.span.end, end)
        if left >= right:
            continue
        if at < left:
            pieces.append(Piece(text[at:left]))
        pieces.append(Piece(text[left:right], label.name, label.sign if right == label.span.end else ""))
        at = right
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces
