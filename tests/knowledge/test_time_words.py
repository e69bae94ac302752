"""The tables of times: valid, complete, one meaning a name; every fault told at once; calendars and zones."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.knowledge.tables import TableError, read_table
from workbench.knowledge.time.calendars import (
    easter,
    feast_days,
    hijri_days,
    hijri_of,
    longest_month,
    months_later,
)
from workbench.knowledge.time.zones import utc_offset, utc_offsets
from workbench.knowledge.words.time_words import load_time_words
from workbench.resources import resource_folder

WORDS = load_time_words(resource_folder())
LEXICON = resource_folder() / "lexicon"


def test_every_month_has_its_names() -> None:
    named = {(w.value, w.number, w.detail) for entry in WORDS.readings.values() for w in entry if w.kind == "month"}
    assert {(calendar, number) for calendar, number, _ in named} == {
        (calendar, number) for calendar in ("gregorian", "hijri") for number in range(1, 13)
    }
    assert {number for _, number, system in named if system == "levant"} == set(range(1, 13))


@pytest.mark.parametrize(("key", "written"), [("اوت", {"أوت", "اوت"}), ("اب", {"آب", "أب", "اب"}), ("كانون", set())])
def test_a_month_with_a_marked_alef_is_spelled_as_the_table_spells_it_or_bare(key: str, written: set[str]) -> None:
    months = [word for word in WORDS.readings[key] if word.kind == "month"]
    assert set().union(*(word.spelled for word in months)) == written


def test_a_name_is_of_one_month() -> None:
    meant: dict[tuple[object, ...], set[tuple[str, int]]] = {}
    for first, entry in WORDS.readings.items():
        for word in entry:
            if word.kind == "month":
                meant.setdefault((first, word.rest, word.spelled), set()).add((word.value, word.number))
    assert {name: months for name, months in meant.items() if len(months) > 1} == {}


def test_the_longest_phrase_comes_first() -> None:
    for entry in WORDS.readings.values():
        assert all(len(left.rest) >= len(right.rest) for left, right in pairwise(entry))


def test_every_zone_exists() -> None:
    for entry in WORDS.zones.values():
        for _, zone in entry:
            ZoneInfo(zone)


def test_parts_of_the_day_begin_before_they_end() -> None:
    for part in WORDS.parts.values():
        assert dt.time.fromisoformat(part.begin) <= dt.time.fromisoformat(part.end)
        assert part.half in ("am", "pm", "noon", "night")
        assert part.timex in ("MO", "MD", "AF", "EV", "NI", "DT")


def test_every_feast_has_a_day_in_most_years() -> None:
    for row in read_table(LEXICON / "holidays.tsv", ("rule", "days", "names")):
        found = [feast_days(row["rule"], int(row["days"]), year) for year in range(1990, 2030)]
        assert sum(map(bool, found)) >= 38, row["rule"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(LEXICON, tmp_path / "lexicon")
    with (tmp_path / "lexicon" / "months.tsv").open("a", encoding="utf-8") as table:
        table.write("julian\t13\tgulf\tsometimes\tمارس\n")
    with (tmp_path / "lexicon" / "times.tsv").open("a", encoding="utf-8") as table:
        table.write("nonsense\t0\tكلمة\nday\tsoon\tبُعيد\n")
    with (tmp_path / "lexicon" / "weekdays.tsv").open("a", encoding="utf-8") as table:
        table.write("8\t\t\n")
    with pytest.raises(TableError) as error:
        load_time_words(tmp_path)
    assert len(error.value.faults) == 8
    assert {fault.file for fault in error.value.faults} == {"months.tsv", "times.tsv", "weekdays.tsv"}


# Western Easter Sundays and Hijri new years that anyone can look up
EASTERS = [(1961, 4, 2), (1999, 4, 4), (2008, 3, 23), (2011, 4, 24), (2013, 3, 31), (2024, 3, 31), (2038, 4, 25)]


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    found = easter(year)
    assert found is not None
    assert found.isoweekday() == 7
    assert dt.date(year, 3, 22) <= found <= dt.date(year, 4, 25)


@given(st.dates(dt.date(1930, 1, 1), dt.date(2070, 12, 31)))
def test_hijri_and_gregorian_agree(day: dt.date) -> None:
    hijri = hijri_of(day)
    assert hijri is not None
    assert hijri_days(*hijri) == (day, day)


def test_hijri_dates_outside_the_tables_are_not_known() -> None:
    assert hijri_days(9999, 1, 1) is None
    assert hijri_days(1440, 13, 1) is None
    assert hijri_days(1440, 1, 31) is None
    assert hijri_of(dt.date(1800, 1, 1)) is None


@given(st.dates(dt.date(2, 1, 1), dt.date(9990, 1, 1)), st.integers(-12, 12))
def test_months_later_keeps_the_day_where_it_can(day: dt.date, months: int) -> None:
    moved = months_later(day, months)
    assert moved is not None
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day <= day.day <= longest_month(day.month)


OFFSETS = [
    ("Asia/Baghdad", dt.date(2019, 3, 12), 180), ("Asia/Baghdad", dt.date(2005, 7, 1), 240),
    ("Africa/Cairo", dt.date(2013, 7, 1), 120), ("Africa/Cairo", dt.date(2023, 7, 1), 180),
    ("Asia/Tehran", dt.date(2024, 3, 21), 210), ("Africa/Casablanca", dt.date(2024, 3, 21), 0),
    ("America/Mexico_City", dt.date(2013, 1, 31), -360),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "day", "minutes"), OFFSETS)
def test_offsets(zone: str, day: dt.date, minutes: int) -> None:
    assert utc_offset(zone, day) == minutes
    assert minutes in utc_offsets(zone, day, day)


def test_a_zone_that_does_not_exist_has_no_offset() -> None:
    assert utc_offset("Asia/Atlantis", dt.date(2020, 1, 1)) is None
    assert utc_offsets("Asia/Atlantis", dt.date(2020, 1, 1), dt.date(2020, 1, 2)) == frozenset()
