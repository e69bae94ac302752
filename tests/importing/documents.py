"""Documents made for the tests: by hand where a case needs what no program writes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage

from workbench.importing.values import Content
from workbench.text.reading import UnreadableError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/x"/></Types>'
)
OPEN_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "meta": "meta", "draw": "drawing",
    }.items()
)  # fmt: skip
PARAGRAPHS = (
    "قتل مقاول أميركي في هجوم صاروخي استهدف قاعدة قرب كركوك، وفق ما أعلنه التحالف الدولي في بيان نشره على موقعه.",
    "وأصيب أربعة جنود أميركيين بجروح طفيفة نقلوا على إثرها إلى مستشفى القاعدة، وقال المتحدث إن حالتهم مستقرة.",
    "وسقط أكثر من 30 صاروخا على القاعدة التي تضم قوات عراقية وأميركية، ولم تتبن أي جهة الهجوم حتى الآن.",
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document with this inside ``w:body``."""
    spaces = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {spaces}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": document, **(more or {})})


def paragraph(words: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def core(title: str = "", created: str = "") -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )


def odt(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with this inside ``office:text``."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {OPEN_SPACES}><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(more or {})})


def odt_meta(title: str, created: str) -> str:
    return (
        f'<office:document-meta {OPEN_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{title}</dc:title><meta:creation-date>{created}</meta:creation-date></office:meta>"
        "</office:document-meta>"
    )


def rtf(body: str, page: int = 1256) -> bytes:
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil\fcharset178 Arial;}}"
    return (r"{\rtf1\ansi\ansicpg" + str(page) + r"\deff0" + fonts + body + "}").encode("latin-1")


def hexed(words: str, encoding: str = "cp1256") -> str:
    """Words as RTF's hexadecimal bytes."""
    return "".join(f"\\'{byte:02x}" for byte in words.encode(encoding))


def page(body: str = "", head: str = "", title: str = "مقتل مقاول أميركي في كركوك") -> str:
    """A page of news with furniture around the article."""
    article = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8>"
        f"<title>{title} | وكالة</title>{head}</head><body>"
        '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>'
        f"<article><h1>{title}</h1>{article}{body}</article>"
        '<aside><h3>اقرأ أيضا</h3><ul><li><a href="/x">أسعار النفط ترتفع</a></li></ul></aside>'
        "<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def mail(subject: str = "خبر عاجل", date: str = "Sat, 28 Dec 2019 10:00:00 +0300", text: str | None = None,
         html: str | None = None, attachments: tuple[str, ...] = ()) -> bytes:  # fmt: skip
    message = EmailMessage()
    message["From"] = "desk@example.org"
    message["To"] = "editor@example.org"
    message["Subject"] = subject
    if date:
        message["Date"] = date
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    for name in attachments:
        message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def pdf(pages: list[bytes], root: str = "", kids: str | None = None, count: int | None = None,
        resources: str = "", last: bytes = b"") -> bytes:  # fmt: skip
    """A PDF by hand: each page's content stream as it is given; ``kids`` and ``count`` may lie; ``last`` is one more
    object, which follows those of the pages."""
    objects: list[bytes] = []
    numbers = [3 + 2 * place for place in range(len(pages))]
    listed = kids if kids is not None else " ".join(f"{number} 0 R" for number in numbers)
    objects.append(f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode())
    objects.append(f"<< /Type /Pages /Kids [{listed}] /Count {count if count is not None else len(pages)} >>".encode())
    for number, content in zip(numbers, pages, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
            f"{resources} >> >>".encode()
        )  # fmt: skip
        packed = zlib.compress(content)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
        )  # fmt: skip
    objects += [last] if last else []
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def latin(words: str) -> bytes:
    """A page's content stream with one line of Latin text."""
    return f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1")


def arabic_pdf(paragraphs: list[str]) -> bytes:
    """A PDF with Arabic set by fpdf2, as the program's own reports are."""
    from fpdf import FPDF

    from workbench.resources import resource_folder

    document = FPDF()
    document.add_font("amiri", "", str(resource_folder() / "fonts" / "Amiri-Regular.ttf"))
    document.set_text_shaping(True, direction="rtl", script="arab")
    for words in paragraphs:
        document.add_page()
        document.set_font("amiri", size=14)
        document.multi_cell(0, 10, words, align="R")
    return bytes(document.output())


def outcome(read: Callable[[], Content]) -> str:
    """The text that came in, or ``!`` and the sentence that says why none did; any other error is a failure."""
    try:
        return read().text
    except UnreadableError as error:
        return f"!{error.why.en}" if error.why.ar else "untold in Arabic"


def samples() -> dict[str, bytes]:
    """One good document of each format."""
    return {
        "text": "\n\n".join(PARAGRAPHS).encode(),
        "html": page().encode(),
        "docx": docx("".join(map(paragraph, PARAGRAPHS)), {"docProps/core.xml": core("عنوان", "2020-01-01T00:00:00Z")}),
        "odt": odt("".join(f"<text:p>{words}</text:p>" for words in PARAGRAPHS)),
        "rtf": rtf(r"\f1 " + r"\par ".join(map(hexed, PARAGRAPHS))),
        "pdf": pdf([latin("Seven people were killed."), latin("Four soldiers were hurt.")]),
        "mail": mail(text="\n\n".join(PARAGRAPHS), html=page(), attachments=("a.bin",)),
    }
