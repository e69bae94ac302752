"""Words around figures that tell a calculation, or two counts of one thing, from what only looks like it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Look-up keys by what they do. Each field is a row of ``figure_words.tsv``, or several (``per_time`` is
    ``per-time``)."""

    itself: frozenset[str] = frozenset()
    numbering: frozenset[str] = frozenset()
    times_over: frozenset[str] = frozenset()
    per_time: frozenset[str] = frozenset()
    of_each_time: frozenset[str] = frozenset()
    last_time: frozenset[str] = frozenset()
    time_unit: frozenset[str] = frozenset()
    span_of_time: frozenset[str] = frozenset()
    part_of_day: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    afterwards: frozenset[str] = frozenset()
    stood_at: frozenset[str] = frozenset()
    meaning: frozenset[str] = frozenset()
    rank: frozenset[str] = frozenset()
    other_rate: frozenset[str] = frozenset()
    of_hundred: frozenset[str] = frozenset()
    no_lead: frozenset[str] = frozenset()
    compared_link: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    the_whole: frozenset[str] = frozenset()
    altogether: frozenset[str] = frozenset()
    elsewhen: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    makes_up: frozenset[str] = frozenset()
    share_link: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    because: frozenset[str] = frozenset()
    splitting: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    another_base: frozenset[str] = frozenset()
    more_by: frozenset[str] = frozenset()
    less_by: frozenset[str] = frozenset()
    figured: frozenset[str] = frozenset()
    opening_that: frozenset[str] = frozenset()
    valued_at: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    turn: frozenset[str] = frozenset()
    dividing: frozenset[str] = frozenset()
    one_of_them: frozenset[str] = frozenset()
    other_ballot: frozenset[str] = frozenset()
    house: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    rival: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    that_much: frozenset[str] = frozenset()
    figure_noun: frozenset[str] = frozenset()
    beyond_link: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    extreme: frozenset[str] = frozenset()
    not_the_end: frozenset[str] = frozenset()
    other_points: frozenset[str] = frozenset()
    part_of_length: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    stayed: frozenset[str] = frozenset()
    lasted: frozenset[str] = frozenset()
    length_front: frozenset[str] = frozenset()
    counted_from: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    other_year: frozenset[str] = frozenset()
    since_or_before: frozenset[str] = frozenset()
    no_name: frozenset[str] = frozenset()
    deceased: frozenset[str] = frozenset()
    at_the_time: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    other_time: frozenset[str] = frozenset()
    was_then: frozenset[str] = frozenset()
    close_one: frozenset[str] = frozenset()
    another_subject: frozenset[str] = frozenset()
    other_count: frozenset[str] = frozenset()
    general_deed: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    not_now: frozenset[str] = frozenset()
    only_more: frozenset[str] = frozenset()
    tail_end: frozenset[str] = frozenset()
    hour_front: frozenset[str] = frozenset()
    stay_guards: frozenset[str] = frozenset()
    unbroken: frozenset[str] = frozenset()
    age_joints: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    inhabitants: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    sentenced: frozenset[str] = frozenset()
    marking: frozenset[str] = frozenset()

NO_FIGURE_WORDS = FigureWords()


def load_figure_words(folder: Path) -> FigureWords:
    """Read ``figure_words.tsv``. Raises TableError where a cue is unknown or missing."""
    names = {field.name for field in fields(FigureWords)}
    found: dict[str, frozenset[str]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "figure_words.tsv", ("cue", "words")):
        name = row["cue"].replace("-", "_")
        if name not in names:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
        found[name] = found.get(name, frozenset()) | {key(word) for word in row.variants("words")}
    faults += [Fault("figure_words.tsv", 0, f"no row for {name!r}") for name in sorted(names - set(found))]
    if faults:
        raise TableError(tuple(faults))
    return FigureWords(**found)
