"""A trainee plays every shipped exercise to its debrief; a trainer goes from two articles to a class report."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.imports import PROJECT
from tests.training.test_making import CLEAN_A, CLEAN_B
from workbench.cli import main
from workbench.engine import Draft, Engine
from workbench.gui.training.app import TrainingOptions, open_training
from workbench.gui.training.debrief_panel import OutcomeRow
from workbench.gui.training.window import TrainingWindow
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder
from workbench.training.files import exercise_paths, open_exercise
from workbench.training.papers import blank_paper, open_paper, save_paper
from workbench.training.session import kept_session
from workbench.training.values import Exercise, MarkPlace

PATHS = exercise_paths(resource_folder() / "exercises")
CRANE = open_exercise(resource_folder() / "exercises" / "crane")
NAME = "ريم"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge(resource_folder()))


Opener = Callable[[], TrainingWindow]


def throw_away(window: QWidget) -> None:
    """Closing must not ask."""
    assert isinstance(window, TrainingWindow)
    window.editor.saved = window.editor.exercise


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, engine: Engine) -> Opener:
    """Opens windows that share one folder of sessions, as one run after the other would."""
    def make() -> TrainingWindow:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        options = TrainingOptions(lang="ar", theme="light")
        window = open_training(options, settings, lambda: engine, tmp_path / "sessions")
        qtbot.addWidget(window, before_close_func=throw_away)
        return window

    return make


@pytest.fixture
def window(opened: Opener) -> TrainingWindow:
    return opened()


def select(window: TrainingWindow, article: str, words: str) -> None:
    """As the mouse does: over the words, which stand once."""
    texts = window.session.texts if window.stack.currentWidget() is window.session else window.editor.texts
    text = texts.panes[article].view.text
    assert text.count(words) == 1, words
    start = text.index(words)
    texts.select(MarkPlace(article, start, start + len(words)))


def choose_kind(window: TrainingWindow, family: str, kind: str) -> None:
    form = window.session.panel.form
    form.families[family].click()
    at = form.kinds.findData(kind)
    assert at > 0
    form.kinds.setCurrentIndex(at)
    form.kinds.activated.emit(at)


def answer(window: TrainingWindow, exercise: Exercise, ids: list[str]) -> None:
    """Mark, link, name and explain some of the key's faults."""
    page = window.session
    for id in ids:
        entry = exercise.entry(id)
        for n, place in enumerate(entry.places):
            page.texts.select(MarkPlace(place.article, place.span.start, place.span.end))
            (page.panel.link if n else page.panel.mark).click()
        choose_kind(window, entry.family, entry.kind)
        page.panel.why.setPlainText("لأن الموضعين لا يتفقان")
        page.panel.verify.setPlainText("أسأل المصدر")


def hand_in(qtbot: QtBot, window: TrainingWindow) -> None:
    """Type the name, press the button, say yes."""
    page = window.session
    page.panel.name.clear()
    page.panel.name.setText(NAME)
    page.panel.name.textEdited.emit(NAME)
    page.panel.hand_in.click()
    page.question.accept()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.debrief)


