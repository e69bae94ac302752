"""Places said to lie where they do not: near what is far, in what they are not in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from workbench.checks.keys import finding_key
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding
from workbench.checks.wording import shortened
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Entity, Mention
from workbench.text.tokens import read_tokens
from workbench.text.values import Bilingual

# Nobody calls what is sixty kilometres away «near».
NEAR_KM = 60.0
_NEAR = frozenset(("قرب", "بقرب", "بالقرب", "القريبه", "القريب", "المجاور", "المجاوره", "بجوار"))
_IN = frozenset(("في", "ضمن", "التابعه", "التابع"))
_PASSED_OVER = frozenset(("من", "ل", "،", ",", "الواقعه", "الواقع", "الجويه", "العسكريه"))
_MOST_WORDS_BETWEEN = 4
_LONGEST = 120


def check_places(subject: Subject) -> Iterable[Finding]:
    """One finding for each pair of places that an article puts together against the table of places."""
    places = [mention for mention in subject.reading.mentions if _known(mention, subject)]
    for first, second in pairwise(places):
        yield from _judged(subject.reading, first, second, subject)


def _known(mention: Mention, subject: Subject) -> bool:
    value = mention.value
    return mention.type == "place" and isinstance(value, Entity) and value.id in subject.knowledge.geography.places


def _judged(reading: ArticleReading, first: Mention, second: Mention, subject: Subject) -> Iterator[Finding]:
    assert isinstance(first.value, Entity)
    assert isinstance(second.value, Entity)
    one, other = first.value.id, second.value.id
    if one is None or other is None or second.start - first.end > 40:
        return
    keys = [token.key for token in read_tokens(reading.article.text[first.end : second.start])]
    words = [key for key in keys if key not in _PASSED_OVER]
    geography = subject.knowledge.geography
    if len(keys) > _MOST_WORDS_BETWEEN or len(words) != 1 or geography.is_wide(one):
        return
    (en_a, ar_a), (en_b, ar_b) = geography.names(one), geography.names(other)
    if words[0] in _NEAR and not geography.is_wide(other) and not geography.touch(one, other):
        distance = geography.distance(one, other)
        if distance is not None and distance > NEAR_KM:
            yield _finding(
                reading, first, second, "near",
                Bilingual(
                    f"{en_a} does not lie near {en_b}: they are some {distance:.0f} km apart.",
                    f"لا تقع {ar_a} قرب {ar_b}: تفصل بينهما نحو {distance:.0f} كيلومترا.",
                ),
                (one, other), subject,
            )  # fmt: skip
    elif words[0] in _IN and geography.places[other].kind in ("governorate", "country"):
        home = _same_kind_above(one, other, subject)
        if home is not None and home != other:
            en_home, ar_home = geography.names(home)
            yield _finding(
                reading, first, second, "in",
                Bilingual(f"{en_a} lies in {en_home}, not in {en_b}.", f"تقع {ar_a} في {ar_home} لا في {ar_b}."),
                (one, other), subject,
            )  # fmt: skip


def _same_kind_above(inner: str, outer: str, subject: Subject) -> str | None:
    """The governorate (or country) that the table puts a place in, where it was put into another one."""
    geography = subject.knowledge.geography
    kind = geography.places[outer].kind
    return next(
        (id for id in geography.upwards(inner) if id in geography.places and geography.places[id].kind == kind), None
    )


def _finding(
    reading: ArticleReading, first: Mention, second: Mention, rule: str, message: Bilingual, ids: Sequence[str],
    subject: Subject,
) -> Finding:  # fmt: skip
    where = shortened(reading.article, first.start, second.end, _LONGEST)
    name = f"contradiction.place.{rule}"
    sources = "; ".join(f"{id}: {subject.knowledge.geography.places[id].source}" for id in ids)
    return Finding(
        key=finding_key(name, (where.text,), ids),
        family="contradiction",
        kind="place",
        scope="internal",
        severity="medium",
        confidence=0.8,
        rule=name,
        places=(where,),
        message=message,
        evidence=(
            Evidence(
                Bilingual("From the program's table of places.", "من جدول الأماكن في البرنامج."), f"places ({sources})"
            ),
        ),
    )
