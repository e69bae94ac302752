"""One row an expression of several words: what a sentence's claims take it for."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions, view_of
from workbench.mentions.values import Amount

# sentence; for each count its kind, what it counts or what became of them, and the number
COUNTS: list[tuple[str, list[tuple[str, str, float]]]] = [
    ("قصفت أربع طائرات مسيّرة المستودع", [("quantity", "drone", 4)]),
    ("قصفت أربع طائرات المستودع", [("quantity", "aircraft", 4)]),
    ("وأُرسلت 31 سيارة إسعاف إلى المكان", [("quantity", "ambulance", 31)]),
    ("وأُرسلت 31 سيارة نقلت المصابين", [("quantity", "car", 31)]),
    ("وقضى سبعة أشخاص نحبهم", [("casualties", "killed", 7)]),
    ("ولفظ اثنان أنفاسهما الأخيرة في المستشفى", [("casualties", "killed", 2)]),
    ("وراح ضحية الحادث خمسة أشخاص", [("casualties", "killed", 5)]),
    ("وفقد 35 شخصا أرواحهم", [("casualties", "killed", 35)]),
    ("إن 35 شخصا فقدوا حياتهم", [("casualties", "killed", 35)]),
    ("فُقد 35 شخصا في البحر", [("casualties", "missing", 35)]),
    ("وسقط ثلاثة حراس قتلى", [("casualties", "killed", 3)]),
    ("ثم أطلقت الشرطة سراح 19 شخصا", [("casualties", "released", 19)]),
    ("وأُخلي سبيل 19 شخصا", [("casualties", "released", 19)]),
    ("وأُلقي القبض على 9 أشخاص", [("casualties", "arrested", 9)]),
    ("وخطف قدور هدف الفوز أمام 300 مشجع", [("quantity", "fan", 300)]),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTS, ids=[row[0] for row in COUNTS])
def test_what_is_counted(sentence: str, expected: list[tuple[str, str, float]]) -> None:
    found = [
        (claim.kind, claim.state or claim.of, claim.value.low)
        for claim in assertions(sentence, "quantity", "casualties")
        if isinstance(claim.value, Amount)
    ]
    assert found == expected


# sentence; concepts that its context has, and concepts that it has not
CONTEXTS = [
    ("أطلقت السلطات سراح الصحفي", {"release"}, {"launch"}),
    ("أطلقت السلطات حملة", {"launch"}, {"release"}),
    ("وقدم الوزير استقالته", {"resign"}, {"present"}),
    ("وعلّق العمال إضرابهم", {"suspend"}, {"comment"}),
]


@pytest.mark.parametrize(("sentence", "there", "not_there"), CONTEXTS, ids=[row[0] for row in CONTEXTS])
def test_context(sentence: str, there: set[str], not_there: set[str]) -> None:
    view = view_of(sentence)
    context = view.context(0, len(view.tokens))
    assert there <= context
    assert not not_there & context
