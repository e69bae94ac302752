"""Names that hold a day of the month are names, and what only looks like one stays a date."""

from __future__ import annotations

import pytest

from workbench.knowledge.base import load_knowledge
from workbench.mentions.reading import read_sentence
from workbench.mentions.values import Entity
from workbench.resources import resource_folder

KNOWLEDGE = load_knowledge(resource_folder())


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (
            mention.type,
            text[mention.start : mention.end],
            mention.value.id if isinstance(mention.value, Entity) else None,
        )
        for mention in read_sentence(text, KNOWLEDGE).mentions
    ]


NAMES = [
    ("اندلع حريق بمدينة 6 أكتوبر", [("place", "بمدينة 6 أكتوبر", "sixth-of-october")]),
    ("اندلع حريق في مدينة ٦ أكتوبر", [("place", "مدينة ٦ أكتوبر", "sixth-of-october")]),
    ("اندلع حريق في مدينة السادس من أكتوبر", [("place", "مدينة السادس من أكتوبر", "sixth-of-october")]),
    ("مصنع في مدينة العاشر من رمضان", [("place", "مدينة العاشر من رمضان", "tenth-of-ramadan")]),
    ("مصنع بالعاشر من رمضان", [("place", "بالعاشر من رمضان", "tenth-of-ramadan")]),
    ("سكان مدينة 15 مايو يشكون", [("place", "مدينة 15 مايو", "fifteenth-of-may")]),
    (
        "مدينتي العاشر من رمضان و15 مايو",
        [("place", "مدينتي العاشر من رمضان", "tenth-of-ramadan"), ("place", "15 مايو", "fifteenth-of-may")],
    ),
    (
        "في القاهرة والسادس من أكتوبر",
        [("place", "القاهرة", "cairo"), ("place", "والسادس من أكتوبر", "sixth-of-october")],
    ),
    ("توقف المرور على كوبري 6 أكتوبر", [("place", "كوبري 6 أكتوبر", None)]),
    ("في شارع 26 يوليو", [("place", "شارع 26 يوليو", None)]),
    ("على طريق الخامس من يونيو", [("place", "طريق الخامس من يونيو", None)]),
    ("ببلدة 5 أيار", [("place", "ببلدة 5 أيار", None)]),
    ("قالت قوى 14 آذار", [("organisation", "قوى 14 آذار", "march-14")]),
    ("وقوى الثامن من آذار", [("organisation", "وقوى الثامن من آذار", None)]),
    ("دعت حركة شباب 6 أبريل", [("organisation", "حركة شباب 6 أبريل", "april-6")]),
    ("دعت حركة 3 مارس", [("organisation", "حركة 3 مارس", None)]),
    ("طلاب جامعة 6 أكتوبر", [("organisation", "جامعة 6 أكتوبر", None)]),
    # a time beside the name
    (
        "زار مدينة 6 أكتوبر في 6 أكتوبر 2013",
        [("place", "مدينة 6 أكتوبر", "sixth-of-october"), ("date", "6 أكتوبر 2013", None)],
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_that_holds_a_day(text: str, names: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("افتتح المعرض في السادس من أكتوبر", "السادس من أكتوبر"),
        ("افتتح المعرض يوم 6 أكتوبر", "يوم 6 أكتوبر"),
        ("زار المدينة 6 أكتوبر", "6 أكتوبر"),
        ("وصل إلى القاهرة 15 مايو", "15 مايو"),
        ("وقع في العاشر من رمضان", "العاشر من رمضان"),
        ("وقع في مدينة الرقة 6 أكتوبر", "6 أكتوبر"),
        ("في 3 مايو و15 مايو", "15 مايو"),
    ],
)
def test_a_date_stays_a_date(text: str, words: str) -> None:
    assert ("date", words, None) in read(text)


@pytest.mark.parametrize("text", ["مدينة 6 أكتوبر", "قوى 14 آذار", "حركة 3 مارس"])
def test_the_figure_in_a_name_counts_nothing(text: str) -> None:
    assert {type for type, _, _ in read(text)} <= {"place", "organisation"}
