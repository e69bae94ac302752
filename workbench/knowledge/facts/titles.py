"""The Arabic titles of an office: its own, and those made from its kind and its country's adjectives and names."""

from __future__ import annotations

from workbench.knowledge.facts.names import adjective_forms
from workbench.knowledge.facts.offices import Office
from workbench.knowledge.facts.world import World


def office_titles(office: Office, world: World, feminine: bool = False) -> tuple[str, ...]:
    """Titles with the country, the usual one first: «وزير الخارجية الأميركي», «وزير خارجية الولايات المتحدة». The
    feminine ones where asked for and where the kind has any."""
    kind = world.kinds.get(office.kind)
    titles: list[str] = [] if feminine else [office.name_ar, *office.titles]
    if kind is not None:
        country = world.countries.get(office.country)
        body = world.organisations.get(office.country)
        adjectives = country.adjectives if country is not None else ()
        names = country.names if country is not None else body.names if body is not None else ()
        for pattern in kind.patterns_f if feminine and kind.patterns_f else kind.patterns:
            if "{adj}" in pattern or "{adjf}" in pattern:
                for adjective in adjectives:
                    masculine, female, *_ = adjective_forms(adjective)
                    titles.append(pattern.replace("{adjf}", female).replace("{adj}", masculine))
            else:
                titles += [_with_name(pattern, name) for name in names]
    if feminine and not titles:
        titles = [office.name_ar, *office.titles]
    return tuple(dict.fromkeys(titles))


def _with_name(pattern: str, name: str) -> str:
    if "ل{country}" in pattern and name.startswith("ال"):
        return pattern.replace("ل{country}", "لل" + name[2:])
    return pattern.replace("{country}", name)
