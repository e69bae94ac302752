"""Which format a file has, told by its content and then by its name; what each reader promises."""

from __future__ import annotations

import re

from workbench.importing.archives import MOST_UNPACKED, opened_archive, protected
from workbench.importing.pdf_documents import MOST_PAGES
from workbench.importing.values import FormatName, ReaderLimits
from workbench.text.reading import LARGEST, UnreadableError
from workbench.text.values import Bilingual

_MB = 1024 * 1024
_SECONDS = 60

READERS: tuple[ReaderLimits, ...] = (
    ReaderLimits(
        "text", Bilingual("plain text", "نص عادي"), ("txt", "text", "md"), LARGEST, 0,
        Bilingual("nothing; the text stays as it is", "لا شيء؛ يبقى النص كما هو"),
    ),
    ReaderLimits(
        "html", Bilingual("saved web page", "صفحة ويب محفوظة"), ("html", "htm", "xhtml"), 20 * _MB, _SECONDS,
        Bilingual(
            "menus, advertisements, comments, pictures and their captions; what scripts would load",
            "القوائم والإعلانات وتعليقات القراء والصور وشروحها، وما تحمّله البرامج النصية",
        ),
    ),
    ReaderLimits(
        "docx", Bilingual("Word document", "مستند Word"), ("docx", "docm", "dotx"), 50 * _MB, _SECONDS,
        Bilingual(
            "pictures, headers and footers, numbers of lists, footnotes, comments, deletions in tracked changes; "
            f"unpacked {MOST_UNPACKED // 1_000_000} MB at most",
            "الصور والترويسات والتذييلات وأرقام القوائم والحواشي والتعليقات والمحذوف في تعقب التغييرات؛ "
            f"والحد الأقصى بعد فك الضغط {MOST_UNPACKED // 1_000_000} ميغابايت",
        ),
    ),
    ReaderLimits(
        "odt", Bilingual("OpenDocument text", "مستند OpenDocument"), ("odt", "ott"), 50 * _MB, _SECONDS,
        Bilingual(
            "pictures, headers and footers, numbers of lists, footnotes, comments, deletions in tracked changes; "
            f"unpacked {MOST_UNPACKED // 1_000_000} MB at most",
            "الصور والترويسات والتذييلات وأرقام القوائم والحواشي والتعليقات والمحذوف في تعقب التغييرات؛ "
            f"والحد الأقصى بعد فك الضغط {MOST_UNPACKED // 1_000_000} ميغابايت",
        ),
    ),
    ReaderLimits(
        "rtf", Bilingual("rich text", "نص منسق RTF"), ("rtf",), 20 * _MB, _SECONDS,
        Bilingual(
            "pictures, headers and footers, footnotes, comments, text boxes, hidden text",
            "الصور والترويسات والتذييلات والحواشي والتعليقات ومربعات النص والنص المخفي",
        ),
    ),
    ReaderLimits(
        "pdf", Bilingual("PDF with text", "ملف PDF نصي"), ("pdf",), 50 * _MB, _SECONDS,
        Bilingual(
            "pictures, and with them whole pages that were scanned; the order of digits and lines is not certain; "
            f"{MOST_PAGES} pages at most",
            "الصور ومعها الصفحات الممسوحة ضوئيا؛ وترتيب الأرقام والأسطر غير مؤكد؛ "
            f"والحد الأقصى {MOST_PAGES} صفحة",
        ),
    ),
    ReaderLimits(
        "mail", Bilingual("e-mail", "رسالة بريد إلكتروني"), ("eml", "mht", "mhtml"), 30 * _MB, _SECONDS,
        Bilingual("attachments, pictures, all headers but subject and date",
                  "المرفقات والصور والترويسات كلها عدا الموضوع والتاريخ"),
    ),
)  # fmt: skip
LARGEST_FILE = max(reader.most_bytes for reader in READERS)

