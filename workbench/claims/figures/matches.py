"""What is told of a match besides its result: in which minute somebody scored or was sent off, which title it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.claims.clauses import Clause
from workbench.claims.name_words import of_a_name
from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Amount

MINUTE, TITLE, WHO = "minute-of-match", "title", "who:"
# A title that was won, the goal that decided a match.
WON, DECISIVE = "won", "decisive"
_SHORT = 2
_LAST_MINUTE = 130
_NEAR = 4


def match_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«في الدقيقة 38»: ``of`` is ``minute-of-match``, ``predicate`` ``goal``, ``penalty`` or
    ``dismissal``. «للمرة الثالثة», «اللقب
    الخامس»: ``of`` is ``title``, for how many somebody has won."""
    cues = knowledge.claim_cues
    for seen in view.seen:
        value = seen.mention.value
        if seen.mention.type not in ("number", "ordinal") or not isinstance(value, Amount) or value.low is None:
            continue
        before = view.tokens[seen.first - 1].key if seen.first else ""
        clause = view.clause_of(seen.first)
        if before in cues.minute and value.low <= _LAST_MINUTE:
            act = _act(view, seen, clause, knowledge)
            if act:
                who = _names_before(view, seen, clause, knowledge) | _decides(view, seen, clause, act, knowledge)
                yield _counted(view, seen, clause, act, MINUTE, Amount(value.low, value.high, unit=MINUTE), who)
        elif seen.mention.type == "ordinal" and (before in cues.nth_title | cues.nth_time or _of_titles(view, seen)):
            sports = _of_titles(view, seen) or view.has_key(cues.title_word, 0, len(view.tokens)) is not None
            row = view.has_key(cues.in_a_row, seen.last, seen.last + _NEAR) is not None
            if sports and not row:
                won = frozenset[str]() if _sought(view, clause, knowledge) else frozenset((WON,))
                yield _counted(view, seen, clause, "win", TITLE, Amount(value.low, value.high, unit=TITLE), won)


def titles_won(view: SentenceView, clause: Clause, of: str, knowledge: Knowledge) -> frozenset[str]:
    """``won`` for «رفع رصيده إلى خمسة ألقاب»: how many titles the winner has now."""
    if of != TITLE or _sought(view, clause, knowledge):
        return frozenset()
    told = any(
        entry.concept in knowledge.claim_cues.tally_concepts
        for at in range(clause.first, clause.last) for entry in view.entries[at][:2]
    )  # fmt: skip
    return frozenset((WON,)) if told else frozenset()


def _of_titles(view: SentenceView, seen: Seen) -> bool:
    """«تاسع ألقابها»"""
    behind = view.entry(seen.last) if seen.last < len(view.tokens) else None
    return behind is not None and behind.concept == TITLE and behind.number == "plural"


def _sought(view: SentenceView, clause: Clause, knowledge: Knowledge) -> bool:
    """Whether a title is only sought, or was lost: «كان يسعى إلى لقبه الخامس»."""
    return any(
        entry.concept in knowledge.claim_cues.seeking_concepts
        for at in range(clause.first, clause.last) for entry in view.entries[at][:2]
    )  # fmt: skip


def _decides(view: SentenceView, seen: Seen, clause: Clause, act: str, knowledge: Knowledge) -> frozenset[str]:
    """``decisive`` for the goal that decided a match: «هدف الانتصار في الدقيقة 78», «يهدي الفوز لأصحاب الأرض»."""
    first = max((other.last for other in view.seen if other.last < seen.first and _is_figure(other)), default=0)
    cues, start = knowledge.claim_cues, max(first, clause.first)
    inside = (entry.concept for at in range(start, seen.first) for entry in view.entries[at])
    decided = any(concept in cues.decisive_concepts for concept in inside)
    said = decided or view.has_key(cues.decisive, start, seen.first) is not None
    return frozenset((DECISIVE,)) if said and act in ("goal", "penalty") else frozenset()


def _names_before(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> frozenset[str]:
    """``who:سامر العودات`` for each two words that stand together between the figure before and this one, one of which
    may be of a name, the player's or a team's; ``who:عودات`` for each such word alone that no table knows."""
    cues = knowledge.claim_cues
    known = cues.goal_word | cues.penalty_word | cues.dismissal_word | cues.minute
    first = max((other.last for other in view.seen if other.last <= seen.first - 1 and _is_figure(other)), default=0)
    words = [view.tokens[at] for at in range(max(first, clause.first), seen.first)]
    keys = [
        token.key if token.kind == "word" and token.key not in known and len(token.key) > _SHORT else ""
        for token in words
    ]
    start = max(first, clause.first)
    named = [bool(word) and of_a_name(view, start + at, knowledge) for at, word in enumerate(keys)]
    pairs = {
        f"{WHO}{one} {other}"
        for (one, is_one), (other, is_other) in pairwise(zip(keys, named, strict=True))
        if one and other and (is_one or is_other)
    }
    alone = {
        f"{WHO}{view.stems[start + at]}" for at, of_name in enumerate(named)
        if of_name and start + at in view.stems and start + at not in view.named
    }  # fmt: skip
    return frozenset(pairs | alone)


def _is_figure(seen: Seen) -> bool:
    return isinstance(seen.mention.value, Amount) and seen.mention.type in ("number", "quantity")


def _act(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> str:
    """What happened in a minute: what stands between the figure before and this one, else behind it in its clause; a
    penalty's goal is a penalty."""
    cues = knowledge.claim_cues
    acts = {"goal": cues.goal_word, "penalty": cues.penalty_word, "dismissal": cues.dismissal_word,
            "injury": cues.injury_word}  # fmt: skip
    previous = max((other.last for other in view.seen if other.last < seen.first and _is_figure(other)), default=0)
    for near in (range(max(previous, clause.first), seen.first), range(seen.last, clause.last)):
        found = {
            act for act, words in acts.items() for at in near
            if view.tokens[at].key in words or view.tokens[at].key.removeprefix("و") in words
        }  # fmt: skip
        if found:
            return next(act for act in ("dismissal", "penalty", "goal", "injury") if act in found)
    return ""


def _counted(
    view: SentenceView, seen: Seen, clause: Clause, predicate: str, of: str, value: Amount,
    traits: frozenset[str] = frozenset(),
) -> Assertion:  # fmt: skip
    return Assertion(
        "quantity", seen.mention.span, view.span(clause.first, clause.last), predicate, of, value,
        context=view.context(clause.first, clause.last), traits=traits,
    )  # fmt: skip
