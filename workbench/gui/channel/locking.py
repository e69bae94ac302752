"""Scrolling locked by alignment: what one pane shows brings its counterpart in the other to the same height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workbench.gui.channel.ribbons import Ribbon
    from workbench.gui.pane.pane import Pane


FOCUS = 0.4  # the share of a page's height at which the eye is taken to rest


def rising_chain(pairs: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The longest run of pairs that rises on both sides: a passage that moved elsewhere does not pull."""
    tails: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    # The same height in A only once: of equal first sides the greater second one comes first.
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


def _first_not_below(tails: list[float], y: float) -> int:
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
    """Holds the two panes together while ``on``."""

    def __init__(self, pane_a: Pane, pane_b: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._a, self._b = pane_a, pane_b
        self.on = True
        self._busy = False
        self._ribbons: tuple[Ribbon, ...] = ()
        self._chain: tuple[tuple[float, float], ...] | None = None
        pane_a.view.verticalScrollBar().valueChanged.connect(lambda: self._follow(True))
        pane_b.view.verticalScrollBar().valueChanged.connect(lambda: self._follow(False))
        for pane in (pane_a, pane_b):
            pane.view.document().documentLayout().documentSizeChanged.connect(self._forget)

    def set_ribbons(self, ribbons: tuple[Ribbon, ...]) -> None:
        self._ribbons, self._chain = ribbons, None

    def _forget(self) -> None:
        self._chain = None

    def chain(self) -> tuple[tuple[float, float], ...]:
        if self._chain is None:
            a, b = self._a.view, self._b.view
            pairs = [
                (a.geometry_of.middle(ribbon.a[0]), b.geometry_of.middle(ribbon.b[0]))
                for ribbon in self._ribbons
                if ribbon.arc is None and ribbon.relation != "unsure"
            ]
            inner = rising_chain(pairs)
            ends = ((0.0, 0.0), (a.document().size().height(), b.document().size().height()))
            self._chain = (ends[0], *inner, ends[1]) if inner else ends
        return self._chain

    def _follow(self, a_moved: bool) -> None:
        if not self.on or self._busy or not self._b.view.text or not self._a.view.text:
            return
        moved, other = (self._a, self._b) if a_moved else (self._b, self._a)
        chain = self.chain() if a_moved else tuple((second, first) for first, second in self.chain())
        view = moved.view
        focus = view.viewport().height() * FOCUS
        bar = view.verticalScrollBar()
        if bar.value() == bar.minimum():
            target = 0.0
        else:
            target = counterpart(chain, bar.value() + focus) - other.view.viewport().height() * FOCUS
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
