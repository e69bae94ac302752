"""How places stand to what happened, and on which floor."""

from __future__ import annotations

import pytest

from tests.claims.sentences import article, assertions

# A sentence, the place's words, the traits that matter.
WAYS: list[tuple[str, str, set[str]]] = [
    ("أبحر المركب من مدينة زوارة مساء الثلاثاء.", "زوارة", {"whence"}),
    ("غادرت الحافلة من مراكش في اتجاه أغادير.", "مراكش", {"whence"}),
    ("اقتيدت الناقلة إلى ميناء بندر عباس.", "ميناء بندر عباس", {"whither"}),
    ("ترفع الناقلة علم بنما.", "بنما", {"flag"}),
    ("وقعت الحكومة في العاصمة الكينية نيروبي اتفاقا للسلام.", "نيروبي", {"scene:deal"}),
    ("شهدت مدينة بريتوريا توقيع اتفاق سلام.", "بريتوريا", {"scene:deal"}),
    ("قال محمد من بغداد إن السوق مغلقة.", "بغداد", set()),
]


@pytest.mark.parametrize(("text", "place", "traits"), WAYS, ids=[row[0] for row in WAYS])
def test_the_way_of_a_place(text: str, place: str, traits: set[str]) -> None:
    found = [claim for claim in article(text).claims if claim.kind == "place" and claim.text.endswith(place)]
    assert len(found) == 1
    assert {trait for trait in found[0].traits if not trait.startswith("sort:")} == traits


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
