"""One numeral: figures, words, ordinals, fractions, and what they read back as."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.mentions.spelling import Style, spelled
from workbench.knowledge.tables import TableError
from workbench.knowledge.words.numeral_words import NumeralWords, load_numeral_words
from workbench.mentions.figures.digits import figure_values
from workbench.mentions.figures.numerals import Numeral, cardinal_at, ordinal_at
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

WORDS = load_numeral_words(resource_folder())

styles = st.builds(
    Style,
    feminine=st.booleans(),
    case=st.sampled_from(("nominative", "oblique")),
    hundred=st.sampled_from(("مئة", "مائة")),
    apart=st.booleans(),
    joint=st.sampled_from((" و", " و ")),
)
wholes = st.one_of(
    st.integers(0, 10**4),
    st.integers(0, 10**15 - 1),
    st.builds(lambda count, zeros: count * 10**zeros, st.integers(1, 999), st.integers(0, 12)),
)


def cardinal(text: str, words: NumeralWords = WORDS) -> Numeral:
    tokens = read_tokens(text)
    found = cardinal_at(tokens, 0, words)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("plain", "value", "other"),
    [
        ("7", 7, None),
        ("0034", 34, None),
        ("5,200", 5200, 5.2),
        ("5٬200", 5200, None),
        ("16,5", 16.5, None),
        ("16,50", 16.5, None),
        ("0,770", 0.77, None),
        ("0.770", 0.77, None),
        ("5.200", 5.2, 5200),
        ("5٫200", 5.2, None),
        ("1.200.000", 1_200_000, None),
        ("1,200,000", 1_200_000, None),
        ("1'200'000", 1_200_000, None),
        ("1,234,567.89", 1_234_567.89, None),
        ("1.234.567,89", 1_234_567.89, None),
        ("12٬220٫13", 12_220.13, None),
        ("1٫234٬567", 1_234_567, None),
    ],
)
def test_separators_of_figures(plain: str, value: float, other: float | None) -> None:
    assert figure_values(plain) == (value, other)


@pytest.mark.parametrize("plain", ["1,2,3", "192.168.1.1", "10,20,30", "9" * 400])
def test_figures_that_are_no_one_number(plain: str) -> None:
    assert figure_values(plain) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثمائة وخمسين", 350),
        ("ثلاث مئة وخمسون", 350),
        ("ثلثمئة", 300),
        ("ثمنمية", 800),
        ("ثماني مائة", 800),
        ("خمس مئات", 500),
        ("مئتا ألف", 200_000),
        ("مئتي ألف", 200_000),
        ("إثنى عشر", 12),
        ("اثنتا عشرة", 12),
        ("أحد عشر", 11),
        ("إحدى وثلاثون", 31),
        ("ثمان وثمانون", 88),
        ("تمانية وتلاتين", 38),
        ("خمسطعش", 15),
        ("ستاشر", 16),
        ("واحد و عشرون تريليون و ثلاثمئة", 21_000_000_000_300),
        ("ألف وخمسة", 1005),
        ("ألف خمس مئة", 1500),
        ("ألف ألف", 10**6),
        ("خمسة وعشرون ألف مليار", 25 * 10**12),
        ("مئة وثلاثة ملايين وألفان", 103_002_000),
        ("ثلاث دزينات", 36),
        ("12 ألفا و500", 12_500),
        ("3 ملايين و200 ألف", 3_200_000),
        ("3 ملايين و 200 ألف و 5", 3_200_005),
        ("2,5 مليار", 2.5e9),
        ("1.2 مليون", 1.2e6),
        ("5 مئة", 500),
        ("3ملايين", 3_000_000),
        ("١ ٢٣٤ ٥٦٧", 1_234_567),
        ("۱۲۳", 123),
        ("ألفان", 2000),
        ("ألفا رجل", 2000),
        ("ألفًا رجل", 1000),
        ("ألفا وخمسمئة", 1500),
        ("بألفين ومئتين", 2200),
        ("وثلاثة وعشرين", 23),
        ("الثلاثة والعشرين", 23),
        ("مليونا دولار", 2e6),
        ("مليون ونصف المليون", 1.5e6),
        ("مليون ونصف", 1.5e6),
        ("مليونا وربع", 1.25e6),
        ("مليون وربع مليون", 1.25e6),
        ("ثلاثة ملايين وثلاثة أرباع المليون", 3.75e6),
        ("ثلاثة ونصف مليون", 3.5e6),
        ("ثلاثة ونصف", 3.5),
        ("مئة وثلاثة أرباع", 100.75),
        ("عشرون وخمسا", 20),
        ("نصف مليون", 500_000),
        ("ثلاثة أرباع المليون", 750_000),
        ("صفر فاصلة خمسة", 0.5),
        ("ثلاثة فاصلة أربعة عشر", 3.14),
        ("كوادريليون", 1e15),
    ],
)
def test_cardinals(text: str, value: float) -> None:
    assert cardinal(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("نصف", Fraction(1, 2)),
        ("ثلثان", Fraction(2, 3)),
        ("ثلثا الأعضاء", Fraction(2, 3)),
        ("ثلثي الأعضاء", Fraction(2, 3)),
        ("ثلثا", Fraction(1, 3)),
        ("ربع", Fraction(1, 4)),
        ("ثلاثة أرباع", Fraction(3, 4)),
        ("أربعة أخماس", Fraction(4, 5)),
        ("خمسة أثمان", Fraction(5, 8)),
        ("3 أرباع", Fraction(3, 4)),
        ("خُمس", Fraction(1, 5)),
        ("½", Fraction(1, 2)),
    ],
)
def test_fractions(text: str, value: Fraction) -> None:
    found = cardinal(text)
    assert found.value == pytest.approx(float(value))
    assert found.fraction


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("خمسة وستة", 1),
        ("ألف وخمسة آلاف", 1),
        ("ألف وألفين", 1),
        ("عشرين وثلاثين", 1),
        ("مئة وألف", 1),
        ("مليون و200 ألف شخص", 4),
        ("ألف وألف", 1),
        ("خمسة عشر كتابا", 2),
        ("12 13", 1),
        ("ثلاثة و", 1),
    ],
)
def test_where_a_numeral_ends(text: str, words: int) -> None:
    assert cardinal(text).last == words


def test_alone_stops_before_what_is_joined() -> None:
    tokens = read_tokens("خمسة وعشرين")
    found = cardinal_at(tokens, 0, WORDS, alone=True)
    assert found is not None
    assert (found.value, found.last) == (5, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الأول", 1),
        ("الأولى", 1),
        ("أولى", 1),
        ("ثانى", 2),
        ("والثالثة", 3),
        ("العاشرة", 10),
        ("الحادي عشر", 11),
        ("الحادية عشرة", 11),
        ("الأحد عشر", 11),
        ("الثاني عشرة", 12),
        ("الواحد والعشرون", 21),
        ("الحادي والعشرين", 21),
        ("الخامسة والستون", 65),
        ("الثلاثون", 30),
        ("الخامس والعشرون بعد المئة", 125),
        ("الأولى بعد الألف", 1001),
        ("21st", 21),
        ("3rd", 3),
    ],
)
def test_ordinals(text: str, value: float) -> None:
    found = ordinal_at(read_tokens(text), 0, WORDS)
    assert found is not None
    assert (found.value, found.ordinal, found.last) == (value, True, len(read_tokens(text)))


@pytest.mark.parametrize("text", ["أولية", "أولي", "لست", "كمية", "الأحد", "شخص", "وأحد", "حادي", "الألفي"])
def test_words_that_are_no_numerals(text: str) -> None:
    tokens = read_tokens(text)
    assert ordinal_at(tokens, 0, WORDS) is None
    assert cardinal_at(tokens, 0, WORDS) is None


def test_how_a_numeral_is_written() -> None:
    assert cardinal("12").written == "digits"
    assert cardinal("12 ألفا").written == "mixed"
    assert cardinal("12 ألفا").scale == 1000
    assert cardinal("اثنا عشر ألفا").written == "words"
    assert cardinal("ألفان").dual
    assert not cardinal("ألف").dual
    assert cardinal("والخمسة").definite
    assert cardinal("بخمسة").particles == "ب"


@given(wholes, styles)
@example(10**15 - 1, Style())
@example(2_002_002, Style(case="oblique", joint=" و "))
@example(211_811, Style(feminine=True, hundred="مائة", apart=True))
def test_spelled_numbers_read_back(number: int, style: Style) -> None:
    text = spelled(number, style)
    found = cardinal(text)
    assert (found.value, found.last) == (number, len(read_tokens(text)))


def grouped(number: int, zero: str, thousands: str) -> str:
    digits = f"{number:,}".replace(",", thousands)
    return "".join(chr(ord(zero) + int(d)) if d.isascii() and d.isdigit() else d for d in digits)


@given(wholes, st.sampled_from("0٠۰"), st.sampled_from(("", ",", "٬", "'", ".")))
def test_figures_read_back(number: int, zero: str, thousands: str) -> None:
    if thousands == "." and number < 10**6:
        thousands = ""  # one point before three digits is a decimal point
    found = cardinal(grouped(number, zero, thousands))
    assert (found.value, found.last) == (number, 1)


@given(st.integers(1, 10**12), st.integers(1, 99), st.sampled_from("0٠۰"), st.sampled_from(((",", "."), ("٬", "٫"))))
def test_decimals_read_back(whole: int, part: int, zero: str, marks: tuple[str, str]) -> None:
    text = grouped(whole, zero, marks[0]) + marks[1] + grouped(part, zero, "").rjust(2, zero)
    assert cardinal(text).value == pytest.approx(whole + part / 100, rel=1e-12)


@given(st.text(alphabet=sorted({*"0123٣,.-/%() و", *"ألفمليونخسةعشربضثتاد"}), max_size=60))
def test_numerals_end_inside_the_text(text: str) -> None:
    tokens = read_tokens(text)
    for at in range(len(tokens)):
        for found in (cardinal_at(tokens, at, WORDS), ordinal_at(tokens, at, WORDS)):
            assert found is None or (found.first == at < found.last <= len(tokens) and found.value < 1e35)


def test_every_fault_of_the_table_is_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "lexicon"
    folder.mkdir()
    rows = ("role\tvalue\tforms\tending", "unit\tthree\tثلاثة", "digit\t4\tأربعة", "unit\t5", "unit\t1\tواحد\tأحد")
    (folder / "numerals.tsv").write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_numeral_words(tmp_path)
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4, 5]
