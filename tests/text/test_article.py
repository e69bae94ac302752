"""A text read as an article: parts, sentences, credit, title, language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.text.samples import texts
from workbench.text.article import make_article
from workbench.text.cues import ArticleCues
from workbench.text.lines import INVISIBLE
from workbench.text.values import Article

SHARED = Path(__file__).resolve().parents[3] / "shared"

HEAD = "مقتل خمسة جنود في هجوم على حاجز عسكري\n"
LEAD = "قتل خمسة جنود وأصيب ثلاثة آخرون في هجوم شنه مسلحون على حاجز عسكري قرب المدينة مساء الأحد.\n"
MORE = "وقال مصدر أمني إن المهاجمين فروا إلى الجبال المجاورة بعد اشتباك دام ساعة.\n"

# The text, and its parts: (kind, the part's first words).
SHAPES: tuple[tuple[str, str, list[tuple[str, str]]], ...] = (
    ("headline and body", HEAD + LEAD + MORE, [("headline", "مقتل"), ("body", "قتل")]),
    ("blank lines and spaces", "\n\n  " + HEAD + "\n\xa0\n" + LEAD + " \n\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل")]),
    ("no headline", LEAD + MORE, [("body", "قتل")]),
    ("one line, no stop", HEAD, [("body", "مقتل")]),
    ("one line, a stop", LEAD, [("body", "قتل")]),
    ("two titles", HEAD + "الجيش يرد بقصف مواقع المسلحين", [("headline", "مقتل"), ("body", "الجيش")]),
    ("headline with question mark", "هل يعود الجيش إلى الحدود؟\n" + LEAD, [("headline", "هل"), ("body", "قتل")]),
    ("headline in quotation marks", "«لن نعود إلى الحدود»\n" + LEAD, [("headline", "«لن"), ("body", "قتل")]),
    ("headline with dots", "بالأسماء.. قتلى الهجوم على الحاجز..\n" + LEAD, [("headline", "بالأسماء"), ("body", "قتل")]),
    ("headline with a stop", "مقتل خمسة جنود.\nبغداد (رويترز) - " + LEAD,
     [("headline", "مقتل"), ("dateline", "بغداد"), ("body", "قتل")]),
    ("dateline", HEAD + "كركوك (العراق) - " + LEAD + MORE,
     [("headline", "مقتل"), ("dateline", "كركوك"), ("body", "قتل")]),
    ("dateline, no headline", "جنيف - " + LEAD + MORE, [("dateline", "جنيف"), ("body", "قتل")]),
    ("dateline in one line", "جنيف - " + LEAD, [("dateline", "جنيف"), ("body", "قتل")]),
    ("agency on its line", HEAD + "رويترز\n\n" + LEAD, [("headline", "مقتل"), ("dateline", "رويترز"), ("body", "قتل")]),
    ("byline", HEAD + "كتب ـ سمير سعيد:\n" + LEAD, [("headline", "مقتل"), ("dateline", "كتب"), ("body", "قتل")]),
    ("a bare name", HEAD + "سمير سعيد\n" + LEAD, [("headline", "مقتل"), ("dateline", "سمير"), ("body", "قتل")]),
    ("date line", HEAD + "السبت 15 أبريل 2023 - 10:30\n" + LEAD,
     [("headline", "مقتل"), ("dateline", "السبت"), ("body", "قتل")]),
    ("date above the headline", "السبت 15 أبريل 2023\n" + HEAD + LEAD,
     [("dateline", "السبت"), ("headline", "مقتل"), ("body", "قتل")]),
    ("agency above the headline", "رويترز\n" + HEAD + LEAD,
     [("dateline", "رويترز"), ("headline", "مقتل"), ("body", "قتل")]),
    ("a dateline too late", HEAD + LEAD + MORE + LEAD + "بغداد (العراق) - " + MORE,
     [("headline", "مقتل"), ("body", "قتل")]),
    ("only a name", "سمير سعيد\n", [("body", "سمير")]),
    ("only signatures", "رويترز\nوكالات\n", [("dateline", "رويترز")]),
    ("standfirst", HEAD + "الجيش يرد بقصف مواقع المسلحين في الجبال\n" + LEAD + MORE,
     [("headline", "مقتل"), ("standfirst", "الجيش"), ("body", "قتل")]),
    ("standfirst that ends like a sentence", HEAD + LEAD + "الجيش يرد بالقصف\n\nبغداد (أ ف ب) - " + MORE,
     [("headline", "مقتل"), ("standfirst", "قتل"), ("dateline", "بغداد"), ("body", "وقال")]),
    ("caption", HEAD + "أرشيفية\n" + LEAD, [("headline", "مقتل"), ("caption", "أرشيفية"), ("body", "قتل")]),
    ("long caption", HEAD + "صورة من موقع الهجوم تظهر آثار الحريق\n" + LEAD,
     [("headline", "مقتل"), ("caption", "صورة"), ("body", "قتل")]),
    ("caption with its source", HEAD + "جنود عند حاجز قرب المدينة (رويترز)\n" + LEAD,
     [("headline", "مقتل"), ("caption", "جنود"), ("body", "قتل")]),
    ("caption from the archive", HEAD + LEAD + "جنود عند حاجز قرب المدينة (أرشيف)\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل"), ("caption", "جنود"), ("body", "وقال")]),
    ("a sentence about a picture", HEAD + LEAD + "صورة من الهاتف أظهرت أن المهاجمين كانوا ثلاثة.\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل")]),
    ("who is in the picture", HEAD + "قائد الحرس العقيد سمير سعيد\nمنى علي\n" + LEAD,
     [("headline", "مقتل"), ("caption", "قائد"), ("dateline", "منى"), ("body", "قتل")]),
    ("titles of other stories", HEAD + LEAD + "اقرأ أيضا\nمقتل جندي في حادث سير\nإصابة سبعة في انفجار\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل"), ("body", "وقال")]),
    ("a link in one line", HEAD + LEAD + "اقرأ أيضا: مقتل جندي في حادث سير\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل"), ("body", "وقال")]),
    ("desk's last line", HEAD + LEAD + "(إعداد سمير سعيد للنشرة العربية - تحرير منى علي)",
     [("headline", "مقتل"), ("body", "قتل"), ("dateline", "(إعداد")]),
    ("broken lines", HEAD + "قتل خمسة جنود في هجوم (\n3\n منهم ضباط) قرب المدينة\n.\n" + MORE,
     [("headline", "مقتل"), ("body", "قتل")]),
    ("Latin", "Five soldiers killed\nFive soldiers were killed in an attack near the city on Sunday.\n",
     [("headline", "Five"), ("body", "Five")]),
    ("nothing", "", []),
    ("nothing visible", " \n\u200f\n", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_parts(text: str, parts: list[tuple[str, str]], cues: ArticleCues) -> None:
    article = make_article(text, "a", cues=cues)
    assert [(part.kind, text[part.start:].split()[0].rstrip(".")) for part in article.parts] == parts


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (HEAD + LEAD, None),
        (HEAD + "بغداد (ا ف ب) - " + LEAD, "AFP"),
        (HEAD + "القاهرة - أ ش أ\n" + LEAD, "MENA"),
        (HEAD + "رويترز\n" + LEAD, "Reuters"),
        (HEAD + "وكالات\n" + LEAD, None),
        (HEAD + "بغداد (رويترز، أ ف ب) - " + LEAD, "Reuters, AFP"),
        (HEAD + LEAD + "(إعداد سمير سعيد للنشرة العربية)", "Reuters"),
        (HEAD + LEAD + "المصدر: سبوتنيك", "Sputnik"),
        (HEAD + LEAD + "(رويترز)", "Reuters"),
        (HEAD + LEAD + MORE.rstrip() + " (د ب أ)", "dpa"),
        (HEAD + "قال مصدر لوكالة فرانس برس إن خمسة جنود قتلوا في هجوم على حاجز قرب المدينة.\n", None),
    ],
)
def test_credit(text: str, credit: str | None, cues: ArticleCues) -> None:
    assert make_article(text, "a", cues=cues).credit == credit


def test_sentences_paragraphs_and_title(cues: ArticleCues) -> None:
    text = HEAD + "\nجنيف - وصل الوفد.  ثم غادر.\n" + "اقرأ أيضا\nعنوان آخر\n" + "وعاد أمس.\n"
    article = make_article(text, "b", "b.txt", "00", cues)
    assert (article.id, article.path, article.sha256, article.text) == ("b", "b.txt", "00", text)
    assert article.title == HEAD.strip()
    assert [(sentence.text, sentence.part, sentence.paragraph) for sentence in article.sentences] == [
        (HEAD.strip(), "headline", 0),
        ("جنيف -", "dateline", 1),
        ("وصل الوفد.", "body", 1),
        ("ثم غادر.", "body", 1),
        ("وعاد أمس.", "body", 4),
    ]
    assert [text[aside.start:aside.end] for aside in article.asides] == ["اقرأ أيضا", "عنوان آخر"]


def test_a_title_without_headline_is_cut_between_words(cues: ArticleCues) -> None:
    text = LEAD.strip(".\n") + "، " + LEAD
    title = make_article(text, "a", cues=cues).title
    assert len(title) <= 91
    assert title.endswith("…")
    assert text.startswith(title.rstrip("…") + " ")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "ar"),
        ("كتاب", "ar"),
        ("قال Tim Cook إن شركة Apple", "ar"),
        ("The minister said on Sunday that the army is on the way to the border.", "en"),
        ("El ministro dijo ayer que el ejército llegará mañana.", "und"),
        ("رئیس جمهور ایران امروز گفت که این توافق برای همه مردم است.", "fa"),
        ("وزیر اعظم نے کہا ہے کہ حکومت کے پاس اس کا حل ہے۔", "ur"),
        ("12345", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert make_article(text, "a").language == language


def assert_sound(article: Article) -> None:
    text = article.text
    covered: list[tuple[int, int]] = sorted(
        [(part.start, part.end) for part in article.parts] + [(aside.start, aside.end) for aside in article.asides]
    )
    end = 0
    for start, stop in covered:
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip(INVISIBLE)
        end = stop
    assert not text[end:].strip(INVISIBLE)
    end, paragraph = 0, 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start:sentence.end]
        assert sentence.paragraph >= paragraph
        assert any(
            part.kind == sentence.part and part.start <= sentence.start and sentence.end <= part.end
            for part in article.parts
        )
        between = text[end:sentence.start]
        assert not between.strip(INVISIBLE) or any(end <= aside.start < sentence.start for aside in article.asides)
        end, paragraph = sentence.end, sentence.paragraph
    assert sum(part.kind == "headline" for part in article.parts) <= 1
    assert "\n" not in article.title


@given(texts)
@settings(max_examples=300)
def test_any_text_is_an_article(cues: ArticleCues, text: str) -> None:
    assert_sound(make_article(text, "a", cues=cues))


def shared_articles() -> list[str]:
    pairs = SHARED / "data" / "news_pairs.dev.jsonl"
    if not pairs.exists():
        pytest.skip("the data to develop against is not beside the project")
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(row[side] for row in rows for side in ("a", "b")))


def test_real_articles_have_a_headline_and_a_body(cues: ArticleCues) -> None:
    odd: list[str] = []
    for text in shared_articles():
        article = make_article(text, "a", cues=cues)
        assert_sound(article)
        kinds = [part.kind for part in article.parts]
        first_line = text.strip().split("\n")[0].strip(INVISIBLE)
        if kinds[0] != "headline" or "body" not in kinds or article.title != " ".join(first_line.split()):
            odd.append(first_line)
    assert odd == []


def test_the_gold_texts(cues: ArticleCues) -> None:
    gold = SHARED / "gold"
    if not gold.exists():
        pytest.skip("the gold texts are not beside the project")
    kinds = {
        path.stem: [part.kind for part in make_article(path.read_text(encoding="utf-8"), "a", cues=cues).parts]
        for path in sorted(gold.glob("*.txt"))
    }
    assert kinds == {
        "bus-a": ["headline", "dateline", "body"],
        "bus-b": ["headline", "body"],
        "calendar-a": ["body"],
        "kirkuk-a": ["headline", "body"],
        "kirkuk-b": ["headline", "standfirst", "dateline", "body"],
        "summit-a": ["headline", "dateline", "body"],
        "summit-b": ["headline", "body"],
    }
