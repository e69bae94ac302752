"""Office-holders, organisations, states and people named at a time when they were not."""

from __future__ import annotations

import datetime as dt

import pytest

from workbench.checks.anachronisms.findings import check_anachronism
from workbench.checks.subject import Profile, Subject
from workbench.checks.values import Finding
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.resources import resource_folder


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge(resource_folder()))


def check(engine: Engine, text: str, on: str | None = None) -> list[Finding]:
    reading = engine.read(Draft(text, dt.date.fromisoformat(on) if on else None))
    return list(check_anachronism(Subject(reading, (), (), engine.knowledge, Profile())))


# The article, the day given for it, the words that are out of time.
OUT_OF_TERM = [
    # the date in the sentence, before and after the verb, in figures of every kind
    ("في 14 آذار/مارس 2015 استقبل الرئيس الأميركي جو بايدن وفدا نيابيا.", None, "الرئيس الأميركي جو بايدن"),
    ("استقبل الرئيس الأميركي جو بايدن وفدا نيابيا يوم 14 مارس 2015.", None, "الرئيس الأميركي جو بايدن"),
    (
        "وفي ١٤ مارس ٢٠١٥ شدد رئيس وزراء العراق محمد شياع السوداني على الأمن.",
        None,
        "رئيس وزراء العراق محمد شياع السوداني",
    ),
    # the date in the sentence before
    (
        "عُقد الاجتماع في 3 حزيران/يونيو 1996. وأكد الرئيس الفرنسي نيكولا ساركوزي تأييده.",
        None,
        "الرئيس الفرنسي نيكولا ساركوزي",
    ),
    # the date after, with the pronoun's sentence
    (
        "وصل الرئيس الروسي بوريس يلتسن إلى المقر. وقال للصحفيين في 9 أيار/مايو 2007 إنه متفائل.",
        None,
        "الرئيس الروسي بوريس يلتسن",
    ),
    # only the article's date
    ("بحث رئيس الوزراء البريطاني توني بلير مع ضيفه ملف الطاقة.", "2015-10-02", "رئيس الوزراء البريطاني توني بلير"),
    ("بحثت المستشارة الألمانية أنغيلا ميركل مع ضيفها ملف الطاقة.", "2003-10-02", "المستشارة الألمانية أنغيلا ميركل"),
    (
        "التقى الأمين العام للأمم المتحدة كوفي عنان اليوم ممثلي البعثات.",
        "2012-04-11",
        "الأمين العام للأمم المتحدة كوفي عنان",
    ),
    # the dateline's
    ("القاهرة، 15 نيسان/أبريل 2016 - دعا الرئيس المصري محمد مرسي إلى الحوار.", None, "الرئيس المصري محمد مرسي"),
    # the title after the name, with a comma and without
    (
        "وقال ريكس تيلرسون، وزير الخارجية الأميركي، إن بلاده ستشارك.",
        "2020-02-02",
        "ريكس تيلرسون، وزير الخارجية الأميركي",
    ),
    ("التقى جون كيري وزير الخارجية الأمريكي نظراءه.", "2019-02-02", "جون كيري وزير الخارجية الأمريكي"),
    # administration and government
    ("ورأت إدارة أوباما أن الوقت حان للتفاوض.", "2021-05-05", "إدارة أوباما"),
    ("ورأت إدارة الرئيس باراك أوباما أن الوقت حان للتفاوض.", "2021-05-05", "إدارة الرئيس باراك أوباما"),
    ("وأقرت حكومة الكاظمي مشروع الموازنة.", "2017-05-05", "حكومة الكاظمي"),
    # the counterpart
    ("والتقى الرئيس الأميركي دونالد ترامب نظيره الفرنسي فرنسوا هولاند.", "2019-06-06", "نظيره الفرنسي فرنسوا هولاند"),
    # bare titles
    ("أصدر وزير الخارجية، مايك بومبيو، تحذيرا لطهران.", "2023-03-03", "وزير الخارجية، مايك بومبيو"),
    ("يستعد الرئيس دونالد ترامب لزيارة المنطقة.", "2013-03-03", "الرئيس دونالد ترامب"),
    ("واستقبل الرئيس حسني مبارك السفراء اليوم.", "2013-03-03", "الرئيس حسني مبارك"),
    # the clause's own time counts before the article's
    (
        "ونقل عن محضر من آذار/مارس 2017 أن رئيس الوزراء العراقي مصطفى الكاظمي طلب ضمانات.",
        "2022-02-17",
        "رئيس الوزراء العراقي مصطفى الكاظمي",
    ),
    ("وفي 5 مايو 2014 التقى الرئيس الأميركي جو بايدن قادة الحلف.", "2022-02-17", "الرئيس الأميركي جو بايدن"),
    # two people of one name, neither in office
    ("دعا الرئيس الأميركي جورج بوش إلى انتخابات.", "2013-03-03", "الرئيس الأميركي جورج بوش"),
    # honorifics, ranks, quotation marks between
    ("وقال رئيس وزراء مصر الدكتور هشام قنديل إن الخطة جاهزة.", "2016-03-03", "رئيس وزراء مصر الدكتور هشام قنديل"),
    # two under one title
    (
        "واجتمع الرئيسان الأميركي باراك أوباما والروسي دميتري مدفيديف في براغ.",
        "2014-04-08",
        "والروسي دميتري مدفيديف",
    ),
    (
        "والتقى وزيرا الخارجية الأميركي ريكس تيلرسون والروسي سيرغي لافروف.",
        "2014-04-08",
        "وزيرا الخارجية الأميركي ريكس تيلرسون",
    ),
    ("وقال الرئيس الفرنسي «جاك شيراك» إن الخطة جاهزة.", "2016-03-03", "الرئيس الفرنسي «جاك شيراك"),
    # a headline
    ("الرئيس السوري حافظ الأسد يفتتح معرضا\n\nدمشق - افتتح معرض الكتاب أمس.", "2009-08-01", "الرئيس السوري حافظ الأسد"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "words"), OUT_OF_TERM)
