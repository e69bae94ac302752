"""What a finding says is for people: names, never the identifiers of the tables."""

from __future__ import annotations

import re

import pytest

from tests.checks.subjects import engine
from tests.gold.pieces import FOLDER
from workbench.engine import Draft
from workbench.text.values import Bilingual

IDENTIFIER = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
WORDS_WITH_A_HYPHEN = {"sit-in", "mid-air", "cease-fire", "office-holder"}
QUOTED = (
    "رئيس الوزراء يتعهد بإعادة الإعمار\n\nقال {} في كلمة ألقاها الأحد في القاهرة «لن نترك بلدا شقيقا وحده في هذه "
    "المحنة الصعبة مهما طال الزمن»، وحضر اللقاء عدد من السفراء."
)


def identifiers_in(words: Bilingual) -> set[str]:
    """The identifiers of persons, organisations, offices, places and things that stand in a text."""
    world, concepts = engine().knowledge.world, engine().knowledge.lexicon.concepts
    named = (world.people, world.organisations, world.offices, world.places, concepts.parents, concepts.first_words)
    return {
        found for found in IDENTIFIER.findall(f"{words.en} {words.ar}")
        if any(found in table for table in named) and found not in WORDS_WITH_A_HYPHEN
    }  # fmt: skip


def test_identifiers_are_seen() -> None:
    assert identifiers_in(Bilingual("the same names: joe-biden", "بايدن")) == {"joe-biden"}
    assert identifiers_in(Bilingual("two figures (killed-person)", "رقمان")) == {"killed-person"}


def test_a_name_stands_for_its_identifier() -> None:
    knowledge = engine().knowledge
    assert knowledge.name_of("joe-biden") == Bilingual("Joe Biden", "جو بايدن")
    assert knowledge.name_of("us-president").ar != "us-president"
    assert knowledge.name_of("أحمد سليمان") == Bilingual("أحمد سليمان", "أحمد سليمان")
    assert all(not identifiers_in(knowledge.name_of(id)) for id in ("baghdad", "un", "us-president", "joe-biden"))


def test_two_speakers_are_named() -> None:
    drafts = [Draft(QUOTED.format(name)) for name in ("جو بايدن", "مايك بومبيو")]
    findings = [one for one in engine().check(drafts).findings if one.kind == "attribution"]
    assert len(findings) == 1
    assert "Joe Biden" in findings[0].message.en
    assert "مايك بومبيو" in findings[0].message.ar


COUNTED = "هجوم على قاعدة في كركوك\n\nقتل جندي في هجوم على قاعدة عسكرية في كركوك الجمعة. وأحصى المحققون {}."


@pytest.mark.parametrize(
    ("one", "other", "english", "arabic"),
    [
        ("30 مدرعة", "11 مدرعة", "thing (armoured vehicle) in", "نفسه (مدرعة) في"),
        ("30 صاروخا", "11 صاروخا", "thing (rocket) in", "نفسه (صاروخ) في"),
        ("30 ناموسية", "11 ناموسية", "thing in", "نفسه في"),
    ],
)
def test_what_is_counted_is_named_or_left_out(one: str, other: str, english: str, arabic: str) -> None:
    findings = engine().check([Draft(COUNTED.format(one)), Draft(COUNTED.format(other))]).findings
    (found,) = (finding for finding in findings if finding.kind == "quantity")
    assert english in found.message.en
    assert arabic in found.message.ar


def test_no_finding_of_the_gold_shows_an_identifier() -> None:
    shown: dict[str, set[str]] = {}
    for first in sorted(FOLDER.glob("*-a.txt")):
        second = first.with_name(first.name.replace("-a.txt", "-b.txt"))
        drafts = [Draft(path.read_text(encoding="utf-8")) for path in (first, second) if path.exists()]
        result = engine().check(drafts)
        words = [one.why for one in result.alignments]
        for finding in result.findings:
            words += [finding.message, *(step.text for step in finding.evidence)]
        found = set().union(*map(identifiers_in, words))
        if found:
            shown[first.name] = found
    assert not shown
