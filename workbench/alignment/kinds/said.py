"""Who is held responsible, and what is said to be so or not so."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.candidates import NEWS_SENTENCES, SHARED_WORDS, Candidate, EventPair
from workbench.alignment.likeness import one_name
from workbench.claims.people.custody import AT_LARGE, CUSTODY
from workbench.claims.people.fates import FATE
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key


def compare_actors(a: Claim, b: Claim, likeness: float, knowledge: Knowledge) -> Candidate | None:
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
    if a.predicate == b.predicate == FATE:
        return _fates(a, b, likeness, pair)
    opposed = a.predicate != b.predicate and knowledge.lexicon.concepts.opposed(a.predicate, b.predicate)
    if a.predicate != b.predicate and not opposed:
        return None
    common = knowledge.lexicon.concepts.common
    if opposed and common(a.predicate) in b.context and common(b.predicate) in a.context:
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


def _fates(a: Claim, b: Claim, likeness: float, pair: EventPair | None) -> Candidate | None:
    """One and the same, by role and by what goes with it, dead or alive."""
    if pair is None or pair.a.several or pair.b.several or a.of != b.of:
        return None
    return Candidate(a, b, "agree" if a.state == b.state else "differ", 0.6 + likeness / 4)


def compare_custody(a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], likeness: float,
                    pair: EventPair) -> Candidate | None:  # fmt: skip
    """«أوقفت الشرطة راكيش باتيل», «لا يزال راكيش باتيل فارا»: of one who bears one name in both, where the report of
    whom nobody has caught is no earlier one and neither tells both."""
    if a.predicate != b.predicate or a.of != b.of:
        return None
    if a.state == b.state:
        return Candidate(a, b, "agree", 0.6 + likeness / 4)
    both = any(x.predicate == CUSTODY and x.of == mine.of and x.state != mine.state
               for told, mine in ((in_a, a), (in_b, b)) for x in told)  # fmt: skip
    free, held = (pair.date_a, pair.date_b) if a.state == AT_LARGE else (pair.date_b, pair.date_a)
    if both or (free is not None and held is not None and free < held):
        return None
    return Candidate(a, b, "differ", 0.6 + likeness / 4)


def _none_of_them(a: Claim, b: Claim) -> bool:
    """«لم ينسحب أي مرشح» beside «انسحاب المرشح رائد التميمي»: of none, and of one."""
    if a.polarity != "negated" or b.polarity != "affirmed" or a.predicate != b.predicate:
        return False
    told = any(f"none:{word}" in a.traits for word in b.of.split("|"))
    return told and len(a.context & b.context) >= SHARED_WORDS - 1


def _same_side(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two accusers speak for one state: the Pentagon and Washington."""
    if one == other:
        return one != ""
    country = knowledge.country_of(one)
    return country != "" and country == knowledge.country_of(other)
