"""Two short reports of our own with a stand-in for the engine that finds what it is told to look for in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.alignment.values import Alignment
from workbench.checks.subject import Profile
from workbench.checks.values import Evidence, Finding, Mend, Place
from workbench.claims.values import Claim, Event
from workbench.engine import CheckResult, Draft, Overrides
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, ArticleDate
from workbench.text.values import Article, Bilingual, Part, Span

PASSAGE = (
    "[وتجدر الإشارة إلى أن السوق من أقدم أسواق البلاد، وأن تاريخه يمتد إلى قرون طويلة شهد خلالها حرائق كثيرة وعمليات "
    "ترميم متعاقبة لم تغير من طابعه شيئا، وظل مقصدا للزوار والتجار من كل المدن المجاورة على مدى عقود.]"
)

DRAFT = f"""حريق في سوق المدينة القديمة

قالت الشرطة إن حريقا اندلع مساء الأحد في سوق المدينة القديمة وأتى على 40 متجرا، وأسفر عن إصابة ستة أشخاص 🔥.

وقال مسؤول طلب عدم ذكر اسمه إن سبب الحريق تماس كهربائي. {PASSAGE}

وزار الوزير السوق يوم السبت 11 مارس 2024 برفقة رئيس البلدية."""

REPORT = """النيران تلتهم عشرات المتاجر

اندلع حريق كبير مساء الأحد في السوق القديم وأتى على 65 متجرا، بحسب الدفاع المدني.

وأصيب ستة أشخاص بحروق طفيفة، فيما قال الدفاع المدني إن النار خمدت بعد ثلاث ساعات.

Rescue teams from the port joined them."""

SECOND = """حريق السوق تحت السيطرة

