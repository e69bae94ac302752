"""Places said to lie where they do not: near what is far, in what they are not in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

from workbench.checks.keys import finding_key
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding
from workbench.checks.wording import shortened
from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.geography import Geography
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Entity, Mention, ToldSentence
from workbench.text.tokens import read_tokens
from workbench.text.values import Bilingual

# Nobody calls what is sixty kilometres away «near».
NEAR_KM = 60.0
_MOST_WORDS_BETWEEN = 4
_FARTHEST = 40  # characters between two places
_LONGEST = 120


def check_places(subject: Subject) -> Iterable[Finding]:
    """One finding for each pair of places that an article puts together against the table of places."""
    sentences = zip(subject.reading.article.sentences, subject.reading.told, strict=True)
    for sentence, told in sentences:
        for fault in subject.memory.recall("places", told, partial(_faults, told, subject.knowledge)):
            yield _finding(subject, sentence.start, fault)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Places ``ids`` of the table that the words from ``start`` to ``end`` of a sentence put together wrongly."""

    rule: Literal["near", "in"]
    start: int
    end: int
    ids: tuple[str, str]
    message: Bilingual


def _faults(told: ToldSentence, knowledge: Knowledge) -> tuple[_Fault, ...]:
    geography, cues = knowledge.geography, knowledge.claim_cues
    places = [mention for mention in told.mentions if _known(mention, geography)]
    pairs = pairwise(places)
    return tuple(fault for first, second in pairs for fault in _judged(told, first, second, geography, cues))


def _known(mention: Mention, geography: Geography) -> bool:
    value = mention.value
    return mention.type == "place" and isinstance(value, Entity) and value.id in geography.places


def _judged(
    told: ToldSentence, first: Mention, second: Mention, geography: Geography, cues: ClaimCues
) -> Iterator[_Fault]:
    assert isinstance(first.value, Entity)
    assert isinstance(second.value, Entity)
    one, other = first.value.id, second.value.id
    if one is None or other is None or second.start - first.end > _FARTHEST:
        return
    keys = [token.key for token in read_tokens(told.reading.text[first.end : second.start])]
    words = [key for key in keys if key not in cues.between_places and key not in ("،", ",")]
    if len(keys) > _MOST_WORDS_BETWEEN or len(words) != 1 or geography.is_wide(one):
        return
    (en_a, ar_a), (en_b, ar_b) = geography.names(one), geography.names(other)
    near = cues.near | cues.near_front | cues.neighbouring
    if words[0] in near and not geography.is_wide(other) and not geography.touch(one, other):
        distance = geography.distance(one, other)
        if distance is not None and distance > NEAR_KM:
            message = Bilingual(
                f"{en_a} does not lie near {en_b}: they are some {distance:.0f} km apart.",
                f"لا تقع {ar_a} قرب {ar_b}: تفصل بينهما نحو {distance:.0f} كيلومترا.",
            )
            yield _Fault("near", first.start, second.end, (one, other), message)
    elif words[0] in cues.lying_in and geography.places[other].kind in ("governorate", "country"):
        home = _same_kind_above(one, other, geography)
        if home is not None and home != other:
            en_home, ar_home = geography.names(home)
            message = Bilingual(
                f"{en_a} lies in {en_home}, not in {en_b}.", f"تقع {ar_a} في {ar_home} لا في {ar_b}."
            )
            yield _Fault("in", first.start, second.end, (one, other), message)


def _same_kind_above(inner: str, outer: str, geography: Geography) -> str | None:
    """The governorate (or country) that the table puts a place in, where it was put into another one."""
    kind = geography.places[outer].kind
    return next(
        (id for id in geography.upwards(inner) if id in geography.places and geography.places[id].kind == kind), None
    )


def _finding(subject: Subject, origin: int, fault: _Fault) -> Finding:
    where = shortened(subject.reading.article, origin + fault.start, origin + fault.end, _LONGEST)
    name = f"contradiction.place.{fault.rule}"
    sources = "; ".join(f"{id}: {subject.knowledge.geography.places[id].source}" for id in fault.ids)
    return Finding(
        key=finding_key(name, (where.text,), fault.ids),
        family="contradiction",
        kind="place",
        scope="internal",
        severity="medium",
        confidence=0.8,
        rule=name,
        places=(where,),
        message=fault.message,
        evidence=(
            Evidence(
                Bilingual("From the program's table of places.", "من جدول الأماكن في البرنامج."), f"places ({sources})"
            ),
        ),
    )
