"""What one article says was refused and granted, never happened and happened so many times, was decided by all and
opposed by some: «رفض طلب إخلاء سبيل المقاول … وافقت المحكمة على طلب إخلاء سبيله»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from workbench.checks.figures import Line, remembered_line
from workbench.checks.keys import KeyMaker
from workbench.checks.subject import Subject
from workbench.checks.values import Evidence, Finding, Place
from workbench.checks.wording import quoted, words_place
from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.values import ToldSentence
from workbench.text.clitics import bare_noun
from workbench.text.normal import key
from workbench.text.values import Bilingual

_OBJECT = 8  # words of what is granted or refused
_BEFORE = 6
_SHARED = 2
_NEAR = 4
_BODIES = frozenset(("organisation", "office", "role", "person"))
_WORDS = frozenset(("noun", "masdar", "participle", "adjective"))


@dataclass(frozen=True, slots=True)
class _Said:
    """Tokens ``first`` to ``last`` of ``sentence``; ``yes``: granted or happened; ``words``: of what, as stems."""

    sentence: int
    first: int
    last: int
    yes: bool
    words: tuple[str, ...]


def check_reversals(subject: Subject) -> Iterator[Finding]:
    """One finding for each pair of sentences of one mouth that cannot both be true."""
    keys = KeyMaker()
    signs = [
        subject.memory.recall("reversals", told, partial(_signs, told, subject)) for told in subject.reading.told
    ]
    if all(sign == _NO_SIGNS for sign in signs):
        return
    lines = [remembered_line(told, subject.knowledge, subject.memory) for told in subject.reading.told]
    pairs = (*_decisions(lines, signs, subject), *_none_and_some(lines, signs, subject), *_votes(lines, signs, subject))
    for first, second in pairs:
        places = (
            words_place(subject.reading, first.sentence, first.first, first.last),
            words_place(subject.reading, second.sentence, second.first, second.last),
        )
        yield _finding(keys, places)


def _finding(keys: KeyMaker, places: tuple[Place, Place]) -> Finding:
    rule = "contradiction.negation.reversal"
    one, other = (quoted(at.text) for at in places)
    return Finding(
        keys.key(rule, [at.text for at in places]), "contradiction", "negation", "internal", "high", 0.7, rule, places,
        Bilingual(
            f"Two statements that cannot both be true in one article: {one} and {other}.",
            f"قولان لا يصحان معا داخل النص: {one} و{other}.",
        ),
        (Evidence(Bilingual("Both speak of one matter, and nothing tells of a change between.",
                            "يتناول القولان أمرا واحدا، ولا يذكر النص تغيرا بينهما."), "text"),),
    )  # fmt: skip


_Signs = tuple[tuple[_Said, ...], tuple[tuple[_Said, str], ...], int | None]
_NO_SIGNS: _Signs = ((), (), None)


def _signs(told: ToldSentence, subject: Subject) -> _Signs:
    """What a sentence by itself says was decided, what never happened, and where it tells of all as one."""
    line = remembered_line(told, subject.knowledge, subject.memory)
    unanimous = subject.knowledge.reversals.unanimous
    return (
        tuple(_decided(0, line, subject)), tuple(_nones(0, line)),
        next((at for at in range(len(line.tokens)) if line.key(at) in unanimous), None),
    )  # fmt: skip


# Refused and granted


def _decisions(lines: list[Line], signs: list[_Signs], subject: Subject) -> Iterator[tuple[_Said, _Said]]:
    told = [replace(said, sentence=number) for number, sign in enumerate(signs) for said in sign[0]]
    for first, second in combinations(told, 2):
        if first.yes == second.yes or first.sentence == second.sentence:
            continue
        known = {bare_noun(token.key) for token in lines[first.sentence].tokens}
        shared = set(first.words) & set(second.words)
        if len(shared) < _SHARED or first.words[0] != second.words[0] or not set(second.words) <= known:
            continue
        if _one_stage(first, second, lines, subject) and not any(
            first.words[0] in other.words for other in told if other not in (first, second)
        ):
            yield first, second


def _decided(number: int, line: Line, subject: Subject) -> Iterator[_Said]:
    words = subject.knowledge.reversals
    for at in range(len(line.tokens)):
        entry = next((one for one in line.entries(at)[:3] if one.concept in words.granted | words.refused), None)
        if entry is None or _denies(line, at - 1):
            continue
        noun = entry.pos in ("masdar", "noun") and not entry.definite
        if not (entry.pos == "verb" and entry.form == "past") and not (noun and _is_ordered(line, at, subject)):
            continue
        of, last = _object(line, at)
        if of:
            yield _Said(number, at, last, entry.concept in words.granted, of)


def _is_ordered(line: Line, at: int, subject: Subject) -> bool:
    """«قررت المحكمة، اليوم الخميس، رفض الطلب»"""
    return any(
        key(entry.lemma) in subject.knowledge.reversals.deciding and entry.pos == "verb" and entry.form == "past"
        for near in range(max(0, at - _OBJECT), at) for entry in line.entries(near)[:2]
    )  # fmt: skip


def _object(line: Line, at: int) -> tuple[tuple[str, ...], int]:
    """What is granted or refused: the words behind the verb without whoever does it, and where they end."""
    found: list[str] = []
    last = at + 1
    for near in range(at + 1, min(len(line.tokens), at + 1 + _OBJECT)):
        entry = next(iter(line.entries(near)), None)
        verb = entry is not None and (entry.pos == "verb" or entry.kind == "time")
        if line.tokens[near].kind == "punctuation" or verb or near in line.dated:
            break
        if line.key(near).startswith("ب") and (entry is None or entry.proclitics.startswith("ب")):
            break  # «بكفالة 50 ألف جنيه»
        if entry is not None and entry.pos == "particle":
            continue
        if entry is None or entry.pos in _WORDS:
            if not found and entry is not None and entry.kind in _BODIES:
                continue
            found.append(bare_noun(line.key(near)))
            last = near + 1
    return tuple(found), last


def _one_stage(first: _Said, second: _Said, lines: list[Line], subject: Subject) -> bool:
    """Whether nothing between tells of another step, another time or another mouth."""
    stage = subject.knowledge.reversals.stage
    for number in range(first.sentence, second.sentence + 1):
        line = lines[number]
        if number in (first.sentence, second.sentence) and any(
            line.key(at).removeprefix("و") in stage for at in range(len(line.tokens))
        ):
            return False
    return _one_mouth(first.sentence, second.sentence, subject)


def _one_mouth(first: int, second: int, subject: Subject) -> bool:
    """Whether one tells both: the text itself, or one source, named again or not."""
    sources = [
        {word for claim in subject.claims if claim.sentence == number and claim.source
         for word in claim.source.split()} for number in (first, second)
    ]  # fmt: skip
    return sources[1] <= sources[0] and (bool(sources[1]) or not sources[0] or _goes_on(second, subject))


def _goes_on(sentence: int, subject: Subject) -> bool:
    """«وأضاف أن …»"""
    told = subject.reading.told[sentence].tokens
    return bool(told) and any(
        entry.kind == "report" for entry in subject.knowledge.lexicon.lookup(told[0].key, subject.memory.words)[:1]
    )


# None, and so many


def _none_and_some(lines: list[Line], signs: list[_Signs], subject: Subject) -> Iterator[tuple[_Said, _Said]]:
    """«لم تشهد المدينة أي خرق للهدنة … خُرقت الهدنة ثلاث مرات»."""
    for number, sign in enumerate(signs):
        for said, concept in sign[1]:
            none = replace(said, sentence=number)
            for later in range(number + 1, len(lines)):
                some = _some(later, lines[later], concept, none)
                if some is None or not _is_known(range(some.first - _NEAR, some.first), later, lines):
                    continue  # «لم تسجل المدينة أي إصابة … وسجلت العاصمة ثلاث إصابات»
                if _one_stage(none, some, lines, subject):
                    yield none, some
                    break


def _nones(number: int, line: Line) -> Iterator[tuple[_Said, str]]:
    for at in range(1, len(line.tokens) - 2):
        if line.key(at) not in line.cues.any:
            continue
        denied = next((near for near in range(at - 1, max(-1, at - 1 - _NEAR), -1) if _denies(line, near)), None)
        noun = next((entry for entry in line.entries(at + 1)[:2] if entry.pos in ("noun", "masdar")), None)
        if denied is None or noun is None or noun.kind in _BODIES:
            continue
        of = _named(line, range(at + 2, min(at + 2 + _NEAR, len(line.tokens))))
        if of:
            yield _Said(number, denied, at + 3, False, of[:1]), noun.concept


def _some(number: int, line: Line, concept: str, none: _Said) -> _Said | None:
    """The same told to have happened, with a count: «خُرقت ثلاث مرات», «سجلت ثلاثة خروق»."""
    for at in range(len(line.tokens)):
        entry = next((one for one in line.entries(at)[:3] if one.concept == concept), None)
        before = range(max(0, at - _NEAR), at)
        if entry is None or any(_denies(line, near) or line.key(near) in line.cues.any for near in before):
            continue
        near = range(max(0, at - _NEAR), min(len(line.tokens), at + _NEAR))
        counted = next(
            (one for one in line.figures if one.kind == "count" and one.value >= 1 and one.first in near
             and (one.unit == concept or (entry.pos == "verb" and one.unit == "time"))), None,
        )  # fmt: skip
        if counted is None or none.words[0] not in _named(line, near):
            continue
        ends = (at, counted.first, counted.after - 1, *(n for n in near if bare_noun(line.key(n)) == none.words[0]))
        return _Said(number, min(ends), max(ends) + 1, True, none.words)
    return None


def _named(line: Line, tokens: range) -> tuple[str, ...]:
    return tuple(
        bare_noun(line.key(at)) for at in tokens
        if line.tokens[at].kind == "word" and not any(entry.pos == "particle" for entry in line.entries(at)[:1])
    )  # fmt: skip


# By all, and against some


def _votes(lines: list[Line], signs: list[_Signs], subject: Subject) -> Iterator[tuple[_Said, _Said]]:
    """«اتُخذ القرار بإجماع أعضاء اللجنة … اثنين من أعضاء اللجنة صوّتا ضد القرار»."""
    words = subject.knowledge.reversals
    for number, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        at = sign[2]
        what = _lemmas(line) & words.decided if at is not None else set()
        if at is None or not what:
            continue
        for later in range(number + 1, len(lines)):
            against = _against(later, lines[later], what, subject)
            all_of_them = _Said(number, at, min(at + 2, len(line.tokens)), True, ())
            if against is None or not _is_known(range(against.last, against.last + 3), later, lines):
                continue  # «عارضوا القانون في اللجنة»
            if not any(token.key.removeprefix("و") in words.stage for token in lines[later].tokens):
                yield all_of_them, against
                break


def _against(number: int, line: Line, what: set[str], subject: Subject) -> _Said | None:
    words = subject.knowledge.reversals
    for at in range(len(line.tokens)):
        entries = line.entries(at)[:2]
        said = line.key(at) in words.against or any(key(entry.lemma) in words.against for entry in entries)
        behind = {key(entry.lemma) for n in range(at + 1, min(at + _NEAR, len(line.tokens)))
                  for entry in line.entries(n)[:2]}  # fmt: skip
        if not said or not behind & what or _denies(line, at - 1):
            continue
        members = [n for n in range(max(0, at - _BEFORE), at + 2) if n < len(line.tokens) and any(
            entry.concept in words.members for entry in line.entries(n)[:2])]  # fmt: skip
        voted = line.key(at) not in ("ضد",) or any(
            entry.concept == "vote" for n in range(max(0, at - 2), at) for entry in line.entries(n)[:3]
        )
        if members and voted:
            figure = next((one for one in line.figures if max(0, members[0] - 2) <= one.first <= members[0]), None)
            first = figure.first if figure is not None else min(members[0], at)
            return _Said(number, first, at + 2, False, ())
    return None


def _is_known(tokens: range, number: int, lines: list[Line]) -> bool:
    """Whether the text has told of all definite nouns among some tokens of a sentence before it."""
    line = lines[number]
    known = {bare_noun(token.key) for above in lines[:number] for token in above.tokens}
    for at in tokens:
        noun = line.noun(at) if 0 <= at < len(line.tokens) else None
        if noun is not None and noun.definite and noun.kind != "time" and bare_noun(line.key(at)) not in known:
            return False
    return True


def _denies(line: Line, at: int) -> bool:
    return line.key(at) in line.cues.negation or line.key(at) in ("ما", "لما")


def _lemmas(line: Line) -> set[str]:
    return {key(entry.lemma) for at in range(len(line.tokens)) for entry in _nouns(line, at)}


def _nouns(line: Line, at: int) -> tuple[Entry, ...]:
    return tuple(entry for entry in line.entries(at)[:1] if entry.pos == "noun")