_BY_NAME: dict[str, FormatName] = {ending: reader.format for reader in READERS for ending in reader.endings}
_HEAD = 2048
_PDF_WITHIN = 1024  # bytes of something else that readers of PDF put up with at the beginning
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*\r?\n")
_MAIL_SIGNS = frozenset((b"received", b"mime-version", b"message-id", b"return-path", b"delivered-to", b"x-mailer"))
_MAIL_LINES = frozenset((b"from", b"to", b"subject", b"date"))
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_ARCHIVES = (
    ("xl/", Bilingual("a spreadsheet", "جدول بيانات")),
    ("ppt/", Bilingual("a presentation", "عرض تقديمي")),
)
_OTHER_MIMES = (
    ("spreadsheet", Bilingual("a spreadsheet", "جدول بيانات")),
    ("presentation", Bilingual("a presentation", "عرض تقديمي")),
    ("epub", Bilingual("an electronic book", "كتاب إلكتروني")),
)


def reader_of(format: FormatName) -> ReaderLimits:
    """What the reader of a format promises."""
    return next(reader for reader in READERS if reader.format == format)


def tell_format(data: bytes, name: str = "") -> FormatName:
    """The format of a file's bytes: by what they begin with, and only where that says nothing by the file's name.
    Raises UnreadableError for documents of a kind that is not read; whatever is left is taken for plain text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive_format(data)
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise protected()
        raise UnreadableError(
            "it is a document of an old office program (.doc, .msg); save it as .docx, .odt or .eml.",
            "هذا مستند لبرنامج مكتبي قديم (.doc أو .msg)؛ احفظه بصيغة .docx أو .odt أو .eml.",
        )
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:_PDF_WITHIN] and (data.startswith(b"%PDF-") or b"\x00" in data or _named(name) == "pdf"):
        return "pdf"
    head = data[:_HEAD]
    if _HTML.match(_roughly(head)):
        return "html"
    if _is_mail(head):
        return "mail"
    by_name = _named(name)
    if by_name == "html" and b"<" in head:
        return "html"
    if by_name == "mail" and _HEADER.match(head):
        return "mail"
    if by_name in ("docx", "odt", "rtf", "pdf") and data:
        raise UnreadableError(
            f"its name says {by_name.upper()}, but its content is something else.",
            f"يدل اسمه على صيغة {by_name.upper()} لكن محتواه شيء آخر.",
        )
    return "text"


def _named(name: str) -> FormatName | None:
    return _BY_NAME.get(name.lower().rpartition(".")[2]) if "." in name else None


def _roughly(head: bytes) -> str:
    """The beginning as far as its tags go, whatever its encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_mail(head: bytes) -> bool:
    """Headers of a message at the beginning: one that only mail programs write, or three of those that people see."""
    names: set[bytes] = set()
    at = 0
    while (header := _HEADER.match(head[at:])) is not None:
        names.add(header[1].lower())
        at += header.end()
        while head[at : at + 1] in (b" ", b"\t"):  # a header that goes on
            following = head.find(b"\n", at)
            at = following + 1 if following >= 0 else len(head)
    return (len(names) > 1 and bool(names & _MAIL_SIGNS)) or len(names & _MAIL_LINES) > 2


def _archive_format(data: bytes) -> FormatName:
    with opened_archive(data) as archive:
        names = set(archive.namelist())
        if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
            kind = archive.read("mimetype").decode("ascii", "replace")
            if "opendocument.text" in kind:
                return "odt"
            for sign, words in _OTHER_MIMES:
                if sign in kind:
                    raise _not_read(words)
        if any(name.startswith("word/") for name in names):
            return "docx"
        for folder, words in _OTHER_ARCHIVES:
            if any(name.startswith(folder) for name in names):
                raise _not_read(words)
        if "content.xml" in names:
            return "odt"
    raise UnreadableError(
        "it is a ZIP archive; unpack it and open the article in it.", "هذا ملف مضغوط؛ فك ضغطه وافتح المقال الذي فيه."
    )


def _not_read(words: Bilingual) -> UnreadableError:
    return UnreadableError(
        f"it is {words.en}, which is not read as an article.", f"الملف {words.ar}، ولا يُقرأ على أنه مقال."
    )
