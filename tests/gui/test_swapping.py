"""Swapping the draft and a report, and giving days: steps that are undone like every other."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.gui.keys import states
from tests.gui.material import DRAFT, REPORT, SECOND, StandIn
from workbench.engine import Draft
from workbench.gui.window import Window

Settle = Callable[[Window], None]


def test_swapping_and_dates(window: Window, settle: Settle) -> None:
    window.bench.swap()
    settle(window)
    assert window.workspace.pane_a.view.text == REPORT
    assert window.bench.drafts[1].text == DRAFT
    import datetime as dt

    window.bench.set_date("b", dt.date(2024, 3, 11))
    settle(window)
    assert "11" in window.workspace.pane_b.header.date.text()
    assert not window.workspace.pane_b.header.date.dashed
    window.actions_["undo"].trigger()
    settle(window)
    assert window.bench.drafts[1].date is None
    assert window.workspace.pane_b.header.date.dashed
    window.actions_["redo"].trigger()
    settle(window)
    assert window.bench.drafts[1].date == dt.date(2024, 3, 11)


def test_links_survive_a_swap(window: Window, settle: Settle, engine: StandIn) -> None:
    bench = window.bench
    bench.link("parted", bench.claim("a1"), bench.claim("b5"))
    settle(window)
    bench.swap()
    assert [(link.first.article, link.second.article) for link in bench.review.links] == [("a", "b")]
    assert bench.review.links[0].first.start == REPORT.index("65 متجرا")


def test_swapping_is_a_step_among_the_others(qtbot: QtBot, window: Window, settle: Settle) -> None:
    """What was done before the swap is undone after it, in the articles where it was done."""
    bench, undo, redo = window.bench, window.actions_["undo"], window.actions_["redo"]
    bench.decide("calendar-weekday", "confirmed")
    bench.link("parted", bench.claim("a1"), bench.claim("b5"))
    settle(window)
    links = bench.review.links
    bench.replace_words("b", 0, 0, "عاجل ")
    settle(window)
    edited, moved = bench.drafts[1].text, bench.review.links
    assert moved != links
    window.actions_["swap"].trigger()
    settle(window)
    assert [draft.text for draft in bench.drafts] == [edited, DRAFT]
    bench.replace_words("b", 0, 0, "خبر ")  # what is the draft otherwise
    settle(window)
    for _ in range(2):
        undo.trigger()
        settle(window)
    assert [draft.text for draft in bench.drafts] == [DRAFT, edited]
    assert window.workspace.pane_a.view.text == DRAFT
    assert bench.review.links == moved
    undo.trigger()
    settle(window)
    assert [draft.text for draft in bench.drafts] == [DRAFT, REPORT]
    assert bench.review.links == links
    assert states(window)["calendar-weekday"] == "confirmed"
    undo.trigger()
    undo.trigger()
    settle(window)
    assert bench.review.links == ()
    assert states(window)["calendar-weekday"] == "open"
    for _ in range(5):
        redo.trigger()
        settle(window)
    assert [draft.text for draft in bench.drafts] == [edited, f"خبر {DRAFT}"]
    assert window.workspace.pane_b.view.text == f"خبر {DRAFT}"
    assert states(window)["calendar-weekday"] == "confirmed"
    assert not redo.isEnabled()


def test_swapping_with_the_report_that_is_shown(window: Window, settle: Settle) -> None:
    window.put({"c": Draft(SECOND, None, "second.txt")})
    settle(window)
    bench = window.bench
    bench.show_other("c")
    bench.swap()
    settle(window)
    assert [draft.text for draft in bench.drafts] == [SECOND, REPORT, DRAFT]
    assert window.workspace.pane_b.view.text == DRAFT
    bench.show_other("b")
    window.actions_["undo"].trigger()
    settle(window)
    assert [draft.text for draft in bench.drafts] == [DRAFT, REPORT, SECOND]
    assert window.workspace.pane_b.view.text == SECOND
