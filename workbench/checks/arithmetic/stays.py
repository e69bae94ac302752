"""Numbers of years that stand right beside the years they went by in or that somebody was born in: «تسع سنوات متصلة في
جنيف، من عام 1999 إلى عام 2004», «المولود في فبراير 1990 سبعة وعشرين عاما»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.checks.arithmetic.ages import Reckoning, YearLine, Years
from workbench.mentions.values import ArticleDate

_NEAR = 6  # words between a number of years and its two ends: «في جامعة القاهرة، من»
_BEFORE = 3
_SLACK = 1
_ANOTHER_LIFE = 30


def stays(lines: Sequence[YearLine]) -> Iterator[Reckoning]:
    """Every stretch of years that is out by more than one from the number of years beside it. Without a comma or a word
    like «متصلة» the number may be of some years within the stretch, and only more of them than it has are wrong."""
    for number, line in enumerate(lines):
        for at, count in enumerate(line.years):
            if count.count is None or count.ordinal or count.ago or count.hedged or count.count < 2:
                continue
            for other in line.years[max(0, at - 1) : at + 2]:
                made = _made(line, count, other)
                if made is None or other.begin is None or other.end is None:
                    continue
                low, high = made - 1 - _SLACK, made + 1 + _SLACK
                if count.count > high or (count.count < low and _whole(line, count, other)):
                    first, last = sorted((count, other), key=lambda year: year.first)
                    yield Reckoning("span", other.begin, other.end, count.count, number, first.first, last.last)


def _made(line: YearLine, count: Years, stretch: Years) -> int | None:
    """How many years the two ends beside a number of years make; None where they are not its ends."""
    if stretch.begin is None or stretch.end is None or stretch.begin >= stretch.end or stretch.hedged:
        return None
    if line.before(count.first, "age", "at-death", "left-at", "span", near=2) is not None:
        return None  # told by other rules
    stretches = [year for year in line.years if year.begin is not None and year.begin != year.end]
    goes_on = any(
        one.key == "ثم" and other.key in line.words.where for one, other in pairwise(line.tokens[stretch.last :])
    )
    if len(stretches) > 1 or goes_on:
        return None  # «من 1970 إلى 1985 في البحرية، ثم في سلاح الجو»
    if any(token.key.removeprefix("و") in line.words.sentenced for token in line.tokens[: count.first]):
        return None  # «قضت المحكمة بسجنه 15 عاما»
    keys = {token.key.removeprefix("و") for token in line.tokens[max(0, count.first - _BEFORE) : count.first]}
    words = line.words
    if keys & (words.stay_guards):
        return None
    first, last = (count.last, stretch.first) if count.first < stretch.first else (stretch.last, count.first)
    between = line.tokens[first:last]
    if len(between) > _NEAR or any(token.key.startswith("و") and token.key != "وذلك" for token in between):
        return None
    if any(token.text in ".؛:()" or token.plain.isdigit() for token in between):
        return None
    if stretch.first < count.first and any(token.kind == "punctuation" or token.key == "ثم" for token in between):
        return None  # «من 1999 إلى 2004، ثم تسع سنوات في باريس»
    return stretch.end - stretch.begin


def _whole(line: YearLine, count: Years, stretch: Years) -> bool:
    """Whether the number is of the whole stretch: «تسع سنوات، من 1999 إلى 2004», «امتدت من 1970 إلى 1980»."""
    if count.first > stretch.first:
        return False
    between = line.tokens[count.last : stretch.first]
    ends = line.tokens[stretch.first].key in ("من", "بين", "منذ") or "من" in {token.key for token in between[-1:]}
    joined = between[-1:] and (between[-1].text in "،," or (len(between) > 1 and between[-2].text in "،,"))
    running = any(token.key in line.words.unbroken for token in between)
    return ends and bool(joined or running)


def ages_beside(lines: Sequence[YearLine], date: ArticleDate) -> Iterator[Reckoning]:
    """Every age right behind the year of birth it goes with that the article's own year does not bear out."""
    if date.begin is None or date.end is None or date.begin.year != date.end.year:
        return
    now = date.begin.year
    for number, line in enumerate(lines):
        told = [year for year in line.years if year.written or year.count is not None]  # «وتبلغ اليوم من العمر»
        for birth, age in pairwise(told):
            if age.count is None or age.ordinal or not 1 <= age.count <= 110 or not birth.written:
                continue
            if birth.begin is None or birth.begin != birth.end or not _age_of(line, birth, age):
                continue
            made, slack = now - birth.begin, _SLACK + (2 if age.hedged else 0)
            if made - 1 - slack <= age.count <= made + slack or abs(made - age.count) > _ANOTHER_LIFE:
                continue
            if line.before(age.first, "age", "at-death", "left-at", near=2) is None:
                yield Reckoning("age", birth.begin, now, age.count, number, birth.first, age.last)


def _age_of(line: YearLine, birth: Years, age: Years) -> bool:
    """Whether the words between a birth and a number of years leave no other meaning than an age of today."""
    cue = next((hit for hit in reversed(line.cues) if hit[2] == "born" and hit[1] <= birth.first), None)
    if cue is None or line.before(birth.first, "born", near=8) is None:
        return False
    words = line.words
    told = [token.key.removeprefix("و") for token in line.tokens[cue[0] : age.first]]
    before = {token.key.removeprefix("و") for token in line.tokens[max(0, cue[0] - _NEAR) : cue[0]]}
    between = {token.key.removeprefix("و") for token in line.tokens[birth.last : age.first]}
    if {token.key.removeprefix("و") for token in line.tokens[: age.first]} & words.then:
        return False
    if any(what in ("died", "at-death") for _, _, what in line.cues) or not between <= words.age_joints:
        return False
    participle = line.tokens[cue[0]].key.startswith("المول")
    return bool(between & words.reaching) or (participle and bool(before & words.reaching) and len(told) <= _NEAR + 4)
