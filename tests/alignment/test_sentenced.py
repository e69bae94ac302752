"""One row an article: whether it tells a court's sentence again, and otherwise."""

from __future__ import annotations

import pytest

from tests.checks.subjects import engine
from tests.claims.sentences import article
from workbench.alignment.inside.sentenced import sentenced_again

LEAD = "قضت محكمة في الجزائر الأحد بسجن المدير العام السابق لشركة النقل رابح مزيان عشر سنوات مع النفاذ."
TWICE = [
    "وقال محاميه إن موكله سيستأنف الحكم بالسجن سبع سنوات.",
    "ورحبت منظمة محلية بالحكم بالسجن سبع سنوات.",
    "ووصف حزبه الحكم بالسجن مدة سبع سنوات بأنه قاس.",
]
ONCE = [
    "وقال محاميه إن موكله سيستأنف الحكم بالسجن عشر سنوات.",
    "وكان القضاء أصدر عليه الحكم بالسجن سبع سنوات.",
    "وصدر الحكم بالسجن سبع سنوات على شريكه.",
    "وصدر الحكم بالسجن سبع سنوات على سمير قاسمي.",
    "وكان ممثل النيابة التمس الحكم على مزيان بالسجن 12 عاما.",
    "وفي قضية أخرى صدر الحكم بالسجن سبع سنوات.",
    "وفي الاستئناف صار الحكم بالسجن سبع سنوات.",
    "وعوقب آخرون بالسجن سبع سنوات.",
    "وأمضى مزيان من قبل سبع سنوات في السجن.",
]


def found(sentence: str) -> int:
    text = f"حكم في الجزائر\n\n{LEAD}\n\nوتتعلق القضية بشراء سفن. وشملت 14 متهما.\n\n{sentence}"
    return len(list(sentenced_again(article(text), engine().knowledge)))


@pytest.mark.parametrize("sentence", TWICE)
def test_two_terms_of_one_sentence(sentence: str) -> None:
    assert found(sentence) == 1


@pytest.mark.parametrize("sentence", ONCE)
def test_one_term_or_two_sentences(sentence: str) -> None:
    assert found(sentence) == 0
