"""The values of names as one sentence gives them, before the article decides who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.mentions.values import Entity

NameForm = Literal["full", "short", "epithet", "shape"]


@dataclass(frozen=True, slots=True)
class PersonName(Entity):
    """``candidates`` are the ids of everybody who bears the name (none for somebody known by form only); ``form``
    says how the name was known; ``doubtful`` that the word is an ordinary one or many people's name, so that it is
    believed only beside a title or after a full name. ``kinds`` are the kinds of office that the word before implies
    («إدارة», «حكومة»)."""

    candidates: tuple[str, ...]
    form: NameForm
    doubtful: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeName(Entity):
    """``offices`` are the ids of all offices the title may mean; ``kinds`` what kinds of office its words name, where
    no country stands with it («وزير الخارجية»); ``country`` the ISO code or organisation that does."""

    offices: tuple[str, ...]
    kinds: tuple[str, ...]
    country: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName(Entity):
    """``candidates`` are the ids of all places of that name; ``doubtful`` as for persons."""

    candidates: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationName(Entity):
    """``candidates`` are the ids of all organisations of that name; ``doubtful`` as for persons."""

    candidates: tuple[str, ...]
    doubtful: bool = False


def is_doubtful(value: object) -> bool:
    """Whether a name is believed only beside a title or behind a full name."""
    return isinstance(value, (PersonName, PlaceName, OrganisationName)) and value.doubtful
