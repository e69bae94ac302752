"""The comparison with public lists of office-holders: how rows are read, joined, judged, and the reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.compare_public import Held, alike, best, compare, explained, joined, main, read_held
from workbench.knowledge.facts.world import World, load_world
from workbench.knowledge.time.days import read_day
from workbench.resources import resource_folder


@pytest.fixture(scope="module")
def world() -> World:
    return load_world(resource_folder() / "knowledge")


def held(office: str, name: str, start: str, end: str, source: str = "a/list") -> Held:
    return Held(source, office, name, read_day(start), read_day(end) if end else None)


@pytest.mark.parametrize(
    ("start", "end", "verdict", "a_year_off"),
    [
        ("1989-01-20", "1993-01-20", "to the day", False),
        ("1989-01-20", "1993-01-19", "a day apart", False),
        ("1989-01", "1993-01-20", "to the month", False),
        ("1989-01-03", "1993-01-20", "to the month", False),
        ("1989", "1993-01-20", "to the day", False),
        ("1989-01-20", "1992-12-31", "differs", False),
        ("1989-01-20", "1992-01-20", "differs", True),
        ("1989-01-20", "", "to the day", False),
    ],
)
def test_a_row_is_judged_by_its_worse_date(world: World, start: str, end: str, verdict: str, a_year_off: bool) -> None:
    (pair,) = compare([held("us-president", "George Bush", start, end)], world).pairs
    assert pair.term.person == "george-h-w-bush"
    assert (pair.verdict, pair.a_year_off) == (verdict, a_year_off)


def test_a_rough_date_of_ours_is_right_to_the_month_at_best(world: World) -> None:
    (pair,) = compare([held("iq-prime-minister", "Ayad Allawi", "2004-06-01", "2005-05-03")], world).pairs
    assert str(pair.term.start) == "2004-06"
    assert pair.verdict == "to the month"


@pytest.mark.parametrize(
    ("start", "end", "next_start", "handed"),
    [
        ("1989-01-20", "1993-01-19", "1993-01-20", True),  # counts the last full day
        ("1989-01-20", "1993-01-19", "1993-01-19", False),  # has another day altogether
        ("1989-01-20", "1993-01-19", "", False),  # has no neighbour to prove it
        ("1989-01-19", "1993-01-19", "1993-01-20", False),  # the start stays unproved
        ("1989-01-20", "1993-01-20", "1993-01-21", False),  # nothing to prove
    ],
)
def test_a_neighbouring_row_proves_another_way_of_handing_over(
    world: World, start: str, end: str, next_start: str, handed: bool
) -> None:
    rows = [held("us-president", "George Bush", start, end)]
    if next_start:
        rows.append(held("us-president", "Bill Clinton", next_start, "2001-01-20"))
    (pair,) = (each for each in compare(rows, world).pairs if each.term.person == "george-h-w-bush")
    assert pair.handed == handed


def test_a_row_of_another_list_or_of_the_same_name_proves_nothing(world: World) -> None:
    rows = [
        held("us-president", "George Bush", "1989-01-20", "1993-01-19"),
        held("us-president", "Bill Clinton", "1993-01-20", "2001-01-20", "b/list"),
        held("us-vice-president", "Al Gore", "1993-01-20", "2001-01-20"),
    ]
    (pair,) = (each for each in compare(rows, world).pairs if each.term.person == "george-h-w-bush")
    assert not pair.handed


def test_each_term_of_a_person_has_its_own_row(world: World) -> None:
    rows = [held("us-house-speaker", "Nancy Pelosi", "2019-01-03", "2023-01-03"),
            held("us-house-speaker", "Nancy Pelosi", "2007-01-04", "2011-01-03")]  # fmt: skip
    pairs = compare(rows, world).pairs
    assert sorted((str(pair.held.start), str(pair.term.start)) for pair in pairs) == [
        ("2007-01-04", "2007-01-04"), ("2019-01-03", "2019-01-03")
    ]  # fmt: skip


def test_a_stranger_is_unknown_and_a_term_without_a_row_is_unlisted(world: World) -> None:
    found = compare([held("us-president", "Martin Sheen", "1999-09-22", "2006-05-14")], world)
    assert not found.pairs
    assert [each.name for each in found.unknown] == ["Martin Sheen"]
    assert len(found.unlisted) == len(world.terms["us-president"])


def test_of_two_lists_the_one_that_agrees_counts(world: World) -> None:
    rows = [held("us-president", "Bill Clinton", "1993-01-20", "2001-03-20", "a/list"),
            held("us-president", "Bill Clinton", "1993-01-20", "2001-01-20", "b/list")]  # fmt: skip
    (pair,) = best(compare(rows, world).pairs)
    assert pair.held.source == "b/list"


def test_rows_that_touch_are_joined() -> None:
    rows = [held("o", "A", "2001-01-20", "2005-01-20"), held("o", "A", "2005-01-21", "2009-01-20"),
            held("o", "A", "2010-01-01", "2011-01-01"), held("o", "B", "2009-01-20", "")]  # fmt: skip
    assert [(each.name, str(each.start), str(each.end)) for each in joined(rows)] == [
        ("A", "2001-01-20", "2009-01-20"), ("A", "2010-01-01", "2011-01-01"), ("B", "2009-01-20", "None")
    ]  # fmt: skip


def test_an_open_row_takes_in_what_follows() -> None:
    rows = [held("o", "A", "2001-01-20", ""), held("o", "A", "2005-01-21", "2009-01-20")]
    assert [each.end for each in joined(rows)] == [None]


@pytest.mark.parametrize(
    ("name", "ours", "enough"),
    [
        ("Usama al-Nujayfi", "Osama al-Nujaifi", True),
        ("Abdullah of Saudi Arabia", "King Abdullah", True),
        ("Binali Yıldırım", "Binali Yildirim", True),
        ("Han Duck-soo", "Han Myeong-sook", False),
        ("Mohammad Al Khalid", "Hamad Jaber", False),
    ],
)
def test_names_are_alike_when_half_of_the_shorter_is_found(name: str, ours: str, enough: bool) -> None:
    assert (alike(name, ours) >= 0.5) == enough


def test_a_file_is_read_and_a_bad_one_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.csv"
    path.write_text("source;country;office;name;start;end\na;US;us-president;Bill Clinton;1993-01-20;\n", "utf-8")
    assert read_held(path) == [held("us-president", "Bill Clinton", "1993-01-20", "", "a")]
    path.write_text("source;country;office;name;start;end\na;US;us-president;Bill Clinton;1993-13-20;\n", "utf-8")
    assert main([str(path)]) == 2
    assert "x.csv:2:" in capsys.readouterr().err
    path.write_text("name;start\n", "utf-8")
    assert main([str(path)]) == 2


def test_figures_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "source;country;office;name;start;end\n"
        "a/list;US;us-president;Bill Clinton;1993-01-20;2001-01-20\n"
        "a/list;US;us-president;Barack Obama;2009-01-20;2016-01-20\n",
        "utf-8",
    )
    assert main([str(path)]) == 0
    printed = capsys.readouterr().out
    assert "right to the month: 1 of 2, 50.0% as the lists stand" in printed
    assert "50.0% with 0 by another way of handing over" in printed
    assert "a year off: 1, 1 without a reason" in printed
    assert "of these, the 2 that name another source:" in printed


def test_every_reason_stands_once_and_names_an_office_of_ours(world: World) -> None:
    reasons = explained()
    assert len(reasons) > 100
    assert all(office in world.offices and reason for (office, _, _, _), reason in reasons.items())
