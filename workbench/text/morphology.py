"""What a word may be, by camel-tools' analyser: the only module that imports camel-tools, and only when asked."""

from __future__ import annotations

import os
import sys
import threading
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from workbench.text.normal import plain
from workbench.text.values import Bilingual

Source = Literal["news", "calima", "stemmer"]
Number = Literal["singular", "dual", "plural", ""]

_NUMBERS: dict[str, Number] = {"s": "singular", "d": "dual", "p": "plural"}
_CALIMA = Path("data", "morphology_db", "calima-msa-r13", "morphology.db")
_SHORTEST_FOR_STEMMER = 4
_MOST_WORDS = 200_000  # remembered at a time
_ORDER = {"particle": 0, "noun": 1, "verb": 2, "masdar": 3, "participle": 4, "adjective": 5}
# The stemmer takes ال off, but not with a particle before it.
_ARTICLES = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_IMPORTING = threading.Lock()


class MorphologyError(RuntimeError):
    """camel-tools cannot be imported, or a database cannot be read."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word. ``lemma`` is unvocalised, spelled as its source spells it; what the source does not know
    is empty. ``concept`` is the news vocabulary's identifier, empty for the others."""

    lemma: str
    pos: str
    number: Number
    gender: Literal["m", "f", ""]
    form: str
    concept: str
    proclitics: str
    enclitic: str
    source: Source


@dataclass(frozen=True, slots=True)
class Status:
    """Which database reads the words, for people: ``full`` where the user's calima-msa-r13 is in use."""

    full: bool
    database: Path
    text: Bilingual


