"""Reports as text against the golden ones; ``python -m tests.report.golden_files`` writes them anew."""

from __future__ import annotations

import json

import pytest

from tests.report.golden_files import KEPT, golden_path, kept
from tests.report.material import made


@pytest.mark.parametrize(("form", "language"), KEPT)
def test_report_is_as_it_was(form: str, language: str) -> None:
    assert kept(form, language) == golden_path(form, language).read_bytes().decode("utf-8")


@pytest.mark.parametrize("form", ["html", "markdown", "csv", "json", "annotations", "pdf", "xlsx"])
def test_the_same_record_gives_the_same_bytes(form: str) -> None:
    assert made(form) == made(form)


def test_json_has_the_whole_history() -> None:
    whole = json.loads(made("json"))
    assert whole["schema"] == "workbench.report/1"
    assert [step["state"] for step in whole["history"]] == [
        "needs-source", "confirmed", "dismissed", "confirmed", "corrected",
    ]  # fmt: skip
    assert whole["check"]["schema"] == "workbench.check/1"
    assert whole["edits"][0]["added"] == "جديد"
    assert whole["departed"][0]["key"] == "gone"
    assert whole["history"][0]["when"] == "2024-03-12T09:30:00Z"


@pytest.mark.parametrize("form", ["html", "markdown", "csv"])
def test_each_finding_carries_what_an_editor_asks_for(form: str) -> None:
    import html

    moment = "2024-03-12 09:30 UTC" if form == "csv" else "12 March 2024, 09:30 UTC"
    text = html.unescape(made(form, "en").decode("utf-8-sig")).replace("\\", "")
    for words in (
        "40 متجرا", "65 متجرا", "contradiction.quantity", "Market fire", "Confirmed",
        "the same day: \u206810 March 2024\u2069",
        "ليلى حداد", moment, "راجعت البيان: 65 متجرا.", "Both speak of the market",
    ):  # fmt: skip
        assert words in text, words


def test_only_confirmed_leaves_the_others_out() -> None:
    page = made("html", "en", only="confirmed").decode("utf-8")
    assert "Two counts of the shops" in page
    assert "11 March 2024 is a Monday" in page
    assert "An anonymous source" not in page
    assert [f["key"] for f in json.loads(made("json", only="confirmed"))["check"]["findings"]] == ["shops", "weekday"]
    assert made("csv", only="confirmed").decode("utf-8-sig").count("contradiction.quantity") == 1
