"""Phrases of a table indexed by their first word, so that all of them are looked for in one pass over a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from workbench.text.normal import fold, key
from workbench.text.values import Token

T = TypeVar("T")

_CONJUNCTIONS = ("", "و", "ف")
PARTICLES = ("", "و", "ف", "ب", "ل")
_GAP = "…"
_WIDEST_GAP = 3  # words

# One place in a phrase: the keys that may stand there; None for a gap.
_Slot = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """``tokens[first:last]`` are the words of a phrase whose row carries ``value``."""

    first: int
    last: int
    value: T


class PhraseIndex(Generic[T]):
    """Phrases by the look-up keys of their words; built once from a table, then only read.

    A phrase is written as words with one space between. ``/`` separates words that may stand in one place
    («طلب/طلبت عدم»), a word in brackets may be missing («(قد) أثارت»), ``…`` stands for up to three words of any kind
    in one clause. The first word is also found with «و» or «ف» in front, unless ``joined`` is False, and with each of
    ``particles``.
    """

    __slots__ = ("_by_first",)

    def __init__(
        self, phrases: Iterable[tuple[str, T]], joined: bool = True, particles: tuple[str, ...] = ()
    ) -> None:
        before = (*(_CONJUNCTIONS if joined else ("",)), *particles)
        self._by_first: dict[str, list[tuple[tuple[_Slot, ...], T]]] = {}
        for phrase, value in phrases:
            for words in _without_optional(tuple(phrase.split())):
                rest = tuple(_slot(word) for word in words[1:])
                for word in words[0].split("/"):
                    for particle in before:
                        self._by_first.setdefault(particle + key(word), []).append((rest, value))

    def at(self, tokens: Sequence[Token], first: int) -> Hit[T] | None:
        """The longest phrase that begins at ``tokens[first]``; of two as long, the one the table names first."""
        best: Hit[T] | None = None
        for slots, value in self._by_first.get(tokens[first].key, ()):
            last = _end(slots, tokens, first + 1)
            if last is not None and (best is None or last > best.last):
                best = Hit(first, last, value)
        return best

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[T]]:
        """Phrases from the first token to the last, none inside another."""
        behind = 0
        for at, token in enumerate(tokens):
            if at >= behind and token.key in self._by_first:
                hit = self.at(tokens, at)
                if hit is not None:
                    yield hit
                    behind = hit.last


@dataclass(frozen=True, slots=True)
class PlainPhrases(Generic[T]):
    """Phrases that are look-up keys already, words with one space between, by their first word. Unlike a PhraseIndex it
    finds phrases inside others too. The first word may have one of ``PARTICLES`` in front."""

    by_first: Mapping[str, tuple[tuple[list[str], T], ...]] = field(default_factory=dict)

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[T]]:
        """Every phrase, from the first token on; the shorter of two that begin at one token first."""
        keys = [token.key for token in tokens]
        for at, word in enumerate(keys):
            for rest, value in self.by_first.get(word, ()):
                if keys[at + 1 : at + 1 + len(rest)] == rest:
                    yield Hit(at, at + 1 + len(rest), value)


def plain_phrases(values: Mapping[str, T]) -> PlainPhrases[T]:
    """Index the values of phrases."""
    by_first: dict[str, list[tuple[list[str], T]]] = {}
    for particle in PARTICLES:
        for phrase, value in values.items():
            first, *rest = phrase.split(" ")
            by_first.setdefault(particle + first, []).append((rest, value))
    return PlainPhrases({first: tuple(sorted(rows, key=lambda row: len(row[0]))) for first, rows in by_first.items()})


def _slot(words: str) -> _Slot:
    return None if words == _GAP else frozenset(key(word) for word in words.split("/"))


def _without_optional(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at, word in enumerate(words):
        if word.startswith("(") and word.endswith(")"):
            yield from _without_optional((*words[:at], *words[at + 1 :]))
            yield from _without_optional((*words[:at], word[1:-1], *words[at + 1 :]))
            return
    yield words


def _end(slots: tuple[_Slot, ...], tokens: Sequence[Token], at: int) -> int | None:
    """Where the words of ``slots`` end if they begin at ``tokens[at]``; a gap is as narrow as it can be."""
    for number, slot in enumerate(slots):
        if slot is None:
            for step in range(_WIDEST_GAP + 1):
                if step and (at + step > len(tokens) or tokens[at + step - 1].kind == "punctuation"):
                    return None
                end = _end(slots[number + 1 :], tokens, at + step)
                if end is not None:
                    return end
            return None
        if at >= len(tokens) or tokens[at].key not in slot:
            return None
        at += 1
    return at


def phrase_keys(names: Iterable[str]) -> list[str]:
    """The keys of many names at once, which is many times faster than one by one. A cell of variants separated by
    ``|`` gives their keys separated by `` | ``."""
    text = fold("\n ".join(("", *names)).replace("-", " ").replace("|", " | ")).casefold()
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.replace(" عبد ال", " عبدال").replace(" ابو ", " ابو").replace(" \n", "\n")
    return [line[1:] for line in text.split("\n")[1:]]
