"""One row a word: what is left of a noun without what is plainly written around it."""

from __future__ import annotations

import pytest

from workbench.text.clitics import bare_noun
from workbench.text.normal import key

ROWS = [
    ("الأسيرة", "أسير"), ("والأسير", "أسير"), ("بأسير", "أسير"), ("للأسرى", "أسرى"), ("كتاب", "كتاب"),
    ("فريق", "فريق"), ("باب", "باب"), ("وقف", "وقف"), ("مدينة", "مدين"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "bare"), ROWS, ids=[row[0] for row in ROWS])
def test_a_bare_noun(word: str, bare: str) -> None:
    assert bare_noun(key(word)) == key(bare)
