"""Grouping what an article says into events: the main one, those in its background, those reported earlier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.claims.clauses import Clause
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, Entity, Mention, Timex

# A lead says when it happened in its first two sentences, or not at all.
LEAD_SENTENCES = 3
_PERIOD_DAYS = 8
_COUNTABLE_EVENTS = frozenset(("attack", "accident", "fire", "storm", "quake", "match"))


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """One event as one article tells it. ``begin``/``end`` bound its days (None: not known), ``weekday`` is 1 to 7
    where only that is known; ``own_time`` says whether the text itself dates it (else it has the article's date).
    ``places``, ``names`` hold identifiers or folded words, ``kinds`` families of events, ``words`` concepts of what is
    said of it, ``figures`` the exact counts given of it; ``several``: it is told as several («هجمات», «حادثي سير»)."""

    id: str
    article: str
    main: bool
    begin: dt.date | None
    end: dt.date | None
    weekday: int | None
    own_time: bool
    places: frozenset[str]
    kinds: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    figures: frozenset[float]
    several: bool
    title: str


@dataclass(slots=True)
class _Draft:
    """An event while its article is being read."""

    main: bool
    begin: dt.date | None = None
    end: dt.date | None = None
    weekday: int | None = None
    own_time: bool = False
    plural: bool = False
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    figures: set[float] = field(default_factory=set)
    title: str = ""


@dataclass(frozen=True, slots=True)
class _When:
    begin: dt.date | None
    end: dt.date | None
    weekday: int | None
    start: int

    @property
    def long(self) -> bool:
        return self.begin is None or self.end is None or (self.end - self.begin).days >= _PERIOD_DAYS


@dataclass(frozen=True, slots=True)
class Grouping:
    """An article's events, and for each sentence the event (by index) of each of its clauses."""

    events: tuple[ArticleEvent, ...]
    clause_events: tuple[tuple[int, ...], ...]


def group_events(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]], knowledge: Knowledge
) -> Grouping:
    """``views`` and ``mentions`` run parallel to the article's sentences; the mentions are resolved, with offsets in
    the article."""
    main = _main_event(reading, views, mentions, knowledge)
    drafts = [main]
    focus = 0
    paragraph = -1
    assigned: list[tuple[int, ...]] = []
    for number, (sentence, view) in enumerate(zip(reading.article.sentences, views, strict=True)):
        lead = number < LEAD_SENTENCES and sentence.paragraph <= 2
        row: list[int] = []
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if not _continues(view, knowledge):
                focus = 0
        for clause in view.clauses:
            focus = _event_of(reading, view, clause, mentions[number], drafts, focus, lead, knowledge, sentence.start)
            row.append(focus)
        assigned.append(tuple(row))
    _describe(reading, views, mentions, assigned, drafts, knowledge)
    events = tuple(
        ArticleEvent(
            f"{reading.article.id}.{number}", reading.article.id, draft.main, draft.begin, draft.end, draft.weekday,
            draft.own_time, frozenset(draft.places), frozenset(draft.kinds), frozenset(draft.names),
            frozenset(draft.words), frozenset(draft.figures), draft.plural, draft.title,
        )
        for number, draft in enumerate(drafts)
    )  # fmt: skip
    return Grouping(events, tuple(assigned))


def _main_event(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]], knowledge: Knowledge
) -> _Draft:
    draft = _Draft(main=True, title=reading.article.title)
    for number, view in enumerate(views[:LEAD_SENTENCES]):
        found = triggers(view, knowledge)
        draft.kinds |= {family for _, family, _, _ in found}
        if number <= 1:
            draft.plural = draft.plural or any(
                plural and view.entries[at][0].pos == "noun" and family in _COUNTABLE_EVENTS
                for at, family, _, plural in found
            )
        if draft.begin is None and draft.weekday is None:
            for when in _times(mentions[number]):
                if when.long or _in_background(view, when.start - reading.article.sentences[number].start):
                    continue
                if reading.date.begin is not None and when.begin is not None and when.begin > reading.date.begin:
                    # An appointment in the lead («لجلسة 6 مارس») does not date what happened today.
                    continue
                draft.begin, draft.end, draft.weekday, draft.own_time = when.begin, when.end, when.weekday, True
                break
    if draft.begin is None and reading.date.begin is not None:
        draft.begin = reading.date.begin - dt.timedelta(days=1)
        draft.end = reading.date.end
    return draft


