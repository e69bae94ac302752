"""Things with a lifetime in a sentence: where they stand, and where they are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.knowledge.facts.world import load_world
from workbench.mentions.names.things import find_things
from workbench.mentions.values import Mention
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

WORLD = load_world(resource_folder() / "knowledge")
WORDS = "كوفيد 19 - « » منصة إكس عملية عاصفة الحزم بوكس في ، ثورة 30 يونيو".split()


def things(text: str) -> tuple[Mention, ...]:
    return find_things(read_tokens(text), WORLD)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أصيب بكوفيد-19 أمس", [("بكوفيد-19", "covid-19")]),
        ("أصيب بكوفيد ١٩، ثم شفي", [("بكوفيد ١٩", "covid-19")]),
        ("كتب على منصة «إكس» أمس", [("منصة «إكس»", "x-platform")]),
        ("«منصة إكس» جديدة", [("منصة إكس", "x-platform")]),
        ("كتب على منصة، إكس", []),
        ("لعب على إكس بوكس", [("إكس بوكس", "xbox")]),
        ("لوح بغصن الزيتون", []),
        ("عملية غصن الزيتون", [("عملية غصن الزيتون", "olive-branch")]),
        ("عملية إعادة الأمل", [("عملية إعادة الأمل", None)]),  # two bear that name
    ],
)
def test_things_in_a_sentence(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(text[thing.start : thing.end], thing.value.id) for thing in things(text)] == found  # type: ignore[union-attr]


def test_a_thing_inside_a_longer_name_is_none() -> None:
    text = "مؤسسة كوفيد-19 العالمية"
    longer = Mention(0, len(text), "organisation", None)
    assert find_things(read_tokens(text), WORLD, (longer,)) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", ""]))
def test_spans_lie_in_the_text_in_order(words: list[str], gap: str) -> None:
    text = gap.join(words)
    at = 0
    for thing in things(text):
        assert at <= thing.start < thing.end <= len(text)
        assert text[thing.start : thing.end].strip() == text[thing.start : thing.end]
        at = thing.end
