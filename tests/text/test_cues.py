"""The tables of agencies and cues: read, linted, looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.knowledge.tables import TableError, read_table
from workbench.knowledge.words.article_cues import AGENCY_COLUMNS, CUE_COLUMNS, load_article_cues
from workbench.resources import resource_folder
from workbench.text.cues import ArticleCues, signature


def test_every_row_is_sound() -> None:
    faults: list[str] = []
    for name, columns in (("agencies.tsv", AGENCY_COLUMNS), ("article_cues.tsv", CUE_COLUMNS)):
        for row in read_table(resource_folder() / "lexicon" / name, columns):
            forms = row.variants("forms")
            faults += [f"{name}:{row.line}: {form} has no letters" for form in forms if not signature(form)]
            faults += [f"{name}:{row.line}: {form} is listed twice" for form in set(forms) if forms.count(form) > 1]
            country = row["country"] if name == "agencies.tsv" else ""
            if country and not (len(country) == 2 and country.isupper()):
                faults.append(f"{name}:{row.line}: {country} is no country code")
    assert faults == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("أ ف ب", "AFP"),
        ("ا.ف.ب", "AFP"),
        ("ا. ف. ب.", "AFP"),
        ("(أ ف ب)", "AFP"),
        ("فرانس برس", "AFP"),
        ("وكالة فرانس برس", "AFP"),
        ("وكالة الأنباء السعودية", "SPA"),
        ("واس", "SPA"),
        ("أ ش أ", "MENA"),
        ("د ب أ", "dpa"),
        ("وكالة الأناضول للأنباء", "Anadolu"),
        ("الجزيرة.نت", "Al Jazeera"),
        ("REUTERS", "Reuters"),
        ("دبا", None),
        ("رويترز العربية اليوم", None),
        ("وكالة", None),
        ("", None),
    ],
)
def test_agencies(words: str, name: str | None, cues: ArticleCues) -> None:
    assert cues.agency(words) == name


def test_all_faults_at_once(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon"
    lexicon.mkdir()
    (lexicon / "agencies.tsv").write_text(
        "name\tar\tforms\tkind\tcountry\nA\tأ\tألف\tagency\t\nB\tب\tألف\tpigeon\t\nB\t\tباء\tagency\t\n",
        encoding="utf-8",
    )
    (lexicon / "article_cues.tsv").write_text(
        "kind\tforms\tagency\nnone\tأ\t\nsignoff\tب\tC\ncaption\t.\t\n", encoding="utf-8"
    )
    with pytest.raises(TableError) as raised:
        load_article_cues(tmp_path)
    assert len(raised.value.faults) == 7
