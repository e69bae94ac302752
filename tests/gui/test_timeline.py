"""The timeline's upper picture: no event's words stand on another event's dot, words or line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from workbench.checks.values import Finding
from workbench.gui.language import Code
from workbench.gui.look import Look
from workbench.gui.timeline.event_words import AWAY, LEAST, Room, make_room, row_height
from workbench.gui.timeline.picture import TimelinePicture
from workbench.gui.timeline.scale import Scale
from workbench.gui.timeline.sheet import Sheet, draw_words
from workbench.gui.timeline.terms import TermsChart
from workbench.gui.timeline.years_band import bar_rect, open_rect
from workbench.review.timeline import Bar, PersonRow, Timeline, UndatedEvent, nearest_bar
from workbench.text.values import Bilingual

LENGTH = 1100.0


@given(st.lists(st.tuples(st.integers(0, int(LENGTH)), st.integers(20, 340)), max_size=12))
def test_words_stand_clear_of_everything_else(events: list[tuple[int, int]]) -> None:
    events.sort()
    dots, widths = [float(dot) for dot, _ in events], [float(width) for _, width in events]
    rooms = make_room(dots, widths, LENGTH)
    boxes = [(n, room, room.start, room.start + room.width) for n, room in enumerate(rooms) if room is not None]
    for n, room, left, right in boxes:
        assert left >= 0
        assert right <= LENGTH + 1e-6
        assert min(widths[n], LEAST) <= room.width <= widths[n]
        for other, dot in enumerate(dots):
            if room.level == 0 and other != n and abs(dot - dots[n]) > AWAY:
                assert not left < dot < right, "words on a dot"
        for m, second, begin, end in boxes:
            if m == n:
                continue
            if second.level == room.level:
                assert right <= begin or end <= left, "words on words"
            if second.level > room.level > 0 and m > n:
                assert not left < dots[m] < right, "words on a line"


def test_the_main_event_of_a_crowd_has_words() -> None:
    """Three events in a fortnight of five months: all of them are named, the earliest lowest."""
    rooms = make_room([150.0, 650.0, 700.0, 735.0, 980.0], [290.0, 240.0, 290.0, 340.0, 260.0], 1130.0)
    assert [room.level if room else None for room in rooms] == [0, 2, 1, 0, 0]
    assert row_height(rooms) == 108
    assert row_height([None]) == row_height([Room(0, 10, 0)]) == 50


def test_words_of_the_last_event_may_stand_before_it() -> None:
    (room,) = make_room([1090.0], [300.0], LENGTH)
    assert room == Room(1090.0 - AWAY - 300.0, 300.0, 0, back=True)


def test_the_term_nearest_to_the_day_is_meant() -> None:
    office = Bilingual("Vice President", "نائب الرئيس"), Bilingual("President", "الرئيس")
    bars = (
        Bar(dt.date(2009, 1, 20), dt.date(2017, 1, 20), office[0]),
        Bar(dt.date(2021, 1, 20), dt.date(2025, 1, 20), office[1]),
    )
    name = Bilingual("Joe Biden", "جو بايدن")
    row = PersonRow("biden", name, "terms", bars, ("a",), ("a", 0), None, dt.date(2019, 12, 27))
    assert nearest_bar(row) is bars[1]
    row = PersonRow("biden", name, "terms", bars, ("a",), ("a", 0), None, dt.date(2018, 12, 27))
    assert nearest_bar(row) is bars[0]


class Ink:
    """Keeps where words were drawn."""

    def __init__(self) -> None:
        self.boxes: list[QRectF] = []

    def drawText(self, box: QRectF, *_: object) -> None:  # noqa: N802
        self.boxes.append(box)

    def setFont(self, *_: object) -> None: ...  # noqa: N802

    def setLayoutDirection(self, *_: object) -> None: ...  # noqa: N802


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_date_beside_the_edge_is_not_cut_off(look: Look, code: Code) -> None:
    look.set_language(code)
    for x in range(0, 1001, 20):
        ink = Ink()
        sheet = Sheet(ink, look, 1000.0, (), (), (), ())  # type: ignore[arg-type]
        draw_words(sheet, look.day(dt.date(2019, 9, 28)), look.plain(11.5), float(x), 0.0, 20.0, 14.0)
        (box,) = ink.boxes
        assert box.left() >= 0
        assert box.right() <= 1000
        assert not box.left() < x < box.right()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_events_without_a_day_are_told_below_and_lead_to_their_words(qtbot: QtBot, look: Look, code: Code) -> None:
    look.set_language(code)
    events = tuple(
        UndatedEvent(f"e{n}", Bilingual("word " * n, "كلمة " * n), (("a", n), ("b", n)) if n % 2 else (("b", n),))
        for n in range(1, 30)
    )
    picture = TimelinePicture(look)
    qtbot.addWidget(picture)
    picture.resize(900, 300)
    picture.set_timeline(Timeline((), (), (), events))
    picture.resize(900, picture.minimumHeight())
    picture.grab()
    hits = picture.hits()
    assert [hit.spot for hit in hits] == [event.spots[0] for event in events]
    for n, hit in enumerate(hits):
        assert picture.rect().contains(hit.rect.toAlignedRect())
        assert not any(hit.rect.intersects(other.rect) for other in hits[:n])
    picture.only_a = True
    picture.refilter()
    picture.grab()
    assert [hit.spot for hit in picture.hits()] == [("a", n) for n in range(1, 30, 2)]
    picture.show_events = False
    picture.refilter()
    picture.grab()
    assert picture.hits() == []


@pytest.mark.parametrize("mirrored", [True, False])
def test_a_term_that_goes_on_beyond_the_picture_is_left_open(mirrored: bool) -> None:
    years = Scale(dt.date(2016, 1, 1), dt.date(2022, 12, 31), 100.0, 900.0, mirrored)
    whole = Bar(dt.date(2017, 1, 20), dt.date(2021, 1, 20), None)
    rect = bar_rect(years, whole.begin, whole.end, 50.0)
    assert open_rect(years, whole, rect) == rect
    term = Bar(dt.date(2021, 1, 20), dt.date(2025, 1, 20), None)
    rect = bar_rect(years, term.begin, term.end, 50.0)
    opened = open_rect(years, term, rect)
    assert (opened.left() < 100.0, opened.right() > 900.0) == (mirrored, not mirrored)


def test_the_day_above_the_small_picture_is_whole(qtbot: QtBot, look: Look) -> None:
    """The rows are painted in other letters than the day was measured in."""
    on = dt.date(2019, 12, 27)
    bar = Bar(dt.date(2021, 1, 20), dt.date(2025, 1, 20), Bilingual("President", "الرئيس"))
    found = Finding("k", "anachronism", "office", "internal", "high", 0.9, "r", (), Bilingual("-", "-"), (), (), ())
    row = PersonRow("biden", Bilingual("Joe Biden", "جو بايدن"), "terms", (bar,), ("a",), ("a", 0), found, on)
    chart = TermsChart(look, (row,), "k")
    qtbot.addWidget(chart)
    chart.resize(400, chart.height())
    alone = QImage(400, chart.height(), QImage.Format.Format_RGB32)
    alone.fill(look.colour("panel"))
    painter = QPainter(alone)
    painter.setFont(look.plain(11))
    painter.setPen(look.colour("ink"))
    painter.drawText(QRectF(0, 0, 400, 17), int(Qt.AlignmentFlag.AlignCenter), look.day(on))
    painter.end()
    chart.setStyleSheet(f"background: {look.palette.panel}")
    assert inked(chart.grab().toImage()) == inked(alone) > 40


def inked(image: QImage) -> int:
    """How wide the words in the picture's first line are."""
    columns = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 120 for y in range(15))]
    return columns[-1] - columns[0] if columns else 0
