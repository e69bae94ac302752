"""What documents say about themselves: title and the day they were begun; days out of metadata."""

from __future__ import annotations

import datetime as dt
import re
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_FILE_NAME = re.compile(r"microsoft word -|\S+\.(?:docx?|odt|rtf|pdf|indd|qxd|txt|html?)$", re.I)
_MOST = 1_000  # characters of a title


class Properties(ContentHandler):
    """Title and creation date out of ``docProps/core.xml`` (DOCX) or ``meta.xml`` (ODT)."""

    def __init__(self) -> None:
        super().__init__()
        self._found = {"title": "", "created": "", "creation-date": ""}
        self._open = ""

    def startElementNS(  # noqa: N802
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        self._open = name[1] if name[1] in self._found else ""

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        self._open = ""

    def characters(self, content: str) -> None:
        if self._open and len(self._found[self._open]) < _MOST:
            self._found[self._open] += content

    @property
    def title(self) -> str:
        return clean_title(self._found["title"])

    @property
    def made(self) -> str:
        return self._found["created"] or self._found["creation-date"]


def clean_title(words: str) -> str:
    """A title on one line; empty where it only names the file it came from."""
    title = " ".join(words.replace("\x00", "").split())[:_MOST]
    return "" if _FILE_NAME.match(title) else title


def read_day(words: str) -> dt.date | None:
    """The day of an ISO 8601 date or time as it stands there, without moving it to another zone; None for anything
    else and for days before 1900 or in no calendar."""
    match = _DAY.match(words)
    if match is None:
        return None
    try:
        day = dt.date(*map(int, match.groups()))
    except ValueError:
        return None
    return day if day.year >= 1900 else None
