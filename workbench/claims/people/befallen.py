"""The words of a sentence that say what became of people: dead, injured, missing, held."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.words.casualty_words import CasualtyRole
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount

_STILL = 4  # words of «لا يزالون في عداد»
_EXPRESSED = frozenset(("kill", "wound", "arrest"))
_LIVES = frozenset(("حياة", "روح"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word at a token that says what became of people: its role and state, and its form."""

    at: int
    role: CasualtyRole
    state: str
    definite: bool
    plural: bool
    enclitic: str


def find_triggers(view: SentenceView, knowledge: Knowledge) -> list[Trigger]:
    """Every word of a sentence that says what became of people, in order."""
    found = []
    # «مئتا عامل» and «ميتا» are one word when folded.
    numerals = {
        at for seen in view.seen if isinstance(seen.mention.value, Amount) for at in range(seen.first, seen.last)
        if view.tokens[at].key in knowledge.numerals or view.tokens[at].key.removeprefix("و") in knowledge.numerals
    }  # fmt: skip
    for at, entries in enumerate(view.entries):
        if at in numerals or at in view.taken:
            continue
        for entry in entries:
            if entry.kind == "sport":
                continue  # «خطف هدف الفوز» takes nobody away
            rows = [
                (role, state)
                for role, state in _what_became(entry, knowledge)
                if (role in ("verb", "carrier")) == (entry.pos == "verb")
            ]
            if rows:
                role, state = rows[0]
                if entry.lemma in _LIVES and not _carried(view, at):
                    continue
                # «4 أشخاص فارقوا الحياة» is «فارقوا حياتهم».
                enclitic = "هم" if entry.lemma in _LIVES and entry.definite else entry.enclitic
                found.append(Trigger(at, role, state, entry.definite, entry.number == "plural", enclitic))
                break
    return found


def _what_became(entry: Entry, knowledge: Knowledge) -> tuple[tuple[CasualtyRole, str], ...]:
    """What a word says of people: by its meaning where several words say it together («قضى نحبه»), else by itself."""
    told = knowledge.casualties.of(entry.concept) if entry.kind in _EXPRESSED else ()
    return told or knowledge.casualties.of(entry.lemma)


def _carried(view: SentenceView, at: int) -> bool:
    """Whether «حياة» is the life that something took («أودى بحياة», «فقدوا أرواحهم»)."""
    return any(
        entry.lemma in ("أودى", "أزهق", "حصد", "خسر", "فقد", "فارق", "أسلم")
        for near in range(max(0, at - 4), at)
        for entry in view.entries[near]
    )


def is_person(concept: str, knowledge: Knowledge) -> bool:
    """Whether a concept is of people, or of what befell them."""
    return knowledge.lexicon.is_a(concept, "person") or knowledge.lexicon.is_a(concept, "casualty")


def are_still(view: SentenceView, last: int, at: int, cues: ClaimCues) -> bool:
    """Whether only «لا يزالون», «في عداد» and the counted noun stand between a figure, whose last token is the one
    before ``last``, and the word at ``at`` for what became of people: «خمسة عمال ما زالوا في عداد المفقودين»."""
    words = [token.key for token in view.tokens[last:at]]
    still = cues.still_linking | cues.still_word
    beside = words[1:] if words and words[0] not in still else words
    return 0 < len(beside) <= _STILL and all(word in still for word in beside) and any(
        word in cues.still_word | cues.still_among for word in beside
    )
