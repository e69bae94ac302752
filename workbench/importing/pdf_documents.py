"""PDF: the words of a text PDF page by page; a scan is said to be a scan."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from workbench.importing.archives import protected
from workbench.importing.core_properties import clean_title, read_day
from workbench.importing.notices import counted
from workbench.importing.reading_order import lines_in_order, sets_left_to_right
from workbench.importing.values import Content, StatedDate
from workbench.text.reading import LARGEST, UnreadableError
from workbench.text.values import Bilingual

MOST_PAGES = 200
_SHOWN_PAGES = 10  # page numbers in a message
# What browsers print around a page: its address with the page's number, the time of printing with the page's title.
_FOOTER = re.compile(r"^[A-Za-z]+://\S+\s+\d{1,3}/\d{1,3}$|^\d{1,3}/\d{1,3}\s+[A-Za-z]+://\S+$")
_PRINTED = re.compile(
    r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}[,،]?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[AP]M|[صم])\b)?(?:\s.*)?$", re.I
)
_MARKS = re.compile("[\u200e\u200f\u061c]")
_STAMPED = Bilingual(
    "The lines that a browser adds when it prints (time, address, page number) were left out.",
    "تُركت الأسطر التي يضيفها المتصفح عند الطباعة (الوقت والعنوان ورقم الصفحة).",
)
_WORD = re.compile("[\u0621-\u064a]{3,}")
_ENOUGH_WORDS = 20  # to tell whether they stand in reverse
_COMPARE = Bilingual(
    "It was read from a PDF: compare figures and names with the page, whose digits and lines may have come out in "
    "another order.",
    "قُرئ النص من ملف PDF: قارن الأرقام والأسماء بالصفحة، فقد تخرج الأرقام والأسطر بترتيب مختلف.",
)
_REVERSED = Bilingual(
    "Its words seem to have come out with their letters in reverse; copy the text out of another program.",
    "يبدو أن حروف الكلمات خرجت معكوسة؛ انسخ النص من برنامج آخر.",
)


def read_pdf(data: bytes, progress: Callable[[int, int], None] = lambda done, of: None) -> Content:
    """The content of a PDF file. It may take long and much memory: call it where both are limited. Raises
    UnreadableError for scans, protected and damaged files, and more than ``MOST_PAGES`` pages."""
    import pypdf
    from pypdf.errors import (
        DependencyError,
        FileNotDecryptedError,
        LimitReachedError,
        PyPdfError,
        WrongPasswordError,
    )

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise protected()
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise UnreadableError(
                f"it has {count:,} pages, more than any article; {MOST_PAGES} are read at most.",
                f"عدد صفحاته {count}، وهو أكثر مما يبلغه أي مقال؛ والحد الأقصى {MOST_PAGES} صفحة.",
            )
        pages = _page_texts(reader, count, progress)
        title, made = _facts(reader)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise protected() from None
    except LimitReachedError:
        raise UnreadableError(
            "what it holds is larger than any article; it was not read.", "محتواه أكبر مما يبلغه أي مقال، فلم يُقرأ."
        ) from None
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError,
            AssertionError, NotImplementedError, ArithmeticError, LookupError) as error:  # fmt: skip
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(
            "it is a damaged PDF document; open it in its own program and save it anew.",
            "مستند PDF تالف؛ افتحه في برنامجه واحفظه من جديد.",
        ) from None
    bare = [without_stamps(page) for page in pages]
    stamped, pages = bare != pages, bare
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise UnreadableError(
            "it is a scan or holds pictures only: there is no text in it; run text recognition (OCR) on it first.",
            "هذا مسح ضوئي أو صور فقط ولا نص فيه؛ استخرج نصه أولا ببرنامج للتعرف الضوئي على الحروف (OCR).",
        )
    warnings = [_COMPARE, _STAMPED] if stamped else [_COMPARE]
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if empty:
        shown = ", ".join(map(str, empty[:_SHOWN_PAGES])) + (" …" if len(empty) > _SHOWN_PAGES else "")
        warnings.append(
            Bilingual(
                f"{counted(len(empty), 'page has', 'pages have')} no text, perhaps a scan: {shown}.",
                f"صفحات لا نص فيها، وربما كانت مسحا ضوئيا (عددها {len(empty)}): {shown}.",
            )
        )
    if seems_reversed(text):
        warnings.append(_REVERSED)
    return Content(text, title, made, tuple(warnings))


def _page_texts(reader: Any, count: int, progress: Callable[[int, int], None]) -> list[str]:
    pages, size = [], 0
    for number in range(count):
        pages.append(_page_text(reader.pages[number]))
        size += len(pages[-1])
        if size > LARGEST:
            raise UnreadableError("its text is longer than any article.", "نصه أطول مما يبلغه أي مقال.")
        progress(number + 1, count)
    return [page if page.strip() else "" for page in pages]


def _page_text(page: Any) -> str:
    places: list[tuple[float, float]] = []

    def place(operator: bytes, operands: Any, transform: list[float], text: list[float]) -> None:
        if operator in (b"Tj", b"TJ", b"'", b'"'):
            x, y = text[4], text[5]
            places.append(
                (x * transform[0] + y * transform[2] + transform[4], x * transform[1] + y * transform[3] + transform[5])
            )

    pieces: list[str] = []
    page.extract_text(visitor_operand_before=place, visitor_text=lambda text, *rest: pieces.append(text))
    whole = (piece.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "") for piece in pieces)
    return lines_in_order(whole, sets_left_to_right(places)).strip("\n")


def without_stamps(page: str) -> str:
    """A page's text without what a browser printed around it; the time of printing would pass for the article's date.
    Only pages with such an address line are touched."""
    lines = page.split("\n")
    plain = [_MARKS.sub("", unicodedata.normalize("NFKC", line)).strip() for line in lines]
    if not any(_FOOTER.match(line) for line in plain):
        return page
    kept = [line for line, bare in zip(lines, plain, strict=True) if not (_FOOTER.match(bare) or _PRINTED.match(bare))]
    return "\n".join(kept).strip("\n")


def _facts(reader: Any) -> tuple[str, StatedDate | None]:
    facts = reader.metadata or {}
    title = clean_title(str(facts.get("/Title", "") or ""))
    words = str(facts.get("/CreationDate", "") or "").removeprefix("D:")
    day: dt.date | None = read_day(words[:8])
    if day is None:
        return title, None
    why = Bilingual(f"The document says that it was made on {day}.", f"يذكر المستند أن تاريخ إنشائه {day}.")
    return title, StatedDate(day, "made", why)


def seems_reversed(text: str) -> bool:
    """Whether Arabic words stand with their letters in reverse, as some programs write them: the article at the words'
    ends, ta marbuta at their beginnings."""
    words = _WORD.findall(text)
    forward = sum(word.startswith("ال") or word.endswith("ة") for word in words)
    backward = sum(word.endswith("لا") or word.startswith("ة") for word in words)
    return len(words) >= _ENOUGH_WORDS and backward > 2 * forward
