"""Which claims of two articles speak of the same thing, and how they stand to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.alignment.events import EventMatch, match_events
from workbench.alignment.quotes import match_quotes
from workbench.alignment.relations import Verdict, compare
from workbench.alignment.values import Alignment, Relation
from workbench.claims.events import ArticleEvent
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.when import day_of
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount, ArticleDate, Entity, Timex
from workbench.text.values import Bilingual

_GENERIC = frozenset("person citizen individual people victim other human resident".split())
# States whose counts rise while a story runs.
RUNNING = frozenset(
    "killed injured infected missing arrested displaced evacuated rescued kidnapped released casualty".split()
)


_LEAD_SENTENCE = 3
_NEWS_SENTENCES = 2
_FEW_THINGS = 10
# Inside one text only what is almost the same sentence is held against another.
_INNER_FROM = 0.5
_FEW_PEOPLE = 5
# Measures that an event has one of: a quake's magnitude, a fire's area.
_INTRINSIC = frozenset("degree hectare dunam feddan acre".split())
_OWNED = frozenset("point seat vote goal percent share degree place case-state time-occurrence".split())
_OF_VERDICT: dict[Verdict, Relation] = {"agree": "agrees", "differ": "contradicts", "unsure": "unsure"}


@dataclass(frozen=True, slots=True)
class EventPair:
    """An event of one article and one of another, and how they compare."""

    a: ArticleEvent
    b: ArticleEvent
    match: EventMatch
    date_a: dt.date | None = None
    date_b: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    a: Claim
    b: Claim
    verdict: Verdict
    score: float


def pair_events(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> tuple[EventPair, ...]:
    """Events of both articles that are one or may be one; an event is the same as at most one of the other article."""
    pairs = [
        EventPair(one, other, match, a.reading.date.end, b.reading.date.end)
        for one in a.events
        for other in b.events
        if (match := match_events(one, other, knowledge)).verdict != "different"
    ]
    pairs.sort(key=lambda pair: (pair.match.verdict != "same", -pair.match.score))
    taken_a: set[str] = set()
    taken_b: set[str] = set()
    chosen = []
    for pair in pairs:
        if pair.a.id in taken_a or pair.b.id in taken_b:
            continue
        chosen.append(pair)
        taken_a.add(pair.a.id)
        taken_b.add(pair.b.id)
    return tuple(chosen)


def align(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> tuple[Alignment, ...]:
    """Claims of ``a`` beside claims of ``b``, for every pair of events that are one."""
    found: list[Alignment] = []
    for pair in pairs:
        in_a = [claim for claim in a.claims if claim.event == pair.a.id]
        in_b = [claim for claim in b.claims if claim.event == pair.b.id]
        candidates = [
            candidate
            for one in in_a
            for other in in_b
            if (candidate := _candidate(one, other, in_a, in_b, pair, knowledge)) is not None
        ]
        candidates = _without_shared_denials(candidates, in_a, in_b)
        if pair.a.several != pair.b.several:
            # Several attacks and one of them: their counts do not speak of the same people.
            candidates = [
                replace(candidate, verdict="unsure")
                if candidate.verdict == "differ" and candidate.a.kind in ("casualties", "quantity")
                else candidate
                for candidate in candidates
            ]
        chosen = tuple(_chosen(candidates, _primary(in_a) | _primary(in_b)))
        for candidate in _in_doubt(chosen):
            alignment = _alignment(candidate, pair, a.reading.date, b.reading.date)
            if alignment is not None:
                found.append(alignment)
    return tuple(found)


def _in_doubt(chosen: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Where day and number both differ and no figure is shared, two events are told, however alike."""
    differing = {
        "day" if one.a.kind in ("date", "time") else "number"
        for one in chosen
        if one.verdict == "differ" and one.a.kind in ("date", "time", "quantity", "casualties")
    }
    shared = any(
        one.verdict == "agree" and one.a.kind in ("quantity", "casualties", "duration") and _tells(one.a.value, False)
        for one in chosen
    )
    for one in chosen:
        doubtful = len(differing) > 1 and not shared and one.verdict == "differ"
        yield replace(one, verdict="unsure") if doubtful else one