def _in_background(view: SentenceView, offset: int) -> bool:
    for clause in view.clauses:
        if view.tokens[clause.first].start <= offset < view.tokens[clause.last - 1].end:
            return clause.opening == "background"
    return False


def triggers(
    view: SentenceView, knowledge: Knowledge, first: int = 0, last: int | None = None
) -> list[tuple[int, str, bool, bool]]:
    """Words that speak of something happening: (token, family of event, definite, plural)."""
    found = []
    for at in range(first, len(view.tokens) if last is None else last):
        for entry in view.entries[at][:2]:
            family = knowledge.events.family(entry.concept, knowledge.lexicon.concepts)
            if family is not None:
                definite = entry.definite or bool(entry.enclitic) or entry.pos == "verb"
                # «حادثي سير»: before another noun the dual looks like «my accident», which the news never says.
                dual = entry.enclitic == "ي" and any(
                    other.lemma == entry.lemma and other.number == "dual" for other in view.entries[at]
                )
                found.append((at, family, definite and not dual, entry.number != "singular" or dual))
                break
    return found


def _times(mentions: Sequence[Mention]) -> list[_When]:
    """The days and periods named, in order; clocks and parts of the day without a day left out."""
    found = []
    for mention in mentions:
        value = mention.value
        if mention.type not in ("date", "time") or not isinstance(value, Timex):
            continue
        begin, end = _day(value.begin), _day(value.end)
        if begin is not None or end is not None:
            found.append(_When(begin, end, None, mention.start))
        elif value.timex.startswith("XXXX-WXX-") and value.timex[9:10].isdigit():
            found.append(_When(None, None, int(value.timex[9]), mention.start))
    return found


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _continues(view: SentenceView, knowledge: Knowledge) -> bool:
    """Whether a paragraph goes on with what the one before was about: it begins with «و» and a verb that is not one
    of reporting («واتّهمت واشنطن …», «ولم يقتل …»), or with a pronoun of it."""
    for at, token in enumerate(view.tokens[:3]):
        if token.kind != "word":
            continue
        if token.key in ("ولم", "ولا", "وقد", "ولكن", "فيما", "واسفر", "واسفرت"):
            return True
        for entry in view.entries[at][:1]:
            return entry.pos == "verb" and entry.proclitics.startswith("و") and entry.kind != "report"
        return False
    return False


def _event_of(
    reading: ArticleReading, view: SentenceView, clause: Clause, mentions: Sequence[Mention], drafts: list[_Draft],
    focus: int, lead: bool, knowledge: Knowledge, sentence_start: int,
) -> int:  # fmt: skip
    """The event that a clause speaks of, by index into ``drafts``, to which a new one may be added."""
    start = sentence_start + view.tokens[clause.first].start
    end = sentence_start + view.tokens[clause.last - 1].end
    inside = [mention for mention in mentions if start <= mention.start < end]
    times = [when for when in _times(inside) if not _is_publication(view, clause, when.start - sentence_start)]
    found = triggers(view, knowledge, clause.first, clause.last)
    families = {family for _, family, _, _ in found}
    if times and not _future(times[0], reading):
        when = times[0]
        for number, draft in enumerate(drafts):
            if _same_time(draft, when) and not (when.long and number == 0 and _counts_many(found)):
                return number
        if lead and drafts[0].begin is None and drafts[0].weekday is None:
            return 0
        return _add(drafts, when, families, plural=_counts_many(found))
    if clause.opening == "result":
        return focus
    if clause.opening == "background" and not lead and not found:
        return focus
    if lead:
        return 0
    indefinite = [(at, family) for at, family, definite, _ in found if not definite]
    if indefinite and _introduces(view, clause, indefinite[0][0], found):
        many = _counts_many(found)
        if many or not families & drafts[focus].kinds or _elsewhere(inside, drafts[focus], knowledge):
            return _add(drafts, None, families, plural=many)
    if _elsewhere(inside, drafts[focus], knowledge) and found:
        for number, draft in enumerate(drafts):
            if draft.places & _places(inside) and draft.kinds & families:
                return number
    return focus


