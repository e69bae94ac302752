"""Faults of dates before they become findings, and how their days are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.values import Evidence, Severity
from workbench.mentions.times.values import DayAnd, Edge, Fields, Moment, Moved, Node, Range, Weekday, Within
from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Slip:
    """One fault before it is worded: where (in the article), which kind, how grave."""

    kind: str
    start: int
    end: int
    message: Bilingual
    evidence: Evidence
    values: tuple[object, ...]
    severity: Severity
    confidence: float
    headline: bool
    mends: tuple[tuple[int, int, str], ...] = ()  # begin and end in the article, and what would stand there


def days_in(node: Node | None) -> Iterator[Node]:
    if isinstance(node, Range):
        yield from days_in(node.begin)
        yield from days_in(node.end)
    elif isinstance(node, Moment):
        yield from days_in(node.day)
    elif isinstance(node, Moved):
        yield from days_in(node.anchor)
    elif isinstance(node, Within):
        yield from days_in(node.what)
    elif isinstance(node, Edge):
        yield from days_in(node.of)
    elif isinstance(node, (DayAnd, Fields)):
        yield node


def fields_in(node: Node) -> Iterator[Fields]:
    if isinstance(node, Fields):
        yield node
    elif isinstance(node, DayAnd):
        yield from fields_in(node.first)
        yield from fields_in(node.second)
    elif isinstance(node, Within):
        yield from fields_in(node.what)


def weekday_in(node: Node) -> int | None:
    if isinstance(node, Weekday):
        return node.weekday
    if isinstance(node, DayAnd):
        return weekday_in(node.first) or weekday_in(node.second)
    return None
