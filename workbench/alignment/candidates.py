"""Whether two claims of one event can be held against each other, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.alignment.events import EventMatch
from workbench.alignment.holders import compare_holders
from workbench.alignment.likeness import one_name
from workbench.alignment.owners import one_owner
from workbench.alignment.relations import Verdict, compare, in_one_unit, is_dayless, is_far, same_stretch
from workbench.alignment.whereabouts import compare_whereabouts, sort_of_place
from workbench.claims.events import ArticleEvent
from workbench.claims.values import Claim
from workbench.claims.when import day_of
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, Entity, Timex
from workbench.text.normal import key

GENERIC = frozenset("person citizen individual people victim other human resident".split())
ACCUSED = frozenset(("accused", "suspect", "convict", "defendant"))
# States whose counts rise while a story runs.
RUNNING = frozenset(
    "killed injured infected missing arrested displaced evacuated rescued kidnapped released casualty".split()
)
LEAD_SENTENCE = 3
NEWS_SENTENCES = 2
_FEW_THINGS = 10
_FEW_PEOPLE = 5
# Measures that an event has one of: a quake's magnitude, a fire's area.
_INTRINSIC = frozenset("degree hectare dunam feddan acre".split())
_DIMENSIONS = frozenset("length width depth height speed weight surface capacity".split())
_SHARED_WORDS = 3
_ACCUSED_WORDS = 2
_WORDS_OF_TIMES = 2
# From here on two figures of the same digits are no chance.
_MANY_DIGITS = 3
_NEARLY_ALL = 0.7
# Kinds of claims that are held against each other.
_TOGETHER: Mapping[str, str] = {"date": "time", "casualties": "quantity"}
_NOBODY: Mapping[str, str] = {}
_OWNED = frozenset("point seat vote goal percent share degree place case-state time-occurrence".split())


@dataclass(frozen=True, slots=True)
class EventPair:
    """An event of one article and one of another, and how they compare. ``topic``: the content words that both
    headlines have. ``owned``: whose a figure is, by the claim's id."""

    a: ArticleEvent
    b: ArticleEvent
    match: EventMatch
    date_a: dt.date | None = None
    date_b: dt.date | None = None
    topic: frozenset[str] = frozenset()
    owned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims that can be compared: whether both can be true, and how surely they speak of one thing (0 to 1)."""

    a: Claim
    b: Claim
    verdict: Verdict
    score: float


class ClaimIndex:
    """Claims by their sort and, where that takes no weighing, by what they speak of: most pairs of claims have nothing
    to do with each other."""

    def __init__(self, claims: Iterable[Claim], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._opposites = knowledge.lexicon.concepts.opposites
        self._rows: dict[tuple[str, object], list[tuple[int, Claim]]] = {}
        for number, claim in enumerate(claims):
            self._rows.setdefault(_sort_of(claim, knowledge), []).append((number, claim))

    def like(self, claim: Claim, after: int = -1) -> list[Claim]:
        """All that ``compare_claims`` could make something of beside ``claim``, in order; only those behind number
        ``after``."""
        kind, what = _sort_of(claim, self._knowledge)
        found = self._rows.get((kind, what), [])
        if kind == "statement":
            opposite = self._opposites.get(claim.predicate, frozenset()) - {claim.predicate}
            against = [row for said in opposite for row in self._rows.get((kind, said), ())]
            found = sorted((*found, *against), key=lambda row: row[0]) if against else found
        return [other for number, other in found if number > after]


def _sort_of(claim: Claim, knowledge: Knowledge) -> tuple[str, object]:
    if claim.kind == "statement":
        return "statement", claim.predicate
    if claim.kind == "place":
        return "place", sort_of_place(claim, knowledge)
    return _TOGETHER.get(claim.kind, claim.kind), None


def compare_claims(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    """Whether two claims of one event can be held against each other at all, and what comes of it."""
    likeness = likeness_of(a.context, b.context)
    if {a.kind, b.kind} == {"quantity", "casualties"}:
        return _people(a, b, likeness, knowledge)
    if a.kind != b.kind and {a.kind, b.kind} != {"date", "time"}:
        return None
    if a.kind == "casualties":
        return compare_casualties(a, b, likeness, knowledge)
    if "age" in (a.predicate, b.predicate):
        return compare_ages(a, b, in_a, in_b, likeness, knowledge)
    if a.kind in ("quantity", "duration", "score"):
        return compare_quantities(a, b, in_a, in_b, likeness, knowledge, pair.topic, pair.owned)
    if a.kind in ("date", "time"):
        return _times(a, b, in_a, in_b, pair, likeness, knowledge)
    if a.kind == "actor":
        return _actors(a, b, likeness, knowledge)
    if a.kind == "statement":
        return compare_statements(a, b, likeness, pair, knowledge)
    if a.kind == "office":
        who = compare_holders(a, b, in_a, in_b)
        return None if who is None else Candidate(a, b, who, 0.5 + likeness / 4)
    if a.kind == "place":
        where = compare_whereabouts(a, b, in_a, in_b, pair.a.several or pair.b.several, knowledge)
        return None if where is None else Candidate(a, b, where, 0.5 + likeness / 2)
    return None


def likeness_of(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def compare_casualties(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
    if a.state != b.state and not ("casualty" in (a.state, b.state) and "negated" in (a.polarity, b.polarity)):
        return None
    if "uncertain" in (a.polarity, b.polarity):
        return None
    verdict = compare(a.value, b.value)
    if verdict == "agree" and is_far(a.value, b.value):
        verdict = "unsure"
    generic_a, generic_b = a.of in GENERIC, b.of in GENERIC
    kin = knowledge.lexicon.concepts.kin(a.of, b.of)
    if (a.role != "whole" or b.role != "whole") and (
        verdict != "agree" or not (kin or tells(a.value, False, _FEW_PEOPLE))
    ):
        return None
    if generic_a != generic_b and verdict == "differ":
        special, general = (b, a) if generic_a else (a, b)
        if not _exceeds(special, general):
            verdict = "unsure"
    elif not (generic_a or generic_b or kin or (verdict == "agree" and tells(a.value, False, _FEW_PEOPLE))):
        return None
    score = 0.5 + 0.3 * likeness + 0.2 * ((a.part == b.part) + (a.part == "headline" == b.part)) / 2
    return Candidate(a, b, verdict, score)


def _people(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
    """People counted by what became of them in one report and plainly in the other: «31 أسيرا», «الإفراج عن 31». They
    can only agree."""
    if "part" in (a.role, b.role) or "uncertain" in (a.polarity, b.polarity) or a.predicate == "age" == b.predicate:
        return None
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or is_far(a.value, b.value):
        return None
    people = all(x.of in GENERIC or knowledge.lexicon.is_a(x.of, "person") for x in (a, b))
    if not people or compare(a.value, b.value) != "agree" or not tells(a.value, False, _FEW_PEOPLE):
        return None
    alike = bool(a.context & b.context - GENERIC) or (is_telling(a) and is_telling(b))
    return Candidate(a, b, "agree", 0.4 + 0.3 * likeness) if alike else None


def _exceeds(special: Claim, general: Claim) -> bool:
    """More soldiers dead than people dead cannot be."""
    one, other = special.value, general.value
    return (
        isinstance(one, Amount) and isinstance(other, Amount)
        and one.low is not None and other.high is not None and one.low > other.high
    )  # fmt: skip


def compare_ages(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> Candidate | None:
    """Ages of one person: of one name, or of the only person whose age each article tells."""
    if a.predicate != b.predicate:
        return None
    alone = all(sum(claim.predicate == "age" for claim in claims) == 1 for claims in (in_a, in_b))
    # «أحمد» alone is half the list of the injured.
    named = a.of == b.of and (a.of.isascii() or " " in a.of)
    called = _is_called(a, b, in_b, alone, knowledge) or _is_called(b, a, in_a, alone, knowledge)
    if not named and not called and not (alone and (likeness >= 0.2 or len(a.context & b.context) >= _SHARED_WORDS)):
        return None
    verdict = compare(a.value, b.value)
    return Candidate(a, b, verdict, 0.6 + likeness / 4)


def _is_called(named: Claim, called: Claim, beside: Sequence[Claim], alone: bool, knowledge: Knowledge) -> bool:
    """Whether one claim gives a person's name and the other only what the person is: «ياسر البقالي» and «اللاعب» in a
    sentence that has the name; «المقاول سامح الدالي، المتهم» and «المتهم»; «أدانت المحكمة فلانا» and «المتهم», where
    each report tells one age only (``alone``). A list of people tells nothing."""
    if " " not in named.of or not knowledge.lexicon.is_a(called.of, "person"):
        return False
    if sum(one.predicate == "age" and one.sentence == called.sentence for one in beside) != 1:
        return False
    if set(named.of.split()) <= called.context or f"is:{called.of}" in named.traits:
        return True
    cues = knowledge.claim_cues
    return called.of in ACCUSED and alone and len(named.context & cues.accused_beside) >= _ACCUSED_WORDS


def compare_quantities(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge,
    topic: frozenset[str] = frozenset(), owned_by: Mapping[str, str] = _NOBODY,
) -> Candidate | None:  # fmt: skip
    """``topic``: what both articles are about, which their clauses need not name."""
    same = knowledge.lexicon.concepts.stands_for(a.of, b.of)
    kin = knowledge.lexicon.concepts.kin(a.of, b.of)
    predicates = a.predicate == b.predicate and a.predicate != ""
    if "after" in a.traits | b.traits:
        if not _one_length(a, b, knowledge):
            return None
        same = True
    if a.kind == "duration" and (likeness >= _NEARLY_ALL if "" in (a.of, b.of) else likeness >= 0.5):
        same = same or len(a.context & b.context) >= _SHARED_WORDS
    if isinstance(a.value, Amount) and isinstance(b.value, Amount) and not _one_unit(a.value, b.value, kin, knowledge):
        return None
    verdict = compare(*in_one_unit(a.value, b.value, knowledge.amounts.scales), a.approximate or b.approximate)
    if verdict == "agree":
        people = all(knowledge.lexicon.is_a(one.of, "person") for one in (a, b))
        measured = (
            isinstance(a.value, Amount) and isinstance(b.value, Amount)
            and (a.value.unit == b.value.unit or _of_one_kind(a.value, b.value, knowledge)
                 or bool(a.value.unit and b.value.unit and knowledge.amounts.same_money(a.value.unit, b.value.unit)))
        )  # fmt: skip
        if not (kin or measured or likeness >= 0.5 or people or a.kind == "duration"):
            return None
        if not tells(a.value, kin or measured, _FEW_PEOPLE if people else _FEW_THINGS):
            return None
        far = is_far(*in_one_unit(a.value, b.value, knowledge.amounts.scales))
        return Candidate(a, b, "unsure" if far else "agree", 0.4 + 0.3 * likeness + 0.3 * predicates)
    if a.role != b.role or a.role == "part":
        return None
    if a.kind == "score":
        return Candidate(a, b, verdict, 0.6 + 0.2 * likeness) if _both_lead(a, b) else None
    owner = one_owner(a, b, owned_by)
    if owner:
        in_a = [claim for claim in in_a if owned_by.get(claim.id) == owned_by[a.id]]
        in_b = [claim for claim in in_b if owned_by.get(claim.id) == owned_by[b.id]]
    rivals = max(_rivals(a, in_a, predicates), _rivals(b, in_b, predicates))
    if same and "total" in a.traits & b.traits and not rivals:
        # «على متنها 312 مسافرا», «كان على متن السفينة 231 راكبا»
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    if owner and same and not rivals and a.of in _OWNED:
        return Candidate(a, b, verdict, 0.6 + 0.3 * likeness)
    if not same and _only_one_measured(a, in_a) and _only_one_measured(b, in_b):
        same = isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.unit == b.value.unit
    if _is_transposed(a.value, b.value) and (
        _digits(a.value) >= _MANY_DIGITS or _is_share_or_money(a.value, knowledge) or (same and likeness >= 0.2)
    ):
        return Candidate(a, b, verdict, 0.55 + 0.3 * likeness)
    if not same and _sole_percentages(a, b, in_a, in_b, knowledge):
        return Candidate(a, b, verdict, 0.4 + 0.3 * likeness)
    if not same or (rivals and not (predicates and likeness >= 0.4)):
        return None
    # Points, seats, metres, money: everybody has some; only what stands around tells whose.
    intrinsic = isinstance(a.value, Amount) and (a.value.unit in _INTRINSIC or a.of in _DIMENSIONS)
    owned = not intrinsic and (a.of in _OWNED or (isinstance(a.value, Amount) and a.value.unit != a.of))
    others = (a.context & b.context) - {a.of, a.value.unit if isinstance(a.value, Amount) else ""}
    if owned and (rivals or not (predicates or len(others) >= _SHARED_WORDS)):
        return None
    if owned and (owner is False or not _one_owner(a, b, others, topic, knowledge)):
        return None
    alone = a.kind == "duration" and not rivals and likeness > 0
    if not (predicates or likeness >= 0.2 or intrinsic or alone):
        return None
    return Candidate(a, b, verdict, 0.3 + 0.4 * likeness + 0.3 * (predicates or intrinsic))


def _one_length(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether a length that passed before something was is also the other's: the same was done, or the other says how
    long the same sort of event went on: «سيطروا على الحريق بعد أربع ساعات», «استغرق إخماد النيران ساعتين»."""
    if "after" in a.traits & b.traits:
        return a.predicate == b.predicate != ""
    other = b if "after" in a.traits else a
    if not other.context & knowledge.claim_cues.lasting_concepts:
        return False
    events, concepts = knowledge.events, knowledge.lexicon.concepts
    return len({events.family(x.of, concepts) or x.of for x in (a, b)} - {""}) == 1 or bool(a.context & b.context)


