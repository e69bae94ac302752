"""Which of our offices a position is that Wikidata names: by id, Arabic title, English name in its usual orders."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.knowledge.facts.names import phrase_key
from workbench.knowledge.facts.titles import office_titles
from workbench.knowledge.facts.world import World

# Ways of putting one thing, each replaced by the last of its row before names are compared.
_SAME = (
    (
        r"minister (?:of|for) foreign affairs|minister of external relations|foreign affairs minister",
        "foreign minister",
    ),
    (r"minister (?:of|for) defen[cs]e|defense minister", "defence minister"),
    (r"minister (?:of|for) (?:the )?interior", "interior minister"),
    (r"minister (?:of|for) finance", "finance minister"),
    (r"\bunited states of america\b|\bunited states\b|\busa\b", "us"),
    (r"\bunited kingdom\b|\bgreat britain\b", "uk"),
    (r"\bunited nations\b", "un"),
    (r"\bdefense\b", "defence"),
    (r"\bsecretary[- ]general\b", "secretary general"),
)
_EMPTY = {"of", "the", "for", "in", "and", "republic", "state", "arab", "islamic", "federal"}


class OfficeNames:
    """The offices by everything they are called."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._arabic: dict[str, set[str]] = {}
        self._english: dict[tuple[str, ...], set[str]] = {}
        for office in world.offices.values():
            country = world.countries.get(office.country)
            body = world.organisations.get(office.country)
            kind = world.kinds.get(office.kind)
            names = [office.name_en]
            if kind is not None and (country is not None or body is not None):
                seat = country.name_en if country is not None else body.name_en if body is not None else ""
                names.append(kind.name_en.replace("{country_en}", seat))
            for name in names:
                self._english.setdefault(_words(name), set()).add(office.id)
            for feminine in (False, True):
                for title in office_titles(office, world, feminine):
                    self._arabic.setdefault(phrase_key(title), set()).add(office.id)

    def find(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of the offices that one of the names means, sorted; several where it does not decide."""
        for name in names:
            if name in self._world.offices:
                return (name,)
        found = [
            self._english.get(_words(name), set()) | self._arabic.get(phrase_key(name), set()) for name in names if name
        ]
        known = [ids for ids in found if ids]
        common = set.intersection(*known) if known else set()
        return tuple(sorted(common or set().union(*known)))


def _words(name: str) -> tuple[str, ...]:
    text = name.casefold().replace("’", "'")
    for pattern, instead in _SAME:
        text = re.sub(pattern, instead, text)
    words = re.findall(r"[^\W_]+", text)
    return tuple(sorted(word for word in words if word not in _EMPTY) or words)
