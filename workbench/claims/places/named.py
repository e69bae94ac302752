"""Places called by their sort and a name that no table knows («ملعب جذع النخلة», «بلدة بيرنين غواري»), and unknown
names behind words of place («على مشارف أوباري»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.claims.places.sides import named_sort
from workbench.claims.places.sites import site_traits
from workbench.claims.places.ways import NAME, NEAR, SORT, way_traits, ways_of_movement
from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.names.values import PlaceName
from workbench.mentions.values import Entity

# The name can be nothing else: a word of the language behind a sort may only describe it («سوق المواشي»).
PROPER = "proper"
# Named after a person, where another report may call it by its town.
PERSONAL = "personal"
CARRIED = "one-carried"
# The ground of a match to come or of an earlier one.
OTHER_MATCH = "other-match"
_OPENING, _CLOSING = frozenset("(«\"“'‘["), frozenset(")»\"”'’]")
_LONGEST = 4
# How many words may stand between who is taken and where.
_CARRIED_REACH = 18
# «محطة لتوليد الكهرباء», «مصنع للمنسوجات»: what for, though no table knows the word.
_FOR = ("لل", "لت", "لاست", "لانت", "لاحت", "لاعت", "لاقت")
# «قصر الشاطئ»: a palace is called by whatever stands behind, but for whose it is («قصر الرئاسة»).
_PALACE, _WHOSE = frozenset(("قصر",)), frozenset(("organisation", "office", "role", "person"))
_NOUNS = ("noun", "masdar", "participle")
_LIKE_NOUNS = ("ال", "م")
_WHERE = frozenset(("في", "ب"))
_NAMED_BY = frozenset(("person", "role", "nature", "casualty", "office"))


@dataclass(frozen=True, slots=True)
class _Name:
    """``first`` to ``last`` are the tokens of the name, ``end`` the token behind all that belongs to it."""

    first: int
    last: int
    end: int
    proper: bool
    personal: bool = False
    town: str = ""


def named_place_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``of`` is the sort's word where there is one, ``value`` has the words; the traits ``sort:…`` and ``name:…`` hold
    sort and name folded, ``proper`` and ``personal`` say what sort of name it is, ``one-carried`` that one person was
    taken there; ``in:…`` names the place in which the text says it lies."""
    cues = knowledge.claim_cues
    known = {
        at for seen in view.seen for at in range(seen.first, seen.last)
        if isinstance(seen.mention.value, Entity) and seen.mention.value.id is not None
    }  # fmt: skip
    at = 0
    while at < len(view.tokens):
        facility = named_sort(view.tokens[at].key, cues.facilities)
        sort = facility or named_sort(view.tokens[at].key, cues.district | cues.town | cues.water)
        name = None
        if sort is not None and at not in known:
            name = _facility_name(view, at + 1, knowledge) if facility else _district_name(view, at + 1, knowledge)
        elif sort is None and at not in known and _is_behind_place_word(view, at, knowledge):
            name = _unknown_name(view, at)
            if name is not None and NEAR not in way_traits(view, at, knowledge):
                # «نحو منحدر», «من الخفافيش»: no table knows every noun.
                name = replace(name, proper=not view.tokens[at].key.startswith(_LIKE_NOUNS))
        elif view.tokens[at].key in cues.shore and at + 1 in view.named:
            shore = _shore(view, at, knowledge)
            if shore is not None:
                yield shore
        if name is None:
            at += 1
            continue
        yield _assertion(view, at, name, sort, knowledge)
        at = name.end


