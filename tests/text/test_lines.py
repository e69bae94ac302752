"""Paragraphs, and lines that were broken by accident."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.lines import INVISIBLE, find_lines, find_paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("أول\nثان", ["أول", "ثان"]),
        ("  أول \n\n\xa0\n\t ثان\n", ["أول", "ثان"]),
        ("\u200fأول\u200f\n\u200e\nثان", ["أول", "ثان"]),
        ("أول\u2028ثان\x0bثالث", ["أول", "ثان", "ثالث"]),
        # a stop, a closing mark or a bracket on the next line
        ("وصل الوفد\n.\nثم غادر", ["وصل الوفد\n.", "ثم غادر"]),
        ("وصل الوفد\n، ثم غادر", ["وصل الوفد\n، ثم غادر"]),
        ('قال: "لن نعود\n"\n.', ['قال: "لن نعود\n"\n.']),
        ("تحمل لوحات (\n3849\n ص ون) وأخرى\nوانتهى", ["تحمل لوحات (\n3849\n ص ون) وأخرى", "وانتهى"]),
        ("تحمل لوحات (\nثم كلام\nوكلام\nوكلام آخر", ["تحمل لوحات (", "ثم كلام", "وكلام", "وكلام آخر"]),
        # a quotation that opens a line is no closing mark
        ('وقال.\n"لن نعود" قال', ["وقال.", '"لن نعود" قال']),
        # a link that stood on a line of its own
        (
            "عنوان\nولم تعلن أي جهة مسؤوليتها عن \nالهجمات\nوتشهد \nالعراق\n بين الفينة والأخرى \nهجمات",
            ["عنوان", "ولم تعلن أي جهة مسؤوليتها عن \nالهجمات", "وتشهد \nالعراق\n بين الفينة والأخرى \nهجمات"],
        ),
        # wrapped at a fixed width
        (
            "قال وزير الخارجية في مؤتمر صحفي عقده أمس إن\nبلاده سترسل وفدا رفيعا إلى عاصمة الجارة بعد\n"
            "العيد لبحث الاتفاق الجديد مع حكومتها\nوالعودة.",
            ["قال وزير الخارجية في مؤتمر صحفي عقده أمس إن\nبلاده سترسل وفدا رفيعا إلى عاصمة الجارة بعد\n"
             "العيد لبحث الاتفاق الجديد مع حكومتها\nوالعودة."],
        ),
        # titles one below the other are no wrapped text
        (
            "مقتل ثلاثة جنود في هجوم على قاعدة عسكرية\nالحكومة تعلن الحداد\nمظاهرات في المدن الكبرى\nإغلاق الجسور",
            ["مقتل ثلاثة جنود في هجوم على قاعدة عسكرية", "الحكومة تعلن الحداد", "مظاهرات في المدن الكبرى",
             "إغلاق الجسور"],
        ),
        ("", []),
        (" \n\u200f\n", []),
    ],
)  # fmt: skip
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [text[paragraph.start:paragraph.end] for paragraph in find_paragraphs(text)] == paragraphs


def test_after_blank() -> None:
    assert [line.after_blank for line in find_lines("أ\nب\n\nج\n \nد")] == [True, False, True, True]


@given(texts)
def test_paragraphs_cover_everything_visible(text: str) -> None:
    end = 0
    for paragraph in find_paragraphs(text):
        assert end <= paragraph.start < paragraph.end <= len(text)
        assert not text[end:paragraph.start].strip(INVISIBLE)
        assert text[paragraph.start] not in INVISIBLE
        assert text[paragraph.end - 1] not in INVISIBLE
        end = paragraph.end
    assert not text[end:].strip(INVISIBLE)
