"""Lists of parts: figures one after the other, what each is of, and whether two of them can hold the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from workbench.checks.figures import Figure, Line
from workbench.knowledge.facts.geography import NO_GEOGRAPHY, Geography
from workbench.knowledge.words.casualty_words import NO_CASUALTY_WORDS, CasualtyWords
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.knowledge.words.clause_words import ClauseWords
from workbench.knowledge.words.sum_words import SumCue, SumWords
from workbench.text.normal import key

PERSON_KINDS = frozenset(("person", "role", "casualty", "military", "office"))
_TAIL = 9  # words that may describe a part
_PARTS_AT_MOST = 12
_SITES: tuple[SumCue, ...] = ("town", "site", "region")
# Which kinds of known places do not lie in each other, by the word that a place without a known name is told by.
_LEVELS = {"city": "name", "town": "name", "governorate": "region", "country": "country"}
_MANNERS = ("extent", "presence")  # partitions of how something was done
_ONE = frozenset(("واحد", "واحده"))  # «من أسرة واحدة»


@dataclass(frozen=True, slots=True)
class PartList:
    """Parts behind a marker; ``closed``: the list plainly ends where the reading did; ``last``: the token after."""

    parts: tuple[Figure, ...]
    closed: bool
    last: int


@dataclass(frozen=True, slots=True)
class PartReader:
    words: SumWords
    cues: ClaimCues
    clauses: ClauseWords
    geography: Geography = NO_GEOGRAPHY
    casualties: CasualtyWords = NO_CASUALTY_WORDS

    def list_at(self, line: Line, first: int) -> PartList:
        """The parts that stand one after the other from token ``first`` on, joined by commas and «و»."""
        parts: list[Figure] = []
        at = first
        while at < len(line.tokens) and line.key(at) in ("من", "علي", "بين", "ما", ":", "كل", "نحو", "حوالي", "عدد"):
            at += 1
        while len(parts) < _PARTS_AT_MOST:
            part = self._part(line, at)
            if part is None:
                return PartList(tuple(parts), False, at)
            parts.append(part)
            end, goes_on = self._tail(line, part.after)
            if not goes_on:
                return PartList(tuple(parts), self._closes(line, end), end)
            at = end
        return PartList(tuple(parts), False, at)

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
        citizen = self._citizen(line, at)
        if citizen is not None:
            return citizen
        if noun is None or noun.number != "singular" or noun.definite or noun.enclitic:
            return None
        if noun.proclitics not in ("", "و"):
            return None
        if line.key(at + 1) in _ONE:  # «ذهبية واحدة»
            one = line.figure_at(at + 1)
            return replace(one, first=at) if one is not None and one.unit == noun.concept else None
        if noun.concept not in self.words.kinds:
            return None
        return Figure(at, at + 1, at + 1, 1, 1, False, "count", noun.concept)

    def _citizen(self, line: Line, at: int) -> Figure | None:
        """«خمسة لبنانيين وفرنسيان وسوري»: one of a nation, behind others."""
        entry = next(iter(line.entries(at)), None) if at < len(line.tokens) else None
        behind = any(figure.after == at for figure in line.figures)
        if entry is None or not behind or entry.proclitics != "و" or entry.number != "singular" or entry.enclitic:
            return None
        if entry.pos != "adjective" or key(entry.lemma) not in self.geography.nations:
            return None
        return Figure(at, at + 1, at + 1, 1, 1, False, "count", entry.concept)

    def _tail(self, line: Line, at: int) -> tuple[int, bool]:
        """The words that describe a part: where they end, and whether another part follows there."""
        start = at
        while at < len(line.tokens):
            token = line.tokens[at]
            joined = token.text in "،," or (token.key.startswith("و") and token.key not in _ONE)
            if joined and self._part(line, at) is not None:
                return at, True
            if token.kind == "punctuation" or token.key == "و" or at - start > _TAIL:
                return at, False
            if token.key not in _ONE and (line.figure_at(at) is not None or token.key in self.cues.among):
                return at, False
            # «120 نخلة»: no verb stands right behind a figure
            if at > start and self._new_clause(line, at) and not self._goes_with(line, at):
                return at, False
            at += 1
        return at, False

    def _closes(self, line: Line, end: int) -> bool:
        """Whether the sentence stops where the list was left, or plainly goes on about something else."""
        if end >= len(line.tokens) or line.tokens[end].text in ".؛!؟)»\"":
            return True
        at = end + 1 if line.tokens[end].text in "،," else end
        that = self.words.cues["that"].at(line.tokens, at)
        if that is not None:
            return line.figure_at(that.last) is None  # «…، وأن العملية وقعت», not «وأن ثلاثة آخرين»
        entries = line.entries(at) if at < len(line.tokens) else ()
        if not entries or entries[0].proclitics.startswith("و"):
            return False  # «وفق الشرطة» closes a list, «وفي المدينة» may go on with it
        return bool(entries) and entries[0].pos in ("particle", "verb")

    def _new_clause(self, line: Line, at: int) -> bool:
        if line.key(at - 1) in self.cues.name_opening or any(first <= at < after for _, first, after in line.places):
            return False  # «مستشفى ابن سينا», «في شبوة»
        entries = line.entries(at)
        joined = line.key(at).startswith("و") and (not entries or entries[0].proclitics.startswith("و"))
        verb = bool(entries) and entries[0].pos == "verb"
        return joined or verb or self.clauses.opening_at(line.tokens, at) is not None

    def _goes_with(self, line: Line, at: int) -> bool:
        """«700 مليون من الرسوم والعمولات و300 مليون من …»: two nouns with the article that describe one part."""
        entries = line.entries(at)
        noun = bool(entries) and entries[0].pos in ("noun", "masdar") and entries[0].proclitics == "وال"
        before = line.entries(at - 1)
        first = bool(before) and before[0].pos in ("noun", "masdar") and before[0].proclitics == "ال"
        return noun and first and line.key(at - 2) in ("من", "في", "علي", "عن")

    def going_on(self, line: Line, lead: Figure, at: int) -> PartList:
        """The parts of a list whose first is ``lead``, what describes it beginning at ``at``."""
        lead = replace(lead, after=at)
        end, goes_on = self._tail(line, at)
        rest = self.list_at(line, end) if goes_on else PartList((), False, end)
        return replace(rest, parts=(lead, *rest.parts))

    def all_apart(self, line: Line, parts: Sequence[Figure]) -> bool:
        """Whether nobody can be in two of the parts."""
        names = [names_of(line, part) | self._described_as(line, part) for part in parts]
        if all(self.words.apart(one, other) for n, one in enumerate(names) for other in names[:n]):
            return True
        lands = [self._land(line, part) for part in parts]
        if None not in lands:  # Kurds, Arabs and Scots are of no land in the table: they are Iraqis or Britons as well
            return len(set(lands)) == len(lands) and not self._twice(line)
        tails = [self.tail_of(line, part) for part in parts]
        if "" in tails or len(set(tails)) < len(tails):
            return False
        places = self._places(line, parts)
        if any(self.geography.touch(one, other) for one, other in combinations(places, 2)):
            return False
        if any(self._is_stretch(id) for id in places) and not all(self._is_stretch(id) for id in places):
            return False  # «في مصر و350 في شمال أفريقيا»
        if len(set(places)) == len(parts) and all(tail.split()[0] in line.words.where for tail in tails):
            return True  # «30 في حلب و12 في إدلب», neither of which lies in the other
        heads = {tuple(tail.split()[:2]) for tail in tails}
        if len(heads) == 1 and all(len(tail.split()) > 2 for tail in tails) and not self._may_return(line, parts):
            return True  # «في الحي الشرقي … في الحي الغربي»
        if all(tail in line.words.part_of_day for tail in tails):
            return True
        if all(self._describe_apart(one, other) for one, other in combinations(tails, 2)):
            return True  # «700 رحلة دولية و600 رحلة داخلية»
        money = parts[0].kind == "money"
        if money and all(tail.startswith("من ") for tail in tails):
            return True  # «500 مليون من الاتحاد الأوروبي و300 مليون من السعودية»
        if all(tail.startswith("ل") for tail in tails):
            return money or len(parts) >= 3 or self._for_two_sides(line, parts)
        sites = {self._site(line, part) for part in parts}
        if self._in_the_capital(line, parts, places, tails):
            return True
        return None not in sites and (len(sites) == 1 or sites <= {"town", "name"})

    def _in_the_capital(
        self, line: Line, parts: Sequence[Figure], places: Sequence[str], tails: Sequence[str]
    ) -> bool:
        """«60 في العاصمة و45 في حلب و50 في حمص»: none of these towns is a capital."""
        capital = [tail for tail in tails if tail.split()[1:] == [key("العاصمة")]]
        towns = [self.geography.places.get(id) for id in places]
        plain = all(town is not None and town.kind in ("city", "town") for town in towns)
        others = len(set(places)) == len(places) == len(parts) - 1
        return len(capital) == 1 and others and plain and not any(map(self.geography.is_capital, places))

    def _described_as(self, line: Line, part: Figure) -> frozenset[str]:
        """«18 منهم مدنيون», «12 من أفراد الطاقم»: what the words behind a bare figure go by."""
        if line.key(part.after) == "من":
            words = (line.key(at).removeprefix("ال") for at in (part.after + 1, part.after + 2))
            return frozenset(word for word in words if word in self.words.kinds)
        noun = line.noun(part.after) if part.unit is None and part.after < len(line.tokens) else None
        return frozenset({noun.concept, key(noun.lemma)} if noun is not None and not noun.definite else ())

    def are_kinds(self, line: Line, parts: Sequence[Figure]) -> bool:
        """Whether the parts are of several lands or of one partition, by their nouns or by what describes them."""
        lands = {self._land(line, part) for part in parts}
        if None not in lands:
            return True
        tails = (self.tail_of(line, part) for part in parts)
        return all(self._describe_apart(one, other) for one, other in combinations(tails, 2))

    def stay_apart(self, line: Line, whole: Figure, parts: Sequence[Figure]) -> bool:
        """Whether the parts are told by where they are, and are of things or of people hurt: a minister may be seen in
        two towns."""
        if not all(self.tail_of(line, part).split()[:1] and self._place_or_site(line, part) for part in parts):
            return False
        return self._hurt(line, parts) or not is_people(line, whole)

    def come_from(self, line: Line, parts: Sequence[Figure]) -> bool:
        """«ثلاثة من مصر واثنان من المغرب»: of as many countries as there are parts."""
        countries = [self.geography.country(id) for id in self._places(line, parts)]
        led = all(line.key(part.after) == "من" for part in parts)
        return led and None not in countries and len(set(countries)) == len(parts) and not self._twice(line)

    def _may_return(self, line: Line, parts: Sequence[Figure]) -> bool:
        """«900 زائر، منهم 600 في اليوم الأول و500 في اليوم الثاني»: whom one day saw the next may see again."""
        told = (line.entries(part.after + 1) for part in parts if part.after + 1 < len(line.tokens))
        days = any(entry.pos == "noun" and entry.kind == "time" for entries in told for entry in entries)
        people = any(is_people(line, f) for f in line.figures if f.last <= parts[-1].last)
        return days and people and not self._hurt(line, parts)

    def _hurt(self, line: Line, parts: Sequence[Figure]) -> bool:
        return any(self.casualties.of(entry.lemma) for at in range(parts[0].first) for entry in line.entries(at)[:2])

    def _place_or_site(self, line: Line, part: Figure) -> bool:
        return bool(self._places(line, [part])) or self._site(line, part) is not None

    def _for_two_sides(self, line: Line, parts: Sequence[Figure]) -> bool:
        """«خمس للاعبي الوحدات وأربع للاعبي الفيصلي», «5 للأهلي و3 للزمالك»: of two, told by one word and whose they
        are, or by a name. Who is a child may be displaced as well."""
        tails = [self.tail_of(line, part).split() for part in parts]
        if len({tail[0] for tail in tails}) == 1:
            noun = line.noun(parts[0].after)
            return noun is not None and not noun.definite and all(len(tail) > 1 for tail in tails)
        return all(len(tail) == 1 and line.noun(part.after) is None for tail, part in zip(tails, parts, strict=True))

    def _describe_apart(self, one: str, other: str) -> bool:
        """Whether the first words of two tails are of one partition: «حضوريا», «غيابيا»; or how it was done is,
        wherever they say it: «دمرت كليا», «لحقت بها أضرار جزئية»."""
        if self.words.apart(one.split()[:1], other.split()[:1]):
            return True
        manners = [[word for word in tail.split() if self._is_manner(word)] for tail in (one, other)]
        return all(len(found) == 1 for found in manners) and self.words.apart(*manners)

    def _is_manner(self, word: str) -> bool:
        return any(partition in _MANNERS for partition, _ in self.words.kinds.get(word, ()))

    def _land(self, line: Line, part: Figure) -> str | None:
        """The country whose citizens a part counts: «14 هنديا», «12 لاعبا سعوديا»."""
        for at in (part.after - 1, part.after):
            noun = line.noun(at) if 0 <= at < len(line.tokens) else None
            if noun is not None and noun.kind == "nationality":
                following = line.noun(at + 1) if at + 1 < len(line.tokens) else None
                both = following is not None and following.kind == "nationality"  # «18 فلسطينيا سوريا»
                return None if both else self.geography.nations.get(key(noun.lemma))
        return None

    def _twice(self, line: Line) -> bool:
        """Whether the sentence tells of people with two citizenships."""
        return any(self.words.cues["twice"].at(line.tokens, at) is not None for at in range(len(line.tokens)))

    def tail_of(self, line: Line, part: Figure) -> str:
        """The words that describe a part, as keys, up to the next one."""
        return " ".join(line.key(at) for at in range(part.after, self._tail(line, part.after)[0]))

    def _is_stretch(self, id: str) -> bool:
        """Whether a place is of several countries, which the table does not tell."""
        return self.geography.is_wide(id) and not self.geography.country(id)

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
        told = line.key(at) in line.words.where
        where = at + 1 if told else at
        if where >= len(line.tokens) or not (told or line.key(at).startswith("ب")):
            return None
        for cue in _SITES:
            if self.words.cues[cue].at(line.tokens, where) is not None:
                return cue
        known = next((id for id, first, _ in line.places if first == where), None)
        if known is not None:
            place = self.geography.places.get(known)
            return _LEVELS.get(place.kind) if place is not None else None
        unknown = line.tokens[where].kind == "word" and line.noun(where) is None and (
            not any(entry.pos in ("noun", "particle") for entry in line.entries(where))
        )
        return "name" if unknown and not line.key(where).startswith(("ال", "بال")) else None


def is_people(line: Line, figure: Figure) -> bool:
    noun = line.noun(figure.after - 1) if figure.after > figure.first else None
    if noun is not None and (noun.kind in PERSON_KINDS or noun.kind == "nationality"):
        return True
    return figure.unit is not None and (
        line.lexicon.is_a(figure.unit, "person") or any(line.lexicon.is_a(figure.unit, kind) for kind in PERSON_KINDS)
    )


def fitted(line: Line, whole: Figure, part: Figure) -> Figure | None:
    """``part`` as some of ``whole``, which may lend it its currency and its millions («5.4 ملايين دينار، هي 2.1 مليون
    للبناء و…»); None where it cannot be some of it."""
    if part.unit is None and part.kind == "count" and whole.kind == "length":
        part = replace(part, kind="length", unit=whole.unit)  # «26 عاما، توزعت على تسعة أعوام هنا وسبعة هناك»
    elif part.unit is None and part.kind == "count":
        part = part.scaled_like(whole)
        if whole.kind == "money" and part.scale > 1:
            part = replace(part, kind="money", unit=whole.unit)
    elif whole.kind == "money" and part.kind == "count" and part.scale > 1 and not is_people(line, part):
        part = replace(part, kind="money", unit=whole.unit, after=part.last)  # «1.9 مليار صادرات»
    elif whole.kind == part.kind == "count" and whole.unit is not None:
        if is_people(line, whole):
            if line.key(part.last) == "من" and not is_people(line, part):
                part = replace(part, unit=None)  # «310 من القوات المسلحة»: so many of its people
        elif _only_describes(line, whole, part):
            part = replace(part, unit=None, after=part.last)
    return part if fits(line, whole, part) else None


def _only_describes(line: Line, whole: Figure, part: Figure) -> bool:
    """«4200 قطعة، هي … و850 إسلامية»: the word behind, which may mean a person, agrees with the things counted."""
    noun = line.noun(part.last) if part.last < len(line.tokens) else None
    thing = line.noun(whole.after - 1)
    if noun is None or thing is None or noun.number != "singular" or noun.concept == thing.concept:
        return False
    person = is_people(line, part) or noun.kind == "organisation"  # «700 رحلة دولية و600 داخلية»
    return person and noun.gender == thing.gender and line.key(part.last).endswith(("يه", "يا", "ي"))


def _is_measured(line: Line, figure: Figure) -> bool:
    """Whether a figure is of a measure, whose noun stands in it or behind it."""
    nouns = (line.noun(at) for at in range(figure.first, figure.after + 1) if at < len(line.tokens))
    return any(noun is not None and noun.concept == figure.unit and noun.kind == "measure" for noun in nouns)


def fits(line: Line, whole: Figure, part: Figure) -> bool:
    """Whether ``part`` can be some of ``whole``."""
    if part.kind != whole.kind:
        return False
    if whole.kind in ("money", "length"):
        return part.unit == whole.unit
    if part.unit is None or whole.unit is None or part.unit == whole.unit:
        return True
    if _is_measured(line, part):
        return False  # «طنين ونصف الطن، منها 1800 كيلوغرام», «ثلاث مسافات هي 21 كيلومترا و…»
    people = is_people(line, whole)
    if people or is_people(line, part):
        return people and is_people(line, part)
    return True


def names_of(line: Line, part: Figure) -> frozenset[str]:
    """What a part may go by in the table of exclusive kinds: its concept, its noun as written, its lemma."""
    at = part.after - 1
    noun = line.noun(at)
    names = {line.key(at)} if part.after > part.last or noun is not None else set()
    return frozenset(names | {part.unit or ""} | ({key(noun.lemma), noun.concept} if noun is not None else set()))
