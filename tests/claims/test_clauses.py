"""One row a sentence: where it falls into clauses, and what opened each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.sentences import view_of

# sentence; its clauses as «opening: first words»
ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    ("انقلبت حافلة على الطريق", [("start", "انقلبت")]),
    ("انقلبت حافلة، وقتل سائقها", [("start", "انقلبت"), ("comma", "وقتل")]),
    ("انقلبت الحافلة بينما كانت تعبر الجسر", [("start", "انقلبت"), ("break", "بينما")]),
    ("أغلق الجسر غير أن الطريق بقي مفتوحا", [("start", "أغلق"), ("break", "غير")]),
    ("وصل الوفد حيث استقبله الوزير", [("start", "وصل"), ("break", "حيث")]),
    ("هذا أول هجوم منذ استهداف القاعدة في ديسمبر", [("start", "هذا"), ("background", "منذ")]),
    ("جاء القصف ردا على هجوم سابق", [("start", "جاء"), ("background", "ردا")]),
    ("عاد الهدوء بعد أن انسحب المحتجون", [("start", "عاد"), ("background", "بعد")]),
    ("عاد الهدوء بعدما انسحب المحتجون", [("start", "عاد"), ("background", "بعدما")]),
    ("انفجر خزان متسببا في إصابة عاملين", [("start", "انفجر"), ("result", "متسببا")]),
    ("انفجر خزان مما أدى إلى إصابة عاملين", [("start", "انفجر"), ("result", "مما")]),
    ("انهار السقف جراء الأمطار", [("start", "انهار"), ("cause", "جراء")]),
    ("لقي عامل حتفه إثر سقوط رافعة", [("start", "لقي"), ("cause", "إثر")]),
    ("قال الوزير الذي زار القرية", [("start", "قال"), ("relative", "الذي")]),
    ("واتهمت واشنطن الجماعة ونفذت قواتها غارات", [("start", "واتهمت"), ("and", "ونفذت")]),
    ("وصل الوزير والسفير إلى المطار", [("start", "وصل")]),
    ("بدأت المباراة الساعة 20:45 مساء", [("start", "بدأت")]),
    ("قال الوزير: سنعود", [("start", "قال"), ("comma", "سنعود")]),
    ("أصيب خالد (35 عاما) بجروح", [("start", "أصيب")]),
    ("وقعت الهزة قرب مدينة (غولحصار) الصغيرة", [("start", "وقعت")]),
    ("وحل حزب «تكتل الشباب» ثانيا", [("start", "وحل")]),
    ("وقال إن «الأمر انتهى» وعاد", [("start", "وقال"), ("comma", "الأمر"), ("comma", "وعاد")]),
    ("وفي تشرين الأول/أكتوبر، استُهدفت محطة وقود", [("start", "وفي")]),
    ("وفي المدينة، استُهدفت محطة وقود", [("start", "وفي"), ("comma", "استُهدفت")]),
    ("ووصل الوفد (الأحد)، وغادر الاثنين", [("start", "ووصل"), ("comma", "وغادر")]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_where_a_sentence_is_cut(sentence: str, expected: list[tuple[str, str]]) -> None:
    view = view_of(sentence)
    found = []
    for clause in view.clauses:
        first = next(token for token in view.tokens[clause.first : clause.last] if token.kind != "punctuation")
        found.append((clause.opening, first.text))
    assert found == expected


WORDS = "قتل بينما ما أسفر عن ، ، ( ) 20:45 منذ الهجوم و الذي « » وقال أن 12 .".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_clauses_cover_every_token_once(words: list[str]) -> None:
    view = view_of(" ".join(words))
    covered = [at for clause in view.clauses for at in range(clause.first, clause.last)]
    assert covered == list(range(len(view.tokens)))
