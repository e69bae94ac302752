"""What a figure counts is named in words of the report's language, or not at all; identifiers are no words."""

from __future__ import annotations

import re

import pytest

from tests.report.material import record
from workbench.claims.values import Claim
from workbench.knowledge.facts.world import EMPTY_WORLD, World, load_world
from workbench.knowledge.tables import read_table
from workbench.mentions.values import Amount, Entity
from workbench.report.claim_words import claim_value
from workbench.report.words import read_speaker
from workbench.resources import resource_folder
from workbench.text.values import Span
from workbench.thing_words import ThingWords, read_thing_words
from workbench.wording import Code

FOLDER = resource_folder()


@pytest.fixture(scope="module")
def things() -> ThingWords:
    return read_thing_words(FOLDER)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world(FOLDER / "knowledge", None, None)


def claim(of: str, unit: str | None = None, state: str | None = None, predicate: str = "") -> Claim:
    return Claim(
        id="a1", article="a", kind="casualties" if state else "quantity", span=Span(0, 2), text="11", clause=Span(0, 2),
        part="body", sentence=0, predicate=predicate, of=of, value=Amount(11, 14, False, unit), state=state,
    )  # fmt: skip


def said(one: Claim, code: Code, world: World = EMPTY_WORLD) -> str:
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", claim_value(one, read_speaker(FOLDER, code), world))


@pytest.mark.parametrize(
    ("one", "arabic", "english"),
    [
        (claim("rocket"), "أ: 11–14 (صاروخ)", "A: 11–14 (rocket)"),
        (claim("armoured-vehicle"), "أ: 11–14 (مدرعة)", "A: 11–14 (armoured vehicle)"),
        (claim("person", state="killed"), "أ: 11–14 (قتلى)", "A: 11–14 (dead)"),
        (claim("person", state="unheard-of"), "أ: 11–14", "A: 11–14"),
        (claim("length", "kilometre"), "أ: 11–14 كيلومتراً (طول)", "A: 11–14 kilometres (length)"),
        (claim("fine", "LBP"), "أ: 11–14 ليرة لبنانية (غرامة)", "A: 11–14 LBP (fine)"),
        (claim("fine", "NGN"), "أ: 11–14 نايرا نيجيرية (غرامة)", "A: 11–14 NGN (fine)"),
        (claim("EUR", "EUR"), "أ: 11–14 (يورو)", "A: 11–14 (EUR)"),
        (claim("percent", "percent"), "أ: 11–14%", "A: 11–14%"),
        (claim("ناموس"), "أ: 11–14", "A: 11–14"),
        (claim("injure|person"), "أ: 11–14", "A: 11–14"),
        (claim("thing"), "أ: 11–14", "A: 11–14"),
        (claim("length", "ناموس"), "أ: 11–14 (طول)", "A: 11–14 (length)"),
    ],
)  # fmt: skip
def test_figures_are_named(one: Claim, arabic: str, english: str) -> None:
    assert said(one, "ar") == arabic
    assert said(one, "en") == english


def test_an_age_is_somebodys_where_the_tables_know_them(world: World) -> None:
    assert said(claim("joe-biden", predicate="age"), "ar", world) == "أ: 11–14 (جو بايدن)"
    assert said(claim("joe-biden", predicate="age"), "en", world) == "A: 11–14 (Joe Biden)"
    assert said(claim("طارق احمد", predicate="age"), "en", world) == "A: 11–14"


def test_a_name_stands_with_its_english_one_and_without_its_identifier(world: World) -> None:
    one = claim("x")
    for name, id, arabic, english in (
        ("بايدن", "joe-biden", "أ: بايدن (جو بايدن)", "A: بايدن (Joe Biden)"),
        ("جو بايدن", "joe-biden", "أ: جو بايدن", "A: جو بايدن (Joe Biden)"),
        ("سعيد", "somebody-else", "أ: سعيد", "A: سعيد"),
        ("سعيد", None, "أ: سعيد", "A: سعيد"),
    ):
        entity = Claim(**{field: getattr(one, field) for field in Claim.__slots__} | {"value": Entity(id, name)})
        assert said(entity, "ar", world) == arabic
        assert said(entity, "en", world) == english


def test_every_state_that_the_claims_know_has_its_name() -> None:
    states = {row["state"] for row in read_table(FOLDER / "lexicon" / "casualties.tsv", ("lemma", "role", "state"))}
    assert len(states) > 6
    for code in ("ar", "en"):
        speaker = read_speaker(FOLDER, code)
        assert not [state for state in states if not speaker.known("state-of", state)]


def test_every_measure_and_currency_has_both_names(things: ThingWords) -> None:
    assert things.units
    for id in things.units:
        assert re.search("[\u0620-\u064a]", things.name(id, "ar")), id
        assert re.fullmatch(r"[\w .\u0620-\u064a]*[A-Za-z][\w ]*", things.name(id, "en")), id


def test_reports_carry_no_identifier_of_what_they_count() -> None:
    assert [one.of for one in record().result.claims if isinstance(one.value, Amount)]
    for one in record().result.claims:
        if isinstance(one.value, Amount):
            assert not re.search("[a-z]", said(one, "ar"))


@pytest.mark.parametrize(
    ("unit", "figure", "arabic", "english"),
    [
        ("kilometre", 1, "كيلومتر", "kilometre"),
        ("kilometre", 8, "كيلومترات", "kilometres"),
        ("kilometre", 22, "كيلومتراً", "kilometres"),
        ("kilometre", 1.8, "كيلومتر", "kilometres"),
        ("kilometre", 103, "كيلومترات", "kilometres"),
        ("kilometre", 5_200, "كيلومتر", "kilometres"),
        ("kilometre-per-hour", 120, "كيلومتراً في الساعة", "kilometres per hour"),
        ("nautical-mile", 12, "ميلاً بحرياً", "nautical miles"),
        ("inch", 12, "بوصة", "inches"),
        ("carat", 4, "قراريط", "carats"),
        ("acre", 4, "إيكر", "acres"),
        ("volt", 4, "فولت", "volts"),
        ("USD", 4, "دولارات أميركية", "USD"),
        ("USD", 15, "دولاراً أميركياً", "USD"),
        ("USD", 1_000, "دولار أميركي", "USD"),
        ("LBP", 15, "ليرة لبنانية", "LBP"),
        ("HKD", 4, "دولارات هونغ كونغية", "HKD"),
        ("EUR", 5, "يورو", "EUR"),
    ],
)
def test_a_measure_agrees_with_its_figure(
    things: ThingWords, unit: str, figure: float, arabic: str, english: str
) -> None:
    amount = Amount(figure, figure, False, unit)
    assert things.counted(unit, amount, "ar") == arabic
    assert things.counted(unit, amount, "en") == english
    assert things.counted(unit, Amount(None, figure, False, unit), "ar") == arabic


def test_a_sign_is_the_measures_own(things: ThingWords) -> None:
    amount = Amount(22, 22)
    assert [things.sign("kilometre", amount, code) for code in ("ar", "en")] == ["كم", "km"]
    assert [things.sign("nautical-mile", amount, code) for code in ("ar", "en")] == ["ميلاً", "miles"]
    assert [things.sign("byte", amount, code) for code in ("ar", "en")] == ["بايت", "bytes"]
    assert things.sign("ناموس", amount, "ar") == ""
