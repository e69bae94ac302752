"""The lower picture: the articles' dates, terms of office and lifetimes over the years, who is out of their time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QPolygonF

from workbench.gui.icons import draw_icon
from workbench.gui.palettes import mixed
from workbench.gui.timeline.sheet import Hit, Sheet, draw_label, draw_words
from workbench.review.timeline import gap, nearest_bar

if TYPE_CHECKING:
    from workbench.gui.look import Look
    from workbench.gui.timeline.scale import Scale
    from workbench.review.timeline import Bar, DatedArticle, PersonRow


BEYOND = 12.0  # how far a bar that is left open reaches over the edge


def paint_years(sheet: Sheet, years: Scale, y: float, on: dt.date | None) -> None:
    """Paint from ``y`` down; ``on`` is the day that an anachronism speaks of."""
    painter = sheet.painter
    look = sheet.look
    people = sheet.people
    articles = [one for one in sheet.articles if one.article in sheet.shown]
    bottom = y + sheet.row * (len(articles) + len(people))
    marks = years.years()
    step = max(1, len(marks) // 12)
    small = look.plain(11.5)
    for number, year in enumerate(marks):
        x = years.x(year)
        if number % step == 0:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(x, y), QPointF(x, bottom))
            painter.setPen(look.colour("ink2"))
            following = years.x(dt.date(year.year, 12, 31))
            painter.setFont(small)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
            painter.drawText(QRectF(min(x, following), bottom + 2, abs(following - x), 20), flags,
                             look.figures(year.year))  # fmt: skip
    for article in articles:
        paint_article(sheet, years, y, article)
        y += sheet.row
    if on is not None:
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.drawLine(QPointF(years.x(on), y - sheet.row * len(articles) - 6), QPointF(years.x(on), bottom))
    for row in people:
        paint_person(sheet, years, y, row)
        y += sheet.row


def paint_article(sheet: Sheet, years: Scale, y: float, article: DatedArticle) -> None:
    painter = sheet.painter
    look = sheet.look
    name = look.say("timeline.date-of", letter=look.letter(article.article))
    known = article.begin is not None and article.begin == article.end
    draw_label(sheet, y, sheet.row, name, "calendar" if known else "interval", look.colour("accent"), True)
    middle = y + sheet.row / 2
    if known and article.begin is not None:
        x = years.x(article.begin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawPolygon(QPolygonF([QPointF(x, middle - 10), QPointF(x + 8, middle), QPointF(x, middle + 10),
                                       QPointF(x - 8, middle)]))  # fmt: skip
        painter.setPen(look.colour("ink"))
        draw_words(sheet, look.day(article.begin), look.plain(11.5), x, middle - 10, 20, 14)
    elif article.begin is not None or article.end is not None:
        bar = bar_rect(years, article.begin, article.end, middle)
        painter.setPen(QPen(look.colour("accent"), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle(Qt.BrushStyle.BDiagPattern))
        brush = painter.brush()
        brush.setColor(mixed(look.colour("accent"), 0.55))
        painter.setBrush(brush)
        painter.drawRoundedRect(bar, 3, 3)
        draw_range(sheet, bar, _written(look, article.begin, article.end), backed=True)
    else:
        painter.setPen(look.colour("ink3"))
        x = years.right - 6 if look.mirrored else years.left + 6
        draw_words(sheet, look.say("date.unknown"), look.plain(11.5), x, middle - 10, 20)


def bar_rect(years: Scale, begin: dt.date | None, end: dt.date | None, middle: float) -> QRectF:
    first, last = years.x(begin or years.begin), years.x(end or years.end)
    return QRectF(min(first, last), middle - 11, max(4.0, abs(last - first)), 22)


def open_rect(years: Scale, bar: Bar, rect: QRectF) -> QRectF:
    """A bar that goes on beyond the years shown is left open there: it reaches over the picture's edge."""
    early = bar.begin is None or bar.begin < years.begin
    late = bar.end is None or bar.end > years.end
    before, after = (BEYOND if early else 0.0), (BEYOND if late else 0.0)
    return rect.adjusted(-after, 0, before, 0) if years.mirrored else rect.adjusted(-before, 0, after, 0)


def _written(look: Look, begin: dt.date | None, end: dt.date | None) -> str:
    """Between which days an article was written."""
    if begin is not None and end is not None:
        return look.say("timeline.range", begin=look.day(begin), end=look.day(end))
    if begin is not None:
        return look.say("timeline.since", day=look.day(begin))
    return look.say("timeline.until", day=look.day(end)) if end is not None else ""


def _term(look: Look, bar: Bar) -> str:
    """From when to when somebody held an office or lived; a year where the day is not known."""
    begin = end = "…"
    if bar.begin is not None:
        begin = look.day(bar.begin) if bar.exact_begin else look.figures(bar.begin.year)
    if bar.end is not None:
        end = look.day(bar.end) if bar.exact_end else look.figures(bar.end.year)
    elif bar.name is not None:
        end = look.say("timeline.now")
    return look.say("timeline.range", begin=begin, end=end)


