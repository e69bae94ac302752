"""The words of an HTML page or fragment in order, and what its head says of it; markup is never run or fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from workbench.importing.lines import BETWEEN_CELLS

# Elements with no words of the page in them.
_SILENT = frozenset("script style template noscript svg math select iframe object head title".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot"
    " thead tr ul".split()
)
_SPACES = re.compile("[ \t\n\r\f]+")
_MOST_LD = 1_000_000  # characters of one block of JSON-LD


@dataclass(slots=True)
class PageWords:
    """A page's words (an empty line between blocks, a line for each table row), the text of ``title`` and of the first
    ``h1``, its ``meta`` values by name, the blocks of JSON-LD, and the dates of its ``time`` elements that say that
    they are of publication."""

    text: str = ""
    title: str = ""
    heading: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    linked_data: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageWords()
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._silent: list[str] = []
        self._row: list[str] | None = None
        self._cells = 0
        self._gathering = ""  # "title", "h1" or "ld"
        self._gathered: list[str] = []
        self._keeping = 0  # open <pre>

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.page.metas.setdefault(name.lower(), values.get("content", ""))
        elif tag == "script" and values.get("type", "").lower().strip() == "application/ld+json":
            self._gather("ld")
        elif tag == "title" and not self.page.title:
            self._gather("title")
        elif tag == "time" and ("pubdate" in values or "datepublished" in values.get("itemprop", "").lower()):
            self.page.times.append(values.get("datetime", ""))
        if tag == "body" or (tag in _BLOCKS and self._silent == ["head"]):
            self._silent.clear()  # a head that nobody closed
        if tag in _SILENT:
            self._silent.append(tag)
            return
        if self._silent:
            return
        if tag == "h1" and not self.page.heading:
            self._gather("h1")
        if tag == "br":
            self._words.append("\n")
        elif tag in ("td", "th"):
            self._cells += 1
            self._words.append(BETWEEN_CELLS if self._cells > 1 else "")
        elif tag in _BLOCKS and not (self._cells and tag in ("p", "div")):
            self._close_block()
            self._cells = 0
        elif tag in _BLOCKS:
            self._words.append(" ")
        self._keeping += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._gathering == "ld":
            self.page.linked_data.append("".join(self._gathered)[:_MOST_LD])
            self._gathering = ""
        if tag == self._gathering:
            words = " ".join("".join(self._gathered).split())
            if tag == "title":
                self.page.title = words
            else:
                self.page.heading = words
            self._gathering = ""
        if tag in self._silent:
            # What an author forgot to close inside ends with it.
            while self._silent.pop() != tag:
                pass
        elif not self._silent and tag in _BLOCKS and not (self._cells and tag in ("p", "div")):
            self._close_block()
            self._cells = 0
        if tag == "pre":
            self._keeping = max(0, self._keeping - 1)

    def handle_data(self, data: str) -> None:
        if self._gathering:
            self._gathered.append(data)
        if not self._silent:
            self._words.append(data if self._keeping else _SPACES.sub(" ", data))

    def _gather(self, what: str) -> None:
        self._gathering = what
        self._gathered = []

    def _close_block(self) -> None:
        if self._words:
            lines = (line.strip(" ") for line in "".join(self._words).split("\n"))
            words = "\n".join(line if self._keeping else re.sub(" {2,}", " ", line) for line in lines).strip("\n")
            if words.strip():
                self.blocks.append(words)
            self._words = []

    def finish(self) -> PageWords:
        self.close()
        self._close_block()
        self.page.text = "\n\n".join(self.blocks)
        return self.page


def read_page(html: str) -> PageWords:
    """All words of a page or a fragment. Any text gives some; depth of nesting does not matter."""
    parser = _Parser()
    parser.feed(html)
    return parser.finish()


def published_in(linked_data: list[str]) -> str:
    """The first ``datePublished`` of an article in blocks of JSON-LD; empty where there is none."""
    for block in linked_data:
        try:
            whole = json.loads(block)
        except (ValueError, RecursionError):
            continue
        for item in _objects(whole):
            kinds = item.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            published = item.get("datePublished")
            if isinstance(published, str) and any(isinstance(k, str) and _is_article(k) for k in kinds):
                return published
    return ""


def _is_article(kind: str) -> bool:
    return kind.endswith(("Article", "Posting", "WebPage", "Report"))


def _objects(whole: Any) -> Iterator[dict[str, Any]]:
    waiting = [whole]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
