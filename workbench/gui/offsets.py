"""The border between offsets in code points (ours) and in UTF-16 units (Qt's)."""

from __future__ import annotations

import re
from bisect import bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# PySide drops lone surrogates, and Qt's documents split paragraphs at these noncharacters: one unit takes one's place.
_UNSHOWABLE = re.compile("[\ud800-\udfff\ufdd0\ufdd1\u2029\r\0]")


def shown(text: str) -> str:
    """The text as a Qt document may hold it, code point by code point: what Qt would drop or take for the end of a
    paragraph becomes a replacement character."""
    return _UNSHOWABLE.sub("\ufffd", text)


def shared_ends(first: str, second: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and at their end beyond that."""
    most = min(len(first), len(second))
    head = 0
    while head < most and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < most - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return head, tail


class OffsetMap:
    """Converts offsets of one text. Quick where the text has no character beyond the basic plane."""

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + number for number, point in enumerate(self._points)]

    def units(self, point: int) -> int:
        """The offset in UTF-16 units of a code point's offset."""
        if not self._points:
            return point
        return point + bisect_right(self._points, point - 1)

    def point(self, unit: int) -> int:
        """The code point's offset of a UTF-16 one; an offset inside a pair belongs to its character."""
        if not self._points:
            return unit
        before = bisect_right(self._units, unit)
        if before and unit == self._units[before - 1] + 1:
            return self._points[before - 1]
        if before and unit == self._units[before - 1]:
            return self._points[before - 1]
        return unit - before
