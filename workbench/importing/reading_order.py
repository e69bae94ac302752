"""Lines of a PDF in reading order: the pieces that pypdf finds, put right for lines of Arabic.

pypdf turns the letters of every right-to-left piece round and leaves the pieces in the order in which the file sets
them. Most programs set a line from left to right, so that its pieces come out last first; and the digits ٠ to ٩, which
are written from left to right, are turned round with the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

# What pypdf takes for right-to-left, the digits ٠ to ٩ among it.
_RIGHTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")
_LEFTWARD = re.compile("[A-Za-z0-9]")
# What pypdf takes for left-to-right: whatever is neither the above nor one of its neutral signs.
_TURNING = re.compile("[^\x00-\x2f\x3a-\x40\u2000-\u206f\u20a0-\u21ff\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_INDIC = "\u0660-\u0669\u06f0-\u06f9"
_INDIC_FIGURE = re.compile(f"[{_INDIC}](?:[{_INDIC}]|[\u066b\u066c.,/:](?=[{_INDIC}]))+")
# What keeps its order inside a left-to-right piece: Latin words with all between them, the parts of a number.
_UNIT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:.*[A-Za-z0-9])?|\d+(?:[.,:/]\d+)*|.", re.DOTALL)
_SPACED_STOP = re.compile("(?<=[\u0621-\u064a\ufe70-\ufefc]) (?=[.،؛](?: |$))")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"))
# A figure is written against these: «و30», «بـ14», «لـ12».
_ATTACHED = re.compile("(?:^|[\\s(])[وفبلك\ufeed\ufed1\ufe8f\ufedd\ufed9]{1,2}$|ـ$")


def lines_in_order(pieces: Iterable[str], left_to_right: bool) -> str:
    """The text of a page out of the pieces that pypdf tells a visitor of, in the file's order, ``\\n`` among them.
    ``left_to_right``: the file sets its lines from left to right. Lines that are mostly Latin stay as they are."""
    lines: list[str] = []
    standing: list[tuple[str, bool]] = []
    rightward = False  # the direction in which pypdf took the last letter; signs alone are ordered by it
    for piece in pieces:
        first, *others = piece.split("\n")
        if _RIGHTWARD.search(first):
            rightward = True
        elif _TURNING.search(first):
            rightward = False
        standing.append((first, rightward))
        for other in others:
            lines.append(_line(standing, left_to_right))
            standing = [(other, rightward)]
    lines.append(_line(standing, left_to_right))
    return "\n".join(lines)


def sets_left_to_right(places: list[tuple[float, float]]) -> bool:
    """Whether a page sets its lines from left to right, judged by the places (x, y) where its pieces of text begin, in
    the file's order. Pieces of one line that go on to the left are set in reading order."""
    ahead = back = 0
    for (x, y), (next_x, next_y) in pairwise(places):
        if abs(next_y - y) < 1:
            ahead += next_x > x + 1
            back += next_x < x - 1
    return ahead >= back


def _line(pieces: list[tuple[str, bool]], left_to_right: bool) -> str:
    whole = "".join(words for words, _ in pieces)
    letters = len(_RIGHTWARD.findall(whole))
    if not letters:
        return whole.strip(" ")
    words = [
        (_INDIC_FIGURE.sub(lambda figure: figure.group()[::-1], words) if rightward else words, rightward)
        for words, rightward in pieces
        if words
    ]
    if letters < len(_LATIN.findall(whole)):
        return "".join(piece for piece, _ in words).strip(" ")
    words = [
        (piece if rightward else "".join(reversed(_UNIT.findall(piece))), rightward)
        for piece, rightward in (reversed(words) if left_to_right else _within_strings(words))
    ]
    line = re.sub(" {2,}", " ", "".join(_spaced(words)))
    return _with_brackets_right(_SPACED_STOP.sub("", line)).strip(" ")


def _within_strings(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The pieces of a line that is set in reading order, with those turned round that come from one string of the file:
    inside it letters go from left to right, and pypdf parts it at signs such as « that it takes for left-to-right. A
    sign that pypdf leaves with the figure before a word stands behind the word."""
    ordered: list[tuple[str, bool]] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        while end + 1 < len(pieces) and pieces[at][1] and _parts(pieces[end]) and pieces[end + 1][1]:
            end += 2
        if end == at + 1 and end < len(pieces) and _sign_alone(pieces[at]) and at and pieces[end][1]:
            end += 1
        ordered.extend(reversed(pieces[at:end]))
        at = end
    return ordered


def _parts(piece: tuple[str, bool]) -> bool:
    """A piece of signs only, at which pypdf has turned."""
    words, rightward = piece
    return not rightward and not _LEFTWARD.search(words) and _TURNING.search(words) is not None


def _sign_alone(piece: tuple[str, bool]) -> bool:
    words, rightward = piece
    return not rightward and bool(words.strip()) and not _LEFTWARD.search(words) and not _TURNING.search(words)


def _spaced(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    """The pieces with a space between a word and the figure behind it where the file only leaves a gap."""
    before = ""
    for piece, rightward in pieces:
        if not rightward and _LEFTWARD.match(piece) and before[-1:].isalpha() and not _ATTACHED.search(before):
            yield " "
        yield piece
        before = piece if rightward else ""


def _with_brackets_right(line: str) -> str:
    """Some programs store the brackets of Arabic lines as they are drawn: closed before they are opened."""
    for opening, closing in _BRACKETS:
        depth, upside_down = 0, False
        for sign in line:
            depth += (sign == opening) - (sign == closing)
            upside_down = upside_down or depth < 0
        if upside_down and depth == 0:
            line = line.translate({ord(opening): closing, ord(closing): opening})
    return line
