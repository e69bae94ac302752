"""People whom no table knows, by their titles: «الرئيس التنفيذي للشركة هشام الدسوقي»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import is_known, may_be_family, name_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity

# How many words a title has at most.
_LONGEST_TITLE = 5
_TITLE_WORDS = frozenset(("noun", "adjective", "participle", "masdar"))
_PRONOUNS = frozenset(("وهو", "وهي", "هو", "هي"))
_ROLES = frozenset(("role", "military", "office"))
RANK, STEERS = "rank", "steer"
_WAS = frozenset(("كان", "كانت"))
# What one who does this of a body is of it: «الدائرة التي يرأسها ناصر البدر».
_HEADS = {"preside": "president", "manage-run": "director-manager", "lead": "commander"}
_BODIES = frozenset(("organisation", "building", "military"))
_TAIL = 2  # words of «المنتهية ولايته»
_BODY_WORDS, _TITLES_BETWEEN = 5, 2


def title_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """A claim of kind office for each name of two words or more behind a title: ``predicate`` is the concept of the
    title's noun, ``of`` the concepts of its other words joined by ``|``, the value the name."""
    persons = [one for one in view.seen if one.mention.type == "person"]
    named = {at for seen in persons if is_known(seen.mention) for at in range(seen.first, seen.last)}
    shaped = {seen.first: seen.last for seen in persons if seen.last - seen.first > 1}
    at = 0
    while at < len(view.tokens):
        last = name_at(view, at, knowledge) or shaped.get(at)
        if last is None or at in named:
            at += 1
            continue
        end = at - _TAIL if view.has_phrase(knowledge.claim_cues.title_tail, at - _TAIL, at) else at
        head, behind = _head(view, end, knowledge), _behind(view, last, knowledge)
        if head is not None:
            yield _title(view, (head, at), (at, last), (at, last), knowledge)
        if behind is not None:
            yield _title(view, behind, (at, last), (at, behind[1]), knowledge)
        yield from _steering(view, at, last, knowledge)
        yield from _headed(view, at, last, knowledge)
        at = last


def _title(
    view: SentenceView, title: tuple[int, int], name: tuple[int, int], told: tuple[int, int], knowledge: Knowledge
) -> Assertion:
    """The title and the name of these tokens (ends exclusive); ``told`` are those that the claim points to."""
    first, stop = title
    span, named, clause, entry = view.span(*told), view.span(*name), view.clause_of(name[0]), view.entry(first)
    if stop == name[0] and stop - first > 2 and _apposed(view, stop - 1):
        stop -= 1
    words = view.context(first + 1, stop) | _given(view, first + 1, stop, knowledge)
    concept = entry.concept if entry is not None else ""
    cues = knowledge.claim_cues
    steered = sorted(word for word in words if word in cues.steered_concepts)
    if steered and concept in cues.steerer_concepts:
        concept, words = STEERS, frozenset(steered[:1])
    ranked = entry is not None and entry.definite and concept in cues.rank_concepts
    return Assertion(
        "office", span, view.span(clause.first, clause.last), concept,
        "|".join(sorted(words)), Entity(None, view.reading.text[named.start : named.end]),
        context=view.context(0, len(view.tokens)), traits=frozenset((RANK,)) if ranked else frozenset(),
    )  # fmt: skip


def _apposed(view: SentenceView, at: int) -> bool:
    """«رئيس الرابطة الطبيب حامد بات»: a second word for who it is, which is none of the title's."""
    entry, before = next(iter(view.entries[at]), None), next(iter(view.entries[at - 1]), None)
    return (
        entry is not None and entry.definite and entry.kind in _ROLES and entry.number == "singular"
        and before is not None and before.definite and before.pos == "noun"
    )  # fmt: skip


def _is_place(view: SentenceView, at: int) -> bool:
    return any(seen.first <= at < seen.last and seen.mention.type == "place" for seen in view.seen)


def _begins_anew(view: SentenceView, at: int) -> bool:
    """Whether a word behind a definite noun is a noun without an article, which is none of its phrase."""
    entry = next(iter(view.entries[at]), None)
    return entry is not None and entry.pos == "noun" and not entry.definite and entry.kind in _ROLES


