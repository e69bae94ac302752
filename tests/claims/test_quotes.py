"""One row a text: what is quoted word for word, and who said it."""

from __future__ import annotations

import pytest

from tests.claims.sentences import article
from workbench.claims.values import Claim

SAID = "يجب أن تحترم الدول الاتفاق الموقع"

# what; text; the speaker; whether a person by name
ROWS = [
    ("before", f"قال مايك بومبيو: «{SAID}».", "mike-pompeo", "say-person"),
    ("before, with the office", f"قال وزير الخارجية الأميركي مايك بومبيو: «{SAID}».", "mike-pompeo", "say-person"),
    ("after", f"«{SAID}»، قال مايك بومبيو في واشنطن.", "mike-pompeo", "say-person"),
    ("between two halves", f"«{SAID}»، أضاف مايك بومبيو، «وأن تكف عن خرقه فورا وإلى الأبد».",
     "mike-pompeo", "say-person"),
    ("in the sentence before", f"تحدث مايك بومبيو إلى الصحفيين وقال مايك بومبيو إن الوقت ضيق. «{SAID}».",
     "mike-pompeo", "say-person"),
    ("an organisation", f"قالت الأمم المتحدة: «{SAID}».", "un", "say"),
    ("somebody without a name", f"قال مدير المستشفى: «{SAID}».", "مدير المستشفى", "say"),
    ("a name no table knows", f"صرح مدير الجمارك بالإنابة طلال الرشود قائلا: «{SAID}».", "طلال الرشود", "say-person"),
    ("the same behind", f"«{SAID}»، قالت الناشطة هدى بن حامد.", "هدى بن حامد", "say-person"),
    ("a name of the next statement", f"قال مدير المستشفى: «{SAID}»، وكان طلال الرشود غائبا.", "مدير المستشفى", "say"),
    ("a participle of saying", f"وسعى المدير التنفيذي لمحلية كوستي، حسن البشير، إلى طمأنة الأهالي قائلا إن «{SAID}».",
     "حسن البشير", "say-person"),
    ("between commas", f"وقال النائب كمال الهاشمي، متحدثا إلى الصحافة بعد الجلسة الأخيرة، إن «{SAID}».",
     "كمال الهاشمي", "say-person"),
    ("a title behind the name", f"وصرّح كمال عباس مدرب الوهرانيين بعد صافرة النهاية «{SAID}».", "كمال عباس",
     "say-person"),
    ("a father's name", f"وقال رئيس حزب الأمل أحمد ولد سالم في المؤتمر الصحفي الذي عقده مساء السبت: «{SAID}».",
     "أحمد ولد سالم", "say-person"),
    ("in somebody's name", f"ورفض المتحدث باسم حزب تواصل الشيخ ولد أحمد النتائج، قائلا في مؤتمر صحفي: «{SAID}».",
     "الشيخ ولد أحمد", "say-person"),
    ("who spoke, not to whom", f"وهنأ المدير سمير العلي اللاعب خالد الهاشمي قائلا إن «{SAID}».", "سمير العلي",
     "say-person"),
    ("to somebody", f"وقال مدير المستشفى في رسالة إلى خالد الهاشمي إن «{SAID}».", "مدير المستشفى", "say"),
    ("nobody", f"كتب على الجدار «{SAID}».", "", "say"),
]  # fmt: skip
NONE = [
    ("a name at arm's length", "أطلق الجيش عملية «السهم الشمالي» في كركوك."),
    ("two words", "قال الوزير: «لن نترك»."),
    ("four words of nobody", "كتب على الجدار «لن نترك الأرض أبدا»."),
    ("never closed", f"قال الوزير: «{SAID}."),
]


def quotes(text: str) -> list[Claim]:
    found = [claim for claim in article(text).claims if claim.kind == "quote"]
    for claim in found:
        assert text[claim.span.start : claim.span.end] == claim.text
        assert claim.event is None
    return found


@pytest.mark.parametrize(("text", "speaker", "predicate"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_is_quoted(text: str, speaker: str, predicate: str) -> None:
    found = quotes(text)
    assert found[0].text == SAID
    assert (found[0].of, found[0].predicate) == (speaker, predicate)


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_what_is_no_statement_quoted(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize("marks", ["«»", "“”", '""'])
def test_whatever_the_marks(marks: str) -> None:
    (found,) = quotes(f"قال مايك بومبيو: {marks[0]}{SAID}{marks[1]}.")
    assert (found.text, found.of) == (SAID, "mike-pompeo")
