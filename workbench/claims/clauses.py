"""Cutting a sentence into clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.knowledge.words.clause_words import ClauseWords
from workbench.text.values import Token

Opening = Literal["start", "comma", "break", "background", "result", "cause", "relative", "and"]
_STOPS = frozenset("،,؛;:()[]{}«»“”\"—–|")
_MATES = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"'}
# Words between marks that only name or explain what stands before them.
_LONGEST_ASIDE = 5
_WHEN_OR_WHERE = frozenset(("في", "خلال", "منذ"))
_AT = _WHEN_OR_WHERE | {"عند", "قرابه", "نحو", "حوالي"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence; ``opening`` says what cut it from what stands before."""

    first: int
    last: int
    opening: Opening


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign ends a clause; the colon of a clock and the dash of a compound do not."""
    token = tokens[at]
    if token.text == ":" and 0 < at < len(tokens) - 1:
        return tokens[at - 1].kind != "number" or tokens[at + 1].kind != "number" or tokens[at + 1].spaced
    return token.text in _STOPS or (token.text == "-" and token.spaced)


def cut_clauses(tokens: Sequence[Token], words: ClauseWords) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, covering every token. A comma between figures or names of a list cuts too:
    whoever asks for a clause's neighbours decides whether they belong together."""
    cuts: list[tuple[int, Opening]] = [(0, "start")]
    for at, token in enumerate(tokens):
        if token.kind == "punctuation" and _stops(tokens, at):
            cuts.append((at + 1, "comma"))
            continue
        opening: Opening | None = words.opening_at(tokens, at)
        if opening is not None and at > 0:
            if cuts[-1][0] == at:
                cuts[-1] = (at, opening)
            else:
                cuts.append((at, opening))
    clauses: list[Clause] = []
    for number, (first, opening) in enumerate(cuts):
        last = cuts[number + 1][0] if number + 1 < len(cuts) else len(tokens)
        if first < last:
            clauses.append(Clause(first, last, opening))
    return tuple(clauses)


def rejoined(
    clauses: tuple[Clause, ...], tokens: Sequence[Token], is_verb: Callable[[int], bool],
    in_time: Callable[[int], bool], is_source: Callable[[int], bool] = lambda _: False,
) -> tuple[Clause, ...]:  # fmt: skip
    """Clauses that marks cut and that are one: around a name or an aside of a few words between marks («حزب «الوحدة»
    فاز», «مدينة (غولحصار) الصغيرة»), behind nothing but a time («وفي تشرين الأول، استهدفت محطة»), and around a source
    before the time of what was told («وبدأ التمرد، وفق البيان، عند السابعة»)."""
    found: list[Clause] = []
    joins = False
    for clause in clauses:
        signs = all(token.kind == "punctuation" for token in tokens[clause.first : clause.last])
        # «وأُطلق التلسكوب، الذي التقط إشارة، في أبريل»: not what stands between.
        behind = clause.opening == "comma" and bool(found) and found[-1].opening != "relative"
        tail = behind and _is_tail(clause, tokens, is_verb, in_time)
        if behind and len(found) > 1 and _is_source(found[-1], tokens, is_verb, is_source) and (
            found[-2].opening != "relative" and tokens[clause.first].key in _AT
            and any(in_time(at) for at in range(clause.first, min(clause.last, clause.first + 3)))
        ):
            found.pop()
            tail = True
        if found and (signs or tail or (joins and clause.opening in ("comma", "start"))):
            before = found.pop()
            clause = Clause(before.first, clause.last, before.opening)
        found.append(clause)
        joins = _is_open(clause, tokens, is_verb) or _is_only_time(clause, tokens, in_time)
    return tuple(found)


def _is_open(clause: Clause, tokens: Sequence[Token], is_verb: Callable[[int], bool]) -> bool:
    """Whether a clause ends with a mark that opens an aside of a few words without a verb, or with the end of one."""
    end = clause.last - 1
    mate = _MATES.get(tokens[end].text)
    if mate is not None:
        close = next((at for at in range(end + 1, len(tokens)) if tokens[at].text == mate), None)
        if close is not None and 1 < close - end <= _LONGEST_ASIDE + 1:
            return not any(is_verb(at) for at in range(end + 1, close))
    opened = (at for at in range(end - 1, clause.first - 1, -1) if _MATES.get(tokens[at].text) == tokens[end].text)
    start = next(opened, None)
    return start is not None and start > clause.first and end + 1 < len(tokens) and not _stops(tokens, end + 1)


def _is_tail(
    clause: Clause, tokens: Sequence[Token], is_verb: Callable[[int], bool], in_time: Callable[[int], bool]
) -> bool:
    """Whether a clause only says when or where what stands before was: «… في مدينة بم، في جنوب شرق البلاد، في كانون
    الأول/ديسمبر 2003»."""
    words = [at for at in range(clause.first, clause.last) if tokens[at].kind != "punctuation"]
    if not words or tokens[words[0]].key not in _WHEN_OR_WHERE or any(is_verb(at) for at in words):
        return False
    return all(in_time(at) for at in words[1:]) or (len(words) <= _LONGEST_ASIDE and not any(map(in_time, words)))


def _is_source(
    clause: Clause, tokens: Sequence[Token], is_verb: Callable[[int], bool], is_source: Callable[[int], bool]
) -> bool:
    """Whether a clause between commas only names who says so: «، وفق البيان نفسه،»."""
    short = clause.last - clause.first <= _LONGEST_ASIDE + 1 and tokens[clause.last - 1].text in "،,"
    return short and clause.opening == "comma" and is_source(clause.first) and not any(
        is_verb(at) for at in range(clause.first, clause.last)
    )  # fmt: skip


def _is_only_time(clause: Clause, tokens: Sequence[Token], in_time: Callable[[int], bool]) -> bool:
    """Whether a clause that opens a sentence is a time and a comma."""
    if clause.first > 0 or tokens[clause.last - 1].text not in "،,":
        return False
    words = [at for at in range(clause.first, clause.last) if tokens[at].kind != "punctuation"]
    return bool(words) and in_time(words[-1]) and all(in_time(at) or at == words[0] for at in words)
