"""The days that a node of time covers, seen from one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from workbench.knowledge.time.calendars import hijri_days, hijri_of, months_later, shifted
from workbench.mentions.times.spots import Spot, View, chosen, day_spot, full_spot
from workbench.mentions.times.stretches import (
    century_spot,
    decade_spot,
    edge_spot,
    feast_spot,
    moment_day_spot,
    moved_spot,
    nth_spot,
    period_spot,
    rest_spot,
    season_spot,
    week_of_spot,
    weekend_spot,
)
from workbench.mentions.times.values import (
    Century,
    DayAnd,
    DayShift,
    Decade,
    Edge,
    Feast,
    Fields,
    Moment,
    Moved,
    Node,
    Now,
    Nth,
    Period,
    Rest,
    Season,
    Weekday,
    Weekend,
    WeekOf,
    Within,
)


def spot_of(node: Node, view: View) -> Spot:
    """The days of a node that names a day or a longer period."""
    reader = _READERS.get(type(node))
    if reader is not None:
        return reader(node, view)
    stretch = _STRETCHES.get(type(node))
    return stretch(node, view, spot_of) if stretch is not None else Spot("XXXX-XX-XX")


# ------------------------------------------------------------------------------------------------------------ fields


def _fields(node: Fields, view: View) -> Spot:
    if node.calendar == "hijri":
        return _hijri(node, view)
    if node.month is None and len(set(node.months)) > 1:
        day = f"-{node.day:02d}" if node.day is not None else ""
        return Spot(f"{_year(node.year)}-XX{day}")
    if node.year is not None:
        return full_spot(node.year, node.month, node.day)
    if node.month is None:
        return _day_of_month(node, view) if node.day is not None else Spot("XXXX")
    unknown = f"XXXX-{node.month:02d}" + (f"-{node.day:02d}" if node.day is not None else "")
    if view.day is None or node.event:
        return Spot(unknown)
    year = view.day.year
    candidates = [full_spot(y, node.month, node.day) for y in range(year - 8, year + 9)]
    picked = chosen([spot for spot in candidates if spot.first is not None], view, node.shift)
    return picked or Spot(unknown)


def _year(year: int | None) -> str:
    return f"{year:04d}" if year is not None else "XXXX"


def _day_of_month(node: Fields, view: View) -> Spot:
    """A mere day of the month: «في 15»."""
    assert node.day is not None
    unknown = f"XXXX-XX-{node.day:02d}"
    if view.day is None:
        return Spot(unknown)
    spots = []
    for months in range(-2, 3):
        month = months_later(view.day.replace(day=1), months)
        if month is not None:
            spot = full_spot(month.year, month.month, node.day)
            if spot.first is not None:
                spots.append(spot)
    return chosen(spots, view, None) or Spot(unknown)


def _hijri(node: Fields, view: View) -> Spot:
    year, month, day = node.year, node.month, node.day
    if year is not None:
        return _hijri_spot(hijri_days(year, month, day), day is not None)
    unknown = Spot("XXXX-XX-XX" if day is not None else "XXXX-XX")
    now = hijri_of(view.day) if view.day is not None else None
    if now is None or month is None or node.event:
        return unknown
    spots = [_hijri_spot(hijri_days(y, month, day), day is not None) for y in range(now[0] - 4, now[0] + 5)]
    if node.shift == 0:
        return spots[4]
    return chosen([spot for spot in spots if spot.first is not None], view, node.shift) or unknown


def _hijri_spot(days: tuple[dt.date, dt.date] | None, one: bool) -> Spot:
    if days is None:
        return Spot("XXXX-XX-XX" if one else "XXXX-XX")
    if one:
        return day_spot(days[0])
    return Spot(f"{days[0].isoformat()}/{days[1].isoformat()}", *days)


# -------------------------------------------------------------------------------------------------------------- days


def _day_shift(node: DayShift, view: View) -> Spot:
    return day_spot(shifted(view.day, node.days) if view.day is not None else None)


def _now(node: Now, view: View) -> Spot:
    return Spot("PRESENT_REF", view.day, view.day)


def _weekday(node: Weekday, view: View) -> Spot:
    unknown = f"XXXX-WXX-{node.weekday}"
    day = view.day
    if day is None:
        return Spot(unknown)
    shift = node.shift
    if shift is not None and shift < 0:
        back = (day.isoweekday() - node.weekday - 1) % 7 + 1 - 7 * (shift + 1)
        return day_spot(shifted(day, -back), unknown)
    if shift is not None and shift > 0:
        return day_spot(shifted(day, (node.weekday - day.isoweekday() - 1) % 7 + 1 + 7 * (shift - 1)), unknown)
    if view.ahead or (shift == 0 and view.lean != "past"):
        return day_spot(shifted(day, (node.weekday - day.isoweekday()) % 7), unknown)
    return day_spot(shifted(day, -((day.isoweekday() - node.weekday) % 7)), unknown)


def _day_and(node: DayAnd, view: View) -> Spot:
    """One day named twice. A full date outranks all; a weekday corrects «اليوم» and «أمس» by up to two days, since
    articles are often dated a day after they were written; a date without its year is the one on that weekday."""
    second = node.second
    if isinstance(second, (Fields, Within)):
        first_weekday = _weekday_in(node.first)
        gregorian = second if isinstance(second, Fields) else second.what
        if isinstance(node.first, Fields) and isinstance(second, Fields):
            one, other = (node.first, second) if node.first.calendar == "gregorian" else (second, node.first)
            spot = _fields(one, view)
            if spot.first is None or (one.year is None and other.year is not None):
                guide = _fields(other, view)
                if guide.first is not None and one.year is None and one.month is not None:
                    spot = _fields(one, View(guide.first))
            return spot
        if isinstance(second, Fields) and second.calendar != "gregorian" and isinstance(node.first, DayAnd):
            # «الأربعاء 19 يوليو 2023 الموافق 15 محرم 1445»: the month that begins with a crescent gives way.
            written = spot_of(node.first, view)
            if written.first is not None:
                return written
        spot = spot_of(second, view)
        if (
            isinstance(gregorian, Fields)
            and gregorian.year is None
            and first_weekday is not None
            and view.day is not None
        ) and not isinstance(second, Within):
            return _date_on_weekday(gregorian, first_weekday, view, spot)
        if isinstance(node.first, DayShift) and spot.first is None:
            return spot_of(node.first, view)
        return spot
    weekday = _weekday_in(second)
    near = spot_of(node.first, view)
    if weekday is None:
        return near
    if near.first is None:
        return Spot(f"XXXX-WXX-{weekday}")
    off = (weekday - near.first.isoweekday() + 3) % 7 - 3
    if abs(off) > 2:
        return Spot(f"XXXX-WXX-{weekday}")
    return day_spot(shifted(near.first, off))


def _weekday_in(node: Node) -> int | None:
    if isinstance(node, Weekday):
        return node.weekday
    if isinstance(node, DayAnd):
        return _weekday_in(node.first) or _weekday_in(node.second)
    if isinstance(node, Within):
        return _weekday_in(node.what)
    return None


def _date_on_weekday(fields: Fields, weekday: int, view: View, usual: Spot) -> Spot:
    """A date without its year (or its month) beside a weekday: the nearest one on that weekday, if it is near."""
    day = view.day
    assert day is not None
    if fields.event or fields.day is None or fields.shift is not None or fields.calendar == "hijri":
        return usual
    if usual.first is not None and usual.first.isoweekday() == weekday:
        return usual
    if fields.month is not None:
        near = [full_spot(year, fields.month, fields.day) for year in (day.year - 1, day.year, day.year + 1)]
    else:
        firsts = [months_later(day.replace(day=1), months) for months in (-2, -1, 0, 1, 2)]
        near = [full_spot(first.year, first.month, fields.day) for first in firsts if first is not None]
    fitting = [spot for spot in near if spot.first is not None and spot.first.isoweekday() == weekday]
    reach = 200 if fields.month is not None else 62
    fitting = [spot for spot in fitting if spot.first is not None and abs((spot.first - day).days) <= reach]
    if not fitting:
        return usual if fields.month is not None else Spot(f"XXXX-XX-{fields.day:02d}")
    return min(fitting, key=lambda spot: abs((spot.first - day).days) if spot.first is not None else 0)


def _within(node: Within, view: View) -> Spot:
    what, period = node.what, spot_of(node.period, view)
    if isinstance(what, Fields):
        if what.day is not None and what.month is None:
            if period.first is None:
                return Spot(f"XXXX-XX-{what.day:02d}")
            return full_spot(period.first.year, period.first.month, what.day)
        if period.first is None or what.calendar == "hijri":
            return _fields(what, View(None))
        return _fields(replace(what, year=period.first.year), view)
    if isinstance(what, Weekday):
        if period.first is None:
            return Spot(f"XXXX-WXX-{what.weekday}")
        return day_spot(shifted(period.first, (what.weekday - period.first.isoweekday()) % 7))
    if isinstance(what, (Edge, Nth)) and isinstance(what.of, Fields) and period.first is not None:
        return spot_of(replace(what, of=replace(what.of, year=period.first.year)), view)
    return Spot("XXXX-XX-XX")


_READERS: dict[type, Callable[..., Spot]] = {
    Fields: _fields, DayShift: _day_shift, Now: _now, Weekday: _weekday, DayAnd: _day_and, Within: _within,
}  # fmt: skip
_STRETCHES: dict[type, Callable[..., Spot]] = {
    Period: period_spot, Decade: decade_spot, Century: century_spot, Edge: edge_spot, Nth: nth_spot, Rest: rest_spot,
    Season: season_spot, Weekend: weekend_spot, Feast: feast_spot, Moved: moved_spot, Moment: moment_day_spot,
    WeekOf: week_of_spot,
}  # fmt: skip