def test_a_holder_out_of_term_is_found(engine: Engine, text: str, on: str | None, words: str) -> None:
    findings = check(engine, text, on)
    assert [(f.family, f.kind, f.scope, f.places[0].text) for f in findings] == [
        ("anachronism", "office", "internal", words)
    ]
    place = findings[0].places[0]
    assert text[place.start : place.end] == place.text
    assert len(place.text) <= 120


IN_ORDER = [
    # in term, on the days of taking and of leaving office too
    ("بحث الرئيس الأميركي دونالد ترامب مع ضيفه ملف الطاقة.", "2019-10-02"),
    ("وفي 20 يناير 2021 غادر الرئيس الأميركي دونالد ترامب واشنطن.", None),
    ("وفي 20 يناير 2021 دخل الرئيس الأميركي جو بايدن البيت الأبيض.", None),
    # beyond what is known of an office nothing is said
    ("بحث الرئيس الأميركي دونالد ترامب مع ضيفه ملف الطاقة.", "2031-10-02"),
    ("بحث الرئيس الفرنسي فرنسوا هولاند مع ضيفه ملف الطاقة.", "2031-10-02"),
    # former, late, then, elect, candidate, acting, deputy
    ("قال الرئيس الأميركي السابق باراك أوباما إن المناخ يتغير.", "2019-10-02"),
    ("قال الرئيس السابق للولايات المتحدة باراك أوباما إن المناخ يتغير.", "2019-10-02"),
    ("شارك رئيس الوزراء البريطاني الأسبق توني بلير في الندوة.", "2019-10-02"),
    ("شارك توني بلير، رئيس الوزراء البريطاني السابق، في الندوة.", "2019-10-02"),
    ("صوّر فيلم عن الرئيس المصري الراحل أنور السادات.", "2019-10-02"),
    ("ووقّع الاتفاق الرئيس الأميركي آنذاك بيل كلينتون.", "2019-10-02"),
    ("ووقّع الاتفاق حينها الرئيس الأميركي بيل كلينتون.", "2019-10-02"),
    ("وهنأ القادة الرئيس الأميركي المنتخب جو بايدن.", "2020-11-20"),
    ("وقال المرشح لرئاسة الولايات المتحدة جو بايدن إنه سيفوز.", "2020-09-20"),
    ("وقال نائب وزير الخارجية الأميركي بيل بيرنز إن المحادثات بناءة.", "2013-09-20"),
    ("وقال مستشار الرئيس الأميركي جون بولتون إن القرار نهائي.", "2018-09-20"),
    ("وزار نائب الرئيس الأميركي جو بايدن بغداد.", "2011-09-20"),
    ("وأصبح مايك بنس نائب الرئيس الأميركي دونالد ترامب.", "2018-09-20"),
    # kin, things with a name, anniversaries, eras
    ("وتزوجت ابنة الرئيس الأميركي جورج بوش الابن في المزرعة.", "2013-09-20"),
    ("وقع الحادث في شارع الملك فيصل قرب مستشفى الرئيس حافظ الأسد.", "2013-09-20"),
    ("هبطت الطائرة في مطار الملكة علياء.", "2013-09-20"),
    ("تحل اليوم ذكرى اغتيال الرئيس المصري أنور السادات.", "2013-10-06"),
    ("وبدأ المشروع في عهد الرئيس الفرنسي فرنسوا ميتران.", "2013-10-06"),
    ("وتعود القضية إلى نظام الرئيس المصري حسني مبارك.", "2013-10-06"),
    # the clause itself, the sentence or the paragraph speaks of another time
    ("وكان الرئيس الأميركي جورج بوش الابن أمر بغزو العراق في 20 مارس 2003.", "2013-10-06"),
    ("في عام 1991 قاد الرئيس الأميركي جورج بوش الأب تحالفا دوليا.", "2013-10-06"),
    ("بدأت الحرب في آذار/مارس 2003. وأعلن الرئيس الأميركي جورج بوش انتهاء العمليات بعدها بأسابيع.", "2013-10-06"),
    # a time that belongs to something else
    ("قال الرئيس الأميركي باراك أوباما إن الحرب التي بدأت في 20 مارس 2003 كانت خطأ.", "2013-10-06"),
    ("انتقد الرئيس الأميركي جو بايدن قرارا اتخذ قبل 8 أيار/مايو 2018.", None),
    ("يقف الرئيس الأميركي جو بايدن أمام ذكرى 11 سبتمبر 2001.", None),
    ("ولد الرئيس الروسي فلاديمير بوتين في 7 أكتوبر 1952.", "2019-01-01"),
    ("زار الرئيس الإيراني حسن روحاني المدينة عندما كان كبير المفاوضين في 21 أكتوبر 2003.", "2015-01-01"),
    # words inside a name are no words of another time
    ("يبحث الرئيس التركي رجب طيب أردوغان اليوم ملف الحدود.", "2020-05-05"),
    # courtesy towards former holders
    ("وأجلت المحكمة محاكمة الرئيس حسني مبارك إلى الأحد.", "2013-05-05"),
    ("وقال الرئيس كلينتون في محاضرة إن السلام ممكن.", "2014-05-05"),
    ("وكان وزير الخارجية الأميركي كولن باول عرض صورا على مجلس الأمن.", "2014-05-05"),
    # names without a title say nothing of an office
    ("كتب باراك أوباما أن الكتاب صدر.", "2022-01-01"),
    # how something is run is no government
    ("وانتقد المعارضون إدارة مرسي للأزمة الاقتصادية.", "2016-01-01"),
    # a title of the next person's
    ("استقبل فلاديمير بوتين رئيس الوزراء الإسرائيلي بنيامين نتنياهو.", "2019-01-01"),
    ("التقى جون كيري ووزير الخارجية الروسي في جنيف.", "2022-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on"), IN_ORDER)
