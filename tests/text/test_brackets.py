"""Which brackets belong together."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.brackets import find_brackets


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("كركوك (العراق) أمس", ["العراق"]),
        ("قال [أضيف لاحقا] وغادر", ["أضيف لاحقا"]),
        ("{أ} و﴿ب﴾ و﴾ج﴿", ["أ", "ج"]),
        ("خارج (داخل [أعمق] داخل) خارج", ["داخل [أعمق] داخل", "أعمق"]),
        ("قال [فقرة.\nوفقرة.] وغادر", ["فقرة.\nوفقرة."]),
        ("مفتوح (ولا يغلق", []),
        ("يغلق) ولم يفتح", []),
        ("(أول [ثان) ثالث", ["أول [ثان"]),
        ("1) أول 2) ثان (حقا)", ["حقا"]),
        ("(" + "أ" * 2000 + ")", []),
        ("", []),
    ],
)
def test_brackets(text: str, inside: list[str]) -> None:
    assert [text[pair.inner.start:pair.inner.end] for pair in find_brackets(text)] == inside


def test_depth_counts_the_pairs_around() -> None:
    assert [pair.depth for pair in find_brackets("(أ [ب {ج}]) (د)")] == [0, 1, 2, 0]


@given(texts)
def test_spans_are_inside(text: str) -> None:
    for pair in find_brackets(text):
        assert text[pair.start] == pair.opening
        assert (pair.start + 1, pair.end - 1) == (pair.inner.start, pair.inner.end)
        assert pair.end <= len(text)
