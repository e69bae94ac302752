"""Who is quoted: one source under one name."""

from __future__ import annotations

import pytest

from workbench.engine import Draft
from workbench.gui.app import new_engine
from workbench.review.sources import is_short_for, source_rows


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("البيان", "بيان للتحالف الدولي"),
        ("بيان التحالف", "بيان للتحالف الدولي"),
        ("الخلية", "خلية الإعلام الأمني"),
        ("مدير المشروع", "مدير المشروع الدكتور زيد"),
        ("الوزارة", "وزارة الصحة المصرية"),
    ],
)
def test_a_short_form_of_a_longer_name(name: str, longer: str) -> None:
    assert is_short_for(name, longer)
    assert not is_short_for(longer, name)


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("اللجنة", "رئيس اللجنة المشرفة"),
        ("وزارة الصحة", "المتحدث باسم وزارة الصحة"),
        ("بيان الحكومة", "بيان للتحالف الدولي"),
        ("بيان", "بيان للتحالف الدولي"),
        ("البيان", "البيان"),
    ],
)
def test_another_name(name: str, longer: str) -> None:
    assert not is_short_for(name, longer)


def test_one_source_of_an_article_stands_in_one_row() -> None:
    draft = (
        "أفاد بيان للتحالف الدولي بأن القاعدة قصفت يوم الخميس. وقتل في القصف متعاقد، بحسب البيان. "
        "وأضاف بيان التحالف أن خمسة جنود أصيبوا."
    )
    report = "وبحسب البيان فإن القصف لم يوقع ضحايا."
    result = new_engine().check([Draft(draft), Draft(report)])
    rows = [(row.name, row.counts) for row in source_rows(result) if row.standing == "named"]
    assert ("بيان للتحالف الدولي", {"a": 3}) in rows
    assert ("البيان", {"b": 1}) in rows


def test_a_source_nobody_knows_is_called_by_its_words_alone() -> None:
    draft = (
        "وقال ضابط كبير في وزارة الدفاع طلب عدم ذكر اسمه إن 11 صاروخا سقطت على القاعدة. "
        "ويبدو أن الحكومة حسمت أمرها في شأن القصف الأخير."
    )
    rows = [(row.name, row.standing) for row in source_rows(new_engine().check([Draft(draft)]))]
    assert ("ضابط كبير في وزارة الدفاع", "anonymous") in rows
    assert any(name.startswith("ويبدو") and standing == "speculation" for name, standing in rows)


def test_a_doubted_source_stands_once_and_is_not_unsuspected_beside_it() -> None:
    draft = (
        "قالت مصادر أمنية عراقية إن 11 صاروخا سقطت على القاعدة يوم الجمعة.\n\n"
        "وقتل ثلاثة جنود في القصف، وفق ما نقلته مصادر أمنية عراقية. وأفادت مصادر أمنية عراقية بأن ستة جرحوا."
    )
    rows = [row for row in source_rows(new_engine().check([Draft(draft)])) if "مصادر أمنية" in row.name]
    assert [row.standing for row in rows] == ["vague"]
    assert rows[0].counts["a"] >= 2
