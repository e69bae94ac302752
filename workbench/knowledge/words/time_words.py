"""The words that tell times, under every look-up key a text may show them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.tables import Fault, Row, TableError, read_table
from workbench.text.clitics import noun_surfaces
from workbench.text.normal import key, plain
from workbench.text.tokens import read_tokens

UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
STANDINGS = ("alone", "led", "dated")
CLASSES = frozenset((
    "day", "night", "now", "shift", "told", "this", "that", "edge", "share", "last", "to", "between", "from",
    "side", "length", "within", "every", "daily", "clock", "minus", "about", "few", "season", "decade", "weekend",
    "zoned", "era", "equals", "dated", "day-noun", "month-noun", "year-noun", "rest", "portion", "ago",
    "first-day", "published", "eve",
))  # fmt: skip
# Words of these classes take only «و» and «ف» in front: «بمن» is no «من».
_FUNCTION = frozenset(("to", "between", "from", "side", "within", "every", "minus", "shift", "told", "this", "that"))
_CONJUNCTIONS = ("", "و", "ف")
_MARKED_ALEFS = ("أ", "إ", "آ")
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One reading of a word or phrase. ``rest`` are the keys that must follow its first one; ``proclitic`` the letters
    written in front (article included); ``spelled`` the unfolded first words allowed, empty for any.

    kind      value                       number            form
    month     calendar                    1 to 12           its standing; ``system`` in ``detail``
    weekday   ""                          ISO 1 to 7        named or bare
    unit      unit                        0                 singular, dual or plural
    part      id in day_parts.tsv         0                 adverb, definite or construct
    holiday   rule                        days
    zone      IANA name
    others    the class's value (times.tsv), as a number where it is one
    """

    kind: str
    value: str
    rest: tuple[str, ...] = ()
    proclitic: str = ""
    number: int = 0
    form: str = ""
    detail: str = ""
    definite: bool = False
    shy: bool = False
    spelled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day: TIMEX3 suffix, first and last minute of the clock, how it reads a clock of twelve hours."""

    id: str
    timex: str
    begin: str
    end: str
    half: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Neighbours (look-up keys, particles included) that make a word of time another word."""

    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell whether what is said lies before or after the time of writing (look-up keys); ``starts`` are
    the unfolded beginnings of future verbs, ``never`` words that begin so and are none; ``meant`` the lemmas of verbs
    that, in the past too, tell of what is to be. ``between_dates`` may stand between two dates of one day."""

    future: frozenset[str]
    past: frozenset[str]
    starts: tuple[str, ...]
    never: frozenset[str]
    meant: frozenset[str] = frozenset()
    between_dates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All words of time. ``readings`` is by the first look-up key, longest phrase first; ``zones`` the names that may
    follow «بتوقيت», by their first key, as (rest, IANA name). Not changed after loading."""

    readings: dict[str, tuple[TimeWord, ...]]
    parts: dict[str, DayPart]
    zones: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    guards: dict[str, Guard]
    cues: Cues


def load_time_words(folder: Path) -> TimeWords:
    """Read months, weekdays, time_units, day_parts, times, time_guards, time_cues, zones and holidays from
    ``lexicon/`` below ``folder``. Raises TableError with every fault of every table."""
    lexicon = folder / "lexicon"
    faults: list[Fault] = []
    tables = {name: _rows(lexicon / f"{name}.tsv", columns, faults) for name, columns in _COLUMNS.items()}
    faults.extend(fault for name, rows in tables.items() for row in rows for fault in _faults(name, row))
    if faults:
        raise TableError(tuple(faults))
    readings: dict[str, list[TimeWord]] = {}
    for first, word in _words(tables):
        readings.setdefault(first, []).append(word)
    parts = {
        row["id"]: DayPart(row["id"], row["timex"], row["begin"], row["end"], row["half"])
        for row in tables["day_parts"]
    }
    return TimeWords(
        {first: _longest_first(entry) for first, entry in readings.items()},
        parts,
        _zones(tables["zones"]),
        {row["guard"]: _guard(tables["time_guards"], row["guard"]) for row in tables["time_guards"]},
        _cues(tables["time_cues"]),
    )


