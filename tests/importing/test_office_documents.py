"""DOCX and ODT: paragraphs, headings, tables, tracked changes, notes, titles, dates; Arabic with its marks."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from tests.importing.documents import core, docx, odt, odt_meta, paragraph
from workbench.importing.open_documents import read_odt
from workbench.importing.word_documents import read_docx

RUN = "<w:r><w:t>{}</w:t></w:r>"
HEADING = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
TITLE = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
    + paragraph("في الإطار")
    + "</w:txbxContent></mc:Choice><mc:Fallback>"
    + paragraph("في الإطار")
    + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>في الفقرة</w:t></w:r></w:p>"
)


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


DOCX_CASES = [
    ("paragraphs", paragraph("الأولى") + paragraph("الثانية"), "الأولى\n\nالثانية", ()),
    ("heading", paragraph("عنوان", HEADING) + paragraph("نص"), "عنوان\n\nنص", ()),
    ("empty ones leave no trace", paragraph("") + paragraph("نص") + "<w:p/><w:p/>", "نص", ()),
    ("runs join", f"<w:p>{RUN.format('كر')}{RUN.format('كوك')}</w:p>", "كركوك", ()),
    ("marks stay", paragraph("قُتل 12\u200f شخصا \u202e123\u202c \u200b"),
     "قُتل 12\u200f شخصا \u202e123\u202c \u200b", ()),
    ("entities", paragraph("&lt;b&gt; &amp; &quot;"), '<b> & "', ()),
    ("signs", "<w:p><w:r><w:t>أ</w:t><w:tab/><w:t>ب</w:t><w:br/><w:t>ج</w:t><w:noBreakHyphen/></w:r></w:p>",
     "أ\tب\nج\u2011", ()),
    ("symbols", '<w:p><w:r><w:sym w:char="2022"/><w:sym w:char="F0B7"/><w:sym w:char="zz"/><w:t>أ</w:t></w:r></w:p>',
     "\u2022أ", ()),
    ("table", "<w:tbl>" + row(paragraph("المدينة"), paragraph("القتلى"))
     + row(paragraph("كركوك"), paragraph("12") + paragraph("منهم 3")) + "</w:tbl>",
     "المدينة | القتلى\n\nكركوك | 12 منهم 3", ()),
    ("table in a cell", "<w:tbl>" + row("<w:tbl>" + row(paragraph("1"), paragraph("2")) + "</w:tbl>" + paragraph("أ"),
                                        paragraph("ب")) + "</w:tbl>", "1 | 2 أ | ب", ()),
    ("empty row", "<w:tbl>" + row(paragraph(""), paragraph("")) + "</w:tbl>" + paragraph("نص"), "نص", ()),
    ("text box once", BOX, "في الإطار\n\nفي الفقرة", ()),
    ("deletion", f"<w:p>{RUN.format('بقي ')}<w:del w:id='1'><w:r><w:delText>حُذف</w:delText></w:r>"
     f"<w:r><w:t>حُذف</w:t></w:r></w:del></w:p>", "بقي", ("deleted in tracked changes (1)",)),
    ("insertion", f"<w:p><w:ins w:id='1'>{RUN.format('زيد')}</w:ins></w:p>", "زيد", ("read as accepted",)),
    ("move", f"<w:p><w:moveFrom w:id='1'>{RUN.format('هنا')}</w:moveFrom>{RUN.format('ثم ')}"
     f"<w:moveTo w:id='2'>{RUN.format('هنا')}</w:moveTo></w:p>", "ثم هنا", ("moved from",)),
    ("a deleted paragraph mark is none",
     f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{RUN.format('نص')}</w:p>",
     "نص", ()),
    ("notes", "<w:p><w:r><w:t>نص</w:t><w:footnoteReference w:id='1'/><w:commentReference w:id='1'/>"
     "<w:endnoteReference w:id='1'/></w:r></w:p>", "نص", ("comments (1)", "footnotes (1)", "endnotes (1)")),
    ("hidden", f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t><w:br/></w:r>{RUN.format('علن')}</w:p>", "علن",
     ("hidden text (1)",)),
    ("not hidden", '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>علن</w:t></w:r></w:p>', "علن", ()),
    ("field code", '<w:p><w:r><w:instrText>HYPERLINK "file:///etc/passwd"</w:instrText></w:r>'
     + RUN.format("رابط") + "</w:p>", "رابط", ()),
    ("link", f"<w:p><w:hyperlink>{RUN.format('رابط')}</w:hyperlink></w:p>", "رابط", ()),
    ("other vocabularies", '<w:p><x:t xmlns:x="urn:x">لا</x:t>' + RUN.format("نعم") + "</w:p>", "نعم", ()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "told"), [case[1:] for case in DOCX_CASES], ids=[c[0] for c in DOCX_CASES])
def test_docx(body: str, text: str, told: tuple[str, ...]) -> None:
    content = read_docx(docx(body))
    assert content.text == text
    assert len(content.warnings) == len(told)
    for words, warning in zip(told, content.warnings, strict=True):
        assert words in warning.en
        assert warning.ar


SPAN = '<text:span text:style-name="T1">{}</text:span>'
ODT_CASES = [
    ("paragraphs", "<text:h>عنوان</text:h><text:p>نص</text:p><text:p/>", "عنوان\n\nنص", ()),
    ("spans join", f"<text:p>{SPAN.format('كر')}{SPAN.format('كوك')}</text:p>", "كركوك", ()),
    ("layout is no text", "\n  <text:p>\n    قُتل   12\u200f\n شخصا</text:p>\n", "قُتل 12\u200f شخصا", ()),
    ("space across spans", f"<text:p>أ {SPAN.format(' ب')}</text:p>", "أ ب", ()),
    ("signs", '<text:p>أ<text:s text:c="3"/>ب<text:tab/>ج<text:line-break/>د</text:p>', "أ   ب\tج\nد", ()),
    ("spaces without end", '<text:p>أ<text:s text:c="999999999999"/>ب</text:p>', "أ" + " " * 100 + "ب", ()),
    ("spaces miscounted", '<text:p>أ<text:s text:c="x"/>ب</text:p>', "أ ب", ()),
    ("table", "<table:table><table:table-row><table:table-cell><text:p>كركوك</text:p></table:table-cell>"
     '<table:table-cell table:number-columns-repeated="999999999"><text:p>12</text:p><text:p>منهم 3</text:p>'
     "</table:table-cell></table:table-row></table:table>", "كركوك | 12 منهم 3", ()),
    ("list", "<text:list><text:list-item><text:p>أول</text:p></text:list-item><text:list-item><text:p>ثان</text:p>"
     "</text:list-item></text:list>", "أول\n\nثان", ()),
    ("frame", "<text:p>في الفقرة<draw:frame><draw:text-box><text:p>في الإطار</text:p></draw:text-box></draw:frame>"
     "</text:p>",
     "في الإطار\n\nفي الفقرة", ()),
    ("deletion", "<text:tracked-changes><text:changed-region><text:deletion><text:p>حُذف</text:p></text:deletion>"
     "</text:changed-region></text:tracked-changes><text:p>بقي<text:change/></text:p>", "بقي",
     ("deleted in tracked changes (1)",)),
    ("insertion", "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region>"
     "</text:tracked-changes><text:p><text:change-start/>زيد<text:change-end/></text:p>", "زيد", ("read as accepted",)),
    ("notes", "<text:p>نص<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p>"
     "</text:note-body></text:note><office:annotation><text:p>تعليق</text:p></office:annotation></text:p>", "نص",
     ("footnotes and endnotes (1)", "comments (1)")),
    ("hidden", "<text:p>علن<text:hidden-text>سر</text:hidden-text></text:p>", "علن", ("hidden text (1)",)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "told"), [case[1:] for case in ODT_CASES], ids=[c[0] for c in ODT_CASES])
def test_odt(body: str, text: str, told: tuple[str, ...]) -> None:
    content = read_odt(odt(body))
    assert content.text == text
    assert len(content.warnings) == len(told)
    for words, warning in zip(told, content.warnings, strict=True):
        assert words in warning.en
        assert warning.ar


@pytest.mark.parametrize(
    ("title", "created", "named", "day"),
    [
        ("عنوان من الخصائص", "2020-01-05T22:00:00Z", "عنوان من الخصائص", dt.date(2020, 1, 5)),
        ("Microsoft Word - draft.doc", "", "", None),
        ("draft-3.docx", "2020-13-05", "", None),
        ("", "0001-01-01", "", None),
    ],
)
def test_properties(title: str, created: str, named: str, day: dt.date | None) -> None:
    word = read_docx(docx(paragraph("نص"), {"docProps/core.xml": core(title, created)}))
    opened = read_odt(odt("<text:p>نص</text:p>", {"meta.xml": odt_meta(title, created)}))
    for content in (word, opened):
        assert content.title == named
        assert (content.date and content.date.day) == day
        assert content.date is None or content.date.kind == "made"


def test_a_title_on_the_page_counts_before_the_properties() -> None:
    body = paragraph("عنوان المقال", TITLE) + paragraph("نص")
    assert read_docx(docx(body, {"docProps/core.xml": core("قالب")})).title == "عنوان المقال"


def test_the_main_part_may_have_another_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx(paragraph("نص")))) as archive:
        main = archive.read("word/document.xml")
    from tests.importing.documents import zipped

    assert read_docx(zipped({"_rels/.rels": relations, "word/document2.xml": main})).text == "نص"


def test_what_python_docx_writes() -> None:
    import docx as writer

    document = writer.Document()
    document.add_heading("عنوان المقال", 0)
    first = document.add_paragraph("قُتل 12\u200f شخصا")
    document.add_comment(first.runs, "من أين؟", "محرر", "م")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "كركوك", "12"
    file = io.BytesIO()
    document.save(file)
    content = read_docx(file.getvalue())
    assert content.text == "عنوان المقال\n\nقُتل 12\u200f شخصا\n\nكركوك | 12"
    assert content.title == "عنوان المقال"
    assert [warning.en for warning in content.warnings] == ["Left out: comments (1)."]
