"""A sentence as the claims look at it: tokens with their readings, clauses, figures by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from workbench.claims.clauses import Clause, cut_clauses, rejoined
from workbench.claims.expressions import counted, join_expressions
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry, Memory
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.names.values import OfficeName, is_doubtful
from workbench.mentions.values import Amount, Entity, Mention, SentenceReading
from workbench.text.normal import fold, key
from workbench.text.values import Span, Token

# Verbs that carry no content of their own, and words so common that sharing them says nothing.
_PREPOSITIONS = frozenset("في علي عن الي مع بين عند لدي تحت فوق حول ضد نحو".split())
_SIGNED = frozenset("على اتفاق اتفاقية مذكرة عقد بيان مرسوم معاهدة وثيقة بروتوكول قرار قانون".split())
_THAT = frozenset("ان بان وان".split())
_DOUBLED = "\u0651"
_ON, _GOVERNED = frozenset(("علي", "عليه", "عليها", "عليهم")), 5
_IN_IT = frozenset(("فيه", "فيها", "عليه", "عليها"))
_AND_THAT = frozenset(("وان", "فان"))
_BESIDE = 4
_OUT_OF = 10
_NTH_REACH = 6
_EMPTY_KINDS = frozenset(("report", "particle", "numeral", "time"))
# Counting and carrying words say nothing about what is done with the things counted.
# Verbal nouns that mostly name a body: «إدارة الميناء».
_WAS, _WAS_DOING = "be", 5
_BODIES = frozenset(("manage-run",))
_INCIDENT, _BODIES_OF_STATE = "incident", frozenset(("organisation", "office", "military"))
_WEAK_PREDICATES = frozenset(("report", "be"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention and the tokens it covers: ``first`` to ``last``, exclusive."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token ``at`` speaks of something happening: ``family`` of event, a noun with the article (or a verb) or without,
    one or several."""

    at: int
    family: str
    noun: bool
    definite: bool
    several: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """``entries`` runs parallel to ``tokens``; ``seen`` are the mentions in order;
    ``triggers`` the words for events; ``named`` gives for tokens of known names, and for adjectives of nations, the
    identifier of what they name; ``stems`` the stem of each word that the lexicon does not know; ``content`` runs
    parallel to ``tokens``: the concept (or key, where unknown) of a content word, None for any other; ``taken``: tokens
    that the first word of an expression speaks for."""

    reading: SentenceReading
    tokens: tuple[Token, ...]
    entries: tuple[tuple[Entry, ...], ...]
    clauses: tuple[Clause, ...]
    seen: tuple[Seen, ...]
    named: dict[int, str]
    triggers: tuple[Trigger, ...]
    stems: dict[int, str]
    content: tuple[str | None, ...]
    taken: frozenset[int] = frozenset()

    def clause_of(self, at: int) -> Clause:
        for clause in self.clauses:
            if clause.first <= at < clause.last:
                return clause
        return self.clauses[-1]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def entry(self, at: int) -> Entry | None:
        """The likeliest reading of a token; a noun that is also a verb's noun («اجتماع») as the verb's, so that it
        shares the verb's concept."""
        return likeliest(self.entries[at])

    def has_key(self, keys: frozenset[str], first: int, last: int) -> int | None:
        """The first token of ``first`` to ``last`` whose key is among ``keys``."""
        for at in range(max(first, 0), min(last, len(self.tokens))):
            if self.tokens[at].key in keys:
                return at
        return None

    def has_phrase(self, phrases: frozenset[str], first: int, last: int) -> bool:
        """Whether one of the phrases, folded words parted by single spaces, stands among the tokens."""
        words = f" {' '.join(token.key for token in self.tokens[max(first, 0) : last])} "
        return any(f" {phrase} " in words for phrase in phrases)

    def context(self, first: int, last: int) -> frozenset[str]:
        """The content words of tokens ``first`` to ``last``."""
        return frozenset(word for word in self.content[first:last] if word is not None)


def is_some_of_more(view: SentenceView, count: Seen, cues: ClaimCues) -> bool:
    """Whether the words say that a count is some of a larger one: «19 إصابة … من بين 47», or a share."""
    if is_share(view, count, cues):
        return True
    keys = [token.key for token in view.tokens[count.last : count.last + _OUT_OF]]
    for at, (first, second) in enumerate(pairwise(keys)):
        if first == "من" and second in cues.out_of and (at < _BESIDE or _figure_at(view, count.last + at + 2)):
            return True
    return False


