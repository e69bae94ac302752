"""What the timeline shows: events of both articles, the articles' dates, terms and lifetimes of all who are named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.knowledge.time.days import plain_en
from workbench.mentions.values import Entity
from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.engine import CheckResult
    from workbench.knowledge.facts.world import World
    from workbench.mentions.reading import ArticleReading

Spot = tuple[str, int]  # an article and a code point


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event on its days (both included), as one article tells it; ``shared`` where the other tells it too."""

    id: str
    article: str
    label: Bilingual
    begin: dt.date
    end: dt.date
    shared: bool
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class UndatedEvent:
    """An event that no article gives a day; ``spots`` are where each article begins to tell it, in their order."""

    id: str
    label: Bilingual
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article's date with its uncertainty; an open side is None."""

    article: str
    begin: dt.date | None
    end: dt.date | None
    source: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A term of office or a lifetime. ``begin`` or ``end`` is None where it reaches beyond what is known; ``name`` the
    office, or None for a lifetime; ``died`` says that the end is a death. Where a day is not known ``exact_begin`` or
    ``exact_end`` is False."""

    begin: dt.date | None
    end: dt.date | None
    name: Bilingual | None
    died: bool = False
    exact_begin: bool = True
    exact_end: bool = True


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Someone named. ``out`` is the finding that says they are out of their time, ``on`` the day it speaks of."""

    id: str
    name: Bilingual
    kind: Literal["terms", "life"]
    bars: tuple[Bar, ...]
    articles: tuple[str, ...]
    spot: Spot
    out: Finding | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    events: tuple[DatedEvent, ...]
    articles: tuple[DatedArticle, ...]
    people: tuple[PersonRow, ...]
    undated: tuple[UndatedEvent, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.events or self.undated or self.people or any(a.begin or a.end for a in self.articles))


def build_timeline(result: CheckResult, world: World, shown: tuple[str, ...]) -> Timeline:
    """The timeline of the articles that are shown."""
    events = _events(result, shown)
    readings = tuple(reading for reading in result.readings if reading.article.id in shown)
    articles = tuple(
        DatedArticle(r.article.id, r.date.begin, r.date.end, r.date.source) for r in readings
    )  # fmt: skip
    undated = _undated(result, shown)
    return Timeline(events, articles, _people(result, readings, world, events), undated)


def _events(result: CheckResult, shown: tuple[str, ...]) -> tuple[DatedEvent, ...]:
    spots = _spots(result, shown)
    found: list[DatedEvent] = []
    for event in result.events:
        begin, end = day_of(event.begin), day_of(event.end)
        begin, end = begin or end, end or begin
        if begin is None or end is None:
            continue
        told = spots[event.id]
        found += [DatedEvent(event.id, at[0], event.label, begin, end, len(told) > 1, at) for at in told]
    found.sort(key=lambda event: (event.begin, event.article))
    return tuple(found)


def _undated(result: CheckResult, shown: tuple[str, ...]) -> tuple[UndatedEvent, ...]:
    spots = _spots(result, shown)
    return tuple(
        UndatedEvent(event.id, event.label, spots[event.id]) for event in result.events
        if spots[event.id] and day_of(event.begin) is None and day_of(event.end) is None
    )


def _spots(result: CheckResult, shown: tuple[str, ...]) -> dict[str, tuple[Spot, ...]]:
    """Where each event's telling begins in every article shown that tells it, in their order."""
    claims = {claim.id: claim for claim in result.claims}
    found: dict[str, tuple[Spot, ...]] = {}
    for event in result.events:
        firsts: dict[str, int] = {}
        for claim in (claims[id] for id in event.claims if id in claims):
            if claim.article in shown:
                firsts[claim.article] = min(claim.span.start, firsts.get(claim.article, claim.span.start))
        found[event.id] = tuple(sorted(firsts.items()))
    return found


