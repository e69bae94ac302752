"""Reading fields of decoded JSON that somebody else wrote: every wrong one is noted, none raises."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable, Collection
from typing import Any

from workbench.text.values import Bilingual

LONGEST_WORDS = 20_000  # characters of one field


def decode_json(data: bytes) -> tuple[Any, Bilingual | None]:
    """The value of JSON bytes, or why it is none. Names that stand twice in one object are a fault: which of them
    counts would be a guess."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = dict(pairs)
        if len(names) != len(pairs):
            raise ValueError("a name stands twice in one object")
        return names

    def refuse(constant: str) -> Any:
        raise ValueError(f"{constant} is no figure")

    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=unique, parse_constant=refuse), None
    except UnicodeDecodeError:
        return None, Bilingual("It is not UTF-8.", "ترميزه ليس UTF-8.")
    except RecursionError:
        return None, Bilingual("Its JSON is nested too deeply.", "بنية JSON فيه متداخلة أكثر مما يُقبل.")
    except ValueError as error:
        return None, Bilingual(f"It is not JSON ({error}).", f"محتواه ليس JSON سليما ({error}).")


class Fields:
    """One JSON object, with its name for messages, and the list in which faults are noted."""

    def __init__(self, value: Any, name: str, faults: list[Bilingual], known: Collection[str]) -> None:
        self.name, self.faults = name, faults
        self.values: dict[str, Any] = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            self.fault("", "must be an object", "يجب أن يكون كائنا")
        for field in sorted(set(self.values) - set(known)):
            self.fault(clip(field), "is a field that nobody reads", "حقل غير معروف")

    def fault(self, field: str, en: str, ar: str) -> None:
        where = ".".join(part for part in (self.name, field) if part)
        self.faults.append(Bilingual(f"{where}: {en}.", f"{where}: {ar}."))

    def words(self, field: str, default: str | None = "", longest: int = LONGEST_WORDS) -> str:
        """A string; ``default`` None asks for one that is not empty."""
        value = self.values.get(field, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            self.fault(field, "must be words", "يجب أن يكون نصا")
            return ""
        if len(value) > longest:
            self.fault(field, f"is longer than {longest} characters", f"أطول من {longest} حرف")
            return ""
        if any(0xD800 <= ord(letter) <= 0xDFFF or letter == "\0" for letter in value):
            self.fault(field, "holds characters that no text holds", "فيه محارف لا ترد في نص")
            return ""
        return value

    def both(self, field: str, wanted: bool = True) -> Bilingual | None:
        """Words for people: a string, or ``{"ar", "en"}``. Where one language is missing the other stands for it."""
        value = self.values.get(field)
        if value is None and not wanted:
            return None
        return self._bilingual(value, field)

    def all_both(self, field: str) -> tuple[Bilingual, ...]:
        found = (self._bilingual(value, f"{field}[{n}]") for n, value in enumerate(self.rows(field), 1))
        return tuple(words for words in found if words is not None)

    def _bilingual(self, value: Any, field: str) -> Bilingual | None:
        if isinstance(value, str):
            value = {"ar": value, "en": value}
        if not isinstance(value, dict) or set(value) - {"ar", "en"}:
            self.fault(field, 'must be words, or {"ar": …, "en": …}', 'يجب أن يكون نصا أو {"ar": …, "en": …}')
            return None
        inner = Fields(value, f"{self.name}.{field}".strip("."), self.faults, ("ar", "en"))
        ar, en = inner.words("ar").strip(), inner.words("en").strip()
        if not ar and not en:
            self.fault(field, "says nothing", "فارغ")
            return None
        return Bilingual(en or ar, ar or en)

    def choice(self, field: str, choices: Collection[str]) -> str:
        value = self.values.get(field)
        if not isinstance(value, str) or value not in choices:
            shown = clip(value) if isinstance(value, str) else clip(json.dumps(value, ensure_ascii=False, default=str))
            listed = ", ".join(choices)
            self.fault(field, f"{shown!r} is none of {listed}", f"«{shown}» ليس واحدا من: {listed}")
            return next(iter(choices))
        return value

    def figure(self, field: str, default: float, least: float, most: float) -> float:
        value = self.values.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.fault(field, "must be a figure", "يجب أن يكون رقما")
            return default
        if not least <= value <= most:
            self.fault(field, f"must lie between {least:g} and {most:g}", f"يجب أن يقع بين {least:g} و{most:g}")
            return default
        return float(value)

    def whole(self, field: str, default: int | None, least: int, most: int) -> int:
        """A whole figure; ``default`` None asks for one."""
        value = self.values.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(field, "must be a whole figure", "يجب أن يكون رقما صحيحا")
            return least
        if not least <= value <= most:
            self.fault(field, f"must lie between {least} and {most}", f"يجب أن يقع بين {least} و{most}")
            return least
        return value

    def day(self, field: str) -> dt.date | None:
        value = self.values.get(field)
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            self.fault(field, "must be a day written YYYY-MM-DD", "يجب أن يكون يوما مكتوبا على صورة YYYY-MM-DD")
            return None

    def rows(self, field: str, most: int = 200) -> list[Any]:
        value = self.values.get(field, [])
        if not isinstance(value, list):
            self.fault(field, "must be a list", "يجب أن يكون قائمة")
            return []
        if len(value) > most:
            self.fault(field, f"has more than {most} rows", f"فيه أكثر من {most} صف")
            return []
        return value

    def each(self, field: str, known: Collection[str], most: int = 200) -> list[Fields]:
        """The objects of a list, each with its place for messages."""
        name = f"{self.name}." if self.name else ""
        return [
            Fields(row, f"{name}{field}[{n}]", self.faults, known) for n, row in enumerate(self.rows(field, most), 1)
        ]


def clip(words: str, most: int = 60) -> str:
    """Words for a message: no longer than a line, no line ends."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def unique_ids(rows: Collection[str], what: Callable[[str], Bilingual]) -> list[Bilingual]:
    """A fault for each name that stands twice."""
    seen: set[str] = set()
    faults = []
    for id in rows:
        if id in seen:
            faults.append(what(id))
        seen.add(id)
    return faults
