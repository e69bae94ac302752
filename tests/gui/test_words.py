"""The table of words: both languages complete, everything that the window says is in it."""

from __future__ import annotations

import ast
import datetime as dt
import re
from string import Formatter

import pytest

from tests.architecture.imports import PROJECT, modules_below
from workbench.engine import Draft
from workbench.gui.app import new_engine
from workbench.gui.bench import Bench
from workbench.gui.commands import COMMANDS, MENUS, hint
from workbench.gui.language import FSI, LRM, PDI, RLM, Words, day_words, days_in_words, letter, month_words, read_words
from workbench.gui.look import Look
from workbench.gui.panel.decision_bar import REASONS
from workbench.gui.panel.findings_panel import ORDERS
from workbench.gui.workspace import TABS
from workbench.knowledge.time.days import read_day
from workbench.resources import resource_folder
from workbench.review.decisions import STATES
from workbench.review.pairing import STANDINGS
from workbench.review.rows import FAMILIES, SEVERITIES
from workbench.text.values import Bilingual


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(resource_folder())


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_fill_in_the_same_names(words: Words) -> None:
    # A singular or dual may say its number in a word.
    unequal = {
        key: (names(words.both(key).en), names(words.both(key).ar))
        for key in words.names()
        if names(words.both(key).en) - {"n"} != names(words.both(key).ar) - {"n"}
    }
    assert not unequal


def test_arabic_is_arabic_and_english_is_not(words: Words) -> None:
    arabic = re.compile("[\u0620-\u064a]")
    bare = {}
    for key in words.names():
        sentence = words.both(key).ar
        bare[key] = sentence.format(**dict.fromkeys(names(sentence), ""))
    latin = {key for key, ar in bare.items() if re.search("[a-zA-Z]{3}", ar.replace("Esc", "").replace("*.txt", ""))}
    assert not latin
    assert not [key for key in words.names() if arabic.search(words.both(key).en)]
    assert not [key for key, ar in bare.items() if not arabic.search(ar) and re.search(r"\w", ar)]


def said_in_code() -> dict[str, str]:
    """Every literal key handed to ``say`` and ``count``, with where."""
    found: dict[str, str] = {}
    for path in modules_below(PROJECT / "workbench" / "gui"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("say", "count")
            ):
                for argument in node.args:
                    for literal in ast.walk(argument):
                        if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                            found[literal.value] = f"{path.name}:{node.lineno}"
    return found


def test_every_literal_key_is_in_the_table(words: Words) -> None:
    keys = {key: where for key, where in said_in_code().items() if re.fullmatch(r"[a-z-]+(\.[a-z-]+)+", key)}
    assert len(keys) > 80
    assert not {key: where for key, where in keys.items() if key not in words}


@pytest.mark.parametrize(
    "key",
    [f"command.{command.name}" for command in COMMANDS]
    + [f"menu.{menu}" for menu in MENUS]
    + [f"tab.{tab}" for tab in TABS]
    + [f"family.{family}" for family in (*FAMILIES, "orphans")]
    + [f"severity.{severity}" for severity in SEVERITIES]
    + [f"{group}.{state}" for state in STATES for group in ("state", "counts", "step")]
    + [f"claims.{standing}" for standing in STANDINGS]
    + [f"reason.{reason}" for reason in REASONS]
    + [f"order.{order}" for order in ORDERS]
    + [f"step.{kind}" for kind in ("joined", "parted", "same-event", "different-event", "note", "edit")]
    + ["step.mend", "step.tick", "step.hide", "step.date"],
)  # fmt: skip
def test_every_made_up_key_is_in_the_table(words: Words, key: str) -> None:
    assert key in words


def test_kinds_of_the_contract_are_named(words: Words) -> None:
    kinds = """quantity casualties date time duration place actor attribution identity negation quote score sequence
    office organisation state lifespan weekday month-names hijri utc-offset no-such-day sum percentage difference age
    unattributed vague anonymous speculation insertion quotation-mark bracket repetition doubled-word truncated"""
    assert not [kind for kind in kinds.split() if f"kind.{kind}" not in words]


def test_values_are_isolated(words: Words) -> None:
    assert words.say("ar", "date.given", day="13 فبراير 2020").endswith(f"{FSI}13 فبراير 2020{PDI}")
    assert words.say("ar", "details.place", n=1, all=14).startswith(RLM)


COUNTED = [
    (1, "كلمة واحدة"),
    (2, "كلمتان"),
    (3, "3 كلمات"),
    (10, "10 كلمات"),
    (11, "11 كلمة"),
    (103, "103 كلمات"),
    (486, "486 كلمة"),
]