def test_what_is_in_order_is_left_alone(engine: Engine, text: str, on: str | None) -> None:
    assert [(f.places[0].text, f.message.en) for f in check(engine, text, on)] == []


# --------------------------------------------------------------------------------------------------------- side by side

TOGETHER = [
    ("أصدر وزير الخارجية، مايك بومبيو، تحذيرا. [وتأتي الخطوة ضمن ما تنتهجه إدارة بايدن تجاه طهران.]", ["إدارة بايدن"]),
    (
        "التقى الرئيس الفرنسي إيمانويل ماكرون المستشارة أنغيلا ميركل. وانضم إليهما الرئيس الأميركي باراك أوباما.",
        ["الرئيس الأميركي باراك أوباما"],
    ),
    # terms that share only the day of handing over never met
    ("قال الرئيس الأميركي جو بايدن إنه اتفق مع نائب الرئيس الأميركي مايك بنس.", ["نائب الرئيس الأميركي مايك بنس"]),
    # these did meet
    ("التقى الرئيس الأميركي باراك أوباما رئيس الوزراء العراقي نوري المالكي.", []),
    ("أصدر وزير الخارجية، مايك بومبيو، تحذيرا. وتأتي الخطوة ضمن ما تنتهجه إدارة ترامب.", []),
    # who held one office one after the other stand in a history
    ("تحسنت العلاقات مع الرئيس الأميركي باراك أوباما وساءت مع الرئيس الأميركي دونالد ترامب.", []),
    # one of them is called former, or the two stand for two times
    ("قال الرئيس الأميركي جو بايدن إنه سيغير سياسة الرئيس السابق باراك أوباما.", []),
    ("قارن الكاتب بين عهد الرئيس الأميركي رونالد ريغان وسياسة الرئيس الأميركي جو بايدن.", []),
    ("حكم الرئيس الأميركي بيل كلينتون في التسعينات. وبعد سنوات خلفه في المنصب الرئيس الأميركي باراك أوباما.", []),
]


