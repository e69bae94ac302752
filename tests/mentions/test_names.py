"""Names in a sentence, and who is meant by them in an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.subjects import engine
from workbench.knowledge.facts.world import World, load_world
from workbench.mentions.names.finding import find_names
from workbench.mentions.names.resolution import resolve_names
from workbench.mentions.names.values import PersonName
from workbench.mentions.reading import read_sentence
from workbench.mentions.values import Entity, Mention
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens


@pytest.fixture(scope="module")
def world() -> World:
    return load_world(resource_folder() / "knowledge")


def read(text: str, world: World, on: str | None = None) -> list[tuple[str, str, str | None]]:
    """Type, words and id of every name of an article whose sentences are its lines."""
    mentions: list[Mention] = []
    at = 0
    for line in text.split("\n"):
        mentions += [replace(m, start=m.start + at, end=m.end + at) for m in find_names(read_tokens(line), world)]
        at += len(line) + 1
    day = dt.date.fromisoformat(on) if on else None
    resolved = resolve_names(mentions, world, day, day)
    return [(m.type, text[m.start : m.end], m.value.id) for m in resolved if isinstance(m.value, Entity)]


ONE_NAME = [
    # persons, in full, with variants and particles
    ("وصل جو بايدن إلى المطار", "person", "جو بايدن", "joe-biden"),
    ("وأنطونيو غوتيريش في نيويورك", "person", "وأنطونيو غوتيريش", "antonio-guterres"),
    ("التقى بأنطونيو جوتيريس مساء", "person", "بأنطونيو جوتيريس", "antonio-guterres"),
    ("قال إردوغان", "person", "إردوغان", "recep-tayyip-erdogan"),
    ("وبان كي-مون يحذر", "person", "وبان كي-مون", "ban-ki-moon"),
    ("زار عبدالفتاح السيسى المصنع", "person", "عبدالفتاح السيسى", "abdel-fattah-el-sisi"),
    ("زار عبد الفتاح السيسي المصنع", "person", "عبد الفتاح السيسي", "abdel-fattah-el-sisi"),
    ("مقتل أبي مهدي المهندس", "person", "أبي مهدي المهندس", "abu-mahdi-al-muhandis"),
    ("اغتيال أبومهدي المهندس", "person", "أبومهدي المهندس", "abu-mahdi-al-muhandis"),
    # offices: title with adjective, with the country's name, of a body, of their own
    ("أعلن وزير الخارجية الأميركي أن", "office", "وزير الخارجية الأميركي", "us-secretary-of-state"),
    ("طلب من وزير خارجية الولايات المتحدة أن", "office", "وزير خارجية الولايات المتحدة", "us-secretary-of-state"),
    ("وزيرة الخارجية الأمريكية تصل", "office", "وزيرة الخارجية الأمريكية", "us-secretary-of-state"),
    ("قال للرئيس الفرنسي إن", "office", "للرئيس الفرنسي", "fr-president"),
    ("مع رئيس الوزراء السابق البريطاني", "office", "رئيس الوزراء السابق البريطاني", "uk-prime-minister"),
    ("والأمين العام للأمم المتحدة", "office", "والأمين العام للأمم المتحدة", "un-secretary-general"),
    ("دعا أمين عام الأمم المتحدة", "office", "أمين عام الأمم المتحدة", "un-secretary-general"),
    ("زار خادم الحرمين الشريفين", "office", "خادم الحرمين الشريفين", "sa-king"),
    ("بحث رئيس جمهورية ألمانيا الاتحادية", "office", "رئيس جمهورية ألمانيا الاتحادية", "de-president"),
    ("بحث رئيس الجمهورية العربية السورية", "office", "رئيس الجمهورية العربية السورية", "sy-president"),
    ("قال رئيس الوزراء الكوري الجنوبي", "office", "رئيس الوزراء الكوري الجنوبي", "kr-prime-minister"),
    ("قال وزير الداخلية الجنوب أفريقي", "office", "وزير الداخلية الجنوب أفريقي", None),
    ("قالت وزيرة الداخلية الجنوب أفريقية", "office", "وزيرة الداخلية الجنوب أفريقية", None),
    ("أفاد وزير الداخلية الماليزي", "office", "وزير الداخلية الماليزي", None),
    ("قال وزير الداخلية", "office", "وزير الداخلية", None),
    # organisations, known and by form
    ("هاجم تنظيم داعش القرية", "organisation", "تنظيم داعش", "isis"),
    ("بالحرس الثوري الإيراني", "organisation", "بالحرس الثوري الإيراني", "irgc"),
    ("وفق وزارة الصحة المصرية", "organisation", "وزارة الصحة المصرية", None),
    ("وزارة التربية والتعليم العالي", "organisation", "وزارة التربية والتعليم العالي", None),
    ('أعلنت شركة "نجمة الشرق" أن', "organisation", 'شركة "نجمة الشرق"', None),
    # places, known, behind a head word, by form
    ("قرب قاعدة عين الأسد", "place", "قاعدة عين الأسد", "ain-al-asad-base"),
    ("في عين الأسد غربا", "place", "عين الأسد", "ain-al-asad-base"),
    ("في قاعدة 'كي وان' ليلا", "place", "كي وان", "k1-base"),
    ("للولايات المتحدة دور", "place", "للولايات المتحدة", "united-states"),
    ("وصل إلى مدينة الصدر", "place", "مدينة الصدر", "sadr-city"),
    ("في قرية الزهور الجديدة", "place", "قرية الزهور", None),
    ("قتلوا في مالي أمس", "place", "مالي", "mali"),
    ("سكان مدينة صور", "place", "مدينة صور", "tyre"),
    ("قصف غزة أمس", "place", "غزة", "gaza-strip"),
    ("انفجار في حلب", "place", "حلب", "aleppo"),
    ("انفجار في حماة", "place", "حماة", "hama"),
    ("وصل إلى تدمر", "place", "تدمر", "palmyra"),
    ("زار الوزير عدن", "place", "عدن", "aden"),
    ("وأعلنت سيول أن القمة ستعقد", "place", "سيول", "seoul"),
    ("وصل إلى سيول حيث يلتقي نظيره الكوري الجنوبي", "place", "سيول", "seoul"),
    ("في العاصمة سيول", "place", "سيول", "seoul"),
    ("سيول - قتل شخصان", "place", "سيول", "seoul"),
    # persons nobody has entered, after a clear title
    ("وقال اللواء محمود الحفناوى إن", "person", "محمود الحفناوى", None),
    ("قادها الشيخ ناجي بن مبارك العبيدي", "person", "ناجي بن مبارك العبيدي", None),
    ("وقال السيد محمد علمي إن", "person", "محمد علمي", None),
    ("أكد النائب خالد عبد الرحمن العاني أن", "person", "خالد عبد الرحمن العاني", None),
]


@pytest.mark.parametrize(("text", "type", "words", "id"), ONE_NAME, ids=[row[2] for row in ONE_NAME])
def test_a_name_is_found(world: World, text: str, type: str, words: str, id: str | None) -> None:
    assert (type, words, id) in read(text, world)


@pytest.mark.parametrize(
    "text",
    [
        "عرضت صور جديدة للكوكب",  # pictures, not the town
        "غارات تدمر مباني",  # destroy, not Palmyra
        "قتل بفأس",  # an axe, not Fez
        "أصيب بقطع الرباط الصليبي",  # a ligament, not Rabat
        "سلك الطريق الأقصر",  # the shorter, not Luxor
        "كان الضالع الرئيسي",  # the one involved, not Dhale
        "كتبت ديلي ميل",  # a paper, not Dili
        "قتل ثلاثة في سيول وفيضانات",  # floods, not Seoul
        "سيول جارفة تجتاح القرى",
        "قالت جدة الطفل",  # a grandmother, not Jeddah
        "عانى من ضائقة مالية كبيرة",
        "وقال بأن الأمر انتهى",  # not Ban
        "خرج الأسد من قفصه في الحديقة",
        "عاد سعيد صالح إلى بيته",
        "كانت السبب الرئيس في الحريق",
        "ونشر صالح مقالا",
        "وأدى الحادث إلى زحام",  # not a valley
        "دوماً ما يحدث ذلك",
        "مصطفى السيسي بائع في السوق",
    ],
)
def test_ordinary_words_name_nobody(world: World, text: str) -> None:
    assert read(text, world) == []


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة راكيش باتيل",  # a given name from abroad
        "قالت ماري ترامب",
        "وسعد ظريف",
        "قال ياسر بوش",
    ],
)
def test_a_namesake_is_nobody_known(text: str) -> None:
    assert [one.id for one in people(text) if one.id is not None] == []


@pytest.mark.parametrize("text", ["استنكف ماكرون", "نجل ماكرون", "المقرب ماكرون", "رأى ماكرون"])
def test_a_word_before_a_name_is_no_given_name(text: str) -> None:
    assert [one.id for one in people(text)] == ["emmanuel-macron"]


def people(sentence: str) -> list[PersonName]:
    """The people of a sentence, by all that the knowledge has of words and names."""
    mentions = read_sentence(sentence, engine().knowledge).mentions
    return [mention.value for mention in mentions if isinstance(mention.value, PersonName)]


@pytest.mark.parametrize(
    ("text", "on", "words", "id"),
    [
        # by the office beside it
        ("وزيرة الخارجية الأميركية كلينتون تصل", None, "كلينتون", "hillary-clinton"),
        ("استعاد الرئيس الأميركي كلينتون ذكرياته", None, "كلينتون", "bill-clinton"),
        ("وزير الدفاع الأميركي كارتر", None, "كارتر", "ashton-carter"),
        ("وتعهدت إدارة كارتر بذلك", "2016-02-01", "كارتر", "jimmy-carter"),
        ("قال الرئيس السوري الأسد", None, "الأسد", None),
        ("قال الرئيس السوري الأسد", "2012-05-05", "الأسد", "bashar-al-assad"),
        ("قال الرئيس السوري الأسد", "1995-05-05", "الأسد", "hafez-al-assad"),
        # by the full name before it
        ("حضر بيل كلينتون\nثم قال كلينتون", None, "كلينتون", "bill-clinton"),
        ("حضرت هيلاري كلينتون\nثم قالت كلينتون", None, "كلينتون", "hillary-clinton"),
        ("تحدث برهم صالح\nوأضاف صالح أن", None, "صالح", "barham-salih"),
        # by the time
        ("أعلن الرئيس الأميركي جورج بوش الحرب", "1991-01-17", "جورج بوش", "george-h-w-bush"),
        ("أعلن الرئيس الأميركي جورج بوش الحرب", "2003-03-20", "جورج بوش", "george-w-bush"),
        ("أعلن الرئيس الأميركي جورج بوش الحرب", None, "جورج بوش", None),
        # places with one name, by the country the article speaks of
        ("قصف في طرابلس\nوقال الجيش الليبي في ليبيا", None, "طرابلس", "tripoli-libya"),
        ("اشتباك في طرابلس\nوقال الجيش في لبنان", None, "طرابلس", "tripoli-lebanon"),
        ("وقع انفجار في طرابلس", None, "طرابلس", None),
        # the office by its holder
        ("وأصدر وزير الخارجية، مايك بومبيو، تحذيرا", None, "وزير الخارجية", "us-secretary-of-state"),
    ],
)
def test_who_is_meant(world: World, text: str, on: str | None, words: str, id: str | None) -> None:
    found = [row for row in read(text, world, on) if row[1] == words]
    assert found
    assert found[-1][2] == id


def test_each_stretch_is_named_once(world: World) -> None:
    text = "قال وزير الخارجية الأميركي أنتوني بلينكن في بغداد إن حلف شمال الأطلسي باق"
    assert read(text, world) == [
        ("office", "وزير الخارجية الأميركي", "us-secretary-of-state"),
        ("person", "أنتوني بلينكن", "antony-blinken"),
        ("place", "بغداد", "baghdad"),
        ("organisation", "حلف شمال الأطلسي", "nato"),
    ]


WORDS = (
    "الرئيس", "وزير", "خارجية", "الأميركي", "جو", "بايدن", "عبد", "الله", "أبو", "مهدي", "إدارة", "وزارة", "«", "»",
    "،", "-", "في", "مدينة", "صور", "العام", "للأمم", "المتحدة", "NATO", "12", "جورج", "بوش", "كي", "وان", "'", "رئيس",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from((" ", "  ", "")))
def test_any_mixture_of_words_gives_names_inside_the_text(words: list[str], gap: str) -> None:
    text = gap.join(words)
    mentions = find_names(read_tokens(text), _WORLD)
    ends = 0
    for mention in mentions:
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end
    assert resolve_names(mentions, _WORLD) is not None


_WORLD = load_world(resource_folder() / "knowledge")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # a by-name that is a word of address, before somebody else's name
        ("وشهد الحفل رئيس الوزراء والمهندس عبد الحميد هلال", [None]),
        ("وحضر المهندس عبد الحميد هلال", [None]),
        ("قتل أبو مهدي المهندس في الغارة\nوقال المهندس عبد الحميد هلال إن", ["abu-mahdi-al-muhandis", None]),
        ("قتل أبو مهدي المهندس في الغارة\nوكان المهندس نائبا لرئيس الهيئة", ["abu-mahdi-al-muhandis"] * 2),
        # a name behind «و» does not bear the title before it
        ("وشهد رئيس الوزراء والمهندس العمل", []),
    ],
)
def test_words_of_address_are_not_taken_for_their_bearer(world: World, text: str, ids: list[str | None]) -> None:
    assert [id for type, _, id in read(text, world) if type == "person"] == ids
