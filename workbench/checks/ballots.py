"""Votes: those for, against and abstaining may not be more than those who voted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.figures import Figure, Line
from workbench.checks.sums import Miscount
from workbench.knowledge.sum_words import SumCue, SumWords

_BALLOT: tuple[SumCue, ...] = ("for", "not-for", "abstain")
_OTHERS: tuple[SumCue, ...] = ("against", "not-for", "abstain", "drawn", "lost")  # before who was not for it


@dataclass(frozen=True, slots=True)
class BallotReader:
    words: SumWords

    def miscounts(self, line: Line) -> Iterator[Miscount]:
        """Ballots of one sentence whose sides are more than the whole."""
        yield from self._whole_of(line)
        yield from self._ballot(line)

    # «120 صوتا مقابل 60 وامتناع 10 من أصل 170»

    def _whole_of(self, line: Line) -> Iterator[Miscount]:
        for at in range(len(line.tokens)):
            hit = self.words.cues["of"].at(line.tokens, at)
            if hit is None or hit.last - hit.first < 2:
                continue
            whole = line.figure_at(hit.last)
            if whole is None or not whole.exact or whole.kind != "count":
                continue
            parts = [f for f in line.figures if f.last <= hit.first and f.kind == "count" and f.exact]
            sides = [part for part in parts if self._is_side(line, part)]
            if len(parts) >= 2 and len(sides) == len(parts) - 1 and sum(part.value for part in parts) > whole.value:
                yield Miscount(whole, tuple(parts), parts[0].first, whole.after)

    def _is_side(self, line: Line, part: Figure) -> bool:
        """«مقابل 60», «وامتناع 10», «ورفض 5»: another camp of the same vote."""
        near = range(max(0, part.first - 2), part.first)
        return any(self.words.cues[cue].at(line.tokens, at) is not None for at in near for cue in _OTHERS)

    # «صوت 75 نائبا، 41 لصالح القرار و30 ضده، فيما امتنع 6»

    def _ballot(self, line: Line) -> Iterator[Miscount]:
        voters = next((f for f in line.figures if f.exact and f.kind == "count" and self._voted(line, f)), None)
        if voters is None:
            return
        camps = {}
        for figure in line.figures:
            if figure.first > voters.first and figure.kind == "count" and figure.unit in (None, voters.unit):
                camp = self._camp(line, figure)
                if camp in camps:
                    return  # two ballots
                if camp is not None:
                    camps[camp] = figure
        parts = tuple(camps.values())
        if len(parts) >= 2 and all(f.exact for f in parts) and sum(part.value for part in parts) > voters.value:
            yield Miscount(voters, parts, voters.first, parts[-1].after)

    def _voted(self, line: Line, figure: Figure) -> bool:
        return any(self.words.cues["voted"].at(line.tokens, at) for at in range(max(0, figure.first - 3), figure.first))

    def _camp(self, line: Line, figure: Figure) -> SumCue | None:
        """The side that a count of votes is on, by the words behind it or the verb before it."""
        behind = range(figure.last, min(figure.last + 3, len(line.tokens)))
        for span in (behind, range(max(0, figure.first - 2), figure.first)):
            for at in span:
                if line.tokens[at].kind == "punctuation" or (span is behind and line.key(at).startswith("و")):
                    break
                for camp in _BALLOT:
                    if self.words.cues[camp].at(line.tokens, at) is not None:
                        return camp
        return None
