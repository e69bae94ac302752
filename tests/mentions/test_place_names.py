"""Provinces and towns: found under the spellings of the agencies, and let alone where their names are other words."""

from __future__ import annotations

import pytest

from workbench.knowledge.base import Knowledge, load_knowledge
from workbench.mentions.names.finding import find_names
from workbench.mentions.names.values import PlaceName
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

FOUND = [
    ("انفجار في ولاية بغلان شمال أفغانستان", ("baghlan", "afghanistan")),
    ("زلزال ضرب باغلان وسمنغان", ("baghlan", "samangan")),
    ("هجوم في نانغارهار وكندهار", ("nangarhar", "kandahar")),
    ("وصل إلى مزار شريف", ("mazar-i-sharif",)),
    ("إقليم خيبر بختونخوا", ("khyber-pakhtunkhwa",)),
    ("حريق في ولاية ميلة شرقي الجزائر", ("mila", "algeria")),
    ("ولايات المدية والبليدة وعين الدفلى", ("medea", "blida", "ain-defla")),
    ("في ولاية الوادي", ("el-oued",)),
    ("في عاصمة الولاية بشار", ("bechar",)),
    ("نقلوا إلى مستشفى جرجيس", ("zarzis",)),
    ("في محافظة حجة", ("hajjah",)),
    ("محافظة الجوف", ("al-jawf-yemen",)),
    ("منطقة الجوف في السعودية", ("al-jawf-saudi", "saudi-arabia")),
    ("المنطقة الشرقية في السعودية", ("eastern-province", "saudi-arabia")),
    ("سيول في ولاية صور العمانية", ("sur-oman",)),
    ("معارك في شمال كردفان", ("north-kordofan",)),
    ("محافظة سيستان وبلوشستان", ("sistan-baluchestan",)),
    ("في مدينة قم ومحافظة فارس", ("qom", "fars")),
    ("قصف على أعزاز وقصف في أعزاز", ("azaz",)),
    ("قال حاكم ولاية جورجيا", ("georgia-us",)),
    ("اختتمت في العلا قمة", ("al-ula",)),
]
WORDS = [
    "قال إن ميله إلى التسوية لم يتغير",
    "بدت الأسرة سعيدة بالنتيجة",
    "اشترى كرتونة من البيض من السوق",
    "جرى الماء في الوادي بعد المطر",
    "أطلقت القنابل المسيلة للدموع على المحتجين",
    "نقل الجرحى إلى معسكر قريب",
    "قدم المحامي حجة قوية",
    "خرجت المظاهرات السلمية في عدة مدن",
    "قال له قم من مكانك",
    "قال في حواره مع الصحيفة",
    "لم يزد عدد الضحايا عن عشرة",
    "سينوب الوزير عن الرئيس",
    "وصل الموكب إلى مدينة كان يسكنها",
    "أي ولاية فإن لها قانونها",
    "دمر القصف بيوتا كثيرة",
    "عملت اللجنة كآلية للضغط",
    "فروا هاربين من القصف",
    "ثار بركان أمس",
    "تقع من الجهة الشرقية للمبنى",
    "تسير القوات في المنطقة الشرقية من المدينة",
    "الحدود الشمالية للبلاد",
    "أبدى المجتمعون إعزازهم وتقديرهم",
    "رأوه في السوق",
    "برد قارص",
    "خرج من قفصه",
    "سدد الخمس ركلات",
    "هتف ضد الكفرة",
    "عاش قبلي وبعدي",
    "دشنا المشروع الجديد",
    "سلا عن أهله",
    "يا أسفي على ما جرى",
    "ردك على السؤال وردك على الطلب",
    "فراه الناس",
    "أسبابه إيلام الخصم",
    "خصب الأرض",
    "الصحافة بالعبري والعربي",
    "انفجار لغمان",
    "حديثا قدسيا",
    "قتلت بعشيقة زوجها",
    "فاز ظفار على ضيفه",
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(resource_folder())


def _places(text: str, knowledge: Knowledge) -> tuple[str | None, ...]:
    mentions = find_names(read_tokens(text), knowledge.world, knowledge.lexicon)
    return tuple(mention.value.id for mention in mentions if isinstance(mention.value, PlaceName))


@pytest.mark.parametrize(("text", "ids"), FOUND)
def test_places_are_found(knowledge: Knowledge, text: str, ids: tuple[str, ...]) -> None:
    assert _places(text, knowledge) == ids


@pytest.mark.parametrize("text", WORDS)
def test_other_words_are_no_places(knowledge: Knowledge, text: str) -> None:
    assert _places(text, knowledge) == ()


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("mazar-i-sharif", "balkh"), ("zahedan", "sistan-baluchestan"), ("douma", "rif-dimashq"), ("aden", "yemen"),
        ("el-fasher", "darfur"), ("bint-jbeil", "nabatieh"), ("casablanca", "casablanca-settat"), ("duqm", "oman"),
        ("los-angeles", "california"), ("khan-yunis", "gaza-strip"), ("mekelle", "tigray"), ("agadez", "niger"),
    ],
)  # fmt: skip
def test_towns_lie_in_their_provinces(knowledge: Knowledge, inner: str, outer: str) -> None:
    assert knowledge.geography.within(inner, outer)


def test_no_town_lies_far_from_its_province(knowledge: Knowledge) -> None:
    """Within a country, nothing is farther from what it lies in than the largest provinces are long."""
    places = knowledge.geography.places
    far = {
        place.id: distance
        for place in places.values()
        if place.parent in places and places[place.parent].kind not in ("country", "sea", "continent", "region")
        and (distance := knowledge.geography.distance(place.id, place.parent)) is not None and distance > 1100
    }  # fmt: skip
    assert far == {}
