"""How many office-holders out of term are found, and how many in order are left alone, over every office we know.

Run as ``python -m tests.knowledge.measure_anachronisms``: makes sentences of our own in eight wordings for holders of
every office, at times when they held it and when they did not, and counts. What fails is listed with ``--list``.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.anachronisms.findings import check_anachronism
from workbench.checks.subject import Profile, Subject
from workbench.engine import Draft, Engine
from workbench.knowledge.base import load_knowledge
from workbench.knowledge.facts.offices import NOBODY, Office, Term
from workbench.knowledge.facts.titles import office_titles
from workbench.knowledge.facts.world import World
from workbench.knowledge.time.days import MONTHS_AR
from workbench.resources import resource_folder

EARLIEST = dt.date(1990, 6, 1)
HISTORIC = dt.date(1925, 1, 1)  # the same for histories
APART = dt.timedelta(days=500)  # between a term and the day a sentence is about
LONG_APART = dt.timedelta(days=900)  # the same of a year in a history
NEAR = dt.timedelta(days=420)  # other offices this near may have been an age too
WRITTEN = dt.date(2026, 6, 1)  # when the histories that are given a day are written
HOLDERS = 3  # for each office: the first, one in the middle, the last
# Wording, whether the article's date is given, what is written: {title} {name} {day}; {f} ends a verb for women.
WORDINGS = (
    ("day first", False, "في {day} استقبل{f} {title} {name} وفدا نيابيا."),
    ("day last", False, "استقبل{f} {title} {name} وفدا نيابيا يوم {day}."),
    ("day before", False, "عُقد الاجتماع في {day}. وأكد{f} {title} {name} تأييد الخطة."),
    ("article's day", True, "بحث{f} {title} {name} ملف الطاقة مع ممثلي الشركات."),
    ("dateline", False, "القاهرة، {day} - دعا {title} {name} إلى الحوار."),
    ("title after", True, "وقال{f} {name}، {title}، إن العمل مستمر."),
    ("administration", True, "ورأت إدارة {title} {name} أن الوقت حان للتفاوض."),
    ("pronoun", False, "وصل{f} {title} {name} إلى المقر. وقال{f} للصحفيين في {day} إن العمل مستمر."),
)
# History, dated by a year alone, or by the month: only for heads of state and government, whose ages are told of.
HISTORIES = (
    ("age, year before", False, "عُين سفيرا في روما عام {year} في عهد {title} {name}."),
    ("age, year after", False, "وفي عهد {title} {name} عام {year} افتتح المتحف."),
    ("rule, month", False, "وبني الجسر في {month} {year} إبان حكم {title} {name}."),
    ("presidency, year first", False, "وفي عام {year} عين وزيرا للتربية خلال رئاسة {title} {name}."),
    ("appointed by, year first", False, "وفي عام {year} عينه {title} {name} مستشارا."),
    ("appointed by, year last", True, "ثم كلفه {title} {name} بالملف عام {year}."),
    ("decree", True, "وأنشئت الهيئة عام {year} بقرار من {title} {name}."),
    ("oath", False, "وأدى اليمين أمام {title} {name} عام {year}."),
)
HEADS = frozenset(("president", "king", "emir", "sultan", "prime-minister", "chancellor"))
# Out of term, and said so: nothing may be found.
EXCUSED = (
    ("former", True, "قال{f} {title} {former} {name} إن العمل مستمر."),
    ("former after", True, "شارك{f} {name}، {title} {former}، في الندوة."),
    ("late", True, "صوّر فيلم عن {title} {late} {name}."),
    ("then", True, "ووقّع{f} الاتفاق {title} آنذاك {name}."),
    ("anniversary", True, "أحيت المدينة ذكرى لقاء {title} {name} بالطلاب."),
    ("era", True, "وبدأ المشروع في عهد {title} {name}."),
    ("deputy", True, "وقال نائب {title} {name} إن المحادثات بناءة."),
    ("son", True, "وتزوج ابن {title} {name} في المزرعة."),
    ("was", True, "وكان {title} {name} قد أمر ببناء الجسر."),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A generated article. ``wanted``: an anachronism must be found; else none may."""

    wording: str
    text: str
    date: dt.date | None
    office: str
    wanted: bool


