"""Words, figures and signs of a text, with offsets into it."""

from __future__ import annotations

import re

from workbench.text.normal import ATTACHED, UNSEEN, fold, plain
from workbench.text.values import Token, TokenKind

_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08d2\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_DIGIT = "0-9٠-٩۰-۹"
_FOREIGN = r"[^\W\d_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_TOKEN = re.compile(
    # A mark that nobody sees belongs to a word only between two of its letters.
    rf"(?P<word>[{_LETTER}](?:[{_LETTER}{ATTACHED}]|[{UNSEEN}]+(?=[{_LETTER}{ATTACHED}]))*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,،٫٬'’][{_DIGIT}]+)*)"
    rf"|(?P<latin>{_FOREIGN}(?:{_FOREIGN}|[\u0300-\u036f]|['’.&-](?={_FOREIGN}))*)"
    rf"|(?P<mark>[{ATTACHED}{UNSEEN}]+)"
    r"|(?P<space>\s+)"
    r"|(?P<symbol>[%٪$€£¥₪₺₽₹﷼+×=~°])"
    r"|(?P<punctuation>.)",
    re.DOTALL,
)  # fmt: skip
_KINDS: dict[str, TokenKind] = {
    "word": "word", "number": "number", "latin": "latin", "punctuation": "punctuation", "symbol": "symbol"
}  # fmt: skip


def read_tokens(text: str) -> tuple[Token, ...]:
    """Every word, figure and sign, in order; offsets count from the start of ``text``.

    A figure takes in the separators between its digits («5,200», «٥٬٢٠٠», «3.5»), never a colon, slash or dash, so
    that clocks and dates stay visible. Vowel signs and tatweel belong to the word before them, as do unseen marks
    inside it; stray ones belong to no token. Time grows linearly with the length.
    """
    tokens: list[Token] = []
    spaced = True
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "space":
            spaced = True
            continue
        if kind == "mark":
            continue
        assert kind is not None
        word = match.group()
        bare = plain(word)
        tokens.append(Token(match.start(), match.end(), word, bare, fold(bare), _KINDS[kind], spaced))
        spaced = False
    return tuple(tokens)
