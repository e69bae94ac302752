"""Verbs of saying: which words of a sentence tell that somebody is being reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.knowledge.language.lexicon import EMPTY_LEXICON, Lexicon, Memory
from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.values import Token

_ANSWERS = {"yes": True, "no": False}
_QUOTING = "quoting"
# «ما قالت», «التي أعلنت», «عندما سئلت»: a clause of its own that ends with the verb.
_SUBORDINATES = frozenset(
    "ما بما كما حسبما مثلما وفقما التي الذي الذين اللذان اللتان من عندما بعدما حينما حين لما فيما اذ كلما ان انه "
    "انها".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class SpeechVerbs:
    """Lemmas of the lexicon's verbs. ``attributing``: what they govern is somebody's word; ``quoting``: those of them
    that are so only before «أن» or a quotation («تابع المباراة», «تابع أن»); ``beside``: two of their pasts never stand
    side by side."""

    lexicon: Lexicon
    attributing: frozenset[str]
    beside: frozenset[str]
    quoting: frozenset[str] = frozenset()

    def attributes(self, token: Token, memory: Memory) -> bool:
        """Whether the word can be a verb of saying, in any form."""
        entries = self.lexicon.lookup(token.key, memory) if token.kind == "word" else ()
        particle = any(entry.pos == "particle" for entry in entries)  # «بين», «عبر»
        return not particle and any(entry.pos == "verb" and entry.lemma in self.attributing for entry in entries)

    def only_quotes(self, token: Token, memory: Memory) -> bool:
        """Whether a verb of saying is one only before «أن» or a quotation."""
        entries = self.lexicon.lookup(token.key, memory)
        return any(entry.pos == "verb" and entry.lemma in self.quoting for entry in entries)

    def pressed_together(self, tokens: Sequence[Token], at: int, memory: Memory) -> bool:
        """Whether two finite verbs of saying stand side by side at ``tokens[at]`` with nothing to part them."""
        first, second = tokens[at], tokens[at + 1]
        before = tokens[at - 1].key if at else ""
        if not second.spaced or before in _SUBORDINATES or before.removeprefix("و") in _SUBORDINATES:
            return False
        return self._past(first, memory, joined=True) and self._past(second, memory, joined=False)

    def _past(self, token: Token, memory: Memory, joined: bool) -> bool:
        entries = self.lexicon.lookup(token.key, memory) if token.kind == "word" else ()
        if any(entry.pos != "verb" for entry in entries):
            return False  # «ذكر» and «نقل» are nouns too
        particles = ("", "و", "ف") if joined else ("",)
        return any(
            entry.form == "past" and entry.person == 3 and entry.lemma in self.beside and not entry.enclitic
            and entry.proclitics in particles for entry in entries
        )  # fmt: skip


NO_SPEECH_VERBS = SpeechVerbs(EMPTY_LEXICON, frozenset(), frozenset())


def load_speech_verbs(folder: Path, lexicon: Lexicon) -> SpeechVerbs:
    """Read ``speech_verbs.tsv`` below ``folder``. Raises TableError with every fault: a lemma the lexicon has not."""
    known = {word.lemma for word in lexicon.words if word.pos == "verb"}
    faults: list[Fault] = []
    attributing: set[str] = set()
    beside: set[str] = set()
    quoting: set[str] = set()
    for row in read_table(folder / "speech_verbs.tsv", ("lemmas", "attributes", "beside")):
        for column, chosen in (("attributes", attributing), ("beside", beside)):
            if row[column] == _QUOTING and column == "attributes":
                attributing.update(row.variants("lemmas"))
                quoting.update(row.variants("lemmas"))
            elif row[column] not in _ANSWERS:
                faults.append(Fault(row.file, row.line, f"{column} must be yes or no, not {row[column]!r}"))
            elif _ANSWERS[row[column]]:
                chosen.update(row.variants("lemmas"))
        faults += [
            Fault(row.file, row.line, f"the lexicon has no verb {lemma}")
            for lemma in row.variants("lemmas") if lemma not in known
        ]  # fmt: skip
    if faults:
        raise TableError(tuple(faults))
    return SpeechVerbs(lexicon, frozenset(attributing), frozenset(beside), frozenset(quoting))
