"""Where something lies: on which side of a place, in which district, on which floor of a building."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount, Entity

STOREY = "storey"
# The town that the report has named before; and how far a thing lies on a side, in metres.
THE_TOWN, FAR = "the-town", "far:"
# A part of what has one on each side: an entrance, a gate.
PART = "sided-part"
_REACH, _FROM = 2, "من"
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def side_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«شمال مدينة الأخضرية»: ``predicate`` is ``north-of`` (``north-east-of``), ``of`` the place's name, folded, or
    ``the-town`` («شمال المدينة»); the value has the words, the trait ``far:12000`` how many metres from it."""
    cues = knowledge.claim_cues
    at = 0
    while at < len(view.tokens):
        sides, behind = _sides(view, at, cues)
        if not sides:
            at += 1
            continue
        place, last = _place(view, behind, cues)
        word = view.tokens[last].key if not place and last < len(view.tokens) else ""
        if word.startswith("ال") and word.removeprefix("ال") in cues.town:
            place, last = THE_TOWN, last + 1
        if place:
            span = view.span(at, last)
            clause = view.clause_of(at)
            yield Assertion(
                "place", span, view.span(clause.first, clause.last), f"{'-'.join(sides)}-of", place,
                Entity(None, view.reading.text[span.start : span.end]), context=view.context(clause.first, clause.last),
                traits=_distance(view, at, knowledge),
            )  # fmt: skip
        at = max(at + 1, last)


def _distance(view: SentenceView, at: int, knowledge: Knowledge) -> frozenset[str]:
    """``far:12000`` for «12 كيلومترا» right before a side."""
    for seen in view.seen:
        value = seen.mention.value
        if not isinstance(value, Amount) or value.low is None or not at - _REACH <= seen.last <= at:
            continue
        kind, times = knowledge.amounts.scales.get(value.unit or "", ("", 0.0))
        if kind == "metre":
            return frozenset((f"{FAR}{value.low * times:g}",))
    return frozenset()


def storey_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«في الطابق الثالث», «في قبو البناية»: ``predicate`` is ``storey``, the trait ``storey:3`` says which (0 the
    ground floor, -1 below it). «الدور الثاني» is one only where a building is named: a match has rounds."""
    cues = knowledge.claim_cues
    for at, token in enumerate(view.tokens):
        behind = view.tokens[at + 1].key if at + 1 < len(view.tokens) else ""
        number, last = None, at + 2
        if token.key.lstrip("".join(_FRONTS)) in cues.basement or token.key in cues.basement:
            number, last = -1, at + 1
        elif token.key in cues.storey and behind in cues.ground_storey:
            number = 0
        elif token.key in cues.storey and behind in cues.basement:
            number = -1
        elif token.key in cues.storey:
            nth = next((one for one in view.seen if one.first == at + 1 and one.mention.type == "ordinal"), None)
            if nth is not None and isinstance(nth.mention.value, Amount) and nth.mention.value.low is not None:
                number, last = int(nth.mention.value.low), nth.last
        if number is None or view.has_key(cues.building, 0, len(view.tokens)) is None:
            continue
        span, clause = view.span(at, last), view.clause_of(at)
        yield Assertion(
            "place", span, view.span(clause.first, clause.last), STOREY, "",
            Entity(None, view.reading.text[span.start : span.end]), context=view.context(clause.first, clause.last),
            traits=frozenset((f"{STOREY}:{number}",)),
        )  # fmt: skip


def storey_of(traits: frozenset[str]) -> int | None:
    """Which storey a claim's traits name."""
    named = min((trait for trait in traits if trait.startswith(f"{STOREY}:")), default=None)
    return int(named.partition(":")[2]) if named is not None else None


def opposite_sides(one: str, other: str) -> bool:
    """Whether two predicates of sides exclude each other: «north-of» and «south-west-of»."""
    sides_a, sides_b = (set(predicate.removesuffix("-of").split("-")) for predicate in (one, other))
    return any(_OPPOSITE.get(side) in sides_b for side in sides_a)


def is_side(predicate: str) -> bool:
    """Whether a predicate says on which side something lies."""
    return predicate.endswith("-of") and predicate.split("-", 1)[0] in _OPPOSITE


_FRONTS = frozenset("بلو")


