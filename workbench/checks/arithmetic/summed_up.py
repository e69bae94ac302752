"""Totals told behind their parts, whatever stands between these: «السعودية بقيمة 310 ملايين دينار، والعراق 205 ملايين
دينار، والولايات المتحدة 145 مليون دينار، ليكون المجموع 640 مليونا»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.arithmetic.mismatch import keys_of
from workbench.checks.arithmetic.sums import Miscount, rounding, subsums
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_NAMED = 3  # words between «مجموع» and its figure: «ليبلغ مجموع التعهدات 400»
_NEAR = 10  # words between two parts
_PARTS_AT_MOST = 8
_RUNNING = 1.34  # times its parts, from which on a total may have begun before them


def totals_behind(line: Line, words: SumWords) -> Iterator[Miscount]:
    """Totals that no two or more of the parts before them make. One far greater goes on from what was before."""
    for hit in words.cues["sum"].find(line.tokens):
        whole = next((figure for figure in line.figures if figure.first >= hit.last), None)
        if whole is None or not whole.exact or whole.kind not in ("count", "money"):
            continue
        between = keys_of(line, hit.last, whole.first)
        if len(between) > _NAMED or any(line.tokens[at].kind == "punctuation" for at in range(hit.last, whole.first)):
            continue
        if any(hit.last <= at < whole.first for _, at, _ in line.places):
            continue  # «ليبلغ إجمالي صادرات روسيا»
        parts = _parts(line, whole, hit.first)
        if len(parts) < 2 or len(parts) > _PARTS_AT_MOST or not all(part.exact for part in parts):
            continue
        whole = whole.scaled_like(parts[-1]).priced_like(parts[-1])
        made = sum(part.value for part in parts)
        slack = rounding(parts, [whole]) + 1e-6 * made
        if whole.value > _RUNNING * made or max(part.value for part in parts) >= whole.value:
            continue
        if all(abs(whole.value - sum_) > slack for sum_ in subsums([part.value for part in parts])):
            yield Miscount(whole, parts, parts[0].first, whole.after)


def _parts(line: Line, whole: Figure, until: int) -> tuple[Figure, ...]:
    """The figures of one unit right before a total, each joined to the next by a comma or «و»."""
    before = [figure for figure in line.figures if figure.last <= until and figure.kind != "length"]
    if not before or any(figure.kind == "share" for figure in before) or until - before[-1].after > _NAMED:
        return ()
    last = before[-1]
    whole = whole.priced_like(last)
    if whole.unit not in (None, last.unit) or (whole.kind != last.kind and whole.unit is not None):
        return ()
    run = [last]
    for one, other in reversed(list(pairwise(before))):
        alike = (one.kind, one.unit) == (other.kind, other.unit) or one.unit is None or other.unit is None
        if not alike or not _joined(line, one, other):
            break
        run.insert(0, one.scaled_like(other).priced_like(other))
    return tuple(run)


def _joined(line: Line, one: Figure, other: Figure) -> bool:
    between = range(one.after, other.first + 1)
    if len(between) > _NEAR or any(at in line.dated for at in between):
        return False
    if any(line.key(at) in line.cues.among | line.words.turning | line.cues.compared for at in between):
        return False
    linked = any(line.key(at) in ("،", ",") or line.key(at).startswith("و") for at in between)
    verbs = (line.entries(at) for at in between)
    return linked and not any(entries and entries[0].pos == "verb" for entries in verbs)
