"""Places that a list speaks of, marked in both texts: a source's quotations, an entry to verify, a row of claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from workbench.gui.pane.pane import Pane

Place = tuple[str, int, int]  # an article and a stretch of its text, in code points


class Places(QObject):
    """``left`` tells that nothing of a list is looked at any more."""

    left = Signal()

    def __init__(self, panes: tuple[Pane, Pane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes

    def mark(self, places: Iterable[Place], current: Place | None = None) -> None:
        """Mark these places where their articles are shown; without a current one all are looked at."""
        places = tuple(places)
        if not places and any(pane.view.spots for pane in self._panes):
            self.left.emit()
        for pane in self._panes:
            units = pane.view.offsets.units
            own = [place for place in places if place[0] == pane.article]
            looked_at = next((place for place in own if current in (None, place)), None)
            pane.view.set_spots(
                tuple((units(start), units(end)) for _, start, end in own),
                (units(looked_at[1]), units(looked_at[2])) if looked_at is not None else None,
            )

    def forget(self) -> None:
        self.mark(())
