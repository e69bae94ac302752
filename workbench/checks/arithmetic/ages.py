"""Ages, lengths of time and anniversaries that do not follow from the years beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from workbench.checks.figures import is_hedged, tokens_of
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.figure_words import FigureWords
from workbench.knowledge.words.life_words import LifeCue
from workbench.mentions.values import Amount, ArticleDate, Mention, Timex, ToldSentence
from workbench.text.values import Token

AgeKind = Literal["age", "span", "ago", "anniversary"]

_YEARS = re.compile(r"P(\d+)Y$")
_YEAR = re.compile(r"(\d{4})(?:-\d\d)*$")
_DAY_OF_SOME_MONTH = re.compile(r"(\d{4})-XX-\d\d$")  # «14 تشرين الثاني/أكتوبر 1922»: whatever the month is
_UNTIL = re.compile(r"\.\./(\d{4})(?:-\d\d)*$")
_SINCE = re.compile(r"(\d{4})(?:-\d\d)*/\.\.$")
_BORN = re.compile(r"(?:19|20)\d\d$", re.ASCII)
_RANGE = re.compile(r"(\d{4})(?:-\d\d)*/(\d{4})(?:-\d\d)*$")
_BEFORE = 3  # words before a number of years that may make it approximate
_NEAR = 6  # words between a cue and what it governs
_FAR = 10  # words between a death and its day where the sentence tells of no other year
_ANOTHER_LIFE = 30  # years an age may be out before it is rather somebody else's, or of another time
_SLACK = 1  # years: a birthday may be to come, a Hijri year is shorter
_PRONOUNS = ("ه", "ها", "هم")
_OF_LIFE = (["من", "عمره"], ["من", "عمرها"], ["من", "العمر"])


@dataclass(frozen=True, slots=True)
class Years:
    """A year, a stretch of years, a number of years, or a rank among years, in one sentence. ``first``/``last`` are
    tokens. ``begin``/``end`` are years; ``count`` the number of them; ``ago`` for «قبل 20 عاما»; ``written`` where the
    year stands there in figures; ``hedged`` where it is approximate. Only ``end`` stands for «حتى 1988»."""

    first: int
    last: int
    begin: int | None = None
    end: int | None = None
    count: int | None = None
    ago: bool = False
    ordinal: bool = False
    written: bool = True
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Reckoning:
    """``stated`` years where ``begin`` to ``end`` make others. ``first``/``last``: (sentence, token) of the words."""

    kind: AgeKind
    begin: int
    end: int
    stated: int
    sentence: int
    first: int
    last: int
    elsewhere: tuple[int, int, int] | None = None  # sentence and tokens of the year, where it is another sentence's


@dataclass(frozen=True, slots=True)
class YearLine:
    """One sentence's tokens, its years in order, and its cues (first token, token after, what); ``words`` tell a year
    or an age from another's."""

    tokens: Sequence[Token]
    years: tuple[Years, ...]
    cues: tuple[tuple[int, int, LifeCue], ...]
    words: FigureWords

    def before(self, at: int, *wanted: LifeCue, near: int = _NEAR) -> LifeCue | None:
        """The cue before token ``at`` with no other year and no stop between."""
        for _, last, cue in reversed(self.cues):
            if last <= at and cue in wanted and at - last <= near:
                between = range(last, at)
                if not any(year.first in between for year in self.years) and not any(
                    self.tokens[n].text in ".؛" for n in between
                ):
                    return cue
        return None


