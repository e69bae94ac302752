"""Two events of one day, place and sort share no particular; reports of one event do."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2019, 7, 14)

PLANE = (
    "هبوط طائرة ركاب اضطراريا في مطار بيروت\n\n"
    "بيروت، 14 تموز/يوليو 2019 - هبطت طائرة ركاب اضطراريا في مطار بيروت الدولي صباح الأحد وعلى متنها 132 راكبا، "
    "بعد عشر دقائق من إقلاعها.\n\nوأقلع الركاب على متن طائرة أخرى بعد ثلاث ساعات. "
    "وأوضح مصدر في المطار أن الطائرة صنعت قبل 14 عاما."
)
# The same and other figures: of another plane, or of this one where a particular is shared.
OTHER = (
    "طائرة ركاب تهبط اضطراريا في مطار بيروت\n\n"
    "بيروت 14 تموز 2019 - هبطت في مطار بيروت الدولي اليوم الأحد طائرة ركاب اضطراريا وعلى متنها 171 راكبا، "
    "بعد أن {what}.\n\nوتابعت الطائرة رحلتها بعد ساعة وربع ساعة. ونقلت مسافرة في الستين من عمرها إلى المستشفى."
)
FLOOD = (
    "سيول في جنوب البلاد: أربعة قتلى\n\n"
    "الجزائر، 14 تموز/يوليو 2019 - قضى أربعة أشخاص في سيول اجتاحت مدينة بشار في جنوب غرب الجزائر مساء السبت، "
    "بحسب الحماية المدنية.\n\nوانهار 60 منزلا من الطوب، وأجلت الحماية المدنية 220 عائلة. وبلغت كمية الأمطار 48 ملم."
)
FLOOD_TOO = (
    "قتلى في سيول بشار\n\n"
    "بشار 14 جويلية 2019 - لقي سبعة أشخاص حتفهم في سيول ضربت مدينة بشار مساء أمس السبت، وفق الحماية المدنية.\n\n"
    "وتضرر {houses} مسكنا، ونصبت خيام لإيواء 300 عائلة. وسجلت محطة الأرصاد 71 ملم من الأمطار."
)


def kinds(a: str, b: str) -> set[str]:
    found = engine().check([Draft(a, DAY), Draft(b, DAY)]).findings
    return {one.kind for one in found if one.family == "contradiction" and one.scope == "across"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (PLANE, OTHER.format(what="توقف أحد المحركين أثناء الرحلة التي بدأت قبل 55 دقيقة")),
        (PLANE, OTHER.format(what="تعرضت مسافرة لأزمة قلبية بعد 40 دقيقة من إقلاعها")),
        (FLOOD, FLOOD_TOO.format(houses="120")),
    ],
)
def test_reports_that_share_nothing_are_not_sure(a: str, b: str) -> None:
    assert not kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (PLANE, OTHER.format(what="حلقت عشر دقائق بعد إقلاعها"), "quantity"),
        (FLOOD, FLOOD_TOO.format(houses="60"), "casualties"),
    ],
)
def test_one_particular_in_common_makes_the_rest_ring(a: str, b: str, kind: str) -> None:
    assert kind in kinds(a, b)


def test_short_reports_need_none() -> None:
    short = "بيروت، 14 تموز/يوليو 2019 - هبطت طائرة ركاب اضطراريا في مطار بيروت الدولي صباح الأحد وعلى متنها {} راكبا."
    assert kinds(short.format(132), short.format(171)) == {"quantity"}
