"""Whether two reports name two who did what only one does."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import SHARED_WORDS, Candidate, EventPair
from workbench.alignment.likeness import one_word
from workbench.claims.people.nations import NATION
from workbench.claims.saying.doers import ANYONE, DEED, LED
from workbench.claims.saying.portfolios import PORTFOLIO
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Parts of names that tell nobody apart.
_OF_NAMES = frozenset("ولد بن ابن ال ابو ابي عبد بنت".split())
_ANYONE = f"sort:{ANYONE}"
# What of one story only one body does: many call for a strike, several build.
_OF_ONE_BODY = frozenset(("mediate", "negotiate", "own", "referee"))
_TOURNAMENT = frozenset(
    f"which:{word}" for word in "session-course compete competition championship cup tournament finals".split()
)


def is_deed(claim: Claim) -> bool:
    return DEED in claim.traits


def compare_doers(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, pair: EventPair,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    """Two persons, or two bodies, of whom each report has one for one deed («ترأس الجلسة أحمد المسلم», «أدارها عبدالنبي
    سلمان»); neither report speaks of the other's, and beside a building or a call more must be alike."""
    if a.predicate != b.predicate or a.of != b.of or not is_deed(a) or not is_deed(b):
        return None
    if not isinstance(a.value, Entity) or not isinstance(b.value, Entity):
        return None
    sorts = {trait for claim in (a, b) for trait in claim.traits if trait.startswith("sort:")}
    alone = all(len({_name(x) for x in claims if is_deed(x) and (x.predicate, x.of) == (a.predicate, a.of)}) == 1
                for claims in (in_a, in_b))  # fmt: skip
    which_a, which_b = ({trait for trait in claim.traits if trait.startswith("which:")} for claim in (a, b))
    led = f"which:{LED}" in which_a | which_b
    which_a, which_b = which_a - {f"which:{LED}"}, which_b - {f"which:{LED}"}
    # «في الدورة», «في المنافسات»: of one tournament; a match of it is something else.
    of_one = which_a & which_b or (which_a <= _TOURNAMENT and which_b <= _TOURNAMENT)
    if len(sorts - {_ANYONE}) > 1 or not alone or (which_a and which_b and not of_one):
        return None
    if (a.value.id is not None and a.value.id == b.value.id) or _alike(a, b, knowledge):
        return Candidate(a, b, "agree", 0.6 + likeness / 4)
    if not _apart(a, b, knowledge) or _speaks_of(in_a, b) or _speaks_of(in_b, a):
        return None
    if a.predicate == PORTFOLIO and not (pair.a.main and pair.b.main and pair.match.verdict == "same"):
        return None
    shared = (a.context & b.context) - pair.topic - {a.of}
    sole = a.predicate in _OF_ONE_BODY and pair.a.main and pair.b.main and pair.match.verdict == "same"
    if (("sort:person" not in sorts and not sole) or led) and len(shared) < SHARED_WORDS - 1:
        return None
    return Candidate(a, b, "differ", 0.5 + likeness / 4)


def compare_nations(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """«سائق الشاحنة سوري الجنسية», «سائق لبناني»; «المدرب الجزائري سمير بن عاشور», «المغربي سمير بن عاشور»: of whom
    each report tells one nation, and neither of the other's in the same words."""
    if a.predicate != b.predicate or not isinstance(a.value, Entity) or not isinstance(b.value, Entity):
        return None
    if a.of != b.of:
        return None
    alone = all(len({_name(x) for x in claims if x.predicate == NATION and x.of == a.of}) == 1
                for claims in (in_a, in_b))  # fmt: skip
    one, other = a.value.id or "", b.value.id or ""
    if not alone:
        return None
    if one == other:
        return Candidate(a, b, "agree", 0.6 + likeness / 4)
    # The driver of the bus, the driver of the lorry.
    driven = [{word for word in claim.context if knowledge.lexicon.is_a(word, "vehicle")} for claim in (a, b)]
    if all(driven) and not driven[0] & driven[1]:
        return None
    return None if knowledge.geography.touch(one, other) else Candidate(a, b, "differ", 0.55 + likeness / 4)


def _name(claim: Claim) -> str:
    value = claim.value
    return (value.id or key(value.name)) if isinstance(value, Entity) else ""


def _words(claim: Claim, knowledge: Knowledge) -> list[str]:
    value = claim.value
    name = (knowledge.name_of(value.id).ar if value.id else value.name) if isinstance(value, Entity) else ""
    words = [word.removeprefix("لل").removeprefix("ال") for word in key(name).split()]
    return [word for word in words if word not in _OF_NAMES]


def _alike(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    words_a, words_b = _words(a, knowledge), _words(b, knowledge)
    return words_a == words_b or (len(words_a) == len(words_b) and all(map(one_word, words_a, words_b)))


def _apart(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether neither the first nor the last words of two names are alike; of bodies, no word."""
    words_a, words_b = _words(a, knowledge), _words(b, knowledge)
    if not words_a or not words_b:
        return False
    given = knowledge.world.words.given
    if "sort:person" in a.traits:
        within = set(words_a) <= set(words_b) or set(words_b) <= set(words_a)
        return not within and not any(one_word(words_a[0], word, given) for word in words_b[:1]) and not (
            words_a[0] in words_b or words_b[0] in words_a
        )
    return not one_word(words_a[0], words_b[0]) and not (set(words_a) <= set(words_b) or set(words_b) <= set(words_a))


def _speaks_of(claims: Sequence[Claim], other: Claim) -> bool:
    """Whether a report has the other's doer somewhere in its claims."""
    value = other.value
    if not isinstance(value, Entity):
        return False
    if value.id is not None:
        return any(value.id in claim.context for claim in claims)
    words = frozenset(key(value.name).split())
    return any(words <= frozenset(key(claim.text).split()) for claim in claims)
