"""A long report tells how far it is, and stops when nobody wants it any more."""

from __future__ import annotations

import pytest

from tests.report.material import made, record
from workbench.report.formats import FORMATS
from workbench.report.progress import Progress
from workbench.report.values import ReportCancelledError
from workbench.review.record import ProjectRecord

WATCHED = sorted(set(FORMATS) - {"json"})  # JSON is one call that is done before anybody could ask


@pytest.fixture(scope="module")
def long_record() -> ProjectRecord:
    subject = record(copies=400)
    assert len(subject.result.findings) == 2000
    return subject


@pytest.mark.parametrize("form", WATCHED)
def test_two_thousand_findings_can_be_stopped(form: str, long_record: ProjectRecord) -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 25

    with pytest.raises(ReportCancelledError):
        made(form, "ar", long_record, watch)
    assert [done for done, _ in told] == list(range(1, 26))
    assert {total for _, total in told} == {2001}  # one is about words that have left the text


@pytest.mark.parametrize("form", ["html", "csv", "annotations"])
def test_two_thousand_findings_are_all_there(form: str, long_record: ProjectRecord) -> None:
    told: list[int] = []

    def watch(done: int, total: int) -> bool:
        told.append(done)
        return True

    text = made(form, "en", long_record, watch).decode("utf-8")
    assert told == sorted(told)
    assert told[-1] >= 2000
    assert text.count("calendar/weekday") >= 400


def test_progress_never_passes_its_end() -> None:
    told: list[int] = []

    def watch(done: int, total: int) -> bool:
        told.append(done)
        return True

    progress = Progress(2, watch)
    assert list(progress.over("abc")) == ["a", "b", "c"]
    assert told == [1, 2, 2]