def _assertion(view: SentenceView, at: int, name: _Name, sort: str | None, knowledge: Knowledge) -> Assertion:
    span, clause = view.span(at, name.end), view.clause_of(at)
    words = " ".join(view.tokens[n].key for n in range(name.first, name.last))
    traits = {f"{NAME}{words}"} | way_traits(view, at, knowledge)
    if sort is not None:
        traits.add(f"{SORT}{sort}")
        traits |= site_traits(view, at, False, knowledge)
    if name.proper:
        traits.add(PROPER)
    if name.personal:
        traits.add(PERSONAL)
    cues = knowledge.claim_cues
    keys = {token.key.removeprefix("و") for token in view.tokens[clause.first : clause.last]}
    if sort in cues.ground and keys & (cues.stage_won | cues.other_match):
        traits.add(OTHER_MATCH)
    place = name.town or _lies_in(view, name.end, knowledge)
    if place:
        traits.add(f"in:{place}")
    context = view.context(clause.first, clause.last)
    if sort in knowledge.claim_cues.institution:
        # Who was taken there is told in the words before: «أصيبت فلانة بكسر، ونُقلت إلى مستشفى …».
        context = view.context(0, len(view.tokens))
        if _one_is_carried(view, at, knowledge):
            traits.add(CARRIED)
    return Assertion(
        "place", span, view.span(clause.first, clause.last), "", sort or "",
        Entity(None, view.reading.text[span.start : span.end]), context=context, traits=frozenset(traits),
    )  # fmt: skip


def _shore(view: SentenceView, at: int, knowledge: Knowledge) -> Assertion | None:
    """«السواحل اليمنية»: the country, where something sails from or to its shores."""
    entry, traits = _first_entry(view, at + 1), way_traits(view, at, knowledge)
    if entry is None or entry.kind != "nationality" or not ways_of_movement(traits):
        return None
    span, clause, id = view.span(at, at + 2), view.clause_of(at), view.named[at + 1]
    name = view.reading.text[span.start : span.end]
    return Assertion(
        "place", span, view.span(clause.first, clause.last), "", "", PlaceName(id, name, (id,)),
        context=view.context(clause.first, clause.last), traits=traits,
    )  # fmt: skip


def _facility_name(view: SentenceView, at: int, knowledge: Knowledge) -> _Name | None:
    """What names a facility: a person, a known body, words that no table knows, a word by which such things are called
    («الجمهورية»), a noun and what it is of («جذع النخلة»). An adjective alone («ميداني») names nothing."""
    if at >= len(view.tokens) or view.tokens[at].key.startswith(_FOR):
        return None
    quoted = _quoted(view, at)
    if quoted is not None:
        return quoted
    seen = next((one for one in view.seen if one.first == at), None)
    if seen is not None and seen.mention.type in ("person", "organisation"):
        return _Name(at, seen.last, seen.last, True, seen.mention.type == "person")
    dated = next((one for one in view.seen if one.first == at - 1 and one.last > at), None)
    if dated is not None and view.tokens[at].kind == "number":
        return _Name(at, dated.last, dated.last, True)  # «ملعب 5 يوليو»
    ground = named_sort(view.tokens[at - 1].key, knowledge.claim_cues.ground)
    if seen is not None and seen.mention.type == "place" and ground:
        return _Name(at, seen.last, _past_adjectives(view, seen.last), True, town=_town_of(seen, knowledge))
    if seen is not None or view.tokens[at].kind != "word":
        return None
    given = knowledge.world.words.given
    last = _called_after(view, at, given)
    if last > at:
        return _Name(at, last, _past_adjectives(view, last), True, True)
    entry = _first_entry(view, at)
    behind = _first_entry(view, at + 1)
    definite = view.tokens[at].key.startswith("ال")
    if _is_unknown(view, at) or (view.tokens[at].key in given and _goes_on(view, at + 1, given)):
        last = at + 1
        while last < len(view.tokens) and last - at < _LONGEST and _goes_on(view, last, given):
            last += 1
        personal = view.tokens[at].key in given
        return _Name(at, last, _past_adjectives(view, last), True, personal)
    if entry is None:
        return None
    if definite:
        naming = any(one.concept in knowledge.claim_cues.naming_concepts for one in view.entries[at][:2])
        palace = named_sort(view.tokens[at - 1].key, _PALACE) is not None and entry.pos == "noun"
        naming = naming or (palace and entry.kind not in _WHOSE)
        if entry.pos not in ("noun", "masdar") and not naming:
            return None
        return _Name(at, at + 1, at + 1, naming)
    if entry.pos == "adjective" and behind is not None and _is_definite_adjective(behind):
        return _Name(at, at + 1, _past_adjectives(view, at + 1), True)  # «مستشفى بشري الحكومي»
    town = next((one.last for one in view.seen if one.first == at + 1 and one.mention.type == "place"), 0)
    of = town or _is_unknown(view, at + 1) or (behind is not None and behind.pos == "noun" and behind.definite)
    one = entry.pos == "noun" and entry.kind in _NAMED_BY and entry.number == "singular" and not entry.enclitic
    return _Name(at, town or at + 2, town or at + 2, True) if one and of else None


