"""HTML: the article without furniture, titles and dates from metadata, encodings, invisible characters, markup."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.importing.documents import PARAGRAPHS, page
from workbench.importing.html_words import read_page
from workbench.importing.web_pages import decode_page, read_html
from workbench.text.reading import UnreadableError

TITLE = "مقتل مقاول أميركي في كركوك"
WHOLE = "\n\n".join((TITLE, *PARAGRAPHS))


def test_the_article_without_the_furniture() -> None:
    content = read_html(page().encode())
    assert content.text == WHOLE
    assert content.title == TITLE
    assert content.date is None
    (share,) = content.warnings
    taken, there = len(WHOLE.split()), len(read_page(page()).text.split())
    assert f"{taken} of {there} words" in share.en
    assert f"{taken} من أصل {there} كلمة" in share.ar


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>قُتل 12&rlm; شخصا&nbsp;و&#8238;123&#x202C; جريحا&zwnj;</p>",
         "قُتل 12\u200f شخصا\xa0و\u202e123\u202c جريحا\u200c"),
        ("<p>قُتل 12\u200f شخصا \u202e123\u202c\u200b</p>", "قُتل 12\u200f شخصا \u202e123\u202c\u200b"),
        ("<p>كُتب &lt;script&gt;alert(1)&lt;/script&gt; في البيان، وقال المتحدث إن الأمر قيد التحقيق.</p>",
         "كُتب <script>alert(1)</script> في البيان، وقال المتحدث إن الأمر قيد التحقيق."),
        ("<p>قال <b>الوزير</b> إن <a href='file:///etc/passwd'>القاعدة</a> آمنة.</p>", "قال الوزير إن القاعدة آمنة."),
        ("<script>document.write('نص')</script><style>p{}</style><p>فقرة أخيرة في المقال عن الهجوم.</p>",
         "فقرة أخيرة في المقال عن الهجوم."),
        ("<ul><li>أربعة جرحى في الهجوم</li><li>ثلاثون صاروخا سقطت</li></ul>",
         "أربعة جرحى في الهجوم\n\nثلاثون صاروخا سقطت"),
        ("<table><tr><th>المدينة</th><th>القتلى</th></tr><tr><td>كركوك</td><td>12</td></tr></table>",
         "المدينة | القتلى\n\nكركوك | 12"),
        ("<p>السطر الأول من الفقرة<br>والسطر الثاني من الفقرة</p>", "السطر الأول من الفقرة\nوالسطر الثاني من الفقرة"),
    ],
)  # fmt: skip
def test_what_stands_in_the_article(body: str, text: str) -> None:
    assert read_html(page(body).encode()).text.replace("\xa0", " ") == f"{WHOLE}\n\n{text}".replace("\xa0", " ")


PUBLISHED = '<meta property="article:published_time" content="2019-12-28T09:30:00+03:00">'
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day", "place"),
    [
        (PUBLISHED, "2019-12-28", "article:published_time"),
        ('<meta itemprop="datePublished" content="20191228">', "2019-12-28", "datepublished"),
        ('<meta name="DC.date.issued" content="2019-12-28">', "2019-12-28", "dc.date.issued"),
        (LD.format('{"@type":"NewsArticle","datePublished":"2019-12-28T09:30Z"}'), "2019-12-28", "datePublished"),
        (LD.format('{"@graph":[{"@type":"Person"},{"@type":["Article"],"datePublished":"2019-12-28"}]}'),
         "2019-12-28", "datePublished"),
        (LD.format('{"@type":"Product","datePublished":"2019-12-28"}'), None, ""),
        (LD.format("{not json") + LD.format("[" * 100_000), None, ""),
        ('<time datetime="2019-12-28" pubdate>أمس</time>', "2019-12-28", "time"),
        ('<time datetime="2019-12-28">أمس</time>', None, ""),  # any day may stand in a text
        ('<meta property="article:published_time" content="2019-13-45">', None, ""),
        ('<meta property="article:published_time" content="yesterday">' + LD.format(
            '{"@type":"Article","datePublished":"2019-12-28"}'), "2019-12-28", "datePublished"),
        (LD.format('{"@type":"Article","datePublished":"2018-01-01"}') + PUBLISHED, "2019-12-28", "published_time"),
        ('<meta property="article:modified_time" content="2020-01-01">', None, ""),
    ],
)  # fmt: skip
def test_dates(head: str, day: str | None, place: str) -> None:
    date = read_html(page(head=head).encode()).date
    if day is None:
        assert date is None
    else:
        assert date is not None
        assert (date.day, date.kind) == (dt.date.fromisoformat(day), "published")
        assert place in date.why.en
        assert place in date.why.ar


@pytest.mark.parametrize(
    ("head", "heading", "title", "named"),
    [
        ("", "<h1>العنوان على الصفحة</h1>", "العنوان | الموقع", "العنوان على الصفحة"),
        ('<meta property="og:title" content="عنوان للمشاركة">', "", "العنوان | الموقع", "عنوان للمشاركة"),
        ('<meta property="og:title" content="عنوان آخر">', "<h1>اسم الموقع</h1>", "س", "عنوان آخر"),
        ('<meta property="og:title" content="العنوان على الصفحة - الموقع">', "<h1>العنوان على الصفحة</h1>", "س",
         "العنوان على الصفحة"),
        ("", "", "هجوم على قاعدة في كركوك - الموقع", "هجوم على قاعدة في كركوك"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_titles(head: str, heading: str, title: str, named: str) -> None:
    source = f"<html><head><title>{title}</title>{head}</head><body>{heading}<p>{PARAGRAPHS[0]}</p></body></html>"
    assert read_html(source.encode()).title == named


OLD_META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (page().encode(), ""),
        (b"\xef\xbb\xbf" + page().encode(), ""),
        (page().encode("utf-16"), ""),
        (page().replace("charset=utf-8", "charset=windows-1256").encode("cp1256"), ""),
        (page().replace("charset=utf-8", "charset=iso-8859-6").encode("iso-8859-6", "replace"), ""),
        (page().encode("cp1256"), ""),  # it says UTF-8 and is not
        (page().replace("charset=utf-8", "charset=windows-1256").encode(), ""),  # the other way round
        (page().replace("<meta charset=utf-8>", "").encode("cp1256"), ""),
        (page().replace("<meta charset=utf-8>", "").encode("cp1256"), "windows-1256"),
        (page().replace("charset=utf-8", "charset=no-such-thing").encode("cp1256"), "nor-this"),
        (page().replace("<meta charset=utf-8>", OLD_META).encode("cp1256"), ""),
    ],
)  # fmt: skip
def test_encodings(data: bytes, charset: str) -> None:
    assert PARAGRAPHS[1] in decode_page(data, charset)
    assert PARAGRAPHS[1] in read_html(data, charset).text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<html><body> &nbsp; <script>x</script></body></html>"])
def test_without_words(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_html(data)


@pytest.mark.parametrize("depth", [300, 5_000, 100_000])
def test_depth_does_no_harm(depth: int) -> None:
    content = read_html(b"<html><body>" + b"<div><b>" * depth + "نص عميق".encode() + b"</b></div>" * depth)
    assert content.text == "نص عميق"
    assert "all words of the page" in content.warnings[0].en


def test_a_page_of_few_words_loses_none() -> None:
    content = read_html("<html><body><p>سطر واحد</p><div>سطر آخر</div></body></html>".encode())
    assert content.text.split() == "سطر واحد سطر آخر".split()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>أولى<p>ثانية", "أولى\n\nثانية"),
        ("<h1>عنوان</h1>نص <b>غامق</b>\n  متصل<br>سطر", "عنوان\n\nنص غامق متصل\nسطر"),
        ("<table><tr><td><p>كركوك</p></td><td><div>12</div></td></tr><tr><td>س</td><td>ص</td></tr></table>",
         "كركوك | 12\n\nس | ص"),
        ("<head><title>عنوان</title><p>نص بلا جسم", "نص بلا جسم"),
        ("<script>if (a < b) alert('</p>')</script>نص", "نص"),
        ("<!-- <p>خفي</p> -->ظاهر", "ظاهر"),
        ("نص بلا وسوم &amp; رموز", "نص بلا وسوم & رموز"),
        ("<pre>سطر\n  سطر</pre>", "سطر\nسطر"),
        ("<svg><text>رسم</text></svg>نص", "نص"),
        ("</div></p>نص</b>", "نص"),
        ("12\u200f \u202e3", "12\u200f \u202e3"),
    ],
)  # fmt: skip
def test_all_words_of_a_fragment(html: str, text: str) -> None:
    assert read_page(html).text == text
