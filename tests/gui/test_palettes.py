"""Both palettes can be read: AA contrast wherever a role meets the surfaces it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from workbench.gui.palettes import CLAIM_LINES, DARK, FAMILY_LINES, LIGHT, Palette, contrast

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.theme)


def over(colour: str, surface: str, share: float) -> str:
    top, below = QColor(colour), QColor(surface)
    mixed = [round(a * share + b * (1 - share)) for a, b in zip(top.toTuple()[:3], below.toTuple()[:3], strict=True)]
    return QColor(*mixed).name()


@BOTH
def test_words_reach_4_5(palette: Palette) -> None:
    inks = {"ink": palette.ink, "ink2": palette.ink2, "ink3": palette.ink3, "accent": palette.accent}
    for table in (palette.families, palette.relations, palette.states):
        inks.update(table)
    low = {
        (name, surface): round(contrast(colour, getattr(palette, surface)), 2)
        for name, colour in inks.items()
        for surface in ("paper", "panel", "raised", "window")
        if contrast(colour, getattr(palette, surface)) < 4.5
    }
    assert not low


@BOTH
def test_families_reach_4_5_on_their_own_tint(palette: Palette) -> None:
    low = {
        name: colour
        for name, colour in palette.families.items()
        if contrast(colour, over(colour, palette.paper, palette.tint)) < 4.5
    }
    assert not low


@BOTH
def test_text_stays_readable_in_the_strongest_mark(palette: Palette) -> None:
    assert all(contrast(palette.ink, over(c, palette.paper, palette.strong)) >= 4.5 for c in palette.families.values())


@BOTH
def test_lines_that_carry_meaning_reach_3(palette: Palette) -> None:
    assert contrast(palette.claim, palette.paper) >= 3
    assert contrast(palette.edge, palette.raised) >= 3


def test_every_family_has_its_own_line() -> None:
    assert set(FAMILY_LINES) == set(LIGHT.families) - {"orphans"}
    assert len(set(map(str, FAMILY_LINES.values()))) == len(FAMILY_LINES)
    assert CLAIM_LINES
