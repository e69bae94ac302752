"""Articles in: a file, bytes, pasted words or a page that the person asked for, as one frozen value each."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from workbench.engine import Draft
from workbench.importing.contents import read_content, read_title
from workbench.importing.formats import LARGEST_FILE, reader_of, tell_format
from workbench.importing.notices import invisible_notices
from workbench.importing.values import Content, FormatName, Imported, Watch
from workbench.mentions.values import ArticleDate
from workbench.text.reading import UnreadableError, read_file_bytes, read_text


def import_file(path: Path, watch: Watch | None = None) -> Imported:
    """The article in a file. Nothing is fetched, run or written. Raises UnreadableError with one sentence."""
    return import_bytes(read_file_bytes(path, LARGEST_FILE), path.name, str(path), watch)


def import_bytes(
    data: bytes, name: str = "", origin: str | None = None, watch: Watch | None = None, charset: str = ""
) -> Imported:
    """The article in the bytes of a file called ``name``, whose format they tell themselves. Raises UnreadableError."""
    format = tell_format(data, name)
    limits = reader_of(format)
    if len(data) > limits.most_bytes:
        most = limits.most_bytes // (1024 * 1024)
        raise UnreadableError(
            f"it is larger than {most} MB, more than any article.",
            f"حجمه أكبر من {most} ميغابايت، وهو أكثر مما يبلغه أي مقال.",
        )
    if limits.seconds:
        from workbench.importing.confined import read_confined

        content = read_confined(data, format, charset, limits.seconds, watch or Watch())
    else:
        content = read_content(data, format, charset)
    return _imported(content, format, origin, data)


def import_pasted(text: str, html: str = "") -> Imported:
    """Words that a person pasted: the plain ones where there are any, else all words of the HTML, since a person chose
    them; the bytes are those of UTF-8. Raises UnreadableError for what is no article."""
    if text.strip() or not html:
        # A clipboard may hold halves of characters; they are shown as question marks.
        data = text.encode("utf-8", "replace")
        return _imported(Content(read_text(data.decode("utf-8"))), "text", None, data)
    from workbench.importing.html_words import read_page

    data = html.encode("utf-8", "replace")
    page = read_page(data.decode("utf-8").replace("\x00", ""))
    return _imported(Content(read_text(page.text), read_title(page.title)), "html", None, data)


def _imported(content: Content, format: FormatName, origin: str | None, data: bytes) -> Imported:
    warnings = (*content.warnings, *invisible_notices(content.text))
    return Imported(
        content.text, format, content.title, content.date, warnings, origin, hashlib.sha256(data).hexdigest()
    )


def draft_of(imported: Imported, date: dt.date | None = None) -> Draft:
    """What the engine reads; ``date`` is the day a person gave. A page's day of publication and the day an e-mail was
    sent go along as a stated date, which counts only where neither a person nor a dateline gives one."""
    stated = imported.date
    counts = stated is not None and stated.kind in ("published", "sent")
    return Draft(
        imported.text,
        date,
        imported.origin,
        imported.sha256,
        title=imported.title,
        stated=ArticleDate(stated.day, stated.day, "inferred", stated.why) if stated and counts else None,
    )