def _without_shared_denials(
    candidates: Sequence[_Candidate], in_a: Sequence[Claim], in_b: Sequence[Claim]
) -> list[_Candidate]:
    """Two reports of one denial repeat what is denied: where both negate something, their statements do not clash."""
    negated_a, negated_b = (
        {
            claim.predicate
            for claim in claims
            if claim.kind == "statement" and claim.polarity == "negated" and claim.sentence < _NEWS_SENTENCES
        }
        for claims in (in_a, in_b)
    )
    both = bool(negated_a and negated_b)
    return [
        candidate
        for candidate in candidates
        if candidate.a.kind != "statement" or candidate.verdict != "differ" or not both
    ]


def align_quotes(a: ArticleClaims, b: ArticleClaims) -> tuple[Alignment, ...]:
    """Quotations of the same words, whatever they are about: unchanged, shortened, or changed; and one statement that
    the articles give to two speakers."""
    found: list[Alignment] = []
    quotes_b = [claim for claim in b.claims if claim.kind == "quote"]
    for one in a.claims:
        if one.kind != "quote":
            continue
        matches = [(match, other) for other in quotes_b if (match := match_quotes(one.text, other.text)) is not None]
        if not matches:
            continue
        match, other = max(matches, key=lambda pair: pair[0].likeness)
        if match.verdict == "unsure":
            why = Bilingual(
                "The quotations are alike in part, as two translations are.",
                "الاقتباسان متشابهان جزئيا كما في ترجمتين مختلفتين.",
            )
        elif match.verdict == "agree":
            why = Bilingual("Both quote the same words.", "ينقل النصان الكلام نفسه.")
        else:
            words_a, words_b = (
                text[span.start : span.end] for text, span in ((one.text, match.a), (other.text, match.b))
            )
            why = Bilingual(
                f"The quotations differ in «{words_a}» and «{words_b}».",
                f"يفترق الاقتباسان في «{words_a}» و«{words_b}».",
            )
        relation: Relation = _OF_VERDICT[match.verdict]
        found.append(Alignment((one.id, other.id), match.likeness, relation, why))
    return tuple(found)


def _chosen(candidates: Sequence[_Candidate], primary: frozenset[str]) -> Iterator[_Candidate]:
    """For each claim its best partner. What agrees with something contradicts nothing, but for a headline, which may
    say other than a text that agrees; and of an article's several counts of one thing only the first is its count."""
    agreed = {
        claim.id for candidate in candidates if candidate.verdict == "agree" for claim in (candidate.a, candidate.b)
    }
    best: dict[tuple[str, str], _Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: (one.verdict != "agree", -one.score)):
        a, b = candidate.a, candidate.b
        if candidate.verdict == "agree":
            best.setdefault((a.id, "agree"), candidate)
            best.setdefault((b.id, "agree"), candidate)
            continue
        if a.kind == "casualties" and not (a.id in primary and b.id in primary):
            continue
        if a.id in agreed and b.id in agreed:
            continue
        if a.kind in ("date", "time") and (a.id in agreed or b.id in agreed):
            continue
        if (a.id in agreed and b.part != "headline") or (b.id in agreed and a.part != "headline"):
            continue
        for claim in (a, b):
            if claim.id not in agreed:
                best.setdefault((claim.id, "other"), candidate)
    seen: set[tuple[str, str]] = set()
    for candidate in best.values():
        if (candidate.a.id, candidate.b.id) not in seen:
            seen.add((candidate.a.id, candidate.b.id))
            yield candidate


def _primary(claims: Iterable[Claim]) -> frozenset[str]:
    """Of the counts of casualties of one event: those of the headline, and for each state and sort of people the first
    below it. What follows are parts, other places, other sources."""
    seen: set[tuple[object, ...]] = set()
    found = set()
    for claim in claims:
        if claim.kind != "casualties" or claim.role != "whole":
            continue
        what = (claim.state, claim.of if claim.of not in _GENERIC else "person", claim.part == "headline")
        if claim.part == "headline" or what not in seen:
            found.add(claim.id)
        seen.add(what)
    return frozenset(found)


