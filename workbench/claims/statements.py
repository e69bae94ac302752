"""What a sentence says happened, did not happen, or is only said to: its verbs and verbal nouns with their polarity."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.lexicon import Entry

# What an operator governs stands within this many words after it, what it says itself that it negates nearer.
_GOVERNED = 14
_NEAR = 5
_NAMES = frozenset(("person", "organisation", "office"))
# Words that take back a whole sentence, folded.
_RETRACTIONS = (
    "غير صحيح", "لا صحه", "عار من الصحه", "عار تماما من الصحه", "عاريه من الصحه", "لا اساس له", "عدم صحه", "شايعات",
)  # fmt: skip
_SUBJECT_WORDS = 3
_LONGEST_SENTENCE = 80
_EMPTY_PREDICATES = frozenset(
    "be be-done become remain happen take-place come go carry-out be-completed complete preside exist find sign".split()
)


def statement_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``predicate`` is the concept said, ``of`` the concepts of the words beside it that tell whose rise or fall it is,
    joined by ``|``; ``context`` holds the content words of the whole sentence without the predicate. What stands deeper
    under a denial or an accusation than its first word is in doubt: nobody says it."""
    if len(view.tokens) > _LONGEST_SENTENCE:
        return
    named = {at for seen in view.seen if seen.mention.type in _NAMES for at in range(seen.first, seen.last)}
    predicates = {
        at: entry
        for at in range(len(view.tokens))
        if at not in named and (entry := _predicate(view.entry(at))) is not None
    }
    polarities = _polarities(view, predicates, knowledge)
    everything = view.context(0, len(view.tokens))
    for at, entry in predicates.items():
        polarity, first = polarities.get(at, ("affirmed", at))
        yield Assertion(
            "statement",
            view.span(first, at + 1),
            view.span(0, len(view.tokens)),
            entry.concept,
            "|".join(sorted(_subject(view, at, first, entry))),
            None,
            polarity,
            context=everything - {entry.concept},
        )


def _polarities(
    view: SentenceView, predicates: dict[int, Entry], knowledge: Knowledge
) -> dict[int, tuple[Polarity, int]]:
    """For each predicate that is not plainly affirmed: its polarity, and where the words that make it so begin."""
    found: dict[int, tuple[Polarity, int]] = {}
    cues = knowledge.claim_cues
    keys = [token.key for token in view.tokens]
    whole = " ".join(keys)
    if (keys and keys[-1] in ("؟", "?")) or any(phrase in whole for phrase in _RETRACTIONS):
        return {at: ("uncertain", at) for at in predicates}
    for at in sorted(predicates):
        if polarity_at(view, at, cues) == "uncertain":
            found[at] = ("uncertain", at)
    for at, key in enumerate(keys):
        effect = knowledge.operators.get(predicates[at].concept) if at in predicates else None
        particle = key in cues.negation and at + 1 < len(keys) and keys[at + 1] not in cues.no_negation
        if effect is None and not particle:
            continue
        governed = [place for place in sorted(predicates) if at < place <= at + _GOVERNED]
        own = found.get(at, ("affirmed", at))[0]
        if not governed:
            continue
        first = governed[0]
        if first - at <= _NEAR:
            if effect in ("alleges", "accuses") or own == "uncertain":
                found[first] = ("uncertain", at)
            elif own == "negated":
                # A denial denied, «لم يرفض»: nobody has said that it is so.
                found[first] = ("uncertain", at)
            elif found.get(first, ("affirmed", 0))[0] == "affirmed":
                found[first] = ("negated", at)
            else:
                found[first] = ("uncertain", at)
        if effect is not None:
            for place in governed[1:]:
                found[place] = ("uncertain", at)
    return found


def _predicate(entry: Entry | None) -> Entry | None:
    """The reading, where it is a verb, a verbal noun or the name of an event."""
    if entry is None or entry.concept in _EMPTY_PREDICATES:
        return None
    if entry.pos in ("verb", "masdar") and entry.kind != "report":
        return entry
    return entry if entry.pos == "noun" and entry.kind == "event" else None


def _subject(view: SentenceView, at: int, first: int, entry: Entry) -> frozenset[str]:
    """Content words right behind a verbal noun; before and behind a verb. What negates it («يرفض الاستقالة») has its
    own subject before it: ``first`` is where that begins."""
    after = view.context(at + 1, min(len(view.tokens), at + 1 + _SUBJECT_WORDS))
    if entry.pos == "verb" or first < at:
        return after | view.context(max(0, first - _SUBJECT_WORDS), at)
    return after
