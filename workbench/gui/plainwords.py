"""Words that come from outside (files' names, titles, quotations) where Qt would guess at markup or mnemonics."""

from __future__ import annotations


def plain_tip(words: str) -> str:
    """A tooltip that shows exactly these words. Qt takes a tooltip for markup where it looks like some."""
    if "<" not in words and "&" not in words:
        return words
    from html import escape  # with every entity there is: not before the first picture

    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'


def plain_entry(words: str) -> str:
    """A menu's entry that shows exactly these words: an ampersand would make a key of the letter after it, a tab a
    shortcut of the rest."""
    return " ".join(words.split()).replace("&", "&&")
