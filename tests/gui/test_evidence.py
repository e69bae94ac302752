"""The evidence below a finding names its sources in the window's language, and never as markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from workbench.checks.values import Evidence
from workbench.gui.chips import Line
from workbench.gui.window import Window
from workbench.text.values import Bilingual

SAID = {
    "ar": "\u2068جدول شاغلي المناصب (\u2066us\u2069): معرفة عامة قبل 1997\u2069",
    "en": "\u2068table of terms of office (us): general knowledge before 1997\u2069",
}


def with_source(window: Window, source: str) -> None:
    """The first finding rests on this source."""
    bench = window.bench
    assert bench.result is not None
    first = bench.result.findings[0]
    changed = replace(first, evidence=(Evidence(Bilingual("So it was", "كان كذلك"), source),))
    bench.result = replace(bench.result, findings=(changed, *bench.result.findings[1:]))
    bench._index()
    bench.result_changed.emit()
    bench.set_current(first.key)


def lines(window: Window) -> list[str]:
    return [line.words() for line in window.workspace.findings.details.findChildren(Line)]


@pytest.mark.parametrize("code", ["ar", "en"])
def test_sources_are_named_in_the_language_of_the_window(window: Window, code: str) -> None:
    window.look.set_language("en" if code == "en" else "ar")
    with_source(window, "terms/us.tsv: general knowledge before 1997")
    assert SAID[code] in lines(window)
    window.look.set_language("ar")


def test_a_step_of_the_programs_own_names_no_source(window: Window) -> None:
    with_source(window, "events")
    assert not [words for words in lines(window) if "events" in words or "الأحداث" in words]
    assert any("كان كذلك" in label.text() for label in window.workspace.findings.details.findChildren(QLabel))


def test_a_source_of_somebody_elses_is_plain_text(window: Window) -> None:
    with_source(window, "<img src='file:///etc/passwd'> and more")
    assert [words for words in lines(window) if "<img" in words]
