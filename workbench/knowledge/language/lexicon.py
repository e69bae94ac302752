"""The news vocabulary of ``resources/lexicon``: what a written word may be, in every form the news writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.language.affixes import (
    CATEGORIES,
    PREFIXES,
    Gender,
    Number,
    Prefix,
    Suffix,
    compatible,
    openings,
)
from workbench.knowledge.language.concepts import Concepts, load_concepts
from workbench.knowledge.language.inflection import Stem, Voice
from workbench.knowledge.language.vocabulary import Pos, Word, load_words, stems
from workbench.text.normal import fold

# Which reading of a word comes first where several fit.
_ORDER: dict[Pos, int] = {
    "particle": 0, "noun": 1, "verb": 2, "masdar": 3, "participle": 4, "adjective": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a written word.

    ``lemma`` is spelled with its hamzas; ``concept`` is shared by synonyms (مقاول and متعاقد are both ``contractor``);
    ``kind`` is the table's class (person, weapon, kill …); ``form`` says past, present, or, for a participle, active or
    passive; ``voice`` is empty where the spelling does not show it (قتل). ``proclitics`` and ``enclitic`` are the
    particles before and the pronoun after, folded like look-up keys; ``definite`` where ال is among them.
    """

    lemma: str
    concept: str
    kind: str
    pos: Pos
    number: Number
    gender: Gender
    person: int
    form: str
    voice: Voice
    proclitics: str
    enclitic: str
    definite: bool


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun as a numeral would count it; ``number`` dual means two of them. ``maybe_dual`` marks the endings that
    plural and dual share (موظفين): only what stands around them decides."""

    lemma: str
    concept: str
    kind: str
    number: Number
    gender: Gender
    maybe_dual: bool
    definite: bool
    proclitics: str
    enclitic: str


# A memory is made by whoever reads articles and given to every look-up, so that each distinct word is read once.
Memory = dict[str, tuple[Entry, ...]]


_WordStem = tuple[Word, str, Stem]  # the word, the form (past, present, active, passive, or nothing), one of its stems


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every word of the tables and its forms. Words are looked up by their folded key (Token.key).

    Forms are not written out: a look-up takes particles and endings off and asks for the stem that is left, which costs
    some ten microseconds; give ``memory`` to pay that once a distinct word.
    """

    words: tuple[Word, ...]
    concepts: Concepts
    _stems: dict[str, list[_WordStem]]
    _prefixes: dict[str, tuple[Prefix, ...]]
    _suffixes: dict[str, dict[str, tuple[Suffix, ...]]]

    def lookup(self, key: str, memory: Memory | None = None, plain: str = "") -> tuple[Entry, ...]:
        """Every reading of a word, the likeliest first; empty where the tables do not know it.

        ``plain`` is the word before folding (Token.plain): readings spelled exactly so come first, which tells إليه
        from آلية and نفى from نفي, though a last ه may be a ة and a last ي a ى.
        """
        if memory is None:
            return self._read(key, plain)
        # A word asked for without its spelling is another question, even where it is spelled like its key.
        asked = plain or f"?{key}"
        found = memory.get(asked)
        if found is None:
            found = memory[asked] = self._read(key, plain)
        return found

    def concept(self, key: str, memory: Memory | None = None, plain: str = "") -> str | None:
        """The concept of the likeliest reading."""
        entries = self.lookup(key, memory, plain)
        return entries[0].concept if entries else None

    def is_a(self, concept: str, ancestor: str) -> bool:
        """Whether ``concept`` is ``ancestor`` or lies below it: a car-bomb is a weapon."""
        return self.concepts.is_a(concept, ancestor)

    def noun(self, key: str, memory: Memory | None = None, plain: str = "") -> CountedNoun | None:
        """The word as a noun that can be counted: nouns first, then nationalities and religions used as nouns
        (عراقيين), then verbal nouns (إصابات). None for everything else, numerals and words of grammar (بعد, بينهم)
        included."""
        readings = self.lookup(key, memory, plain)
        entries = [entry for entry in readings if _can_be_counted(entry)]
        if not entries or readings[0].pos == "particle" or readings[0].kind == "numeral":
            return None
        if readings[0].pos == "verb" and readings[0].lemma == _WAS_DONE:
            return None  # «27 جرى توقيفهم»
        best = min(entries, key=lambda entry: _COUNTABLE.index(entry.pos))
        same = [entry for entry in entries if entry.lemma == best.lemma and entry.pos == best.pos]
        plural = next((entry for entry in same if entry.number == "plural"), None)
        shared = best.number == "dual" and plural is not None
        if shared and plural is not None:
            best = plural
        return CountedNoun(
            best.lemma, best.concept, best.kind, best.number, best.gender,
            shared or (best.number == "plural" and any(entry.number == "dual" for entry in same)),
            best.definite, best.proclitics, best.enclitic,
        )  # fmt: skip

    def verb(self, key: str, memory: Memory | None = None, plain: str = "") -> Entry | None:
        """The word as a verb, None where it cannot be one."""
        return next((entry for entry in self.lookup(key, memory, plain) if entry.pos == "verb"), None)

    def _read(self, key: str, plain: str) -> tuple[Entry, ...]:
        found: dict[Entry, tuple[int, ...]] = {}
        for start, prefixes in _starts(key, self._prefixes):
            for end, endings in _ends(key, start, self._suffixes):
                for word, form, stem in self._stems.get(key[start:end], ()):
                    for suffix in endings.get(stem.category, ()):
                        for prefix in prefixes:
                            if prefix.opening in openings(stem.category) and compatible(prefix, suffix):
                                entry = _entry(word, form, stem, prefix, suffix)
                                unlike = _unlike(prefix.text + stem.text + suffix.text, plain)
                                rank = (unlike + suffix.rank, *_rank(entry))
                                if rank < found.get(entry, (99,)):
                                    found[entry] = rank
        return tuple(sorted(found, key=found.__getitem__))