def is_share(view: SentenceView, count: Seen, cues: ClaimCues) -> bool:
    """Whether a figure is of one among several: «أحصى المركز وحده 19 إصابة», «200 ألف جرعة، هي حصة الجنوب»."""
    at = view.has_key(cues.alone, count.first - _BESIDE, count.last + _BESIDE)
    alone = at is not None and not view.tokens[at].plain.endswith("ة")  # «وحدة خاصة» is a unit
    share = view.has_key(cues.share_of, count.last, count.last + _BESIDE)
    # «468 مليار درهم، وإن حصة التعليم …»: the share of something else.
    return alone or (share is not None and view.has_key(_AND_THAT, count.last, share) is None)


def nth_traits(view: SentenceView, at: int, reach: int = 0) -> frozenset[str]:
    """``nth:2`` for what stands behind «الموجة الثانية»: one of several, told apart by number; with ``reach`` also for
    what stands up to so many words before it («88-79 في المباراة الرابعة»)."""
    for seen in reversed(view.seen):
        value = seen.mention.value
        near = at - _NTH_REACH <= seen.first < at + reach and seen.first != at
        if seen.mention.type == "ordinal" and isinstance(value, Amount) and near:
            return frozenset((f"nth:{value.low}",))
    return frozenset()


def _figure_at(view: SentenceView, at: int) -> bool:
    return any(seen.first in (at, at + 1) for seen in view.seen if isinstance(seen.mention.value, Amount))


def likeliest(entries: tuple[Entry, ...]) -> Entry | None:
    """The first reading, or its twin among the verbal nouns."""
    if not entries:
        return None
    first = entries[0]
    if first.pos == "noun":
        for entry in entries[1:3]:
            if entry.pos == "masdar" and entry.lemma == first.lemma:
                return entry
    return first


def view_sentence(
    reading: SentenceReading, knowledge: Knowledge, memory: Memory, stem: Callable[[str], str]
) -> SentenceView:
    """``stem`` gives the lemma or stem of a word that the lexicon does not know."""
    tokens = reading.tokens
    readings = tuple(
        knowledge.lexicon.lookup(token.key, memory, token.plain) if token.kind == "word" else () for token in tokens
    )
    joined = join_expressions(tokens, tuple(_fitting(tokens, readings, at) for at in range(len(readings))), knowledge)
    entries = joined.entries
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    seen = []
    for mention in reading.mentions:
        first = bisect_right(ends, mention.start)
        last = bisect_left(starts, mention.end)
        if first < last:
            seen.append(Seen(counted(mention, last, joined.units), first, last))
    named = _named(seen, entries, knowledge)
    times = {at for one in seen if one.mention.type in ("date", "time") for at in range(one.first, one.last)}
    cut = rejoined(
        cut_clauses(tokens, knowledge.clauses), tokens,
        lambda at: (entry := likeliest(entries[at])) is not None and entry.pos == "verb", times.__contains__,
        lambda at: knowledge.sourcing.citations.at(tokens, at) is not None,
    )  # fmt: skip
    clauses = _coordinated(cut, entries)
    # «العقدين الماضيين» are no contracts, «كانون الأول» is not the first of anything.
    triggers = tuple(one for one in _triggers(tokens, entries, named, knowledge) if one.at not in times)
    stems = {
        at: fold(stem(token.plain))
        for at, token in enumerate(tokens)
        if token.kind == "word" and not entries[at] and at not in named
    }
    content = tuple(
        named[at] if at in named
        else None if at in joined.taken
        else _content(token, likeliest(entries[at]), stems.get(at, token.key), knowledge, at in times)
        for at, token in enumerate(tokens)
    )
    return SentenceView(reading, tokens, entries, clauses, tuple(seen), named, triggers, stems, content, joined.taken)


def _content(token: Token, entry: Entry | None, stem: str, knowledge: Knowledge, of_time: bool) -> str | None:
    """``of_time``: the word is one of a time, of which only «المقبل» tells anything of what happens then."""
    if of_time and (entry is None or entry.concept not in knowledge.claim_cues.next_concepts):
        return None
    if token.kind not in ("word", "latin") or len(token.key) < 3:
        return None
    if entry is None:
        return stem
    if entry.kind in _EMPTY_KINDS or entry.pos == "particle":
        return None
    return knowledge.lexicon.concepts.common(entry.concept)


