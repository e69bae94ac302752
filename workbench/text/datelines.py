"""Datelines, bylines and signatures: who reports, from where, when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.cues import ArticleCues, signature, starts_with
from workbench.text.lines import INVISIBLE

_GAP = r"[\s\u200e\u200f]*"
_WORD = r"[^\W\d_][\w\u0640\u064b-\u065f'’]*"
_PLACE = re.compile(rf"{_WORD}(?:[\s\u200e\u200f]+(?!في[\s])(?:{_WORD})){{0,4}}")
_BRACKET = re.compile(r"\(([^()\n]{1,40})\)|/[ \t]*([^/\n]{1,30}?)[ \t]*/|[«\"“]([^«»\"“”\n]{1,30})[»\"”]")
_MONTH = rf"{_WORD}(?:[\s]+(?:الأول|الاول|الثاني|الآخر|الاخر|الآخرة|الاخرة|القعدة|الحجة))?"
_DATE = re.compile(
    rf"(?:(?:في|يوم|الموافق)[\s]+)*(?:(?P<weekday>{_WORD})[\s]*[،,]?[\s]+)?"
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[\s]*[-/.][\s]*\d{{1,2}}(?:[\s]*[-/.][\s]*\d{{2,4}})?(?!\d)"
    rf"|\d{{1,2}}[\s]*(?P<month>{_MONTH})(?:[\s]*/[\s]*{_MONTH})?(?:[\s]*[،,]?[\s]*\d{{4}})?)"
    r"(?:[\s]*(?:م|هـ|ه)(?!\w))?"
)
_DASH = re.compile(r"[-–—―ـ]+")
_SEPARATOR = re.compile(r"[،,/|]")
_SEGMENTS = re.compile(r"[\s]*(?:[-–—―|/()،,:«»\"]|ـ{2,}|(?<=\s)ـ(?=\s))+[\s]*")
_LONGEST = 140  # characters in which a dateline must end
_NOT_AFTER_DASH = frozenset(("في بيان", "في تصريح", "في تصريحات", "في حديث", "في كلمه", "في مقابله", "في موتمر", "علي"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """``end`` counts from the paragraph's start and lies behind the dash; ``certain`` when more than a bare place
    («جنيف - ») says that it is one."""

    end: int
    agencies: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line of its own that says who wrote, whence, for whom."""

    agencies: tuple[str, ...]


def read_dateline(paragraph: str, cues: ArticleCues) -> Dateline | None:
    """The dateline with which a paragraph begins, running text behind it; None where it begins otherwise.

    «القاهرة، 15 نيسان/أبريل 2023 -», «كركوك (العراق) (أ ف ب) -», «أبوظبي في 3 مايو / وام /», «جنيف - ».
    """
    head = paragraph[:_LONGEST]
    begin = len(head) - len(head.lstrip(INVISIBLE))
    leading, at = _element(head, begin, cues)
    agencies = list(leading.agencies) if leading else []
    certain = bool(leading and (leading.agencies or leading.place))
    if leading is None or not certain:
        found = _place_and_more(head, begin, cues)
    else:
        found = _more(head, at, cues, agencies, certain)
    if found is None:
        return None
    end, signed, certain = found
    rest = paragraph[end:]
    if len(rest.split(maxsplit=3)) < 3:
        return None
    if not certain and not _bare_place(paragraph[begin:end], rest, cues):
        return None
    return Dateline(_trimmed_end(paragraph, end), tuple(signed), certain)


def read_signature_line(line: str, cues: ArticleCues, byline: bool = True) -> SignatureLine | None:
    """A whole line that is a dateline, a byline or an agency's name: «رويترز», «دمشق - أ ش أ:», «ترجمة - فلان»,
    «(إعداد فلان للنشرة العربية)», «المصدر: وكالات». With ``byline`` a bare name («أسماء مصطفى») is one too."""
    if len(line) > 120 or (line.rstrip(INVISIBLE).endswith((".", "؟", "!")) and not _bracketed(line)):
        return None
    segments = [segment for segment in (piece.strip(INVISIBLE) for piece in _SEGMENTS.split(line)) if segment]
    if not segments or len(segments) > 6:
        return None
    signed = [signature(segment) for segment in segments]
    agencies: list[str] = []
    for words in signed:
        found = cues.agency_of(words)
        if found:
            agencies.append(found)
        for signoff, name in cues.signoffs.items():
            if words == signoff or words.endswith(" " + signoff):
                agencies.append(name)
    short = all(len(words.split()) <= 5 for words in signed)
    if agencies and (short or _bracketed(line)):
        return SignatureLine(tuple(agencies))
    if short and any(words in cues.unnamed_agencies for words in signed):
        return SignatureLine(())
    if starts_with(signed[0], cues.byline_starts) and all(len(words.split()) <= 6 for words in signed):
        return SignatureLine(())
    if len(segments) == 1 and _bracketed(line) and starts_with(signed[0], cues.byline_starts):
        return SignatureLine(())
    if signed[0] in cues.source_starts and ":" in line and short:
        return SignatureLine(())
    if byline and _is_name(line, segments):
        return SignatureLine(())
    return None


