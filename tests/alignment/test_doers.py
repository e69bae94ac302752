"""One row a pair of reports: whether they name two who did what only one does."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import assertions
from workbench.claims.saying.doers import DEED
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORIES = {
    "law": "البرلمان يقر قانون الإيجارات\n\nأقر البرلمان الأردني اليوم السبت مشروع قانون الإيجارات بأغلبية 80 صوتا. ",
    "cup": "الوحدات يحرز كأس الأردن\n\nفاز الوحدات على الفيصلي 3-2 في نهائي كأس الأردن لكرة القدم في عمان مساء "
    "الجمعة. ",
    "deal": "اتفاق لتبادل الأسرى في مأرب\n\nأعلنت الحكومة اليمنية والحوثيون السبت في مأرب التوصل إلى اتفاق لتبادل 18 "
    "أسيرا من الجانبين. ",
}

# story; one report's sentence; the other's
TWO = [
    ("law", "وترأس الجلسة، التي دامت خمس ساعات، رئيس المجلس أحمد بن سلمان المسلم.",
     "ودامت الجلسة خمس ساعات وأدارها النائب الأول لرئيس المجلس عبدالنبي سلمان."),
    ("law", "وترأس الجلسة خالد الرفاعي.", "وترأست الجلسة هدى الزعبي."),
    ("law", "وكانت الجلسة التي أدارها خالد الرفاعي صاخبة.", "وترأس سامر الخطيب الجلسة."),
    ("cup", "وسجل ماجد البلوشي هدف الفوز.", "وأحرز خالد الشيدي هدف الفوز برأسية."),
    ("cup", "وأدرك المهاجم أحمد سمير التعادل 2-2 في الدقيقة 88.", "وسجل البديل خالد الشيدي هدف التعادل 2-2."),
    ("cup", "وسجل هدف التعادل 2-2 المدافع أحمد سمير.", "وجاء التعادل 2-2 بعدما سجل خالد الشيدي هدف التعادل 2-2."),
    ("cup", "واختير المدافع ماجد البلوشي رجل المباراة.", "ونال خالد الشيدي جائزة رجل المباراة."),
    ("cup", "واختير زميله مكرم الطرابلسي أفضل حارس مرمى في البطولة.",
     "أما جائزة أفضل حارس مرمى في البطولة فكانت من نصيب لاعب الفيصلي هاني فتحي."),
    ("cup", "وأدار المباراة الحكم نبيل الزواوي.", "وأدار المباراة الحكم سامي العلي."),
    ("deal", "ووقع الاتفاق عن الحكومة هادي الصلاحي.", "ووقعه عن الحكومة ناجي العبيدي."),
    ("cup", "ونال وسيم بن طارة جائزة أفضل لاعب في الدورة.",
     "واختارت اللجنة الفنية إلياس القرامصلي أفضل لاعب في المنافسات."),
]
# the same, where one may have done it, or nobody can say
ONE = [
    ("law", "وترأس الجلسة خالد الرفاعي.", "وترأس الجلسة خالد محمد الرفاعي."),
    ("law", "وترأس الجلسة الصباحية خالد الرفاعي.", "وترأس الجلسة المسائية سامر الخطيب."),
    ("law", "وترأس الجلسة خالد الرفاعي ثم سلمها إلى نائبه.", "وترأس اللجنة المالية سامر الخطيب."),
    ("law", "وحضر الجلسة خالد الرفاعي.", "وحضر الجلسة سامر الخطيب."),
    ("law", "ولم يترأس الجلسة خالد الرفاعي.", "وترأس الجلسة سامر الخطيب."),
    ("law", "وترأس الجلسة خالد الرفاعي. وقال سامر الخطيب إن القانون عادل.", "وترأس الجلسة السيد الرفاعي."),
    ("cup", "وأدرك أحمد سمير التعادل 1-1 في الدقيقة 30.", "وسجل البديل خالد الشيدي هدف التعادل 2-2."),
    ("cup", "وأدرك الوحدات التعادل 2-2 في الدقيقة 88.", "وسجل البديل خالد الشيدي هدف التعادل 2-2."),
    ("cup", "وسجل ماجد البلوشي هدف التعادل.", "وسجل خالد الشيدي هدف الفوز."),
    ("cup", "واختير ماجد البلوشي أفضل لاعب في المباراة.", "واختير خالد الشيدي أفضل لاعب في البطولة."),
    ("cup", "واختير ماجد البلوشي أفضل حارس.", "واختير خالد الشيدي أفضل لاعب."),
    ("deal", "ووقع الاتفاق عن الحكومة هادي الصلاحي.", "ووقعه عن الحوثيين ناجي العبيدي."),
    ("deal", "ووقع الاتفاق هادي الصلاحي.", "ووقع الاتفاق ناجي العبيدي."),
]


def doers(story: str, a: str, b: str) -> list[list[str]]:
    result = engine().check([Draft(STORIES[story] + a, DAY), Draft(STORIES[story] + b, DAY)])
    return [[place.text for place in one.places] for one in result.findings if one.kind == "actor"]


@pytest.mark.parametrize(("story", "a", "b"), TWO, ids=[row[1] for row in TWO])
def test_two_for_one_deed(story: str, a: str, b: str) -> None:
    for first, second in ((a, b), (b, a)):
        (places,) = doers(story, first, second)
        assert places[0] in first
        assert places[1] in second


@pytest.mark.parametrize(("story", "a", "b"), ONE, ids=[row[1] for row in ONE])
def test_what_two_may_do_or_one_did(story: str, a: str, b: str) -> None:
    assert doers(story, a, b) == []
    assert doers(story, b, a) == []


# sentence; what was done, to what, by whom
DEEDS = [
    ("وتستقبل البلدة المرضى في مركز علاج أنشأته اللجنة الدولية للصليب الأحمر.", "build", "centre",
     "اللجنة الدولية للصليب الأحمر"),
    ("وأقامت منظمة أطباء بلا حدود مركزا لعلاج المرضى.", "build", "centre", "أطباء بلا حدود"),
    ("بدأ المعلمون إضرابا لمدة ثلاثة أيام دعا إليه الاتحاد العام للمعلمين.", "call", "strike-of-work",
     "الاتحاد العام للمعلمين"),
    ("بدأ المعلمون إضرابا دعت إليه في رسالة إلى الاتحاد العام للمعلمين.", "", "", ""),
    ("وترأس الجلسة رئيس المجلس.", "", "", ""),
    ("وقال أفضل حارس في العالم إنه سعيد.", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "deed", "of", "name"), DEEDS, ids=[row[0] for row in DEEDS])
def test_who_did_it(sentence: str, deed: str, of: str, name: str) -> None:
    found = [one for one in assertions(sentence, "actor") if DEED in one.traits]
    told = [(one.predicate, one.of, getattr(one.value, "name", "")) for one in found]
    assert told == ([(deed, of, name)] if deed else [])