def _coordinated(clauses: tuple[Clause, ...], entries: tuple[tuple[Entry, ...], ...]) -> tuple[Clause, ...]:
    """Clauses cut again where a second verb is joined with «و»: «واتهمت واشنطن … ونفذت قواتها غارات»."""
    found: list[Clause] = []
    for clause in clauses:
        first, opening, verb = clause.first, clause.opening, False
        for at in range(clause.first, clause.last):
            entry = likeliest(entries[at])
            if entry is None or entry.pos != "verb":
                continue
            if verb and entry.proclitics.startswith("و") and entry.form == "past":
                found.append(Clause(first, at, opening))
                first, opening = at, "and"
            verb = True
        found.append(Clause(first, clause.last, opening))
    return tuple(found)


def _triggers(
    tokens: tuple[Token, ...], entries: tuple[tuple[Entry, ...], ...], named: dict[int, str], knowledge: Knowledge
) -> tuple[Trigger, ...]:
    found: list[Trigger] = []
    concepts = knowledge.lexicon.concepts
    for at, readings in enumerate(entries):
        for entry in (first for first in (likeliest(readings), *readings[:1]) if first is not None):
            if entry.pos not in ("noun", "verb", "masdar"):
                continue
            family = knowledge.events.family(entry.concept, concepts)
            if family is None or (family == _INCIDENT and _names_body(tokens, entries, at)):
                continue
            # «حادثي سير»: before another noun the dual looks like «my accident», which the news never says.
            dual = entry.enclitic == "ي" and any(
                other.lemma == entry.lemma and other.number == "dual" for other in readings
            )
            noun = entry.pos != "verb"
            # «عمليات الإطفاء», «هجوم كركوك»: the noun behind makes it definite.
            behind = at + 1 < len(tokens) and (tokens[at + 1].key.startswith("ال") or at + 1 in named)
            definite = not noun or entry.definite or (bool(entry.enclitic) and not dual) or behind
            found.append(Trigger(at, family, noun, definite, noun and (entry.number != "singular" or dual)))
            break
    return tuple(found)


def _names_body(tokens: tuple[Token, ...], entries: tuple[tuple[Entry, ...], ...], at: int) -> bool:
    """«لجنة الطوارئ», «وزارة الطوارئ», «إدارة الكوارث»: what a body is for, not what happened."""
    before = entries[at - 1][:2] if at and tokens[at].key.startswith("ال") else ()
    return any(entry.pos == "noun" and entry.kind in _BODIES_OF_STATE for entry in before)


def _fitting(
    tokens: tuple[Token, ...], readings: tuple[tuple[Entry, ...], ...], at: int
) -> tuple[Entry, ...]:
    """The readings that what stands around allows. «وقع» is «happened», unless something that is signed stands behind
    it; «علق» is «suspended», unless «على» does; no verb stands behind a preposition («على متن»)."""
    entries = readings[at]
    if at > 0 and entries and entries[0].pos == "verb" and tokens[at].key.startswith("ال"):
        # «نفى التهم»: behind a word of content a noun with its article, not «devoured».
        nouns = tuple(entry for entry in entries if entry.definite and entry.pos == "noun")
        before = readings[at - 1][:1]
        if nouns and before and before[0].pos != "particle":
            entries = (*nouns, *(entry for entry in entries if entry not in nouns))
    if at > 0 and tokens[at - 1].key in _PREPOSITIONS:
        entries = tuple(entry for entry in entries if entry.pos != "verb")
    entries = _told_of_before(readings, entries, tokens, at)
    behind_key = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if len(entries) > 1 and entries[0].concept == "based-on" and behind_key not in _ON:
        entries = entries[1:]  # «بناء الجسر», not «بناء على»
    if len(entries) > 1 and entries[0].pos == "verb" and entries[1].concept == "first" and behind_key.startswith("ال"):
        return (entries[1], entries[0], *entries[2:])  # «أولى الحالات»
    if len(entries) > 1 and entries[0].concept == "sign" and entries[1].concept == "happen":
        behind = {entry.lemma for near in readings[at + 1 : at + 5] for entry in near[:1]}
        # «وُقّع العقد»: by its mark, or by a second reading right behind («عقدة», «عقد»)
        behind |= {entry.lemma for near in readings[at + 1 : at + 2] for entry in near[:2] if entry.pos == "noun"}
        if not behind & _SIGNED and _DOUBLED not in tokens[at].text:
            return (entries[1], entries[0], *entries[2:])
    stabs = len(entries) > 1 and entries[0].concept == "stab" and entries[1].concept == "appeal"
    if stabs and at + 1 < len(tokens) and tokens[at + 1].key in _IN_IT:
        # «قبل الحكم ولن يطعن فيه»
        return (entries[1], entries[0], *entries[2:])
    said = len(entries) > 1 and entries[0].concept == "comment" and entries[1].concept == "suspend"
    if said and not any(token.key in _ON for token in tokens[at + 1 : at + 1 + _GOVERNED]):
        return (entries[1], entries[0], *entries[2:])
    return entries


