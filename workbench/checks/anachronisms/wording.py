"""How a holder named out of term is told to a person: the rule, the message, the terms it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import Scene, Time
from workbench.checks.keys import finding_key
from workbench.checks.values import Evidence, Finding, Place, Severity
from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.world import World
from workbench.knowledge.time.days import exactly
from workbench.mentions.names.constraints import have_met, held_terms, intervals_of, terms_in_words
from workbench.mentions.names.holdings import Holding
from workbench.text.values import Article, Bilingual


@dataclass(frozen=True, slots=True)
class Doubt:
    """A holding that is out of its time, and how that shows; ``sits``: who is called a former holder still is one."""

    scene: Scene
    holding: Holding
    confidence: float
    severity: Severity
    when: Bilingual | None
    evidence: tuple[Evidence, ...] = ()
    sits: bool = False


def policy_evidence(scene: Scene, holding: Holding, world: World) -> Iterator[tuple[Bilingual, str]]:
    """Phrases of another age in the holding's sentence."""
    mine = intervals_of(held_terms(holding, world))
    found = next(world.policies.find(scene.tokens), None)
    if found is None:
        return
    policies = found.value
    ages = tuple(
        (policy.start.first, policy.end.last if policy.end else None) for policy in policies if policy.start
    )
    if have_met(ages, mine):
        return
    first = policies[0]
    assert first.start is not None
    until_en = f" to {first.end.english}" if first.end else ""
    until_ar = f" إلى {first.end.arabic}" if first.end else ""
    yield (
        Bilingual(
            f"«{first.phrases[0]}» ({first.name_en}) is a phrase of {first.start.english}{until_en}",
            f"«{first.phrases[0]}» عبارة تعود إلى الفترة من {first.start.arabic}{until_ar}",
        ),
        f"policies.tsv: {first.source}",
    )


def office_finding(doubt: Doubt, article: Article, world: World, seen: dict[str, int]) -> Finding:
    """What is said to a person of a doubt; ``seen`` counts the findings with the same words."""
    holding = doubt.holding
    start, end = holding.start, min(holding.end, holding.start + 120)
    words = article.text[start:end]
    terms = held_terms(holding, world)
    person = world.people[holding.people[0]]
    office = world.offices[terms[0].office]
    occurrence = seen.get(words, 0)
    seen[words] = occurrence + 1
    if doubt.when is None:
        rule = "holders-never-met"
        message = Bilingual(
            f"{person.name_en} cannot have been in office together with the others this article names as sitting: "
            f"«{words}».",
            f"لا يمكن أن يكون {person.name} في منصبه مع سائر من يذكرهم المقال بصفتهم الحالية: «{words}».",
        )
    elif doubt.sits:
        rule = "still-in-office"
        message = Bilingual(
            f"{person.name_en} was still in office as {office.name_en} {doubt.when.en}, no former holder: «{words}».",
            f"كان {person.name} لا يزال يتولى منصب «{office.name_ar}» {doubt.when.ar}، فلا يوصف بالسابق: «{words}».",
        )
    else:
        rule = "out-of-term"
        message = Bilingual(
            f"{person.name_en} was not in office as {office.name_en} {doubt.when.en}: «{words}».",
            f"لم يكن {person.name} يتولى منصب «{office.name_ar}» {doubt.when.ar}: «{words}».",
        )
    ages = (Evidence(*told) for told in policy_evidence(doubt.scene, holding, world))
    evidence = (Evidence(terms_in_words(terms, world), sources(terms)), *doubt.evidence, *ages)
    return Finding(
        finding_key(rule, [words], [holding.people, holding.offices], occurrence), "anachronism", "office",
        "internal", doubt.severity, doubt.confidence, rule, (Place(article.id, start, end, words),), message,
        evidence, headline=article.sentences[doubt.scene.number].part == "headline",
    )  # fmt: skip


def in_the_text(time: Time) -> Bilingual:
    """«on 3 May 1985, as the text says»."""
    begin, end = exactly(time.begin), exactly(time.end)
    if time.days == 1:
        return Bilingual(f"on {begin.english}, as the text says", f"في {begin.arabic} كما يقول النص")
    return Bilingual(
        f"from {begin.english} to {end.english}, as the text says", f"بين {begin.arabic} و{end.arabic} كما يقول النص"
    )


def sources(terms: Sequence[Term]) -> str:
    """Where the terms can be looked up."""
    return "; ".join(dict.fromkeys(f"{term.where.file}: {term.source}" for term in terms))
