"""Statements of Wikidata held against the terms that are known: what is new, what is newer, what does not agree."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.importing.wikidata_offices import OfficeNames
from workbench.importing.wikidata_rows import Statement
from workbench.knowledge.facts.all_tables import TABLES, read_all_rows
from workbench.knowledge.facts.names import phrase_key
from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.own_tables import OWN, located, sift
from workbench.knowledge.facts.people import Person
from workbench.knowledge.facts.world import World
from workbench.knowledge.records import Row
from workbench.knowledge.tables import Fault
from workbench.knowledge.time.days import Day, read_day
from workbench.text.values import Bilingual

FILE = "wikidata.tsv"  # in people/ and terms/ of the person's own folder
_TIME = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(T[0-9:.]*)?Z?")
_PART = dt.timedelta(days=60)  # a stretch that begins so much later than a known one is a part of it
_PRECISIONS = {"9": 4, "10": 7, "11": 10, "12": 10, "13": 10, "14": 10}  # Wikidata's code → letters of the day kept
_SEXES = {"Q6581097": "m", "male": "m", "m": "m", "ذكر": "m", "Q6581072": "f", "female": "f", "f": "f", "أنثى": "f"}


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the plan. ``rows`` are the file's rows it comes from, counted from 1."""

    what: str  # added, changed, known, rejected
    rows: tuple[int, ...]
    subject: str
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: the changes, and the whole contents of the two files it writes."""

    changes: tuple[Change, ...]
    people: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    written: bool  # whether anything would be written at all

    def count(self, what: str) -> int:
        return sum(1 for change in self.changes if change.what == what)


@dataclass(slots=True)
class _Stretch:
    """One unbroken time of a person in an office, from one row or several that touch."""

    person: str
    office: str
    start: Day
    end: Day | None
    rows: tuple[int, ...]
    said: str
    wikidata: str
    cells: tuple[str, ...] = field(default=())


class _RejectedError(ValueError):
    def __init__(self, english: str, arabic: str) -> None:
        self.why = Bilingual(english, arabic)
        super().__init__(english)


def plan_import(
    statements: Sequence[Statement], world: World, folder: Path, own: Path, as_of: dt.date, office: str | None = None
) -> Plan:
    """Hold the statements against ``world``, which has been loaded from ``folder`` and ``own``. ``as_of`` is the day
    on which a term without an end is taken to have lasted; ``office`` the id that all rows are about, where given."""
    return _Planner(world, folder, own, as_of, office).plan(statements)


class _Planner:
    def __init__(self, world: World, folder: Path, own: Path, as_of: dt.date, office: str | None) -> None:
        self.world = world
        self.as_of = as_of
        self.office = office
        self.offices = OfficeNames(world)
        self.ours = read_all_rows(folder, [])
        self.own = read_all_rows(own, [], OWN)
        self.mine = {name: f"{OWN}{name}/{FILE}" for name in ("people", "terms")}
        self.own_folder = own
        self.changes: list[Change] = []
        self.new_people: dict[str, tuple[str, ...]] = {}
        self.by_wikidata: dict[str, str] = {}
        self.by_name: dict[str, set[str]] = {}
        for id, person in world.people.items():
            if person.wikidata:
                self.by_wikidata[person.wikidata] = id
            for name in (person.name_en.casefold(), *(phrase_key(name) for name in person.names)):
                self.by_name.setdefault(name, set()).add(id)

    def plan(self, statements: Sequence[Statement]) -> Plan:
        found: dict[tuple[str, str], list[_Stretch]] = {}
        for statement in statements:
            try:
                stretch = self._stretch(statement)
            except _RejectedError as rejected:
                self._tell("rejected", (statement.row,), _said(statement, self.office), rejected.why)
            else:
                found.setdefault((stretch.person, stretch.office), []).append(stretch)
        stretches = [one for several in found.values() for one in _joined(several)]
        taken: dict[tuple[str, str, str], tuple[_Stretch, str]] = {}
        for stretch in stretches:
            verdict = self._against_known(stretch, stretches)
            if verdict is not None:
                person, office, start = verdict[1][:3]
                taken[person, office, start] = (replace(stretch, cells=verdict[1]), verdict[0])
        return self._sifted(taken)

    def _tell(self, what: str, rows: tuple[int, ...], subject: str, why: Bilingual) -> None:
        self.changes.append(Change(what, rows, subject, why))

    # -- one statement ------------------------------------------------------------------------------------------

    def _stretch(self, statement: Statement) -> _Stretch:
        office = self.office or self._office(statement)
        start, end = _day(statement.start, statement.start_precision), None
        if start is None:
            raise _RejectedError("the start is missing or not known", "بداية الولاية ناقصة أو غير معروفة")
        if statement.end:
            end = _day(statement.end, statement.end_precision)
            if end is None:
                raise _RejectedError("the end is not known", "نهاية الولاية غير معروفة")
            if end.last < start.first:
                raise _RejectedError(
                    f"it ends ({end}) before it starts ({start})", f"نهايتها ({end}) قبل بدايتها ({start})"
                )
        elif start.first > self.as_of:
            raise _RejectedError(
                f"it starts on {start}, after {self.as_of}, the day the answer is from",
                f"بدايتها {start} بعد {self.as_of}، وهو اليوم الذي يعود إليه الجواب",
            )
        person = self._person(statement)
        said = f"{statement.person_en or statement.person_ar or statement.person_id}, {office}"
        return _Stretch(person, office, start, end, (statement.row,), said, statement.person_id)

    def _office(self, statement: Statement) -> str:
        names = (statement.position_en, statement.position_ar)
        named = next((name for name in (*names, statement.position_id) if name), "")
        if not named:
            raise _RejectedError("the row names no position", "لا يذكر الصف منصبا")
        offices = self.offices.find(names)
        if len(offices) == 1:
            return offices[0]
        if offices:
            listed = ", ".join(offices)
            raise _RejectedError(
                f"{named!r} may be {listed}; give --office",
                f"قد يكون «{named}» أحد هذه: {listed}؛ حدّده بالخيار --office",
            )
        raise _RejectedError(
            f"no office is called {named!r}; enter it in offices/*.tsv of your own, or give --office",
            f"لا منصب باسم «{named}»؛ أضفه إلى offices/*.tsv في جداولك، أو حدّده بالخيار --office",
        )

    def _person(self, statement: Statement) -> str:
        if not (statement.person_id or statement.person_en or statement.person_ar):
            raise _RejectedError("the row names no person", "لا يذكر الصف شخصا")
        known = self.by_wikidata.get(statement.person_id)
        if known is not None:
            return known
        if statement.person_en in self.world.people:
            return statement.person_en
        same = self._namesakes(statement)
        if len(same) > 1:
            listed = ", ".join(sorted(same))
            raise _RejectedError(f"the name may mean {listed}", f"قد يعني الاسم أيا من هؤلاء: {listed}")
        if same:
            return same.pop()
        return self._new_person(statement)

    def _namesakes(self, statement: Statement) -> set[str]:
        """Known people of that name whom nothing in the statement tells apart from its person."""
        found: set[str] = set()
        if statement.person_en:
            found |= self.by_name.get(statement.person_en.casefold(), set())
        if statement.person_ar:
            found |= self.by_name.get(phrase_key(statement.person_ar), set())
        born = _day(statement.born, "")
        return {id for id in found if self._may_be(self.world.people.get(id), statement.person_id, born)}

    def _may_be(self, person: Person | None, wikidata: str, born: Day | None) -> bool:
        if person is None:
            return not wikidata  # one of this file without an id of Wikidata's
        if wikidata and person.wikidata:
            return False
        return born is None or person.born is None or born.first.year == person.born.first.year

    def _new_person(self, statement: Statement) -> str:
        english, arabic = statement.person_en, statement.person_ar
        if not (english or arabic):
            raise _RejectedError(
                "the person is not known here, and the row has no name", "الشخص غير معروف هنا، ولا اسم في الصف"
            )
        id = self._slug(english, statement.person_id)
        born, died = _day(statement.born, ""), _day(statement.died, "")
        source = f"Wikidata {statement.person_id}".strip()
        self.new_people[id] = (
            id, statement.person_id, english or arabic, arabic or english, "", "", _SEXES.get(statement.sex, ""),
            str(born or ""), str(died or ""), source,
        )  # fmt: skip
        if statement.person_id:
            self.by_wikidata[statement.person_id] = id
        for name in (english.casefold(), phrase_key(arabic)):
            if name:
                self.by_name.setdefault(name, set()).add(id)
        return id

    def _slug(self, english: str, wikidata: str) -> str:
        plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode().lower().replace("'", "")
        slug = "-".join(re.findall("[a-z0-9]+", plain)) or wikidata.lower() or "person"
        if slug not in self.world.people and slug not in self.new_people:
            return slug
        slug = f"{slug}-{wikidata.lower()}" if wikidata else slug
        number = 2
        free = slug
        while free in self.world.people or free in self.new_people:
            free = f"{slug}-{number}"
            number += 1
        return free

    # -- against what is known ----------------------------------------------------------------------------------

    def _against_known(self, stretch: _Stretch, stretches: Iterable[_Stretch]) -> tuple[str, tuple[str, ...]] | None:
        """What becomes of a stretch ("added" or "changed") and the cells of its term; None where it is told already."""
        known = [term for term in self.world.terms.get(stretch.office, ()) if term.person == stretch.person]
        beside = [term for term in known if _overlap(stretch, term, self.as_of)]
        cells = self._cells(stretch, str(stretch.start))
        for term in beside:
            if _agrees(stretch, term):
                self._tell("known", stretch.rows, stretch.said, _as_known(term))
                return None
        if not beside:
            follower = self._follower(stretch, stretches)
            if follower is None:
                return "added", cells
            why = Bilingual(
                f"no end is given, though {follower} took the office after it",
                f"لا نهاية لها، مع أن {follower} تولى المنصب بعدها",
            )
            self._tell("rejected", stretch.rows, stretch.said, why)
            return None
        term = beside[0]
        if len(beside) == 1 and term.where.file == self.mine["terms"]:
            return "changed", cells
        if len(beside) == 1 and term.end is None and stretch.end is not None and _same(stretch.start, term.start):
            return "changed", self._cells(stretch, str(term.start))
        where = located(Fault(term.where.file, term.where.line, ""), self.own_folder)
        self._tell(
            "rejected", stretch.rows, stretch.said,
            Bilingual(
                f"{_span(stretch)} does not agree with {_term_span(term)} in {where.file}:{where.line}",
                f"{_span(stretch)} لا يوافق {_term_span(term)} في {where.file}:{where.line}",
            ),
        )  # fmt: skip
        return None

    def _follower(self, stretch: _Stretch, stretches: Iterable[_Stretch]) -> str | None:
        """Somebody who took an office for one after a stretch without an end."""
        if stretch.end is not None or self.world.offices[stretch.office].holders != "one":
            return None
        for other in stretches:
            if other.office == stretch.office and other.start.first > stretch.start.last:
                return self._name(other.person)
        for term in self.world.terms.get(stretch.office, ()):
            if term.start.first > stretch.start.last and term.person != stretch.person:
                return self._name(term.person)
        return None

    def _name(self, person: str) -> str:
        known = self.world.people.get(person)
        return (
            known.name_en if known is not None else self.new_people[person][2] if person in self.new_people else person
        )

    def _cells(self, stretch: _Stretch, start: str) -> tuple[str, ...]:
        end = str(stretch.end) if stretch.end is not None else f">{self.as_of}"
        how = "unknown" if stretch.end is not None else ""
        source = f"Wikidata {stretch.wikidata}".strip() + " P39"
        return stretch.person, stretch.office, start, end, how, "holder", source

    # -- the files ----------------------------------------------------------------------------------------------

    def _sifted(self, taken: Mapping[tuple[str, str, str], tuple[_Stretch, str]]) -> Plan:
        """The files' new contents, without the rows that the tables' own checks refuse."""
        before = {name: [row for row in self.own[name] if row[0] == self.mine[name]] for name in self.mine}
        changed = {(one.person, one.office) for one, what in taken.values() if what == "changed"}
        terms = [
            tuple(row) for _, _, row in before["terms"]
            if tuple(row[:3]) not in taken and not self._outdated(row, changed, taken)
        ]  # fmt: skip
        kept = len(terms)
        terms += [one.cells for one, _ in taken.values()]
        needed = {cells[0] for cells in terms}
        people = [tuple(row) for _, _, row in before["people"]]
        people += [cells for id, cells in self.new_people.items() if id in needed]
        rows = {name: [row for row in self.own[name] if row[0] != self.mine.get(name)] for name in TABLES}
        others, _ = sift(rows, self.ours, list(self.world.kinds.values()))
        beside = {name: [*self.ours[name], *others[name]] for name in TABLES}
        mine: dict[str, list[Row]] = {name: [] for name in TABLES}
        mine["people"] = [(self.mine["people"], at, list(cells)) for at, cells in enumerate(people)]
        mine["terms"] = [(self.mine["terms"], at, list(cells)) for at, cells in enumerate(terms)]
        good, faults = sift(mine, beside, list(self.world.kinds.values()))
        lines = {line for _, line, _ in good["terms"]}
        for at, (stretch, what) in enumerate(taken.values(), kept):
            if at in lines:
                self._tell(what, stretch.rows, stretch.said, self._told(stretch))
            else:
                why = next((f.message for f in faults if (f.file, f.line) == (self.mine["terms"], at)), "")
                if why.startswith("unknown person"):
                    why = next((f.message for f in faults if f.file == self.mine["people"]), why)
                self._tell("rejected", stretch.rows, stretch.said, Bilingual(why, f"ترفضه الجداول: {why}"))
        self.changes.sort(key=lambda change: change.rows)
        final = [tuple(row) for _, _, row in good["terms"]]
        holders = {cells[0] for cells in final}
        old = {row[0] for _, _, row in before["people"]}
        crowd = [tuple(row) for _, _, row in good["people"] if row[0] in holders or row[0] in old]
        written = any(change.what in ("added", "changed") for change in self.changes)
        return Plan(tuple(self.changes), tuple(crowd), tuple(final), written)

    def _outdated(
        self, row: Sequence[str], changed: set[tuple[str, str]], taken: Mapping[tuple[str, str, str], object]
    ) -> bool:
        """An earlier import's row that a changed one of the same person and office takes the place of."""
        if (row[0], row[1]) not in changed:
            return False
        begun = read_day(row[2])
        return any(
            (person, office) == (row[0], row[1]) and abs((read_day(start).first - begun.first).days) <= 400
            for person, office, start in taken
        )

    def _told(self, stretch: _Stretch) -> Bilingual:
        cells = self.new_people.get(stretch.person)
        span = _span(stretch)
        if cells is None:
            return Bilingual(span, span)
        if cells[3] == cells[2] and not re.search("[\u0621-\u064a]", cells[3]):
            return Bilingual(
                f"{span}; a new person, {cells[0]}, without an Arabic name: add one in people/{FILE}",
                f"{span}؛ شخص جديد، {cells[0]}، بلا اسم عربي: أضفه في people/{FILE}",
            )
        return Bilingual(f"{span}; a new person, {cells[0]}", f"{span}؛ شخص جديد، {cells[0]}")


