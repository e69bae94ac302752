"""Words of others in Markdown: every sign that could become a heading, a link, a picture or HTML stays a sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.report.visible import without_isolates

if TYPE_CHECKING:
    from markupsafe import Markup

_SIGNS = re.compile(r"[\\`*_{}\[\]()#+!|~^$=>-]")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
# What readers of Markdown turn into links by themselves: addresses with a scheme, www., names of mailboxes.
_SELF_LINKING = re.compile(r"(?i)(?<=[a-z0-9])(?::(?=\S)|@)|(?<=\bwww)\.")


def markdown_text(words: object) -> Markup:
    """One line of text with nothing left to interpret. Isolates go: a cell or a line of its own needs none and readers
    of plain Markdown would see them as boxes."""
    from markupsafe import Markup

    text = " ".join(without_isolates(str(words)).split())
    pieces = []
    place = 0
    for match in _SELF_LINKING.finditer(text):
        pieces += [_escaped(text[place : match.start()]), f"&#{ord(match.group())};"]
        place = match.end()
    pieces.append(_escaped(text[place:]))
    escaped = "".join(pieces)
    # «1. …» at the start of a line would be a list.
    return Markup(re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped))


def _escaped(text: str) -> str:
    text = re.sub("[<&]", lambda match: _ENTITIES[match.group()], text)
    return _SIGNS.sub(lambda match: "\\" + match.group(), text)
