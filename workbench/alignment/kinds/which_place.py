"""Which place a claim names: by identifier or by its own words, and of what sort it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.alignment.likeness import one_name
from workbench.claims.places.sides import named_sort
from workbench.claims.places.ways import NAME, SORT
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.mentions.names.values import is_doubtful
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Nearer than this, two towns may be given for what lies between them.
FAR_KM = 40
_VILLAGE = "قريه"
_NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Place:
    """``id`` where the tables know the place, ``name`` its folded words without the sort's, ``sort`` the sort's word
    («ملعب»), ``group`` the sort's concept; ``facility``: something built, ``alone``: of a sort that a story has one
    of."""

    id: str
    name: str
    sort: str
    group: str
    facility: bool
    alone: bool


def place_of(claim: Claim, knowledge: Knowledge, words: Memory | None = None) -> Place:
    """The place that a claim of kind place names."""
    cues = knowledge.claim_cues
    said = claim.of if f"{SORT}{claim.of}" in claim.traits else _told(claim, SORT)
    name = _told(claim, NAME)
    if not name:
        whole = key(claim.text)
        first, _, rest = whole.partition(" ")
        sort = named_sort(first, cues.place_sorts)
        said, name = (sort, rest) if sort is not None and rest and not said else (said, whole)
        if name == whole and whole[:1] in "بل" and known_place(claim):
            # «بغداد» keeps its letter, «بالدار البيضاء» is known by its identifier.
            name = key(claim.value.name) if isinstance(claim.value, Entity) else whole
    facility = said in cues.facility or said in cues.institution
    return Place(known_place(claim), name, said, _group(said, knowledge, words), facility, said in cues.facility)


def _told(claim: Claim, mark: str) -> str:
    """What a trait says behind its mark; of several the first by the alphabet, so that it is always the same one."""
    return min((trait.removeprefix(mark) for trait in claim.traits if trait.startswith(mark)), default="")


def known_place(claim: Claim) -> str:
    """The identifier of a claim's place; empty where none is certain."""
    value = claim.value
    return value.id or "" if isinstance(value, Entity) and not is_doubtful(value) else ""


def same_sort(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two words are of one sort: «ملعب» and «استاد», «بلدة» and «مدينة»."""
    return one == other or _group(one, knowledge) == _group(other, knowledge)


def village_and_town(one: Place, other: Place) -> bool:
    """Whether one is a village and the other is none: what no table knows may lie in the town's district."""
    return (one.sort == _VILLAGE) != (other.sort == _VILLAGE)


def are_one(one: Place, other: Place, knowledge: Knowledge) -> bool:
    """Whether two places are the same: by identifier, or by name where their sorts allow it."""
    if one.facility != other.facility and (one.facility or other.facility):
        return False
    if one.facility and not same_sort(one.sort, other.sort, knowledge):
        return False
    if not one.facility and one.id and other.id:
        return one.id == other.id
    if one.id == other.id and one.id and one.name == other.name:
        return True
    if not one.facility and one.sort and other.sort and not same_sort(one.sort, other.sort, knowledge):
        return False
    names = [_NOT_WORDS.sub(" ", place.name).strip() for place in (one, other)]
    return one_name(names[0], names[1]) or _mean_one(names[0], names[1], knowledge)


def _mean_one(one: str, other: str, knowledge: Knowledge) -> bool:
    """«مدرسة الاستخبارات», «مدرسة المخابرات»: the same words but for synonyms."""
    words = [name.split() for name in (one, other)]
    if len(words[0]) != len(words[1]):
        return False
    return all(
        a == b or ((concept := knowledge.lexicon.concept(a)) is not None and concept == knowledge.lexicon.concept(b))
        for a, b in zip(*words, strict=True)
    )


def _group(sort: str, knowledge: Knowledge, words: Memory | None = None) -> str:
    if sort in knowledge.claim_cues.town:
        return "town"
    return knowledge.lexicon.concept(sort, words) or sort if sort else ""
