"""Reading the tables of agencies and of the words that tell an article's parts apart."""

from __future__ import annotations

from pathlib import Path

from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.text.cues import ArticleCues, signature

AGENCY_COLUMNS = ("name", "ar", "forms", "kind", "country")
CUE_COLUMNS = ("kind", "forms", "agency")
AGENCY_KINDS = ("agency", "media")
CUE_KINDS = ("caption", "caption-start", "caption-end", "byline-start", "agencies", "signoff", "source-start",
             "aside-start", "not-place", "weekday", "month", "date-start")  # fmt: skip


def load_article_cues(folder: Path) -> ArticleCues:
    """The cues of ``folder/lexicon``. Raises TableError with every fault of either table."""
    faults: list[Fault] = []
    agencies = _agencies(read_table(folder / "lexicon" / "agencies.tsv", AGENCY_COLUMNS), faults)
    names = frozenset(agencies.values())
    cues: dict[str, set[str]] = {kind: set() for kind in CUE_KINDS}
    signoffs: dict[str, str] = {}
    for row in read_table(folder / "lexicon" / "article_cues.tsv", CUE_COLUMNS):
        forms = {signature(form) for form in row.variants("forms")} - {""}
        if row["kind"] not in cues:
            faults.append(Fault(row.file, row.line, f"unknown kind {row['kind']!r}"))
        elif not forms:
            faults.append(Fault(row.file, row.line, "no forms"))
        elif row["kind"] == "signoff" and row["agency"] not in names:
            faults.append(Fault(row.file, row.line, f"unknown agency {row['agency']!r}"))
        elif row["kind"] == "signoff":
            signoffs.update(dict.fromkeys(forms, row["agency"]))
        else:
            cues[row["kind"]] |= forms
    if faults:
        raise TableError(tuple(faults))
    return ArticleCues(
        agencies=agencies,
        unnamed_agencies=frozenset(cues["agencies"]),
        signoffs=signoffs,
        captions=frozenset(cues["caption"]),
        caption_starts=frozenset(cues["caption-start"]),
        caption_ends=frozenset(cues["caption-end"]),
        byline_starts=frozenset(cues["byline-start"]),
        source_starts=frozenset(cues["source-start"]),
        aside_starts=frozenset(cues["aside-start"]),
        not_places=frozenset(cues["not-place"]),
        weekdays=frozenset(cues["weekday"]),
        months=frozenset(cues["month"]),
        date_starts=frozenset(cues["date-start"]),
    )


def _agencies(rows: tuple[Row, ...], faults: list[Fault]) -> dict[str, str]:
    agencies: dict[str, str] = {}
    seen: set[str] = set()
    for row in rows:
        if not row["name"] or not row["ar"] or not row.variants("forms"):
            faults.append(Fault(row.file, row.line, "name, ar and forms must not be empty"))
        if row["kind"] not in AGENCY_KINDS:
            faults.append(Fault(row.file, row.line, f"unknown kind {row['kind']!r}"))
        if row["name"] in seen:
            faults.append(Fault(row.file, row.line, f"{row['name']} is listed twice"))
        seen.add(row["name"])
        for form in row.variants("forms"):
            signed = signature(form)
            if agencies.setdefault(signed, row["name"]) != row["name"]:
                faults.append(Fault(row.file, row.line, f"{form} signs both {agencies[signed]} and {row['name']}"))
    return agencies
