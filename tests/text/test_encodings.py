"""Bytes of every encoding an Arabic newsroom may hold, read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.samples import NEWS_WORDS
from workbench.text.encodings import Decoded, decode
from workbench.text.reading import read_bytes

# Written for this table: long and short, plain and vowelled, with figures, quotations, letters of foreign names.
ARABIC = (
    "أعلنت وزارة الصحة صباح اليوم ارتفاع عدد المصابين إلى خمسة وعشرين شخصا، بينهم ثلاثة أطفال.",
    "وصل الوفد إلى المطار",
    "مقتل جنديين في هجوم قرب الحدود",
    "قال الوزير: (لن نقبل بهذا الاتفاق)؛ وأضاف أن بلاده ستنسحب منه.",
    "هل يعود الهدوء إلى العاصمة؟",
    "ارتفاع أسعار النفط 3.5% في لندن",
    "مُقَدِّمَةٌ",
    "كتاب",
    "في البيت",
    "من هنا",
    "الحكومة",
    "رئيس الوزراء يستقبل نظيره الفرنسي",
    "لا حرب ولا سلم",
    "ظلت الطرق مغلقة طوال الليل بسبب الضباب الكثيف",
    "غادر القطار المحطة عند الساعة 7:30",
    "حظي المعرض بإقبال واسع، وغصت القاعات بالزوار",
    "ذهب زيد إلى السوق ثم عاد",
    "سقط 12 صاروخا",
    "أسئلة وأجوبة حول الضرائب الجديدة",
    "تهنئة بحلول شهر رمضان",
    "سيؤدي ذلك إلى تأخير المشروع",
    "طائرات بدون طيار تحلق فوق الميناء",
    "شهدت البورصة تراجعا حادا\nوخسر المؤشر 200 نقطة.\n",
)
WINDOWS_ONLY = ("«العربي» – صحيفة", "پاريس گفت چه", "قال: “نعم”", "السعر 20 € فقط")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
@pytest.mark.parametrize("text", ARABIC + WINDOWS_ONLY)
def test_reads_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert read_bytes(data) == text


@pytest.mark.parametrize("text", [text for text in ARABIC if text != "كتاب"])  # one word alone can be either
def test_iso_8859_6_reads_back(text: str) -> None:
    data = text.replace("\u064f", "").encode("iso-8859-6")
    assert read_bytes(data) == text.replace("\u064f", "")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент заявил в понедельник, что страна готова к новым переговорам с соседями."),
        ("cp1252", "El ministro señaló que la situación económica está mejorando según los últimos años."),
        ("cp1252", "Le président a déclaré que l'été dernier était très chaud dans la région, où ça brûle."),
        ("cp1252", "The minister said “no” – and left."),
        ("ascii", "Plain words only.\n"),
    ],
)
def test_other_scripts_are_read_where_the_guess_is_sure(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("نص".encode(), "utf-8"),
        (b"\xff\xfe" + "نص".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "نص".encode("utf-16-be"), "utf-16-be"),
        ("نص".encode("utf-16-le"), "utf-16-le"),
        ("“نص”".encode("utf-16-be"), "utf-16-be"),
        ("هذا هو الفرق".encode("cp1256"), "cp1256"),
        ("هذا هو الفرق".encode("iso-8859-6"), "iso-8859-6"),
    ],
)
def test_says_which_encoding_it_was(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == encoding


# Upper halves of two-byte letters, which no text in bytes holds, and byte order marks.
_NOT_IN_TEXTS = "\x00\x06\ufeff"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_NOT_IN_TEXTS), min_size=1))
def test_any_text_in_utf_8_reads_back(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


@given(
    st.lists(st.sampled_from(NEWS_WORDS), min_size=5, max_size=40, unique=True).map(" ".join),
    st.sampled_from(["cp1256", "iso-8859-6", "utf-16-le", "utf-16-be"]),
)
def test_any_arabic_sentence_reads_back(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding)) == text
