"""So many years after something that is dated as well: «ووقعا المعاهدة عام 1979، واكتمل الانسحاب في 25 أبريل 1982، أي
بعد 11 عاما من توقيع المعاهدة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.arithmetic.ages import Reckoning, YearLine, Years
from workbench.mentions.values import ArticleDate
from workbench.text.values import Token

_NEAR = 4  # words between the later date and the number of years: «، أي بعد مرور»
_NAMED = 6  # words that say after what
_TOLD = 14  # words before the earlier date that tell of it
_PRONOUNS = ("ه", "ها", "هم", "هما")
_WEAK = frozenset("اأإآءئؤتيىوةه")  # letters that come and go between a verb and its noun
_SLACK = 1
_HEDGED = 3


def years_between(lines: Sequence[YearLine]) -> Iterator[Reckoning]:
    """Every number of years between two dated deeds, the earlier named again behind it or dated there, that is out by
    more than a year."""
    for number, line in enumerate(lines):
        for count in line.years:
            if count.count is None or count.ordinal or not _is_after(line, count):
                continue
            later = _later(line, count)
            if later is None or later.begin is None:
                continue
            found = _dated_behind(line, number, count) or _told_before(lines, number, later, count)
            if found is None or found[1].begin is None:
                continue
            where, earlier = found
            begin, slack = found[1].begin, _HEDGED if count.hedged else _SLACK
            made = later.begin - begin
            if made <= 0 or made - slack <= count.count <= made + slack:
                continue
            at = (where, earlier.first, earlier.last) if where != number else None
            ends = (later, count, earlier) if where == number and earlier.first > count.first else (later, count)
            yield Reckoning("span", begin, later.begin, count.count, number, ends[0].first, ends[-1].last, at)


def anniversaries(lines: Sequence[YearLine], date: ArticleDate) -> Iterator[Reckoning]:
    """«تأسس النادي عام 1946 ويحتفل بالذكرى الستين لتأسيسه»: the deed named again behind this year's."""
    if date.begin is None or date.end is None or date.begin.year != date.end.year:
        return
    now = date.begin.year
    for number, line in enumerate(lines):
        dated = [year for year in line.years if _is_date(year)]
        for count in line.years:
            if count.count is None or line.before(count.first, "anniversary", near=1) is None or len(dated) != 1:
                continue
            begun, behind = dated[0], _words(line.tokens[count.last : count.last + 1], True)
            if begun.begin is None or begun.last > count.first or not behind or not behind[0].endswith(_PRONOUNS):
                continue
            if any(token.key.removeprefix("و") in line.words.then for token in line.tokens[: count.first]):
                continue
            between = {token.key.removeprefix("و") for token in line.tokens[begun.last : count.first]}
            if not between & line.words.marking:
                continue  # «وأحيت الذكرى الخمسين لتأسيسها»: some year
            told = _words(line.tokens[max(0, begun.first - _TOLD) : begun.first], False)
            deed = _letters(_bare(behind[0]))
            made = now - begun.begin
            if deed and deed in {_letters(word) for word in told} and abs(made - count.count) > _SLACK:
                yield Reckoning("anniversary", begun.begin, now, count.count, number, begun.first, count.last)


def _bare(word: str) -> str:
    """«لتأسيسه» without what stands around the noun."""
    end = next(pronoun for pronoun in sorted(_PRONOUNS, key=len, reverse=True) if word.endswith(pronoun))
    return word.removesuffix(end).removeprefix("ل")


def _is_after(line: YearLine, count: Years) -> bool:
    """«بعد 11 عاما من», «بعد مرور 20 عاما على»."""
    keys = [token.key for token in line.tokens[max(0, count.first - 3) : count.first]]
    after = line.tokens[count.last].key if count.last < len(line.tokens) else ""
    return "بعد" in keys and after in ("من", "علي", "عن")


def _later(line: YearLine, count: Years) -> Years | None:
    """The date right before «بعد», a comma, a bracket or «أي» between."""
    before = [year for year in line.years if year.last <= count.first]
    if not before or not _is_date(before[-1]):
        return None
    between = line.tokens[before[-1].last : count.first]
    after = next((n for n, token in enumerate(between) if token.key == "بعد"), len(between))
    joined = all(token.key in ("،", ",", "(", "اي", "-", "–") for token in between[:after])
    return before[-1] if joined and after < len(between) <= _NEAR + 1 else None


def _dated_behind(line: YearLine, number: int, count: Years) -> tuple[int, Years] | None:
    """«بعد 11 عاما من توقيع المعاهدة عام 1979»."""
    behind = next((year for year in line.years if year.first >= count.last), None)
    if behind is None or not _is_date(behind) or behind.first - count.last > _NAMED:
        return None
    between = line.tokens[count.last : behind.first]
    stopped = any(token.kind == "punctuation" or token.key in line.words.elsewhen for token in between)
    return None if stopped else (number, behind)


def _told_before(
    lines: Sequence[YearLine], number: int, later: Years, count: Years
) -> tuple[int, Years] | None:
    """The only other date before the later one, in its sentence or else the one before, told of with a word that says
    after what."""
    line = lines[number]
    behind = _words(line.tokens[count.last + 1 : count.last + 1 + _NAMED], True)
    if not behind:
        return None
    its_own = len(behind) == 1 and behind[0].endswith(_PRONOUNS)
    if its_own and "اي" not in {token.key for token in line.tokens[later.last : count.first]}:
        return None
    for where in (number, number - 1):
        if where < 0:
            return None
        dates = [year for year in lines[where].years if _is_date(year) and (where < number or year is not later)]
        if not dates:
            continue
        begun = dates[0].first
        told = _words(lines[where].tokens[max(0, begun - _TOLD) : begun], False)
        same = _letters(behind[0]) in {_letters(word) for word in told}
        same = same and (its_own or not {_letters(word) for word in behind[1:]}.isdisjoint(map(_letters, told)))
        telling = sum(letter not in _WEAK for letter in behind[0]) > 1
        fits = len(dates) == 1 and (where < number or begun < later.first) and telling
        return (where, dates[0]) if fits and same else None
    return None


def _is_date(year: Years) -> bool:
    return year.begin is not None and year.begin == year.end and year.written and year.count is None


def _words(tokens: Sequence[Token], to_stop: bool) -> list[str]:
    """The words, without «ال», up to the first sign where ``to_stop``."""
    found = []
    for token in tokens:
        if token.kind != "word":
            if to_stop:
                break
            continue
        word = token.key
        for front in ("وال", "بال", "فال", "لل", "ال"):
            if word.startswith(front) and len(word) - len(front) > 2:
                word = word[len(front) :]
                break
        if len(word) > 2:
            found.append(word)
    return found


def _letters(word: str) -> str:
    """The letters that a verb and its noun share, roughly: «ووقع» and «توقيع», «تأسس» and «تأسيسه»."""
    letters = [letter for letter in word if letter not in _WEAK]
    return "".join(letter for n, letter in enumerate(letters) if n == 0 or letter != letters[n - 1])
