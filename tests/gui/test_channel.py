"""Ribbons worth drawing, and scrolling that follows them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.gui.material import DRAFTS, StandIn
from workbench.alignment.values import Alignment
from workbench.gui.channel.locking import counterpart, rising_chain
from workbench.gui.channel.ribbons import calm
from workbench.gui.look import Look
from workbench.gui.valuewords import chip_words
from workbench.mentions.values import Entity, Timex
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
