"""Words, figures and signs of a text, with offsets into it."""

from __future__ import annotations

import re

from workbench.text.normal import fold, plain
from workbench.text.values import Token, TokenKind

_MARK = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u200c-\u200f\u202a-\u202e\u2066-\u2069\u00ad\u061c"
)
_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
_DIGIT = "0-9٠-٩۰-۹"
_TOKEN = re.compile(
    rf"(?P<word>[{_LETTER}][{_LETTER}{_MARK}]*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,،٫٬'’][{_DIGIT}]+)*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]+(?:['’.&-][^\W\d_\u0600-\u06ff]+)*)"
    rf"|(?P<mark>[{_MARK}\ufeff\u200b]+)"
    r"|(?P<space>\s+)"
    r"|(?P<symbol>[%٪$€£¥₪₺₽+×=~°])"
    r"|(?P<punctuation>.)",
    re.DOTALL,
)  # fmt: skip


def read_tokens(text: str) -> tuple[Token, ...]:
    """Every word, figure and sign, in order; offsets count from the start of ``text``.

    A figure takes in the separators between its digits («5,200», «٥٬٢٠٠», «3.5»), never a colon, slash or dash, so
    that clocks and dates stay visible. Stray marks between words belong to no token.
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


_KINDS: dict[str, TokenKind] = {
    "word": "word", "number": "number", "latin": "latin", "punctuation": "punctuation", "symbol": "symbol"
}  # fmt: skip
