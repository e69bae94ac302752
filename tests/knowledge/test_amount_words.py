"""The tables of currencies, bounds and scores: every fault told at once, units without a country."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.knowledge.tables import TableError
from workbench.knowledge.words.amount_words import load_amount_words
from workbench.knowledge.words.score_words import load_score_words
from workbench.resources import resource_folder


@pytest.mark.parametrize(
    ("table", "rows", "lines"),
    [
        ("currencies.tsv", ["USD\tdollar", "CAD\tdollar\tدولار", "cent\tcent\tسنت\t\t\t\t\tmany\tUSD"], [2, 3, 4]),
        ("bounds.tsv", ["most\tbefore\t\tدون", "low\tabove\t\tفوق", "low\tbefore"], [2, 3, 4]),
        ("approximators.tsv", ["near\tنحو"], [2]),
        ("measures.tsv", ["x\tس\t\t\ty\t1", "a\tأ\t\t\ta", "b\tب\t\t\tb\t-1", "c\tج\t\t\tc\tmany"], [2, 3, 4, 5]),
        ("numeral_traps.tsv", ["أول\tbelow\tأمس", "أول\tafter"], [2, 3]),
    ],
)
def test_every_fault_of_the_amount_tables_is_told(
    tmp_path: Path, table: str, rows: list[str], lines: list[int]
) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    for name in ("currencies", "measures", "bounds", "approximators", "numeral_traps"):
        header = next(
            line
            for line in (resource_folder() / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        )
        body = rows if table == f"{name}.tsv" else []
        (folder / f"{name}.tsv").write_text("\n".join([header, *body]), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_amount_words(tmp_path)
    assert [fault.line for fault in caught.value.faults] == lines


def test_every_fault_of_the_score_table_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "score_words.tsv").write_text("role\tvalue\tforms\ngoal\t1\tهدف\ntwo\ttwo\tهدفان", encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_score_words(tmp_path)
    assert [fault.line for fault in caught.value.faults] == [2, 3]


def test_units_without_a_country_may_be_any_of_that_name() -> None:
    amounts = load_amount_words(resource_folder())
    assert amounts.same_money("dinar", "IQD")
    assert amounts.same_money("USD", "USD")
    assert not amounts.same_money("dinar", "USD")
    assert not amounts.same_money("IQD", "KWD")
