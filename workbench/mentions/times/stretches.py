"""The days that periods cover: weeks, months, edges, shares, seasons, feasts, lengths counted from a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from workbench.knowledge.time.calendars import date_or_none, feast_days, hijri_days, months_later, shifted
from workbench.mentions.times.spots import Spot, SpotOf, View, chosen, day_spot, full_spot
from workbench.mentions.times.values import (
    Century,
    Decade,
    Edge,
    Feast,
    Fields,
    Moment,
    Moved,
    Nth,
    Period,
    Rest,
    Season,
    Weekend,
    WeekOf,
)

# ----------------------------------------------------------------------------------------------------------- periods


def period_spot(node: Period, view: View, spot_of: SpotOf) -> Spot:
    day = view.day
    unknown = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "decade": "XXX", "century": "XX"}
    if (
        day is None
        or (node.told and node.shift == 0)
        or (node.told and not view.ahead and not (view.lean is None and node.unit != "day" and view.alone))
    ):
        return Spot(unknown.get(node.unit, "XXXX"))
    if node.unit == "day":
        return day_spot(shifted(day, node.shift))
    if node.unit == "week":
        monday = shifted(day, -day.weekday() + 7 * node.shift)
        return _week(monday) if monday is not None else Spot("XXXX-WXX")
    if node.unit == "month":
        month = months_later(day.replace(day=1), node.shift)
        return full_spot(month.year, month.month, None) if month is not None else Spot("XXXX-XX")
    if node.unit == "quarter":
        first = months_later(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), 3 * node.shift)
        last = months_later(first, 3) if first is not None else None
        if first is None or last is None:
            return Spot("XXXX-QX")
        return Spot(f"{first.year:04d}-Q{first.month // 3 + 1}", first, last - dt.timedelta(days=1))
    if node.unit == "decade":
        return _years(day.year // 10 * 10 + 10 * node.shift, 10)
    if node.unit == "century":
        return _years(day.year // 100 * 100 + 100 * node.shift, 100)
    return full_spot(day.year + node.shift, None, None)


def _week(monday: dt.date) -> Spot:
    year, week, _ = monday.isocalendar()
    return Spot(f"{year:04d}-W{week:02d}", monday, shifted(monday, 6))


def _years(first: int, count: int) -> Spot:
    begin, end = date_or_none(first, 1, 1), date_or_none(first + count - 1, 12, 31)
    digits = f"{first:04d}"[: 3 if count == 10 else 2]
    return Spot(digits, begin, end) if begin is not None and end is not None else Spot(digits)


def decade_spot(node: Decade, view: View, spot_of: SpotOf) -> Spot:
    return _years((node.century if node.century is not None else 1900) + node.tens, 10)


def century_spot(node: Century, view: View, spot_of: SpotOf) -> Spot:
    return _years((node.number - 1) * 100, 100)


def edge_spot(node: Edge, view: View, spot_of: SpotOf) -> Spot:
    whole = spot_of(node.of, view)
    if whole.first is None or whole.last is None:
        return Spot(whole.timex)
    first, last = whole.first, whole.last
    days = (last - first).days + 1
    if days <= 7:
        cuts = (2, days - 3)
    elif days <= 31:
        cuts = (9, 19)
    elif days in (365, 366) and first.day == 1 and first.month == 1:
        cuts = ((first.replace(month=5) - first).days - 1, (first.replace(month=9) - first).days - 1)
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = last.year - first.year + 1
        early, late = first.year + (years + 2) // 3, first.year + years - years // 3
        cuts = (
            (first.replace(year=early) - first).days - 1,
            (first.replace(year=late) - first).days - 1,
        )
    else:
        cuts = (days // 3 - 1, 2 * days // 3 - 1)
    one = dt.timedelta(days=1)
    if node.which == "start":
        return Spot(whole.timex, first, first + one * cuts[0])
    if node.which == "mid":
        return Spot(whole.timex, first + one * (cuts[0] + 1 if days > 7 else cuts[0]), first + one * cuts[1])
    return Spot(whole.timex, first + one * (cuts[1] + 1 if days > 7 else cuts[1]), last)


def nth_spot(node: Nth, view: View, spot_of: SpotOf) -> Spot:
    whole = spot_of(node.of, view)
    first, last = whole.first, whole.last
    if isinstance(node.what, int):
        unknown = f"{whole.timex}-WXX-{node.what}" if whole.timex == "XXXX" else f"XXXX-WXX-{node.what}"
        if first is None or last is None:
            return Spot(unknown)
        if node.dated and (first.year, first.month, 1) == (last.year, last.month, first.day):
            named = date_or_none(first.year, first.month, node.number)
            if named is not None and named.isoweekday() == node.what:
                return day_spot(named)
        if node.number < 0:
            return day_spot(shifted(last, -((last.isoweekday() - node.what) % 7)))
        day = shifted(first, (node.what - first.isoweekday()) % 7 + 7 * (node.number - 1))
        return day_spot(day) if day is not None and day <= last else Spot(unknown)
    if first is None or last is None:
        letters = {"quarter": "Q", "half": "H", "week": "W"}
        return Spot(f"{whole.timex}-{letters[node.what]}{node.number}" if node.what in letters else "XXXX-XX-XX")
    if node.what == "day":
        day = last if node.number < 0 else shifted(first, node.number - 1)
        return day_spot(day) if day is not None and day <= last else Spot("XXXX-XX-XX")
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


def rest_spot(node: Rest, view: View, spot_of: SpotOf) -> Spot:
    whole = spot_of(node.of, view)
    if view.day is None or whole.first is None or whole.last is None:
        return Spot(whole.timex)
    if node.gone:
        return Spot(whole.timex, whole.first, min(view.day, whole.last))
    return Spot(whole.timex, max(view.day, whole.first), whole.last)


def week_of_spot(node: WeekOf, view: View, spot_of: SpotOf) -> Spot:
    day = spot_of(node.day, view).first
    monday = shifted(day, -day.weekday()) if day is not None else None
    return _week(monday) if monday is not None else Spot("XXXX-WXX")


_SEASONS = {"SP": ((3, 20), (6, 20)), "SU": ((6, 21), (9, 23)), "FA": ((9, 23), (12, 20)), "WI": ((12, 21), (3, 20))}


def _season_of(name: str, year: int) -> Spot:
    (first_month, first_day), (last_month, last_day) = _SEASONS[name]
    begin = date_or_none(year, first_month, first_day)
    end = date_or_none(year + (name == "WI"), last_month, last_day)
    if begin is None or end is None:
        return Spot(f"{year:04d}-{name}")
    return Spot(f"{year:04d}-{name}", begin, end)


def season_spot(node: Season, view: View, spot_of: SpotOf) -> Spot:
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
        return chosen(spots, replace(view, lean="future" if view.lean is None else view.lean), None) or Spot(
            f"XXXX-{node.name}"
        )
    return chosen(spots, view, node.shift) or Spot(f"XXXX-{node.name}")


def weekend_spot(node: Weekend, view: View, spot_of: SpotOf) -> Spot:
    if view.day is None:
        return Spot("XXXX-WXX-WE")
    monday = shifted(view.day, -view.day.weekday() + 7 * (node.shift or 0))
    if monday is None:
        return Spot("XXXX-WXX-WE")
    if node.shift is None and view.lean == "past" and view.day.isoweekday() < 6:
        monday = shifted(monday, -7) or monday
    year, week, _ = monday.isocalendar()
    return Spot(f"{year:04d}-W{week:02d}-WE", shifted(monday, 5), shifted(monday, 6))


def feast_spot(node: Feast, view: View, spot_of: SpotOf) -> Spot:
    if node.year is not None:
        if isinstance(node.year, Fields) and node.year.calendar == "hijri" and node.year.year is not None:
            month, day = (int(part) for part in node.rule.split(" ")[1].split("-"))
            own = hijri_days(node.year.year, month, day)
            last = shifted(own[0], node.days - 1) if own is not None else None
            return _feast_spot((own[0], last)) if own is not None and last is not None else _feast_unknown(node.rule)
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
    return chosen(spots, view, shift) or _feast_unknown(node.rule)


def _feast_spot(days: tuple[dt.date, dt.date]) -> Spot:
    if days[0] == days[1]:
        return day_spot(days[0])
    return Spot(f"{days[0].isoformat()}/{days[1].isoformat()}", *days)


def _feast_unknown(rule: str) -> Spot:
    kind, value = rule.split(" ", 1)
    return Spot(f"XXXX-{value}" if kind == "gregorian" else "XXXX-XX-XX")


def moved_spot(node: Moved, view: View, spot_of: SpotOf) -> Spot:
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
    return full_spot(day.year, day.month, None) if rough and not node.exact else day_spot(day)


def moment_day_spot(node: Moment, view: View, spot_of: SpotOf) -> Spot:
    return spot_of(node.day, view) if node.day is not None else Spot("XXXX-XX-XX")