أعلنت البلدية أن 40 متجرا احترقت في السوق القديم مساء الأحد."""

DRAFTS = (Draft(DRAFT, None, "draft.txt"), Draft(REPORT, dt.date(2024, 3, 12), "report.txt"))

# Claims: article, kind, words, figure, of what, source.
CLAIMS = (
    ("a", "quantity", "40 متجرا", 40, "shop", "الشرطة"),
    ("a", "casualties", "ستة أشخاص", 6, "person", None),
    ("a", "date", "مساء الأحد", None, "fire", None),
    ("a", "statement", "تماس كهربائي", None, "cause", None),
    ("b", "quantity", "65 متجرا", 65, "shop", "الدفاع المدني"),
    ("b", "casualties", "ستة أشخاص", 6, "person", None),
    ("b", "date", "مساء الأحد", None, "fire", None),
    ("b", "duration", "ثلاث ساعات", None, "fire", "الدفاع المدني"),
    ("c", "quantity", "40 متجرا", 40, "shop", "البلدية"),
)


@dataclass(frozen=True)
class Fault:
    """A finding that stands where all its words stand."""

    family: str
    kind: str
    severity: str
    words: tuple[tuple[str, str], ...]
    message: Bilingual
    mend: str | None = None


FAULTS = (
    Fault("contradiction", "quantity", "high", (("a", "40 متجرا"), ("b", "65 متجرا")),
          Bilingual("Two counts of the burnt shops", "عددان مختلفان للمتاجر المحترقة"), "65 متجرا"),
    Fault("calendar", "weekday", "medium", (("a", "السبت 11 مارس 2024"),),
          Bilingual("11 March 2024 was a Monday", "كان 11 مارس 2024 يوم الاثنين"), "الاثنين 11 مارس 2024"),
    Fault("sourcing", "anonymous", "low", (("a", "وقال مسؤول طلب عدم ذكر اسمه"),),
          Bilingual("An anonymous source", "مصدر مجهول")),
    Fault("copy", "insertion", "low", (("a", PASSAGE),),
          Bilingual("An inserted passage", "فقرة مقحمة"), ""),
)  # fmt: skip


@dataclass
class StandIn:
    """Answers like an engine: looks the words above up in the drafts. ``asked`` keeps what it was asked."""

    asked: list[tuple[Sequence[Draft], Overrides | None]] = field(default_factory=list)

    def check(
        self, drafts: Sequence[Draft], overrides: Overrides | None = None, profile: Profile | None = None
    ) -> CheckResult:
        self.asked.append((drafts, overrides))
        overrides = overrides or Overrides()
        texts = {"abcdefghij"[number]: draft for number, draft in enumerate(drafts)}
        claims = _claims(texts)
        return CheckResult(
            tuple(_reading(id, draft) for id, draft in texts.items()),
            claims,
            _events(claims, overrides),
            _alignments(claims, overrides),
            _findings(texts, claims, overrides),
        )


def _reading(id: str, draft: Draft) -> ArticleReading:
    title = draft.text.split("\n", 1)[0]
    parts = (Part("headline", 0, len(title)), Part("body", len(title), len(draft.text)))
    article = Article(id, draft.text, title.strip(), parts, (), None, "ar", draft.path)
    why = Bilingual("as given", "كما أُعطي")
    date = ArticleDate(draft.date, draft.date, "given" if draft.date else "unknown", why)
    return ArticleReading(article, date, (), (), ())


def _claims(texts: dict[str, Draft]) -> tuple[Claim, ...]:
    claims = []
    for number, (article, kind, words, figure, of, source) in enumerate(CLAIMS, 1):
        draft = texts.get(article)
        start = draft.text.find(words) if draft else -1
        if draft is None or start < 0:
            continue
        clause = Span(draft.text.rfind("\n", 0, start) + 1, _end(draft.text, start))
        value = Amount(figure, figure, False, of) if figure is not None else None
        span = Span(start, start + len(words))
        claims.append(
            Claim(
                id=f"{article}{number}", article=article, kind=kind, span=span, text=words, clause=clause, part="body",
                sentence=0, predicate="burn", of=of, value=value, source=source, event="e1",
            )
        )  # fmt: skip
    return tuple(claims)


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _events(claims: tuple[Claim, ...], overrides: Overrides) -> tuple[Event, ...]:
    label = Bilingual("Market fire", "حريق السوق")
    return (Event("e1", label, "2024-03-10", "2024-03-10", None, tuple(claim.id for claim in claims)),)


def _alignments(claims: tuple[Claim, ...], overrides: Overrides) -> tuple[Alignment, ...]:
    found = []
    why = Bilingual("the same thing", "الأمر نفسه")
    for first in claims:
        for second in claims:
            pair = (first.id, second.id)
            if first.article != "a" or second.article == "a" or pair in overrides.parted:
                continue
            if pair in overrides.joined:
                found.append(Alignment(pair, 1.0, "unsure", why, "person"))
            elif first.kind == second.kind and first.of == second.of:
                relation = "agrees" if first.value == second.value else "contradicts"
                found.append(Alignment(pair, 0.9, relation, why))
    return tuple(found)


def _findings(texts: dict[str, Draft], claims: tuple[Claim, ...], overrides: Overrides) -> tuple[Finding, ...]:
    findings = []
    for fault in FAULTS:
        places = []
        for article, words in fault.words:
            start = texts[article].text.find(words) if article in texts else -1
            if start >= 0:
                places.append(Place(article, start, start + len(words), words))
        if len(places) < len(fault.words):
            continue
        key = f"{fault.family}-{fault.kind}"
        ids = tuple(c.id for c in claims for p in places if c.article == p.article and c.span.start == p.start)
        if key in overrides.hidden or (len(ids) == 2 and (ids[0], ids[1]) in overrides.parted):
            continue
        first = places[0]
        mends = (Mend("a", first.start, first.end, fault.mend),) if fault.mend is not None else ()
        scope = "across" if len(places) > 1 else "internal"
        evidence = (Evidence(Bilingual("Both speak of the market", "كلاهما عن السوق"), "text"),)
        findings.append(Finding(key, fault.family, fault.kind, scope, fault.severity, 0.9, fault.kind, tuple(places),
                                fault.message, evidence, mends, ids))  # fmt: skip
    return tuple(findings)
