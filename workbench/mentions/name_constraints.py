"""What the office-holders of an article say of the days it may be from: help for dating it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.knowledge.offices import Term
from workbench.knowledge.world import World
from workbench.mentions.holdings import Holding
from workbench.text.values import Bilingual, Span


@dataclass(frozen=True, slots=True)
class TermConstraint:
    """The article's words at ``span`` name a sitting office-holder: it is from one of ``intervals`` (days, both ends
    included; an open end is None), if they are right. ``why`` says so in words."""

    span: Span
    person: str
    intervals: tuple[tuple[dt.date, dt.date | None], ...]
    why: Bilingual


def term_constraints(holdings: Sequence[Holding], world: World) -> tuple[TermConstraint, ...]:
    """One constraint for each person named as a sitting holder, at the first such words. Titles that the text itself
    puts into another time (former, elect, then …) and names that several people bear constrain nothing."""
    found: dict[str, TermConstraint] = {}
    for holding in holdings:
        if holding.modes or len(holding.people) != 1 or holding.people[0] in found:
            continue
        terms = held_terms(holding, world)
        if terms:
            person = world.people[holding.people[0]]
            found[person.id] = TermConstraint(
                Span(holding.start, holding.end), person.id, intervals_of(terms), terms_in_words(terms, world)
            )
    return tuple(found.values())


def held_terms(holding: Holding, world: World) -> tuple[Term, ...]:
    """The terms that a title may speak of, in order."""
    return tuple(
        sorted(
            (term for id in holding.people for term in world.terms_of(id) if term.office in holding.offices),
            key=lambda term: term.start.first,
        )
    )


def intervals_of(terms: Sequence[Term]) -> tuple[tuple[dt.date, dt.date | None], ...]:
    """The terms as intervals at their widest, touching ones joined."""
    joined: list[tuple[dt.date, dt.date | None]] = []
    for term in terms:
        end = term.end.last if term.end is not None else None
        if joined:
            begin, last = joined[-1]
            if last is None or term.start.first <= last + dt.timedelta(days=1):
                joined[-1] = (begin, None if last is None or end is None else max(last, end))
                continue
        joined.append((term.start.first, end))
    return tuple(joined)


def terms_in_words(terms: Sequence[Term], world: World) -> Bilingual:
    """«Joe Biden: President of the United States, 20 January 2021 to 20 January 2025» and the same in Arabic."""
    lines_en: list[str] = []
    lines_ar: list[str] = []
    for term in terms:
        person, office = world.people[term.person], world.offices[term.office]
        acting_en, acting_ar = (" (acting)", " (بالوكالة)") if term.status == "acting" else ("", "")
        if term.end is not None:
            since_en = f"{term.start.english} to {term.end.english}"
            since_ar = f"من {term.start.arabic} إلى {term.end.arabic}"
        else:
            since_en, since_ar = f"since {term.start.english}", f"منذ {term.start.arabic}"
        lines_en.append(f"{person.name_en}: {office.name_en}{acting_en}, {since_en}")
        lines_ar.append(f"{person.name}: {office.name_ar}{acting_ar}، {since_ar}")
    return Bilingual("; ".join(lines_en), "؛ ".join(lines_ar))
