"""An article's date in the window: the words of its chip, and the popover where a person gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from workbench.gui.chips import Chip

if TYPE_CHECKING:
    from workbench.engine import Draft
    from workbench.gui.look import Look
    from workbench.mentions.reading import ArticleReading
    from workbench.mentions.values import ArticleDate


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the chip shows; dashed stands for inferred or unknown."""

    words: str
    icon: str
    dashed: bool
    why: str


def date_chip_words(look: Look, draft: Draft, reading: ArticleReading | None) -> DateWords:
    if reading is None:
        if draft.date is not None:
            return DateWords(look.say("date.given", day=look.day(draft.date, True)), "calendar", False, "")
        return DateWords(look.say("date.reading"), "interval", True, "")
    date = reading.date
    why = look.pick(date.why)
    if date.source == "unknown" or (date.begin is None and date.end is None):
        return DateWords(look.say("date.unknown"), "interval", True, why)
    words = interval_words(look, date)
    if date.source == "inferred":
        return DateWords(words, "interval", True, why)
    return DateWords(words, "calendar", False, why)


def interval_words(look: Look, date: ArticleDate) -> str:
    begin, end = date.begin, date.end
    if begin is not None and begin == end:
        return look.say(f"date.{date.source}", day=look.day(begin, True))
    if begin is None and end is not None:
        return look.say("date.until", day=look.day(end))
    if end is None and begin is not None:
        return look.say("date.since", day=look.day(begin))
    if begin is None or end is None:
        return look.say("date.unknown")
    return look.say("date.between", begin=look.day(begin), end=look.day(end))


class DatePopover(QFrame):
    """A calendar with what was inferred and why; ``choose`` gets the day, or None to take a given one back."""

    def __init__(
        self, look: Look, draft: Draft, reading: ArticleReading | None,
        choose: Callable[[dt.date | None], None], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setLayoutDirection(look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choose = choose
        words = date_chip_words(look, draft, reading)
        title = QLabel(words.words)
        why = QLabel(words.why)
        for label in (title, why):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        title.setObjectName("strong")
        why.setObjectName("hint")
        self.calendar = QCalendarWidget()
        # Western digits and the months' Gulf names, whatever the system speaks.
        self.calendar.setLocale(QLocale("ar_AE" if look.mirrored else "en_GB"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Saturday if look.mirrored else Qt.DayOfWeek.Monday)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        days = self.calendar.findChild(QTableView)
        if days is not None:
            # The style sheet's padding would widen the columns beyond the popover.
            days.horizontalHeader().setMinimumSectionSize(20)
        self.calendar.setAccessibleName(look.say("date.calendar"))
        for day in (Qt.DayOfWeek.Friday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        start = draft.date or (reading.date.begin if reading else None) or dt.date.today()
        self.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        give = Chip(look, "calendar", 30)
        give.filled, give.radius = True, 5
        give.set_words(look.say("date.use"))
        give.clicked.connect(self._use)
        back = Chip(look, "", 30)
        back.radius = 5
        back.set_words(look.say("date.take-back"))
        back.setEnabled(draft.date is not None)
        back.setToolTip("" if draft.date else look.say("date.none-given"))
        back.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(give)
        row.addWidget(back)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(title)
        if words.why:
            layout.addWidget(why)
        layout.addWidget(self.calendar)
        layout.addLayout(row)
        self.calendar.activated.connect(self._use)
        self.setFixedWidth(320)

    def open_at(self, point: QPoint) -> None:
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(screen.left(), point.x()), screen.right() - self.width())
        y = min(point.y(), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.calendar.setFocus()

    def _use(self, *_: object) -> None:
        chosen = self.calendar.selectedDate()
        self.close()
        self._choose(dt.date(chosen.year(), chosen.month(), chosen.day()))

    def _take_back(self) -> None:
        self.close()
        self._choose(None)
