"""Where a fact comes from, in words for people: the engine's names of sources and the notes of the knowledge tables."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.knowledge.time.days import MONTHS_AR, MONTHS_EN
from workbench.text.values import Bilingual
from workbench.wording import isolated, left_to_right, read_word_table

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.wording import Code, Words

_MONTH = "|".join(MONTHS_EN)
_WHEN = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{4}})?|\d{{4}})"
_SLOTS = {
    "year": r"\d{4}", "when": _WHEN, "number": r"[A-Z]?-?\d[\d/-]*", "file": r"[^\s:;,()]+", "what": ".+?",
    "places": ".+",
}  # fmt: skip
_TABLE = re.compile(r"([^\s;:]+\.tsv): ")
_ARABIC = re.compile("[\u0620-\u064a]")
_NO_WORD = re.compile(r"^al-|[\d/]|\w\.\w")
_BETWEEN = frozenset(("of", "the", "and", "on", "de"))
_LONGEST = 600  # what is longer is no note of a table
_MONTH_NAME = re.compile(rf"\b(?:{_MONTH})\b")


class SourceWords:
    """The rows of ``translations/sources.tsv``. ``say`` never fails: what no row fits is quoted as it stands."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._exact = {key for key in words.names() if "{" not in key} - {"note"}
        self._patterns = [(key, _pattern(key)) for key in words.names() if "{" in key]
        # The same few phrases stand under many findings; and nested ones are looked at once each.
        self._phrase = lru_cache(maxsize=4000)(self._looked_up)

    def both(self, source: str) -> Bilingual:
        return Bilingual(self.say(source, "en"), self.say(source, "ar"))

    def say(self, source: str, code: Code) -> str:
        """A source in one language: exactly as a row has it, else table by table and phrase by phrase."""
        source = " ".join(source.split())
        if len(source) > _LONGEST:
            return self._quoted(source, code)
        whole = self._phrase(source, code)
        if whole is not None:
            return whole
        comma, semicolon = ("، ", "؛ ") if code == "ar" else (", ", "; ")
        parts = []
        for part in source.split("; "):
            table = _TABLE.match(part)
            lead = ""
            if table:
                lead = (self._phrase(table.group(1), code) or left_to_right(table.group(1))) + ": "
                part = part[table.end() :]
            whole = self._phrase(part, code)
            parts.append(lead + (whole or comma.join(self._piece(piece, code) for piece in part.split(", "))))
        return semicolon.join(parts)

    def _piece(self, piece: str, code: Code) -> str:
        known = self._phrase(piece, code)
        if known is not None or not piece.strip():
            return known or piece
        return self._quoted(piece, code)

    def _quoted(self, note: str, code: Code) -> str:
        """A note as somebody wrote it; in Arabic an English one is said to be that, unless it is only a name."""
        if _ARABIC.search(note):
            return isolated(note)
        if code == "en":
            return note
        return left_to_right(note) if _is_name(note) else self._words.say("ar", "note", note=note)

    def _looked_up(self, phrase: str, code: Code) -> str | None:
        """What a row says, its slots filled in; None where none fits."""
        if phrase in self._exact:
            return self._words.say(code, phrase)
        for key, pattern in self._patterns:
            found = pattern.fullmatch(phrase)
            if found:
                values = {name: self._slot(name, words, code) for name, words in found.groupdict().items()}
                if None not in values.values():
                    both = self._words.both(key)
                    sentence = both.ar if code == "ar" else both.en
                    return sentence.format(**values)
        return None

    def _slot(self, name: str, words: str, code: Code) -> str | None:
        match name.rstrip("234"):
            case "year":
                return words
            case "when":
                return _MONTH_NAME.sub(lambda found: _month(found.group()), words) if code == "ar" else words
            case "number" | "file":
                return left_to_right(words) if code == "ar" else words
            case "places":
                notes = dict.fromkeys(note.partition(": ")[2] or note for note in words.split("; "))
                return ("؛ " if code == "ar" else "; ").join(self.say(note, code) for note in notes)
        known = self._phrase(words, code)
        if known is not None or code == "en":
            return known or words
        return left_to_right(words) if _is_name(words) else None


def _is_name(words: str) -> bool:
    """Whether words look like a name, an address or a number: nothing in them that could be translated."""
    return all(word[:1].isupper() or _NO_WORD.search(word) or word in _BETWEEN for word in words.split())


def _pattern(key: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", key)
    slots = [f"(?P<{name}>{_SLOTS[name.rstrip('234')]})" for name in pieces[1::2]]
    fixed = [re.escape(words) for words in pieces[::2]]
    return re.compile("".join(words + slot for words, slot in zip(fixed, [*slots, ""], strict=True)))


def _month(english: str) -> str:
    return MONTHS_AR[MONTHS_EN.index(english)]


def read_source_words(folder: Path) -> SourceWords:
    """The words of ``translations/sources.tsv`` in the data folder. Raises TableError with every fault."""
    return SourceWords(read_word_table(folder / "translations" / "sources.tsv"))
