"""Grouping what an article says into events: the main one, those in its background, those reported earlier."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.claims.clauses import Clause
from workbench.claims.events.gists import ClauseGist
from workbench.claims.events.values import ArticleEvent, Grouping, event_name
from workbench.claims.events.when import When, days_named, stamp_of
from workbench.claims.events.words import (
    COUNTABLE,
    another,
    beside_event,
    clause_at,
    in_present,
    introduces,
    is_counted,
    is_description,
    is_known,
    is_publication,
    located,
)
from workbench.claims.view import SentenceView, Trigger
from workbench.knowledge.base import Knowledge
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, Mention
from workbench.text.values import Sentence

# After the headline, a lead says what its story is about in two sentences, or not at all.
_LEAD_BODY_SENTENCES = 2
_LAST_YEAR = dt.timedelta(days=270)
_LONG_OVER = dt.timedelta(days=90)
# A story goes on for days: what it tells without naming another event is of its own days.
_NEXT_DAYS = dt.timedelta(days=2)
_WEEK = dt.timedelta(days=7)
_SEVERAL_DAYS = 3
_NEWS_DAYS = dt.timedelta(days=10)
# What is called by its day alone: of a vote or a match last Thursday a paper tells on Sunday.
_PLANNED = frozenset("vote match court meeting exam launch ceremony market".split())
_YEAR_DIGITS, _FIRST_YEAR = 4, 1900
_FOUR_DIGITS = re.compile(r"\d{4}")
_LEADING = 1  # the last sentence in which a plural makes the news several events


@dataclass(slots=True)
class _Draft:
    """An event while its article is being read."""

    main: bool
    when: When | None = None
    own_time: bool = False
    days: set[dt.date] = field(default_factory=set)
    several: bool = False
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    rare: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    figures: set[float] = field(default_factory=set)
    title: str = ""
    period: When | None = None


def group_events(
    reading: ArticleReading, views: Sequence[SentenceView], gists: Sequence[Sequence[ClauseGist]],
    mentions: Sequence[Sequence[Mention]], knowledge: Knowledge,
) -> Grouping:  # fmt: skip
    """``views``, ``gists`` and ``mentions`` run parallel to the article's sentences; the mentions are resolved, with
    offsets in the article."""
    grouper = _Grouper(reading, views, mentions, knowledge)
    assigned = grouper.assign()
    grouper.describe(assigned, gists)
    return Grouping(tuple(grouper.finished()), tuple(assigned))


def _is_wide(when: When) -> bool:
    """Whether a time is of several days: a week, a month."""
    return when.begin is not None and when.end is not None and (when.end - when.begin).days >= _SEVERAL_DAYS


class _Grouper:
    def __init__(
        self, reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]],
        knowledge: Knowledge,
    ) -> None:  # fmt: skip
        self.reading = reading
        self.sentences = reading.article.sentences
        self.views = views
        self.mentions = mentions
        self.knowledge = knowledge
        self.lead = _lead(self.sentences)
        # Places of the dateline: where the report was written, which is often where its event was.
        self.written_in: set[str] = set()
        self.main = self._main_event()
        self.drafts = [self.main]

    def assign(self) -> list[tuple[int, ...]]:
        focus, paragraph = 0, -1
        assigned: list[tuple[int, ...]] = []
        for number, (sentence, view) in enumerate(zip(self.sentences, self.views, strict=True)):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                if not self._continues(view, focus):
                    focus = 0
            elif self._is_past(focus) and in_present(view):
                focus = 0
            row: list[int] = []
            if sentence.part == "dateline":
                assigned.append((0,) * len(view.clauses))
                continue
            for clause in view.clauses:
                index, stays = self._event_of(number, clause, focus)
                row.append(index)
                if stays:
                    focus = index
            assigned.append(tuple(row))
        return assigned

    def _continues(self, view: SentenceView, focus: int) -> bool:
        """Whether a paragraph goes on with what the one before was about: it begins with «ولم» or the like, or with
        «و», a verb that is not one of reporting, and soon «الهجوم»: the event itself («واتّهمت واشنطن … بتنفيذ
        الهجوم»)."""
        first = next((at for at, token in enumerate(view.tokens) if token.kind == "word"), None)
        if first is None:
            return False
        if view.tokens[first].key in self.knowledge.claim_cues.continuing:
            return True
        entry = view.entry(first)
        return (
            entry is not None and entry.pos == "verb" and entry.proclitics.startswith("و")
            and entry.kind not in ("report", "change") and entry.concept != "be"
            and any(one.noun and one.definite and one.family in self.drafts[focus].kinds for one in view.triggers)
        )  # fmt: skip

    def _main_event(self) -> _Draft:
        draft = _Draft(main=True, title=self.reading.article.title)
        one: set[str] = set()
        several: set[str] = set()
        counted: set[str] = set()
        for number in sorted(self.lead):
            view = self.views[number]
            draft.kinds |= {trigger.family for trigger in view.triggers}
            for trigger in view.triggers if number <= _LEADING else ():
                if trigger.several:
                    several.add(trigger.family)
                elif trigger.noun and not self._is_toll(view, trigger.at):
                    one.add(trigger.family)
                if trigger.several and is_counted(view, trigger.at):
                    counted.add(trigger.family)
            if draft.when is None:
                draft.when = self._first_day(number)
                draft.own_time = draft.when is not None
        # «احتجاجات» in the headline may be the one protest of the lead, «الهزات الارتدادية» follow the one quake.
        draft.several = bool((several - one | counted) & COUNTABLE)
        for number, sentence in enumerate(self.sentences):
            if number in self.lead or sentence.part == "dateline":
                places = located(self.views[number], self.mentions[number], sentence.start, self.knowledge)
                if sentence.part == "dateline":
                    self.written_in |= places
                else:
                    draft.places |= places
        date = self.reading.date
        if draft.when is None and date.begin is not None and date.end is not None:
            # A report tells what happened on its day or the day before.
            draft.when = When(date.begin - dt.timedelta(days=1), date.end, None, None, False, 0)
        return draft

    def _is_toll(self, view: SentenceView, at: int) -> bool:
        """«مقتل», «قتلى»: what came of an event, not the event."""
        return any(self.knowledge.casualties.of(entry.lemma) for entry in view.entries[at][:2])

    def _first_day(self, number: int) -> When | None:
        view, origin = self.views[number], self.sentences[number].start
        days = days_named(self.mentions[number])
        # «أعلن الخميس ارتفاع عدد المصابين في زلزال الأربعاء»: the day beside the event's own noun goes first; a day
        # before a week: «عوض خسارته الأسبوع الماضي وتأهل اليوم السبت».
        days.sort(key=lambda when: (not beside_event(view, when.start - origin), _is_wide(when)))
        for when in days:
            clause = clause_at(view, when.start - origin)
            if when.period or clause.opening == "background" or is_publication(view, clause, when.start - origin):
                continue
            if when.begin is None and when.end is not None and self._until_now(when):
                # «1590 حالة حتى مساء أمس، مقابل 1240 قبل أسبوع»
                return replace(when, begin=when.edge, end=when.edge)
            if not self._future(when) and not self._long_ago(when):
                return when
        return None

    def _long_ago(self, when: When) -> bool:
        """News is not weeks old: «منذ ستة أسابيع» in a lead tells how long something took."""
        first = self.reading.date.begin
        return when.end is not None and first is not None and first - when.end > _NEWS_DAYS

    def _future(self, when: When) -> bool:
        """An appointment («لجلسة 6 مارس») does not date what happened."""
        last = self.reading.date.end
        return when.begin is not None and last is not None and when.begin > last

    def _event_of(self, number: int, clause: Clause, focus: int) -> tuple[int, bool]:
        """The event that a clause speaks of, by index into ``drafts``, to which a new one may be added; and whether
        what follows goes on with it."""
        view, origin = self.views[number], self.sentences[number].start
        start, end = view.tokens[clause.first].start, view.tokens[clause.last - 1].end
        since = self._since_when(number, clause)
        if since is not None:
            return self._event_on(since, number, clause, (), (), focus, False), True
        inside = [mention for mention in self.mentions[number] if start <= mention.start - origin < end]
        found = [trigger for trigger in view.triggers if clause.first <= trigger.at < clause.last]
        named = [when for when in days_named(inside) if not is_publication(view, clause, when.start - origin)]
        lead, days = number in self.lead, []
        if named:
            self._note_days(0 if lead else focus, [when for when in named if when.edge is not None])
            fresh = any(trigger.noun and not trigger.definite and trigger.family in COUNTABLE for trigger in found)
            # «السيطرة على الحريق بعد أربع ساعات» goes on with the fire, «هزة ارتدادية بعد ساعة» is another.
            days = [when for when in named if not self._future(when) and (fresh or not _is_offset(when))]
            days.sort(key=_is_wide)
        if not lead and not days and self._names_old_year(view, clause, inside):
            return self._add(None, found), True
        if not lead and another(view, found, self.knowledge.claim_cues):
            # «وفي هجمات أخرى اليوم»: another event, be it of the same day.
            return self._add(days[0] if days else None, found), True
        if days:
            index = self._event_on(days[0], number, clause, found, inside, focus, lead)
            return index, not (is_description(view, clause) and self._is_past(index))
        self._note_days(0 if lead else focus, named)
        if clause.opening == "result":
            return focus, True
        if lead:
            return 0, True
        if clause.opening == "background":
            return (focus, True) if all(map(is_known, found)) else (self._add(None, found), False)
        if self._begins_elsewhere(number, clause, inside, focus):
            return self._add(None, found), True
        news = [trigger for trigger in found if introduces(view, clause, trigger, self.knowledge.claim_cues)]
        if news and (news[0].several != self.drafts[focus].several or self._elsewhere(view, inside, origin, focus)):
            return self._add(None, news), True
        return (0 if self._returns(found, focus) else focus), True

    def _since_when(self, number: int, clause: Clause) -> When | None:
        """The day of «الأعنف منذ 12 أكتوبر الماضي، عندما فجر انتحاري نفسه» for what follows «عندما»: an older event."""
        view, main = self.views[number], self.main.when
        if view.tokens[clause.first].key not in self.knowledge.world.words.whens or main is None or main.begin is None:
            return None
        before = view.tokens[clause.first].start + self.sentences[number].start
        told = [when for when in days_named(self.mentions[number]) if when.start < before]
        edge = told[-1].edge if told and told[-1].begin is not None and told[-1].end is None else None
        if edge is None or main.begin - edge <= _NEXT_DAYS:
            return None
        return When(edge, edge, None, None, False, told[-1].start)

    def _is_past(self, focus: int) -> bool:
        """Whether an event lies days before what the story is about."""
        own, main = self.drafts[focus].when, self.main.when
        if self.drafts[focus].main or own is None or main is None or main.begin is None:
            return False
        last = own.end or own.begin
        return last is not None and main.begin - last > _NEXT_DAYS

    def _names_old_year(self, view: SentenceView, clause: Clause, inside: Sequence[Mention]) -> bool:
        """«وفي موجة 2017 …»: an older event, called by its year alone."""
        first = self.reading.date.begin
        if first is None or any(mention.type in ("date", "time") for mention in inside):
            return False
        span = view.span(clause.first, clause.last)
        if _FOUR_DIGITS.search(view.reading.text, span.start, span.end) is None:
            return False
        for at in range(clause.first + 1, clause.last):
            word = view.tokens[at].text
            if not (word.isdecimal() and len(word) == _YEAR_DIGITS and _FIRST_YEAR <= int(word) < first.year):
                continue
            before = view.entry(at - 1)
            behind = view.entry(at + 1) if at + 1 < len(view.tokens) else None
            counted = behind is not None and behind.pos == "noun" and not behind.definite and not behind.proclitics
            if before is not None and before.pos in ("noun", "masdar") and not counted:
                return True
        return False

    def _returns(self, found: Sequence[Trigger], focus: int) -> bool:
        """«أبحر المركب مساء الثلاثاء، وانقلب في الثانية فجرا»: what the story is about, after a day next to its
        own that had no event of its sort."""
        draft = self.drafts[focus]
        if draft.main or draft.when is None or self.main.when is None:
            return False
        if self._is_past(focus):
            # «وضمت القضية 14 متهما», after what was between 2014 and 2018
            return any(is_known(trigger) and trigger.family in self.main.kinds - draft.kinds for trigger in found)
        if not {trigger.family for trigger in found} & self.main.kinds - draft.kinds:
            return False
        day, main = draft.when.begin, self.main.when.begin
        return day is not None and main is not None and abs(day - main) <= _NEXT_DAYS

    def _event_on(
        self, when: When, sentence: int, clause: Clause, found: Sequence[Trigger], inside: Sequence[Mention],
        focus: int, lead: bool,
    ) -> int:  # fmt: skip
        view, origin = self.views[sentence], self.sentences[sentence].start
        index = next(
            (number for number in (focus, *range(len(self.drafts))) if _same_time(self.drafts[number], when)), None
        )
        until = when.begin is None and when.end is not None
        if index is None and (until or (not found and when.period and not self._closed(when, sentence))):
            # «يبقى باب الطعون مفتوحا حتى نهاية الأسبوع»: how long, not when.
            return focus
        if index is None and lead and self._until_now(when):
            index = focus
        if index is None and lead and self._reported_period(when, found):
            self.main.period = when
            index = 0
        if index is None and self._goes_on(when, view, clause, found, inside, origin):
            index = 0
        if index is None and lead and self.main.when is None:
            index = 0
        if index is None:
            index = self._add(when, found)
        self._note_days(index, [when])
        return index

    def _reported_period(self, when: When, found: Sequence[Trigger]) -> bool:
        """«الإيرادات بلغت … في النصف الأول من العام»: the first period that a lead names may be what it reports on, not
        the time of something else."""
        first = self.reading.date.begin
        if not when.period or when.begin is None or when.end is None or first is None or self.main.period is not None:
            return False
        counted = self.main.kinds | {trigger.family for trigger in found}
        return not counted & COUNTABLE and first - _LAST_YEAR <= when.end

    def _until_now(self, when: When) -> bool:
        """«حتى مساء الجمعة»: how far the news goes, no other event."""
        first = self.reading.date.begin
        return when.edge is not None and first is not None and abs(when.edge - first) <= _NEWS_DAYS

    def _closed(self, when: When, sentence: int) -> bool:
        """A stretch of time that was over long before («بين عامي 2016 و2021»), with figures: they are its own."""
        first = self.reading.date.begin
        if when.begin is None or when.end is None or first is None:
            return False
        if first - when.end < _LONG_OVER and when.end - when.begin < _LONG_OVER:
            return False
        return any(isinstance(mention.value, Amount) for mention in self.mentions[sentence])

    def _note_days(self, index: int, days: Sequence[When]) -> None:
        """Keep the single days that a clause gives its event; an appointment is one of the days of its story."""
        date = self.reading.date.begin
        for when in days:
            if when.edge is not None and date is not None and abs(when.edge - date) <= _NEWS_DAYS:
                self.drafts[index].days.add(when.edge)
            if when.begin is not None and when.end is not None and not when.period:
                self.drafts[index].days |= {when.begin, when.end}

    def _goes_on(
        self, when: When, view: SentenceView, clause: Clause, found: Sequence[Trigger], inside: Sequence[Mention],
        origin: int,
    ) -> bool:  # fmt: skip
        """Whether a day near the main event's speaks of it too: «الحريق شب أمس» in a story of how it was put out. A new
        event («هجوم مماثل», «نفذت غارات»), or another place, is another."""
        main = self.main.when
        if main is None or main.begin is None or main.end is None or when.begin is None or when.end is None:
            return False
        planned = bool(found) and {trigger.family for trigger in found} <= self.main.kinds & _PLANNED
        before = _WEEK if planned else _NEXT_DAYS
        if when.period or when.begin - main.end > _NEXT_DAYS or main.begin - when.end > before:
            return False
        if another(view, found, self.knowledge.claim_cues):
            return False
        if any(trigger.noun and not trigger.definite and trigger.family in COUNTABLE for trigger in found):
            return False
        return not self._elsewhere(view, inside, origin, 0)

    def _add(self, when: When | None, found: Sequence[Trigger]) -> int:
        several = any(trigger.several for trigger in found) or (when is not None and when.period)
        self.drafts.append(_Draft(False, when, when is not None, several=several, kinds={one.family for one in found}))
        return len(self.drafts) - 1

    def _begins_elsewhere(self, number: int, clause: Clause, inside: Sequence[Mention], focus: int) -> bool:
        """«وفي محافظة حجة المجاورة سجلت …»: a sentence that begins with another place and counts something there."""
        view, origin = self.views[number], self.sentences[number].start
        if clause.first > 1 or not any(isinstance(mention.value, Amount) for mention in self.mentions[number]):
            return False
        first = [mention for mention in inside if mention.type == "place"][:1]
        if not first or first[0].start - origin > view.tokens[min(4, len(view.tokens) - 1)].end:
            return False
        return self._elsewhere(view, first, origin, focus)

    def _elsewhere(self, view: SentenceView, inside: Sequence[Mention], origin: int, focus: int) -> bool:
        """Whether the words place it where the event was not: none of their places touches one of the event's."""
        places = located(view, inside, origin, self.knowledge)
        others = self.drafts[focus].places or self.main.places or self.written_in
        geography = self.knowledge.geography
        return bool(places and others) and not any(geography.touch(one, other) for one in places for other in others)

    def describe(self, assigned: Sequence[tuple[int, ...]], gists: Sequence[Sequence[ClauseGist]]) -> None:
        """Gather what is said of each event from the clauses that speak of it. The main event is where, and of the
        sort, that the lead says."""
        for number, view in enumerate(self.views):
            origin = self.sentences[number].start
            for clause, index, gist in zip(view.clauses, assigned[number], gists[number], strict=True):
                draft = self.drafts[index]
                draft.words |= gist.words
                draft.names |= gist.names
                draft.rare |= gist.rare
                draft.figures |= gist.figures
                if draft.main and draft.title:
                    continue
                span = view.span(clause.first, clause.last).shifted(origin)
                if not draft.main:
                    inside = [mention for mention in self.mentions[number] if span.start <= mention.start < span.end]
                    draft.places |= located(view, inside, origin, self.knowledge)
                    draft.kinds |= {one.family for one in view.triggers if clause.first <= one.at < clause.last}
                if not draft.title:
                    draft.title = self.reading.article.text[span.start : span.end].strip()

    def finished(self) -> list[ArticleEvent]:
        events = []
        for number, draft in enumerate(self.drafts, 1):
            when, words = draft.when, frozenset(draft.words)
            events.append(
                ArticleEvent(
                    event_name(number), self.reading.article.id, draft.main,
                    when.begin if when else None, when.end if when else None, when.weekday if when else None,
                    when.stamp if when else None, draft.own_time, frozenset(draft.days),
                    frozenset(draft.places or self.main.places or self.written_in), bool(draft.places),
                    frozenset(draft.kinds), frozenset(draft.names), frozenset(draft.rare),
                    words, frozenset(draft.figures), draft.several, draft.title, self.knowledge.events.weight(words),
                    self.reading.date.end,
                )
            )  # fmt: skip
        return events


