"""Answers of Wikidata's query service about positions held: SPARQL JSON, a JSON list of rows, CSV; columns recognised.

The columns that count, under any of the names in ``COLUMNS`` (case, spaces and underscores do not matter), labels with
``Label`` and the language behind: ``person``, ``personLabel``, ``personLabelAr``, ``position``, ``positionLabel``,
``start``, ``end``, and where they are there ``startPrecision``, ``endPrecision``, ``sex``, ``born``, ``died``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.text.values import Bilingual

COLUMNS: dict[str, tuple[str, ...]] = {
    "person": (
        "person", "item", "human", "holder", "officeholder", "politician", "official", "subject", "qid", "wikidata",
        "leader", "minister", "head", "name", "label", "who", "",
    ),
    "position": ("position", "positionheld", "office", "post", "role", "title", "p39"),
    "start": ("start", "startdate", "starttime", "from", "begin", "since", "p580"),
    "end": ("end", "enddate", "endtime", "to", "until", "p582"),
    "sex": ("sex", "gender", "sexorgender", "p21"),
    "born": ("born", "birth", "birthdate", "dateofbirth", "dob", "p569"),
    "died": ("died", "death", "deathdate", "dateofdeath", "dod", "p570"),
}  # fmt: skip
_ENTITY = re.compile(r"(?:.*/)?(Q[1-9][0-9]*)")
_ARABIC = re.compile("[\u0621-\u064a]")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_LABELS = {
    f"{label}{language}": language
    for label in ("label", "name", "altlabel", "")
    for language in ("en", "ar", "")
    if label or language
}


class NotQueryResultsError(ValueError):
    """A file that is no answer of the query service; ``why`` is one sentence."""

    def __init__(self, why: Bilingual) -> None:
        self.why = why
        super().__init__(why.en)


@dataclass(frozen=True, slots=True)
class Statement:
    """One row: that a person held a position. ``row`` counts from 1. Ids are Wikidata's, empty where the file has
    none, as are labels; ``position`` is what the file says of the position where that is no Wikidata id and no label.
    Dates stand as the file has them, each with its precision (``9`` year, ``10`` month, ``11`` day, or empty)."""

    row: int
    person_id: str = ""
    person_en: str = ""
    person_ar: str = ""
    position_id: str = ""
    position_en: str = ""
    position_ar: str = ""
    start: str = ""
    end: str = ""
    start_precision: str = ""
    end_precision: str = ""
    sex: str = ""
    born: str = ""
    died: str = ""


def read_statements(data: bytes) -> tuple[Statement, ...]:
    """The rows of a file. Raises NotQueryResultsError for one that cannot be used at all."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotQueryResultsError(Bilingual("it is not UTF-8 text", "ليس نصا بترميز UTF-8")) from None
    if not text.strip():
        raise NotQueryResultsError(Bilingual("it is empty", "الملف فارغ"))
    if "\0" in text:
        raise NotQueryResultsError(Bilingual("it holds NUL characters", "يحوي رموز NUL"))
    rows = _json_rows(text) if text.lstrip()[0] in "{[" else _csv_rows(text)
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: found for name in names if (found := _column(name)) is not None}
    fields = {field for field, _ in columns.values()}
    if not rows:
        raise NotQueryResultsError(Bilingual("it holds no rows", "لا صفوف فيه"))
    missing = [field for field in ("person", "start") if field not in fields]
    if missing:
        listed = ", ".join(names[:12])
        raise NotQueryResultsError(
            Bilingual(
                f"no column for {' and '.join(missing)} among {listed}; name them as in: person, personLabel, "
                "personLabelAr, position, positionLabel, start, end",
                f"لا عمود فيه باسم {' و'.join(missing)}؛ والأسماء المفهومة: person، personLabel، personLabelAr، "
                "position، positionLabel، start، end",
            )
        )
    return tuple(_statement(number, row, columns) for number, row in enumerate(rows, 1))


def has_positions(statements: tuple[Statement, ...]) -> bool:
    """Whether any row says which position it is about."""
    return any(one.position_id or one.position_en or one.position_ar for one in statements)


def _json_rows(text: str) -> list[dict[str, str]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise NotQueryResultsError(Bilingual("it is not JSON", "ليس ملف JSON سليما")) from None
    if isinstance(data, dict):
        results = data.get("results")
        data = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise NotQueryResultsError(
            Bilingual(
                "it is neither an answer in SPARQL JSON nor a list of rows",
                "ليس جوابا بصيغة SPARQL JSON ولا قائمة صفوف",
            )
        )
    return [dict(_bound(row)) for row in data]


def _bound(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        unknown = isinstance(value, dict) and value.get("type") == "bnode"
        value = value.get("value") if isinstance(value, dict) else value
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield str(name), "_:unknown" if unknown else str(value)


def _csv_rows(text: str) -> list[dict[str, str]]:
    header = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    if delimiter not in header:
        raise NotQueryResultsError(Bilingual("it is neither JSON nor a CSV table", "ليس ملف JSON ولا جدولا بصيغة CSV"))
    try:
        reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter, strict=True)
        names = [name.strip() for name in next(reader)]
        return [dict(zip(names, cells, strict=False)) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise NotQueryResultsError(Bilingual(f"its CSV is broken: {error}", f"جدول CSV معطوب: {error}")) from None


def _column(name: str) -> tuple[str, str] | None:
    """What a column holds: a field, and "id", "en", "ar" or "label" (in a language that its letters tell), or
    "precision"."""
    bare = re.sub(r"[^a-z0-9]", "", name.lower())
    for field, names in COLUMNS.items():
        if bare in names and bare:
            return field, "label" if bare in ("name", "label") else "id"
    for field in ("person", "position", "sex"):
        for base in COLUMNS[field]:
            if bare.startswith(base) and bare[len(base) :] in _LABELS:
                return field, _LABELS[bare[len(base) :]] or "label"
    for field in ("start", "end"):
        if any(bare == f"{base}precision" for base in (*COLUMNS[field], f"{field}time", f"{field}date")):
            return field, "precision"
    return None


def _statement(number: int, row: Mapping[str, str], columns: Mapping[str, tuple[str, str]]) -> Statement:
    values: dict[str, str] = {}
    for name, (field, part) in columns.items():
        value = _clean(row.get(name) or "")
        if not value:
            continue
        if field in ("person", "position"):
            entity = _ENTITY.fullmatch(value)
            if entity:
                key, value = f"{field}_id", entity.group(1)
            else:
                key = f"{field}_ar" if _ARABIC.search(value) else f"{field}_en"
                if part == "ar" and key.endswith("_en"):
                    continue  # the label service falls back to another language
        elif field == "sex":
            key = "sex"
        else:
            key = f"{field}_precision" if part == "precision" else field
        values.setdefault(key, value)
    return Statement(number, **values)


def _clean(value: str) -> str:
    return " ".join(_MARKS.sub("", value).replace("|", " ").split())
