"""Figures that do not add up: sums, shares, changes, ages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from workbench.checks.arithmetic.ages import AgeKind, Reckoning, read_year_line, reckonings
from workbench.checks.arithmetic.ages_then import ages_then
from workbench.checks.arithmetic.balances import BalanceReader
from workbench.checks.arithmetic.ballots import BallotReader
from workbench.checks.arithmetic.changes import ChangeReader
from workbench.checks.arithmetic.clock_lengths import ClockLength, clock_lengths
from workbench.checks.arithmetic.excess import ExcessReader
from workbench.checks.arithmetic.fates import FateReader
from workbench.checks.arithmetic.groups import GroupReader
from workbench.checks.arithmetic.growth_told import GrowthReader
from workbench.checks.arithmetic.lengths import LengthReader, LengthUnit, WrongLength
from workbench.checks.arithmetic.margins import MarginReader
from workbench.checks.arithmetic.mismatch import ChangeKind, Mismatch
from workbench.checks.arithmetic.named_amounts import AmountReader
from workbench.checks.arithmetic.named_parts import NamedPartReader
from workbench.checks.arithmetic.parts import PartReader
from workbench.checks.arithmetic.races import wrong_margins
from workbench.checks.arithmetic.rates import RateReader
from workbench.checks.arithmetic.records import BadRecord, RecordReader
from workbench.checks.arithmetic.remainders import RemainderReader
from workbench.checks.arithmetic.results import ResultFault, ResultReader
from workbench.checks.arithmetic.shares import ShareReader
from workbench.checks.arithmetic.shares_of_them import ShareOfThemReader
from workbench.checks.arithmetic.shares_told import ToldShareReader
from workbench.checks.arithmetic.sites import SiteReader
from workbench.checks.arithmetic.stays import ages_beside, stays
from workbench.checks.arithmetic.summed_up import totals_behind
from workbench.checks.arithmetic.sums import Miscount, SumReader
from workbench.checks.arithmetic.turns import TurnReader
from workbench.checks.arithmetic.whole_shares import wholes_shared_out
from workbench.checks.arithmetic.years_between import anniversaries, years_between
from workbench.checks.figures import Line, remembered_line
from workbench.checks.keys import KeyMaker
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Severity
from workbench.checks.wording import calculation, figure, place, quoted, shortened, total
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import ToldSentence
from workbench.text.values import Bilingual

_LONGEST = 120  # characters of a finding's span
_TEXT = "the article's own figures"

_CHANGES: dict[ChangeKind, tuple[str, str, str]] = {
    # kind of finding, message in English, in Arabic: two given figures, what they make, what the text says
    "share": (
        "percentage", "{0} of {1} is {made} per cent, not {said}.",
        "{0} من أصل {1} تعادل {made} في المئة لا {said}.",
    ),
    "growth": (
        "percentage", "From {0} to {1} is a change of {made} per cent, not {said}.",
        "التغير من {0} إلى {1} نسبته {made} في المئة لا {said}.",
    ),
    "part": (
        "percentage", "{0} per cent of {1} is {made}, not {said}.",
        "نسبة {0} في المئة من {1} تعادل {made} لا {said}.",
    ),
    "whole": (
        "percentage", "The shares make {made} per cent of one whole: {0}.",
        "مجموع النسب من كل واحد {made} في المئة: {0}.",
    ),
    "difference": (
        "difference", "From {1} to {0} the difference is {made}, not {said}.",
        "الفرق بين {0} و{1} هو {made} لا {said}.",
    ),
    "margin": (
        "difference", "Between {0} and {1} there is a margin of {made}, not {said}.",
        "الفارق بين {0} و{1} هو {made} لا {said}.",
    ),
    "direction": (
        "difference", "The words and the two figures, {0} and then {1}, go opposite ways.",
        "الفعل في اتجاه والرقمان في اتجاه معاكس: {0} ثم {1}.",
    ),
}  # fmt: skip
_AGES: dict[AgeKind, tuple[str, str, str]] = {
    "age": (
        "age", "From {0} to {1} there are about {made} years, not {said}.",
        "بين عامي {0} و{1} من السنوات نحو {made}، لا {said}.",
    ),
    "span": (
        "difference", "From {0} to {1} there are {made} years, not {said}.",
        "بين عامي {0} و{1} من السنوات {made}، لا {said}.",
    ),
    "ago": (
        "difference", "In {1}, {0} lies {made} years back, not {said}.",
        "بين عامي {0} و{1} من السنوات {made}، لا {said}.",
    ),
    "anniversary": (
        "difference", "In {1}, {0} lies {made} years back: the anniversary is not number {said}.",
        "بين عامي {0} و{1} من السنوات {made}، فليست الذكرى رقم {said}.",
    ),
}  # fmt: skip
_LENGTHS: dict[LengthUnit, tuple[str, str]] = {
    "minutes": ("minutes", "بالدقائق"),
    "hours": ("hours", "بالساعات"),
    "days": ("days", "بالأيام"),
    "weeks": ("weeks", "بالأسابيع"),
    "months": ("months", "بالأشهر"),
}


def check_arithmetic(subject: Subject) -> Iterator[Finding]:
    """Sums, shares, differences and ages."""
    reading, knowledge = subject.reading, subject.knowledge
    parts = PartReader(
        knowledge.sums, knowledge.claim_cues, knowledge.clauses, knowledge.geography, knowledge.casualties
    )
    sums, ballots = SumReader(knowledge.sums, knowledge.claim_cues, parts), BallotReader(knowledge.sums)
    groups = GroupReader(knowledge.sums, knowledge.claim_cues, parts, AmountReader(knowledge.sums))
    more_sums = (RemainderReader(knowledge.sums, knowledge.claim_cues), SiteReader(knowledge.sums, parts),
                 TurnReader(parts), FateReader(knowledge.sums, knowledge.claim_cues))  # fmt: skip
    readers = (ShareReader(knowledge.sums, parts), ShareOfThemReader(parts), ChangeReader(knowledge.sums),
               MarginReader(knowledge.sums), ExcessReader(knowledge.sums),
               RateReader(knowledge.sums, parts))  # fmt: skip
    growths = GrowthReader(knowledge.sums)
    records = RecordReader(knowledge.sums)
    lengths = LengthReader(knowledge.sums)
    memory = subject.memory

    def line_of(told: ToldSentence) -> Line:
        return remembered_line(told, knowledge, memory)

    def by_itself(told: ToldSentence) -> _Calculated:
        line = line_of(told)
        return _Calculated(
            (*(found for reader in more_sums for found in reader.miscounts(line)),
             *totals_behind(line, knowledge.sums)),
            (*(found for reader in readers for found in reader.mismatches(line)), *wrong_margins(line),
             *wholes_shared_out(line, knowledge.sums)),
            tuple(records.bad_records(line)),
            tuple(lengths.wrong_lengths(told, line)),
        )

    def calculated(told: ToldSentence, before: ToldSentence | None) -> _Calculated:
        line, earlier = line_of(told), line_of(before) if before is not None else None
        own = memory.recall("calculated by itself", told, partial(by_itself, told))
        return _Calculated(
            _each_whole_once((*sums.miscounts(line, earlier), *ballots.miscounts(line, earlier),
                              *groups.miscounts(line, earlier), *own.sums)),
            tuple(_each_figure_once((*own.changes, *growths.mismatches(line, earlier)))),
            own.records,
            own.lengths,
        )

    writer = _Writer(reading)
    wrong: set[tuple[int, int]] = set()
    for number, (told, before) in enumerate(zip(reading.told, (None, *reading.told), strict=False)):
        found = memory.recall("calculated", (told, before), partial(calculated, told, before))
        if found == _NOTHING_WRONG:
            continue
        yield from (writer.sum(number, miscount) for miscount in found.sums)
        yield from (writer.change(number, mismatch) for mismatch in found.changes)
        wrong |= {(number, mismatch.stated.first) for mismatch in found.changes}
        yield from (writer.record(number, record) for record in found.records)
        yield from (writer.length(number, wrong) for wrong in found.lengths)
    named_parts = NamedPartReader(knowledge.sums, parts).miscounts([line_of(told) for told in reading.told])
    yield from (writer.sum(number, of, where) for number, where, of in named_parts)
    years = [memory.recall("years", told, partial(read_year_line, told, knowledge)) for told in reading.told]
    lines = [line_of(told) for told in reading.told]
    balances = BalanceReader(knowledge.sums, AmountReader(knowledge.sums)).mismatches(lines)
    yield from (writer.change(number, mismatch) for number, mismatch in balances)
    told_shares = ToldShareReader(knowledge.sums, parts, AmountReader(knowledge.sums)).mismatches(reading, lines)
    yield from (writer.change(number, of) for number, of in told_shares if (number, of.stated.first) not in wrong)
    yield from (writer.result(found) for found in ResultReader(knowledge.sums).faults(reading, lines))
    yield from (writer.clocks(found) for found in clock_lengths(subject))
    yield from (writer.age(found) for found in (*reckonings(years, reading.date), *ages_then(years),
                                                  *years_between(years), *stays(years),
                                                  *ages_beside(years, reading.date),
                                                  *anniversaries(years, reading.date)))


def _each_figure_once(found: Iterable[Mismatch]) -> Iterator[Mismatch]:
    """One figure is wrong once, by the first calculation that says so."""
    used: set[int] = set()
    for mismatch in found:
        if mismatch.stated.first not in used:
            used.add(mismatch.stated.first)
            yield mismatch


def _each_whole_once(found: Iterable[Miscount]) -> tuple[Miscount, ...]:
    """One list of parts is told of once, whoever finds it."""
    first: dict[tuple[int, tuple[int, ...]], Miscount] = {}
    for miscount in found:
        first.setdefault((miscount.whole.first, tuple(sorted(part.first for part in miscount.parts))), miscount)
    return tuple(first.values())


@dataclass(frozen=True, slots=True)
class _Calculated:
    """What is wrong with the figures of one sentence, by itself or held against the sentence before it as well."""

    sums: tuple[Miscount, ...]
    changes: tuple[Mismatch, ...]
    records: tuple[BadRecord, ...]
    lengths: tuple[WrongLength, ...]


_NOTHING_WRONG = _Calculated((), (), (), ())


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes an article's findings."""

    reading: ArticleReading
    keys: KeyMaker = field(default_factory=KeyMaker)

    def sum(self, number: int, found: Miscount, where: int | None = None) -> Finding:
        parts = [part.low for part in found.parts]
        made, whole = figure(sum(parts)), figure(found.whole.low)
        if sum(parts) > found.whole.low:
            message = Bilingual(
                f"The parts make {made}, more than the {whole} they are part of.",
                f"مجموع الأجزاء {made}، وهو أكثر من العدد الكلي {whole}.",
            )
        else:
            message = Bilingual(f"The parts make only {made}, not {whole}.", f"مجموع الأجزاء {made} فقط لا {whole}.")
        steps = Bilingual(f"{total(parts)}; the text says {whole}", f"{total(parts)}، وفي النص {whole}")
        there = number - 1 if where is None else where
        whole_at = [self._span(there, found.whole.first, found.whole.after)] if found.elsewhere else []
        return self.write("sum", "arithmetic/sum", self._span(number, found.first, found.last), message, steps,
                          (found.whole.low, *parts), more=whole_at)  # fmt: skip

    def record(self, number: int, found: BadRecord) -> Finding:
        results, said = [result.low for result in found.results], figure(found.stated.low)
        if found.kind == "matches":
            made, worked = figure(sum(results)), total(results)
            message = Bilingual(
                f"Won, drawn and lost make {made} matches, not {said}.",
                f"مجموع الانتصارات والتعادلات والهزائم {made} لا {said}.",
            )
        else:
            won, drawn = results
            made = figure(3 * won + drawn)
            worked = calculation(f"3 × {figure(won)} + {figure(drawn)} = {made}")
            message = Bilingual(
                f"Such results make {made} points, not {said}.", f"هذه النتائج تعطي من النقاط {made} لا {said}."
            )
        steps = Bilingual(f"{worked}; the text says {said}", f"{worked}، وفي النص {said}")
        span = self._span(number, found.first, found.last)
        return self.write("sum", f"arithmetic/{found.kind}", span, message, steps,
                          (*results, found.stated.low), "high" if found.kind == "matches" else "medium")  # fmt: skip

    def change(self, number: int, found: Mismatch) -> Finding:
        kind, en, ar = _CHANGES[found.kind]
        made, said = figure(found.made), figure(found.stated.low)
        given = [figure(value) for value in found.given]
        if found.kind == "whole":
            given = [" + ".join(given)]
        largest_first = [figure(value) for value in sorted(found.given, reverse=True)]
        worked = _WORKED[found.kind].format(*(largest_first if kind == "difference" else given), made=made)
        if found.kind == "direction":
            worked = _WORKED[found.kind].format(*given)
        worked = calculation(worked)
        message = Bilingual(en.format(*given, made=made, said=said), ar.format(*given, made=made, said=said))
        steps = Bilingual(f"{worked}; the text says {said}", f"{worked}، وفي النص {said}")
        if found.kind in ("whole", "direction"):
            steps = Bilingual(worked, f"الحساب: {worked}")
        span = self._span(number, found.first, found.last)
        return self.write(kind, f"arithmetic/{found.kind}", span, message, steps,
                          (*found.given, found.stated.low),
                          "medium" if found.kind == "direction" else "high")  # fmt: skip

    def result(self, found: ResultFault) -> Finding:
        low, high = (figure(value) for value in found.given)
        made, said = figure(found.made), figure(found.said)
        if found.kind == "margin":
            _, en, ar = _CHANGES["margin"]
            message = Bilingual(en.format(low, high, made=made, said=said), ar.format(low, high, made=made, said=said))
            worked = calculation(f"{low} − {high} = {made}")
        else:
            message = Bilingual(f"From {low} points this result leads to {made}, not {said}.",
                                f"الرصيد بعد هذه النتيجة يرتفع من {low} إلى {made} لا إلى {said}.")  # fmt: skip
            worked = calculation(f"{low} + {figure(found.made - found.given[0])} = {made}")
        steps = Bilingual(f"{worked}; the text says {said}", f"{worked}، وفي النص {said}")
        span = self._span(found.sentence, found.first, found.last)
        more = [self._span(*found.elsewhere)] if found.elsewhere is not None else []
        return self.write("difference", f"arithmetic/{found.kind}-told", span, message, steps,
                          (*found.given, found.said), "medium", more)  # fmt: skip

    def length(self, number: int, found: WrongLength) -> Finding:
        en, ar = _LENGTHS[found.unit]
        ends = sorted({round(found.least, 1), round(found.most, 1)})
        made_en, made_ar = (word.join(map(figure, ends)) for word in (" or ", " أو "))
        said = figure(found.stated)
        message = Bilingual(
            f"Between the two ends lie {made_en} {en}, not {said}.", f"ما بين الطرفين {ar} هو {made_ar} لا {said}."
        )
        steps = Bilingual(
            f"counted without and with the last one: {made_en}; the text says {said}"
            if len(ends) > 1 else f"counted: {made_en}; the text says {said}",
            f"العدد من دون الطرف الأخير أو معه: {made_ar}، وفي النص {said}"
            if len(ends) > 1 else f"العدد: {made_ar}، وفي النص {said}",
        )  # fmt: skip
        span = self._span(number, found.first, found.last)
        values = (found.least, found.most, found.stated)
        return self.write("difference", "arithmetic/length", span, message, steps, values)

    def clocks(self, found: ClockLength) -> Finding:
        unit = 60 if found.unit == "hours" else 1
        en, ar = _LENGTHS["hours" if unit == 60 else "minutes"]
        made, said = figure(found.made / unit), figure(found.stated / unit)
        message = Bilingual(
            f"Between the two clocks lie {made} {en}, not {said}.", f"ما بين الوقتين {ar} هو {made} لا {said}."
        )
        begin, end = (
            self._span(deed.sentence, deed.spot.first, deed.spot.last) for deed in (found.begin, found.end)
        )
        clocks = [self.reading.article.text[slice(*span)] for span in (begin, end)]
        steps = Bilingual(
            f"{quoted(clocks[0])} to {quoted(clocks[1])}: {made} {en}; the text says {said}",
            f"من {quoted(clocks[0])} إلى {quoted(clocks[1])} {ar}: {made}، وفي النص {said}",
        )
        span = self._span(found.sentence, found.first, found.last)
        return self.write("difference", "arithmetic/length", span, message, steps, (found.made, found.stated),
                          more=(begin, end))  # fmt: skip

    def age(self, found: Reckoning) -> Finding:
        kind, en, ar = _AGES[found.kind]
        made, said = found.end - found.begin, found.stated
        message = Bilingual(
            en.format(found.begin, found.end, made=made, said=said),
            ar.format(found.begin, found.end, made=made, said=said),
        )
        worked = calculation(f"{found.end} − {found.begin} = {made}")
        steps = Bilingual(f"{worked}; the text says {said}", f"{worked}، وفي النص {said}")
        spans = [self._span(found.sentence, found.first, found.last)]
        if found.elsewhere is not None:
            spans.append(self._span(*found.elsewhere))
        return self.write(kind, f"arithmetic/{found.kind}", spans[0], message, steps,
                          (found.begin, found.end, said), "medium", spans[1:])  # fmt: skip

    def _span(self, sentence: int, first: int, last: int) -> tuple[int, int]:
        offset, tokens = self.reading.article.sentences[sentence].start, self.reading.sentences[sentence].tokens
        return offset + tokens[first].start, offset + tokens[last - 1].end

    def write(
        self, kind: str, rule: str, span: tuple[int, int], message: Bilingual, steps: Bilingual,
        values: Sequence[float], severity: Severity = "high", more: Sequence[tuple[int, int]] = (),
    ) -> Finding:  # fmt: skip
        article = self.reading.article
        where = shortened(article, *span, _LONGEST)
        return Finding(
            self.keys.key(rule, [where.text], values), "arithmetic", kind, "internal", severity,
            0.9 if severity == "high" else 0.75, rule, (where, *(place(article, *other) for other in more)), message,
            (Evidence(steps, _TEXT),),
        )  # fmt: skip


# A calculation from the given figures: of a difference and a margin the larger first, else as they are given.
_WORKED: dict[ChangeKind, str] = {
    "share": "100 × {0} ÷ {1} = {made}",
    "part": "{0} ÷ 100 × {1} = {made}",
    "growth": "100 × ({1} − {0}) ÷ {0} = {made}",
    "whole": "{0} = {made} > 100",
    "difference": "{0} − {1} = {made}",
    "margin": "{0} − {1} = {made}",
    "direction": "{0} → {1}",
}
