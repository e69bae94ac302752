"""Matches told by their sets, one result behind the other, and the rounds that lead to a final."""

from __future__ import annotations

from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.claim_cues import ClaimCues
from workbench.mentions.values import Score

SET, ROUND = "set:", "round:"
# Nobody wins a set with fewer points or games.
_LEAST = 6
_JOINED = frozenset("،,؛;-–و")
_THEN = frozenset("ثم و".split())
_OPENING, _CLOSING = "([", ")]"


def set_traits(view: SentenceView, seen: Seen) -> frozenset[str]:
    """``set:2/3`` for the second of three results in a row: «6-4 و3-6 و7-5»; what stands in brackets behind one is its
    tie-break. Empty for a result alone, or of a game that is not played in sets."""
    row = next((row for row in _rows(view) if seen in row), ())
    if len(row) < 2 or not all(isinstance(one.mention.value, Score) and max(one.mention.value.values) >= _LEAST
                               for one in row):  # fmt: skip
        return frozenset()
    return frozenset((f"{SET}{row.index(seen) + 1}/{len(row)}",))


def _rows(view: SentenceView) -> list[list[Seen]]:
    rows: list[list[Seen]] = []
    last = -1
    for seen in view.seen:
        if seen.mention.type != "score":
            continue
        if seen.first and view.tokens[seen.first - 1].text in _OPENING and rows and last == seen.first - 1:
            last = seen.last + (seen.last < len(view.tokens) and view.tokens[seen.last].text in _CLOSING)
            continue
        between = view.tokens[last : seen.first] if 0 <= last <= seen.first else ()
        joined = last >= 0 and all(token.text in _JOINED or token.key in _THEN for token in between)
        if joined:
            rows[-1].append(seen)
        else:
            rows.append([seen])
        last = seen.last
    return rows


def round_of(view: SentenceView, cues: ClaimCues) -> frozenset[str]:
    """``round:half-final`` where a sentence tells of a round that leads to the final: «في نصف النهائي»."""
    tokens = view.tokens
    return frozenset(
        f"{ROUND}{tokens[at].key.lstrip('وبل')}-final"
        for at in range(len(tokens) - 1)
        if tokens[at].key in cues.before_the_final and tokens[at + 1].key in cues.final_word
    )
