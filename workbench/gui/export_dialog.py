"""The dialog that makes a report: its format, language and findings, how far it is, where it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.exporting import Export, record_at_hand
from workbench.report.formats import FORMATS
from workbench.text.values import Bilingual
from workbench.wording import left_to_right

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from workbench.gui.exporting import Exporter
    from workbench.gui.window import Window
    from workbench.wording import Code

LANGUAGES = ("ar", "en")
ONLY = ("", "confirmed")
NAMES = {  # what the formats are called in every language
    "html": "HTML", "pdf": "PDF", "docx": "DOCX", "csv": "CSV", "xlsx": "XLSX", "markdown": "Markdown",
    "json": "JSON", "claimreview": "ClaimReview", "annotations": "Web Annotation",
}  # fmt: skip
CONFIRMED_ONLY = frozenset({"claimreview"})  # a format that never holds anything else


class ExportDialog(QDialog):
    """Over one window; ``ask_target`` asks where the file goes (None where the person gives up) and ``open_folder``
    shows a folder: both can be replaced."""

    def __init__(self, window: Window, exporter: Exporter) -> None:
        super().__init__(window)
        self.setObjectName("export")
        self._window, self.exporter = window, exporter
        self.ask_target: Callable[[str], Path | None] = self._ask_target
        self.open_folder: Callable[[Path], object] = _open_folder
        self._written: Path | None = None
        self._message: tuple[str, dict[str, object]] = "", {}
        self._lay_out()
        self._recall()
        exporter.progressed.connect(self._progressed)
        exporter.done.connect(self._done)
        exporter.failed.connect(self._failed)
        window.look.changed.connect(self.apply_look)
        window.bench.rows_changed.connect(self._count)
        window.bench.decided.connect(self._count)
        window.bench.result_changed.connect(self._count)
        self.apply_look()

    def _lay_out(self) -> None:
        look = self._window.look
        self.heading, self.form_label, self.language_label, self.only_label = (QLabel() for _ in range(4))
        self.form = QComboBox()
        for name in FORMATS:
            self.form.addItem(name, name)
        self.about, self.message = QLabel(), QLabel()
        for label in (self.heading, self.form_label, self.language_label, self.only_label, self.about, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label in (self.about, self.message))
        self.heading.setFont(look.plain(16, QFont.Weight.DemiBold))
        self.about.setObjectName("hint")
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        self.languages = _choice(self, LANGUAGES)
        self.only = _choice(self, ONLY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.save, self.folder, self.cancel, self.leave = (QPushButton() for _ in range(4))
        self.save.setDefault(True)
        for button in (self.folder, self.cancel, self.leave):
            button.setAutoDefault(False)
        self.save.clicked.connect(self.export)
        self.folder.clicked.connect(self._show_folder)
        self.cancel.clicked.connect(self.give_up)
        self.leave.clicked.connect(self.close)
        self.form.currentIndexChanged.connect(self._chosen)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.form_label, 0, 0)
        grid.addWidget(self.form, 0, 1)
        grid.addWidget(self.about, 1, 1)
        for row, (label, group) in enumerate(((self.language_label, self.languages), (self.only_label, self.only)), 2):
            box = QHBoxLayout()
            box.setSpacing(18)
            for choice in group.buttons():
                box.addWidget(choice)
            box.addStretch(1)
            grid.addWidget(label, row, 0)
            grid.addLayout(box, row, 1)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self.folder)
        row_of_buttons.addStretch(1)
        for button in (self.cancel, self.leave, self.save):
            row_of_buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(grid)
        layout.addWidget(self.bar)
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addLayout(row_of_buttons)
        self.setMinimumSize(520, 330)

    # Looks

    def apply_look(self) -> None:
        look = self._window.look
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(look.say("export.title"))
        self.heading.setText(look.say("export.title"))
        self.form_label.setText(look.say("export.format"))
        self.language_label.setText(look.say("export.language"))
        self.only_label.setText(look.say("export.findings"))
        self.form.setAccessibleName(look.say("export.format"))
        for place, name in enumerate(FORMATS):
            self.form.setItemText(place, self._named(name))
        for button in self.languages.buttons():
            code = button.property("choice")
            button.setText("العربية" if code == "ar" else "English")
            button.setAccessibleName(f"{look.say('export.language')}: {button.text()}")
        self.save.setText(look.say("export.save"))
        self.folder.setText(look.say("export.open-folder"))
        self.cancel.setText(look.say("cancel"))
        self.leave.setText(look.say("close"))
        self._count()
        self._chosen()
        self._show_message()

    def _named(self, form: str) -> str:
        return f"{self._window.look.say(f'export.{form}')} ({left_to_right(NAMES[form])})"

    def _count(self, *_: object) -> None:
        look, rows = self._window.look, self._window.bench.rows()
        for button in self.only.buttons():
            state = button.property("choice")
            n = sum(not state or row.state == state for row in rows)
            button.setText(look.say("export.confirmed" if state else "export.all", n=n))
            button.setAccessibleName(f"{look.say('export.findings')}: {button.text()}")

    def _chosen(self, *_: object) -> None:
        """Another format: what it is, and what of it cannot be chosen."""
        self.about.setText(self._window.look.say(f"export.{self.chosen_form()}.about"))
        self.about.setAccessibleName(self.about.text())
        self._show_state()

    def _say(self, key: str = "", **values: object) -> None:
        self._message = key, values
        self._show_message()

    def _tell_of_none(self, key: str, **values: object) -> None:
        """Why there is no new report; the one before is not what is spoken of any more."""
        self._written = None
        self._say(key, **values)
        self._show_state()

    def _show_message(self) -> None:
        look = self._window.look
        key, values = self._message
        said = {name: look.pick(value) if isinstance(value, Bilingual) else value for name, value in values.items()}
        self.message.setText(look.say(key, **said) if key else "")
        self.message.setObjectName("error" if key == "export.failed" else "")
        self.message.style().polish(self.message)

    def _show_state(self) -> None:
        busy = self.exporter.busy
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.leave.setVisible(not busy)
        self.folder.setVisible(self._written is not None and not busy)
        for widget in (self.save, self.form, *self.languages.buttons()):
            widget.setEnabled(not busy)
        either = self.chosen_form() not in CONFIRMED_ONLY
        for button in self.only.buttons():
            button.setEnabled(not busy and (either or button.property("choice") == "confirmed"))

    # What is chosen

    def chosen_form(self) -> str:
        return str(self.form.currentData())

    def chosen_only(self) -> str:
        return "confirmed" if self.chosen_form() in CONFIRMED_ONLY else _chosen_of(self.only)

    def choose(self, form: str, language: str, only: str = "") -> None:
        """Choose as if by hand; names that nobody knows change nothing."""
        place = self.form.findData(form)
        if place >= 0:
            self.form.setCurrentIndex(place)
        for group, wanted in ((self.languages, language), (self.only, only)):
            for button in group.buttons():
                if button.property("choice") == wanted:
                    button.setChecked(True)

    def _recall(self) -> None:
        settings, look = self._window.settings, self._window.look
        self.choose("html", look.code, "")
        self.choose(
            str(settings.value("report/format", "html")),
            str(settings.value("report/language", look.code)),
            str(settings.value("report/only", "")),
        )

    def _remember(self, target: Path) -> None:
        settings = self._window.settings
        settings.setValue("report/format", self.chosen_form())
        settings.setValue("report/language", _chosen_of(self.languages))
        settings.setValue("report/only", _chosen_of(self.only))
        settings.setValue("report/folder", str(target.parent))

    def _suggested(self) -> str:
        """The article's title as a file's name, in the folder of the last report."""
        window = self._window
        title = window.bench.result.readings[0].article.title if window.bench.result else ""
        plain = "".join(sign for sign in title[:60] if sign.isalnum() or sign in " -_").strip()
        kept = Path(str(window.settings.value("report/folder", "")))
        folder = kept if kept.is_dir() and kept != Path() else Path.home()
        return str(folder / ((plain or window.look.say("export.name")) + FORMATS[self.chosen_form()].suffix))

    def _ask_target(self, suggested: str) -> Path | None:
        look, suffix = self._window.look, FORMATS[self.chosen_form()].suffix
        dialog = QFileDialog(self, look.say("export.title"), suggested)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{look.say(f'export.{self.chosen_form()}')} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))  # so that it asks before it takes a file's place
        dialog.selectFile(suggested)
        if not dialog.exec():
            return None
        names = dialog.selectedFiles()
        return Path(names[0]) if names else None

    # Doing it

    def export(self) -> None:
        """Ask for a place and make the report there."""
        from workbench.knowledge.facts.world import EMPTY_WORLD
        from workbench.report.values import ReportError
        from workbench.report.writing import report_path
        from workbench.resources import resource_folder

        window = self._window
        if self.exporter.busy:
            return
        if window.bench.result is None or window.bench.stale:
            self._tell_of_none("export.wait" if window.bench.drafts else "empty.nothing-open")
            return
        target = self.ask_target(self._suggested())
        if target is None:
            return
        record = record_at_hand(window.bench, window.deeds.projects.keeper)
        if record is None:  # an edit came in while the place was being chosen
            self._tell_of_none("export.wait")
            return
        self._remember(target)
        try:
            report_path(str(target))
        except ReportError as error:
            self._failed(error.why)
            return
        world = getattr(window.bench.checker.knowledge, "world", EMPTY_WORLD)
        language: Code = "en" if _chosen_of(self.languages) == "en" else "ar"
        self._written = None
        self.bar.setRange(0, 0)
        self.exporter.start(
            Export(record, self.chosen_form(), language, self.chosen_only(), target, world, resource_folder())
        )
        self._say("export.making")
        self._show_state()
        self.cancel.setFocus()

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._say("export.step", done=done, all=total)

    def _done(self, target: Path) -> None:
        self._written = target
        self._say("export.done", name=target.name)
        self._window.tell(self._window.look.say("export.done", name=target.name))
        self._show_state()
        self.folder.setFocus()

    def _failed(self, why: Bilingual) -> None:
        self._tell_of_none("export.failed", why=why)
        self._window.complain(self.message.text())
        self.save.setFocus()

    def give_up(self) -> None:
        if self.exporter.busy and self.exporter.cancel():
            self._say("export.cancelled")
            self._show_state()
            self.save.setFocus()

    def _show_folder(self) -> None:
        if self._written is not None:
            self.open_folder(self._written.parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc gives the report up first, and closes the dialog only when none is being made."""
        if event.key() == Qt.Key.Key_Escape and self.exporter.busy:
            self.give_up()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.give_up()
        super().closeEvent(event)


def _choice(parent: QWidget, choices: tuple[str, ...]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for place, choice in enumerate(choices):
        button = QRadioButton()
        button.setProperty("choice", choice)
        group.addButton(button, place)
    return group


def _chosen_of(group: QButtonGroup) -> str:
    button = group.checkedButton()
    return str(button.property("choice")) if button is not None else ""


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
