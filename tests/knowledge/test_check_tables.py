"""The tables behind the copy, sourcing and arithmetic checks, and the index that phrases are looked up in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from workbench.knowledge.language.lexicon import EMPTY_LEXICON, load_lexicon
from workbench.knowledge.language.phrases import PhraseIndex
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.knowledge.words.apart_words import load_apart_words
from workbench.knowledge.words.copy_words import load_copy_words
from workbench.knowledge.words.figure_words import load_figure_words
from workbench.knowledge.words.life_words import load_life_words
from workbench.knowledge.words.name_words import read_name_words
from workbench.knowledge.words.order_words import load_order_words
from workbench.knowledge.words.sourcing_words import load_sourcing_words
from workbench.knowledge.words.speech_verbs import load_speech_verbs
from workbench.knowledge.words.sum_words import load_sum_words
from workbench.resources import resource_folder
from workbench.text.normal import key, plain
from workbench.text.tokens import read_tokens

LEXICON = resource_folder() / "lexicon"
COLUMNS = {
    "loose_words": ("words", "ends", "doubled"), "doubles": ("words", "why"), "given_names": ("names",),
    "word_pairs": ("first", "second", "unless"), "editor_notes": ("words", "where"), "bracket_labels": ("words",),
    "speech_verbs": ("lemmas", "attributes", "beside"), "sources": ("kind", "use", "words"),
    "citations": ("what", "words"), "judgements": ("kind", "where", "words"), "sum_cues": ("cue", "words"),
    "exclusive_kinds": ("partition", "members"), "change_words": ("way", "words"), "life_words": ("what", "words"),
    "order_words": ("cue", "words"), "recall_words": ("cue", "words"),
    "reversal_words": ("cue", "words"), "figure_words": ("cue", "words"),
    "sourcing_cues": ("cue", "words"), "told_apart": ("partition", "member", "reach", "words"),
}  # fmt: skip


@pytest.mark.parametrize("table", COLUMNS)
def test_rows_are_whole_and_written_in_normal_letters(table: str) -> None:
    faults = []
    for row in read_table(LEXICON / f"{table}.tsv", COLUMNS[table]):
        faults += [f"{row.file}:{row.line}: no {column}" for column, cell in row.cells.items()
                   if not cell and column != "unless"]  # fmt: skip
        faults += [f"{row.file}:{row.line}: {cell!r} holds marks or other letters" for cell in row.cells.values()
                   if plain(cell) != cell]  # fmt: skip
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "table",
    ["sources", "citations", "judgements", "sum_cues", "life_words", "editor_notes", "order_words", "recall_words",
     "reversal_words", "figure_words", "sourcing_cues", "told_apart"],
)
def test_no_phrase_stands_twice(table: str) -> None:
    seen: dict[str, int] = {}
    twice = []
    for row in read_table(LEXICON / f"{table}.tsv", COLUMNS[table]):
        for words in row.variants("words"):
            name = f"{row.cells.get('cue', '')} {words}"
            if name in seen:
                twice.append(f"{row.line}: {words!r} stands in line {seen[name]} too")
            seen[name] = row.line
    assert not twice, "\n".join(twice)


def test_brackets_and_slashes_of_phrases_are_closed() -> None:
    faults = []
    for table in ("sources", "citations", "judgements", "sum_cues", "life_words", "doubles", "order_words"):
        for row in read_table(LEXICON / f"{table}.tsv", COLUMNS[table]):
            for words in row.variants("words"):
                for word in words.split():
                    whole = word.startswith("(") and word.endswith(")")
                    if ("(" in word or ")" in word) and not whole:
                        faults.append(f"{row.file}:{row.line}: a half bracket in {word!r}")
                    if "" in word.strip("()").split("/"):
                        faults.append(f"{row.file}:{row.line}: an empty choice in {word!r}")
    assert not faults, "\n".join(faults)


def test_everything_loads() -> None:
    copy, sums = load_copy_words(LEXICON), load_sum_words(LEXICON)
    assert key("في") in copy.leaning
    assert sums.apart({"man"}, {"woman"})
    assert not sums.apart({"man"}, {"officer"})
    assert not sums.apart({"man"}, {"man"})
    assert load_speech_verbs(LEXICON, load_lexicon(LEXICON)).attributing
    assert next(load_life_words(LEXICON).cues.find(read_tokens("ولد عام 1950"))).value == "born"
    assert next(load_sourcing_words(LEXICON).sources.find(read_tokens("لمصادر"))).value.cited


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("loose_words", "عبر\tmaybe\tfault", "unknown ends 'maybe'"),
        ("loose_words", "عبر\tno\toften", "unknown doubled 'often'"),
        ("editor_notes", "راجع\tnowhere", "unknown where 'nowhere'"),
    ],
)
def test_faulty_copy_tables(tmp_path: Path, table: str, row: str, says: str) -> None:
    assert says in str(_fault(tmp_path, table, row, load_copy_words))


def test_all_faults_of_the_sourcing_tables_at_once(tmp_path: Path) -> None:
    rows = {"sources": "gossip\tcited\tجار", "citations": "sung\tغنى", "judgements": "hedge\tnever\tربما",
            "sourcing_cues": "sung\tغنى"}  # fmt: skip
    for table, row in rows.items():
        _spoil(tmp_path, table, row)
    with pytest.raises(TableError) as caught:
        load_sourcing_words(tmp_path)
    assert [fault.message for fault in caught.value.faults] == [
        "unknown kind 'gossip'", "unknown what 'sung'", "unknown where 'never'", "unknown cue 'sung'"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("sum_cues", "half\tنصف", "unknown cue 'half'"),
        ("exclusive_kinds", "sex\tذكر", "stands twice in sex"),
        ("change_words", "sideways\tانحرف", "unknown way 'sideways'"),
    ],
)
def test_faulty_sum_tables(tmp_path: Path, table: str, row: str, says: str) -> None:
    assert says in str(_fault(tmp_path, table, row, load_sum_words))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("dose\tfirst\tword\tجرعة", "unknown reach 'word'"),
        ("dose\tthird\tsentence\tجرعة ثالثة", "dose has two reaches"),
    ],
)
def test_faulty_table_of_what_is_told_apart(tmp_path: Path, row: str, says: str) -> None:
    assert says in str(_fault(tmp_path, "told_apart", row, load_apart_words))


def test_faulty_life_table(tmp_path: Path) -> None:
    assert "unknown what 'wed'" in str(_fault(tmp_path, "life_words", "wed\tتزوج", load_life_words))


def test_faulty_order_table(tmp_path: Path) -> None:
    assert "unknown cue 'beside'" in str(_fault(tmp_path, "order_words", "beside\tقرب", load_order_words))


def test_all_faults_of_the_words_around_figures_at_once(tmp_path: Path) -> None:
    shutil.copy(LEXICON / "figure_words.tsv", tmp_path)
    table = tmp_path / "figure_words.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("itself\t", "himself\t"), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_figure_words(tmp_path)
    assert [fault.message for fault in caught.value.faults] == ["unknown cue 'himself'", "no row for 'itself'"]


def test_no_group_of_words_around_names_is_empty() -> None:
    faults: list[Fault] = []
    words = read_name_words(LEXICON.parent / "knowledge", faults)
    assert not faults
    assert not [field.name for field in fields(words) if not getattr(words, field.name)]


def test_verbs_the_lexicon_has_not(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="the lexicon has no verb قال"):
        load_speech_verbs(LEXICON, EMPTY_LEXICON)
    lexicon = load_lexicon(LEXICON)
    fault = _fault(tmp_path, "speech_verbs", "قال\tperhaps\tno", lambda folder: load_speech_verbs(folder, lexicon))
    assert "attributes must be yes or no" in str(fault)


def _spoil(folder: Path, table: str, row: str) -> None:
    for path in LEXICON.glob("*.tsv"):
        if not (folder / path.name).exists():
            shutil.copy(path, folder / path.name)
    target = folder / f"{table}.tsv"
    target.write_text(target.read_text(encoding="utf-8").rstrip("\n") + "\n" + row + "\n", encoding="utf-8")


def _fault(folder: Path, table: str, row: str, load: Callable[[Path], object]) -> TableError:
    _spoil(folder, table, row)
    with pytest.raises(TableError) as caught:
        load(folder)
    return caught.value


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("من المرجح أن", "ومن المرجح أن يصل", None),
        ("مرجح أن", "ومرجح أن يصل", "ومرجح أن"),
        ("طلب عدم", "فطلب عدم ذكر اسمه", "فطلب عدم"),
        ("طلب/رفض عدم/ذكر", "رفض ذكر اسمه", "رفض ذكر"),
        ("(قد) أثار هذا", "وقد أثار هذا", "وقد أثار هذا"),
        ("(قد) أثار هذا", "أثار هذا", "أثار هذا"),
        ("طلب … اسمه", "طلب عدم ذكر اسمه", "طلب عدم ذكر اسمه"),
        ("طلب … اسمه", "طلب عدم الكشف بعد عن اسمه", None),
        ("طلب … اسمه", "طلب، اسمه", None),
        ("على الأرجح", "علي الارجح", "علي الارجح"),
        ("تقارير|تقارير ميدانية", "تقارير ميدانية", "تقارير ميدانية"),
    ],
)
def test_phrases(phrase: str, text: str, found: str | None) -> None:
    joined = not phrase.startswith("من ")
    index = PhraseIndex([(variant, True) for variant in phrase.split("|")], joined=joined)
    tokens = read_tokens(text)
    hits = [" ".join(token.text for token in tokens[hit.first : hit.last]) for hit in index.find(tokens)]
    assert hits == ([found] if found else [])


def test_particles_before_a_phrase() -> None:
    index = PhraseIndex([("مصادر", True)], particles=("ل",))
    assert [len(list(index.find(read_tokens(word)))) for word in ("لمصادر", "ومصادر", "كمصادر")] == [1, 1, 0]
