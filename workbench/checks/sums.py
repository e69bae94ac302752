"""Parts that do not make the whole a sentence gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.checks.figures import Figure, Line
from workbench.knowledge.claim_cues import ClaimCues
from workbench.knowledge.clause_words import ClauseWords
from workbench.knowledge.geography import NO_GEOGRAPHY, Geography
from workbench.knowledge.sum_words import SumCue, SumWords
from workbench.text.normal import key

_PERSON_KINDS = frozenset(("person", "role", "casualty", "military", "office"))
_FAR = 14  # words between a whole and «بينهم»
_TAIL = 9  # words that may describe a part
_PARTS_AT_MOST = 12


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
class _List:
    """Parts behind a marker; ``closed``: the list plainly ends where the reading did; ``last``: the token after."""

    parts: tuple[Figure, ...]
    closed: bool
    last: int


@dataclass(frozen=True, slots=True)
class SumReader:
    words: SumWords
    cues: ClaimCues
    clauses: ClauseWords
    geography: Geography = NO_GEOGRAPHY

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
            if token.key in self.cues.among:
                yield from self._among(line, at)
            elif token.text in (":", "(") or self.words.cues["exactly"].at(line.tokens, at):
                yield from self._exactly(line, at)
            elif (hit := self.words.cues["spread"].at(line.tokens, at)) is not None:
                here = list(self._exactly(line, at))
                yield from here or self._spread(line, hit.last, before)
        yield from self._totals(line)
        yield from self._whole_of(line)
        yield from self._ballot(line)

    # «12 شخصا، بينهم سبعة رجال …»

    def _among(self, line: Line, marker: int) -> Iterator[Miscount]:
        lead = self._before_marker(line, marker)
        found = self._list(line, marker + 1) if lead is None else self._going_on(line, lead, marker + 1)
        wholes = self._wholes(line, marker if lead is None else lead.first, found.parts)
        if not wholes:
            return
        parts = [part for of in found.parts if (part := _fitted(line, wholes[-1], of)) is not None]
        if len(parts) < len(found.parts):
            return
        parts = self._of_one_kind(line, wholes[-1], parts)
        if len(parts) > 1 and not self._all_apart(line, parts):
            parts = parts[:1]
        most = sum(_most(whole) for whole in wholes) + _rounding(parts, wholes)
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

    def _going_on(self, line: Line, lead: Figure, at: int) -> _List:
        """The parts of a list whose first is ``lead``, what describes it beginning at ``at``."""
        lead = replace(lead, after=at)
        end, goes_on = self._tail(line, at)
        rest = self._list(line, end) if goes_on else _List((), False, end)
        return replace(rest, parts=(lead, *rest.parts))

    def _wholes(self, line: Line, marker: int, parts: Sequence[Figure]) -> list[Figure]:
        """The counts before «بينهم» that it may speak of; empty where it may speak of something uncounted."""
        people = line.key(marker).endswith(("هم", "هن", "هما"))
        before = [f for f in line.figures if f.last <= marker and _is_whole(line, f)]
        if not before or marker - before[-1].after > _FAR:
            return []
        # «18 كيلومترا من الأنابيب، منها 9 كيلومترات»: the part names what is counted, and it is not people
        named = not people and bool(parts) and parts[0].unit is not None and parts[0].unit == before[-1].unit
        for at in range(before[-1].after, marker if not named else before[-1].after):
            if line.key(at) in self.cues.vague_count or self._antecedent(line, at, people):
                return []
        kind = before[-1].kind
        same = [f for f in before if f.kind == kind and (people is _is_people(line, f) or f.unit is None)]
        bare = all(part.unit is None for part in parts)
        if bare and any(f.kind == kind and f not in same and f.high > before[-1].high for f in before):
            return []  # «300 شخص في 3 مسيرات، منها 200»: some of either
        return same if same and same[-1] is before[-1] else []

    def _antecedent(self, line: Line, at: int, people: bool) -> bool:
        """Whether «بينهم» may mean the noun at ``at`` instead of a count: a plural without a figure."""
        noun = line.noun(at)
        if noun is None or noun.number == "singular" or line.key(at) in self.cues.among:
            return False
        return (noun.kind in _PERSON_KINDS) is people

    def _of_one_kind(self, line: Line, whole: Figure, parts: list[Figure]) -> list[Figure]:
        """The parts before the first that cannot be some of the whole: «7 قتلى بينهم 5 في المدينة و30 جريحا»."""
        names = _names(line, whole)
        stop = next((n for n, part in enumerate(parts) if self.words.apart(names, _names(line, part))), len(parts))
        return parts[:stop]

    def _all_apart(self, line: Line, parts: Sequence[Figure]) -> bool:
        """Whether nobody can be in two of the parts."""
        names = [_names(line, part) for part in parts]
        if all(self.words.apart(one, other) for n, one in enumerate(names) for other in names[:n]):
            return True
        if all(part.unit is not None and line.lexicon.is_a(part.unit, "nationality") for part in parts):
            return len({part.unit for part in parts}) == len(parts)
        tails = [self._tail_of(line, part) for part in parts]
        if "" in tails or len(set(tails)) < len(tails):
            return False
        if any(self.geography.touch(one, other) for one, other in pairwise(self._places(line, parts))):
            return False
        heads = {tuple(tail.split()[:2]) for tail in tails}
        if len(heads) == 1 and all(len(tail.split()) > 2 for tail in tails):
            return True  # «في الحي الشرقي … في الحي الغربي»
        if all(tail in _PARTS_OF_DAY for tail in tails):
            return True
        money = parts[0].kind == "money"
        if all(tail.startswith("ل") for tail in tails):
            return money or len(parts) >= 3
        sites = {self._site(line, part) for part in parts}
        return None not in sites and (len(sites) == 1 or sites <= {"town", "name"})

    def _tail_of(self, line: Line, part: Figure) -> str:
        """The words that describe a part, as keys, up to the next one."""
        return " ".join(line.key(at) for at in range(part.after, self._tail(line, part.after)[0]))

    def _places(self, line: Line, parts: Sequence[Figure]) -> list[str]:
        """The known place nearest behind each part."""
        found = []
        for part in parts:
            end = self._tail(line, part.after)[0]
            found += [id for id, first, _ in line.places if part.after <= first < max(end, part.after + 1)][:1]
        return found

    def _site(self, line: Line, part: Figure) -> str | None:
        """What kind of place a part is said to be at, «10 في العاصمة», «65 بمدينة طوخ», «5 من حلب»: sites of one kind
        hold nobody twice, a town may lie in a province."""
        at = part.after
        told = line.key(at) in ("في", "من", "ب")
        where = at + 1 if told else at
        if where >= len(line.tokens) or not (told or line.key(at).startswith("ب")):
            return None
        for cue in _SITES:
            if self.words.cues[cue].at(line.tokens, where) is not None:
                return cue
        if any(first == where for _, first, _ in line.places):
            return "name"
        unknown = line.tokens[where].kind == "word" and line.noun(where) is None and (
            not any(entry.pos == "noun" for entry in line.entries(where))
        )
        return "name" if unknown and not line.key(where).startswith(("ال", "بال")) else None

    # «100 مقعد: 60 لهذا و50 لذاك», «12 (7 رجال و5 نساء)»

    def _exactly(self, line: Line, marker: int) -> Iterator[Miscount]:
        opening = line.tokens[marker].text
        cues = self.words.cues
        hit = cues["exactly"].at(line.tokens, marker) or cues["spread"].at(line.tokens, marker)
        first = marker + 1 if hit is None else hit.last
        whole = next((f for f in reversed(line.figures) if f.last <= marker and _is_whole(line, f)), None)
        if whole is None or marker - whole.after > (0 if opening == "(" else 6) + 1:
            return
        if any(line.figure_at(at) for at in range(whole.after, marker)) or not whole.exact:
            return
        found = self._list(line, first)
        parts = tuple(part for of in found.parts if (part := _fitted(line, whole, of)) is not None and part.exact)
        if len(parts) < 2 or len(parts) < len(found.parts):
            return
        if hit is None and not self._same_things(line, whole, parts):
            return
        if opening == "(" and line.key(found.last) != ")":
            return
        made = sum(part.value for part in parts)
        closed = found.closed and not self._leaves_out(line, first)
        overlapping = hit is None and self._may_overlap(line, parts)
        slack = _rounding(parts, [whole])
        if (made > whole.value + slack and not overlapping) or (made < whole.value - slack and closed):
            yield Miscount(whole, parts, whole.first, parts[-1].after)

    def _same_things(self, line: Line, whole: Figure, parts: Sequence[Figure]) -> bool:
        """Whether the parts are plainly of the whole's kind: «3 سيارات: 5 هواتف و4 أجهزة» are two lists."""
        if all(self.words.kinds.keys() & _names(line, part) for part in parts) and self._all_apart(line, parts):
            return True
        return all(
            part.unit in (None, whole.unit) or _is_people(line, part) or line.noun(part.after - 1) is None
            or (whole.unit is not None and line.lexicon.is_a(part.unit, whole.unit))
            for part in parts
        )  # fmt: skip

    def _spread(self, line: Line, first: int, before: Line | None) -> Iterator[Miscount]:
        """«… شراء 240 ألف طن. … موزعة بواقع 120 … و60 … و80»: the only figure of that unit in the sentence before."""
        found = self._list(line, first)
        units = {(part.kind, part.unit) for part in found.parts}
        if before is None or len(found.parts) < 2 or len(units) != 1 or not all(part.exact for part in found.parts):
            return
        kind, unit = units.pop()
        wholes = [f for f in before.figures if (f.kind, f.unit) == (kind, unit) and f.exact]
        earlier = [f for f in line.figures if f.last <= first and f.unit == unit]
        if unit is None or len(wholes) != 1 or earlier:
            return
        made, whole = sum(part.value for part in found.parts), wholes[0].value
        slack = _rounding(found.parts, wholes)
        if made > whole + slack or (made < whole - slack and found.closed and not self._leaves_out(line, first)):
            yield Miscount(wholes[0], found.parts, found.parts[0].first, found.parts[-1].after, elsewhere=True)

    def _leaves_out(self, line: Line, first: int) -> bool:
        return any(self.words.cues["rest"].at(line.tokens, at) for at in range(first, len(line.tokens)))

    def _may_overlap(self, line: Line, parts: Sequence[Figure]) -> bool:
        """«20 لاعبا: 12 محترفا و10 من الشباب» may count some twice; parts with one unit, or apart, may not."""
        units = {part.unit for part in parts}
        return len(units) > 1 and not self._all_apart(line, parts) and all(_is_people(line, part) for part in parts)

    # «صوت 75 نائبا، 41 لصالح القرار و30 ضده، فيما امتنع 6»

    def _ballot(self, line: Line) -> Iterator[Miscount]:
        voters = next((f for f in line.figures if f.exact and f.kind == "count" and self._voted(line, f)), None)
        if voters is None:
            return
        camps = {}
        for figure in line.figures:
            if figure.first > voters.first and figure.kind == "count" and figure.unit in (None, voters.unit):
                camp = self._camp(line, figure)
                if camp in camps:
                    return  # two ballots
                if camp is not None:
                    camps[camp] = figure
        parts = tuple(camps.values())
        if len(parts) >= 2 and all(f.exact for f in parts) and sum(part.value for part in parts) > voters.value:
            yield Miscount(voters, parts, voters.first, parts[-1].after)

    def _voted(self, line: Line, figure: Figure) -> bool:
        return any(self.words.cues["voted"].at(line.tokens, at) for at in range(max(0, figure.first - 3), figure.first))

    def _camp(self, line: Line, figure: Figure) -> SumCue | None:
        """The side that a count of votes is on, by the words behind it or the verb before it."""
        behind = range(figure.last, min(figure.last + 3, len(line.tokens)))
        for span in (behind, range(max(0, figure.first - 2), figure.first)):
            for at in span:
                if line.tokens[at].kind == "punctuation" or (span is behind and line.key(at).startswith("و")):
                    break
                for camp in _BALLOT:
                    if self.words.cues[camp].at(line.tokens, at) is not None:
                        return camp
        return None

    # Reading a list

    def parts_from(self, line: Line, first: int) -> tuple[Figure, ...]:
        """The figures that stand one after the other from token ``first`` on, with what each is of between them."""
        return self._list(line, first).parts

    def _list(self, line: Line, first: int) -> _List:
        """The parts that stand one after the other from token ``first`` on, joined by commas and «و»."""
        parts: list[Figure] = []
        at = first
        while at < len(line.tokens) and line.key(at) in ("من", "علي", "بين", "ما", ":", "كل", "نحو", "حوالي", "عدد"):
            at += 1
        while len(parts) < _PARTS_AT_MOST:
            part = self._part(line, at)
            if part is None:
                return _List(tuple(parts), False, at)
            parts.append(part)
            end, goes_on = self._tail(line, part.after)
            if not goes_on:
                return _List(tuple(parts), self._closes(line, end), end)
            at = end
        return _List(tuple(parts), False, at)

    def _part(self, line: Line, at: int) -> Figure | None:
        """A figure at ``at``, or one person without a figure: «وامرأة»."""
        while line.key(at) in ("،", ",", "(", "و", "عدد", "نحو", "حوالي") and line.figure_at(at) is None:
            at += 1
        figure = line.figure_at(at)
        if figure is not None:
            if figure.after == figure.last and line.key(figure.last) == ")":
                return replace(figure, after=min(figure.last + 1, len(line.tokens)))
            return figure
        noun = line.noun(at) if at < len(line.tokens) else None
        if noun is None or noun.number != "singular" or noun.definite or noun.enclitic:
            return None
        if noun.proclitics not in ("", "و"):
            return None
        if noun.concept not in self.words.kinds or line.key(at + 1) in ("واحد", "واحده"):
            return None
        return Figure(at, at + 1, at + 1, 1, 1, False, "count", noun.concept)

    def _tail(self, line: Line, at: int) -> tuple[int, bool]:
        """The words that describe a part: where they end, and whether another part follows there."""
        start = at
        while at < len(line.tokens):
            token = line.tokens[at]
            joined = token.text in "،," or token.key.startswith("و")
            if joined and self._part(line, at) is not None:
                return at, True
            if token.kind == "punctuation" or token.key == "و" or at - start > _TAIL:
                return at, False
            if line.figure_at(at) is not None or token.key in self.cues.among:
                return at, False
            if at > start and self._new_clause(line, at):  # «120 نخلة»: no verb stands right behind a figure
                return at, False
            at += 1
        return at, False

    def _closes(self, line: Line, end: int) -> bool:
        """Whether the sentence stops where the list was left, or plainly goes on about something else."""
        if end >= len(line.tokens) or line.tokens[end].text in ".؛!؟)»\"":
            return True
        at = end + 1 if line.tokens[end].text in "،," else end
        if at >= len(line.tokens) or line.key(at).startswith("و"):
            return False
        entries = line.entries(at)
        return bool(entries) and entries[0].pos in ("particle", "verb")

    def _new_clause(self, line: Line, at: int) -> bool:
        entries = line.entries(at)
        joined = line.key(at).startswith("و") and (not entries or entries[0].proclitics.startswith("و"))
        verb = bool(entries) and entries[0].pos == "verb"
        return joined or verb or self.clauses.opening_at(line.tokens, at) is not None

    # «5 في حلب و7 في إدلب، أي ما مجموعه 13»

    def _totals(self, line: Line) -> Iterator[Miscount]:
        for hit in self.words.cues["total"].find(line.tokens):
            whole = line.figure_at(hit.last)
            if whole is None or not whole.exact or whole.kind not in ("count", "money"):
                continue
            bare = hit.last - hit.first == 1
            parts = [f for f in line.figures if f.last <= hit.first and _adds_to(line, f, whole) and f.exact]
            if not 2 <= len(parts) <= 6 or any(f.kind == "share" for f in line.figures if f.first < whole.first):
                continue
            if bare and len({part.unit for part in parts}) > 1:
                continue
            if not all(self._joined(line, one, other) for one, other in pairwise(parts)):
                continue
            slack = _rounding(parts, [whole]) + 1e-6 * whole.value
            if all(abs(whole.value - made) > slack for made in _subsums([part.value for part in parts])):
                yield Miscount(whole, tuple(parts), parts[0].first, whole.after)

    def _joined(self, line: Line, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one list: «و» or a comma before the second, no new verb between."""
        before = line.key(other.first - 1)
        linked = before in ("و", "،", ",", "مقابل") or line.key(other.first).startswith("و")
        return linked and not any(
            bool(entries := line.entries(at)) and entries[0].pos == "verb" for at in range(one.after, other.first)
        )

    # «120 صوتا مقابل 60 وامتناع 10 من أصل 170»

    def _whole_of(self, line: Line) -> Iterator[Miscount]:
        for at in range(len(line.tokens)):
            hit = self.words.cues["of"].at(line.tokens, at)
            if hit is None or hit.last - hit.first < 2:
                continue
            whole = line.figure_at(hit.last)
            if whole is None or not whole.exact or whole.kind != "count":
                continue
            parts = [f for f in line.figures if f.last <= hit.first and f.kind == "count" and f.exact]
            sides = [part for part in parts if self._is_side(line, part)]
            if len(parts) >= 2 and len(sides) == len(parts) - 1 and sum(part.value for part in parts) > whole.value:
                yield Miscount(whole, tuple(parts), parts[0].first, whole.after)

    def _is_side(self, line: Line, part: Figure) -> bool:
        """«مقابل 60», «وامتناع 10», «ورفض 5»: another camp of the same vote."""
        near = [line.key(at).removeprefix("و") for at in range(max(0, part.first - 2), part.first)]
        return any(word in _CAMPS for word in near)


_BALLOT: tuple[SumCue, ...] = ("for", "not-for", "abstain")
_SITES: tuple[SumCue, ...] = ("town", "site", "region")
_PARTS_OF_DAY = frozenset("ليلا نهارا صباحا مساء ظهرا عصرا فجرا".split())
_CAMPS = frozenset("مقابل ضد امتناع امتنع معارضه عارض عارضه رفض رفضه اعتراض وامتناع تعادل خساره خسر هزيمه".split())


def _most(figure: Figure) -> float:
    """The most a figure may stand for: «نحو 100» up to a tenth more."""
    return figure.high * 1.1 if figure.approximate else figure.high


def _is_count(line: Line, figure: Figure) -> bool:
    """Whether a figure counts anything: «رقم 12» and «12 جنوبا» do not."""
    return line.key(figure.first - 1) not in ("رقم", "الكيلو", "طريق", "الماده", "ماده", "فقره", "القرار", "مجموعه")


def _is_whole(line: Line, figure: Figure) -> bool:
    return figure.kind in ("count", "money") and _is_count(line, figure) and figure.value > 1


def _is_people(line: Line, figure: Figure) -> bool:
    noun = line.noun(figure.after - 1) if figure.after > figure.first else None
    if noun is not None and (noun.kind in _PERSON_KINDS or noun.kind == "nationality"):
        return True
    return figure.unit is not None and (
        line.lexicon.is_a(figure.unit, "person") or any(line.lexicon.is_a(figure.unit, kind) for kind in _PERSON_KINDS)
    )


def _fitted(line: Line, whole: Figure, part: Figure) -> Figure | None:
    """``part`` as some of ``whole``, which may lend it its currency and its millions («5.4 ملايين دينار، هي 2.1 مليون
    للبناء و…»); None where it cannot be some of it."""
    if part.unit is None and part.kind == "count":
        part = part.scaled_like(whole)
        if whole.kind == "money" and part.scale > 1:
            part = replace(part, kind="money", unit=whole.unit)
    return part if _fits(line, whole, part) else None


def _fits(line: Line, whole: Figure, part: Figure) -> bool:
    """Whether ``part`` can be some of ``whole``."""
    if part.kind != whole.kind:
        return False
    if whole.kind == "money":
        return part.unit == whole.unit
    if part.unit is None or whole.unit is None or part.unit == whole.unit:
        return True
    people = _is_people(line, whole)
    if people or _is_people(line, part):
        return people and _is_people(line, part)
    return True


def _rounding(parts: Sequence[Figure], wholes: Sequence[Figure]) -> float:
    """By how much rounded parts and wholes may be out: «1.3 مليون» and «1.6 مليون» may make 3.0 million, never 3.1.
    Just below what they could be out at most, which only exact halves would reach."""
    return 0.999 * sum(figure.half_digit for figure in (*parts, *wholes))


def _adds_to(line: Line, part: Figure, whole: Figure) -> bool:
    return part.kind == whole.kind and _is_count(line, part) and (
        part.unit == whole.unit or part.unit is None or whole.unit is None
    )


def _names(line: Line, part: Figure) -> frozenset[str]:
    """What a part may go by in the table of exclusive kinds: its concept, its noun as written, its lemma."""
    at = part.after - 1
    noun = line.noun(at)
    names = {line.key(at)} if part.after > part.last or noun is not None else set()
    return frozenset(names | {part.unit or ""} | ({key(noun.lemma), noun.concept} if noun is not None else set()))


def _subsums(values: Sequence[float]) -> set[float]:
    """Every sum of two or more of the values: a total may leave some figure of the sentence out."""
    sums: set[float] = set()
    for bits in range(1 << len(values)):
        if bits.bit_count() >= 2:
            sums.add(sum(value for n, value in enumerate(values) if bits >> n & 1))
    return sums
