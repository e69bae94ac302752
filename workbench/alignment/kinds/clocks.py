"""One moment that two reports tell by their clocks: «01:58 بتوقيت الإمارات», «06:58 بالتوقيت المحلي (21:58 ت غ)»;
«تسري من السادسة صباحا», «تبدأ في التاسعة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.alignment.candidates import Candidate, EventPair
from workbench.alignment.relations import compare
from workbench.claims.events.values import ArticleEvent
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex

_BESIDE = 25  # characters from a clock to the same moment's by another


def compare_clocks(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    """Two clocks of what both reports are about: the same moment by the clocks of two places, or when the same thing
    begins, which each report says once."""
    if not (pair.a.main and pair.b.main) or "told" in a.traits | b.traits:
        return None
    one, other = _start(a), _start(b)
    if one is None or other is None:
        return None
    here, there = _told(one, a, in_a), _told(other, b, in_b)
    if here.zone and there.zone and one.zone != other.zone and compare(here, there) == "agree":
        return Candidate(a, b, "agree", 0.9)
    # The clock of one place beside that of the same place, where both reports give two.
    if here.zone and here.zone == there.zone and one.zone == other.zone and compare(here, there) == "agree":
        return Candidate(a, b, "agree", 0.95)
    here, there = _local(here, pair.a, knowledge), _local(there, pair.b, knowledge)
    verdict = compare(here, there) if here.zone and there.zone else "unsure"
    if verdict != "differ" or pair.match.verdict != "same" or not a.of or a.of != b.of:
        return None
    if not (_begins(a, knowledge) and _begins(b, knowledge)):
        return None
    rivals = any(
        x.of == a.of and x.value != claim.value and _begins(x, knowledge) and _start(x) and x.sentence != claim.sentence
        for claim, claims in ((a, in_a), (b, in_b)) for x in claims
    )  # fmt: skip
    return None if rivals else Candidate(a, b, verdict, 0.7)


def _start(claim: Claim) -> Timex | None:
    """The clock of a time, or that from which a stretch open on one side counts."""
    value = claim.value
    if claim.kind not in ("date", "time") or not isinstance(value, Timex) or value.begin is None:
        return None
    hour = value.begin[value.begin.find("T") :]
    if "T" not in value.begin or not (value.end or hour).endswith(hour):
        return None
    if value.end not in (None, value.begin):
        return replace(value, begin=hour, end=hour)  # «الساعة 01:58 فجر الاثنين»: of Monday or of Tuesday
    return replace(value, end=value.begin)


def _begins(claim: Claim, knowledge: Knowledge) -> bool:
    value = claim.value
    since = isinstance(value, Timex) and value.begin is not None and value.end is None
    return since or claim.predicate in knowledge.claim_cues.onset_concepts


def _told(clock: Timex, claim: Claim, claims: Sequence[Claim]) -> Timex:
    """A clock with the zone that the text gives, or the same moment by the clock beside it: «06:58 (21:58 ت غ)»."""
    for other in claims if clock.zone is None else ():
        near = other.sentence == claim.sentence and 0 < other.span.start - claim.span.end < _BESIDE
        twin = _start(other) if near else None
        if twin is not None and twin.zone is not None:
            return twin
    return clock


def _local(clock: Timex, event: ArticleEvent, knowledge: Knowledge) -> Timex:
    """A clock of no zone by that of the places where it happened, where they have one."""
    zones = {zone for place in event.places if (zone := _zone_of(place, knowledge))}
    return replace(clock, zone=zones.pop()) if clock.zone is None and len(zones) == 1 else clock


def _zone_of(place: str, knowledge: Knowledge) -> str:
    geography = knowledge.geography
    known = (geography.places.get(id) for id in geography.upwards(place))
    return next((above.zone for above in known if above is not None and above.zone), "")
