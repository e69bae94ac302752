"""Reading an article's claims: what its sentences assert, placed in the article and in its events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workbench.claims.clauses import Clause
from workbench.claims.events.gists import ClauseGist, clause_gists
from workbench.claims.events.grouping import group_events
from workbench.claims.events.linked import LINKED, own_part
from workbench.claims.events.values import ArticleEvent, Grouping
from workbench.claims.figures.lengths import CAPTIVITY, is_captivity
from workbench.claims.figures.matches import match_assertions
from workbench.claims.figures.quantities import quantity_assertions
from workbench.claims.figures.standings import standing_assertions
from workbench.claims.people.ages import age_assertions
from workbench.claims.people.casualties import casualty_assertions, expects_more
from workbench.claims.people.custody import custody_assertions
from workbench.claims.people.fates import fate_assertions
from workbench.claims.people.nations import nation_assertions
from workbench.claims.people.penalties import penalty_assertions
from workbench.claims.people.recalls import recall_assertions
from workbench.claims.people.titled import title_assertions
from workbench.claims.people.verdicts import verdict_assertions
from workbench.claims.places.fronts import front_assertions
from workbench.claims.places.named import named_place_assertions
from workbench.claims.places.sides import side_assertions, sided_part_assertions, storey_assertions
from workbench.claims.places.sites import site_traits
from workbench.claims.places.ways import way_traits
from workbench.claims.saying.attribution import source_of
from workbench.claims.saying.blame import blame_assertions
from workbench.claims.saying.doers import deed_assertions
from workbench.claims.saying.orders import order_assertions
from workbench.claims.saying.portfolios import portfolio_assertions
from workbench.claims.saying.quotes import quote_assertions
from workbench.claims.saying.signals import signal_assertions
from workbench.claims.saying.statements import statement_assertions
from workbench.claims.values import Assertion, Claim
from workbench.claims.view import Seen, SentenceView, predicate_near, view_sentence
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.reading import ArticleReading
from workbench.mentions.times.finding import find_times
from workbench.mentions.times.resolve import NO_REFERENCE, resolve_time
from workbench.mentions.times.values import TimeReading
from workbench.mentions.values import Entity, Mention, SentenceReading, TimeExpression, Timex, ToldSentence
from workbench.text.morphology import Morphology
from workbench.text.values import Span


@dataclass(frozen=True, slots=True)
class SentenceClaims:
    """What one sentence asserts by itself, each with the number of its clause, and the view it was read from;
    ``may_rise`` where it expects a toll to grow."""

    view: SentenceView
    assertions: tuple[tuple[int, Assertion], ...]
    source: Span | None
    may_rise: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ArticleClaims:
    """An article's claims in the order of its text, its events, and the sentences they were read from. Told apart by
    identity."""

    reading: ArticleReading
    claims: tuple[Claim, ...]
    events: tuple[ArticleEvent, ...]
    grouping: Grouping
    sentences: tuple[SentenceClaims, ...]


class SentenceReader:
    """Reads what sentences assert by themselves, each text once while the memory holds it; words that the lexicon does
    not know are asked of the morphology."""

    def __init__(self, knowledge: Knowledge, memory: WorkingMemory) -> None:
        self._knowledge = knowledge
        self._memory = memory
        self._morphology = Morphology(knowledge.folder / "morphology" / "news.db")

    @property
    def words(self) -> Memory:
        """The words that the lexicon has read."""
        return self._memory.words

    def read(self, reading: SentenceReading) -> SentenceClaims:
        """The claims of one sentence: a pure function of its text."""
        words, stem = self._memory.words, self._morphology.lemma_beyond_news
        return self._memory.recall(
            "claims", reading.text, partial(read_sentence_claims, reading, self._knowledge, words, stem)
        )


    def times(self, told: ToldSentence, view: SentenceView) -> tuple[tuple[int, Assertion], ...]:
        """Days, clocks and places of what happened, as claims with the numbers of their clauses: a function of the
        sentence as its article tells it."""
        return self._memory.recall("times", told, lambda: _by_clause(view, _times(told, view, self._knowledge)))

    def gists(self, told: ToldSentence, view: SentenceView) -> tuple[ClauseGist, ...]:
        """What each clause says of its event."""
        return self._memory.recall("gists", told, lambda: clause_gists(told, view, self._knowledge))


def read_sentence_claims(
    reading: SentenceReading, knowledge: Knowledge, words: Memory, stem: Callable[[str], str]
) -> SentenceClaims:
    view = view_sentence(reading, knowledge, words, stem)
    ages = tuple(age_assertions(view, knowledge))
    # «توفي في الثمانين من عمره» tells of no eighty dead.
    casualties = tuple(
        one for one in casualty_assertions(view, knowledge, words)
        if not any(age.span.start <= one.span.start < age.span.end for age in ages)
    )  # fmt: skip
    matches = tuple(match_assertions(view, knowledge))
    taken = frozenset(assertion.span.start for assertion in (*casualties, *ages, *matches))
    quantities = tuple(quantity_assertions(view, knowledge, taken))
    taken |= frozenset(assertion.span.start for assertion in quantities)
    recalls = tuple(recall_assertions(view, knowledge, taken))
    source = source_of(view, knowledge, words)
    others = (
        *blame_assertions(view, knowledge), *side_assertions(view, knowledge),
        *sided_part_assertions(view, knowledge),
        *named_place_assertions(view, knowledge), *storey_assertions(view, knowledge),
        *front_assertions(view, knowledge), *standing_assertions(view, knowledge),
        *title_assertions(view, knowledge), *fate_assertions(view, knowledge), *deed_assertions(view, knowledge),
        *portfolio_assertions(view, knowledge),
        *nation_assertions(view, knowledge), *verdict_assertions(view, knowledge),
        *penalty_assertions(view, knowledge), *order_assertions(view, knowledge),
        *signal_assertions(view, knowledge), *custody_assertions(view, knowledge),
        *statement_assertions(view, knowledge),
    )  # fmt: skip
    found = (*casualties, *ages, *matches, *quantities, *recalls, *others)
    if source is not None:
        said_by = " ".join(reading.text[source.start : source.end].split())
        found = tuple(replace(assertion, source=said_by) for assertion in found)
    return SentenceClaims(view, _by_clause(view, found), source, expects_more(view, knowledge))


def _by_clause(view: SentenceView, assertions: Iterable[Assertion]) -> tuple[tuple[int, Assertion], ...]:
    """Each assertion behind the number of the clause that it stands in."""
    ends = [view.tokens[clause.last - 1].end for clause in view.clauses]
    return tuple((bisect_right(ends, assertion.span.start), assertion) for assertion in assertions)


def read_claims(reading: ArticleReading, knowledge: Knowledge, reader: SentenceReader) -> ArticleClaims:
    """Every claim of an article, numbered ``a1``, ``a2`` … in the order of the text."""
    sentences = tuple(reader.read(sentence) for sentence in reading.sentences)
    views = [sentence.view for sentence in sentences]
    mentions = mentions_by_sentence(reading)
    gists = [reader.gists(told, view) for told, view in zip(reading.told, views, strict=True)]
    grouping = group_events(reading, views, gists, mentions, knowledge)
    found: list[tuple[int, Assertion, int | None]] = []
    for number, (sentence, told) in enumerate(zip(sentences, reading.told, strict=True)):
        events = grouping.clause_events[number]
        for at, assertion in (*sentence.assertions, *reader.times(told, sentence.view)):
            found.append((number, assertion, events[at] if at < len(events) else None))
    for number, assertion in quote_assertions(
        reading, views, mentions, [sentence.source for sentence in sentences], knowledge, reader.words
    ):
        found.append((number, assertion, None))
    if _tells_of_illness(views, grouping, knowledge):
        found = [(number, _infected(assertion), event) for number, assertion, event in found]
    if any(sentence.may_rise for sentence in sentences):
        found = [(number, _may_rise(assertion), event) for number, assertion, event in found]
    article = reading.article
    starts = [sentence.start for sentence in article.sentences]
    found.sort(key=lambda row: (starts[row[0]] + row[1].span.start, row[1].kind))
    claims = tuple(
        _placed(f"{article.id}{count}", reading, number, assertion, event, grouping, mentions[number])
        for count, (number, assertion, event) in enumerate(found, 1)
    )
    return ArticleClaims(reading, claims, grouping.events, grouping, sentences)


_VIOLENT = frozenset(("attack", "blast", "clash", "accident", "fire", "quake"))


def _tells_of_illness(views: Sequence[SentenceView], grouping: Grouping, knowledge: Knowledge) -> bool:
    """Whether the story is of an outbreak, so that its «إصابات» are cases, not injuries."""
    main = grouping.events[0].kinds if grouping.events else frozenset()
    return not main & _VIOLENT and any(
        view.has_key(knowledge.claim_cues.illness, 0, len(view.tokens)) is not None for view in views[:3]
    )


def _may_rise(assertion: Assertion) -> Assertion:
    """A count of casualties in a text that expects it to grow."""
    if assertion.kind != "casualties":
        return assertion
    return replace(assertion, traits=assertion.traits | {"may-rise"})


def _infected(assertion: Assertion) -> Assertion:
    if assertion.state != "injured":
        return assertion
    return replace(assertion, state="infected", predicate="infected")


def mentions_by_sentence(reading: ArticleReading) -> tuple[tuple[Mention, ...], ...]:
    """The article's resolved mentions, parted by sentence."""
    rows: list[list[Mention]] = [[] for _ in reading.article.sentences]
    number = 0
    for mention in reading.mentions:
        while number + 1 < len(rows) and mention.start >= reading.article.sentences[number + 1].start:
            number += 1
        if rows:
            rows[number].append(mention)
    return tuple(tuple(row) for row in rows)