class Morphology:
    """Reads words: first the program's own database, then the user's calima-msa-r13 where there is one, then Snowball's
    Arabic stemmer. Never touches the network, never writes.

    Each distinct word is read once while the object remembers it. Nothing is imported or loaded before the
    first word asks for it. One object belongs to one thread at a time.
    """

    def __init__(self, database: Path, user_folder: Path | None = None) -> None:
        """``database`` is the program's own (resources/morphology/news.db); ``user_folder`` the data folder of the
        user's camel-tools, found by ``user_data_folder()`` unless given."""
        self._database = database
        self._calima = (user_data_folder() if user_folder is None else user_folder) / _CALIMA
        self._analysers: dict[Path, Any] = {}
        self._stemmer: Any = None
        self._memory: dict[str, tuple[Analysis, ...]] = {}
        self._beyond: dict[str, tuple[Analysis, ...]] = {}

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Every reading by the first source that knows the word; the stemmer's single one where none does.

        Raises MorphologyError where camel-tools or its database cannot be used.
        """
        word = plain(word)
        found = self._memory.get(word)
        if found is None:
            found = tuple(self._read(self._database, "news", word)) or self.beyond_news(word)
            if len(self._memory) >= _MOST_WORDS:
                self._memory.clear()
            self._memory[word] = found
        return found

    def beyond_news(self, word: str) -> tuple[Analysis, ...]:
        """The same for a word that the lexicon has been asked for in vain: the program's own database holds nothing
        else, so it is left out, and without calima camel-tools is not even imported."""
        word = plain(word)
        found = self._beyond.get(word)
        if found is None:
            found = tuple(self._read(self._calima, "calima", word)) if self._calima.is_file() else ()
            if len(self._beyond) >= _MOST_WORDS:
                self._beyond.clear()
            found = self._beyond[word] = found or (self._stem(word),)
        return found

    def lemma(self, word: str) -> str:
        """The lemma of the first reading, or the stem: always something to compare words by."""
        return self.analyses(word)[0].lemma

    def lemma_beyond_news(self, word: str) -> str:
        """The same for a word that the lexicon does not know."""
        return self.beyond_news(word)[0].lemma

    def status(self) -> Status:
        """Which database is in use, without loading any."""
        if self._calima.is_file():
            return Status(True, self._calima, Bilingual(
                "the full morphology calima-msa-r13, beside the program's own news vocabulary",
                "التحليل الصرفي الكامل calima-msa-r13 إلى جانب معجم الأخبار الخاص بالبرنامج",
            ))  # fmt: skip
        return Status(False, self._database, Bilingual(
            "the program's own news vocabulary; other words by Snowball's stemmer",
            "معجم الأخبار الخاص بالبرنامج، وتُجذَّع الكلمات الأخرى بمجذِّع Snowball",
        ))  # fmt: skip

    def _read(self, database: Path, source: Source, word: str) -> Iterator[Analysis]:
        if not word or not word.isalpha():
            return
        analyser = self._analysers.get(database)
        if analyser is None:
            analyser = self._analysers[database] = _analyser(database)
        readings = [r for r in analyser.analyze(word) if r.get("source") not in ("foreign", "digit", "punc", "backoff")]
        if source == "calima":
            readings.sort(key=lambda reading: -float(reading.get("pos_lex_logprob", -99.0)))
        yield from sorted(dict.fromkeys(_analysis(reading, source) for reading in readings), key=_plainest)

    def _stem(self, word: str) -> Analysis:
        stem = word
        if len(word) >= _SHORTEST_FOR_STEMMER:
            if self._stemmer is None:
                import snowballstemmer

                self._stemmer = snowballstemmer.stemmer("arabic")
            article = next((a for a in _ARTICLES if word.startswith(a) and len(word) > len(a) + 2), "")
            stem = self._stemmer.stemWord(word[len(article) :]) or word
        return Analysis(stem, "", "", "", "", "", "", "", "stemmer")


def user_data_folder() -> Path:
    """Where camel-tools keeps what a person has fetched with ``camel_data``; it need not exist."""
    chosen = os.environ.get("CAMELTOOLS_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def _analyser(database: Path) -> Any:
    try:
        with _without_catalogue():
            from camel_tools.morphology.analyzer import Analyzer
            from camel_tools.morphology.database import MorphologyDB
        return Analyzer(MorphologyDB(str(database)))
    except Exception as fault:  # whatever a foreign package raises, the program has one thing to say
        raise MorphologyError(f"the morphology in {database} cannot be used: {fault}") from fault


@contextmanager
def _without_catalogue() -> Iterator[None]:
    """While camel-tools' analyser is being imported, an empty module stands for ``camel_tools.data``.

    That package makes a folder in the user's home and, where it finds no catalogue, fetches one from the network with
    no timeout; the analyser needs it only for databases asked for by name, and ours are asked for by path. Nothing
    else of the process changes (setting HOME or CAMELTOOLS_DATA would, for every thread). Where somebody has imported
    the real one before, it stays. The stand-in goes again, so that a later import finds the real one.
    """
    name = "camel_tools.data"
    with _IMPORTING:
        if name in sys.modules or "camel_tools.morphology.analyzer" in sys.modules:
            yield
            return
        stand_in = types.ModuleType(name)
        stand_in.CATALOGUE = None  # type: ignore[attr-defined]
        sys.modules[name] = stand_in
        try:
            yield
        finally:
            sys.modules.pop(name, None)
            if getattr(sys.modules.get("camel_tools"), "data", None) is stand_in:
                delattr(sys.modules["camel_tools"], "data")


def _plainest(analysis: Analysis) -> tuple[int, int]:
    """The likelier reading first: as few attached particles as can be, a noun before a verbal noun. Calima says which
    is likelier itself; its readings have neither, and sorting keeps their order."""
    return (
        len(analysis.proclitics) + bool(analysis.enclitic),
        _ORDER.get(analysis.pos, 9) if analysis.source == "news" else 0,
    )


def _analysis(reading: Mapping[str, Any], source: Source) -> Analysis:
    gender = reading.get("gen")
    number = _NUMBERS.get(str(reading.get("num")), "")
    if source == "calima":
        return Analysis(
            plain(str(reading.get("lex", ""))), str(reading.get("pos", "")), number,
            gender if gender in ("m", "f") else "", "", "", "", "", source,
        )  # fmt: skip
    proclitics = enclitic = ""
    for piece in str(reading.get("bw", "")).split("+"):
        if piece.endswith("/P"):
            proclitics = piece[:-2]
        elif piece.endswith("/E"):
            enclitic = piece[:-2]
    return Analysis(
        str(reading["lex"]), str(reading["pos"]), number, gender if gender in ("m", "f") else "",
        str(reading.get("asp", "")), str(reading.get("gloss", "")), proclitics, enclitic, source,
    )  # fmt: skip
