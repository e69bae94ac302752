"""Answers of Wikidata's query service: read in every form, held against the tables, written to the person's own."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import main
from workbench.importing.wikidata import ImportingError, import_file
from workbench.importing.wikidata_rows import NotQueryResultsError, Statement, read_statements
from workbench.importing.wikidata_terms import Plan
from workbench.knowledge.facts.validation import validate_folder
from workbench.knowledge.facts.world import World, load_world
from workbench.resources import resource_folder

FOLDER = resource_folder() / "knowledge"
ENTITY = "http://www.wikidata.org/entity/"
AS_OF = dt.date(2025, 9, 30)


def sparql(*rows: dict[str, str]) -> str:
    """Rows as the query service gives them in SPARQL JSON."""
    bindings = [
        {
            name: {"type": "uri" if value.startswith("http") else "literal", "value": value}
            for name, value in row.items()
        }
        for row in rows
    ]
    return json.dumps(
        {"head": {"vars": sorted({name for row in rows for name in row})}, "results": {"bindings": bindings}}
    )


def table(*rows: dict[str, str]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return "\n".join([",".join(names), *(",".join(f'"{row.get(n, "")}"' for n in names) for row in rows)])


NEW = {
    "person": ENTITY + "Q900000001", "personLabel": "Lamis Example", "personLabelAr": "لميس المثالية",
    "position": ENTITY + "Q900000002", "positionLabel": "President of Chad",
    "start": "1979-03-23T00:00:00Z", "end": "1979-04-29T00:00:00Z",
}  # fmt: skip
BIDEN = {
    "person": ENTITY + "Q6279", "personLabel": "Joe Biden", "position": ENTITY + "Q11696",
    "positionLabel": "President of the United States", "start": "2021-01-20T00:00:00Z", "end": "2025-01-20T00:00:00Z",
}  # fmt: skip


def run_import(tmp_path: Path, text: str, office: str | None = None, dry_run: bool = False) -> Plan:
    path = tmp_path / "answer"
    path.write_text(text, encoding="utf-8")
    return import_file(path, FOLDER, tmp_path / "own", office, AS_OF, dry_run)


def load(tmp_path: Path) -> World:
    return load_world(FOLDER, tmp_path / "own")


def whats(plan: Plan) -> list[tuple[str, tuple[int, ...]]]:
    return [(change.what, change.rows) for change in plan.changes]


# ------------------------------------------------------------------------------------------------------------- reading

FORMS = [
    ("SPARQL JSON", sparql(NEW)),
    ("list", json.dumps([NEW])),
    ("CSV", table(NEW)),
    ("CSV with BOM and Windows line ends", "\ufeff" + table(NEW).replace("\n", "\r\n")),
    ("CSV with semicolons", table(NEW).replace('","', '";"').replace(",", ";")),
    ("TSV", table(NEW).replace('"', "").replace(",", "\t")),
]


@pytest.mark.parametrize("text", [row[1] for row in FORMS], ids=[row[0] for row in FORMS])
def test_every_form_gives_the_same_statements(text: str) -> None:
    (found,) = read_statements(text.encode())
    assert found == Statement(
        1, "Q900000001", "Lamis Example", "لميس المثالية", "Q900000002", "President of Chad", "",
        "1979-03-23T00:00:00Z", "1979-04-29T00:00:00Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {"item": "Q1", "itemLabel": "A B", "office_label": "X", "start time": "2001", "end time": "2002"},
            Statement(1, "Q1", "A B", position_en="X", start="2001", end="2002"),
        ),
        (
            {"Person": "Q1", "itemLabel_ar": "آنا", "P39Label": "رئيس", "P580": "2001", "P582": "2002"},
            Statement(1, "Q1", person_ar="آنا", position_ar="رئيس", start="2001", end="2002"),
        ),
        # a label whose letters tell its language; the service's fallback under an Arabic heading counts for nothing
        (
            {"person": "Q1", "personLabel": "آنا بيل", "start": "2001"},
            Statement(1, "Q1", person_ar="آنا بيل", start="2001"),
        ),
        (
            {"person": "Q1", "personLabel": "A", "personLabelAr": "A", "start": "2001"},
            Statement(1, "Q1", "A", start="2001"),
        ),
        ({"name": "A", "start": "2001"}, Statement(1, person_en="A", start="2001")),
        # diacritics, direction marks, separators of our tables
        ({"name": "آنَا\u200f | بيل", "start": "2001"}, Statement(1, person_ar="آنا بيل", start="2001")),
        (
            {
                "person": "Q1",
                "start": "2001-01-01",
                "startPrecision": "9",
                "gender": ENTITY + "Q6581072",
                "dob": "1950",
            },
            Statement(1, "Q1", start="2001-01-01", start_precision="9", sex=ENTITY + "Q6581072", born="1950"),
        ),
    ],
)
def test_columns_are_recognised(row: dict[str, str], expected: Statement) -> None:
    assert read_statements(json.dumps([row]).encode()) == (expected,)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\xff", "UTF-8"),
        (b"[1, 2]", "list of rows"),
        (b"{}", "SPARQL JSON"),
        (b'{"results": 3}', "SPARQL JSON"),
        (b"[]", "no rows"),
        (b'[{"person":', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"one column\nand a row\n", "CSV"),
        (b'person,start\n"Q1,2001\n', "broken"),
        (b"person,start\n", "no rows"),
        (b"person,when\nQ1,2001\n", "no column for start"),
        (b"a,b\nQ1,2001\n", "person and start"),
        (b'[{"person": "Q1\\u0000", "start": "2001"}]\0', "NUL"),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(NotQueryResultsError, match=says) as error:
        read_statements(data)
    assert error.value.why.ar
    assert "\n" not in error.value.why.en


# ------------------------------------------------------------------------------------------------------------ planning


def test_a_new_term_is_added_with_its_person(tmp_path: Path) -> None:
    office = {
        **NEW,
        "positionLabel": "US Secretary of State",
        "start": "1913-03-05T00:00:00Z",
        "end": "1915-06-09T00:00:00Z",
    }
    plan = run_import(tmp_path, sparql(office))
    assert whats(plan) == [("added", (1,))]
    world = load(tmp_path)
    assert world.unused == ()
    (term,) = world.terms_of("lamis-example")
    assert (term.office, str(term.start), str(term.end)) == ("us-secretary-of-state", "1913-03-05", "1915-06-09")
    person = world.people["lamis-example"]
    assert (person.name, person.name_en, person.wikidata) == ("لميس المثالية", "Lamis Example", "Q900000001")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    plan = run_import(tmp_path, sparql(NEW), dry_run=True)
    assert whats(plan) == [("added", (1,))]
    assert not (tmp_path / "own").exists()


def test_what_is_known_is_left_alone(tmp_path: Path) -> None:
    plan = run_import(tmp_path, table(BIDEN))
    assert whats(plan) == [("known", (1,))]
    assert not (tmp_path / "own").exists()


REJECTED = [
    ("dates that do not agree", {**BIDEN, "end": "2024-07-21T00:00:00Z"}, "does not agree with 2021-01-20"),
    ("unknown office", {**BIDEN, "positionLabel": "Keeper of the Seals"}, "no office is called 'Keeper of the Seals'"),
    ("no start", {**BIDEN, "start": ""}, "start is missing"),
    ("unknown start", {**BIDEN, "start": "_:t123"}, "start is missing or not known"),
    ("end before start", {**BIDEN, "end": "2019-01-01"}, "before it starts"),
    ("no day", {**BIDEN, "start": "2021-02-31T00:00:00Z"}, "start is missing or not known"),
    ("a decade", {**BIDEN, "startPrecision": "8"}, "start is missing or not known"),
    ("the future", {**BIDEN, "start": "2029-01-20", "end": ""}, "after 2025-09-30"),
    ("no person", {**BIDEN, "person": "", "personLabel": ""}, "names no person"),
    ("no name", {**NEW, "personLabel": "", "personLabelAr": ""}, "no name"),
    ("somebody else held it",
     {**NEW, "positionLabel": "US Secretary of State", "start": "2010-01-01", "end": "2011-05-05"}, "hillary-clinton"),
    ("no end, yet followed", {**NEW, "end": ""}, "no end is given"),
    ("before birth", {**NEW, "born": "1990-01-01"}, "was born"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "says"), [row[1:] for row in REJECTED], ids=[row[0] for row in REJECTED])
def test_what_does_not_fit_is_rejected_with_the_reason(tmp_path: Path, row: dict[str, str], says: str) -> None:
    plan = run_import(tmp_path, table(row))
    assert whats(plan) == [("rejected", (1,))]
    assert says in plan.changes[0].why.en
    assert plan.changes[0].why.ar
    assert not (tmp_path / "own").exists()


def test_one_bad_row_does_not_stop_the_rest(tmp_path: Path) -> None:
    bad = {**BIDEN, "positionLabel": "Keeper of the Seals"}
    assert whats(run_import(tmp_path, sparql(bad, NEW, BIDEN))) == [
        ("rejected", (1,)),
        ("added", (2,)),
        ("known", (3,)),
    ]
    assert [term.office for term in load(tmp_path).terms_of("lamis-example")] == ["td-president"]


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    run_import(tmp_path, sparql(NEW))
    before = (tmp_path / "own" / "terms" / "wikidata.tsv").read_bytes()
    assert whats(run_import(tmp_path, table(NEW))) == [("known", (1,))]
    assert (tmp_path / "own" / "terms" / "wikidata.tsv").read_bytes() == before


def test_a_later_answer_corrects_an_earlier_one(tmp_path: Path) -> None:
    run_import(tmp_path, sparql(NEW))
    assert whats(run_import(tmp_path, sparql({**NEW, "start": "1979-03-25T00:00:00Z"}))) == [("changed", (1,))]
    assert [(str(t.start), str(t.end)) for t in load(tmp_path).terms_of("lamis-example")] == [
        ("1979-03-25", "1979-04-29")
    ]


def test_the_end_of_a_term_that_had_not_ended_is_taken_in(tmp_path: Path) -> None:
    last = load_world(FOLDER).terms["us-president"][-1]
    person = load_world(FOLDER).people[last.person]
    row = {
        **BIDEN,
        "person": "",
        "personLabel": person.name_en,
        "start": f"{last.start}T00:00:00Z",
        "end": "2029-01-20",
    }
    assert whats(run_import(tmp_path, sparql(row))) == [("changed", (1,))]
    assert [str(term.end) for term in load(tmp_path).terms["us-president"]][-1] == "2029-01-20"


def test_terms_that_touch_are_one(tmp_path: Path) -> None:
    rows = [
        {**NEW, "start": "1950-01-10", "end": "1954-05-05"},
        {**NEW, "start": "1954-05-05", "end": "1958-06-06"},
        {**NEW, "start": "1960-01-05", "end": "1961-01-05"},
    ]
    assert whats(run_import(tmp_path, table(*rows))) == [("added", (1, 2)), ("added", (3,))]
    assert [str(term.end) for term in load(tmp_path).terms_of("lamis-example")] == ["1958-06-06", "1961-01-05"]


@pytest.mark.parametrize(
    ("given", "precision", "start"),
    [
        ("1979-03-23T00:00:00Z", "", "1979-03-23"),
        ("+1979-03-23T00:00:00Z", "11", "1979-03-23"),
        ("1979-03-01T00:00:00Z", "10", "1979-03"),
        ("1978-01-01T00:00:00Z", "9", "1978"),
        # without a precision 1 January may be the year alone
        ("1978-01-01T00:00:00Z", "", "1978"),
        ("1978-01-01T00:00:00Z", "11", "1978-01-01"),
        ("1978-01-01", "", "1978-01-01"),
        ("1978-03", "", "1978-03"),
    ],
)
def test_days_are_as_exact_as_they_are_given(tmp_path: Path, given: str, precision: str, start: str) -> None:
    run_import(tmp_path, table({**NEW, "start": given, "startPrecision": precision}))
    assert [str(term.start) for term in load(tmp_path).terms_of("lamis-example")] == [start]


@pytest.mark.parametrize(
    "label",
    [
        "President of the United States", "president of the United States of America", "us-president",
        "الرئيس الأميركي", "رئيس الولايات المتحدة الأمريكية",
    ],
)  # fmt: skip
def test_positions_are_known_by_their_names(tmp_path: Path, label: str) -> None:
    assert whats(run_import(tmp_path, table({**BIDEN, "positionLabel": label}))) == [("known", (1,))]


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("Minister of Foreign Affairs of Iran", "ir-foreign-minister"),
        ("Minister for Foreign Affairs of Jordan", "jo-foreign-minister"),
        ("Secretary-General of the United Nations", "un-secretary-general"),
        ("Prime Minister of the United Kingdom", "uk-prime-minister"),
        ("Chancellor of Germany", "de-chancellor"),
        ("وزيرة الخارجية الأمريكية", "us-secretary-of-state"),
    ],
)
def test_positions_are_known_in_wikidatas_words(tmp_path: Path, label: str, office: str) -> None:
    row = {**NEW, "positionLabel": label, "start": "1891-02-03", "end": "1891-02-04"}
    plan = run_import(tmp_path, table(row), dry_run=True)
    assert [(change.what, change.subject) for change in plan.changes] == [("added", f"Lamis Example, {office}")]


def test_the_office_may_be_given_for_all_rows(tmp_path: Path) -> None:
    row = {name: value for name, value in BIDEN.items() if not name.startswith("position")}
    with pytest.raises(ImportingError, match="--office"):
        run_import(tmp_path, table(row))
    with pytest.raises(ImportingError, match="no office is called"):
        run_import(tmp_path, table(row), "keeper-of-seals")
    assert whats(run_import(tmp_path, table(row), "President of the United States")) == [("known", (1,))]


def test_a_person_without_an_arabic_name_is_pointed_out(tmp_path: Path) -> None:
    plan = run_import(tmp_path, table({**NEW, "personLabelAr": ""}))
    assert whats(plan) == [("added", (1,))]
    assert "without an Arabic name" in plan.changes[0].why.en


def test_namesakes_are_kept_apart(tmp_path: Path) -> None:
    other = {**NEW, "personLabel": "Joe Biden", "personLabelAr": "جو بايدن"}
    run_import(tmp_path, table(other))
    assert [str(t.start) for t in load(tmp_path).terms_of("joe-biden-q900000001")] == ["1979-03-23"]
    assert "td-president" not in {term.office for term in load(tmp_path).terms_of("joe-biden")}


def test_the_programs_tables_stay_as_they_are(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in FOLDER.rglob("*.tsv")}
    run_import(tmp_path, sparql(NEW))
    assert {path: path.read_bytes() for path in FOLDER.rglob("*.tsv")} == before
    assert validate_folder(FOLDER) == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(ImportingError, match="cannot be written"):
        run_import(tmp_path, sparql(NEW))


def test_a_failed_write_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_import(tmp_path, sparql(NEW))
    before = {path.name: path.read_bytes() for path in (tmp_path / "own").rglob("*.*")}

    def full(self: Path, *args: object, **extra: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    path = tmp_path / "answer"
    path.write_bytes(sparql({**NEW, "start": "1979-03-25"}).encode())
    with pytest.raises(ImportingError, match="No space left"):
        import_file(path, FOLDER, tmp_path / "own", None, AS_OF)
    assert {path.name: path.read_bytes() for path in (tmp_path / "own").rglob("*.*")} == before


# ---------------------------------------------------------------------------------------------------- the command line


def run(tmp_path: Path, *words: str) -> Result:
    return CliRunner(env={"WORKBENCH_USER_FOLDER": str(tmp_path)}).invoke(main, ["knowledge", "import", *words])


def test_the_command_imports_what_holders_then_shows(tmp_path: Path) -> None:
    path = tmp_path / "chad.csv"
    path.write_text(table(NEW, {**BIDEN, "end": "2024-07-21"}), encoding="utf-8")
    dry = run(tmp_path, str(path), "--dry-run")
    assert dry.exit_code == 0
    assert dry.stdout.splitlines()[-1] == "1 added, 0 changed, 0 known already, 1 rejected; nothing was written"
    assert not (tmp_path / "knowledge").exists()
    done = run(tmp_path, str(path))
    assert done.stdout.splitlines()[:-1] == dry.stdout.splitlines()[:-1]
    assert done.stdout.splitlines()[-1] == "1 added, 0 changed, 0 known already, 1 rejected"
    asked = CliRunner(env={"WORKBENCH_USER_FOLDER": str(tmp_path)}).invoke(
        main, ["knowledge", "holders", "td-president", "--on", "1979-04-01"]
    )
    assert "Lamis Example" in asked.stdout
    assert "أضيف" in run(tmp_path, str(path), "--lang", "ar").stdout


@pytest.mark.parametrize("data", [None, b"", b"{}", b"\xff\xfe", b"a,b\n1,2\n"])
def test_unusable_input_is_one_sentence(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "answer.json"
    if data is not None:
        path.write_bytes(data)
    result = run(tmp_path, str(path))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert str(path) in result.stderr
