"""Quotation marks and brackets that have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.lines import find_paragraphs
from workbench.text.values import Span

Family = Literal["double", "guillemet", "single", "bracket"]
Shape = Literal["open", "close", "either"]
Missing = Literal["opening", "closing", "mixed", "reversed"]

_DOUBLE = frozenset("\"“”„‟＂")
# A pattern that begins with a set of signs is searched for faster than a choice of patterns.
_QUOTE = re.compile(r"[«»\"“”„‟＂'‘’‚‛](?:(?<=')'|(?<=‘)‘|(?<=’)’|(?<=‚)‚|(?<=‛)‛)?")
_OPENERS = {"(": ")", "[": "]", "{": "}", "﴾": "﴿", "⟨": "⟩"}
_CLOSERS = {closing: opening for opening, closing in _OPENERS.items()}
_LETTER = re.compile(r"[^\W\d_]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
# A letter that is written onto the next word: «لـ"اليوم"», «و"نعم"».
_PARTICLE_BEFORE = re.compile(r"(?:^|[\s«»\"“”'(\[،,؛:؟.!-])[وفبلك]{1,2}ـ?$|ـ$")
_BEFORE_OPENING = frozenset("([{«“‘:،,؛;-–—…/\u200f\u200e\u202b\u202a\u2068\u2067\u2066")
_AFTER_CLOSING = frozenset(")]}»”’.،,؛;:؟?!…-–—/\u200f\u200e\u202c\u2069")
# How far a partner may be, in characters: an aside in round brackets is short, an inserted passage is not.
_REACH = {"(": 700, "[": 4000, "{": 4000, "﴾": 2000, "⟨": 700}
_BESIDE = 700  # characters around a lone bracket that say where it stands
_LIST_NUMBER = re.compile(r"(?:^|[\s.،,؛:»\")])(?:[0-9٠-٩۰-۹]{1,3}|[أ-ي]|[A-Za-z])(?:\s?[-.–])?$")
_FACE = re.compile(r"[:;=8][-'^]?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: two straight single ones side by side are one."""

    start: int
    end: int
    family: Family
    shape: Shape


@dataclass(frozen=True, slots=True)
class Widow:
    """A mark without partner at ``start``/``end``; ``scope`` is the stretch its partner was looked for in."""

    start: int
    end: int
    family: Family
    missing: Missing
    scope: tuple[int, int]


def quotation_widows(text: str, paragraphs: Sequence[Span] = ()) -> list[Widow]:
    """Quotation marks whose partner is missing, at most one a family and paragraph.

    A quotation may run over several paragraphs: its closing mark may stand up to four paragraphs later, and each of
    them may begin with an opening mark of its own. ``paragraphs`` are the text's, looked for where none are given.
    """
    lines = [(paragraph.start, paragraph.end) for paragraph in paragraphs or find_paragraphs(text)]
    marks = [list(_marks(text, start, end)) for start, end in lines]
    found: list[Widow] = []
    families: tuple[Family, ...] = ("double", "guillemet", "single")
    for family in families:
        chosen = [[mark for mark in line if mark.family == family] for line in marks]
        if not any(chosen):
            continue
        if family == "guillemet":
            chosen = _turned_right(chosen)
        widows = [_widow(line, scope, family) for line, scope in zip(chosen, lines, strict=True)]
        found += _alone(widows, chosen, text, lines)
    return sorted(_mixed_joined(found), key=lambda widow: widow.start)


def bracket_widows(text: str) -> list[Widow]:
    """Brackets without partner. «1)» and «أ)» before an item of a list are none, nor are drawn faces."""
    open_: list[tuple[str, int]] = []
    found: list[Widow] = []
    for match in re.finditer(r"[()\[\]{}﴾﴿⟨⟩]", text):
        sign, at = match.group(), match.start()
        if sign in _OPENERS:
            open_.append((sign, at))
            continue
        opening = _CLOSERS[sign]
        place = _partner(open_, opening, at)
        if place is not None:
            found += [_bracket(text, lost, where, "closing") for lost, where in open_[place + 1 :]]
            del open_[place:]
        elif not _belongs_to_item(text, at, sign):
            found.append(_bracket(text, sign, at, "opening"))
    found += [_bracket(text, lost, where, "closing") for lost, where in open_]
    found = [widow for widow in found if not _drawn(text, widow)]
    return _turned_round(sorted(found, key=lambda widow: widow.start), text)


def _partner(open_: Sequence[tuple[str, int]], opening: str, at: int) -> int | None:
    """Which of the open brackets the one at ``at`` closes: the last of its kind within reach."""
    for number in range(len(open_) - 1, -1, -1):
        sign, where = open_[number]
        if at - where > _REACH[opening]:
            return None
        if sign == opening:
            return number
    return None


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _QUOTE.finditer(text, start, end):
        at, sign = match.start(), match.group()
        if sign in "«»":
            yield Mark(at, at + 1, "guillemet", "open" if sign == "«" else "close")
            continue
        shape = _shape(text, at, match.end(), start, end)
        if len(sign) == 2:
            yield Mark(at, at + 2, "double", shape)
        elif sign in _DOUBLE:
            if not _between_hebrew(text, at):
                yield Mark(at, at + 1, "double", shape)
        elif shape != "either":
            yield Mark(at, at + 1, "single", shape)


def _between_hebrew(text: str, at: int) -> bool:
    return at > 0 and at + 1 < len(text) and bool(_HEBREW.match(text[at - 1]) and _HEBREW.match(text[at + 1]))


