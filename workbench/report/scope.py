"""What was checked and, as important, what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.report.visible import visible
from workbench.review.origin import shared_origin
from workbench.review.rows import FAMILIES
from workbench.wording import letter

if TYPE_CHECKING:
    from workbench.checks.subject import Profile
    from workbench.report.words import Speaker
    from workbench.review.record import ProjectRecord


def checked_lines(record: ProjectRecord, speaker: Speaker, profile: Profile | None) -> tuple[str, ...]:
    """The families of checks that ran, in words; none where no text was read."""
    off = profile.off if profile else frozenset()
    alone = len(record.result.readings) < 2
    lines = []
    for family in FAMILIES:
        if family not in off and record.result.readings:
            key = "scope.contradiction.alone" if alone and family == "contradiction" else f"scope.{family}"
            lines.append(speaker.say(key))
    return tuple(lines)


def unchecked_lines(record: ProjectRecord, speaker: Speaker, profile: Profile | None) -> tuple[str, ...]:
    """What this report says nothing about."""
    lines = []
    for name in sorted(profile.off if profile else ()):
        family, _, kind = name.partition("/")
        words = speaker.named("kind", kind) if kind else speaker.named("family", family)
        lines.append(speaker.say("unchecked.off", name=words))
    readings = record.result.readings
    if len(readings) < 2:
        lines.append(speaker.say("unchecked.alone"))
    for reading in readings:
        name = speaker.say("article.name", letter=letter(reading.article.id, speaker.code))
        if reading.article.language != "ar":
            lines.append(speaker.say("unchecked.language", name=name))
        if reading.date.begin is None and reading.date.end is None:
            lines.append(speaker.say("unchecked.date", name=name))
    lines += _counted(record, speaker)
    for other in readings[1:]:
        origin = shared_origin(readings[0], other)
        if origin:
            lines.append(speaker.say("unchecked.origin", origin=visible(origin)))
    lines += [speaker.say(f"unchecked.{name}") for name in ("agreeing", "unknown", "outside")]
    if len(readings) < 2:
        lines.remove(speaker.say("unchecked.agreeing"))
    return tuple(lines)


def _counted(record: ProjectRecord, speaker: Speaker) -> list[str]:
    """Pairs nobody could judge, and claims of the draft without a counterpart."""
    if len(record.result.readings) < 2:
        return []
    lines = []
    unsure = sum(pair.relation == "unsure" for pair in record.result.alignments)
    if unsure:
        lines.append(speaker.say("unchecked.unsure", n=unsure))
    aligned = {id for pair in record.result.alignments for id in pair.claims}
    alone = sum(claim.article == "a" and claim.id not in aligned for claim in record.result.claims)
    if alone:
        lines.append(speaker.say("unchecked.only-draft", n=alone))
    return lines
