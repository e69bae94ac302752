"""RTF: the words of a rich-text file through striprtf, with what that leaves out for Arabic put in its way first."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from workbench.importing.core_properties import clean_title
from workbench.importing.lines import BETWEEN_CELLS
from workbench.importing.notices import left_out
from workbench.importing.values import Content, StatedDate
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual

# Raw bytes of a picture, which may look like anything.
_RAW = re.compile(rb"\\bin(\d{1,9}) ?")
_CONTROL = re.compile(r"\\(?:([A-Za-z]{1,32})(-?\d{1,10})?( ?)|[^A-Za-z])|HYPERLINK|[\x80-\xff]", re.I)
# Signs that striprtf drops: direction marks, joiners, the space without width.
_SIGNS = {"rtlmark": 0x200F, "ltrmark": 0x200E, "zwj": 0x200D, "zwnj": 0x200C, "zwbo": 0x200B, "zwnbo": 0x2060}
_TOLD = {
    "footnote": Bilingual("footnotes", "حواشٍ سفلية"),
    "annotation": Bilingual("comments", "تعليقات"),
    "deleted": Bilingual("words deleted in tracked changes", "كلمات محذوفة في تعقب التغييرات"),
    "v": Bilingual("pieces of hidden text", "مقاطع من نص مخفي"),
}
_PAGE = re.compile(r"\\ansicpg(\d{2,5})")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_TITLE = re.compile(r"\{\\title ([^{}]{1,2000})\}")
_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def read_rtf(data: bytes) -> Content:
    """The content of an RTF file. Raises UnreadableError."""
    source = _decoded(_without_raw(data))
    page = _PAGE.search(source)
    arabic = page is not None and page[1] == "1256"
    prepared, counts = _prepare(source, arabic)
    bound = BETWEEN_CELLS.rstrip()
    words = "\n\n".join(line.strip(" \t").removesuffix(bound).rstrip() for line in _stripped(prepared).split("\n"))
    title = _TITLE.search(source)
    code = page[1] if page else "1256"
    named = clean_title(_stripped(_prepare(f"{{\\rtf1\\ansicpg{code} {title[1]}}}", arabic)[0])) if title else ""
    warnings = tuple(left_out(words, counts[word]) for word, words in _TOLD.items() if counts[word])
    return Content(re.sub("\n{3,}", "\n\n", words).strip("\n"), named, _made(source), warnings)


def _stripped(prepared: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        return _joined_pairs(str(rtf_to_text(prepared, encoding="cp1256", errors="replace")))  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError):
        raise UnreadableError(
            "it is a damaged rich-text document; open it in its own program and save it anew.",
            "مستند RTF تالف؛ افتحه في برنامجه واحفظه من جديد.",
        ) from None


def _without_raw(data: bytes) -> bytes:
    kept, at = [], 0
    while (raw := _RAW.search(data, at)) is not None:
        kept.append(data[at : raw.start()])
        at = raw.end() + int(raw[1])
    kept.append(data[at:])
    return b"".join(kept)


def _decoded(data: bytes) -> str:
    """RTF is ASCII; bytes above it are of the document's code page, or UTF-8 from programs that know no better."""
    if data.isascii():
        return data.decode("ascii")
    try:
        return "".join(sign if sign < "\x80" else _written(ord(sign)) for sign in data.decode("utf-8"))
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _written(code: int) -> str:
    """A character as RTF writes it, whatever number of stand-ins follows elsewhere; above U+FFFF as two halves."""
    halves = [code] if code < 0x10000 else [0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)]
    return "{\\uc0" + "".join(f"\\u{half if half < 0x8000 else half - 0x10000} " for half in halves) + "}"


def _prepare(source: str, arabic: bool) -> tuple[str, Counter[str]]:
    """The source as striprtf can be given it, and how much of what was left out.

    A right-to-left run takes its font from ``\\af``, not ``\\f``; with the Arabic code page (``arabic``) a font's
    charset 0 stands for that page; deleted and hidden words become groups that are skipped; cells get visible bounds;
    links are kept from striprtf's rewriting, which takes quadratic time on hostile input.
    """
    counts: Counter[str] = Counter()
    rightward = False  # the run's last word about its direction was \rtlch

    def replaced(match: re.Match[str]) -> str:
        nonlocal rightward
        whole, word, number = match.group(), match[1], match[2] or ""
        if whole[0] != "\\":
            return f"\\'{ord(whole):02x}" if len(whole) == 1 else f"{whole[:5]}{{}}{whole[5:]}"
        if word is None:
            return whole
        if word in ("rtlch", "ltrch"):
            rightward = word == "rtlch"
        elif word == "af" and rightward and number:
            return f"\\f{number}{match[3]}"
        elif word == "fcharset" and number == "0" and arabic:
            return f"\\fcharset1{match[3]}"
        elif word in _SIGNS:
            return _written(_SIGNS[word])
        elif word in ("cell", "nestcell"):
            return BETWEEN_CELLS
        elif word in ("deleted", "v") and number != "0":
            counts[word] += 1
            return "\\*"
        elif word in _TOLD and not number:
            counts[word] += 1
        return whole

    return _CONTROL.sub(replaced, source), counts


def _joined_pairs(text: str) -> str:
    """Halves of characters above U+FFFF, which RTF writes one by one, as characters."""
    return _PAIRS.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _made(source: str) -> StatedDate | None:
    created = _CREATED.search(source)
    if created is None:
        return None
    try:
        day = dt.date(*map(int, created.groups()))
    except ValueError:
        return None
    why = Bilingual(f"The document says that it was begun on {day}.", f"يذكر المستند أن تاريخ إنشائه {day}.")
    return StatedDate(day, "made", why)
