"""Lines and paragraphs of a text, lines that belong together joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# What may stand around a line and cannot be seen: white space, direction marks, zero-width signs, the byte order mark.
INVISIBLE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\xad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_LINE = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
# A line that begins so goes on with the one before: a stop or a closing mark that lost its place.
_CONTINUES = re.compile(r"[.،؛,;:!؟?…)\]}»”]")
_STOPS = frozenset(".!?؟…:؛")
_CLOSERS = "\"'»”’)]}"
_WRAPPED_AT_MOST = 110  # characters in a line of a text wrapped by hand or by a mail program


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; ``lead``/``trail`` say whether there was a space (no tab, no
    non-breaking one) before and after it."""

    start: int
    end: int
    lead: bool
    trail: bool
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines read as one; ``start``/``end`` leave out white space at both ends."""

    start: int
    end: int
    lines: int
    after_blank: bool


def visible(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and invisible marks at its ends; an empty one where nothing is visible."""
    while start < end and text[start] in INVISIBLE:
        start += 1
    while end > start and text[end - 1] in INVISIBLE:
        end -= 1
    return start, end


def ends_like_sentence(words: str) -> bool:
    """Whether the words end with a stop, closing marks after it left aside."""
    bare = words.rstrip(INVISIBLE + _CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def find_lines(text: str) -> tuple[Line, ...]:
    """Every line in which something is visible."""
    lines: list[Line] = []
    blank = True
    previous_end = 0
    for match in _LINE.finditer(text):
        # Two line ends in a row leave nothing for the pattern to match between them.
        blank = blank or match.start() - previous_end > 1
        previous_end = match.end()
        start, end = visible(text, match.start(), match.end())
        if start == end:
            blank = True
            continue
        lead = start > match.start() and text[start - 1] == " "
        trail = end < match.end() and text[end] == " "
        lines.append(Line(start, end, lead, trail, blank))
        blank = False
    return tuple(lines)


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs: one a line, except where a line was broken.

    A line goes on with the one before when it begins with a stop or a closing mark, when the line before left a
    bracket open that this one or the next two close, when both belong to a block wrapped at a fixed width, or when the
    break stands where a link stood (a space at the break, no stop before it).
    """
    lines = find_lines(text)
    wrapped = _wrapped(text, lines)
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(lines):
        if paragraphs and _joins(text, lines, number, number in wrapped):
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.start, line.end, last.lines + 1, last.after_blank)
        else:
            paragraphs.append(Paragraph(line.start, line.end, 1, line.after_blank))
    return tuple(paragraphs)


def _joins(text: str, lines: tuple[Line, ...], number: int, wrapped: bool) -> bool:
    """Whether line ``number`` goes on with the one before it."""
    line, before = lines[number], lines[number - 1]
    words = text[line.start:line.end]
    if _CONTINUES.match(words) and not words.startswith(("...", "…", "..")):
        return True
    if _only_quote(words):
        return text.count('"', before.start, before.end) % 2 == 1
    if line.after_blank:
        return False
    if wrapped or _bracket_open(text, lines, number):
        return True
    if ends_like_sentence(text[before.start:before.end]):
        return False
    return number > 1 and (before.trail or line.lead) and _short(before, line)


def _only_quote(words: str) -> bool:
    return words in ('"', '".', '"،', "''", '.")')


def _short(before: Line, line: Line) -> bool:
    return min(before.end - before.start, line.end - line.start) <= 40


def _bracket_open(text: str, lines: tuple[Line, ...], number: int) -> bool:
    """Whether a bracket opened at the very end of a line nearby is closed in this line or soon after."""
    for opened in range(number - 1, max(number - 4, -1), -1):
        if text[lines[opened].end - 1] in "(«[":
            closing = {"(": ")", "«": "»", "[": "]"}[text[lines[opened].end - 1]]
            last = lines[min(opened + 3, len(lines) - 1)]
            at = text.find(closing, lines[opened].end, last.end)
            return at >= lines[number].start
    return False


def _wrapped(text: str, lines: tuple[Line, ...]) -> frozenset[int]:
    """The numbers of the lines that go on with the line before because their block is wrapped at a fixed width."""
    joined: set[int] = set()
    begin = 0
    while begin < len(lines):
        end = begin + 1
        while end < len(lines) and not lines[end].after_blank:
            end += 1
        if end - begin >= 4 and _fills_width(text, lines[begin:end]):
            joined.update(range(begin + 1, end))
        begin = end
    return frozenset(joined)


def _fills_width(text: str, block: tuple[Line, ...]) -> bool:
    """Whether each line but the last is so full that the next line's first word had no room in it."""
    width = max(line.end - line.start for line in block)
    if not 40 <= width <= _WRAPPED_AT_MOST:
        return False
    stops = 0
    for line, following in pairwise(block):
        first_word = text[following.start:following.end].split(maxsplit=1)[0]
        if line.end - line.start + 1 + len(first_word) <= width:
            return False
        stops += ends_like_sentence(text[line.start:line.end])
    return stops * 3 < len(block)