def _shape(text: str, start: int, end: int, low: int, high: int) -> Shape:
    """Opening or closing by the white space around the mark."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    gap_before = before.isspace() or before in _BEFORE_OPENING or bool(
        _PARTICLE_BEFORE.search(text, max(low, start - 4), start)
    )
    gap_after = after.isspace() or after in _AFTER_CLOSING
    if gap_before and not gap_after:
        return "open"
    if gap_after and not gap_before:
        return "close"
    return "either"


def _turned_right(lines: Sequence[list[Mark]]) -> list[list[Mark]]:
    """Where » regularly opens and « closes (a keyboard's habit), the shapes the other way round."""
    first = [line[0].shape for line in lines if line]
    last = [line[-1].shape for line in lines if line]
    if first.count("close") <= first.count("open") or last.count("open") <= last.count("close"):
        return list(lines)
    turned: dict[Shape, Shape] = {"open": "close", "close": "open", "either": "either"}
    return [[Mark(mark.start, mark.end, mark.family, turned[mark.shape]) for mark in line] for line in lines]


def _widow(marks: Sequence[Mark], scope: tuple[int, int], family: Family) -> Widow | None:
    """The one mark of a paragraph that lacks its partner, None where they pair off."""
    if family == "guillemet":
        depth: list[Mark] = []
        for mark in marks:
            if mark.shape == "open":
                depth.append(mark)
            elif depth:
                depth.pop()
            else:
                return Widow(mark.start, mark.end, family, "opening", scope)
        return Widow(depth[-1].start, depth[-1].end, family, "closing", scope) if depth else None
    if len(marks) % 2 == 0:
        return None  # whatever the spaces around them look like, they pair off
    opened: Mark | None = None
    for mark in marks:
        if mark.shape == "open" or (mark.shape == "either" and opened is None):
            if opened is not None and opened.shape == "open":
                return Widow(opened.start, opened.end, family, "closing", scope)
            opened = mark
        elif opened is None:
            return Widow(mark.start, mark.end, family, "opening", scope)
        else:
            opened = None
    return Widow(opened.start, opened.end, family, "closing", scope) if opened is not None else None


def _alone(
    widows: Sequence[Widow | None], marks: Sequence[Sequence[Mark]], text: str, lines: Sequence[tuple[int, int]]
) -> list[Widow]:
    """Widows that no neighbouring paragraph pairs with."""
    found: list[Widow] = []
    taken: set[int] = set()
    for number, widow in enumerate(widows):
        if widow is None or number in taken or _is_measure(text, widow):
            continue
        if widow.missing == "closing":
            partner = _later_closing(widows, number)
            if partner is not None:
                taken.add(partner)
                continue
            if number + 1 < len(lines) and _opens_again(marks[number + 1], lines[number + 1]):
                continue
        if widow.family == "single" and not _quotes_arabic(text, widow):
            continue
        found.append(widow)
    return found


def _later_closing(widows: Sequence[Widow | None], number: int) -> int | None:
    for later in range(number + 1, min(number + 5, len(widows))):
        other = widows[later]
        if other is not None:
            return later if other.missing == "opening" else None
    return None


def _opens_again(marks: Sequence[Mark], line: tuple[int, int]) -> bool:
    return bool(marks) and marks[0].start - line[0] <= 2 and marks[0].shape != "close"


def _is_measure(text: str, widow: Widow) -> bool:
    """Inches, minutes, seconds: a mark right behind a figure with nothing open before it."""
    return widow.family != "guillemet" and widow.missing == "opening" and text[widow.start - 1 : widow.start].isdigit()


def _quotes_arabic(text: str, widow: Widow) -> bool:
    """A lone single mark counts only beside an Arabic letter: elsewhere it is an apostrophe or a foreign letter."""
    beside = text[widow.end : widow.end + 1] if widow.missing == "closing" else text[widow.start - 1 : widow.start]
    return "\u0621" <= beside <= "\u064a"


def _mixed_joined(widows: Sequence[Widow]) -> list[Widow]:
    """An opening mark of one family and a closing one of another in the same paragraph are one fault."""
    found: list[Widow] = []
    rest = sorted(widows, key=lambda widow: widow.start)
    while rest:
        first = rest.pop(0)
        other = next(
            (w for w in rest if w.scope == first.scope and (first.missing, w.missing) == ("closing", "opening")
             and w.family != first.family), None,
        )  # fmt: skip
        if other is None:
            found.append(first)
        else:
            rest.remove(other)
            found.append(Widow(first.start, other.end, first.family, "mixed", first.scope))
    return found


def _bracket(text: str, sign: str, at: int, missing: Missing) -> Widow:
    low, high = max(0, at - _BESIDE), min(len(text), at + _BESIDE)
    begin, end = text.rfind("\n", low, at), text.find("\n", at, high)
    return Widow(at, at + 1, "bracket", missing, (low if begin < 0 else begin + 1, high if end < 0 else end))


def _belongs_to_item(text: str, at: int, sign: str) -> bool:
    return sign == ")" and bool(_LIST_NUMBER.search(text, max(0, at - 8), at))


def _drawn(text: str, widow: Widow) -> bool:
    return bool(_FACE.search(text, max(0, widow.start - 3), widow.start))


def _turned_round(widows: Sequence[Widow], text: str) -> list[Widow]:
    """«)words(»: two brackets that look away from each other are one fault."""
    found: list[Widow] = []
    for widow in widows:
        last = found[-1] if found else None
        if (
            last is not None and (last.missing, widow.missing) == ("opening", "closing")
            and widow.scope == last.scope and widow.start - last.end <= 60
            and _OPENERS[text[widow.start]] == text[last.start]
        ):  # fmt: skip
            found[-1] = Widow(last.start, widow.end, "bracket", "reversed", last.scope)
        else:
            found.append(widow)
    return found