def _people(
    result: CheckResult, readings: tuple[ArticleReading, ...], world: World, events: tuple[DatedEvent, ...]
) -> tuple[PersonRow, ...]:
    named: dict[str, list[Spot]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.type == "person" and isinstance(mention.value, Entity) and mention.value.id in world.people:
                named.setdefault(str(mention.value.id), []).append((reading.article.id, mention.start))
    out = _anachronisms(result, readings)
    rows: list[PersonRow] = []
    around = _middle(result, events)
    for id, spots in named.items():
        person = world.people[id]
        name = Bilingual(person.name_en or person.name, person.name)
        finding = out.get(id)
        bars = tuple(
            Bar(
                term.start.first, term.end.last if term.end else None,
                Bilingual(world.offices[term.office].name_en, world.offices[term.office].name_ar),
                died=term.end is not None and person.died is not None and term.end.last == person.died.last,
                exact_begin=term.start.first == term.start.last,
                exact_end=term.end is None or term.end.first == term.end.last,
            )
            for term in world.terms_of(id)
            if term.office in world.offices
        )  # fmt: skip
        articles = tuple(sorted({article for article, _ in spots}))
        on = _spoken_of(finding, readings, events, around) if finding else None
        spot = (finding.places[0].article, finding.places[0].start) if finding and finding.places else spots[0]
        if bars:
            rows.append(PersonRow(id, name, "terms", bars, articles, spot, finding, on))
        elif person.died is not None:
            born, died = person.born, person.died
            life = Bar(
                born.first if born else None, died.last, None, True,
                exact_begin=born is None or born.first == born.last, exact_end=died.first == died.last,
            )  # fmt: skip
            rows.append(PersonRow(id, name, "life", (life,), articles, spot, finding, on))
    rows.sort(key=lambda row: (row.kind != "terms", row.bars[0].begin or dt.date.min))
    return tuple(rows)


def _anachronisms(result: CheckResult, readings: tuple[ArticleReading, ...]) -> dict[str, Finding]:
    """The person whom each anachronism is about: the first one named in the words it points at."""
    found: dict[str, Finding] = {}
    by_id = {reading.article.id: reading for reading in readings}
    for finding in result.findings:
        if finding.family != "anachronism" or not finding.places:
            continue
        place = finding.places[0]
        reading = by_id.get(place.article)
        for mention in reading.mentions if reading else ():
            touches = mention.start < place.end and place.start < mention.end
            if touches and mention.type == "person" and isinstance(mention.value, Entity) and mention.value.id:
                found.setdefault(mention.value.id, finding)
                break
    return found


def _spoken_of(
    finding: Finding, readings: tuple[ArticleReading, ...], events: tuple[DatedEvent, ...], around: dt.date | None
) -> dt.date | None:
    """The day on which somebody was out of their time: the one that the finding's sentence names (where the article's
    date or an event begins or ends), else the main event's."""
    own = [reading.date for reading in readings if reading.article.id == finding.places[0].article]
    known = [day for date in own for day in (date.begin, date.end)]
    known += [day for event in events for day in (event.begin, event.end)]
    return next((day for day in known if day is not None and plain_en(day) in finding.message.en), around)


def _middle(result: CheckResult, events: tuple[DatedEvent, ...]) -> dt.date | None:
    """The day of the draft's main event: the earliest claim's with a date, else the first event's."""
    own = [event for event in events if event.article == "a" and event.spot]
    if own:
        return min(own, key=lambda event: event.spot[1] if event.spot else 0).begin
    first = next((reading.date for reading in result.readings), None)
    if first is not None and first.begin is not None and first.begin == first.end:
        return first.begin
    return events[0].begin if events else None


def nearest_bar(row: PersonRow) -> Bar:
    """The bar nearest to the day spoken of; the last one where there is none."""
    on = row.on
    if on is None:
        return row.bars[-1]

    def distance(bar: Bar) -> int:
        if bar.begin is not None and on < bar.begin:
            return (bar.begin - on).days
        return (on - bar.end).days if bar.end is not None and on > bar.end else 0

    return min(row.bars, key=distance)


def day_of(iso: str | None) -> dt.date | None:
    """The day of an ISO day or minute; None for what is neither."""
    if not iso:
        return None
    try:
        return dt.date.fromisoformat(iso[:10])
    except ValueError:
        return None


def gap(first: dt.date, second: dt.date) -> tuple[int, int]:
    """Whole years and the days beyond them between two days, the earlier one first."""
    if first > second:
        first, second = second, first
    years = second.year - first.year
    while True:
        try:
            anniversary = first.replace(year=first.year + years)
        except ValueError:  # 29 February
            anniversary = first.replace(year=first.year + years, day=28)
        if anniversary <= second:
            return years, (second - anniversary).days
        years -= 1
