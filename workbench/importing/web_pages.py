"""HTML: the article of a saved page without the page's furniture, its title and its day from the metadata."""

from __future__ import annotations

import codecs
import html as html_standard
import logging
import re
from collections.abc import Iterator
from typing import Any

from workbench.importing.core_properties import read_day
from workbench.importing.html_words import PageWords, published_in, read_page
from workbench.importing.lines import BETWEEN_CELLS
from workbench.importing.values import Content, StatedDate
from workbench.text.encodings import Decoded, decode
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
_HEAD = 4096  # bytes in which a page declares its encoding
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});")
_STAND_INS = range(0x13000, 0x13200)  # hieroglyphs: printable, so that the extraction keeps them, and in no news
# The places where pages say when they were published, the surest first; ``name`` is shown to the person.
_DATE_METAS = (
    "article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code", "fw", "ab"))
_SITE_MARK = re.compile(r"\s+[-|–—:»·•]\s+")


def decode_page(data: bytes, charset: str = "") -> str:
    """The page's text: by its byte order mark, as UTF-8 where it is that, by the encoding that the server (``charset``)
    or the page itself declares, else by what the bytes look like. Raises UnreadableError."""
    if not data:
        raise UnreadableError("it is empty.", "الملف فارغ.")
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError:
            pass
        declared = _DECLARED.search(data[:_HEAD])
        for name in (charset, declared[1].decode("ascii") if declared else ""):
            try:
                if name and codecs.lookup(name).name not in ("utf-8", "utf-7", "utf-16", "utf-32"):
                    return data.decode(name)
            except (LookupError, UnicodeError, ValueError):
                continue
    decoded = decode(data)
    if not isinstance(decoded, Decoded):
        raise UnreadableError(decoded.en, decoded.ar)
    return decoded.text


def read_html(data: bytes, charset: str = "") -> Content:
    """The article of a page. Raises UnreadableError."""
    return read_page_text(decode_page(data, charset))


def read_page_text(source: str) -> Content:
    """The article of a page that came decoded: the headline as its first paragraph, then the article's own; where no
    article can be told from what stands around it, all words of the page, with a warning. Raises UnreadableError."""
    source = _XML_HEAD.sub("", source).replace("\x00", "\ufffd")
    page = read_page(source)
    if not page.text.strip():
        raise UnreadableError("the page has no words in it.", "لا كلمات في هذه الصفحة.")
    title = _title(page)
    date = _published(page)
    paragraphs = _article(source)
    if not paragraphs:
        whole = Bilingual(
            "The article could not be told from what stands around it: all words of the page are shown.",
            "تعذر تمييز المقال مما يحيط به، فعُرضت كلمات الصفحة كلها.",
        )
        return Content(page.text, title, date, (whole,))
    headline = page.heading or title
    if headline and not any(_same(headline, words) for words in paragraphs[:3]):
        paragraphs.insert(0, headline)
    text = "\n\n".join(paragraphs)
    taken, there = len(text.split()), len(page.text.split())
    share = Bilingual(
        f"Only the article was taken from the page: {taken:,} of {there:,} words. Make sure that no paragraph is "
        "missing.",
        f"أُخذ من الصفحة المقال وحده: {taken} من أصل {there} كلمة. تأكد من أن فقراته كاملة.",
    )
    return Content(text, title, date, (share,) if taken < there else ())


def _article(source: str) -> list[str]:
    """The article's paragraphs as trafilatura finds them; none where it finds nothing, or fails on a hostile page."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    marked, back = _keep_invisible(source)
    try:
        found = trafilatura.bare_extraction(marked, include_comments=False, include_tables=True, include_links=False)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError):
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [words for block in _blocks(body) if (words := block.translate(back).strip())]


def _keep_invisible(source: str) -> tuple[str, dict[int, str]]:
    """The page with its invisible characters, written out or as references, replaced by printable ones that it does not
    hold, since extraction drops what cannot be printed; and the table that puts them back."""
    def written_out(match: re.Match[str]) -> str:
        sign = html_standard.unescape(match.group())
        return sign if _INVISIBLE.fullmatch(sign) else match.group()

    source = _REFERENCE.sub(written_out, source)
    used = set(source)
    free = (chr(code) for code in _STAND_INS if chr(code) not in used)
    there = dict(zip(sorted(set(_INVISIBLE.findall(source))), free, strict=False))
    back = {ord(stand_in): sign for sign, stand_in in there.items()}
    return _INVISIBLE.sub(lambda match: there.get(match.group(), ""), source), back


def _blocks(body: Any) -> Iterator[str]:
    """Paragraphs of the extraction's own tree in order; a table's row is one. Elements inside a block belong to it,
    blocks inside a block part it."""
    from lxml import etree  # type: ignore[import-untyped]

    words: list[str] = []
    cells = rows = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS and not rows:
                yield _joined(words)
                words = []
            if tag == "row":
                rows, cells = rows + 1, 0
            elif tag == "cell":
                cells += 1
                words.append(BETWEEN_CELLS if cells > 1 else "")
            elif tag == "lb":
                words.append("\n")
            words.append(element.text or "" if tag else "")
        else:
            if tag == "row":
                rows -= 1
            if tag in _BLOCKS and not rows:
                yield _joined(words)
                words = []
            words.append(element.tail or "")
    yield _joined(words)


def _joined(words: list[str]) -> str:
    lines = ("".join(words)).split("\n")
    return "\n".join(line for line in (" ".join(line.split(" ")).strip() for line in lines) if line)


def _title(page: PageWords) -> str:
    """The headline: the page's own for sharing, else its first heading, else its title without the site's name."""
    shared = " ".join((page.metas.get("og:title") or page.metas.get("twitter:title") or "").split())
    if page.heading and (not shared or page.heading in shared):
        return page.heading
    if shared:
        return shared
    pieces = _SITE_MARK.split(page.title)
    return max(pieces, key=len) if pieces else ""


def _same(headline: str, words: str) -> bool:
    return " ".join(words.split()) == headline


def _published(page: PageWords) -> StatedDate | None:
    places = [(name, page.metas[name]) for name in _DATE_METAS[:3] if name in page.metas]
    places.append(("datePublished", published_in(page.linked_data)))
    places += [("time", words) for words in page.times]
    places += [(name, page.metas[name]) for name in _DATE_METAS[3:] if name in page.metas]
    for name, words in places:
        day = read_day(words)
        if day is not None:
            return StatedDate(
                day,
                "published",
                Bilingual(
                    f"The page says that it was published on {day} ({name}).",
                    f"تذكر الصفحة أنها نُشرت بتاريخ {day} ({name}).",
                ),
            )
    return None
