"""The reports' words: both languages say the same things, nothing is missing, nothing is left over."""

from __future__ import annotations

import re

import pytest

from tests.architecture.imports import PROJECT
from workbench.knowledge.tables import read_table
from workbench.report.words import read_speaker
from workbench.resources import resource_folder
from workbench.wording import COLUMNS

ROWS = read_table(resource_folder() / "translations" / "report.tsv", COLUMNS)
FILES = [*(PROJECT / "workbench" / "report").glob("*.py"), *(resource_folder() / "templates").glob("report.*.j2")]
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FILES))


@pytest.mark.parametrize("row", ROWS, ids=[row["key"] for row in ROWS])
def test_both_languages_name_the_same_values(row: object) -> None:
    english, arabic = (set(re.findall(r"\{(\w+)\}", row[language])) for language in ("en", "ar"))  # type: ignore[index]
    assert english == arabic


def test_every_word_that_is_asked_for_is_there() -> None:
    speaker = read_speaker(resource_folder(), "ar")
    asked = set(re.findall(r'say\("([a-z.-]+[a-z])"', SOURCES))
    assert len(asked) > 40
    assert not [key for key in asked if key not in speaker.words]


def test_no_word_is_left_over() -> None:
    """A key stands in the source whole, or its last part goes into a pattern such as ``field.{name}``."""
    groups = set(re.findall(r'f?"([a-z.]+)\.(?:\{|" ~)', SOURCES))
    unused = [
        row["key"] for row in ROWS
        if f'"{row["key"]}"' not in SOURCES and not (
            (row["key"].rpartition(".")[0] in groups and re.search(rf'"{row["key"].rpartition(".")[2]}"', SOURCES))
            or row["key"].rpartition(".")[0] in ("scope", "place", "report.only", "state-of")
        )
    ]  # fmt: skip
    assert not unused
