"""A project with a reviewed comparison, for the tests of the store."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from tests.gui.material import DRAFTS, StandIn
from workbench.engine import CheckResult
from workbench.review.decisions import Anchor, Decision, HandLink
from workbench.review.record import TextEdit, Versions
from workbench.store.opening import create_project
from workbench.store.project import Change, Project

NOW = dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)
VERSIONS = Versions("0.1.0", "0123456789ab", "ba9876543210", "news")
LINK = HandLink("parted", Anchor("a", 40, 45, "date"), Anchor("b", 3, 9, "date"))


_CHECKED = StandIn().check(DRAFTS)


def checked() -> CheckResult:
    return _CHECKED


def new_project(folder: Path, name: str = "حريق السوق.fcw") -> Project:
    """An empty project whose copies go below the same folder."""
    return create_project(folder / name, "حريق السوق", home=folder / "home", moment=NOW)


def filled_project(folder: Path, name: str = "حريق السوق.fcw", decisions: int = 3) -> Path:
    """A closed project: one comparison, some decisions, a link, a tick, an edit, an unfinished note."""
    with new_project(folder, name) as project:
        comparison = fill(project, decisions)
        assert comparison == 1
        return project.path


def fill(project: Project, decisions: int = 3) -> int:
    result = checked()
    change = Change(drafts=DRAFTS, result=result, versions=VERSIONS, links=(LINK,), ticks=frozenset({"c0ffee"}))
    comparison = project.add_comparison(change, NOW)
    for number in range(decisions):
        project.decide(comparison, decision(number), result.findings[number % len(result.findings)], NOW)
    edit = TextEdit("a", 0, "حريق", "حريق", "ريم", NOW)
    project.keep(comparison, Change(edits=(edit,)), NOW)
    project.keep_unsaved_note(comparison, result.findings[3].key, "ينتظر رد", NOW)
    return comparison


def decision(number: int) -> Decision:
    findings = checked().findings
    return Decision(
        findings[number % len(findings)].key, "dismissed" if number % 2 else "confirmed",
        "style" if number % 2 else "", f"القرار رقم {number}", "ريم", NOW + dt.timedelta(seconds=number),
    )  # fmt: skip


def bytes_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> set[str]:
    """The names of all files in a project's folder, copies left out."""
    return {one.name for one in path.parent.iterdir() if one.name != "home"}
