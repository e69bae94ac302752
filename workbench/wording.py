"""Words for people in Arabic and English, read from tables, with figures and Latin words kept in their order."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.knowledge.time.days import MONTHS_AR, MONTHS_EN, day_ar, day_en, plain_ar, plain_en

if TYPE_CHECKING:
    from workbench.knowledge.tables import Row
    from workbench.text.values import Bilingual

Code = Literal["ar", "en"]
COLUMNS = ("key", "en", "ar")
FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"
LRM, RLM = "\u200e", "\u200f"
_QUOTED = re.compile("«[^«»\u2066-\u2069]*»")
_ISO_DAY = re.compile(r"«[^«»]*»|(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])")
_ARABIC_LETTERS = "أبجدهوزحطي"
_MONTHS = {"en": MONTHS_EN, "ar": MONTHS_AR}


def isolated(words: object) -> str:
    """Words that keep their own direction inside any sentence."""
    return f"{FSI}{words}{PDI}"


def left_to_right(words: object) -> str:
    """Figures and ranges that read from left to right inside any sentence."""
    return f"{LRI}{words}{PDI}"


def quoted_apart(sentence: str) -> str:
    """A sentence whose quotations («…») cannot disturb the order of what stands around them."""
    return _QUOTED.sub(lambda match: isolated(match.group()), sentence)


class Words:
    """One table of words. Missing keys are a defect: ``say`` raises KeyError."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows: dict[str, tuple[str, str]] = {}  # English, Arabic
        faults = []
        for row in rows:
            if not row["en"] or not row["ar"]:
                faults.append(Fault(row.file, row.line, f"{row['key']} lacks a language"))
            if row["key"] in self._rows:
                faults.append(Fault(row.file, row.line, f"{row['key']} stands twice"))
            self._rows[row["key"]] = row["en"], row["ar"]
        if faults:
            raise TableError(tuple(faults))

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def names(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def both(self, key: str) -> Bilingual:
        from workbench.text.values import Bilingual  # late: the window's first picture is painted without it

        return Bilingual(*self._rows[key])

    def say(self, code: Code, key: str, **values: object) -> str:
        """The sentence in a language, each value isolated in its place."""
        english, arabic = self._rows[key]
        sentence = arabic if code == "ar" else english
        if not values:
            return sentence
        if sentence.startswith("{"):
            # Isolates do not set a line's direction: a sentence that begins with one says its own.
            sentence = (RLM if code == "ar" else LRM) + sentence
        return sentence.format(**{name: isolated(value) for name, value in values.items()})

    def count(self, code: Code, key: str, n: int) -> str:
        """The sentence for a number of things, from the row ``key.zero``, ``key.one``, ``key.two``, ``key.few`` (3 to
        10 in Arabic), ``key.hundreds`` (100 to 102, 200 to 202 …, in Arabic), else ``key``."""
        if n == 0:
            form = "zero"
        elif n == 1:
            form = "one"
        elif code == "ar" and n == 2:
            form = "two"
        elif code == "ar" and 3 <= n % 100 <= 10:
            form = "few"
        elif code == "ar" and n >= 100 and n % 100 < 3:
            form = "hundreds"
        else:
            form = ""
        name = f"{key}.{form}"
        return self.say(code, name if form and name in self._rows else key, n=n)


def read_word_table(path: Path) -> Words:
    """The words of one table in ``translations/``. Raises TableError with every fault."""
    return Words(read_table(path, COLUMNS))


def letter(article: str, code: Code) -> str:
    """What an article is called: a, b, c … is A, B, C or أ، ب، ج; ids beyond the Arabic letters stay Latin."""
    place = ord(article) - ord("a") if len(article) == 1 else -1
    if code == "ar" and 0 <= place < len(_ARABIC_LETTERS):
        return _ARABIC_LETTERS[place]
    return article.upper()


def day_words(day: dt.date, code: Code, weekday: bool = False) -> str:
    """A day as people write it, without any system locale: «13 فبراير 2020», "13 February 2020"; with its weekday
    «الخميس 13 فبراير 2020», "Thursday, 13 February 2020". There is no other style."""
    if code == "ar":
        return day_ar(day) if weekday else plain_ar(day)
    return day_en(day) if weekday else plain_en(day)


def days_in_words(sentence: str, code: Code) -> str:
    """A sentence with its ISO days («2020-02-13») as people write them; quotations and what is no day stay."""

    def written(found: re.Match[str]) -> str:
        try:
            return isolated(day_words(dt.date.fromisoformat(found[0]), code))
        except ValueError:
            return found[0]

    return _ISO_DAY.sub(written, sentence)


def month_words(year: int, month: int, code: Code) -> str:
    return f"{_MONTHS[code][month - 1]} {year}"
