"""A reviewed comparison of our own, small enough to read, and the same with whatever words a test puts into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from workbench.alignment.values import Alignment
from workbench.checks.values import Evidence, Finding, Mend, Place
from workbench.claims.values import Claim, Event
from workbench.engine import CheckResult, Draft
from workbench.knowledge.facts.world import EMPTY_WORLD
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, ArticleDate, Entity, Timex
from workbench.report.formats import Wishes, make_report
from workbench.report.progress import Watcher
from workbench.resources import resource_folder
from workbench.review.decisions import Decision
from workbench.review.record import Origin, ProjectRecord, TextEdit, Versions
from workbench.text.values import Article, Bilingual, Part, Sentence, Span

MOMENT = dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)
DRAFT = (
    "حريق في سوق المدينة القديمة\n\n"
    "قالت الشرطة 🔥 إن حريقا اندلع مساء الأحد وأتى على 40 متجرا في السوق القديم، وأسفر عن إصابة ستة أشخاص.\n\n"
    "وقال مسؤول طلب عدم ذكر اسمه إن السبب تماس كهربائي، وعُثر على بقايا أسلاك في في المكان.\n\n"
    "وزار الوزير السوق يوم السبت 11 مارس 2024 برفقة 3 من مستشاريه، بحسب Reuters."
)
REPORT = (
    "النيران تلتهم عشرات المتاجر\n\n"
    "اندلع حريق كبير مساء الأحد في السوق القديم وأتى على 65 متجرا (نحو 12.5%)، بحسب الدفاع المدني.\n\n"
    "Rescue teams from the port joined them at 20:45."
)
PASSAGE = "وقال مسؤول طلب عدم ذكر اسمه إن السبب تماس كهربائي، وعُثر على بقايا أسلاك في في المكان."

Words = Callable[[str], str]


def same(words: str) -> str:
    return words


def hostile_with(payload: str) -> Words:
    """Puts a payload before the words of every field that comes from outside."""
    return lambda words: payload + words


def reading(id: str, text: str, date: dt.date | None, path: str, put: Words) -> ArticleReading:
    lines, start = [], 0
    for line in text.split("\n"):
        if line:
            lines.append((start, start + len(line)))
        start += len(line) + 1
    head, body = lines[0], lines[1:]
    parts = (Part("headline", *head), Part("body", body[0][0], body[-1][1]))
    sentences = tuple(
        Sentence(start, end, text[start:end], "headline" if number == 0 else "body", number)
        for number, (start, end) in enumerate(lines)
    )
    article = Article(id, text, put(text[head[0] : head[1]]), parts, sentences, put("وكالة"), "ar", path, id * 64)
    why = Bilingual(put("as given"), put("كما أُعطي"))
    return ArticleReading(article, ArticleDate(date, date, "given" if date else "unknown", why), (), (), ())


def place(article: str, text: str, words: str) -> Place:
    start = text.index(words)
    return Place(article, start, start + len(words), words)


def record(put: Words = same, copies: int = 1) -> ProjectRecord:
    """The comparison; ``put`` is asked for the words of each field, ``copies`` repeats the findings (keys told apart)
    for a long report."""
    draft, report = put(DRAFT), put(REPORT)
    day = dt.date(2024, 3, 12)
    drafts = (Draft(draft, None, put("draft.txt"), "a" * 64), Draft(report, day, "report.txt", "b" * 64))
    readings = (reading("a", draft, None, "draft.txt", put), reading("b", report, day, "r.txt", put))
    shops, others = place("a", draft, "40 متجرا"), place("b", report, "65 متجرا")
    clause = Span(shops.start, shops.end)
    claims = (
        Claim("a1", "a", "quantity", clause, shops.text, clause, "body", 1, "burn", put("shop"),
              Amount(40, 40, False, "shop"), event="e1"),
        Claim("b1", "b", "quantity", Span(others.start, others.end), others.text, Span(others.start, others.end),
              "body", 1, "burn", put("shop"), Amount(60, 65, True, "shop"), event="e1"),
        Claim("a2", "a", "date", _span(draft, "مساء الأحد"), "مساء الأحد", _span(draft, "مساء الأحد"), "body", 1,
              "break", "fire", Timex("2024-03-10TEV", "2024-03-10T18:00", "2024-03-10T23:59"), event="e1"),
        Claim("a3", "a", "actor", _span(draft, "الوزير"), "الوزير", _span(draft, "وزار الوزير السوق"), "body", 3,
              "visit", "market", Entity("the-minister", put("الوزير"))),
    )  # fmt: skip
    label = Bilingual(put("Market fire"), put("حريق السوق"))
    events = (Event("e1", label, "2024-03-10", "2024-03-10", None, ("a1", "b1")),)
    steps = (Bilingual(put("the same day: 2024-03-10"), put("اليوم واحد: 2024-03-10")),)
    why = Bilingual(put("the same shops"), put("المتاجر نفسها"))
    alignments = (Alignment(("a1", "b1"), 0.9, "contradicts", why, "program", steps),)
    findings = tuple(
        replace(finding, key=f"{finding.key}{number or ''}")
        for number in range(copies)
        for finding in _findings(draft, report, shops, others, put)
    )
    departed = Finding(
        "gone", "sourcing", "vague", "internal", "low", 0.5, "sourcing/vague", (Place("a", 0, 4, put("مصادر")),),
        Bilingual(put("A vague source"), put("مصدر مبهم")),
    )  # fmt: skip
    who = put("ليلى حداد")
    decisions = (
        Decision("shops", "confirmed", "", put("راجعت البيان: 65 متجرا.\nوالرقم في Reuters."), who, MOMENT),
        Decision("anonymous", "dismissed", "style", put("House style (4.2)"), "Omar K.", MOMENT),
        Decision("weekday", "confirmed", "", "", who, MOMENT),
        Decision("gone", "corrected", "", put("حُذفت"), who, MOMENT),
    )
    return ProjectRecord(
        title=put("حريق السوق"),
        created=MOMENT,
        changed=MOMENT,
        versions=Versions("0.1.0", "rules0123456", "knowledge012", "news"),
        drafts=drafts,
        origins=(Origin("text", "folder/" + put("draft.txt"), MOMENT), Origin("paste", "", MOMENT)),
        result=CheckResult(readings, claims, events, alignments, findings),
        decisions=decisions,
        history=(Decision("shops", "needs-source", "", put("أنتظر البيان"), who, MOMENT), *decisions),
        departed=(departed,),
        ticks=frozenset(),
        edits=(TextEdit("a", 3, put("قديم"), put("جديد"), who, MOMENT),),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _findings(draft: str, report: str, shops: Place, others: Place, put: Words) -> tuple[Finding, ...]:
    weekday = place("a", draft, "السبت 11 مارس 2024")
    return (
        Finding("shops", "contradiction", "quantity", "across", "high", 0.9, "contradiction.quantity", (shops, others),
                Bilingual(put("Two counts of the shops: «40» and «65»"),
                          put("عددان مختلفان للمتاجر: «40» و«65» في 2024-03-10")),
                (Evidence(Bilingual(put("Both speak of the market"), put("كلاهما عن السوق")), put("text")),),
                (Mend("a", shops.start, shops.end, put("65 متجرا")),), ("a1", "b1")),
        Finding("weekday", "calendar", "weekday", "internal", "medium", 0.95, "calendar/weekday", (weekday,),
                Bilingual(put("11 March 2024 is a Monday"), put("يوافق 11 مارس 2024 يوم الاثنين")),
                (Evidence(Bilingual(put("by the calendar"), put("بحسب التقويم")), put("Gregorian calendar")),)),
        Finding("anonymous", "sourcing", "anonymous", "internal", "low", 0.7, "sourcing/anonymous",
                (place("a", draft, "وقال مسؤول طلب عدم ذكر اسمه"),),
                Bilingual(put("An anonymous source"), put("مصدر لا يُذكر اسمه"))),
        Finding("passage", "copy", "insertion", "internal", "low", 0.6, "copy/insertion", (place("a", draft, PASSAGE),),
                Bilingual(put("A passage that was put in"), put("مقطع مقحم"))),
        Finding("twice", "copy", "doubled-word", "internal", "medium", 0.9, "copy/twice", (place("a", draft, "في في"),),
                Bilingual(put("A doubled word"), put("كلمة مكررة")), (),
                (Mend("a", draft.index("في في"), draft.index("في في") + 3, ""),)),
    )  # fmt: skip


def made(
    form: str, language: str = "ar", subject: ProjectRecord | None = None, watcher: Watcher | None = None,
    only: str = "",
) -> bytes:  # fmt: skip
    """A report of the material as bytes."""
    wishes = Wishes("en" if language == "en" else "ar", only, None, None, watcher)
    return make_report(subject or record(), form, wishes, resource_folder(), EMPTY_WORLD, MOMENT)
