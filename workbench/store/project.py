"""An open project: every change is on disk when its call returns, or a ProjectError says why nothing was changed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.review.record import ProjectRecord, TextEdit, Versions, origin_of
from workbench.store import writing as into
from workbench.store.backups import back_up, backup_folder, is_due
from workbench.store.connection import Connection, told, understood, writing
from workbench.store.encoding import storable
from workbench.store.faults import changed_elsewhere, no_comparison, read_only
from workbench.store.moments import now
from workbench.store.reading import (
    Background,
    Summary,
    is_touched,
    read_background,
    read_record,
    read_summaries,
    read_unsaved_notes,
)
from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.checks.values import Finding
    from workbench.engine import CheckResult, Draft
    from workbench.review.decisions import Decision, HandLink
    from workbench.review.record import Origin
    from workbench.store.lock import Lock


@dataclass(frozen=True, slots=True)
class Change:
    """What of a comparison is to be kept anew; None leaves it as it is. ``drafts`` are all articles in their order,
    ``origins`` run parallel (made up from the drafts' paths where they are missing); ``result`` goes with
    ``versions``; ``edits`` are added to those kept."""

    drafts: Sequence[Draft] | None = None
    origins: Sequence[Origin] | None = None
    result: CheckResult | None = None
    versions: Versions | None = None
    links: Sequence[HandLink] | None = None
    ticks: frozenset[str] | None = None
    hidden: frozenset[str] | None = None
    edits: Sequence[TextEdit] = ()
    title: str | None = None


class Project:
    """Made by ``workbench.store.opening``. Belongs to the thread that made it.

    ``notices`` are what its person should be told about this opening (read only, taken over after a crash, brought to
    a newer form). ``changed_outside`` becomes true when another program has written to the file meanwhile: what is on
    the screen may be older than the file. ``crashed`` says that the session before ended without closing it.
    """

    def __init__(
        self, path: Path, connection: Connection, lock: Lock | None, read_only: bool, notices: Sequence[Bilingual],
        home: Path | None, reconnect: Callable[[], Connection],
    ) -> None:  # fmt: skip
        self.path, self.read_only, self.notices = path, read_only, tuple(notices)
        self.changed_outside = False
        self.crashed = lock is not None and lock.taken_from is not None
        self._lock, self._home, self._reconnect = lock, home, reconnect
        self._take(connection)

    def _take(self, connection: Connection) -> None:
        from sqlite_utils import Database

        self._connection = connection
        self.db: Database = Database(connection, recursive_triggers=False, execute_plugins=False)
        self._seen = self._look()

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with suppress(Exception):
            self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Looking

    @property
    def id(self) -> str:
        return self._told("id")

    @property
    def title(self) -> str:
        return self._told("title")

    def _told(self, name: str) -> str:
        with self.reading():
            row = self.db.execute("SELECT value FROM project WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else ""

    def comparisons(self) -> tuple[Summary, ...]:
        """The newest change first."""
        with self.reading():
            return read_summaries(self.db)

    def newest(self) -> int | None:
        """The comparison that was changed last; None in an empty project."""
        with self.reading():
            row = self.db.execute("SELECT id FROM comparison ORDER BY changed DESC, id DESC LIMIT 1").fetchone()
        return int(row[0]) if row else None

    def record(self, comparison: int | None = None) -> ProjectRecord:
        """A comparison with everything that was done to it; the newest where none is named. Raises
        DamagedProjectError where it cannot be understood, NoComparisonError where there is none."""
        chosen = self.newest() if comparison is None else comparison
        with self.reading():
            known = chosen is not None and self.db.execute("SELECT 1 FROM comparison WHERE id = ?", [chosen]).fetchone()
        if not known or chosen is None:
            raise no_comparison(self.path.name)
        with self.reading():
            return read_record(self.db, chosen)

    def background(self, comparison: int) -> Background:
        """What only the file knows of a comparison; much less to read than its record. Raises DamagedProjectError where
        it cannot be understood or is not there."""
        with self.reading():
            return read_background(self.db, comparison)

    def is_touched(self, comparison: int) -> bool:
        """Whether somebody did anything to a comparison."""
        with self.reading():
            return is_touched(self.db, comparison)

    def unsaved_notes(self, comparison: int) -> dict[str, str]:
        """Words of notes that were being typed when the last session ended, by the finding's key."""
        with self.reading():
            return read_unsaved_notes(self.db, comparison)

    def past_notices(self) -> tuple[Bilingual, ...]:
        """What happened to the file in its life: rescued, brought to a newer form."""
        with self.reading():
            return tuple(Bilingual(row["en"], row["ar"]) for row in self.db.query("SELECT en, ar FROM notice"))

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Inside, whatever goes wrong with reading the file becomes a ProjectError."""
        with told(self.path), understood(self.path):
            yield

    # Writing

    def add_comparison(self, change: Change, moment: dt.datetime | None = None) -> int:
        """A further comparison, and what is known of it already. It goes by the first article's title without one."""
        when = moment or now()
        title = change.title
        if title is None:
            readings = change.result.readings if change.result is not None else ()
            title = readings[0].article.title if readings else ""
        with self._writing():
            comparison = into.add_comparison(self.db, title, when)
            self._put(comparison, change, when)
        return comparison

    def keep(self, comparison: int, change: Change, moment: dt.datetime | None = None) -> None:
        """Put a change into the file, all of it or nothing."""
        when = moment or now()
        with self._writing():
            self._put(comparison, change, when)
            into.touch(self.db, comparison, when)

    def _put(self, comparison: int, change: Change, when: dt.datetime) -> None:
        db = self.db
        if change.title is not None:
            db.execute("UPDATE comparison SET title = ? WHERE id = ?", [storable(change.title), comparison])
        into.add_edits(db, comparison, change.edits)
        if change.drafts is not None:
            origins = change.origins or [origin_of(draft, when) for draft in change.drafts]
            into.put_drafts(db, comparison, change.drafts, origins)
        if change.result is not None:
            into.put_result(db, comparison, change.result, change.versions or Versions(), when)
        if change.links is not None:
            into.put_links(db, comparison, change.links)
        for what, keys in (("ticked", change.ticks), ("hidden", change.hidden)):
            if keys is not None:
                into.put_marks(db, comparison, what, keys)

    def decide(
        self, comparison: int, decision: Decision, finding: Finding | None = None, moment: dt.datetime | None = None
    ) -> None:
        """A decision (or its note) is in force and in the history when this returns."""
        with self._writing():
            into.add_decision(self.db, comparison, decision, finding, moment or now())

    def keep_unsaved_note(
        self, comparison: int, key: str, words: str | None, moment: dt.datetime | None = None
    ) -> None:
        """Words of a note that is still being typed; None when there are none any more."""
        with self._writing():
            into.put_unsaved_note(self.db, comparison, key, words, moment or now())

    def note(self, what: Bilingual, moment: dt.datetime | None = None) -> None:
        """Enter something that happened to the file among its notices."""
        with self._writing():
            into.add_notice(self.db, what.en, what.ar, moment or now())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise read_only(self.path.name)
        with told(self.path):
            self.look_outside()
            with writing(self._connection):
                yield
            self._seen = self._look()

    # What others do to the file

    def look_outside(self) -> bool:
        """Whether another program has written to the file since it was opened; then it was looked over once more as at
        its opening. Raises ChangedElsewhereError where it was moved, removed or replaced, HostileProjectError and
        DamagedProjectError for what it has become."""
        with told(self.path):
            seen = self._look()
        if seen != self._seen:
            if seen[:2] != self._seen[:2]:
                raise changed_elsewhere(self.path.name)
            self.changed_outside = True
            # Pages in memory may be older than the file where a program wrote that is not SQLite.
            self._connection.close()
            self._take(self._reconnect())
        return self.changed_outside

    def _look(self) -> tuple[int, int, int, int, int]:
        """The file on its device, its size and time, and SQLite's count of others' transactions."""
        try:
            about = os.stat(self.path)
        except OSError:
            raise changed_elsewhere(self.path.name) from None
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, int(version)

    # Copies

    @property
    def backups(self) -> Path:
        """The folder of this project's copies."""
        return backup_folder(self.id, self._home)

    def back_up(self, moment: dt.datetime | None = None) -> Path | None:
        """Make a copy if the newest one is an hour old. None where none was due. Raises ProjectError."""
        when = moment or now()
        if not is_due(self.backups, when):
            return None
        return back_up(self.path, self.backups, when)
