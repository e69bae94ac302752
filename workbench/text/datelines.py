"""Datelines, bylines and signatures: who reports, from where, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from workbench.text.cues import ArticleCues, signature, starts_with
from workbench.text.lines import INVISIBLE

_WORD = r"[^\W\d_][\w\u0640\u064b-\u065f'’]*"
_PLACE = re.compile(rf"{_WORD}(?:[\s\u200e\u200f]+(?!في\s){_WORD}|[ ]?/[ ]?{_WORD}){{0,4}}")
_BRACKET = re.compile(r"\(([^()\n]{1,40})\)|/[ \t]*([^/\n]{1,30}?)[ \t]*/|[«\"“]([^«»\"“”\n]{1,30})[»\"”]")
_MONTH = rf"{_WORD}(?:\s+(?:الأول|الاول|الأولى|الثاني|الثانية|الآخر|الاخر|الآخرة|الاخرة|القعدة|الحجة))?"
_ERA = r"(?:\s*(?:م|هـ|ه|ميلادية|هجرية)(?!\w))?"
_DATE = re.compile(
    rf"(?:(?:في|يوم|الموافق)\s+)*(?:(?P<weekday>{_WORD})\s*[،,]?\s+)?"
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{2,4})?(?!\d)"
    rf"|(?P<month>\d{{1,2}}\s*{_MONTH})(?P<second>(?:\s*/\s*|\s+){_MONTH})?(?:\s*[،,]?\s*\d{{4}})?"
    rf"|(?P<english>{_WORD})\s+\d{{1,2}}(?:\s*,\s*\d{{4}})?)"
    + _ERA
)
_CLOCK = re.compile(
    r"(?:[\s،,|–-]|الساعة|بتوقيت|بالتوقيت|المحلي|غرينتش|مكة|المكرمة|\d{1,2}[:.]\d{2}|(?<!\w)(?:ص|م|GMT|AM|PM)(?!\w))*"
)
# What no name of a person has behind its first word; «على» is how some write the name «علي».
_IN_NO_NAME = frozenset(("في", "فى", "من", "الي", "عن", "مع", "بعد", "قبل", "ضد", "بين", "حول", "لا", "لم", "لن", "ان"))
_DASH = re.compile(r"[-–—―ـ]+")
_SEGMENTS = re.compile(r"[\s]*(?:[-–—―|/()،,:«»\"]|ـ{2,}|(?<=\s)ـ(?=\s))+[\s]*")
_MAY_END = re.compile(r"[-–—―ـ/:\d]")
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
class _Found:
    """A dateline's end behind the last sign of it, white space taken in or not."""

    end: int
    agencies: list[str]
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
    if not _MAY_END.search(head):
        return None
    begin = _skip(head, 0)
    found = _beginning(head, begin, cues)
    if found is None:
        return None
    rest = paragraph[found.end:]
    if len(rest.split(maxsplit=3)) < 3 or not (found.certain or _bare_place(paragraph[begin:found.end], rest, cues)):
        return None
    return Dateline(_trimmed_end(paragraph, found.end), tuple(found.agencies), found.certain)


def _beginning(head: str, begin: int, cues: ArticleCues) -> _Found | None:
    """A dateline that begins with an agency or a date, or else with a place of up to four words."""
    first = _element(head, begin, cues)
    if first is not None and first.kind != "place":
        found = _read(head, first.end, cues, list(first.agencies), placed=False)
        if found is not None and first.kind == "agency":
            return _place_behind(head, found, cues)
        if found is not None or first.kind == "agency":
            return found
    return _place_first(head, begin, cues)


def _place_behind(head: str, found: _Found, cues: ArticleCues) -> _Found:
    """«رويترز - القاهرة -»: the place behind the agency taken in."""
    begin = _skip(head, found.end)
    place = _place_first(head, begin, cues)
    if place is None or not _bare_place(head[begin:place.end], head[place.end:], cues):
        return found
    return _Found(place.end, [*found.agencies, *place.agencies], True)


