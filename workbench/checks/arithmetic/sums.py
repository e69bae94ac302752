"""Parts that do not make the whole a sentence gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.checks.arithmetic.mismatch import excused_total, keys_of
from workbench.checks.arithmetic.parts import PERSON_KINDS, PartList, PartReader, fits, fitted, is_people, names_of
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.sum_words import SumWords

_FAR = 14  # words between a whole and «بينهم»


@dataclass(frozen=True, slots=True)
class Miscount:
    """``parts`` that should make ``whole``. ``first``/``last``: the tokens from the first to the last of these figures.
    ``elsewhere``: the whole stands in the sentence before, and the tokens are those of the parts."""

    whole: Figure
    parts: tuple[Figure, ...]
    first: int
    last: int
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class SumReader:
    words: SumWords
    cues: ClaimCues
    parts: PartReader

    def miscounts(self, line: Line, before: Line | None = None) -> Iterator[Miscount]:
        """Wholes and parts of one sentence that do not agree; ``before`` is the sentence before it."""
        if len(line.figures) < 2:
            return
        told: set[tuple[int, ...]] = set()
        for found in self._all(line, before):
            figures = (found.whole.first, *(part.first for part in found.parts))
            if figures not in told:
                told.add(figures)
                yield found

    def _all(self, line: Line, before: Line | None) -> Iterator[Miscount]:
        for at, token in enumerate(line.tokens):
            if {line.key(at - 1), line.key(at - 2)} & self.cues.the_rest:
                continue  # «20 صباحا، والبقية، وهم 9 جنود و13 مقاتلا»
            if token.key in self.cues.among:
                yield from self._among(line, at)
            elif token.text in (":", "(") or self.words.cues["exactly"].at(line.tokens, at):
                yield from self._exactly(line, at)
                if at == 0 and token.text not in (":", "("):
                    yield from self._opening(line, before)
            elif token.text in "،,":
                yield from self._by_kind(line, at)
                yield from self._apposed(line, at)
            elif self.words.cues["including"].at(line.tokens, at) is not None:
                yield from self._including(line, at)
            elif token.key in ("بين", "علي", "الي") and self._spread_before(line, at):
                yield from self._exactly(line, at, True)
            elif token.key in ("بين", "علي", "الي") and self._spread_opens(line, at):
                yield from self._spread(line, at + 1, before)
            elif (hit := self.words.cues["spread"].at(line.tokens, at)) is not None:
                here = list(self._exactly(line, at))
                yield from here or self._spread(line, hit.last, before)
        yield from self._totals(line)

    # «12 شخصا، بينهم سبعة رجال …»

    def _among(self, line: Line, marker: int) -> Iterator[Miscount]:
        if line.key(marker - 1) in line.words.one_of_them or line.key(marker - 1) in self.cues.each:
            return  # «ثماني شحنات حمولة كل منها 60 ألف طن»
        lead = self._before_marker(line, marker)
        found = self.parts.list_at(line, marker + 1) if lead is None else self.parts.going_on(line, lead, marker + 1)
        wholes = self._wholes(line, marker, found.parts, marker if lead is None else lead.first)
        if not wholes:
            return
        parts = [part for of in found.parts if (part := fitted(line, wholes[-1], of)) is not None]
        if len(parts) < len(found.parts):
            return
        parts = self._of_one_kind(line, wholes[-1], parts)
        if len(parts) > 1 and not (self.parts.all_apart(line, parts) and self._one_at_a_time(line, wholes[-1])):
            parts = parts[:1]
        most = sum(_most(whole) for whole in wholes) + rounding(parts, wholes)
        if parts and sum(part.low for part in parts) > most:
            whole = wholes[-1] if len(wholes) == 1 else replace(wholes[-1], low=sum(w.low for w in wholes))
            yield Miscount(whole, tuple(parts), wholes[0].first, parts[-1].after)

    def _before_marker(self, line: Line, marker: int) -> Figure | None:
        """«150 حافلة، 80 منها للعاصمة»: the first part stands before «منها»."""
        lead = next((f for f in line.figures if f.after == marker and f.after == f.last), None)
        if lead is None or lead.unit is not None or lead.kind != "count" or not line.key(marker).startswith("من"):
            return None
        whole = next((f for f in reversed(line.figures) if f.last <= lead.first), None)
        after_comma = line.key(lead.first - 1) in ("،", ",", "(", ":", "-", "–")
        return lead if whole is not None and after_comma and lead.first - whole.after <= 6 else None

    def _wholes(self, line: Line, word: int, parts: Sequence[Figure], marker: int) -> list[Figure]:
        """The counts before token ``marker`` that «بينهم», at token ``word``, may speak of; empty where it may speak of
        something uncounted."""
        people = line.key(word).endswith(("هم", "هن", "هما"))
        lasting = bool(parts) and parts[0].kind == "length" and not people
        before = [f for f in line.figures if f.last <= marker and _is_whole(line, f, lasting)]
        if not before or marker - before[-1].after > _FAR:
            return []
        # «18 كيلومترا من الأنابيب، منها 9 كيلومترات»: the part names what is counted, and it is not people
        named = not people and bool(parts) and parts[0].unit is not None and parts[0].unit == before[-1].unit
        for at in range(before[-1].after, marker if not named else before[-1].after):
            if line.key(at) in self.cues.vague_count or self._antecedent(line, at, people):
                return []
        kind = before[-1].kind
        same = [f for f in before if f.kind == kind and (people is is_people(line, f) or f.unit is None)]
        bare = all(part.unit is None for part in parts)
        if bare and any(f.kind == kind and f not in same and f.high > before[-1].high for f in before):
            return []  # «300 شخص في 3 مسيرات، منها 200»: some of either
        return same if same and same[-1] is before[-1] else []

    def _one_at_a_time(self, line: Line, whole: Figure) -> bool:
        """«قضى عشرين عاما»: who stays somewhere stays nowhere else meanwhile; a war goes on in the north and in the
        south at once."""
        if whole.kind != "length":
            return True
        return any(self.words.cues["stay"].at(line.tokens, at) is not None for at in range(whole.first))

    def _antecedent(self, line: Line, at: int, people: bool) -> bool:
        """Whether «بينهم» may mean the noun at ``at`` instead of a count: a plural without a figure."""
        noun = line.noun(at)
        if noun is None or noun.number == "singular" or line.key(at) in self.cues.among:
            return False
        return (noun.kind in PERSON_KINDS) is people

    def _of_one_kind(self, line: Line, whole: Figure, parts: list[Figure]) -> list[Figure]:
        """The parts before the first that cannot be some of the whole: «7 قتلى بينهم 5 في المدينة و30 جريحا»."""
        names = names_of(line, whole)
        stop = next((n for n, part in enumerate(parts) if self.words.apart(names, names_of(line, part))), len(parts))
        return parts[:stop]

    # «100 مقعد: 60 لهذا و50 لذاك», «12 (7 رجال و5 نساء)»

    def _by_kind(self, line: Line, comma: int) -> Iterator[Miscount]:
        """«45 مسافرا، 20 رجلا و18 امرأة و10 أطفال»: more than the whole, of kinds that nobody is two of."""
        whole = next((f for f in line.figures if f.after == comma and f.exact and f.kind == "count"), None)
        if whole is None or whole.unit is None:
            return
        parts = tuple(part for part in self.parts.list_at(line, comma + 1).parts if fits(line, whole, part))
        if len(parts) < 2 or not all(part.exact and part.unit is not None for part in parts):
            return
        # «17 ميدالية، 6 ذهبيات و…», not «5 منازل، 3 سيارات و4 شاحنات»
        if not is_people(line, whole) and not all(line.lexicon.is_a(of.unit or "", whole.unit) for of in parts):
            return
        names = [names_of(line, part) for part in parts]
        if not all(self.words.apart(one, other) for n, one in enumerate(names) for other in names[:n]):
            return
        others = {self.words.apart(names_of(line, whole), name) for name in names}
        if True not in others and sum(part.value for part in parts) > whole.value > max(part.value for part in parts):
            yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _apposed(self, line: Line, comma: int) -> Iterator[Miscount]:
        """«21 شخصا حتفهم، 12 في مأرب وعشرة في شبوة»: more than the only whole, of parts nobody is in two of."""
        before = [f for f in line.figures if f.last <= comma]
        if len(before) != 1 or comma - before[0].after > 6 or not _is_whole(line, before[0]) or not before[0].exact:
            return
        whole, found = before[0], self.parts.list_at(line, comma + 1)
        if not found.parts or found.parts[0].first > comma + 2 or whole.unit is None:
            return
        parts = tuple(part for of in found.parts if (part := fitted(line, whole, of)) is not None and part.unit is None)
        if len(parts) < 2 or len(parts) < len(found.parts) or not all(part.exact for part in parts):
            return
        most = max(part.value for part in parts)
        if self._handed_out(line, whole, found) and not self._leaves_out(line, comma):
            made = sum(part.value for part in parts)
            if made < whole.value - rounding(parts, [whole]) and whole.value < 2 * made:
                yield Miscount(whole, parts, whole.first, parts[-1].after)
                return
        if not self.parts.all_apart(line, parts) or any(self._each(line, part) for part in parts):
            return
        apart = self.parts.are_kinds(line, parts) or self.parts.come_from(line, parts)
        if not (apart or self.parts.stay_apart(line, whole, parts)):
            return
        if sum(part.value for part in parts) > whole.value + rounding(parts, [whole]) and most < whole.value:
            yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _handed_out(self, line: Line, whole: Figure, found: PartList) -> bool:
        """«600 سلة، 300 للنازحين و250 للأسر المضيفة.»: things, all of which go to somebody."""
        if not found.closed or is_people(line, whole) or whole.kind != "count":
            return False
        tails = [self.parts.tail_of(line, part) for part in found.parts]
        ends = found.last >= len(line.tokens) or line.tokens[found.last].text == "."
        nouns = [line.noun(part.after) for part in found.parts]
        many = all(noun is not None and noun.number == "plural" for noun in nouns)
        return ends and many and all(tail.startswith("لل") for tail in tails) and len(set(tails)) == len(tails)

    def _including(self, line: Line, marker: int) -> Iterator[Miscount]:
        """«90 مليون دولار، تشمل 60 مليون دولار للبناء و40 مليون دولار للتجهيز»: of the very same things."""
        for found in self._among(line, marker):
            alike = all(part.unit == found.whole.unit and part.kind == found.whole.kind for part in found.parts)
            if alike and len(found.parts) > 1:  # «مليار درهم على شبكة تشمل ثمانية من كل عشرة سكان»
                yield found

    def _spread_before(self, line: Line, marker: int) -> bool:
        """«يتوزع أعضاء المجلس الـ60 بين 35 …»: a verb of sharing out before the whole."""
        whole = next((f for f in line.figures if f.after == marker), None)
        if whole is None:
            return False
        verbs = {line.key(at).removeprefix("و") for at in range(max(0, whole.first - 6), whole.first)}
        return bool(verbs & line.words.splitting or verbs & self.cues.parted)

    def _spread_opens(self, line: Line, marker: int) -> bool:
        """«وتتوزع الإصابات على …»: the sentence begins with such a verb, and no figure stands before ``marker``."""
        near = marker <= 4 and line.key(0).removeprefix("و") in line.words.splitting | self.cues.parted
        return near and all(first > marker for first in (*line.dates, *(figure.first for figure in line.figures)))

    def _exactly(self, line: Line, marker: int, shared: bool = False) -> Iterator[Miscount]:
        opening = line.tokens[marker].text
        cues = self.words.cues
        hit = cues["exactly"].at(line.tokens, marker) or cues["spread"].at(line.tokens, marker)
        first = marker + 1 if hit is None else hit.last
        shared = shared or hit is not None
        found = self.parts.list_at(line, first)
        # «26 عاما، توزعت على تسعة أعوام …»; «20 ساعة بواقع ساعتين صباحا وثلاث مساء» are hours of each day
        lasting = found.parts[:1] != () and found.parts[0].kind == "length" and line.key(marker) != "بواقع"
        whole = next((f for f in reversed(line.figures) if f.last <= marker and _is_whole(line, f, lasting)), None)
        far = _FAR if self._as_follows(line, marker) else 0 if opening == "(" else 6
        if whole is None or marker - whole.after > far + 1:
            return
        if any(line.figure_at(at) for at in range(whole.after, marker)) or not whole.exact:
            return
        parts = tuple(part for of in found.parts if (part := fitted(line, whole, of)) is not None and part.exact)
        if len(parts) < 2 or len(parts) < len(found.parts) or any(self._each(line, part) for part in parts):
            return
        if not shared and not self._same_things(line, whole, parts):
            return
        if not shared and any(of.unit is None and part.value > whole.value
                               for of, part in zip(found.parts, parts, strict=True)):  # fmt: skip
            return  # «على ثلاث قرى: 12 في الأولى و10 في الثانية» counts something told of before
        if opening == "(" and line.key(found.last) != ")":
            return
        made = sum(part.value for part in parts)
        closed = found.closed or self._besides(line, found.last + 1, whole)
        closed = closed and not self._leaves_out(line, first, whole)
        overlapping = not shared and self._may_overlap(line, parts)
        slack = rounding(parts, [whole])
        if (made > whole.value + slack and not overlapping) or (made < whole.value - slack and closed):
            yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _as_follows(self, line: Line, marker: int) -> bool:
        """«1700 شخص إلى غاية منتصف النهار، وهم موزعون كما يلي:»"""
        return any(self.words.cues["as-follows"].at(line.tokens, at) for at in range(max(0, marker - 3), marker + 1))

    def _each(self, line: Line, part: Figure) -> bool:
        """«يومان لكل ملف», «ثلاث ساعات يوميا»: a rate."""
        return bool((line.words.per_time | self.cues.each) & set(self.parts.tail_of(line, part).split()))

    def _same_things(self, line: Line, whole: Figure, parts: Sequence[Figure]) -> bool:
        """Whether the parts are plainly of the whole's kind: «3 سيارات: 5 هواتف و4 أجهزة» are two lists."""
        if all(self.words.kinds.keys() & names_of(line, part) for part in parts) and self.parts.all_apart(line, parts):
            return True
        strange = [part for part in parts if part.unit not in (None, whole.unit) and line.noun(part.after - 1) is None]
        if self._are_pieces(line, whole, parts):
            return True
        alike = {self.parts.tail_of(line, part)[:1] for part in parts}
        if strange and (len(alike) > 1 or not alike <= {"ب", "ل"}):
            return False  # «50 لوحة: 30 زيتية و25 من أعمال الشباب», not «35 محملة بالطحين و20 بالأدوية»
        return all(
            part.unit in (None, whole.unit) or is_people(line, part) or part in strange
            or (whole.unit is not None and line.lexicon.is_a(part.unit, whole.unit))
            for part in parts
        )  # fmt: skip

    def _are_pieces(self, line: Line, whole: Figure, parts: Sequence[Figure]) -> bool:
        """«210 قطع: 96 تميمة و74 تمثالا و50 إناء»: things of different names, one of which at least the lexicon knows
        for a thing, behind a word that stands for any of them. Arms are no mere pieces: their cartridges are none."""
        if whole.unit is None or self.words.cues["pieces"].at(line.tokens, whole.after - 1) is None:
            return False
        arms = line.key(whole.after) in ("سلاح", "ذخيره", "اسلحه", "حربيه")
        if arms or any(part.value >= whole.value for part in parts):
            return False
        things = [line.key(at) for part in parts if (at := _named_at(line, part)) is not None]
        if len(things) < len(parts) or len(set(things)) < len(things):
            return False
        known = [part for part in parts if (noun := line.noun(part.last)) is not None and noun.number == "singular"]
        return bool(known)

    def _spread(self, line: Line, first: int, before: Line | None) -> Iterator[Miscount]:
        """«… شراء 240 ألف طن. … موزعة بواقع 120 … و60 … و80»: the only figure of that unit in the sentence before."""
        found = self.parts.list_at(line, first)
        if found.parts and found.parts[0].kind == "length":
            parts = tuple(part for of in found.parts if (part := fitted(line, found.parts[0], of)) is not None)
            found = replace(found, parts=parts) if len(parts) == len(found.parts) else found
        units = {(part.kind, part.unit) for part in found.parts}
        people = all(is_people(line, of) for of in found.parts)
        if len(units) > 1 and people and self.parts.all_apart(line, found.parts):
            units = {("count", None)}  # «12 رجلا وعشر نساء»
        if before is None or len(found.parts) < 2 or len(units) != 1 or not all(part.exact for part in found.parts):
            return
        kind, unit = units.pop()
        unit = unit if unit is not None or kind != "count" else self._spread_noun(line, first, before)
        wholes = [f for f in before.figures if (f.kind, f.unit) == (kind, unit) and f.exact]
        earlier = [f for f in line.figures if f.last <= first and f.unit == unit]
        if unit is None or len(wholes) != 1 or earlier:
            return
        made, whole = sum(part.value for part in found.parts), wholes[0].value
        slack = rounding(found.parts, wholes)
        if made > whole + slack or (made < whole - slack and found.closed and not self._leaves_out(line, first)):
            yield Miscount(wholes[0], found.parts, found.parts[0].first, found.parts[-1].after, elsewhere=True)

    def _opening(self, line: Line, before: Line | None) -> Iterator[Miscount]:
        """«بلغ عدد المفرج عنهم 64 سجينا. وهم 50 رجلا و16 امرأة»: people of the only count of the sentence before."""
        hit = self.words.cues["exactly"].at(line.tokens, 0)
        if hit is None or before is None or len(before.figures) != 1:
            return
        whole, found = before.figures[0], self.parts.list_at(line, hit.last)
        parts = found.parts
        if not (whole.exact and is_people(before, whole)) or len(parts) < 2:
            return
        if not all(part.exact and is_people(line, part) for part in parts) or not self.parts.all_apart(line, parts):
            return
        made = sum(part.value for part in parts)
        if made > whole.value or (made < whole.value and found.closed and not self._leaves_out(line, hit.last)):
            yield Miscount(whole, parts, parts[0].first, parts[-1].after, elsewhere=True)

    def _spread_noun(self, line: Line, first: int, before: Line) -> str | None:
        """«تتوزع الإصابات على 40 في العاصمة»: the unit of the only count of the sentence before, named again."""
        units = [figure.unit for figure in before.figures if figure.kind == "count"]
        if len(units) != 1:
            return None
        named = {noun.concept for at in range(first) if (noun := line.noun(at)) is not None and noun.definite}
        return units[0] if units[0] in named else None

    def _leaves_out(self, line: Line, first: int, whole: Figure | None = None) -> bool:
        return any(
            self.words.cues["rest"].at(line.tokens, at) and not (whole is not None and self._besides(line, at, whole))
            for at in range(first, len(line.tokens))
        )

    def _besides(self, line: Line, at: int, whole: Figure) -> bool:
        """«إضافة إلى 46 سيارة» behind parts of a number of people: something else, which the whole does not count."""
        hit = self.words.cues["besides"].at(line.tokens, at) if at < len(line.tokens) else None
        other = line.figure_at(hit.last) if hit is not None else None
        if other is None or other.unit is None or whole.unit is None:
            return False
        if whole.kind != "count" or other.kind != "count" or line.key(other.last) == "من":
            return False
        behind = [figure for figure in line.figures if figure.first >= other.first]
        rest = range(other.after, len(line.tokens))
        stop = next((n for n in rest if line.tokens[n].kind == "punctuation"), len(line.tokens))
        more = any(word == "مع" or word.startswith("و") for word in keys_of(line, other.after, stop))
        return not more and not any(fits(line, whole, figure) for figure in behind)

    def _may_overlap(self, line: Line, parts: Sequence[Figure]) -> bool:
        """«20 لاعبا: 12 محترفا و10 من الشباب» may count some twice; parts with one unit, or apart, may not."""
        units = {part.unit for part in parts}
        return len(units) > 1 and not self.parts.all_apart(line, parts) and all(is_people(line, part) for part in parts)

    # «5 في حلب و7 في إدلب، أي ما مجموعه 13»

    def _totals(self, line: Line) -> Iterator[Miscount]:
        for hit in self.words.cues["total"].find(line.tokens):
            whole = line.figure_at(hit.last)
            if whole is None or not whole.exact or whole.kind not in ("count", "money"):
                continue
            bare = hit.last - hit.first == 1
            noun = line.noun(whole.last) if whole.last < len(line.tokens) else None
            people = not bare and (is_people(line, whole) or (noun is not None and noun.kind in PERSON_KINDS))
            parts = [f for f in line.figures if f.last <= hit.first and f.exact
                     and (_adds_to(line, f, whole) or (people and is_people(line, f)))]  # fmt: skip
            if not 2 <= len(parts) <= 6 or any(f.kind == "share" for f in line.figures if f.first < whole.first):
                continue
            if bare and len({part.unit for part in parts}) > 1:
                continue
            if not all(self._joined(line, one, other, people) for one, other in pairwise(parts)):
                continue
            slack = rounding(parts, [whole]) + 1e-6 * whole.value
            if all(abs(whole.value - made) > slack for made in subsums([part.value for part in parts])):
                yield Miscount(whole, tuple(parts), parts[0].first, whole.after)

    def _joined(self, line: Line, one: Figure, other: Figure, verbs: bool) -> bool:
        """Whether two figures stand in one list: «و» or a comma before the second, no new verb between. ``verbs``: or
        one, «قتل 6 وجرح 12»."""
        before = line.key(other.first - 1)
        if verbs and before.startswith("و") and other.first - one.after <= 2:
            return True
        linked = before in ("و", "،", ",", "مقابل") or line.key(other.first).startswith("و")
        return linked and not any(
            bool(entries := line.entries(at)) and entries[0].pos == "verb" for at in range(one.after, other.first)
        )


