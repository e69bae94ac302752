"""Quoted words: which quotation marks belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.lines import find_paragraphs
from workbench.text.values import Quotation, Span

_Family = Literal["straight", "curly", "guillemet", "single"]
_Leaning = Literal["open", "close", "either"]

# Two single marks side by side are a double one; a lone ` is none. A pattern that begins with a set of signs is
# searched for faster than a choice of patterns.
_MARK = re.compile(r"[\"″＂“”„‟«»‹›'‘’‚‛`](?:(?<=')'|(?<=‘)‘|(?<=’)’|(?<=`)`)?")
_PARTICLE = re.compile(r"(?:(?:^|[^\w\u064b-\u065f])[وفبلكا]{1,3}|\u0640)\Z")
_BEFORE_OPENING = frozenset("([{«“‘:،,؛;-–—…/=")
_AFTER_CLOSING = frozenset(")]}»”’.،,؛:;؟?!…-–—/")
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PARAGRAPHS_AT_MOST = 4  # further paragraphs into which a quotation may run

# What it costs to read a mark against the white space around it, and to leave it without partner.
_AGAINST = 2
_ALONE = 5
_NEVER = 3 * _ALONE  # a single mark read against the white space is an apostrophe


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    leaning: _Leaning


@dataclass(frozen=True, slots=True)
class _Line:
    """What one paragraph gives for one family: pairs, and the marks left alone at its two ends."""

    start: int
    end: int
    pairs: tuple[tuple[_Mark, _Mark], ...]
    opened: tuple[_Mark, ...]
    closed: tuple[_Mark, ...]


def find_quotations(text: str, paragraphs: Sequence[Span] = ()) -> tuple[Quotation, ...]:
    """Every quotation of a text, nested ones too, in order of their first mark; offsets count from the text's start.

    Marks are ``" « » “ ” „ ‹ › ' ‘ ’ ''``. Curly and straight ones are told open from closed by the white space around
    them, since presses write «”words“» as well; guillemets by their shape, or the other way round where that pairs
    more of them. An apostrophe of a Latin word is no mark. A quotation may run over up to four more paragraphs, which
    may open it again. One that is never closed has no ``end``, and its ``inner`` reaches to the end of its paragraph; a
    closing mark that nothing opens gives no quotation. ``paragraphs`` are the text's, looked for where none are given.
    Time grows linearly with the length.
    """
    lines: dict[_Family, list[_Line]] = {"straight": [], "curly": [], "guillemet": [], "single": []}
    for paragraph in paragraphs or find_paragraphs(text):
        marks = _marks(text, paragraph.start, paragraph.end)
        for family, found in lines.items():
            mine = marks.get(family, [])
            if family == "guillemet":
                found.append(_pair_by_shape(mine, paragraph.start, paragraph.end))
            else:
                against = _NEVER if family == "single" else _AGAINST
                found.append(_pair_by_spaces(mine, paragraph.start, paragraph.end, against))
    lines["straight"] = [_mixed(*both) for both in zip(lines["straight"], lines["curly"], strict=True)]
    lines["curly"] = [_Line(line.start, line.end, line.pairs, (), ()) for line in lines["curly"]]
    quotations = [quotation for family, found in lines.items() for quotation in _quotations(text, family, found)]
    return tuple(sorted(quotations, key=lambda quotation: (quotation.start, -quotation.inner.end)))


def _marks(text: str, low: int, high: int) -> dict[_Family, list[_Mark]]:
    found: dict[_Family, list[_Mark]] = {}
    for match in _MARK.finditer(text, low, high):
        sign, start, end = match.group(), match.start(), match.end()
        if sign == "`":
            continue
        if text[start - 1:start].isalpha() and text[end:end + 1].isalpha() and not _arabic(text, start, end):
            continue  # don't, l'été, צה"ל
        leaning = _leaning(text, start, end, low, high)
        family: _Family = "curly"
        if sign in "«»‹›":
            family = "guillemet"
        elif sign in ('"', "″", "＂", "''", "``"):
            family = "straight"
        elif len(sign) == 1 and sign in "'‘’‚‛":
            family = "single"
            if leaning == "either":
                continue
        found.setdefault(family, []).append(_Mark(start, end, sign, leaning))
    return found


def _arabic(text: str, start: int, end: int) -> bool:
    """Whether an Arabic letter stands on either side."""
    return "\u0620" <= text[start - 1:start] <= "\u06ff" or "\u0620" <= text[end:end + 1] <= "\u06ff"


def _leaning(text: str, start: int, end: int, low: int, high: int) -> _Leaning:
    """Opening or closing by what stands before and behind the mark."""
    while low < start and text[start - 1] in _DIRECTION:
        start -= 1
    while end < high and text[end] in _DIRECTION:
        end += 1
    before = text[start - 1] if start > low else " "
    behind = text[end] if end < high else " "
    gap_behind = behind.isspace() or behind in _AFTER_CLOSING
    gap_before = before.isspace() or before in _BEFORE_OPENING
    if not gap_before and not gap_behind:
        gap_before = bool(_PARTICLE.search(text[max(low, start - 5):start]))
    if gap_before == gap_behind:
        if before.isspace() and behind.isspace():
            return _leaning_over_spaces(text, start, end, low, high)
        return "either"
    return "open" if gap_before else "close"


def _leaning_over_spaces(text: str, start: int, end: int, low: int, high: int) -> _Leaning:
    """The same for a mark with white space on both sides: «: ” words ” .»"""
    before, behind = text[max(low, start - 6):start].rstrip()[-1:], text[end:min(high, end + 6)].lstrip()[:1]
    if before == ":":
        return "open"
    return "close" if behind and behind in ".،؛!؟" else "either"


def _pair_by_spaces(marks: Sequence[_Mark], start: int, end: int, against: int) -> _Line:
    """The cheapest reading of marks that look alike open and closed: two states, one step a mark."""
    if not marks:
        return _Line(start, end, (), (), ())
    shut, opened = 0, 10**9
    steps: list[tuple[bool, bool]] = []  # was one open before the mark: if it is shut after it, if it is open
    for mark in marks:
        opening = against if mark.leaning == "close" else 0
        closing = against if mark.leaning == "open" else 0
        left, close = shut + _ALONE + closing, opened + closing
        begin, begin_again = shut + opening, opened + _ALONE + opening
        steps.append((close <= left, begin_again < begin))
        shut, opened = min(left, close), min(begin, begin_again)
    is_open = opened + _ALONE < shut
    before: list[tuple[bool, bool]] = []  # open before the mark, open after it
    for from_shut, from_open in reversed(steps):
        was_open = from_open if is_open else from_shut
        before.append((was_open, is_open))
        is_open = was_open
    pairs: list[tuple[_Mark, _Mark]] = []
    left_open: list[_Mark] = []
    closed: list[_Mark] = []
    pending: _Mark | None = None
    for mark, (was_open, stays_open) in zip(marks, reversed(before), strict=True):
        if stays_open:
            if pending is not None:
                left_open.append(pending)
            pending = mark
        elif was_open and pending is not None:
            pairs.append((pending, mark))
            pending = None
        else:
            closed.append(mark)
    if pending is not None:
        left_open.append(pending)
    return _Line(start, end, tuple(pairs), tuple(left_open), tuple(closed))


def _pair_by_shape(marks: Sequence[_Mark], start: int, end: int) -> _Line:
    """Marks that show which way they look, nested; turned round where that pairs more of them."""
    straight = _nested(marks, "»›", start, end)
    if not straight.closed or not straight.opened:
        return straight
    turned = _nested(marks, "«‹", start, end)
    return turned if len(turned.pairs) > len(straight.pairs) else straight


def _nested(marks: Sequence[_Mark], closing: str, start: int, end: int) -> _Line:
    pairs: list[tuple[_Mark, _Mark]] = []
    opened: list[_Mark] = []
    closed: list[_Mark] = []
    for mark in marks:
        if mark.text not in closing:
            opened.append(mark)
        elif opened:
            pairs.append((opened.pop(), mark))
        else:
            closed.append(mark)
    return _Line(start, end, tuple(pairs), tuple(opened), tuple(closed))


def _mixed(straight: _Line, curly: _Line) -> _Line:
    """The straight marks' paragraph with what a straight mark began and a curly one ended, or the other way round."""
    if not (curly.opened or curly.closed):
        return straight
    opened = sorted((*straight.opened, *curly.opened), key=lambda mark: mark.start)
    closed = sorted((*straight.closed, *curly.closed), key=lambda mark: mark.start)
    pairs = list(straight.pairs)
    if len(opened) == 1 and len(closed) == 1 and opened[0].start < closed[0].start:
        pairs.append((opened[0], closed[0]))
        opened, closed = [], []
    return _Line(straight.start, straight.end, tuple(pairs), tuple(opened), tuple(closed))