def _told_of_before(
    readings: tuple[tuple[Entry, ...], ...], entries: tuple[Entry, ...], tokens: tuple[Token, ...], at: int
) -> tuple[Entry, ...]:
    """«أن الاقتراع توقف في …»: behind «أن» and a noun with its article a word without one is the verb, where noun and
    verb say the same."""
    if at < 2 or not entries or entries[0].pos not in ("noun", "masdar") or entries[0].proclitics:
        return entries
    if tokens[at - 2].key not in _THAT or not tokens[at - 1].key.startswith("ال"):
        return entries
    said = entries[0].concept
    verbs = tuple(one for one in entries if one.pos == "verb" and one.concept == said and not one.enclitic)
    noun = readings[at - 1][:1] and readings[at - 1][0].pos in ("noun", "masdar")
    return (*verbs, *(one for one in entries if one not in verbs)) if verbs and noun else entries


def _named(
    seen: list[Seen], entries: tuple[tuple[Entry, ...], ...], knowledge: Knowledge
) -> dict[int, str]:
    named: dict[int, str] = {}
    for at, readings in enumerate(entries):
        if readings and readings[0].pos == "adjective" and readings[0].kind == "nationality":
            place = knowledge.geography.nations.get(key(readings[0].lemma))
            if place is not None:
                named[at] = place
    for one in seen:
        value = one.mention.value
        # «الطفل ريان» is not Paul Ryan.
        if isinstance(value, Entity) and value.id is not None and not is_doubtful(value):
            for at in range(one.first, one.last):
                if not (isinstance(value, OfficeName) and at in named):  # «اللبناني» of a title names Lebanon as well
                    named[at] = value.id
    return named


def _described(view: SentenceView, at: int, last: int) -> bool:
    """Whether nothing but its adjectives stands between a noun and ``last``."""
    return all(any(entry.pos == "adjective" for entry in view.entries[near][:2]) for near in range(at, last))


def _is_verb(entry: Entry | None) -> bool:
    return entry is not None and entry.pos == "verb" and not entry.proclitics


def predicate_near(view: SentenceView, first: int, last: int, clause: Clause | None = None) -> str:
    """The concept of the verb (or verbal noun) that governs tokens ``first`` to ``last``: the nearest one before them
    in the clause (theirs, where none is given), else the first one after; empty where there is none."""
    clause = clause or view.clause_of(first)
    for at in (*range(first - 1, clause.first - 1, -1), *range(last, clause.last)):
        entry = view.entry(at)
        if entry is None or entry.pos not in ("verb", "masdar") or entry.kind in _WEAK_PREDICATES:
            continue
        if entry.pos == "masdar" and entry.definite and clause.first < at < first and _described(view, at + 1, first):
            # «ودمر القصف طائرتين»: who did it, not what was done
            does = view.entry(at - 1)
            if does is not None and does.pos == "verb" and does.kind not in _WEAK_PREDICATES and does.concept != _WAS:
                return does.concept
        if entry.pos == "verb" and entry.concept == _WAS and at < first:
            # «وكانت خمس طائرات قصفت القاعدة»
            does = next((view.entry(behind) for behind in range(last, min(clause.last, last + _WAS_DOING))
                         if _is_verb(view.entry(behind))), None)  # fmt: skip
            return does.concept if does is not None else entry.concept
        if entry.pos == "verb" or entry.concept not in _BODIES:
            return entry.concept
    return ""
