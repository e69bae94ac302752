"""The news vocabulary: sound tables, every form recognised, meanings that synonyms share."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.knowledge.language.lexicon import Lexicon, Memory, load_lexicon
from workbench.knowledge.language.lexicon_faults import lexicon_faults
from workbench.knowledge.tables import Row, read_table
from workbench.resources import resource_folder
from workbench.text.normal import key, plain
from workbench.text.values import Bilingual

TABLES = resource_folder() / "lexicon"
FORMS = read_table(
    Path(__file__).with_name("word_forms.tsv"), ("surface", "lemma", "pos", "number", "concept", "case")
)  # fmt: skip


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(TABLES)


def test_the_tables_have_no_fault() -> None:
    assert not lexicon_faults(TABLES), "\n".join(f"{f.file}:{f.line}: {f.message}" for f in lexicon_faults(TABLES))


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(TABLES, folder)
    with (folder / "nouns.tsv").open("a", encoding="utf-8") as table:
        table.write("ﺻﺎﺭﻭﺥ\trocket\tweapon\n")  # presentation forms
        table.write("مُدَرَّعَة\tarmoured-thing\tvehicle\n")  # vocalised
        table.write("مدمرة\tdestroyer\tvehicle\tf\tمدمرات\n")  # stands already
        table.write("قاذف\tthrower\tmachine\tx\t+ين\t\tragged\n")  # class, gender, plural, note
    with (folder / "verbs.tsv").open("a", encoding="utf-8") as table:
        table.write("أرهب\tfrighten\tkill\tارهب\t?\tارهاب\n")  # present, passive, hamza of the verbal noun
    found = [(fault.file, fault.message) for fault in lexicon_faults(folder)]
    assert len(found) == 10
    assert {file for file, _ in found} == {"nouns.tsv", "verbs.tsv"}


def test_faults_between_the_tables(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(TABLES, folder)
    with (folder / "concepts.tsv").open("a", encoding="utf-8") as table:
        table.write("rocket\tno-such-thing\tonly English\n")  # twice, parent, label
    with (folder / "opposites.tsv").open("a", encoding="utf-8") as table:
        table.write("fall-decrease\trise\nrise\tno-such-verb\nrise\trise\n")
    with (folder / "expressions.tsv").open("a", encoding="utf-8") as table:
        table.write("لقي ... زنبرك*\tdie\tkill\nلقي\tdie\tkill\n")
    messages = [fault.message for fault in lexicon_faults(folder)]
    assert len(messages) == 8, messages


def test_there_are_words_enough(lexicon: Lexicon) -> None:
    lemmas = {word.lemma for word in lexicon.words if word.pos in ("noun", "verb", "adjective")}
    assert len(lemmas) >= 3500
    assert len({word.lemma for word in lexicon.words if word.pos == "verb"}) >= 800


def test_every_word_is_found_by_its_own_spelling(lexicon: Lexicon) -> None:
    lost = [
        word.lemma
        for word in lexicon.words
        if (word.lemma, word.pos, word.concept)
        not in {(e.lemma, e.pos, e.concept) for e in lexicon.lookup(key(word.lemma))}
    ]
    assert not lost


@pytest.mark.parametrize("row", FORMS, ids=[f"{row['surface']}-{row['case']}" for row in FORMS])
def test_forms(lexicon: Lexicon, row: Row) -> None:
    found = {(e.lemma, e.pos, e.number, e.concept) for e in lexicon.lookup(key(row["surface"]))}
    assert (row["lemma"], row["pos"], row["number"], row["concept"]) in found


def test_the_examples_are_many() -> None:
    assert len(FORMS) >= 150


@pytest.mark.parametrize(
    ("surface", "lemma", "concept", "number", "maybe_dual"),
    [
        ("صاروخين", "صاروخ", "rocket", "dual", False),
        ("قتيلا", "قتيل", "killed-person", "singular", False),
        ("قتلى", "قتيل", "killed-person", "plural", False),
        ("موظفين", "موظف", "employee", "plural", True),
        ("موظفان", "موظف", "employee", "dual", False),
        ("رجلين", "رجل", "man", "dual", False),
        ("رجلا", "رجل", "man", "singular", False),
        ("جنديين", "جندي", "soldier", "dual", False),
        ("سيارتين", "سيارة", "car", "dual", False),
        ("عراقيين", "عراقي", "iraqi", "plural", True),
        ("أكراد", "كردي", "kurdish", "plural", False),
        ("مسيحيات", "مسيحي", "christian", "plural", False),
        ("المدنيين", "مدني", "civilian", "plural", True),
        ("كيلومترات", "كيلومتر", "kilometre", "plural", False),
        ("صوتا", "صوت", "vote", "singular", False),
        ("مليمترا", "مليمتر", "millimetre", "singular", False),
        ("استقالتين", "استقالة", "resignation", "dual", False),
        ("ثانية", "ثانية", "second", "singular", False),
    ],
)
def test_counted_nouns(lexicon: Lexicon, surface: str, lemma: str, concept: str, number: str, maybe_dual: bool) -> None:
    noun = lexicon.noun(key(surface))
    assert noun is not None
    assert (noun.lemma, noun.concept, noun.number, noun.maybe_dual) == (lemma, concept, number, maybe_dual)


@pytest.mark.parametrize(
    "word", "بعد بينهم عبر منهم في على آخرين ثلاثة عشرون مليون قالت أكثر زبرجدان بالمئة والمائة".split()
)
def test_what_cannot_be_counted(lexicon: Lexicon, word: str) -> None:
    assert lexicon.noun(key(word)) is None


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("إليه", "إلى"),
        ("آلية", "آلية"),
        ("نفى", "نفى"),
        ("نفي", "نفي"),
        ("إن", "إن"),
        ("سنه", "سنة"),
        ("قتلي", "قتيل"),
        ("مستشفي", "مستشفى"),
        ("المصرى", "مصري"),
        ("سيارته", "سيارة"),
    ],
)
def test_the_exact_spelling_comes_first(lexicon: Lexicon, written: str, lemma: str) -> None:
    assert lexicon.lookup(key(written), plain=plain(written))[0].lemma == lemma


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مقاول", "متعاقد"), ("قتيل", "صريع"), ("أميركي", "أمريكي"), ("حافلة", "أتوبيس"), ("شتنبر", "سبتمبر"),
        ("مسؤول", "مسئول"), ("متحدث", "ناطق"), ("مستشفى", "مشفى"), ("كيلوغرام", "كيلوجرام"), ("ندد", "أدان"),
        ("فاز", "انتصر"), ("بنك", "مصرف"), ("جسر", "كوبري"), ("إنجليزي", "إنكليزي"), ("يوليو", "تموز"),
    ],
)  # fmt: skip
def test_synonyms_share_a_concept(lexicon: Lexicon, one: str, other: str) -> None:
    concepts = [{entry.concept for entry in lexicon.lookup(key(word))} for word in (one, other)]
    assert concepts[0] & concepts[1]


@pytest.mark.parametrize(
    ("concept", "ancestor", "expected"),
    [
        ("soldier", "military", True), ("soldier", "person", True), ("rocket", "weapon", True),
        ("katyusha", "projectile", True), ("iraqi", "person", True), ("killed-person", "casualty", True),
        ("martyr", "killed-person", True), ("air-raid", "attack", True), ("army", "person", False),
        ("rocket", "person", False), ("weapon", "rocket", False), ("hospital", "place", True),
        ("barrel", "measure", True), ("assassinate", "kill", True), ("family", "person", False),
        ("bus", "vehicle", True), ("person", "person", True), ("no-such-thing", "person", False),
    ],
)  # fmt: skip
def test_kinds_of_things(lexicon: Lexicon, concept: str, ancestor: str, expected: bool) -> None:
    assert lexicon.is_a(concept, ancestor) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ارتفع", "انخفض", True), ("وافق", "رفض", True), ("أكد", "نفى", True), ("فاز", "خسر", True),
        ("فتح", "أغلق", True), ("نجح", "فشل", True), ("حضر", "غاب", True), ("زاد", "ارتفع", False),
        ("اعتقل", "أفرج", False), ("قال", "أعلن", False),
    ],
)  # fmt: skip
def test_opposites(lexicon: Lexicon, one: str, other: str, expected: bool) -> None:
    first, second = (lexicon.verb(key(word)) for word in (one, other))
    assert first is not None
    assert second is not None
    assert lexicon.concepts.opposed(first.concept, second.concept) is expected
    assert lexicon.concepts.opposed(second.concept, first.concept) is expected


def test_every_concept_has_a_name_in_both_languages(lexicon: Lexicon) -> None:
    for word in lexicon.words:
        label = lexicon.concepts.name(word.concept)
        if word.concept in ("thing", "object", "measure", "number", "numeral", "abstract", "entity"):
            assert label is None  # says nothing to a person
            continue
        assert label is not None, word
        assert label.en
        assert not re.search("[|_]", label.en)
        assert label.ar
        assert any("ء" <= letter <= "ي" for letter in label.ar)
    assert lexicon.concepts.name("rocket") == Bilingual("rocket", "صاروخ")
    assert lexicon.concepts.name("killed-person") == Bilingual("killed person", "قتيل")
    for unknown in ("no-such-thing", "ناموس", "injure|person", "thing", ""):
        assert lexicon.concepts.name(unknown) is None


def test_voice_and_person(lexicon: Lexicon) -> None:
    injured = lexicon.verb(key("أصيبت"), plain="أصيبت")
    assert injured is not None
    assert (injured.form, injured.voice, injured.gender) == ("past", "passive", "f")
    we = lexicon.verb(key("سنعلن"))
    assert we is not None
    assert (we.person, we.number, we.proclitics) == (1, "plural", "س")


def test_particles_and_pronouns(lexicon: Lexicon) -> None:
    (entry, *_) = lexicon.lookup(key("وبصواريخهم"))
    assert (entry.proclitics, entry.enclitic, entry.definite) == ("وب", "هم", False)
    (entry, *_) = lexicon.lookup(key("وللجرحى"))
    assert (entry.proclitics, entry.enclitic, entry.definite) == ("ولل", "", True)


def test_a_memory_reads_each_word_once(lexicon: Lexicon) -> None:
    memory: Memory = {}
    assert lexicon.lookup("صاروخين", memory) is lexicon.lookup("صاروخين", memory)
    assert len(memory) == 1


def test_a_reading_does_not_depend_on_what_was_asked_before(lexicon: Lexicon) -> None:
    for word in ("تلقي", "قتل", "بني", "علي"):
        alone, spelled = lexicon.lookup(key(word)), lexicon.lookup(key(word), None, word)
        for first, second in ((alone, spelled), (spelled, alone)):
            memory: Memory = {}
            plain = ["" if found is alone else word for found in (first, second)]
            assert [lexicon.lookup(key(word), memory, one) for one in plain] == [first, second], word


@given(st.text(st.sampled_from("ابتنيوهلسمركءئآةى12ab ـًّ"), max_size=14))
def test_any_word_can_be_asked_for(lexicon: Lexicon, word: str) -> None:
    entries = lexicon.lookup(key(word))
    assert entries == lexicon.lookup(key(word), {}, "")
    noun = lexicon.noun(key(word))
    assert noun is None or noun.lemma in {entry.lemma for entry in entries}
