"""Diseases, products, wars, operations and agreements named before they were: one row a case."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.checks.anachronisms.findings import check_anachronism
from workbench.checks.subject import Profile, Subject
from workbench.checks.values import Finding
from workbench.engine import Draft

BEFORE = [
    # what is said of it, the article, its day, the words that are out of time
    ("a disease", "سجلت وزارة الصحة ثلاث إصابات بكوفيد-19 في بغداد أمس.", "2018-05-05", "بكوفيد-19"),
    ("a disease, a space before the figure",
     "سجلت وزارة الصحة ثلاث إصابات بفيروس كوفيد - ١٩ أمس.", "2018-05-05", "بفيروس كوفيد - ١٩"),
    ("a disease, by the dateline",
     "بغداد، 14 آذار/مارس 2018 - سجلت وزارة الصحة إصابات بكوفيد 19 في البصرة.", None, "بكوفيد 19"),
    ("a disease, by the clause's own date",
     "سجلت وزارة الصحة في 14 آذار/مارس 2018 ثلاث إصابات بكوفيد 19 في بغداد.", None, "بكوفيد 19"),
    ("a platform in quotation marks",
     "وكتب الوزير على منصة «إكس» أن الخطة جاهزة.", "2019-03-03", "منصة «إكس»"),
    ("a platform by its account", "وكتب الوزير في حسابه على إكس أن الخطة جاهزة.", "2019-03-03", "حسابه على إكس"),
    ("a platform, its first years", "ونشر الصور على فيسبوك أمس.", "2003-03-03", "فيسبوك"),
    ("a chatbot", "واستعان الطالب ببرنامج تشات جي بي تي في كتابة البحث.", "2020-03-03", "تشات جي بي تي"),
    ("an operation", "وشاركت الطائرات في عملية عاصفة الحزم أمس.", "2010-05-05", "عملية عاصفة الحزم"),
    ("an operation without its noun", "وقال إن عاصفة الحزم حققت أهدافها.", "2010-05-05", "عاصفة الحزم"),
    ("an ordinary phrase with its noun",
     "أطلقت تركيا عملية \"نبع السلام\" شمال سوريا.", "2010-05-05", 'عملية "نبع السلام"'),
    ("an uprising", "وشارك في ثورة 30 يونيو مع زملائه.", "2011-05-05", "ثورة 30 يونيو"),
    ("attacks", "ودان المتحدث هجمات 11 سبتمبر في الولايات المتحدة.", "1999-05-05", "هجمات 11 سبتمبر"),
    ("an agreement", "ودعا الوزير إلى تنفيذ اتفاقات أبراهام.", "2015-05-05", "اتفاقات أبراهام"),
    ("a currency", "ودفع المبلغ بعملة زيغ الزيمبابوية.", "2019-05-05", "بعملة زيغ الزيمبابوية"),
]  # fmt: skip

IN_ORDER = [
    ("a disease in its time", "سجلت وزارة الصحة ثلاث إصابات بكوفيد-19 أمس.", "2020-05-05"),
    ("a disease on the day it was named", "أعلنت المنظمة تسمية المرض كوفيد-19.", "2020-02-11"),
    ("older viruses of the family", "سجلت السعودية إصابات بفيروس كورونا المستجد.", "2014-05-05"),
    ("the family before the name", "أعلنت الصين إصابات بفيروس جديد من عائلة كورونا.", "2020-01-15"),
    ("told by those who know", "في مارس 2018 حذر الخبير من وباء مثل كوفيد-19.", "2022-05-05"),
    ("told by those who know, undated", "في مارس 2018 حذر الخبير من وباء مثل كوفيد-19.", None),
    ("set beside an older one", "في مارس 2003 ظهر سارس، وهو شبيه بكوفيد-19.", None),
    ("an article of two ages",
     "في مارس 2018 سجلت إصابات قليلة بكوفيد-19 كما ظن الأطباء. وفي مايو 2021 تبين الخطأ.", None),
    ("a year before the name, remembered", "عاد عدد المسافرين إلى مستويات عام 2018 قبل جائحة كوفيد-19.", "2023-04-04"),
    ("first seen before the name", "ظهر كوفيد-19 في الصين في ديسمبر 2019.", None),
    ("rays and a console", "وفحص المصاب بأشعة إكس ثم لعب على إكس بوكس.", "2013-03-03"),
    ("a platform after its new name", "وكتب الوزير على منصة «إكس» أن الخطة جاهزة.", "2024-03-03"),
    ("a platform under its old name later", "وكتب الوزير على تويتر أن الخطة جاهزة.", "2024-03-03"),
    ("the agency, not the vaccine", "قال مراسل سبوتنيك في دمشق إن القصف توقف.", "2016-05-05"),
    ("an ordinary phrase", "حمل الرئيس غصن الزيتون إلى خصومه وشرب من نبع السلام.", "2010-05-05"),
    ("an ordinary phrase of defence", "واجبنا ردع العدوان على أرضنا.", "2015-05-05"),
    ("two operations of one name", "فيلم يروي ما جرى بعد فشل عملية مخلب النسر في إيران.", "2012-10-10"),
    ("planned", "وتستعد الشركة لإطلاق تشات جي بي تي.", "2022-11-01"),
    ("treaties are spoken of before they are signed", "يبحث المجتمعون مسودة اتفاق باريس للمناخ.", "2015-02-01"),
    ("a war that has ended", "أحيت المدينة ذكرى حرب أكتوبر.", "2019-10-06"),
    ("a currency that has ended", "وعثر على أوراق من المارك الألماني في البيت.", "2015-10-06"),
    ("an older anniversary of a day", "وسار المتظاهرون في شارع 30 يونيو.", "2011-10-06"),
]  # fmt: skip


def found(text: str, on: str | None) -> list[Finding]:
    reader = engine()
    reading = reader.read(Draft(text, dt.date.fromisoformat(on) if on else None))
    return list(check_anachronism(Subject(reading, (), (), reader.knowledge, Profile())))


@pytest.mark.parametrize(("text", "on", "words"), [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_a_thing_before_its_time(text: str, on: str | None, words: str) -> None:
    findings = found(text, on)
    assert [(f.family, f.kind, f.rule, f.places[0].text) for f in findings] == [
        ("anachronism", "organisation", "before-its-birth", words)
    ]
    place = findings[0].places[0]
    assert text[place.start : place.end] == place.text


@pytest.mark.parametrize(("text", "on"), [row[1:] for row in IN_ORDER], ids=[row[0] for row in IN_ORDER])
def test_things_in_order(text: str, on: str | None) -> None:
    assert [finding.message.en for finding in found(text, on)] == []


@pytest.mark.parametrize(
    ("text", "on", "phrase"),
    [
        ("وأعلنت إدارة أوباما خطة زيادة القوات الأميركية في العراق.", "2020-03-03", "the surge in Iraq"),
        ("وقال الرئيس الأميركي باراك أوباما إن سياسة الضغط القصوى مستمرة.", "2019-03-03", "maximum pressure"),
        ("وقال الرئيس الأميركي باراك أوباما إن الحرب مستمرة.", "2019-03-03", None),
    ],
)
def test_a_phrase_of_another_age_is_evidence(text: str, on: str, phrase: str | None) -> None:
    (finding,) = found(text, on)
    told = [evidence.text.en for evidence in finding.evidence if "is a phrase of" in evidence.text.en]
    assert len(told) == (phrase is not None)
    assert phrase is None or phrase in told[0]


def test_a_phrase_of_another_age_is_never_a_finding_alone() -> None:
    assert found("وتحدث الوزير عن سياسة الضغط القصوى والربيع العربي.", "1999-03-03") == []