def read_year_line(told: ToldSentence, knowledge: Knowledge) -> YearLine:
    """The years of one sentence."""
    words, hedges = knowledge.figures, knowledge.claim_cues.approximate
    tokens, years = told.tokens, []
    for mention in told.mentions:
        at = tokens_of(tokens, mention)
        found = _years(mention, at.start, at.stop, tokens)
        if found is not None:
            # «قبل نحو 20 عاما», «نحو 20 عاما»
            hedged = (
                any(token.key in words.loose or token.key in hedges for token in tokens[at.start : at.stop])
                if found.ago
                else is_hedged(tokens[max(0, at.start - _BEFORE) : at.start], hedges)
            )
            years.append(replace(found, hedged=hedged))
    cues = tuple((hit.first, hit.last, hit.value) for hit in knowledge.lives.cues.find(tokens))
    return YearLine(tokens, tuple(years), cues, words)


def _years(mention: Mention, first: int, last: int, tokens: Sequence[Token]) -> Years | None:
    value = mention.value
    if mention.type == "ordinal" and isinstance(value, Amount) and value.low == value.high and value.low is not None:
        if 2 < value.low < 10 and last < len(tokens) and tokens[last].key == "عشره":
            return Years(first, last + 1, count=int(value.low) + 10, ordinal=True)  # «في التاسعة عشرة يوم …»
        return Years(first, last, count=int(value.low), ordinal=True)
    of_life = isinstance(value, Amount) and [token.key for token in tokens[last : last + 2]] in _OF_LIFE
    if of_life and isinstance(value, Amount) and value.low == value.high and value.low is not None:
        return Years(first, last, count=int(value.low), ordinal=True)  # «في العشرين من عمره»
    if mention.type == "number" and isinstance(value, Amount) and first and tokens[first - 1].key == "مواليد":
        born = tokens[first].plain  # «من مواليد 1950»
        return Years(first, last, int(born), int(born)) if _BORN.match(born) else None
    if not isinstance(value, Timex):
        return None
    if mention.type == "duration" and (match := _YEARS.match(value.timex)):
        return Years(first, last, count=int(match.group(1)))
    if mention.type != "date":
        return None
    relative = any(token.key.removeprefix("و") in ("قبل", "منذ") for token in tokens[first : first + 1])
    counts = any(token.key in ("عام", "عاما", "سنه", "سنوات", "اعوام") for token in tokens[first + 1 : last])
    if (match := _RANGE.match(value.timex)) is not None:
        return Years(first, last, int(match.group(1)), int(match.group(2)))
    if (match := _UNTIL.match(value.timex)) is not None:
        return Years(first, last, end=int(match.group(1)))
    if (match := _SINCE.match(value.timex)) is not None and relative and counts:
        return Years(first, last, int(match.group(1)), int(match.group(1)), ago=True, written=False)
    if (match := _YEAR.match(value.timex) or _DAY_OF_SOME_MONTH.match(value.timex)) is not None:
        year = int(match.group(1))
        written = any(token.plain == match.group(1) for token in tokens[first:last])
        return Years(first, last, year, year, ago=not written and relative and counts, written=written)
    return None


def reckonings(lines: Sequence[YearLine], date: ArticleDate) -> Iterator[Reckoning]:
    """Every reckoning of an article that is out by more than a year."""
    now = _year_of(date)
    cues = Counter(what for line in lines for _, _, what in line.cues)
    people = _People(lines, cues, any(map(_tells_of_a_year_of_death, lines)), now)
    for number, line in enumerate(lines):
        yield from _spans(line, number)
        yield from _until(line, number)
        if now is not None:
            yield from _since(line, number, now)
        yield from _ages(people, number)


def _spans(line: YearLine, number: int) -> Iterator[Reckoning]:
    """«من 2003 إلى 2011، أي عشر سنوات»."""
    for one, other in pairwise(line.years):
        stretch, length = (one, other) if one.count is None else (other, one)
        if length.count is None or length.ordinal or stretch.begin is None or stretch.end is None:
            continue
        if stretch.begin == stretch.end or other.first - one.last > 4:
            continue
        cue = line.before(length.first, "span", near=1)
        if cue is None or line.before(length.first, "age", "at-death", near=2) is not None:
            continue
        if not _hits(stretch.end - stretch.begin, length, inclusive=True):
            yield Reckoning("span", stretch.begin, stretch.end, length.count, number, one.first, other.last)


