"""Mends that only two articles together can offer: the other article's figure in the draft's place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.checks.values import Mend
from workbench.mentions.values import Amount

if TYPE_CHECKING:
    from workbench.checks.values import Finding
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult

DRAFT = "a"
_DIGITS = r"[0-9٠-٩]+(?:[.,٫٬][0-9٠-٩]+)*"
_NUMERAL = re.compile(rf"({_DIGITS})(?:(?: (?:إلى|الى|حتى|to) |[-–])({_DIGITS}))?")
_EASTERN = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫", "0123456789,.")


def with_other_figures(result: CheckResult) -> CheckResult:
    """The result, its findings about two figures with the other article's figure as a mend of the draft where that can
    be offered: the draft has its figure in digits, and the noun behind it may stay as it is."""
    claims = {claim.id: claim for claim in result.claims}
    findings = tuple(_offered(finding, claims) for finding in result.findings)
    return result if findings == result.findings else replace(result, findings=findings)


def _offered(finding: Finding, claims: dict[str, Claim]) -> Finding:
    if finding.family != "contradiction" or finding.scope != "across" or finding.mends or len(finding.claims) != 2:
        return finding
    pair = [claims[id] for id in finding.claims if id in claims]
    own = [claim for claim in pair if claim.article == DRAFT]
    other = [claim for claim in pair if claim.article != DRAFT]
    if len(own) != 1 or len(other) != 1:
        return finding
    mend = other_figure(own[0], other[0])
    return finding if mend is None else replace(finding, mends=(mend,))


def other_figure(own: Claim, other: Claim) -> Mend | None:
    """The other's figure for the draft's, in the draft's digits; None where the draft's words could not stay as they
    are («12 شخصا» with 3 is «3 أشخاص»), or where the other's figure is no single and exact one."""
    mine, theirs = own.value, other.value
    if not isinstance(mine, Amount) or not isinstance(theirs, Amount) or mine.unit != theirs.unit:
        return None
    place = _numeral(own.text, mine)
    figure = theirs.low
    if place is None or mine.approximate or theirs.approximate or mine.high is None:
        return None
    if figure is None or figure != theirs.high or _form(figure) != _form(mine.high):
        return None
    written = _numeral(other.text, theirs)
    if written is None and not float(figure).is_integer():
        return None
    words = written[0].translate(_WESTERN) if written else str(int(figure))
    if re.search("[٠-٩]", place[0]):
        words = words.translate(_EASTERN)
    start = own.span.start + place.start()
    return Mend(DRAFT, start, start + len(place[0]), words)


def _numeral(text: str, amount: Amount) -> re.Match[str] | None:
    """Where digits alone say the amount: «12 ألفا» is said by more than its digits."""
    found = list(_NUMERAL.finditer(text))
    if len(found) != 1:
        return None
    try:
        values = [float(words.translate(_WESTERN).replace(",", "")) for words in found[0].groups() if words]
    except ValueError:
        return None
    return found[0] if (values[0], values[-1]) == (amount.low, amount.high) else None


def _form(figure: float) -> str:
    """Which form of a noun Arabic sets after a figure."""
    if not float(figure).is_integer():
        return "fraction"
    number = int(figure)
    if number in (1, 2):
        return str(number)
    last = number % 100
    return "few" if 3 <= last <= 10 else "many" if last > 10 else "hundreds"
