"""Who did what only one does: presided over a session, scored the winning goal, was named the best, built a centre."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import name_at
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.words.statement_words import SoleDeed
from workbench.mentions.names.values import is_doubtful
from workbench.mentions.values import Entity, Score

DEED = "deed"
# Among the words that tell which: «اجتماع برئاسة …», of which a day has several.
LED = "led"
# The sort of whoever may be a person or a body by the words.
ANYONE = "anyone"
_FIRST_GOAL = "first-goal"
_OF_PERSONS = frozenset(("best", "decide", "equalise"))
_OBJECT_AFTER, _OBJECT_BEFORE = 6, 8
_NAME_AFTER, _NAME_BEFORE = 12, 7
_QUALIFIES = frozenset(("adjective", "nationality", "participle"))
_FOR_WITHIN = 3
_LED_WITHIN = 7
_WHICH = 4
_AWARD_AFTER = 10
_GOAL_BEFORE = 8
_LONGEST = 6
# «دعا إليه», «وقعه عن الجبهة»
_TO_IT = frozenset("اليه اليها له لها".split())
_TITLED = frozenset(("role", "office", "person", "military"))
_OF_THE_ONE = frozenset(("own", "finance", "supervise", "delegation", "rule", "negotiate"))
_PRESIDE = "preside"
_UNDER = frozenset(("تحت",))
_TAKES_OVER = frozenset(("take-over-office", "assume"))
_FOR, _SIGN = "عن", "sign"
_TOWARDS = frozenset("مع الي علي ضد من بين لدي".split())
# Bodies whose acts another body's name may stand for.
_WIDE = frozenset(("un", "eu", "african-union", "arab-league", "nato"))


# What was done, to what, the tokens and the name of who did it, and words that tell which of several it was.
_Deed = tuple[str, str, tuple[int, int, Entity], frozenset[str]]


def deed_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind actor with the trait ``deed``: ``predicate`` is what was done (``preside``), ``of`` the concept
    of what it was done to (``session``), the value who did it."""
    found: set[tuple[str, str]] = set()
    for at in range(len(view.tokens)):
        for deed, of, who, which in (*_done(view, at, knowledge), *_best(view, at, knowledge)):
            first, last, entity = who
            polarity = polarity_at(view, at, knowledge.claim_cues)
            if polarity != "affirmed" or (deed, of) in found:
                continue
            found.add((deed, of))
            clause = view.clause_of(first)
            one = deed in _OF_PERSONS or name_at(view, first, knowledge)
            sort = (ANYONE if _may_be_body(view, first, last, knowledge) else "person") if one else _sort(view, first)
            yield Assertion(
                "actor", view.span(first, last), view.span(clause.first, clause.last), deed, of, entity,
                context=view.context(0, len(view.tokens)),
                traits=frozenset((DEED, f"sort:{sort}", *(f"which:{word}" for word in which))),
            )  # fmt: skip


