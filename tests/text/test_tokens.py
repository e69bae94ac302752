"""Words, figures and signs."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.lines import INVISIBLE
from workbench.text.normal import key, plain
from workbench.text.tokens import read_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال الوزير إن", ["قال", "الوزير", "إن"]),
        ("بـ14 صاروخاً", ["بـ", "14", "صاروخاً"]),
        ("و30 شخصا", ["و", "30", "شخصا"]),
        ("لـ«اليوم»", ["لـ", "«", "اليوم", "»"]),
        ("25يناير2011م", ["25", "يناير", "2011", "م"]),
        ("5,200 و٥٬٢٠٠ و3.5%", ["5,200", "و", "٥٬٢٠٠", "و", "3.5", "%"]),
        ("20:45", ["20", ":", "45"]),
        ("27/12/2019", ["27", "/", "12", "/", "2019"]),
        ("شباط/فبراير", ["شباط", "/", "فبراير"]),
        ("كَرْكُوك\u200f، قال", ["كَرْكُوك", "،", "قال"]),
        ("\u2068كركوك\u2069", ["كركوك"]),
        ("كر\u200cكوك", ["كر\u200cكوك"]),
        ("وصل.", ["وصل", "."]),
        ("12. وصل", ["12", ".", "وصل"]),
        ("covid-19 don't U.S.", ["covid", "-", "19", "don't", "U.S", "."]),
        ("cafe\u0301 b", ["cafe\u0301", "b"]),
        ("٪50 و$5", ["٪", "50", "و", "$", "5"]),
        ("ــــ", []),
        ("ﷺ ﻻ", ["ﷺ", "ﻻ"]),
        ("😀نص", ["😀", "نص"]),
        ("a_b", ["a", "_", "b"]),
        ("", []),
        (" \n\u200f", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in read_tokens(text)] == words


def test_kinds() -> None:
    kinds = [token.kind for token in read_tokens("قال Reuters: 5% (نعم)")]
    assert kinds == ["word", "latin", "punctuation", "number", "symbol", "punctuation", "word", "punctuation"]


def test_spaced_says_whether_white_space_stands_before() -> None:
    assert [token.spaced for token in read_tokens("بـ14 و 5")] == [True, False, True, True]


@given(texts)
def test_tokens_read_back_what_they_say(text: str) -> None:
    end = 0
    for token in read_tokens(text):
        assert token.text == text[token.start:token.end] != ""
        assert token.plain == plain(token.text)
        assert token.key == key(token.text)
        between = text[end:token.start]
        assert token.start >= end
        assert not plain("".join(between.split()))
        assert token.spaced == (token.start == 0 or not end or any(sign.isspace() for sign in between) or not end)
        assert token.text[-1] not in INVISIBLE or token.kind == "punctuation"
        end = token.end
    assert not plain("".join(text[end:].split()))
