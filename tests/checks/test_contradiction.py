"""One row a short pair, or a short article: the contradictions that a careful reader finds in it, and nothing else.

Each row gives the kinds that must be found, in the order of the alphabet; a row without kinds is a trap.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.subjects import engine, faults_of_form
from workbench.checks.values import Finding
from workbench.engine import CheckResult, Draft

DAY = dt.date(2020, 2, 1)  # a Saturday
LATER = dt.date(2020, 2, 3)

BUS = (
    "مصرع 12 في انقلاب حافلة بالمنيا\n\nلقي 12 شخصا مصرعهم وأصيب 30 آخرون في انقلاب حافلة على الطريق الصحراوي في "
    "المنيا صباح السبت. وقال الدفاع المدني إن الحافلة كانت تقل 45 راكبا."
)
BASE = "هجوم على قاعدة في كركوك\n\nقتل جندي في هجوم صاروخي على قاعدة عسكرية في كركوك الجمعة. "
QUAKE = "زلزال يضرب إزمير\n\nضرب زلزال بقوة 6.4 درجات ولاية إزمير التركية صباح السبت. "
FIRE = "حريق في مصنع بالقاهرة\n\nاندلع حريق في مصنع للنسيج في القاهرة مساء الجمعة. "
MATCH = "الهلال يفوز على النصر\n\nفاز الهلال على النصر 3-1 مساء السبت في الرياض في نهائي الكأس. "
TALKS = "محادثات في جنيف\n\nاختتم الطرفان محادثات في جنيف السبت. "
QUOTED = "يجب أن تحترم الدول الاتفاق الموقع وأن تكف عن خرقه"


def checked(*texts: str, dates: tuple[dt.date, ...] = (DAY, DAY)) -> CheckResult:
    return engine().check([Draft(text, date) for text, date in zip(texts, dates, strict=False)])


def contradictions(result: CheckResult, scope: str) -> list[Finding]:
    return [one for one in result.findings if one.family == "contradiction" and one.scope == scope]


def kinds(result: CheckResult, scope: str) -> list[str]:
    return sorted(one.kind for one in contradictions(result, scope))


# what; article A; article B; kinds found across
PAIRS: list[tuple[str, str, str, list[str]]] = [
    # casualties
    ("two counts of the dead", BUS, BUS.replace("12", "15"), ["casualties"]),
    ("two counts in words", BUS, BUS.replace("12 شخصا", "خمسة عشر شخصا").replace("مصرع 12", "مصرع 15"), ["casualties"]),
    ("two counts of the injured", BUS, BUS.replace("30 آخرون", "19 آخرون"), ["casualties"]),
    ("dead and injured both", BUS, BUS.replace("12", "15").replace("30 آخرون", "19 آخرون"),
     ["casualties", "casualties"]),
    ("more than fifty and forty", BUS.replace("12", "أكثر من 50"), BUS.replace("12", "40"), ["casualties"]),
    # quantities
    ("two loads of passengers", BUS, BUS.replace("45 راكبا", "60 راكبا"), ["quantity"]),
    ("two magnitudes", QUAKE, QUAKE.replace("6.4", "7.1"), ["quantity"]),
    ("two numbers of rockets", BASE + "وأطلق المهاجمون 30 صاروخا على القاعدة.",
     BASE + "وأطلق المهاجمون 11 صاروخا على القاعدة.", ["quantity"]),
    ("two areas", FIRE + "وامتد الحريق على مساحة 400 هكتار.", FIRE + "وامتد الحريق على مساحة 900 هكتار.", ["quantity"]),
    # durations
    ("two lengths of a fire", FIRE + "واستمر الحريق ثماني ساعات.", FIRE + "واستمر الحريق ثلاث ساعات.", ["duration"]),
    ("two lengths of talks", TALKS + "واستمرت المحادثات ثلاث ساعات.", TALKS + "واستمرت المحادثات ست ساعات.",
     ["duration"]),
    # results
    ("two results", MATCH, MATCH.replace("3-1", "3-2"), ["score"]),
    # negation
    ("resigned and did not", "وزير المالية اللبناني يستقيل من الحكومة",
     "وزير المالية اللبناني يرفض الاستقالة من الحكومة", ["negation"]),
    ("denied", "استقالة وزير المالية اللبناني من الحكومة", "وزير المالية اللبناني ينفي استقالته من الحكومة",
     ["negation"]),
    ("not yet able", "البرلمان اللبناني ينتخب رئيسا جديدا للجمهورية",
     "البرلمان اللبناني لم يتمكن من انتخاب رئيس جديد للجمهورية", ["negation"]),
    ("cancelled", "انتخابات بلدية في تونس الأحد المقبل", "إلغاء الانتخابات البلدية في تونس", ["negation"]),
    ("no agreement", "إيران والقوى الكبرى تتوصل إلى اتفاق نووي في فيينا",
     "إيران والقوى الكبرى لم تتوصل إلى اتفاق نووي في فيينا", ["negation"]),
    ("will take part and will not", "المنتخب السعودي يشارك في البطولة الآسيوية بالدوحة",
     "المنتخب السعودي لن يشارك في البطولة الآسيوية بالدوحة", ["negation"]),
    ("rose and fell", "ارتفاع صادرات النفط العراقية في يناير", "انخفاض صادرات النفط العراقية في يناير", ["negation"]),
    ("approved and rejected", "البرلمان المصري يوافق على قانون التجارة الجديد",
     "البرلمان المصري يرفض قانون التجارة الجديد", ["negation"]),
    ("nobody died", "مقتل 12 شخصا في انفجار بمدينة الصدر العراقية", "انفجار بمدينة الصدر العراقية دون سقوط قتلى",
     ["casualties"]),
    # who did it
    ("owned up to, and not", BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.",
     BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم.", ["actor"]),
    ("owned up to, and denied", BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.",
     BASE + "ونفى تنظيم داعش مسؤوليته عن الهجوم.", ["actor"]),
    ("adopted, and not", BASE + "وتبنى تنظيم داعش الهجوم.", BASE + "ولم تتبن أي جهة الهجوم.", ["actor"]),
    ("accused, and nobody accused", BASE + "واتهمت واشنطن إيران بالوقوف وراء الهجوم.",
     BASE + "ولم تتهم واشنطن أي جهة بالوقوف وراء الهجوم.", ["actor"]),
    # quotations
    ("a word changed", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال مايك بومبيو: «{QUOTED.replace('تحترم', 'ترفض')}».", ["quote"]),
    ("a negation slipped in", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال مايك بومبيو: «{QUOTED.replace('يجب', 'لا يجب')}».", ["quote"]),
    ("two speakers", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».", f"{TALKS}وقال جو بايدن: «{QUOTED}».", ["attribution"]),
    # ages
    ("two ages", FIRE + "وقتل العامل سامح الدالي (41 عاما).", FIRE + "وقتل العامل سامح الدالي (47 عاما).",
     ["identity"]),
]  # fmt: skip

# why nothing contradicts; article A; article B; dates
TRAPS: list[tuple[str, str, str, tuple[dt.date, dt.date]]] = [
    # figures that agree
    ("the same article", BUS, BUS, (DAY, DAY)),
    ("more than fifty and fifty-three", BUS.replace("12", "أكثر من 50"), BUS.replace("12", "53"), (DAY, DAY)),
    ("at least ten and twelve", BUS.replace("12 شخصا", "ما لا يقل عن 10 أشخاص"), BUS, (DAY, DAY)),
    ("fifty to sixty and fifty-five", BUS.replace("45 راكبا", "ما بين 50 و60 راكبا"),
     BUS.replace("45 راكبا", "55 راكبا"), (DAY, DAY)),
    ("about nine hundred", QUAKE + "وتضرر نحو 900 منزل.", QUAKE + "وتضرر تسعمئة منزل.", (DAY, DAY)),
    ("in words and in figures", BUS, BUS.replace("12 شخصا", "اثنا عشر شخصا"), (DAY, DAY)),
    ("in other digits", BUS, BUS.replace("12", "١٢").replace("30", "٣٠").replace("45", "٤٥"), (DAY, DAY)),
    ("a part of the whole", BUS, BUS.replace("12 شخصا", "12 شخصا بينهم 5 أطفال"), (DAY, DAY)),
    ("a part alone", BUS, "انقلاب حافلة بالمنيا\n\nلقي خمسة أطفال مصرعهم في انقلاب حافلة في المنيا السبت.", (DAY, DAY)),
    ("one dead child among them", BUS, BUS + " ومن بين القتلى طفل واحد.", (DAY, DAY)),
    # running counts
    ("a toll that rose", BUS, "انقلاب حافلة بالمنيا\n\nارتفعت حصيلة ضحايا انقلاب حافلة في المنيا السبت إلى 14 قتيلا.",
     (DAY, LATER)),
    ("a former figure", BUS.replace("12", "14"),
     BUS.replace("12", "14") + " وكانت حصيلة سابقة قد أفادت بمقتل 12 شخصا.", (DAY, DAY)),
    # other events
    ("other days, one town", BUS,
     "انقلاب حافلة بالمنيا\n\nلقي 7 أشخاص مصرعهم في انقلاب حافلة في المنيا يوم 12 يناير 2020.",
     (DAY, dt.date(2020, 1, 13))),
    ("a like attack in the background", BASE + "ونقل الجرحى إلى المستشفى.\n\nوفي هجوم مماثل في الموصل قتل ستة جنود.",
     BASE + "ونقل الجرحى إلى المستشفى.", (DAY, DAY)),
    ("the first since another", BASE,
     BASE + "وهذا أول هجوم منذ استهداف القاعدة في 27 ديسمبر 2019 الذي قتل فيه أربعة جنود.", (DAY, DAY)),
    ("all of a year", BASE, BASE + "ونقل الجرحى إلى المستشفى.\n\nوخلال عام 2019 قتل 30 جنديا في هجمات متفرقة.",
     (DAY, DAY)),
    # matches
    ("half-time", MATCH, MATCH + "وأنهى الهلال الشوط الأول متقدما 2-0.", (DAY, DAY)),
    ("the first leg", MATCH, MATCH + "وكان الفريقان تعادلا ذهابا 1-1.", (DAY, DAY)),
    ("from the other side", MATCH, "النصر يخسر أمام الهلال\n\nخسر النصر أمام الهلال 1-3 مساء السبت في الرياض في "
     "نهائي الكأس.", (DAY, DAY)),
    ("another match", MATCH, "الاتحاد يفوز على الأهلي\n\nفاز الاتحاد على الأهلي 2-0 مساء السبت في جدة في الدوري.",
     (DAY, DAY)),
    # times
    ("an hour of a day", BUS, BUS.replace("صباح السبت", "السبت"), (DAY, DAY)),
    ("a weekday and its date", BUS, BUS.replace("صباح السبت", "صباح الأول من فبراير"), (DAY, DAY)),
    ("seventy-two hours and three days", FIRE + "واستمر الحريق 72 ساعة.", FIRE + "واستمر الحريق ثلاثة أيام.",
     (DAY, DAY)),
    # disputes, and what is only said
    ("a dispute both tell", FIRE + "واتهم العمال الإدارة بإغلاق المخارج، ونفت الإدارة إغلاق المخارج.",
     FIRE + "ونفت الإدارة إغلاق المخارج، وكان العمال اتهموها بذلك.", (DAY, DAY)),
    ("accused and denied", "المعارضة التونسية تتهم الحكومة بتزوير الانتخابات", "الحكومة التونسية تنفي تزوير الانتخابات",
     (DAY, DAY)),
    ("a question", "هل يستقيل وزير المالية اللبناني من الحكومة؟", "وزير المالية اللبناني يرفض الاستقالة من الحكومة",
     (DAY, DAY)),
    ("a rumour taken back", "لا صحة لاستقالة وزير المالية اللبناني من الحكومة",
     "وزير المالية اللبناني ينفي استقالته من الحكومة", (DAY, DAY)),
    ("asked for", "نواب يطالبون باستقالة وزير المالية اللبناني من الحكومة",
     "وزير المالية اللبناني يرفض الاستقالة من الحكومة", (DAY, DAY)),
    ("feared", "مخاوف من إغلاق المدارس في بيروت غدا", "المدارس في بيروت لن تغلق غدا", (DAY, DAY)),
    ("tried", "واشنطن تحاول تقسيم الاتحاد الأوروبي", "واشنطن لن تتمكن من تقسيم الاتحاد الأوروبي", (DAY, DAY)),
    ("two things of one market", "النفط الأميركي يهبط وعلاوة برنت ترتفع لأعلى مستوى",
     "النفط الأميركي يهبط في ظل ارتفاع علاوة برنت لأعلى مستوى", (DAY, DAY)),
    ("denied in other words", "وزير المالية اللبناني ينفي استقالته من الحكومة",
     "وزير المالية اللبناني لم يستقل من الحكومة", (DAY, DAY)),
    ("refused in other words", "إيران ترفض التفاوض مع واشنطن", "إيران: لن نتفاوض مع واشنطن", (DAY, DAY)),
    # who did it
    ("not yet owned up to", BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى الآن.",
     BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.", (DAY, DAY)),
    ("owned up to later", BASE + "ولم تعلن أي جهة مسؤوليتها عن الهجوم.", BASE + "وأعلن تنظيم داعش مسؤوليته عن الهجوم.",
     (DAY, LATER)),
    ("accused by one, denied by the other", BASE + "واتهمت واشنطن إيران بالوقوف وراء الهجوم.",
     BASE + "ونفت إيران ضلوعها في الهجوم.", (DAY, DAY)),
    ("two accusers", BASE + "واتهمت واشنطن إيران بالوقوف وراء الهجوم.",
     BASE + "ولم تتهم باريس أي جهة بالوقوف وراء الهجوم.", (DAY, DAY)),
    ("suspected only", BASE + "ورجحت الشرطة أن يكون تنظيم داعش وراء الهجوم.",
     BASE + "ولم تتهم بغداد أي جهة بالوقوف وراء الهجوم.", (DAY, DAY)),
    # quotations
    ("shortened with an ellipsis", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال مايك بومبيو: «يجب أن تحترم الدول الاتفاق الموقع…».", (DAY, DAY)),
    ("another spelling", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال مايك بومبيو: “{QUOTED.replace('الموقع', 'الموقّع')}”.", (DAY, DAY)),
    ("a translation", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال مايك بومبيو: «على الدول احترام الاتفاق الموقع والكف عن خرقه».", (DAY, DAY)),
    ("one speaker by his office", f"{TALKS}وقال مايك بومبيو: «{QUOTED}».",
     f"{TALKS}وقال وزير الخارجية الأميركي: «{QUOTED}».", (DAY, DAY)),
    # other things
    ("other things counted", BASE + "وأطلق المهاجمون 30 صاروخا.", BASE + "ودمر القصف 11 سيارة.", (DAY, DAY)),
    ("two ages of two people", FIRE + "وقتل العامل سامح الدالي (41 عاما).",
     FIRE + "وقتل العامل هاني الشافعي (47 عاما) والعامل سامح الدالي (41 عاما).", (DAY, DAY)),
    ("unrelated news", BUS, MATCH, (DAY, DAY)),
]  # fmt: skip

# what; article; kinds found in it
ALONE: list[tuple[str, str, list[str]]] = [
    ("the headline's dead", BUS.replace("لقي 12 شخصا", "لقي 15 شخصا"), ["casualties"]),
    ("the headline's result", MATCH.replace("الهلال يفوز على النصر\n", "الهلال يفوز على النصر 4-1\n"), ["score"]),
    ("near what is far", "هجوم\n\nوقع الانفجار في مدينة البصرة القريبة من مدينة الموصل السبت.", ["place"]),
    ("in another country", "هجوم\n\nوقع الانفجار في مدينة حلب في العراق السبت.", ["place"]),
    ("landing before take-off, told from its end",
     "طائرة\n\nهبطت الطائرة في جدة الساعة 12:10، وكانت قد أقلعت من القاهرة الساعة 14:30.", ["sequence"]),
    ("landing before take-off",
     "طائرة\n\nأقلعت الطائرة من القاهرة الساعة 14:30، وهبطت في جدة الساعة 12:10.", ["sequence"]),
]  # fmt: skip

# why nothing contradicts; article
ALONE_TRAPS: list[tuple[str, str]] = [
    ("nothing wrong", BUS),
    ("the dead among the passengers", BUS + " وقتل سائق الحافلة."),
    ("a former figure", BUS + " وكانت حصيلة أولية أشارت إلى مقتل 9 أشخاص."),
    ("over midnight", "طائرة\n\nأقلعت الطائرة من القاهرة الساعة 23:00، وهبطت في جدة الساعة 01:10."),
    ("over midnight with its days",
     "طائرة\n\nأقلعت الطائرة من القاهرة الثلاثاء 7 يناير 2020 الساعة 23:00، وهبطت في جدة الأربعاء الساعة 01:10."),
    ("clocks of two zones", "طائرة\n\nأقلعت الطائرة من دبي الساعة 10:00، وهبطت في لندن الساعة 9:10."),
    ("a clock of Greenwich",
     "طائرة\n\nأقلعت الطائرة من الكويت الساعة 21:50، وهبطت في الأقصر الساعة 21:40 بتوقيت غرينتش."),
    ("half-time", MATCH + "وأنهى الهلال الشوط الأول متقدما 2-0."),
    ("a dispute told by the text", FIRE + "وقال العمال إن المخارج كانت مغلقة، ونفت الإدارة ذلك."),
    ("near what is near", "هجوم\n\nوقع الانفجار في الجيزة القريبة من القاهرة السبت."),
    ("in its own country", "هجوم\n\nوقع الانفجار في مدينة حلب في سوريا السبت."),
    ("a route", "طريق\n\nأغلقت السلطات الطريق من البصرة إلى الموصل السبت."),
    ("in the right order", "طائرة\n\nأقلعت الطائرة من القاهرة الساعة 12:10، وهبطت في جدة الساعة 14:30."),
    ("landing, then taking off again",
     "طائرة\n\nهبطت الطائرة في جدة الساعة 12:10، ثم أقلعت إلى القاهرة الساعة 14:30."),
    ("two flights", "طائرات\n\nهبطت الطائرة في جدة الساعة 12:10، وأقلعت طائرة أخرى من جدة الساعة 14:30."),
    ("a prisoner taken again", "إفراج\n\nأفرج عن الرجل في 10 يناير 2018. وكان قد اعتقل في 3 مارس 2017."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_contradictions_across(a: str, b: str, expected: list[str]) -> None:
    assert kinds(checked(a, b), "across") == expected
    assert kinds(checked(b, a), "across") == expected


@pytest.mark.parametrize(("a", "b", "dates"), [row[1:] for row in TRAPS], ids=[row[0] for row in TRAPS])
def test_what_does_not_contradict(a: str, b: str, dates: tuple[dt.date, dt.date]) -> None:
    assert kinds(checked(a, b, dates=dates), "across") == []
    assert kinds(checked(b, a, dates=(dates[1], dates[0])), "across") == []


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ALONE], ids=[row[0] for row in ALONE])
def test_contradictions_inside(text: str, expected: list[str]) -> None:
    assert kinds(checked(text), "internal") == expected


@pytest.mark.parametrize("text", [row[1] for row in ALONE_TRAPS], ids=[row[0] for row in ALONE_TRAPS])
def test_what_agrees_inside(text: str) -> None:
    assert kinds(checked(text), "internal") == []


def test_a_later_and_higher_count_is_an_update() -> None:
    later = "انقلاب حافلة بالمنيا\n\nارتفعت حصيلة ضحايا انقلاب حافلة في المنيا السبت إلى 14 قتيلا."
    result = checked(BUS, later, dates=(DAY, LATER))
    texts = {claim.id: claim.text for claim in result.claims}
    updates = [one for one in result.alignments if one.relation == "updates"]
    assert ("12", "14") in [tuple(texts[id] for id in one.claims) for one in updates]
    assert {texts[one.late] for one in updates if one.late is not None} == {"14"}


def test_a_count_that_fell_is_no_update() -> None:
    fallen = BUS.replace("12", "9")
    assert kinds(checked(BUS, fallen, dates=(DAY, LATER)), "across") == ["casualties"]


def test_fixed_quantities_do_not_update() -> None:
    later = QUAKE.replace("6.4", "7.1")
    assert kinds(checked(QUAKE, later, dates=(DAY, LATER)), "across") == ["quantity"]


# what; article A; article B; severity
SEVERITIES = [
    ("a headline", BUS, BUS.replace("12", "15"), "high"),
    ("a running count in the body", BUS, BUS.replace("30 آخرون", "19 آخرون"), "medium"),
    ("a figure called preliminary", FIRE + "وامتد الحريق على مساحة 400 هكتار وفق تقدير أولي.",
     FIRE + "وامتد الحريق على مساحة 900 هكتار.", "medium"),
    ("two sources", BUS, BUS.replace("45 راكبا", "60 راكبا").replace("الدفاع المدني", "محافظ المنيا"), "medium"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "severity"), [row[1:] for row in SEVERITIES], ids=[row[0] for row in SEVERITIES])
def test_severity(a: str, b: str, severity: str) -> None:
    (found,) = contradictions(checked(a, b), "across")
    assert found.severity == severity
    assert 0 < found.confidence <= 1


def test_one_fault_is_one_finding_that_points_at_all_its_places() -> None:
    (found,) = contradictions(checked(BUS, BUS.replace("12", "15")), "across")
    assert found.headline
    assert len(found.places) >= 4
    assert {place.article for place in found.places} == {"a", "b"}


def test_only_the_words_that_part_two_quotations_are_marked() -> None:
    other = QUOTED.replace("تحترم", "ترفض")
    (found,) = contradictions(
        checked(f"{TALKS}وقال مايك بومبيو: «{QUOTED}».", f"{TALKS}وقال مايك بومبيو: «{other}»."), "across"
    )
    assert [place.text for place in found.places] == ["تحترم", "ترفض"]


EVERY = [*PAIRS, *((what, text, "", expected) for what, text, expected in ALONE)]


@pytest.mark.parametrize("row", EVERY, ids=[row[0] for row in EVERY])
def test_findings_are_well_formed(row: tuple[str, str, str, list[str]]) -> None:
    texts = {"a": row[1], "b": row[2]}
    result = checked(*(text for text in texts.values() if text))
    found = [one for one in result.findings if one.family == "contradiction"]
    assert found
    faults = []
    for one in found:
        for place in one.places:
            if texts[place.article][place.start : place.end] != place.text or place.end - place.start > 120:
                faults.append(f"{place} of {one.rule}")
        said = [one.message, *(step.text for step in one.evidence)]
        faults += [f"{words} has an empty side" for words in said if not (words.en.strip() and words.ar.strip())]
        if one.scope == "internal":
            faults += faults_of_form(one, row[1], 120)
        elif {place.article for place in one.places} != {"a", "b"}:
            faults.append(f"{one.rule} points at one article only")
        elif not one.evidence:
            faults.append(f"{one.rule} gives no reasons")
    assert not faults


def test_the_key_outlives_an_edit_elsewhere() -> None:
    other = BUS.replace("12", "15")
    (before,) = contradictions(checked(BUS, other), "across")
    (after,) = contradictions(checked(BUS, other + " ونقل المصابون إلى المستشفى."), "across")
    assert before.key == after.key


WORDS = (
    "قتل 12 شخصا وأصيب 30 آخرون في هجوم انفجار كركوك بغداد الجمعة السبت 27 ديسمبر 2019 لم تعلن أي جهة مسؤوليتها عن نفى "
    "الوزير استقالته رفض داعش واشنطن إيران اتهمت وراء « » ، . : ( ) ؟ \n \n\n 3-1 45 عاما قالت الشرطة إن منذ بينهم "
    "أقلعت وهبطت الساعة 14:30 ارتفاع انخفاض أسعار دون 74 دولارا \u200f 😀 أعلى مستوى"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=80)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_any_two_texts_survive(a: str, b: str) -> None:
    texts = {"a": a, "b": b}
    result = checked(a, b)
    ids = {claim.id for claim in result.claims}
    events = {event.id for event in result.events}
    for claim in result.claims:
        text = texts[claim.article]
        assert 0 <= claim.span.start <= claim.span.end <= len(text)
        assert text[claim.span.start : claim.span.end] == claim.text
        assert 0 <= claim.clause.start <= claim.clause.end <= len(text)
        assert claim.event is None or claim.event in events
    for alignment in result.alignments:
        assert set(alignment.claims) <= ids
        assert 0 <= alignment.score <= 1
    for found in result.findings:
        for place in found.places:
            assert texts[place.article][place.start : place.end] == place.text


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_an_article_does_not_contradict_itself(text: str) -> None:
    result = checked(text, text)
    inside = {one.kind for one in contradictions(result, "internal")}
    assert {one.kind for one in contradictions(result, "across")} <= inside


@pytest.mark.parametrize("text", [BUS, BASE, QUAKE, FIRE, MATCH, TALKS, *(row[1] for row in ALONE_TRAPS)])
def test_a_sound_article_against_itself(text: str) -> None:
    assert kinds(checked(text, text), "across") == []


def test_both_articles_say_both() -> None:
    text = "ارتفاع أسعار الذهب وهبوط أسعار النفط في تعاملات لندن"
    assert not contradictions(checked(text, text), "across")