def _place_first(head: str, begin: int, cues: ArticleCues) -> _Found | None:
    place = _PLACE.match(head, begin)
    if not place:
        return None
    for word in list(re.finditer(r"[^\s\u200e\u200f/]+", place.group()))[:4]:
        plain = signature(word.group())
        if plain in cues.not_places or plain.removeprefix("و") in cues.not_places:
            return None
        found = _read(head, begin + word.end(), cues, [], placed=True)
        if found is not None:
            return found
    return None


def read_signature_line(line: str, cues: ArticleCues, byline: bool = True) -> SignatureLine | None:
    """A whole line that is a dateline, a byline or an agency's name: «رويترز», «دمشق - أ ش أ:», «ترجمة - فلان»,
    «(إعداد فلان للنشرة العربية)», «المصدر: وكالات». With ``byline`` a bare name («أسماء مصطفى») is one too."""
    if len(line) > 120 or (line.rstrip(INVISIBLE).endswith((".", "؟", "!")) and not _bracketed(line)):
        return None
    if _is_date_line(line, cues):
        return SignatureLine(())
    segments = [segment for segment in (piece.strip(INVISIBLE) for piece in _SEGMENTS.split(line)) if segment]
    if not segments or len(segments) > 6:
        return None
    signed = [signature(segment) for segment in segments]
    agencies: list[str] = []
    longest = 0  # words of a piece that is no agency
    for words in signed:
        found = cues.agency_of(words)
        if found:
            agencies.append(found)
        else:
            longest = max(longest, len(words.split()))
        for signoff, name in cues.signoffs.items():
            if words == signoff or words.endswith(" " + signoff):
                agencies.append(name)
    written = starts_with(signed[0], cues.byline_starts) and longest <= 6
    if agencies and (longest <= 3 or written or _bracketed(line)):
        return SignatureLine(tuple(agencies))
    if longest <= 3 and any(words in cues.unnamed_agencies for words in signed):
        return SignatureLine(())
    if written or (_bracketed(line) and starts_with(signed[0], cues.byline_starts)):
        return SignatureLine(())
    if signed[0] in cues.source_starts and ":" in line and longest <= 5:
        return SignatureLine(())
    if byline and _is_name(line, segments) and _IN_NO_NAME.isdisjoint(" ".join(signed).split()):
        return SignatureLine(())
    return None


def _is_date_line(line: str, cues: ArticleCues) -> bool:
    """A line that is a date and, perhaps, a clock: «السبت 15 أبريل 2023 - 10:30», «تاريخ النشر: 15/4/2023»."""
    words = line.strip(INVISIBLE)
    label, colon, rest = words.partition(":")
    if colon and signature(label) in cues.date_starts:
        words = rest.strip(INVISIBLE)
    if not any(sign.isdigit() for sign in words):
        return False
    end = _date(words, 0, cues)
    return end > 0 and _CLOCK.fullmatch(words, end) is not None


def _bracketed(line: str) -> bool:
    bare = line.strip(INVISIBLE + ".")
    return bare.startswith("(") and bare.endswith(")")


def _is_name(line: str, segments: list[str]) -> bool:
    """«أسماء مصطفى», «الغربية – فوزي دهب», «المنيا ــــ أمير الراوي:»: two to four words, or a place and a name."""
    if any(character.isdigit() for character in line) or any(mark in line for mark in "؟!.«»\"()"):
        return False
    if segments[-1].startswith("ال") or any(word.startswith(("بال", "وال", "لل", "كال")) for word in line.split()):
        return False
    if len(segments) == 1:
        return 2 <= len(segments[0].split()) <= 4 and "،" not in line and ":" not in line[:-1]
    return len(segments) == 2 and ":" not in line[:-1] and len(segments[0].split()) <= 3 and len(line.split()) <= 8