def _one_owner(a: Claim, b: Claim, shared: frozenset[str], topic: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether both clauses name the same, and nobody else; or, where they name nobody but what both articles are about,
    share two words or more."""
    names_a, names_b = (
        {word for word in claim.context - topic if _is_name(word, knowledge)} for claim in (a, b)
    )
    return names_a == names_b and (bool(names_a) or len(shared) >= _SHARED_WORDS - 1)


def _is_name(word: str, knowledge: Knowledge) -> bool:
    """Whether a word of a context names somebody or something: it has an identifier, or no table knows it."""
    world = knowledge.world
    return not word.isascii() or word in world.people or word in world.organisations or word in world.places


def _both_lead(a: Claim, b: Claim) -> bool:
    """Whether both stand where a report says how it ended."""
    return a.sentence <= LEAD_SENTENCE and b.sentence <= LEAD_SENTENCE


def _one_unit(a: Amount, b: Amount, kin: bool, knowledge: Knowledge) -> bool:
    """Metres are held against metres, dollars against dollars; things counted only where they are kin."""
    measures = knowledge.amounts.measure_ids
    if a.unit == b.unit:
        return True
    if a.unit in measures or b.unit in measures:
        return _of_one_kind(a, b, knowledge)
    if a.unit is None or b.unit is None:
        # A percentage of the voters is no number of voters.
        return False
    if knowledge.amounts.same_money(a.unit, b.unit):
        return True
    return kin or not (a.unit.isupper() or b.unit.isupper())


def _of_one_kind(a: Amount, b: Amount, knowledge: Knowledge) -> bool:
    return a.unit is not None and b.unit is not None and knowledge.amounts.of_one_kind(a.unit, b.unit)


def tells(value: object, kin: bool, few: int = _FEW_THINGS) -> bool:
    """Whether sharing a figure means anything: two threes of different things do not."""
    if kin or not isinstance(value, Amount):
        return True
    return value.low is not None and value.low >= few


def is_telling(claim: Claim) -> bool:
    """An exact figure that two reports of different things hardly share: 7.8 percent, 16,400 voters."""
    value = claim.value
    if not isinstance(value, Amount) or value.low is None or value.low != value.high:
        return False
    return value.low >= 20 or value.low != int(value.low)


def _rivals(claim: Claim, claims: Sequence[Claim], predicates: bool) -> int:
    """How many other values the article itself gives for the same thing in the same event; where both articles say
    what was done with it (``predicates``), only those of which the same is said: 22 lorries set out, 9 were burnt."""
    return sum(
        other.id != claim.id and other.kind == claim.kind and other.of == claim.of and other.role == claim.role
        and other.value != claim.value and compare(other.value, claim.value) != "agree"
        and (not predicates or other.predicate in ("", claim.predicate))
        for other in claims
    )  # fmt: skip


def _only_one_measured(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a measure («درجات») is used of one value only, so that it needs no name of what it measures."""
    value = claim.value
    if not isinstance(value, Amount) or value.unit is None or value.unit == claim.of:
        return False
    return not any(
        isinstance(other.value, Amount) and other.value.unit == value.unit and compare(other.value, value) != "agree"
        for other in claims
    )


def _is_transposed(a: object, b: object) -> bool:
    """Whether two exact figures have the same digits in another order, as slips of the pen have: 312 and 231, 2.4 and
    4.2 thousand million."""
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.low != a.high or b.low != b.high:
        return False
    if a.low is None or b.low is None or (a.unit is None) != (b.unit is None) or a.low == b.low:
        return False
    one, other = _figure(a.low), _figure(b.low)
    return len(one) == len(other) and sorted(one) == sorted(other) and len(f"{a.low:.6g}") == len(f"{b.low:.6g}")


def _figure(value: float) -> str:
    """The digits of a figure without the noughts at its end."""
    return f"{value:.10g}".replace(".", "").replace("e+", "").rstrip("0")


def _digits(value: object) -> int:
    return len(_figure(value.low)) if isinstance(value, Amount) and value.low is not None else 0


def _is_share_or_money(value: object, knowledge: Knowledge) -> bool:
    return isinstance(value, Amount) and (
        value.unit is None or value.unit.isupper() or value.unit in knowledge.amounts.nouns_of.values()
    )


def _sole_percentages(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], knowledge: Knowledge) -> bool:
    """Whether each article gives one percentage of the event, both with a name and two words besides in common: «نسبة
    امتلاء سد تاقصبت», «مخزون سد تاقصبت … من سعته»."""
    if not all(isinstance(x.value, Amount) and x.value.unit is None and x.kind == "quantity" for x in (a, b)):
        return False
    alone = all(
        sum(isinstance(x.value, Amount) and x.value.unit is None and x.kind == "quantity" for x in claims) == 1
        for claims in (in_a, in_b)
    )
    shared = a.context & b.context
    return alone and len(shared) > _SHARED_WORDS and any(_is_name(word, knowledge) for word in shared)


