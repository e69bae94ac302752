"""One row a sentence: people who do something to others are none of those whom it befalls."""

from __future__ import annotations

import pytest

from tests.claims.sentences import assertions
from workbench.mentions.values import Amount

# sentence; the states of the people counted in it
ROWS: list[tuple[str, list[str]]] = [
    ("أفرج أربعة مسلحين عن آخر الرهائن", []),
    ("وأطلق ثلاثة خاطفين سراح الرهائن", []),
    ("وأفرجت السلطات عن أربعة مسلحين", ["released"]),
    ("وأطلق الخاطفون سراح 46 طالبا", ["released"]),
    ("وخطف أربعة سياح في مأرب", ["kidnapped"]),
    ("وقتل أربعة مسلحين", ["killed"]),
    ("واعتقل الجيش أربعة مسلحين", ["arrested"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_states(sentence: str, expected: list[str]) -> None:
    found = [
        claim.state for claim in assertions(sentence, "casualties")
        if isinstance(claim.value, Amount) and claim.value.low != 1
    ]  # fmt: skip
    assert found == expected
