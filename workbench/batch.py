"""Many articles in one run: lines of a file, pairs of a JSONL file."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import click

from workbench.checks.subject import Profile
from workbench.contract import check_json, extract_json
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import cache_folder, own_knowledge_folder, resource_folder

_SEVERITIES = ("low", "medium", "high")


class PairError(ValueError):
    """A line that is no pair; the message is one sentence for people."""


def extract_lines(lines: str, dates: str | None, date: dt.date | None) -> int:
    """Print one reading a line of the file ``lines``. Returns the exit status."""
    try:
        texts = Path(lines).read_text(encoding="utf-8").split("\n")
        if texts and texts[-1] == "":
            texts.pop()
        days: list[dt.date | None] = [date] * len(texts)
        if dates is not None:
            written = Path(dates).read_text(encoding="utf-8").split("\n")[: len(texts)]
            for at, line in enumerate(written):
                if line.strip():
                    days[at] = dt.date.fromisoformat(line.strip()[:10])
    except (OSError, UnicodeDecodeError, ValueError) as error:
        click.echo(f"workbench: {lines}: cannot be read: {error}", err=True)
        return 2
    engine = Engine(load_knowledge(resource_folder(), own_knowledge_folder(), cache_folder()))
    with _progress(len(texts)) as step:
        for text, day in zip(texts, days, strict=True):
            click.echo(json.dumps(extract_json(engine.read(Draft(text, day))), ensure_ascii=False))
            step()
    return 0


def check_pairs(path: str, jobs: int, profile: Profile | None, limit: int) -> int:
    """Print one result a line of the JSONL file ``path``, in its order, as they come. Returns the exit status:
    0 nothing found, 1 findings of at least the severity ``limit`` (0 to 2), 2 a pair that could not be read."""
    try:
        rows = [line for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        click.echo(f"workbench: {path}: cannot be read: {getattr(error, 'strerror', None) or error}", err=True)
        return 2
    status = 0
    with _progress(len(rows)) as step:
        for line, severity in _answers(rows, jobs, profile):
            click.echo(line)
            status = max(status, 2 if severity is None else int(severity >= limit))
            step()
    return status


def _answers(rows: list[str], jobs: int, profile: Profile | None) -> Iterator[tuple[str, int | None]]:
    if jobs == 1 or len(rows) < 2:
        worker = _Worker(profile)
        yield from map(worker.answer, rows)
        return
    # Enough chunks that one long pair does not leave the other processes idle.
    chunk = max(1, min(8, len(rows) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(profile,)) as pool:
        yield from pool.map(_answer, rows, chunksize=chunk)


class _Worker:
    def __init__(self, profile: Profile | None) -> None:
        self.engine = Engine(load_knowledge(resource_folder(), own_knowledge_folder(), cache_folder()))
        self.profile = profile

    def answer(self, row: str) -> tuple[str, int | None]:
        """The answer's line, and its highest severity as 0 to 2, -1 for no findings, None for an error."""
        id: Any = None
        try:
            pair = _pair(row)
            id = pair.get("id")
            result = self.engine.check(list(_drafts(pair)), None, self.profile)
        except PairError as error:
            return json.dumps({"id": id, "error": str(error)}, ensure_ascii=False), None
        highest = max((_SEVERITIES.index(finding.severity) for finding in result.findings), default=-1)
        return json.dumps({"id": id, **check_json(result, with_text=False)}, ensure_ascii=False), highest


# One worker a process: a process pool offers no other place for what its initializer made.
_process: list[_Worker] = []


def _start(profile: Profile | None) -> None:
    _process.append(_Worker(profile))


def _answer(row: str) -> tuple[str, int | None]:
    return _process[0].answer(row)


def _pair(row: str) -> dict[str, Any]:
    try:
        pair = json.loads(row)
    except (ValueError, RecursionError):
        raise PairError("the line is not JSON") from None
    if not isinstance(pair, dict):
        raise PairError("the line is not a JSON object")
    return pair


def _drafts(pair: dict[str, Any]) -> Iterable[Draft]:
    for side in "ab":
        text = pair.get(side)
        if side == "b" and text is None:
            return
        if not isinstance(text, str) or not text.strip():
            raise PairError(f'"{side}" is not a text')
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise PairError(f'"{side}" holds half of a character pair (a lone surrogate)')
        date = pair.get(f"date_{side}")
        try:
            day = dt.date.fromisoformat(date) if date else None
        except (ValueError, TypeError):
            raise PairError(f'"date_{side}" is not a day written YYYY-MM-DD') from None
        normal = text.replace("\r\n", "\n").replace("\r", "\n")
        yield Draft(normal, day, None, hashlib.sha256(text.encode()).hexdigest())


@contextlib.contextmanager
def _progress(length: int) -> Iterator[Any]:
    """A bar on standard error where that is a terminal; yields what to call after each item."""
    if not sys.stderr.isatty() or length < 2:
        yield lambda: None
        return
    with click.progressbar(length=length, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
