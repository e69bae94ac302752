"""Findings and articles of all comparisons of a project, narrowed through its indexes and its full-text search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.store.encoding import finding_from
from workbench.store.searchable import place_of, query_of

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.store.project import Project


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What is looked for; what is empty or None lets everything through. ``words`` must all stand in a finding's
    quotations or message, vowel signs, hamza seats and the like not counted."""

    words: str = ""
    family: str | None = None
    severity: str | None = None
    state: str | None = None
    comparison: int | None = None


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A finding with the comparison it stands in and its state."""

    comparison: int
    state: str
    finding: Finding


def find_findings(project: Project, wanted: FindingFilter, most: int = 200) -> tuple[FoundFinding, ...]:
    """At most ``most`` findings, in the order of the index that finds them."""
    statement, values = statement_for(wanted, most)
    with project.reading():
        return tuple(
            FoundFinding(row["comparison"], row["state"], finding_from(row))
            for row in project.db.query(statement, values)
        )


def statement_for(wanted: FindingFilter, most: int) -> tuple[str, dict[str, Any]]:
    """The query and its values."""
    values: dict[str, Any] = {"most": most}
    tables, conditions = "finding", []
    query = query_of(wanted.words) if wanted.words.strip() else None
    if query is not None:
        tables = "finding_search CROSS JOIN finding ON finding.id = finding_search.rowid"
        conditions.append("finding_search MATCH :query")
        values["query"] = query
    for column in ("family", "severity", "state", "comparison"):
        value = getattr(wanted, column)
        if value is not None:
            conditions.append(f"finding.{column} = :{column}")
            values[column] = value
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    # No ORDER BY: ordering by the row's number would tempt SQLite to walk the table and not an index.
    return f"SELECT finding.* FROM {tables}{where} LIMIT :most", values


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with the comparison it stands in. ``start`` and ``end`` (code points) are where the first of the words
    stands in its text, both 0 where it stands in the title only; ``excerpt`` is what stands around it."""

    comparison: int
    article: str
    title: str
    start: int
    end: int
    excerpt: str


_AROUND = 60  # letters before and after the words that are found


def find_articles(project: Project, words: str, most: int = 20) -> tuple[FoundArticle, ...]:
    """At most ``most`` articles of all comparisons in whose title or text every one of the words stands; none without
    any word."""
    query = query_of(words)
    if query is None:
        return ()
    statement = (
        "SELECT article.comparison, article.letter, article.title, article.text FROM article_search CROSS JOIN article"
        " ON article.id = article_search.rowid WHERE article_search MATCH :query LIMIT :most"
    )
    with project.reading():
        rows = list(project.db.query(statement, {"query": query, "most": most}))
    return tuple(_found(row, words) for row in rows)


def _found(row: dict[str, Any], words: str) -> FoundArticle:
    text = str(row["text"])
    start, end = place_of(text, words)
    before = text.rfind(" ", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
    after = text.find(" ", min(len(text), end + _AROUND))
    piece = " ".join(text[before : after if after >= 0 else len(text)].split())
    lead, tail = "…" if before else "", "…" if after >= 0 else ""
    return FoundArticle(int(row["comparison"]), str(row["letter"]), str(row["title"]), start, end, lead + piece + tail)
