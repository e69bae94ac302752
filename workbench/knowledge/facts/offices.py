"""Offices and terms of office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.knowledge.records import Where, day_or_fault, pieces, read_records
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day, read_day

OFFICE_COLUMNS = (
    "id", "name_en", "name_ar", "kind", "country", "titles", "holders", "since", "until", "source"
)  # fmt: skip
TERM_COLUMNS = ("person", "office", "start", "end", "how_ended", "status", "source")
KIND_COLUMNS = ("kind", "name_en", "bare", "bare_f", "patterns", "patterns_f")
HOW_ENDED = frozenset((
    "end-of-term", "lost-election", "resigned", "dismissed", "died", "killed", "deposed", "impeached",
    "office-abolished", "new-government", "handed-over", "abdicated", "unknown", "",
))  # fmt: skip
STATUSES = frozenset(("holder", "acting", "disputed", "vacant", "unknown"))
NOBODY = "-"

Answer = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """How offices of a kind are called: ``bare`` beside a name without a country, ``patterns`` with ``{adj}``,
    ``{adjf}`` or ``{country}`` at their end."""

    kind: str
    name_en: str
    bare: tuple[str, ...]
    bare_f: tuple[str, ...]
    patterns: tuple[str, ...]
    patterns_f: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """``country`` is an ISO 3166 code in capitals or an organisation's id; ``titles`` are those that do not follow
    from kind and country."""

    id: str
    name_en: str
    name_ar: str
    kind: str
    country: str
    titles: tuple[str, ...]
    holders: str
    since: Day | None
    until: Day | None
    source: str
    where: Where


@dataclass(frozen=True, slots=True)
class Term:
    """One unbroken stretch in an office. ``end`` is None for someone in office on ``known_until``; nothing is known
    of the days after it. ``person`` is ``-`` where the office was vacant or its holders are not entered."""

    person: str
    office: str
    start: Day
    end: Day | None
    known_until: dt.date | None
    how_ended: str
    status: str
    source: str
    where: Where

    @property
    def last_known(self) -> dt.date:
        """The last day that this row says anything about."""
        if self.end is not None:
            return self.end.last
        assert self.known_until is not None
        return self.known_until

    def covers(self, begin: dt.date, end: dt.date) -> Answer:
        """Whether the term shares a day with ``begin`` to ``end`` (both included); the days of taking and of leaving
        office count. "unknown" where a date is not exact, or nobody knows so late."""
        if end < self.start.first:
            return "no"
        if self.end is not None:
            if begin > self.end.last:
                return "no"
            certain_end = self.end.first
        else:
            assert self.known_until is not None
            if begin > self.known_until:
                return "unknown"
            certain_end = self.known_until
        return "yes" if end >= self.start.last and begin <= certain_end else "unknown"


def read_kinds(folder: Path, faults: list[Fault]) -> tuple[OfficeKind, ...]:
    """``folder/titles.tsv``."""
    table = read_records(folder / "titles.tsv", KIND_COLUMNS, faults, "titles.tsv")
    return tuple(
        OfficeKind(kind, name_en, pieces(bare), pieces(bare_f), pieces(patterns), pieces(patterns_f))
        for kind, name_en, bare, bare_f, patterns, patterns_f in table.rows
    )


def office_of(row: list[str], where: Where, faults: list[Fault]) -> Office:
    """The office of one row."""
    id, name_en, name_ar, kind, country, titles, holders, since, until, source = row
    return Office(
        id, name_en, name_ar, kind, country, pieces(titles), holders or "one", day_or_fault(since, where, faults),
        day_or_fault(until, where, faults), source, where,
    )  # fmt: skip


def term_of(row: list[str], where: Where, faults: list[Fault]) -> Term | None:
    """The term of one row; None, and a fault, where a day is none."""
    person, office, start, end, how_ended, status, source = row
    try:
        begun = read_day(start)
        if end.startswith(">"):
            ended, until = None, read_day(end[1:]).first
        else:
            ended, until = read_day(end), None
    except ValueError as error:
        faults.append(Fault(where.file, where.line, str(error)))
        return None
    return Term(person, office, begun, ended, until, how_ended, status or "holder", source, where)
