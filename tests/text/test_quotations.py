"""Which quotation marks belong together."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('قال "نعم" ثم "لا".', ["نعم", "لا"]),
        ("قال «نعم» ثم «لا».", ["نعم", "لا"]),
        ("قال “نعم” ثم ‘لا’.", ["نعم", "لا"]),
        ("قال ”نعم“ ثم ”لا“.", ["نعم", "لا"]),
        ("قال »نعم« ثم »لا«.", ["نعم", "لا"]),
        ("قال „نعم“.", ["نعم"]),
        ("قال ‹نعم›.", ["نعم"]),
        ("قال ''نعم'' ثم.", ["نعم"]),
        ("اليوم ''السبت''ما بثه", ["السبت"]),
        ("قاعدة 'كي وان' قرب المدينة", ["كي وان"]),
        ('صحيفة "اليوم" ذكرت: "قال «نعم» أمس".', ["اليوم", "قال «نعم» أمس", "نعم"]),
        ("قال «هذا «البيت» لنا».", ["هذا «البيت» لنا", "البيت"]),
        ('قال "كلمة “واحدة” فقط".', ["كلمة “واحدة” فقط", "واحدة"]),
        ('لـ"اليوم السابع" و"الشروق" وبـ«الغد»', ["اليوم السابع", "الشروق", "الغد"]),
        ('قال ” سعيد ” أمس : ” لن نعود ” .', [" سعيد ", " لن نعود "]),
        ('شركة" النيل" أعلنت', [" النيل"]),
        ('قال "نعم“ ثم غادر', ["نعم"]),
        ("don't say 'no' to l'été or workers' rights", ["no"]),
        ('צה"ל و"الجيش"', ["الجيش"]),
        ("\u202b\"نعم\"\u202c قال", ["نعم"]),
        # paragraphs
        ('قال "هذه فقرة.\nوهذه ثانية".\nثم "لا".', ["هذه فقرة.\nوهذه ثانية", "لا"]),
        ('قال "أولى.\n"ثانية.\n"ثالثة".\nانتهى', ['أولى.\n"ثانية.\n"ثالثة', "ثالثة"]),
        ("قال «أولى.\nوثانية».", ["أولى.\nوثانية"]),
        # never closed: to the end of the paragraph
        ('قال الوزير "نعم ثم غادر.\nوانتهى.', ["نعم ثم غادر."]),
        ('اليوم "السبت، قال أحدهم: "نعم" وغادر', ['السبت، قال أحدهم: "نعم" وغادر', "نعم"]),
        ("قال «نعم ثم غادر", ["نعم ثم غادر"]),
        # never opened: none
        ('غادر ولم يعد".', []),
        ('"لن نعود" مضيفا أنه لم يتضح بعد".', ["لن نعود"]),
        ("شاشة 32\" جديدة", []),
        ("rock 'n roll of the '90s", []),
        ("", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[found.inner.start:found.inner.end] for found in find_quotations(text)] == quoted


def test_closed_and_unclosed() -> None:
    closed, unclosed = find_quotations('قال «نعم». ثم "لا وغادر')
    assert (closed.start, closed.end, closed.opening, closed.closing) == (4, 9, "«", "»")
    assert (unclosed.start, unclosed.end, unclosed.opening, unclosed.closing) == (14, None, '"', None)


@given(texts)
def test_spans_are_inside_and_say_what_they_are(text: str) -> None:
    last = -1
    for found in find_quotations(text):
        assert last <= found.start
        last = found.start
        assert text.startswith(found.opening, found.start)
        assert found.start + len(found.opening) == found.inner.start <= found.inner.end <= len(text)
        if found.end is None:
            assert found.closing is None
        else:
            assert found.closing is not None
            assert text[found.inner.end:found.end] == found.closing
