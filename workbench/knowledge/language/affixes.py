"""What Arabic writes before and after a stem: particles, person letters, endings, pronouns, by category of stem.

A category names an ending pattern («t»: nouns in ta marbuta; «v»: sound verbs of the past). Both the lexicon's look-up
and the generated database for the analyser read these tables, so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Number = Literal["singular", "dual", "plural"]
Gender = Literal["m", "f"]
# Whether a prefix is free of the article, ends in it, or ends in a present verb's person letter.
Opening = Literal["free", "article", "past", "present"]

POSSESSIVES = ("ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "نا", "ي")
OBJECTS = ("ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "نا", "ني")


@dataclass(frozen=True, slots=True)
class Prefix:
    """``text`` as written, of which ``particles`` are proclitics; ``letter`` is a present verb's person letter."""

    text: str
    particles: str
    opening: Opening
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending. None as number or gender leaves the stem's own; ``article``: may stand in a word with ال;
    ``letters``: the person letters of the present it goes with (empty for everything else); ``rank`` orders readings of
    one word, the likelier first."""

    text: str
    number: Number | None = None
    gender: Gender | None = None
    person: int = 3
    enclitic: str = ""
    article: bool = False
    letters: str = ""
    rank: int = 0


def _prefixes() -> tuple[Prefix, ...]:
    found = []
    for conjunction in ("", "و", "ف"):
        for preposition in ("", "ب", "ك", "ل"):
            found.append(Prefix(conjunction + preposition, conjunction + preposition, "free"))
            joined = "لل" if preposition == "ل" else preposition + "ال"
            found.append(Prefix(conjunction + joined, conjunction + joined, "article"))
        found.append(Prefix(conjunction, conjunction, "past"))
        for particle in ("", "س", "ل"):
            for letter in ("ي", "ت", "ن", "أ"):
                particles = conjunction + particle
                found.append(Prefix(particles + letter, particles, "present", letter))
    return tuple(found)


PREFIXES = _prefixes()


def _with(ending: str, pronouns: tuple[str, ...], number: Number | None = None, gender: Gender | None = None,
          letters: str = "", rank: int = 1) -> list[Suffix]:  # fmt: skip
    # «my» is rare in news, and its ya ends many other words.
    return [
        Suffix(ending + pronoun, number, gender, 3, pronoun, False, letters, 3 if pronoun == "ي" else rank)
        for pronoun in pronouns
    ]


def _dual(ending: str, gender: Gender | None = None, seam: str = "ا") -> list[Suffix]:
    """Both cases of the dual, free, before a noun, before a pronoun. The forms before a noun look like a singular."""
    no_mine = POSSESSIVES[:-1]
    return [
        Suffix(ending + seam + "ن", "dual", gender, article=True),
        Suffix(ending + "ين", "dual", gender, article=True),
        Suffix(ending + seam, "dual", gender, rank=2),
        Suffix(ending + "ي", "dual", gender, rank=2),
        *_with(ending + seam, no_mine, "dual", gender, rank=2),
        *_with(ending + "ي", no_mine, "dual", gender, rank=2),
    ]


def _hamza(number: Number | None) -> list[Suffix]:
    """Nouns in اء, the stem without the hamza: its seat follows the case before a pronoun."""
    found = [Suffix("ء", number, article=True)]
    for seat in "ءؤئ":
        found += _with(seat, POSSESSIVES, number)
    return found


_NOUN_CATEGORIES: dict[str, list[Suffix]] = {
    # singulars
    "n": [Suffix("", article=True), Suffix("ا", rank=1), *_with("", POSSESSIVES), *_dual("")],
    "t": [Suffix("ة", article=True), *_with("ت", POSSESSIVES), *_dual("ت")],
    "a": [Suffix("ى", article=True), *_with("ا", POSSESSIVES), *_dual("ي")],
    "h": [*_hamza(None), *_dual("ء")],
    "o": [Suffix("", article=False)],  # «قاض», «محام»: without the article, in two cases of three
    "x": [Suffix("", article=True)],  # forms written out in full
    # plurals
    "m": [
        Suffix("ون", "plural", article=True),
        Suffix("ين", "plural", article=True),
        Suffix("و", "plural", rank=1),
        Suffix("ي", "plural", rank=3),
        *_with("و", POSSESSIVES[:-1], "plural"),
        *_with("ي", POSSESSIVES[:-1], "plural"),
    ],
    "f": [Suffix("ات", "plural", article=True), *_with("ات", POSSESSIVES, "plural")],
    "p": [Suffix("", "plural", article=True), Suffix("ا", "plural", rank=1), *_with("", POSSESSIVES, "plural")],
    "pt": [Suffix("ة", "plural", article=True), *_with("ت", POSSESSIVES, "plural")],
    "pa": [Suffix("ى", "plural", article=True), *_with("ا", POSSESSIVES, "plural")],
    "ph": _hamza("plural"),
    "px": [Suffix("", "plural", article=True), *_with("", POSSESSIVES, "plural")],
    "po": [Suffix("", "plural", article=False)],
}  # fmt: skip

_CONSONANT = [
    Suffix("ت", "singular", person=1, rank=2),
    Suffix("ن", "plural", "f", rank=1),
    Suffix("نا", "plural", person=1),
    Suffix("تم", "plural", person=2),
    *_with("نا", OBJECTS[:4], "plural", rank=2),
]


def _past(he: str, she: str, two: str, they: tuple[str, ...], before_pronoun: str) -> list[Suffix]:
    found = [
        Suffix(he, "singular", "m"),
        Suffix(she, "singular", "f"),
        Suffix(two, "dual", "m", rank=1),
        Suffix(she + "ا", "dual", "f"),
        *_with(before_pronoun, OBJECTS, "singular", "m"),
        *_with(she, OBJECTS, "singular", "f"),
    ]
    for form in they:
        found.append(Suffix(form, "plural", "m"))
        found += _with(form.removesuffix("ا"), OBJECTS, "plural", "m")
    return found


def _shifted(ending: str, suffixes: list[Suffix]) -> list[Suffix]:
    return [
        Suffix(ending + s.text, s.number, s.gender, s.person, s.enclitic, s.article, s.letters, s.rank)
        for s in suffixes
    ]


_PAST_CATEGORIES: dict[str, list[Suffix]] = {
    "v": [*_past("", "ت", "ا", ("وا",), ""), *_CONSONANT],
    "vv": _past("", "ت", "ا", ("وا",), ""),
    "vc": _CONSONANT,
    "va": [*_past("ى", "ت", "يا", ("وا",), "ا"), *_shifted("ي", _CONSONANT)],
    "vw": [*_past("ا", "ت", "وا", ("وا",), "ا"), *_shifted("و", _CONSONANT)],
    "vy": [*_past("ي", "يت", "يا", ("وا",), "ي"), *_shifted("ي", _CONSONANT)],
    "vh": [*_past("أ", "أت", "آ", ("أوا", "ؤوا"), "أ"), *_shifted("أ", _CONSONANT)],
    "vx": _past("ء", "ءت", "ءا", ("ءوا", "ؤوا"), "ء"),
}


def _present(he: str, two: str, they: tuple[str, ...], before_pronoun: str, jussive: bool) -> list[Suffix]:
    every = "يتنأ"
    found = [
        Suffix(he, None, letters=every),
        Suffix(two + "ن", "dual", letters="يت"),
        Suffix(two, "dual", letters="يت", rank=1),
        *_with(before_pronoun, OBJECTS, None, letters=every),
    ]
    for form in they:
        found += [
            Suffix(form + "ن", "plural", letters="يت"),
            Suffix(form + "ا", "plural", letters="يت"),
            *_with(form + "ن", OBJECTS, "plural", letters="يت"),
            *_with(form, OBJECTS, "plural", letters="يت"),
        ]
    if jussive:
        found.append(Suffix("", None, letters=every, rank=1))
    return found


_PRESENT_CATEGORIES: dict[str, list[Suffix]] = {
    "i": [*_present("", "ا", ("و",), "", False), Suffix("ن", "plural", "f", letters="ي", rank=1)],
    "ij": [Suffix("", None, letters="يتنأ", rank=1)],
    "iy": [*_present("ي", "يا", ("و",), "ي", True), Suffix("ين", "plural", "f", letters="ي", rank=1)],
    "ia": [*_present("ى", "يا", ("و",), "ا", True), Suffix("ين", "plural", "f", letters="ي", rank=1)],
    "iw": _present("و", "وا", ("و",), "و", True),
    "ih": _present("أ", "آ", ("أو", "ؤو"), "أ", False),
    "ix": _present("ء", "ءا", ("ءو", "ؤو"), "ء", False),
}

# Words of grammar: as they stand («w»), or with a pronoun («wp»: على before «ه» is «علي»).
_PARTICLE_CATEGORIES: dict[str, list[Suffix]] = {
    "w": [Suffix("")],
    "wp": _with("", (*POSSESSIVES, "ني"), rank=0),
}

CATEGORIES: dict[str, tuple[Suffix, ...]] = {
    name: tuple(suffixes)
    for table in (_NOUN_CATEGORIES, _PAST_CATEGORIES, _PRESENT_CATEGORIES, _PARTICLE_CATEGORIES)
    for name, suffixes in table.items()
}
NOUN_CATEGORIES = frozenset(_NOUN_CATEGORIES)
PAST_CATEGORIES = frozenset(_PAST_CATEGORIES)
PRESENT_CATEGORIES = frozenset(_PRESENT_CATEGORIES)


def openings(category: str) -> tuple[Opening, ...]:
    """The kinds of prefix that a stem of this category takes."""
    if category in _PAST_CATEGORIES:
        return ("past",)
    if category in _PRESENT_CATEGORIES:
        return ("present",)
    if category in _PARTICLE_CATEGORIES:
        return ("free",)
    return ("free", "article")


def compatible(prefix: Prefix, suffix: Suffix) -> bool:
    """Whether the two ends of a word go together, its stem aside."""
    if prefix.opening == "article":
        return suffix.article
    if prefix.opening == "present":
        return prefix.letter in suffix.letters
    return not suffix.letters