def cases(world: World) -> Iterator[Case]:
    for office in world.offices.values():
        terms = [term for term in world.terms.get(office.id, ()) if term.person != NOBODY and term.status == "holder"]
        people = list(dict.fromkeys(term.person for term in terms))
        for person in dict.fromkeys((*people[:1], *people[len(people) // 2 :][:1], *people[-1:])):
            yield from _of_holder(office, [term for term in terms if term.person == person], world)


def _of_holder(office: Office, terms: list[Term], world: World) -> Iterator[Case]:
    inside = next((day for term in terms if (day := _inside(term)) is not None), None)
    outside = _outside(office, terms, world)
    if inside is not None:
        yield from (_case(wording, office, terms[0].person, inside, False, world) for wording in WORDINGS)
    if office.kind in HEADS:
        then = next((day for term in terms if (day := _inside(term, HISTORIC)) is not None), None)
        yield from _histories(office, terms, then, _outside(office, terms, world, LONG_APART, HISTORIC), world)
    if outside is not None:
        yield from (_case(wording, office, terms[0].person, outside, True, world) for wording in WORDINGS)
        yield from (
            _case(wording, office, terms[0].person, outside, False, world)
            for wording in EXCUSED
            if all(term.last_known < outside for term in terms)
        )


def _histories(
    office: Office, terms: list[Term], inside: dt.date | None, outside: dt.date | None, world: World
) -> Iterator[Case]:
    """In term, and out of it where the holder was in no other office near that day, which might be called an age too.
    Before the term only ages count: writers call people by what they became."""
    person = terms[0].person
    if inside is not None:
        yield from (_case(wording, office, person, inside, False, world) for wording in HISTORIES)
    if outside is None or any(term.covers(outside - NEAR, outside + NEAR) != "no" for term in world.terms_of(person)):
        return
    wordings = HISTORIES if all(term.last_known < outside for term in terms) else HISTORIES[:4]
    yield from (_case(wording, office, person, outside, True, world) for wording in wordings)


def _case(
    wording: tuple[str, bool, str], office: Office, person: str, day: dt.date, wanted: bool, world: World
) -> Case:
    name, given, pattern = wording
    about = world.people[person]
    woman = about.sex == "f"
    titles = office_titles(office, world, woman)
    text = pattern.format(
        title=titles[0], name=about.name, day=f"{day.day} {MONTHS_AR[day.month - 1]} {day.year}",
        year=day.year, month=MONTHS_AR[day.month - 1], f="ت" if woman else "",
        former="السابقة" if woman else "السابق", late="الراحلة" if woman else "الراحل",
    )  # fmt: skip
    told = name if wanted or wording in EXCUSED else f"{name}, in term"
    on = WRITTEN if wording in HISTORIES else day
    return Case(told, text, on if given else None, office.id, wanted)


def _inside(term: Term, earliest: dt.date = EARLIEST) -> dt.date | None:
    """A day in the middle of a term, where it is known to lie in it and after ``earliest``."""
    day = term.start.last + (term.last_known - term.start.last) / 2
    return day if day > earliest and term.covers(day, day) == "yes" else None


def _outside(
    office: Office, terms: list[Term], world: World, apart: dt.timedelta = APART, earliest: dt.date = EARLIEST
) -> dt.date | None:
    """A day when the person certainly held neither the office nor another of the same kind there, but lived; days after
    the last term rather than before the first, by turns with the length of the id, so that both occur."""
    person = world.people[terms[0].person]
    after = max(term.last_known for term in terms) + apart
    before = min(term.start.first for term in terms) - apart
    for day in (after, before) if len(person.id) % 2 else (before, after):
        alike = [
            term for term in world.terms_of(person.id)
            if world.offices[term.office].kind == office.kind or world.offices[term.office].country == office.country
        ]  # fmt: skip
        known = max((term.last_known for term in world.terms.get(office.id, ())), default=dt.date.min)
        lived = (person.born is None or day.year - person.born.first.year > 20) and (
            person.died is None or day < person.died.first
        )
        if earliest < day <= known and lived and all(term.covers(day, day) == "no" for term in alike):
            return day
    return None


def found(engine: Engine, case: Case) -> bool:
    reading = engine.read(Draft(case.text, case.date))
    subject = Subject(reading, (), (), engine.knowledge, Profile())
    return any(finding.kind == "office" for finding in check_anachronism(subject))


def main(words: list[str]) -> int:
    engine = Engine(load_knowledge(resource_folder()))
    made: Counter[tuple[bool, str]] = Counter()
    right: Counter[tuple[bool, str]] = Counter()
    offices: set[str] = set()
    for case in cases(engine.knowledge.world):
        key = (case.wanted, case.wording)
        made[key] += 1
        offices.add(case.office)
        if found(engine, case) == case.wanted:
            right[key] += 1
        elif "--list" in words:
            print(case.office, case.wording, case.text, case.date or "", sep="\t")
    for (wanted, wording), number in made.items():
        told = "found" if wanted else "left alone"
        print(f"{wording}: {right[wanted, wording]} of {number} {told}")
    for wanted, told in ((True, "found out of term"), (False, "flagged wrongly")):
        number = sum(count for key, count in made.items() if key[0] is wanted)
        good = sum(count for key, count in right.items() if key[0] is wanted)
        share = good / number if wanted else 1 - good / number
        print(f"{told}: {share:.1%} of {number} sentences, {len(offices)} offices")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
