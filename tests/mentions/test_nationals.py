"""Words that are a country's or one of its people's, and figures that are a share or a time: by what stands beside."""

from __future__ import annotations

import pytest

from workbench.knowledge.base import load_knowledge
from workbench.mentions.reading import read_sentence
from workbench.resources import resource_folder

KNOWLEDGE = load_knowledge(resource_folder())
# sentence; what is found, each as type and words
ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    ("عاد 230 أوكرانيا إلى بلادهم", [("quantity", "230")]),
    ("عاد خمسة عشر سوريا إلى وطنهم", [("quantity", "خمسة عشر")]),
    ("أوقف عشرون ليبيا و12 تونسيا", [("quantity", "عشرون"), ("quantity", "و12")]),
    ("مونديال 2018 روسيا", [("date", "2018"), ("place", "روسيا")]),
    ("شاركت 27 دولة وسوريا", [("quantity", "27"), ("place", "وسوريا")]),
    ("زار 3 دول بينها ليبيا", [("quantity", "3"), ("place", "ليبيا")]),
    ("الفائدة بين 5,25 و5,50 في المئة", [("percentage", "5,25 و5,50 في المئة")]),
    ("الفائدة بين 5,25 و5,50%", [("percentage", "5,25 و5,50%")]),
    ("تفتح الأبواب بين 9,30 و10,30 صباحا", [("time", "بين 9,30 و10,30 صباحا")]),
    ("نال الذهب في أولمبياد ريو 2016", [("date", "2016")]),
    ("شارك في مونديال قطر 2022", [("date", "2022")]),
    ("سجن 2016 سجينا", [("quantity", "2016")]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_beside_decides(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = read_sentence(sentence, KNOWLEDGE).mentions
    assert [(one.type, sentence[one.start : one.end]) for one in found] == expected