def _quotations(text: str, family: _Family, lines: Sequence[_Line]) -> Iterable[Quotation]:
    """The quotations of one family, those that run over several paragraphs joined."""
    continued: set[int] = set()  # first marks of paragraphs that only open again what is open
    for number, line in enumerate(lines):
        for first, last in line.pairs:
            yield _quotation(first, last)
        for mark in line.opened:
            if mark.start in continued:
                continue
            last_mark = _closing_later(lines, number, continued) if mark is line.opened[-1] else None
            if last_mark is not None:
                yield _quotation(mark, last_mark)
            elif family != "single" or "\u0620" <= text[mark.end:mark.end + 1] <= "\u06ff":
                yield Quotation(mark.start, None, Span(mark.end, max(mark.end, line.end)), mark.text, None)


def _quotation(first: _Mark, last: _Mark) -> Quotation:
    return Quotation(first.start, last.end, Span(first.end, last.start), first.text, last.text)


def _closing_later(lines: Sequence[_Line], number: int, continued: set[int]) -> _Mark | None:
    """The mark that closes in a later paragraph what paragraph ``number`` left open."""
    again: list[int] = []
    for line in lines[number + 1:number + 1 + _PARAGRAPHS_AT_MOST]:
        if line.closed:
            continued.update(again)
            return line.closed[0]
        if line.opened:
            if line.opened[0].start > line.start or len(line.opened) > 1:
                return None
            again.append(line.opened[0].start)
        elif line.pairs and line.pairs[0][0].start == line.start and again:
            # The last paragraph opens again and closes: its pair ends the whole.
            continued.update(again)
            return line.pairs[0][1]
    return None
