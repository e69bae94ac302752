"""Words as the full-text index holds them, and a person's words as a query over it."""

from __future__ import annotations

import json
import re

from workbench.text.normal import normal_text
from workbench.text.tokens import read_tokens


def article_words(title: str, text: str) -> str:
    return normal_text(f"{title}\n{text}").text


def finding_words(message_en: str, message_ar: str, places: str) -> str:
    """Both messages and the quoted words; ``places`` is the column's JSON."""
    quoted = [str(place["text"]) for place in json.loads(places)]
    return normal_text("\n".join([*quoted, message_ar, message_en])).text.casefold()


def query_of(words: str) -> str | None:
    """An FTS5 query that every word of ``words`` must answer, the last ones as beginnings; None without any word.
    Operators and quotes of FTS5's own language are words like others."""
    return " ".join(f'"{term}"*' for term in _terms(words)) or None


def _terms(words: str) -> list[str]:
    """The words in the index's form, one by one."""
    terms = [token.key for token in read_tokens(words) if token.kind in ("word", "number", "latin")]
    folded = [normal_text(term).text.casefold().replace('"', "") for term in terms]
    return [term for term in folded if term.strip()]


def place_of(text: str, words: str) -> tuple[int, int]:
    """Where the first of the words begins a word of the text, as offsets in it; both 0 where none does."""
    normal = normal_text(text)
    folded = normal.text.casefold()
    if len(folded) != len(normal.text):  # a letter whose small form is longer: the map would not fit
        folded = normal.text
    for term in _terms(words):
        found = re.search(rf"(?<!\w){re.escape(term)}\w*", folded)
        if found:
            return normal.original(found.start(), found.end())
    return 0, 0
