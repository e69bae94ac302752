"""From a reviewed comparison to the values of a report: numbered findings, figures, what was and was not checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.report.claim_words import claim_value
from workbench.report.places import place_in_words
from workbench.report.scope import checked_lines, unchecked_lines
from workbench.report.values import (
    Figure,
    HistoryLine,
    Quotation,
    Reason,
    Report,
    ReportArticle,
    ReportFinding,
    TodoLine,
)
from workbench.report.visible import balanced, one_line, runs_apart, visible
from workbench.review.decisions import STATES, Decision
from workbench.review.record import review_of
from workbench.review.rows import SEVERITIES, FindingRow, arrange, finding_rows
from workbench.review.timeline import build_timeline
from workbench.review.todo import todo_items
from workbench.text.values import Bilingual
from workbench.wording import day_words, days_in_words, letter, quoted_apart

if TYPE_CHECKING:
    from workbench.checks.subject import Profile
    from workbench.checks.values import Mend
    from workbench.claims.values import Claim
    from workbench.knowledge.facts.world import World
    from workbench.mentions.reading import ArticleReading
    from workbench.mentions.values import ArticleDate
    from workbench.report.words import Speaker
    from workbench.review.record import Origin, ProjectRecord


def build_report(
    record: ProjectRecord, speaker: Speaker, world: World, made: dt.datetime, only: str = "",
    profile: Profile | None = None,
) -> Report:  # fmt: skip
    """The report of a record in the speaker's language. ``made`` is aware; ``only`` narrows the findings to those in
    one state (``confirmed``); ``profile`` tells which checks were switched off."""
    code = speaker.code
    review = review_of(record)
    rows = [row for group in arrange(finding_rows(record.result, review)) for row in group.rows]
    if only:
        rows = [row for row in rows if row.state == only]
    source = _source(record, speaker, world)
    findings = tuple(_finding(number, row, source) for number, row in enumerate(rows, 1))
    shown = tuple(source.readings)
    other = shown[1] if len(shown) > 1 else None
    return Report(
        language=code,
        title=visible(one_line(record.title)) or speaker.say("report.title"),
        made=made,
        made_words=moment_words(made, speaker),
        only=only,
        articles=_articles(record, speaker),
        findings=findings,
        figures=_figures(findings, record, speaker),
        states=tuple(
            Figure(state, speaker.say(f"state.{state}"), sum(finding.state == state for finding in findings))
            for state in STATES
        ),
        checked=checked_lines(record, speaker, profile),
        unchecked=unchecked_lines(record, speaker, profile),
        todo=_todo(record, other, source),
        history=_history(record, findings, speaker),
        versions=tuple(
            (speaker.say(f"version.{name}"), getattr(record.versions, name))
            for name in ("program", "rules", "knowledge", "morphology")
            if getattr(record.versions, name)
        ),
        timeline=build_timeline(record.result, world, shown),
        record=record,
    )


def said(words: Bilingual, speaker: Speaker) -> str:
    """A sentence of the program's, its quotations and foreign runs kept apart from what stands around them."""
    sentence = balanced(quoted_apart(one_line(speaker.pick(words))))
    return runs_apart(sentence) if speaker.code == "ar" else sentence


def moment_words(moment: dt.datetime | None, speaker: Speaker) -> str:
    """«28 ديسمبر 2019، 10:05 بتوقيت غرينتش», "28 December 2019, 10:05 UTC"; empty for None."""
    if moment is None:
        return ""
    universal = moment.astimezone(dt.UTC)
    day = day_words(universal.date(), speaker.code)
    return f"{day}{'،' if speaker.code == 'ar' else ','} {universal:%H:%M} {speaker.zone('UTC')}"


def moment_stamp(moment: dt.datetime | None) -> str:
    """``2019-12-28 10:05 UTC``, which a spreadsheet can sort; empty for None."""
    return "" if moment is None else moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")


@dataclass(frozen=True, slots=True)
class _Source:
    """What the findings' words are looked up in."""

    speaker: Speaker
    readings: dict[str, ArticleReading]
    claims: dict[str, Claim]
    decisions: dict[str, Decision]
    steps: dict[frozenset[str], tuple[Bilingual, ...]]
    world: World

    def sentence(self, words: Bilingual) -> str:
        """A sentence of the program's, its quotations kept apart from what stands around them."""
        return said(words, self.speaker)

    def step(self, words: Bilingual) -> str:
        """A step of the evidence, its ISO days as every date is written."""
        written = Bilingual(days_in_words(words.en, "en"), days_in_words(words.ar, "ar"))
        return said(written, self.speaker)

    def of_fact(self, name: str) -> str:
        """Where a fact comes from, for people."""
        return self.speaker.source(visible(one_line(name)))


def _source(record: ProjectRecord, speaker: Speaker, world: World) -> _Source:
    return _Source(
        speaker,
        {reading.article.id: reading for reading in record.result.readings},
        {claim.id: claim for claim in record.result.claims},
        {decision.key: decision for decision in record.decisions},
        {frozenset(pair.claims): pair.steps for pair in record.result.alignments},
        world,
    )


