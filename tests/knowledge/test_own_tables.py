"""A person's own tables beside the program's: used where they are right, told with file and line where they are not."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import main
from workbench.knowledge.facts.all_tables import TABLES
from workbench.knowledge.facts.own_tables import validate_file, validate_own
from workbench.knowledge.facts.world import World, load_world
from workbench.resources import resource_folder

FOLDER = resource_folder() / "knowledge"
PERSON = "salma-test\t\tSalma Test\tسلمى النجاري الثانية\tالنجاري\t\tf\t1960\t\town notes"
OFFICE = "jo-test-board\tBoard of Tests\tرئيسة مجلس الاختبار الأردني\tother\tJO\t\tone\t\t\town notes"
TERM = "salma-test\tjo-test-board\t2010-05-01\t2012-06-30\tresigned\tholder\town notes"


def write(own: Path, table: str, *rows: str, name: str = "mine.tsv") -> Path:
    (own / table).mkdir(parents=True, exist_ok=True)
    path = own / table / name
    path.write_text("\n".join(["\t".join(TABLES[table]), *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    write(folder, "people", PERSON)
    write(folder, "offices", OFFICE)
    write(folder, "terms", TERM)
    return folder


def load(own: Path) -> World:
    return load_world(FOLDER, own)


def told(world: World) -> list[tuple[str, int]]:
    return [(fault.file, fault.line) for fault in world.unused]


def test_right_rows_are_used(own: Path) -> None:
    write(own, "organisations", "test-guild\tGuild of Tests\tنقابة المختبرين الأردنيين\tbody\tJO\t1990\t\t\town notes")
    write(own, "places", "test-hill\tTest Hill\tتلة الاختبار\tvillage\tamman\tJO\t31.9\t35.9\t\t\town notes")
    world = load(own)
    assert world.unused == ()
    assert [term.person for term in world.holders("jo-test-board", dt.date(2011, 1, 1))] == ["salma-test"]
    assert world.people["salma-test"].name == "سلمى النجاري الثانية"
    assert "test-guild" in world.organisations
    assert world.places["test-hill"].parent == "amman"
    assert len(world.people) == len(load_world(FOLDER).people) + 1


@pytest.mark.parametrize("own", [None, Path("/nowhere/at/all")])
def test_without_own_tables_all_is_as_before(own: Path | None) -> None:
    world = load_world(FOLDER, own)
    assert world.unused == ()
    assert set(world.people) == set(load_world(FOLDER).people)


BAD = [
    ("people", "joe-biden\t\tJoe\tجو بايدن الآخر\t\t\tm\t\t\tnotes", "stands already in people/us.tsv"),
    ("people", "Carl_X\t\tCarl\tكارل نور\t\t\tm\t\t\tnotes", "is no slug"),
    ("people", "carl-test\tQ6279\tCarl\tكارل نور\t\t\tm\t\t\tnotes", "Q6279 stands already"),
    ("people", "carl-test\t\tCarl\t\t\t\tm\t\t\tnotes", "needs an id and a name"),
    ("people", "carl-test\t\tCarl\tكارل نور\t\t\tm\t1960-02-30\t\tnotes", "day is out of range"),
    ("people", "carl-test\t\tCarl\tكارل نور\t\t\tm\t\t\tnotes\tmore", "11 cells where 10"),
    ("offices", "jo-x\tX\tرئيس\tmonarch\tJO\t\tone\t\t\tnotes", "unknown kind of office"),
    ("offices", "jo-x\tX\tرئيس\tother\tQQ\t\tone\t\t\tnotes", "unknown country"),
    ("terms", "nobody-at-all\tjo-test-board\t2014\t2015\tresigned\tholder\tnotes", "unknown person 'nobody-at-all'"),
    ("terms", "salma-test\tjo-nothing\t2014\t2015\tresigned\tholder\tnotes", "unknown office"),
    ("terms", "salma-test\tjo-test-board\t2015\t2014\tresigned\tholder\tnotes", "before it starts"),
    ("terms", "salma-test\tjo-test-board\tsoon\t2014\tresigned\tholder\tnotes", "is no day"),
    ("terms", "salma-test\tus-president\t2014\t2015\tresigned\tholder\tnotes", "barack-obama leaves it"),
    # told at the program's row, where the one that follows stands
    ("terms", "salma-test\tus-president\t1993-02-01\t2010\tresigned\tholder\tnotes", "us-president"),
    ("organisations", "test-club\tClub\tناد\tgang\t\t\t\t\tnotes", "unknown kind of organisation"),
    ("places", "test-town\tTown\tبلدة\ttown\tnowhere-x\tJO\t\t\t\t\tnotes", "unknown parent"),
    ("places", "test-town\tTown\tبلدة\ttown\t\tJO\tnorth\t1\t\t\tnotes", "are no degrees"),
]


@pytest.mark.parametrize(("table", "row", "said"), BAD, ids=[f"{row[0]}: {row[2]}" for row in BAD])
def test_a_faulty_row_is_told_and_the_rest_used(own: Path, table: str, row: str, said: str) -> None:
    good = {"people": [PERSON], "offices": [OFFICE], "terms": [TERM]}.get(table, [])
    write(own, table, *good, row)
    world = load(own)
    line = len(good) + 2
    assert set(told(world)) == {(f"own/{table}/mine.tsv", line)}
    assert any(said in fault.message for fault in world.unused)
    assert [term.person for term in world.holders("jo-test-board", dt.date(2011, 1, 1))] == ["salma-test"]
    assert [term.person for term in world.holders("us-president", dt.date(2011, 1, 1))] == ["barack-obama"]
    assert {(f.file, f.line) for f in validate_own(own, FOLDER)} >= {(f"own/{table}/mine.tsv", line)}


def test_what_leans_on_a_faulty_row_falls_with_it(own: Path) -> None:
    write(own, "people", PERSON.replace("\tf\t", "\tx\t"))
    world = load(own)
    assert told(world) == [("own/people/mine.tsv", 2), ("own/terms/mine.tsv", 2)]
    assert "salma-test" not in world.people
    assert "jo-test-board" in world.offices


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "cannot be read"), (b"", "no header"), (b"who\twhen\n", "the header must be"),
        (b"\0", "header"),
    ],
)
def test_a_file_that_is_no_table_is_told(own: Path, data: bytes, said: str) -> None:
    (own / "people" / "broken.tsv").write_bytes(data)
    world = load(own)
    assert [fault.file for fault in world.unused] == ["own/people/broken.tsv"]
    assert said in world.unused[0].message
    assert "salma-test" in world.people


def test_a_newer_end_takes_the_place_of_a_term_that_has_not_ended(tmp_path: Path) -> None:
    before = load_world(FOLDER)
    last = before.terms["us-president"][-1]
    assert last.end is None
    write(
        tmp_path,
        "terms",
        f"{last.person}\tus-president\t{last.start}\t2029-01-20\tend-of-term\tholder\tnotes",
        "salma-test\tus-president\t2029-01-20\t>2029-05-01\t\tholder\tnotes",
    )
    write(tmp_path, "people", PERSON)
    world = load_world(FOLDER, tmp_path)
    assert world.unused == ()
    assert [str(term.end) for term in world.terms["us-president"][-2:-1]] == ["2029-01-20"]
    assert [term.person for term in world.holders("us-president", dt.date(2029, 4, 1))] == ["salma-test"]
    assert len(world.terms["us-president"]) == len(before.terms["us-president"]) + 1


def test_a_successor_may_be_entered_alone(tmp_path: Path) -> None:
    last = load_world(FOLDER).terms["us-president"][-1]
    write(tmp_path, "people", PERSON)
    write(tmp_path, "terms", "salma-test\tus-president\t2029-01-20\t>2029-05-01\t\tholder\tnotes")
    world = load_world(FOLDER, tmp_path)
    assert world.unused == ()
    assert [term.person for term in world.terms["us-president"][-2:]] == [last.person, "salma-test"]


def test_a_gap_is_told_by_the_lint_and_the_row_used(own: Path) -> None:
    write(own, "terms", TERM, TERM.replace("2010-05-01", "2015-05-01").replace("2012-06-30", "2016-06-30"))
    assert load(own).unused == ()
    assert [(f.line, f.message.split(" from")[0]) for f in validate_own(own, FOLDER)] == [
        (3, "nobody is entered for jo-test-board")
    ]


def test_a_single_file_is_judged_beside_the_other_own_ones(own: Path) -> None:
    assert validate_file(own / "terms" / "mine.tsv", FOLDER, own) == ()
    assert [f.message for f in validate_file(own / "terms" / "mine.tsv", FOLDER)] == [
        "unknown office 'jo-test-board'", "unknown person 'salma-test'",
    ]  # fmt: skip


# -------------------------------------------------------------------------------------------------- the command line


def run(own: Path, *words: str) -> Result:
    return CliRunner(env={"WORKBENCH_USER_FOLDER": str(own.parent)}).invoke(main, list(words))


def test_the_check_uses_own_terms(own: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("قالت رئيسة مجلس الاختبار الأردني سلمى النجاري الثانية إن المجلس يجتمع اليوم.", encoding="utf-8")
    found = run(own, "check", str(article), "--date-a", "2008-05-05", "--format", "json")
    kinds = [(f["family"], f["spans"][0]["text"]) for f in json.loads(found.stdout)["findings"]]
    assert ("anachronism", "رئيسة مجلس الاختبار الأردني سلمى النجاري الثانية") in kinds
    assert found.stderr == ""
    in_term = run(own, "check", str(article), "--date-a", "2011-05-05", "--format", "json")
    assert "anachronism" not in {f["family"] for f in json.loads(in_term.stdout)["findings"]}


@pytest.mark.parametrize("batch", [False, True])
def test_the_check_tells_faulty_rows_once_and_goes_on(own: Path, tmp_path: Path, batch: bool) -> None:
    write(own, "people", PERSON, "Carl_X\t\tCarl\tكارل نور\t\t\tm\t\t\tnotes")
    article = tmp_path / "a.txt"
    article.write_text("قالت وزارة الصحة إن ثلاثة أشخاص أصيبوا.", encoding="utf-8")
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "1", "a": article.read_text(encoding="utf-8")}), encoding="utf-8")
    result = run(own, "check", *(["--pairs", str(pairs)] if batch else [str(article)]), "--lang", "en")
    assert result.exit_code == 0
    assert result.stderr.count("mine.tsv:3: 'Carl_X' is no slug") == 1
    assert "1 row of your own tables not used" in result.stderr


def test_many_faults_are_told_shortly(own: Path, tmp_path: Path) -> None:
    write(own, "people", *(f"Bad_{n}\t\tBad\tسيئ {n}\t\t\tm\t\t\tnotes" for n in range(40)))
    article = tmp_path / "a.txt"
    article.write_text("قالت وزارة الصحة إن ثلاثة أشخاص أصيبوا.", encoding="utf-8")
    result = run(own, "check", str(article))
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) <= 8
    assert "workbench knowledge validate" in result.stderr
    lint = run(own, "knowledge", "validate")
    assert lint.exit_code == 1
    assert len([line for line in lint.stdout.splitlines() if "mine.tsv" in line and "no slug" in line]) == 40


def test_the_lint_names_the_file_where_it_lies(own: Path) -> None:
    path = write(own, "people", "Carl_X\t\tCarl\tكارل نور\t\t\tm\t\t\tnotes")
    assert f"{path}:2: " in run(own, "knowledge", "validate").stdout
    assert run(own, "knowledge", "validate", str(path)).exit_code == 1
