"""Decisions: what stands, what was, what lost its words."""

from __future__ import annotations

import datetime as dt

from tests.gui.material import DRAFTS, StandIn
from workbench.review.decisions import Decision, Review
from workbench.review.rows import ORPHANS, Sieve, arrange, finding_rows

NOW = dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)


def test_a_recorder_hears_each_decision_as_it_is_taken() -> None:
    heard: list[Decision] = []
    review = Review(heard.append)
    finding = StandIn().check(DRAFTS).findings[0]
    first = Decision(finding.key, "confirmed", who="ريم", when=NOW)
    second = Decision(finding.key, "dismissed", "style", who="ريم", when=NOW)
    assert review.decide(first, finding) == Decision(finding.key)
    assert review.decide(second, finding) == first
    assert heard == review.history == [first, second]
    assert review.decided() == (second,)


def test_counts() -> None:
    review = Review()
    findings = StandIn().check(DRAFTS).findings
    review.decide(Decision(findings[0].key, "corrected"), findings[0])
    counts = review.counts(findings)
    assert counts["corrected"] == 1
    assert counts["open"] == len(findings) - 1
    assert sum(counts.values()) == len(findings)


def test_what_left_the_text_is_shown_last_and_hidden_findings_are_not() -> None:
    review = Review()
    result = StandIn().check(DRAFTS)
    gone = result.findings[0]
    review.decide(Decision(gone.key, "open", note="ينتظر رد البلدية"), gone)
    alone = StandIn().check(DRAFTS[:1])  # without the report there is no contradiction
    assert [finding.key for _, finding in review.orphans(alone.findings)] == [gone.key]
    groups = arrange(finding_rows(alone, review))
    assert groups[-1].name == ORPHANS
    assert groups[-1].rows[0].note == "ينتظر رد البلدية"
    review.hidden = frozenset({gone.key})
    assert review.orphans(alone.findings) == ()


def test_orders_and_sieves() -> None:
    review = Review()
    rows = finding_rows(StandIn().check(DRAFTS), review)
    assert [group.name for group in arrange(rows)] == ["contradiction", "calendar", "sourcing", "copy"]
    assert [group.name for group in arrange(rows, Sieve(severities=frozenset({"low"})))] == ["sourcing", "copy"]
    assert [group.name for group in arrange(rows, Sieve(states=frozenset({"confirmed"})))] == []
    assert [group.name for group in arrange(rows, Sieve(text="مصدر مجهول"))] == ["sourcing"]
    assert [group.name for group in arrange(rows, Sieve(text="anonymous"))] == ["sourcing"]