@pytest.mark.parametrize(("n", "arabic"), COUNTED)
def test_arabic_counts(words: Words, n: int, arabic: str) -> None:
    assert re.sub(f"[{FSI}{PDI}{RLM}]", "", words.count("ar", "pane.words", n)) == arabic


def test_letters_of_articles() -> None:
    assert [letter(id, "ar") for id in "abc"] == ["أ", "ب", "ج"]
    assert [letter(id, "en") for id in "abc"] == ["A", "B", "C"]


def test_days_in_words() -> None:

    assert day_words(dt.date(2020, 2, 13), "ar", True) == "الخميس 13 فبراير 2020"
    assert day_words(dt.date(2020, 2, 13), "en", True) == "Thursday, 13 February 2020"


def test_no_key_belongs_to_two_commands() -> None:
    from PySide6.QtGui import QKeySequence

    seen: dict[str, str] = {}
    for command in COMMANDS:
        for key in command.shortcuts():
            name = QKeySequence(key).toString()
            assert name
            assert seen.setdefault(name, command.name) == command.name


def test_hints_follow_the_layout() -> None:
    assert hint("next", False) == "J"
    assert hint("next", True) == "ت"
    assert hint("confirm", True) == "1"
    assert hint("undo", True) == "Ctrl Z"


def test_bench_names_no_widget() -> None:
    source = (PROJECT / "workbench" / "gui" / "bench.py").read_text(encoding="utf-8")
    assert Bench.__doc__
    assert "QtWidgets" not in source


def test_every_date_has_one_style() -> None:
    """The tables' days, days and months in the window and the evidence's ISO days; with weekday too."""
    day = dt.date(2019, 12, 27)
    assert day_words(day, "ar") == "27 ديسمبر 2019" == read_day("2019-12-27").arabic
    assert day_words(day, "en") == "27 December 2019" == read_day("2019-12-27").english
    assert day_words(day, "ar", True) == "الجمعة 27 ديسمبر 2019"
    assert day_words(day, "en", True) == "Friday, 27 December 2019"
    assert (month_words(2019, 12, "ar"), month_words(2019, 12, "en")) == ("ديسمبر 2019", "December 2019")
    text = "قتل متعاقد في قصف يوم الخميس 27 كانون الأول/ديسمبر 2019، وأصيب خمسة جنود."
    told = [new_engine().check([Draft(text)]), new_engine().check([Draft(text, dt.date(2019, 12, 28))])]
    sentences = [finding.message for result in told for finding in result.findings]
    sentences += [reading.date.why for result in told for reading in result.readings]
    for sentence in sentences:
        said = re.sub("«[^»]*»|“[^”]*”", "", f"{sentence.ar} {sentence.en}")
        assert "كانون" not in said
        assert not re.search(r"\b(Dec|Fri|Sat)\b", said)
    assert any("27 ديسمبر 2019" in sentence.ar and "27 December 2019" in sentence.en for sentence in sentences)


def test_a_sentence_that_begins_with_a_quotation_keeps_its_direction(look: Look) -> None:
    words = Bilingual("«الخميس 27»: it is a Friday.", "«Thursday 27»: هو يوم جمعة.")
    look.set_language("en")
    assert look.pick(words).startswith(LRM)
    assert look.pick(Bilingual("It is «الخميس».", "-")).startswith("It")
    look.set_language("ar")
    assert look.pick(words).startswith(RLM)


def test_days_of_the_evidence_are_written_as_people_write_them() -> None:
    assert days_in_words("2019-12-27 يوافق يوم الجمعة", "ar") == f"{FSI}27 ديسمبر 2019{PDI} يوافق يوم الجمعة"
    assert days_in_words("other days: 2020-02-01 and 2020-02-03", "en") == (
        f"other days: {FSI}1 February 2020{PDI} and {FSI}3 February 2020{PDI}"
    )
    for kept in ("«2019-12-27»", "2019-13-45", "12019-12-27", "A2019-12-27", "2019-12-27-3"):
        assert days_in_words(kept, "en") == kept


def test_hundreds_take_the_singular(words: Words) -> None:
    """«مئة يوم» and «مئة يوم ويومان», but «مئة وثلاثة أيام» and «مئة وأحد عشر يوماً»."""
    marks = f"[{FSI}{PDI}{RLM}]"
    said = {n: re.sub(marks, "", words.count("ar", "gap.days", n)) for n in (11, 100, 102, 103, 111, 300)}
    assert said == {11: "11 يوماً", 100: "100 يوم", 102: "102 يوم", 103: "103 أيام", 111: "111 يوماً", 300: "300 يوم"}
    assert words.count("en", "gap.days", 300).strip(f"{FSI}{PDI}").endswith("days")
