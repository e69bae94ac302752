"""One row an article: what it says twice and differently, headline against body or lead against the rest."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.inside.within import align_within

HEAD = "مصرع 12 في انقلاب حافلة بالمنيا\n\n"
LEAD = "لقي 12 شخصا مصرعهم في انقلاب حافلة على الطريق الصحراوي في المنيا صباح السبت."
MATCH = "فاز الهلال على النصر 3-1 مساء السبت في الرياض."

# what; text; the words that contradict
ROWS = [
    ("the headline's dead", HEAD + LEAD.replace("12", "15"), {"12", "15"}),
    ("the headline's result", "الهلال يفوز على النصر 4-1\n\n" + MATCH, {"4-1", "3-1"}),
    ("one person's age", "حريق في القاهرة\n\nقتل العامل سامح الدالي (41 عاما) في حريق بمصنع في القاهرة السبت. "
     "وكان العامل سامح الدالي (47 عاما) يعمل في المصنع.", {"41 عاما", "47 عاما"}),
]  # fmt: skip
ROWS += [
    ("all his novels", "رحيل كاتب في تونس\n\nتوفي الكاتب المنصف الغرايري الأحد في تونس. وأصدر إحدى عشرة رواية. "
     "وصدرت رواياته التسع كلها عن دار واحدة.", {"إحدى عشرة", "التسع"}),
    ("what they ask", "إضراب في الميناء\n\nبدأ العمال إضرابا للمطالبة بزيادة في الأجور نسبتها 12 في المئة. "
     "وقالوا إنهم لن "
     "يعودوا قبل الاستجابة لمطلبهم، وهو زيادة الأجور بنسبة 20 في المئة.", {"12 في المئة", "20 في المئة"}),
    ("what the union demands", "إضراب في المصانع\n\nوتطالب النقابة برفع الأجور 8 في المئة. وقالت النقابة إن "
     "مطالبتها برفع "
     "الأجور 18 في المئة عادلة.", {"8 في المئة", "18 في المئة"}),
    ("the first of two sentences", "السجن 15 عاما لمتهم بالسطو\n\nقضت المحكمة الأحد في الزرقاء بسجن المتهم بالسطو 12 "
     "عاما، وبسجن شريكه خمس سنوات.", {"15 عاما", "12 عاما"}),
]
NONE = [
    ("what is offered", "إضراب في الميناء\n\nبدأ العمال إضرابا للمطالبة بزيادة في الأجور نسبتها 12 في المئة. "
     "وتعرض الإدارة "
     "زيادة في الأجور نسبتها 5 في المئة."),
    ("what they asked before", "إضراب في الميناء\n\nبدأ العمال إضرابا للمطالبة بزيادة في الأجور نسبتها 12 في "
     "المئة. وكانوا "
     "يطالبون سابقا بزيادة الأجور بنسبة 20 في المئة."),
    ("another union", "إضراب في الميناء\n\nبدأ العمال إضرابا للمطالبة بزيادة في الأجور نسبتها 12 في المئة. "
     "وتطالب نقابة أخرى "
     "بزيادة الأجور بنسبة 20 في المئة."),
    ("what they got", "إضراب في الميناء\n\nبدأ العمال إضرابا للمطالبة بزيادة في الأجور نسبتها 12 في المئة. "
     "وحصلوا على زيادة "
     "في الأجور نسبتها 6 في المئة."),
    ("two raids", "غارتان على غزة\n\nقتل ثلاثة أشخاص في الغارة الأولى على غزة السبت. وقتل خمسة أشخاص في غارة ثانية على "
     "غزة."),
    ("two men's sentences", "السجن 12 عاما لمتهم بالسطو\n\nقضت المحكمة الأحد في الزرقاء بسجن المتهم بالسطو 12 "
     "عاما، وبسجن شريكه خمس سنوات."),
    ("three of his players", "فوز الهلال\n\nفاز الهلال على النصر السبت في الرياض. ويضم الفريق 25 لاعبا. وأصيب لاعبوه "
     "الثلاثة في الشوط الأول."),
    ("some of his novels", "رحيل كاتب في تونس\n\nتوفي الكاتب المنصف الغرايري الأحد في تونس. وأصدر إحدى عشرة رواية. "
     "وترجمت تسع روايات منها."),
    ("sound", HEAD + LEAD),
    ("a headline that rounds", "مصرع أكثر من 10 في انقلاب حافلة بالمنيا\n\n" + LEAD),
    ("parts", HEAD + LEAD + " وبين القتلى 5 أطفال."),
    ("a former count", HEAD + LEAD + " وكانت حصيلة أولية أشارت إلى مقتل 9 أشخاص."),
    ("half-time", "الهلال يفوز على النصر 3-1\n\n" + MATCH + " وأنهى الهلال الشوط الأول متقدما 2-0."),
    ("two people's ages", "حريق في القاهرة\n\nقتل العاملان سامح الدالي (41 عاما) وهاني الشافعي (47 عاما) في حريق."),
    ("no headline", LEAD),
    ("nothing", ""),
]  # fmt: skip


def found(text: str) -> list[set[str]]:
    read = article(text)
    texts = {claim.id: claim.text for claim in read.claims}
    pairs = align_within(read, engine().knowledge)
    assert all(one.relation == "contradicts" and one.why.en and one.why.ar for one in pairs)
    return [{texts[id] for id in one.claims} for one in pairs]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_an_article_says_twice_and_differently(text: str, words: set[str]) -> None:
    assert words in found(text)


@pytest.mark.parametrize("text", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_what_it_says_twice_and_well(text: str) -> None:
    assert found(text) == []
