"""Places and organisations named after a day: «مدينة السادس من أكتوبر», «كوبري 15 مايو», «قوى 14 آذار»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.knowledge.base import Knowledge
from workbench.knowledge.facts.names import Use, phrase_key
from workbench.knowledge.facts.places import Location
from workbench.mentions.figures.numerals import ordinal_at
from workbench.mentions.names.values import OrganisationName, PlaceName
from workbench.mentions.values import Mention
from workbench.text.values import Token

_FRONTS = ("وبال", "وال", "بال", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك", "")
_SEVERAL = {"مدينتي": "مدينه", "مدينتا": "مدينه", "مدن": "مدينه", "شارعي": "شارع", "ميداني": "ميدان"}
_DAYS = 31


def find_dated_names(tokens: Sequence[Token], names: Sequence[Mention], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Names that hold a day of the month and no year, in order. A day is one where a word such as «مدينة», «شارع» or
    «حركة» leads it, where it follows such a name after «و» («مدينتي العاشر من رمضان و15 مايو»), and where «بـ» stands
    before a city the tables know by it («بالعاشر من رمضان»)."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        day = _day_at(tokens, at, knowledge)
        if day is None:
            at += 1
            continue
        mention = _named(tokens, at, day, found, names, knowledge)
        if mention is not None:
            found.append(mention)
        at = day
    return tuple(found)


def _day_at(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> int | None:
    """The index after a day and month («6 أكتوبر», «العاشر من رمضان») that no year follows."""
    token = tokens[at]
    if token.kind == "number":
        if not (token.key.isdigit() and 1 <= int(token.key) <= _DAYS):
            return None
        end = at + 1
    elif token.kind == "word" and token.key in knowledge.numerals:
        ordinal = ordinal_at(tokens, at, knowledge.numerals)
        if ordinal is None or not ordinal.definite or not 1 <= ordinal.value <= _DAYS:
            return None
        end = ordinal.last
    else:
        return None
    if end < len(tokens) and tokens[end].key == "من":
        end += 1
    if end >= len(tokens):
        return None
    months = [
        word
        for word in knowledge.times.readings.get(tokens[end].key, ())
        if word.kind == "month" and not word.rest and not word.proclitic
    ]
    if not months:
        return None
    end += 1
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.kind == "number" and len(following.key) == 4:
        return None
    return None if following is not None and following.key in ("من", "لعام", "عام", "سنه") else end


def _named(
    tokens: Sequence[Token],
    at: int,
    end: int,
    found: Sequence[Mention],
    names: Sequence[Mention],
    knowledge: Knowledge,
) -> Mention | None:
    world, words = knowledge.world, knowledge.world.words
    heads = _bare(tokens[at - 1].key) if at else ()
    head = next((key for key in heads if key in words.place_heads or key in words.movement_heads), "")
    head = head or next((_SEVERAL[key] for key in heads if key in _SEVERAL), heads[0] if heads else "")
    for first in (at - 2, at - 1):
        uses = _known(tokens, first, end, knowledge) if first >= 0 else ()
        if uses:
            return _mention(tokens, first, end, uses, knowledge)
    city = tuple(use for use in _uses(f"مدينه {_day_words(tokens, at, end)}", knowledge) if use[0] == "place")
    if head in words.place_heads:
        uses = city if head == "مدينه" else ()
        return _mention(tokens, at - 1, end, uses or (("place", ""),), knowledge)
    if any(key in words.organisation_heads or key in words.movement_heads for key in heads):
        return _mention(tokens, at - 1, end, (("organisation", ""),), knowledge)
    if not city:
        return None
    begin = tokens[at].start
    joined = at > 0 and (tokens[at].key.startswith("و") or tokens[at - 1].key == "و")
    before = tokens[at - 1] if at and tokens[at - 1].key == "و" else tokens[at]
    neighbours = [*found, *(name for name in names if isinstance(name.value, PlaceName) and name.value.candidates)]
    beside = joined and any(0 <= before.start - name.end <= 1 for name in neighbours if name.type == "place")
    if beside or tokens[at].key.startswith(("بال", "وبال")):
        return Mention(begin, tokens[end - 1].end, "place", _place(city, _text(tokens, at, end), world.places))
    return None


def _known(tokens: Sequence[Token], first: int, end: int, knowledge: Knowledge) -> tuple[Use, ...]:
    """What the tables know by the words, the first without its particle: «قوى 14 آذار», «بمدينة 6 أكتوبر»."""
    if tokens[first].kind != "word":
        return ()
    rest = _key(tokens, first + 1, end)
    return next(
        (
            uses
            for front in _FRONTS
            if tokens[first].key.startswith(front)
            and (uses := _uses(f"{tokens[first].key[len(front) :]} {rest}", knowledge))
        ),
        (),
    )


def _uses(phrase: str, knowledge: Knowledge) -> tuple[Use, ...]:
    return tuple(use for use in knowledge.world.names.uses.get(phrase, ()) if use[0] in ("place", "organisation"))


def _day_words(tokens: Sequence[Token], at: int, end: int) -> str:
    """The day as a name has it, without what is written before its first word."""
    words = _key(tokens, at, end)
    for front in ("وبال", "وال", "بال"):
        if words.startswith(front):
            return "ال" + words[len(front) :]
    return words


def _key(tokens: Sequence[Token], first: int, last: int) -> str:
    return phrase_key(" ".join(token.plain for token in tokens[first:last]))


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.plain for token in tokens[first:last])


def _bare(key: str) -> tuple[str, ...]:
    """A word as it stands, and without the particles that may be written onto it."""
    return (key, *(key[len(front) :] for front in ("وب", "ول", "و", "ب", "ل", "ف") if key.startswith(front)))


def _mention(tokens: Sequence[Token], first: int, end: int, uses: Sequence[Use], knowledge: Knowledge) -> Mention:
    text = _text(tokens, first, end)
    start, last = tokens[first].start, tokens[end - 1].end
    if uses[0][0] == "place":
        return Mention(start, last, "place", _place(uses, text, knowledge.world.places))
    ids = tuple(id for use, id in uses if id and use == "organisation")
    name = knowledge.world.organisations[ids[0]].name if ids else text
    return Mention(start, last, "organisation", OrganisationName(ids[0] if len(ids) == 1 else None, name, ids))


def _place(uses: Sequence[Use], text: str, places: Mapping[str, Location]) -> PlaceName:
    ids = tuple(id for use, id in uses if id and use == "place")
    return PlaceName(ids[0] if len(ids) == 1 else None, places[ids[0]].name if ids else text, ids)


def free_of(names: Sequence[Mention], dated: Sequence[Mention]) -> Iterator[Mention]:
    """The names that touch none of the dated ones, which know more of the sentence."""
    for name in names:
        if not any(name.start < other.end and other.start < name.end for other in dated):
            yield name
