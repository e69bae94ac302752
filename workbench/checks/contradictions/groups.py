"""A group that an article counts twice: «سطا ثلاثة ملثمين …», and below «الملثمين الخمسة الذين نفذوا السطو»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from workbench.checks.figures import Figure, Line, remembered_line
from workbench.checks.subject import Subject
from workbench.checks.values import Place
from workbench.checks.wording import words_place
from workbench.claims.values import Claim
from workbench.mentions.values import ToldSentence
from workbench.text.clitics import bare_noun
from workbench.text.normal import key

_BEFORE = 8  # words between a verb and the group it brings in
_BACK = 10  # words between «القطع» and «وعددها»
_MANNER = 6  # words of a relative clause
_MOST_SUMMED = 8
# Verbs that say no more than the noun behind them: «نفذوا السطو».
_DID = frozenset("carry-out commit participate be undertake".split())
_HELD = {"detain": "kidnap"}


@dataclass(frozen=True, slots=True)
class _Group:
    """``figure`` of ``noun`` (its lemma) in ``sentence``; ``sorts`` are words that describe it, ``deeds`` the concepts
    of the verbs before it. ``again``: the group is known already."""

    sentence: int
    noun: str
    figure: Figure
    sorts: frozenset[str]
    deeds: frozenset[str]
    again: bool
    said: tuple[int, ...] = ()  # the tokens that tell it from others, where it is known already


def groups_told_twice(subject: Subject) -> Iterator[tuple[tuple[Place, Place], tuple[float, float]]]:
    """Pairs of places that count one group, and the two counts."""
    groups = [
        replace(group, sentence=number)
        for number, told in enumerate(subject.reading.told)
        for group in subject.memory.recall("groups", told, partial(_groups, told, subject))
    ]
    if len(groups) < 2:
        return
    lines = [remembered_line(told, subject.knowledge, subject.memory) for told in subject.reading.told]
    for first, second in combinations(groups, 2):
        if first.again or not second.again or first.noun != second.noun or first.sentence >= second.sentence:
            continue
        if first.figure.value == second.figure.value or not first.figure.exact or not second.figure.exact:
            continue
        if not first.sorts <= second.sorts or not _alone(first, second, lines, subject):
            continue
        if _same_deed(first, second, lines) or _sequel(first, second, lines, subject):
            yield (
                (_place(first, subject), _place(second, subject)), (first.figure.value, second.figure.value)
            )


# Reading the groups


def _groups(told: ToldSentence, subject: Subject) -> tuple[_Group, ...]:
    """The groups of a sentence, as if it were an article's first."""
    line = remembered_line(told, subject.knowledge, subject.memory)
    counts = (figure for figure in line.figures if figure.kind == "count" and figure.value >= 2)
    read = (_known(line, figure) or _numbered(line, figure) or _new(line, figure) for figure in counts)
    return tuple(group for group in read if group is not None)


def _new(line: Line, figure: Figure) -> _Group | None:
    """«ثلاثة ملثمين»."""
    noun = line.noun(figure.after - 1)
    if noun is None or noun.definite or noun.enclitic or line.key(figure.first).startswith("ال"):
        return None
    if line.key(figure.after) == "من" or line.key(figure.after) in line.cues.among:
        return None
    sorts = set()
    for at in range(figure.after, len(line.tokens)):
        entries = line.entries(at)[:1]
        if not entries or entries[0].pos not in ("adjective", "participle", "noun") or line.key(at)[:2] in ("ال", "لل"):
            break
        if entries[0].pos == "noun" and not line.key(at).endswith(("يه", "يين", "يا")):
            break  # «26 قطعة ذهبية»: an adjective that is a noun as well
        sorts.add(bare_noun(line.key(at)))
    deeds = {
        entry.concept
        for at in range(max(0, figure.first - _BEFORE), figure.first)
        for entry in line.entries(at)[:2] if entry.pos == "verb"
    }  # fmt: skip
    return _Group(0, _lemma(line, figure.after - 1), figure, frozenset(sorts), frozenset(deeds), False)