def _most(figure: Figure) -> float:
    """The most a figure may stand for: «نحو 100» up to a tenth more."""
    return figure.high * 1.1 if figure.approximate else figure.high


def _is_count(line: Line, figure: Figure) -> bool:
    """Whether a figure counts anything: «رقم 12» and «12 جنوبا» do not."""
    return line.key(figure.first - 1) not in ("رقم", "الكيلو", "طريق", "الماده", "ماده", "فقره", "القرار", "مجموعه")


def _is_whole(line: Line, figure: Figure, lasting: bool = False) -> bool:
    """Whether a figure can be the sum of others; ``lasting``: of lengths of time."""
    kinds = ("length",) if lasting else ("count", "money")
    return figure.kind in kinds and _is_count(line, figure) and figure.value > 1


def _named_at(line: Line, part: Figure) -> int | None:
    """The token of the thing a part counts: «96 تميمة»; None for an adjective («96 نادرة», «30 زيتية»)."""
    at = part.last
    if at >= len(line.tokens) or line.tokens[at].kind != "word" or line.key(at) in ("في", "من", "علي", "منها"):
        return None
    entries = line.entries(at)
    if entries:
        return at if entries[0].pos == "noun" else None
    return None if line.key(at).endswith(("يه", "ي", "يا", "يات")) else at


def rounding(parts: Sequence[Figure], wholes: Sequence[Figure]) -> float:
    """By how much rounded parts and wholes may be out: «1.3 مليون» and «1.6 مليون» may make 3.0 million, never 3.1.
    Just below what they could be out at most, which only exact halves would reach. Who writes «1.6 مليار» beside it
    means a full milliard by «مليار»."""
    figures = (*parts, *wholes)
    finest: dict[float, float] = {}
    for figure in figures:
        finest[figure.scale] = min(figure.half_digit, finest.get(figure.scale, figure.half_digit))
    return excused_total(0.999 * sum(finest[figure.scale] for figure in figures), *figures)


def _adds_to(line: Line, part: Figure, whole: Figure) -> bool:
    return part.kind == whole.kind and _is_count(line, part) and (
        part.unit == whole.unit or part.unit is None or whole.unit is None
    )


def subsums(values: Sequence[float]) -> set[float]:
    """Every sum of two or more of the values: a total may leave some figure of the sentence out."""
    sums: set[float] = set()
    for bits in range(1 << len(values)):
        if bits.bit_count() >= 2:
            sums.add(sum(value for n, value in enumerate(values) if bits >> n & 1))
    return sums