def _finding(number: int, row: FindingRow, source: _Source) -> ReportFinding:
    finding, speaker = row.finding, source.speaker
    decision = source.decisions.get(finding.key) or Decision(finding.key)
    quotations = tuple(
        Quotation(
            place.article, letter(place.article, speaker.code), visible(one_line(place.text)),
            "" if row.orphan
            else place_in_words(source.readings.get(place.article), place.start, place.end, speaker),
            place.start, place.end,
        )
        for place in finding.places
    )  # fmt: skip
    claims = [] if row.orphan else [source.claims[id] for id in finding.claims if id in source.claims]
    return ReportFinding(
        number=number,
        key=finding.key,
        family=finding.family,
        kind=finding.kind,
        severity=finding.severity,
        scope=finding.scope,
        rule=finding.rule,
        confidence=round(finding.confidence, 2),
        headline=finding.headline,
        family_words=speaker.say(f"family.{finding.family}"),
        kind_words=speaker.named("kind", finding.kind),
        severity_words=speaker.say(f"severity.{finding.severity}"),
        message=source.sentence(finding.message),
        quotations=quotations,
        values=tuple(line for claim in claims if (line := claim_value(claim, speaker, source.world))),
        event=source.sentence(row.event) if row.event else "",
        reasons=_reasons(row, source),
        mends=() if row.orphan else tuple(_mend(mend, source) for mend in finding.mends),
        state=decision.state,
        state_words=speaker.say(f"state.{decision.state}"),
        reason_words=speaker.say(f"reason.{decision.reason}") if decision.reason else "",
        note=visible(decision.note),
        who=visible(one_line(decision.who)),
        when=moment_words(decision.when, speaker),
        departed=row.orphan,
        stamp=moment_stamp(decision.when),
    )


def _reasons(row: FindingRow, source: _Source) -> tuple[Reason, ...]:
    """The finding's own evidence, then the steps by which its claims were held to speak of one event."""
    told = row.finding.evidence
    reasons = [Reason(source.step(step.text), source.of_fact(step.source)) for step in told]
    known = {reason.words for reason in reasons}
    steps = () if row.orphan else source.steps.get(frozenset(row.finding.claims[:2]), ())
    for words in map(source.step, steps):
        if words not in known:
            known.add(words)
            reasons.append(Reason(words, ""))
    return tuple(reasons)


def _mend(mend: Mend, source: _Source) -> str:
    speaker, reading = source.speaker, source.readings.get(mend.article)
    old = visible(one_line(reading.article.text[mend.start : mend.end], 120)) if reading else ""
    name = letter(mend.article, speaker.code)
    if not mend.replacement.strip():
        return speaker.say("mend.remove", letter=name, old=old)
    if mend.start == mend.end:
        return speaker.say("mend.insert", letter=name, new=visible(one_line(mend.replacement, 120)))
    return speaker.say("mend.to", letter=name, old=old, new=visible(one_line(mend.replacement, 120)))


def _articles(record: ProjectRecord, speaker: Speaker) -> tuple[ReportArticle, ...]:
    articles = []
    several = len(record.result.readings) > 1
    for number, reading in enumerate(record.result.readings):
        article = reading.article
        name = letter(article.id, speaker.code)
        origin = record.origins[number] if number < len(record.origins) else None
        articles.append(
            ReportArticle(
                id=article.id,
                letter=name,
                name=speaker.say("article.draft" if several and number == 0 else "article.name", letter=name),
                title=visible(article.title),
                text=article.text,
                language=article.language,
                origin=_origin(origin, article.path, speaker),
                sha256=article.sha256,
                credit=visible(article.credit or ""),
                date=date_words(reading.date, speaker),
                date_why=said(reading.date.why, speaker),
            )
        )
    return tuple(articles)


def _origin(origin: Origin | None, path: str | None, speaker: Speaker) -> str:
    """The file's name without the machine's folders; an address from the web as it is."""
    address = (origin.address if origin else "") or path or ""
    if not address or address == "-":
        return speaker.say("article.pasted")
    if "://" in address:
        return visible(one_line(address))
    return visible(one_line(address.replace("\\", "/").rsplit("/", 1)[-1]))


def date_words(date: ArticleDate, speaker: Speaker) -> str:
    """An article's day or interval."""
    begin = day_words(date.begin, speaker.code, weekday=True) if date.begin else ""
    end = day_words(date.end, speaker.code, weekday=True) if date.end else ""
    if begin and end:
        return begin if begin == end else speaker.say("date.span", begin=begin, end=end)
    if begin:
        return speaker.say("date.from", begin=begin)
    return speaker.say("date.up-to", end=end) if end else speaker.say("date.not-known")


def _figures(findings: tuple[ReportFinding, ...], record: ProjectRecord, speaker: Speaker) -> tuple[Figure, ...]:
    counts: dict[str, int] = {
        "findings": len(findings),
        **{severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES},
        "reviewed": sum(finding.reviewed for finding in findings),
        "claims": len(record.result.claims),
        "pairs": len(record.result.alignments),
    }
    return tuple(Figure(name, speaker.say(f"figure.{name}"), count) for name, count in counts.items())


def _todo(record: ProjectRecord, other: str | None, source: _Source) -> tuple[TodoLine, ...]:
    speaker, readings = source.speaker, source.readings
    return tuple(
        TodoLine(
            item.key,
            visible(item.words),
            place_in_words(readings.get(item.article), item.start, item.end, speaker, characters=False),
            speaker.say(f"settle.{item.kind}"),
            item.key in record.ticks,
            item.start,
            item.end,
        )
        for item in todo_items(record.result, other)
    )


def _history(
    record: ProjectRecord, findings: tuple[ReportFinding, ...], speaker: Speaker
) -> tuple[HistoryLine, ...]:
    """Every decision, the oldest first; with ``only`` those about the findings that are shown."""
    by_key = {finding.key: finding for finding in findings}
    return tuple(
        HistoryLine(
            moment_words(step.when, speaker),
            visible(one_line(step.who)),
            by_key[step.key].number,
            by_key[step.key].message,
            speaker.say(f"state.{step.state}"),
            speaker.say(f"reason.{step.reason}") if step.reason else "",
            visible(step.note),
            moment_stamp(step.when),
        )
        for step in record.history
        if step.key in by_key
    )


