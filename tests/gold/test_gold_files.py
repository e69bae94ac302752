"""The gold itself: well formed, true to its texts, right about the calendar, and nobody else's words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.gold.pieces import FOLDER, HARD, KINDS, PLACES, RELATIONS, ROW_KINDS, Piece, Row, read_pieces

PIECES = read_pieces()
SHARED = FOLDER.parents[2] / "shared" / "gold"

PIECE_KEYS = {"id", "about", "date_a", "date_b", "clean", *ROW_KINDS}
ROW_KEYS = {
    "expect": {"id", "family", "kinds", "why", "weight", "occurs", *PLACES},
    "align": {"id", "relation", "why", "occurs", "a", "a2", "b"},
    "never": {"id", "family", "events", "why", "occurs", *PLACES},
    "may": {"id", "family", "kinds", "why", "occurs", *PLACES},
}
LONGEST_HARD, LONGEST = 120, 300
FEWEST_WORDS, MOST_WORDS = 80, 350  # the shared pieces are as short

WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
MONTHS = [
    "يناير كانون الثاني جانفي",
    "فبراير شباط فيفري",
    "مارس آذار",
    "أبريل إبريل نيسان أفريل",
    "مايو أيار ماي",
    "يونيو حزيران جوان",
    "يوليو تموز جويلية",
    "أغسطس آب أوت غشت",
    "سبتمبر أيلول شتنبر",
    "أكتوبر تشرين الأول",
    "نوفمبر تشرين الثاني نونبر",
    "ديسمبر كانون الأول دجنبر",
]
MONTH_OF = {
    name: number for number, names in enumerate(MONTHS, 1) for name in re.findall(r"(?:كانون|تشرين) \w+|\w+", names)
}
NAMES = "|".join(sorted(MONTH_OF, key=len, reverse=True))
DATED_WEEKDAY = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)}) (?P<day>[0-9٠-٩]{{1,2}}) "
    rf"(?P<month>{NAMES})(?:/(?:{NAMES}))?(?: (?P<year>[0-9٠-٩]{{4}}))?"
)


def hits(text: str, words: str) -> int:
    return len(re.findall(rf"(?={re.escape(words)})", text))


def faults_of_row(piece: Piece, kind: str, row: Row) -> Iterator[str]:
    if unknown := set(row) - ROW_KEYS[kind]:
        yield f"keys nobody reads: {sorted(unknown)}"
    if not any(place in row for place in PLACES):
        yield "names no words"
    if kind == "align":
        relations = row["relation"] if isinstance(row["relation"], list) else [row["relation"]]
        if set(relations) - set(RELATIONS):
            yield f"no such relation: {relations}"
        if len({"a", "a2", "b"} & set(row)) != 2:
            yield "an alignment has two sides"
    else:
        family = row.get("family")
        if family not in KINDS:
            yield f"no such family: {family}"
        elif set(row.get("kinds", ())) - set(KINDS[family]):
            yield f"no such kind of {family}: {row['kinds']}"
        if kind in ("expect", "never") and not row.get("why"):
            yield "gives no reason"
        if family == "contradiction" and sum(place in row for place in PLACES) != 2:
            yield "a contradiction has two sides"
    if row.get("events", "different") != "different":
        yield f"events: {row['events']}"
    longest = LONGEST_HARD if row.get("family") in HARD else LONGEST
    for place in PLACES:
        if place not in row:
            continue
        words, text = row[place], piece.texts.get(place[0])
        if text is None:
            yield f"{place}: there is no such article"
            continue
        count, wanted = hits(text, words), row.get("occurs", {}).get(place, 1)
        if count != wanted:
            yield f"{place}: stands {count} times in the text, not {wanted}: {words}"
        if len(words) > longest or "\n" in words or words != words.strip():
            yield f"{place}: no span that a finding could have: {words}"


def faults_of_piece(piece: Piece) -> Iterator[str]:
    gold = piece.gold
    if gold["id"] != piece.id:
        yield f"id {gold['id']}"
    if unknown := set(gold) - PIECE_KEYS:
        yield f"keys nobody reads: {sorted(unknown)}"
    if "a" not in piece.texts:
        yield "has no article"
    for side in "ab":
        try:
            given = piece.date(side)
        except ValueError:
            yield f"date_{side}: {gold[f'date_{side}']}"
            continue
        if given is not None and side not in piece.texts:
            yield f"date_{side} without an article"
    for side, text in piece.texts.items():
        words = len(text.split())
        if not FEWEST_WORDS <= words <= MOST_WORDS:
            yield f"{side}: {words} words"
        if text != text.strip("\n") + "\n" or "\r" in text or "\t" in text:
            yield f"{side}: line ends"
    hard = [row["id"] for row in piece.rows("expect") if row["family"] in HARD]
    if bool(gold.get("clean")) == bool(hard):
        yield f"clean: {gold.get('clean')}, hard faults: {hard}"
    for kind in ROW_KINDS:
        names = Counter(row["id"] for row in piece.rows(kind))
        if twice := [name for name, count in names.items() if count > 1]:
            yield f"{kind}: ids twice: {twice}"
    for kind, row in piece.all_rows():
        for fault in faults_of_row(piece, kind, row):
            yield f"{kind} {row['id']}: {fault}"


def test_every_piece_is_well_formed() -> None:
    faults = [f"{piece.id}: {fault}" for piece in PIECES for fault in faults_of_piece(piece)]
    assert not faults, "\n".join(faults)


def test_no_text_without_its_gold() -> None:
    named = {f"{piece.id}-{side}.txt" for piece in PIECES for side in piece.texts}
    assert {path.name for path in FOLDER.glob("*.txt")} == named


def test_the_collection_is_broad_enough() -> None:
    pairs = [piece for piece in PIECES if piece.paired]
    clean = [piece for piece in PIECES if piece.gold.get("clean")]
    tempting = [piece for piece in PIECES if any(row.get("events") == "different" for row in piece.rows("never"))]
    assert len(PIECES) >= 34
    assert len(pairs) >= 24
    assert len(PIECES) - len(pairs) >= 10
    assert 3 * len(clean) >= len(PIECES)
    assert 3 * len(tempting) >= len(PIECES)


@pytest.mark.parametrize("family", sorted(set(KINDS) - {"sourcing"}))
def test_every_kind_is_planted_somewhere(family: str) -> None:
    planted = {
        kind
        for piece in PIECES
        for row in piece.rows("expect")
        if row["family"] == family
        for kind in row.get("kinds", ())
    }
    assert planted == set(KINDS[family])


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_dated_weekdays_are_right_unless_planted(piece: Piece) -> None:
    for side, text in piece.texts.items():
        planted = [row[side] for row in piece.rows("expect") if row["family"] == "calendar" and side in row]
        for match in DATED_WEEKDAY.finditer(text):
            article = piece.date(side)
            assert match["year"] or article is not None, f"{side}: {match.group()} has no year"
            year = int(match["year"]) if match["year"] else article.year
            day = dt.date(year, MONTH_OF[match["month"]], int(match["day"]))
            wrong = WEEKDAYS[day.weekday()] != match["weekday"]
            expected = any(match.group() in words or words in match.group() for words in planted)
            assert wrong == expected, f"{side}: {match.group()} was {WEEKDAYS[day.weekday()]}"


def test_the_calendar_check_has_something_to_check() -> None:
    assert sum(len(DATED_WEEKDAY.findall(text)) for piece in PIECES for text in piece.texts.values()) >= 15


def test_an_expected_fault_is_no_trap() -> None:
    """A row that asks for a finding and one that forbids it never name the same places."""
    for piece in PIECES:
        asked = {
            (row["family"], *(row.get(place) for place in PLACES)) for row in piece.rows("expect") + piece.rows("may")
        }
        forbidden = {(row["family"], *(row.get(place) for place in PLACES)) for row in piece.rows("never")}
        assert not asked & forbidden, piece.id


def test_articles_have_a_headline_and_a_body() -> None:
    for piece in PIECES:
        for side, text in piece.texts.items():
            headline, *body = text.strip().split("\n\n")
            assert "\n" not in headline, f"{piece.id}-{side}"
            assert 3 <= len(headline.split()) <= 16, f"{piece.id}-{side}"
            assert len(body) >= 4, f"{piece.id}-{side}"


def passages(text: str, length: int = 7) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_no_passage_is_taken_from_the_shared_gold() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared gold does not stand beside this checkout")
    theirs = {passage for path in SHARED.glob("*.txt") for passage in passages(path.read_text(encoding="utf-8"))}
    for piece in PIECES:
        for side, text in piece.texts.items():
            assert not passages(text) & theirs, f"{piece.id}-{side}"


def test_no_piece_repeats_another() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for piece in PIECES:
        own = {passage for text in piece.texts.values() for passage in passages(text, 9)}
        for passage in own:
            assert seen.setdefault(passage, piece.id) == piece.id, " ".join(passage)
