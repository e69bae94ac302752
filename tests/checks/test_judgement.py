"""When a title out of its time is a fault and when it is none: one row a case."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.checks.anachronisms.findings import check_anachronism
from workbench.checks.subject import Profile, Subject
from workbench.engine import Draft
from workbench.mentions.names.values import PersonName

FAULTS = [
    # what is said of it, the article, its day, the words that are out of time
    ("plain", "قال الرئيس الفرنسي نيكولا ساركوزي إن الخطة جاهزة.", "2015-04-04", "الرئيس الفرنسي نيكولا ساركوزي"),
    ("before its time",
     "قال الرئيس الفرنسي نيكولا ساركوزي إن الخطة جاهزة.", "2003-04-04", "الرئيس الفرنسي نيكولا ساركوزي"),
    ("former belongs to another",
     "قال الرئيس الفرنسي نيكولا ساركوزي إن سلفه الرئيس السابق جاك شيراك مريض.", "2003-04-04",
     "الرئيس الفرنسي نيكولا ساركوزي"),
    ("administration", "وترفض إدارة ترامب رفع العقوبات.", "2014-04-04", "إدارة ترامب"),
    ("administration of the president", "وترفض إدارة الرئيس دونالد ترامب رفع العقوبات.", "2014-04-04",
     "إدارة الرئيس دونالد ترامب"),
    ("government", "وتعهدت حكومة ماي تقديم خطة جديدة.", "2014-04-04", "حكومة ماي"),
    ("date in the sentence",
     "وفي 3 أيار/مايو 2011 صافح الرئيس الأميركي دونالد ترامب ضيوفه.", None, "الرئيس الأميركي دونالد ترامب"),
    ("date in the sentence before", "بدأت القمة في 3 أيار/مايو 2011. ووصل الرئيس الأميركي دونالد ترامب مساء.", None,
     "الرئيس الأميركي دونالد ترامب"),
    ("date in the dateline", "بيروت، 3 أيار/مايو 2011 - وصل الرئيس الأميركي دونالد ترامب مساء.", None,
     "الرئيس الأميركي دونالد ترامب"),
    ("pronoun follow-up",
     "وصل الرئيس الأميركي دونالد ترامب إلى القمة. وصرح للصحفيين في 3 أيار/مايو 2011 بأنه متفائل.", None,
     "الرئيس الأميركي دونالد ترامب"),
    ("title after the name", "وأكد أنتوني بلينكن، وزير الخارجية الأميركي، أن المهلة انتهت.", "2018-04-04",
     "أنتوني بلينكن، وزير الخارجية الأميركي"),
    ("once, though told three times",
     "قال الرئيس المصري محمد مرسي إن الخطة جاهزة. وأضاف الرئيس المصري محمد مرسي أن مرسي سيزور السودان.", "2010-04-04",
     "الرئيس المصري محمد مرسي"),
    ("neither of two who share the name",
     "حذر الرئيس الأميركي جورج بوش من العواقب.", "2015-04-04", "الرئيس الأميركي جورج بوش"),
    ("the day after handing over", "وفي 22 يناير 2017 وقع الرئيس الأميركي باراك أوباما أمرا تنفيذيا.", None,
     "الرئيس الأميركي باراك أوباما"),
]  # fmt: skip

NONE = [
    # former and its kin, before and after the name, masculine and feminine
    ("former", "قال الرئيس الفرنسي السابق نيكولا ساركوزي إن الخطة جاهزة.", "2015-04-04"),
    ("former before the country", "قال الرئيس السابق لفرنسا نيكولا ساركوزي إن الخطة جاهزة.", "2015-04-04"),
    ("former after the name", "قال نيكولا ساركوزي، الرئيس الفرنسي السابق، إن الخطة جاهزة.", "2015-04-04"),
    ("former of former", "قال الرئيس الفرنسي الأسبق جاك شيراك إن الخطة جاهزة.", "2015-04-04"),
    ("former, a woman", "قالت المستشارة الألمانية السابقة أنغيلا ميركل إنها تكتب.", "2023-04-04"),
    ("deposed", "مثل الرئيس المصري المعزول محمد مرسي أمام المحكمة.", "2014-04-04"),
    ("ousted", "ظهر الرئيس المصري المخلوع حسني مبارك في القفص.", "2012-04-04"),
    # late
    ("late", "أزيح الستار عن تمثال الرئيس المصري الراحل أنور السادات.", "2015-04-04"),
    ("late king", "أشاد بجهود الملك الراحل الحسين بن طلال.", "2015-04-04"),
    # elect, designate, acting, candidate
    ("elect", "اختار الرئيس الأميركي المنتخب دونالد ترامب وزراءه.", "2016-12-04"),
    ("designate", "بدأ رئيس الوزراء العراقي المكلف مصطفى الكاظمي مشاوراته.", "2020-04-20"),
    ("candidate", "قال المرشح الرئاسي الفرنسي إيمانويل ماكرون إنه سيفوز.", "2017-03-04"),
    ("candidate for the office", "قال المرشح لمنصب الرئيس الأميركي جو بايدن إنه سيفوز.", "2020-03-04"),
    ("acting", "أدى الرئيس المصري المؤقت عدلي منصور اليمين.", "2013-07-05"),
    ("nominated", "رشح الرئيس ريكس تيلرسون لمنصب وزير الخارجية الأميركي.", "2016-12-15"),
    # deputy and vice
    ("vice-president", "وصل نائب الرئيس الأميركي جو بايدن إلى بغداد.", "2012-04-04"),
    ("deputy", "قال نائب وزير الخارجية الأميركي أنتوني بلينكن إن المحادثات بناءة.", "2015-04-04"),
    ("adviser of", "قال مستشار الرئيس الأميركي جون بولتون إن القرار نهائي.", "2018-09-20"),
    # kin and namesakes
    ("son of", "شارك جمال مبارك نجل الرئيس المصري حسني مبارك في العزاء.", "2017-04-04"),
    ("daughter of", "فازت ابنة الرئيس الأميركي بيل كلينتون بالجائزة.", "2017-04-04"),
    ("widow of", "توفيت أرملة الرئيس المصري أنور السادات جيهان.", "2021-07-09"),
    ("hospital named after", "نقل المصاب إلى مستشفى الملك حسين.", "2017-04-04"),
    ("airport named after", "هبطت الطائرة في مطار الرئيس شارل ديغول.", "2017-04-04"),
    # eras, anniversaries, biographies, history
    ("era", "شيد السد في عهد الرئيس المصري جمال عبد الناصر.", "2017-04-04"),
    ("since the days of", "لم يتغير القانون منذ أيام الرئيس الأميركي رونالد ريغان.", "2017-04-04"),
    ("anniversary", "تحل غدا ذكرى وفاة الرئيس المصري جمال عبد الناصر.", "2017-09-27"),
    ("assassination remembered", "ويعود الخلاف إلى اغتيال رئيس الوزراء اللبناني رفيق الحريري.", "2017-04-04"),
    ("biography", "ولد رئيس الوزراء البريطاني توني بلير في أدنبره عام 1953.", "2017-04-04"),
    ("memoirs", "يروي الكتاب سيرة الرئيس الأميركي رونالد ريغان.", "2017-04-04"),
    ("film about", "يتناول الفيلم حياة الرئيس الأميركي جون كينيدي.", "2017-04-04"),
    ("year in the sentence", "في عام 1987 دعا الرئيس الأميركي رونالد ريغان إلى هدم الجدار.", "2017-04-04"),
    ("told as past", "وكان الرئيس الأميركي باراك أوباما قد وقع الاتفاق في 2015.", "2019-04-04"),
    # then-president
    ("then-president", "التقى الوفد الرئيس الأميركي آنذاك بيل كلينتون.", "2017-04-04"),
    ("at that time", "ورفض الرئيس الأميركي في ذلك الوقت بيل كلينتون الخطة.", "2017-04-04"),
    ("then, after the name", "ورفض بيل كلينتون، الرئيس الأميركي حينها، الخطة.", "2017-04-04"),
    ("then, another word", "ورفض الرئيس الأميركي وقتها بيل كلينتون الخطة.", "2017-04-04"),
    # quotations about the past
    ("quotation about the past", "وقال المؤرخ: «عندما كان الرئيس الأميركي بيل كلينتون في البيت الأبيض كان الوضع أفضل».",
     "2017-04-04"),
    ("recalled", "واستذكر لقاءه الرئيس الفرنسي جاك شيراك قبل عشرين عاما.", "2020-04-04"),
    # second mentions without the title, pronouns
    ("second mention without the title",
     "قال الرئيس الأميركي السابق باراك أوباما إنه يكتب. وأضاف أوباما أنه سعيد.", "2019-04-04"),
    ("name alone", "نشر باراك أوباما كتابا.", "2021-04-04"),
    ("pronoun", "قال الرئيس الفرنسي السابق نيكولا ساركوزي إنه بريء. وأكد أنه سيستأنف.", "2021-04-04"),
    ("bare title after former",
     "مثل الرئيس المصري السابق محمد مرسي أمام القضاة. وقال الرئيس مرسي إنه بريء.", "2014-04-04"),
    # dates: only the article's, and in term
    ("in term by the article's date", "قالت المستشارة الألمانية أنغيلا ميركل إن الخطة جاهزة.", "2015-04-04"),
    ("no date at all", "قالت المستشارة الألمانية أنغيلا ميركل إن الخطة جاهزة.", None),
    # names that two share
    ("George Bush, the son", "حذر الرئيس الأميركي جورج بوش من العواقب.", "2003-04-04"),
    ("George Bush, the father", "حذر الرئيس الأميركي جورج بوش من العواقب.", "1991-04-04"),
    ("King Abdullah of Jordan", "استقبل العاهل الأردني الملك عبد الله الوفد.", "2020-04-04"),
    ("King Abdullah of Saudi Arabia", "استقبل العاهل السعودي الملك عبد الله الوفد.", "2010-04-04"),
    ("King Abdullah of either", "استقبل الملك عبد الله الوفد.", "2020-04-04"),
    ("Assad, the father", "استقبل الرئيس السوري الأسد الوفد.", "1995-04-04"),
    ("Assad, the son", "استقبل الرئيس السوري الأسد الوفد.", "2010-04-04"),
    # the day of handing over: both are right
    ("handing over, the one who goes", "وفي 20 يناير 2017 ودع الرئيس الأميركي باراك أوباما موظفيه.", None),
    ("handing over, the one who comes", "وفي 20 يناير 2017 حيا الرئيس الأميركي دونالد ترامب أنصاره.", None),
    ("handing over, both in one sentence",
     "وفي 20 يناير 2017 صافح الرئيس الأميركي دونالد ترامب الرئيس الأميركي باراك أوباما.", None),
]  # fmt: skip


def found(text: str, on: str | None) -> list[str]:
    reader = engine()
    reading = reader.read(Draft(text, dt.date.fromisoformat(on) if on else None))
    findings = check_anachronism(Subject(reading, (), (), reader.knowledge, Profile()))
    return [finding.places[0].text for finding in findings]


@pytest.mark.parametrize(("text", "on", "words"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault(text: str, on: str | None, words: str) -> None:
    assert found(text, on) == [words]


@pytest.mark.parametrize(("text", "on"), [row[1:] for row in NONE], ids=[row[0] for row in NONE])
def test_no_fault(text: str, on: str | None) -> None:
    assert found(text, on) == []


SHARED = [
    # an article, its day, who is meant by each name (None: left open)
    ("حذر الرئيس الأميركي جورج بوش من العواقب.", "2003-04-04", ["george-w-bush"]),
    ("حذر الرئيس الأميركي جورج بوش من العواقب.", "1991-04-04", ["george-h-w-bush"]),
    ("حذر جورج بوش الأب من العواقب.", "2003-04-04", ["george-h-w-bush"]),
    ("استقبل العاهل الأردني الملك عبد الله الوفد.", "2012-04-04", ["king-abdullah-ii-of-jordan"]),
    ("استقبل العاهل السعودي الملك عبد الله الوفد.", "2012-04-04", ["king-abdullah-of-saudi-arabia"]),
    ("استقبل الرئيس السوري الأسد الوفد.", "1995-04-04", ["hafez-al-assad"]),
    ("استقبل الرئيس السوري الأسد الوفد.", "2010-04-04", ["bashar-al-assad"]),
    ("قال الرئيس السوري بشار الأسد إنه باق. وأضاف الأسد أنه متفائل.", "2010-04-04", ["bashar-al-assad"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "people"), SHARED)
def test_a_shared_name_goes_by_office_and_time(text: str, on: str, people: list[str | None]) -> None:
    reading = engine().read(Draft(text, dt.date.fromisoformat(on)))
    assert [mention.value.id for mention in reading.mentions if isinstance(mention.value, PersonName)] == people
