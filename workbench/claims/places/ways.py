"""How a place stands to what happened: where, whence, whither, under whose flag, near it, first of all, next time."""

from __future__ import annotations

from workbench.claims.places.sides import named_sort
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

WHENCE, WHITHER, FLAG, SCENE, SORT, NAME = "whence", "whither", "flag", "scene:", "sort:", "name:"
NEAR, CENTRE, FIRST, NEXT, HANDED = "near", "centre", "first-case", "next", "handed-over"
FLAGGED = "flagged:"
FUELLED, SIGNED = "fuelled", "signed"
VEHICLE, MOVED = "vehicle", "moved"
_PREFIX = "ب"
_BRACKETS = frozenset("(«\"“'‘[")
_ITSELF, _MOVED = "itself", "moved"
# How many words may stand between what is first and where, between the one who leaves and what it leaves.
_REACH, _BESIDE = 16, 3
_QUAKE = "quake"
_STANDING = frozenset((WHENCE, WHITHER, CENTRE, FIRST, NEXT, HANDED))


def way_traits(view: SentenceView, first: int, knowledge: Knowledge) -> frozenset[str]:
    """Traits of the place that begins at token ``first``: ``whence`` or ``whither`` of something that moves («أبحر من
    مدينة زوارة», «غادر ميناء المخا متوجها إلى جيبوتي»), ``vehicle`` where the sentence names what moves, ``moved``
    where others move it («نُقل إلى»); ``flag`` («ترفع علم بنما»); ``scene:deal`` for where a deal was made («وقعت في
    نيروبي اتفاقا», «شهدت بريتوريا توقيع الاتفاق»); ``near`` («على مقربة من»), ``centre`` of a quake, ``first-case`` of
    an outbreak, ``next`` for where something is to be held next, ``handed-over`` for where people were;
    ``fuelled`` where something took on fuel, ``signed`` where what the story is about was signed, ``flagged:…`` beside
    ``flag`` what flies it; ``sort:ميناء`` where the word before says so («ميناء بوشهر»)."""
    cues = knowledge.claim_cues
    at = first - 1
    while at >= 0 and (_is_head(view, at, knowledge) or _is_nation(view, at) or view.tokens[at].text in _BRACKETS):
        at -= 1
    sort = named_sort(view.tokens[first - 1].key, cues.facility) if first else None
    found = {f"{SORT}{sort}"} if sort is not None else set()
    return frozenset(found | _ways(view, at, first, knowledge) | _spots(view, at, first, knowledge))


def standing(traits: frozenset[str]) -> frozenset[str]:
    """Of the traits of a place those by which a story has one such place."""
    return traits & _STANDING


def ways_of_movement(traits: frozenset[str]) -> frozenset[str]:
    """Of the traits of a place those that make any word behind them a place's name."""
    return traits & {WHENCE, WHITHER, NEAR}


