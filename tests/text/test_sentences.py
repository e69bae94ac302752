"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.samples import texts
from workbench.text.lines import INVISIBLE
from workbench.text.sentences import LONGEST, find_sentences


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد.| ثم غادر.",
        "هل وصل الوفد؟| نعم!| وغادر.",
        "وصل الوفد أمس.|وغادر اليوم.",
        "وصل الوفد .| وغادر",
        "ارتفع المؤشر 3.5 في المئة.| وتراجع النفط.",
        "بلغ العدد ٣٫٥ مليون، أي 1.200.000 زيادة.| انتهى.",
        "وصل في 10.3.2020 إلى العاصمة.| وغادر.",
        "قال د. علي سعيد إنه وصل.| وأضاف أنه متعب.",
        "التقى م. أحمد وأ.د. محمد ود. سمير أمس.| وغادر.",
        "السيارة رقم 8361 ن. ل . أ اصطدمت بشجرة.| وانقلبت.",
        "نقلت الخبر أ ف ب.| وأكدته مصادر.",
        "عند الساعة 17:45 ت.غ. في المطار.",
        "عند الساعة 17:45 ت.غ.| وأقلعت الطائرة.",
        "ولد في 1440 هـ.| وتوفي شابا.",
        "موقع الجزيرة.نت نشر الخبر.| ثم حذفه.",
        "زوروا www.example.org اليوم.| شكرا.",
        "زوروا https://www.example.org/search?q=a اليوم.| شكرا.",
        'قال: "لن نعود".| ثم خرج.',
        'قال: "لن نعود."| ثم خرج.',
        "قال: «لن نعود.»| ثم خرج.",
        'قال "انتهى كل شيء اليوم." |وأضاف "لن نعود إلى هنا".',
        'قال "وقع انفجار كبير قرب المنزل في ساعة متأخرة من الليل.| رميت نفسي على الأرض".',
        "[جملة أولى.| جملة ثانية.]| جملة ثالثة.",
        "أكد (نقلا عن د. سعيد. ثم عن غيره) الخبر.| وانتهى.",
        "زار «مصنع أ. ب. ج.» أمس.| وغادر.",
        "انتظر طويلا...| ثم غادر.",
        "قال «لن نعود ... إلى هنا» وغادر.",
        "بالأسماء.. مصرع خمسة أشخاص.| وإصابة آخرين.",
        "فقد السيطرة؛ مما أدى إلى انقلاب السيارة.",
        "فقد السيطرة؛ حيث كان مسرعا.",
        "فقد السيطرة؛ لتنقلب السيارة.",
        "غادر الوفد؛| الوزير بقي.",
        "1. محمد سعيد وأخوه.",
        "The U.S. said Mr. Smith left.| He is back.",
        "انفجرت السيارة!!!| وفر المارة.",
        "لا شيء",
        "؟!",
        "",
    ],
)
def test_sentences(text: str) -> None:
    whole = text.replace("|", "")
    expected = [piece.strip() for piece in text.split("|") if piece.strip()]
    assert [whole[start:end] for start, end in find_sentences(whole)] == expected


@pytest.mark.parametrize("text", ["بالأسماء... مصرع خمسة", "النفط يتراجع؛ الذهب يرتفع", "بالصور.. افتتاح الجسر"])
def test_a_headline_is_one_sentence(text: str) -> None:
    assert find_sentences(text, headline=True) == [(0, len(text))]


@pytest.mark.parametrize(
    "text", ["و" * 100_000, "قال الوزير " * 9_000, "قال، " * 20_000, "أ. " * 30_000, "(«\"" * 20_000], ids=range(5)
)
def test_giants_are_cut(text: str) -> None:
    sentences = find_sentences(text)
    assert max(end - start for start, end in sentences) <= LONGEST
    assert "".join(text[start:end] for start, end in sentences).replace(" ", "") == text.replace(" ", "")


def test_a_giant_is_cut_after_a_comma() -> None:
    text = "وصل الوفد إلى العاصمة واجتمع مع الوزير، " * 100
    assert all(text[start:end].endswith("،") for start, end in find_sentences(text))


@given(texts)
def test_sentences_cover_everything_visible(text: str) -> None:
    end = 0
    for start, stop in find_sentences(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip(INVISIBLE)
        assert stop - start <= LONGEST or not any(sign.isalnum() for sign in text[start:stop])
        end = stop
    assert not text[end:].strip(INVISIBLE)
