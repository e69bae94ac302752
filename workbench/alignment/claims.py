"""Which claims of two articles speak of the same thing, and how they stand to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import chain

from workbench.alignment.candidates import (
    GENERIC,
    NEWS_SENTENCES,
    Candidate,
    EventPair,
    tells,
    tells_alike,
)
from workbench.alignment.events import match_dated_otherwise, match_events
from workbench.alignment.kinds.ages import ages_across
from workbench.alignment.kinds.comparing import ClaimIndex, compare_claims, keys_of_places
from workbench.alignment.kinds.denied import denials_across
from workbench.alignment.kinds.holders import holders_across
from workbench.alignment.kinds.in_turn import has_no_day
from workbench.alignment.kinds.one_measure import measures_across
from workbench.alignment.kinds.owners import owners
from workbench.alignment.kinds.penalties import penalties_across
from workbench.alignment.kinds.quotes import QuoteMatch, match_quotes, match_short
from workbench.alignment.kinds.spots import spots_across
from workbench.alignment.later import Order, order_of, overtaking
from workbench.alignment.likeness import one_word
from workbench.alignment.relations import Verdict
from workbench.alignment.stories.background_days import days_across
from workbench.alignment.stories.one_story import story_evidence
from workbench.alignment.stories.rising import rising_across
from workbench.alignment.stories.sides import sides_across
from workbench.alignment.stories.sole_figures import sole_figures_across
from workbench.alignment.values import Alignment, Relation
from workbench.claims.events.values import ArticleEvent
from workbench.claims.events.when import tells_hour
from workbench.claims.events.words import COUNTABLE
from workbench.claims.people.uncounted import NONE_OF
from workbench.claims.places.ways import standing
from workbench.claims.reading import ArticleClaims
from workbench.claims.saying.quotes import SHORT
from workbench.claims.saying.signals import SIGNAL
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.values import Amount
from workbench.text.normal import key
from workbench.text.values import Bilingual

_MAIN_BONUS = 2.0
_SMALL_WORD = 2
_OTHER_TIMES, _RIGHT_AFTER = dt.timedelta(60), dt.timedelta(10)
_SAME_WORDS = 2
# Parts of names that tell nobody apart.
_OF_NAMES = frozenset("ولد بن ابن ال ابو ابي عبد بنت ould ben bin al abu abd".split())
_OF_VERDICT: dict[Verdict, Relation] = {"agree": "agrees", "differ": "contradicts", "unsure": "unsure"}


def pair_events(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> tuple[EventPair, ...]:
    """Events of both articles that are one or may be one; an event is the same as at most one of the other article."""
    topic = _headline_words(a) & _headline_words(b)
    owned = owners(a) | owners(b)
    matches = [(one, other, match_events(one, other, knowledge)) for one in a.events for other in b.events]
    if not any(match.verdict == "same" and (one.main or other.main) for one, other, match in matches):
        shared = story_evidence(a, b, knowledge)
        matches = [
            (one, other, match_events(one, other, knowledge, shared) if one.main and other.main else match)
            for one, other, match in matches
        ]
    # What two reports of two events tell besides, without a day, is of either.
    two = any(match.verdict == "different" and one.main and other.main for one, other, match in matches)
    pairs = [
        EventPair(one, other, match, a.reading.date.end, b.reading.date.end, topic, owned)
        for one, other, match in matches
        if match.verdict != "different"
        and not _of_two_times(one, other, a, b)
        and not (two and not one.main and not other.main and _is_undated(one, other))
    ]
    # Of pairs that fit about equally well, what both articles are about comes first.
    pairs.sort(
        key=lambda pair: (pair.match.verdict != "same", -pair.match.score - _MAIN_BONUS * (pair.a.main and pair.b.main))
    )
    taken_a: set[str] = set()
    taken_b: set[str] = set()
    chosen = []
    for pair in pairs:
        if pair.a.id in taken_a or pair.b.id in taken_b:
            continue
        chosen.append(pair)
        taken_a.add(pair.a.id)
        taken_b.add(pair.b.id)
    if any(pair.a.main and pair.b.main and pair.match.verdict == "same" for pair in chosen):
        for one in a.events:
            for other in b.events:
                if one.id in taken_a or other.id in taken_b:
                    continue
                only = match_dated_otherwise(one, other, a.events, b.events)
                if only is not None:
                    chosen.append(EventPair(one, other, only, a.reading.date.end, b.reading.date.end, topic, owned))
                    taken_a.add(one.id)
                    taken_b.add(other.id)
    return tuple(chosen)


def _of_two_times(one: ArticleEvent, other: ArticleEvent, a: ArticleClaims, b: ArticleClaims) -> bool:
    """Whether each report was written, by the day that it was given, right after what it tells, and the two far apart:
    the fair of one year and of the next, whatever else is alike."""
    written = [article.reading.date for article in (a, b)]
    days = [date.begin for date in written if date.source == "given"]
    if len(days) != 2 or days[0] is None or days[1] is None or abs(days[0] - days[1]) < _OTHER_TIMES:
        return False
    return all(
        event.main and event.begin is not None and abs(event.begin - day) <= _RIGHT_AFTER
        for event, day in zip((one, other), days, strict=True) if day is not None
    )  # fmt: skip


def _is_undated(one: ArticleEvent, other: ArticleEvent) -> bool:
    return not (one.own_time and other.own_time) and not one.days & other.days


def _headline_words(article: ArticleClaims) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for sentence, claims in zip(article.reading.article.sentences, article.sentences, strict=True):
        if sentence.part == "headline":
            found |= claims.view.context(0, len(claims.view.tokens))
    return found


def align(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge, memory: WorkingMemory
) -> tuple[Alignment, ...]:
    """Claims of ``a`` beside claims of ``b``, for every pair of events that are one. ``memory`` keeps what is worked
    out from one of them alone."""
    found: list[Alignment] = []
    pairs = tuple(pairs)
    parted_a, parted_b = {pair.a.id for pair in pairs}, {pair.b.id for pair in pairs}
    places_a, places_b = (
        memory.recall("keys of places", article, partial(keys_of_places, article.claims, knowledge, memory.words))
        for article in (a, b)
    )
    places = places_a | places_b
    order = order_of(a, b, knowledge)
    for pair in pairs:
        in_a = [claim for claim in a.claims if claim.event == pair.a.id]
        in_b = [claim for claim in b.claims if claim.event == pair.b.id]
        in_a += _beside(a, pair.a, pair, parted_a)
        in_b += _beside(b, pair.b, pair, parted_b)
        index = ClaimIndex(in_b, knowledge, places)
        candidates = [
            candidate
            for one in in_a
            for other in index.like(one)
            if (candidate := compare_claims(one, other, in_a, in_b, pair, knowledge)) is not None
        ]
        candidates = _without_shared_denials(_told_once(candidates), in_a, in_b)
        alike = pair.a.kinds & pair.b.kinds
        if pair.a.several != pair.b.several and (not alike or alike & COUNTABLE):
            # Several attacks and one of them: their counts do not speak of the same people.
            candidates = [
                replace(candidate, verdict="unsure")
                if candidate.verdict == "differ" and candidate.a.kind in ("casualties", "quantity")
                else candidate
                for candidate in candidates
            ]
        chosen = tuple(_chosen(candidates, _primary(in_a) | _primary(in_b)))
        for candidate in _in_doubt(chosen, pair):
            alignment = _alignment(candidate, pair, order)
            if alignment is not None:
                found.append(alignment)
    seen = {alignment.claims for alignment in found}
    unsure = {alignment.claims for alignment in found if alignment.relation == "unsure"}
    agreed = {id for alignment in found if alignment.relation == "agrees" for id in alignment.claims}
    across = (measures_across, spots_across, holders_across, days_across, rising_across, ages_across, penalties_across,
              sole_figures_across, denials_across)  # fmt: skip
    # Where what stands beside a count is the same in both, neither counts on.
    settled = ((*one, Order(False, False, order.risen)) for one in sides_across(a, b, pairs, knowledge))
    running = ((*one, order) for one in chain.from_iterable(way(a, b, pairs, knowledge) for way in across))
    for pair, candidate, when in chain(running, settled):
        alignment = _alignment(candidate, pair, when)
        if alignment is None:
            continue
        if alignment.relation == "agrees" and alignment.claims in unsure:
            # What two events left open is sure of the story.
            found = [one for one in found if one.claims != alignment.claims]
        elif alignment.claims in seen:
            continue
        # What both reports say contradicts nothing else that either says.
        if alignment.relation != "contradicts" or not agreed & set(alignment.claims):
            found.append(alignment)
    return tuple(found)


def _beside(article: ArticleClaims, event: ArticleEvent, pair: EventPair, parted: Set[str]) -> list[Claim]:
    """What an article says of its main event that none of the other's is, where what it tells besides is what the other
    is about: «انتشلت الفرق جثثا أخرى» of the boat that sank two days ago."""
    if pair.match.verdict != "same" or event.main or not (pair.a.main or pair.b.main):
        return []
    main = {other.id for other in article.events if other.main} - parted
    return [claim for claim in article.claims if claim.kind in ("statement", "actor") and claim.event in main]


def _in_doubt(chosen: Sequence[Candidate], pair: EventPair) -> Iterator[Candidate]:
    """Where no figure is shared and day and number both differ, or two numbers of events that have no day in common
    and of which one has none, two events are told, however alike: «7,3 درجات», «6 درجات» of another year."""
    differing = {
        "day" if one.a.kind in ("date", "time") else f"number {_ordered(one)}"
        for one in chosen
        if one.verdict == "differ" and one.a.kind in ("date", "time", "quantity", "casualties", "score")
    }
    shared = any(
        one.verdict == "agree" and one.a.kind in ("quantity", "casualties", "duration") and tells(one.a.value, False)
        and not (_is_vague(one.a) or _is_vague(one.b)) for one in chosen
    )  # fmt: skip
    numbers = len(differing - {"day"})
    apart = (numbers and "day" in differing) or (numbers > 1 and has_no_day(pair))
    for one in chosen:
        yield replace(one, verdict="unsure") if apart and not shared and one.verdict == "differ" else one


def _ordered(candidate: Candidate) -> str:
    """The two values, by which one difference told twice is one; that nobody came to harm differs from all counts."""
    values = [claim.value for claim in (candidate.a, candidate.b)]
    none = any(isinstance(value, Amount) and value.high == 0 for value in values)
    return "none" if none else f"{values[0]!r} {values[1]!r}"


def _told_once(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without the verbs of calls that were given and not given, where the calls themselves are held against each
    other."""
    calls = [one for one in candidates if one.a.predicate == SIGNAL and one.verdict == "differ"]
    return [
        one for one in candidates
        if one.a.kind != "statement" or one.a.predicate == SIGNAL
        or not any(one.a.span.overlaps(call.a.span) and one.b.span.overlaps(call.b.span) for call in calls)
    ]  # fmt: skip


