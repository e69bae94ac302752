"""Where the program's data folder is: in a checkout, an installed wheel or a frozen build."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class ResourcesMissingError(RuntimeError):
    """The data folder is nowhere to be found: the installation is broken."""


def resource_folder() -> Path:
    """The folder of lexicons, terms of office, fonts and samples.

    A frozen build unpacks it beside its modules, a wheel carries it as ``workbench/_resources``,
    a checkout has it beside the package. Raises ResourcesMissingError where none of them exists.
    """
    package = Path(__file__).resolve().parent
    candidates = [package / "_resources", package.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if (folder / "lexicon").is_dir():
            return folder
    raise ResourcesMissingError("the program's data folder is missing; install the program again")


def user_folder() -> Path:
    """The folder for what a person adds: tables of their own, settings. It need not exist yet. The environment's
    ``WORKBENCH_USER_FOLDER`` names another one."""
    given = os.environ.get("WORKBENCH_USER_FOLDER")
    if given:
        return Path(given).expanduser()
    import platformdirs

    return platformdirs.user_data_path("factcheck-workbench", appauthor=False)


def own_knowledge_folder() -> Path:
    """The folder of a person's own tables of people, offices, terms, organisations and places."""
    return user_folder() / "knowledge"


def cache_folder() -> Path:
    """The folder for what the program may make anew at any time; ``WORKBENCH_CACHE_FOLDER`` names another one."""
    given = os.environ.get("WORKBENCH_CACHE_FOLDER")
    if given:
        return Path(given).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("factcheck-workbench", appauthor=False)
