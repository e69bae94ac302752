"""Projects: opening and filtering one of 500 pairs and 100,000 findings, beside the engine's reading of one pair."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.articles import shared_file
from tests.benchmarks.measuring import Measurement, alternating, seconds
from workbench.engine import CheckResult, Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder
from workbench.review.decisions import Decision
from workbench.review.record import Versions
from workbench.store.opening import open_project
from workbench.store.project import Change, Project
from workbench.store.search import FindingFilter, find_findings
from workbench.store.untitled import create_untitled

PAIRS, FINDINGS = 500, 100_000
FILTERS = (
    FindingFilter(severity="high"),
    FindingFilter(family="contradiction", severity="medium"),
    FindingFilter(state="confirmed"),
    FindingFilter(comparison=250),
)


def storage_load() -> Iterator[Measurement]:
    """Opening such a project and getting its newest pair, and each filter, against the check of one pair by an engine
    that has read nothing yet."""
    from workbench.store.moments import now

    drafts = [Draft(shared_file("gold", f"kirkuk-{side}.txt").read_text(encoding="utf-8")) for side in "ab"]
    knowledge = load_knowledge(resource_folder())
    result = Engine(knowledge).check(drafts)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        project = create_untitled(now(), home)
        path = project.path
        made = seconds(lambda: _fill(project, drafts, result))
        project.close()
        size = path.stat().st_size / 1024 / 1024

        def open_it() -> None:
            with open_project(path, home=home) as opened:
                assert len(opened.comparisons()) == PAIRS
                opened.record()

        reading, opening = alternating(lambda: Engine(knowledge).check(drafts), open_it, rounds=5)
        detail = f"{opening * 1000:.0f} ms, a pair read in {reading * 1000:.0f} ms; {size:.0f} MB, made in {made:.0f} s"
        yield Measurement("opening 500 pairs, 100,000 findings", opening / reading, 3.0, "times", detail)
        with open_project(path, home=home) as opened:
            # The longest word that a finding quotes stands in hundreds of them.
            word = max(result.findings[0].places[0].text.split(), key=len)
            for wanted in (*FILTERS, FindingFilter(word), FindingFilter(word, state="confirmed")):
                time = min(seconds(lambda wanted=wanted: find_findings(opened, wanted)) for _ in range(5))
                found = len(find_findings(opened, wanted))
                name = ", ".join(
                    f"{field}={value}" for field in ("words", "family", "severity", "state", "comparison")
                    if (value := getattr(wanted, field))
                )  # fmt: skip
                detail = f"{time * 1000:.1f} ms for {found}"
                yield Measurement(f"filter {name}", time / reading, 0.5, "times a pair read", detail)
            finding = result.findings[0]
            times = [
                seconds(lambda n=n: opened.decide(n, Decision(finding.key, "confirmed", "", "x"), finding))
                for n in range(1, 50)
            ]
            middle = sorted(times)[24]
            detail = f"{min(times) * 1000:.2f} ms, half of them below {middle * 1000:.1f} ms (the disk's share)"
            yield Measurement("a decision, on disk", min(times) / reading, 0.1, "times a pair read", detail)


def _fill(project: Project, drafts: list[Draft], result: CheckResult) -> None:
    """Each pair has its own texts and its share of the findings."""
    share = FINDINGS // PAIRS
    for number in range(PAIRS):
        texts = [replace(draft, text=f"{draft.text}\n\nرقم {number}") for draft in drafts]
        readings = tuple(
            replace(one, article=replace(one.article, text=draft.text))
            for one, draft in zip(result.readings, texts, strict=True)
        )
        findings = tuple(
            replace(result.findings[at % len(result.findings)], key=f"{number:06x}{at:06x}") for at in range(share)
        )
        comparison = project.add_comparison(
            Change(drafts=texts, result=replace(result, readings=readings, findings=findings), versions=Versions("x"))
        )
        project.decide(comparison, Decision(findings[number % share].key, "confirmed"), findings[number % share])