def _steering(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> Iterator[Assertion]:
    """«عبد المجيد حمدي الذي كان يقود الطائرة»"""
    at = last + (last < len(view.tokens) and view.tokens[last].text in "،,")
    if at >= len(view.tokens) or view.tokens[at].key not in knowledge.claim_cues.relative:
        return
    at += 1 + (at + 1 < len(view.tokens) and view.tokens[at + 1].key in _WAS)
    if at + 1 >= len(view.tokens) or not any(one.concept == "lead" and one.pos == "verb" for one in view.entries[at]):
        return
    steered = view.context(at + 1, at + 2) & knowledge.claim_cues.steered_concepts
    if steered:
        span, clause = view.span(first, last), view.clause_of(first)
        yield Assertion(
            "office", span, view.span(clause.first, clause.last), STEERS, min(steered),
            Entity(None, view.reading.text[span.start : span.end]), context=view.context(0, len(view.tokens)),
        )  # fmt: skip


def _headed(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> Iterator[Assertion]:
    """«الدائرة التي يرأسها المستشار ناصر البدر»"""
    for verb in range(first - 1, max(0, first - 2 - _TITLES_BETWEEN), -1):
        entry = next(iter(view.entries[verb]), None)
        if entry is None or (entry.pos != "verb" and not (entry.definite and entry.kind in _ROLES)):
            return
        if entry.pos != "verb":
            continue
        if entry.concept not in _HEADS or not entry.enclitic:
            return
        if view.tokens[verb - 1].key not in knowledge.claim_cues.relative:
            return
        for at in range(verb - 2, max(-1, verb - 2 - _BODY_WORDS), -1):
            body = next(iter(view.entries[at]), None)
            if body is None or body.pos not in _TITLE_WORDS:
                return
            if body.kind in _BODIES and body.pos == "noun":
                span, clause = view.span(first, last), view.clause_of(first)
                yield Assertion(
                    "office", span, view.span(clause.first, clause.last), _HEADS[entry.concept],
                    "|".join(sorted(view.context(at, verb - 1))),
                    Entity(None, view.reading.text[span.start : span.end]), context=view.context(0, len(view.tokens)),
                )  # fmt: skip
                return
        return


def _given(view: SentenceView, first: int, stop: int, knowledge: Knowledge) -> frozenset[str]:
    """Given names inside a title: «مديرية الشيخ عثمان»."""
    return frozenset(
        token.key for token in view.tokens[first:stop] if token.key in knowledge.world.words.given
    )


def _behind(view: SentenceView, last: int, knowledge: Knowledge) -> tuple[int, int] | None:
    """The title behind a name and a comma: «صالح الربيعي، وهو مدير شرطة مديرية المنصورة، …»."""
    if last + 1 >= len(view.tokens):
        return None
    comma = view.tokens[last].text in "،,"
    # «القاضي عبد الله الفارس رئيس الدائرة»
    if not comma and not view.tokens[last - 1].key.startswith("ال"):
        return None
    first = last + comma
    if view.tokens[first].key in _PRONOUNS:
        first += 1
    entry = next(iter(view.entries[first]), None) if first < len(view.tokens) else None
    if entry is None or entry.pos == "adjective" or entry.proclitics:
        return None
    if not comma and (entry.concept not in knowledge.claim_cues.head_concepts or entry.definite):
        return None
    if entry.kind not in _ROLES and knowledge.claim_cues.kinship(entry.concept) is None:
        return None
    stop = first + 1
    while stop < min(len(view.tokens), first + 1 + _LONGEST_TITLE) and view.tokens[stop].kind == "word":
        words = view.entries[stop][:1]
        if any(word.pos in ("verb", "particle") or word.proclitics.startswith(("و", "ف")) for word in words):
            break
        stop += 1
    return first, stop


def _head(view: SentenceView, name: int, knowledge: Knowledge) -> int | None:
    """The first word of the title that ends where a name begins."""
    found = None
    for at in range(name - 1, max(-1, name - 1 - _LONGEST_TITLE), -1):
        entry = next(iter(view.entries[at]), None)
        if entry is None and found is None and _is_place(view, at):
            continue  # «رئيس بلدية طرابلس رياض يمق»
        if entry is None or entry.pos not in _TITLE_WORDS or view.tokens[at].kind != "word":
            break
        if any(one.pos == "verb" and one.kind == "report" for one in view.entries[at]):
            # «وذكر مدير الإسعاف …» tells of no male.
            break
        if found is not None and entry.definite and entry.pos == "noun" and _begins_anew(view, at + 1):
            # «وأوقفت الشرطة ربان السفينة محمود الزين»
            break
        address = entry.concept in knowledge.claim_cues.address_concepts
        if entry.pos != "adjective" and (entry.kind in _ROLES or address):
            found = at
        if may_be_family(view, at) and entry.pos == "noun" and found is None and at < name - 2:
            break
    if found == name - 1 and not any(entry.definite for entry in view.entries[found][:1]):
        # «وحجاج سمير عبد القادر» in a list is three names.
        return None
    return found
