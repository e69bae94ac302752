"""One row a headline and its lead, or two reports: whether a court gave two penalties at once."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)

# Headline and lead that cannot both be true.
TWO = [
    ("السجن المؤبد لقاتل صائغ في بروكسل", "قضت محكمة في بروكسل، السبت، بسجن توما دوفريس 30 عاما بعد إدانته بقتل صائغ."),
    ("السجن 12 عاما لقاتل صائغ في بروكسل", "حكمت محكمة في بروكسل، السبت، بالسجن المؤبد على توما دوفريس لقتله صائغا."),
    ("محكمة مصرية تقضي بالإعدام على قاتل طفلة", "قضت محكمة جنايات مصرية السبت بالسجن المؤبد على سائق أدين بقتل طفلة."),
    ("السجن مدى الحياة لقاتل طفلة", "حكمت محكمة السبت بالسجن 15 عاما على سائق أدين بقتل طفلة."),
]
# … that can.
ONE = [
    ("السجن المؤبد لقاتل صائغ", "قضت محكمة السبت بالسجن المؤبد على توما دوفريس بعد إدانته بقتل صائغ."),
    ("السجن المؤبد لقاتل صائغ", "قضت محكمة السبت بسجن توما دوفريس 25 عاما بعد إدانته بقتل صائغ."),
    ("النيابة تطلب السجن المؤبد لقاتل صائغ", "قضت محكمة السبت بسجن توما دوفريس 30 عاما بعد إدانته بقتل صائغ."),
    ("الإعدام والمؤبد لقتلة صائغ", "قضت محكمة السبت بسجن ثالث المتهمين 10 أعوام بعد إدانته بقتل صائغ."),
    ("السجن المؤبد لقاتل صائغ", "قضت محكمة السبت بسجن شريك القاتل 10 أعوام. وكان القاتل نال السجن المؤبد الأحد."),
    ("السجن 12 عاما لقاتل صائغ", "قضت محكمة السبت بسجن توما دوفريس 12 عاما. وكان يواجه السجن المؤبد."),
    ("رئيس مدى الحياة يسجن خصومه", "قضت محكمة السبت بسجن معارض 12 عاما بتهمة إهانة الرئيس."),
]


def found(*texts: str) -> list[list[str]]:
    result = engine().check([Draft(text, DAY) for text in texts])
    return [[place.text for place in one.places] for one in result.findings if one.rule.startswith("contradiction.")]


@pytest.mark.parametrize(("head", "lead"), TWO, ids=[row[0] for row in TWO])
def test_a_headline_and_its_lead_give_two(head: str, lead: str) -> None:
    (places,) = found(f"{head}\n\n{lead}")
    assert places[0] in head
    assert places[1] in lead


@pytest.mark.parametrize(("head", "lead"), ONE, ids=[row[1] for row in ONE])
def test_a_headline_and_its_lead_give_one(head: str, lead: str) -> None:
    assert found(f"{head}\n\n{lead}") == []


def test_two_reports() -> None:
    first = "حكم على قاتل صائغ في بروكسل\n\nقضت محكمة الجنايات في بروكسل السبت بسجن توما دوفريس 30 عاما لقتله صائغا."
    second = "إدانة قاتل صائغ\n\nحكمت محكمة الجنايات في بروكسل السبت بالسجن المؤبد على توما دوفريس لقتله صائغا."
    assert len(found(first, second)) == 1
    assert found(first, f"{second} وحكم على شريكه بالسجن 30 عاما.") == []