@dataclass(frozen=True, slots=True)
class _Element:
    """A piece of a dateline; ``end`` is where it ends."""

    kind: Literal["agency", "date", "place"]
    end: int
    agencies: tuple[str, ...] = ()


def _element(head: str, at: int, cues: ArticleCues) -> _Element | None:
    """An agency, a date or a country in brackets at this place."""
    bracket = _BRACKET.match(head, at)
    if bracket:
        inside = next(group for group in bracket.groups() if group is not None)
        named = tuple(name for name in map(cues.agency, re.split(r"[،,/-]", inside)) if name is not None)
        if named or signature(inside) in cues.unnamed_agencies:
            return _Element("agency", bracket.end(), named)
        plain = signature(inside).split()
        if head[at] == "(" and 0 < len(plain) <= 3 and all(w.isalpha() and w not in cues.not_places for w in plain):
            return _Element("place", bracket.end())
        return None
    date_end = _date(head, at, cues)
    if date_end:
        return _Element("date", date_end)
    if not head[at:at + 1].isalpha():
        return None
    words = list(re.finditer(r"[^\s،,:()/«»\"–—]+", head[at:at + 60]))[:5]
    for word in reversed(words):
        bare = head[at:at + word.end()].rstrip("-ـ.")
        name = cues.agency(bare)
        if name or (word is words[0] and signature(bare) in cues.unnamed_agencies):
            return _Element("agency", at + len(bare), (name,) if name else ())
    return None


def _date(head: str, at: int, cues: ArticleCues) -> int:
    """Where the date that begins here ends; 0 where none does. Month and weekday are ones that the cues know."""
    match = _DATE.match(head, at)
    if not match:
        return 0
    weekday, month, second, english = (match[name] for name in ("weekday", "month", "second", "english"))
    if weekday is not None and signature(weekday) not in cues.weekdays:
        return 0
    if english is not None and signature(english) not in cues.months:
        return 0
    if month is None:
        return match.end()
    if not _is_month(month, cues):
        return 0
    if second is not None and not _is_month(second, cues):
        return match.start("second")
    return match.end()


def _is_month(words: str, cues: ArticleCues) -> bool:
    name = signature(words).lstrip("0123456789 ")
    return name in cues.months or name.split(" ")[0] in cues.months


def _read(head: str, at: int, cues: ArticleCues, agencies: list[str], placed: bool) -> _Found | None:
    """Read on, behind a place where ``placed``, until a dash, a colon, an agency between slashes ends the dateline."""
    certain = not placed
    dated = False
    end = 0  # behind an agency that may end a dateline without a dash
    while True:
        at = _skip(head, at)
        if at >= len(head):
            return _Found(end, agencies, certain) if end else None
        element = _element(head, at, cues)
        if element is not None:
            tight = head[at - 1:at] in ("-", "/")
            agencies = [*agencies, *element.agencies]
            certain = True
            dated = dated or element.kind == "date"
            if element.agencies and (head[at] == "/" or dated or tight):
                end = element.end
            at = element.end
            continue
        if agencies and head[at] == ".":
            return _Found(at + 1, agencies, True)
        dash = _DASH.match(head, at)
        after = dash.end() if dash else at + 1
        following = _element(head, _skip(head, after), cues)
        if following is not None and following.kind != "place" and (dash or head[at] in ":،,/|."):
            at = after
            continue
        if dash or (head[at] == ":" and agencies and placed):
            spaced = after < len(head) and head[after] in INVISIBLE
            loose = head[at - 1] in INVISIBLE or head[at - 1] in ")/"
            return _Found(after, agencies, certain) if (loose and (spaced or certain)) or (certain and spaced) else None
        if head[at] in "،,/|" and not end:
            at += 1
            continue
        return _Found(end, agencies, certain) if end else None


def _skip(head: str, at: int) -> int:
    while at < len(head) and head[at] in INVISIBLE:
        at += 1
    return at


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
