"""Keeping a person's links on their words: through edits of the text, and back to the claims of a new reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.review.decisions import Anchor, HandLink

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.engine import Overrides


@dataclass(frozen=True, slots=True)
class Edit:
    """``removed`` code points at ``start`` of an article's text gave way to ``added`` ones."""

    article: str
    start: int
    removed: int
    added: int

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch lies after the edit; None where the edit took its words away or cut into them."""
        if end <= self.start:
            return start, end
        if start >= self.start + self.removed:
            shift = self.added - self.removed
            return start + shift, end + shift
        if start <= self.start and self.start + self.removed <= end and end - start > self.removed:
            return start, end + self.added - self.removed
        return None


def anchor_of(claim: Claim) -> Anchor:
    return Anchor(claim.article, claim.span.start, claim.span.end, claim.kind)


def moved_links(links: Iterable[HandLink], edit: Edit) -> tuple[HandLink, ...]:
    """The links after an edit; a link that lost its words keeps its old place, so that undo brings it back."""

    def moved(anchor: Anchor) -> Anchor:
        if anchor.article != edit.article:
            return anchor
        place = edit.moved(anchor.start, anchor.end)
        return replace(anchor, start=place[0], end=place[1]) if place else anchor

    return tuple(HandLink(link.kind, moved(link.first), moved(link.second)) for link in links)


def renamed_links(links: Iterable[HandLink], names: dict[str, str]) -> tuple[HandLink, ...]:
    """The links after articles changed their letters; the draft's claim stays the first of the two."""
    renamed: list[HandLink] = []
    for link in links:
        ends = [replace(one, article=names.get(one.article, one.article)) for one in (link.first, link.second)]
        ends.sort(key=lambda one: one.article)
        renamed.append(HandLink(link.kind, *ends))
    return tuple(renamed)


def overrides_for(
    links: Iterable[HandLink], claims: Iterable[Claim], hidden: frozenset[str] = frozenset()
) -> tuple[Overrides, tuple[HandLink, ...]]:
    """The links as claims' ids of this reading, and the links whose words no claim stands on any more."""
    from workbench.engine import Overrides  # the whole engine: not before the first picture of the window

    by_place = {anchor_of(claim): claim.id for claim in claims}
    pairs: dict[str, list[tuple[str, str]]] = {"joined": [], "parted": [], "same-event": [], "different-event": []}
    lost: list[HandLink] = []
    for link in links:
        first, second = by_place.get(link.first), by_place.get(link.second)
        if first is None or second is None:
            lost.append(link)
        else:
            pairs[link.kind].append((first, second))
    overrides = Overrides(
        joined=tuple(pairs["joined"]),
        parted=tuple(pairs["parted"]),
        same_event=tuple(pairs["same-event"]),
        different_event=tuple(pairs["different-event"]),
        hidden=hidden,
    )
    return overrides, tuple(lost)
