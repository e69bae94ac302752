"""How modules are cut: named for what they do, short enough to hold in the head, described in a line."""

from __future__ import annotations

import ast

from tests.architecture.imports import PROJECT, modules_below

NAMES_OF_NOTHING = {"util", "utils", "helper", "helpers", "misc", "manager", "managers", "common", "tools", "stuff"}
LONGEST = 500  # lines; about 400 is a smell already

MODULES = [path for folder in ("workbench", "packaging") for path in modules_below(PROJECT / folder)]
SOURCES = MODULES + modules_below(PROJECT / "tests")


def test_names_say_something() -> None:
    named = {part for path in SOURCES for part in path.relative_to(PROJECT).with_suffix("").parts}
    assert not named & NAMES_OF_NOTHING


def test_modules_are_short() -> None:
    lengths = {path.relative_to(PROJECT): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {str(name): length for name, length in lengths.items() if length > LONGEST}


def test_modules_are_described() -> None:
    undescribed = [
        str(path.relative_to(PROJECT))
        for path in MODULES
        if path.name != "__main__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not undescribed


def test_no_value_that_functions_rebind() -> None:
    """``global`` is how state hides; caches are objects passed along."""
    rebinding = [
        f"{path.relative_to(PROJECT)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert not rebinding