def _may_be_body(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> bool:
    """«أبرشية تروخيو الكاثوليكية»: no word of a person's title before words that no table has as given names."""
    titled = first > 0 and any(one.kind in _TITLED for one in view.entries[first - 1][:2])
    known = any(seen.first == first and seen.mention.type == "person" for seen in view.seen)
    given = any(view.tokens[at].key in knowledge.world.words.given for at in range(first, last))
    origin = first > 0 and any(one.kind == "nationality" for one in view.entries[first - 1][:1])
    return not (titled or known or given or origin)


def _done(view: SentenceView, at: int, knowledge: Knowledge) -> Iterator[_Deed]:
    """What a verb or a role says was done, where the table has it for one alone."""
    for entry in view.entries[at][:3]:
        for deed in knowledge.sole_deeds:
            found = None
            if entry.pos == "noun" and entry.concept in deed.roles:
                found = _role(view, at, deed, knowledge)
            elif entry.concept in deed.verbs and entry.pos in ("masdar", "noun") and _brings_in(view, at, entry):
                found = _led(view, at, deed, knowledge)
            elif entry.concept in deed.verbs and (entry.pos == "verb" or _is_taken_over(view, at)):
                found = _by_verb(view, at, entry, deed, knowledge)
            if found is not None:
                yield found
                return


def _brings_in(view: SentenceView, at: int, entry: Entry) -> bool:
    """«برئاسة», «تحت قيادة»"""
    return entry.proclitics == "ب" or (at > 0 and view.tokens[at - 1].key in _UNDER)


def _is_taken_over(view: SentenceView, at: int) -> bool:
    """«تولى الإشراف على», «تتولى رئاسة»: the verbal noun is what was done."""
    return at > 0 and any(entry.concept in _TAKES_OVER for entry in view.entries[at - 1][:2])


def _by_verb(view: SentenceView, at: int, entry: Entry, deed: SoleDeed, knowledge: Knowledge) -> _Deed | None:
    back = bool(entry.enclitic) or (at + 1 < len(view.tokens) and view.tokens[at + 1].key in _TO_IT)
    of, taken = _side(view, at) if entry.concept == _SIGN else _object(view, at, back, deed)
    who = _doer(view, at, taken, knowledge) if of else None
    which = _which(view, taken) if of else frozenset[str]()
    if who is None or not _is_the_one(view, taken, which, deed):
        return None
    return deed.name, of, who, which


def _is_the_one(view: SentenceView, at: int, which: frozenset[str], deed: SoleDeed) -> bool:
    """«مالك المصنع», «مالك شركة النقل», not «يملك شركة»: of some deeds only those to what the story has one of."""
    return deed.name not in _OF_THE_ONE or bool(which) or any(one.definite for one in view.entries[at][:1])


def _which(view: SentenceView, at: int) -> frozenset[str]:
    """The word that tells which of several a thing is: «الوفد السوداني», «وفد الجيش»."""
    if at + 1 >= len(view.tokens):
        return frozenset()
    bare = not any(entry.definite for entry in view.entries[at][:1])
    of = bare and view.tokens[at + 1].key.startswith(("ال", "لل"))
    told = of or any(one.pos == "adjective" for one in view.entries[at + 1])
    return view.context(at + 1, at + 2) if told else frozenset()


def _led(view: SentenceView, at: int, deed: SoleDeed, knowledge: Knowledge) -> _Deed | None:
    """«جلسة برئاسة …», «محاولة انقلاب فاشلة بقيادة العقيد …»: what stands right before, but for its adjectives, and who
    is named first behind."""
    place = at - 1
    while place > 0 and (
        place in view.taken or view.tokens[place].key in _UNDER
        or any(one.pos in _QUALIFIES for one in view.entries[place][:1])
    ):  # fmt: skip
        place -= 1
    of = _thing(view, place, deed) if place >= 0 else ""
    if not of and place > 0 and view.tokens[place].key.startswith("ال"):
        # «كان وفد الجيش برئاسة»
        place -= 1
        of = _thing(view, place, deed) if not any(one.definite for one in view.entries[place][:1]) else ""
    who = _firstnamed_at(view, at + 1, knowledge) if of else None
    several = frozenset((LED,)) if deed.name == _PRESIDE else frozenset()
    end = at - (view.tokens[at - 1].key in _UNDER)
    return None if who is None else (deed.name, of, who, view.context(place + 1, end) | several)


def _role(view: SentenceView, at: int, deed: SoleDeed, knowledge: Knowledge) -> _Deed | None:
    """«قائد الانقلاب العقيد …», «العقل المدبر لمحاولة الانقلاب هو …»."""
    of = _thing(view, at + 1, deed) if at + 1 < len(view.tokens) else ""
    place = at + 2
    while of and place < len(view.tokens) and place in view.taken:
        place += 1
    who = _firstnamed_at(view, place, knowledge) if of else None
    which = _which(view, at + 1) if of and deed.name in _OF_THE_ONE else frozenset[str]()
    if who is None or not _is_the_one(view, at + 1, which, deed):
        return None
    return deed.name, of, who, which


def _thing(view: SentenceView, at: int, deed: SoleDeed) -> str:
    for entry in view.entries[at][:2]:
        if entry.concept not in deed.objects or entry.pos not in ("noun", "masdar"):
            continue
        if entry.number == "singular" or entry.concept in deed.plural:
            return deed.objects[entry.concept]
    return ""


def _firstnamed_at(view: SentenceView, first: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    """Whoever is named within a few words, before any verb."""
    for near in range(first, min(len(view.tokens), first + _LED_WITHIN)):
        verb = any(one.pos == "verb" for one in view.entries[near][:1])
        if view.tokens[near].kind == "punctuation" or (verb and name_at(view, near, knowledge) is None):
            return None
        who = named_at(view, near, knowledge)
        if who is not None:
            return who
    return None


def _side(view: SentenceView, at: int) -> tuple[str, int]:
    """For whom somebody signs: «وقعه عن الجبهة رئيسها …»."""
    for place in range(at + 1, min(len(view.tokens) - 1, at + 1 + _FOR_WITHIN)):
        side = view.content[place + 1]
        if view.tokens[place].key == _FOR and side is not None:
            return f"for {side}", place + 1
    return "", at


def _object(view: SentenceView, at: int, back: bool, deed: SoleDeed) -> tuple[str, int]:
    """The concept of what a verb does it to, and the last token of verb and object: behind it, or before it where a
    pronoun stands for it («جلسة طالت سبع ساعات وأدارها»)."""
    if back:
        places = range(at - 1, max(-1, at - 1 - _OBJECT_BEFORE), -1)
    else:
        places = range(at + 1, min(len(view.tokens), at + 1 + _OBJECT_AFTER))
    for place in places:
        of = _thing(view, place, deed)
        if of:
            return of, max(at, place)
    return "", at


def _doer(view: SentenceView, at: int, taken: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    """Who did it: the first name behind the verb, past what stands between commas, else the one right before it."""
    inside = False
    for place in range(at + 1, min(len(view.tokens), at + 1 + _NAME_AFTER)):
        if view.tokens[place].text in "،,":
            inside = not inside and place >= taken
            continue
        if view.tokens[place].kind == "punctuation":
            break
        verb = view.entries[place][0].pos == "verb" if view.entries[place] else False
        if verb and not inside and name_at(view, place, knowledge) is None:
            break
        who = None if inside else named_at(view, place, knowledge)
        if who is not None and who[0] <= taken < who[1]:
            who = None  # «ترأست لجنة التحكيم المخرجة …»: what it is done to
        first = taken + 1 + (taken > at and bool(_which(view, taken)))
        subject = not inside and place in (at + 1, at + 2, first) and view.tokens[place - 1].key not in _TOWARDS
        if who is None and subject and not at < place < first:
            who = _body(view, place)
        if who is not None:
            return who if view.tokens[place - 1].key not in _TOWARDS else None
    for place in range(at - 1, max(-1, at - 1 - _NAME_BEFORE), -1):
        who = named_at(view, place, knowledge)
        # «المخرج … الذي ترأس اللجنة»
        if who is not None and who[0] <= taken < who[1]:
            continue
        if who is not None and who[1] == at - (view.tokens[at - 1].key in knowledge.claim_cues.relative):
            return who
    return None


def named_at(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    """Somebody's name of two words or more, or an organisation's, that begins at a token."""
    for seen in view.seen:
        value = seen.mention.value
        if seen.first != at or not isinstance(value, Entity) or is_doubtful(value) or value.id in _WIDE:
            continue
        if seen.mention.type == "organisation" or (seen.mention.type == "person" and seen.last - seen.first > 1):
            return seen.first, seen.last, Entity(value.id, value.name)
    last = name_at(view, at, knowledge)
    if last is not None:
        return at, last, Entity(None, " ".join(token.text for token in view.tokens[at:last]))
    return None


def _body(view: SentenceView, at: int) -> tuple[int, int, Entity] | None:
    """A body that no table knows, by two words or more: «الاتحاد العام للمعلمين»."""
    entry = next(iter(view.entries[at]), None)
    if entry is None or entry.kind != "organisation" or entry.pos != "noun" or entry.proclitics.strip("وال"):
        return None
    last = at + 1
    while last < min(len(view.tokens), at + _LONGEST) and _goes_on(view, last):
        last += 1
    if last - at < 2:
        return None
    return at, last, Entity(None, " ".join(token.text for token in view.tokens[at:last]))


def _goes_on(view: SentenceView, at: int) -> bool:
    """Whether a word is part of a body's name: «الاتحاد العام للمعلمين الفلسطينيين»."""
    key = view.tokens[at].key
    entry = next(iter(view.entries[at]), None)
    if view.tokens[at].kind != "word" or (entry is not None and entry.pos in ("verb", "particle")):
        return False
    if entry is not None and entry.kind in ("role", "office", "military") and entry.number == "singular":
        return False  # «لجنة التحكيم المخرجة …»
    return key.startswith(("ال", "لل"))


def _sort(view: SentenceView, at: int) -> str:
    return next((seen.mention.type for seen in view.seen if seen.first == at), "organisation")


def _best(view: SentenceView, at: int, knowledge: Knowledge) -> Iterator[_Deed]:
    """«أفضل حارس», «رجل المباراة», «هدف الفوز»: the award or the goal, and whose it is."""
    cues, tokens = knowledge.claim_cues, view.tokens
    behind = at + 1 < len(tokens)
    entry, past = view.entry(at + 1) if behind else None, at + 2
    if behind and tokens[at].key in cues.best and entry is not None and entry.kind in ("role", "sport"):
        deed, of = "best", f"{entry.concept} {entry.gender}"
    elif behind and f"{tokens[at].key} {tokens[at + 1].key}" in cues.best_one:
        deed, of = "best", "player m"
    elif behind and tokens[at].key.removeprefix("ل") in cues.goal_word and tokens[at + 1].key in cues.decisive:
        deed, of = "decide", "goal"
    elif behind and tokens[at].key.removeprefix("ل") in cues.goal_word and tokens[at + 1].key in cues.opening_goal:
        deed, of = _FIRST_GOAL, "goal"
    elif behind and tokens[at].key in cues.equaliser and _is_scored(view, at, cues.goal_word):
        # «أدرك … التعادل 2-2»: of a match that has several, the one of that score.
        score = next((one for one in view.seen if one.mention.type == "score" and 0 <= one.first - at - 1 <= 1), None)
        if score is None or not isinstance(score.mention.value, Score):
            return
        deed, of = "equalise", f"goal {'-'.join(map(str, score.mention.value.values))}"
        past = score.last
    else:
        return
    before = _before(view, at, knowledge)
    after = _after(view, past, knowledge)
    who = after or before if deed == "best" else before or after
    if who is not None:
        if deed in ("equalise", _FIRST_GOAL):
            yield deed, of, who, frozenset()
            return
        yield deed, of, who, view.context(at + 2, min(who[0], at + 2 + _WHICH) if who[0] > at else at + 2 + _WHICH)


def _is_scored(view: SentenceView, at: int, goal: frozenset[str]) -> bool:
    return any(token.key.removeprefix("و") in goal for token in view.tokens[max(0, at - _GOAL_BEFORE) : at])


def _before(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    found = None
    for place in range(max(0, at - _AWARD_AFTER), at):
        if view.tokens[place].text in "،,؛":
            found = None
        who = _person(view, place, knowledge)
        if who is not None and who[1] > at and at - place > 1:
            # «أدرك أحمد سمير التعادل»: no family's name.
            who = place, at, Entity(None, " ".join(token.text for token in view.tokens[place:at]))
        found = who if who is not None and who[1] <= at else found
    return found


def _after(view: SentenceView, first: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    for place in range(first, min(len(view.tokens), first + _AWARD_AFTER)):
        if view.tokens[place].kind == "punctuation" or view.tokens[place].key in knowledge.claim_cues.best:
            return None
        who = _person(view, place, knowledge)
        if who is not None:
            return who
    return None


def _person(view: SentenceView, at: int, knowledge: Knowledge) -> tuple[int, int, Entity] | None:
    who = named_at(view, at, knowledge)
    if who is None or (name_at(view, at, knowledge) is None and _sort(view, at) != "person"):
        return None
    return who
