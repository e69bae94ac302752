"""The day that an article's file states, beside the person's, the dateline's and what the words let infer."""

from __future__ import annotations

import datetime as dt

import pytest

from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.mentions.values import ArticleDate
from workbench.resources import resource_folder
from workbench.text.values import Bilingual

ENGINE = Engine(load_knowledge(resource_folder()))
BARE = "قتل سبعة أشخاص في حادث سير قرب المدينة."
DATELINE = "القاهرة، 15 أبريل 2023 (رويترز) - قال مسؤولون إن سبعة أشخاص قتلوا في حادث سير."
ANCHORED = "قتل سبعة أشخاص أمس السبت 28 ديسمبر 2019 في حادث سير قرب المدينة."
TOLD = "قتل سبعة أشخاص في 3 مارس 2018 في حادث سير، وفق ما أعلنته الشرطة لاحقا."


def stated(day: str) -> ArticleDate:
    when = dt.date.fromisoformat(day)
    return ArticleDate(when, when, "inferred", Bilingual(f"The page says {day}.", f"تقول الصفحة {day}."))


@pytest.mark.parametrize(
    ("text", "given", "file", "day", "source", "told"),
    [
        (BARE, None, "2023-04-15", "2023-04-15", "inferred", True),
        (BARE, "2023-04-20", "2023-04-15", "2023-04-20", "given", False),
        (DATELINE, None, "2023-04-16", "2023-04-15", "dateline", False),  # a day later is how pages are dated
        (DATELINE, None, "2024-01-02", "2023-04-15", "dateline", True),
        (ANCHORED, None, "2019-12-30", "2019-12-30", "inferred", True),
        (ANCHORED, None, "2022-07-01", "2019-12-29", "inferred", True),  # published anew
        (TOLD, None, "2018-03-09", "2018-03-09", "inferred", True),
        (TOLD, None, "2021-03-09", "2021-03-09", "inferred", True),
    ],
)
def test_which_date_counts(text: str, given: str | None, file: str, day: str, source: str, told: bool) -> None:
    draft = Draft(text, dt.date.fromisoformat(given) if given else None, stated=stated(file))
    date = ENGINE.read(draft).date
    assert (str(date.begin), str(date.end), date.source) == (day, day, source)
    assert (f"The page says {file}." in date.why.en) is told
    assert (f"تقول الصفحة {file}." in date.why.ar) is told


def test_a_title_names_a_text_without_a_headline() -> None:
    assert ENGINE.read(Draft(BARE, title="حادث سير")).article.title == "حادث سير"
    headed = f"سبعة قتلى في حادث سير\n\n{BARE} وأضافت الشرطة أن التحقيق مستمر في أسباب الحادث."
    assert ENGINE.read(Draft(headed, title="شيء آخر")).article.title == "سبعة قتلى في حادث سير"
