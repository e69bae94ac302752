"""Whether two events, told by two articles or by one, are the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.claims.events.values import ArticleEvent
from workbench.claims.events.when import stamp_of
from workbench.knowledge.base import Knowledge
from workbench.knowledge.time.days import WEEKDAYS_AR, WEEKDAYS_EN
from workbench.text.values import Bilingual

Verdict = Literal["same", "different", "unsure"]

SAME_FROM = 3.0
UNSURE_FROM = 1.5
_SAME_OF_OTHER_KIND = 4.5
# What befalls whoever is there.
BEFALLING = frozenset("attack blast clash accident incident fire quake flood storm volcano epidemic".split())
# What is told apart by whom it concerns.
_NAMED = frozenset("court office arrest release meeting deal execution".split())
# What happens in one spot.
_LOCAL = frozenset("attack blast clash accident incident fire".split())
_STORY_DAYS = 3
# What reports tell of for weeks.
_LASTING = frozenset(("epidemic", "volcano"))
_LASTING_DAYS = 21
_LONG = 366
_NEXT_ONE = 7
_PLAYED = "match"
_MONTH = 31
_UNKNOWN_PLACE = -0.7
_SHOWN_NAMES = 3
_MANY_NAMES, _MOST_NAMES = 1.8, 2.7
# From here on a figure hardly stands in two stories.
_LARGE = 10_000
# What reports of two days must share to be of one event: a governor speaks on both.
_OF_OTHER_DAYS = 2.0
# A page is often dated a day after what it tells.
_PAGE_SLACK = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EventMatch:
    """``score``: below 1.5 different, from 3 the same. ``why``: what speaks for the
    verdict. ``dates_differ``: everything but the day says they are one; ``next_day``: two undated articles are about
    neighbouring weekdays, perhaps two days of one story."""

    verdict: Verdict
    score: float
    why: tuple[Bilingual, ...]
    dates_differ: bool = False
    next_day: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    points: float
    why: Bilingual | None = None


def match_events(a: ArticleEvent, b: ArticleEvent, knowledge: Knowledge, shared: float = 0.0) -> EventMatch:
    """Weigh time, sort, place, names and words of two events; every step that counted is said in words. ``shared``:
    points for what the whole articles share, which count where the days do not contradict each other."""
    time = _time(a, b)
    kind = _kind(a, b, knowledge)
    number = _Step(-1.0 if a.several != b.several else 0.0)
    steps = [time, kind, number, _place(a, b, knowledge), _names(a, b, knowledge), _figures(a, b)]
    steps.append(_words(a, b, knowledge))
    score = sum(step.points for step in steps)
    for_it = tuple(step.why for step in steps if step.why is not None and step.points > 0)
    against = tuple(step.why for step in steps if step.why is not None and step.points < 0)
    if time.points <= -3:
        # Contradictory dates make two events, unless nearly everything else says that they are one.
        rest = score - time.points
        next_one = _apart_by_weeks(a, b) and (
            a.begin in b.days or b.begin in a.days or _PLAYED in a.kinds & b.kinds  # two legs
            or _months_apart(a, b)
        )
        if rest >= 6.0 and a.main and b.main and not next_one:
            return EventMatch("same", rest, for_it, dates_differ=True)
        return EventMatch("different", score, against)
    # «اشتباك» and «حادث» may be told of one event, and a court sits on many cases a day: more than place and day must
    # say so.
    other_kinds = bool(a.kinds and b.kinds) and not a.kinds & b.kinds
    nameless = bool(a.kinds & b.kinds) and a.kinds & b.kinds <= _NAMED and not (a.names & b.names or a.rare & b.rare)
    enough = _SAME_OF_OTHER_KIND if other_kinds or (nameless and not a.figures & b.figures) else SAME_FROM
    if UNSURE_FROM <= score < enough and shared >= (_OF_OTHER_DAYS if time.points < 0 else 0.5):
        score += shared
        for_it = (*for_it, Bilingual("quoted words, people or figures in common", "أقوال أو أشخاص أو أرقام مشتركة"))
    next_day = _on_neighbouring_weekdays(a, b)
    verdict: Verdict = "same" if score >= enough else "unsure" if score >= UNSURE_FROM else "different"
    return EventMatch(verdict, score, against if verdict == "different" else for_it, next_day=next_day)


def match_dated_otherwise(
    a: ArticleEvent, b: ArticleEvent, in_a: Sequence[ArticleEvent], in_b: Sequence[ArticleEvent]
) -> EventMatch | None:
    """Whether two background events of one story are the same although their days differ: the only arrest (court day,
    appointment) that each report tells of besides, of the same name, in the same month or on the same day of another
    one. Attacks and accidents come more than once."""
    shared = a.kinds & b.kinds & _NAMED
    if not shared or a.main or b.main or not (a.own_time and b.own_time):
        return None
    alone = all(sum(bool(event.kinds & shared) and not event.main for event in events) == 1 for events in (in_a, in_b))
    if not alone or not (a.names & b.names or a.rare & b.rare):
        return None
    if a.begin is None or b.begin is None or a.begin != a.end or b.begin != b.end or a.begin == b.begin:
        return None
    month = (a.begin.year, a.begin.month) == (b.begin.year, b.begin.month)
    if not month and (a.begin.day != b.begin.day or abs((a.begin - b.begin).days) > _LONG):
        return None
    why = Bilingual("the only one of its sort that each report tells of", "لا يذكر كل نص من نوعه سواه")
    return EventMatch("same", SAME_FROM, (why,), dates_differ=True)


def _apart_by_weeks(a: ArticleEvent, b: ArticleEvent) -> bool:
    """Whether both have a day of their own, a week or more from each other: what one calls its next hearing is the
    other's own, which makes two hearings."""
    if not (a.own_time and b.own_time and a.main and b.main) or None in (a.begin, a.end, b.begin, b.end):
        return False
    if a.begin != a.end or b.begin != b.end or a.begin is None or b.begin is None:
        return False
    return abs((a.begin - b.begin).days) >= _NEXT_ONE


