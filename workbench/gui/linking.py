"""Alignment by hand: choose a claim, press the key, choose the other one and press it again, or click it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.gui.window import Window
    from workbench.review.decisions import LinkKind
    from workbench.review.pairing import ClaimRow


class Linking:
    """A claim is chosen by a click, by the caret in a pane, or as a row of the claims' table. The first one stands
    before the key, the second one after it: clicked, or chosen and the key pressed again. A row or a finding that
    has both claims already needs no second one."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.chosen: str | None = None
        self.row: ClaimRow | None = None
        self.waiting: LinkKind | None = None
        self._first: Claim | None = None

    def claim_clicked(self, id: str) -> None:
        self.chosen, self.row = id, None
        claim = self._window.bench.claim(id)
        if self.waiting is not None and claim is not None:
            self._second(claim)

    def claim_chosen(self, id: str) -> None:
        """A claim alone was chosen in a list; the key itself says what is to be done with it."""
        self.chosen, self.row = id, None

    def row_chosen(self, row: ClaimRow) -> None:
        self.row, self.chosen = row, None

    def begin(self, kind: LinkKind) -> None:
        """The key was pressed."""
        look, window = self._window.look, self._window
        claim = self._standing()
        if self.waiting == kind and claim is not None and claim != self._first:
            self._second(claim)
            return
        pair = self._pair()
        if pair is not None and self.chosen is None and kind != "joined":
            self._link(kind, *pair)
            return
        if claim is None:
            window.tell(look.say("status.no-claim"), "unsure", "open")
            return
        self.waiting, self._first = kind, claim
        words = " ".join(claim.text.split())
        window.tell(look.say("status.choose-claim", letter=look.letter(claim.article), words=words), "join", "open")

    def cancel(self) -> None:
        self.waiting = self.chosen = self.row = self._first = None

    def _standing(self) -> Claim | None:
        """The claim that is chosen now: clicked, in the table's row, or under the caret of the pane in use."""
        bench, space = self._window.bench, self._window.workspace
        for pane in (space.pane_a, space.pane_b):
            if pane.view.hasFocus():
                caret = pane.view.textCursor().position()
                under = pane.view.claims.within(caret, caret + 1)
                if under:
                    return bench.claim(under[0].name)
        if self.row is not None:
            claims = self.row.claims
            if self._first is not None:
                return next((claim for claim in claims if claim.article != self._first.article), claims[0])
            return claims[0]
        return bench.claim(self.chosen or "")

    def _pair(self) -> tuple[Claim, Claim] | None:
        """Two claims that stand together already: in the table's row, or in the current finding."""
        bench = self._window.bench
        if self.row is not None:
            return (self.row.a, self.row.b) if self.row.a is not None and self.row.b is not None else None
        finding = bench.finding(bench.current)
        if finding is None or len(finding.claims) < 2:
            return None
        first, second = (bench.claim(id) for id in finding.claims[:2])
        return (first, second) if first is not None and second is not None else None

    def _second(self, claim: Claim) -> None:
        kind, first = self.waiting, self._first
        self.cancel()
        if kind is not None and first is not None:
            self._link(kind, first, claim)

    def _link(self, kind: LinkKind, first: Claim, second: Claim) -> None:
        if kind in ("joined", "parted") and first.article == second.article:
            self._window.tell(self._window.look.say("status.two-articles"), "unsure", "open")
            return
        self._window.bench.link(kind, first, second)
