"""A paragraph's lines for paper: broken at words, each line's runs in the order they are seen (UAX 9 by fpdf2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from fpdf.bidi import BidiParagraph, auto_detect_base_direction
from fpdf.enums import TextDirection

Colour = tuple[int, int, int]

_MOST = 400  # characters that a line never holds: an endless word is not measured whole
_WORD = re.compile(r"\S+\s*|\s+")
_UNSEEN = frozenset("\u200b\u200e\u200f\u061c\ufeff")
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_LEFTWARD_ONLY = re.compile(
    "[\u0600-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\\s«»().,:;!?،؛؟\u2066-\u2069\u200f-]*"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; ``back`` is the colour behind them."""

    bold: bool = False
    colour: Colour = (23, 28, 33)
    back: Colour | None = None
    size: float = 11.0


@dataclass(frozen=True, slots=True)
class Piece:
    words: str
    style: Style


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style, direction and typeface; ``order`` is their place in the sentence, by which they are written
    into the file, so that readers that follow the file read the sentence; ``x`` counts from the line's left end."""

    words: str
    style: Style
    rtl: bool
    face: str
    x: float
    width: float
    order: int


@dataclass(frozen=True, slots=True)
class TextLine:
    runs: tuple[Run, ...]
    width: float
    size: float


# The width of words in a style, a direction and a typeface.
Measure = Callable[[str, Style, bool, str], float]
# The typeface that has a character.
FaceOf = Callable[[str], str]


def lay_out(
    pieces: Sequence[Piece], width: float, rtl: bool | None, measure: Measure, face_of: FaceOf
) -> list[TextLine]:
    """The lines of one paragraph; ``rtl`` None takes the direction of its first letter. A word longer than a line is
    broken between letters. At least one line."""
    text = "".join(piece.words for piece in pieces)
    styles = [piece.style for piece in pieces for _ in piece.words]
    if rtl is None:
        rtl = bool(text) and auto_detect_base_direction(text) == TextDirection.RTL
    levels = bidi_levels(text, rtl)
    faces = [face_of(character) for character in text]
    lines = []
    for start, end in _breaks(text, styles, levels, faces, width, measure):
        lines.append(_line(text, styles, levels, faces, start, end, rtl, measure))
    if not lines:
        lines.append(TextLine((), 0.0, pieces[0].style.size if pieces else 11.0))
    return lines


def bidi_levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character."""
    if rtl and _LEFTWARD_ONLY.fullmatch(text):
        return [1] * len(text)  # nothing in it runs the other way: spare it the long way
    if not rtl and text.isascii():
        return [0] * len(text)
    base = TextDirection.RTL if rtl else TextDirection.LTR
    characters = BidiParagraph(text=text, base_direction=base, preserve_bn_chars=True).characters
    return [character.embedding_level for character in characters]


def _breaks(
    text: str, styles: list[Style], levels: list[int], faces: list[str], width: float, measure: Measure
) -> list[tuple[int, int]]:
    """The lines as stretches of the text."""

    def wide(start: int, end: int) -> float:
        return sum(
            measure(words, style, level % 2 == 1, face)
            for words, style, level, face in _same(text, styles, levels, faces, start, end)
            if words
        )

    lines: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for match in _WORD.finditer(text):
        left, right = match.span()
        bare = left + len(match.group().rstrip())
        if used and used + wide(left, bare) > width:
            lines.append((start, left))
            start, used = left, 0.0
        while not used and bare - left > 1 and (bare - left > _MOST or wide(left, bare) > width):
            cut = _cut(left, bare, width, wide)
            lines.append((left, cut))
            start = left = cut
        used += wide(left, right)
    if start < len(text):
        lines.append((start, len(text)))
    return lines


def _cut(left: int, right: int, width: float, wide: Callable[[int, int], float]) -> int:
    """As many characters of a long word as a line holds, at least one."""
    low, high = left + 1, min(right, left + _MOST)
    while low < high:
        middle = (low + high + 1) // 2
        if wide(left, middle) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _same(
    text: str, styles: list[Style], levels: list[int], faces: list[str], start: int, end: int
) -> list[tuple[str, Style, int, str]]:
    """Neighbours of one style, level and typeface, without the marks that nobody sees; bounds of isolates are empty."""
    places = [place for place in range(start, end) if text[place] not in _UNSEEN]
    found = []
    for (style, level, face, isolate), group in groupby(
        places, key=lambda at: (styles[at], levels[at], faces[at], text[at] in _ISOLATES)
    ):
        # The bounds of an isolate keep figures beside it apart; nothing is drawn for them.
        found.append(("" if isolate else "".join(text[at] for at in group), style, level, face))
    return found


def _line(
    text: str, styles: list[Style], levels: list[int], faces: list[str], start: int, end: int, rtl: bool,
    measure: Measure,
) -> TextLine:  # fmt: skip
    while end > start and (text[end - 1].isspace() or text[end - 1] in _UNSEEN | _ISOLATES):
        end -= 1
    parts = _same(text, styles, levels, faces, start, end)
    order = visual_order([level for _, _, level, _ in parts])
    runs: list[Run] = []
    x = 0.0
    for place in order:
        words, style, level, face = parts[place]
        if not words:
            continue
        wide = measure(words, style, level % 2 == 1, face)
        runs.append(Run(words, style, level % 2 == 1, face, x, wide, place))
        x += wide
    size = max((style.size for _, style, _, _ in parts), default=styles[start].size if start < len(styles) else 11.0)
    return TextLine(tuple(sorted(runs, key=lambda run: run.order)), x, size)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Places of runs from left to right (rule L2): from the highest level down to the lowest odd one every stretch at
    that level or above is turned round."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        while place < len(order):
            stop = place
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            if stop > place:
                order[place:stop] = order[place:stop][::-1]
            place = max(stop, place + 1)
    return order
