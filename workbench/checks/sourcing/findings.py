"""Assertions without a source, sources nobody can check, judgements in the reporter's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.checks.copy_traces.insertions import bracketed_insertions
from workbench.checks.keys import KeyMaker, finding_key
from workbench.checks.sourcing.attribution import Voices, read_voices
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Severity
from workbench.checks.wording import place, quoted
from workbench.claims.values import Claim
from workbench.knowledge.language.phrases import Hit
from workbench.knowledge.words.sourcing_words import Judgement, JudgementKind, SourceKind, SourcePhrase
from workbench.mentions.values import Amount, ToldSentence
from workbench.text.normal import key as folded
from workbench.text.values import Bilingual, Token

_SPAN = 120  # characters
_SHOWN = 9  # words of a judgement that a finding points at
_TEXT = "the article's own words"
_UPON = "علي"
_WRITTEN = frozenset(("document", "abstract"))
_BODIES = frozenset(("organisation", "office", "building"))
_INSTITUTIONS = _BODIES | {"military"}
_ADJECTIVE_ENDINGS = ("يه", "يون", "يين")

_SOURCE_MESSAGES: dict[SourceKind, tuple[str, str]] = {
    "vague": ("A source nobody can check: {}.", "مصدر لا سبيل إلى التحقق منه: {}."),
    "anonymous": ("A source without a name: {}.", "مصدر لا يُذكر اسمه: {}."),
}
_JUDGEMENT_MESSAGES: dict[JudgementKind, tuple[str, str]] = {
    "hedge": ("The reporter judges how likely it is: {}.", "تقدير بصوت المحرر لا ينسب إلى أحد: {}."),
    "frame": ("The reporter comments in his own voice: {}.", "تعليق بصوت المحرر لا ينسب إلى أحد: {}."),
    "blame": ("Blame is laid without saying who lays it: {}.", "تحميل للمسؤولية بلا إسناد: {}."),
    "charge": ("An accusation without an accuser: {}.", "اتهام لا يُعرف صاحبه: {}."),
    "known": ("Told as known, without saying by whom: {}.", "خبر يساق على أنه معروف بلا إسناد: {}."),
}
_EVIDENCE: dict[JudgementKind, Bilingual] = {
    "hedge": Bilingual(
        "The sentence names nobody who says so and quotes nobody.", "ليس في الجملة قائل ولا اقتباس."
    ),
    "frame": Bilingual(
        "The sentence names nobody who says so and quotes nobody.", "ليس في الجملة قائل ولا اقتباس."
    ),
    "blame": Bilingual("Nobody is named as its source in the whole paragraph.", "لا مصدر له في الفقرة كلها."),
    "charge": Bilingual("The sentence does not say who accuses.", "لا تقول الجملة من الذي يتهم."),
    "known": Bilingual("The sentence does not say who knows it.", "لا تقول الجملة من يعرف ذلك."),
}  # fmt: skip


def check_sourcing(subject: Subject) -> Iterator[Finding]:
    """Weak sourcing; advisory throughout."""
    return _Reader(subject).findings()


@dataclass(frozen=True, slots=True)
class _Cited:
    """``tokens[first:last]`` cite a source nobody can check: by ``name``, or only by what they say of it (None)."""

    kind: SourceKind
    first: int
    last: int
    name: tuple[str, ...] | None
    words: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who speaks in one sentence, the sources in it that nobody can check, and the phrases that judge; ``sourced``
    where it speaks of sources at all."""

    voices: Voices
    sourced: bool
    cited: tuple[_Cited, ...]
    judgements: tuple[Hit[Judgement], ...]


