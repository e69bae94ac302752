"""The commands over every format: the JSON carries the text that came in, warnings go to standard error."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.importing.documents import PARAGRAPHS, mail, page, samples
from workbench.cli import main

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("format", sorted(samples()))
def test_check_reads_every_format(format: str, tmp_path: Path) -> None:
    data = samples()[format]
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "b.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    run = CliRunner().invoke(main, ["check", str(tmp_path / "a"), str(tmp_path / "b.txt"), "--format", "json"])
    assert run.exit_code in (0, 1), run.stderr
    article = json.loads(run.stdout)["articles"][0]
    assert article["sha256"] == hashlib.sha256(data).hexdigest()
    assert article["path"] == str(tmp_path / "a")
    assert ("Four soldiers" if format == "pdf" else PARAGRAPHS[1]) in article["text"]
    assert ("PDF" in run.stderr) is (format == "pdf")


def test_warnings_speak_the_report_s_language(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(samples()["pdf"])
    arabic = CliRunner().invoke(main, ["check", str(path)]).stderr
    english = CliRunner().invoke(main, ["check", str(path), "--lang", "en"]).stderr
    assert "قارن الأرقام" in arabic
    assert "compare figures" in english


def test_a_file_that_fails_leaves_one_line(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.pdf", tmp_path / "b.docx"
    good.write_bytes(samples()["pdf"])
    bad.write_bytes(b"PK\x03\x04 and nothing else")
    run = CliRunner().invoke(main, ["check", str(good), str(bad)])
    assert run.exit_code == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "b.docx" in run.stderr


def test_standard_input_tells_its_format() -> None:
    run = CliRunner().invoke(main, ["extract", "-"], input=mail(text=PARAGRAPHS[0]))
    assert run.exit_code == 0
    answer = json.loads(run.stdout)
    assert PARAGRAPHS[0] in answer["text"]
    assert answer["date"]["begin"] == "2019-12-28"


def test_the_page_s_day_gives_way_to_the_option(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(head='<meta property="article:published_time" content="2019-12-28">'), encoding="utf-8")
    for options, day, source in (([], "2019-12-28", "inferred"), (["--date", "2020-02-03"], "2020-02-03", "given")):
        date = json.loads(CliRunner().invoke(main, ["extract", str(path), *options]).stdout)["date"]
        assert (date["begin"], date["source"]) == (day, source)


def test_the_window_fetches_nothing() -> None:
    run = CliRunner().invoke(main, ["open", "https://example.org/story"])
    assert run.exit_code == 2
    assert "fetches no pages" in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_whole_run_without_a_network(tmp_path: Path) -> None:
    """In a process where every connection and every look-up of a name fails."""
    names = []
    for format, data in samples().items():
        path = tmp_path / f"a.{format}"
        path.write_bytes(data)
        names.append(str(path))
    program = (
        "import sys\n"
        "def refuse(event, args):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'urllib.Request'):\n"
        "        raise SystemError(f'{event} {args}')\n"
        "sys.addaudithook(refuse)\n"
        "from workbench.cli import main\n"
        "main(['check', '--format', 'json', *sys.argv[1:]])\n"
    )
    run = subprocess.run([sys.executable, "-c", program, *names], cwd=PROJECT, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr.decode()
    assert len(json.loads(run.stdout)["articles"]) == len(names)
