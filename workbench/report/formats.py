"""The formats by name, and one function that makes any of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.report.progress import Progress, Watcher
from workbench.report.values import ReportError

if TYPE_CHECKING:
    from workbench.checks.subject import Profile
    from workbench.knowledge.facts.world import World
    from workbench.report.values import Report
    from workbench.report.words import Speaker
    from workbench.review.record import ProjectRecord
    from workbench.wording import Code


@dataclass(frozen=True, slots=True)
class Format:
    """A report's format; a ``binary`` one cannot go to standard output."""

    name: str
    suffix: str
    binary: bool = False


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("html", ".html"), Format("pdf", ".pdf", True), Format("docx", ".docx", True), Format("csv", ".csv"),
        Format("xlsx", ".xlsx", True), Format("markdown", ".md"), Format("json", ".json"),
        Format("claimreview", ".jsonld"), Format("annotations", ".jsonld"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a report is to be: its language, ``only`` findings in one state (``confirmed``), a newsroom's folder of
    ``templates``, the ``profile`` the check was made with, who watches the progress."""

    language: Code = "ar"
    only: str = ""
    templates: Path | None = None
    profile: Profile | None = None
    watcher: Watcher | None = None


def make_report(
    record: ProjectRecord, form: str, wishes: Wishes, resources: Path, world: World, made: dt.datetime
) -> bytes:
    """The report's bytes. ``resources`` is the data folder, ``world`` tells the timeline who held what when, ``made``
    (aware) is the moment the report is said to be from. Raises ReportError, or ReportCancelledError where the watcher
    wants no more."""
    from workbench.report.build import build_report
    from workbench.report.words import read_speaker

    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise ReportError(f"there is no format {form}; there are {known}", f"لا توجد صيغة {form}؛ الصيغ: {known}")
    speaker = read_speaker(resources, wishes.language)
    report = build_report(record, speaker, world, made, wishes.only, wishes.profile)
    progress = Progress(len(report.findings), wishes.watcher)
    return _bytes(form, report, speaker, wishes, resources, progress)


def _bytes(
    form: str, report: Report, speaker: Speaker, wishes: Wishes, resources: Path, progress: Progress
) -> bytes:
    match form:
        case "pdf":
            from workbench.report.pdf_file import report_pdf

            return report_pdf(report, speaker, resources / "fonts", progress)
        case "docx":
            from workbench.report.docx_file import report_docx

            return report_docx(report, speaker, progress)
        case "csv":
            from workbench.report.csv_file import report_csv

            return report_csv(report, speaker, progress)
        case "xlsx":
            from workbench.report.xlsx_file import report_xlsx

            return report_xlsx(report, speaker, progress)
        case "json":
            from workbench.report.whole_json import report_json

            text = report_json(report)
        case "claimreview":
            from workbench.report.claimreview import report_claimreview

            text = report_claimreview(report, speaker, progress)
        case "annotations":
            from workbench.report.annotations import report_annotations

            text = report_annotations(report, progress)
        case _:
            from workbench.report.templates import fill_template, template_environment

            environment = template_environment(resources / "templates", wishes.templates, progress)
            name = "report.html.j2" if form == "html" else "report.md.j2"
            text = fill_template(name, report, speaker, environment)
    return text.encode("utf-8", "replace")