def draw_range(sheet: Sheet, bar: QRectF, words: str, shorter: str = "", backed: bool = False) -> None:
    """Words inside a bar, the shorter ones where they do not fit; else none."""
    painter = sheet.painter
    look = sheet.look
    font = look.plain(11.2)
    metrics = QFontMetricsF(font)
    words = next((one for one in (words, shorter) if metrics.horizontalAdvance(one) + 14 <= bar.width()), "")
    if not words:
        return
    width = metrics.horizontalAdvance(words) + 8
    left = bar.right() - width - 6 if look.mirrored else bar.left() + 6
    box = QRectF(left, bar.top(), width, bar.height())
    if backed:
        painter.fillRect(box.adjusted(0, 3, 0, -3), look.colour("raised"))
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    painter.setLayoutDirection(look.direction)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def paint_person(sheet: Sheet, years: Scale, y: float, row: PersonRow) -> None:
    painter = sheet.painter
    look = sheet.look
    violet = look.palette.family("anachronism")
    middle = y + sheet.row / 2
    words = name_words(look, row)
    draw_label(sheet, y, sheet.row, words, "anachronism" if row.out else "person",
                violet if row.out else look.colour("ink2"), row.out is not None)  # fmt: skip
    edge = QRectF(years.left, y, years.right - years.left, sheet.row)
    for bar in row.bars:
        if (bar.end and bar.end < years.begin) or (bar.begin and bar.begin > years.end):
            continue
        rect = bar_rect(years, bar.begin, bar.end, middle)
        whole = open_rect(years, bar, rect)
        painter.save()
        painter.setClipRect(edge.adjusted(-1, 0, 1, 0))
        if row.out and bar is nearest_bar(row):
            painter.setPen(QPen(violet, 2))
            painter.setBrush(mixed(violet, 0.20))
            painter.drawRoundedRect(whole, 3, 3)
            painter.setPen(QPen(violet, 1))
            painter.drawRoundedRect(whole.adjusted(3, 3, -3, -3), 2, 2)
        else:
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.setBrush(mixed(look.colour("ink"), 0.12))
            painter.drawRoundedRect(whole, 3, 3)
        painter.restore()
        other = bar.name if bar.name != nearest_bar(row).name else None
        spell = _term(look, bar)
        if other is None:
            draw_range(sheet, rect, spell)
        else:  # the row is named after another office
            office = look.pick(other)
            draw_range(sheet, rect, look.say("timeline.other-office", office=office, term=spell), office)
        if bar.died and bar.end and years.holds(bar.end):
            x = years.x(bar.end)
            draw_icon(painter, "cross", QRectF(x - 9, middle - 9, 18, 18), look.colour("ink"))
        told = words if bar.name is None else _office_words(look, row, bar)
        told = look.say("timeline.other-office", office=told, term=_term(look, bar))
        sheet.hits.append(Hit(rect, row.spot, row.out.key if row.out else None, told))
    if row.out is not None and row.on is not None:
        paint_out(sheet, years, middle, row, violet)


def name_words(look: Look, row: PersonRow) -> str:
    """Somebody with the office that matters here, or that they lived."""
    if row.kind == "life":
        return look.say("timeline.lived", person=look.pick(row.name))
    return _office_words(look, row, nearest_bar(row))


def _office_words(look: Look, row: PersonRow, bar: Bar) -> str:
    name = look.pick(row.name)
    return look.say("timeline.person-office", person=name, office=look.pick(bar.name)) if bar.name else name


def paint_out(sheet: Sheet, years: Scale, middle: float, row: PersonRow, violet: QColor) -> None:
    """From the day spoken of to the term, with the gap in words."""
    painter = sheet.painter
    assert row.on is not None
    assert row.out is not None
    look = sheet.look
    bar = nearest_bar(row)
    if bar.begin is not None and row.on < bar.begin:
        target, key = bar.begin, "gap.before"
    elif bar.end is not None and row.on > bar.end:
        target, key = bar.end, "gap.after"
    else:
        return
    x, to = years.x(row.on), years.x(target)
    painter.setPen(QPen(violet, 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, middle), QPointF(to, middle))
    tip = 6 if to > x else -6
    painter.setPen(QPen(violet, 2))
    painter.drawLine(QPointF(to, middle), QPointF(to - tip, middle - 4))
    painter.drawLine(QPointF(to, middle), QPointF(to - tip, middle + 4))
    painter.setBrush(violet)
    painter.drawEllipse(QPointF(x, middle), 4, 4)
    spell = gap_words(look, *gap(row.on, target))
    words = look.say(key, words=" ".join(row.out.places[0].text.split()), gap=spell)
    font = look.plain(11.5, QFont.Weight.DemiBold)
    width = QFontMetricsF(font).horizontalAdvance(words) + 44
    left = x - 12 - width if to > x else x + 12
    left = min(max(left, 6.0), sheet.width - width - 6)
    pill = QRectF(left, middle - 11, width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(pill, 11, 11)
    paper = look.colour("paper")
    icon_x = pill.left() + 9 if look.mirrored else pill.right() - 23
    draw_icon(painter, "anachronism", QRectF(icon_x, middle - 7, 14, 14), paper)
    painter.setPen(paper)
    painter.setFont(font)
    painter.setLayoutDirection(look.direction)
    inner = pill.adjusted(26, 0, -10, 0) if look.mirrored else pill.adjusted(10, 0, -26, 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), words)
    sheet.hits.append(Hit(pill, row.spot, row.out.key, words))


def gap_words(look: Look, years: int, days: int) -> str:
    """Years and days as one phrase."""
    if not years:
        return look.count("gap.days", days)
    if not days:
        return look.count("gap.years", years)
    return look.say("gap.both", years=look.count("gap.years", years), days=look.count("gap.days", days))
