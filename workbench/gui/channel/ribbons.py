"""What ribbons there are: one for each aligned pair, and those that only the current finding draws."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.gui.valuewords import chip_words, led_by_nothing, short
from workbench.mentions.values import Amount

if TYPE_CHECKING:
    from workbench.alignment.values import Alignment
    from workbench.checks.values import Finding, Place
    from workbench.claims.values import Claim
    from workbench.gui.bench import Bench
    from workbench.gui.look import Look
    from workbench.gui.pane.pane import Pane
    from workbench.mentions.reading import ArticleReading

QUIET = ("agrees", "unsure")  # where one claim has several such, the best is drawn
_FIGURED = frozenset(("time", "date", "quantity", "casualties", "duration", "score"))
_WORDED = frozenset(("statement", "quote"))  # whose values are words
Ends = tuple[int, int]  # a stretch of a pane's text, in UTF-16 units


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Two stretches that speak of the same thing. ``a`` lies in pane A; ``b`` in pane B, or in the same pane where
    ``arc`` names it. ``key`` is the finding about them, if there is one; ``claims`` the aligned claims' ids."""

    a: Ends
    b: Ends
    relation: str
    a_words: str
    b_words: str
    key: str | None
    claims: tuple[str, ...] = ()
    arc: str | None = None
    family: str | None = None
    later_is_a: bool = False
    plain: bool = False  # both ends say the same in the same words: a line tells enough


def build_ribbons(bench: Bench, pane_a: Pane, pane_b: Pane, look: Look) -> tuple[Ribbon, ...]:
    """Every ribbon of the articles that are shown; places become units of their panes."""
    result = bench.result
    if result is None:
        return ()
    figured = _by_article(result.claims)
    told = {finding.key: finding for finding in result.findings}
    by_pair: dict[frozenset[str], str] = {}
    for finding in result.findings:
        if len(finding.claims) >= 2:
            by_pair.setdefault(frozenset(finding.claims[:2]), finding.key)
    claims = {claim.id: claim for claim in result.claims}
    later_is_a = _later(bench.reading("a"), bench.reading(bench.other))
    ribbons: list[Ribbon] = []
    drawn: set[str] = set()
    for alignment in calm(result.alignments, result.claims):
        first, second = (claims.get(id) for id in alignment.claims)
        if first is None or second is None or {first.article, second.article} != {"a", bench.other}:
            continue
        if first.article != "a":
            first, second = second, first
        key = by_pair.get(frozenset(alignment.claims))
        if key:
            drawn.add(key)
        words = _both_words(first, second, told.get(key or ""), look)
        ribbons.append(
            Ribbon(
                _claim_ends(pane_a, first), _claim_ends(pane_b, second), alignment.relation,
                *words, key, (first.id, second.id),
                later_is_a=alignment.late == first.id if alignment.late else later_is_a,
                plain=alignment.relation in QUIET and words[0] == words[1],
            )
        )  # fmt: skip
    for finding in result.findings:
        if finding.key in drawn or finding.family in ("copy", "sourcing") or len(finding.places) < 2:
            continue
        ribbon = _of_finding(finding, claims, figured, pane_a, pane_b, bench.other, look)
        if ribbon is not None:
            ribbons.append(ribbon)
    return tuple(ribbons)


def _both_words(first: Claim, second: Claim, finding: Finding | None, look: Look) -> tuple[str, str]:
    """The values of two claims; of whole statements only the words that a finding says disagree."""
    if finding is not None and len(finding.places) == 2 and {first.kind, second.kind} <= _WORDED:
        places = {place.article: place for place in finding.places}
        if first.article in places and second.article in places:
            a, b = (short(led_by_nothing(places[claim.article].text)) for claim in (first, second))
            return a, b
    return chips_of(first, second, look)


def chips_of(first: Claim, second: Claim, look: Look) -> tuple[str, str]:
    """The values of two claims for the two sides of a chip, with their measures where these are not the same; a clock
    and a day in the texts' own words, since «04:30 = 15/4» says nothing."""
    words = chip_words(first, look), chip_words(second, look)
    if (":" in words[0] and "/" in words[1]) or ("/" in words[0] and ":" in words[1]):
        return short(led_by_nothing(first.text)), short(led_by_nothing(second.text))
    measures = [claim.value.unit if isinstance(claim.value, Amount) else None for claim in (first, second)]
    if measures[0] != measures[1] and all(unit and unit in look.things().forms for unit in measures):
        # Figures in two measures: without them «12 = 22» is what no one wrote.
        return _measured(first, words[0], look), _measured(second, words[1], look)
    return unit_once(*words)


