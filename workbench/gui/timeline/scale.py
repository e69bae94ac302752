"""Days as places on a line, earlier at the right in an Arabic interface."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.timeline import Timeline


NEAR = 150  # days around the main events that the upper picture may span


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps ``begin`` to ``end`` onto ``left`` to ``right`` pixels, or the other way round where mirrored."""

    begin: dt.date
    end: dt.date
    left: float
    right: float
    mirrored: bool

    def x(self, day: dt.date) -> float:
        share = (day - self.begin).days / max(1, (self.end - self.begin).days)
        share = min(1.0, max(0.0, share))
        return self.right - share * (self.right - self.left) if self.mirrored else (
            self.left + share * (self.right - self.left))  # fmt: skip

    def holds(self, day: dt.date) -> bool:
        return self.begin <= day <= self.end

    def months(self) -> list[dt.date]:
        """The first days of the months inside, after one for the beginning."""
        days, at = [self.begin], (self.begin.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        while at <= self.end:
            days.append(at)
            at = (at + dt.timedelta(days=32)).replace(day=1)
        return days

    def years(self) -> list[dt.date]:
        return [dt.date(year, 1, 1) for year in range(self.begin.year, self.end.year + 1)]


def near_days(timeline: Timeline) -> tuple[dt.date, dt.date] | None:
    """The span of the upper picture: the events around the middle one, with air at both ends."""
    days = sorted(event.begin for event in timeline.events)
    if not days:
        return None
    middle = days[len(days) // 2]
    near = [day for day in days if abs((day - middle).days) <= NEAR]
    span = max(6, (near[-1] - near[0]).days)
    air = dt.timedelta(days=max(3, span // 5))
    return near[0] - air, near[-1] + air


def all_years(timeline: Timeline, around: Iterable[dt.date]) -> tuple[dt.date, dt.date] | None:
    """The span of the lower picture: whole years that hold dates, terms near them, and what is out of its time."""
    core = [day for article in timeline.articles for day in (article.begin, article.end) if day]
    core += [event.begin for event in timeline.events]
    core += list(around)
    if not core:
        bars = [day for row in timeline.people for bar in row.bars for day in (bar.begin, bar.end) if day]
        core = bars[-2:]
    if not core:
        return None
    first, last = min(core), max(core)
    for row in timeline.people:
        if row.out is not None:
            days = [day for bar in row.bars for day in (bar.begin, bar.end) if day]
            near = sorted(days, key=lambda day: abs((day - first).days))[:2]
            first, last = min([first, *near]), max([last, *near])
    if (last.year - first.year) < 4:
        return dt.date(first.year - 2, 1, 1), dt.date(last.year + 2, 12, 31)
    return dt.date(first.year - 1, 1, 1), dt.date(last.year + 1, 12, 31)
