"""Where people who are counted come from: «أحد عشر موقوفا من الجيزة»."""

from __future__ import annotations

from workbench.claims.view import Seen, SentenceView

FROM_PLACE = "from-place:"
_FROM = "من"


def origin_traits(view: SentenceView, count: Seen) -> frozenset[str]:
    """``from-place:`` and the identifier of the place behind the counted noun, or right behind the figure."""
    for at in (count.last, count.last + 1):
        if at + 1 < len(view.tokens) and view.tokens[at].key == _FROM and at + 1 in view.named:
            return frozenset((f"{FROM_PLACE}{view.named[at + 1]}",))
    return frozenset()