def _measured(claim: Claim, words: str, look: Look) -> str:
    """A figure with the sign of its measure: «12 ميلاً», «22 كم»."""
    assert isinstance(claim.value, Amount)
    return f"{words} {look.things().sign(claim.value.unit or '', claim.value, look.code)}"


def _by_article(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims about figures and times of each article, in its order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind in _FIGURED:
            found.setdefault(claim.article, []).append(claim)
    for own in found.values():
        own.sort(key=lambda claim: claim.span.start)
    return found


def _place_words(place: Place, figured: list[Claim], look: Look) -> str:
    """The value of the figure or time that a place speaks of first, else its words."""
    at = bisect_left(figured, place.start, key=lambda claim: claim.span.start)
    if at < len(figured) and figured[at].span.end <= place.end:
        return chip_words(figured[at], look)
    return short(led_by_nothing(place.text))


def unit_once(first: str, second: str) -> tuple[str, str]:
    """«8 سنوات» and «6 سنوات» are «8» and «6 سنوات»: a chip has little room."""
    figure, _, unit = first.partition(" ")
    if unit and second.partition(" ")[1:] == (" ", unit) and any(letter.isdigit() for letter in figure):
        return figure, second
    return first, second


def calm(alignments: Iterable[Alignment], claims: Iterable[Claim]) -> list[Alignment]:
    """The alignments worth a ribbon. Where a claim agrees with several of the other article (a place named again and
    again), its best agreement is drawn; what clashes or was overtaken is drawn always, and so is what a person
    joined."""
    starts = {claim.id: claim.span.start for claim in claims}
    taken: set[str] = set()
    kept: list[Alignment] = []
    agreeing = []
    for alignment in alignments:
        if alignment.relation not in QUIET or alignment.by == "person":
            kept.append(alignment)
        else:
            agreeing.append(alignment)
    agreeing.sort(key=lambda one: (-one.score, *(starts.get(id, 0) for id in one.claims)))
    for alignment in agreeing:
        if not taken.intersection(alignment.claims):
            taken.update(alignment.claims)
            kept.append(alignment)
    return kept


def _of_finding(
    finding: Finding, claims: dict[str, Claim], figured: dict[str, list[Claim]], pane_a: Pane, pane_b: Pane,
    other: str, look: Look,
) -> Ribbon | None:  # fmt: skip
    """A finding about two places that no alignment joins: across the channel, or an arc inside one article."""
    first, second = finding.places[0], finding.places[1]
    words = [_place_words(place, figured.get(place.article, []), look) for place in (first, second)]
    if len(finding.claims) == 2 and all(id in claims for id in finding.claims):
        words = [chip_words(claims[id], look) for id in finding.claims]
    panes = {"a": pane_a, other: pane_b}
    if first.article not in panes or second.article not in panes:
        return None
    if first.article == second.article:
        pane = panes[first.article]
        return Ribbon(
            _ends(pane, first), _ends(pane, second), "contradicts", words[0], words[1], finding.key, (),
            first.article, finding.family,
        )  # fmt: skip
    if first.article != "a":
        first, second, words = second, first, words[::-1]
    return Ribbon(_ends(pane_a, first), _ends(pane_b, second), "contradicts", words[0], words[1], finding.key,
                  family=finding.family)  # fmt: skip


def _ends(pane: Pane, place: Place) -> Ends:
    units = pane.view.offsets.units
    return units(place.start), units(place.end)


def _claim_ends(pane: Pane, claim: Claim) -> Ends:
    units = pane.view.offsets.units
    return units(claim.span.start), units(claim.span.end)


def _later(a: ArticleReading | None, b: ArticleReading | None) -> bool:
    """Whether the draft is surely the later of the two: only then an update points at it."""
    if a is None or b is None or a.date.begin is None or b.date.end is None:
        return False
    return a.date.begin > b.date.end
