"""One row a pair of reports: whether they give two lengths, hours or results of one thing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.subjects import engine
from workbench.engine import Draft

DAY = dt.date(2020, 2, 1)
STORIES = {
    "quake": "زلزال يضرب بوردور\n\nضرب زلزال بقوة 5.9 درجات إقليم بوردور التركي السبت وقتل 28 شخصا. ",
    "law": "البرلمان يقر قانون الإيجارات\n\nأقر البرلمان الأردني اليوم السبت مشروع قانون الإيجارات بأغلبية 80 صوتا. ",
    "raid": "قصف على مستودع وقود في كوستي\n\nقتل ستة أشخاص السبت في قصف على مستودع وقود في كوستي السودانية. ",
    "court": "السجن لمدير صندوق المزارعين\n\nأدانت محكمة في الكويت اليوم السبت فهد الرشود بالاختلاس. ",
    "final": "الترجي يحرز البطولة العربية لكرة اليد\n\nأحرز الترجي لقب البطولة العربية لكرة اليد في مراكش السبت. ",
    "jail": "تمرد في سجن مصراتة\n\nقتل خمسة نزلاء السبت في تمرد شهده سجن في مدينة مصراتة الليبية. ",
    "coup": "معارك في نواكشوط\n\nعاد الهدوء السبت إلى نواكشوط بعد معارك بين الجيش ومتمردين حاولوا الانقلاب. ",
    "fire": "حريق في سوق الشورجة ببغداد\n\nالتهم حريق السبت متاجر في سوق الشورجة وسط بغداد. ",
    "freed": "الإفراج عن 46 تلميذا في كادونا\n\nأطلق خاطفون سراح 46 تلميذا في ولاية كادونا النيجيرية السبت. ",
}
# story; one report's sentence; the other's; the kind of the finding
TWO = [
    ("quake", "واستمرت الهزة 22 ثانية.", "ودامت الهزة أربعين ثانية.", "duration"),
    ("law", "وترأس الجلسة، التي دامت خمس ساعات، رئيس المجلس.", "وجرى ذلك في جلسة طالت سبع ساعات.", "duration"),
    ("raid", "وقالت السلطات إن القصف وقع عند الساعة 03:20.", "وبدأ القصف في الساعة الخامسة وأربعين دقيقة صباحا.",
     "time"),
    ("court", "وقضت بحبس فهد الرشود خمس عشرة سنة. وحُكم على سالم الديري بالحبس سنتين.",
     "وعوقب فهد الرشود بالسجن اثني عشر عاما. وعوقب آخرون بالسجن ثلاثة أعوام.", "duration"),
    ("final", "وفاز الترجي على الأهلي 29-26 (الشوط الأول 14-12) في النهائي.",
     "وتفوق الترجي في النهائي على الأهلي 31-24، وكان الشوط الأول انتهى 14-12.", "score"),
    ("jail", "ودام التمرد ست ساعات.", "ولم يخمد الشغب إلا بعد تسع ساعات من المواجهة بين السجناء وحراسهم.", "duration"),
    ("coup", "واستمرت المعارك 36 ساعة.", "ودامت المواجهات ثلاثة أيام.", "duration"),
    ("fire", "وأخمدت الفرق الحريق بعد تسع ساعات.",
     "ولم يتمكنوا من السيطرة على اللهب إلا بعد 14 ساعة من العمل المتواصل.", "duration"),
    ("final", "وتأخرت انطلاقة النهائي 30 دقيقة.", "وانتظر المشجعون 45 دقيقة قبل أن تعطى ضربة البداية.", "duration"),
    ("final", "وهذا هو لقبه الرابع.", "ورفع النادي رصيده إلى خمسة ألقاب.", "quantity"),
    ("final", "وهذا لقبه الحادي عشر.", "وهي تاسع ألقاب النادي.", "quantity"),
    ("freed", "وكان التلاميذ احتُجزوا 26 يوما.", "وأمضى التلاميذ 36 يوما في قبضة الخاطفين.", "duration"),
]  # fmt: skip
# the same where both may be true
ONE = [
    ("quake", "واستمرت الهزة 22 ثانية.", "واستمرت عمليات الإنقاذ عشر ساعات."),
    ("quake", "واستمرت الهزة 22 ثانية.", "ودامت الهزة نحو 22 ثانية."),
    ("law", "ودامت الجلسة خمس ساعات.", "ودام الاجتماع الذي سبقها ساعتين."),
    ("law", "ودامت الجلسة الصباحية خمس ساعات، ودامت الجلسة المسائية ثلاث ساعات.", "ودامت الجلسة ثلاث ساعات."),
    ("raid", "وقالت السلطات إن القصف وقع عند الساعة 03:20.", "وانتهى إطفاء الحريق عند الساعة 17:40."),
    ("raid", "وبدأ القصف عند الساعة 03:20 ثم تجدد القصف عند الساعة 05:40.", "وبدأ القصف عند الساعة 05:40."),
    ("court", "وقضت بحبس سالم الديري خمس عشرة سنة.", "وعوقب فهد الرشود بالسجن اثني عشر عاما وسالم الديري بالسجن 15."),
    ("final", "وفاز الترجي على الأهلي 29-26.", "وأنهى الترجي الشوط الأول متقدما 14-12."),
    ("jail", "ودام التمرد ست ساعات.", "ودام التحقيق تسع ساعات."),
    ("fire", "وتمت السيطرة على الحريق بعد أربع ساعات.", "وأخمدت الفرق الحريق بعد تسع ساعات."),
    ("final", "وتأخرت انطلاقة النهائي 30 دقيقة.", "ودام حفل الختام 45 دقيقة."),
    ("final", "وهذا هو لقبه الرابع.", "وكان الأهلي يسعى إلى لقبه الخامس."),
    ("final", "وهذا هو لقبه الرابع.", "ورفع النادي رصيده إلى أربعة ألقاب."),
    ("freed", "وكان التلاميذ احتُجزوا 26 يوما.", "واستغرقت المفاوضات مع الخاطفين عشرة أيام."),
]


def kinds(story: str, one: str, other: str) -> set[str]:
    drafts = [Draft(STORIES[story] + sentence, DAY) for sentence in (one, other)]
    return {
        finding.kind for finding in engine().check(drafts).findings
        if finding.family == "contradiction" and len({place.article for place in finding.places}) == 2
    }  # fmt: skip


@pytest.mark.parametrize(("story", "one", "other", "kind"), TWO, ids=[row[2] for row in TWO])
def test_two_of_one(story: str, one: str, other: str, kind: str) -> None:
    assert kind in kinds(story, one, other)
    assert kind in kinds(story, other, one)


@pytest.mark.parametrize(("story", "one", "other"), ONE, ids=[row[2] for row in ONE])
def test_both_may_be_true(story: str, one: str, other: str) -> None:
    assert not kinds(story, one, other) & {"duration", "time", "score"}


# both say the same of one thing in other words: story, one report's sentence, the other's, the words that are aligned
SAME = [
    ("raid", "وفتحت السلطات أحد عشر مركزا لإيواء السكان.", "وفتحت السلطات 11 ملجأ لإيواء السكان.", ("أحد عشر", "11")),
    ("freed", "واستعاد 46 تلميذا حريتهم.", "وكان 46 تلميذا محتجزين.", ("46", "46")),
]


@pytest.mark.parametrize(("story", "one", "other", "words"), SAME, ids=[row[2] for row in SAME])
def test_one_count_in_other_words(story: str, one: str, other: str, words: tuple[str, str]) -> None:
    result = engine().check([Draft(STORIES[story] + sentence, DAY) for sentence in (one, other)])
    texts = {claim.id: claim.text for claim in result.claims}
    agreeing = [tuple(texts[id] for id in one.claims) for one in result.alignments if one.relation == "agrees"]
    assert any(words[0] in first and words[1] in second for first, second in agreeing)