def _known(line: Line, figure: Figure) -> _Group | None:
    """«الملثمين الخمسة», «الملثمين الـ5»."""
    at = figure.first - 1
    noun = line.noun(at) if at >= 0 else None
    if noun is None or not noun.definite or noun.number != "plural" or noun.enclitic:
        return None
    if not line.key(figure.first).startswith("ال") or line.noun(figure.last - 1) is not None:
        return None
    said = []
    for n in range(figure.last, min(figure.last + _MANNER + 1, len(line.tokens))):
        if line.tokens[n].kind == "punctuation" or (line.key(n).startswith("و") and n > figure.last + 1):
            break
        said.append(n)
    restricted = bool(said) and (line.key(said[0]) in line.cues.relative or line.key(said[0]).startswith("ال"))
    sorts = frozenset(bare_noun(line.key(n)) for n in said)
    return _Group(0, _lemma(line, at), figure, sorts, frozenset(), True, tuple(said) if restricted else ())


def _numbered(line: Line, figure: Figure) -> _Group | None:
    """«القطع الذهبية المسروقة من المتحف، وعددها 62 قطعة»."""
    mark = figure.first - 1
    if mark < 1 or line.key(mark) not in line.words.numbering:
        return None
    end = mark - 1 if line.key(mark - 1) in ("البالغ", "والبالغ", "،", ",", "(") else mark
    end -= line.key(end - 1) in ("،", ",", "(")
    for at in range(end - 1, max(-1, end - 1 - _BACK), -1):
        if line.tokens[at].kind == "punctuation" or line.figure_at(at) is not None:
            return None
        noun = line.noun(at)
        if noun is None or noun.number != "plural" or not noun.definite or noun.enclitic:
            continue
        counted = line.noun(figure.last) if figure.last < len(line.tokens) else None
        if counted is not None and figure.after > figure.last and not _lemmas(line, figure.last) & {noun.lemma}:
            return None
        said = tuple(range(at + 1, end))
        sorts = frozenset(bare_noun(line.key(n)) for n in said)
        return _Group(0, noun.lemma, figure, sorts, frozenset(), True, said)
    return None


def _lemma(line: Line, at: int) -> str:
    noun = line.noun(at)
    assert noun is not None
    return noun.lemma


def _lemmas(line: Line, at: int) -> set[str]:
    return {entry.lemma for entry in line.entries(at) if entry.pos == "noun"}


# Whether two groups are one


def _same_deed(first: _Group, second: _Group, lines: Sequence[Line]) -> bool:
    """Whether the second telling says nothing of the group but what was told of it: «المسروقة», «الذين نفذوا السطو»."""
    if not second.said:
        return False
    line = lines[second.sentence]
    if any(at in line.dated or line.key(at) in line.cues.negation for at in second.said):
        return False
    known = {bare_noun(token.key) for n in range(first.sentence + 1) for token in lines[n].tokens}
    known |= {bare_noun(word) for word in line.words.general_deed}
    there = _place_of(first, lines[first.sentence])
    if there and line.key(second.said[0]) not in line.cues.relative and not there & second.sorts:
        return False  # «40 بندقية في المخزن» may not be all that was seized
    told_again = False
    for at in second.said:
        entries = line.entries(at)
        concepts = {entry.concept for entry in entries[:4] if entry.pos in ("verb", "masdar", "participle")}
        if concepts & first.deeds:
            told_again = True
        elif line.key(at) in line.cues.relative or (entries and entries[0].pos == "particle") or concepts & _DID:
            continue
        elif line.tokens[at].kind == "word" and bare_noun(line.key(at)) not in known:
            return False
    return told_again


def _place_of(group: _Group, line: Line) -> set[str]:
    """The noun that says where the group was, right behind it: «26 قطعة ذهبية من القاعة الأولى»."""
    for at in range(group.figure.after, len(line.tokens) - 1):
        if line.key(at) in line.words.where:
            return {bare_noun(line.key(at + 1))}
        if bare_noun(line.key(at)) not in group.sorts:
            break
    return set()