def _ways(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> frozenset[str]:
    """What token ``at`` makes of the place behind it, heads and adjectives between."""
    if at < 0:
        return frozenset()
    cues = knowledge.claim_cues
    word = view.tokens[at].key
    registered = word in cues.inside and at > 0 and view.tokens[at - 1].key.removeprefix("و") in cues.registered
    if word in cues.flag or registered:
        vessel = _vessel(view, at)
        # Patients and voters are registered too.
        return frozenset((FLAG, *vessel)) if vessel or not registered else frozenset()
    clause = view.clause_of(first)
    if word in cues.host:
        return frozenset(f"{SCENE}{trigger.family}" for trigger in view.triggers if trigger.at > first)
    inside = any(_is_joined(view, near, knowledge) for near in range(at + 1, first + 1))
    if word in cues.inside or inside:
        return frozenset(
            f"{SCENE}{trigger.family}" for trigger in view.triggers if clause.first <= trigger.at < clause.last
        )
    if _is_beside(view, at, knowledge):
        return frozenset()
    way = WHENCE if word in cues.whence else WHITHER if word in cues.whither else ""
    moves = _moves(view, clause.first, at, knowledge) if way else ""
    if not moves and _is_left(view, at, first, knowledge):
        way, moves = WHENCE, _ITSELF
    if not moves:
        return frozenset()
    vehicle = moves == _ITSELF and any(entry.kind == "vehicle" for entries in view.entries for entry in entries[:1])
    return frozenset((way, VEHICLE) if vehicle else (way,) if moves == _ITSELF else (way, MOVED))


def _vessel(view: SentenceView, at: int) -> frozenset[str]:
    """``flagged:…``: the nearest vehicle named before a flag."""
    for near in range(at - 1, max(-1, at - _REACH), -1):
        for entry in view.entries[near][:1]:
            if entry.kind == "vehicle" and entry.number == "singular":
                return frozenset((f"{FLAGGED}{entry.concept}",))
    return frozenset()


def _is_joined(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether «في» is written onto a word («بمراكش», «بمدينة»); «بغداد» and «بلدة» begin so by themselves."""
    word = view.tokens[at].key
    cues = knowledge.claim_cues
    sorts = cues.located_sorts
    return word.startswith(_PREFIX) and word not in sorts and word not in knowledge.world.names.longest


def _is_left(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> bool:
    """«غادر ميناء المخا», «مغادرة العبّارة ميناء سيدي يوسف»: the place is what somebody left."""
    for near in range(at, max(at - _BESIDE, view.clause_of(first).first - 1), -1):
        entry = view.entry(near)
        if entry is None:
            # The name of who leaves.
            continue
        if entry.concept in knowledge.claim_cues.quitting_concepts and entry.pos in ("verb", "masdar", "noun"):
            return True
        if entry.pos in ("verb", "masdar", "particle"):
            return False
    return False


def _is_head(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«مدينة», «ميناء», «شاطئ» before the name."""
    cues, word = knowledge.claim_cues, view.tokens[at].key
    if word in cues.whence:
        return False
    return any(
        named_sort(word, sorts) is not None
        for sorts in (cues.side_of, cues.facility, cues.district, cues.shore, cues.town)
    )


def _is_nation(view: SentenceView, at: int) -> bool:
    """«العاصمة الكينية نيروبي»"""
    return any(entry.pos == "adjective" and entry.kind == "nationality" for entry in view.entries[at][:1])


def _moves(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> str:
    """Whether the nearest verb, verbal noun or participle of tokens ``first`` to ``last`` is one of moving oneself
    or of being moved, or a word for somebody's way stands there («في طريقه من», «ووجهته»); empty where none is, or
    where a distance is told («كانت تبحر على بعد 22 كيلومترا من»)."""
    cues = knowledge.claim_cues
    for at in range(last - 1, first - 1, -1):
        if view.tokens[at].key in cues.on_the_way:
            return _ITSELF
        if view.tokens[at].key in cues.distance:
            return ""
        for entry in view.entries[at]:
            if entry.kind == "move" and entry.concept not in cues.staying_concepts:
                return _ITSELF
            if entry.concept in cues.moving_concepts:
                return _MOVED if entry.concept in cues.carrying_concepts else _ITSELF
        if any(entry.pos in ("verb", "masdar") for entry in view.entries[at][:1]):
            return ""
    return ""


def _spots(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> frozenset[str]:
    """What the sentence says of the place, but for ways of moving."""
    cues, found = knowledge.claim_cues, set()
    clause = view.clause_of(first)
    before = view.tokens[at].key if at >= 0 else ""
    if before in cues.near or _is_beside(view, at, knowledge):
        found.add(NEAR)
    quake = any(trigger.family == _QUAKE for trigger in view.triggers)
    if quake and view.has_key(cues.centre, clause.first, first) is not None:
        found.add(CENTRE)
    if _is_first(view, max(0, first - _REACH), first, knowledge):
        found.add(FIRST)
    for near in range(clause.first + 1, clause.last):
        entry = view.entry(near)
        if entry is not None and entry.concept in cues.next_concepts and entry.definite:
            noun = view.entry(near - 1)
            if noun is not None and noun.concept in cues.occasion_concepts:
                found.add(NEXT)
    if _is_signed(view, at, first, knowledge):
        found.add(SIGNED)
    if _is_fuelled(view, clause.first, clause.last, knowledge):
        found.add(FUELLED)
    last = view.clause_of(clause.last).last if clause.last < len(view.tokens) else clause.last
    if any(
        entry.concept in cues.handing_concepts and not entry.definite  # «ساحة التحرير»
        for entries in view.entries[clause.first : last] for entry in entries[:1]
    ):
        found.add(HANDED)
    return frozenset(found)


def _is_signed(view: SentenceView, at: int, first: int, knowledge: Knowledge) -> bool:
    """«مراسم التوقيع في مسقط», «وُقع العقد في طوكيو»: where what was told of is signed, not where «عقدا آخر» is."""
    cues, clause = knowledge.claim_cues, view.clause_of(first)
    inside = (at >= 0 and view.tokens[at].key in cues.inside) or any(
        _is_joined(view, near, knowledge) for near in range(at + 1, first + 1)
    )
    if not inside:
        return False
    for near in range(clause.first, first):
        if not any(entry.concept in cues.signing_concepts for entry in view.entries[near][:1]):
            continue
        between = range(near, max(near + 1, at))
        if near and view.tokens[near - 1].key in cues.relative:
            return False  # «الاتفاق الذي وُقع في الرياض»
        if any(view.tokens[n].key in cues.further for n in between):
            return False
        things = [
            entry for n in between for entry in view.entries[n][:2]
            if entry.concept in cues.signed_concepts and entry.number == "singular"
        ]
        return any(entry.definite for entry in (*view.entries[near][:1], *things))
    return False


def _is_fuelled(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> bool:
    """«حطت للتزود بالوقود», «توقفت لملء خزاناتها»: one lands for fuel in one place."""
    cues = knowledge.claim_cues
    keys = [token.key for token in view.tokens[first:last]]
    return any(
        one in cues.fuelling and any(other in cues.fuel for other in keys[at + 1 : at + 1 + _BESIDE])
        for at, one in enumerate(keys)
    )


def _is_beside(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether token ``at`` ends «على مقربة من» or «غير بعيد عن»."""
    cues = knowledge.claim_cues
    if at < 1 or view.tokens[at].key not in cues.near_behind:
        return False
    before = view.tokens[at - 1].key
    return before in cues.near_front or (
        before in cues.far_word and at > 1 and view.tokens[at - 2].key in cues.negation
    )


def _is_first(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> bool:
    """«أول إصابة», «الحالة الأولى», «ظهر المرض للمرة الأولى»"""
    cues = knowledge.claim_cues
    for at in range(first, last - 1):
        one, other = view.tokens[at].key, view.tokens[at + 1].key
        if (one in cues.time_word and other in cues.first_word) or (one in cues.first_word and other in cues.time_word):
            return any(
                entry.concept in cues.emerging_concepts
                for entries in view.entries[first:last] for entry in entries
            )
        if one in cues.case_word and other in cues.first_word:
            return True
        if one in cues.first_word and other in cues.case_word:
            return True
    return False
