"""When an article was written: given, from its dateline, or inferred from its words; unknown stays unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from workbench.knowledge.base import load_knowledge
from workbench.knowledge.working_memory import WorkingMemory
from workbench.mentions.dating import Constraint, date_article, reference_in, resolved_mentions
from workbench.mentions.reading import read_sentence
from workbench.mentions.values import ArticleDate, Timex
from workbench.resources import resource_folder
from workbench.text.article import make_article
from workbench.text.values import Bilingual

KNOWLEDGE = load_knowledge(resource_folder())
BODY = " قتل سبعة أشخاص في انهيار مبنى من ست طبقات شرق العاصمة، بحسب ما أعلنت السلطات المحلية في بيان."


def dated(text: str, given: dt.date | None = None, constraints: tuple[Constraint, ...] = ()) -> ArticleDate:
    article = make_article(text, "a", cues=KNOWLEDGE.article_cues)
    readings = [read_sentence(sentence.text, KNOWLEDGE) for sentence in article.sentences]
    return date_article(article, readings, given, KNOWLEDGE, constraints)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


# text, source, begin, end
CASES = [
    ("انهيار مبنى\n\nالقاهرة، 15 نيسان/أبريل 2023 -" + BODY, "dateline", "2023-04-15", "2023-04-15"),
    ("انهيار مبنى\n\nالخميس 14 مارس 2013\n\n" + BODY, "dateline", "2013-03-14", "2013-03-14"),
    ("انهيار مبنى\n\n2013-03-14\n\n" + BODY, "dateline", "2013-03-14", "2013-03-14"),
    ("أعلنت الوزارة اليوم الخميس 14 مارس 2013 فتح المعبر.", "inferred", "2013-03-14", "2013-03-14"),
    ("أعلنت الوزارة أمس الأربعاء 13 مارس 2013 فتح المعبر.", "inferred", "2013-03-14", "2013-03-14"),
    ("يفتتح المعرض غدا الجمعة 15 مارس 2013.", "inferred", "2013-03-14", "2013-03-14"),
    ("بلغ العدد منذ 6 يناير 2013 حتى اليوم 10 مارس 2013 عشرين.", "inferred", "2013-03-10", "2013-03-10"),
    ("التقى الوزيران الأربعاء 13 آذار/مارس 2013 في عمان.", "inferred", "2013-03-13", "2013-03-20"),
    ("وقالت المصادر إن المفاوضات انطلقت في 3 فبراير 2013 بعيدا عن الأضواء.", "inferred", "2013-02-03", ""),
    ("ومن المقرر أن تجرى الانتخابات في 20 أبريل 2013.", "inferred", "", "2013-04-20"),
    ("تم تحديد يوم 20 أبريل 2013 موعدا للانتخابات المقبلة.", "inferred", "", "2013-04-20"),
    ("وقع الهجوم الخميس وأعلن عنه الجمعة.", "unknown", "", ""),
    ("تصافح الثلاثة الأحد 17 سبتمبر 1978 في واشنطن. وعادت المدينة في مارس 1989.", "unknown", "", ""),
    ("تصافح الثلاثة الأحد 17 سبتمبر 1978 في واشنطن. ويعود النزاع إلى مارس 1969.", "inferred", "1978-09-17",
     "1978-09-24"),
    ("تصافح الثلاثة الأحد 17 سبتمبر 1978 في واشنطن. وستعود المدينة في مارس 1989.", "inferred", "1978-09-17",
     "1978-09-24"),
    ("هجمات 11 سبتمبر غيرت العالم.", "unknown", "", ""),
    ("لا تاريخ في هذا النص.", "unknown", "", ""),
    ("", "unknown", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "begin", "end"), CASES, ids=[case[0][:40] for case in CASES])
def test_dates(text: str, source: str, begin: str, end: str) -> None:
    found = dated(text)
    assert (found.source, found.begin, found.end) == (source, day(begin), day(end))
    assert found.why.en
    assert found.why.ar


def test_a_given_date_counts_and_the_dateline_is_told() -> None:
    given = dt.date(2023, 4, 20)
    found = dated("انهيار مبنى\n\nالقاهرة، 15 نيسان/أبريل 2023 -" + BODY, given)
    assert (found.begin, found.end, found.source) == (given, given, "given")
    assert "15 April 2023" in found.why.en
    assert "15 نيسان/أبريل 2023" in found.why.ar


def test_the_years_of_a_weekday_within_constraints() -> None:
    """14 March was a Thursday in 2013 only, between 2012 and 2017."""
    term = Constraint(
        dt.date(2012, 1, 1), dt.date(2017, 1, 1), Bilingual("in office from 2012 to 2017", "في المنصب بين 2012 و2017")
    )
    found = dated("أعلنت الوزارة اليوم الخميس 14 مارس فتح المعبر.", constraints=(term,))
    assert (found.source, found.begin, found.end) == ("inferred", dt.date(2013, 3, 14), dt.date(2013, 3, 14))
    assert dated("أعلنت الوزارة اليوم الخميس 14 مارس فتح المعبر.").source == "unknown"


def test_constraints_narrow_and_give_their_reason() -> None:
    term = Constraint(dt.date(2012, 1, 1), dt.date(2017, 1, 1), Bilingual("a term", "ولاية"))
    found = dated("وقالت المصادر إن المفاوضات انطلقت في 3 فبراير 2013 سرا.", constraints=(term,))
    assert (found.begin, found.end) == (dt.date(2013, 2, 3), dt.date(2017, 1, 1))
    assert "a term" in found.why.en


def test_a_constraint_that_the_text_contradicts_is_left_out() -> None:
    term = Constraint(dt.date(1990, 1, 1), dt.date(1999, 1, 1), Bilingual("a term", "ولاية"))
    found = dated("وقالت المصادر إن المفاوضات انطلقت في 3 فبراير 2013 سرا.", constraints=(term,))
    assert (found.begin, found.end) == (dt.date(2013, 2, 3), None)


SHIFTS = [
    ("وقع الهجوم اليوم السبت في بغداد.", "2013-03-09"),
    ("وقع الهجوم أمس الجمعة في بغداد.", "2013-03-09"),
    ("ويجتمع المجلس غدا الأحد.", "2013-03-09"),
    ("وقع الهجوم اليوم ''السبت'' في بغداد.", "2013-03-09"),
    ("وقع الهجوم اليوم الأحد في بغداد.", "2013-03-10"),
    ("وقع الهجوم السبت في بغداد.", "2013-03-10"),
    ("وقع الهجوم اليوم الأربعاء في بغداد.", "2013-03-10"),
    ("وقع الهجوم اليوم السبت، وكان أعلن اليوم الأحد.", "2013-03-10"),
]


@pytest.mark.parametrize(("text", "reference"), SHIFTS)
def test_the_texts_own_weekday_moves_the_day_it_speaks_from(text: str, reference: str) -> None:
    """The page is of Sunday, 10 March 2013."""
    sunday = dt.date(2013, 3, 10)
    date = ArticleDate(sunday, sunday, "given", Bilingual("given", "مُدخل"))
    found = reference_in(date, [read_sentence(text, KNOWLEDGE)])
    assert (found.begin, found.end) == (day(reference), day(reference))


def test_mentions_are_resolved_against_the_day_the_text_speaks_from() -> None:
    sunday = dt.date(2013, 3, 10)
    date = ArticleDate(sunday, sunday, "given", Bilingual("given", "مُدخل"))
    article = make_article("وقع الهجوم اليوم السبت. وكان هدد أمس.", "a", cues=KNOWLEDGE.article_cues)
    readings = [read_sentence(sentence.text, KNOWLEDGE) for sentence in article.sentences]
    values = {
        article.text[mention.start : mention.end]: mention.value
        for mention in resolved_mentions(article, readings, date, KNOWLEDGE, WorkingMemory())
    }
    assert values["اليوم السبت"] == Timex("2013-03-09", "2013-03-09", "2013-03-09")
    assert values["أمس"] == Timex("2013-03-08", "2013-03-08", "2013-03-08")
