"""One call for every reader: bytes of a known format to content, whatever they hold."""

from __future__ import annotations

from collections.abc import Callable

from workbench.importing.values import Content, FormatName
from workbench.text.reading import LARGEST, UnreadableError, read_bytes, read_text


def read_content(
    data: bytes, format: FormatName, charset: str = "", progress: Callable[[int, int], None] = lambda done, of: None
) -> Content:
    """The content of a file's bytes in this process. ``charset`` is what a server said of a page. Raises
    UnreadableError and nothing else, memory apart."""
    content = _READ[format](data, charset, progress)
    text = read_text(content.text)
    if len(text) > LARGEST:
        raise UnreadableError("its text is longer than any article.", "نصه أطول مما يبلغه أي مقال.")
    return Content(text, read_title(content.title), content.date, content.warnings)


def read_title(words: str) -> str:
    """A title on one line, without what no text may hold."""
    return " ".join(words.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").split())[:1_000]


def _text(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    return Content(read_bytes(data))


def _html(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.web_pages import read_html

    return read_html(data, charset)


def _docx(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.word_documents import read_docx

    return read_docx(data)


def _odt(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.open_documents import read_odt

    return read_odt(data)


def _rtf(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.rich_text import read_rtf

    return read_rtf(data)


def _pdf(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.pdf_documents import read_pdf

    return read_pdf(data, progress)


def _mail(data: bytes, charset: str, progress: Callable[[int, int], None]) -> Content:
    from workbench.importing.mails import read_mail

    return read_mail(data)


_READ: dict[FormatName, Callable[[bytes, str, Callable[[int, int], None]], Content]] = {
    "text": _text, "html": _html, "docx": _docx, "odt": _odt, "rtf": _rtf, "pdf": _pdf, "mail": _mail,
}  # fmt: skip
