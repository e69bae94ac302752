"""Normal forms, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.normal import fold, fold_words, key, normal_text, plain


@pytest.mark.parametrize(
    ("word", "bare", "looked_up"),
    [
        ("كَرْكُوك", "كركوك", "كركوك"),
        ("مدرســة", "مدرسة", "مدرسه"),
        ("إسرائيل", "إسرائيل", "اسراييل"),
        ("الآن", "الآن", "الان"),
        ("مسؤول", "مسؤول", "مسوول"),
        ("على", "على", "علي"),
        ("علي", "علي", "علي"),
        ("لا\u0654", "لأ", "لا"),
        ("سو\u0654ال", "سؤال", "سوال"),
        ("ﻻ", "لا", "لا"),
        ("ﷲ", "الله", "الله"),
        ("ﻗﺎﻝ", "قال", "قال"),
        ("\u200fقال\u200e", "قال", "قال"),
        ("كر\u200cكوك", "كركوك", "كركوك"),
        ("٢٠٢٣", "2023", "2023"),
        ("۲۰۲۳", "2023", "2023"),
        ("٥٬٢٠٠", "5٬200", "5٬200"),
        ("گوگل", "گوگل", "كوكل"),
        ("Reuters", "Reuters", "reuters"),
        ("École", "École", "école"),
        ("cafe\u0301", "cafe", "cafe"),
        ("،", "،", "،"),
        ("", "", ""),
        ("ـ", "", ""),
    ],
)
def test_forms_of_a_word(word: str, bare: str, looked_up: str) -> None:
    assert plain(word) == bare
    assert key(word) == looked_up


@pytest.mark.parametrize(
    ("text", "found", "words"),
    [
        ("في كَرْكُوكَ، أمس", "كركوك", "كَرْكُوكَ"),
        ("مدرســة  \n كبيرة", "مدرسه كبيره", "مدرســة  \n كبيرة"),
        ("قالﷲ", "له", "ﷲ"),
        ("٢٠٢٣ م", "2023", "٢٠٢٣"),
        ("\u2068كركوك\u2069", "كركوك", "كركوك"),
        ("مقتل آخَرِين", "اخرين", "آخَرِين"),
    ],
)
def test_the_way_back(text: str, found: str, words: str) -> None:
    normal = normal_text(text)
    start = normal.text.index(found)
    begin, end = normal.original(start, start + len(found))
    assert text[begin:end] == words


@given(texts)
def test_original_covers_what_it_says(text: str) -> None:
    normal = normal_text(text)
    assert len(normal.text) == len(normal.offsets) == len(normal.ends)
    assert "  " not in normal.text
    before = 0
    for at, (begin, end) in enumerate(zip(normal.offsets, normal.ends, strict=True)):
        assert 0 <= begin < end <= len(text)
        assert begin >= before or begin == normal.offsets[at - 1]
        before = end
        again = normal_text(text[begin:end]).text
        assert normal.text[at] in again
    for start, end in ((0, len(normal.text)), (len(normal.text) // 3, len(normal.text) // 2)):
        begin, stop = normal.original(start, end)
        assert 0 <= begin <= stop <= len(text)
        assert normal.text[start:end] in normal_text(text[begin:stop]).text


@given(texts)
def test_plain_and_fold_come_to_rest(text: str) -> None:
    bare = plain(text)
    assert plain(bare) == bare
    assert fold(fold(bare)) == fold(bare)


@given(texts)
def test_a_text_is_folded_word_by_word(text: str) -> None:
    assert fold_words(text) == " ".join(key(word) for word in text.split())


@pytest.mark.parametrize(
    "text", ["Reuters قال USA", "قالUSA وكالة", "", " قال  ﷲ", "سو\u0654ال e\u0301 قَال", "ß ẞ إلى"]
)
def test_letters_that_need_their_word_are_folded_with_it(text: str) -> None:
    assert fold_words(text) == " ".join(key(word) for word in text.split())


def test_an_empty_stretch_is_empty() -> None:
    assert normal_text("نص").original(1, 1) == (1, 1)
    assert normal_text("نص").original(2, 2) == (2, 2)
    assert normal_text("").original(0, 0) == (0, 0)