def _times(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, likeness: float,
    knowledge: Knowledge,
) -> Candidate | None:  # fmt: skip
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    if verdict == "agree":
        if a.of != b.of and likeness < 0.2 and a.of and b.of:
            return None
        if _is_window(a) != _is_window(b) and likeness < 0.2:
            # Opening hours and the morning of a day only overlap.
            return None
        if not same_stretch(a.value, b.value) and len(a.context & b.context) < _WORDS_OF_TIMES:
            # Most days lie in «هذا العام»: what happened must be said in like words.
            return None
        return Candidate(a, b, "agree", 0.5 + likeness / 2)
    told = a.of == b.of != "" or _one_news(a, b, pair, likeness, knowledge) or _only_clocks(a, b, in_a, in_b, pair)
    if not told or (a.kind != b.kind and (_day(a) == _day(b) or likeness < _NEARLY_ALL)):
        return None
    if a.predicate != b.predicate and likeness < 0.3 and not _only_clocks(a, b, in_a, in_b, pair):
        return None
    if verdict == "differ" and (_overtaken(a, pair.date_a, pair.date_b) or _overtaken(b, pair.date_b, pair.date_a)):
        # The appointment of one had come when the other was written: two steps of one story.
        return None
    return Candidate(a, b, verdict, 0.4 + likeness / 2)


