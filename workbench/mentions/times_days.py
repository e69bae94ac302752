"""The days that a node of time covers, seen from one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.knowledge.calendars import (
    date_or_none,
    feast_days,
    hijri_days,
    hijri_of,
    month_days,
    months_later,
    shifted,
    year_days,
)  # fmt: skip
from workbench.mentions.times_values import (
    Century,
    DayAnd,
    DayShift,
    Decade,
    Edge,
    Feast,
    Fields,
    Lean,
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
    Within,
)  # fmt: skip

# The past is nearer to news than the future: a day eight months ago outranks one in five.
_PAST_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class View:
    """From where and how a time is seen: the day of the text (None: not known), the lean of the words around, whether
    the sentence says nothing else (an announcement: what is to come)."""

    day: dt.date | None
    lean: Lean | None = None
    alone: bool = False

    @property
    def ahead(self) -> bool:
        return self.lean == "future" or (self.lean is None and self.alone)


@dataclass(frozen=True, slots=True)
class Spot:
    """A TIMEX3 value and the days it covers; both None where they are not known."""

    timex: str
    first: dt.date | None = None
    last: dt.date | None = None


def spot_of(node: Node, view: View) -> Spot:
    """The days of a node that names a day or a longer period."""
    reader = _READERS.get(type(node))
    return reader(node, view) if reader is not None else Spot("XXXX-XX-XX")


def _day(day: dt.date | None, unknown: str = "XXXX-XX-XX") -> Spot:
    return Spot(day.isoformat(), day, day) if day is not None else Spot(unknown)


def _stretch(timex: str, days: tuple[dt.date, dt.date] | None) -> Spot:
    return Spot(timex, *days) if days is not None else Spot(timex)


# ------------------------------------------------------------------------------------------------------------ fields


def _fields(node: Fields, view: View) -> Spot:
    if node.calendar == "hijri":
        return _hijri(node, view)
    if node.month is None and len(set(node.months)) > 1:
        day = f"-{node.day:02d}" if node.day is not None else ""
        return Spot(f"{_year(node.year)}-XX{day}")
    if node.year is not None:
        return _full(node.year, node.month, node.day)
    if node.month is None:
        return _day_of_month(node, view) if node.day is not None else Spot("XXXX")
    unknown = f"XXXX-{node.month:02d}" + (f"-{node.day:02d}" if node.day is not None else "")
    if view.day is None or node.event:
        return Spot(unknown)
    year = view.day.year
    candidates = [_full(y, node.month, node.day) for y in range(year - 8, year + 9)]
    chosen = _chosen([spot for spot in candidates if spot.first is not None], view, node.shift)
    return chosen or Spot(unknown)


def _year(year: int | None) -> str:
    return f"{year:04d}" if year is not None else "XXXX"


def _full(year: int, month: int | None, day: int | None) -> Spot:
    if month is None:
        return _stretch(f"{year:04d}", year_days(year))
    if day is None:
        return _stretch(f"{year:04d}-{month:02d}", month_days(year, month))
    return _day(date_or_none(year, month, day), f"{year:04d}-{month:02d}-XX")


def _chosen(spots: list[Spot], view: View, shift: int | None) -> Spot | None:
    """Which of several like spots is meant: by «الماضي» or «المقبل», by the lean, else the nearest, the past first."""
    day = view.day
    if day is None or not spots:
        return None
    before = [spot for spot in spots if spot.last is not None and spot.last < day]
    after = [spot for spot in spots if spot.first is not None and spot.first > day]
    now = [
        spot for spot in spots if spot.first is not None and spot.last is not None and spot.first <= day <= spot.last
    ]
    if shift is not None and shift < 0:
        return before[shift] if len(before) >= -shift else None
    if shift is not None and shift > 0:
        return after[shift - 1] if len(after) >= shift else None
    if shift == 0:
        same = [spot for spot in spots if spot.first is not None and spot.first.year == day.year]
        return now[0] if now else same[0] if same else None
    if now:
        return now[0]
    if view.ahead:
        return after[0] if after else None
    past = before[-1] if before else None
    coming = after[0] if after else None
    if view.lean == "past" or coming is None or past is None:
        return past or coming
    assert past.last is not None
    assert coming.first is not None
    return past if (day - past.last).days * _PAST_WEIGHT <= (coming.first - day).days else coming


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
            spot = _full(month.year, month.month, node.day)
            if spot.first is not None:
                spots.append(spot)
    return _chosen(spots, view, None) or Spot(unknown)


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
    return _chosen([spot for spot in spots if spot.first is not None], view, node.shift) or unknown


def _hijri_spot(days: tuple[dt.date, dt.date] | None, one: bool) -> Spot:
    if days is None:
        return Spot("XXXX-XX-XX" if one else "XXXX-XX")
    if one:
        return _day(days[0])
    return Spot(f"{days[0].isoformat()}/{days[1].isoformat()}", *days)


# -------------------------------------------------------------------------------------------------------------- days


def _day_shift(node: DayShift, view: View) -> Spot:
    return _day(shifted(view.day, node.days) if view.day is not None else None)


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
        return _day(shifted(day, -back), unknown)
    if shift is not None and shift > 0:
        return _day(shifted(day, (node.weekday - day.isoweekday() - 1) % 7 + 1 + 7 * (shift - 1)), unknown)
    if view.ahead or (shift == 0 and view.lean != "past"):
        return _day(shifted(day, (node.weekday - day.isoweekday()) % 7), unknown)
    return _day(shifted(day, -((day.isoweekday() - node.weekday) % 7)), unknown)


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
        spot = spot_of(second, view)
        if (
            isinstance(gregorian, Fields)
            and gregorian.year is None
            and first_weekday is not None
            and view.day is not None
        ):
            if not isinstance(second, Within):
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
    return _day(shifted(near.first, off))


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
        near = [_full(year, fields.month, fields.day) for year in (day.year - 1, day.year, day.year + 1)]
    else:
        firsts = [months_later(day.replace(day=1), months) for months in (-2, -1, 0, 1, 2)]
        near = [_full(first.year, first.month, fields.day) for first in firsts if first is not None]
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
            return _full(period.first.year, period.first.month, what.day)
        if period.first is None or what.calendar == "hijri":
            return _fields(what, View(None))
        return _fields(replace(what, year=period.first.year), view)
    if isinstance(what, Weekday):
        if period.first is None:
            return Spot(f"XXXX-WXX-{what.weekday}")
        return _day(shifted(period.first, (what.weekday - period.first.isoweekday()) % 7))
    if isinstance(what, (Edge, Nth)) and isinstance(what.of, Fields) and period.first is not None:
        return spot_of(replace(what, of=replace(what.of, year=period.first.year)), view)
    return Spot("XXXX-XX-XX")


# ----------------------------------------------------------------------------------------------------------- periods


def _period(node: Period, view: View) -> Spot:
    day = view.day
    unknown = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "decade": "XXX", "century": "XX"}
    if day is None or (node.told and not view.ahead and not (view.lean is None and node.unit != "day" and view.alone)):
        return Spot(unknown.get(node.unit, "XXXX"))
    if node.unit == "day":
        return _day(shifted(day, node.shift))
    if node.unit == "week":
        monday = shifted(day, -day.weekday() + 7 * node.shift)
        return _week(monday) if monday is not None else Spot("XXXX-WXX")
    if node.unit == "month":
        month = months_later(day.replace(day=1), node.shift)
        return _full(month.year, month.month, None) if month is not None else Spot("XXXX-XX")
    if node.unit == "decade":
        return _years(day.year // 10 * 10 + 10 * node.shift, 10)
    if node.unit == "century":
        return _years(day.year // 100 * 100 + 100 * node.shift, 100)
    return _full(day.year + node.shift, None, None)


def _week(monday: dt.date) -> Spot:
    year, week, _ = monday.isocalendar()
    return Spot(f"{year:04d}-W{week:02d}", monday, shifted(monday, 6))


def _years(first: int, count: int) -> Spot:
    begin, end = date_or_none(first, 1, 1), date_or_none(first + count - 1, 12, 31)
    digits = f"{first:04d}"[: 3 if count == 10 else 2]
    return Spot(digits, begin, end) if begin is not None and end is not None else Spot(digits)


def _decade(node: Decade, view: View) -> Spot:
    return _years((node.century if node.century is not None else 1900) + node.tens, 10)


def _century(node: Century, view: View) -> Spot:
    return _years((node.number - 1) * 100, 100)


def _edge(node: Edge, view: View) -> Spot:
    whole = spot_of(node.of, view)
    if whole.first is None or whole.last is None:
        return Spot(whole.timex)
    first, last = whole.first, whole.last
    days = (last - first).days + 1
    if days <= 7:
        cuts = (2, days - 3)
    elif days <= 31:
        cuts = (9, 19)
    elif days <= 366 and first.day == 1 and first.month == 1:
        cuts = ((first.replace(month=5) - first).days - 1, (first.replace(month=9) - first).days - 1)
    else:
        cuts = (days // 3 - 1, 2 * days // 3 - 1)
    one = dt.timedelta(days=1)
    if node.which == "start":
        return Spot(whole.timex, first, first + one * cuts[0])
    if node.which == "mid":
        return Spot(whole.timex, first + one * (cuts[0] + 1 if days > 7 else cuts[0]), first + one * cuts[1])
    return Spot(whole.timex, first + one * (cuts[1] + 1 if days > 7 else cuts[1]), last)


def _nth(node: Nth, view: View) -> Spot:
    whole = spot_of(node.of, view)
    first, last = whole.first, whole.last
    if isinstance(node.what, int):
        unknown = f"{whole.timex}-WXX-{node.what}" if whole.timex == "XXXX" else f"XXXX-WXX-{node.what}"
        if first is None or last is None:
            return Spot(unknown)
        if node.number < 0:
            return _day(shifted(last, -((last.isoweekday() - node.what) % 7)))
        day = shifted(first, (node.what - first.isoweekday()) % 7 + 7 * (node.number - 1))
        return _day(day) if day is not None and day <= last else Spot(unknown)
    if first is None or last is None:
        letters = {"quarter": "Q", "half": "H", "week": "W"}
        return Spot(f"{whole.timex}-{letters[node.what]}{node.number}" if node.what in letters else "XXXX-XX-XX")
    if node.what == "day":
        day = last if node.number < 0 else shifted(first, node.number - 1)
        return _day(day) if day is not None and day <= last else Spot("XXXX-XX-XX")
    if node.what == "week":
        # a week belongs to the month or year that holds its Thursday
        thursday = (
            shifted(last, -((last.isoweekday() - 4) % 7))
            if node.number < 0
            else shifted(first, (4 - first.isoweekday()) % 7 + 7 * (node.number - 1))
        )
        monday = shifted(thursday, -3) if thursday is not None else None
        return _week(monday) if monday is not None else Spot("XXXX-WXX")
    return _share(node, whole.timex, first, last)


def _share(node: Nth, timex: str, first: dt.date, last: dt.date) -> Spot:
    parts = {"quarter": 4, "half": 2, "month": 12, "year": 10, "decade": 10}.get(str(node.what), 1)
    number = parts if node.number < 0 else node.number
    if not 1 <= number <= parts:
        return Spot(timex)
    letter = {"quarter": "-Q", "half": "-H"}.get(str(node.what))
    name = f"{timex}{letter}{number}" if letter is not None else timex
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months % parts == 0 and months >= parts:
        size = months // parts
        begin, after = months_later(first, size * (number - 1)), months_later(first, size * number)
        if begin is not None and after is not None:
            return Spot(name, begin, after - dt.timedelta(days=1))
        return Spot(name)
    half = 15 if parts == 2 and months == 1 else ((last - first).days + 1) // parts
    begin = first + dt.timedelta(days=half * (number - 1))
    end = last if number == parts else first + dt.timedelta(days=half * number - 1)
    return Spot(timex, begin, end)


def _rest(node: Rest, view: View) -> Spot:
    whole = spot_of(node.of, view)
    return (
        Spot(whole.timex, view.day, whole.last)
        if view.day is not None and whole.last is not None
        else Spot(whole.timex)
    )


_SEASONS = {"SP": ((3, 20), (6, 20)), "SU": ((6, 21), (9, 23)), "FA": ((9, 23), (12, 20)), "WI": ((12, 21), (3, 20))}


def _season_of(name: str, year: int) -> Spot:
    (first_month, first_day), (last_month, last_day) = _SEASONS[name]
    begin = date_or_none(year, first_month, first_day)
    end = date_or_none(year + (name == "WI"), last_month, last_day)
    if begin is None or end is None:
        return Spot(f"{year:04d}-{name}")
    return Spot(f"{year:04d}-{name}", begin, end)


def _season(node: Season, view: View) -> Spot:
    if node.year is not None:
        year = spot_of(node.year, view).first
        if year is None:
            return Spot(f"XXXX-{node.name}")
        # the winter of a year may be its first months or its last
        return _season_of(node.name, year.year) if node.name != "WI" else Spot(f"{year.year:04d}-WI")
    if view.day is None:
        return Spot(f"XXXX-{node.name}")
    spots = [
        _season_of(node.name, view.day.year + more) for more in (-3, -2, -1, 0, 1, 2, 3) if view.day.year + more > 0
    ]
    if node.shift == 0:
        return _chosen(spots, replace(view, lean="future" if view.lean is None else view.lean), None) or Spot(
            f"XXXX-{node.name}"
        )
    return _chosen(spots, view, node.shift) or Spot(f"XXXX-{node.name}")


def _weekend(node: Weekend, view: View) -> Spot:
    if view.day is None:
        return Spot("XXXX-WXX-WE")
    monday = shifted(view.day, -view.day.weekday() + 7 * (node.shift or 0))
    if monday is None:
        return Spot("XXXX-WXX-WE")
    if node.shift is None and view.lean == "past" and view.day.isoweekday() < 6:
        monday = shifted(monday, -7) or monday
    year, week, _ = monday.isocalendar()
    return Spot(f"{year:04d}-W{week:02d}-WE", shifted(monday, 5), shifted(monday, 6))


def _feast(node: Feast, view: View) -> Spot:
    if node.year is not None:
        year = spot_of(node.year, view).first
        found = feast_days(node.rule, node.days, year.year) if year is not None else []
        return _feast_spot(found[0]) if len(found) == 1 else _feast_unknown(node.rule)
    if view.day is None:
        return _feast_unknown(node.rule)
    spots = [
        _feast_spot(days)
        for more in (-2, -1, 0, 1, 2)
        for days in feast_days(node.rule, node.days, view.day.year + more)
    ]
    shift = node.shift if node.shift != 0 else None
    return _chosen(spots, view, shift) or _feast_unknown(node.rule)


def _feast_spot(days: tuple[dt.date, dt.date]) -> Spot:
    if days[0] == days[1]:
        return _day(days[0])
    return Spot(f"{days[0].isoformat()}/{days[1].isoformat()}", *days)


def _feast_unknown(rule: str) -> Spot:
    kind, value = rule.split(" ", 1)
    return Spot(f"XXXX-{value}" if kind == "gregorian" else "XXXX-XX-XX")


def _moved(node: Moved, view: View) -> Spot:
    """A length counted from the anchor's first day; years leave the day open (a month), months and weeks do not."""
    anchor = spot_of(node.anchor, view).first if node.anchor is not None else view.day
    if anchor is None:
        return Spot("XXXX-XX-XX")
    day: dt.date | None = anchor
    rough = True
    for amount in node.length.amounts:
        if amount.count is None or day is None:
            return Spot("XXXX-XX-XX")
        count = amount.count * node.sign
        if amount.unit in ("year", "decade", "century"):
            years = {"year": 1, "decade": 10, "century": 100}[amount.unit]
            day = months_later(day, round(count * years * 12))
            continue
        rough = False
        if amount.unit == "month":
            day = months_later(day, int(count))
            if day is not None and count != int(count):
                day = shifted(day, round((count - int(count)) * 30))
        else:
            days = {"week": 7.0, "day": 1.0, "hour": 1 / 24}.get(amount.unit, 0.0)
            day = shifted(day, round(count * days))
    if day is None:
        return Spot("XXXX-XX-XX")
    return _full(day.year, day.month, None) if rough else _day(day)


def _moment_day(node: Moment, view: View) -> Spot:
    return spot_of(node.day, view) if node.day is not None else Spot("XXXX-XX-XX")


_READERS: dict[type, Callable[..., Spot]] = {
    Fields: _fields, DayShift: _day_shift, Now: _now, Weekday: _weekday, DayAnd: _day_and, Within: _within,
    Period: _period, Decade: _decade, Century: _century, Edge: _edge, Nth: _nth, Rest: _rest, Season: _season,
    Weekend: _weekend, Feast: _feast, Moved: _moved, Moment: _moment_day,
}  # fmt: skip