def words_on(widget: QWidget) -> str:
    """All labels, without the marks that keep quotations in their own order."""
    words = "\n".join(label.text() for label in widget.findChildren(QLabel))
    return "".join(letter for letter in words if letter not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_trainee_from_opening_to_debrief(qtbot: QtBot, window: TrainingWindow, path: Path, tmp_path: Path) -> None:
    exercise = open_exercise(path)
    window.list.cards[exercise.id].start.click()
    assert window.stack.currentWidget() is window.session
    # Nothing of the key or the program's findings is on the page.
    assert all(not pane.view.findings.marks for pane in window.session.texts.panes.values())
    assert exercise.key[0].teaches.ar not in words_on(window.session)
    ids = [entry.id for entry in exercise.key]
    answer(window, exercise, ids)
    hand_in(qtbot, window)
    debrief = window.debrief.debrief
    assert debrief is not None
    assert (debrief.score.total, debrief.score.precision) == (debrief.score.possible, 1)
    assert debrief.paper.name == NAME
    assert debrief.mistakes() == ()
    assert not window.debrief.panel.retry.isEnabled()
    shown = words_on(window.debrief.panel)
    assert all(" ".join(entry.teaches.ar.split())[:30] in shown for entry in exercise.key)
    qtbot.waitUntil(window.debrief.has_engine, timeout=20_000)
    for view in ("key", "engine", "mine"):
        window.debrief.bar.chips[view].click()
        assert window.debrief.view == view
        marks = [mark for pane in window.debrief.texts.panes.values() for mark in pane.view.findings.marks]
        assert len(marks) >= len(ids)
    for row in window.debrief.panel.rows[:3]:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert window.debrief.current == row.name
    paper = tmp_path / "paper.json"
    window.save_paper(paper)
    told = json.loads(CliRunner().invoke(main, ["train", "--score", str(paper), "--format", "json"]).stdout)
    assert told["exercises"][0]["papers"][0]["total"] == debrief.score.possible


def test_the_difference_is_shown_and_mistakes_tried_again(qtbot: QtBot, window: TrainingWindow) -> None:
    window.start(CRANE)
    answer(window, CRANE, ["toll", "protest-day"])
    choose_kind(window, "calendar", "hijri")
    select(window, "a", "نحو مئتي عامل")
    window.session.panel.mark.click()
    select(window, "b", "197 عاملا")
    window.session.panel.link.click()
    choose_kind(window, "contradiction", "quantity")
    hand_in(qtbot, window)
    debrief = window.debrief.debrief
    assert debrief is not None
    assert (debrief.score.total, debrief.score.possible) == (1.5, 5)
    panes = window.debrief.texts.panes.values()
    roles = {mark.name: mark.family for pane in panes for mark in pane.view.findings.marks}
    assert roles["toll"] == "found"
    assert roles["protest-day"] == "wrong-kind"
    assert roles["hour"] == "missed"
    assert [role for name, role in roles.items() if name.startswith("alarm:")] == ["alarm"]
    shown = words_on(window.debrief.panel)
    assert CRANE.traps[0].why.ar in shown
    assert window.look.say("train.trap.taken") in shown
    # What the trainee marked keeps its hairline beside the key's frames.
    assert len(window.debrief.texts.panes["a"].view.claims.marks) == 2
    window.debrief.panel.retry.click()
    assert window.stack.currentWidget() is window.session
    paper = window.session.paper
    assert paper is not None
    assert set(paper.only) == {"protest-day", "hour", "twice-in", "rumour"}
    assert len(paper.marks) == 1
    answer(window, CRANE, list(paper.only))
    hand_in(qtbot, window)
    assert window.debrief.debrief is not None
    assert (window.debrief.debrief.score.total, window.debrief.debrief.score.possible) == (4, 4)


def test_hints_cost_and_lead(qtbot: QtBot, window: TrainingWindow) -> None:
    window.start(CRANE)
    panel = window.session.panel
    panel.hint.click()
    assert panel.hint_words.text() == CRANE.key[0].hints[0].ar
    panel.hint.click()
    assert panel.hint_words.text() == CRANE.key[0].hints[1].ar
    answer(window, CRANE, [entry.id for entry in CRANE.key])
    assert not panel.hint.isEnabled()
    hand_in(qtbot, window)
    assert window.debrief.debrief is not None
    assert window.debrief.debrief.score.total == 4


def test_a_crash_loses_nothing(qtbot: QtBot, opened: Opener, tmp_path: Path) -> None:
    first = opened()
    first.start(CRANE)
    answer(first, CRANE, ["toll", "hour"])
    first.session.panel.hint.click()
    before = first.session.paper
    qtbot.waitUntil(lambda: kept_session(CRANE, tmp_path / "sessions") == first.session.paper, timeout=3000)
    # Nothing is closed: the next run finds only what is on the disk.
    second = opened()
    card = second.list.cards["crane"]
    assert card.start.text() == second.look.say("train.continue")
    card.start.click()
    assert second.session.paper == before
    assert second.session.panel.marks.count() == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from workbench.gui.training.app import TrainingOptions, open_training
from workbench.training.files import open_exercise
from workbench.training.values import MarkPlace
folder = Path(sys.argv[1])
settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
window = open_training(TrainingOptions(open_exercise(Path(sys.argv[2]))), settings, lambda: None, folder / "sessions")
window.session.texts.select(MarkPlace("a", 0, 10))
window.session.panel.mark.click()
window.session.panel.form.families["copy"].click()
os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
"""


def test_a_killed_process_leaves_its_session(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(resource_folder() / "exercises" / "crane")],
        capture_output=True, timeout=120, check=False, cwd=PROJECT,
    )  # fmt: skip
    assert done.returncode != 0
    kept = kept_session(CRANE, tmp_path / "sessions")
    assert kept is not None, done.stderr.decode()
    assert [mark.family for mark in kept.marks] == ["copy"]


def test_a_handed_in_paper_opens_at_its_debrief_and_can_be_begun_anew(qtbot: QtBot, opened: Opener) -> None:
    first = opened()
    first.start(CRANE)
    hand_in(qtbot, first)
    second = opened()
    second.list.cards["crane"].start.click()
    assert second.stack.currentWidget() is second.debrief
    second.show_list()
    second.list.cards["crane"].again.click()
    assert second.stack.currentWidget() is second.session
    assert second.session.paper == blank_paper(CRANE)


def test_steps_are_taken_back_one_by_one(window: TrainingWindow) -> None:
    window.start(CRANE)
    page = window.session
    answer(window, CRANE, ["toll"])
    done = page.paper
    assert done is not None
    for _ in range(12):
        page.undo()
    assert page.paper is not None
    assert page.paper.marks == ()
    for _ in range(12):
        page.redo()
    assert page.paper.marks == done.marks


def test_the_clock_is_a_choice_and_says_when_time_is_up(window: TrainingWindow) -> None:
    window.start(CRANE)
    page, panel = window.session, window.session.panel
    assert not panel.clock.isVisible()
    panel.clock_on.click()
    assert panel.clock.isVisible()
    assert page.paper is not None
    page.paper = replace(page.paper, seconds=12 * 60)
    page._tick()
    assert page.paper.seconds == 12 * 60 + 1
    assert panel.clock_on.text() == window.look.say("train.time-up")


def test_by_keyboard_alone(qtbot: QtBot, window: TrainingWindow) -> None:
    window.start(CRANE)
    view = window.session.texts.panes["a"].view
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(
            view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
    qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    paper = window.session.paper
    assert paper is not None
    [mark] = paper.marks
    place = mark.places[0]
    assert CRANE.text("a")[place.start : place.end] == "قتلى وجرحى"


def test_language_and_theme_keep_the_session(window: TrainingWindow) -> None:
    window.start(CRANE)
    answer(window, CRANE, ["toll"])
    before = window.session.paper
    window.look.set_language("en")
    window.look.set_theme("dark")
    assert window.session.paper == before
    assert window.session.panel.hand_in.text() == "Hand in"
    assert "crane" in window.session.panel.glosses.text()
    assert window.session.panel.gloss_area.isVisible()
    window.look.set_language("ar")
    assert not window.session.panel.gloss_area.isVisible()


def test_a_hostile_file_is_refused_with_a_sentence(window: TrainingWindow, tmp_path: Path) -> None:
    path = tmp_path / "bad.fcx"
    path.write_bytes(b"PK\x03\x04 and no more")
    window.open_path(path)
    assert window.stack.currentWidget() is window.list
    assert "bad.fcx" in window.status.message
    assert "حاويته المضغوطة تالفة" in window.status.message


def test_words_of_a_paper_are_never_markup(qtbot: QtBot, window: TrainingWindow) -> None:
    window.start(CRANE)
    answer(window, CRANE, ["toll"])
    window.session.panel.why.setPlainText("<img src='file:///etc/hostname'><b>x</b>")
    hand_in(qtbot, window)
    formats = {label.textFormat() for row in window.debrief.panel.rows for label in row.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


# The trainer


def seeded(window: TrainingWindow, qtbot: QtBot, sort: str) -> None:
    """Ask what can be planted, and plant the first of a sort."""
    editor = window.editor
    editor.seeds = ()
    editor.panel.tools["seed"].click()
    qtbot.waitUntil(lambda: bool(editor.seeds), timeout=20_000)
    assert editor.menu is not None
    editor.menu.close()
    editor.plant(next(seed for seed in editor.seeds if seed.sort == sort))


def test_a_trainer_from_two_articles_to_a_class_report(
    qtbot: QtBot, window: TrainingWindow, tmp_path: Path
) -> None:
    for letter, text in (("a", CLEAN_A), ("b", CLEAN_B)):
        (tmp_path / f"{letter}.txt").write_text(text, encoding="utf-8")
    window.new_exercise()
    editor, panel = window.editor, window.editor.panel
    editor.take_text("a", tmp_path / "a.txt")
    editor.take_text("b", tmp_path / "b.txt")
    for field, value in (("title", "انفجار باريس"), ("id", "paris"), ("goals", "قابل الأرقام\nراجع الأيام")):
        editor.change(field, value)
    panel.tools["validate"].click()
    assert "المفتاح فارغ" in panel.faults.text()
    for sort in ("weekday", "figure", "sentence"):
        seeded(window, qtbot, sort)
    select(window, "b", "أعلنت الشرطة")
    panel.tools["mark-fault"].click()
    panel.form.families["sourcing"].click()
    panel.tools["validate"].click()
    assert len(panel.faults.text().splitlines()) == 2  # nothing explains it, no source settles it
    panel.boxes["teaches"].setPlainText("أي شرطة؟")
    panel.boxes["source"].setPlainText("بيان الشرطة")
    panel.boxes["hints"].setPlainText("من قال؟\nانظر ب")
    select(window, "a", "وسط باريس")
    panel.tools["mark-trap"].click()
    panel.boxes["teaches"].setPlainText("ليس خطأ")
    panel.tools["validate"].click()
    assert panel.faults.text() == ""
    assert window.status.message == "التمرين صالح."
    # As a trainee sees it: nothing is kept.
    panel.tools["preview"].click()
    assert window.stack.currentWidget() is window.session
    window.session.leave()
    assert window.stack.currentWidget() is editor
    assert not (tmp_path / "sessions").exists()
    path = tmp_path / "paris.fcx"
    editor.save(path)
    exercise = open_exercise(path)
    assert len(exercise.key) == 4
    assert exercise.key[-1].hints[0].ar == "من قال؟"
    assert editor.may_close()
    for which in ("sheet", "key"):
        editor.print_page(which, tmp_path / f"{which}.html")
        assert (tmp_path / f"{which}.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    # Thirty trainees, each on a window of the same program, one of them by hand.
    answers = tmp_path / "answers"
    answers.mkdir()
    window.open_path(path)
    answer(window, exercise, [entry.id for entry in exercise.key[:2]])
    hand_in(qtbot, window)
    window.save_paper(answers / "00.json")
    by_hand = open_paper(answers / "00.json")
    for n in range(1, 30):
        paper = replace(by_hand, name=f"متدرب {n}", marks=by_hand.marks[: n % 3])
        save_paper(paper, exercise, answers / f"{n:02}.json")
    window.report_class(answers, tmp_path / "window.xlsx", path)
    assert (tmp_path / "window.xlsx").read_bytes().startswith(b"PK")
    own = tmp_path / "own"
    for form in ("html", "xlsx", "csv"):
        result = CliRunner().invoke(
            main, ["train", "--score", str(answers), "--key", str(path), "--format", form, "--output", f"{own}.{form}"]
        )
        assert (result.exit_code, result.output) == (0, "")
    page = Path(f"{own}.html").read_text(encoding="utf-8")
    assert page.count("متدرب ") == 29
    assert NAME in page


def test_the_articles_on_the_bench_become_an_exercise(window: TrainingWindow) -> None:
    window.new_exercise((Draft(CLEAN_A), Draft(CLEAN_B)))
    assert [article.text for article in window.editor.exercise.articles] == [CLEAN_A, CLEAN_B]
    assert window.editor.exercise != window.editor.saved


def test_the_programs_findings_become_a_key(qtbot: QtBot, window: TrainingWindow) -> None:
    window.editor.begin(replace(CRANE, key=(), traps=()))
    window.stack.setCurrentWidget(window.editor)
    window.editor.panel.tools["findings"].click()
    qtbot.waitUntil(lambda: bool(window.editor.exercise.key), timeout=20_000)
    families = {entry.family for entry in window.editor.exercise.key}
    assert {"calendar", "copy"} <= families
    window.editor.choose(window.editor.exercise.key[0].id)
    window.editor.panel.tools["as-trap"].click()
    assert len(window.editor.exercise.traps) == 1
    window.editor.do("undo")
    assert window.editor.exercise.traps == ()


def test_editing_a_shipped_exercise_keeps_what_is_not_touched(window: TrainingWindow, tmp_path: Path) -> None:
    window.edit_path(resource_folder() / "exercises" / "crane" / "exercise.json")
    window.editor.choose("hour")
    window.editor.panel.boxes["teaches"].setPlainText("شرح آخر")
    changed = window.editor.exercise.entry("hour")
    assert changed.teaches.ar == "شرح آخر"
    assert changed.teaches.en == CRANE.entry("hour").teaches.en
    window.editor.panel.other_kinds.click()
    menu = window.editor.menu
    assert menu is not None
    next(action for action in menu.actions() if action.text() == window.look.say("kind.date")).trigger()
    menu.close()
    assert window.editor.exercise.entry("hour").kinds == ("time", "date")
    assert replace(window.editor.exercise, key=CRANE.key) == CRANE
    assert window.editor.exercise != window.editor.saved


def test_the_rows_of_the_debrief_are_reached_by_keyboard(qtbot: QtBot, window: TrainingWindow) -> None:
    window.start(CRANE)
    hand_in(qtbot, window)
    row: OutcomeRow = window.debrief.panel.rows[1]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert window.debrief.current == row.name
