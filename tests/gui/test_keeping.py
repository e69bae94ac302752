"""What is done in the window is in the project: at once, after closing, after a crash; and what stands in the way is
told."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.keys import press, states
from tests.gui.material import DRAFTS, SECOND, StandIn
from workbench.engine import Draft
from workbench.gui.app import OpenOptions
from workbench.gui.projects import Projects
from workbench.gui.window import Window
from workbench.store.opening import open_project
from workbench.store.untitled import after_a_crash, list_untitled

PROJECT = Path(__file__).resolve().parents[2]
Settle = Callable[[Window], None]
Opener = Callable[..., Window]


@pytest.fixture
def opener(open_keeping: Opener) -> Opener:
    """Windows whose questions are answered as told, and written down."""

    def open_one(*paths: Path, answers: bool = True) -> Window:
        window = open_keeping(*paths)
        projects(window).ask = lambda question: (asked(window).append(question), answers)[1]  # type: ignore[func-returns-value]
        return window

    return open_one


def projects(window: Window) -> Projects:
    return window.deeds.projects


def asked(window: Window) -> list[str]:
    if not hasattr(window, "asked_in_test"):
        window.asked_in_test = []  # type: ignore[attr-defined]
    questions: list[str] = window.asked_in_test  # type: ignore[attr-defined]
    return questions


def compared(window: Window, settle: Settle) -> Window:
    window.bench.set_drafts(DRAFTS)
    window.show_comparison()
    settle(window)
    return window


def kept_file(window: Window) -> Path:
    keeper = projects(window).keeper
    assert keeper is not None
    assert keeper.project is not None
    return keeper.project.path


def test_a_decision_is_on_disk_when_the_key_is_released(
    qtbot: QtBot, opener: Opener, settle: Settle, home: Path
) -> None:
    window = compared(opener(), settle)
    window.workspace.findings.tree.setFocus()
    press(qtbot, window, "1")
    (path,) = list_untitled(home)
    with closing(sqlite3.connect(path)) as connection:  # while the window stands
        rows = connection.execute("SELECT key, state FROM history").fetchall()
        assert rows == [("contradiction-quantity", "confirmed")]
        assert connection.execute("SELECT state FROM reviewed_findings WHERE who <> ''").fetchall() == [("confirmed",)]
    window.bench.stack.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT state FROM history").fetchall() == [("confirmed",), ("open",)]


def test_everything_is_as_it_was_after_closing(
    qtbot: QtBot, opener: Opener, settle: Settle, tmp_path: Path, home: Path
) -> None:
    window = compared(opener(), settle)
    bench = window.bench
    assert projects(window).save_to(tmp_path / "السوق.fcw")
    assert list_untitled(home) == ()
    bench.decide("contradiction-quantity", "confirmed")
    bench.note("calendar-weekday", "يُراجَع التقويم")
    first, second = (bench.claim(id) for id in ("a1", "b5"))
    assert first is not None
    assert second is not None
    bench.link("parted", first, second)
    bench.tick("c0ffee")
    bench.hide(["copy-insertion"])
    bench.replace_words("a", 0, len("حريق"), "نار")
    settle(window)
    edited, before = bench.drafts, states(window)
    links = bench.review.links
    window.close()
    with open_project(tmp_path / "السوق.fcw") as project:
        record = project.record()
    assert [(edit.removed, edit.added) for edit in record.edits] == [("حريق", "نار")]

    again = opener(tmp_path / "السوق.fcw")
    settle(again)
    assert again.bench.drafts == edited
    assert again.bench.review.links == links
    assert again.bench.review.ticks == {"c0ffee"}
    assert again.bench.review.hidden == {"copy-insertion"}
    assert states(again) == before
    assert again.bench.review.decision("calendar-weekday").note == "يُراجَع التقويم"
    assert "السوق" in again.windowTitle()
    again.bench.decide("calendar-weekday", "corrected")
    with open_project(tmp_path / "السوق.fcw", read_only=True) as project:
        assert [one.state for one in project.record().history] == ["confirmed", "open", "corrected"]


CRASH = """
import os, sys
from PySide6.QtCore import QSettings
from tests.gui.material import DRAFTS, StandIn
from workbench.gui.app import OpenOptions, make_application, open_window
app = make_application()
window = open_window(OpenOptions(lang="ar", keep=True), QSettings(sys.argv[1], QSettings.Format.IniFormat), StandIn)
window.bench.set_drafts(DRAFTS); window.show_comparison()
while window.bench.result is None or window.bench.stale: app.processEvents()
window.bench.decide("contradiction-quantity", "confirmed")
window.bench.replace_words("a", 0, 4, "نار")
window.bench.set_current("calendar-weekday")
note = window.workspace.findings.note
note.setFocus(); note.insert("ينتظر"); note.textEdited.emit(note.text())
keeper = window.deeds.projects.keeper
while keeper.waiting: app.processEvents()
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the crash is a signal")
def test_what_a_crash_left_is_offered_and_goes_on(opener: Opener, settle: Settle, home: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path / "w.ini")], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == -9, done.stderr
    (left,) = after_a_crash(home)
    window = opener()
    projects(window).offer_recovery()
    settle(window)
    assert len(asked(window)) == 1
    assert kept_file(window) == left
    assert window.bench.drafts[0].text.startswith("نار")
    assert states(window)["contradiction-quantity"] == "confirmed"
    assert window.bench.review.decision("calendar-weekday").note == "ينتظر"
    assert after_a_crash(home) == ()