def _months_apart(a: ArticleEvent, b: ArticleEvent) -> bool:
    """Whether a month or more lies between, by dates that no slip makes of each other: a first verdict and that of the
    court of appeal. The 15th of two months, or of March of two years, may be one day told wrongly."""
    if a.begin is None or b.begin is None or abs((a.begin - b.begin).days) < _MONTH:
        return False
    return a.begin.day != b.begin.day


def _time(a: ArticleEvent, b: ArticleEvent) -> _Step:
    shared = sorted(a.days & b.days)
    if shared and not _apart_by_weeks(a, b):
        day = shared[0].isoformat()
        return _Step(1.5, Bilingual(f"the same day: {day}", f"اليوم واحد: {day}"))
    if a.begin is not None and a.end is not None and b.begin is not None and b.end is not None:
        slack = _PAGE_SLACK if not (a.own_time and b.own_time) else dt.timedelta(0)
        if a.begin - slack <= b.end and b.begin - slack <= a.end:
            long = max((a.end - a.begin).days, (b.end - b.begin).days) > 3
            if long and (a.begin, a.end) == (b.begin, b.end) and (a.end - a.begin).days <= _MONTH:
                month = a.begin.strftime("%Y-%m")
                return _Step(1.2, Bilingual(f"the same month: {month}", f"الشهر واحد: {month}"))
            day = max(a.begin, b.begin).isoformat()
            return _Step(
                0.5 if long else 1.5 if a.own_time and b.own_time else 1.0,
                Bilingual(f"the same time: {day}", f"الزمن واحد: {day}"),
            )
        apart = (b.begin - a.end if b.begin > a.end else a.begin - b.end).days
        if a.main and b.main and a.kinds & b.kinds & _LASTING and apart <= _LASTING_DAYS:
            return _Step(0.0)
        why = Bilingual(
            f"other days: {a.begin.isoformat()} and {b.begin.isoformat()}",
            f"يومان مختلفان: {a.begin.isoformat()} و{b.begin.isoformat()}",
        )
        if apart <= 1 or (a.main and b.main and apart <= _STORY_DAYS):
            # Two reports of one story that goes on.
            return _Step(-1.0, why)
        return _Step(-4.0 if apart > 2 else -3.0, why)
    for one, other in ((a, b), (b, a)):
        if not (one.main and other.main and other.own_time) or one.begin is not None:
            continue
        if one.written and other.begin and other.begin - one.written > _PAGE_SLACK:
            day = other.begin.isoformat()
            return _Step(-4.0, Bilingual(f"written before {day}", f"كُتب أحدهما قبل {day}"))
    stamp_a, stamp_b = _stamp(a), _stamp(b)
    if stamp_a is not None and stamp_b is not None:
        if stamp_a == stamp_b:
            return _Step(1.5, Bilingual(f"the same day of the year: {stamp_a}", f"اليوم نفسه من السنة: {stamp_a}"))
        return _Step(-4.0, Bilingual(f"other days: {stamp_a} and {stamp_b}", f"يومان مختلفان: {stamp_a} و{stamp_b}"))
    day_a, day_b = _weekday(a), _weekday(b)
    if day_a is not None and day_b is not None:
        name_en, name_ar = WEEKDAYS_EN[day_a - 1], WEEKDAYS_AR[day_a - 1]
        if day_a == day_b:
            known = a if a.begin is not None else b
            date = known.begin.isoformat() if known.begin is not None else ""
            return _Step(
                1.5 if date else 1.0,
                Bilingual(f"{date} was a {name_en}".strip() if date else f"both on a {name_en}",
                          f"{date} يوافق يوم {name_ar}" if date else f"كلاهما يوم {name_ar}"),
            )  # fmt: skip
        return _Step(
            -1.0 if _on_neighbouring_weekdays(a, b) else -4.0,
            Bilingual(f"a {name_en} and a {WEEKDAYS_EN[day_b - 1]}", f"{name_ar} و{WEEKDAYS_AR[day_b - 1]}"),
        )
    return _Step(0.0)


