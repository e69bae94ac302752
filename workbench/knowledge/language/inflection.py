"""From a table's line to the stems that a word shows in a text. Everything here is spelling, unvocalised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from workbench.knowledge.language.affixes import Gender, Number

Voice = Literal["", "active", "passive"]  # empty where the spelling does not show it


class Stem(NamedTuple):
    """A stem as written, the pattern of its endings (see affixes), and what it says before any ending. A tuple because
    thousands are made whenever the program starts, and a frozen dataclass takes ten times as long to make."""

    text: str
    category: str
    number: Number
    gender: Gender
    voice: Voice = ""


def nominal_stems(lemma: str, gender: Gender, plurals: tuple[str, ...], feminine: str) -> Iterator[Stem]:
    """Stems of a noun or adjective. Plurals: «+ون» and «+ات» for the sound ones, broken ones in full.
    ``feminine`` is «+ة», a form in full, or empty."""
    yield from _singular(lemma, gender)
    for plural in plurals:
        if plural == "+ون":
            yield Stem(_before_ending(lemma), "m", "plural", "m")
        elif plural == "+ات":
            yield Stem(_before_at(lemma), "f", "plural", "f" if feminine else gender)
        else:
            yield from _plural(plural, gender)
    if feminine:
        form = lemma + "ة" if feminine == "+ة" else feminine
        yield from _singular(form, "f")


def _singular(form: str, gender: Gender) -> Iterator[Stem]:
    if form.endswith("ة"):
        yield Stem(form[:-1], "t", "singular", gender)
    elif form.endswith("ى"):
        yield Stem(form[:-1], "a", "singular", gender)
    elif form.endswith("اء"):
        yield Stem(form[:-1], "h", "singular", gender)
    else:
        yield Stem(form, "n", "singular", gender)
        if form.endswith("يء"):
            yield Stem(form[:-1] + "ئ", "n", "singular", gender)


def _plural(form: str, gender: Gender) -> Iterator[Stem]:
    if form.endswith("ة"):
        yield Stem(form[:-1], "pt", "plural", gender)
    elif form.endswith("ى"):
        yield Stem(form[:-1], "pa", "plural", gender)
    elif form.endswith("اء"):
        yield Stem(form[:-1], "ph", "plural", gender)
    elif form.endswith(("ات", "آت")):
        yield Stem(form, "px", "plural", gender)
    elif form.endswith("ون"):
        yield Stem(form[:-2], "m", "plural", gender)
    else:
        yield Stem(form, "p", "plural", gender)
        if form.endswith("ي") and form[1:-1].find("ا") >= 0:  # «أراضي» is «أراض» without the article
            yield Stem(form[:-1], "po", "plural", gender)


def defective_stems(lemma: str) -> Iterator[Stem]:
    """«قاضي», «محامي»: without the article «قاض», «محام»."""
    yield Stem(lemma[:-1], "o", "singular", "m")


def _before_ending(lemma: str) -> str:
    return lemma[:-1] if lemma.endswith(("ة", "ى")) else lemma


def _before_at(lemma: str) -> str:
    if lemma.endswith("ة"):
        return lemma[:-1]
    if lemma.endswith("ى"):
        return lemma[:-1] + "ي"
    return lemma


def past_stems(lemma: str, voice: Voice = "") -> Iterator[Stem]:
    """Stems of a past, from its third person masculine singular."""
    base, last = lemma[:-1], lemma[-1]
    if last == "ى":
        yield Stem(base, "va", "singular", "m", voice)
    elif last == "ا":
        yield Stem(base, "vw", "singular", "m", voice)
    elif last == "ي":
        yield Stem(base, "vy", "singular", "m", voice)
    elif last == "أ":
        yield Stem(base, "vh", "singular", "m", voice)
    elif lemma.endswith("اء"):
        yield Stem(base, "vx", "singular", "m", voice)
        yield Stem(base[:-1] + "ئ", "vc", "singular", "m", voice)
    elif is_hollow(lemma):
        yield Stem(lemma, "vv", "singular", "m", voice)
        yield Stem(lemma[:-2] + last, "vc", "singular", "m", voice)
    elif len(lemma) == 2:
        yield Stem(lemma, "vv", "singular", "m", voice)
        yield Stem(lemma + last, "vc", "singular", "m", voice)
    else:
        yield Stem(lemma, "v", "singular", "m", voice)


def present_stems(present: str, hollow: bool, voice: Voice = "") -> Iterator[Stem]:
    """Stems of a present without its person letter, from the third person masculine singular («يقتل»)."""
    stem = present[1:]
    base, last = stem[:-1], stem[-1]
    if last in "يىو" and len(stem) > 1:
        yield Stem(base, {"ي": "iy", "ى": "ia", "و": "iw"}[last], "singular", "m", voice)
    elif last == "أ":
        yield Stem(base, "ih", "singular", "m", voice)
    elif stem.endswith("اء"):
        yield Stem(base, "ix", "singular", "m", voice)
    else:
        yield Stem(stem, "i", "singular", "m", voice)
        if last == "ء":
            yield Stem(base + "ئ", "i", "singular", "m", voice)
        if hollow:
            yield Stem(stem[:-2] + last, "ij", "singular", "m", voice)


def is_hollow(lemma: str) -> bool:
    """«قال», «أصاب», «استعاد»: a long vowel for a middle root letter."""
    return len(lemma) > 2 and lemma[-2] == "ا" and lemma[-1] not in "ىاي"


def passive_past(lemma: str) -> str:
    """The passive past where its spelling differs from the active's, else the lemma."""
    if is_hollow(lemma):
        return lemma[:-2] + "ي" + lemma[-1]
    if lemma[-1] in "ىا":
        return passive_past(lemma[:-1] + "ي")
    if lemma[-1] == "أ":
        return passive_past(lemma[:-1] + "ئ")
    if len(lemma) > 3 and lemma[1] == "ا":
        return lemma[0] + "و" + lemma[2:]
    if len(lemma) > 4 and lemma[0] == "ت" and lemma[2] == "ا":
        return lemma[:2] + "و" + lemma[3:]
    return lemma


def passive_present(lemma: str, present: str) -> str:
    """The passive present where its spelling differs from the active's, else the present."""
    if is_hollow(lemma):
        return present[:-2] + "ا" + present[-1]
    if present[-1] in "يو":
        return passive_present(lemma, present[:-1] + "ى")
    if lemma[0] == "و" and len(lemma) == 3 and present[1] != "و":
        return "يو" + present[1:]
    if present[1] == "أ" and len(lemma) == 3:
        return "يؤ" + present[2:]
    return present