def _is_window(claim: Claim) -> bool:
    """«من العاشرة صباحا حتى الثامنة مساء», of no day."""
    return is_dayless(claim.value) and isinstance(claim.value, Timex) and claim.value.begin != claim.value.end


def _one_news(a: Claim, b: Claim, pair: EventPair, likeness: float, knowledge: Knowledge) -> bool:
    """Whether both say in their lead, in nearly the same words, when the news was: «افتتح المعرض السبت», «فتحت أبواب
    المعرض الجمعة»."""
    leads = pair.a.main and pair.b.main and max(a.sentence, b.sentence) <= LEAD_SENTENCE
    opposed = knowledge.lexicon.concepts.opposed(a.predicate, b.predicate)
    said = bool(a.predicate and b.predicate) or likeness >= _NEARLY_ALL
    return leads and likeness >= 0.5 and said and not opposed


def _only_clocks(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair) -> bool:
    """Whether each article gives one hour only of what both are about, beside a word that both headlines have: «انهارت
    الرافعة في التاسعة», «سقطت الرافعة في الحادية عشرة»."""
    if not (pair.a.main and pair.b.main) or {a.kind, b.kind} != {"time"}:
        return False
    alone = all(len({repr(one.value) for one in claims if one.kind == "time"}) == 1 for claims in (in_a, in_b))
    shared = a.context & b.context
    return alone and bool(shared & pair.topic or (shared and a.of == b.of != ""))


