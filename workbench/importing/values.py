"""The values of importing: what a reader gives, what it promises, what comes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.text.values import Bilingual

FormatName = Literal["text", "html", "docx", "odt", "rtf", "pdf", "mail"]
DateKind = Literal["published", "sent", "made"]


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day that a file's metadata states. ``published`` (a page's own date) and ``sent`` (an e-mail's) are about the
    article; ``made`` is when the file was begun, which a template or a copy makes older than the article."""

    day: dt.date
    kind: DateKind
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found in a file: line ends as ``\\n``, paragraphs (and each row of a table) with an empty line
    between them, unless the file has lines of its own. ``title`` is empty where the file names none."""

    text: str
    title: str = ""
    date: StatedDate | None = None
    warnings: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came in. Offsets into ``text`` count code points; ``origin`` is the file's path or the page's
    address (None: pasted); ``sha256`` is that of the bytes as they came."""

    text: str
    format: FormatName
    title: str
    date: StatedDate | None
    warnings: tuple[Bilingual, ...]
    origin: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """What one reader promises: the formats it takes, their usual endings, how many bytes at most, whether a process
    of its own reads it (``seconds`` at most; 0: read at once), and what of a file does not come in."""

    format: FormatName
    name: Bilingual
    endings: tuple[str, ...]
    most_bytes: int
    seconds: int
    lost: Bilingual


@dataclass(frozen=True, slots=True)
class Watch:
    """How whoever asked follows a long reading: ``cancelled`` is asked now and then, ``progress`` is told of pages
    done out of how many. Both are called in the thread that imports."""

    cancelled: Callable[[], bool] = lambda: False
    progress: Callable[[int, int], None] = lambda done, of: None
