"""Findings of all comparisons of a project, narrowed through its indexes and its full-text search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.store.encoding import finding_from
from workbench.store.searchable import query_of

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
