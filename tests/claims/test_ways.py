"""How places stand to what happened, and on which floor."""

from __future__ import annotations

import pytest

from tests.claims.sentences import article, assertions

_OTHERS = {"vehicle", "moved", "proper", "personal", "one-carried"}
# A sentence, the place's words, the traits that matter.
WAYS: list[tuple[str, str, set[str]]] = [
    ("أبحر المركب من مدينة زوارة مساء الثلاثاء.", "زوارة", {"whence"}),
    ("غادرت الحافلة من مراكش في اتجاه أغادير.", "مراكش", {"whence"}),
    ("اقتيدت الناقلة إلى ميناء بندر عباس.", "ميناء بندر عباس", {"whither"}),
    ("ترفع الناقلة علم بنما.", "بنما", {"flag", "flagged:carrier"}),
    ("وقعت الحكومة في العاصمة الكينية نيروبي اتفاقا للسلام.", "نيروبي", {"scene:deal"}),
    ("شهدت مدينة بريتوريا توقيع اتفاق سلام.", "بريتوريا", {"scene:deal"}),
    ("قال محمد من بغداد إن السوق مغلقة.", "بغداد", set()),
    # whence and whither
    ("وكان القطار في طريقه من القيروان إلى صفاقس.", "صفاقس", {"whither"}),
    ("انطلقت الشاحنة من القيروان باتجاه قابس.", "قابس", {"whither"}),
    ("كانت الحافلة آتية من مراكش حين انقلبت.", "مراكش", {"whence"}),
    ("كانت الحافلة قادمة من مراكش.", "مراكش", {"whence"}),
    ("عادت السفينة صوب صفاقس.", "صفاقس", {"whither"}),
    ("غادرت الطائرة بغداد قبل الظهر.", "بغداد", {"whence"}),
    ("أبحرت السفينة من أوبوك.", "أوبوك", {"whence"}),
    ("أبحرت السفينة متوجهة إلى أوبوك.", "أوبوك", {"whither"}),
    ("وقع الحادث على الطريق من بغداد.", "بغداد", set()),
    ("ارتفع السعر من طهران إلى بغداد.", "بغداد", set()),
    # near something
    ("اصطدم القطاران على مقربة من المكناسي.", "المكناسي", {"near"}),
    ("غرق المركب غير بعيد عن أوبوك.", "أوبوك", {"near"}),
    ("عثر على الجثة على مشارف أوباري.", "أوباري", {"near"}),
    ("عثر على الجثة بالقرب من مدينة (غولحصار).", "مدينة (غولحصار)", {"near"}),
    ("وقع التصادم في معبر قريب من منفلوط.", "منفلوط", {"near"}),
    ("وكانت السفينة تبحر على بعد 22 كيلومترا من صحار.", "صحار", set()),
    # the only one of its sort
    ("أفرج عنهم في بغداد.", "بغداد", {"handed-over", "scene:release"}),
    ("تظاهروا في ساحة التحرير في بغداد.", "بغداد", {"scene:protest"}),
    ("ووقع مركز الزلزال قرب بلدة بوجاك.", "بلدة بوجاك", {"near", "centre"}),
    ("وسجلت أول إصابة في مديرية حيس.", "مديرية حيس", {"first-case"}),
    ("وظهر المرض للمرة الأولى في مديرية حيس.", "مديرية حيس", {"first-case"}),
    ("وزار الرئيس للمرة الأولى مديرية حيس.", "مديرية حيس", set()),
    ("وتقام النسخة المقبلة في القاهرة.", "القاهرة", {"next"}),
    ("وستحتضن الدوحة الدورة القادمة.", "الدوحة", {"next"}),
    ("وأقيمت النسخة الماضية في القاهرة.", "القاهرة", set()),
]


@pytest.mark.parametrize(("text", "place", "traits"), WAYS, ids=[row[0] for row in WAYS])
def test_the_way_of_a_place(text: str, place: str, traits: set[str]) -> None:
    found = [claim for claim in article(text).claims if claim.kind == "place" and claim.text.endswith(place)]
    assert len(found) == 1
    assert _ways(found[0].traits) == traits


def _ways(traits: frozenset[str]) -> set[str]:
    """The traits that say how a place stands to what happened."""
    return {trait for trait in traits if not trait.startswith(("sort:", "name:", "in:")) and trait not in _OTHERS}


# A sentence and its storeys.
STOREYS: list[tuple[str, set[str]]] = [
    ("اندلع الحريق في الطابق الثالث من المبنى.", {"storey:3"}),
    ("بدأ الحريق في الدور الأرضي من المصنع.", {"storey:0"}),
    ("شب الحريق في قبو البناية.", {"storey:-1"}),
    ("تأهل الفريق إلى الدور الثاني من البطولة.", set()),
]


@pytest.mark.parametrize(("text", "storeys"), STOREYS, ids=[row[0] for row in STOREYS])
def test_the_storey(text: str, storeys: set[str]) -> None:
    found = [claim.traits for claim in assertions(text, "place") if claim.predicate == "storey"]
    assert {trait for traits in found for trait in traits} == storeys
