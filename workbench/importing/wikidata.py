"""A file of Wikidata's query service into a person's own tables: read, planned, written in one step."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.importing.wikidata_rows import NotQueryResultsError, has_positions, read_statements
from workbench.importing.wikidata_terms import FILE, Plan, plan_import
from workbench.knowledge.facts.all_tables import TABLES
from workbench.knowledge.facts.holders import NoSuchOfficeError, find_office
from workbench.knowledge.facts.world import load_world
from workbench.knowledge.tables import TableError
from workbench.text.values import Bilingual

MOST_BYTES = 64_000_000


class ImportingError(ValueError):
    """Nothing was imported; ``why`` is one sentence."""

    def __init__(self, why: Bilingual) -> None:
        self.why = why
        super().__init__(why.en)


def import_file(
    path: Path, folder: Path, own: Path, office: str | None = None, as_of: dt.date | None = None, dry_run: bool = False
) -> Plan:
    """Plan the import of ``path`` beside the tables of ``folder`` (``resources/knowledge``) and ``own``, and unless it
    is a dry run write it to ``own``. Raises ImportingError where the file or the call cannot be used; then, and where
    nothing is new, nothing has been written."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ImportingError(Bilingual("it is too large", "حجمه أكبر من اللازم"))
        data = path.read_bytes()
        changed = dt.date.fromtimestamp(path.stat().st_mtime)
    except OSError as error:
        raise _io_error("it cannot be read", "لا يمكن قراءته", error) from None
    try:
        statements = read_statements(data)
        world = load_world(folder, own)
        id = find_office(office, world).id if office else None
    except NotQueryResultsError as error:
        raise ImportingError(error.why) from None
    except NoSuchOfficeError as error:
        raise ImportingError(Bilingual(str(error), f"لا منصب باسم «{office}»")) from None
    except TableError as error:
        raise ImportingError(
            Bilingual(f"the program's tables cannot be read: {error}", f"جداول البرنامج لا تُقرأ: {error}")
        ) from None
    if id is None and not has_positions(statements):
        raise ImportingError(
            Bilingual(
                "it has no column for the position; add one, or say with --office which it is about",
                "لا عمود فيه للمنصب؛ أضف العمود أو حدّد المنصب بالخيار --office",
            )
        )
    today = dt.date.today()
    plan = plan_import(statements, world, folder, own, min(as_of or changed, today), id)
    if plan.written and not dry_run:
        try:
            _write(own, plan)
        except OSError as error:
            raise _io_error(f"{own} cannot be written", f"لا يمكن الكتابة في {own}", error) from None
    return plan


def _io_error(english: str, arabic: str, error: OSError) -> ImportingError:
    return ImportingError(Bilingual(f"{english}: {error.strerror}", f"{arabic}: {error.strerror}"))


def _write(own: Path, plan: Plan) -> None:
    """Both files whole beside the old ones first, then each takes its place: people before the terms that name them."""
    partial: list[tuple[Path, Path]] = []
    try:
        for name, rows in (("people", plan.people), ("terms", plan.terms)):
            target = own / name / FILE
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(f"{FILE}.{os.getpid()}.part")
            partial.append((part, target))
            part.write_text(_table(TABLES[name], rows), encoding="utf-8")
        for part, target in partial:
            part.replace(target)
    finally:
        for part, _ in partial:
            part.unlink(missing_ok=True)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "# Taken from Wikidata by «workbench knowledge import»; rows may be corrected by hand.\n"
    return head + "".join("\t".join(cells) + "\n" for cells in (columns, *rows))
