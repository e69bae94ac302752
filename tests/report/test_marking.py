"""Articles cut at their marks: nothing lost, nothing twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.material import DRAFT, MOMENT, record
from workbench.checks.values import Finding, Place
from workbench.knowledge.facts.world import EMPTY_WORLD
from workbench.report.build import build_report
from workbench.report.marking import marked_paragraphs, whole_words
from workbench.report.picture import Box, Label, draw_timeline
from workbench.report.values import Report
from workbench.report.visible import balanced, runs_apart, visible
from workbench.report.words import read_speaker
from workbench.resources import resource_folder
from workbench.review.timeline import Bar, DatedArticle, DatedEvent, PersonRow, Timeline
from workbench.text.values import Bilingual

SPEAKER = read_speaker(resource_folder(), "ar")


def report_with(spans: list[tuple[int, int]]) -> Report:
    subject = record()
    message = Bilingual("x", "س")
    findings = tuple(
        Finding(f"k{n}", "copy", "twice", "internal", "low", 0.5, "r", (Place("a", a, b, DRAFT[a:b]),), message)
        for n, (a, b) in enumerate(spans)
    )
    subject = replace(subject, result=replace(subject.result, findings=findings), decisions=(), departed=())
    return build_report(subject, SPEAKER, EMPTY_WORLD, MOMENT)


SPANS = st.lists(
    st.tuples(st.integers(0, len(DRAFT) - 1), st.integers(1, 80)).map(lambda at: (at[0], min(len(DRAFT), sum(at)))),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(SPANS)
def test_stretches_make_the_text_again(spans: list[tuple[int, int]]) -> None:
    report = report_with(spans)
    paragraphs = marked_paragraphs(report, "a")
    lines = ["".join(stretch.words for stretch in paragraph.stretches) for paragraph in paragraphs]
    assert lines == [line for line in DRAFT.split("\n") if line.strip()]
    covered: dict[int, set[int]] = {}
    for paragraph in paragraphs:
        for stretch in paragraph.stretches:
            assert DRAFT[stretch.start : stretch.start + len(stretch.words)] == stretch.words
            for finding in stretch.findings:
                covered.setdefault(finding.number, set()).update(
                    range(stretch.start, stretch.start + len(stretch.words))
                )
    for finding in report.findings:
        place = finding.quotations[0]
        wanted = {at for at in range(place.start, place.end) if DRAFT[at] != "\n"}
        assert covered.get(finding.number, set()) == wanted


def test_marks_begin_and_end_once() -> None:
    report = report_with([(0, 4), (2, 10), (0, 4)])
    stretches = [stretch for paragraph in marked_paragraphs(report, "a") for stretch in paragraph.stretches]
    assert sorted(f.number for stretch in stretches for f in stretch.begins) == [1, 2, 3]
    assert sorted(f.number for stretch in stretches for f in stretch.ends) == [1, 2, 3]


def test_marks_are_widened_to_whole_words() -> None:
    text = "وقال الوزير اليوم"
    assert whole_words(text, 7, 9) == (5, 11)
    assert whole_words(text, 5, 11) == (5, 11)


@given(st.text(max_size=40))
def test_nothing_that_reorders_is_left_in_visible_words(text: str) -> None:
    assert not set(visible(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\0")


@given(st.text(alphabet="اa1\u2066\u2067\u2068\u2069\u202e", max_size=20))
def test_sentences_close_what_they_open(text: str) -> None:
    closed = balanced(text)
    depth = 0
    for character in closed:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth >= 0
    assert depth == 0


def test_dates_in_figures_are_kept_apart() -> None:
    assert runs_apart("اليوم 2019-12-27 و K-1 Air Base") == "اليوم \u20662019-12-27\u2069 و \u2066K-1 Air Base\u2069"
    assert runs_apart("في 13 شباط/فبراير 2020") == "في 13 شباط/فبراير 2020"


def test_the_drawing_runs_with_the_reading() -> None:
    day = dt.date(2024, 3, 10)
    label = Bilingual("Fire", "حريق")
    timeline = Timeline(
        (DatedEvent("e1", "a", label, day, day, False, None),
         DatedEvent("e2", "a", label, day + dt.timedelta(20), day + dt.timedelta(25), False, None)),
        (DatedArticle("a", day, None, "given"),),
        (PersonRow("x", Bilingual("X", "س"), "terms", (Bar(dt.date(2020, 1, 1), None, Bilingual("Office", "منصب")),
                                                       Bar(dt.date(1950, 1, 1), dt.date(1951, 1, 1), None)), ("a",),
                   ("a", 0)),),
    )  # fmt: skip
    for language, later_is_right in (("en", True), ("ar", False)):
        picture = draw_timeline(timeline, read_speaker(resource_folder(), language))  # type: ignore[arg-type]
        assert picture is not None
        first, second = (shape for shape in picture.shapes if isinstance(shape, Box) and shape.role == "event")
        assert (second.x > first.x) is later_is_right
        # Half a century away says nothing about the event.
        assert sum(isinstance(shape, Box) and shape.role == "bar" for shape in picture.shapes) == 1
        for shape in picture.shapes:
            if isinstance(shape, Box):
                assert shape.x >= 0
                assert shape.x + shape.width <= picture.width
            if isinstance(shape, Label):
                assert 0 <= shape.x <= picture.width
                assert shape.y <= picture.height


def test_nothing_dated_draws_nothing() -> None:
    assert draw_timeline(Timeline((), (DatedArticle("a", None, None, "unknown"),), ()), SPEAKER) is None


def test_the_ends_of_time_can_be_drawn() -> None:
    label = Bilingual("x", "س")
    timeline = Timeline(
        (DatedEvent("e1", "a", label, dt.date.min, dt.date.min, False, None),
         DatedEvent("e2", "a", label, dt.date.max, dt.date.max, False, None)), (), (),
    )  # fmt: skip
    picture = draw_timeline(timeline, SPEAKER)
    assert picture is not None
    assert sum(isinstance(shape, Label) and shape.side == "middle" for shape in picture.shapes) <= 8
