"""Scrolling locked by alignment: what one pane shows brings its counterpart in the other to the same height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workbench.gui.channel.ribbons import Ribbon
    from workbench.gui.pane.pane import Pane


T = TypeVar("T", int, float)
FOCUS = 0.4  # the share of a page's height at which the eye is taken to rest


def rising_chain(pairs: Iterable[tuple[T, T]]) -> tuple[tuple[T, T], ...]:
    """The longest run of pairs that rises on both sides: a passage that moved elsewhere does not pull."""
    tails: list[T] = []
    ends: list[int] = []
    before: list[int] = []
    # The same place in A only once: of equal first sides the greater second one comes first.
    ordered = sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))
    for number, (_, y) in enumerate(ordered):
        place = _first_not_below(tails, y)
        if place == len(tails):
            tails.append(y)
            ends.append(number)
        else:
            tails[place], ends[place] = y, number
        before.append(ends[place - 1] if place else -1)
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return tuple(reversed(chain))


def _first_not_below(tails: list[T], y: T) -> int:
    low, high = 0, len(tails)
    while low < high:
        middle = (low + high) // 2
        if tails[middle] < y:
            low = middle + 1
        else:
            high = middle
    return low


def counterpart(chain: tuple[tuple[float, float], ...], y: float) -> float:
    """The height on the second side for one on the first, between the nearest pairs of the chain."""
    if not chain:
        return y
    place = bisect_right([pair[0] for pair in chain], y)
    if place == 0:
        return chain[0][1] + (y - chain[0][0])
    if place == len(chain):
        return chain[-1][1] + (y - chain[-1][0])
    (x0, y0), (x1, y1) = chain[place - 1], chain[place]
    return y0 + (y1 - y0) * (y - x0) / max(1e-9, x1 - x0)


class ScrollLock(QObject):
    """Holds the two panes together while ``on``. What aligned claims pull is kept in offsets, which rise as heights do;
    heights are asked only for the claims around the line looked at, or a long text would have to be laid out whole."""

    def __init__(self, pane_a: Pane, pane_b: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._a, self._b = pane_a, pane_b
        self.on = True
        self._busy = False
        self._chain: tuple[tuple[int, int], ...] = ()
        pane_a.view.verticalScrollBar().valueChanged.connect(lambda: self._follow(True))
        pane_b.view.verticalScrollBar().valueChanged.connect(lambda: self._follow(False))

    def set_ribbons(self, ribbons: tuple[Ribbon, ...]) -> None:
        self._chain = rising_chain(
            (ribbon.a[0], ribbon.b[0]) for ribbon in ribbons if ribbon.arc is None and ribbon.relation != "unsure"
        )

    def _around(self, a_moved: bool, y: float) -> tuple[tuple[float, float], ...]:
        """The heights of the aligned claims before and after a height of the pane that moved; the texts' own ends
        where there is none."""
        first, second = (self._a.view, self._b.view) if a_moved else (self._b.view, self._a.view)
        units, own, theirs = self._chain, 0 if a_moved else 1, 1 if a_moved else 0
        place = bisect_right(units, first.geometry_of.line_at(y)[0], key=lambda pair: pair[own])

        def heights(at: int) -> tuple[float, float]:
            if at < 0:
                return 0.0, 0.0
            if at >= len(units):
                return first.whole_height(), second.whole_height()
            return first.geometry_of.middle(units[at][own]), second.geometry_of.middle(units[at][theirs])

        # The line looked at may begin before its claim does.
        while place > 0 and heights(place - 1)[0] > y:
            place -= 1
        while place < len(units) and heights(place)[0] <= y:
            place += 1
        return heights(place - 1), heights(place)

    def _follow(self, a_moved: bool) -> None:
        if self._a.view.holding or self._b.view.holding:
            return
        if not self.on or self._busy or not self._b.view.text or not self._a.view.text:
            return
        moved, other = (self._a, self._b) if a_moved else (self._b, self._a)
        view = moved.view
        focus = view.viewport().height() * FOCUS
        bar = view.verticalScrollBar()
        if bar.value() == bar.minimum():
            target = 0.0
        else:
            y = bar.value() + focus
            target = counterpart(self._around(a_moved, y), y) - other.view.viewport().height() * FOCUS
        self._busy = True
        other.view.verticalScrollBar().setValue(round(target))
        self._busy = False

    def face(self, a: int | None, b: int | None, height: float | None = None) -> None:
        """Bring a unit of A and a unit of B to the same height, whatever the chain says."""
        self._busy = True
        for pane, unit in ((self._a, a), (self._b, b)):
            if unit is not None:
                pane.view.bring(unit, height if height is not None else pane.view.viewport().height() * FOCUS)
        self._busy = False
        if (a is None) != (b is None):
            self._follow(b is None)
