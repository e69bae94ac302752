"""One row a case: what a report expects of a coming event, and what another tells of it afterwards. Sample texts of our
own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

FRIDAY, SUNDAY = dt.date(2016, 10, 21), dt.date(2016, 10, 23)
COMING = "ماراطون الساحل في أكادير\n\nتحتضن مدينة أكادير يوم الأحد المقبل ماراطون الساحل، حسب المنظمين. {}"
TOLD = "ماراطون الساحل في أكادير\n\nأحرز العداء يونس الركراكي لقب ماراطون الساحل في أكادير اليوم الأحد. {}"
PAST = "ماراطون الساحل في أكادير\n\nأقيم ماراطون الساحل في أكادير اليوم الأحد، حسب المنظمين. {}"

# name; A with its day; B with its day; words of the claims that contradict each other
ROWS: list[tuple[str, str, dt.date, str, dt.date, set[str]]] = [
    ("how many are to run, how many ran", COMING.format("وسيشارك في السباق 6000 عداء."), FRIDAY,
     TOLD.format("وشارك في السباق 5412 عداء."), SUNDAY, set()),
    ("how many ran", PAST.format("وشارك في السباق 6000 عداء."), SUNDAY,
     TOLD.format("وشارك في السباق 5412 عداء."), SUNDAY, {"6000", "5412"}),
    ("when it is to begin, when it began", COMING.format("وسيبدأ السباق عند الساعة الثامنة صباحا."), FRIDAY,
     TOLD.format("وبدأ السباق عند الساعة التاسعة والنصف صباحا."), SUNDAY, set()),
    ("a campaign's aim and what came of it", COMING.format("وترافقه حملة تستهدف 300 ألف طفل."), FRIDAY,
     TOLD.format("ورافقته حملة شملت 287 ألف طفل."), SUNDAY, set()),
]  # fmt: skip


@pytest.mark.parametrize(("a", "on_a", "b", "on_b", "expected"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_what_was_expected(a: str, on_a: dt.date, b: str, on_b: dt.date, expected: set[str]) -> None:
    result = engine().check([Draft(a, on_a), Draft(b, on_b)])
    words = {claim.id: claim.text for claim in result.claims}
    found = [one for one in result.alignments if one.relation == "contradicts"]
    assert {words[id] for one in found for id in one.claims} == expected
