"""What a module imports, read from its source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module by its full name; ``typing_only`` ones stand under ``if TYPE_CHECKING``, ``late`` ones in a
    function."""

    module: str
    line: int
    typing_only: bool
    late: bool


def modules_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def module_name(path: Path, root: Path) -> str:
    """``workbench.text.tokens`` of ``workbench/text/tokens.py``; a package goes by its folder's name."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: str, name: str, is_package: bool = False) -> list[Import]:
    """Every import statement of a module called ``name``, relative ones resolved."""
    package = name if is_package else name.rpartition(".")[0]
    return list(_walk(ast.parse(source), package, typing_only=False, late=False))


def _walk(node: ast.AST, package: str, typing_only: bool, late: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, typing_only, late) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield from (Import(module, child.lineno, typing_only, late) for module in _targets(child, package))
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for part in child.body:
                yield from _walk(ast.Module([part], []), package, True, late)
            for part in child.orelse:
                yield from _walk(ast.Module([part], []), package, typing_only, late)
        else:
            inside = late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from _walk(child, package, typing_only, inside)


def _targets(statement: ast.ImportFrom, package: str) -> list[str]:
    base = statement.module or ""
    if statement.level:
        above = package.split(".")[: len(package.split(".")) - statement.level + 1]
        base = ".".join([*above, base] if base else above)
    # `from workbench import text` names a module as well as a value would be named; both spellings are judged.
    return [base, *(f"{base}.{alias.name}" for alias in statement.names if alias.name != "*")]
