"""What came before what, by words and no time: «هنأه قبل إعلان النتائج», «اندلع أولا في المستودع ثم وصل إلى الخزان»."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge

ORDER, FIRST = "order", "first-of-two"
BEFORE, AFTER = "before", "after"
DID, WHO, OF, EARLIER, LATER = "did:", "who:", "of:", "earlier:", "later:"
_MAIN, _JOINED, _LATER_WORDS, _THEN_WITHIN = 10, 5, 8, 14
_READINGS = 4
_NOMINAL = frozenset(("noun", "adjective", "nationality"))


def order_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """Statements with predicate ``order`` (``state`` before or after; ``did:`` what was done, ``who:`` what else stands
    before the joining word, ``of:`` what stands behind it) and ``first-of-two`` (``earlier:``, ``later:`` the things
    that are told as the first and the second)."""
    yield from _joined(view, knowledge)
    yield from _first_of_two(view, knowledge)


def _joined(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    cues, common = knowledge.claim_cues, knowledge.lexicon.concepts.common
    once = frozenset(common(one) for one in cues.once_concepts)
    for at in range(1, len(view.tokens) - 1):
        word = view.tokens[at].key
        state = BEFORE if word in cues.order_before else AFTER if word in cues.order_after else None
        if state is None:
            continue
        behind = _past_length(view, at + 1)
        entry = view.entry(behind) if behind is not None else None
        if behind is None or entry is None or entry.pos not in ("masdar", "noun", "verb", "particle"):
            continue
        if view.content[behind] is None and entry.pos not in ("masdar", "particle"):
            continue  # «بعد ظهر السبت»
        last = next((place for place in range(behind, min(len(view.tokens), behind + _JOINED))
                     if view.tokens[place].kind == "punctuation"), min(len(view.tokens), behind + _JOINED))  # fmt: skip
        first = next((place + 1 for place in range(at - 1, max(-1, at - 1 - _MAIN), -1)
                      if view.tokens[place].kind == "punctuation"), max(0, at - _MAIN))  # fmt: skip
        deeds = {
            common(one.concept): place for place in range(first, at) for one in view.entries[place][:_READINGS]
            if one.pos in ("verb", "masdar", "participle") and common(one.concept) in once
        }  # fmt: skip
        of = view.context(behind, last) | ({common(entry.concept)} if entry.pos == "masdar" else set())
        if not deeds or not of or polarity_at(view, at, cues) != "affirmed":
            continue
        who = view.context(first, at) - deeds.keys() - of
        marked = ((DID, deeds.keys()), (WHO, who), (OF, of))
        clause = view.clause_of(at)
        yield Assertion(
            "statement", view.span(at, last), view.span(clause.first, clause.last), ORDER, "", None, state=state,
            context=view.context(0, len(view.tokens)),
            traits=frozenset(f"{mark}{one}" for mark, words in marked for one in words),
        )  # fmt: skip


def _past_length(view: SentenceView, at: int) -> int | None:
    """The first token of what is joined, past «ساعة من»; None where only a time stands there («بعد يومين»)."""
    for seen in view.seen:
        if seen.first in (at - 1, at) and seen.last > at and seen.mention.type in ("date", "time", "duration"):
            past = seen.last + 1
            return past if past < len(view.tokens) and view.tokens[seen.last].key in ("من", "علي") else None
    return at


def _first_of_two(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«شبت أولا في خزان … ثم امتدت إلى المستودع», «بدأ الحريق في المطبخ وامتد إلى غرفتين»."""
    cues = knowledge.claim_cues
    for at in range(len(view.tokens) - 2):
        onset = any(
            one.concept in cues.order_onset_concepts and one.pos in ("verb", "masdar") for one in view.entries[at][:1]
        )
        if not onset and view.tokens[at].key not in cues.of_at_first:
            continue
        then = next((
            place for place in range(at + 1, min(len(view.tokens), at + 1 + _THEN_WITHIN))
            if view.tokens[place].key in cues.order_then | cues.order_spread
        ), None)  # fmt: skip
        if then is None or polarity_at(view, at, cues) != "affirmed":
            continue
        last = then + 1
        while last < min(len(view.tokens), then + 1 + _LATER_WORDS) and view.tokens[last].kind != "punctuation":
            last += 1
        earlier, later = _things(view, at + 1, then), _things(view, then + 1, last)
        if earlier - later and later - earlier:
            marked = ((EARLIER, earlier - later), (LATER, later - earlier))
            clause = view.clause_of(at)
            yield Assertion(
                "statement", view.span(at, then), view.span(clause.first, clause.last), FIRST, "", None,
                context=view.context(0, len(view.tokens)),
                traits=frozenset(f"{mark}{one}" for mark, words in marked for one in words),
            )  # fmt: skip
            return


def _things(view: SentenceView, first: int, last: int) -> frozenset[str]:
    """The content words of things, people and places."""
    found = set()
    for at in range(first, last):
        word, entry = view.content[at], view.entry(at)
        if word is not None and (entry is None or at in view.named or entry.pos in _NOMINAL):
            found.add(word)
    return frozenset(found)
