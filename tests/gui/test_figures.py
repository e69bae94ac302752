"""Arabic-Indic digits: the interface's own figures only, quotations as they were written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.material import StandIn
from workbench.gui.app import OpenOptions, open_window
from workbench.gui.figures import arabic_indic, sentence_in_arabic_indic
from workbench.gui.window import Window


@pytest.mark.parametrize(
    ("western", "arabic"),
    [("5,200", "٥٬٢٠٠"), ("3.5%", "٣٫٥٪"), ("20:45", "٢٠:٤٥"), ("11–14", "١١–١٤"), ("1,2", "١,٢"), ("27/12", "٢٧/١٢")],
)
def test_figures(western: str, arabic: str) -> None:
    assert arabic_indic(western) == arabic


def test_quotations_and_latin_words_stay() -> None:
    sentence = "بينهما 176 كيلومترا: «قرب 14 موقعا» (Q6279، UTC+3)، في 2020."
    assert sentence_in_arabic_indic(sentence) == "بينهما ١٧٦ كيلومترا: «قرب 14 موقعا» (Q6279، UTC+3)، في ٢٠٢٠."


def test_switched_live_and_remembered(qtbot: QtBot, window: Window, settings: QSettings, engine: StandIn) -> None:
    window.actions_["digits"].trigger()
    assert window.actions_["digits"].isChecked()
    header = window.workspace.pane_b.header
    assert "١٢ مارس ٢٠٢٤" in header.date.text()
    assert "٤١" in header.words.words()
    labels = [label.text() for label in window.workspace.findings.details.findChildren(QLabel)]
    assert any("٤٠" in words for words in labels)  # the value is the interface's
    assert any("40 متجرا" in words for words in labels)  # the quotation is the article's
    assert window.status.zoom == "١٠٠٪"
    window.actions_["language"].trigger()
    assert "12 March 2024" in header.date.text()
    window.close()
    again = open_window(OpenOptions(), settings, lambda: engine)  # type: ignore[arg-type, return-value]
    qtbot.addWidget(again)
    assert again.look.digits == "arabic"
    again.actions_["digits"].trigger()
    assert again.look.digits == "western"
    again.close()
