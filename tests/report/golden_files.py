"""The golden reports: where they are, and how they are written anew (``python -m tests.report.golden_files``)."""

from __future__ import annotations

import re
from pathlib import Path

from tests.report.material import made
from workbench.report.formats import FORMATS

FOLDER = Path(__file__).with_name("golden")
KEPT = [
    (form, language) for form in ("html", "csv", "markdown", "json", "claimreview", "annotations")
    for language in ("ar", "en")
]  # fmt: skip


def golden_path(form: str, language: str) -> Path:
    return FOLDER / f"{form}-{language}{FORMATS[form].suffix}"


def kept(form: str, language: str) -> str:
    """The report as it is kept: without the page's style sheet, which is looked at and not compared."""
    text = made(form, language).decode("utf-8")
    return re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for form, language in KEPT:
        golden_path(form, language).write_bytes(kept(form, language).encode("utf-8"))
