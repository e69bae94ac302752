"""Alignment by hand: choose a claim, press the key, choose the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.window import Window
    from workbench.review.decisions import LinkKind


class Linking:
    """The last claim that was clicked is the first end; after the key the next one clicked is the second. Where the
    current finding stands on two claims and none was clicked, those two are meant."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.chosen: str | None = None
        self.waiting: LinkKind | None = None

    def claim_clicked(self, id: str) -> None:
        if self.waiting is not None and self.chosen is not None:
            kind, first = self.waiting, self._window.bench.claim(self.chosen)
            second = self._window.bench.claim(id)
            self.waiting = self.chosen = None
            if first is not None and second is not None:
                self._link(kind, first, second)
            return
        self.chosen = id

    def begin(self, kind: LinkKind) -> None:
        window, look = self._window, self._window.look
        first = window.bench.claim(self.chosen or "")
        if first is None:
            pair = self._of_current()
            if pair is not None and kind != "joined":
                self._link(kind, *pair)
            else:
                window.tell(look.say("status.no-claim"), "unsure", "open")
            return
        self.waiting = kind
        words = " ".join(first.text.split())
        window.tell(look.say("status.choose-claim", letter=look.letter(first.article), words=words), "join", "open")

    def cancel(self) -> None:
        self.waiting = self.chosen = None

    def _of_current(self) -> tuple[Claim, Claim] | None:
        bench = self._window.bench
        finding = bench.finding(bench.current)
        if finding is None or len(finding.claims) < 2:
            return None
        first, second = (bench.claim(id) for id in finding.claims[:2])
        return (first, second) if first is not None and second is not None else None

    def _link(self, kind: LinkKind, first: Claim, second: Claim) -> None:
        if kind in ("joined", "parted") and first.article == second.article:
            self._window.tell(self._window.look.say("status.two-articles"), "unsure", "open")
            return
        self._window.bench.link(kind, first, second)
