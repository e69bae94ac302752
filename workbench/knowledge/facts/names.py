"""The index of names: every phrase that names a person, office, organisation or place, looked up in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.knowledge.facts.offices import OfficeKind
from workbench.knowledge.facts.organisations import THINGS
from workbench.knowledge.language.phrases import phrase_keys
from workbench.knowledge.records import pieces

# What a phrase may be, and what its second part then says:
#   full, short, epithet: a person's id        office: an office's id (a title of its own)
#   title: a kind of office, taking an adjective («الرئيس» + «الأميركي») or standing bare beside a name
#   construct: a kind of office, taking a country's or organisation's name («وزير خارجية» + «العراق»)
#   dual: the title of two («الرئيسان» + «الأميركي … والروسي …»)
#   genitive: the same with ل before the name («الأمين العام» + «للأمم المتحدة»)
#   organisation, thing, place: an id          adjective: a country's ISO code («الأميركي»)
Use = tuple[str, str]

_PARENT = ("ابو ", "ابي ", "ابا ")


@dataclass(frozen=True, slots=True)
class NameIndex:
    """``uses`` maps a phrase (folded words, one space between them, «عبد ال…» and «أبو …» as one word) to what it may
    name; ``longest`` maps a first word to the greatest number of words of a phrase that begins with it."""

    uses: dict[str, tuple[Use, ...]]
    longest: dict[str, int]


def phrase_key(name: str) -> str:
    """A name as the index knows it. «عبد الله» and «عبدالله», «أبو مهدي» and «أبومهدي» have one key."""
    return phrase_keys((name,))[0]



def index_cells(cells: Iterable[tuple[str, Use]], known: NameIndex | None = None) -> NameIndex:
    """Index every name, on from a ``known`` index where there is one, which stays as it is; ``cells`` are names or
    cells of variants, each with its use. Linear in their number."""
    texts: list[str] = []
    named: list[Use] = []
    for text, use in cells:
        texts.append(text)
        named.append(use)
    uses: dict[str, tuple[Use, ...]] = {} if known is None else dict(known.uses)
    longest: dict[str, int] = {} if known is None else dict(known.longest)
    for cell, use in zip(phrase_keys(texts), named, strict=True):
        phrases = cell.split(" | ")
        if use[0] == "full" and "ابو" in cell:
            phrases += [
                phrase.replace("ابو", other) for phrase in phrases if "ابو" in phrase for other in ("ابي ", "ابا ")
            ]
        for phrase in phrases:
            others = uses.get(phrase)
            if others is None:
                uses[phrase] = (use,)
                first, space, rest = phrase.partition(" ")
                words = rest.count(" ") + 2 if space else 1
                if longest.get(first, 0) < words:
                    longest[first] = words
            elif use not in others:
                uses[phrase] = (*others, use)
    uses.pop("", None)
    return NameIndex(uses, longest)


def person_cells(id: str, names: str, short: str, epithets: str) -> Iterator[tuple[str, Use]]:
    """The cells of a person's names."""
    yield names, ("full", id)
    if short:
        yield short, ("short", id)
    if epithets:
        yield epithets, ("epithet", id)


def kind_cells(kind: OfficeKind) -> Iterator[tuple[str, Use]]:
    """The titles that offices of a kind share, their duals, and the beginnings of those with a country."""
    for title in (*kind.bare, *kind.bare_f):
        yield title, ("title", kind.kind)
        first, _, rest = title.partition(" ")
        for ending in ("ان", "ين") if first.startswith("ال") else ("ا", "ي"):
            yield f"{first}{ending} {rest}".strip(), ("dual", kind.kind)
    for pattern in (*kind.patterns, *kind.patterns_f):
        words, _, tail = pattern.partition("{")
        if words.endswith("ل"):
            yield words[:-1].strip(), ("genitive", kind.kind)
        elif tail.startswith("adj"):
            yield words.strip(), ("title", kind.kind)
        else:
            yield words.strip(), ("construct", kind.kind)


def office_cells(id: str, name: str, titles: str) -> Iterator[tuple[str, Use]]:
    """The cells of an office's own titles."""
    yield name, ("office", id)
    if titles:
        yield titles, ("office", id)


def organisation_cells(id: str, names: str, kind: str) -> Iterator[tuple[str, Use]]:
    """The cell of an organisation's names."""
    yield names, ("thing" if kind in THINGS else "organisation", id)


def place_cells(id: str, names: str, kind: str, country: str, adjectives: str) -> Iterator[tuple[str, Use]]:
    """The cell of a place's names, a country's adjectives in both genders."""
    yield names, ("place", id)
    if kind == "country":
        for adjective in pieces(adjectives):
            for form in adjective_forms(adjective):
                yield form, ("adjective", country)


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """The masculine and the feminine with ال: أميركي → الأميركي, الأميركية; كوري جنوبي → الكوري الجنوبي, الكورية
    الجنوبية. What goes before as a mere direction stays as it is: جنوب أفريقي → الجنوب أفريقي, الجنوب أفريقية, and
    less often الجنوب الأفريقي."""
    first, _, rest = adjective.partition(" ")
    if not rest or first.endswith("ي"):
        words = adjective.split()
        return " ".join("ال" + word for word in words), " ".join("ال" + word + "ة" for word in words)
    return f"ال{first} {rest}", f"ال{first} {rest}ة", f"ال{first} ال{rest}", f"ال{first} ال{rest}ة"
