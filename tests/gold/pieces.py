"""The gold pieces of this folder: what a careful reader finds in one article or a pair, and what nobody should."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
ROW_KINDS = ("expect", "align", "never", "may")
PLACES = ("a", "a2", "b", "b2")  # a row's words: twice in article A, twice in article B
KINDS = {
    "contradiction": (
        "quantity casualties date time duration place actor attribution identity negation quote score sequence"
    ).split(),
    "anachronism": "office organisation state lifespan".split(),
    "calendar": "weekday month-names hijri utc-offset no-such-day".split(),
    "arithmetic": "sum percentage difference age".split(),
    "sourcing": "unattributed vague anonymous speculation".split(),
    "copy": "insertion quotation-mark bracket repetition doubled-word truncated".split(),
}
HARD = ("contradiction", "anachronism", "calendar", "arithmetic")
RELATIONS = ("agrees", "contradicts", "updates", "unsure")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One JSON file with the texts beside it; ``texts`` maps ``a`` and, for a pair, ``b`` to the text as it stands."""

    path: Path
    gold: Mapping[str, Any]
    texts: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.path.stem

    @property
    def paired(self) -> bool:
        return "b" in self.texts

    def rows(self, kind: str) -> list[Row]:
        """The rows of one of ``ROW_KINDS``."""
        return list(self.gold.get(kind, ()))

    def all_rows(self) -> Iterator[tuple[str, Row]]:
        for kind in ROW_KINDS:
            for row in self.rows(kind):
                yield kind, row

    def date(self, side: str) -> dt.date | None:
        """The day given for an article. Raises ValueError where it is none."""
        given = self.gold.get(f"date_{side}")
        return dt.date.fromisoformat(given) if given else None


def read_piece(path: Path) -> Piece:
    """A piece from its JSON file; the texts are read as the program is given them."""
    texts = {}
    for side in "ab":
        file = path.with_name(f"{path.stem}-{side}.txt")
        if file.exists():
            texts[side] = file.read_text(encoding="utf-8")
    return Piece(path, json.loads(path.read_text(encoding="utf-8")), texts)


def read_pieces(folder: Path = FOLDER) -> list[Piece]:
    """All pieces of a folder, by name."""
    return [read_piece(path) for path in sorted(folder.glob("*.json"))]
