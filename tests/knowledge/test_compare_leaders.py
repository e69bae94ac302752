"""Our heads of state and government beside the public list of leaders, where that lies beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.compare_leaders import LIST, compare, read_list
from workbench.knowledge.facts.world import load_world
from workbench.knowledge.tables import read_table
from workbench.resources import resource_folder

EXPLAINED = {
    (row["country"], row["leader"])
    for row in read_table(Path(__file__).parent / "leaders_explained.tsv", ("country", "leader", "reason"))
}


@pytest.mark.skipif(not LIST.is_file(), reason="the public list of leaders does not lie beside the project")
def test_dates_agree_with_the_public_list() -> None:
    world = load_world(resource_folder() / "knowledge")
    known = {office.country for office in world.offices.values()}
    rows = [compare(row, world) for row in read_list() if row.country in known]
    found = [each for each in rows if each.term is not None]
    differing = {
        (each.row.country, each.row.leader, each.row.start, each.row.end)
        for each in found
        if "differs" in (each.start, each.end) and (each.row.country, each.row.leader) not in EXPLAINED
    }
    assert len(found) >= 60
    assert not differing
