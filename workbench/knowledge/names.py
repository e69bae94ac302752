"""The index of names: every phrase that names a person, office, organisation or place, looked up in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.knowledge.offices import Office, OfficeKind
from workbench.knowledge.organisations import THINGS, Organisation
from workbench.knowledge.people import Person
from workbench.knowledge.places import Location
from workbench.text.normal import fold

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


def phrase_keys(names: Iterable[str]) -> list[str]:
    """The keys of many names at once, which is many times faster than one by one."""
    text = fold("\n ".join(("", *names)).replace("-", " ")).casefold()
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.replace(" عبد ال", " عبدال").replace(" ابو ", " ابو").replace(" \n", "\n")
    return [line[1:] for line in text.split("\n")[1:]]


def index_names(
    people: Iterable[Person],
    kinds: Iterable[OfficeKind],
    offices: Iterable[Office],
    organisations: Iterable[Organisation],
    places: Iterable[Location],
) -> NameIndex:
    """Index every name; the work is linear in their number."""
    names: list[str] = []
    named: list[Use] = []
    for name, use in _uses(people, kinds, offices, organisations, places):
        names.append(name)
        named.append(use)
    uses: dict[str, list[Use]] = {}
    longest: dict[str, int] = {}
    for phrase, use in zip(phrase_keys(names), named, strict=True):
        known = uses.get(phrase)
        if known is None:
            uses[phrase] = [use]
            first, _, rest = phrase.partition(" ")
            words = rest.count(" ") + 2 if rest else 1
            if longest.get(first, 0) < words:
                longest[first] = words
        elif use not in known:
            known.append(use)
    return NameIndex({phrase: tuple(found) for phrase, found in uses.items()}, longest)


def _uses(
    people: Iterable[Person],
    kinds: Iterable[OfficeKind],
    offices: Iterable[Office],
    organisations: Iterable[Organisation],
    places: Iterable[Location],
) -> Iterator[tuple[str, Use]]:
    for person in people:
        use = ("full", person.id)
        for name in person.names:
            yield name, use
            if "أبو " in name:
                yield name.replace("أبو ", "أبي "), use
                yield name.replace("أبو ", "أبا "), use
        for name in person.short:
            yield name, ("short", person.id)
        for name in person.epithets:
            yield name, ("epithet", person.id)
    for kind in kinds:
        yield from _titles(kind)
    for office in offices:
        for title in (office.name_ar, *office.titles):
            yield title, ("office", office.id)
    for organisation in organisations:
        use = ("thing" if organisation.kind in THINGS else "organisation", organisation.id)
        for name in organisation.names:
            yield name, use
    for place in places:
        use = ("place", place.id)
        for name in place.names:
            yield name, use
        if place.kind == "country":
            for adjective in place.adjectives:
                for form in adjective_forms(adjective):
                    yield form, ("adjective", place.country)


def _titles(kind: OfficeKind) -> Iterator[tuple[str, Use]]:
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


def adjective_forms(adjective: str) -> tuple[str, str]:
    """The masculine and the feminine with ال: أميركي → الأميركي, الأميركية; كوري جنوبي → الكوري الجنوبي."""
    words = adjective.split()
    return " ".join("ال" + word for word in words), " ".join("ال" + word + "ة" for word in words)