def _on_neighbouring_weekdays(a: ArticleEvent, b: ArticleEvent) -> bool:
    """Whether what two undated articles are about was on a Tuesday and on a Wednesday: it may be one story that goes
    on."""
    if not (a.main and b.main) or (a.begin is not None and b.begin is not None):
        return False
    day_a, day_b = _weekday(a), _weekday(b)
    return day_a is not None and day_b is not None and (day_a - day_b) % 7 in (1, 6)


def _stamp(event: ArticleEvent) -> str | None:
    if event.stamp is not None:
        return event.stamp
    if event.own_time and event.begin is not None and event.begin == event.end:
        return stamp_of(event.begin)
    return None


def _weekday(event: ArticleEvent) -> int | None:
    if event.weekday is not None:
        return event.weekday
    if event.own_time and event.begin is not None and event.begin == event.end:
        return event.begin.isoweekday()
    return None


def _kind(a: ArticleEvent, b: ArticleEvent, knowledge: Knowledge) -> _Step:
    if not a.kinds or not b.kinds:
        return _Step(0.0)
    if a.kinds & b.kinds:
        return _Step(1.0, Bilingual("the same sort of event", "نوع الحدث واحد"))
    if knowledge.events.may_be_one(a.kinds, b.kinds):
        return _Step(0.3)
    return _Step(-1.2, Bilingual("events of different sorts", "الحدثان من نوعين مختلفين"))


