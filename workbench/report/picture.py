"""The timeline as lines, boxes and words on a sheet: one drawing for the page's SVG and the PDF alike."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.report.visible import balanced, one_line
from workbench.wording import day_words, letter, month_words

if TYPE_CHECKING:
    from workbench.report.words import Speaker
    from workbench.review.timeline import Bar, Timeline

Role = Literal["ink", "faint", "rule", "event", "article", "bar", "out"]
Side = Literal["left", "right", "middle"]

WIDTH = 720.0
_LABELS, _MARGIN, _ROW, _HEAD = 290.0, 8.0, 22.0, 26.0
_MOST_ROWS = 30
_AROUND = dt.timedelta(days=365 * 14)  # terms of office further away say nothing about the event
_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652, 7305, 18262, 36525, 182625, 365250, 730500)


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    role: Role


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    role: Role


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose ``side`` lies at ``x``; ``y`` is the baseline, ``room`` how wide they may be."""

    x: float
    y: float
    words: str
    side: Side
    size: float
    role: Role
    room: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """``width`` by ``height`` units, the origin at the top left; ``about`` describes it for those who do not see it."""

    width: float
    height: float
    shapes: tuple[Line | Box | Label, ...]
    about: str


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    begin: dt.date | None
    end: dt.date | None
    role: Role


