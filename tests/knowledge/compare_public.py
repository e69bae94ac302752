"""Compare our terms with public lists of office-holders, copied by hand into small files for the purpose.

Run as ``python -m tests.knowledge.compare_public FILE.csv ...`` (``--all`` lists the rows that agree, too). A file is
UTF-8 with semicolons and the header ``source;country;office;name;start;end``:

- ``source``: the list, ``every-politician-scrapers/iraq-ministers``
- ``country``: ISO 3166 code, for the reader
- ``office``: our office's id, ``iq-president``
- ``name``: as the list spells it, in Latin letters
- ``start``, ``end``: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; an empty end: in office when the list was made

Rows of one person that touch are one term, as with us. Each of our terms is set beside the nearest row of the same
office and a like name. A start or an end is right ``to the day``, ``a day apart`` (lists count the day of handing over
to the one or to the other), right ``to the month`` (rougher on one side, or another day of that month), right ``to
the year`` (ours is no more than a year) or ``differs``; a term is as good as the worse of the two. An end that the list
leaves open, and a date that it gives more roughly than a month, say nothing. Of the terms a day apart those are also
counted in which the list's own neighbouring row proves another way of counting the handing over: it ends a term on the
last full day where we name the day of handing over, which is the day on which its next row begins, or the like. They
stay "a day apart" and are given as a figure of their own. Differences that were looked at stand with their reason in
``public_explained.tsv``. The files themselves are other people's and no part of the project.
"""

from __future__ import annotations

import csv
import difflib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from tests.knowledge.compare_leaders import name_words
from workbench.knowledge.facts.offices import NOBODY, Term
from workbench.knowledge.facts.world import World, load_world
from workbench.knowledge.tables import read_table
from workbench.knowledge.time.days import Day, read_day
from workbench.resources import resource_folder

COLUMNS = ["source", "country", "office", "name", "start", "end"]
EXPLAINED = Path(__file__).parent / "public_explained.tsv"
EXPLAINED_COLUMNS = ("office", "name", "start", "end", "reason")
# From the best to the worst; "" says nothing.
VERDICTS = ("", "to the day", "a day apart", "to the month", "to the year", "differs")
_TITLES = frozenset(("king", "queen", "emperor", "prince", "baron"))
_FAR = 400  # days between a row and a term that cannot be the same stretch
_YEAR = 360  # days from which a date is "off by a year"


@dataclass(frozen=True, slots=True)
class Held:
    """A row of a list; ``end`` is None for somebody in office when it was made."""

    source: str
    office: str
    name: str
    start: Day
    end: Day | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """As differences are named in the table of reasons."""
        return (self.office, self.name, str(self.start), str(self.end or ""))


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and the term of ours beside it; ``start`` and ``end`` are verdicts. ``handed``: where a date is a day
    apart, the list's neighbouring row has the day of handing over as we have it."""

    held: Held
    term: Term
    start: str
    end: str
    handed: bool = False

    @property
    def verdict(self) -> str:
        return max(self.start, self.end, key=VERDICTS.index)

    @property
    def to_a_day(self) -> bool:
        """Whether the list gives days, not months or years."""
        return self.held.start.exact and (self.held.end is None or self.held.end.exact)

    @property
    def a_year_off(self) -> bool:
        ends = self.held.end is not None and self.term.end is not None and _apart(self.held.end, self.term.end) >= _YEAR
        return ends or _apart(self.held.start, self.term.start) >= _YEAR


@dataclass(frozen=True, slots=True)
class Compared:
    """``unlisted``: our terms in offices that the lists hold, but without a row; ``unknown``: rows without a term."""

    pairs: tuple[Pair, ...]
    unlisted: tuple[Term, ...]
    unknown: tuple[Held, ...]


