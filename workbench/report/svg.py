"""The timeline's drawing as an SVG without a style of its own: the page's style sheet colours it, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.report.picture import Box, Label, Line
from workbench.report.visible import one_line

if TYPE_CHECKING:
    from markupsafe import Markup

    from workbench.report.picture import Picture

_LETTER = 0.58  # the mean width of a letter, in sizes of type: the browser's typeface is not known here


def picture_svg(picture: Picture, rtl: bool) -> Markup:
    """One ``svg`` element; all words in it are escaped."""
    from markupsafe import Markup, escape

    parts = [
        Markup('<svg class="timeline" viewBox="0 0 {} {}" role="img" aria-label="{}" direction="{}">').format(
            _n(picture.width), _n(picture.height), picture.about, "rtl" if rtl else "ltr"
        )
    ]
    for shape in picture.shapes:
        match shape:
            case Line():
                parts.append(
                    Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
                        shape.role, _n(shape.x1), _n(shape.y1), _n(shape.x2), _n(shape.y2)
                    )
                )
            case Box():
                parts.append(
                    Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
                        shape.role, _n(shape.x), _n(shape.y), _n(shape.width), _n(shape.height)
                    )
                )
            case Label():
                most = max(4, int(shape.room / (shape.size * _LETTER)))
                anchor = "middle" if shape.side == "middle" else "start" if (shape.side == "right") == rtl else "end"
                parts.append(
                    Markup('<text class="{}{}" x="{}" y="{}" font-size="{}" text-anchor="{}">{}</text>').format(
                        shape.role, " bold" if shape.bold else "", _n(shape.x), _n(shape.y), _n(shape.size), anchor,
                        escape(shortened(shape.words, most)),
                    )
                )  # fmt: skip
    return Markup("\n").join([*parts, Markup("</svg>")])


def shortened(words: str, most: int) -> str:
    """Words cut after so many letters that show, their isolates closed again."""
    from workbench.report.visible import balanced

    words = one_line(words)
    seen = 0
    for place, character in enumerate(words):
        seen += character not in "\u2066\u2067\u2068\u2069\u200e\u200f"
        if seen > most:
            return balanced(words[:place].rstrip() + "…")
    return words


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
