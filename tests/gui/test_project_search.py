"""Looking through a whole project, and the projects on the welcome page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.gui.material import DRAFTS, SECOND
from workbench.engine import Draft
from workbench.gui.chips import Chip
from workbench.gui.project_search import SearchDialog, open_search
from workbench.gui.window import Window

Settle = Callable[[Window], None]
OTHER = Draft("حريق آخر\n\nأتى على 40 متجرا وسط مدينة الزرقاء، بحسب البلدية.")


@pytest.fixture
def opener(open_keeping: Callable[[], Window]) -> Callable[[], Window]:
    """Windows whose questions are answered with yes."""

    def open_one() -> Window:
        window = open_keeping()
        window.deeds.projects.ask = lambda question: True
        return window

    return open_one


@pytest.fixture
def project(opener: Callable[[], Window], settle: Settle, tmp_path: Path) -> Window:
    """A window over a project of two comparisons; the second, about another fire, stands on the bench."""
    window = opener()
    window.bench.set_drafts(DRAFTS)
    settle(window)
    window.bench.decide("calendar-weekday", "confirmed")
    window.bench.set_drafts((OTHER, Draft(SECOND)))
    settle(window)
    assert window.deeds.projects.save_to(tmp_path / "حرائق.fcw")
    window.bench.note("none", "")
    window.show_comparison()
    return window


def searched(window: Window, words: str) -> SearchDialog:
    dialog = open_search(window)
    dialog.field.setText(words)
    dialog.search()
    return dialog


def shown(dialog: SearchDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_command_opens_it(window: Window) -> None:
    window.actions_["search-project"].trigger()
    (dialog,) = window.findChildren(SearchDialog)
    assert dialog.isVisible()
    assert dialog.told.text() == window.look.say("search.no-project")
    dialog.close()


def test_a_finding_of_another_comparison_is_opened(qtbot: QtBot, project: Window, settle: Settle) -> None:
    keeper = project.deeds.projects.keeper
    assert keeper is not None
    here = keeper.comparison
    dialog = searched(project, "الإثنيْن")
    assert len(shown(dialog)) == 1
    assert "السبت 11 مارس 2024" in shown(dialog)[0]
    hint = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "مؤكدة" in hint
    assert "حريق في سوق المدينة" in hint
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(project)
    assert keeper.comparison != here
    assert project.bench.drafts == DRAFTS
    qtbot.waitUntil(lambda: project.bench.current == "calendar-weekday")
    # The next one lies where the bench stood before.
    dialog.field.setText("الزرقاء")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)  # typed fast: what was found is shown first
    assert keeper.comparison != here
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(project)
    assert keeper.comparison == here
    assert project.bench.drafts[0] == OTHER


def test_an_article_is_shown_at_the_words(qtbot: QtBot, project: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[tuple[str, int]] = []
    monkeypatch.setattr(project.workspace, "go", lambda article, point: places.append((article, point)))
    dialog = searched(project, "الزرقاء")
    (entry,) = shown(dialog)
    assert "وسط مدينة الزرقاء، بحسب" in entry
    assert "الملاحظات: \u20680\u2069، المقالات: \u20681\u2069" in dialog.told.text()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert places == [("a", OTHER.text.index("الزرقاء"))]


def test_keys_walk_through_findings_and_articles(qtbot: QtBot, project: Window) -> None:
    dialog = searched(project, "متجرا")
    entries = shown(dialog)
    assert len(entries) >= 4
    assert dialog.list.currentRow() == 0
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageDown)
    assert dialog.list.currentRow() == min(9, len(entries) - 1)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageUp)
    assert dialog.list.currentRow() == 0
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not project.findChildren(SearchDialog) or not dialog.isVisible()


def test_it_searches_while_one_types(qtbot: QtBot, project: Window) -> None:
    dialog = open_search(project)
    assert dialog.told.text() == project.look.say("search.about")
    dialog.field.setText("الزرقاء")
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=5000)
    dialog.field.setText("لا وجود لهذا")
    qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=5000)
    assert dialog.told.text() == project.look.say("search.nothing")
    dialog.field.setText("")
    qtbot.waitUntil(lambda: dialog.told.text() == project.look.say("search.about"), timeout=5000)


def test_what_is_no_longer_found_is_said(project: Window, settle: Settle) -> None:
    dialog = searched(project, "مجهول")
    assert shown(dialog)
    keeper = project.deeds.projects.keeper
    assert keeper is not None
    assert keeper.project is not None
    assert project.deeds.projects.open(keeper.project.path, 1)
    settle(project)
    project.bench.hide(["sourcing-anonymous"])
    settle(project)
    dialog.list.setCurrentRow(0)
    dialog._open()
    settle(project)
    assert project.status.message == project.look.say("search.gone")


def test_a_damaged_file_is_told(project: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store import search
    from workbench.store.faults import DamagedProjectError

    def damaged(*_: object) -> None:
        raise DamagedProjectError("It is damaged.", "الملف تالف.")

    monkeypatch.setattr(search, "find_findings", damaged)
    dialog = searched(project, "متجرا")
    assert dialog.told.text() == "الملف تالف."
    assert shown(dialog) == []


def test_the_welcome_page_lists_recent_projects(
    qtbot: QtBot, project: Window, opener: Callable[[], Window], settle: Settle
) -> None:
    project.close()
    again = opener()
    assert [name for name, _ in again.welcome.list_projects()] == ["حرائق"]
    (chip,) = [chip for chip in again.welcome.findChildren(Chip) if "حرائق" in chip.toolTip() and not chip.isHidden()]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle(again)
    assert again.bench.drafts[0] == OTHER
    assert again.stack.currentWidget() is again.workspace


def test_a_picture_of_the_welcome_page_shows_nobodys_projects(
    window: Window, settings: QSettings, tmp_path: Path
) -> None:
    (tmp_path / "own.fcw").write_bytes(b"")
    settings.setValue("recent/projects", [str(tmp_path / "own.fcw")])
    assert window.deeds.projects.recent()
    assert window.welcome.list_projects() == ()
