"""Ages of another time beside the years they follow from: «في العشرين من عمره عندما أمم النفط عام 1972»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.arithmetic.ages import Reckoning, YearLine, Years

_AFTER = 4  # words from a year to «وهو في العشرين»
_NEAR = 9  # words between the age and its year
_HOURS, _OLD = 12, 100
_SLACK = 1  # years: a birthday may be to come
_ANOTHER_LIFE = 40  # years an age may be out before it is rather somebody else's


def ages_then(lines: Sequence[YearLine]) -> Iterator[Reckoning]:
    """Ages at the time of a year beside them that the year of birth in the same sentence, or in one of the two before
    it, does not bear out."""
    born = [_births(line) for line in lines]
    for number, line in enumerate(lines):
        others = [year for year in line.years if _plain(year) and year not in born[number]]
        ages = [year for year in line.years if year.count is not None and _is_age(line, year)]
        if len(others) != 1 or len(ages) != 1 or any(what in ("died", "at-death") for _, _, what in line.cues):
            continue
        where = number if born[number] else _told_before(lines, born, number, ages[0])
        if where is None or len(born[where]) != 1 or _of_another(lines[where], born[where][0]):
            continue
        birth, then, age = born[where][0], others[0], ages[0]
        if _of_somebody_else(line, birth.last if where == number and birth.last < age.first else 0, age.first):
            continue
        if not _joined(line, age, then) or birth.begin is None or then.begin is None or age.count is None:
            continue
        made = then.begin - birth.begin
        if age.hedged or made <= 0 or made - 1 - _SLACK <= age.count <= made + _SLACK:
            continue
        if abs(made - age.count) > _ANOTHER_LIFE:
            continue
        here = (birth, then, age) if where == number else (then, age)
        first, last = min(year.first for year in here), max(year.last for year in here)
        elsewhere = (where, birth.first, birth.last) if where != number else None
        yield Reckoning("age", birth.begin, then.begin, age.count, number, first, last, elsewhere)


def _of_somebody_else(line: YearLine, first: int, last: int) -> bool:
    """«إن أحمد كان في العشرين من عمره», «ابنه …», «الذي …»: the age of one who was not told of before."""
    keys = [token.key.removeprefix("و") for token in line.tokens[first:last]]
    close = line.words.close_one
    return bool((close | line.words.another_subject) & set(keys)) or bool(close & {t.key for t in line.tokens[last:]})


def _births(line: YearLine) -> list[Years]:
    return [year for year in line.years if _plain(year) and line.before(year.first, "born") is not None]


def _told_before(lines: Sequence[YearLine], born: Sequence[list[Years]], number: int, age: Years) -> int | None:
    """The sentence of the article's only birth, one or two before the age and of the same sex, where the age is not
    that of a son or a wife: «ولد عام 1931. وغادر عام 1958 وهو في السابعة عشرة من عمره»."""
    told = [n for n in range(max(0, number - 2), number) if born[n]]
    if len(told) != 1 or sum(what == "born" for line in lines for _, _, what in line.cues) != 1:
        return None
    keys = [token.key for token in lines[number].tokens]
    hit = next(hit for hit in lines[told[0]].cues if hit[2] == "born")
    word = lines[told[0]].tokens[hit[0]].key
    woman = word.endswith(("ت", "ه", "ها")) and not word.endswith("ولادته")
    return told[0] if ("عمرها" in keys) is woman and ("عمره" in keys) is not woman else None


def _plain(year: Years) -> bool:
    return year.begin is not None and year.begin == year.end and year.written and not year.ago


def _is_age(line: YearLine, year: Years) -> bool:
    """«في العشرين من عمره», «كان عمره 20 عاما», «في سن 20 عاما»."""
    if year.ordinal:
        behind = [token.key for token in line.tokens[year.last : year.last + 2]]
        of_life = behind[:1] == ["من"] and behind[1:] in (["عمره"], ["عمرها"], ["العمر"], ["عمري"])
        return of_life or _was_so_old(line, year)
    return line.before(year.first, "age", "left-at", near=1) is not None


def _was_so_old(line: YearLine, year: Years) -> bool:
    """«كنت في التاسعة عشرة يوم», no hour of the day."""
    before = [token.key for token in line.tokens[max(0, year.first - 2) : year.first]]
    behind = line.tokens[year.last].key if year.last < len(line.tokens) else ""
    was = before[1:] == ["في"] and before[0].removeprefix("و") in line.words.was_then
    return (
        was and _HOURS < (year.count or 0) < _OLD
        and behind in line.words.at_the_time and line.tokens[year.first].key.endswith("ه")
    )


def _joined(line: YearLine, age: Years, then: Years) -> bool:
    """Whether the age is that of the year: «… من عمره عندما … عام 1972», «عام 1972 وهو في … من عمره»."""
    if age.first < then.first:
        between = [token for token in line.tokens[age.last : then.first] if token.key not in ("من", "عمره", "عمرها")]
        led, being = between[0].key in line.words.at_the_time if between else True, None
    else:
        between = list(line.tokens[then.last : age.first])
        being = next((n for n, token in enumerate(between) if token.key in line.words.being), None)
        led = being is not None and being <= _AFTER and len(between) - being <= 3
    if len(between) > _NEAR or not led:
        return False
    if any(token.text in ".؛:" or token.key in line.words.other_time for token in between):
        return False
    words = between[1:] if age.first < then.first else between[:being]
    if any(token.key.startswith("و") and len(token.key) > 4 for token in words):
        return False
    return age.first > then.first or not any(token.kind == "punctuation" for token in words)


def _of_another(line: YearLine, birth: Years) -> bool:
    before = line.tokens[max(0, birth.first - 2) : birth.first]
    return any(token.plain.endswith(("ه", "ها", "هم")) for token in before)
