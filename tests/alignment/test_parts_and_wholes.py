"""One row a case: what one article says twice, and whether both can be true. Sample texts of our own."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.inside.within import align_within

# name; headline; body; the words of the two claims that contradict, or None
ROWS: list[tuple[str, str, str, tuple[str, str] | None]] = [
    (
        "the lead tells fewer than the headline",
        "مصرع 9 أشخاص في انقلاب حافلة قرب أسوان",
        "لقي سبعة أشخاص مصرعهم، صباح السبت، في انقلاب حافلة قرب أسوان.",
        ("9", "سبعة"),
    ),
    (
        "the lead tells more than the headline",
        "مصرع 4 أشخاص في انقلاب حافلة قرب أسوان",
        "لقي سبعة أشخاص مصرعهم، صباح السبت، في انقلاب حافلة قرب أسوان.",
        ("4", "سبعة"),
    ),
    (
        "below the lead one of several accidents",
        "إصابة 9 أشخاص في حادثي سير بالمنيا",
        "أصيب 9 أشخاص في حادثي سير بالمنيا صباح السبت. وأسفر الحادث الأول عن إصابة خمسة أشخاص.",
        None,
    ),
    (
        "one place of several",
        "مقتل 20 شخصا في تفجيرات بالعراق",
        "قتل 20 شخصا في تفجيرات متفرقة ضربت العراق الأحد. وفي الموصل قتل ستة أشخاص في تفجير سيارة.",
        None,
    ),
    (
        "the headline adds up what the body tells apart",
        "سبعة قتلى في هجوم على سوق ببغداد",
        "قتل خمسة أشخاص في هجوم على سوق ببغداد السبت. وقتل شخصان عند نقطة تفتيش قرب السوق.",
        None,
    ),
    (
        "those still in hospital",
        "إصابة 60 شخصا في حريق بمصنع في الخليل",
        "أصيب 60 شخصا في حريق بمصنع في الخليل السبت. وغادر المستشفى جميع المصابين عدا 12 مصابا ما زالوا تحت العلاج.",
        None,
    ),
    (
        "dead and injured in one figure",
        "مقتل 7 وإصابة 2 في انقلاب سيارة بسوهاج",
        "قتل 7 أشخاص وأصيب اثنان في انقلاب سيارة بسوهاج. وتلقت الشرطة بلاغا بمصرع وإصابة 9 أشخاص في الحادث.",
        None,
    ),
    (
        "those who took part",
        "مقتل 35 شخصا في صدامات في دكا",
        "لقي سائق مصرعه السبت في صدامات جرت في دكا بين مئات المتظاهرين.",
        None,
    ),
    (
        "a denial and what is denied",
        "وزير النقل ينفي إقالة مدير هيئة السكك الحديدية",
        "نفى وزير النقل ما تردد حول إقالة مدير هيئة السكك الحديدية. وكانت مواقع أكدت إقالة مدير هيئة السكك الحديدية.",
        None,
    ),
    (
        "the count of another source",
        "مقتل 28 شخصا في تفجيرات ببغداد",
        "قتل 28 شخصا في تفجيرات ببغداد الأحد. وقالت وكالة أسوشيتد برس إن 37 شخصا قتلوا في تفجيرات ببغداد الأحد.",
        None,
    ),
    (
        "ages in a list of names",
        "إصابة 3 أشخاص في انقلاب سيارة بقنا",
        "أصيب في انقلاب السيارة بقنا حسن أحمد، 30 سنة، ومنى سعيد أحمد، 37 سنة، وسامي رجب، 14 سنة.",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_within(headline: str, body: str, expected: tuple[str, str] | None) -> None:
    claims = article(f"{headline}\n\n{body}\n")
    words = {claim.id: claim.text for claim in claims.claims}
    found = [one for one in align_within(claims, engine().knowledge) if one.relation == "contradicts"]
    assert [tuple(words[id] for id in one.claims) for one in found] == ([expected] if expected else [])