def _longest_first(entry: list[TimeWord]) -> tuple[TimeWord, ...]:
    return tuple(sorted(entry, key=lambda word: -len(word.rest)) if len(entry) > 1 else entry)


_COLUMNS: dict[str, tuple[str, ...]] = {
    "months": ("calendar", "month", "system", "standing", "names", "spelled"),
    "weekdays": ("iso", "names", "bare"),
    "time_units": ("unit", "singular", "dual", "plural", "shy"),
    "day_parts": ("id", "timex", "begin", "end", "half", "adverb", "definite", "construct", "shy"),
    "times": ("class", "value", "words", "spelled"),
    "time_guards": ("guard", "before", "after"),
    "time_cues": ("lean", "words", "starts", "never"),
    "zones": ("zone", "names"),
    "holidays": ("rule", "days", "names"),
}


def _rows(path: Path, columns: tuple[str, ...], faults: list[Fault]) -> tuple[Row, ...]:
    try:
        return read_table(path, columns)
    except TableError as error:
        faults.extend(error.faults)
        return ()


def _faults(table: str, row: Row) -> Iterator[Fault]:
    def fault(message: str) -> Fault:
        return Fault(row.file, row.line, message)

    def number(column: str, low: int, high: int) -> Iterator[Fault]:
        if not row[column].lstrip("-").isdigit() or not low <= int(row[column]) <= high:
            yield fault(f"{column} {row[column]!r} is not between {low} and {high}")

    if table == "months":
        yield from number("month", 1, 12)
        if row["calendar"] not in ("gregorian", "hijri"):
            yield fault(f"unknown calendar {row['calendar']!r}")
        if row["standing"] not in STANDINGS:
            yield fault(f"unknown standing {row['standing']!r}")
    elif table == "weekdays":
        yield from number("iso", 1, 7)
    elif table == "time_units" and row["unit"] not in UNITS:
        yield fault(f"unknown unit {row['unit']!r}")
    elif table == "times" and row["class"] not in CLASSES:
        yield fault(f"unknown class {row['class']!r}")
    elif table == "times" and row["class"] in ("day", "night", "shift", "told", "decade", "ago"):
        yield from number("value", -9, 100)
    elif table == "holidays":
        yield from number("days", 1, 30)
        if row["rule"].split(" ")[0] not in ("gregorian", "hijri", "easter", "nth"):
            yield fault(f"unknown rule {row['rule']!r}")
    elif table == "time_cues" and row["lean"] not in ("past", "future", "meant", "same-day"):
        yield fault(f"unknown lean {row['lean']!r}")
    named = {"months": "names", "weekdays": "names", "times": "words", "zones": "names", "holidays": "names"}.get(table)
    if named is not None and not row.variants(named):
        yield fault(f"no {named}")
    for column, cell in row.cells.items():
        for form in row.variants(column):
            if form != plain(form):
                yield fault(f"{column}: {cell!r} has marks or presentation forms")
                break


def _keys(form: str) -> tuple[str, ...]:
    if form.isalpha():
        return (key(form),)
    return tuple(token.key for token in read_tokens(form))


def _surfaces(first: str, particles: Iterable[str] = _PARTICLES) -> Iterator[tuple[str, str]]:
    """A first key with the particles that may be written onto it; «ال» changes to «لل» after ل."""
    if first.startswith("ال") and len(first) > 3:
        for surface, proclitic in noun_surfaces(first):
            if any(proclitic == allowed for allowed in particles):
                yield surface, proclitic
        return
    for proclitic in particles:
        yield proclitic + first, proclitic


def _alefs(names: Sequence[str]) -> frozenset[str]:
    """How a month that opens with an alef may be written: as the table does, or with the alef bare. «آوت» sheltered
    and «إب» is a town, «أوت» and «اب» are August. Empty, for any spelling, where no name opens so."""
    if not any(name.startswith(_MARKED_ALEFS) for name in names):
        return frozenset()
    return frozenset((*names, *("ا" + name[1:] for name in names if name.startswith(_MARKED_ALEFS))))


