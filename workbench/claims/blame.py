"""Who is held to be behind what happened: accusations, claims of responsibility, and their absence."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity

_RESPONSIBILITY = frozenset("مسووليه المسووليه مسووليته مسووليتها مسووليتهم بالمسووليه اللوم باللوم".split())
_OWN_RESPONSIBILITY = frozenset(
    "مسووليته مسووليتها مسووليتهم مسووليه المسووليه ضلوعه ضلوعها تورطه تورطها علاقته علاقتها".split()
)
_NOBODY = frozenset("جهه جماعه احد تنظيم طرف".split())
_ACCUSE = frozenset(("accuse", "hold-responsible", "suspect", "blame"))
_CLAIM = frozenset(("adopt", "announce", "claim", "declare", "claim-responsibility"))
_ACTORS = frozenset(("person", "organisation", "office", "place"))


def blame_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``predicate`` is ``blame`` (of: who accuses) or ``claim-responsibility``; the value is who is held responsible,
    an Entity without identifier and name where the text says that nobody is."""
    actors = [seen for seen in view.seen if seen.mention.type in _ACTORS and isinstance(seen.mention.value, Entity)]
    for at, entries in enumerate(view.entries):
        concepts = {entry.concept for entry in entries[:2] if entry.pos in ("verb", "masdar")}
        clause = view.clause_of(at)
        if concepts & _ACCUSE:
            near = range(at + 1, min(clause.last, at + 9))
            names_blame = any(view.tokens[place].key in _RESPONSIBILITY for place in near)
            if "hold-responsible" in concepts and "accuse" not in concepts and not names_blame:
                continue
            yield from _assertion(view, knowledge, actors, at, "blame")
        elif "deny" in concepts and any(
            view.tokens[place].key in _OWN_RESPONSIBILITY for place in range(at + 1, min(clause.last, at + 9))
        ):
            yield from _assertion(view, knowledge, actors, at, "claim-responsibility", denied=True)
        elif "adopt" in concepts and any(at < trigger.at < clause.last for trigger in view.triggers):
            yield from _assertion(view, knowledge, actors, at, "claim-responsibility")
        elif concepts & _CLAIM:
            near = range(at + 1, min(clause.last, at + 6))
            place = next((place for place in near if view.tokens[place].key in _RESPONSIBILITY), None)
            if place is not None and view.tokens[place].key not in ("المسووليه", "اللوم"):
                yield from _assertion(view, knowledge, actors, at, "claim-responsibility")


def _assertion(
    view: SentenceView, knowledge: Knowledge, actors: list[Seen], at: int, predicate: str, denied: bool = False
) -> Iterator[Assertion]:
    clause = view.clause_of(at)
    polarity: Polarity = "negated" if denied else polarity_at(view, at, knowledge.claim_cues)
    inside = [seen for seen in actors if clause.first <= seen.first < clause.last]
    before = [seen for seen in inside if seen.last <= at]
    after = [seen for seen in inside if seen.first > at]
    nobody = view.has_key(_NOBODY, at + 1, clause.last) if polarity == "negated" and not denied else None
    accuser: Seen | None = None
    accused: Seen | None = None
    if predicate == "claim-responsibility":
        accused = after[0] if after and after[0].first - at <= 3 else (before[-1] if before else None)
    elif before and not after:
        accuser = before[-1]
    elif len(after) >= 2:
        accuser, accused = after[0], after[1]
    elif after:
        # «اتهمت مصادر أميركية الميليشيات …»: the accuser may be nobody the tables know.
        if after[0].first - at <= 2 and (nobody is not None or not before):
            accuser = after[0]
        else:
            accuser, accused = (before[-1] if before else None), after[0]
    if nobody is None and accused is None:
        return
    value = accused.mention.value if accused is not None and nobody is None else Entity(None, "")
    last = max(accused.last if accused else 0, (nobody or 0) + 1 if nobody is not None else 0, at + 1)
    first = at
    while first > clause.first and view.tokens[first - 1].key in knowledge.claim_cues.negation:
        first -= 1
    words = view.tokens[at + 1 : clause.last]
    yield Assertion(
        "actor",
        view.span(first, min(last, clause.last)),
        view.span(clause.first, clause.last),
        predicate,
        _name(accuser),
        value,
        polarity,
        hedge=polarity == "negated" and any(token.key in knowledge.claim_cues.not_yet for token in words),
        context=view.context(clause.first, clause.last),
    )


def _name(seen: Seen | None) -> str:
    if seen is None or not isinstance(seen.mention.value, Entity):
        return ""
    return seen.mention.value.id or seen.mention.value.name
