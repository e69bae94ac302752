"""A report from its record to a file or to standard output, with its progress told on a terminal."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.report.formats import FORMATS, Wishes, make_report
from workbench.report.progress import Watcher
from workbench.report.values import ReportError
from workbench.report.writing import report_path, write_whole

if TYPE_CHECKING:
    from workbench.knowledge.facts.world import World
    from workbench.review.record import ProjectRecord

_MANY = 200  # findings from which on somebody waits for the report


def check_target(form: str, output: str | None) -> Path | None:
    """Where a report is to go, before any work is done for it; None for standard output. Raises ReportError for a name
    that cannot be used, and for a binary format without a file."""
    if output is not None:
        return report_path(output)
    if form in FORMATS and FORMATS[form].binary:
        raise ReportError(f"--format {form} needs --output FILE", f"--format {form}: يلزم --output مع اسم ملف")
    return None


def deliver_report(
    record: ProjectRecord, form: str, target: Path | None, wishes: Wishes, resources: Path, world: World
) -> None:
    """Make the report and write it whole, or print it. Raises ReportError; nothing is written then."""
    if wishes.watcher is None and len(record.result.findings) >= _MANY:
        wishes = replace(wishes, watcher=_terminal_watcher())
    data = make_report(record, form, wishes, resources, world, dt.datetime.now(dt.UTC))
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(target, data)


def deliver_text(text: str, target: Path | None) -> None:
    """Write lines whole, or print them. Raises ReportError."""
    data = (text + "\n").encode("utf-8", "replace")
    if target is not None:
        write_whole(target, data)
        return
    import click

    click.echo(data.decode("utf-8"), nl=False)


def _terminal_watcher() -> Watcher | None:
    """Tells the share that is done on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> bool:
        if done % max(1, total // 50) == 0 or done == total:
            sys.stderr.write(f"\r{done}/{total}" + ("\n" if done == total else ""))
            sys.stderr.flush()
        return True

    return tell
