"""Reports from the command line: every format, files whole, nothing sent anywhere."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.report.material import record
from workbench.cli import REPORTS, main
from workbench.report.formats import FORMATS
from workbench.store.opening import create_project
from workbench.store.project import Change

BEGINNINGS = {
    "html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "docx": b"PK", "csv": b"\xef\xbb\xbf", "xlsx": b"PK",
    "markdown": b"# ", "json": b"{", "claimreview": b"{", "annotations": b"{",
}  # fmt: skip


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text("قالت الشرطة إن التحقيق مستمر في في المدينة منذ الصباح.", encoding="utf-8")
    return str(path)


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    class Refused(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            refuse()

    monkeypatch.setattr(socket, "socket", Refused)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_the_command_knows_every_format() -> None:
    assert set(REPORTS) == set(FORMATS) == set(BEGINNINGS)


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("form", REPORTS)
def test_a_check_gives_any_report_without_a_network(form: str, language: str, article: str, tmp_path: Path) -> None:
    target = tmp_path / "report"
    result = run("check", article, "--format", form, "--output", str(target), "--lang", language)
    assert (result.exit_code, result.stderr) == (1, "")
    assert target.read_bytes().startswith(BEGINNINGS[form])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "report"]


@pytest.mark.parametrize("form", [name for name, one in FORMATS.items() if one.binary])
def test_binary_formats_need_a_file(form: str, article: str) -> None:
    result = run("check", article, "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output" in result.stderr


def test_text_goes_to_standard_output_as_it_would_to_a_file(article: str) -> None:
    result = run("check", article, "--format", "csv")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    assert "\r\n" in result.stdout_bytes.decode("utf-8")


@pytest.mark.parametrize("name", ["../nowhere/report.html", "con.html", "a\0b", "nowhere/report.html"])
@pytest.mark.parametrize("form", ["html", "text", "json"])
def test_unusable_names_are_one_sentence(name: str, form: str, article: str) -> None:
    result = run("check", article, "--format", form, "--output", name)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_templates_that_are_not_there(article: str, tmp_path: Path) -> None:
    result = run("check", article, "--format", "html", "--templates", str(tmp_path / "nowhere"))
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


@pytest.fixture
def project(tmp_path: Path) -> str:
    path = tmp_path / "project.fcw"
    subject = record()
    with create_project(path, subject.title) as made:
        change = Change(
            drafts=subject.drafts, origins=subject.origins, result=subject.result, versions=subject.versions
        )
        comparison = made.add_comparison(change)
        for decision in subject.history:
            finding = next((one for one in subject.result.findings if one.key == decision.key), None)
            made.decide(comparison, decision, finding)
    return str(path)


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("form", REPORTS)
def test_a_reviewed_project_gives_any_report(form: str, project: str, tmp_path: Path) -> None:
    before = Path(project).read_bytes()
    target = tmp_path / "report"
    result = run("report", project, "--format", form, "--output", str(target))
    assert (result.exit_code, result.stderr) == (0, "")
    assert target.read_bytes().startswith(BEGINNINGS[form])
    assert Path(project).read_bytes() == before


def test_decisions_and_notes_are_in_the_report(project: str) -> None:
    text = run("report", project, "--format", "csv", "--lang", "en").stdout
    assert "راجعت البيان: 65 متجرا." in text
    assert "ليلى حداد" in text
    assert "An anonymous source" in text
    assert "An anonymous source" not in run("report", project, "--format", "csv", "--only", "confirmed").stdout


@pytest.mark.parametrize(("name", "content"), [("nowhere.fcw", None), ("text.fcw", b"hello"), ("empty.fcw", b"")])
def test_what_is_no_project_is_one_sentence(name: str, content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run("report", str(path), "--format", "html", "--output", str(tmp_path / "report.html"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "report.html").exists()
