"""A class of thirty: who found what, what was hard, what misled, agreement; the pages and tables made of it."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from dataclasses import replace

import pytest

from tests.training.papers_of import CROWD, HOUR, IN_IN, TOLL, paper, small_exercise
from workbench.resources import resource_folder
from workbench.training.classes import ClassReport, krippendorff, make_class_report
from workbench.training.debrief import make_debrief
from workbench.training.pages import class_page, debrief_page, key_page, sheet_page
from workbench.training.tables import class_xlsx, grades_csv
from workbench.training.values import Mark, MarkPlace
from workbench.training.words import training_speaker

EXERCISE = small_exercise()
FOLDER = resource_folder()
NAMES = [f"متدرب {n}" for n in range(1, 29)] + ["=HYPERLINK(\"x\")", "<script>alert(1)</script>"]  # fmt: skip


def class_of_thirty() -> ClassReport:
    """All find the toll, two thirds the hour, a third the doubled word, half of whom by another name; every fourth
    falls for the crowd, every fifth marks the dateline."""
    debriefs = []
    for n, name in enumerate(NAMES):
        marks: list[Mark] = [TOLL]
        if n % 3:
            marks.append(HOUR)
        else:
            marks.append(IN_IN if n % 2 else replace(IN_IN, kind="repetition"))
        if n % 4 == 0:
            marks.append(CROWD)
        if n % 5 == 0:
            marks.append(Mark("x", (MarkPlace("a", 25 - n % 2, 32),), "sourcing", "vague"))
        debriefs.append(make_debrief(EXERCISE, replace(paper(*marks, seconds=60 * n), name=name)))
    random.Random(1).shuffle(debriefs)
    return make_class_report(EXERCISE, debriefs)


@pytest.fixture(scope="module")
def report() -> ClassReport:
    return class_of_thirty()


def test_thirty_papers_by_name(report: ClassReport) -> None:
    assert [one.paper.name for one in report.papers] == sorted(NAMES, key=str.casefold)


def test_the_hardest_comes_first(report: ClassReport) -> None:
    assert [item.entry.id for item in report.hardest()] == ["in-in", "hour", "toll"]
    hardest = report.hardest()[0]
    assert (hardest.times("found"), hardest.times("wrong-kind"), hardest.times("missed")) == (5, 5, 20)
    assert hardest.share == round((5 + 2.5) / 30, 4)


def test_traps_and_common_alarms(report: ClassReport) -> None:
    assert {row.trap.id: row.taken for row in report.traps} == {"crowd": 8, "old": 0}
    assert [(alarm.papers, alarm.trap) for alarm in report.alarms] == [(8, "crowd"), (6, None)]


def test_agreement_is_worked_out_by_the_library() -> None:
    # Two coders, four items, one disagreement. Krippendorff 2011, nominal: 1 - Do / De with
    # Do = 2/8 and De = 1 - (5·4 + 3·2) / (8·7).
    rows = [
        ("1", "a", "x"), ("2", "a", "x"), ("1", "b", "x"), ("2", "b", "x"),
        ("1", "c", "y"), ("2", "c", "y"), ("1", "d", "x"), ("2", "d", "y"),
    ]  # fmt: skip
    assert krippendorff(rows) == round(1 - (2 / 8) / (1 - (5 * 4 + 3 * 2) / (8 * 7)), 4)


def test_agreement_where_there_is_none_to_speak_of() -> None:
    assert krippendorff([("1", "a", "x"), ("1", "b", "y")]) is None
    assert krippendorff([("1", "a", "x"), ("2", "a", "x")]) is None
    alike = make_class_report(EXERCISE, [make_debrief(EXERCISE, paper(TOLL))] * 3)
    assert alike.alpha == 1


def test_two_of_one_name_are_two_trainees(report: ClassReport) -> None:
    one, other = make_debrief(EXERCISE, paper(TOLL)), make_debrief(EXERCISE, paper(HOUR))
    both = make_class_report(EXERCISE, [one, other])
    assert both.alpha is not None
    assert both.alpha < 0.5
    assert len(both.papers) == 2


def test_mean_and_median(report: ClassReport) -> None:
    grades = sorted(one.score.percent for one in report.papers)
    assert report.median == round((grades[14] + grades[15]) / 2, 2)
    assert report.mean == round(sum(grades) / 30, 2)


def test_grades_for_another_system_hold_no_formula(report: ClassReport) -> None:
    data = grades_csv(report, training_speaker(FOLDER, "ar"))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 31
    assert all(len(row) == 10 for row in rows)
    assert not [row[0] for row in rows if row[0].startswith(("=", "+", "@"))]


def test_the_workbook_holds_every_trainee_and_no_formula(report: ClassReport) -> None:
    data = class_xlsx(report, training_speaker(FOLDER, "ar"))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        words = book.read("xl/sharedStrings.xml").decode()
        assert len(sheets) == 5
        assert all(name in words for name in NAMES[:28])
        assert not any(b"<f>" in book.read(name) for name in sheets)
        assert b'rightToLeft="1"' in book.read(sheets[0])


@pytest.mark.parametrize("code", ["ar", "en"])
def test_pages_say_everything_and_run_nothing(report: ClassReport, code: str) -> None:
    speaker = training_speaker(FOLDER, code)  # type: ignore[arg-type]
    debrief = next(one for one in report.papers if one.paper.name.startswith("<"))
    pages = {
        "class": class_page(report, FOLDER, speaker),
        "sheet": sheet_page(EXERCISE, FOLDER, speaker),
        "key": key_page(EXERCISE, FOLDER, speaker),
        "debrief": debrief_page(debrief, FOLDER, speaker),
    }
    for page in pages.values():
        assert "<script>alert" not in page
        assert not re.findall(r"(?:src|href)=", page)
        assert f'dir="{"rtl" if code == "ar" else "ltr"}"' in page
    assert "&lt;script&gt;" in pages["class"]
    assert pages["class"].count('class="mark ') == 90
    assert "ثلاثة عمال" in pages["key"]
    assert pages["key"].count("<mark") == 5 + 3
    # Nothing of the key on the sheet.
    assert "<mark" not in pages["sheet"]
    assert speaker.say("training.traps") not in pages["sheet"]


def test_the_sheet_does_not_tell_how_many_faults_there_are() -> None:
    speaker = training_speaker(FOLDER, "ar")
    fewer = replace(EXERCISE, key=EXERCISE.key[:2])
    assert sheet_page(fewer, FOLDER, speaker).count("<tr>") == sheet_page(EXERCISE, FOLDER, speaker).count("<tr>")