def _bracketed(line: str) -> bool:
    bare = line.strip(INVISIBLE + ".")
    return bare.startswith("(") and bare.endswith(")")


def _is_name(line: str, segments: list[str]) -> bool:
    """«أسماء مصطفى», «الغربية – فوزي دهب», «المنيا ــــ أمير الراوي:»: two to four words, or a place and a name."""
    if any(character.isdigit() for character in line) or any(mark in line for mark in "؟!.«»\"()"):
        return False
    if len(segments) == 1:
        return 2 <= len(segments[0].split()) <= 4 and "،" not in line and ":" not in line[:-1]
    return len(segments) == 2 and ":" not in line[:-1] and all(len(segment.split()) <= 3 for segment in segments)


@dataclass(frozen=True, slots=True)
class _Element:
    agencies: tuple[str, ...]
    place: bool


def _element(head: str, at: int, cues: ArticleCues) -> tuple[_Element | None, int]:
    """A bracket, a date or an agency at this place, and where it ends."""
    bracket = _BRACKET.match(head, at)
    if bracket:
        inside = next(group for group in bracket.groups() if group is not None)
        named = tuple(
            name for name in (cues.agency(piece) for piece in re.split(r"[،,/-]", inside)) if name is not None
        )
        is_round = head[at] == "("
        if named or signature(inside) in cues.unnamed_agencies:
            return _Element(named, False), bracket.end()
        if is_round and len(inside.split()) <= 3 and not any(c.isdigit() for c in inside):
            return _Element((), True), bracket.end()
        return None, at
    date = _DATE.match(head, at)
    if date and _is_date(date, cues):
        return _Element((), False), date.end()
    words = list(re.finditer(r"[^\s،,:()/«»\"–—]+", head[at:at + 60]))[:5]
    for count in range(len(words), 0, -1):
        phrase = head[at:at + words[count - 1].end()]
        bare = phrase.rstrip("-ـ.")
        name = cues.agency(bare)
        if name:
            return _Element((name,), False), at + len(bare)
        if signature(bare) in cues.unnamed_agencies and count == 1:
            return _Element((), False), at + len(bare)
    return None, at


def _is_date(match: re.Match[str], cues: ArticleCues) -> bool:
    weekday, month = match["weekday"], match["month"]
    return (weekday is None or signature(weekday) in cues.weekdays) and (
        month is None or signature(month) in cues.months or signature(month.split()[0]) in cues.months
    )


def _place_and_more(head: str, begin: int, cues: ArticleCues) -> tuple[int, list[str], bool] | None:
    match = _PLACE.match(head, begin)
    if not match:
        return None
    ends = [begin + word.end() for word in re.finditer(r"[^\s\u200e\u200f]+", match.group())]
    for end in ends[:4]:
        found = _more(head, end, cues, [], False)
        if found:
            return found
    return None


def _more(
    head: str, at: int, cues: ArticleCues, agencies: list[str], certain: bool
) -> tuple[int, list[str], bool] | None:
    """Read on behind a place until a dash, a colon or a slash ends the dateline."""
    signed = list(agencies)
    end = 0
    while True:
        while at < len(head) and head[at] in INVISIBLE:
            at += 1
        if at >= len(head):
            return None
        element, after = _element(head, at, cues)
        if element is not None and after > at:
            signed.extend(element.agencies)
            certain = True
            closed = head[at] == "/"
            at = after
            if closed:
                end = at
            continue
        separator = _SEPARATOR.match(head, at)
        if separator and not end:
            at = separator.end()
            continue
        dash = _DASH.match(head, at)
        colon = certain and signed and head[at] == ":"
        if not dash and not colon:
            return (end, signed, certain) if end else None
        after = dash.end() if dash else at + 1
        gap = after
        while gap < len(head) and head[gap] in INVISIBLE:
            gap += 1
        element, _ = _element(head, gap, cues)
        if element is not None and not element.place:
            at = gap
            continue
        loose = head[at - 1] in INVISIBLE or head[at - 1] in ")/" or (certain and gap > after)
        return (after, signed, certain) if loose and (gap > after or certain) else None


def _bare_place(prefix: str, rest: str, cues: ArticleCues) -> bool:
    """Whether a few words before a dash can be a place: no verb, no particle, and the dash opens no aside."""
    words = signature(prefix).split()
    if not words or len(words) > 3 or any(word in cues.not_places for word in words):
        return False
    if starts_with(signature(" ".join(rest.split(maxsplit=3)[:3])), _NOT_AFTER_DASH):
        return False
    return not re.match(r"[^.]{0,80}\s[-–—]\s", rest)


def _trimmed_end(paragraph: str, end: int) -> int:
    while end > 0 and paragraph[end - 1] in INVISIBLE:
        end -= 1
    return end