def _candidate(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> _Candidate | None:
    """Whether two claims of one event can be held against each other at all, and what comes of it."""
    if a.kind != b.kind:
        return None
    likeness = _likeness(a.context, b.context)
    if a.kind == "casualties":
        return _casualties(a, b, likeness, knowledge)
    if "age" in (a.predicate, b.predicate):
        return _ages(a, b, in_a, in_b, likeness)
    if a.kind in ("quantity", "duration", "score"):
        return _quantities(a, b, in_a, in_b, likeness, knowledge)
    if a.kind in ("date", "time"):
        return _times(a, b, pair, likeness)
    if a.kind == "actor":
        return _actors(a, b, likeness, knowledge)
    if a.kind == "statement":
        return _statements(a, b, likeness, pair, knowledge)
    if a.kind == "place" and a.value == b.value:
        return _Candidate(a, b, "agree", 0.5 + likeness / 2)
    return None


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def _casualties(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> _Candidate | None:
    if a.state != b.state and not ("casualty" in (a.state, b.state) and "negated" in (a.polarity, b.polarity)):
        return None
    if "uncertain" in (a.polarity, b.polarity):
        return None
    verdict = compare(a.value, b.value)
    generic_a, generic_b = a.of in _GENERIC, b.of in _GENERIC
    kin = a.of == b.of or knowledge.lexicon.is_a(a.of, b.of) or knowledge.lexicon.is_a(b.of, a.of)
    if (a.role != "whole" or b.role != "whole") and (
        verdict != "agree" or not (kin or _tells(a.value, False, _FEW_PEOPLE))
    ):
        return None
    if generic_a != generic_b and verdict == "differ":
        special, general = (b, a) if generic_a else (a, b)
        if not _exceeds(special, general):
            verdict = "unsure"
    elif not (generic_a or generic_b or kin or (verdict == "agree" and _tells(a.value, False, _FEW_PEOPLE))):
        return None
    score = 0.5 + 0.3 * likeness + 0.2 * ((a.part == b.part) + (a.part == "headline" == b.part)) / 2
    return _Candidate(a, b, verdict, score)


def _exceeds(special: Claim, general: Claim) -> bool:
    """More soldiers dead than people dead cannot be."""
    one, other = special.value, general.value
    return (
        isinstance(one, Amount) and isinstance(other, Amount)
        and one.low is not None and other.high is not None and one.low > other.high
    )  # fmt: skip


def _ages(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float) -> _Candidate | None:
    """Ages of one person: of one name, or of the only person whose age each article tells."""
    if a.predicate != b.predicate:
        return None
    alone = all(sum(claim.predicate == "age" for claim in claims) == 1 for claims in (in_a, in_b))
    if a.of != b.of and not (alone and likeness >= 0.2):
        return None
    verdict = compare(a.value, b.value)
    return _Candidate(a, b, verdict, 0.6 + likeness / 4)


def _quantities(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float, knowledge: Knowledge
) -> _Candidate | None:
    same = a.of == b.of
    kin = same or knowledge.lexicon.is_a(a.of, b.of) or knowledge.lexicon.is_a(b.of, a.of)
    predicates = a.predicate == b.predicate and a.predicate != ""
    if isinstance(a.value, Amount) and isinstance(b.value, Amount) and not _one_unit(a.value, b.value, kin, knowledge):
        return None
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    if verdict == "agree":
        people = all(knowledge.lexicon.is_a(one.of, "person") for one in (a, b))
        measured = isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.unit == b.value.unit
        if not (kin or measured or likeness >= 0.5 or people or a.kind == "duration"):
            return None
        if not _tells(a.value, kin or measured, _FEW_PEOPLE if people else _FEW_THINGS):
            return None
        return _Candidate(a, b, "agree", 0.4 + 0.3 * likeness + 0.3 * predicates)
    if a.role != b.role or a.role == "part":
        return None
    if a.kind == "score":
        return _Candidate(a, b, verdict, 0.6 + 0.2 * likeness) if pair_of_leads(a, b) else None
    rivals = max(_rivals(a, in_a), _rivals(b, in_b))
    if not same and _only_one_measured(a, in_a) and _only_one_measured(b, in_b):
        same = isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.unit == b.value.unit
    if not same or (rivals and not (predicates and likeness >= 0.4)):
        return None
    # Points, seats, metres, money: everybody has some; only what stands around tells whose.
    owned = a.of in _OWNED or (isinstance(a.value, Amount) and a.value.unit != a.of)
    others = len((a.context & b.context) - {a.of})
    if owned and (rivals or others < 2 - predicates):
        return None
    intrinsic = isinstance(a.value, Amount) and a.value.unit in _INTRINSIC
    if not (predicates or likeness >= 0.2 or intrinsic):
        return None
    return _Candidate(a, b, verdict, 0.3 + 0.4 * likeness + 0.3 * (predicates or intrinsic))


def pair_of_leads(a: Claim, b: Claim) -> bool:
    """Whether both stand where a report says how it ended."""
    return a.sentence <= _LEAD_SENTENCE and b.sentence <= _LEAD_SENTENCE


def _one_unit(a: Amount, b: Amount, kin: bool, knowledge: Knowledge) -> bool:
    """Metres are held against metres, dollars against dollars; things counted only where they are kin."""
    measures = knowledge.amounts.measure_ids
    if a.unit == b.unit:
        return True
    if a.unit in measures or b.unit in measures:
        return False
    if a.unit is not None and b.unit is not None and knowledge.amounts.same_money(a.unit, b.unit):
        return True
    return kin or (a.unit is not None and b.unit is not None and not (a.unit.isupper() or b.unit.isupper()))


def _tells(value: object, kin: bool, few: int = _FEW_THINGS) -> bool:
    """Whether sharing a figure means anything: two threes of different things do not."""
    if kin or not isinstance(value, Amount):
        return True
    return value.low is not None and value.low >= few


def _rivals(claim: Claim, claims: Sequence[Claim]) -> int:
    """How many other values the article itself gives for the same thing in the same event."""
    return sum(
        other.id != claim.id and other.kind == claim.kind and other.of == claim.of and other.role == claim.role
        and other.value != claim.value and compare(other.value, claim.value) != "agree"
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


def _times(a: Claim, b: Claim, pair: EventPair, likeness: float) -> _Candidate | None:
    verdict = compare(a.value, b.value, a.approximate or b.approximate)
    if verdict == "agree":
        if a.of != b.of and likeness < 0.2 and a.of and b.of:
            return None
        return _Candidate(a, b, "agree", 0.5 + likeness / 2)
    if a.of != b.of or not a.of or (a.predicate != b.predicate and likeness < 0.3):
        return None
    if verdict == "differ" and (_overtaken(a, pair.date_b) or _overtaken(b, pair.date_a)):
        # The appointment of one had come when the other was written: two steps of one story.
        return None
    return _Candidate(a, b, verdict, 0.4 + likeness / 2)


def _overtaken(claim: Claim, day: dt.date | None) -> bool:
    """Whether the other article was written on or after the day that a claim names, a day ahead for its own article."""
    value = claim.value
    begin = day_of(value.begin) if isinstance(value, Timex) else None
    return begin is not None and day is not None and begin <= day


def _actors(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> _Candidate | None:
    if a.predicate != b.predicate or not isinstance(a.value, Entity) or not isinstance(b.value, Entity):
        return None
    if a.polarity == b.polarity:
        if a.polarity == "negated" or a.value == b.value:
            return _Candidate(a, b, "agree", 0.6 + likeness / 3)
        return _Candidate(a, b, "unsure", 0.4 + likeness / 3)
    if a.predicate == "blame" and not _same_side(a.of, b.of, knowledge):
        return None
    if a.predicate == "claim-responsibility" and a.value.name and b.value.name and a.value != b.value:
        return None
    return _Candidate(a, b, "differ", 0.5 + likeness / 3)


def _statements(
    a: Claim, b: Claim, likeness: float, pair: EventPair | None, knowledge: Knowledge
) -> _Candidate | None:
    """One says that it is so, the other that it is not; or they say opposite things of the same subject. Outside the
    headlines and leads, where a report says its news, more must be alike."""
    opposed = a.predicate != b.predicate and knowledge.lexicon.concepts.opposed(a.predicate, b.predicate)
    if a.predicate != b.predicate and not opposed:
        return None
    if "uncertain" in (a.polarity, b.polarity) or (pair is not None and not (pair.a.main and pair.b.main)):
        return None
    lead = pair is not None and a.sentence < _NEWS_SENTENCES and b.sentence < _NEWS_SENTENCES
    shared = len(a.context & b.context)
    if shared < (2 if lead else 4) or likeness < 0.5:
        return None
    subjects = len(set(a.of.split("|")) & set(b.of.split("|")) - {""})
    if subjects < (1 if lead else 2):
        return None
    if opposed:
        return _Candidate(a, b, "differ", 0.2 + likeness / 2) if a.polarity == b.polarity else None
    if a.polarity != b.polarity:
        if knowledge.operators.get(a.predicate) in ("negates", "accuses"):
            return None
        return _Candidate(a, b, "differ", 0.3 + likeness / 2)
    if a.part == b.part == "headline" and likeness >= 0.6:
        return _Candidate(a, b, "agree", 0.3 + likeness / 2)
    return None


def _same_side(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two accusers speak for one state: the Pentagon and Washington."""
    if one == other:
        return one != ""
    country = knowledge.country_of(one)
    return country != "" and country == knowledge.country_of(other)


def _alignment(candidate: _Candidate, pair: EventPair, date_a: ArticleDate, date_b: ArticleDate) -> Alignment | None:
    a, b = candidate.a, candidate.b
    relation: Relation
    late: str | None = None
    if candidate.verdict == "agree":
        relation = "agrees"
        why = Bilingual("Both say the same of the same event.", "يقول النصان الشيء نفسه عن الحدث نفسه.")
    elif candidate.verdict == "unsure" or pair.match.verdict == "unsure":
        relation = "unsure"
        why = Bilingual(
            "They may speak of the same thing; the texts do not settle it.",
            "قد يتحدثان عن الأمر نفسه، ولا يحسم النصان ذلك.",
        )
    else:
        late = _later(a, b, date_a, date_b)
        relation = "updates" if late is not None else "contradicts"
        why = (
            Bilingual("The later word differs from the earlier one.", "القول اللاحق يختلف عن السابق.")
            if late is not None
            else Bilingual("Both cannot be true of one event.", "لا يصح القولان معا عن حدث واحد.")
        )
    if relation == "unsure" and candidate.score < 0.6:
        return None
    confidence = min(1.0, candidate.score * min(1.0, pair.match.score / 4))
    return Alignment((a.id, b.id), confidence, relation, why, steps=pair.match.why, late=late)


def _later(a: Claim, b: Claim, date_a: ArticleDate, date_b: ArticleDate) -> str | None:
    """The claim that overtakes the other: a count that has not fallen, or knowledge where there was none yet."""
    known = date_a.end is not None and date_b.begin is not None and date_b.end is not None and date_a.begin is not None
    b_later = known and date_a.end is not None and date_b.begin is not None and date_b.begin > date_a.end
    a_later = known and date_b.end is not None and date_a.begin is not None and date_a.begin > date_b.end
    if a.kind == "casualties" and a.state in RUNNING:
        for one, other, later in ((a, b, b_later), (b, a, a_later)):
            if later and _not_fallen(one, other):
                return other.id
        if a.role == "earlier" or b.role == "earlier":
            return b.id if a.role == "earlier" else a.id
    if a.kind == "actor":
        for one, other in ((a, b), (b, a)):
            if one.polarity == "negated" and one.hedge and other.polarity == "affirmed":
                return other.id
            if one.polarity == "negated" and other.polarity == "affirmed" and (b_later if one is a else a_later):
                return other.id
    return None


def _not_fallen(earlier: Claim, later: Claim) -> bool:
    one, other = earlier.value, later.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return False
    return (one.low or 0) <= (other.high if other.high is not None else float("inf"))


def align_within(article: ArticleClaims, knowledge: Knowledge) -> tuple[Alignment, ...]:
    """Pairs of claims of one article that cannot both be true: a headline against its body, a lead against what
    follows. Counts that the text gives to another source, another time or a part are none."""
    found: list[Alignment] = []
    for event in article.events:
        claims = [claim for claim in article.claims if claim.event == event.id]
        heads = [claim for claim in claims if claim.part == "headline"]
        bodies = [claim for claim in claims if claim.part in ("body", "standfirst")]
        found += _headline_against_body(heads, bodies, claims, knowledge)
        if event.main:
            found += _lead_against_rest(bodies, knowledge)
    return tuple(found)


def _headline_against_body(
    heads: Sequence[Claim], bodies: Sequence[Claim], claims: Sequence[Claim], knowledge: Knowledge
) -> Iterator[Alignment]:
    for head in heads:
        verdicts = []
        for body in bodies:
            candidate = _inner(head, body, claims, knowledge)
            if candidate is not None:
                verdicts.append(candidate)
        if verdicts and not any(candidate.verdict != "differ" for candidate in verdicts):
            yield _contradiction(max(verdicts, key=lambda candidate: candidate.score), "headline")


def _lead_against_rest(bodies: Sequence[Claim], knowledge: Knowledge) -> Iterator[Alignment]:
    """What the body says twice of the main event, from one mouth, in almost the same words, and differently."""
    counted: set[tuple[object, ...]] = set()
    for number, first in enumerate(bodies):
        what = (first.kind, first.state, first.of, first.predicate if first.kind == "statement" else "")
        if first.role != "whole" or (first.kind == "casualties" and (first.sentence > 2 or what in counted)):
            continue
        counted.add(what)
        for rest in bodies[number + 1 :]:
            if rest.sentence == first.sentence or rest.kind != first.kind or not _one_mouth(first, rest):
                continue
            candidate = _inner(first, rest, bodies, knowledge)
            if candidate is not None and candidate.verdict == "differ" and candidate.score >= _INNER_FROM:
                yield _contradiction(candidate, "body")
                break


def _one_mouth(first: Claim, rest: Claim) -> bool:
    """Whether nobody else is named for the second statement."""
    return rest.source is None or first.source is None or rest.source == first.source


def _inner(a: Claim, b: Claim, claims: Sequence[Claim], knowledge: Knowledge) -> _Candidate | None:
    if a.kind != b.kind:
        return None
    likeness = _likeness(a.context, b.context)
    if a.kind == "casualties":
        candidate = _casualties(a, b, likeness, knowledge)
        return candidate if candidate is None or a.part == "headline" or likeness >= 0.5 else None
    if "age" in (a.predicate, b.predicate):
        return _ages(a, b, claims, claims, likeness) if a.of == b.of else None
    if a.kind in ("quantity", "duration", "score"):
        # Inside one body like figures are of different things more often than not: only a headline is held against it.
        alike = likeness >= 0.4 or a.predicate == b.predicate != ""
        return _quantities(a, b, [a], [b], likeness, knowledge) if a.part == "headline" and alike else None
    if a.kind == "statement":
        return _statements(a, b, likeness, None, knowledge)
    return None


def _contradiction(candidate: _Candidate, where: str) -> Alignment:
    why = (
        Bilingual("The headline and the text below it cannot both be true.", "لا يصح العنوان والنص تحته معا.")
        if where == "headline"
        else Bilingual("Two statements of one text cannot both be true.", "لا يصح قولان في النص الواحد معا.")
    )
    return Alignment((candidate.a.id, candidate.b.id), candidate.score, "contradicts", why)