def test_what_was_closed_orderly_is_not_asked_about(opener: Opener, settle: Settle, home: Path) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    window.close()
    again = opener()
    projects(again).offer_recovery()
    assert asked(again) == []
    assert projects(again).recent() == list_untitled(home)
    assert len(list_untitled(home)) == 1


def test_an_empty_session_leaves_nothing(opener: Opener, home: Path) -> None:
    opener().close()
    assert list_untitled(home) == ()


def test_a_second_window_is_told_and_may_read(opener: Opener, settle: Settle, tmp_path: Path) -> None:
    window = compared(opener(), settle)
    path = tmp_path / "a.fcw"
    assert projects(window).save_to(path)
    window.bench.decide("contradiction-quantity", "confirmed")
    refusing = opener(answers=False)
    assert not projects(refusing).open(path)
    assert "مفتوح في نافذة أخرى" in refusing.status.message
    assert not re.search(r"\d-\d", refusing.status.message)  # the day is written as people write it
    assert re.search(r"\d{1,2} \w+ \d{4}، \d\d:\d\d", refusing.status.message)
    assert refusing.bench.drafts == ()
    reading = opener()
    assert projects(reading).open(path)
    settle(reading)
    assert states(reading)["contradiction-quantity"] == "confirmed"
    reading.bench.decide("calendar-weekday", "confirmed")
    assert "للقراءة فقط" in reading.status.message
    # Under another name the decision is kept after all.
    assert projects(reading).save_to(tmp_path / "b.fcw")
    with open_project(tmp_path / "b.fcw", read_only=True) as project:
        assert [one.key for one in project.record().history] == ["contradiction-quantity", "calendar-weekday"]
    with open_project(path, read_only=True) as project:
        assert len(project.record().history) == 1


def test_other_articles_are_another_comparison(opener: Opener, settle: Settle) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    window.bench.set_drafts((Draft(SECOND), DRAFTS[1]))
    settle(window)
    keeper = projects(window).keeper
    assert keeper is not None
    assert keeper.project is not None
    keeper.flush()
    assert [one.decided for one in keeper.project.comparisons()] == [0, 1]
    # Nothing was done to the second: other articles take its place.
    window.bench.set_drafts(DRAFTS[:1])
    settle(window)
    keeper.flush()
    assert len(keeper.project.comparisons()) == 2
    menu = projects(window).recent_menu()
    assert "حريق في سوق المدينة القديمة" in [action.text() for action in menu.actions()]
    assert projects(window).open(keeper.project.path, 1)
    settle(window)
    assert window.bench.drafts == DRAFTS
    assert states(window)["contradiction-quantity"] == "confirmed"


def test_a_new_project_begins_with_nothing(opener: Opener, settle: Settle, home: Path) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    first = kept_file(window)
    projects(window).new()
    assert window.bench.drafts == ()
    compared(window, settle)
    window.bench.decide("calendar-weekday", "confirmed")
    assert kept_file(window) != first
    assert len(list_untitled(home)) == 2


