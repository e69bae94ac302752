"""The engine's public face: drafts in, what was read and found out. Knows no Qt, no SQLite, no file formats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, product
from string import ascii_lowercase

from workbench.alignment.joining import Decisions, join_articles
from workbench.alignment.values import Alignment
from workbench.alignment.within import align_within
from workbench.checks.run import run_checks
from workbench.checks.subject import Profile, Subject
from workbench.checks.values import Finding
from workbench.claims.reading import ClaimMemory, read_claims
from workbench.claims.values import Claim, Event
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Memory
from workbench.mentions.reading import ArticleReading, SentenceMemory, read_article
from workbench.text.article import make_article


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be read: decoded, line ends as ``\\n``. ``date`` is the day a person gave for it."""

    text: str
    date: dt.date | None = None
    path: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Overrides:
    """A person's word, which outranks the program's. Claims are named by their ids, findings by their keys."""

    joined: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    same_event: tuple[tuple[str, str], ...] = ()
    different_event: tuple[tuple[str, str], ...] = ()
    dates: dict[str, dt.date] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def decisions(self) -> Decisions:
        """What of it concerns the alignment."""
        return Decisions(self.joined, self.parted, self.same_event, self.different_event)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, with everything it rests on. Articles are called ``a``, ``b``, ``c`` … in call order."""

    readings: tuple[ArticleReading, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]


class Engine:
    """Reads and checks articles with one body of knowledge, remembering the sentences it has read.

    The memory is only a cache: a sentence's reading is a pure function of its text. One engine belongs to one thread
    at a time.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._words: Memory = {}
        self._memory = SentenceMemory(knowledge, self._words)
        self._claims = ClaimMemory(knowledge, self._words)

    def read(self, draft: Draft, id: str = "a") -> ArticleReading:
        """Read one article without comparing anything."""
        article = make_article(draft.text, id, draft.path, draft.sha256, self.knowledge.article_cues)
        return read_article(article, draft.date, self.knowledge, self._memory)

    def check(
        self, drafts: Sequence[Draft], overrides: Overrides | None = None, profile: Profile | None = None
    ) -> CheckResult:
        """Read the drafts, compare each with the first, and run every check that the profile leaves on."""
        word, settings = overrides or Overrides(), profile or Profile()
        readings = tuple(
            self.read(replace(draft, date=word.dates.get(id, draft.date)), id)
            for id, draft in zip(article_ids(), drafts, strict=False)
        )
        articles = tuple(read_claims(reading, self.knowledge, self._claims) for reading in readings)
        joined = join_articles(articles, word.decisions(), self.knowledge)
        within = tuple(pair for article in articles for pair in align_within(article, self.knowledge))
        subject = Subject(
            readings, joined.claims, joined.events, joined.alignments, within, self.knowledge, settings, self._words
        )
        findings = run_checks(subject)
        return CheckResult(
            readings,
            subject.claims,
            subject.events,
            subject.alignments,
            tuple(finding for finding in findings if finding.key not in word.hidden),
        )


def article_ids() -> Iterator[str]:
    """``a``, ``b`` … ``z``, ``aa``, ``ab`` …"""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)