class _Axis:
    """Days to the right in English, to the left in Arabic, so that time runs with the reading."""

    def __init__(self, begin: dt.date, end: dt.date, rtl: bool) -> None:
        days = max((end - begin).days, 1)
        pad = max(1, days // 25)
        self.begin = max(begin.toordinal() - pad, 1)
        self.end = min(end.toordinal() + pad, dt.date.max.toordinal())
        self.rtl = rtl
        self.left = _MARGIN if rtl else _LABELS
        self.right = WIDTH - _LABELS if rtl else WIDTH - _MARGIN

    def x(self, day: dt.date) -> float:
        share = (day.toordinal() - self.begin) / (self.end - self.begin)
        share = min(max(share, 0.0), 1.0)
        width = self.right - self.left
        return self.right - share * width if self.rtl else self.left + share * width

    def ticks(self) -> list[tuple[dt.date, int]]:
        """At most seven days to write below the axis, each with the length of the step in days."""
        days = self.end - self.begin
        step = next((step for step in _STEPS if days / step <= 6), _STEPS[-1])
        first, last = dt.date.fromordinal(self.begin), dt.date.fromordinal(self.end)
        if step < 30:
            start = self.begin + (-self.begin) % step
            return [(dt.date.fromordinal(day), step) for day in range(start, self.end + 1, step)]
        months = max(1, round(step / 30.44))
        found = []
        index = first.year * 12 + first.month - 1
        index += (-index) % months
        while index // 12 <= min(last.year, dt.MAXYEAR):
            day = dt.date(max(index // 12, 1), index % 12 + 1, 1)
            if day > last:
                break
            if day >= first:
                found.append((day, step))
            index += months
        return found


def draw_timeline(timeline: Timeline, speaker: Speaker) -> Picture | None:
    """The drawing, or None where nothing is dated."""
    rows = _event_rows(timeline, speaker)
    days = [day for row in rows for day in (row.begin, row.end) if day is not None]
    if not days:
        return None
    shapes: list[Line | Box | Label] = []
    y = _panel(shapes, 0.0, speaker.say("timeline.events"), rows, _Axis(min(days), max(days), _rtl(speaker)), speaker)
    people = _people_rows(timeline, speaker, min(days), max(days))
    if people:
        known = [day for row in people for day in (row.begin, row.end) if day is not None] + days
        axis = _Axis(
            max(min(known), _moved(min(days), -_AROUND)), min(max(known), _moved(max(days), _AROUND)), _rtl(speaker)
        )
        mark = next((person.on for person in timeline.people if person.on), None) or min(
            (event.begin for event in timeline.events), default=None
        )
        y = _panel(shapes, y + 14, speaker.say("timeline.terms"), people, axis, speaker, mark)
    return Picture(WIDTH, y + 4, tuple(shapes), speaker.say("timeline.describe"))


def timeline_lines(timeline: Timeline, speaker: Speaker) -> list[tuple[str, str]]:
    """The same as words, for formats without a drawing: what, and its days."""
    rows = _event_rows(timeline, speaker)
    days = [day for row in rows for day in (row.begin, row.end) if day is not None]
    if days:
        rows += _people_rows(timeline, speaker, min(days), max(days))
    return [(row.words, _days(row, speaker)) for row in rows]


def _days(row: _Row, speaker: Speaker) -> str:
    begin = day_words(row.begin, speaker.code) if row.begin else "…"
    end = day_words(row.end, speaker.code) if row.end else "…"
    return begin if begin == end else speaker.say("date.span", begin=begin, end=end)


def _rtl(speaker: Speaker) -> bool:
    return speaker.code == "ar"


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by.days > 0 else dt.date.min


def _event_rows(timeline: Timeline, speaker: Speaker) -> list[_Row]:
    """The articles' own days, then one row an event, told by one article or by several."""
    rows = [
        _Row(speaker.say("timeline.written", letter=letter(one.article, speaker.code)), one.begin, one.end, "article")
        for one in timeline.articles
        if one.begin or one.end
    ]
    told: dict[str, list[str]] = {}
    for event in timeline.events:
        told.setdefault(event.id, []).append(letter(event.article, speaker.code))
    seen = set()
    for event in timeline.events:
        if event.id not in seen:
            seen.add(event.id)
            letters = ("، " if _rtl(speaker) else ", ").join(dict.fromkeys(told[event.id]))
            label = balanced(one_line(speaker.pick(event.label)))
            rows.append(_Row(speaker.say("timeline.in", label=label, letter=letters), event.begin, event.end, "event"))
    return rows


def _people_rows(timeline: Timeline, speaker: Speaker, first: dt.date, last: dt.date) -> list[_Row]:
    """One row a term of office or a life; far from the events none, those out of their time first."""
    rows: list[tuple[bool, _Row]] = []
    low, high = _moved(first, -_AROUND), _moved(last, _AROUND)
    for person in timeline.people:
        name = balanced(speaker.pick(person.name))
        for bar in person.bars:
            if (bar.end and bar.end < low) or (bar.begin and bar.begin > high):
                continue
            rows.append((person.out is None, _Row(_bar_words(bar, name, speaker), bar.begin, bar.end,
                                                   "out" if person.out else "bar")))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    return [row for _, row in rows]


def _bar_words(bar: Bar, name: str, speaker: Speaker) -> str:
    if bar.name is None:
        return speaker.say("timeline.lived", person=name)
    return speaker.say("timeline.person-office", person=name, office=balanced(speaker.pick(bar.name)))


def _panel(
    shapes: list[Line | Box | Label], top: float, title: str, rows: list[_Row], axis: _Axis, speaker: Speaker,
    mark: dt.date | None = None,
) -> float:  # fmt: skip
    """Rows below a heading with their axis; returns the lower edge."""
    rtl = axis.rtl
    start = WIDTH - _MARGIN if rtl else _MARGIN
    side: Side = "right" if rtl else "left"
    room = _LABELS - 2 * _MARGIN
    shapes.append(Label(start, top + 17, title, side, 13, "ink", WIDTH - 2 * _MARGIN, True))
    y = top + _HEAD
    shown = rows[:_MOST_ROWS]
    bottom = y + _ROW * len(shown)
    for day, step in axis.ticks():
        x = axis.x(day)
        shapes.append(Line(x, y, x, bottom, "rule"))
        shapes.append(Label(x, bottom + 14, _tick_words(day, step, speaker), "middle", 10, "faint", 90))
    if mark is not None:
        x = axis.x(mark)
        shapes.append(Line(x, y, x, bottom, "event"))
    for number, row in enumerate(shown):
        middle = y + _ROW * number + _ROW / 2
        shapes.append(Line(_MARGIN, middle + _ROW / 2, WIDTH - _MARGIN, middle + _ROW / 2, "rule"))
        shapes.append(Label(start, middle + 4, row.words, side, 11.5, "out" if row.role == "out" else "ink", room))
        shapes.append(_bar(row, axis, middle))
    y = bottom + 20
    if len(rows) > len(shown):
        more = speaker.say("report.more", n=len(rows) - len(shown))
        shapes.append(Label(start, y + 12, more, side, 11, "faint", room))
        y += 18
    return y


def _bar(row: _Row, axis: _Axis, middle: float) -> Box:
    """A bar over its days; an open side runs to the edge. Never thinner than what can be seen."""
    first = dt.date.fromordinal(axis.begin) if row.begin is None else row.begin
    last = dt.date.fromordinal(axis.end) if row.end is None else row.end
    a, b = sorted((axis.x(first), axis.x(last)))
    thick = 10.0 if row.role in ("event", "article") else 8.0
    if b - a < 7:
        centre = (a + b) / 2
        a, b = centre - 3.5, centre + 3.5
    return Box(a, middle - thick / 2, b - a, thick, row.role)


def _tick_words(day: dt.date, step: int, speaker: Speaker) -> str:
    if step < 30:
        return day_words(day, speaker.code)
    return month_words(day.year, day.month, speaker.code) if step < 365 else str(day.year)
