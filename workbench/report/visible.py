"""Text of others as it may stand in a report: what would reorder or hide the words around it is shown by its code."""

from __future__ import annotations

import re

from workbench.wording import PDI, left_to_right

_ISOLATES = "\u2066\u2067\u2068"
# Embeddings, overrides, what takes no room, tags, controls, halves of a pair. Direction marks and joiners stay: they
# reorder nothing but their own place and Arabic needs them.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ANY_ISOLATE = re.compile("[\u2066-\u2069]")
_FORMULA = re.compile(
    "^[\\s\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0000-\u001f\x7f]*[-=+@\uff0d\uff1d\uff0b\uff20]"
)
# Figures and Latin words joined by signs that take the direction of the Arabic around them: 2019-12-27, 11–14, B-52.
_SCRAMBLED = re.compile(r"(?<![\w\u2066-\u2068])[A-Za-z0-9]+(?:[-–/:+.,_@&' ]{1,2}[A-Za-z0-9]+)+%?")


def code_shown(character: str) -> str:
    """⟨U+202E⟩ for a character that nobody would see."""
    return f"\u27e8U+{ord(character):04X}\u27e9"


def visible(text: str) -> str:
    """An article's or a person's words with every hidden or reordering character shown by its code."""
    text = _HIDDEN.sub(lambda match: code_shown(match.group()), text)
    return _ANY_ISOLATE.sub(lambda match: code_shown(match.group()), text)


def balanced(sentence: str) -> str:
    """A sentence of the program's own, which may hold isolates and quoted words: hidden characters shown, isolates
    closed, so that nothing reaches beyond its end."""
    sentence = _HIDDEN.sub(lambda match: code_shown(match.group()), sentence)
    if not _ANY_ISOLATE.search(sentence):
        return sentence
    depth, out = 0, []
    for character in sentence:
        if character == PDI:
            if not depth:
                continue
            depth -= 1
        elif character in _ISOLATES:
            depth += 1
        out.append(character)
    return "".join(out) + PDI * depth


def runs_apart(sentence: str) -> str:
    """A sentence in which dates in figures, ranges and Latin names keep their order among Arabic words."""
    return _SCRAMBLED.sub(lambda match: left_to_right(match.group()), sentence)


def without_isolates(text: str) -> str:
    """For cells that stand alone, where nothing is around the words that could scramble."""
    return _ANY_ISOLATE.sub("", text)


def one_line(text: str, longest: int | None = None) -> str:
    """White space and line ends as single spaces; cut with dots where a longest length is given."""
    words = " ".join(text.split())
    if longest is None or len(words) <= longest:
        return words
    return words[: longest - 1].rstrip() + "…"


def looks_like_formula(cell: str) -> bool:
    """Whether a spreadsheet could take the cell for a formula, also behind white space and marks nobody sees."""
    return bool(_FORMULA.match(cell)) or cell.startswith(("\t", "\r"))
