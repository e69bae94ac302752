"""Reading a person's overrides (JSON) and a newsroom's profile (TOML)."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

from workbench.checks.subject import Profile
from workbench.engine import Overrides

_PAIR_LISTS = ("joined", "parted", "same_event", "different_event")
_PROFILE_TABLES = ("off", "severities", "thresholds", "accepted_sources")


class SettingsError(ValueError):
    """A settings file that cannot be used; the message is one sentence for people."""


def read_overrides(path: Path) -> Overrides:
    """``{"joined": [["a12", "b3"]], "parted": …, "same_event": …, "different_event": …,
    "dates": {"a": "2019-12-28"}, "hidden": ["f00dcafe1234"]}``; every field may be absent."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise SettingsError(f"{path}: is not JSON") from None
    return overrides_from(data, str(path))


def overrides_from(data: Any, name: str = "overrides") -> Overrides:
    """The overrides in a decoded JSON value. Raises SettingsError that names the faulty field."""
    if not isinstance(data, dict):
        raise SettingsError(f"{name}: must be one JSON object")
    unknown = set(data) - {*_PAIR_LISTS, "dates", "hidden"}
    if unknown:
        raise SettingsError(f"{name}: unknown field {sorted(unknown)[0]!r}")
    pairs: dict[str, tuple[tuple[str, str], ...]] = {}
    for field in _PAIR_LISTS:
        rows = data.get(field, [])
        if not isinstance(rows, list) or not all(
            isinstance(row, list) and len(row) == 2 and all(isinstance(id, str) for id in row) for row in rows
        ):
            raise SettingsError(f"{name}: {field!r} must be a list of pairs of claims' ids")
        pairs[field] = tuple((row[0], row[1]) for row in rows)
    hidden = data.get("hidden", [])
    if not isinstance(hidden, list) or not all(isinstance(key, str) for key in hidden):
        raise SettingsError(f"{name}: 'hidden' must be a list of findings' keys")
    dates = data.get("dates", {})
    try:
        days = {str(id): dt.date.fromisoformat(day) for id, day in dates.items()}
    except (AttributeError, TypeError, ValueError):
        raise SettingsError(f"{name}: 'dates' must give a day written YYYY-MM-DD for an article's letter") from None
    return Overrides(dates=days, hidden=frozenset(hidden), **pairs)


def read_profile(path: Path) -> Profile:
    """``off = ["sourcing", "copy/doubled-word"]``, ``[severities]``, ``[thresholds]``, ``accepted_sources = [...]``."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from None
    unknown = set(data) - set(_PROFILE_TABLES)
    if unknown:
        raise SettingsError(f"{path}: unknown setting {sorted(unknown)[0]!r}")
    off, accepted = data.get("off", []), data.get("accepted_sources", [])
    severities, thresholds = data.get("severities", {}), data.get("thresholds", {})
    for field, rows in (("off", off), ("accepted_sources", accepted)):
        if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
            raise SettingsError(f"{path}: {field!r} must be a list of words")
    if not isinstance(severities, dict) or not all(s in ("high", "medium", "low") for s in severities.values()):
        raise SettingsError(f"{path}: 'severities' must give high, medium or low for each name")
    if not isinstance(thresholds, dict) or not all(isinstance(n, int | float) for n in thresholds.values()):
        raise SettingsError(f"{path}: 'thresholds' must give a number for each name")
    return Profile(frozenset(off), severities, {k: float(v) for k, v in thresholds.items()}, frozenset(accepted))
