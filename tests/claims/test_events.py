"""One row a text: to which event each claim belongs, the main one or another; and when and where the main one was."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.claims.sentences import article

LEAD = "هجوم على قاعدة في كركوك\n\nقتل جنديان في هجوم صاروخي على قاعدة في كركوك الجمعة. ونقل الجرحى إلى المستشفى.\n\n"
BUS = "انقلاب حافلة في المنيا\n\nقتل 12 شخصا في انقلاب حافلة في المنيا السبت. ونقل المصابون إلى المستشفى.\n\n"

# what; text; words of a claim; whether it belongs to the main event
ROWS = [
    ("the lead itself", LEAD, "جنديان", True),
    ("what goes on in the next sentence", LEAD + "وأصيب خمسة آخرون.", "خمسة", True),
    ("what the clause led to", LEAD + "واستهدف القصف المدرج، ما أسفر عن إصابة خمسة جنود.", "خمسة", True),
    ("the first since another, dated", LEAD + "وهذا أول هجوم منذ استهداف القاعدة في 27 ديسمبر 2019.",
     "27 ديسمبر 2019", False),
    ("a dated event long ago", LEAD + "وفي مارس 2019 قتل أربعة جنود في هجوم على القاعدة.", "أربعة", False),
    ("a former attack", LEAD + "وكان هجوم سابق قد أسفر عن مقتل أربعة جنود في مارس 2019.", "أربعة", False),
    ("a like attack elsewhere", LEAD + "وفي هجوم مماثل في الموصل قتل ثلاثة مدنيين.", "ثلاثة", False),
    ("another attack on the same day", LEAD + "وفي هجوم آخر اليوم قتل ثلاثة مدنيين في بغداد.", "ثلاثة", False),
    ("a period", LEAD + "وخلال الأشهر الأربعة الماضية قتل 30 جنديا في هجمات متفرقة.", "30", False),
    ("since the year began", LEAD + "ومنذ مطلع العام قتل 30 جنديا في هجمات متفرقة.", "30", False),
    ("another province", BUS + "وفي محافظة أسوان المجاورة قتل شخصان في حادث سير.", "شخصان", False),
    ("another year", BUS + "وفي عام 2012 قتل 50 شخصا في تصادم قطار بحافلة.", "50", False),
    ("the same day told again", BUS + "وقع الحادث السبت عند مدخل المدينة.", "السبت", True),
    ("how long it took", BUS + "وتمكن رجال الإنقاذ من رفع الحافلة بعد أربع ساعات. وأصيب ثلاثة منهم.", "ثلاثة", True),
    ("back to the story from the day before",
     "غرق مركب قبالة جرجيس\n\nغرق مركب قبالة سواحل جرجيس فجر الأربعاء 7 فبراير 2024. "
     "وأبحر المركب من الشاطئ مساء الثلاثاء 6 فبراير 2024، وغرق في الساعة الثانية فجرا وعلى متنه تسعة مهاجرين.",
     "تسعة", True),
    ("how it went on the next day",
     "حريق في مصنع بالقاهرة\n\nشب حريق في مصنع للنسيج في القاهرة مساء أمس. وأخمد الدفاع المدني الحريق صباح اليوم. "
     "وأصيب أربعة عمال.", "أربعة", True),
    # a former major, not a former attack
    ("led by a former officer", LEAD + "ونفذ الهجوم الضابط السابق سامر حمدان ومعه 15 مسلحا.", "15", True),
    ("an earlier attack", LEAD + "وأوقع الهجوم السابق على القاعدة 15 قتيلا.", "15", False),
    ("what the injured suffered", BUS + "وأصيب سبعة عشر شخصا بحروق واختناقات.", "سبعة عشر", True),
    ("others hurt in another accident", BUS + "وأصيب سبعة عشر شخصا في حادث آخر بالقاهرة.", "سبعة عشر", False),
    # behind what was years ago
    ("back with a verb of the present",
     LEAD + "وبين عامي 2014 و2017 قتل 90 جنديا في هجمات. ويبحث 15 خبيرا عن شظايا في القاعدة.", "15", True),
    ("what is brought up in the present", LEAD + "ويذكر أن 15 جنديا قتلوا في هجوم مماثل.", "15", False),
    ("on with what was years ago",
     LEAD + "وفي مارس 2019 قتل أربعة جنود في هجوم على القاعدة. وأصيب حينها 15 جنديا.", "15", False),
    ("a day that only describes",
     LEAD + "وتضم القاعدة مهبطا وهو مهبط بني عام 2009. ونقل 15 جنديا إلى بغداد.", "15", True),
    ("what it did after what was years ago",
     "حكم في قضية الدواء\n\nقضت محكمة في الجزائر السبت بسجن مدير شركة.\n\n"
     "وبددت أموال بين عامي 2014 و2018. وضمت القضية 14 متهما.", "14", True),
    ("another case of years ago",
     "حكم في قضية الدواء\n\nقضت محكمة في الجزائر السبت بسجن مدير شركة.\n\n"
     "وفي عام 2014 قضت المحكمة بسجن وزير في قضية أخرى. وضمت القضية 14 متهما.", "14", False),
    ("before the known one ended",
     BUS + "ونقل المصابون قبل أن يكمل رجال الإنقاذ رفع الحافلة بعد الحادث بمشاركة 15 عاملا.", "15", True),
    ("the worst since another",
     LEAD + "وهذا أعنف هجوم منذ 12 تشرين الأول/أكتوبر الماضي، عندما فجر انتحاري نفسه ما أدى إلى مقتل 14 شخصا.", "14",
     False),
    ("since yesterday, when", LEAD + "ولم تهدأ المدينة منذ أمس، عندما أصيب 14 شخصا في الهجوم.", "14", True),
    ("the day somebody spoke",
     "هجوم في بغداد\n\nقالت الشرطة اليوم إن هجوما وقع في بغداد الأربعاء أسفر عن مقتل شخصين.", "شخصين", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "main"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_which_event_a_claim_belongs_to(text: str, words: str, main: bool) -> None:
    read = article(text)
    found = {claim.event for claim in read.claims if claim.text == words and claim.kind != "statement"}
    first = read.events[0]
    assert first.main
    assert found
    assert (found == {first.id}) if main else first.id not in found


# what; text; begin and end of the main event; its places; several
MAIN = [
    ("a weekday", LEAD, dt.date(2020, 1, 31), dt.date(2020, 1, 31), {"kirkuk"}, False),
    ("yesterday", "حريق في القاهرة\n\nشب حريق في مصنع في القاهرة أمس.", dt.date(2020, 1, 31), dt.date(2020, 1, 31),
     {"cairo"}, False),
    ("no day: the article's, or the one before", "حريق في القاهرة\n\nشب حريق في مصنع في القاهرة.",
     dt.date(2020, 1, 31), dt.date(2020, 2, 1), {"cairo"}, False),
    ("an appointment dates nothing", "محاكمة\n\nأجلت المحكمة في تونس محاكمة رجل أعمال إلى جلسة 6 مارس 2020.",
     dt.date(2020, 1, 31), dt.date(2020, 2, 1), {"tunisia"}, False),
    ("a day that is not that of the deed", "هجوم في بغداد\n\nقالت الشرطة اليوم إن هجوما وقع في بغداد الأربعاء.",
     dt.date(2020, 1, 29), dt.date(2020, 1, 29), {"baghdad"}, False),
    ("a capital that stands for its government",
     "هجوم في كركوك\n\nاتهمت باريس فصيلا مسلحا بشن هجوم في كركوك الجمعة.",
     dt.date(2020, 1, 31), dt.date(2020, 1, 31), {"kirkuk"}, False),
    ("today before last week",
     "الأهلي يبلغ النهائي\n\nعوض الأهلي خسارته الأسبوع الماضي في عدن وتأهل إلى النهائي بفوزه اليوم السبت في القاهرة.",
     dt.date(2020, 2, 1), dt.date(2020, 2, 1), {"aden", "cairo"}, False),
    ("several", "هجمات في كركوك\n\nقتل جنديان في هجمات على قواعد في كركوك الجمعة.",
     dt.date(2020, 1, 31), dt.date(2020, 1, 31), {"kirkuk"}, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "begin", "end", "places", "several"), [row[1:] for row in MAIN], ids=[row[0] for row in MAIN]
)
def test_the_main_event(text: str, begin: dt.date, end: dt.date, places: set[str], several: bool) -> None:
    main = article(text).events[0]
    assert (main.begin, main.end, set(main.places), main.several) == (begin, end, places, several)


def test_without_a_date_the_main_event_has_a_weekday_only() -> None:
    main = article(LEAD, date=None).events[0]
    assert (main.begin, main.weekday) == (None, 5)


def test_every_clause_belongs_to_an_event() -> None:
    read = article(LEAD + "وفي مارس 2019 قتل أربعة جنود في هجوم على القاعدة، بحسب الجيش.")
    assert len(read.grouping.clause_events) == len(read.sentences)
    for sentence, row in zip(read.sentences, read.grouping.clause_events, strict=True):
        assert len(row) == len(sentence.view.clauses)
        assert all(0 <= index < len(read.events) for index in row)