def test_a_damaged_project_is_rescued_when_the_person_agrees(opener: Opener, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "a.fcw"
    window = compared(opener(), settle)
    assert projects(window).save_to(path)
    window.bench.decide("contradiction-quantity", "confirmed")
    window.close()
    data = bytearray(path.read_bytes())
    del data[-5000:]
    path.write_bytes(data)
    refusing = opener(answers=False)
    assert not projects(refusing).open(path)
    assert path.read_bytes() == data
    agreeing = opener()
    assert projects(agreeing).open(path)
    settle(agreeing)
    assert agreeing.bench.drafts == DRAFTS
    assert [one.read_bytes() for one in tmp_path.glob("*.damaged-*")] == [bytes(data)]


@pytest.mark.parametrize("data", [b"x" * 500, b""])
def test_what_is_no_project_is_told(opener: Opener, settle: Settle, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.fcw"
    path.write_bytes(data)
    window = compared(opener(), settle)
    assert not projects(window).open(path)
    assert "a.fcw" in window.status.message
    assert window.bench.drafts == DRAFTS
    assert path.read_bytes() == data


def test_a_full_disk_is_told_and_tried_again(opener: Opener, settle: Settle) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    keeper = projects(window).keeper
    assert keeper is not None
    assert keeper.project is not None
    pages = keeper.project.db.execute("PRAGMA page_count").fetchone()[0]
    keeper.project.db.execute(f"PRAGMA max_page_count={pages}")
    window.bench.note("calendar-weekday", "س" * 20_000)
    assert "لم يبق متسع" in window.status.message
    assert keeper.waiting
    keeper.project.db.execute("PRAGMA max_page_count=1000000")
    assert keeper.flush()
    assert not keeper.waiting
    assert [len(one.note) for one in keeper.project.record().history] == [0, 20_000]


def test_the_window_does_not_close_on_what_could_not_be_written(opener: Opener, settle: Settle) -> None:
    window = compared(opener(answers=False), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    keeper = projects(window).keeper
    assert keeper is not None
    assert keeper.project is not None
    pages = keeper.project.db.execute("PRAGMA page_count").fetchone()[0]
    keeper.project.db.execute(f"PRAGMA max_page_count={pages}")
    window.bench.note("calendar-weekday", "س" * 20_000)
    assert not window.close()
    assert len(asked(window)) == 1
    projects(window).new()
    assert window.bench.drafts == DRAFTS
    keeper.project.db.execute("PRAGMA max_page_count=1000000")
    assert window.close()
    assert len(asked(window)) == 2


@pytest.mark.parametrize("name", ["other.fcw", "a.fcw"])
def test_a_project_whose_file_is_gone_is_saved_whole(
    opener: Opener, settle: Settle, tmp_path: Path, name: str
) -> None:
    """With every decision and the way to it, under another name or under its own."""
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    path = tmp_path / "a.fcw"
    assert projects(window).save_to(path)
    path.unlink()
    window.bench.decide("contradiction-quantity", "dismissed", "style")
    assert "احفظه باسم آخر" in window.status.message
    assert projects(window).save_to(tmp_path / name)
    keeper = projects(window).keeper
    assert keeper is not None
    assert not keeper.waiting
    assert kept_file(window) == tmp_path / name
    assert [one.state for one in keeper.project.record().history] == ["confirmed", "dismissed"]  # type: ignore[union-attr]
    before = states(window)
    window.close()
    again = opener(tmp_path / name)
    settle(again)
    assert states(again) == before


def test_what_a_full_disk_refused_is_saved_elsewhere(opener: Opener, settle: Settle, tmp_path: Path) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    keeper = projects(window).keeper
    assert keeper is not None
    assert keeper.project is not None
    pages = keeper.project.db.execute("PRAGMA page_count").fetchone()[0]
    keeper.project.db.execute(f"PRAGMA max_page_count={pages}")
    window.bench.note("calendar-weekday", "س" * 20_000)
    assert keeper.waiting
    assert projects(window).save_to(tmp_path / "elsewhere.fcw")
    assert not keeper.waiting
    assert [len(one.note) for one in keeper.project.record().history] == [0, 20_000]


def test_another_programs_change_is_told(opener: Opener, settle: Settle) -> None:
    window = compared(opener(), settle)
    window.bench.decide("contradiction-quantity", "confirmed")
    with closing(sqlite3.connect(kept_file(window))) as other, other:
        other.execute("UPDATE comparison SET title = 'آخر'")
    keeper = projects(window).keeper
    assert keeper is not None
    keeper.look_outside()
    assert "غيّر برنامج آخر" in window.status.message


def test_a_picture_of_a_project_leaves_no_trace(
    opener: Opener, settle: Settle, tmp_path: Path, home: Path, engine: StandIn
) -> None:
    from workbench.gui.app import take_picture, unreadable

    path = tmp_path / "a.fcw"
    window = compared(opener(), settle)
    assert projects(window).save_to(path)
    window.close()
    before = path.read_bytes()
    options = OpenOptions((path,), screenshot=tmp_path / "p.png", size=(1100, 700))
    assert unreadable(options) is None
    assert take_picture(options, lambda: engine) == 0  # type: ignore[arg-type, return-value]
    assert (tmp_path / "p.png").stat().st_size > 10_000
    assert path.read_bytes() == before
    path.write_bytes(before[:3000])
    assert str(unreadable(options)).startswith("a.fcw: ")