def _day(value: str, precision: str) -> Day | None:
    """A day as Wikidata gives it. 1 January at midnight, where no precision stands beside it, may be a mere year, and
    is taken as one."""
    found = _TIME.fullmatch(value)
    if found is None:
        return None
    year, month, day, clock = found.groups()
    cell = year if month in (None, "00") else f"{year}-{month}" if day in (None, "00") else f"{year}-{month}-{day}"
    precision = precision.rsplit("/", 1)[-1]
    if precision:
        if precision not in _PRECISIONS:
            return None
        cell = cell[: _PRECISIONS[precision]]
    elif clock and (month, day) == ("01", "01"):
        cell = year
    try:
        return read_day(cell)
    except ValueError:
        return None


def _said(statement: Statement, office: str | None) -> str:
    person = statement.person_en or statement.person_ar or statement.person_id or "?"
    return f"{person}, {office or statement.position_en or statement.position_ar or statement.position_id or '?'}"


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Terms of one person in one office that touch or overlap, as one. Of two that begin alike and of which one has
    no end, the other counts."""
    stretches.sort(key=lambda one: (one.start.first, one.end is None, one.end.last if one.end else dt.date.max))
    joined: list[_Stretch] = []
    for one in stretches:
        last = joined[-1] if joined else None
        if last is None or (last.end is not None and one.start.first > last.end.last + dt.timedelta(days=1)):
            joined.append(one)
            continue
        end = last.end
        if not (_same(one.start, last.start) and one.end is None) and last.end is not None:
            end = None if one.end is None else max(one.end, last.end, key=lambda day: day.last)
        joined[-1] = replace(last, end=end, rows=tuple(dict.fromkeys((*last.rows, *one.rows))))
    return joined


def _same(one: Day, other: Day) -> bool:
    return one.first <= other.last and other.first <= one.last


def _overlap(stretch: _Stretch, term: Term, as_of: dt.date) -> bool:
    """Whether they share more than a day of handing over."""
    last = stretch.end.last if stretch.end is not None else as_of
    end = term.end.last if term.end is not None else dt.date.max
    return (stretch.start.first < end and term.start.first < last) or _same(stretch.start, term.start)


def _agrees(stretch: _Stretch, term: Term) -> bool:
    """Whether the tables say the same, or the stretch is plainly a part of a longer one that they know."""
    if stretch.end is None:
        return term.end is None and term.start.first <= stretch.start.last
    begins = _same(stretch.start, term.start)
    ends = term.end is not None and _same(stretch.end, term.end)
    later = stretch.start.first > term.start.last + _PART
    earlier = stretch.end.last + _PART < term.last_known
    return (begins and ends) or (later and (ends or earlier))


def _as_known(term: Term) -> Bilingual:
    return Bilingual(f"known as {_term_span(term)}", f"معروفة: {_term_span(term)}")


def _span(stretch: _Stretch) -> str:
    return f"{stretch.start} – {stretch.end or '…'}"


def _term_span(term: Term) -> str:
    return f"{term.start} – {term.end or '…'}"