def _place(a: ArticleEvent, b: ArticleEvent, knowledge: Knowledge) -> _Step:
    if not a.places or not b.places:
        return _Step(0.0)
    geography = knowledge.geography
    # A background event without a place of its own is where the story is, unless something speaks against it.
    weight = 1.0 if a.placed and b.placed else 0.5
    narrow = sorted(place for place in a.places & b.places if not geography.is_wide(place))
    if narrow:
        name_en, name_ar = geography.names(narrow[0])
        return _Step(1.5 * weight, Bilingual(f"the same place: {name_en}", f"المكان واحد: {name_ar}"))
    # «طريق مصر - الإسكندرية» is nowhere near Luxor: of what happens in one spot, where both name towns, their countries
    # tell nothing.
    towns = bool((a.kinds | b.kinds) & _LOCAL) and all(
        any(_is_town(place, knowledge) for place in event.places) for event in (a, b)
    )
    touching = next(
        (
            (one, other)
            for one in sorted(a.places)
            for other in sorted(b.places)
            if one != other
            and geography.touch(one, other)
            and not (geography.is_wide(one) and geography.is_wide(other))
            and not (towns and (geography.is_wide(one) or geography.is_wide(other)))
        ),
        None,
    )
    if touching:
        (en_a, ar_a), (en_b, ar_b) = (geography.names(place) for place in touching)
        return _Step(
            1.0 * weight,
            Bilingual(f"{en_a} and {en_b}: one lies in the other", f"{ar_a} و{ar_b}: أحدهما في الآخر"),
        )
    # What no table knows (a street, a ward, a coastguard's district) may lie in any town.
    apart = a.placed and b.placed and all(any(_is_town(place, knowledge) for place in x.places) for x in (a, b))
    if a.places & b.places and not apart:
        return _Step(0.4 * weight)
    # A bus overturned in Minya, another in Aswan: nothing else makes them one.
    known = all(any(place in knowledge.world.places for place in event.places) for event in (a, b))
    points = -3.5 if apart else -1.5 * weight if known else _UNKNOWN_PLACE * weight
    return _Step(points, Bilingual("other places", "المكانان مختلفان"))


def _is_town(place: str, knowledge: Knowledge) -> bool:
    return place in knowledge.world.places and not knowledge.geography.is_wide(place)


def _names(a: ArticleEvent, b: ArticleEvent, knowledge: Knowledge) -> _Step:
    shared, rare = sorted(a.names & b.names), sorted(a.rare & b.rare)
    # What is told apart by whom it concerns is also known by them.
    most = _MOST_NAMES if a.main and b.main and a.kinds & b.kinds & _NAMED else _MANY_NAMES
    points = min(0.6 * len(shared), most) + min(0.3 * len(rare), 1.5)
    if points:
        return _Step(points, _shared_names([knowledge.name_of(name) for name in shared], len(rare)))
    if len(a.names | a.rare) >= 3 and len(b.names | b.rare) >= 3:
        # A trial, a visit, a match are told apart by who takes part; a fire or a quake less so.
        befalls = bool((a.kinds | b.kinds) & BEFALLING)
        return _Step(-0.8 if befalls or not (a.names and b.names) else -2.0)
    return _Step(0.0)


def _shared_names(names: Sequence[Bilingual], rare: int) -> Bilingual:
    """The first names that two events share, and how many words besides that no table knows: such words are kept by
    their stems, which nobody should have to read."""
    en = [f"the same names: {', '.join(name.en for name in names[:_SHOWN_NAMES])}"] if names else []
    ar = [f"أسماء مشتركة: {'، '.join(name.ar for name in names[:_SHOWN_NAMES])}"] if names else []
    if rare:
        en.append(f"rare words in common: {rare}")
        ar.append(f"كلمات نادرة مشتركة: {rare}")
    return Bilingual("; ".join(en), "؛ ".join(ar))


def _figures(a: ArticleEvent, b: ArticleEvent) -> _Step:
    """The larger or the more exact a figure, the less two events share it by chance."""
    shared = sorted(figure for figure in a.figures & b.figures if figure > 2)
    return _Step(min(sum(_weight(figure) for figure in shared), 2.0))


def _weight(figure: float) -> float:
    if figure >= _LARGE:
        return 1.2
    return 0.8 if figure >= 100 or figure != int(figure) else 0.4


def _words(a: ArticleEvent, b: ArticleEvent, knowledge: Knowledge) -> _Step:
    """Words in common, the rarer the more they tell; where neither text has a date, as headlines have none, they are
    nearly all there is to go by."""
    smaller = min(len(a.words), len(b.words))
    if smaller < 4:
        return _Step(0.0)
    share = knowledge.events.weight(a.words & b.words) / min(a.weight, b.weight)
    most = 2.5 if _dated(a) or _dated(b) else 3.5
    return _Step(max(-0.5, min(most, 5 * (share - 0.15))))


def _dated(event: ArticleEvent) -> bool:
    return event.begin is not None or event.weekday is not None or event.stamp is not None