def _day(claim: Claim) -> dt.date | None:
    return day_of(claim.value.begin) if isinstance(claim.value, Timex) else None


def _overtaken(claim: Claim, own: dt.date | None, day: dt.date | None) -> bool:
    """Whether the other article was written on or after the day that a claim names, a day ahead for its own article."""
    value = claim.value
    begin = day_of(value.begin) if isinstance(value, Timex) else None
    return begin is not None and day is not None and begin <= day and (own is None or begin > own)


def _actors(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
    if a.predicate != b.predicate or not isinstance(a.value, Entity) or not isinstance(b.value, Entity):
        return None
    if a.polarity == b.polarity:
        if a.polarity == "negated" or a.value == b.value:
            return Candidate(a, b, "agree", 0.6 + likeness / 3)
        named_alike = one_name(key(a.value.name), key(b.value.name))
        rivals = a.predicate == "claim-responsibility" and a.polarity == "affirmed" and not named_alike
        return Candidate(a, b, "differ" if rivals else "unsure", 0.4 + likeness / 3)
    if "uncertain" in (a.polarity, b.polarity):
        return None
    if a.predicate == "blame" and not _same_side(a.of, b.of, knowledge):
        return None
    if a.predicate == "claim-responsibility" and a.value.name and b.value.name and a.value != b.value:
        return None
    return Candidate(a, b, "differ", 0.5 + likeness / 3)


def compare_statements(
    a: Claim, b: Claim, likeness: float, pair: EventPair | None, knowledge: Knowledge
) -> Candidate | None:
    """One says that it is so, the other that it is not; or they say opposite things of the same subject. Outside the
    headlines and leads, where a report says its news, more must be alike."""
    opposed = a.predicate != b.predicate and knowledge.lexicon.concepts.opposed(a.predicate, b.predicate)
    if a.predicate != b.predicate and not opposed:
        return None
    if opposed and a.predicate in b.context and b.predicate in a.context:
        # Both say both: one thing rises, another falls.
        return None
    if "uncertain" in (a.polarity, b.polarity) or (pair is not None and not (pair.a.main and pair.b.main)):
        return None
    if pair is not None and (_none_of_them(a, b) or _none_of_them(b, a)):
        return Candidate(a, b, "differ" if pair.date_a == pair.date_b else "unsure", 0.5 + likeness / 4)
    lead = pair is not None and a.sentence < NEWS_SENTENCES and b.sentence < NEWS_SENTENCES
    shared = len(a.context & b.context)
    if shared < (2 if lead else 4) or likeness < 0.5:
        return None
    subjects = len(set(a.of.split("|")) & set(b.of.split("|")) - {""})
    if subjects < (1 if lead else 2):
        return None
    if opposed:
        return Candidate(a, b, "differ", 0.2 + likeness / 2) if a.polarity == b.polarity else None
    if a.polarity != b.polarity:
        if knowledge.operators.get(a.predicate) in ("negates", "accuses"):
            return None
        return Candidate(a, b, "differ", 0.3 + likeness / 2)
    if a.part == b.part == "headline" and likeness >= 0.6:
        return Candidate(a, b, "agree", 0.3 + likeness / 2)
    return None


def _none_of_them(a: Claim, b: Claim) -> bool:
    """«لم ينسحب أي مرشح» beside «انسحاب المرشح رائد التميمي»: of none, and of one."""
    if a.polarity != "negated" or b.polarity != "affirmed" or a.predicate != b.predicate:
        return False
    told = any(f"none:{word}" in a.traits for word in b.of.split("|"))
    return told and len(a.context & b.context) >= _SHARED_WORDS - 1


def _same_side(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two accusers speak for one state: the Pentagon and Washington."""
    if one == other:
        return one != ""
    country = knowledge.country_of(one)
    return country != "" and country == knowledge.country_of(other)
