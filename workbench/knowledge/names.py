"""The index of names: every phrase that names a person, office, organisation or place, looked up in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    folded = " " + fold(name.replace("-", " "))
    if "عبد ال" in folded:
        folded = folded.replace(" عبد ال", " عبدال")
    if " ابو " in folded:
        folded = folded.replace(" ابو ", " ابو")
    return " ".join(folded.split())


def index_names(
    people: Iterable[Person],
    kinds: Iterable[OfficeKind],
    offices: Iterable[Office],
    organisations: Iterable[Organisation],
    places: Iterable[Location],
) -> NameIndex:
    """Index every name; the work is linear in their number."""
    uses: dict[str, list[Use]] = {}
    longest: dict[str, int] = {}

    def enter(name: str, use: Use) -> None:
        phrase = phrase_key(name)
        known = uses.get(phrase)
        if known is None:
            uses[phrase] = [use]
            first, _, rest = phrase.partition(" ")
            words = rest.count(" ") + 2 if rest else 1
            if longest.get(first, 0) < words:
                longest[first] = words
        elif use not in known:
            known.append(use)

    for person in people:
        for name in person.names:
            enter(name, ("full", person.id))
            if "بو " in name and "أبو " in name:
                enter(name.replace("أبو ", "أبي "), ("full", person.id))
                enter(name.replace("أبو ", "أبا "), ("full", person.id))
        for name in person.short:
            enter(name, ("short", person.id))
        for name in person.epithets:
            enter(name, ("epithet", person.id))
    _enter_titles(kinds, enter)
    for office in offices:
        for title in (office.name_ar, *office.titles):
            enter(title, ("office", office.id))
    for organisation in organisations:
        use = ("thing" if organisation.kind in THINGS else "organisation", organisation.id)
        for name in organisation.names:
            enter(name, use)
    for place in places:
        for name in place.names:
            enter(name, ("place", place.id))
        if place.kind == "country":
            for adjective in place.adjectives:
                for form in adjective_forms(adjective):
                    enter(form, ("adjective", place.country))
    return NameIndex({phrase: tuple(found) for phrase, found in uses.items()}, longest)


def _enter_titles(kinds: Iterable[OfficeKind], enter: Callable[[str, Use], None]) -> None:
    for kind in kinds:
        for title in (*kind.bare, *kind.bare_f):
            enter(title, ("title", kind.kind))
        for pattern in (*kind.patterns, *kind.patterns_f):
            words, _, tail = pattern.partition("{")
            if words.endswith("ل"):
                enter(words[:-1].strip(), ("genitive", kind.kind))
            elif tail.startswith("adj"):
                enter(words.strip(), ("title", kind.kind))
            else:
                enter(words.strip(), ("construct", kind.kind))


def adjective_forms(adjective: str) -> tuple[str, str]:
    """The masculine and the feminine with ال: أميركي → الأميركي, الأميركية; كوري جنوبي → الكوري الجنوبي."""
    words = adjective.split()
    return " ".join("ال" + word for word in words), " ".join("ال" + word + "ة" for word in words)