def _without_shared_denials(
    candidates: Sequence[Candidate], in_a: Sequence[Claim], in_b: Sequence[Claim]
) -> list[Candidate]:
    """Two reports of one denial repeat what is denied: where both negate something, their statements do not clash."""
    negated_a, negated_b = (
        {
            claim.predicate
            for claim in claims
            if claim.kind == "statement" and claim.polarity == "negated" and claim.sentence < NEWS_SENTENCES
        }
        for claims in (in_a, in_b)
    )
    both = bool(negated_a and negated_b)
    return [
        candidate
        for candidate in candidates
        if candidate.a.kind != "statement" or candidate.verdict != "differ" or not both
    ]


def align_quotes(a: ArticleClaims, b: ArticleClaims, knowledge: Knowledge) -> tuple[Alignment, ...]:
    """Quotations of the same words, whatever they are about: unchanged, shortened, or changed; and one statement that
    the articles give to two speakers."""
    found: list[Alignment] = []
    quotes_b = [claim for claim in b.claims if claim.kind == "quote"]
    for one in a.claims:
        if one.kind != "quote":
            continue
        matches = [
            (match, other)
            for other in quotes_b
            if (match := match_claims(one, other, knowledge)) is not None
        ]
        if not matches:
            continue
        match, other = max(matches, key=lambda pair: pair[0].likeness)
        if match.verdict == "unsure":
            why = Bilingual(
                "The quotations are alike in part, as two translations are.",
                "الاقتباسان متشابهان جزئيا كما في ترجمتين مختلفتين.",
            )
        elif match.verdict == "agree" and two_speakers(one, other, knowledge) and not _one_sentence(one, other, a, b):
            first, second = knowledge.name_of(one.of), knowledge.name_of(other.of)
            why = Bilingual(
                f"One statement is given to two speakers: {first.en} and {second.en}.",
                f"القول نفسه منسوب إلى قائلين: {first.ar} و{second.ar}.",
            )
            found.append(Alignment((one.id, other.id), match.likeness, "contradicts", why))
            continue
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


