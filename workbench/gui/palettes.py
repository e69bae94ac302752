"""The colours of the window: two palettes of our own, every role named as the design names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as ``#RRGGBB``; ``tint`` and ``strong`` are the shares of a family's colour in its marks."""

    theme: Theme
    window: str
    panel: str
    paper: str
    raised: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    selection: str
    claim: str
    families: dict[str, str]
    relations: dict[str, str]
    states: dict[str, str]
    tint: float
    strong: float
    band: float

    def family(self, name: str) -> QColor:
        """The colour of a family, or of what became of a trainee's mark (``OUTCOMES``)."""
        if name in OUTCOMES:
            return self.relation(OUTCOMES[name]) if OUTCOMES[name] in self.relations else self.family(OUTCOMES[name])
        return QColor(self.families.get(name, self.ink2))

    def relation(self, name: str) -> QColor:
        return QColor(self.relations.get(name, self.ink3))

    def state(self, name: str) -> QColor:
        return QColor(self.states.get(name, self.ink2))


# Found, missed and the rest borrow the colours of relations and families.
OUTCOMES = {
    "found": "agrees", "missed": "contradicts", "wrong-kind": "updates", "partly": "sourcing", "alarm": "sourcing",
}  # fmt: skip

LIGHT = Palette(
    theme="light",
    window="#E9ECEF", panel="#F5F7F8", paper="#FFFFFF", raised="#FFFFFF", line="#CFD5DA", edge="#7C8791",
    ink="#171C21", ink2="#46515B", ink3="#5A656F", accent="#0B5468", selection="#DCEBF0", claim="#828E99",
    families={"contradiction": "#B01E28", "anachronism": "#6A35A8", "calendar": "#1B58B0", "arithmetic": "#4F6100",
              "sourcing": "#8A4B00", "copy": "#4A5663", "orphans": "#5A656F"},
    relations={"agrees": "#176B3D", "contradicts": "#B01E28", "updates": "#1B58B0", "unsure": "#5A656F"},
    states={"open": "#46515B", "confirmed": "#0B5468", "dismissed": "#5A656F", "needs-source": "#8A4B00",
            "corrected": "#176B3D"},
    tint=0.09, strong=0.20, band=0.18,
)  # fmt: skip

DARK = Palette(
    theme="dark",
    window="#14171A", panel="#1B1F23", paper="#20252A", raised="#272D33", line="#39414A", edge="#7D8893",
    ink="#E8ECEF", ink2="#B4BEC7", ink3="#98A3AD", accent="#7CC4D8", selection="#22383F", claim="#74808B",
    families={"contradiction": "#FF8F87", "anachronism": "#C9A6F7", "calendar": "#84B8FA", "arithmetic": "#B5C95A",
              "sourcing": "#E9AD5E", "copy": "#AEB9C4", "orphans": "#98A3AD"},
    relations={"agrees": "#6CCB8E", "contradicts": "#FF8F87", "updates": "#84B8FA", "unsure": "#98A3AD"},
    states={"open": "#B4BEC7", "confirmed": "#7CC4D8", "dismissed": "#98A3AD", "needs-source": "#E9AD5E",
            "corrected": "#6CCB8E"},
    tint=0.14, strong=0.30, band=0.30,
)  # fmt: skip

PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK}

# How a family's line is drawn beside its colour; ``double`` and ``wave`` are drawn by hand.
FAMILY_LINES: dict[str, Qt.PenStyle | str] = {
    "contradiction": Qt.PenStyle.SolidLine,
    "anachronism": "double",
    "calendar": Qt.PenStyle.DashLine,
    "arithmetic": Qt.PenStyle.DashDotLine,
    "sourcing": Qt.PenStyle.DotLine,
    "copy": "wave",
}
CLAIM_LINES: dict[str, Qt.PenStyle] = {
    "quantity": Qt.PenStyle.SolidLine,
    "casualties": Qt.PenStyle.SolidLine,
    "score": Qt.PenStyle.SolidLine,
    "date": Qt.PenStyle.DashLine,
    "time": Qt.PenStyle.DashLine,
    "duration": Qt.PenStyle.DashLine,
    "place": Qt.PenStyle.DotLine,
    "actor": Qt.PenStyle.DashDotLine,
    "office": Qt.PenStyle.DashDotLine,
}


def mixed(colour: QColor, share: float) -> QColor:
    """The colour at a share of full strength, to lie over a surface."""
    soft = QColor(colour)
    soft.setAlphaF(share)
    return soft


def contrast(first: str, second: str) -> float:
    """WCAG's contrast ratio of two opaque colours."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        channels = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
