"""The command line as programs see it: exit statuses, one line on standard error, the contract's JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import main

DRAFT = (
    "مقتل 5 أشخاص في انفجار وسط دمشق\n\n"
    "دمشق - قتل خمسة أشخاص الخميس 27 كانون الأول/ديسمبر 2019 في انفجار وسط دمشق، بحسب الشرطة.\n"
)
REPORT = (
    "انفجار في دمشق يوقع تسعة قتلى\n\n"
    "دمشق - قتل تسعة أشخاص الجمعة 27 ديسمبر 2019 في انفجار وسط دمشق، بحسب الشرطة.\n"
)


def run(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=text)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("a.txt", DRAFT), ("b.txt", REPORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


UNUSABLE = [
    ("missing file", None, "there is no such file"),
    ("empty", b"", "it is empty"),
    ("white space", b" \n\t \r\n", "nothing but white space"),
    ("NUL", "مرحبا\0بكم".encode(), "NUL"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not"),
    ("lone surrogate", "مرحبا \ud800".encode("utf-8", "surrogatepass"), "surrogate"),
    ("too large", ("خبر. " * 2_500_000).encode(), "larger"),
]


@pytest.mark.parametrize(("data", "says"), [row[1:] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE])
@pytest.mark.parametrize("command", ["check", "extract"])
def test_unusable_input_is_one_sentence(command: str, data: bytes | None, says: str, tmp_path: Path) -> None:
    path = tmp_path / "article"
    if data is not None:
        path.write_bytes(data)
    result = run(command, str(path))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_is_told_apart(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert (result.exit_code, "folder" in result.stderr) == (2, True)


CALLS = [
    ("no article", ["check"], "name at least one article"),
    ("no such day", ["check", "--date-a", "2019-02-30", "x"], "2019-02-30"),
    ("unknown command", ["chekc"], "No such command"),
    ("pairs and files", ["check", "--pairs", "x", "y"], "--pairs"),
    ("extract without file", ["extract"], "name one FILE"),
    ("dates without lines", ["extract", "x", "--dates", "y"], "--dates goes with --lines"),
    ("pairs that are not there", ["check", "--pairs", "nowhere.jsonl"], "cannot be read"),
    ("lines that are not there", ["extract", "--lines", "nowhere.txt"], "cannot be read"),
    ("unknown office", ["knowledge", "holders", "minister-of-silly-walks"], "no office is called"),
    ("size of nothing", ["open", "--size", "big"], "--size"),
    ("lint of nothing", ["knowledge", "validate", "nowhere.tsv"], "no such file"),
]


@pytest.mark.parametrize(("words", "says"), [row[1:] for row in CALLS], ids=[row[0] for row in CALLS])
def test_a_wrong_call_is_one_line_and_status_2(words: list[str], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_command_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 0
    assert "check" in result.stdout


def test_check_json_has_what_the_contract_promises(pair: tuple[str, str]) -> None:
    result = run("check", *pair, "--format", "json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert answer["schema"] == "workbench.check/1"
    assert [article["id"] for article in answer["articles"]] == ["a", "b"]
    claims = {claim["id"]: claim for claim in answer["claims"]}
    texts = {article["id"]: article["text"] for article in answer["articles"]}
    assert all(texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"] for claim in claims.values())
    assert all(set(pair["claims"]) <= set(claims) for pair in answer["alignments"])
    assert all(set(event["claims"]) <= set(claims) for event in answer["events"])
    for finding in answer["findings"]:
        assert finding["message"]["ar"]
        assert finding["message"]["en"]
        for span in finding["spans"]:
            assert texts[span["article"]][span["start"] : span["end"]] == span["text"]
            assert span["end"] - span["start"] <= 300
    kinds = {(finding["family"], finding["kind"]) for finding in answer["findings"]}
    assert {("contradiction", "casualties"), ("calendar", "weekday")} <= kinds


def test_keys_are_stable_across_runs_and_edits_elsewhere(pair: tuple[str, str]) -> None:
    before = {finding["key"] for finding in json.loads(run("check", *pair, "--format", "json").stdout)["findings"]}
    Path(pair[0]).write_text(DRAFT + "\nوأضافت الشرطة أن التحقيق مستمر.\n", encoding="utf-8")
    after = {finding["key"] for finding in json.loads(run("check", *pair, "--format", "json").stdout)["findings"]}
    assert before <= after


@pytest.mark.parametrize(("level", "status"), [("low", 1), ("medium", 1), ("high", 1)])
def test_fail_on_counts_only_what_is_severe_enough(level: str, status: int, pair: tuple[str, str]) -> None:
    assert run("check", *pair, "--fail-on", level).exit_code == status


def test_fail_on_high_passes_what_is_only_medium(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قالت الشرطة إن التحقيق مستمر في في المدينة منذ الصباح.", encoding="utf-8")
    assert run("check", str(path)).exit_code == 1
    assert run("check", str(path), "--fail-on", "high").exit_code == 0


def test_nothing_found_is_status_0(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قالت وزارة الصحة إن ثلاثة أشخاص أصيبوا.", encoding="utf-8")
    result = run("check", str(path), "--lang", "en")
    assert result.exit_code == 0
    assert "Nothing found" in result.stdout


def test_text_speaks_both_languages_and_isolates(pair: tuple[str, str]) -> None:
    arabic, english = run("check", *pair, "--lang", "ar").stdout, run("check", *pair, "--lang", "en").stdout
    assert "تناقضات" in arabic
    assert "Contradictions" in english
    assert arabic.count("\u2068") == arabic.count("\u2069") > 0


def test_output_is_whole_or_absent(pair: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert run("check", *pair, "--format", "json", "--output", str(target)).exit_code == 1
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "workbench.check/1"
    assert not list(tmp_path.glob("*.part"))
    assert run("check", *pair, "--output", str(tmp_path / "no" / "where.txt")).exit_code == 2


def test_pairs_go_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "one", "a": DRAFT, "b": REPORT, "date_a": "2019-12-28", "date_b": "2019-12-28"}),
        "no json",
        json.dumps({"id": "three", "a": 7}),
        json.dumps({"id": "four", "a": DRAFT, "date_a": "yesterday"}),
        json.dumps({"id": "five", "a": DRAFT}),
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    result = run("check", "--pairs", str(path))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [answer["id"] for answer in answers] == ["one", None, "three", "four", "five"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert "text" not in answers[0]["articles"][0]


def test_pairs_in_several_processes_answer_the_same_in_the_same_order(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    rows = [{"id": number, "a": DRAFT, "b": REPORT, "date_a": "2019-12-28"} for number in range(9)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    alone, together = run("check", "--pairs", str(path)), run("check", "--pairs", str(path), "--jobs", "2")
    assert together.stdout == alone.stdout
    assert together.exit_code == alone.exit_code == 1


def test_extract_lines_treats_each_line_as_an_article(tmp_path: Path) -> None:
    lines, dates = tmp_path / "lines", tmp_path / "dates"
    lines.write_text("وصل أمس\n\nأصيب 12 شخصا\n", encoding="utf-8")
    dates.write_text("2020-03-02\n\n\n", encoding="utf-8")
    answers = [
        json.loads(line)
        for line in run("extract", "--lines", str(lines), "--dates", str(dates)).stdout.splitlines()
    ]
    assert len(answers) == 3
    assert answers[0]["mentions"][0]["value"]["begin"] == "2020-03-01"
    assert answers[1]["mentions"] == []
    assert answers[2]["mentions"][0]["value"]["low"] == 12


def test_standard_input_is_read() -> None:
    result = run("extract", "-", text="أصيب 12 شخصا")
    assert json.loads(result.stdout)["mentions"][0]["type"] == "quantity"


def test_overrides_and_profile_are_heeded(pair: tuple[str, str], tmp_path: Path) -> None:
    found = json.loads(run("check", *pair, "--format", "json").stdout)["findings"]
    hidden = next(finding for finding in found if finding["family"] == "contradiction")
    (tmp_path / "o.json").write_text(json.dumps({"hidden": [hidden["key"]]}), encoding="utf-8")
    (tmp_path / "p.toml").write_text('off = ["calendar"]\n', encoding="utf-8")
    left = json.loads(
        run(
            "check", *pair, "--format", "json", "--overrides", str(tmp_path / "o.json"), "--profile",
            str(tmp_path / "p.toml"),
        ).stdout
    )["findings"]  # fmt: skip
    assert hidden["key"] not in {finding["key"] for finding in left}
    assert all(finding["family"] != "calendar" for finding in left)


BROKEN_SETTINGS = [
    ("--overrides", "[]", "one JSON object"),
    ("--overrides", "{", "not JSON"),
    ("--overrides", '{"joined": [["a1"]]}', "pairs"),
    ("--overrides", '{"dates": {"a": "soon"}}', "YYYY-MM-DD"),
    ("--overrides", '{"wish": 1}', "unknown field"),
    ("--profile", "off = 3", "list of words"),
    ("--profile", "= 3", "not TOML"),
    ("--profile", "[severities]\ncopy = 'awful'", "high, medium or low"),
    ("--profile", "colour = 'red'", "unknown setting"),
]


@pytest.mark.parametrize(("option", "content", "says"), BROKEN_SETTINGS)
def test_broken_settings_are_one_sentence(
    option: str, content: str, says: str, pair: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "settings"
    path.write_text(content, encoding="utf-8")
    result = run("check", *pair, option, str(path))
    assert result.exit_code == 2
    assert says in result.stderr


def test_hand_alignments_and_events_change_the_answer(pair: tuple[str, str], tmp_path: Path) -> None:
    answer = json.loads(run("check", *pair, "--format", "json").stdout)
    toll = next(finding for finding in answer["findings"] if finding["kind"] == "casualties")
    (tmp_path / "o.json").write_text(json.dumps({"different_event": [toll["claims"]]}), encoding="utf-8")
    apart = json.loads(run("check", *pair, "--format", "json", "--overrides", str(tmp_path / "o.json")).stdout)
    assert not any(finding["kind"] == "casualties" and finding["scope"] == "across" for finding in apart["findings"])


def test_knowledge_answers() -> None:
    held = run("knowledge", "holders", "us-secretary-of-state", "--on", "2019-12-27")
    assert "Mike Pompeo" in held.stdout
    terms = json.loads(run("knowledge", "dump").stdout)
    assert any(term["person"] == "joe-biden" and term["start"] == "2021-01-20" for term in terms)


def test_lint_names_line_and_fault_of_a_persons_own_table(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(
        "person\toffice\tstart\tend\thow_ended\tstatus\tsource\n"
        "nobody-known\tus-president\t2030-01-20\t2029-01-20\t\tholder\t\n",
        encoding="utf-8",
    )
    result = run("knowledge", "validate", str(path))
    assert result.exit_code == 1
    assert "terms.tsv:2:" in result.stdout


def test_doctor_names_what_is_there() -> None:
    result = run("doctor")
    assert result.exit_code in (0, 1)
    assert "✓" in result.stdout
