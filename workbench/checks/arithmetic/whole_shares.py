"""Shares that one whole is divided into, whatever stands between them: «توزعت المنشآت بين قطاع الأغذية بنسبة 45
بالمئة وقطاع الألبسة بنسبة 30 بالمئة وقطاع الأثاث بنسبة 35 بالمئة»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.arithmetic.mismatch import Mismatch, keys_of
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumWords

_NEAR = 9  # words between two shares of one whole
_LEAD = 8  # words between «توزعت» and the first


def wholes_shared_out(line: Line, words: SumWords) -> Iterator[Mismatch]:
    """Shares behind a word of sharing out, each joined to the one before, that come to more than the whole."""
    shares = [figure for figure in line.figures if figure.kind == "share"]
    if len(shares) < 2 or not _divides(line, words, shares[0].first):
        return
    run = shares[:1]
    for one, other in pairwise(shares):
        if not _joined(line, words, one, other):
            break
        run.append(other)
    if any(line.key(at) in line.cues.compared for at in range(run[-1].last, len(line.tokens))):
        return  # «مقارنة بالعام الماضي»: growths
    made = sum(share.value for share in run)
    slack = max(1.01, sum(share.half_digit or 0.5 for share in run))
    if len(run) > 1 and all(share.exact for share in run) and made > 100 + slack:
        yield Mismatch("whole", tuple(share.value for share in run), run[-1], made, run[0].first, run[-1].last)


def _divides(line: Line, words: SumWords, first: int) -> bool:
    """«تتوزع … بين», «انقسمت … على» with no other statement up to the first share; «الأصوات كالتالي:»."""
    for at in range(max(0, first - _LEAD - 4), first):
        between = range(at + 1, first)
        split = line.key(at).removeprefix("و") in line.words.splitting | line.words.dividing | line.cues.parted
        if split and len(between) <= _LEAD + 3 and not _speaks_anew(line, at + 1, first):
            return any(line.key(n) in ("بين", "علي", "الي") or line.tokens[n].text == ":" for n in between)
        listed = words.cues["as-follows"].at(line.tokens, at)
        if listed is not None and first - listed.last <= _LEAD:
            return any(words.cues["ballot"].at(line.tokens, n) is not None for n in range(at))
    return False


def _joined(line: Line, words: SumWords, one: Figure, other: Figure) -> bool:
    """Whether nothing but the name of another part stands between two shares."""
    between = keys_of(line, one.last, other.first + (line.key(other.first) == "و"))
    if len(between) > _NEAR or not any(word in ("،", ",", "و") or word.startswith("و") for word in between):
        return False
    if any(at in line.dated for at in range(one.last, other.first)) or _speaks_anew(line, one.last, other.first):
        return False
    if any(words.cues[cue].at(line.tokens, at) is not None for at in range(one.last, other.first)
           for cue in ("earlier", "against")):  # fmt: skip
        return False
    apart = line.cues.among | line.words.turning | line.cues.compared | words.ways.keys()
    return not any(word in apart or word.removeprefix("و") in apart for word in between)


def _speaks_anew(line: Line, first: int, last: int) -> bool:
    """Whether a verb stands between two tokens."""
    entries = (line.entries(at) for at in range(first, last))
    return any(found and found[0].pos == "verb" for found in entries)
