"""A claim's normalised value in words for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.mentions.values import Amount, Entity, Score, Timex
from workbench.report.visible import visible
from workbench.value_words import amount_words
from workbench.wording import left_to_right, letter

if TYPE_CHECKING:
    from workbench.claims.values import Claim
    from workbench.report.words import Speaker


def claim_value(claim: Claim, speaker: Speaker) -> str:
    """«A: 11–14 (rocket)»; empty for a claim without a value."""
    value = _value(claim)
    if not value:
        return ""
    of = "" if isinstance(claim.value, Amount) and claim.value.unit == "percent" else claim.state or claim.of
    if isinstance(claim.value, Amount) and of:
        value = speaker.say("value.of", value=value, of=visible(of))
    return speaker.say("value.line", letter=letter(claim.article, speaker.code), value=value)


def _value(claim: Claim) -> str:
    match claim.value:
        case Amount():
            words = amount_words(claim.value)
            unit = claim.value.unit
            if words and unit == "percent":
                words += "%"
            elif words and unit and unit != claim.of:
                words += f" {unit}"
            return left_to_right(words) if words else ""
        case Score():
            return left_to_right("–".join(str(value) for value in claim.value.values))
        case Timex():
            return left_to_right(_time(claim.value))
        case Entity():
            return visible(claim.value.name) + (f" ({claim.value.id})" if claim.value.id else "")
        case _:
            return ""


def _time(time: Timex) -> str:
    """The interval as ISO days or minutes; the TIMEX3 value where nothing could be resolved."""
    if time.begin and time.end:
        words = time.begin if time.begin == time.end else f"{time.begin} – {time.end}"
    elif time.begin or time.end:
        words = f"{time.begin or '…'} – {time.end or '…'}"
    else:
        words = time.timex
    return f"{words} ({time.zone})" if time.zone else words
