"""What goes into a project comes out of it again: after closing, after other sessions, through other programs' eyes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gui.material import DRAFTS, SECOND, StandIn
from tests.store.material import LINK, NOW, VERSIONS, bytes_of, checked, decision, fill, filled_project, new_project
from workbench.engine import Draft
from workbench.review.decisions import Decision
from workbench.review.record import Origin, TextEdit, review_of
from workbench.review.rows import finding_rows
from workbench.store.faults import FullDiskError, MissingProjectError, NoComparisonError, ProjectError
from workbench.store.opening import create_project, open_project, save_copy
from workbench.store.project import Change
from workbench.store.search import FindingFilter, find_articles, find_findings, statement_for
from workbench.store.searchable import place_of, query_of
from workbench.text.normal import normal_text


def test_everything_comes_back_after_closing(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    with open_project(path, home=tmp_path / "home") as project:
        record = project.record()
        assert record.drafts == DRAFTS
        assert record.result == checked()
        assert record.history == tuple(decision(number) for number in range(3))
        assert record.decisions == record.history
        assert record.links == (LINK,)
        assert record.ticks == {"c0ffee"}
        assert record.edits == (TextEdit("a", 0, "حريق", "حريق", "ريم", NOW),)
        assert record.versions == VERSIONS
        assert record.title == "حريق في سوق المدينة القديمة"
        assert [origin.address for origin in record.origins] == ["draft.txt", "report.txt"]
        assert record.created == record.changed == NOW
        assert project.unsaved_notes(1) == {checked().findings[3].key: "ينتظر رد"}
        assert not project.crashed
        assert project.notices == ()


def test_the_background_is_what_the_record_has(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    with open_project(path, home=tmp_path / "home") as project:
        record, background = project.record(), project.background(1)
        for name in ("title", "created", "changed", "versions", "origins", "edits"):
            assert getattr(background, name) == getattr(record, name), name
        assert project.is_touched(1)
        second = project.add_comparison(Change(drafts=DRAFTS, result=checked(), versions=VERSIONS))
        assert not project.is_touched(second)
        project.keep(second, Change(ticks=frozenset(("c0ffee",))))
        assert project.is_touched(second)
        with pytest.raises(ProjectError):
            project.background(99)


def test_the_engines_own_result_comes_back(tmp_path: Path) -> None:
    """Every kind of value that real articles give; what is not kept is left out of the comparison."""
    from workbench.contract import check_json
    from workbench.engine import Engine
    from workbench.knowledge.base import load_knowledge
    from workbench.resources import resource_folder

    folder = resource_folder() / "samples"
    drafts = [Draft((folder / f"sample-{side}.txt").read_text(encoding="utf-8"), path=f"{side}.txt") for side in "ab"]
    result = Engine(load_knowledge(resource_folder())).check(drafts)
    with new_project(tmp_path) as project:
        project.add_comparison(Change(drafts=drafts, result=result, versions=VERSIONS), NOW)
        back = project.record().result
    assert check_json(back) == check_json(result)
    assert back.findings == result.findings
    assert back.alignments == result.alignments
    assert [one.article for one in back.readings] == [
        replace(one.article, path=f"{one.article.id}.txt") for one in result.readings
    ]
    assert [len(one.mentions) for one in back.readings] == [len(one.mentions) for one in result.readings]
    assert [one.context for one in back.claims] == [one.context for one in result.claims]


def test_a_decision_replaces_the_one_before_and_the_history_keeps_both(tmp_path: Path) -> None:
    finding = checked().findings[0]
    first = Decision(finding.key, "confirmed", who="ريم", when=NOW)
    second = Decision(finding.key, "open", who="سمير", when=NOW + dt.timedelta(minutes=1))
    with new_project(tmp_path) as project:
        comparison = project.add_comparison(Change(drafts=DRAFTS, result=checked()))
        project.decide(comparison, first, finding)
        project.decide(comparison, second, finding)
        record = project.record()
    assert record.history == (first, second)
    assert record.decisions == ()


def test_the_history_cannot_be_changed_by_any_program(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("UPDATE history SET note = 'x'", "DELETE FROM history WHERE id = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                connection.execute(statement)


def test_a_new_check_leaves_decisions_and_shows_what_left_the_text(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    gone = checked().findings[0]
    with open_project(path, home=tmp_path / "home") as project:
        alone = StandIn().check(DRAFTS[:1])
        project.keep(1, Change(drafts=DRAFTS[:1], result=alone, versions=VERSIONS))
        record = project.record()
        assert record.departed == (gone,)
        rows = finding_rows(record.result, review_of(record))
        assert [(row.key, row.note) for row in rows if row.orphan] == [(gone.key, "القرار رقم 0")]
        # Back again with its report, and its state with it.
        project.keep(1, Change(drafts=DRAFTS, result=checked(), versions=VERSIONS))
        assert project.record().departed == ()
        found = find_findings(project, FindingFilter(state="confirmed"))
        assert gone in [one.finding for one in found]


def test_an_edited_text_keeps_what_was_read(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    edited = replace(DRAFTS[0], text=DRAFTS[0].text.replace("40", "65"), sha256="")
    with open_project(path, home=tmp_path / "home") as project:
        project.keep(1, Change(drafts=(edited, DRAFTS[1])))
        rows = project.db.execute("SELECT text, text_as_read, sha256 <> sha256_as_read FROM article ORDER BY letter")
        assert rows.fetchall() == [(edited.text, DRAFTS[0].text, 1), (DRAFTS[1].text, DRAFTS[1].text, 0)]
        swapped = (DRAFTS[1], edited)
        project.keep(1, Change(drafts=swapped))
        assert project.record().drafts == swapped
        rows = project.db.execute("SELECT text_as_read FROM article ORDER BY letter")
        assert [text for (text,) in rows.fetchall()] == [DRAFTS[1].text, DRAFTS[0].text]


def test_the_index_of_articles_follows_their_text(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    query = "SELECT rowid FROM article_search WHERE article_search MATCH ?"
    with open_project(path, home=tmp_path / "home") as project:
        assert len(project.db.execute(query, ["النيران"]).fetchall()) == 1
        drafts = (DRAFTS[0], replace(DRAFTS[1], text=DRAFTS[1].text.replace("النيران", "السنه")))
        project.keep(1, Change(drafts=drafts, result=StandIn().check(drafts), versions=VERSIONS))
        assert project.db.execute(query, ["النيران"]).fetchall() == []
        assert len(project.db.execute(query, ["السنه"]).fetchall()) == 1
        project.keep(1, Change(drafts=drafts[:1]))
        assert project.db.execute(query, ["السنه"]).fetchall() == []


def test_pasted_articles_are_told_apart_by_their_words(tmp_path: Path) -> None:
    drafts = (Draft("الأول"), Draft("الثاني"))
    with new_project(tmp_path) as project:
        comparison = project.add_comparison(Change(drafts=drafts))
        project.keep(comparison, Change(drafts=(drafts[1], Draft("ثالث"), drafts[0])))
        record = project.record()
        assert [draft.text for draft in record.drafts] == ["الثاني", "ثالث", "الأول"]
        assert {origin.kind for origin in record.origins} == {"paste"}


def test_a_web_page_keeps_its_title_date_and_address(tmp_path: Path) -> None:
    from workbench.mentions.values import ArticleDate
    from workbench.text.values import Bilingual

    day = dt.date(2024, 3, 11)
    stated = ArticleDate(day, day, "given", Bilingual("the page says so", "تقول الصفحة"))
    draft = Draft("نص", dt.date(2024, 3, 12), "https://example.org/a", "f" * 64, "عنوان", stated)
    with new_project(tmp_path) as project:
        project.add_comparison(Change(drafts=(draft,), origins=(Origin("web", "https://example.org/a", NOW),)))
        record = project.record()
    assert record.drafts == (draft,)
    assert record.origins == (Origin("web", "https://example.org/a", NOW),)


def test_several_comparisons_in_one_project(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        first = fill(project)
        second = project.add_comparison(Change(drafts=(Draft(SECOND),), title="بيان البلدية"))
        assert [(one.id, one.findings, one.decided) for one in project.comparisons()] == [
            (second, 0, 0), (first, 4, 3),
        ]  # fmt: skip
        assert project.record().title == "بيان البلدية"
        assert project.record(first).drafts == DRAFTS
        with pytest.raises(NoComparisonError):
            project.record(99)


def test_an_empty_project_says_so(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        assert project.comparisons() == ()
        with pytest.raises(NoComparisonError):
            project.record()


def test_hidden_findings_stay_away(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    key = checked().findings[1].key
    with open_project(path, home=tmp_path / "home") as project:
        project.keep(1, Change(hidden=frozenset({key})))
        record = project.record()
        assert key not in [finding.key for finding in record.result.findings]
        assert key not in [finding.key for finding in record.departed]
        assert record.hidden == {key}


def test_views_read_like_a_protocol(tmp_path: Path) -> None:
    """What Datasette or any SQLite browser shows, without a word about JSON or keys."""
    path = filled_project(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        first = dict(connection.execute("SELECT * FROM reviewed_findings").fetchone())
        assert (first["first_words"], first["second_words"]) == ("40 متجرا", "65 متجرا")
        assert (first["state"], first["note"], first["who"]) == ("confirmed", "القرار رقم 0", "ريم")
        pairs = connection.execute("SELECT first_words, second_words, relation FROM aligned_claims").fetchall()
        assert ("40 متجرا", "65 متجرا", "contradicts") in [tuple(pair) for pair in pairs]
        times = connection.execute("SELECT note, message_ar FROM decisions_over_time").fetchall()
        assert times[0]["message_ar"] == "عددان مختلفان للمتاجر المحترقة"
        articles = connection.execute("SELECT letter, address, edited FROM articles_read").fetchall()
        assert [tuple(row) for row in articles] == [("a", "draft.txt", 0), ("b", "report.txt", 0)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("متجر", ["quantity"]),
        ("مُتْجَراً", ["quantity"]),
        ("فقره", ["insertion"]),
        ("anonymous", ["anonymous"]),
        ("ANONYMOUS source", ["anonymous"]),
        ("مارس 2024", ["weekday"]),
        ("مارس ٢٠٢٤", ["weekday"]),
        ('" OR words:*', []),
        ("لا وجود له", []),
    ],
)
def test_search_folds_arabic(tmp_path: Path, words: str, kinds: list[str]) -> None:
    with new_project(tmp_path) as project:
        fill(project)
        assert [one.finding.kind for one in find_findings(project, FindingFilter(words))] == kinds


def test_articles_are_found_with_the_place_of_the_words(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        fill(project)
        found = find_articles(project, "الدِّفاع المدنى")
        texts = {draft.text for draft in project.record().drafts}
        assert found
        for one in found:
            text = next(text for text in texts if one.title and one.title in text)
            assert text[one.start : one.end] == "الدفاع"
            assert "الدفاع المدني" in one.excerpt
            assert len(one.excerpt) < 180
        assert [one.article for one in found] == sorted({one.article for one in found})
        assert find_articles(project, "الدفاع", 1) == find_articles(project, "الدفاع")[:1]
        for nothing in ("", '" OR words:*', "لا وجود له", "*"):
            assert find_articles(project, nothing) == ()


@given(st.text("ابأإ ة٣3\u064b\u0640ßİ\u200f\n", max_size=60), st.text("ابأإة٣3ßİ\u0640 ", max_size=8))
def test_a_place_is_one_in_the_text(text: str, words: str) -> None:
    start, end = place_of(text, words)
    assert 0 <= start <= end <= len(text)
    if end:
        assert query_of(words)
        assert not normal_text(text[:start]).text[-1:].isalnum()


@pytest.mark.parametrize(
    "wanted",
    [
        FindingFilter(family="contradiction"),
        FindingFilter(severity="high"),
        FindingFilter(family="contradiction", severity="high"),
        FindingFilter(state="confirmed"),
        FindingFilter(state="open", severity="low", family="copy"),
        FindingFilter(comparison=1),
        FindingFilter("متجر", family="contradiction"),
    ],
    ids=str,
)
def test_filters_go_through_indexes(tmp_path: Path, wanted: FindingFilter) -> None:
    with new_project(tmp_path) as project:
        fill(project)
        statement, values = statement_for(wanted, 10)
        plan = [row[3] for row in project.db.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()]
        assert plan
        assert not [step for step in plan if step.startswith("SCAN finding") and "VIRTUAL" not in step], plan
        assert find_findings(project, wanted)


def test_a_copy_is_a_project_of_its_own(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    before = bytes_of(path)
    with open_project(path, home=tmp_path / "home") as project:
        save_copy(project, tmp_path / "نسخة.fcw")
        with open_project(tmp_path / "نسخة.fcw", home=tmp_path / "home") as copied:
            assert copied.record() == project.record()
            assert copied.id != project.id
    assert bytes_of(path) == before


def test_an_existing_file_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    path = filled_project(tmp_path)
    before = bytes_of(path)
    with pytest.raises(MissingProjectError, match="there already"):
        create_project(path)
    assert bytes_of(path) == before
    create_project(path, replace=True).close()
    with open_project(path) as project:
        assert project.comparisons() == ()


def test_a_failed_copy_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, target = filled_project(tmp_path), filled_project(tmp_path, "other.fcw")
    before = bytes_of(target)
    with open_project(path, home=tmp_path / "home") as project:
        monkeypatch.setattr("workbench.store.opening.Path.replace", _no_room)
        with pytest.raises(FullDiskError):
            save_copy(project, target)
    assert bytes_of(target) == before
    assert not list(tmp_path.glob("*.part"))


def _no_room(source: Path, target: Path) -> None:
    raise OSError(28, "No space left on device")


@settings(max_examples=60, deadline=None)
@given(
    note=st.text(alphabet=st.characters(), max_size=40),
    who=st.text(alphabet=st.characters(), max_size=10),
    text=st.text(alphabet=st.characters(), min_size=1, max_size=60),
)
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, note: str, who: str, text: str) -> None:
    """Lone surrogates cannot be UTF-8: they come back as U+FFFD, one for one. All else is the same."""

    def kept(words: str) -> str:
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in words)

    with new_project(tmp_path_factory.mktemp("words")) as project:
        comparison = project.add_comparison(Change(drafts=(Draft(text),)))
        project.decide(comparison, Decision("k", "confirmed", "", note, who, NOW))
        record = project.record()
    assert record.drafts[0].text == kept(text)
    assert record.decisions == (Decision("k", "confirmed", "", kept(note), kept(who), NOW),)