def _words(tables: dict[str, tuple[Row, ...]]) -> Iterator[tuple[str, TimeWord]]:
    """Every word under every first key."""

    seen: set[tuple[object, ...]] = set()

    def put(phrase: str, word: TimeWord, particles: Iterable[str] = _PARTICLES) -> Iterator[tuple[str, TimeWord]]:
        keys = _keys(phrase)
        told = (word.kind, word.value, word.number, word.form, word.detail, word.spelled, keys)
        if told in seen:
            return  # another spelling of the same key
        seen.add(told)
        rest, definite = keys[1:], keys[0].startswith("ال")
        for surface, proclitic in _surfaces(keys[0], particles):
            # not dataclasses.replace: ten thousand of these are made whenever the program starts
            yield surface, TimeWord(
                word.kind, word.value, rest, proclitic, word.number, word.form, word.detail, definite, word.shy,
                word.spelled,
            )  # fmt: skip

    for row in tables["months"]:
        month = TimeWord(
            "month", row["calendar"], number=int(row["month"]), form=row["standing"], detail=row["system"],
            spelled=frozenset(row.variants("spelled")) or _alefs(row.variants("names")),
        )  # fmt: skip
        for form in row.variants("names"):
            yield from put(form, month)
    for row in tables["weekdays"]:
        for column, name in (("names", "named"), ("bare", "bare")):
            for form in row.variants(column):
                yield from put(form, TimeWord("weekday", "", number=int(row["iso"]), form=name))
    for row in tables["time_units"]:
        shy = {key(form) for form in row.variants("shy")}
        for column in ("singular", "dual", "plural"):
            for form in row.variants(column):
                unit = TimeWord("unit", row["unit"], form=column, shy=key(form) in shy)
                yield from put(form, unit)
                yield from put(form if form.startswith("ال") else "ال" + form, unit)
    for row in tables["day_parts"]:
        shy = {key(form) for form in row.variants("shy")}
        for column in ("adverb", "definite", "construct"):
            for form in row.variants(column):
                yield from put(form, TimeWord("part", row["id"], form=column, shy=key(form) in shy))
    for row in tables["times"]:
        particles = _CONJUNCTIONS if row["class"] in _FUNCTION else _PARTICLES
        number = int(row["value"]) if row["value"].lstrip("-").isdigit() else 0
        word = TimeWord(row["class"], row["value"], number=number, spelled=frozenset(row.variants("spelled")))
        for form in row.variants("words"):
            yield from put(form, word, particles)
    for row in tables["holidays"]:
        for form in row.variants("names"):
            yield from put(form, TimeWord("holiday", row["rule"], number=int(row["days"])))


def _zones(rows: tuple[Row, ...]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    zones: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows:
        for form in row.variants("names"):
            keys = _keys(form)
            for surface, _ in _surfaces(keys[0]):
                zones.setdefault(surface, []).append((keys[1:], row["zone"]))
    return {first: tuple(sorted(entry, key=lambda pair: -len(pair[0]))) for first, entry in zones.items()}


def _guard(rows: tuple[Row, ...], guard: str) -> Guard:
    def surfaces(column: str) -> frozenset[str]:
        return frozenset(
            surface for row in rows if row["guard"] == guard for form in row.variants(column)
            for surface, _ in _surfaces(key(form))
        )  # fmt: skip

    return Guard(surfaces("before"), surfaces("after"))


def _cues(rows: tuple[Row, ...]) -> Cues:
    def words(lean: str, column: str) -> frozenset[str]:
        return frozenset(
            conjunction + key(form)
            for row in rows if row["lean"] == lean for form in row.variants(column) for conjunction in _CONJUNCTIONS
        )  # fmt: skip

    starts = tuple(
        conjunction + form for row in rows for form in row.variants("starts") for conjunction in _CONJUNCTIONS
    )
    never, meant = words("future", "never"), words("meant", "words")
    between = frozenset(key(form) for row in rows if row["lean"] == "same-day" for form in row.variants("words"))
    return Cues(words("future", "words"), words("past", "words"), starts, never, meant, between)


NO_TIME_WORDS = TimeWords({}, {}, {}, {}, Cues(frozenset(), frozenset(), (), frozenset()))