def _counts_many(found: Sequence[tuple[int, str, bool, bool]]) -> bool:
    return bool(found) and all(plural for _, _, _, plural in found)


def _introduces(
    view: SentenceView, clause: Clause, at: int, found: Sequence[tuple[int, str, bool, bool]]
) -> bool:
    """Whether an event without an article is a new one: it is the object of a verb («نفذت غارات»)."""
    return any(entry.pos == "verb" for before in range(clause.first, at) for entry in view.entries[before][:1])


def _is_publication(view: SentenceView, clause: Clause, offset: int) -> bool:
    """«وقال اليوم», «بحسب ما أفادت المجلة السبت»: the day somebody spoke, not the day it happened."""
    at = next((number for number, token in enumerate(view.tokens) if token.start >= offset), clause.first)
    for before in range(at - 1, max(clause.first - 1, at - 5), -1):
        for entry in view.entries[before][:1]:
            if entry.kind == "report":
                return True
    return False


def _future(when: _When, reading: ArticleReading) -> bool:
    return when.begin is not None and reading.date.end is not None and when.begin > reading.date.end


def _same_time(draft: _Draft, when: _When) -> bool:
    if when.weekday is not None:
        if draft.weekday is not None:
            return draft.weekday == when.weekday
        if draft.begin is not None and draft.begin == draft.end:
            return draft.begin.isoweekday() == when.weekday
        return draft.main and draft.begin is None
    if draft.begin is None or draft.end is None:
        if draft.weekday is not None and when.begin is not None and when.begin == when.end:
            return draft.weekday == when.begin.isoweekday() and not draft.main
        return False
    if when.begin is not None and when.end is not None:
        if when.long:
            return False
        return draft.begin <= when.end and when.begin <= draft.end
    return False


def _add(drafts: list[_Draft], when: _When | None, families: set[str], plural: bool) -> int:
    draft = _Draft(main=False, kinds=set(families), plural=plural)
    if when is not None:
        draft.begin, draft.end, draft.weekday, draft.own_time = when.begin, when.end, when.weekday, True
    drafts.append(draft)
    return len(drafts) - 1


def _places(mentions: Sequence[Mention]) -> set[str]:
    return {
        mention.value.id or mention.value.name
        for mention in mentions
        if mention.type == "place" and isinstance(mention.value, Entity)
    }


def _elsewhere(mentions: Sequence[Mention], draft: _Draft, knowledge: Knowledge) -> bool:
    """Whether the words place it where the event was not: none of their places touches one of the event's."""
    places = _places(mentions)
    if not places or not draft.places:
        return False
    return not any(knowledge.geography.touch(one, other) for one in places for other in draft.places)


def _describe(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]],
    assigned: Sequence[tuple[int, ...]], drafts: list[_Draft], knowledge: Knowledge,
) -> None:  # fmt: skip
    """Gather what is said of each event from the clauses that speak of it."""
    for number, view in enumerate(views):
        origin = reading.article.sentences[number].start
        for clause, index in zip(view.clauses, assigned[number], strict=True):
            draft = drafts[index]
            span = view.span(clause.first, clause.last).shifted(origin)
            inside = [mention for mention in mentions[number] if span.start <= mention.start < span.end]
            draft.places |= _places(inside)
            draft.kinds |= {family for _, family, _, _ in triggers(view, knowledge, clause.first, clause.last)}
            draft.words |= view.context(clause.first, clause.last)
            draft.names |= _names(view, clause, inside)
            draft.figures |= _figures(inside)
            if not draft.title:
                draft.title = reading.article.text[span.start : span.end].strip()


def _names(view: SentenceView, clause: Clause, mentions: Sequence[Mention]) -> set[str]:
    """Persons and organisations by identifier, and words that no table knows: mostly names."""
    names = {
        mention.value.id or mention.value.name
        for mention in mentions
        if mention.type in ("person", "organisation") and isinstance(mention.value, Entity)
    }
    for at in range(clause.first, clause.last):
        token = view.tokens[at]
        if token.kind == "word" and not view.entries[at] and len(token.key) > 3:
            names.add(token.key.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال"))
    return names


def _figures(mentions: Sequence[Mention]) -> set[float]:
    return {
        value.low
        for value in (mention.value for mention in mentions)
        if isinstance(value, Amount) and value.low is not None and value.low == value.high
    }

