"""A newsroom's own templates: they win, they are escaped, they cannot reach out, their faults are one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.material import MOMENT, hostile_with, record
from workbench.knowledge.facts.world import EMPTY_WORLD
from workbench.report.formats import Wishes, make_report
from workbench.report.values import ReportError
from workbench.resources import resource_folder


def filled(folder: Path | None, form: str = "html", payload: str = "") -> str:
    wishes = Wishes("en", "", folder)
    data = make_report(record(hostile_with(payload)), form, wishes, resource_folder(), EMPTY_WORLD, MOMENT)
    return data.decode("utf-8")


def test_a_template_of_ones_own_is_taken_and_escaped(tmp_path: Path) -> None:
    template = "<h1>{{ report.title }}</h1>{{ say('report.findings') }}"
    (tmp_path / "report.html.j2").write_text(template, encoding="utf-8")
    assert filled(tmp_path, payload="<b>") == "<h1>&lt;b&gt;حريق السوق</h1>Findings"
    # The other formats' templates are still the program's.
    assert filled(tmp_path, "markdown") == filled(None, "markdown")


def test_a_style_sheet_of_ones_own_goes_into_the_programs_page(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("body { color: teal }", encoding="utf-8")
    assert "body { color: teal }" in filled(tmp_path)


FAULTS = {
    "syntax": ("{{ report.title", "line 1"),
    "unknown name": ("{{ nothing }}", "nothing"),
    "unknown words": ("{{ say('no.such') }}", "no.such"),
    "unknown template": ("{% include 'other.j2' %}", "other.j2"),
    "climbing": ("{% include '../../translations/window.tsv' %}", "not there"),
    "reaching out": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "cannot be filled"),
    "changing": ("{{ report.record.result.findings.__class__ }}{{ [].append(1).x.y }}", "cannot be filled"),
    "dividing": ("{{ 1 / 0 }}", "cannot be filled"),
    "endless": ("{% for a in range(99999999) %}{% endfor %}", "cannot be filled"),
}


@pytest.mark.parametrize(("template", "says"), FAULTS.values(), ids=FAULTS)
def test_faults_are_one_sentence(template: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text(template, encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        filled(tmp_path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such folder"):
        filled(tmp_path / "nowhere")


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReportError, match="UTF-8"):
        filled(tmp_path)
