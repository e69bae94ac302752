"""What has a lifetime and is no organisation: diseases, products, wars, operations, agreements, events, in a sentence.

They are kept beside the mentions, not among them: nobody acts under their names, so that no claim rests on them.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.knowledge.facts.world import World
from workbench.mentions.names.lookup import Found, Unit, look_up, read_units
from workbench.mentions.names.values import OrganisationName
from workbench.mentions.values import Mention
from workbench.text.values import Token

_MARKS = frozenset("\"“”«»'‘’()")
_DASHES = frozenset("-–")  # «كوفيد - 19»


def find_things(tokens: Sequence[Token], world: World, named: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """Every thing named in a sentence, in order, none overlapping another; offsets count as those of the tokens.
    Figures and quotation marks may stand inside a name («كوفيد-19», «منصة "إكس"»). A name that is an ordinary phrase
    too («غصن الزيتون») counts only with its noun («عملية غصن الزيتون»), and none counts inside the longer name of
    somebody or something else, which ``named`` are."""
    uses, ordinary = world.names.uses, world.words.ordinary
    units = _units(tokens)
    things: list[Mention] = []
    at = 0
    while at < len(units):
        found = look_up(units, at, world.names) if units[at].key else None
        if found is None or not any(use == "thing" for use, _ in found.uses):
            at += 1
            continue
        at = found.last
        if found.phrase in ordinary:
            continue
        mention = _mention(found, units, tokens, tuple(id for use, id in uses[found.phrase] if use == "thing"), world)
        if not any(_holds(other, mention) for other in named):
            things.append(mention)
    return tuple(things)


def _holds(name: Mention, thing: Mention) -> bool:
    """Whether a thing's words are a part of a longer name."""
    return name.start <= thing.start and thing.end <= name.end and (name.start, name.end) != (thing.start, thing.end)


def _units(tokens: Sequence[Token]) -> list[Unit]:
    """The words and figures of a sentence; quotation marks part nothing, other signs do."""
    units: list[Unit] = []
    for unit in read_units(tokens):
        token = tokens[unit.first]
        if unit.key:
            units.append(unit)
        elif token.kind == "number":
            units.append(Unit(token.key, unit.first, unit.last))
        elif token.text not in _MARKS and not (token.text in _DASHES and _is_figure(tokens, unit.last)):
            units.append(unit)
    return units


def _is_figure(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def _mention(
    found: Found, units: Sequence[Unit], tokens: Sequence[Token], ids: tuple[str, ...], world: World
) -> Mention:
    first, last = units[found.first].first, units[found.last - 1].last
    opened = sum(token.text in _MARKS for token in tokens[first:last]) % 2
    if opened and last < len(tokens) and tokens[last].text in _MARKS:
        last += 1  # «منصة "إكس"»: the mark that closes
    start, end = tokens[first].start, tokens[last - 1].end
    name = world.organisations[ids[0]].name
    return Mention(start, end, "organisation", OrganisationName(ids[0] if len(ids) == 1 else None, name, ids))
