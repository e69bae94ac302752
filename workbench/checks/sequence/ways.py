"""Two deeds of one course of things that not one and the same does: setting out and what befalls on the way,
what happens and those who come to help."""

from __future__ import annotations

from workbench.checks.sequence.clock_deeds import ClockDeed, of_one_thing
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import CountedNoun
from workbench.text.normal import key

_NEAR = 1  # sentences between the two


def tied(earlier: ClockDeed, later: ClockDeed, tie: str, knowledge: Knowledge) -> bool:
    """Whether the words make the two one course, as ``tie`` wants it (see ``Course``)."""
    if tie not in ("way", "rescue") or abs(later.sentence - earlier.sentence) > _NEAR:
        return False
    if any(knowledge.order.cues["another"] & deed.words for deed in (earlier, later)):
        return False
    if tie == "rescue":
        return _of_rescuers(later, knowledge) and _happens(earlier, knowledge)
    if _of_rescuers(earlier, knowledge):
        return False  # the ambulance sets out after the accident
    first, second = sorted((earlier, later), key=lambda deed: (deed.sentence, deed.spot.first))
    if not second.subject and not second.definite and of_one_thing(first, second, knowledge):
        return True
    return _on_the_way(later, knowledge) or _befalls(earlier, later, knowledge)


def _on_the_way(later: ClockDeed, knowledge: Knowledge) -> bool:
    """«لدى مرور سيارته», «استهدفت موكبه»: a vehicle or a way, and whose it is."""
    return any(
        noun.enclitic and (noun.kind == "vehicle" or key(noun.lemma) in knowledge.order.cues["passing"])
        for noun in _nouns(later, knowledge)
    )


def _befalls(earlier: ClockDeed, later: ClockDeed, knowledge: Knowledge) -> bool:
    """«القطار غادر المحطة … والتصادم وقع»: a vehicle sets out, and the accident told of is one of vehicles."""
    if not later.definite or later.subject not in knowledge.order.cues["befallen"]:
        return False
    noun = knowledge.lexicon.noun(earlier.subject)
    return noun is not None and noun.kind == "vehicle"


def _happens(earlier: ClockDeed, knowledge: Knowledge) -> bool:
    noun = knowledge.lexicon.noun(earlier.subject) if earlier.subject else None
    return noun is not None and noun.kind == "event"


def _of_rescuers(deed: ClockDeed, knowledge: Knowledge) -> bool:
    rescuers = knowledge.order.cues["rescuers"]
    bare = {word.removeprefix("و").removeprefix("ال") for word in deed.words}
    return bool(rescuers & (deed.things | bare | {key(noun.lemma) for noun in _nouns(deed, knowledge)}))


def _nouns(deed: ClockDeed, knowledge: Knowledge) -> list[CountedNoun]:
    found = (knowledge.lexicon.noun(word) for word in deed.words)
    return [noun for noun in found if noun is not None]