def _lead(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences that say what the story is about."""
    found, body = set(), 0
    for number, sentence in enumerate(sentences):
        if sentence.part in ("headline", "standfirst"):
            found.add(number)
        elif sentence.part == "body":
            body += 1
            found.add(number)
            if body == _LEAD_BODY_SENTENCES:
                break
    return frozenset(found)


def _is_offset(when: When) -> bool:
    """«بعد يومين»: a day counted from one that the text does not give."""
    return when.period and (when.begin, when.end, when.edge) == (None, None, None)


def _same_time(draft: _Draft, when: When) -> bool:
    if draft.period is not None and (draft.period.begin, draft.period.end) == (when.begin, when.end):
        return True
    own = draft.when
    if own is None or own.period != when.period:
        return False
    if when.begin is not None and when.end is not None:
        if own.begin is not None and own.end is not None:
            return own.begin <= when.end and when.begin <= own.end
        if own.stamp is not None:
            return stamp_of(when.begin) == own.stamp
        return own.weekday is not None and when.begin == when.end and own.weekday == when.begin.isoweekday()
    if when.weekday is not None:
        if own.weekday is not None:
            return own.weekday == when.weekday
        return own.begin is not None and own.begin == own.end and own.begin.isoweekday() == when.weekday
    if when.stamp is not None:
        return when.stamp == own.stamp or (own.begin is not None and stamp_of(own.begin) == when.stamp)
    return False