def _until(line: YearLine, number: int) -> Iterator[Reckoning]:
    """«اندلعت عام 1980 واستمرت حتى 1988، أي 12 سنة»."""
    for begin, until, length in zip(line.years, line.years[1:], line.years[2:], strict=False):
        one_year = begin.begin is not None and begin.begin == begin.end and begin.written and not begin.ago
        if not one_year or until.begin is not None or until.end is None or length.count is None or length.ordinal:
            continue
        if until.first - begin.last > _NEAR or length.first - until.last > 4:
            continue
        between = [token.key for token in line.tokens[until.last : length.first]]
        if "اي" not in between or line.before(length.first, "span", near=1) is None or begin.begin is None:
            continue
        if not _hits(until.end - begin.begin, length, inclusive=True):
            yield Reckoning("span", begin.begin, until.end, length.count, number, begin.first, length.last)


def _since(line: YearLine, number: int, now: int) -> Iterator[Reckoning]:
    """«عام 1994، أي قبل 20 عاما»; «الذكرى العشرون لحرب 1990»."""
    for one, other in pairwise(line.years):
        year, ago = (one, other) if other.ago else (other, one)
        if not ago.ago or year.ago or year.begin is None or year.begin != year.end or ago.begin is None:
            continue
        between = {token.key for token in line.tokens[one.last : other.first]}
        if other.first - one.last > 2 or not between <= {"اي", "،", ",", "(", "في", "عام", "وتحديدا"}:
            continue
        if not between & {"اي", "(", "،", ","} and other.ago:
            continue
        after = line.tokens[other.last].key if other.last < len(line.tokens) else ""
        if after in ("من", "علي") or ago.hedged:
            continue
        if year.written and abs(ago.begin - year.begin) > _SLACK:
            yield Reckoning("ago", year.begin, now, now - ago.begin, number, one.first, other.last)
    whole = [year for year in line.years if year.begin is not None and year.written]
    for count in line.years:
        if count.count is None or len(whole) != 1 or line.before(count.first, "anniversary", near=1) is None:
            continue
        year = whole[0]
        if year.begin is None or year.begin != year.end or not 0 < year.first - count.last <= 8:
            continue
        if any(token.key in line.words.other_year for token in line.tokens[count.last : year.first]):
            continue
        another_time = line.words.then | line.words.since_or_before
        if any(token.key.removeprefix("و") in another_time for token in line.tokens[: count.first]):
            continue  # «أغلق بعد مرور 20 عاما على افتتاحه عام 1950»
        born = [first for first, last, cue in line.cues if cue == "born" and count.last < first and last <= year.first]
        if any(first - count.last > 1 for first in born):
            continue  # «الذكرى الخمسين لرحيل الشاعر المولود عام 1920»
        if not _hits(now - year.begin, count):
            yield Reckoning("anniversary", year.begin, now, count.count, number, count.first, year.last)


@dataclass(frozen=True, slots=True)
class _People:
    """An article's sentences, how often each cue stands in them, whether a year of death is told, the year ``now``."""

    lines: Sequence[YearLine]
    cues: Counter[LifeCue]
    death_told: bool
    now: int | None


