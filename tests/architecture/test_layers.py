"""The arrows between the layers, and who may import what from outside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.architecture.imports import PROJECT, Import, imports_of, module_name, modules_below

# From the bottom: each may import those before it and nothing after.
LAYERS = ("text", "knowledge", "mentions", "claims", "alignment", "checks", "engine")
# Below all layers, importing none of them.
GROUND = {"resources", "qt_libraries"}
# Above the engine, which must not lean on each other.
APART = {
    "store": {"gui", "report", "importing", "training", "cli"},
    "report": {"gui", "store", "importing", "cli"},
    "importing": {"gui", "store", "report", "cli"},
    "review": {"gui", "store", "report", "importing", "cli"},
    "training": {"gui", "cli"},
    "gui": {"cli"},
}
# What the engine may use besides the standard library, and who may use it.
ENGINE_LIBRARIES = {"babel", "camel_tools", "charset_normalizer", "hijridate", "rapidfuzz", "snowballstemmer"}
# Of the standard library: nothing that stores, shows, or goes to the network.
NOT_IN_ENGINE = {"sqlite3", "tkinter", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "subprocess"}
ONLY_IN = {
    "camel_tools": ("workbench.text.morphology",),
    "sqlite_utils": ("workbench.store",),
    "sqlite3": ("workbench.store",),
    "defusedxml": ("workbench.importing",),
    "pypdf": ("workbench.importing",),
    "striprtf": ("workbench.importing",),
    "trafilatura": ("workbench.importing",),
    "PySide6": ("workbench.gui",),
    "shiboken6": ("workbench.gui",),
}
NOWHERE = {"torch", "transformers", "pandas", "sklearn", "scipy", "numpy"}

MODULES = {module_name(path, PROJECT): path for path in modules_below(PROJECT / "workbench")}


def layer_of(module: str) -> str:
    """The part of ``workbench`` a module belongs to: its folder, or its own name."""
    return module.split(".")[1] if module.count(".") else ""


def read_imports(path: Path) -> list[Import]:
    return imports_of(path.read_text(encoding="utf-8"), module_name(path, PROJECT), path.name == "__init__.py")


def layer_faults(module: str, imports: list[Import]) -> list[str]:
    """Imports of ``module`` that run against an arrow."""
    own = layer_of(module)
    faults = []
    for imported in imports:
        other = layer_of(imported.module)
        if not imported.module.startswith("workbench.") or other == own:
            continue
        if own in GROUND:
            wrong = other in LAYERS or other not in GROUND
        elif own in LAYERS:
            below = LAYERS[: LAYERS.index(own)]
            # A name that is no module of ours is a value of the package itself, such as its version.
            wrong = other not in below and other not in GROUND and other != "__version__"
        else:
            wrong = other in APART.get(own, ())
        if wrong:
            faults.append(f"{module}:{imported.line} imports {imported.module}")
    return faults


def library_faults(module: str, imports: list[Import]) -> list[str]:
    """Imports of ``module`` from outside that it may not make."""
    in_engine = layer_of(module) in LAYERS
    faults = []
    for imported in imports:
        root = imported.module.partition(".")[0]
        if root in {"workbench", "__future__"}:
            continue
        homes = ONLY_IN.get(root)
        if root in NOWHERE:
            why = "nothing here may"
        elif homes and not any(module == home or module.startswith(home + ".") for home in homes):
            why = f"only {', '.join(homes)} may"
        elif root == "camel_tools" and not (imported.late or imported.typing_only):
            why = "it must be imported late, inside a function"
        elif in_engine and root in NOT_IN_ENGINE:
            why = "the engine may not"
        elif in_engine and root not in sys.stdlib_module_names and root not in ENGINE_LIBRARIES:
            why = "the engine's own libraries are " + ", ".join(sorted(ENGINE_LIBRARIES))
        else:
            continue
        faults.append(f"{module}:{imported.line} imports {imported.module}: {why}")
    return faults


def test_every_layer_is_there() -> None:
    assert set(LAYERS) <= {layer_of(module) for module in MODULES}


def test_imports_run_along_the_arrows() -> None:
    faults = [fault for module, path in MODULES.items() for fault in layer_faults(module, read_imports(path))]
    assert not faults, "\n".join(faults)


def test_libraries_stay_where_they_belong() -> None:
    faults = [fault for module, path in MODULES.items() for fault in library_faults(module, read_imports(path))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("module", "source", "good"),
    [
        ("workbench.claims.view", "from workbench.text.values import Span", True),
        ("workbench.claims.view", "from workbench.alignment import values", False),
        ("workbench.claims.view", "from ..checks.values import Finding", False),
        ("workbench.claims.view", "from .values import Claim", True),
        ("workbench.text.tokens", "def f():\n    import workbench.knowledge.base", False),
        ("workbench.text.tokens", "if TYPE_CHECKING:\n    from workbench.engine import Engine", False),
        ("workbench.checks.arithmetic.sums", "from workbench.cli import main", False),
        ("workbench.knowledge.base", "from workbench.resources import resource_folder", True),
        ("workbench.resources", "from workbench.text.values import Span", False),
        ("workbench.gui.window", "from workbench.store.project import Project", True),
        ("workbench.store.project", "from workbench.gui.window import Window", False),
        ("workbench.cli", "from workbench.gui.window import Window", True),
    ],
)
def test_the_layer_rule_itself(module: str, source: str, good: bool) -> None:
    assert (layer_faults(module, imports_of(source, module)) == []) is good


@pytest.mark.parametrize(
    ("module", "source", "good"),
    [
        ("workbench.text.morphology", "def f():\n    from camel_tools.morphology.analyzer import Analyzer", True),
        ("workbench.text.morphology", "from camel_tools.morphology.analyzer import Analyzer", False),
        ("workbench.text.tokens", "def f():\n    import camel_tools", False),
        ("workbench.store.schema", "import sqlite_utils", True),
        ("workbench.report.page", "import sqlite_utils", False),
        ("workbench.gui.panes", "from PySide6 import QtWidgets", True),
        ("workbench.gui_extra", "from PySide6 import QtWidgets", False),
        ("workbench.engine", "import sqlite3", False),
        ("workbench.claims.view", "import click", False),
        ("workbench.claims.view", "from rapidfuzz import fuzz", True),
        ("workbench.knowledge.tables", "import urllib.request", False),
        ("workbench.importing.web", "import urllib.request", True),
        ("workbench.training.scores", "import pandas", False),
    ],
)
def test_the_library_rule_itself(module: str, source: str, good: bool) -> None:
    assert (library_faults(module, imports_of(source, module)) == []) is good
