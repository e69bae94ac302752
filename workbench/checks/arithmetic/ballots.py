"""Votes: those for, against and abstaining may not be more than those who voted, nor fewer where nobody is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.arithmetic.parts import is_people
from workbench.checks.arithmetic.sums import Miscount
from workbench.checks.figures import Figure, Line
from workbench.knowledge.words.sum_words import SumCue, SumWords

_BALLOT: tuple[SumCue, ...] = ("for", "not-for", "abstain")
_BEFORE = 5  # words between a verb and its count
_OF_WHOM = 4  # words of «أعضاء هيئة المحلفين الـ12»
_OTHERS: tuple[SumCue, ...] = ("against", "not-for", "abstain", "drawn", "lost")  # before who was not for it


@dataclass(frozen=True, slots=True)
class BallotReader:
    words: SumWords

    def miscounts(self, line: Line, before: Line | None = None) -> Iterator[Miscount]:
        """Ballots of one sentence whose sides are more than the whole, or fewer; ``before`` is the sentence before it,
        which may tell how many voted."""
        yield from self._whole_of(line)
        yield from self._ballot(line, before)

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

    def _ballot(self, line: Line, before: Line | None) -> Iterator[Miscount]:
        counts = (f for f in line.figures if f.exact and f.kind == "count" and self._voted(line, f))
        voters = next((f for f in counts if self._camp(line, f) is None), None)  # not «صوت لصالح القرار 13»
        elsewhere = voters is None
        if voters is None:
            voters = self._told_before(before) if before is not None else None
        seats = None
        if voters is None:
            voters = seats = self._seats(line)
            elsewhere = False
        if voters is None:
            return
        camps: dict[SumCue, Figure] = {}
        for figure in line.figures:
            after = elsewhere or figure.first > voters.first or (seats is not None and figure is not seats)
            if after and figure.kind == "count" and (
                figure.unit in (None, voters.unit)
                or (seats is not None and (is_people(line, figure) or self._out_of(line, figure) == seats))
            ):
                camp = self._camp(line, figure)
                if camp in camps:
                    return  # two ballots
                if camp is not None:
                    camps[camp] = figure
        parts = tuple(camps.values())
        if len(parts) < 2 or not all(f.exact for f in parts):
            return
        if seats is not None and ("for" not in camps or seats.first > parts[-1].first):
            return  # at the end «من أصل» is read with its camps above
        made = sum(part.value for part in parts)
        first = parts[0].first if elsewhere else min(voters.first, parts[0].first)
        told = seats is None and self._leaves_nobody_out(line, before, camps, self._came(line, voters, parts[0]))
        if made > voters.value or (made < voters.value and told):
            yield Miscount(voters, parts, first, parts[-1].after, elsewhere)

    def _seats(self, line: Line) -> Figure | None:
        """«13 من أعضاء المجلس الـ15», «70 نائبا من أصل 100»: all who could have voted."""
        for at in range(len(line.tokens)):
            hit = self.words.cues["of"].at(line.tokens, at)
            whole = line.figure_at(hit.last) if hit is not None and hit.last - hit.first > 1 else None
            if whole is not None and whole.exact and whole.kind == "count":
                return whole
        wholes = (self._out_of(line, f) for f in line.figures if f.kind == "count" and self._camp(line, f) is not None)
        whole = next((whole for whole in wholes if whole is not None), None)
        if whole is not None:
            return whole
        held = (f for f in line.figures if f.exact and f.kind == "count" and self._is_definite(line, f))
        return next((f for f in held if "اعضاء" in {line.key(at) for at in range(max(0, f.first - 4), f.first)}), None)

    def _out_of(self, line: Line, part: Figure) -> Figure | None:
        """Of whom a count is some: «تسعة من المحلفين الاثني عشر», «9 من 12 محلفا», «7 قضاة من أصل 11»."""
        at = part.after if line.key(part.last) != "من" else part.last
        hit = self.words.cues["of"].at(line.tokens, at) if at < len(line.tokens) else None
        if hit is None:
            return None
        whole = next((f for f in line.figures if f.first >= hit.last), None)
        if whole is None or not whole.exact or whole.kind != "count" or whole.value <= part.value:
            return None
        between = range(hit.last, whole.first)
        if not between or (len(between) == 1 and line.key(hit.last) == "ال"):
            return whole
        nouns = [noun for at in between if (noun := line.noun(at)) is not None]
        if len(between) > _OF_WHOM or any(noun.kind == "time" for noun in nouns):
            return None
        if any(line.tokens[at].kind == "punctuation" or line.key(at).startswith("و") for at in between):
            return None
        return whole if self._is_definite(line, whole) else None

    def _is_definite(self, line: Line, figure: Figure) -> bool:
        """«الـ15», «الاثني عشر»."""
        if figure.first < len(line.tokens) and line.tokens[figure.first].kind == "word":
            return line.key(figure.first).startswith("ال") and figure.value > 2
        near = (line.tokens[at].text for at in range(max(0, figure.first - 1), figure.first + 1))
        return any(text.startswith("ال") and text.rstrip("ـ0123456789٠١٢٣٤٥٦٧٨٩") == "ال" for text in near)

    def _came(self, line: Line, voters: Figure, camp: Figure) -> int | None:
        """«حضر الجلسة 121 نائبا، أيد المشروع منهم 86»: where it says that they came, the camps being theirs."""
        of_them = any(line.key(at) in ("منهم", "بينهم") for at in range(voters.after, camp.first))
        came = (at for at in range(max(0, voters.first - 3), voters.first) if line.key(at).removeprefix("و") == "حضر")
        return next(came, None) if of_them and voters.first < camp.first else None

    def _told_before(self, before: Line) -> Figure | None:
        """«شارك في التصويت 105 نواب.»: the only count of its sentence."""
        counts = [figure for figure in before.figures if figure.kind == "count"]
        voters = counts[0] if len(counts) == 1 and counts[0].exact else None
        return voters if voters is not None and self._voted(before, voters) else None

    def _leaves_nobody_out(
        self, line: Line, before: Line | None, camps: Mapping[SumCue, Figure], came: int | None
    ) -> bool:
        """Whether all the voters are told of: those for and those against, and those who abstained or that none did;
        ``came`` is the token that says how many came, of whom the camps are."""
        if "for" not in camps or "not-for" not in camps:
            return False
        if "abstain" not in camps and not self._none_abstained(line):
            return False
        silent = self.words.cues["not-voting"]
        if any(silent.at(line.tokens, at) is not None for at in range(len(line.tokens)) if at != came):
            return False
        return came is not None or not (before is not None and self._has(before, "not-voting"))

    def _none_abstained(self, line: Line) -> bool:
        """«ولم يمتنع أحد», but not «ولم يمتنع أحد من نواب المعارضة»."""
        hits = (self.words.cues["no-abstention"].at(line.tokens, at) for at in range(len(line.tokens)))
        return any(
            hit is not None and "من" not in {line.key(at) for at in range(hit.last, hit.last + 3)} for hit in hits
        )

    def _has(self, line: Line, cue: SumCue) -> bool:
        return any(self.words.cues[cue].at(line.tokens, at) is not None for at in range(len(line.tokens)))

    def _voted(self, line: Line, figure: Figure) -> bool:
        return any(self.words.cues["voted"].at(line.tokens, at) for at in range(max(0, figure.first - 3), figure.first))

    def _clause_of(self, line: Line, figure: Figure) -> int:
        """The first token before a count that may be its verb: «أيد المشروع منهم 27»; one figure's words are no
        other's."""
        ends = (f.last if line.key(f.last).startswith("و") else f.after for f in line.figures if f.last <= figure.first)
        earlier = max(ends, default=0)  # «القضاة التسعة وعارضه»
        return max(earlier, figure.first - _BEFORE)

    def _camp(self, line: Line, figure: Figure) -> SumCue | None:
        """The side that a count of votes is on, by the words behind it or the verb before it."""
        whole = self._out_of(line, figure)
        start = figure.last if whole is None else whole.last
        behind = range(start, min(start + 3, len(line.tokens)))
        before = reversed(range(self._clause_of(line, figure), figure.first))
        for span in (behind, before):
            for at in span:
                if line.tokens[at].kind == "punctuation" or (span is behind and line.key(at).startswith("و")):
                    break
                if self.words.cues["no-abstention"].at(line.tokens, at) is not None:
                    break
                for camp in _BALLOT:
                    if self.words.cues[camp].at(line.tokens, at) is not None:
                        return camp
        return None
