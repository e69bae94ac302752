"""The shipped fonts: complete for news in Arabic and Latin letters, under the names the interface asks for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from workbench.doctor import FONT_FILES
from workbench.resources import resource_folder

ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگڤ" + "ًٌٍَُِّْـ"
LATIN = "".join(map(chr, range(0x20, 0x7F))) + "éèçöüñáíóÉÖÜß"
DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬"
SIGNS = "،؛؟«»“”‘’–—…€£°×•"


@pytest.mark.parametrize("file", FONT_FILES)
@pytest.mark.parametrize("letters", [ARABIC, LATIN, DIGITS, SIGNS], ids=["arabic", "latin", "digits", "signs"])
def test_nothing_becomes_a_box(qapp: QGuiApplication, file: str, letters: str) -> None:
    font = QRawFont(str(resource_folder() / "fonts" / file), 16)
    assert font.isValid()
    assert [letter for letter in letters if not font.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize(
    ("family", "weight", "style"),
    [
        ("Amiri", QFont.Weight.Normal, "Regular"),
        ("Amiri", QFont.Weight.Bold, "Bold"),
        ("IBM Plex Sans Arabic", QFont.Weight.Normal, "Regular"),
        ("IBM Plex Sans Arabic", QFont.Weight.Medium, "Medium"),
        ("IBM Plex Sans Arabic", QFont.Weight.DemiBold, "SemiBold"),
    ],
)
def test_each_weight_is_found_under_its_family(
    qapp: QGuiApplication, family: str, weight: QFont.Weight, style: str
) -> None:
    for file in FONT_FILES:
        assert QFontDatabase.addApplicationFont(str(resource_folder() / "fonts" / file)) >= 0
    font = QFont(family)
    font.setWeight(weight)
    chosen = QRawFont.fromFont(font)
    assert (chosen.familyName(), chosen.styleName()) == (family, style)


def test_every_font_has_its_licence() -> None:
    folder = resource_folder() / "fonts"
    assert {path.name for path in folder.glob("*.ttf")} == set(FONT_FILES)
    for family in {file.partition("-")[0] for file in FONT_FILES}:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / f"{family}-OFL.txt").read_text(encoding="utf-8")