def _town_of(seen: Seen, knowledge: Knowledge) -> str:
    """The town by which a ground is called: «ملعب عمان», which is no state's."""
    value = seen.mention.value
    ids = value.candidates if isinstance(value, PlaceName) else ()
    towns = [id for id in ids if not knowledge.geography.is_wide(id)]
    return towns[0] if len(towns) == 1 else ""


def _called_after(view: SentenceView, at: int, given: frozenset[str]) -> int:
    """Where a person's name behind a sort ends: «الحسن», «الأمير محمد»; where it begins, if it is none."""
    if not view.tokens[at].key.startswith("ال") or view.tokens[at].kind != "word":
        return at
    entry = _first_entry(view, at)
    if entry is not None and entry.kind in ("role", "office") and entry.number == "singular":
        return at + 2 if at + 1 < len(view.tokens) and view.tokens[at + 1].key in given else at
    return at + 1 if view.tokens[at].key.removeprefix("ال") in given and (entry is None or entry.pos != "noun") else at


def _district_name(view: SentenceView, at: int, knowledge: Knowledge) -> _Name | None:
    """What names a town, village, quarter: words that no table knows, or an adjective with the article, which can say
    nothing of a noun without («مديرية الجراحي»)."""
    if at >= len(view.tokens):
        return None
    quoted = _quoted(view, at)
    if quoted is not None:
        return quoted
    if any(one.first == at for one in view.seen if one.mention.type not in ("place", "organisation", "office")):
        return None
    unknown = _unknown_name(view, at) or _headed_name(view, at, knowledge)
    if unknown is None and at > 0 and named_sort(view.tokens[at - 1].key, knowledge.claim_cues.water) is not None:
        # «نهر فانج»: no verb stands right behind the bare word.
        entry = _first_entry(view, at)
        return _Name(at, at + 1, at + 1, True) if entry is not None and entry.pos == "verb" else None
    if unknown is not None:
        return unknown
    entry = _first_entry(view, at)
    if entry is None or entry.kind == "time":
        return None
    naming = entry.definite and entry.concept in knowledge.claim_cues.naming_concepts
    if naming or (_is_definite_adjective(entry) and len(view.entries[at]) == 1):
        return _Name(at, at + 1, at + 1, True)
    return None


def _unknown_name(view: SentenceView, at: int) -> _Name | None:
    if not _is_unknown(view, at):
        return None
    last = at + 1
    if not view.tokens[at].key.startswith("ال"):
        while last < len(view.tokens) and last - at < _LONGEST - 1 and _goes_on(view, last, frozenset()):
            last += 1
    return _Name(at, last, last, True)


def _headed_name(view: SentenceView, at: int, knowledge: Knowledge) -> _Name | None:
    """«ود شريفي», «بئر الحلو»: a word of the language with which villages' names begin, and one that no table knows, or
    a noun; «دير قديم» is only described."""
    if at + 1 >= len(view.tokens) or at in view.named or view.tokens[at].key not in knowledge.claim_cues.place_heads:
        return None
    behind = _first_entry(view, at + 1)
    # News has no «my noble one».
    mine = any(one.enclitic == "ي" for one in view.entries[at + 1][:3])
    named = mine or behind is None or behind.pos in _NOUNS or (behind.definite and behind.pos != "verb")
    if view.tokens[at + 1].kind != "word" or not named or at + 1 in view.named:
        return None
    return _Name(at, at + 2, at + 2, True)


