"""``workbench check --save``: a check kept as a project, or put into one that is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine import article_ids
from workbench.review.anchoring import anchor_of
from workbench.review.decisions import HandLink, LinkKind
from workbench.review.versions import versions_in_use
from workbench.store.encoding import hash_of, storable
from workbench.store.faults import ProjectError
from workbench.store.opening import create_project, open_project
from workbench.store.project import Change, Project
from workbench.text.values import Bilingual

if TYPE_CHECKING:
    from workbench.engine import CheckResult, Draft, Overrides


def save_check(
    path: Path, drafts: Sequence[Draft], result: CheckResult, word: Overrides | None = None, home: Path | None = None
) -> tuple[Bilingual, ...]:
    """Keep a check. A project that is there gets it as a further comparison, or, where it has one of the same texts,
    as that one's newest check, decisions left as they are; else the file is made. Returns what its person should be
    told. Raises ProjectError; then the file is as it was."""
    change = Change(
        drafts=_dated(drafts, word),
        result=result,
        versions=versions_in_use(),
        links=_links(result, word),
        hidden=word.hidden if word is not None else frozenset(),
    )
    if not os.path.lexists(path):
        project = create_project(path, home=home)
        try:
            project.add_comparison(change)
        except ProjectError:
            project.close()
            path.unlink(missing_ok=True)
            raise
        project.close()
        return ()
    with open_project(path, home=home) as project:
        same = _same_texts(project, drafts)
        if same is None:
            project.add_comparison(change)
        else:
            # What a person did to it in the window stays; this check only adds to it.
            before = project.record(same)
            links = tuple(dict.fromkeys((*before.links, *(change.links or ()))))
            project.keep(same, replace(change, links=links, hidden=before.hidden | (change.hidden or frozenset())))
        return project.notices


def _dated(drafts: Sequence[Draft], word: Overrides | None) -> tuple[Draft, ...]:
    dates = word.dates if word is not None else {}
    return tuple(
        replace(draft, date=dates.get(id, draft.date)) for id, draft in zip(article_ids(), drafts, strict=False)
    )


def _links(result: CheckResult, word: Overrides | None) -> tuple[HandLink, ...]:
    """A person's word about claims, named by their words instead of by the ids of one reading."""
    if word is None:
        return ()
    claims = {claim.id: claim for claim in result.claims}
    named: tuple[tuple[LinkKind, tuple[tuple[str, str], ...]], ...] = (
        ("joined", word.joined), ("parted", word.parted), ("same-event", word.same_event),
        ("different-event", word.different_event),
    )  # fmt: skip
    return tuple(
        HandLink(kind, anchor_of(claims[first]), anchor_of(claims[second]))
        for kind, pairs in named
        for first, second in pairs
        if first in claims and second in claims
    )


def _same_texts(project: Project, drafts: Sequence[Draft]) -> int | None:
    """The newest comparison of just these texts, as they were read or as they stand."""
    wanted = [hash_of(storable(draft.text)) for draft in drafts]
    with project.reading():
        rows = project.db.execute(
            "SELECT comparison, sha256, sha256_as_read FROM article ORDER BY comparison DESC, length(letter), letter"
        ).fetchall()
    texts: dict[int, list[tuple[str, str]]] = {}
    for comparison, now, as_read in rows:
        texts.setdefault(comparison, []).append((now, as_read))
    for comparison, hashes in texts.items():
        if wanted in ([now for now, _ in hashes], [as_read for _, as_read in hashes]):
            return comparison
    return None