@pytest.mark.parametrize(("text", "words"), TOGETHER)
def test_two_holders_side_by_side(engine: Engine, text: str, words: list[str]) -> None:
    assert [f.places[0].text for f in check(engine, text)] == words


def test_the_finding_says_why_in_both_languages(engine: Engine) -> None:
    text = (
        "أصدر وزير الخارجية، مايك بومبيو، تحذيرا.\n\n"
        "[وتأتي في سياق سياسة الضغط القصوى التي تنتهجها إدارة بايدن تجاه إيران، رغم اختلافها عن الإدارة السابقة.]"
    )
    (finding,) = check(engine, text)
    told = " ".join(evidence.text.en for evidence in finding.evidence)
    assert "Joe Biden: President of the United States, 20 January 2021 to 20 January 2025" in told
    assert "Mike Pompeo: US Secretary of State, 26 April 2018 to 20 January 2021" in told
    assert "maximum pressure" in told
    assert all(evidence.source.endswith(evidence.source.strip()) and evidence.source for evidence in finding.evidence)
    arabic = finding.message.ar + " ".join(evidence.text.ar for evidence in finding.evidence)
    assert "جو بايدن" in arabic
    assert "مايك بومبيو" in arabic
    assert not any(letter.isascii() and letter.isalpha() for letter in arabic)


def test_a_key_survives_edits_elsewhere(engine: Engine) -> None:
    text = "بحث رئيس الوزراء البريطاني توني بلير مع ضيفه ملف الطاقة."
    before = check(engine, text, "2015-10-02")
    after = check(engine, "وقعت أحداث كثيرة في المنطقة.\n\n" + text, "2015-10-02")
    assert [f.key for f in before] == [f.key for f in after]
    assert before[0].places[0].start != after[0].places[0].start


# ------------------------------------------------------------------------------------------------------------ lifetimes


@pytest.mark.parametrize(
    ("text", "on", "kind", "words"),
    [
        # before they existed
        ("شن تنظيم داعش هجوما على البلدة أمس.", "2009-05-05", "organisation", "تنظيم داعش"),
        ("وقال الجيش السوري الحر إنه انسحب.", "2008-05-05", "organisation", "الجيش السوري الحر"),
        ("زار وزير من جمهورية جنوب السودان القاهرة.", "2005-05-05", "state", "جمهورية جنوب السودان"),
        ("ورأى المؤلف أن الاتحاد الأفريقي توسط عام 1998 بينهما.", "2022-05-05", "organisation", "الاتحاد الأفريقي"),
        # after their end
        ("ورأى المؤلف أن الاتحاد السوفياتي أرسل في عام 1997 مبعوثا.", "2022-05-05", "state", "الاتحاد السوفياتي"),
        # people after their death
        ("وذكر أن ياسر عرفات قال في مقابلة في صيف 2006 إنه باق.", "2022-05-05", "lifespan", "ياسر عرفات"),
        ("وحضر الافتتاح الشاعر محمود درويش الذي وقع ديوانه.", "2012-10-21", "lifespan", "محمود درويش"),
    ],
)
def test_lifetimes(engine: Engine, text: str, on: str, kind: str, words: str) -> None:
    assert [(f.kind, f.places[0].text) for f in check(engine, text, on)] == [(kind, words)]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("شن تنظيم داعش هجوما على البلدة أمس.", "2015-05-05"),
        ("وكان الاتحاد السوفياتي أرسل في عام 1979 قواته.", "2022-05-05"),
        ("وقال الخبير إن الاتحاد السوفياتي انهار في عام 1991.", "2022-05-05"),
        ("سيتحول التجمع إلى الاتحاد الأفريقي في قمة ديربان.", "2001-09-05"),
        ("واستضافت منظمة الوحدة الأفريقية القمة عام 1998.", "2022-05-05"),
        ("زار الوفد جنوب السودان للاطلاع على الإغاثة.", "2005-05-05"),
        ("وقرأت المغنية قصيدة كتبها محمود درويش في 1982.", "2022-05-05"),
        ("وأحيا الحضور ذكرى الشاعر محمود درويش الذي وقع ديوانه هنا.", "2012-10-21"),
        ("وحضر الافتتاح الشاعر محمود درويش الذي وقع ديوانه.", "2005-10-21"),
    ],
)
def test_lifetimes_in_order(engine: Engine, text: str, on: str) -> None:
    assert [f.places[0].text for f in check(engine, text, on)] == []