def match_claims(a: Claim, b: Claim, knowledge: Knowledge) -> QuoteMatch | None:
    """Two claims of kind quote as quotations, with an eye on who speaks."""
    if SHORT in a.traits | b.traits:
        return match_short(a.text, b.text, knowledge) if _one_speaker(a, b) else None
    return match_quotes(a.text, b.text, knowledge.claim_cues.negation, _one_speaker(a, b))


def _one_speaker(a: Claim, b: Claim) -> bool:
    """Whether two quotations are given to one person, by identifier or by two words of name and title in common."""
    words_a, words_b = ({word for word in key(claim.of).split() if len(word) > _SMALL_WORD} for claim in (a, b))
    return a.of != "" and (a.of == b.of or len(words_a & words_b) >= _SAME_WORDS)


def two_speakers(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether two quotations are given to two: persons, neither the first nor the last of whose names is like the
    other's («زيلينسكي», «زيلنسكي»), or heads of two things called by their posts."""
    if a.kind != "quote" or not a.of or not b.of:
        return False
    names_a, names_b = ([word for word in key(_called(claim, knowledge)).split() if word not in _OF_NAMES]
                        for claim in (a, b))  # fmt: skip
    if not names_a or not names_b:
        return False
    if a.predicate == b.predicate == "say-person":
        # «الشيخ ولد أحمد», «أحمد ولد سالم»: one person's first name or last name is told in both.
        ends = ((names_a[0], names_b[0]), (names_a[-1], names_b[-1]))
        given = knowledge.world.words.given
        apart = not any(one_word(one, other, given) for one, other in ends)
        return apart and not (set(names_a) <= set(names_b) or set(names_b) <= set(names_a))
    posts_a, posts_b = (
        frozenset(trait for trait in claim.traits if trait.startswith("post:")) for claim in (a, b)
    )
    return bool(posts_a and posts_b) and posts_a != posts_b and names_a[0] not in names_b and names_b[0] not in names_a


def _one_sentence(one: Claim, other: Claim, a: ArticleClaims, b: ArticleClaims) -> bool:
    """Whether both quotations stand in the same sentence word for word: who says it stands in another."""
    told = (article.sentences[claim.sentence].view.tokens for claim, article in ((one, a), (other, b)))
    first, second = ([token.key for token in tokens] for tokens in told)
    return first == second


def _called(claim: Claim, knowledge: Knowledge) -> str:
    """The speaker's name as it is written, whether a table knows them or not."""
    return knowledge.name_of(claim.of).ar or claim.of


def _chosen(candidates: Sequence[Candidate], primary: frozenset[str]) -> Iterator[Candidate]:
    """For each claim its best partner; of those it agrees with, the best in the headline and the best below it. What
    agrees with something contradicts nothing, but for a headline, which may say other than a text that agrees; and of
    an article's several counts of one thing only the first is its count."""
    agreed = {
        claim.id
        for candidate in candidates
        if candidate.verdict == "agree" and not (_is_open(candidate.a) or _is_open(candidate.b))
        # That a mayor is of the town which one report has the quake near does not say that it was.
        and (candidate.a.kind != "place" or standing(candidate.a.traits) == standing(candidate.b.traits))
        # The evening of a day settles no hour of it.
        and tells_hour(candidate.a) == tells_hour(candidate.b)
        and "earlier" not in (candidate.a.role, candidate.b.role)
        for claim in (candidate.a, candidate.b)
    }  # fmt: skip
    best: dict[tuple[str, str, bool], Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: (one.verdict != "agree", -one.score)):
        a, b = candidate.a, candidate.b
        if candidate.verdict == "agree":
            best.setdefault((a.id, "agree", b.part == "headline"), candidate)
            best.setdefault((b.id, "agree", a.part == "headline"), candidate)
            continue
        told = (a.id in primary and b.id in primary) or NONE_OF in a.traits | b.traits
        if a.kind == "casualties" and not told:
            continue
        if a.id in agreed and b.id in agreed:
            continue
        if a.kind in ("date", "time") and (a.id in agreed or b.id in agreed):
            continue
        if (a.id in agreed and b.part != "headline") or (b.id in agreed and a.part != "headline"):
            continue
        for claim in (a, b):
            if claim.id not in agreed:
                best.setdefault((claim.id, "other", False), candidate)
    seen: set[tuple[str, str]] = set()
    for candidate in best.values():
        if (candidate.a.id, candidate.b.id) not in seen:
            seen.add((candidate.a.id, candidate.b.id))
            yield candidate


def _is_vague(claim: Claim) -> bool:
    """«آلاف الدونمات» agrees with every figure in the thousands, and settles none."""
    value = claim.value
    return isinstance(value, Amount) and value.approximate and (value.high is None or value.low is None)


def _is_open(claim: Claim) -> bool:
    """«82 على الأقل» agrees with 120 and with 150, and settles neither."""
    value = claim.value
    return isinstance(value, Amount) and (value.high is None or value.low is None)


def _primary(claims: Iterable[Claim]) -> frozenset[str]:
    """Of the counts of casualties of one event: those of the headline, and for each state and sort of people the first
    below it. What follows are parts, other places, other sources."""
    seen: set[tuple[object, ...]] = set()
    found = set()
    for claim in claims:
        if claim.kind != "casualties" or claim.role != "whole":
            continue
        what = (claim.state, claim.of if claim.of not in GENERIC else "person", claim.part == "headline")
        if claim.part == "headline" or what not in seen:
            found.add(claim.id)
        seen.add(what)
    return frozenset(found)


def _alignment(candidate: Candidate, pair: EventPair, order: Order) -> Alignment | None:
    a, b = candidate.a, candidate.b
    relation: Relation
    late: str | None = None
    if candidate.verdict == "agree" and (pair.match.verdict == "same" or tells_alike(a, b)):
        relation = "agrees"
        why = Bilingual("Both say the same of the same event.", "يقول النصان الشيء نفسه عن الحدث نفسه.")
    elif (pair.match.verdict == "unsure" and not _is_of_people(candidate, pair)) or (
        # «نحو 5000», and «6500» a day later
        candidate.verdict == "unsure" and not (a.kind == "casualties" and overtaking(a, b, order))
    ):
        relation = "unsure"
        why = Bilingual(
            "They may speak of the same thing; the texts do not settle it.",
            "قد يتحدثان عن الأمر نفسه، ولا يحسم النصان ذلك.",
        )
    else:
        late = overtaking(a, b, order)
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


def _is_of_people(candidate: Candidate, pair: EventPair) -> bool:
    """Whether two names, ranks or posts are given to one: that is so whatever else the reports tell of."""
    return candidate.a.kind == "office" and candidate.verdict == "differ" and pair.a.main and pair.b.main
