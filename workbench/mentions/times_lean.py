"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from workbench.mentions.times_scan import Found, Scan
from workbench.mentions.times_values import Lean

_BACK = 14
_AHEAD = 5
_STOPS = frozenset(".؟!;؛:")


def lean_at(scan: Scan, found: Found) -> Lean | None:
    """The nearest cue before the time inside its clause, else the first one after it; None where there is none."""
    tokens = scan.tokens
    for i in range(found.begin - 1, max(-1, found.begin - 1 - _BACK), -1):
        key = tokens[i].key
        if key in _STOPS and tokens[i].kind == "punctuation":
            break
        lean = _cue(scan, i)
        if lean is not None:
            return lean
    for i in range(found.end, min(len(tokens), found.end + _AHEAD)):
        if tokens[i].kind == "punctuation":
            break
        lean = _cue(scan, i)
        if lean is not None:
            return lean
    return None


def future_before(scan: Scan, i: int) -> bool:
    """Whether the nearest cue before ``i`` in its clause speaks of what will be."""
    for at in range(i - 1, max(-1, i - 1 - _BACK), -1):
        if scan.tokens[at].kind == "punctuation" and scan.key(at) in _STOPS:
            return False
        lean = _cue(scan, at)
        if lean is not None:
            return lean == "future"
    return False


def _cue(scan: Scan, i: int) -> Lean | None:
    token = scan.tokens[i]
    if token.kind != "word":
        return None
    cues = scan.words.cues
    if token.key in cues.future:
        return "future"
    if token.key in cues.past:
        return "past"
    shift = scan.word(i, "shift")
    if shift is not None and shift[0].number:
        return "past" if shift[0].number < 0 else "future"
    if token.plain.startswith(cues.starts) and len(token.plain) >= 4 and token.key not in cues.never:
        return "future"
    return None
