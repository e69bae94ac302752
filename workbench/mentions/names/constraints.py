"""What the office-holders of an article say of the days it may be from: help for dating it."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Sequence

from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.world import World
from workbench.mentions.dating import Constraint
from workbench.mentions.names.holdings import Holding, find_holdings
from workbench.mentions.names.resolution import resolve_names
from workbench.mentions.names.values import OfficeName, PersonName
from workbench.mentions.values import SentenceReading
from workbench.text.values import Article, Bilingual

Intervals = tuple[tuple[dt.date, dt.date | None], ...]  # days, both ends included; an open end is None

_FEW_DAYS = 31  # a stop-gap holder dates nothing: the words may as well be wrong
_COURTESY = frozenset(("president", "king", "emir", "sultan", "prime-minister", "vice-president"))


def office_constraints(
    article: Article, readings: Sequence[SentenceReading], world: World
) -> tuple[Constraint, ...]:
    """What the sitting holders named in an undated article say of its date, one constraint a person. Sentences that
    give a time of their own or speak of another one, and titles that the text itself changes (former, elect, then …),
    constrain nothing; of holders whose terms never met, those that fit the others least are left out."""
    holdings: list[Holding] = []
    named = [
        mention.moved(sentence.start)
        for sentence, reading in zip(article.sentences, readings, strict=True)
        for mention in reading.mentions
        if isinstance(mention.value, (PersonName, OfficeName))
    ]
    rest = deque(resolve_names(named, world))
    for number, (sentence, reading) in enumerate(zip(article.sentences, readings, strict=True)):
        inside = []
        while rest and rest[0].start < sentence.end:
            inside.append(rest.popleft())
        if not inside or any(mention.type in ("date", "time") for mention in reading.mentions):
            continue
        found = find_holdings(number, sentence.start, reading.tokens, inside, world)
        if found and next(world.words.near.find(reading.tokens), None) is None:
            holdings += found
    sitting = [
        holding
        for holding in holdings
        if not holding.modes
        and len(holding.people) == 1
        and not by_courtesy(holding, world)
        and held_terms(holding, world)
    ]
    return _constraints(without_the_odd(sitting, article.text, world), world)


def by_courtesy(holding: Holding, world: World) -> bool:
    """Whether a title may be no more than courtesy towards a former holder: «الرئيس مبارك», without a country, or a
    movement's leader whom newspapers call so for good («زعيم القاعدة أسامة بن لادن»)."""
    if fell_in_office(holding, world):
        return True
    kinds = {world.offices[office].kind for office in holding.offices}
    return not holding.country and holding.form == "title-before" and not kinds.isdisjoint(_COURTESY)


def fell_in_office(holding: Holding, world: World) -> bool:
    """Whether somebody led a movement or a force, no state, until he died: nobody says «late» of him each time."""
    terms = held_terms(holding, world)
    return bool(terms) and all(
        not world.offices[term.office].country.isupper() and term.end is not None for term in terms
    ) and terms[-1].how_ended in ("killed", "died")


def _constraints(holdings: Sequence[Holding], world: World) -> tuple[Constraint, ...]:
    found: dict[str, Constraint] = {}
    for holding in holdings:
        person = holding.people[0]
        if person in found:
            continue
        terms = held_terms(holding, world)
        others = [intervals_of(held_terms(other, world)) for other in holdings if other.people != holding.people]
        mine = intervals_of(terms)
        fitting = [interval for interval in mine if all(have_met((interval,), theirs) for theirs in others)] or mine
        begin, end = fitting[0][0], fitting[-1][1]
        if end is not None and (end - begin).days <= _FEW_DAYS:
            continue
        told = terms_in_words(terms, world)
        why = Bilingual(
            f"It speaks of a sitting office-holder ({told.en})", f"يذكر صاحب منصب وهو في منصبه ({told.ar})"
        )
        found[person] = Constraint(begin, end, why)
    return tuple(found.values())


def without_the_odd(sitting: Sequence[Holding], text: str, world: World) -> list[Holding]:
    """The holdings without those whose terms never met the others', the least steady first to go."""
    left = list(sitting)
    while True:
        clashes = {
            at: sum(1 for other in left if clash(holding, other, world)) for at, holding in enumerate(left)
        }
        worst = max(clashes.values(), default=0)
        if worst == 0:
            return left
        odd = min((at for at in clashes if clashes[at]), key=lambda at: (-clashes[at], steadiness(left[at], text)))
        person = left[odd].people
        left = [holding for holding in left if holding.people != person]


def clash(one: Holding, other: Holding, world: World) -> bool:
    """Whether two people cannot have sat at the same time under the titles given them."""
    if set(one.people) & set(other.people):
        return False
    return not have_met(intervals_of(held_terms(one, world)), intervals_of(held_terms(other, world)))


def steadiness(holding: Holding, text: str) -> tuple[float, ...]:
    """How surely a holding is put, more being surer: not in square brackets, with a title, a full name, early."""
    bracketed = text.rfind("[", 0, holding.start) > text.rfind("]", 0, holding.start)
    return (
        -float(bracketed), float(holding.form != "administration"), float(holding.full), float(-holding.start)
    )  # fmt: skip


def have_met(one: Intervals, other: Intervals) -> bool:
    """Whether two sets of terms share more than a day of handing over."""
    for begin, end in one:
        for start, stop in other:
            if min(end or dt.date.max, stop or dt.date.max) > max(begin, start):
                return True
    return False


def held_terms(holding: Holding, world: World) -> tuple[Term, ...]:
    """The terms that a title may speak of, in order."""
    return tuple(
        sorted(
            (term for id in holding.people for term in world.terms_of(id) if term.office in holding.offices),
            key=lambda term: term.start.first,
        )
    )


def intervals_of(terms: Sequence[Term]) -> Intervals:
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
