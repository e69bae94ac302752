"""The other article's figure as a mend of the draft: only where the draft's words may stay as they are."""

from __future__ import annotations

import pytest

from workbench.claims.values import Claim
from workbench.engine import Draft
from workbench.gui.app import new_engine
from workbench.mentions.values import Amount, Entity
from workbench.review.offers import other_figure, with_other_figures
from workbench.text.values import Span


def claim(article: str, text: str, low: float, high: float | None = None, approximate: bool = False) -> Claim:
    return Claim(
        id=f"{article}1", article=article, kind="quantity", span=Span(10, 10 + len(text)), text=text,
        clause=Span(0, 90), part="body", sentence=0, predicate="ride", of="passenger",
        value=Amount(low, low if high is None else high, approximate, "passenger"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        (claim("a", "45", 45), claim("b", "54", 54), "54"),
        (claim("a", "45 راكبا", 45), claim("b", "54 راكبا", 54), "54"),
        (claim("a", "٤٥", 45), claim("b", "54", 54), "٥٤"),
        (claim("a", "11 إلى 14", 11, 14), claim("b", "بثلاثين", 30), "30"),
        (claim("a", "5,200", 5200), claim("b", "6,400", 6400), "6,400"),
        (claim("a", "٥٢٠٠", 5200), claim("b", "6,400", 6400), "٦٬٤٠٠"),
        (claim("a", "3", 3), claim("b", "تسعة", 9), "9"),
        (claim("a", "1.5", 1.5), claim("b", "2.5", 2.5), "2.5"),
        (claim("a", "12", 12), claim("b", "3", 3), None),  # «12 شخصا», «3 أشخاص»
        (claim("a", "بثلاثين", 30), claim("b", "14", 14), None),  # the particle would be lost
        (claim("a", "12 ألفا", 12_000), claim("b", "13000", 13_000), None),
        (claim("a", "45", 45), claim("b", "50 إلى 60", 50, 60), None),
        (claim("a", "45", 45), claim("b", "54", 54, approximate=True), None),
        (claim("a", "45", 45, approximate=True), claim("b", "54", 54), None),
        (claim("a", "1.5", 1.5), claim("b", "نصف", 0.5), None),
        (claim("a", "1.2.3", 123), claim("b", "124", 124), None),
    ],
)  # fmt: skip
def test_the_other_figure(own: Claim, other: Claim, words: str | None) -> None:
    mend = other_figure(own, other)
    assert (mend and mend.replacement) == words
    if mend is not None:
        written = own.text[mend.start - own.span.start : mend.end - own.span.start]
        assert written == own.text.removesuffix(" راكبا")


def test_what_is_no_figure_is_left() -> None:
    named = Claim(
        id="b1", article="b", kind="place", span=Span(0, 5), text="كركوك", clause=Span(0, 5), part="body", sentence=0,
        predicate="in", of="base", value=Entity("kirkuk", "كركوك"),
    )  # fmt: skip
    assert other_figure(claim("a", "45", 45), named) is None


def test_a_clash_of_two_articles_can_be_mended() -> None:
    texts = (
        "انقلبت حافلة ركاب جنوب القاهرة السبت 15 نيسان/أبريل 2023، وكانت تقل 45 راكبا، بحسب وزارة الصحة المصرية.",
        "انقلبت حافلة ركاب جنوب القاهرة السبت 15 أبريل 2023، وكانت تقل 54 راكبا، بحسب وزارة الصحة المصرية.",
    )
    found = with_other_figures(new_engine().check([Draft(text) for text in texts]))
    mends = [finding.mends for finding in found.findings if finding.kind == "quantity"]
    assert len(mends) == 1
    (mend,) = mends[0]
    mended = texts[0][: mend.start] + mend.replacement + texts[0][mend.end :]
    assert mended == texts[0].replace("45", "54")
    again = with_other_figures(new_engine().check([Draft(mended), Draft(texts[1])]))
    assert not [finding for finding in again.findings if finding.kind == "quantity"]
