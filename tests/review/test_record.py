"""A record of a comparison: made from a fresh check, and gone on with as a review."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.gui.material import DRAFTS, StandIn
from workbench.review.decisions import Decision
from workbench.review.record import Versions, fresh_record, review_of
from workbench.review.versions import versions_in_use

NOW = dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)


def test_a_fresh_record_is_titled_by_its_draft_and_knows_where_the_texts_came_from() -> None:
    record = fresh_record(DRAFTS, StandIn().check(DRAFTS), Versions("1"), NOW)
    assert record.title == "حريق في سوق المدينة القديمة"
    assert [origin.address for origin in record.origins] == ["draft.txt", "report.txt"]
    assert record.decision("x") == Decision("x")


def test_a_review_goes_on_where_the_record_ended() -> None:
    result = StandIn().check(DRAFTS)
    gone = result.findings[0]
    first = Decision(gone.key, "confirmed", who="ريم", when=NOW)
    last = replace(first, state="dismissed", reason="style")
    record = replace(
        fresh_record(DRAFTS, StandIn().check(DRAFTS[:1]), Versions(), NOW),
        decisions=(last,), history=(first, last), departed=(gone,), ticks=frozenset({"t"}), hidden=frozenset({"h"}),
    )  # fmt: skip
    review = review_of(record)
    assert review.decision(gone.key) == record.decision(gone.key) == last
    assert review.history == [first, last]
    assert review.orphans(record.result.findings) == ((last, gone),)
    assert review.remembered() == (gone,)
    assert (review.ticks, review.hidden) == (frozenset({"t"}), frozenset({"h"}))


def test_versions_are_the_same_twice_and_short() -> None:
    one, two = versions_in_use(), versions_in_use()
    assert one == two
    assert len(one.rules) == len(one.knowledge) == 12
    assert one.rules != one.knowledge
