"""Traces of editing: what was put in, left over, told twice, or cut off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.copy_traces.doubles import Slip, SlipKind, SlipReader
from workbench.checks.copy_traces.endings import Cut, find_cuts
from workbench.checks.copy_traces.insertions import Insertion, find_insertions
from workbench.checks.copy_traces.marks import Family, Missing, Widow, bracket_widows, quotation_widows
from workbench.checks.copy_traces.repetition import Repeat, Runs, repeats, runs_of
from workbench.checks.keys import KeyMaker
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Mend, Place, Severity
from workbench.checks.wording import place, quoted, shortened
from workbench.mentions.values import ToldSentence
from workbench.text.values import Article, Bilingual, Token

_LONGEST = 290  # characters of a passage that a finding points at
_MARKS_AT_MOST = 3  # findings of one kind of mark, blank or markup: after three a person has understood
_TEXT = "the article's own words"

_MARK_MESSAGES: dict[tuple[bool, Missing], Bilingual] = {
    (False, "closing"): Bilingual("A quotation is opened and never closed.", "علامة اقتباس فُتحت ولم تُغلق."),
    (False, "opening"): Bilingual("A quotation is closed that was never opened.", "علامة اقتباس أُغلقت ولم تُفتح."),
    (False, "mixed"): Bilingual(
        "A quotation is opened with one kind of mark and closed with another.",
        "فُتح الاقتباس بعلامة وأُغلق بعلامة من نوع آخر.",
    ),
    (True, "closing"): Bilingual("A bracket is opened and never closed.", "قوس فُتح ولم يُغلق."),
    (True, "opening"): Bilingual("A bracket is closed that was never opened.", "قوس أُغلق ولم يُفتح."),
    (True, "reversed"): Bilingual("The two brackets are the wrong way round.", "القوسان معكوسان."),
}  # fmt: skip
_SLIP_MESSAGES: dict[SlipKind, tuple[str, str]] = {
    "twice": ("{} stands there twice in a row.", "كُتبت {} مرتين متتاليتين."),
    "verbs": (
        "Two verbs of saying stand side by side, {}: one is left from another wording.",
        "فعلا قول متجاوران {}: أحدهما باق من صياغة سابقة.",
    ),
    "pair": (
        "{} do not go together: the sentence was changed half-way.",
        "لفظان لا يجتمعان: {}، بقيا من تعديل لم يكتمل.",
    ),
    "headless": ("The sentence begins in mid-air, with {}.", "تبدأ الجملة من وسطها بـ{}: سقط ما قبلها."),
}  # fmt: skip


def check_copy(subject: Subject) -> Iterator[Finding]:
    """Traces of editing."""
    return _Reader(subject).findings()


class _Reader:
    """The findings of one article."""

    def __init__(self, subject: Subject) -> None:
        reading = self.reading = subject.reading
        self.article = reading.article
        self.knowledge = subject.knowledge
        self.memory = subject.memory
        self.tokens = [sentence.tokens for sentence in reading.sentences]
        self._insertions = tuple(_not_too_many(find_insertions(reading, subject.knowledge.copy, subject.memory)))
        names = subject.knowledge.world.words
        self._introducing = names.honorifics | names.introducing
        self._ya_apart = "فى" not in self.article.text
        self._keys = KeyMaker()

    def findings(self) -> Iterator[Finding]:
        yield from map(self.insertion, self._insertions)
        yield from map(self.mark, self._marks())
        for number, sentence in enumerate(self.article.sentences):
            for slip in self._slips(self.reading.told[number]):
                yield self.slip(slip, sentence.start, self.tokens[number])
        body = [number for number, sentence in enumerate(self.article.sentences) if sentence.part == "body"]
        for repeat in repeats([self._runs(number) for number in body]):
            yield self.repeat(repeat, body)
        for cut in find_cuts(self.article, self.tokens, self.knowledge.copy):
            yield self.cut(cut)

    def make(
        self, kind: str, rule: str, severity: Severity, confidence: float, places: Sequence[Place], message: Bilingual,
        evidence: Sequence[Evidence] = (), mends: Sequence[Mend] = (), headline: bool = False,
    ) -> Finding:  # fmt: skip
        return Finding(
            key=self._keys.key(rule, [place.text for place in places]),
            family="copy", kind=kind, scope="internal", severity=severity, confidence=confidence, rule=rule,
            places=tuple(places), message=message, evidence=tuple(evidence), mends=tuple(mends), headline=headline,
        )  # fmt: skip

    # What was put in

    def insertion(self, found: Insertion) -> Finding:
        evidence: list[Evidence] = []
        if found.kind == "passage":
            message = Bilingual(
                "A whole passage in square brackets stands in the story.", "مقطع كامل بين معقوفين أُدخل في متن الخبر."
            )
            evidence.append(Evidence(Bilingual(
                f"It runs to {found.words} words, outside any quotation; such brackets explain a word or two.",
                f"عدد كلماته {found.words}، وهو خارج أي اقتباس، والمعقوفان إنما يوضعان لكلمة توضيحية أو كلمتين.",
            ), _TEXT))  # fmt: skip
        elif found.kind == "markup":
            message = Bilingual("Code of a web page was left in the copy.", "رموز من شيفرة صفحة بقيت في النص.")
        elif found.kind == "note":
            message = Bilingual("A note to the desk was left in the copy.", "ملاحظة تحريرية بقيت في النص.")
        else:
            message = Bilingual("A blank was never filled in.", "فراغ لم يُملأ.")
        return self.make(
            "insertion", f"copy/insertion-{found.kind}", "medium", 0.9,
            [shortened(self.article, found.start, found.end, _LONGEST)], message, evidence,
            [] if found.kind in ("blank", "markup") else [self._without(found.start, found.end)],
        )  # fmt: skip

    def _without(self, start: int, end: int) -> Mend:
        """The stretch taken out, with the space that would stand there twice."""
        text = self.article.text
        if start and text[start - 1] == " " and (end == len(text) or text[end] in " \n.،,؛"):
            start -= 1
        elif end < len(text) and text[end] == " " and (start == 0 or text[start - 1] == "\n"):
            end += 1
        return Mend(self.article.id, start, end, "")

    # Quotation marks and brackets

    def _marks(self) -> Iterator[Widow]:
        yield from quotation_widows(self.article.text, self.article.paragraphs)[:_MARKS_AT_MOST]
        yield from bracket_widows(self.article.text)[:_MARKS_AT_MOST]

    def mark(self, widow: Widow) -> Finding:
        bracket = widow.family == "bracket"
        return self.make(
            "bracket" if bracket else "quotation-mark", f"copy/{widow.family}-{widow.missing}", "low", 0.85,
            [self._with_word(widow)], _MARK_MESSAGES[bracket, widow.missing],
            mends=_closing_mend(self.article, widow),
        )  # fmt: skip

    def _with_word(self, widow: Widow) -> Place:
        """The mark with the word or two it touches, so that a person sees which it is."""
        text, (low, high) = self.article.text, widow.scope
        start, end = widow.start, widow.end
        if widow.missing in ("mixed", "reversed"):
            return shortened(self.article, start, end, _LONGEST)
        if widow.missing == "opening":
            before = text[max(low, start - 40) : start].rstrip()
            start = max(low, start - 40) + max(before.rfind(" "), before.rfind("\n")) + 1
        else:
            words = text[end : min(high, end + 60)].split(" ")
            end += len(" ".join(words[:3])) if len(words) > 3 else len(" ".join(words))
        return place(self.article, start, end)

    # Words

    def _slips(self, told: ToldSentence) -> tuple[Slip, ...]:
        def read() -> tuple[Slip, ...]:
            persons = [mention.span for mention in told.reading.mentions if mention.type == "person"]
            knowledge = self.knowledge
            reader = SlipReader(
                knowledge.copy, knowledge.speech, self.memory.words, self._introducing, self._ya_apart
            )  # fmt: skip
            return tuple(reader.slips(told.tokens, (*persons, *told.quoted)))

        return self.memory.recall("slips", (told, self._ya_apart), read)

    def _runs(self, number: int) -> Runs:
        return self.memory.recall("runs", self.reading.told[number], lambda: runs_of(self.tokens[number]))

    def slip(self, slip: Slip, offset: int, tokens: Sequence[Token]) -> Finding:
        start, end = tokens[slip.first].start + offset, tokens[slip.last - 1].end + offset
        cut = slip.cut
        if cut is not None:
            words = " ".join(token.text for token in tokens[cut : slip.last])
            begin = tokens[cut - 1].end + offset
            mends = [Mend(self.article.id, begin, end, "")]
        else:
            words, mends = self.article.text[start:end], []
        en, ar = _SLIP_MESSAGES[slip.kind]
        message = Bilingual(en.format(quoted(words)), ar.format(quoted(words)))
        kind = "truncated" if slip.kind == "headless" else "doubled-word"
        return self.make(
            kind, f"copy/{slip.kind}", "medium", 0.9, [place(self.article, start, end)], message, mends=mends
        )

    # Sentences

    def repeat(self, repeat: Repeat, body: Sequence[int]) -> Finding:
        first, second = (self._stretch(where, body) for where in (repeat.first, repeat.second))
        message = (
            Bilingual("A sentence is told twice.", "جملة وردت في الخبر مرتين.")
            if repeat.whole
            else Bilingual("A long clause is told twice in the same words.", "عبارة طويلة وردت مرتين بألفاظها.")
        )
        mends = [self._without(*second)] if repeat.whole and repeat.same else []
        return self.make(
            "repetition", "copy/repetition", "medium" if repeat.whole else "low", 0.85,
            [shortened(self.article, *second, _LONGEST), shortened(self.article, *first, _LONGEST)], message,
            mends=mends,
        )  # fmt: skip

    def _stretch(self, where: tuple[int, int, int], body: Sequence[int]) -> tuple[int, int]:
        number, first, last = where
        sentence, tokens = self.article.sentences[body[number]], self.tokens[body[number]]
        whole = first == 0 and last >= len(tokens) - 1
        return sentence.start + tokens[first].start, sentence.end if whole else sentence.start + tokens[last - 1].end

    def cut(self, cut: Cut) -> Finding:
        sentence, tokens = self.article.sentences[cut.sentence], self.tokens[cut.sentence]
        first = tokens[max(0, cut.token - 3)]
        start, end = sentence.start + first.start, sentence.start + tokens[cut.token].end
        message = _cut_message(cut, self.article.text[start:end])
        return self.make(
            "truncated", f"copy/cut-{cut.where}{'' if cut.sure else '-perhaps'}", "medium" if cut.sure else "low",
            0.85 if cut.sure else 0.4, [place(self.article, start, end)], message, headline=cut.where == "headline",
        )  # fmt: skip


def _not_too_many(insertions: Iterable[Insertion]) -> Iterator[Insertion]:
    """Every passage and note; of blanks and markup the first few."""
    seen: Counter[str] = Counter()
    for found in insertions:
        seen[found.kind] += 1
        if found.kind in ("passage", "note") or seen[found.kind] <= _MARKS_AT_MOST:
            yield found


def _cut_message(cut: Cut, words: str) -> Bilingual:
    if not cut.sure:
        return Bilingual(
            "The last paragraph is the only one without a full stop: its end may be missing.",
            "الفقرة الأخيرة وحدها بلا نقطة في آخرها: ربما سقطت تتمتها.",
        )
    what = {
        "article": ("The article", "الخبر"),
        "paragraph": ("The paragraph", "الفقرة"),
        "headline": ("The headline", "العنوان"),
    }
    en, ar = what[cut.where]
    verb = "تنقطع" if cut.where == "paragraph" else "ينقطع"
    return Bilingual(f"{en} stops in mid-sentence: {quoted(words)}.", f"{verb} {ar} في وسط الجملة عند {quoted(words)}.")


_CLOSING: dict[Family, str] = {"guillemet": "»", "double": '"', "single": "'", "bracket": ")"}


def _closing_mend(article: Article, widow: Widow) -> list[Mend]:
    """A closing mark where its place is plain: behind a lone word, or at the end of what «:» announced."""
    if widow.missing != "closing" or widow.family == "bracket":
        return []
    text, (_, high) = article.text, widow.scope
    sign = {"“": "”", "‘": "’"}.get(text[widow.start], _CLOSING[widow.family])
    rest = text[widow.end : high]
    word = len(rest) - len(rest.lstrip("".join(c for c in rest if c.isalnum())))
    if 0 < word < len(rest) and rest[word] in "،,":
        return [Mend(article.id, widow.end + word, widow.end + word, sign)]
    announced = text[: widow.start].rstrip()[-1:] == ":"
    if announced and rest.rstrip().endswith((".", "!", "؟")) and sum(rest.count(stop) for stop in ".!؟") == 1:
        at = widow.end + len(rest.rstrip())
        return [Mend(article.id, at, at, sign)]
    return []
