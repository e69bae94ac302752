"""Shares: a percentage beside the part and the whole that it is said of, and percentages of one whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.checks.arithmetic.mismatch import NEAR, Mismatch, agrees, excused, keys_of
from workbench.checks.arithmetic.parts import PERSON_KINDS, PartReader
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumCue, SumWords

_FRACTIONS = (1 / 2, 1 / 3, 1 / 4, 1 / 5, 2 / 3, 3 / 4)
_ABOUT = 0.1  # of a figure, by which «نحو» may be out
LOOSE_FRACTION = 6.0  # points by which «أي الثلث» may be out; ten where «نحو» is said


@dataclass(frozen=True, slots=True)
class ShareReader:
    words: SumWords
    parts: PartReader

    def mismatches(self, line: Line) -> Iterator[Mismatch]:
        yield from self._after(line)
        yield from self._of_them(line)
        yield from self._before(line)
        yield from self._parts(line)
        yield from self._shared_out(line)
        yield from self._lists(line)

    # «60 من أصل 100، أي 70 في المئة»

    def _after(self, line: Line) -> Iterator[Mismatch]:
        for one, other in self._pairs(line):
            joint = self._whole_after(line, one, other)
            share, slack = self._next_share(line, other)
            if joint is None or share is None:
                continue
            if _of_another(line, other, share) and not self._of_that_whole(line, one, other, share):
                continue
            between = keys_of(line, other.after, share.first)
            bracket = joint == "strong" and between[-1:] == ["("] and len(between) <= 2
            told = joint == "strong" or "اي" in between
            if not bracket and not (told and self._led(line, "share", other.after, share.first)):
                continue
            yield from held(one, other, share, one.first, share.last, slack)

    def _of_that_whole(self, line: Line, one: Figure, whole: Figure, share: Figure) -> bool:
        """«640 مدرسة من أصل 800 في بغداد، أي 70 في المئة من مدارس العاصمة»: the things counted, and where they were
        counted, said again behind the share."""
        at = share.last + 1
        noun = line.noun(at) if at < len(line.tokens) else None
        if noun is None or noun.number != "plural" or self.words.cues["of"].at(line.tokens, one.after) is None:
            return False  # «640 مدرسة ابتدائية من أصل 800»
        counted = {entry.lemma for entry in line.entries(one.after - 1) if entry.pos == "noun"}
        told = line.noun(one.after - 1)
        if any(line.key(n).removeprefix("و") in line.words.made for n in range(max(0, one.first - 5), one.first)):
            return False
        if one.unit is None or noun.lemma not in counted or whole.unit not in (None, one.unit):
            return False
        if noun.kind in PERSON_KINDS and (told is None or told.gender != noun.gender):
            return False  # «300 طالبة من أصل 400» are of the girls
        place = range(whole.after + 1, _place_ends(line, whole.after)) if line.key(whole.after) == "في" else None
        if place is None:
            follows = whole.after < len(line.tokens) and line.tokens[whole.after].text not in "،,(" and (
                line.key(whole.after) not in line.words.onward
            )
            return noun.definite and not noun.enclitic and not follows and _ends(line, at + 1)
        if noun.enclitic:
            where = line.noun(place.start)
            fits = where is not None and (where.gender == "f") is (noun.enclitic == "ها")
            before = line.entries(one.first - 1) if one.first else ()
            return fits and bool(before) and before[0].pos == "verb" and _ends(line, at + 1)
        if noun.definite and line.key(at + 1) != "في":
            return _ends(line, at + 1)
        at += 1 if noun.definite else 0  # «من مدارس العاصمة», «من المدارس في العاصمة»
        if not self._named_again(line, place, at + 1):
            return False
        capital = line.key(at + 1).removeprefix("ب").removeprefix("ال") == "عاصمه"
        known = any(first == at + 1 for _, first, _ in line.places)
        again = line.key(at + 1) == line.key(place.start)
        if known or again:
            return _ends(line, _place_ends(line, at))
        return _ends(line, at + (3 if capital and self._of_nation(line, at + 2) else 2))

    def _named_again(self, line: Line, place: range, at: int) -> bool:
        """Whether the words at ``at`` mean the place before: its name, its own word again, «العاصمة», «المدينة»."""
        if line.key(at) == line.key(place.start):
            end = _place_ends(line, at - 1)
            return [line.key(n) for n in place] == [line.key(n) for n in range(at, end)]
        known = next((id for id, first, _ in line.places if first == place.start), None)
        if known is None:
            return False
        word = line.key(at).removeprefix("ال")
        if word == "عاصمه":
            return self.parts.geography.is_capital(known)
        there = self.parts.geography.places.get(known)
        return word == "مدينه" and there is not None and there.kind in ("city", "town")

    def _of_nation(self, line: Line, at: int) -> bool:
        noun = line.noun(at) if at < len(line.tokens) else None
        return noun is not None and noun.kind == "nationality"

    # «شارك 1200 شخص، قال 300 منهم، أي 35 في المئة»

    def _of_them(self, line: Line) -> Iterator[Mismatch]:
        for whole, one, share in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
            if share.kind != "share" or not whole.kind == one.kind == "count" or not (whole.exact and one.exact):
                continue
            if one.unit is not None or line.key(one.last) not in self.parts.cues.among or whole.unit is None:
                continue
            between = keys_of(line, one.last + 1, share.first)
            if not set(between) <= {"،", ",", "اي", "(", "بنسبه", "ما", "نسبته"} or not {"اي", "("} & set(between):
                continue
            alone = not any(figure.kind == "count" and figure.last <= whole.first for figure in line.figures)
            if alone and 0 < one.value < whole.value and one.first - whole.after <= NEAR:
                yield from held(one, whole, share, one.first, share.last)

    # «بلغت النسبة 54 في المئة، إذ صوت 2574 من أصل 3900»

    def _before(self, line: Line) -> Iterator[Mismatch]:
        shares = [figure for figure in line.figures if figure.kind == "share"]
        if len(shares) != 1 or shares[0].low / 100 in _FRACTIONS:
            return
        for one, other in self._pairs(line):
            between = keys_of(line, shares[0].last, one.first)
            near = shares[0].last <= one.first <= shares[0].last + NEAR
            if not near or not (line.words.because & set(between[:3])):
                continue
            earlier = any(self.words.cues["earlier"].at(line.tokens, at) for at in range(shares[0].last, one.first))
            if not earlier and self._whole_after(line, one, other) == "strong":
                yield from held(one, other, shares[0], shares[0].first, other.after)

    # «30 في المئة من أصل 200 موظف، أي 80 موظفا»

    def _parts(self, line: Line) -> Iterator[Mismatch]:
        for share, whole, said in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
            kinds = share.kind, whole.kind == said.kind, whole.kind in ("count", "money")
            if kinds != ("share", True, True) or not (share.exact and whole.exact and said.exact):
                continue
            if self._whole_after(line, share, whole) is None or said.value >= whole.value:
                continue
            between = keys_of(line, whole.after, said.first)
            if "اي" not in between[-2:] or len(between) > 3 or said.unit not in (whole.unit, None):
                continue
            low, high = share.low - share.half_digit, share.low + share.half_digit
            if share.low == int(share.low):
                low, high = share.low - 0.5, share.low + 0.5
            slack = said.half_digit + 1.0
            bounds = (low * (whole.low - whole.half_digit) / 100, high * (whole.low + whole.half_digit) / 100)
            if not bounds[0] - slack <= said.low <= bounds[1] + slack:
                made = share.low * whole.low / 100
                yield Mismatch("part", (share.low, whole.low), said, made, share.first, said.after)

    def _pairs(self, line: Line) -> Iterator[tuple[Figure, Figure]]:
        """Neighbours that may be a part and its whole."""
        for one, other in pairwise(line.figures):
            told = one.low == one.high and other.low == other.high  # «نحو 45 ألفا», not «أكثر من 45 ألفا»
            if one.kind == other.kind and one.kind in ("count", "money") and told:
                one = one.scaled_like(other) if one.value > other.value else one
                if 0 < one.value <= other.value:
                    yield one, other

    def _whole_after(self, line: Line, one: Figure, other: Figure) -> str | None:
        """Whether «من أصل» (strong) or «من» (weak) alone stands between a part and its whole."""
        for at in range(one.last, min(other.first, one.after + NEAR)):
            hit = self.words.cues["of"].at(line.tokens, at)
            if hit is None or hit.last not in (other.first, other.first - 1):
                continue
            if hit.last - hit.first > 1:
                return "strong"
            weak = at - one.after <= 1 and line.key(one.first - 1) != "الي"  # «إلى 180 من 240» is a change
            return "weak" if weak else None
        return None

    def _next_share(self, line: Line, after: Figure) -> tuple[Figure | None, float | None]:
        """The percentage or the fraction that follows, no other figure between; how far a fraction may be out."""
        following = next((figure for figure in line.figures if figure.first >= after.last), None)
        if following is None or following.first - after.after > NEAR:
            return None, None
        if following.kind == "share":
            return following, None
        bare = following.kind == "count" and following.unit is None and following.low in _FRACTIONS
        ends = following.last >= len(line.tokens) or line.tokens[following.last].kind == "punctuation"
        if bare and ends and "اي" in keys_of(line, after.after, following.first):
            share = replace(following, kind="share", low=100 * following.low, high=100 * following.high)
            return share, LOOSE_FRACTION + (4 if share.approximate else 0)
        return None, None

    def _led(self, line: Line, cue: SumCue, first: int, last: int) -> bool:
        """Whether a cue between the two tokens leads to ``last``."""
        hits = (self.words.cues[cue].at(line.tokens, at) for at in range(first, last))
        return any(hit is not None and last - hit.last in (0, 1) for hit in hits)

    # «55 في المئة من الأصوات مقابل 48 في المئة لمنافسه»

    def _shared_out(self, line: Line) -> Iterator[Mismatch]:
        shares = [figure for figure in line.figures if figure.kind == "share"]
        if len(shares) < 2 or not all(share.exact for share in shares):
            return
        for one, other in pairwise(shares):
            names = [{line.key(share.last)} for share in (one, other)]
            if self.words.apart(*names) and other.first - one.last <= 2 and one.value + other.value > 101:
                yield Mismatch("whole", (one.value, other.value), other, one.value + other.value, one.first, other.last)
        tokens = line.tokens
        if any(self.words.cues["earlier"].at(tokens, at) for at in range(len(tokens))):
            return
        if not any(self.words.cues["ballot"].at(tokens, at) for at in range(len(tokens))):
            return
        for one, other in pairwise(shares):
            against = any(self.words.cues["against"].at(tokens, n) for n in range(one.last, other.first))
            theirs = line.key(other.last).startswith("ل") or self._opposes(line, other.last)
            close = other.first - one.last <= NEAR and len(shares) == 2
            if against and theirs and close and one.value + other.value > 101:
                yield Mismatch("whole", (one.value, other.value), other, one.value + other.value, one.first, other.last)

    def _opposes(self, line: Line, at: int) -> bool:
        return at < len(line.tokens) and self.words.cues["not-for"].at(line.tokens, at) is not None

    # «تتوزع بواقع 45 في المئة للنفط و35 في المئة للأسمدة و30 في المئة للزراعة»

    def _lists(self, line: Line) -> Iterator[Mismatch]:
        for at in range(len(line.tokens)):
            hit = self.words.cues["spread"].at(line.tokens, at)
            if hit is None:
                continue
            parts = self.parts.list_at(line, hit.last).parts
            if len(parts) < 2 or not all(part.kind == "share" and part.exact for part in parts):
                continue
            made = sum(part.value for part in parts)
            rounding = sum(part.half_digit or 0.5 for part in parts)
            if made > 100 + max(rounding, 1.01):
                given = tuple(part.value for part in parts)
                yield Mismatch("whole", given, parts[-1], made, parts[0].first, parts[-1].last)
                return


def held(
    one: Figure, other: Figure, share: Figure, first: int, last: int, slack: float | None = None
) -> Iterator[Mismatch]:
    """A part and a whole against their share, both rounded as they are written, approximate ones by a tenth; ``slack``:
    points it may be out."""
    made = 100 * one.value / other.value
    part, whole = (max(f.half_digit, _ABOUT * f.low if f.approximate else 0) for f in (one, other))
    low = 100 * (one.low - part) / (other.low + whole)
    high = 100 * (one.low + part) / (other.low - whole)
    low, high = excused(made, low, high, one, other)
    out = slack if slack is not None else 0.6 if share.low % 1 else 1.01
    if not (agrees(share, low, out) or agrees(share, high, out) or low <= share.low <= high):
        yield Mismatch("share", (one.value, other.value), share, made, first, last)


def _place_ends(line: Line, at: int) -> int:
    """The token after the place behind «في» at ``at``: a known name, or a noun and what describes it."""
    known = next((after for _, first, after in line.places if first == at + 1), None)
    if known is not None:
        return known
    end = at + 2
    while end < len(line.tokens) and line.key(end).startswith("ال"):
        end += 1
    if end == at + 2 and not line.key(at + 1).startswith("ال"):
        named = next((after for _, first, after in line.places if first == end), None)
        end = named if named is not None else end + (end < len(line.tokens) and line.tokens[end].kind == "word")
    return end


def _ends(line: Line, at: int) -> bool:
    """Whether nothing at ``at`` says more of what stands before it."""
    if at >= len(line.tokens) or line.tokens[at].kind == "punctuation" or line.figure_at(at) is not None:
        return True
    entries = line.entries(at)
    return line.key(at).startswith("و") and bool(entries) and entries[0].pos in ("verb", "particle")


def _of_another(line: Line, whole: Figure, share: Figure) -> bool:
    """«…، أي 2 في المئة من السكان» after «5 من أصل 20 مصابا»: a share of something else."""
    if line.key(share.last) != "من":
        return False
    base = line.key(share.last + 1)
    counted = line.key(whole.after - 1)
    if base in line.words.inhabitants and counted in line.words.inhabitants:
        return False  # «من بين 1.2 مليون نسمة، أي 60 في المئة من السكان»
    house = {line.key(share.last + 2), line.key(share.last + 2).removeprefix("ال")} & line.words.house
    if base in line.words.members and whole.unit is None and (house or _ends(line, share.last + 2)):
        return False  # «120 نائبا من أصل 200، أي 70 في المئة من أعضاء البرلمان»
    return base not in line.words.the_whole and base.removeprefix("ال") != counted.removeprefix("ال")
