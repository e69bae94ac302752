"""The engine's public face: drafts in, what was read and found out. Knows no Qt, no SQLite, no file formats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, product
from string import ascii_lowercase

from workbench.alignment.inside.within import align_within
from workbench.alignment.joining import Decisions, join_articles
from workbench.alignment.values import Alignment
from workbench.checks.run import check_article, check_comparison, in_order
from workbench.checks.subject import Comparison, Profile, Subject
from workbench.checks.values import Finding
from workbench.claims.reading import ArticleClaims, SentenceReader, read_claims
from workbench.claims.values import Claim, Event
from workbench.knowledge.base import Knowledge
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.reading import ArticleReading, read_article
from workbench.mentions.values import ArticleDate
from workbench.text.article import make_article

# Articles that are kept whole with their claims and findings (a draft, the reports beside it, and their last states),
# each also with its claims as they are called beside others.
_MOST_ARTICLES = 32


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be read: decoded, line ends as ``\\n``. ``date`` is the day a person gave for it; ``stated`` the day
    that its file states, which counts behind that and the text's dateline; ``title`` what to call a text that has no
    headline."""

    text: str
    date: dt.date | None = None
    path: str | None = None
    sha256: str = ""
    title: str = ""
    stated: ArticleDate | None = None


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


@dataclass(frozen=True, slots=True)
class _Account:
    """All that can be said of one article without a second one."""

    claims: ArticleClaims
    findings: tuple[Finding, ...]


class Engine:
    """Reads and checks articles with one body of knowledge.

    Nothing is worked out twice for what has not changed: an article stays with its findings while its text, its date
    and the settings stay, a sentence while its words stay. Both memories live here and nowhere else, are handed down to
    whoever uses them, are bounded, and change no answer. One engine belongs to one thread at a time.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._memory = WorkingMemory()
        self._articles = WorkingMemory(_MOST_ARTICLES)
        self._reader = SentenceReader(knowledge, self._memory)
        self._profile = Profile()

    def read(self, draft: Draft, id: str = "a") -> ArticleReading:
        """Read one article without comparing anything."""
        article = make_article(
            draft.text, id, draft.path, draft.sha256, self.knowledge.article_cues, draft.title, self._memory
        )
        return read_article(article, draft.date, self.knowledge, self._memory, draft.stated)

    def check(
        self, drafts: Sequence[Draft], overrides: Overrides | None = None, profile: Profile | None = None
    ) -> CheckResult:
        """Read the drafts, compare each with the first, and run every check that the profile leaves on."""
        word, settings = overrides or Overrides(), profile or Profile()
        accounts = tuple(
            self._account(replace(draft, date=word.dates[id]) if id in word.dates else draft, id, settings)
            for id, draft in zip(article_ids(), drafts, strict=False)
        )
        articles = tuple(account.claims for account in accounts)
        readings = tuple(article.reading for article in articles)
        joined = join_articles(articles, word.decisions(), self.knowledge, self._articles)
        across = check_comparison(Comparison(readings, joined.claims, joined.alignments, self.knowledge))
        findings = in_order((*across, *(one for account in accounts for one in account.findings)), settings)
        return CheckResult(
            readings,
            joined.claims,
            joined.events,
            joined.alignments,
            tuple(finding for finding in findings if finding.key not in word.hidden),
        )

    def _account(self, draft: Draft, id: str, profile: Profile) -> _Account:
        if profile != self._profile:
            self._profile, self._articles = profile, WorkingMemory(_MOST_ARTICLES)
        return self._articles.recall("article", (draft, id), lambda: self._new_account(draft, id, profile))

    def _new_account(self, draft: Draft, id: str, profile: Profile) -> _Account:
        claims = read_claims(self.read(draft, id), self.knowledge, self._reader)
        within = align_within(claims, self.knowledge)
        subject = Subject(claims.reading, claims.claims, within, self.knowledge, profile, self._memory)
        return _Account(claims, check_article(subject))


def article_ids() -> Iterator[str]:
    """``a``, ``b`` … ``z``, ``aa``, ``ab`` …"""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)
