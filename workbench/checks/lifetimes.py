"""Organisations, states and things named before they existed, and people who act after their death."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.keys import finding_key
from workbench.checks.tenure import Scene, Time, bound_times, known_days
from workbench.checks.values import Evidence, Finding, Place
from workbench.knowledge.base import Knowledge
from workbench.knowledge.days import exactly
from workbench.knowledge.organisations import Organisation
from workbench.knowledge.world import World
from workbench.mentions.holdings import Holding, phrase_in
from workbench.mentions.name_values import OrganisationName, PersonName
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Mention
from workbench.text.values import Bilingual

# How many days before its birth a thing may already be spoken of: what is founded by treaty is planned for years.
_PLANNED = {
    "union": 1500, "body": 1500, "court": 1500, "agency": 1500, "bank": 1500, "fund": 1500, "alliance": 400,
    "agreement": 400, "mission": 400, "state": 400, "force": 200, "party": 100, "movement": 100, "company": 100,
    "media": 400, "product": 60, "university": 1500, "ministry": 400, "club": 400, "event": 3000, "policy": 400,
}  # fmt: skip
_AFTERLIFE = 3  # days: reports of a death still call the dead by what they did


@dataclass(frozen=True, slots=True)
class _Early:
    """A name before its time: the mention, what it names, and when."""

    scene: Scene
    mention: Mention
    thing: Organisation
    when: Bilingual
    confidence: float


def check_lifetimes(
    reading: ArticleReading, scenes: Sequence[Scene], knowledge: Knowledge, taken: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Findings of the kinds ``organisation``, ``state`` and ``lifespan``; ``taken`` are stretches already found."""
    world = knowledge.world
    days = known_days(reading.date)
    seen: set[str] = set()
    for scene in scenes:
        for mention in scene.mentions:
            value = mention.value
            if any(start <= mention.start < end for start, end in taken):
                continue
            if isinstance(value, OrganisationName) and value.id is not None and value.id not in seen:
                early = _too_early(scene, mention, world.organisations[value.id], days, world)
                if early is not None:
                    seen.add(value.id)
                    yield _told(early, reading)
            elif (
                isinstance(value, PersonName)
                and value.id is not None
                and value.form == "full"
                and days is not None
                and value.id not in seen
                and _acts_after_death(scene, mention, value.id, days, world)
            ):
                seen.add(value.id)
                yield _of_the_dead(scene, mention, value.id, days, reading, world)


def _too_early(
    scene: Scene, mention: Mention, thing: Organisation, days: tuple[dt.date, dt.date] | None, world: World
) -> _Early | None:
    if thing.start is None:
        return None
    planned = dt.timedelta(days=_PLANNED.get(thing.kind, 0))
    if days is not None:
        if days[1] < thing.start.first - planned:
            day = exactly(days[1])
            when = Bilingual(f"on the article's date, {day.english}", f"في تاريخ المقال، {day.arabic}")
            return _Early(scene, mention, thing, when, 0.95)
        return None
    times = _bound_to(scene, mention, world)
    if not times or any(time.end >= thing.start.first - planned for time in scene.times):
        return None
    if phrase_in(scene.tokens, 0, len(scene.tokens), world.words.near) is not None:
        return None
    day = exactly(times[0].begin)
    when = Bilingual(f"on {day.english}, as the text says", f"في {day.arabic} كما يقول النص")
    return _Early(scene, mention, thing, when, 0.75)


def _bound_to(scene: Scene, mention: Mention, world: World) -> tuple[Time, ...]:
    """The times that date the clause in which something is named."""
    first, last = _tokens_of(scene, mention)
    stand_in = Holding(
        scene.number, "administration", (), (), mention.start, mention.end, first, last, mention, None, frozenset(),
        False, False,
    )  # fmt: skip
    return bound_times(scene, stand_in, world)


def _tokens_of(scene: Scene, mention: Mention) -> tuple[int, int]:
    offset = scene.offset
    inside = [
        at
        for at, token in enumerate(scene.tokens)
        if token.start < mention.end - offset and mention.start - offset < token.end
    ]
    return inside[0], inside[-1] + 1


def _told(early: _Early, reading: ArticleReading) -> Finding:
    thing, mention = early.thing, early.mention
    assert thing.start is not None
    words = reading.article.text[mention.start : mention.end]
    kind = "state" if thing.kind == "state" else "organisation"
    message = Bilingual(
        f"{thing.name_en} did not exist yet {early.when.en}: «{words}».",
        f"لم يكن لـ«{thing.name}» وجود بهذا الاسم {early.when.ar}: «{words}».",
    )
    since = Bilingual(
        f"{thing.name_en}: since {thing.start.english}", f"{thing.name}: منذ {thing.start.arabic}"
    )
    return Finding(
        finding_key("before-its-birth", [words], [thing.id]), "anachronism", kind, "internal",
        "high" if early.confidence > 0.9 else "medium", early.confidence, "before-its-birth",
        (Place(reading.article.id, mention.start, mention.end, words),), message,
        (Evidence(since, f"{thing.where.file}: {thing.source}"),),
        headline=reading.article.sentences[early.scene.number].part == "headline",
    )  # fmt: skip


def _acts_after_death(
    scene: Scene, mention: Mention, person: str, days: tuple[dt.date, dt.date], world: World
) -> bool:
    """A verb right before the name, in a clause of the article's own days, well after the death."""
    died = world.people[person].died
    if died is None or days[0] <= died.last + dt.timedelta(days=_AFTERLIFE):
        return False
    first, _ = _tokens_of(scene, mention)
    verb = scene.tokens[first - 1].key if first else ""
    if verb not in world.words.acts and verb.removeprefix("و") not in world.words.acts:
        return False
    if phrase_in(scene.tokens, 0, len(scene.tokens), world.words.near) is not None:
        return False
    week = dt.timedelta(days=10)
    return any(days[0] - week <= time.begin and time.end <= days[1] + week for time in _bound_to(scene, mention, world))


def _of_the_dead(
    scene: Scene, mention: Mention, id: str, days: tuple[dt.date, dt.date], reading: ArticleReading, world: World
) -> Finding:
    person = world.people[id]
    assert person.died is not None
    words = reading.article.text[mention.start : mention.end]
    day = exactly(days[0])
    message = Bilingual(
        f"{person.name_en} had died before the article's date, {day.english}: «{words}».",
        f"كان {person.name} قد توفي قبل تاريخ المقال، {day.arabic}: «{words}».",
    )
    fact = Bilingual(
        f"{person.name_en} died on {person.died.english}"
        if person.died.exact
        else f"{person.name_en} died in {person.died.english}",
        f"توفي {person.name} في {person.died.arabic}",
    )
    return Finding(
        finding_key("acts-after-death", [words], [id]), "anachronism", "lifespan", "internal", "medium", 0.8,
        "acts-after-death", (Place(reading.article.id, mention.start, mention.end, words),), message,
        (Evidence(fact, f"{person.where.file}: {person.source}"),),
        headline=reading.article.sentences[scene.number].part == "headline",
    )  # fmt: skip
