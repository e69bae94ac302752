"""The checker's to-do list: what stands only in the draft, each with what would settle it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.review.pairing import claim_rows

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult


@dataclass(frozen=True, slots=True)
class TodoItem:
    """A clause of the draft that no report speaks of. ``key`` is stable across runs and edits elsewhere; ``kind`` the
    weightiest kind of claim in it, which decides what would settle it; ``words`` the clause."""

    key: str
    words: str
    kind: str
    start: int
    end: int
    article: str = "a"


_WEIGHT = ("casualties", "quantity", "quote", "actor", "date", "time", "place", "office", "duration", "score",
           "statement")  # fmt: skip


def todo_items(result: CheckResult, other: str | None) -> tuple[TodoItem, ...]:
    """One item a clause, in the order of the text. Without another report everything stands only in the draft.
    Names and offices alone are nothing to settle: a clause counts for what it asserts."""
    if other is not None:
        alone = [row.a for row in claim_rows(result, other) if row.standing == "only-a" and row.a is not None]
    else:
        alone = [claim for claim in result.claims if claim.article == "a"]
    clauses: dict[tuple[int, int], list[Claim]] = {}
    for claim in alone:
        clauses.setdefault((claim.clause.start, claim.clause.end), []).append(claim)
    reading = next((one for one in result.readings if one.article.id == "a"), None)
    if reading is None:
        return ()
    items: list[TodoItem] = []
    seen: Counter[str] = Counter()
    for (start, end), claims in sorted(clauses.items()):
        kind = min((claim.kind for claim in claims), key=_weight)
        words = " ".join(reading.article.text[start:end].split()).strip(" .،؛:[]")
        if not words:
            continue
        seen[words] += 1
        key = hashlib.sha256(f"{words}\n{seen[words]}".encode("utf-8", "replace")).hexdigest()[:12]
        items.append(TodoItem(key, words, kind, start, end))
    return tuple(items)


def _weight(kind: str) -> int:
    return _WEIGHT.index(kind) if kind in _WEIGHT else len(_WEIGHT)
