"""Small words by which claims are read: negations, hedges, «among them»."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from workbench.knowledge.tables import Fault, TableError, read_table
from workbench.text.normal import key


@dataclass(frozen=True, slots=True)
class ClaimCues:
    """Look-up keys by what they do. Each field is a row of ``claim_cues.tsv`` (``no_negation`` is ``no-negation``)."""

    negation: frozenset[str] = frozenset()
    no_negation: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    remaining: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    share_of: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    vague_count: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()
    so_far: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    condition: frozenset[str] = frozenset()
    preliminary: frozenset[str] = frozenset()
    approximate: frozenset[str] = frozenset()
    measure_word: frozenset[str] = frozenset()
    interim_score: frozenset[str] = frozenset()
    illness: frozenset[str] = frozenset()
    another: frozenset[str] = frozenset()
    locating: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    no_new_event: frozenset[str] = frozenset()
    out_of: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    earlier_count: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    retraction: frozenset[str] = frozenset()
    age_word: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    lasting_concepts: frozenset[str] = frozenset()
    ending_concepts: frozenset[str] = frozenset()
    everyone: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    of_entitled: frozenset[str] = frozenset()
    of_asked: frozenset[str] = frozenset()
    asked_concepts: frozenset[str] = frozenset()
    of_offered: frozenset[str] = frozenset()
    offered_concepts: frozenset[str] = frozenset()
    of_planned: frozenset[str] = frozenset()
    planned_concepts: frozenset[str] = frozenset()
    of_capacity: frozenset[str] = frozenset()
    of_all: frozenset[str] = frozenset()
    of_net: frozenset[str] = frozenset()
    of_after: frozenset[str] = frozenset()
    of_article: frozenset[str] = frozenset()
    leaving_concepts: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    may_rise: frozenset[str] = frozenset()
    toll: frozenset[str] = frozenset()
    expect_concepts: frozenset[str] = frozenset()
    distance: frozenset[str] = frozenset()
    weather_concepts: frozenset[str] = frozenset()
    up_to: frozenset[str] = frozenset()
    step_concepts: frozenset[str] = frozenset()
    issue_concepts: frozenset[str] = frozenset()
    head_concepts: frozenset[str] = frozenset()
    besides_concepts: frozenset[str] = frozenset()
    address_concepts: frozenset[str] = frozenset()
    sibling_concepts: frozenset[str] = frozenset()
    offspring_concepts: frozenset[str] = frozenset()
    parent_concepts: frozenset[str] = frozenset()
    spouse_concepts: frozenset[str] = frozenset()
    age_reached: frozenset[str] = frozenset()
    age_owner: frozenset[str] = frozenset()
    age_between: frozenset[str] = frozenset()

    north: frozenset[str] = frozenset()
    south: frozenset[str] = frozenset()
    east: frozenset[str] = frozenset()
    west: frozenset[str] = frozenset()
    side_of: frozenset[str] = frozenset()
    facility: frozenset[str] = frozenset()
    district: frozenset[str] = frozenset()
    shore: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    prison: frozenset[str] = frozenset()
    prison_concepts: frozenset[str] = frozenset()
    not_the_sentence: frozenset[str] = frozenset()
    turnout: frozenset[str] = frozenset()
    voters: frozenset[str] = frozenset()
    sets: frozenset[str] = frozenset()
    minute: frozenset[str] = frozenset()
    goal_word: frozenset[str] = frozenset()
    acquit_concepts: frozenset[str] = frozenset()
    convict_concepts: frozenset[str] = frozenset()
    of_origin: frozenset[str] = frozenset()
    most_of_them: frozenset[str] = frozenset()
    lone_concepts: frozenset[str] = frozenset()
    best: frozenset[str] = frozenset()
    best_one: frozenset[str] = frozenset()
    decisive: frozenset[str] = frozenset()
    penalty_word: frozenset[str] = frozenset()
    dismissal_word: frozenset[str] = frozenset()
    nth_title: frozenset[str] = frozenset()
    nth_time: frozenset[str] = frozenset()
    title_word: frozenset[str] = frozenset()
    in_a_row: frozenset[str] = frozenset()
    whence: frozenset[str] = frozenset()
    storey: frozenset[str] = frozenset()
    ground_storey: frozenset[str] = frozenset()
    basement: frozenset[str] = frozenset()
    building: frozenset[str] = frozenset()
    whither: frozenset[str] = frozenset()
    host: frozenset[str] = frozenset()
    flag: frozenset[str] = frozenset()
    moving_concepts: frozenset[str] = frozenset()
    staying_concepts: frozenset[str] = frozenset()
    aboard: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    source_end: frozenset[str] = frozenset()
    source_audience: frozenset[str] = frozenset()
    source_forum: frozenset[str] = frozenset()
    no_source: frozenset[str] = frozenset()
    name_opening: frozenset[str] = frozenset()
    accused_beside: frozenset[str] = frozenset()

    def kinship(self, concept: str) -> frozenset[str] | None:
        """The concepts of the same kinship as this one («brother», «sister»); None for what is none."""
        sorts = (self.sibling_concepts, self.offspring_concepts, self.parent_concepts, self.spouse_concepts)
        return next((sort for sort in sorts if concept in sort), None)


NO_CLAIM_CUES = ClaimCues()


def load_claim_cues(folder: Path) -> ClaimCues:
    """Read ``claim_cues.tsv``. Raises TableError where a cue is unknown or missing."""
    names = {field.name for field in fields(ClaimCues)}
    found: dict[str, frozenset[str]] = {}
    faults: list[Fault] = []
    for row in read_table(folder / "claim_cues.tsv", ("cue", "words")):
        name = row["cue"].replace("-", "_")
        if name not in names:
            faults.append(Fault(row.file, row.line, f"unknown cue {row['cue']!r}"))
        found[name] = frozenset(key(word) for word in row.variants("words"))
    faults += [Fault("claim_cues.tsv", 0, f"no row for {name!r}") for name in sorted(names - set(found))]
    if faults:
        raise TableError(tuple(faults))
    return ClaimCues(**found)