def _ages(people: _People, number: int) -> Iterator[Reckoning]:
    """«(1940-2019) عن 80 عاما»; «ولد عام 1950 … عن عمر ناهز 75 عاما»."""
    line = people.lines[number]
    for age in line.years:
        if age.count is None or age.ordinal or not 1 <= age.count <= 125:
            continue
        cue = _age_cue(line, age)
        if cue is None:
            continue
        life = _life(line, age)
        if life is not None and life.begin is not None and life.end is not None:
            if not _hits(life.end - life.begin, age):
                low, high = sorted((age, life), key=lambda year: year.first)
                yield Reckoning("age", life.begin, life.end, age.count, number, low.first, high.last)
            continue
        birth, where = _birth_before(line, age), number
        if birth is not None:
            end = _death_between(line, birth, age, people.now) if cue == "at-death" else people.now
        else:
            born = _born(people, number) if cue == "at-death" else _only(people, number, "born", 1)
            end = _end_of_life(people, number) if cue == "at-death" else people.now
            if born is None:
                continue
            where, birth = born
        if end is None or abs(end - (birth.begin or 0) - age.count) > _ANOTHER_LIFE:
            continue
        if birth.begin is None or _hits(end - birth.begin, age):
            continue
        if where == number:
            low, high = sorted((age, birth), key=lambda year: year.first)
            yield Reckoning("age", birth.begin, end, age.count, number, low.first, high.last)
        else:
            yield Reckoning(
                "age", birth.begin, end, age.count, number, age.first, age.last, (where, birth.first, birth.last)
            )


def _age_cue(line: YearLine, age: Years) -> LifeCue | None:
    """What makes a number of years an age: now, or at death. «وكان عمره 20 عاما» is an age of another time."""
    cue = line.before(age.first, "at-death", "left-at", "age", near=2)
    if cue == "left-at":
        died = any(what == "died" and first < age.first for first, _, what in line.cues)
        return "at-death" if died else None
    if cue is None and _in_brackets_behind_a_birth(line, age):
        return "age"
    before = line.tokens[max(0, age.first - 6) : age.first]
    if cue == "age" and any(token.key.removeprefix("و") in line.words.then for token in before):
        return None
    return cue


def _in_brackets_behind_a_birth(line: YearLine, age: Years) -> bool:
    """«المولودة عام 1985 (52 عاما)», where nobody's death is told."""
    birth = next((year for year in line.years if year.last == age.first - 1), None)
    if birth is None or birth.begin is None or line.tokens[age.first - 1].text != "(":
        return False
    died = any(what in ("died", "at-death", "left-at") for _, _, what in line.cues)
    return not died and line.before(birth.first, "born", near=1) is not None


def _life(line: YearLine, age: Years) -> Years | None:
    """The one «1940-2019» of the sentence, in brackets."""
    lives = [
        year for year in line.years
        if year.begin is not None and year.begin != year.end and year.first
        and line.tokens[year.first - 1].text in "(["
    ]  # fmt: skip
    return lives[0] if len(lives) == 1 else None


def _birth_before(line: YearLine, age: Years) -> Years | None:
    """The last year of birth before an age in its sentence, no other age between: «ولد … وتوفي … عن 78 عاما»."""
    births = [
        year for year in line.years
        if year.last <= age.first and year.written and year.begin is not None and year.begin == year.end
        and line.before(year.first, "born") is not None and not _of_another(line, year)
    ]  # fmt: skip
    if not births or any(births[-1].last <= year.first < age.first for year in line.years if year.count is not None):
        return None
    return births[-1]


def _death_between(line: YearLine, birth: Years, age: Years, now: int | None) -> int | None:
    """The year of death between a birth and an age; the article's where the text gives none there."""
    between = [year for year in line.years if birth.last <= year.first < age.first and year.begin is not None]
    if not between:
        return now
    return between[0].begin if len(between) == 1 and between[0].begin == between[0].end else None


def _of_another(line: YearLine, year: Years) -> bool:
    """«ولد ابنه عام 2010» is somebody else's birth."""
    return any(token.plain.endswith(_PRONOUNS) for token in line.tokens[max(0, year.first - 4) : year.first])


