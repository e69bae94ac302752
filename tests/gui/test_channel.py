"""Ribbons worth drawing, and scrolling that follows them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.material import DRAFTS, StandIn
from workbench.alignment.values import Alignment
from workbench.gui.channel.locking import counterpart, rising_chain
from workbench.gui.channel.ribbons import calm, chips_of, unit_once
from workbench.gui.look import Look
from workbench.gui.valuewords import chip_words, led_by_nothing
from workbench.mentions.values import Amount, Entity, Timex
from workbench.text.values import Bilingual

pairs = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=30)


@given(pairs)
def test_a_chain_rises_on_both_sides(points: list[tuple[int, int]]) -> None:
    chain = rising_chain(points)
    assert set(chain) <= set(points)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert bool(chain) == bool(points)


@given(pairs, st.lists(st.integers(-50, 600), min_size=2, max_size=8))
def test_scrolling_never_turns_back(points: list[tuple[int, int]], heights: list[int]) -> None:
    chain = rising_chain(points)
    found = [counterpart(chain, height) for height in sorted(heights)]
    assert found == sorted(found)
    for first, second in chain:
        assert abs(counterpart(chain, first) - second) < 1e-6


def test_a_longer_chain_is_kept_and_what_moved_does_not_pull() -> None:
    assert rising_chain([(0, 0), (10, 90), (20, 20), (30, 30)]) == ((0, 0), (20, 20), (30, 30))


def test_a_claim_that_agrees_with_several_gets_one_ribbon() -> None:
    claims = StandIn().check(DRAFTS).claims
    why = Bilingual("-", "-")
    agreeing = [Alignment(("a1", "b5"), 0.5, "agrees", why), Alignment(("a1", "b6"), 0.9, "agrees", why)]
    clashing = [Alignment(("a1", "b7"), 0.1, "contradicts", why), Alignment(("a1", "b8"), 0.1, "agrees", why, "person")]
    kept = calm((*agreeing, *clashing), claims)
    assert [alignment.claims for alignment in kept] == [("a1", "b7"), ("a1", "b8"), ("a1", "b6")]


def test_a_chip_says_no_more_than_it_has_to(look: Look) -> None:
    """The weekday without the word for day; nobody where a text says that nobody was named."""
    claim = StandIn().check(DRAFTS).claims[0]
    friday = Timex("XXXX-WXX-5")
    assert chip_words(replace(claim, value=friday, text="يوم الجمعة"), look) == "الجمعة"
    nobody = replace(claim, value=Entity(None, ""), text="لم يحمل المسؤولية لأي جهة", polarity="negated")
    assert chip_words(nobody, look) == look.say("chip.nobody")
    assert chip_words(replace(nobody, polarity="affirmed"), look) != look.say("chip.nobody")


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("بالانتخابات", "الانتخابات"), ("للتحالف الدولي", "التحالف الدولي"), ("وللتحالف", "التحالف"),
        ("بشمال العراق", "شمال العراق"), ("بلدة أنسونغو", "بلدة أنسونغو"), ("بالغ", "بالغ"), ("بالغة", "بالغة"),
        ("بغداد", "بغداد"), ("واشنطن", "واشنطن"), ("لله", "لله"), ("ليبيا", "ليبيا"), ("كالة", "كالة"), ("", ""),
    ],
)  # fmt: skip
def test_a_value_without_the_particle_before_it(words: str, bare: str) -> None:
    assert led_by_nothing(words) == bare


def test_two_lengths_name_their_unit_once() -> None:
    assert unit_once("8 سنوات", "6 سنوات") == ("8", "6 سنوات")
    assert unit_once("8 سنوات", "يومان") == ("8 سنوات", "يومان")
    assert unit_once("كتائب النخيل", "حركة النخيل") == ("كتائب النخيل", "حركة النخيل")


@pytest.mark.parametrize(
    ("timex", "text", "arabic", "english"),
    [
        ("P8Y", "بثماني سنوات", "8 سنوات", "8 years"), ("P1D", "بعد يوم", "يوم واحد", "1 day"),
        ("P2W", "أسبوعين", "أسبوعان", "2 weeks"), ("PT120M", "120 دقيقة", "120 دقيقة", "120 minutes"),
        ("P100D", "مئة يوم", "100 يوم", "100 days"), ("P1Y6M", "عام ونصف العام", "عام ونصف العام", "عام ونصف العام"),
        ("PT3H", "لثلاث ساعات", "3 ساعات", "3 hours"),
    ],
)
def test_a_length_is_shown_as_its_value(look: Look, timex: str, text: str, arabic: str, english: str) -> None:
    claim = replace(StandIn().check(DRAFTS).claims[0], value=Timex(timex), text=text)
    shown = []
    for code in ("ar", "en"):
        look.set_language(code)
        shown.append("".join(letter for letter in chip_words(claim, look) if unicodedata.category(letter) != "Cf"))
    assert shown == [arabic, english]


def test_figures_in_two_measures_say_which(look: Look) -> None:
    claim = StandIn().check(DRAFTS).claims[0]
    miles = replace(claim, value=Amount(12, 12, False, "nautical-mile"), text="12 ميلا بحريا")
    kilometres = replace(claim, value=Amount(22, 22, True, "kilometre"), text="22 كيلومترا")
    words = [
        tuple("".join(letter for letter in side if unicodedata.category(letter) != "Cf") for side in chips)
        for chips in (chips_of(miles, kilometres, look), chips_of(kilometres, kilometres, look))
    ]
    assert words == [("12 ميلاً", "≈ 22 كم"), ("≈ 22", "≈ 22")]
    look.set_language("en")
    assert chips_of(miles, kilometres, look)[1].endswith(" km")


def test_a_clock_is_not_said_to_be_a_day(look: Look) -> None:
    claim = StandIn().check(DRAFTS).claims[0]
    dawn = Timex("2023-04-15TMO", "2023-04-15T03:00", "2023-04-15T06:59")
    clock = Timex("2023-04-15T04:30", "2023-04-15T04:30", "2023-04-15T04:30")
    pair = replace(claim, value=dawn, text="فجر السبت"), replace(claim, value=clock, text="الساعة 4:30 فجرا")
    assert chips_of(*pair, look) == ("فجر السبت", "الساعة 4:30 فجرا")
    assert chips_of(*pair[::-1], look) == ("الساعة 4:30 فجرا", "فجر السبت")
    assert ":" in chips_of(pair[1], pair[1], look)[0]
