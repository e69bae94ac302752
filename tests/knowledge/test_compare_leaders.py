"""Our heads of state and government beside the public list of leaders, where that lies beside the project."""

from __future__ import annotations

import pytest

from tests.knowledge.compare_leaders import LIST, compare, read_list
from workbench.knowledge.world import load_world
from workbench.resources import resource_folder

# Where the list names the power behind an office, or dates it otherwise, with the reason.
EXPLAINED = {
    ("DE", "Kohl"): "two rows, before and after unification",
    ("RU", "Yeltsin"): "counted from the coup of August 1991, not from the inauguration",
    ("RU", "Putin"): "counted as one stretch; the acting days of 31 December 1999 are a term of their own here",
    ("SY", "Al-Assad H."): "counted from the seizure of the acting presidency",
    ("SY", "Bashar al-Assad"): "counted from his father's death; the list ends in 2021",
    ("LB", "Siniora"): "counted as acting head of state",
    ("LB", "Salam"): "counted as acting head of state",
    ("LB", "Michel Aoun"): "the list turns to the head of government in 2019",
    ("LB", "Hassan Diab"): "counted from his designation",
    ("LB", "Saad Hariri"): "designated, never formed that government",
    ("SA", "Fahd"): "ends with the stroke of 1995, not with his death",
    ("SA", "Abdullah"): "counted from his regency",
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
