"""Hours and lengths of time that two reports of one story, or one report twice, tell in other words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import CheckResult, Draft

DAY = dt.date(2023, 11, 16)
VOTE = (
    "انتخابات بلدية في الأردن\n\nأدلى الأردنيون الخميس بأصواتهم في انتخابات بلدية. {}",
    "الأردن ينتخب بلدياته\n\nجرت الخميس انتخابات بلدية في الأردن، وفق الهيئة المستقلة. {}",
)
JAIL = (
    "تمرد في سجن رومية\n\nاندلع تمرد في سجن رومية قرب بيروت مساء الأربعاء، وقتل فيه ثلاثة سجناء. {}",
    "قتلى في أعمال شغب بسجن رومية\n\nقتل ثلاثة سجناء في أعمال شغب شهدها سجن رومية قرب بيروت مساء الأربعاء. {}",
)
KILLED = (
    "مقتل 12 في سوق بغواياكيل\n\nقتل 12 شخصا في هجوم مسلح على سوق في غواياكيل بالإكوادور الأربعاء. {}",
    "هجوم مسلح على سوق في الإكوادور\n\nأسفر هجوم مسلح على سوق في غواياكيل الأربعاء عن مقتل 12 شخصا. {}",
)
CUP = (
    "الوحدات يحرز كأس الأردن\n\nفاز الوحدات على الفيصلي 1-0 في نهائي كأس الأردن في عمان مساء الأربعاء. {}",
    "كأس الأردن للوحدات\n\nتغلب الوحدات على الفيصلي 1-0 في نهائي كأس الأردن الأربعاء. {}",
)

# what; the story; what A and B add; the words held against each other; how they stand (None: not at all)
ROWS = [
    ("closing", VOTE, "وفتحت مراكز الاقتراع أبوابها عند الثامنة صباحا وأغلقتها عند السادسة مساء.",
     "وبدأ التصويت عند الثامنة صباحا واختتم في السابعة مساء.", "السادسة مساء", "السابعة مساء", "contradicts"),
    ("opening and closing", VOTE, "وفتحت مراكز الاقتراع أبوابها عند الثامنة صباحا.",
     "واختتم التصويت في السابعة مساء.", "الثامنة صباحا", "السابعة مساء", None),
    ("two ends", VOTE, "وأغلقت مراكز الاقتراع أبوابها عند السادسة مساء.",
     "وانتهى فرز الأصوات عند العاشرة ليلا، بعدما أغلقت المراكز عند السادسة مساء.", "السادسة مساء", "العاشرة", None),
    ("a start, around a source", JAIL, "وبدأ التمرد، وفق البيان نفسه، عند الساعة السابعة والنصف مساء.",
     "وانطلقت شرارة الشغب في الساعة 21:15 بالطابق الثاني.", "السابعة والنصف", "21:15", "contradicts"),
    ("a start, and when it was put down", JAIL, "وبدأ التمرد، وفق البيان نفسه، عند الساعة السابعة والنصف مساء.",
     "واستعادت القوات السيطرة على السجن في الساعة 23:15.", "السابعة والنصف", "23:15", None),
    ("mourning", KILLED, "وأعلن الرئيس الحداد الوطني ثلاثة أيام.", "وأعلنت الحكومة الحداد على الضحايا خمسة أيام.",
     "ثلاثة أيام", "خمسة أيام", "contradicts"),
    ("mourning, the same", KILLED, "وأعلن الرئيس حدادا عاما لمدة ثلاثة أيام.", "وأعلنت الحكومة الحداد 3 أيام.",
     "ثلاثة أيام", "3 أيام", "agrees"),
    ("mourning and shut schools", KILLED, "وأعلن الرئيس الحداد الوطني ثلاثة أيام.", "وأغلقت المدارس خمسة أيام.",
     "ثلاثة أيام", "خمسة أيام", None),
    ("mourning made longer", KILLED, "وأعلن الرئيس الحداد الوطني ثلاثة أيام.", "ومددت الحكومة الحداد يومين.",
     "ثلاثة أيام", "يومين", None),
    ("the goal that settled it", CUP, "وجاء هدف الفوز في الدقيقة 78.", "وحسم أحمد سالم النتيجة برأسية في الدقيقة 87.",
     "78", "87", "contradicts"),
    ("a goal and a card", CUP, "وجاء هدف الفوز في الدقيقة 78.", "وطرد الحكم أحمد سالم في الدقيقة 87.", "78", "87",
     None),
    ("hurt in that minute", CUP, "وخرج سامر العودات مصابا في الدقيقة 38.",
     "وأصيب سامر العودات في الدقيقة الثامنة والثلاثين.", "38", "الثامنة والثلاثين", "agrees"),
    ("another hurt", CUP, "وخرج سامر العودات مصابا في الدقيقة 38.", "وأصيب ليث الخضور في الدقيقة 61.", "38", "61",
     None),
]  # fmt: skip

# what; an article; the words that clash
INSIDE = [
    ("a visit", "وزير في القاهرة\n\nوصل وزير الخارجية الهندي الأربعاء إلى القاهرة في زيارة تستمر يومين. والتقى الوزير "
     "خلال زيارته التي تدوم أربعة أيام نظيره المصري.", {"يومين", "أربعة أيام"}),
    ("two visits", "وزير في القاهرة\n\nوصل وزير الخارجية الهندي الأربعاء إلى القاهرة في زيارة تستمر يومين. وكان زار "
     "القاهرة العام الماضي في زيارة أخرى دامت أربعة أيام.", set()),
    ("a visit and its talks", "وزير في القاهرة\n\nوصل وزير الخارجية الهندي الأربعاء إلى القاهرة في زيارة تستمر يومين. "
     "واستمرت المحادثات ثلاث ساعات.", set()),
    ("a verdict above and below", "السجن ثماني سنوات لمدير سابق في قضية تبديد أموال\n\nحكمت محكمة في الرباط الأربعاء "
     "على المدير السابق إدريس بنعمران بالسجن النافذ ست سنوات في قضية تبديد أموال.", {"ثماني سنوات", "ست سنوات"}),
    ("a verdict and time served", "السجن ثماني سنوات لمدير سابق في قضية تبديد أموال\n\nحكمت محكمة في الرباط الأربعاء "
     "على المدير السابق إدريس بنعمران بالسجن ثماني سنوات، بعدما أمضى في السجن عامين.", set()),
]  # fmt: skip


def _clashing(result: CheckResult) -> list[list[str]]:
    texts = {claim.id: claim.text for claim in result.claims}
    return [[texts[id] for id in f.claims] for f in result.findings if f.family == "contradiction"]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_how_two_times_stand(row: tuple[str, tuple[str, str], str, str, str, str, str | None]) -> None:
    _, story, tail_a, tail_b, text_a, text_b, relation = row
    result = engine().check([Draft(story[0].format(tail_a), DAY), Draft(story[1].format(tail_b), DAY)])
    texts = {claim.id: claim.text for claim in result.claims}
    found = {
        one.relation for one in result.alignments
        if text_a in texts[one.claims[0]] and text_b in texts[one.claims[1]] and one.relation != "unsure"
    }  # fmt: skip
    assert found == ({relation} if relation else set())
    if relation is None:
        assert not any(text_a in words[0] and text_b in words[-1] for words in _clashing(result))


@pytest.mark.parametrize(("text", "clash"), [row[1:] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_lengths_told_twice(text: str, clash: set[str]) -> None:
    found = _clashing(engine().check([Draft(text, DAY)]))
    assert [set(words) for words in found] == ([clash] if clash else [])
