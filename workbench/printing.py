"""A check's result as text for people: findings by family, both quotations, the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from workbench.checks.values import Family, Finding, Severity
from workbench.engine import CheckResult
from workbench.knowledge.tables import Fault
from workbench.report.visible import one_line
from workbench.text.values import Bilingual
from workbench.wording import days_in_words, isolated, letter

if TYPE_CHECKING:
    from workbench.importing.wikidata_terms import Plan

Language = Literal["ar", "en"]

FAMILY_NAMES: dict[Family, Bilingual] = {
    "contradiction": Bilingual("Contradictions", "تناقضات"),
    "anachronism": Bilingual("Anachronisms", "مفارقات زمنية"),
    "calendar": Bilingual("Calendar slips", "أخطاء في التقويم"),
    "arithmetic": Bilingual("Sums", "أخطاء حسابية"),
    "sourcing": Bilingual("Sourcing", "الإسناد"),
    "copy": Bilingual("Traces of editing", "آثار التحرير"),
}
_FAMILY_COLOURS: dict[Family, str] = {
    "contradiction": "red", "anachronism": "magenta", "calendar": "blue", "arithmetic": "green",
    "sourcing": "yellow", "copy": "cyan",
}  # fmt: skip
_SEVERITY_NAMES: dict[Severity, Bilingual] = {
    "high": Bilingual("high", "عالية"),
    "medium": Bilingual("medium", "متوسطة"),
    "low": Bilingual("low", "منخفضة"),
}
_LONGEST = 160  # letters of a quotation
_PLURAL_FORMS_AR = ("لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "{} ملاحظات", "{} ملاحظة")


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: the language of what the program says, and whether to colour it."""

    language: Language
    colour: bool

    def say(self, words: Bilingual) -> str:
        return words.ar if self.language == "ar" else words.en

    def paint(self, text: str, **how: bool | str) -> str:
        return click.style(text, **how) if self.colour else text  # type: ignore[arg-type]


def counted_findings(number: int, language: Language) -> str:
    """«3 findings», with Arabic's own plural forms."""
    if language == "en":
        return "no findings" if number == 0 else "1 finding" if number == 1 else f"{number} findings"
    form = number if number <= 2 else 3 if 3 <= number % 100 <= 10 else 4
    return _PLURAL_FORMS_AR[form].format(isolated(str(number)))


def result_lines(result: CheckResult, style: Style) -> Iterator[str]:
    """The whole answer, line by line."""
    for reading in result.readings:
        name = letter(reading.article.id, style.language)
        yield f"{style.paint(name, bold=True)}  {isolated(reading.article.title)}"
        yield "   " + style.paint(style.say(reading.date.why), dim=True)
    yield ""
    if not result.findings:
        compared = Bilingual(
            f"Nothing found. {len(result.claims)} claims were read, {len(result.alignments)} pairs of them compared.",
            f"لم يُعثر على شيء. قُرئ من الأقوال {isolated(str(len(result.claims)))}، "
            f"وقُورن منها {isolated(str(len(result.alignments)))}.",
        )
        yield style.say(compared)
        return
    for family in FAMILY_NAMES:
        found = [finding for finding in result.findings if finding.family == family]
        if found:
            heading = f"{style.say(FAMILY_NAMES[family])} ({isolated(str(len(found)))})"
            yield style.paint(heading, bold=True, fg=_FAMILY_COLOURS[family])
            for finding in found:
                yield from finding_lines(finding, style)
            yield ""
    yield style.paint(counted_findings(len(result.findings), style.language), bold=True)


def finding_lines(finding: Finding, style: Style) -> Iterator[str]:
    """One finding: what, where, why."""
    severity = style.say(_SEVERITY_NAMES[finding.severity])
    yield f"  • {style.say(finding.message)} {style.paint(f'[{severity}]', dim=True)}"
    for place in finding.places:
        name = letter(place.article, style.language)
        yield f"      {name}: «{isolated(one_line(place.text, _LONGEST))}»"
    for step in finding.evidence:
        yield "      - " + style.paint(days_in_words(style.say(step.text), style.language), dim=True)


def unused_lines(faults: Sequence[Fault], language: Language, most: int = 5) -> Iterator[str]:
    """What of a person's own tables is not used, with the lines; nothing where all of it is."""
    if not faults:
        return
    rows = len({(fault.file, fault.line) for fault in faults})
    told = Bilingual(
        f"workbench: {rows} {'row' if rows == 1 else 'rows'} of your own tables not used:",
        f"workbench: صفوف من جداولك الخاصة لم تُستعمل، عددها {isolated(str(rows))}:",
    )
    yield told.ar if language == "ar" else told.en
    for fault in faults[:most]:
        yield "  " + isolated(f"{fault.file}:{fault.line}: {fault.message}")
    if len(faults) > most:
        more = Bilingual(
            "  workbench knowledge validate lists all of them", "  يعددها كلها الأمر: workbench knowledge validate"
        )
        yield more.ar if language == "ar" else more.en


_MARKS = {"added": "+", "changed": "~", "known": "=", "rejected": "-"}


def plan_lines(plan: Plan, dry_run: bool, language: Language) -> Iterator[str]:
    """What an import did or would do, change by change, and the sum of it."""
    for change in plan.changes:
        rows = ", ".join(map(str, change.rows))
        why = change.why.ar if language == "ar" else change.why.en
        row = "صف" if language == "ar" else "row" if len(change.rows) == 1 else "rows"
        yield f"{_MARKS[change.what]} {row} {rows}: {isolated(change.subject)}: {isolated(why)}"
    added, changed, known, rejected = (plan.count(what) for what in _MARKS)
    told = Bilingual(
        f"{added} added, {changed} changed, {known} known already, {rejected} rejected",
        f"أضيف {isolated(str(added))}، وتغيّر {isolated(str(changed))}، ومعروف من قبل {isolated(str(known))}، "
        f"ورُفض {isolated(str(rejected))}",
    )
    nothing = Bilingual("; nothing was written", "؛ ولم يُكتب شيء")
    ending = nothing if dry_run or not plan.written else Bilingual("", "")
    yield (told.ar + ending.ar) if language == "ar" else (told.en + ending.en)
