"""Words written twice, and words that do not go together: what is left of a sentence changed half-way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.language.lexicon import Entry, Memory
from workbench.knowledge.words.copy_words import CopyWords
from workbench.knowledge.words.speech_verbs import SpeechVerbs
from workbench.text.values import Span, Token

SlipKind = Literal["twice", "verbs", "pair", "headless"]
_LONGEST = 5  # words of a turn written twice
# What is gone through one after the other: «ساعة ساعة», «قرية قرية», «غرفة غرفة», «صفحة صفحة», «قطعة قطعة».
_COUNTED = frozenset(("time", "place", "building", "document", "measure", "thing", "vehicle"))
_LEADING = frozenset(("علي", "الي", "ل", "مع", "من", "عن"))


@dataclass(frozen=True, slots=True)
class Slip:
    """``tokens[first:last]`` are the words at fault; without ``tokens[cut:last]`` the sentence reads on."""

    kind: SlipKind
    first: int
    last: int
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class SlipReader:
    """Looks for slips in sentences. ``ya_apart``: the article tells final ya from alif maqsura, so that «على» is no
    name; ``memory`` remembers words looked up; ``introducing`` words stand before a name."""

    words: CopyWords
    verbs: SpeechVerbs
    memory: Memory
    introducing: frozenset[str]
    ya_apart: bool = True

    def slips(self, tokens: Sequence[Token], guarded: Sequence[Span] = ()) -> Iterator[Slip]:
        """The slips of one sentence. ``guarded`` are its quotations and persons: somebody's own words, or names."""
        at = 0
        while at < len(tokens):
            meant = self.words.meant.at(tokens, at)
            if meant is not None:
                at = meant.last
                continue
            slip = self._twice(tokens, at, guarded) or self._side_by_side(tokens, at)
            if slip is None:
                at += 1
                continue
            yield slip
            at = slip.last
        if self._headless(tokens):
            yield Slip("headless", 0, 2)

    def _twice(self, tokens: Sequence[Token], at: int, guarded: Sequence[Span]) -> Slip | None:
        for length in range(min(_LONGEST, (len(tokens) - at) // 2), 0, -1):
            if not _repeats(tokens, at, length):
                continue
            slip = Slip("twice", at, at + 2 * length, at + length)
            if length == 1:
                return slip if self._never_doubled(tokens, at, guarded) else None
            if self._sentence_like(tokens[at + length : at + 2 * length]) and not _inside(tokens, slip, guarded):
                return slip
        return None

    def _never_doubled(self, tokens: Sequence[Token], at: int, guarded: Sequence[Span]) -> bool:
        token = tokens[at + 1]
        word = token.key
        if word in self.words.doubled and (self.ya_apart or word not in self.words.names):
            return not (word in self.words.names and token.plain.endswith("ي"))
        if word in self.words.before_noun or word in self.words.before_thing:
            return self._leads_to_noun(tokens, at + 2, word in self.words.before_thing)
        if word in self.words.leaning or word in self.words.names or len(word) < 3:
            return False
        if (token.plain.endswith("ا") or token.text.endswith("\u064b")) and not self._takes_object(tokens, at + 2):
            return False  # «فردا فردا»: one after the other
        if _inside(tokens, Slip("twice", at, at + 2), guarded) or (at and tokens[at - 1].key in self.introducing):
            return False
        entries = self.verbs.lexicon.lookup(word, self.memory)
        if any(_is_common(entry) for entry in entries):
            return not self._one_by_one(tokens, at)
        # «السعودية السعودية» is nobody's name, «المصري المصري» may be.
        return token.plain.startswith("ال") and len(word) > 5 and word.endswith(("ه", "ات", "ون", "ين"))

    def _takes_object(self, tokens: Sequence[Token], at: int) -> bool:
        """«خلفا خلفا لكاترين كولونا», «ردا ردا على السؤال»: nobody says one after the other of what takes an object."""
        if at >= len(tokens) or tokens[at].kind != "word":
            return False
        word, readings = tokens[at - 1], self._readings(tokens[at - 1])
        if any(entry.pos == "adjective" or entry.kind in _COUNTED - {"place"} for entry in readings):
            return False
        of_it = len(tokens[at].key) > 3 and tokens[at].key.startswith("ل")
        if of_it and any(entry.pos == "noun" and entry.kind == "office" for entry in readings):
            return True
        return (of_it or tokens[at].key in _LEADING) and word.key in self.words.objects

    def _leads_to_noun(self, tokens: Sequence[Token], at: int, indefinite: bool) -> bool:
        """Whether a noun stands at ``at``, one of nobody's and without an article where it is to be ``indefinite``: «من
        من نظام»; but «من من اللاعبين سيغيب» and «من من أصدقائه» ask who."""
        if at >= len(tokens) or tokens[at].kind != "word" or any(token.text in "؟?" for token in tokens[at:]):
            return False
        noun = next(iter(self._readings(tokens[at])), None)
        if noun is None or noun.pos != "noun" or noun.proclitics not in ("", "ال"):
            return False
        if not indefinite:
            return True
        after = next(iter(self._readings(tokens[at + 1])), None) if at + 1 < len(tokens) else None
        construct = after is not None and after.pos == "noun" and after.definite and noun.number == "plural"
        return not (noun.definite or noun.enclitic or construct)  # «من من نواب البرلمان»

    def _one_by_one(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun said twice stands for one after the other, «زار البلدات بلدة بلدة»: indefinite, of what is
        counted, in nobody's construct. «من قرية قرية», «مبنى مبنى الوزارة», «وصلت طائرة طائرة من دبي» are slips."""
        noun = self._readings(tokens[at + 1])[0]
        if noun.kind not in _COUNTED or noun.number != "singular" or noun.definite or noun.enclitic or noun.proclitics:
            return False
        if not at or tokens[at - 1].key in self.words.leaning:
            return False
        before = self._readings(tokens[at - 1])[:1]
        if any(entry.pos == "particle" for entry in before):
            return False
        if any(entry.pos == "verb" and not entry.enclitic and entry.number == "singular" for entry in before):
            return False  # its subject or its object
        if at + 2 == len(tokens) or tokens[at + 2].kind == "punctuation":
            return True
        after = self._readings(tokens[at + 2])[:1]
        return any(entry.pos in ("particle", "verb") or entry.proclitics not in ("", "ال") for entry in after)

    def _readings(self, token: Token) -> tuple[Entry, ...]:
        return self.verbs.lexicon.lookup(token.key, self.memory, token.plain)

    def _sentence_like(self, turn: Sequence[Token]) -> bool:
        """Whether a turn of several words holds a word that is no name: names alone may well come twice."""
        if turn[0].key in ("بعد", "تلو", "وراء", "عن", "الي", "فوق", "اثر") and len(turn) == 2:
            return False  # «عاما بعد عام بعد عام»
        return any(
            token.key in self.words.doubled or token.key in self.words.leaning
            or any(map(_is_common, self.verbs.lexicon.lookup(token.key, self.memory)[:1]))
            for token in turn if token.key not in self.words.names
        )  # fmt: skip

    def _side_by_side(self, tokens: Sequence[Token], at: int) -> Slip | None:
        if at + 1 >= len(tokens) or not tokens[at + 1].spaced:
            return None
        excuses = self.words.pairs.get((tokens[at].key, tokens[at + 1].key))
        if excuses is not None:
            after = tokens[at + 2].key if at + 2 < len(tokens) else ""
            name = tokens[at + 1].key in self.words.names and (not self.ya_apart or after in self.words.names)
            name = name or self._ends_name(tokens, at)
            return None if after in excuses or name else Slip("pair", at, at + 2)
        if self.verbs.pressed_together(tokens, at, self.memory):
            return Slip("verbs", at, at + 2)
        return None

    def _ends_name(self, tokens: Sequence[Token], at: int) -> bool:
        """«زين العابدين بن علي في …»: whether a word that may be a name is one."""
        token, before = tokens[at], tokens[at - 1].key if at else ""
        if token.key not in self.words.names or not token.plain.endswith("ي"):
            return False
        return self.ya_apart or before in self.words.names or before in self.introducing

    def _headless(self, tokens: Sequence[Token]) -> bool:
        """«أن أعلن الوزير …» opens no sentence: what «أن» hung on is gone. «أن تأتي متأخرا خير» does."""
        if len(tokens) < 4 or tokens[0].plain not in ("أن", "بأن", "وأن"):
            return False
        entries = self.verbs.lexicon.lookup(tokens[1].key, self.memory)
        return bool(entries) and entries[0].pos == "verb" and entries[0].form == "past"


def _is_common(entry: Entry) -> bool:
    """Whether a reading makes the word no name: nationalities and qualities name families."""
    if entry.pos == "noun":
        return entry.kind not in ("person", "role")
    return entry.pos not in ("adjective", "participle")


def _repeats(tokens: Sequence[Token], at: int, length: int) -> bool:
    for step in range(length):
        one, other = tokens[at + step], tokens[at + length + step]
        if one.kind != "word" and (one.kind != "number" or length == 1):
            return False
        if one.plain != other.plain and not (step == 0 and one.plain in ("و" + other.plain, "ف" + other.plain)):
            return False
        if not other.spaced or (step and not one.spaced):
            return False
    return True


def _inside(tokens: Sequence[Token], slip: Slip, guarded: Sequence[Span]) -> bool:
    start, end = tokens[slip.first].start, tokens[slip.last - 1].end
    return any(span.start <= start and end <= span.end for span in guarded)
