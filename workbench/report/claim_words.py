"""A claim's normalised value in words for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.mentions.values import Amount, Entity, Score, Timex
from workbench.report.visible import visible
from workbench.value_words import value_in_words
from workbench.wording import left_to_right, letter

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.knowledge.facts.world import World
    from workbench.report.words import Speaker


def claim_value(claim: Claim, speaker: Speaker, world: World) -> str:
    """«A: 11–14 (rocket)»; empty for a claim without a value. What nobody has a name for is left out: an identifier is
    nothing that a person reads."""
    value = _value(claim, speaker, world)
    if not value:
        return ""
    if isinstance(claim.value, Amount) and (of := _counted(claim, claim.value, speaker, world)):
        value = speaker.say("value.of", value=value, of=visible(of))
    return speaker.say("value.line", letter=letter(claim.article, speaker.code), value=value)


def _counted(claim: Claim, amount: Amount, speaker: Speaker, world: World) -> str:
    """What a figure counts: what became of people, a thing, or whose age it is."""
    if amount.unit == "percent":
        return ""
    if claim.state:
        return speaker.known("state-of", claim.state)
    return speaker.thing(claim.of) or _named(claim.of, speaker, world)


def _named(id: str, speaker: Speaker, world: World) -> str:
    """A person, an organisation or a place of the knowledge tables; empty where none has that identifier."""
    known = world.people.get(id) or world.organisations.get(id) or world.places.get(id)
    if known is None:
        return ""
    return known.name if speaker.code == "ar" else known.name_en or known.name


def _value(claim: Claim, speaker: Speaker, world: World) -> str:
    words = value_in_words(claim.value, speaker.words, speaker.code, speaker.zone)
    match claim.value:
        case Amount():
            unit = claim.value.unit
            figure = left_to_right(words) if words else ""
            name = speaker.counted(unit, claim.value) if unit and unit != claim.of and unit != "percent" else ""
            return f"{figure} {name}" if figure and name else figure
        case Score():
            return left_to_right(words)
        case Timex():
            return words or visible(claim.text)  # «السبت» of no known week is a Saturday and nothing more
        case Entity():
            name, known = visible(claim.value.name), visible(_named(claim.value.id or "", speaker, world))
            return f"{name} ({known})" if name and known and known != name else name or known
        case _:
            return ""
