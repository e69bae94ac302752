"""Contradictions: two statements about the same thing that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import RUNNING
from workbench.alignment.claims import match_claims, two_speakers
from workbench.alignment.values import Alignment
from workbench.checks.keys import finding_key
from workbench.checks.subject import Comparison, Subject
from workbench.checks.values import Evidence, Finding, Place, Scope, Severity
from workbench.checks.wording import quoted
from workbench.claims.events.when import tells_hour
from workbench.claims.people.nations import NATION
from workbench.claims.saying.doers import DEED
from workbench.claims.saying.orders import FIRST, ORDER
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, Entity
from workbench.text.normal import key
from workbench.text.values import Bilingual

# Longest stretch of words that a finding points at, as the contract has it.
_LONGEST = 120
_MOST_REPEATS = 5
_ORDERS = frozenset((ORDER, FIRST))
_STATES: dict[str, Bilingual] = {
    "killed": Bilingual("dead", "القتلى"),
    "injured": Bilingual("injured", "الجرحى"),
    "infected": Bilingual("infected", "المصابين بالمرض"),
    "missing": Bilingual("missing", "المفقودين"),
    "arrested": Bilingual("arrested", "الموقوفين"),
    "kidnapped": Bilingual("kidnapped", "المخطوفين"),
    "displaced": Bilingual("displaced", "النازحين"),
    "evacuated": Bilingual("evacuated", "من أُجلوا"),
    "rescued": Bilingual("rescued", "الناجين"),
    "released": Bilingual("released", "المفرج عنهم"),
    "casualty": Bilingual("casualties", "الضحايا"),
}
_KINDS = {
    "quantity": "quantity", "casualties": "casualties", "date": "date", "time": "time", "duration": "duration",
    "place": "place", "actor": "actor", "score": "score", "quote": "quote", "statement": "negation",
    "office": "identity",
}  # fmt: skip
_SETTLES = {
    "casualties": Bilingual(
        "A statement of the health authority or civil defence with the hour at which they counted would settle it.",
        "يحسمه بيان من السلطات الصحية أو الدفاع المدني يذكر ساعة الإحصاء.",
    ),
    "quantity": Bilingual(
        "The primary source that each text names, or an official document with the figure, would settle it.",
        "يحسمه الرجوع إلى المصدر الأصلي الذي يذكره كل نص أو إلى وثيقة رسمية تورد الرقم.",
    ),
    "date": Bilingual(
        "The decision or announcement itself, with its date, would settle it.",
        "يحسمه نص القرار أو الإعلان نفسه بتاريخه.",
    ),
    "actor": Bilingual(
        "The accuser's own statement, with its date, would settle it.",
        "يحسمه بيان الجهة التي وجهت الاتهام وتاريخه.",
    ),
}


def check_contradictions(comparison: Comparison) -> Iterable[Finding]:
    """One finding for each pair of values that contradict across articles, however often the texts repeat them."""
    writer = _Writer("across", comparison.claims, comparison.readings, comparison.knowledge)
    return writer.findings(comparison.alignments)


def check_contradictions_within(subject: Subject) -> Iterable[Finding]:
    """The same inside one article."""
    return _Writer("internal", subject.claims, (subject.reading,), subject.knowledge).findings(subject.within)


def _said(claim: Claim) -> str:
    """What two findings of like values are told apart by; «خمسة أشخاص» and «خمسة عراقيين» are one count of the dead."""
    if claim.kind == "casualties":
        return claim.role
    return claim.predicate if claim.kind == "statement" or claim.predicate == "age" else claim.of


def _values(a: Claim, b: Claim) -> tuple[str, ...]:
    """The two values, by which findings are told apart; a report that nobody came to harm («دون وقوع ضحايا») has one
    fault, however many dead and injured the other counts."""
    for claim in (a, b):
        if claim.kind == "casualties" and claim.state == "casualty" and claim.polarity == "negated":
            return ("none", claim.id)
    return a.state or "", repr(a.value), repr(b.value)


class _Writer:
    """Writes the findings of aligned claims that contradict each other."""

    def __init__(
        self, scope: Scope, claims: Iterable[Claim], readings: Iterable[ArticleReading], knowledge: Knowledge
    ) -> None:
        self.scope = scope
        self.claims = {claim.id: claim for claim in claims}
        self.texts = {reading.article.id: reading.article.text for reading in readings}
        self.knowledge = knowledge

    def findings(self, alignments: Iterable[Alignment]) -> Iterator[Finding]:
        groups: dict[tuple[object, ...], list[Alignment]] = {}
        for alignment in sorted(alignments, key=lambda one: -one.score):
            if alignment.relation == "contradicts":
                a, b = (self.claims[id] for id in alignment.claims)
                what = (a.kind, a.article, b.article, *_values(a, b), _said(a))
                groups.setdefault(what, []).append(alignment)
        return (self._finding(group) for group in groups.values())

    def _finding(self, group: Sequence[Alignment]) -> Finding:
        """The finding of the first alignment, which also points at where the others repeat the two values."""
        alignment = group[0]
        a, b = (self.claims[id] for id in alignment.claims)
        dated = "date" if "date" in (a.kind, b.kind) else a.kind
        dated = "time" if dated == "date" and tells_hour(a) and tells_hour(b) else dated
        spoken = "attribution" if two_speakers(a, b, self.knowledge) else _KINDS[dated]
        kind = "identity" if a.predicate in ("age", NATION) else "sequence" if a.predicate in _ORDERS else spoken
        rule = f"contradiction.{kind}.{self.scope}"
        places = self._quoted_places(a, b) if kind == "quote" else (self._place(a), self._place(b))
        first = places
        if kind == "attribution":
            places = (*places, *(place for claim in (a, b) for place in self._speaker(claim)))
        for other in group[1:_MOST_REPEATS]:
            for id in other.claims:
                place = self._place(self.claims[id])
                if kind != "quote" and place not in places:
                    places = (*places, place)
        return Finding(
            key=finding_key(rule, (place.text for place in first), (a.value, b.value)),
            family="contradiction",
            kind=kind,
            scope=self.scope,
            severity=_severity(a, b, alignment),
            confidence=alignment.score,
            rule=rule,
            places=places,
            message=_message(a, b, self.scope, self.knowledge),
            evidence=tuple(_evidence(alignment, a, b)),
            claims=alignment.claims,
            headline=any(self.claims[id].part == "headline" for one in group for id in one.claims),
        )

    def _quoted_places(self, a: Claim, b: Claim) -> tuple[Place, ...]:
        """Only the words in which two quotations part; where one has none there, the word that follows."""
        match = match_claims(a, b, self.knowledge)
        if match is None:
            return self._place(a), self._place(b)
        places = []
        for claim, span in ((a, match.a), (b, match.b)):
            start, end = claim.span.start + span.start, claim.span.start + span.end
            text = claim.text[span.start : span.end][:_LONGEST]
            places.append(Place(claim.article, start, min(end, start + _LONGEST), text))
        return tuple(places)

    def _speaker(self, claim: Claim) -> Iterator[Place]:
        """Where the sentence of a quotation names who says it."""
        start = self.texts[claim.article].find(claim.of, claim.clause.start, claim.clause.end) if claim.of else -1
        if start >= 0:
            yield Place(claim.article, start, start + len(claim.of), claim.of)

    def _place(self, claim: Claim) -> Place:
        text = self.texts[claim.article]
        start, end = claim.span.start, min(claim.span.end, claim.span.start + _LONGEST)
        if claim.kind in ("quantity", "casualties") and claim.predicate != "age":
            # The counted noun belongs to what disagrees: «45 راكبا», «الموقوفين الخمسة».
            if text.startswith("ال", start):
                before = text[claim.clause.start : start].rstrip().split(" ")[-1]
                if before and text.endswith(" ", 0, start):
                    start = text.rindex(before, 0, start)
                return Place(claim.article, start, end, text[start:end])
            stop = min(claim.clause.end, end + 25)
            extended = end
            words = text[end:stop]
            if words[:1] == " ":
                word = words[1:].split(" ")[0].split("\n")[0].rstrip("،.؛,;:!؟»”)")
                extended = end + 1 + len(word)
            end = min(extended, start + _LONGEST)
        return Place(claim.article, start, end, text[start:end])


def _severity(a: Claim, b: Claim, alignment: Alignment) -> Severity:
    if a.hedge or b.hedge or (a.source and b.source and a.source != b.source):
        return "medium"
    if a.kind == "casualties" and a.state in RUNNING and "headline" not in (a.part, b.part):
        return "medium"
    if _at_least(a) and _at_least(b):
        return "medium"
    return "high" if alignment.score >= 0.5 else "medium"


def _at_least(claim: Claim) -> bool:
    """«28 قتيلا على الأقل» may be 30 by the evening."""
    return isinstance(claim.value, Amount) and claim.value.high is None


# How a finding begins, by what is claimed: the two wordings follow it.
_OPENINGS = {
    "date": Bilingual("Two times for the same thing", "موعدان مختلفان للأمر نفسه"),
    "duration": Bilingual("Two lengths of time for the same thing", "مدتان مختلفتان للأمر نفسه"),
    "score": Bilingual("Two results of one match", "نتيجتان مختلفتان لمباراة واحدة"),
    "actor": Bilingual("Two accounts of who is held responsible", "روايتان مختلفتان عمن يُحمَّل المسؤولية"),
    "deed": Bilingual("Two names for whoever did one thing", "اسمان مختلفان لمن قام بأمر واحد"),
    "nation": Bilingual("Two nationalities", "جنسيتان مختلفتان"),
    "age": Bilingual("Two ages of one person", "عمران مختلفان لشخص واحد"),
    "office": Bilingual("Two names for whoever holds one title", "اسمان مختلفان لصاحب صفة واحدة"),
    "post": Bilingual("Two posts of one person", "منصبان مختلفان لشخص واحد"),
    "order": Bilingual("Two orders of the same things", "ترتيبان مختلفان للأحداث نفسها"),
    "place": Bilingual("Two places for the same thing", "مكانان مختلفان للأمر نفسه"),
    "quantity": Bilingual("Two figures for the same thing", "رقمان مختلفان للأمر نفسه"),
    "statement": Bilingual("Two statements that cannot both be true", "قولان لا يصحان معا"),
}
_OPENINGS["time"] = _OPENINGS["date"]


def _message(a: Claim, b: Claim, scope: Scope, knowledge: Knowledge) -> Bilingual:
    if two_speakers(a, b, knowledge):
        first, second = knowledge.name_of(a.of), knowledge.name_of(b.of)
        return Bilingual(
            f"One statement is given to two speakers: {first.en} and {second.en}.",
            f"قول واحد منسوب إلى قائلين مختلفين: {first.ar} و{second.ar}.",
        )
    if a.kind == "quote":
        return Bilingual(
            "The same quotation stands in other words in the other article.",
            "الاقتباس نفسه يرد بألفاظ مختلفة في النص الآخر.",
        )
    one, other = quoted(a.text), quoted(b.text)
    opening = _opening(a, b, knowledge)
    where_en = "in the two articles" if scope == "across" else "in one article"
    where_ar = "في النصين" if scope == "across" else "داخل النص"
    return Bilingual(f"{opening.en} {where_en}: {one} and {other}.", f"{opening.ar} {where_ar}: {one} و{other}.")


def _opening(claim: Claim, other: Claim, knowledge: Knowledge) -> Bilingual:
    if claim.kind == "casualties":
        state = _STATES.get(claim.state or "casualty", _STATES["casualty"])
        return Bilingual(
            f"Two counts of the {state.en} of one event", f"حصيلتان مختلفتان لعدد {state.ar} في الحدث نفسه"
        )
    opening = _OPENINGS.get(_matter(claim, other), _OPENINGS["statement"])
    name = knowledge.lexicon.concepts.name(claim.of) if claim.kind == "quantity" and claim.predicate != "age" else None
    return opening if name is None else Bilingual(f"{opening.en} ({name.en})", f"{opening.ar} ({name.ar})")


def _matter(claim: Claim, other: Claim) -> str:
    """What two claims differ about, by the key of its opening."""
    if claim.predicate == "age":
        return "age"
    if DEED in claim.traits:
        return DEED
    if claim.predicate == NATION:
        return NATION
    if claim.predicate in _ORDERS:
        return ORDER
    names = [key(one.value.name) for one in (claim, other) if isinstance(one.value, Entity)]
    return "post" if claim.kind == "office" and len(names) > 1 and names[0] == names[1] else claim.kind


def _evidence(alignment: Alignment, a: Claim, b: Claim) -> Iterator[Evidence]:
    for step in alignment.steps:
        yield Evidence(step, "events")
    yield Evidence(alignment.why, "alignment")
    if a.hedge or b.hedge:
        yield Evidence(
            Bilingual("One of the two calls its figure preliminary.", "أحد النصين يصف رقمه بأنه أولي."), "text"
        )
    if alignment.steps and a.kind in _SETTLES and DEED not in a.traits and a.predicate != NATION:
        yield Evidence(_SETTLES[a.kind], "advice")