def _quoted(view: SentenceView, at: int) -> _Name | None:
    """«مدينة (غولحصار)», «مستشفى «أطباء بلا حدود»»"""
    if view.tokens[at].text not in _OPENING:
        return None
    for last in range(at + 2, min(at + _LONGEST + 2, len(view.tokens))):
        if view.tokens[last].text in _CLOSING:
            words = view.tokens[at + 1 : last]
            return _Name(at + 1, last, last + 1, True) if all(one.kind == "word" for one in words) else None
    return None


def _is_behind_place_word(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether an unknown word stands where only a place can: «على مشارف أوباري», «أبحر من أوبوك»."""
    if not _is_unknown(view, at) or view.tokens[at].key in knowledge.world.words.given:
        return False
    return bool(ways_of_movement(way_traits(view, at, knowledge)))


def _is_unknown(view: SentenceView, at: int) -> bool:
    return at in view.stems and len(view.tokens[at].key) > 2 and not view.tokens[at].key.startswith("لل")


def _goes_on(view: SentenceView, at: int, given: frozenset[str]) -> bool:
    """Whether a word belongs to the name before it: unknown too, or a name, and no future verb («ستحتضن»)."""
    if at >= len(view.tokens) or view.tokens[at].kind != "word":
        return False
    key = view.tokens[at].key
    # «هدفي»: news has no «my goals», it is somebody's last name.
    mine = given and key.endswith("ي") and not view.tokens[at - 1].key.startswith("ال")
    if key in given or (mine and any(one.enclitic == "ي" and one.kind != "numeral" for one in view.entries[at][:3])):
        return True
    return _is_unknown(view, at) and not key.startswith(("ست", "سي", "ي"))


def _past_adjectives(view: SentenceView, at: int) -> int:
    """Behind «الحكومي», «الدولي», which belong to the words of the place, not to its name."""
    while at < len(view.tokens) and at not in view.named:
        entry = _first_entry(view, at)
        if entry is None or not _is_definite_adjective(entry):
            break
        at += 1
    return at


def _is_definite_adjective(entry: Entry) -> bool:
    return entry.pos == "adjective" and entry.definite and entry.kind not in ("time", "nationality")


def _first_entry(view: SentenceView, at: int) -> Entry | None:
    return view.entries[at][0] if at < len(view.entries) and view.entries[at] else None


def _lies_in(view: SentenceView, at: int, knowledge: Knowledge) -> str:
    """The known place behind «في» or «ب»: «مطار محمد الخامس بالدار البيضاء», «ستاد الحسن بمدينة إربد»."""
    if at >= len(view.tokens):
        return ""
    within = view.tokens[at].key in _WHERE
    first = at + within
    if within or view.tokens[at].plain.startswith("ب"):
        word = view.tokens[first].key if first < len(view.tokens) else ""
        towns = knowledge.claim_cues.town
        if word in towns or (not within and word.removeprefix("ب") in towns):
            first += 1
        for seen in view.seen:
            value = seen.mention.value
            if isinstance(value, PlaceName) and value.id is not None and seen.first in (first, at + within):
                return value.id
    return ""


def _one_is_carried(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether the words before say that one person was taken: «نُقل إلى», not «نُقل الجرحى إلى»."""
    for before in range(at - 1, max(at - _CARRIED_REACH, 0) - 1, -1):
        entries = view.entries[before]
        taken = any(entry.concept in knowledge.claim_cues.carrying_concepts for entry in entries[:3])
        if taken:
            verb = next(entry for entry in entries if entry.concept in knowledge.claim_cues.carrying_concepts)
            return verb.number == "singular" and verb.enclitic in ("", "ه", "ها")
        if any(
            entry.number in ("plural", "dual") and entry.pos in ("noun", "participle")
            and entry.kind not in ("numeral", "time") for entry in entries[:1]
        ):
            return False  # «نُقل الجرحى»; but «البالغة ثلاثة وأربعين عاما»
        if any(one.first == before and one.mention.type in ("number", "quantity") for one in view.seen):
            return False
    return False