def named_sort(word: str, sorts: frozenset[str]) -> str | None:
    """The sort of place, one of ``sorts``, that the first word of a name says: «ميناء» of «بميناء الدوحة»."""
    if word in sorts:
        return word
    bare = word[1:] if word[:1] in _FRONTS else ""
    return bare if bare in sorts else None


def _sides(view: SentenceView, at: int, cues: ClaimCues) -> tuple[list[str], int]:
    """The sides named from a token on, and the token after them."""
    names = {"north": cues.north, "south": cues.south, "east": cues.east, "west": cues.west}
    found: list[str] = []
    part = view.tokens[at].key in cues.side_part
    if part:
        at += 1
    while at < len(view.tokens) and len(found) < 2:
        word = view.tokens[at].key
        if part:
            # «الأحياء الشمالية الشرقية من المدينة»
            word = word.removeprefix("ال").removesuffix("ه")
        side = next((name for name, words in names.items() if word in words), None)
        if side is None or (found and (side in found or _OPPOSITE[side] in found)):
            break
        found.append(side)
        at += 1
    if part and at < len(view.tokens) and view.tokens[at].key != "من" and not view.tokens[at].plain.startswith("ل"):
        return [], at
    return found, at


def _place(view: SentenceView, at: int, cues: ClaimCues) -> tuple[str, int]:
    """The place that a token begins, by its words without «مدينة» and the like, folded: a place that the tables know,
    or a word that they do not."""
    town = False
    while at < len(view.tokens):
        seen = next((one for one in view.seen if one.first == at and one.mention.type == "place"), None)
        if seen is not None:
            words = (view.tokens[n].key for n in range(seen.first, seen.last))
            return " ".join(word for word in words if word.removeprefix("ل") not in cues.side_of), seen.last
        if not {view.tokens[at].key, view.tokens[at].key.removeprefix("ل")} & cues.side_of:
            break
        town = view.tokens[at].key.removeprefix("ل") in cues.town
        at += 1
    if at >= len(view.tokens):
        return "", at
    # «مدينة ميلة»: behind a word for a town even a word of the language is its name.
    entry = view.entry(at)
    named = town and view.tokens[at].kind == "word" and (entry is None or entry.pos not in ("particle", "verb"))
    return (view.tokens[at].key, at + 1) if named or at in view.stems else ("", at)


def sided_part_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«المدخل الشمالي للسوق», «بوابة المطار الغربية»: ``predicate`` is ``north-of``, ``of`` the words of the part and
    of the whole («مدخل سوق»)."""
    cues = knowledge.claim_cues
    sides = {"north": cues.north, "south": cues.south, "east": cues.east, "west": cues.west}
    for at, token in enumerate(view.tokens[:-2]):
        part = next((word for word in _bare_words(token.key) if word in cues.sided_part), None)
        if part is None:
            continue
        of_it = at + 3 < len(view.tokens) and view.tokens[at + 2].key == _FROM
        for near, whole in ((at + 1, at + 2 + of_it), (at + 2, at + 1)):
            word = view.tokens[near].key
            bare = word.removeprefix("ال").removesuffix("ه")
            side = next((name for name, words in sides.items() if word.startswith("ال") and bare in words), None)
            # «المدخل الشمالي للسوق», «مدخل السوق الشمالي»
            led = view.tokens[whole].key.startswith("لل" if near < whole and not of_it else "ال")
            behind = view.tokens[max(near, whole) + 1].key if max(near, whole) + 1 < len(view.tokens) else ""
            both = any(behind.removeprefix("وال").removesuffix("ه") in words for words in sides.values())
            if side is None or not led or both or view.tokens[whole].kind != "word":
                continue
            span, clause = view.span(at, max(near, whole) + 1), view.clause_of(at)
            of = view.tokens[whole].key.removeprefix("لل").removeprefix("ال")
            yield Assertion(
                "place", span, view.span(clause.first, clause.last), f"{side}-of", f"{part} {of}",
                Entity(None, view.reading.text[span.start : span.end]), context=view.context(clause.first, clause.last),
                traits=frozenset((PART,)),
            )  # fmt: skip
            break


def _bare_words(word: str) -> tuple[str, ...]:
    """A word without its article and what is written onto it: «المدخل», «بالمدخل», «للمدخل»."""
    return tuple(
        word.removeprefix(front) for front in ("وال", "بال", "فال", "لل", "ال", "ب", "و", "") if word.startswith(front)
    )
