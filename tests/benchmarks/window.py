"""The window: from start to the first picture, from two documents to all findings, keys, scrolling, filtering."""

from __future__ import annotations

import atexit
import functools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.articles import shared_file
from tests.benchmarks.measuring import PROJECT, Measurement

ROUNDS = 7

BARE = """
import time; begin = time.perf_counter()
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget
application = QApplication([])
class Pair(QWidget):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event); self.painted = True
window = Pair(); row = QHBoxLayout(window)
row.addWidget(QTextEdit("ا")); row.addWidget(QTextEdit("ب")); window.resize(1440, 900); window.show()
while not window.painted: application.processEvents()
print(time.perf_counter() - begin)
"""

OURS = """
import sys, tempfile, time; begin = time.perf_counter()
from PySide6.QtCore import QSettings
from workbench.gui.app import OpenOptions, make_application, open_window
folder = tempfile.mkdtemp()
window = open_window(OpenOptions(), QSettings(folder + "/window.ini", QSettings.Format.IniFormat), at_once=False)
application = make_application()
painted = []
window.painted.connect(lambda: painted.append(time.perf_counter() - begin))
while not painted: application.processEvents()
print(painted[0])
"""

FINDINGS = """
import sys, tempfile, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QSettings
from workbench.gui.app import OpenOptions, make_application, open_window
folder = tempfile.mkdtemp()
window = open_window(OpenOptions(), QSettings(folder + "/window.ini", QSettings.Format.IniFormat))
application = make_application()
for _ in range(5): application.processEvents()
begin = time.perf_counter()
window.open_paths([Path(path) for path in sys.argv[1:]])
# As the program itself waits: a loop that spins would take the engine's thread half of its time.
waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while window.bench.result is None: application.processEvents(waiting)
window.repaint()
print(time.perf_counter() - begin)
window.close()
"""

ENGINE = """
import sys, time; begin = time.perf_counter()
from pathlib import Path
from workbench.engine import Draft
from workbench.gui.app import new_engine
from workbench.text.reading import read_file
new_engine().check([Draft(read_file(Path(path))) for path in sys.argv[1:]])
print(time.perf_counter() - begin)
"""

STRETCHES = """
import tempfile, time
from itertools import pairwise
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from tests.benchmarks.crowd import Crowd, long_text
from workbench.engine import Draft
from workbench.gui.app import OpenOptions, make_application, open_window
folder, application = tempfile.mkdtemp(), make_application()
drafts = Draft(long_text(29_000, 1)), Draft(long_text(29_000, 2))
window = open_window(
    OpenOptions(), QSettings(folder + "/window.ini", QSettings.Format.IniFormat), lambda: Crowd(27))
for _ in range(20): application.processEvents()
beats, heart = [time.thread_time()], QTimer()
heart.timeout.connect(lambda: beats.append(time.thread_time()))
heart.start(1)
window.bench.set_drafts(drafts)
window.show_comparison()
waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
begin = time.perf_counter()
while window.bench.result is None or time.perf_counter() - begin < 1.5: application.processEvents(waiting)
print(max(after - before for before, after in pairwise(beats)))
window.close()
"""

DEEDS = """
import sys, tempfile, time
from itertools import pairwise
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from tests.benchmarks.crowd import Crowd, long_text
from workbench.engine import Draft
from workbench.gui.app import OpenOptions, make_application, open_window
folder, application = tempfile.mkdtemp(), make_application()
drafts = Draft(long_text(29_000, 1)), Draft(long_text(29_000, 2))
window = open_window(
    OpenOptions(), QSettings(folder + "/window.ini", QSettings.Format.IniFormat), lambda: Crowd(27))
beats, heart = [], QTimer()
heart.timeout.connect(lambda: beats.append(time.thread_time()))
heart.start(1)
waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
def rest(seconds):
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds: application.processEvents(waiting)
window.bench.set_drafts(drafts)
window.show_comparison()
while window.bench.result is None: rest(0.1)
rest(2)
bar = window.workspace.pane_a.view.verticalScrollBar()
bar.setValue(bar.maximum())
rest(0.5)
beats[:] = [time.thread_time()]
window.actions_[sys.argv[1]].trigger()
rest(1.2)
print(max(after - before for before, after in pairwise(beats)))
window.close()
"""


@functools.cache
def _compiled_folder() -> str:
    folder = tempfile.TemporaryDirectory(prefix="compiled-")
    atexit.register(folder.cleanup)
    return folder.name


