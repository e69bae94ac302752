"""Who is quoted how often, and where a source is missing, vague or anonymous."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.text.normal import key as folded

if TYPE_CHECKING:
    from workbench.checks.values import Place
    from workbench.claims.values import Claim
    from workbench.engine import CheckResult


_BY_NAME = ("anonymous", "vague")  # findings about a source; the others are about an assertion


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source; ``counts`` by article; ``places`` are article, start and end of what it is quoted for.
    ``standing`` is ``named`` where no check found fault with it, or the kind of the sourcing finding."""

    name: str
    standing: str
    counts: dict[str, int] = field(default_factory=dict)
    places: tuple[tuple[str, int, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def source_rows(result: CheckResult) -> tuple[SourceRow, ...]:
    """Sources that nothing was found against first, the most quoted on top; then what the sourcing checks noticed, each
    once, in the order of the text. A short form that follows the whole name in one article («البيان») is the same
    source."""
    names: dict[str, str] = {}
    places: dict[str, list[tuple[str, int, int]]] = {}
    seen: set[tuple[str, int, int, str]] = set()
    found_in: dict[str, list[tuple[tuple[str, int, int], str]]] = {}
    doubted: dict[str, list[Place]] = {}
    for finding in result.findings:
        if finding.family == "sourcing" and finding.places:
            doubted.setdefault(finding.places[0].article, []).append(finding.places[0])
    longest = 0
    for found in doubted.values():
        found.sort(key=lambda place: place.start)
        longest = max(longest, *(place.end - place.start for place in found))

    told_of: dict[Place, str] = {}  # the source that a finding doubts, without the verb before it

    def is_doubted(claim: Claim) -> bool:
        """Whether a finding below says already what this source is."""
        near = doubted.get(claim.article, [])
        first = bisect_left(near, claim.clause.start - longest, key=lambda place: place.start)
        last = bisect_left(near, claim.clause.end, key=lambda place: place.start)
        source = folded(claim.source or "")
        places = [one for one in near[first:last] if claim.clause.start < one.end and source in folded(one.text)]
        told_of.update((place, claim.source or "") for place in places)
        return bool(places)

    for claim in result.claims:
        if claim.source and not is_doubted(claim):
            place = (claim.article, claim.clause.start, claim.clause.end)
            if (*place, claim.source) in seen:
                continue
            seen.add((*place, claim.source))
            found_in.setdefault(claim.article, []).append((place, claim.source))
    for article_places in found_in.values():
        article_places.sort(key=lambda one: one[0])
        before: list[str] = []  # the names of this article so far
        for place, source in article_places:
            name = next((longer for longer in reversed(before) if is_short_for(source, longer)), source)
            if name == source and source not in before:
                before.append(source)
            names.setdefault(folded(name), name)
            places.setdefault(folded(name), []).append(place)
    doubts: dict[tuple[str, str], tuple[str, list[tuple[str, int, int]]]] = {}
    for finding in result.findings:
        if finding.family == "sourcing" and finding.places:
            first = finding.places[0]
            name = told_of.get(first, first.text) if finding.kind in _BY_NAME else first.text
            told = doubts.setdefault((finding.kind, folded(name)), (name, []))[1]
            told.append((first.article, first.start, first.end))
            if finding.kind in _BY_NAME:  # whatever else the article has by that name is nobody else's
                alike = places.get(folded(name), [])
                told += [one for one in alike if one[0] == first.article]
                alike[:] = [one for one in alike if one[0] != first.article]
    rows = [_row(names[key], "named", found) for key, found in places.items() if found]
    rows.sort(key=lambda row: (-row.total, row.name))
    rows += [_row(name, kind, found) for (kind, _), (name, found) in doubts.items()]
    return tuple(rows)


def is_short_for(name: str, longer: str) -> bool:
    """Whether a definite name says again in fewer words what a longer one said: «البيان» after «بيان للتحالف الدولي»,
    «بيان التحالف» likewise; «اللجنة» is not short for «رئيس اللجنة»."""
    own, whole = _bare(name), _bare(longer)
    if not own or len(own) >= len(whole) or own[0] != whole[0] or not any(_definite(word) for word in name.split()):
        return False
    rest = iter(whole)
    return all(word in rest for word in own)


def _definite(word: str) -> bool:
    return folded(word).startswith(("ال", "لل"))


def _bare(name: str) -> list[str]:
    """Its words without article and without the «ل» that stands for «of»."""
    words = []
    for word in folded(name).split():
        bare = word.removeprefix("لل") if word.startswith("لل") else word.removeprefix("ال")
        words.append(bare if len(bare) > 1 else word)
    return words


def _row(name: str, standing: str, places: list[tuple[str, int, int]]) -> SourceRow:
    counts: dict[str, int] = {}
    for article, _, _ in places:
        counts[article] = counts.get(article, 0) + 1
    return SourceRow(" ".join(name.split()), standing, counts, tuple(places))