def _born(people: _People, number: int) -> tuple[int, Years] | None:
    """The year of birth of who died in sentence ``number``: the article's only one, where it names nobody else. Far
    from the death it must name the same, or open a sentence of an obituary: «وولد في فاس عام 1942»."""
    born = _only(people, number, "born", len(people.lines))
    if born is None:
        return None
    where, year = born
    line = people.lines[where]
    hit = max((hit for hit in line.cues if hit[2] == "born" and hit[1] <= year.first), key=lambda hit: hit[1])
    if not _of_one(line, hit[0], told := {token.key for n in (0, number) for token in people.lines[n].tokens}):
        return None
    if _woman(line.tokens[hit[0]].key) is not _woman_died(people.lines[number]):
        return None
    named: list[str] = []
    for token in line.tokens[hit[1] : year.first]:
        if token.kind != "word" or token.key in line.words.no_name or line.tokens[hit[1] - 1].key == "مواليد":
            break
        named.append(token.key)
    near = abs(where - number) <= 2
    if named and (told | line.words.deceased) & set(named):
        return born
    if named:
        return born if near and named[0].startswith("ال") else None  # «ولد الشاعر عام 1950»
    obituary = any(what == "died" for _, _, what in people.lines[0].cues)
    return born if near or (obituary and hit[0] <= 2) else None


def _of_one(line: YearLine, born: int, told: set[str]) -> bool:
    """Whether «الذي ولد», «التي ولدت», «المولود» say it of somebody ``told`` of."""
    before = [token.key for token in line.tokens[max(0, born - 3) : born] if token.kind == "word"]
    led = before[-1:] in (["الذي"], ["التي"])
    if not led and not line.tokens[born].key.startswith("المول"):
        return True
    who = before[:-1] if led else before
    return bool(told & set(who))


def _woman(born: str) -> bool:
    return born.removeprefix("و").removeprefix("ف").endswith(("لدت", "لوده", "ها"))


def _woman_died(line: YearLine) -> bool:
    """Whether the words of a death tell of a woman: «توفيت», «وفاتها»."""
    died = [line.tokens[first].key for first, _, what in line.cues if what == "died"]
    return any(word.endswith(("ت", "ها")) for word in died[:1])


def _only(people: _People, number: int, cue: LifeCue, reach: int = 2) -> tuple[int, Years] | None:
    """The one year that a cue governs in the sentences nearby; None where there are two, or where it is the year of
    somebody else: «ولد ابنه عام 2010»."""
    lines = people.lines
    found = [
        (n, year)
        for n in range(max(0, number - reach), min(len(lines), number + reach + 1))
        for year in lines[n].years
        if year.begin is not None and year.begin == year.end and lines[n].before(year.first, cue) is not None
        and not _of_another(lines[n], year)
    ]  # fmt: skip
    return found[0] if len(found) == 1 and people.cues[cue] == 1 else None


def _end_of_life(people: _People, number: int) -> int | None:
    """The year somebody died: the one the text gives, else the article's own."""
    line = people.lines[number]
    here = [
        year for year in line.years
        if year.begin is not None and year.begin == year.end and line.before(year.first, "died", near=3) is not None
    ]  # fmt: skip
    if not here and len([year for year in line.years if year.begin is not None]) == 1:  # «فارق الحياة في بيته يوم …»
        here = [year for year in line.years if year.written and year.begin == year.end and year.begin is not None
                and line.before(year.first, "died", near=_FAR) is not None]  # fmt: skip
    if len(here) == 1:
        return here[0].begin
    died = _only(people, number, "died")
    if died is not None:
        return died[1].begin
    return None if people.death_told else people.now


def _tells_of_a_year_of_death(line: YearLine) -> bool:
    return any(
        year.begin is not None and year.written and line.before(year.first, "died", near=3) is not None
        for year in line.years
    )


def _year_of(date: ArticleDate) -> int | None:
    if date.begin is None or date.end is None or date.begin.year != date.end.year:
        return None
    return date.begin.year


def _hits(difference: int, stated: Years, inclusive: bool = False) -> bool:
    """Whether a difference of years bears out the years stated."""
    count = stated.count or 0
    slack = _SLACK + (2 if stated.hedged else 0)
    return difference - 1 - slack <= count <= difference + slack + (1 if inclusive else 0)