def told(program: str, *arguments: str) -> float:
    """The seconds that a program prints, run in a process of its own without a screen, its modules compiled as those
    of an installed program are."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": _compiled_folder()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    finished = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=PROJECT, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if finished.returncode:
        raise RuntimeError(finished.stderr[-2000:])
    return float(finished.stdout.split()[-1])


def window_start() -> Iterator[Measurement]:
    """Start to first picture beside a bare window with two text panes, imports included."""
    told(BARE), told(OURS)  # compiles what was not compiled yet
    pairs = [(told(OURS), told(BARE)) for _ in range(ROUNDS)]
    ours, bare = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    yield Measurement("window start", ours / bare, 1.4, "times", f"{ours * 1000:.0f} ms, bare {bare * 1000:.0f} ms")


def window_findings() -> Iterator[Measurement]:
    """Two documents opened in a standing window to all findings painted, beside the engine's own time for them."""
    pair = [str(shared_file("gold", f"kirkuk-{side}.txt")) for side in "ab"]
    told(FINDINGS, *pair), told(ENGINE, *pair)
    pairs = [(told(FINDINGS, *pair), told(ENGINE, *pair)) for _ in range(ROUNDS)]
    ours, engine = min(one[0] for one in pairs), min(one[1] for one in pairs)
    detail = f"{ours * 1000:.0f} ms, the engine {engine * 1000:.0f} ms"
    yield Measurement("documents to findings", ours / engine, 1.3, "times", detail)


def window_recheck() -> Iterator[Measurement]:
    """A check after a change inside one sentence beside the first check of both articles, knowledge loaded."""
    from workbench.engine import Draft
    from workbench.gui.app import new_engine

    texts = [shared_file("gold", f"kirkuk-{side}.txt").read_text(encoding="utf-8") for side in "ab"]
    first, again = [], []
    for _ in range(ROUNDS):
        engine = new_engine()
        begin = time.perf_counter()
        engine.check([Draft(text) for text in texts])
        first.append(time.perf_counter() - begin)
        changed = texts[0].replace("مقاول", "مقاول مدني", 1)
        begin = time.perf_counter()
        engine.check([Draft(changed), Draft(texts[1])])
        again.append(time.perf_counter() - begin)
    detail = f"{min(again) * 1000:.1f} ms after {min(first) * 1000:.0f} ms"
    yield Measurement("findings after a key", min(again) / min(first), 0.1, "times", detail)


def window_frames() -> Iterator[Measurement]:
    """Scrolling two articles of 20,000 words with 2,000 marks, filtering 500 findings, keys in 1,500 words."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QSettings, Qt
    from PySide6.QtGui import QKeyEvent

    from tests.benchmarks.crowd import Crowd, long_text
    from workbench.engine import Draft
    from workbench.gui.app import OpenOptions, make_application, open_window

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = open_window(OpenOptions(), settings, Crowd)
        bench, space = window.bench, window.workspace

        def show(words: int) -> None:
            bench.set_drafts((Draft(long_text(words, 1)), Draft(long_text(words, 2))))
            window.show_comparison()
            while bench.result is None or bench.stale:
                application.processEvents()
            for _ in range(10):
                application.processEvents()

        show(20_000)
        bar = space.pane_a.view.verticalScrollBar()
        bar.setValue(60)
        application.processEvents()
        frames = []
        for _ in range(120):
            begin = time.perf_counter()
            bar.setValue(bar.value() + 60)
            application.processEvents()
            frames.append(time.perf_counter() - begin)
        slow = statistics.quantiles(frames, n=20)[-1]
        yield Measurement("a frame of scrolling, 95 of 100", slow * 1000, 16.0, "ms", "")
        field = space.findings.filter
        begin = time.perf_counter()
        field.setText("40")
        field.setText("")
        application.processEvents()
        rows = len(bench.rows())
        yield Measurement("filtering", (time.perf_counter() - begin) * 1000, 50.0, "ms", f"{rows} findings, twice")
        show(1_500)
        window.deeds.set_editing(True)
        view = space.pane_a.view
        keys = []
        for _ in range(60):
            begin = time.perf_counter()
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ب")
            application.sendEvent(view, key)
            application.processEvents()
            keys.append(time.perf_counter() - begin)
        yield Measurement("a key painted, median", statistics.median(keys) * 1000, 16.0, "ms", "")
        window.close()


def window_stretches() -> Iterator[Measurement]:
    """The longest that the window does not answer while two articles of 29,000 words and 2,800 findings arrive: the
    main thread's own time between two beats of a timer."""
    longest = min(told(STRETCHES) for _ in range(3))
    yield Measurement("longest stretch", longest * 1000, 100.0, "ms", "29,000 words twice, 2,800 findings")


def window_deeds() -> Iterator[Measurement]:
    """The same at what a person does with two such articles, looking at their end: other colours, a larger size, the
    pages with the most rows."""
    for name in ("theme", "zoom-in", "claims", "events"):
        longest = min(told(DEEDS, name) for _ in range(3))
        yield Measurement(f"longest stretch, {name}", longest * 1000, 100.0, "ms", "29,000 words twice")
