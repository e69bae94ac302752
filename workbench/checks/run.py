"""Running the checks: which look at one article and which at several, in which order their findings stand, what a
profile turns off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from workbench.checks.anachronisms.findings import check_anachronism
from workbench.checks.arithmetic.findings import check_arithmetic
from workbench.checks.calendar.findings import check_calendar
from workbench.checks.contradictions.findings import check_contradictions, check_contradictions_within
from workbench.checks.contradictions.places import check_places
from workbench.checks.contradictions.reversals import check_reversals
from workbench.checks.contradictions.told_twice import check_told_twice
from workbench.checks.copy_traces.findings import check_copy
from workbench.checks.keys import finding_key
from workbench.checks.sequence.findings import check_sequence
from workbench.checks.sourcing.findings import check_sourcing
from workbench.checks.subject import ArticleCheck, Comparison, ComparisonCheck, Profile, Subject
from workbench.checks.values import Family, Finding, Severity

COMPARISON_CHECKS: tuple[ComparisonCheck, ...] = (check_contradictions,)
ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (
    check_contradictions_within,
    check_places,
    check_sequence,
    check_told_twice,
    check_reversals,
    check_anachronism,
    check_calendar,
    check_arithmetic,
    check_sourcing,
    check_copy,
)

_FAMILIES: tuple[Family, ...] = ("contradiction", "anachronism", "calendar", "arithmetic", "sourcing", "copy")
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


def check_article(subject: Subject) -> tuple[Finding, ...]:
    """What the checks of one article find in it, as they find it."""
    return tuple(finding for check in ARTICLE_CHECKS for finding in check(subject))


def check_comparison(comparison: Comparison) -> tuple[Finding, ...]:
    """What the checks of several articles find between them, as they find it."""
    return tuple(finding for check in COMPARISON_CHECKS for finding in check(comparison))


def in_order(findings: Iterable[Finding], profile: Profile) -> tuple[Finding, ...]:
    """The findings that a profile leaves on, with its severities: by family, the most severe first, across before
    internal, then in the order of the text. A key stands once."""
    found: dict[str, Finding] = {}
    for finding in findings:
        if not _is_off(finding, profile):
            finding = _apart(finding, found)
            found.setdefault(finding.key, _with_severity(finding, profile))
    return tuple(sorted(found.values(), key=_order))


def _apart(finding: Finding, found: Mapping[str, Finding]) -> Finding:
    """The same words may be at fault in two articles: the second finding gets a key of its own."""
    other = found.get(finding.key)
    if other is None or not finding.places or not other.places or finding.places[0].article == other.places[0].article:
        return finding
    return replace(finding, key=finding_key(finding.rule, (finding.key, finding.places[0].article)))


def _is_off(finding: Finding, profile: Profile) -> bool:
    return finding.family in profile.off or f"{finding.family}/{finding.kind}" in profile.off


def _with_severity(finding: Finding, profile: Profile) -> Finding:
    for name in (f"{finding.family}/{finding.kind}", finding.family):
        if name in profile.severities:
            return replace(finding, severity=cast(Severity, profile.severities[name]))
    return finding


def _order(finding: Finding) -> tuple[object, ...]:
    first = finding.places[0] if finding.places else None
    return (
        _FAMILIES.index(finding.family),
        _SEVERITIES.index(finding.severity),
        finding.scope != "across",
        -finding.confidence,
        (first.article, first.start, first.end) if first else ("", 0, 0),
        finding.key,
    )
