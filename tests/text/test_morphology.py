"""camel-tools' analyser over the project's own database, the user's calima, and the stemmer for the rest."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from workbench.knowledge.language.affixes import CATEGORIES, PREFIXES, compatible, openings
from workbench.knowledge.language.lexicon import Memory, load_lexicon
from workbench.knowledge.language.vocabulary import Word, load_words, stems
from workbench.knowledge.tables import Row, read_table
from workbench.resources import resource_folder
from workbench.text.morphology import Morphology, MorphologyError, user_data_folder
from workbench.text.normal import key

PROJECT = Path(__file__).resolve().parents[2]
TABLES = resource_folder() / "lexicon"
DATABASE = resource_folder() / "morphology" / "news.db"
FORMS = read_table(
    PROJECT / "tests" / "knowledge" / "word_forms.tsv", ("surface", "lemma", "pos", "number", "concept", "case")
)

# A database as small as camel-tools accepts, for a word that ours does not have: «زبرجد», with a plural.
CALIMA = """###DEFINES###
DEFINE diac diac:*open*
DEFINE lex lex:*open*
DEFINE pos pos:*open*
DEFINE num num:*open*
DEFINE gen gen:*open*
DEFINE pos_lex_logprob pos_lex_logprob:*open*
###DEFAULTS###
DEFAULT pos:noun num:- gen:-
###ORDER###
ORDER diac lex pos num gen pos_lex_logprob
###TOKENIZATIONS###
###STEMBACKOFF###
###PREFIXES###
\tP\tdiac:
ال\tP\tdiac:ال
###SUFFIXES###
\tS\tdiac:
ات\tS\tdiac:ات num:p
###STEMS###
زبرجد\tN\tdiac:زَبَرْجَد lex:زَبَرْجَدِيّ pos:adj num:s gen:m pos_lex_logprob:-9.5
زبرجد\tN\tdiac:زَبَرْجَد lex:زَبَرْجَد_1 pos:noun num:s gen:m pos_lex_logprob:-3.5
صاروخ\tN\tdiac:صاروخ lex:غلط pos:noun num:s gen:m pos_lex_logprob:-1.0
###TABLE AB###
P N
###TABLE BC###
N S
###TABLE AC###
P S
"""


@pytest.fixture(scope="module")
def morphology(tmp_path_factory: pytest.TempPathFactory) -> Morphology:
    return Morphology(DATABASE, tmp_path_factory.mktemp("nothing-installed"))


@pytest.fixture
def with_calima(tmp_path: Path) -> Morphology:
    folder = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text(CALIMA, encoding="utf-8")
    return Morphology(DATABASE, tmp_path)


def generator() -> ModuleType:
    path = PROJECT / "packaging" / "build_morphology.py"
    spec = importlib.util.spec_from_file_location("build_morphology", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_database_is_up_to_date() -> None:
    fresh = generator().database(TABLES)
    assert DATABASE.read_text(encoding="utf-8") == fresh, "run packaging/build_morphology.py"


@pytest.mark.parametrize("row", FORMS, ids=[f"{row['surface']}-{row['case']}" for row in FORMS])
def test_forms(morphology: Morphology, row: Row) -> None:
    found = {(a.lemma, a.pos, a.number, a.concept) for a in morphology.analyses(row["surface"])}
    assert (row["lemma"], row["pos"], row["number"], row["concept"]) in found
    assert {a.source for a in morphology.analyses(row["surface"])} == {"news"}


def written_forms(words: tuple[Word, ...]) -> Iterator[tuple[str, Word]]:
    """Every stem of every word, each with the next of its endings and the next prefix that goes with it."""
    turn = 0
    for word in words:
        for _, stem in stems(word):
            endings = CATEGORIES[stem.category]
            for step in range(2):
                suffix = endings[(turn + step * 7) % len(endings)]
                fitting = [p for p in PREFIXES if p.opening in openings(stem.category) and compatible(p, suffix)]
                yield fitting[turn % len(fitting)].text + stem.text + suffix.text, word
            turn += 1


def test_lexicon_and_analyser_agree(morphology: Morphology) -> None:
    """On one form in some of all that the tables allow: both know the word, and by the same number and gender."""
    lexicon = load_lexicon(TABLES)
    memory: Memory = {}
    different = []
    asked = 0
    for number, (written, word) in enumerate(written_forms(lexicon.words)):
        if number % 3:
            continue
        asked += 1
        ours = {
            (e.lemma, e.pos, e.concept, e.number, e.gender)
            for e in lexicon.lookup(key(written), memory)
            if (e.lemma, e.concept, e.pos) == (word.lemma, word.concept, word.pos)
        }
        theirs = {
            (a.lemma, a.pos, a.concept, a.number, a.gender)
            for a in morphology.analyses(written)
            if (a.lemma, a.concept, a.pos) == (word.lemma, word.concept, word.pos)
        }
        if not theirs or not theirs <= ours:
            different.append(f"{written} ({word.lemma}): {sorted(theirs - ours)}")
    assert asked > 10_000
    assert not different, "\n".join(different[:50])


def test_no_word_of_the_tables_is_left_to_the_stemmer(morphology: Morphology) -> None:
    assert not [
        word.lemma for word in load_words(TABLES) if morphology.analyses(word.lemma)[0].source != "news"
    ]  # fmt: skip


def test_particles_and_pronouns(morphology: Morphology) -> None:
    (analysis, *_) = morphology.analyses("وبصواريخهم")
    assert (analysis.proclitics, analysis.enclitic) == ("وب", "هم")
    (analysis, *_) = morphology.analyses("سَيَقْتُلُون")
    assert (analysis.lemma, analysis.proclitics, analysis.form) == ("قتل", "س", "present")


@pytest.mark.parametrize(
    ("one", "other"),
    [("زبرجدات", "والزبرجدات"), ("الكتلوني", "كتلوني"), ("بالطماطيش", "الطماطيش"), ("للفريكيك", "والفريكيك")],
)
def test_the_stemmer_brings_unknown_forms_together(morphology: Morphology, one: str, other: str) -> None:
    first, second = morphology.analyses(one), morphology.analyses(other)
    assert [analysis.source for analysis in (*first, *second)] == ["stemmer", "stemmer"]
    assert morphology.lemma(one) == morphology.lemma(other)


@pytest.mark.parametrize("word", ["", "!", "123", "كي وان", "abc", "قوة1", "ـــ", "غغ"])
def test_anything_has_one_reading_at_least(morphology: Morphology, word: str) -> None:
    (analysis,) = morphology.analyses(word)
    assert analysis.source == "stemmer"


def test_each_word_is_read_once(morphology: Morphology) -> None:
    assert morphology.analyses("الصواريخ") is morphology.analyses("الصواريخ")
    assert morphology.beyond_news("زبرجد") is morphology.beyond_news("زبرجد")


def test_calima_reads_what_the_news_database_does_not_know(with_calima: Morphology) -> None:
    (first, second) = with_calima.analyses("الزبرجدات")
    assert (first.lemma, first.pos, first.number, first.source) == ("زبرجد", "noun", "plural", "calima")
    assert second.pos == "adj"  # the less likely reading comes last
    assert with_calima.lemma_beyond_news("زبرجد") == "زبرجد"


def test_with_calima_nothing_else_changes(with_calima: Morphology, morphology: Morphology) -> None:
    for row in FORMS:
        assert with_calima.analyses(row["surface"]) == morphology.analyses(row["surface"])
    assert with_calima.lemma("صاروخ") == "صاروخ"
    assert with_calima.lemma("كتلوني") == morphology.lemma("كتلوني")


def test_status(with_calima: Morphology, morphology: Morphology) -> None:
    assert with_calima.status().full
    assert "calima-msa-r13" in with_calima.status().text.en
    assert not morphology.status().full
    assert morphology.status().database == DATABASE
    assert "Snowball" in morphology.status().text.ar


def test_a_broken_database_is_one_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("###DEFINES###\nnonsense\n", encoding="utf-8")
    with pytest.raises(MorphologyError, match=r"broken\.db"):
        Morphology(broken, tmp_path).analyses("صاروخ")
    with pytest.raises(MorphologyError, match=r"missing\.db"):
        Morphology(tmp_path / "missing.db", tmp_path).analyses("صاروخ")


def test_the_user_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert user_data_folder() == tmp_path
    monkeypatch.delenv("CAMELTOOLS_DATA")
    assert user_data_folder().name.endswith("camel_tools")


ALONE = """
import socket, sys
from pathlib import Path

class Blocked(socket.socket):
    def __init__(self, *arguments, **named):
        raise AssertionError("the network was asked for")

socket.socket = Blocked
from workbench.text.morphology import Morphology

database = Path(sys.argv[1])
alone = Morphology(database)
assert alone.lemma_beyond_news("والزبرجد")
assert "camel_tools" not in sys.modules, "imported for a word that needs only the stemmer"
assert alone.lemma("بالصواريخ") == "صاروخ"
assert alone.analyses("والزبرجد")[0].source == "stemmer"
assert "camel_tools.morphology.analyzer" in sys.modules
heavy = {"torch", "transformers", "pandas", "sklearn", "scipy", "PySide6", "requests"} & set(sys.modules)
assert not heavy, heavy
assert "camel_tools.data" not in sys.modules, "the stand-in must not stay"
"""


def test_offline_and_without_a_trace(tmp_path: Path) -> None:
    """In a process of its own: no socket, nothing written into a home that has no camel-tools folder."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "CAMELTOOLS_DATA"}
    environment |= {"HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": str(PROJECT)}
    run = subprocess.run(
        [sys.executable, "-c", ALONE, str(DATABASE)], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert not list(home.iterdir())
