"""Figures that do not add up, and figures that only look as if they did not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.subjects import faults_of_form, found
from workbench.checks.arithmetic import check_arithmetic

# kind of the one finding, a word of its span, the calculation; then the sentence.
WRONG = [
    ("sum", "12", "7 + 4 + 2 = 13", "لقي 12 شخصا حتفهم، بينهم سبعة رجال وأربع نساء وطفلان، في حريق فندق."),
    ("sum", "20", "12 + 9 = 21", "قُتل 20 شخصا، بينهم 12 مدنيا و9 جنود، في الهجوم."),
    ("sum", "10", "12 = 12", "غرق 10 مهاجرين بينهم 12 طفلا."),
    ("sum", "ثلاثة", "2 + 2 = 4", "لقي ثلاثة أشخاص حتفهم، بينهم رجلان وامرأتان."),
    ("sum", "3", "1 + 2 + 1 = 4", "لقي 3 أشخاص مصرعهم، بينهم رجل وامرأتان وطفل."),
    ("sum", "14", "7 + 5 + 4 = 16", "قتل 14 شخصا بينهم سبعة سوريين وخمسة لبنانيين وأربعة فلسطينيين."),
    ("sum", "165", "65 + 45 + 65 = 175",
     "بلغ عدد المصابين 165 مصابا، من بينهم 65 بمدينة طوخ و45 ببنها و65 بمدينة قليوب."),
    ("sum", "12", "5 + 4 + 4 = 13", "أحرزت البعثة 12 ميدالية، بينها 5 ذهبيات و4 فضيات و4 برونزيات."),
    ("sum", "12", "5 + 4 + 4 = 13", "أحرزت البعثة 12 ميدالية: 5 ذهبيات و4 فضيات و4 برونزيات."),
    ("sum", "30", "17 + 15 = 32", "أصيب 30 طالبا، هم 17 من كلية الهندسة و15 من كلية الطب."),
    ("sum", "30", "12 + 10 + 5 = 27", "ضبطت الشرطة 30 قطعة سلاح، هي 12 بندقية و10 مسدسات و5 قنابل."),
    ("sum", "300", "120 + 90 + 100 = 310",
     "سجلت الوزارة 300 إصابة جديدة، موزعة على 120 في العاصمة و90 في الشمال و100 في الجنوب."),
    ("sum", "18", "10 + 9 = 19", "تألف الوفد من 18 عضوا (10 رجال و9 نساء)."),
    ("sum", "100", "60 + 45 = 105", "يضم المجلس 100 مقعد: 60 للحزب الحاكم و45 للمعارضة."),
    ("sum", "500", "300,000,000 + 250,000,000 = 550,000,000",
     "خصصت الحكومة 500 مليون دولار، منها 300 مليون دولار للصحة و250 مليون دولار للتعليم."),
    ("sum", "170", "120 + 45 + 10 = 175", "حاز المشروع تأييد 120 نائبا مقابل معارضة 45 وامتناع 10 من أصل 170 نائبا."),
    ("sum", "13", "5 + 7 = 12", "قتل 5 أشخاص في حلب و7 في إدلب، أي ما مجموعه 13 قتيلا."),
    ("sum", "١٢٠", "120,000 + 60,000 + 80,000 = 260,000",
     "تعاقدت الوزارة على 240 ألف طن.\n"
     "والكميات موزعة بواقع ١٢٠ ألف طن من روسيا و٦٠ ألف طن من رومانيا و٨٠ ألف طن من أوكرانيا."),
    ("sum", "1240", "640 + 580 = 1,220", "تخرج 1240 طالبا وطالبة، هم 640 طالبة و580 طالبا، في حفل حضره الأهالي."),
    ("sum", "12", "8 + 3 + 2 = 13", "خاض الفريق 12 مباراة، ففاز في 8 وتعادل في 3 وخسر 2."),
    ("sum", "27", "3 × 8 + 5 = 29", "رفع الفريق رصيده إلى 27 نقطة من 8 انتصارات و5 تعادلات."),
    ("sum", "10", "6 + 3 + 2 = 11", "لعب المنتخب 10 مباريات حقق فيها 6 انتصارات و3 تعادلات وهزيمتين."),
    ("percentage", "60", "100 × (55,000 − 40,000) ÷ 40,000 = 37.5",
     "ارتفعت الواردات إلى 55 ألف طن مقابل 40 ألف طن العام الماضي، أي بنسبة 60 في المئة."),
    ("percentage", "45", "60 + 45 = 105 > 100", "وجاءت النسب 60 في المئة ذكور و45 في المئة إناث."),
    ("difference", "20", "55,000 − 40,000 = 15,000",
     "ارتفعت الواردات إلى 55 ألف طن بعد أن كانت 40 ألف طن، بزيادة 20 ألف طن."),
    ("age", "85", "2020 − 1948 = 72",
     "كرم الوزير فؤاد سليمان الذي ولد عام 1931 وتوفي عام 2009 عن 78 عاما، "
     "وهدى مرهج التي ولدت عام 1948 وتوفيت أمس عن 85 عاما."),
    ("percentage", "70", "100 × 60 ÷ 100 = 60", "وشارك 60 موظفا من أصل 100 في الإضراب، أي 70 في المئة."),
    ("percentage", "46", "100 × 16,400 ÷ 41,000 = 40", "صوت 16400 ناخب من أصل 41 ألف ناخب، أي ما نسبته 46 في المئة."),
    ("percentage", "25", "100 × (55 − 40) ÷ 40 = 37.5",
     "ارتفع سعر البرميل من 40 دولارا إلى 55 دولارا، أي بنسبة 25 في المئة."),
    ("percentage", "40", "100 × (60,000,000 − 80,000,000) ÷ 80,000,000 = 25",
     "تراجعت المبيعات من 80 مليون دولار إلى 60 مليون دولار، بانخفاض نسبته 40 في المئة."),
    ("percentage", "50", "100 × (60,000,000,000 − 50,000,000,000) ÷ 50,000,000,000 = 20",
     "ارتفعت الصادرات بنسبة 50 في المئة إلى 60 مليار دولار من 50 مليار دولار."),
    ("percentage", "48", "55 + 48 = 103 > 100", "حصل الحزب على 55 في المئة من الأصوات مقابل 48 في المئة لمنافسه."),
    ("difference", "200", "550 − 400 = 150", "ارتفع عدد الطلاب من 400 إلى 550 بزيادة 200 طالب."),
    ("difference", "عشر", "80 − 72 = 8", "فاز الفريق 80-72 بفارق عشر نقاط."),
    ("difference", "ثلاثة", "3 − 1 = 2", "فاز المنتخب 3-1 بفارق ثلاثة أهداف."),
    ("difference", "30", "120 − 100 = 20", "حصل المرشح على 120 صوتا مقابل 100 صوت لمنافسه، بفارق 30 صوتا."),
    ("difference", "11", "9 → 11", "انخفضت البطالة من 9 في المئة إلى 11 في المئة."),
    ("difference", "نقطتين", "4.5 − 3 = 1.5",
     "قرر البنك رفع الفائدة من 3 في المئة إلى 4.5 في المئة، بزيادة نقطتين مئويتين."),
    ("difference", "15", "2011 − 2003 = 8", "حكم البلاد من 2003 إلى 2011، أي لمدة 15 سنة."),
    ("difference", "20", "2020 − 1994 = 26", "تولى السلطة عام 1994، أي قبل 20 عاما."),
    ("difference", "العشرين", "2020 − 2003 = 17", "تحيي البلاد الذكرى العشرين لغزو العراق عام 2003."),
    ("age", "85", "2020 − 1950 = 70", "توفي الكاتب أمس عن عمر ناهز 85 عاما، وكان ولد عام 1950 في القاهرة."),
    ("age", "90", "2019 − 1940 = 79", "رحل الشاعر (1940-2019) عن عمر 90 عاما."),
    ("age", "45", "2020 − 1990 = 30", "وُلد اللاعب عام 1990 ويبلغ من العمر 45 عاما."),
]  # fmt: skip

# Why it is right, then the sentence.
RIGHT = [
    ("the parts make the whole", "لقي 13 شخصا حتفهم، بينهم سبعة رجال وأربع نساء وطفلان، في حريق فندق."),
    ("some of a whole", "لقي 12 شخصا حتفهم، بينهم ثلاث نساء، في حريق فندق."),
    ("«among them» may mean the dead and the wounded", "قُتل 12 شخصا وأصيب 30 آخرون، بينهم 20 امرأة."),
    ("one can be a foreigner and a woman", "قتل 12 شخصا بينهم 10 أجانب و5 نساء."),
    ("the whole was not counted", "قتل 12 شخصا وأصيب العشرات بينهم 20 طفلا."),
    ("«among them» means the passengers", "قُتل 3 جنود في هجوم على ركاب حافلة بينهم 5 أطفال."),
    ("ages of people named", "أصيب 11 آخرون وهم: وليد فتحي، 40 عاما، وسامر شعبان، 20 عاما."),
    ("ages of people named", "مصرع السائق و4 من الركاب، وهم: ماجد ناصر، 40 عاما، وبدر عطية، 36 عاما."),
    ("the rest are told of in words", "أصيب 405 أشخاص، من بينهم 38 بالخرطوش و18 بجروح وكسور والباقي حالات اختناق."),
    ("the whole is approximate", "قتل نحو 20 شخصا، بينهم 12 مدنيا و9 جنود."),
    ("the whole is a lower bound", "قُتل أكثر من 20 شخصا، بينهم 12 مدنيا و9 جنود."),
    ("others are left out", "يضم الوفد 20 عضوا، هم 12 نائبا و5 وزراء وآخرون."),
    ("part of a part", "لقي 12 شخصا مصرعهم، بينهم 7 رجال، منهم 3 جنود، و5 نساء."),
    ("another thing is counted", "اعتقل 10 أشخاص، بينهم 3 نساء، وضبطت 15 قطعة سلاح."),
    ("red cars may be small", "باع المصنع 100 سيارة، منها 60 سيارة حمراء و70 سيارة صغيرة."),
    ("goals are no matches", "في 12 مباراة، بينها 7 على ملعبه، سجل 20 هدفا."),
    ("professionals may be young", "شارك 30 لاعبا، بينهم 12 محترفا و20 من الشباب."),
    ("the wounded are not among the dead", "بلغت الحصيلة 7 قتلى بينهم 5 في بورسعيد و618 مصابا."),
    ("killed and wounded add up", "قتل خمسة أشخاص وأصيب 7، أي 12 ضحية."),
    ("floors are no casualties", "قتل 14 شخصا وأصيب 80 في انفجار المبنى المكون من 54 طابقا."),
    ("a clock is no whole", "عند الساعة 10:30 شارك 5 لاعبين: 3 مهاجمين ومدافعان."),
    ("another currency", "أنفقت الشركة 10 ملايين دولار على 3 مشاريع، بينها 12 مليون يورو لمشروع آخر."),
    ("some of a whole", "توفي 5 من أصل 20 مصابا."),
    ("the parts make the whole", "قُتل خمسة أشخاص، هم ثلاثة رجال وامرأتان."),
    ("the parts make the whole", "أحرز الفريق 4 ميداليات (ذهبيتان وفضية وبرونزية)."),
    ("a share that follows", "وشارك 60 موظفا من أصل 100 في الإضراب، أي 60 في المئة."),
    ("a share rounded", "شارك 61 موظفا من أصل 92، أي 66 في المئة."),
    ("a growth that follows", "ارتفع سعر البرميل من 40 دولارا إلى 55 دولارا، أي بنسبة 37.5 في المئة."),
    ("a growth rounded", "ارتفع سعر البرميل من 40 دولارا إلى 55 دولارا، أي بنسبة 38 في المئة."),
    ("both figures are rounded", "ارتفعت الأرباح من 1.2 مليون دولار إلى 1.3 مليون دولار، بنسبة 10 في المئة."),
    ("a difference that follows", "ارتفع عدد الطلاب من 400 إلى 550 بزيادة 150 طالبا."),
    ("a margin that follows", "فاز الفريق 80-72 بفارق ثماني نقاط."),
    ("points in the table, not goals", "فاز الفريق 2-1 وابتعد في الصدارة بفارق خمس نقاط."),
    ("points in the table, not goals", "فاز الأهلي 2-1 ورفع رصيده إلى 30 نقطة، بفارق 5 نقاط عن الهلال."),
    ("shares of one whole", "حصل المرشح على 52 في المئة من الأصوات مقابل 48 في المئة لمنافسه."),
    ("another year's share", "أيد 55 في المئة من المستطلعين القرار مقابل 60 في المئة العام الماضي."),
    ("an age that follows", "توفي الكاتب أمس عن عمر ناهز 70 عاما، وكان ولد عام 1950 في القاهرة."),
    ("a birthday to come", "رحل الشاعر (1940-2019) عن عمر 78 عاما."),
    ("a length that follows", "حكم البلاد من 2003 إلى 2011، أي لمدة ثماني سنوات."),
    ("years that follow", "تولى السلطة عام 1994، أي قبل 26 عاما."),
    ("an anniversary that follows", "تحيي البلاد الذكرى السابعة عشرة لغزو العراق عام 2003."),
    ("a better place has a smaller number", "ارتفع الفريق من المركز 10 إلى المركز 3."),
    ("a rise that rises", "ارتفعت درجة الحرارة من 20 إلى 30 درجة."),
    ("villages and camps", "انتقلت 40 عائلة من 5 قرى إلى 3 مخيمات."),
    ("the first figure is approximate", "ارتفع العدد من نحو 40 إلى 55 بزيادة 20."),
    ("years are no amounts", "وزادت الصادرات من 2018 إلى 2019 بنسبة 12 في المئة."),
    ("the war was longer than the killing", "امتدت الحرب من 1975 إلى 1990 وقتل فيها 150 ألفا خلال خمس سنوات."),
    ("somebody else was born", "يبلغ من العمر 45 عاما، وولد ابنه عام 2010."),
    ("an age of that time", "ولد عام 1950، وكان عمره 20 عاما حين غادر البلاد."),
    ("the parts of the sentence before",
     "تعاقدت الوزارة على 240 ألف طن.\nوهي موزعة بواقع 120 ألف طن من روسيا و120 ألف طن من رومانيا."),
    ("a record that adds up", "خاض الفريق 12 مباراة، ففاز في 8 وتعادل في 3 وخسر مباراة واحدة."),
    ("points that add up", "رفع الفريق رصيده إلى 29 نقطة من 8 انتصارات و5 تعادلات."),
    ("a match lost is not told of", "لعب المنتخب 10 مباريات حقق فيها 6 انتصارات و3 تعادلات."),
    ("two teams", "فاز الأهلي في 8 مباريات وفاز الزمالك في 9 وتعادل في 3 من 12 مباراة."),
    ("two rises", "ارتفعت الإصابات من 120 يوميا إلى 150، ثم إلى 200 بزيادة 80."),
]


@pytest.mark.parametrize(("kind", "word", "steps", "sentence"), WRONG, ids=[row[3][:40] for row in WRONG])
def test_wrong_figures_are_found(kind: str, word: str, steps: str, sentence: str) -> None:
    findings = found(check_arithmetic, sentence)
    assert [finding.kind for finding in findings] == [kind]
    assert any(word in place.text for place in findings[0].places)
    assert steps in findings[0].evidence[0].text.en
    assert steps in findings[0].evidence[0].text.ar
    assert not faults_of_form(findings[0], sentence, 120)


@pytest.mark.parametrize(("reason", "sentence"), RIGHT, ids=[row[1][:40] for row in RIGHT])
def test_right_figures_are_left_alone(reason: str, sentence: str) -> None:
    assert [finding.places[0].text for finding in found(check_arithmetic, sentence)] == [], reason


def test_an_undated_article_has_no_years_to_reckon_with() -> None:
    assert found(check_arithmetic, "تولى السلطة عام 1994، أي قبل 20 عاما.", date=None) == []


def test_birth_and_death_in_neighbouring_sentences() -> None:
    text = "توفي الرسام مساء أمس في بيروت.\nوكان ولد عام 1950 في طرابلس. ورحل عن عمر 80 عاما."
    findings = found(check_arithmetic, text)
    assert [finding.kind for finding in findings] == ["age"]
    assert {place.text for place in findings[0].places} == {"80 عاما", "عام 1950"}


def test_the_same_slip_twice_has_two_keys() -> None:
    sentence = "قُتل 20 شخصا، بينهم 12 مدنيا و9 جنود، في الهجوم."
    findings = found(check_arithmetic, f"{sentence}\n{sentence}")
    assert len({finding.key for finding in findings}) == len(findings) == 2


def test_a_key_does_not_move_with_the_text() -> None:
    sentence = "قُتل 20 شخصا، بينهم 12 مدنيا و9 جنود، في الهجوم."
    alone, later = (found(check_arithmetic, text)[0] for text in (sentence, "جملة قبلها لا تعد شيئا.\n" + sentence))
    assert alone.key == later.key
    assert alone.places[0].start != later.places[0].start


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 60), st.integers(3, 60), st.integers(-3, 3))
def test_only_sums_that_are_out_are_found(men: int, women: int, out: int) -> None:
    whole = men + women + out
    findings = found(check_arithmetic, f"شارك {whole} متسابقا، هم {men} من الرجال و{women} من النساء.")
    assert [finding.kind for finding in findings] == (["sum"] if out else [])


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("0123456789٤٥ ،.:()%٪-منإلىبينهمأيوبزيادةفارقرجلامرأةطفلعاماصل\n"), max_size=160))
def test_any_text_survives(text: str) -> None:
    for finding in found(check_arithmetic, text):
        assert not faults_of_form(finding, text, 120)