def _sequel(first: _Group, second: _Group, lines: Sequence[Line], subject: Subject) -> bool:
    """«خطفوا أربعة صيادين … وأفرج عن الصيادين الستة»: of more than were kidnapped."""
    line, figure = lines[second.sentence], second.figure
    if second.said or figure.value <= first.figure.value:
        return False
    before = range(max(0, figure.first - 4), figure.first - 1)
    later = {
        entry.concept for at in before for entry in line.entries(at)[:1]
        if entry.pos == "verb" and entry.form != "present" and line.key(at - 1) not in line.cues.negation
    }  # fmt: skip
    pairs = {(_HELD.get(deed, deed), then) for deed in first.deeds for then in later}
    return bool(pairs & subject.knowledge.sequences.keys())


def _alone(first: _Group, second: _Group, lines: Sequence[Line], subject: Subject) -> bool:
    """Whether nothing else in the event counts such a group, adds to it or takes from it, and one mouth tells both."""
    event = _event(first, subject)
    if event is None or event != _event(second, subject):
        return False
    span = range(first.sentence, second.sentence + 1)
    cues = subject.knowledge.claim_cues
    others = cues.further | cues.the_rest | subject.knowledge.figures.other_count
    if any(others & {token.key for token in lines[n].tokens} for n in span):
        return False
    apart = abs(first.figure.value - second.figure.value)
    counts: list[float] = []
    for number, line in enumerate(lines):
        for figure in line.figures:
            if figure.kind != "count" or figure in (first.figure, second.figure):
                continue
            group = _Group(number, first.noun, figure, frozenset(), frozenset(), False)
            at = figure.after - 1
            nouns = _lemmas(line, at) | (_lemmas(line, figure.first - 1) if figure.first else set())
            like = figure.unit in (first.figure.unit, second.figure.unit) or first.noun in nouns
            if like and figure.value == second.figure.value and number <= second.sentence:
                return False  # «وكان ستة صيادين خطفوا قبل شهر»
            if like and _event(group, subject) in (event, None) and figure.value != first.figure.value:
                return False
            if number in span:
                counts.append(figure.value)
    if len(counts) > _MOST_SUMMED or any(
        sum(some) == apart for size in (1, 2, 3) for some in combinations(counts, size)
    ):
        return False
    return _one_mouth(first, second, lines, subject)


def _event(group: _Group, subject: Subject) -> str | None:
    """The event of the claim that a count is."""
    return next((claim.event for claim in _claims_on(group, subject)), None)


def _claims_on(group: _Group, subject: Subject) -> Iterator[Claim]:
    """The claims that the words of a count are part of."""
    at = _counted(group, subject)
    for claim in subject.claims:
        if claim.sentence == group.sentence and claim.span.start < at.end and at.start < claim.span.end:
            yield claim


def _one_mouth(first: _Group, second: _Group, lines: Sequence[Line], subject: Subject) -> bool:
    """Whether nobody speaks of the second count who has not spoken of the first."""
    known = {bare_noun(token.key) for token in lines[first.sentence].tokens}
    noun = bare_noun(lines[second.sentence].key(second.figure.first - 1))
    for claim in _claims_on(second, subject):
        words = {bare_noun(key(word)) for word in (claim.source or "").split()}
        if not words <= known and not (second.said and noun in words):
            return False
    return True



def _counted(group: _Group, subject: Subject) -> Place:
    return words_place(subject.reading, group.sentence, group.figure.first, group.figure.after)


def _place(group: _Group, subject: Subject) -> Place:
    """«ثلاثة ملثمين», «الملثمين الخمسة», «62 قطعة»."""
    figure, tokens = group.figure, subject.reading.told[group.sentence].tokens
    if group.again and tokens[figure.first].key.startswith("ال"):
        return words_place(subject.reading, group.sentence, figure.first - 1, figure.last)
    return _counted(group, subject)
