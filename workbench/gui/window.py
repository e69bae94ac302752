"""The main window: the welcome page or a comparison, menus and actions, what is remembered between runs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.gui.plainwords import plain_tip
from workbench.gui.recent import Recent
from workbench.gui.style import dress
from workbench.gui.topbar import StatusBar, TopBar

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent

    from workbench.engine import Draft
    from workbench.gui.actions import Actions
    from workbench.gui.bench import Bench
    from workbench.gui.deeds import Deeds
    from workbench.gui.look import Look
    from workbench.gui.opening import Incoming, Read, Reader
    from workbench.gui.welcome import WelcomePage
    from workbench.gui.workspace import Workspace
    from workbench.text.values import Bilingual

LEAST = (1024, 680)
ARTICLES = "abcdefghij"
PATIENCE = 300  # ms before a step is told of


class Window(QMainWindow):
    """A frame that paints at once, filled by ``build`` when it stands: everything but the frame is imported and made
    after the first picture. ``painted`` tells of that first time."""

    painted = Signal()
    actions_: Actions
    bench: Bench
    deeds: Deeds
    reader: Reader
    welcome: WelcomePage
    workspace: Workspace

    def __init__(self, look: Look, settings: QSettings, folder: Path) -> None:
        super().__init__()
        self.look, self.settings, self.folder = look, settings, folder
        self.built = self._painted = False
        self._to_list = False  # the list of findings takes the keyboard when it has something to show
        self.recent = Recent(settings)
        self._said = ""  # what was just undone or redone, in words
        self._step = self._shown_step = ""  # what is being done, and what of it the window says
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(self._show_step)
        self._wanted: list[str] = []  # where the files that are being read will stand
        self._notices: dict[str, tuple[Bilingual, ...]] = {}  # what to know of articles, by their bytes' SHA-256
        self.top = TopBar(look)
        self.status = StatusBar(look)
        self.stack = QStackedWidget()
        self._lay_out()
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self._dress()

    def build(self, bench: Bench) -> None:
        """Make the pages, menus and actions over a bench."""
        from workbench.gui.actions import Actions
        from workbench.gui.deeds import Deeds
        from workbench.gui.opening import Reader
        from workbench.gui.welcome import WelcomePage
        from workbench.gui.workspace import Workspace

        look = self.look
        self.bench = bench
        self.reader = Reader(bench.checker.modules, self)
        self.workspace = Workspace(look, bench)
        self.welcome = WelcomePage(look, bench, self.recent, self.folder)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.workspace)
        self.deeds = Deeds(self)
        self.welcome.list_projects = self.deeds.projects.named
        self.actions_ = Actions(self, look, self.settings, self.deeds.handlers())
        self._connect()
        self.built = True
        self.apply_look()

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        bench, look = self.bench, self.look
        look.changed.connect(self.apply_look)
        look.zoomed.connect(lambda: self.status.set_zoom(look.zoom))
        self.reader.done.connect(self._read)
        self.reader.progressed.connect(lambda done, of: self._progress(look.say("progress.page", done=done, of=of)))
        self.top.field.clicked.connect(lambda: self.actions_["palette"].trigger())
        self.top.theme.clicked.connect(lambda: self.actions_["theme"].trigger())
        self.top.language.clicked.connect(lambda: self.actions_["language"].trigger())
        self.workspace.tab_asked.connect(self.deeds.show_panel)
        self.workspace.claim_clicked.connect(self.deeds.linking.claim_clicked)
        self.workspace.claims.chosen.connect(self.deeds.linking.row_chosen)
        self.workspace.places.left.connect(self._result)
        self.workspace.sources.told.connect(lambda words: self.tell(words, "quote", "open"))
        self.workspace.events.claim_chosen.connect(self.deeds.linking.claim_chosen)
        self.workspace.findings.decision_asked.connect(lambda name: self.actions_[name].trigger())
        self.workspace.findings.empty.acted.connect(self.deeds.act)
        self.workspace.findings.details.mend_chosen.connect(self.deeds.accept_mend)
        self.workspace.pane_a.edit_asked.connect(self.deeds.set_editing)
        self.welcome.acted.connect(self.deeds.act)
        self.welcome.paths_chosen.connect(self.open_paths)
        self.welcome.removed.connect(self.remove)
        self.workspace.side.cancelled.connect(self._cancelled)
        bench.working.connect(lambda key: self._progress(look.say(key)))
        bench.failed.connect(self._failed)
        bench.result_changed.connect(self._result)
        bench.stale_changed.connect(lambda stale: None if stale else self._progress(""))
        bench.stack.indexChanged.connect(self._steps)
        bench.links_changed.connect(self._result)

    # Looks

    def _dress(self) -> None:
        """Colours, fonts and direction of the frame."""
        look = self.look
        dress(self, look)
        self.setWindowTitle(look.say("app.name"))
        self.top.apply_look()

    def apply_look(self) -> None:
        """Say and paint everything anew, in the language and colours of the moment."""
        look = self.look
        self._dress()
        self.actions_.apply_look()
        self.actions_.fill(self.top.menus)
        self.workspace.apply_look()
        if self.stack.currentWidget() is self.welcome:  # else it is dressed when it is turned to
            self.welcome.apply_look()
        self.deeds.apply_look()
        self.status.set_zoom(look.zoom)
        self._steps()
        self._result()

    # Opening

    def open_paths(self, paths: Sequence[Path], first: str = "", dates: tuple[dt.date | None, ...] = ()) -> None:
        """Read files and put them on the bench: as A and B where two come, else from ``first`` on (``a``, ``b``), or
        the first place that is free. ``dates`` are days that a person gave, one a file."""
        paths = tuple(paths)
        if not paths:
            return
        if paths[0].suffix == ".fcw":
            self.deeds.projects.open(paths[0])
            return
        if not first:
            first = "a" if len(paths) > 1 or not self.bench.drafts else "b"
        self._wanted = list(ARTICLES[ARTICLES.index(first) :][: len(paths)])
        self._progress(self.look.say("progress.reading"))
        self.reader.read(paths, dates)

    def _read(self, read: Read) -> None:
        self._progress("")
        for name, why in read.faults:
            self.complain(self.look.say("error.unreadable", name=name, why=self.look.pick(why)))
        if read.drafts:
            for one in read.incoming:
                if one.draft.path:
                    self.recent.add(Path(one.draft.path))
                self.note(one)
            self.put(dict(zip(self._wanted, read.drafts, strict=False)), alone=read.faults == ())

    def note(self, incoming: Incoming) -> None:
        """Keep what a person should know of an article; it is shown as long as the article is."""
        self._notices[incoming.draft.sha256] = incoming.warnings

    def notices(self) -> list[str]:
        """What to know of the articles that are open, a line each."""
        return [
            self.look.say("error.unreadable", name=Path(draft.path).name if draft.path else self.look.say("pasted"),
                          why=self.look.pick(words))
            for draft in self.bench.drafts
            for words in self._notices.get(draft.sha256, ())
        ]  # fmt: skip

    def paste(self, article: str) -> None:
        data: QMimeData | None = QApplication.clipboard().mimeData()  # nothing at all where nobody ever copied
        if data is not None and (data.text().strip() or data.hasHtml()):
            self._take_words(article, data)
        else:
            self.complain(self.look.say("error.clipboard"))

    def _take_words(self, article: str, data: QMimeData) -> None:
        """Pasted or dropped words become an article."""
        from workbench.gui.opening import pasted_incoming

        self.reader.modules.load()
        from workbench.text.reading import UnreadableError

        try:
            incoming = pasted_incoming(data)
        except UnreadableError as error:
            name, why = self.look.say("pasted"), self.look.pick(error.why)
            self.complain(self.look.say("error.unreadable", name=name, why=why))
            return
        self.note(incoming)
        self.put({article: incoming.draft})

    def put(self, drafts: dict[str, Draft], alone: bool = True) -> None:
        """Put drafts in their places beside what is on the bench. Both places filled show the comparison."""
        before = self.bench.drafts
        standing = list(before)
        for article, draft in sorted(drafts.items()):
            place = ARTICLES.index(article)
            if place < len(standing):
                standing[place] = draft
            else:
                standing.append(draft)
        # A further report leaves what was decided about the others as it is.
        self.bench.set_drafts(standing, keep_review=bool(before) and tuple(standing[: len(before)]) == before)
        if len(standing) > 1:
            self.show_comparison()
        else:
            self.welcome.refresh()

    def remove(self, article: str) -> None:
        standing = list(self.bench.drafts)
        place = ARTICLES.index(article)
        if place < len(standing):
            del standing[place]
            self.bench.set_drafts(standing)
            self.welcome.refresh()

    def show_comparison(self) -> None:
        self.stack.setCurrentWidget(self.workspace)
        self._to_list = True
        self._result()

    def show_welcome(self) -> None:
        self.welcome.apply_look()
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.setFocus()

    def open_sample(self) -> None:
        from workbench.gui.opening import sample_paths

        paths = sample_paths(self.folder)
        if paths:
            self.open_paths(paths, "a")
        else:
            self.complain(self.look.say("welcome.sample.missing"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        from workbench.gui.opening import dropped_paths

        paths = dropped_paths(event.mimeData())
        place = self.welcome.place_at(event.position().toPoint()) if self.stack.currentWidget() is self.welcome else ""
        if paths:
            self.open_paths(paths, place if len(paths) == 1 else "")
        elif event.mimeData().hasUrls():
            self.complain(self.look.say("error.address"))
        elif event.mimeData().hasText():
            self._take_words(place or ("b" if self.bench.drafts else "a"), event.mimeData())
        event.acceptProposedAction()

    # Telling

    def _progress(self, step: str) -> None:
        """A step of something that takes time; empty when it has ended. What ends at once never shows."""
        self._step = step
        if not step:
            self._slow.stop()
            self._show_step()
            self._result()
        elif self._shown_step:
            self._show_step()
        elif not self._slow.isActive():
            self._slow.start(PATIENCE)

    def _show_step(self) -> None:
        self._shown_step = self._step
        self.workspace.side.show_progress(self._step)
        self.welcome.show_progress(self._step)
        if self._step:
            self.status.show_words(self._step, icon="clock", role="open")

    def complain(self, sentence: str) -> None:
        """An error, in place: what, why, what to do."""
        self.status.show_words(sentence, icon="warning", role="contradiction")
        self.welcome.show_error(sentence)

    def tell(self, sentence: str, icon: str = "check", role: str = "corrected") -> None:
        self.status.show_words(sentence, icon=icon, role=role)

    def keep_said(self, sentence: str) -> None:
        """Say what was just taken back; it stands in the place of "check complete" until the next step."""
        self._said = sentence
        self.status.show_words(sentence, icon="undo", role="open")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.built:
            self.deeds.linking.cancel()
            self._said = ""
            self.workspace.places.forget()
            if self.reader.busy:
                self._cancelled()
            else:
                self._result()
        super().keyPressEvent(event)

    def _cancelled(self) -> None:
        if self.reader.busy:
            self.reader.cancel()
            self._progress("")
            self.tell(self.look.say("status.reading-cancelled"), "unsure", "open")
            return
        self.bench.cancel()
        self._progress("")
        self.tell(self.look.say("status.cancelled"), "unsure", "open")

    def _failed(self, why: str) -> None:
        self._progress("")
        self.workspace.findings.show_failure(why)
        self.complain(self.look.say("status.failed", why=why))

    def _result(self) -> None:
        bench, look = self.bench, self.look
        if bench.stale:
            return
        if bench.result is None:
            self.status.show_words(look.say("status.ready"))
            return
        extra = look.count("status.found", len(bench.result.findings))
        if bench.lost:
            extra = look.say("status.lost", n=len(bench.lost))
        notices = self.notices()
        self.status.setToolTip(plain_tip("\n".join(notices)))
        if notices:
            extra = f"{extra} · {notices[0]}" + (f" (+{len(notices) - 1})" if len(notices) > 1 else "")
        if self._said:
            self.status.show_words(self._said, extra, "undo", "open")
        else:
            self.status.show_words(look.say("status.done"), extra)
        if self._to_list and self.workspace.findings.tree.isVisible():
            self._to_list = False
            self.workspace.findings.tree.setFocus()
        if self.welcome.isVisible():
            self.welcome.refresh()

    def _steps(self, *_: object) -> None:
        stack, look = self.bench.stack, self.look
        if self._said:
            self._said = ""
            self._result()
        for name, can, words in (
            ("undo", stack.canUndo(), stack.undoText()), ("redo", stack.canRedo(), stack.redoText()),
        ):  # fmt: skip
            action = self.actions_[name]
            action.setEnabled(can)
            action.setText(look.say(f"{name}.what", step=look.say(words)) if can else look.say(f"command.{name}"))

    # Between runs

    def remember(self) -> None:
        settings, look = self.settings, self.look
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/panel", self.workspace.splitter.saveState())
        settings.setValue("look/theme", look.palette.theme)
        settings.setValue("look/language", look.code)
        settings.setValue("look/zoom", look.zoom)
        settings.setValue("look/digits", look.digits)
        settings.setValue("look/face", look.article_face)
        settings.setValue("compare/locked", self.workspace.lock.on)
        settings.sync()

    def recall_place(self) -> None:
        """Where the window stood and how large it was."""
        geometry = self.settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def recall(self) -> None:
        settings = self.settings
        panel = settings.value("window/panel")
        if isinstance(panel, QByteArray):
            self.workspace.splitter.restoreState(panel)
        with suppress(ValueError):  # a settings file that somebody edited keeps nobody out
            self.look.set_zoom(float(str(settings.value("look/zoom", 1.0))))
        self.look.set_digits("arabic" if str(settings.value("look/digits", "")) == "arabic" else "western")
        self.look.set_article_face(str(settings.value("look/face", "")))
        self.workspace.set_lock(str(settings.value("compare/locked", "true")).lower() == "true")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self.built and self.focusWidget() in (None, self.top.field):
            (self.workspace if self.bench.drafts else self.welcome).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.built:
            if not self.deeds.close():
                event.ignore()
                return
            self.remember()
            self.bench.close()
            self.reader.wait()
        super().closeEvent(event)