_WAS_DONE = "جرى"
_COUNTABLE: tuple[Pos, ...] = ("noun", "adjective", "masdar")


def _can_be_counted(entry: Entry) -> bool:
    if entry.pos == "adjective":
        return entry.kind in ("nationality", "believer")
    return entry.pos in _COUNTABLE and entry.kind != "numeral"


def _rank(entry: Entry) -> tuple[int, ...]:
    particles = len(entry.proclitics) + bool(entry.enclitic)
    return (particles, _ORDER[entry.pos], entry.number == "dual")  # موظفين: rather several than two


def _unlike(spelled: str, plain: str) -> int:
    """How far a spelling is from what is written: 0 the same, 1 but for a last letter that many writers do not tell
    apart (ه and ة, ي and ى), 2 otherwise."""
    if spelled == plain:
        return 0
    same_start = spelled[:-1] == plain[:-1]
    return 1 if same_start and f"{spelled[-1:]}{plain[-1:]}" in ("ةه", "هة", "يى", "ىي") else 2


def _starts(key: str, prefixes: dict[str, tuple[Prefix, ...]]) -> Iterator[tuple[int, tuple[Prefix, ...]]]:
    for length in range(min(5, len(key))):
        found = prefixes.get(key[:length])
        if found:
            yield length, found


def _ends(
    key: str, start: int, suffixes: dict[str, dict[str, tuple[Suffix, ...]]]
) -> Iterator[tuple[int, dict[str, tuple[Suffix, ...]]]]:
    for end in range(len(key), start, -1):
        found = suffixes.get(key[end:])
        if found:
            yield end, found
        elif len(key) - end > 6:
            return


def _entry(word: Word, form: str, stem: Stem, prefix: Prefix, suffix: Suffix) -> Entry:
    number, gender, person = suffix.number or stem.number, suffix.gender or stem.gender, suffix.person
    if prefix.opening == "present":
        if prefix.letter == "ت" and number != "plural":
            gender = "f"
        elif prefix.letter in "نأ":
            person, number = 1, ("plural" if prefix.letter == "ن" else "singular")
    return Entry(
        word.lemma, word.concept, word.kind, word.pos, number, gender, person, form, stem.voice,
        fold(prefix.particles) if prefix.particles else "", fold(suffix.enclitic) if suffix.enclitic else "",
        prefix.opening == "article",
    )  # fmt: skip


def load_lexicon(folder: Path) -> Lexicon:
    """Read the tables of one folder. Raises TableError with every fault of the first faulty table."""
    words = load_words(folder)
    found = [(word, form, stem) for word in words for form, stem in stems(word)]
    keys = fold("\n".join([stem.text for _, _, stem in found])).split(
        "\n"
    )  # word by word would cost more than the rest
    index: dict[str, list[_WordStem]] = {}
    for key, word_stem in zip(keys, found, strict=True):
        index.setdefault(key, []).append(word_stem)
    return Lexicon(
        words,
        load_concepts(folder, words),
        index,
        _prefix_index(),
        _suffix_index(),
    )


def _prefix_index() -> dict[str, tuple[Prefix, ...]]:
    index: dict[str, list[Prefix]] = {}
    for prefix in PREFIXES:
        index.setdefault(fold(prefix.text), []).append(prefix)
    return {text: tuple(found) for text, found in index.items()}


def _suffix_index() -> dict[str, dict[str, tuple[Suffix, ...]]]:
    index: dict[str, dict[str, list[Suffix]]] = {}
    for category, suffixes in CATEGORIES.items():
        for suffix in suffixes:
            index.setdefault(fold(suffix.text), {}).setdefault(category, []).append(suffix)
    return {text: {name: tuple(found) for name, found in by.items()} for text, by in index.items()}


EMPTY_LEXICON = Lexicon((), Concepts({}, {}, {}, {}), {}, {}, {})
