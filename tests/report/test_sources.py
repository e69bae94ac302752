"""Where facts come from is said in both languages: the engine's own names and what stands in the knowledge tables."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.imports import PROJECT, modules_below
from workbench.knowledge.tables import read_table
from workbench.resources import resource_folder
from workbench.source_words import SourceWords, read_source_words
from workbench.wording import COLUMNS, read_word_table

ARABIC = re.compile("[\u0620-\u064a]")
NOTE = "ملاحظة بالإنجليزية"


@pytest.fixture(scope="module")
def sources() -> SourceWords:
    return read_source_words(resource_folder())


def bare(words: str) -> str:
    return re.sub("[\u2066-\u2069]", "", words)


SAID = {
    "events": "قراءة الأحداث في النصوص",
    "advice": "توصية للمدقّق",
    "the article's own words": "كلمات المقال نفسه",
    "terms/us.tsv: general knowledge before 1997 and after 2021":
        "جدول شاغلي المناصب (us): معرفة عامة قبل 1997 وبعد 2021",
    "terms/movements.tsv: general knowledge; terms/arab-states.tsv: zarate.eu, general knowledge":
        "جدول شاغلي المناصب (movements): معرفة عامة؛ جدول شاغلي المناصب (arab-states): zarate.eu، معرفة عامة",
    "people/x.tsv: general knowledge, checked against REIGN and every-politician-scrapers/china-ministers":
        "جدول الأشخاص (x): معرفة عامة، روجعت على REIGN وبيانات every-politician-scrapers/china-ministers",
    "places (baghdad: general knowledge of the map; rome: general knowledge of the map)":
        "جدول الأماكن: معرفة عامة بالخريطة",
    "policies.tsv: press reports of 3 May 2009 and June 2010":
        "جدول السياسات المعلنة: تقارير صحفية من 3 مايو 2009 ويونيو 2010",
    "organisations/missions.tsv: UN Security Council resolutions 1279 and 1925":
        "جدول المنظمات والدول (missions): قرارا مجلس الأمن الدولي 1279 و1925",
    "ask the desk": "ملاحظة بالإنجليزية: ask the desk",
    "Treaty of Rome": "Treaty of Rome",
    "أرشيف الصحيفة": "أرشيف الصحيفة",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize(("source", "arabic"), SAID.items())
def test_sources_in_arabic(source: str, arabic: str, sources: SourceWords) -> None:
    assert bare(sources.say(source, "ar")) == arabic


def test_english_keeps_what_the_tables_say(sources: SourceWords) -> None:
    said = sources.both("terms/us.tsv: general knowledge, press reports of May 2009")
    assert said.en == "table of terms of office (us): general knowledge, press reports of May 2009"
    assert sources.say("events", "en") == "reading of the events in the texts"


def named_in_the_engine() -> dict[str, str]:
    """Every source that the checks write out: the second argument of ``Evidence``, or the constant it names."""
    found: dict[str, str] = {}
    for path in modules_below(PROJECT / "workbench"):
        if not {"checks", "review", "alignment"} & set(path.relative_to(PROJECT).parts):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets if isinstance(target, ast.Name)
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Evidence" and len(node.args) == 2:
                source = node.args[1]
                if isinstance(source, ast.Name) and source.id in constants:
                    found[str(constants[source.id])] = path.name
                elif isinstance(source, ast.Constant):
                    found[str(source.value)] = path.name
    return found


def test_every_source_that_the_checks_name_has_its_row() -> None:
    rows = read_word_table(resource_folder() / "translations" / "sources.tsv")
    named = named_in_the_engine()
    assert len(named) >= 8
    assert not {source: where for source, where in named.items() if source not in rows}


def test_both_languages_fill_in_the_same_slots() -> None:
    for row in read_table(resource_folder() / "translations" / "sources.tsv", COLUMNS):
        slots = [sorted(re.findall(r"{\w+}", words)) for words in (row["key"], row["en"], row["ar"])]
        if row["key"] != "note":
            assert slots[0] == slots[1] == slots[2], row["key"]
        assert ARABIC.search(row["ar"]) or row["key"] == "{when}", row["key"]
        assert not ARABIC.search(row["en"])


def test_nearly_every_note_of_the_knowledge_tables_is_said_in_arabic(sources: SourceWords) -> None:
    notes = []
    for path in sorted((resource_folder() / "knowledge").rglob("*.tsv")):
        lines = [line.split("\t") for line in path.read_text("utf-8").split("\n") if line and line[0] != "#"]
        if "source" in lines[0]:
            place = lines[0].index("source")
            name = path.relative_to(resource_folder() / "knowledge").as_posix()
            notes += [f"{name}: {line[place]}" for line in lines[1:] if len(line) > place]
    assert len(notes) > 5000
    assert not [note for note in notes if not ARABIC.search(sources.say(note, "ar"))]
    english = [note for note in notes if NOTE in sources.say(note, "ar")]
    assert len(english) < 0.03 * len(notes)


def test_no_table_has_a_name_that_is_not_said(sources: SourceWords) -> None:
    folder: Path = resource_folder() / "knowledge"
    for path in folder.rglob("*.tsv"):
        if path.parent.name != "words" and path.name != "titles.tsv":
            assert ARABIC.search(sources.say(f"{path.relative_to(folder).as_posix()}: REIGN", "ar")), path.name


@given(st.text(max_size=900))
def test_anything_can_be_a_source(source: str) -> None:
    words = SOURCES.both(source)
    assert bool(words.ar.strip()) == bool(words.en.strip()) == bool(source.strip())


def test_a_source_made_to_take_long_takes_no_time(sources: SourceWords) -> None:
    hostile = "checked against " + "a and checked against " * 20 + "b"
    assert hostile in sources.say(hostile, "ar")
    endless = "general knowledge and " * 4000
    assert NOTE in sources.say(endless, "ar")


SOURCES = read_source_words(resource_folder())