def read_held(path: Path) -> list[Held]:
    """The rows of a file. Raises ValueError for another header, or a day that is none, with the line."""
    held: list[Held] = []
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter=";")
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{path.name}: the header is not {';'.join(COLUMNS)}")
        for number, row in enumerate(reader, 2):
            try:
                end = read_day(row["end"]) if row["end"] else None
                held.append(Held(row["source"], row["office"], row["name"], read_day(row["start"]), end))
            except (ValueError, TypeError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from None
    return joined(held)


def joined(rows: Iterable[Held]) -> list[Held]:
    """Rows of the same person in the same office that touch or overlap become one."""
    whole: list[Held] = []
    ordered = sorted(rows, key=lambda held: (held.source, held.office, held.name, held.start.first))
    for _, group in groupby(ordered, key=lambda held: (held.source, held.office, held.name)):
        stretch: Held | None = None
        for held in group:
            if stretch is not None and (stretch.end is None or (held.start.first - stretch.end.last).days <= 1):
                if stretch.end is not None and (held.end is None or held.end.last > stretch.end.last):
                    stretch = replace(stretch, end=held.end)
                continue
            if stretch is not None:
                whole.append(stretch)
            stretch = held
        if stretch is not None:
            whole.append(stretch)
    return whole


def compare(held: list[Held], world: World) -> Compared:
    """Every term of ours in the lists' offices beside the row that comes nearest; each row serves one term."""
    terms = {
        office: [term for term in world.terms.get(office, ()) if term.person != NOBODY]
        for office in {each.office for each in held}
    }
    costs: list[tuple[float, int, Held, Term]] = []
    for each in held:
        for term in terms[each.office]:
            cost = _cost(each, term, world)
            if cost is not None:
                costs.append((cost, len(costs), each, term))
    pairs: list[Pair] = []
    used: set[tuple[str, Held]] = set()
    taken: dict[str, set[int]] = defaultdict(set)
    for _, _, each, term in sorted(costs, key=lambda cost: cost[:2]):
        if (each.source, each) not in used and id(term) not in taken[each.source]:
            used.add((each.source, each))
            taken[each.source].add(id(term))
            pairs.append(_with_neighbours(_pair(each, term), held, terms[each.office]))
    listed = {id(pair.term) for pair in pairs}
    unlisted = tuple(term for office in sorted(terms) for term in terms[office] if id(term) not in listed)
    return Compared(tuple(pairs), unlisted, tuple(each for each in held if (each.source, each) not in used))


def best(pairs: Iterable[Pair]) -> list[Pair]:
    """One pair a term: where several lists have it, the one that agrees best."""
    chosen: dict[int, Pair] = {}
    for pair in pairs:
        other = chosen.get(id(pair.term))
        if other is None or VERDICTS.index(pair.verdict) < VERDICTS.index(other.verdict):
            chosen[id(pair.term)] = pair
    return list(chosen.values())


def alike(name: str, ours: str) -> float:
    """How much of the shorter name is found in the other, 0 to 1; words of nearly the same letters count."""
    theirs, known = (name_words(each.partition(" of ")[0]) - _TITLES for each in (name, ours))
    shorter, longer = sorted((theirs, known), key=len)
    if not shorter:
        return float(name.casefold() == ours.casefold())
    same = sum(any(word == other or (len(word) >= 5 and _near(word, other)) for other in longer) for word in shorter)
    return same / len(shorter)


def _near(word: str, other: str) -> bool:
    """«nujayfi» and «nujaifi», but not «hamad» and «mohammad»."""
    return difflib.SequenceMatcher(None, word, other).ratio() >= 0.8


def _cost(held: Held, term: Term, world: World) -> float | None:
    person = world.people[term.person]
    like = alike(held.name, person.name_en)
    apart = _apart(held.start, term.start)
    if held.end is not None and term.end is not None:
        apart += _apart(held.end, term.end)
    # A list that begins late may show only the second half of a term; another stretch of the same person it is not.
    meets = term.last_known >= held.start.first and (held.end is None or term.start.first <= held.end.last)
    if like < 0.5 or not (meets or apart <= _FAR):
        return None
    return apart / 365 + 3 * (1 - like)


def _pair(held: Held, term: Term) -> Pair:
    start = _verdict(held.start, term.start)
    if held.end is None:
        end = ""
    elif term.end is None:
        assert term.known_until is not None
        end = "differs" if held.end.last < term.known_until else ""
    else:
        end = _verdict(held.end, term.end)
    return Pair(held, term, start, end)


def _with_neighbours(pair: Pair, held: list[Held], terms: list[Term]) -> Pair:
    """The pair with ``handed``: every date of it that is a day apart, and one at least, is explained by a row of the
    same list and office of somebody else that ends or begins on our day, or where our neighbouring term does."""
    rows = [each for each in held if (each.source, each.office) == (pair.held.source, pair.held.office)]
    rows = [each for each in rows if each.name != pair.held.name]
    others = [term for term in terms if term.person != pair.term.person]
    proved: list[bool] = []
    if pair.start == "a day apart":
        ends = {each.end for each in rows if each.end is not None}
        near = [term.end for term in others if term.end is not None and _apart(term.end, pair.term.start) <= 1]
        proved.append(any(day in ends for day in (pair.term.start, *near)))
    if pair.end == "a day apart":
        assert pair.term.end is not None
        starts = {each.start for each in rows}
        near = [term.start for term in others if _apart(term.start, pair.term.end) <= 1]
        proved.append(any(day in starts for day in (pair.term.end, *near)))
    return replace(pair, handed=bool(proved) and all(proved))


def _verdict(theirs: Day, ours: Day) -> str:
    if theirs.exact and ours.exact:
        days = abs((theirs.first - ours.first).days)
        if days <= 1:
            return "a day apart" if days else "to the day"
    if theirs.first.month != theirs.last.month:
        return "" if ours.first <= theirs.last and theirs.first <= ours.last else "differs"
    if theirs.first < ours.first.replace(day=1) or theirs.first.replace(day=1) > ours.last:
        return "differs"
    return "to the year" if ours.first.month != ours.last.month else "to the month"


def _apart(one: Day, other: Day) -> int:
    """Days between the nearest ends of two days that may be rough."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def explained() -> dict[tuple[str, str, str, str], str]:
    """The reasons for differences, by ``Held.key``."""
    return {
        (row["office"], row["name"], row["start"], row["end"]): row["reason"]
        for row in read_table(EXPLAINED, EXPLAINED_COLUMNS)
    }


def _line(pair: Pair) -> str:
    term, held = pair.term, pair.held
    ours = f"{term.person} {term.start} to {term.end or '>' + str(term.known_until)}"
    return f"{held.office}: {held.name} {held.start} to {held.end or 'now'}; ours: {ours} ({term.where})"


def _shares(pairs: list[Pair], reasons: dict[tuple[str, str, str, str], str]) -> list[str]:
    """The lines of figures."""
    counts = Counter(pair.verdict for pair in pairs)
    lines = [f"{counts[verdict]:5} {verdict}" for verdict in VERDICTS[1:]]
    lines.append(f"{counts['']:5} without a date as exact as a month in the list")
    said = [pair for pair in pairs if pair.verdict]
    days = [pair for pair in said if pair.to_a_day]
    ours_too = [pair for pair in days if _exact(pair.term)]
    for what, among, good in (
        ("right to the month", said, VERDICTS[1:4]),
        ("where the list gives days, to the day", days, VERDICTS[1:2]),
        ("the same, within a day", days, VERDICTS[1:3]),
        ("where both give days, to the day", ours_too, VERDICTS[1:2]),
        ("the same, within a day", ours_too, VERDICTS[1:3]),
    ):
        agree = sum(pair.verdict in good for pair in among)
        counted = sum(pair.verdict not in good and _handed(pair) for pair in among)
        # A reason makes ours right, but no more exact than it is.
        slips = sum(
            pair.verdict not in good
            and not _handed(pair)
            and pair.held.key in reasons
            and (_exact(pair.term) or (good[-1] == "to the month" and pair.verdict != "to the year"))
            for pair in among
        )
        lines.append(
            f"{what}: {agree} of {len(among)}, {agree / max(len(among), 1):.1%} as the lists stand; "
            f"{(agree + counted) / max(len(among), 1):.1%} with {counted} by another way of handing over; "
            f"{(agree + counted + slips) / max(len(among), 1):.1%} with {slips} whose other date has a reason"
        )
    off = [pair for pair in pairs if pair.a_year_off]
    lines.append(f"a year off: {len(off)}, {sum(pair.held.key not in reasons for pair in off)} without a reason")
    return lines


def _handed(pair: Pair) -> bool:
    return pair.verdict == "a day apart" and pair.handed


def _exact(term: Term) -> bool:
    return term.start.exact and (term.end is None or term.end.exact)


def main(arguments: list[str]) -> int:
    files = [Path(argument) for argument in arguments if argument != "--all"]
    if not files:
        print("give the files of the lists", file=sys.stderr)
        return 2
    try:
        held = [each for file in files for each in read_held(file)]
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    world = load_world(resource_folder() / "knowledge")
    foreign = sorted({each.office for each in held} - set(world.offices))
    if foreign:
        print(f"no offices of ours: {', '.join(foreign)}", file=sys.stderr)
        return 2
    found, reasons = compare(held, world), explained()
    for pair in best(found.pairs):
        reason = reasons.get(pair.held.key)
        if "--all" in arguments or (reason is None and VERDICTS.index(pair.verdict) > VERDICTS.index("a day apart")):
            way = ", by another way of handing over" if _handed(pair) else ""
            print(f"{pair.verdict or 'says nothing'}{way}  {_line(pair)}{'  ' + reason if reason else ''}")
    for each in found.unknown:
        if each.key not in reasons:
            print(f"unknown to us  {each.office}: {each.name} {each.start} to {each.end or 'now'}")
    pairs = best(found.pairs)
    print(f"{len(held)} rows of {len({each.source for each in held})} lists, {len(found.unknown)} unknown to us")
    others = [pair for pair in pairs if pair.held.source.rpartition("/")[2] not in pair.term.source]
    print(f"{len(pairs)} of our terms stand in them ({len(pairs) - len(others)} name that list as their source)")
    print(f"{len(found.unlisted)} terms of the same offices do not")
    print("\n".join(_shares(pairs, reasons)))
    print(f"of these, the {len(others)} that name another source:")
    print("\n".join(_shares(others, reasons)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