def _placed(
    id: str, reading: ArticleReading, number: int, assertion: Assertion, event: int | None, grouping: Grouping,
    mentions: Sequence[Mention],
) -> Claim:  # fmt: skip
    article = reading.article
    sentence = article.sentences[number]
    origin, span, clause, value = sentence.start, assertion.span, assertion.clause, assertion.value
    span = Span(span.start + origin, span.end + origin)
    if isinstance(value, TimeExpression):
        here = (mention.value for mention in mentions if mention.start == span.start and mention.end == span.end)
        value = next(here, None)
    return Claim(
        id,
        article.id,
        assertion.kind,
        span,
        article.text[span.start : span.end],
        Span(clause.start + origin, clause.end + origin),
        sentence.part,
        number,
        assertion.predicate,
        assertion.of,
        value,
        assertion.polarity,
        assertion.state,
        assertion.role,
        assertion.hedge,
        assertion.approximate,
        assertion.source,
        grouping.events[event].id if event is not None else None,
        assertion.context,
        assertion.traits,
    )


def _times(told: ToldSentence, view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    for mention in told.mentions:
        value = mention.value
        first = next((at for at, token in enumerate(view.tokens) if token.end > mention.start), None)
        if first is None:
            continue
        clause = _clause_around(view, first, mention, knowledge)
        span = mention.span
        clause_span = view.span(clause.first, clause.last)
        if mention.type in ("date", "time") and isinstance(value, Timex):
            near = view.tokens[max(0, first - 3) : first]
            open_day = value.begin is None and value.end is None
            length = _length_after(view, first, mention, knowledge)
            ends = (at for at, token in enumerate(view.tokens) if token.start >= mention.end)
            held = length is not None and is_captivity(
                view, Seen(mention, first, next(ends, len(view.tokens))), knowledge
            )
            if length is not None and (open_day or held):
                # «سيطروا على الحريق بعد أربع ساعات»: how long it took, not when.
                yield Assertion(
                    "duration", span, clause_span, predicate_near(view, first, first + 1, clause),
                    CAPTIVITY if held else _dated_thing(view, first, clause), length,
                    context=view.context(clause.first, clause.last),
                    traits=frozenset[str]() if held else frozenset(("after",)),
                )  # fmt: skip
                continue
            behind = next((at for at, token in enumerate(view.tokens) if token.start >= mention.end), len(view.tokens))
            own = own_part(view, first, behind, clause, knowledge.claim_cues)
            linked = frozenset((LINKED,)) if own != clause else frozenset[str]()
            yield Assertion(
                "time" if _has_clock(value) else "date", span, clause_span,
                predicate_near(view, first, first + 1, own), _dated_thing(view, first, own), value,
                approximate=any(token.key in knowledge.claim_cues.approximate for token in near),
                context=view.context(clause.first, clause.last),
                traits=_told(view, first, clause, knowledge) | linked,
            )  # fmt: skip
        elif mention.type == "place" and isinstance(value, Entity) and value.id is not None:
            yield Assertion(
                "place", span, clause_span, predicate_near(view, first, first + 1), "", value,
                context=view.context(clause.first, clause.last),
                traits=way_traits(view, first, knowledge) | site_traits(view, first, True, knowledge),
            )  # fmt: skip


def _clause_around(view: SentenceView, first: int, mention: Mention, knowledge: Knowledge) -> Clause:
    """The clause of a time; where commas set it apart, that before: «تقدم حزبان، اليوم الأربعاء، بطعنين». What a place
    saw («شهدت المدينة، أمس الأربعاء، توقيع اتفاق») stands behind."""
    clause = view.clause_of(first)
    words = [token for token in view.tokens[clause.first : clause.last] if token.kind == "word"]
    alone = all(mention.start <= token.start < mention.end for token in words)
    if mention.type not in ("date", "time") or not alone or not clause.first:
        return clause
    before = view.clause_of(clause.first - 1)
    hosts = view.has_key(knowledge.claim_cues.host, before.first, before.last) is not None
    last = view.clause_of(clause.last).last if hosts and clause.last < len(view.tokens) else clause.last
    return Clause(before.first, last, before.opening)


def _told(view: SentenceView, at: int, clause: Clause, knowledge: Knowledge) -> frozenset[str]:
    """``told`` for the time of a word, not of what it tells: «ذكرت الوزارة الأربعاء»."""
    if view.has_key(knowledge.claim_cues.up_to, at - 1, at) is not None:
        return frozenset()
    for near in (*range(at - 1, clause.first - 1, -1), *range(at + 1, clause.last)):
        entry = view.entry(near)
        if any(trigger.at == near for trigger in view.triggers):
            break
        if entry is not None and entry.pos in ("verb", "masdar"):
            said = entry.pos == "verb" and entry.kind == "report"
            issued = entry.concept in knowledge.claim_cues.issue_concepts
            return frozenset(("told",)) if said and not issued else frozenset()
    return frozenset()


def _length_after(view: SentenceView, first: int, mention: Mention, knowledge: Knowledge) -> Timex | None:
    """The length of «بعد أربع ساعات», which no day named before counts from."""
    if view.tokens[first].key.removeprefix("و") not in knowledge.claim_cues.after:
        return None
    inside = [token for token in view.tokens[first + 1 :] if token.start < mention.end]
    lengths = find_times(inside, knowledge)
    if len(lengths) != 1 or lengths[0].type != "duration" or lengths[0].end < mention.end:
        return None
    value = lengths[0].value
    return resolve_time(value, NO_REFERENCE, knowledge.times) if isinstance(value, TimeReading) else None


def _has_clock(value: Timex) -> bool:
    return value.begin is not None and "T" in value.begin and value.begin == value.end


def _dated_thing(view: SentenceView, at: int, clause: Clause) -> str:
    """What a day is the day of: the family of the nearest event word before it in its clause, else after it."""
    inside = [trigger for trigger in view.triggers if clause.first <= trigger.at < clause.last]
    before = [trigger for trigger in inside if trigger.at < at]
    after = [trigger for trigger in inside if trigger.at > at]
    if before:
        return before[-1].family
    return after[0].family if after else ""
