"""One article, or one sentence in an article, as the checks see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from workbench.checks.subject import ArticleCheck, Profile, Subject
from workbench.checks.values import Finding
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder

DAY = dt.date(2020, 2, 1)


@cache
def engine() -> Engine:
    """One engine for all tests: the tables are read once."""
    return Engine(load_knowledge(resource_folder()))


def subject_of(text: str, date: dt.date | None = DAY, profile: Profile | None = None) -> Subject:
    """The article alone, with its claims."""
    reader = engine()
    result = reader.check([Draft(text, date)])
    return Subject(result.readings[0], result.claims, (), reader.knowledge, profile or Profile())


def found(check: ArticleCheck, text: str, date: dt.date | None = DAY, profile: Profile | None = None) -> list[Finding]:
    """What one check finds in an article."""
    return list(check(subject_of(text, date, profile)))


def kinds(findings: Iterable[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def mended(text: str, finding: Finding) -> str:
    """The text after the finding's mends."""
    for mend in sorted(finding.mends, key=lambda mend: -mend.start):
        text = text[: mend.start] + mend.replacement + text[mend.end :]
    return text


def faults_of_form(finding: Finding, text: str, longest: int) -> list[str]:
    """What is wrong with a finding's spans, messages and mends, whatever it found."""
    faults = [f"{place} does not say what it points at" for place in finding.places
              if text[place.start : place.end] != place.text or not place.text]  # fmt: skip
    faults += [f"{place} is too long" for place in finding.places if place.end - place.start > longest]
    faults += [
        f"{mend} lies outside the text" for mend in finding.mends if not 0 <= mend.start <= mend.end <= len(text)
    ]
    words = [finding.message, *(step.text for step in finding.evidence)]
    faults += [f"{said} has an empty side" for said in words if not (said.en.strip() and said.ar.strip())]
    faults += [f"{said} has no Arabic" for said in words if not any("\u0621" <= c <= "\u064a" for c in said.ar)]
    if not finding.places:
        faults.append("it points at nothing")
    return faults
