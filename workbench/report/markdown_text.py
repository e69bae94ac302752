"""Words of others in Markdown: every sign that could become a heading, a link, a picture or HTML stays a sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

_SIGNS = re.compile(r"[\\`*_{}\[\]|~^$]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# What readers of Markdown turn into links by themselves: addresses with a scheme, www., names of mailboxes.
_SELF_LINKING = re.compile(r"(?i)(?<=[a-z]):(?=\S)|(?<=\S)@(?=\S)|(?<=\bwww)\.")
# At the start of a line: headings, lists, rules, tables.
_OPENING = re.compile(r"^(\d+(?=[.)])|(?=[-+=#:]))")


def markdown_text(words: object) -> Markup:
    """One line of text with nothing left to interpret."""
    from markupsafe import Markup

    text = " ".join(str(words).split())
    pieces = []
    place = 0
    for match in _SELF_LINKING.finditer(text):
        pieces += [_escaped(text[place : match.start()]), f"&#{ord(match.group())};"]
        place = match.end()
    pieces.append(_escaped(text[place:]))
    return Markup(_OPENING.sub(r"\1\\", "".join(pieces)))


def _escaped(text: str) -> str:
    text = re.sub("[<>&]", lambda match: _ENTITIES[match.group()], text)
    return _SIGNS.sub(lambda match: "\\" + match.group(), text)
