"""The knowledge tables: loading them against reading them anew, finding names among ten times as many."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.articles import long_article
from tests.benchmarks.measuring import Measurement, alternating
from workbench.knowledge.facts.world import World, load_world
from workbench.mentions.names.finding import find_names
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens
from workbench.text.values import Token

MOST_MILLISECONDS = 30.0
_TAILS = ("البحيري", "الساحلي", "الهضبي", "الجزيري", "الرملي", "النهري", "الوادي", "الصخري", "الغيمي", "المرجي",
          "الكثيبي", "السهلي", "الضفافي", "الينبوعي", "الغديري")  # fmt: skip


def ten_times_the_names() -> Iterator[Measurement]:
    """Names found in one text among those the program knows, and among ten times as many that begin as they do."""
    knowledge = resource_folder() / "knowledge"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "knowledge"
        shutil.copytree(knowledge, copy)
        multiply(copy / "people")
        multiply(copy / "places")
        multiply(copy / "organisations")
        known, crowd = load_world(knowledge), load_world(copy)
    sentences = [read_tokens(line) for line in long_article(20_000).splitlines() if line.strip()]
    find_all(sentences, known)
    few, many = alternating(lambda: find_all(sentences, known), lambda: find_all(sentences, crowd), rounds=5)
    detail = (
        f"{len(known.names.uses)} names {few * 1000:.0f} ms, {len(crowd.names.uses)} names {many * 1000:.0f} ms, "
        f"{sum(map(len, sentences))} tokens"
    )
    yield Measurement("ten times the names", many / few, 1.5, "times", detail)


def find_all(sentences: list[tuple[Token, ...]], world: World) -> int:
    return sum(len(find_names(tokens, world)) for tokens in sentences)


def multiply(folder: Path) -> None:
    """Every row once more with each tail: fifteen times, since titles and what is made of them stay as they are; under
    ids of their own, its names each with a further word."""
    for path in folder.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        header = next(line for line in lines if not line.startswith("#"))
        names = header.split("\t").index("names")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#") and line != header]
        more = [
            "\t".join([f"{row[0]}-{at}", *row[1:names], _longer(row[names], tail), *row[names + 1 :]])
            for at, tail in enumerate(_TAILS)
            for row in rows
        ]
        (folder / f"more-{path.name}").write_text("\n".join([header, *more]) + "\n", encoding="utf-8")


def _longer(cell: str, tail: str) -> str:
    return "|".join(f"{name} {tail}" for name in cell.split("|"))


def loading_the_world() -> Iterator[Measurement]:
    """People, offices, terms, organisations and places ready to be asked, as at every start but the first."""
    folder = resource_folder() / "knowledge"
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place)
        load_world(folder, None, cache)
        kept, anew = alternating(lambda: load_world(folder, None, cache), lambda: load_world(folder), rounds=9)
    detail = f"anew {anew * 1000:.1f} ms"
    yield Measurement("loading the knowledge tables", kept * 1000, MOST_MILLISECONDS, "ms", detail)