class _Reader:
    """The findings of one article."""

    def __init__(self, subject: Subject) -> None:
        reading = self.reading = subject.reading
        self.article = reading.article
        self.subject = subject
        self.knowledge = subject.knowledge
        self.words = subject.memory.words
        self._accepted = [folded(source) for source in subject.profile.accepted_sources]
        self._heard = [self._hear(told) for told in reading.told]
        self._said: set[tuple[str, ...]] = set()
        self._keys = KeyMaker()

    def _hear(self, told: ToldSentence) -> _Heard:
        def hear() -> _Heard:
            words = self.knowledge.sourcing
            voices = read_voices(told.tokens, told.quoted, self.knowledge, self.words)
            hits = tuple(words.sources.find(told.tokens))
            cited = tuple(found for hit in hits if (found := self._cited(hit, voices)) is not None)
            return _Heard(voices, bool(hits), cited, tuple(words.judgements.find(told.tokens)))

        return self.subject.memory.recall("heard", told, hear)

    def findings(self) -> Iterator[Finding]:
        for number, sentence in enumerate(self.article.sentences):
            if sentence.part in ("body", "standfirst"):
                yield from self._sources(number)
                yield from self._judgements(number)
        yield from self._tolls()

    # Sources

    def _sources(self, number: int) -> Iterator[Finding]:
        found: dict[SourceKind, tuple[int, int]] = {}
        for one in self._heard[number].cited:
            first = one.first
            if one.name is not None:
                if one.name in self._said or any(source in one.words for source in self._accepted):
                    continue
                self._said.add(one.name)
            elif one.kind in found:
                first = found.pop(one.kind)[0]  # «قال مسؤول … طلب عدم الكشف عن اسمه» is one source
            found.setdefault(one.kind, (first, one.last))
        for kind, (first, last) in found.items():
            en, ar = _SOURCE_MESSAGES[kind]
            yield self.make(number, kind, f"sourcing/{kind}", "low", 0.7, first, last, en, ar)

    def _cited(self, hit: Hit[SourcePhrase], voices: Voices) -> _Cited | None:
        first, kind = self._source_begins(hit, voices), hit.value.kind
        if first is None:
            return None
        if not hit.value.cited:
            return _Cited(kind, first, hit.last, None, "")
        last = self._described(voices.tokens, hit.last, kind)
        keys = [token.key for token in voices.tokens[hit.first : last]]
        return _Cited(kind, first, last, (kind, *(key.lstrip("وفلب") for key in keys[:2])), " ".join(keys))

    def _source_begins(self, hit: Hit[SourcePhrase], voices: Voices) -> int | None:
        """Where the words begin that cite a source nobody can check; None where they do not."""
        tokens, words = voices.tokens, self.knowledge.sourcing
        if self._denied(hit.first, voices) or voices.in_quotation(hit.first):
            return None
        if not hit.value.cited:
            return None if hit.last < len(tokens) and tokens[hit.last].key in words.known_at else hit.first
        if self._names_someone(hit, tokens):
            return None
        return voices.cites(hit.first, hit.last)

    def _denied(self, first: int, voices: Voices) -> bool:
        """«نفى ما تردد», «لم ترد أنباء», «لأي مصدر», «رد على تقارير»: the article has nothing from there."""
        deny, words = self.knowledge.lexicon, self.knowledge.sourcing
        before = [token.key for token in voices.tokens[max(0, first - 4) : first]]
        denied = not self.knowledge.claim_cues.negation.isdisjoint(before)
        if denied or (before and before[-1] in words.any_source):
            return True
        if before[-1:] == [_UPON] and any(word.removeprefix("و") in words.answering for word in before):
            return True
        return any(
            entry.pos == "verb" and entry.kind == "deny"
            for verb in voices.verbs if verb < first
            for entry in deny.lookup(voices.tokens[verb].key, self.words)
        )  # fmt: skip

    def _names_someone(self, hit: Hit[SourcePhrase], tokens: Sequence[Token]) -> bool:
        """Whether the words behind a source say whose it is: «مصادر الوزارة», «مصدر في الشرطة», «مسؤول … فلان»,
        «تقديرات أولية للنيابة»; «مصادر للجزيرة» only says whom they told."""
        if hit.last >= len(tokens):
            return False
        after = tokens[hit.last]
        if after.key in self.knowledge.sourcing.official or self._written_by(tokens, hit):
            return True
        if tokens[hit.last - 1].key.endswith("ن") or tokens[hit.first].key.startswith("ال"):
            return False
        definite = after.plain.startswith("ال") and after.key not in self.knowledge.copy.leaning
        if definite and after.key not in self.knowledge.sourcing.day:
            return True
        if after.kind != "word" or hit.last - hit.first != 1:
            return False
        beyond = tokens[hit.last + 1].plain if hit.last + 1 < len(tokens) else ""
        return self._is_body(after.key) or (beyond.startswith("ال") and self._is_body(after.key, False))

    def _written_by(self, tokens: Sequence[Token], hit: Hit[SourcePhrase]) -> bool:
        """«تقديرات … للنيابة», «معطيات نشرتها إدارة المتحف»: what somebody writes or reckons, and whose it is."""
        lookup = self.knowledge.lexicon.lookup
        if not any(entry.kind in _WRITTEN for entry in lookup(tokens[hit.first].key, self.words)[:1]):
            return False
        after = lookup(tokens[hit.last].key, self.words, tokens[hit.last].plain)
        if any(entry.pos == "verb" and entry.enclitic and entry.form == "past" for entry in after):
            return hit.last + 1 < len(tokens) and self._is_body(tokens[hit.last + 1].key, False)
        return any(
            entry.pos == "noun" and entry.kind in _INSTITUTIONS and entry.proclitics in ("ل", "لل")
            for entry in after[:1]
        )

    def _described(self, tokens: Sequence[Token], last: int, kind: SourceKind) -> int:
        """Where what describes a source ends: «مصادر أمنية وطبية», «مصدر في الشرطة»."""
        if kind == "anonymous" and last + 1 < len(tokens) and tokens[last].key in ("في", "داخل", "لدي"):
            return last + 3 if last + 2 < len(tokens) and tokens[last + 2].plain.startswith("ال") else last + 2
        for at in range(last, min(last + 4, len(tokens))):
            token = tokens[at]
            entries = self.knowledge.lexicon.lookup(token.key, self.words) if token.kind == "word" else ()
            adjective = bool(entries) and entries[0].pos in ("adjective", "participle") and not entries[0].definite
            described = token.key.endswith(_ADJECTIVE_ENDINGS) and not token.plain.startswith("ال")
            if not adjective and not described:
                return at
        return min(last + 4, len(tokens))

    def _is_body(self, word: str, surely: bool = True) -> bool:
        """Whether a word is an institution; ``surely``: and cannot be an adjective («كلية»)."""
        entries = self.knowledge.lexicon.lookup(word, self.words)
        if not entries or (surely and any(entry.pos == "adjective" for entry in entries)):
            return False
        return entries[0].pos == "noun" and entries[0].kind in _BODIES

    # Judgements

    def _judgements(self, number: int) -> Iterator[Finding]:
        voices = self._heard[number].voices
        best: Hit[Judgement] | None = None
        for hit in self._heard[number].judgements:
            if self._counts(hit, number, voices) and (best is None or _RANK[hit.value.kind] < _RANK[best.value.kind]):
                best = hit
        if best is None:
            return
        kind = best.value.kind
        en, ar = _JUDGEMENT_MESSAGES[kind]
        last = min(len(voices.tokens), max(best.last, best.first + _SHOWN))
        strong = kind == "blame"
        yield self.make(
            number, "speculation" if kind in ("hedge", "frame") else "unattributed", f"sourcing/{kind}",
            "medium" if strong else "low", 0.6 if strong else 0.5, best.first, last, en, ar, _EVIDENCE[kind],
        )  # fmt: skip

    def _counts(self, hit: Hit[Judgement], number: int, voices: Voices) -> bool:
        words = self.knowledge.sourcing
        if hit.value.where == "clause" and not _begins_clause(voices.tokens, hit.first, words.opening):
            return False
        if hit.value.where == "passive" and "\u064f" not in voices.tokens[hit.first].text:
            return False
        kind = hit.value.kind
        if kind == "blame":
            return not _asks(voices.tokens, hit.first, words.asking) and self._paragraph_is_silent(number)
        if voices.owned(hit.first):
            return False
        # A passage put in by an editor is a finding already; what it says for a fact is another.
        return kind != "frame" or not self._in_passage(number, hit.first)

    def _paragraph_is_silent(self, number: int) -> bool:
        paragraph = self.article.sentences[number].paragraph
        return all(
            heard.voices.silent for heard, sentence in zip(self._heard, self.article.sentences, strict=True)
            if sentence.paragraph == paragraph
        )  # fmt: skip

    def _in_passage(self, number: int, at: int) -> bool:
        start = self.article.sentences[number].start + self._heard[number].voices.tokens[at].start
        return any(low <= start < high for low, high in self._passages)

    @cached_property
    def _passages(self) -> tuple[tuple[int, int], ...]:
        put_in = bracketed_insertions(self.reading, self.knowledge.copy, self.subject.memory)
        return tuple((found.start, found.end) for found in put_in if found.kind == "passage")

    # Tolls

    def _tolls(self) -> Iterator[Finding]:
        """A toll in an article in which nobody speaks, no agency signs and nothing is cited."""
        if self.article.credit or not all(heard.voices.silent and not heard.sourced for heard in self._heard):
            return
        for claim in self.subject.claims:
            if claim.part == "body" and _is_toll(claim):
                message = Bilingual(
                    "The article gives a toll and names no source at all.",
                    "يورد الخبر حصيلة للضحايا ولا يذكر لها مصدرا.",
                )
                where = place(self.article, claim.span.start, claim.span.end)
                yield Finding(
                    finding_key("sourcing/toll", [where.text]), "sourcing", "unattributed", "internal", "low", 0.6,
                    "sourcing/toll", (where,), message, claims=(claim.id,),
                )  # fmt: skip
                return

    def make(
        self, number: int, kind: str, rule: str, severity: Severity, confidence: float, first: int, last: int,
        en: str, ar: str, why: Bilingual | None = None,
    ) -> Finding:  # fmt: skip
        offset, tokens = self.article.sentences[number].start, self._heard[number].voices.tokens
        while last - first > 1 and tokens[last - 1].end - tokens[first].start > _SPAN:
            last -= 1
        while last - first > 1 and tokens[last - 1].kind == "punctuation":
            last -= 1
        where = place(self.article, offset + tokens[first].start, offset + tokens[last - 1].end)
        words = quoted(where.text)
        return Finding(
            key=self._keys.key(rule, [where.text]),
            family="sourcing", kind=kind, scope="internal", severity=severity, confidence=confidence, rule=rule,
            places=(where,), message=Bilingual(en.format(words), ar.format(words)),
            evidence=(Evidence(why, _TEXT),) if why else (),
        )  # fmt: skip


_RANK: dict[JudgementKind, int] = {"blame": 0, "charge": 1, "known": 2, "hedge": 3, "frame": 4}


def _is_toll(claim: Claim) -> bool:
    """Whether a claim counts dead or hurt people of the news itself: two at least, and not an earlier count."""
    value = claim.value
    return (
        claim.kind == "casualties" and claim.role != "earlier" and claim.state in ("killed", "injured", "missing")
        and isinstance(value, Amount) and value.low is not None and value.low >= 2
    )  # fmt: skip


def _begins_clause(tokens: Sequence[Token], at: int, openers: frozenset[str]) -> bool:
    if at == 0 or tokens[at].key[0] in "وف":
        return True
    before = tokens[at - 1]
    return before.kind == "punctuation" or before.key in openers


def _asks(tokens: Sequence[Token], at: int, asking: frozenset[str]) -> bool:
    """«من يقف وراء الهجوم», «الجهة التي تقف»: a question, not an answer."""
    return at > 0 and tokens[at - 1].key in asking
