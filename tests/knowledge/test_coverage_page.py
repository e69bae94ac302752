"""The page that says what the tables know is the one they give."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from workbench.knowledge.facts.all_tables import read_tables
from workbench.resources import resource_folder

PROJECT = Path(__file__).resolve().parents[2]


def coverage() -> ModuleType:
    spec = importlib.util.spec_from_file_location("coverage_page", PROJECT / "packaging" / "coverage_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date() -> None:
    module = coverage()
    page = module.coverage_page(read_tables(resource_folder() / "knowledge", []))
    assert module.PAGE.read_text(encoding="utf-8") == page, "run python packaging/coverage_page.py"


def test_every_office_has_its_row() -> None:
    tables = read_tables(resource_folder() / "knowledge", [])
    page = coverage().coverage_page(tables)
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    told = {(cells[0].removeprefix("| "), cells[1]): cells[2] for cells in rows if len(cells) >= 6}
    held = {office.id: 0 for office in tables.offices}
    for term in tables.terms:
        held[term.office] += term.person != "-"
    assert {(office.name_en, office.name_ar) for office in tables.offices} <= set(told)
    assert all(told[office.name_en, office.name_ar] == str(held[office.id]) for office in tables.offices)
