"""People of a nation who are counted, where the word is one with the country's name: «230 أوكرانيا», «20 سوريا»."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.knowledge.language.lexicon import Lexicon
from workbench.mentions.values import Mention
from workbench.text.values import Token

# From eleven to ninety-nine a numeral has what it counts in the accusative singular.
_LEAST, _HUNDRED = 11, 100
_TENS = ("ون", "ين")
_TEEN = frozenset(("عشر", "عشره"))
_ENDINGS = ("يا", "يًا", "ياً")
_YEARS = range(1900, 2100)


def without_counted(names: Sequence[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """``names`` without the countries that are a counted noun behind a numeral; «مونديال 2018 روسيا» has a year."""
    at_start = {token.start: at for at, token in enumerate(tokens)}
    return [name for name in names if not _is_counted(name, at_start.get(name.start, 0), tokens, lexicon)]


def _is_counted(name: Mention, at: int, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    if name.type != "place" or at == 0 or tokens[at].end != name.end or not tokens[at].text.endswith(_ENDINGS):
        return False
    readings = lexicon.lookup(tokens[at].key, None, tokens[at].plain)
    if not any(entry.kind == "nationality" and not entry.proclitics for entry in readings[:1]):
        return False
    before = tokens[at - 1]
    if before.kind == "number":
        digits = before.plain
        return digits.isdigit() and int(digits) % _HUNDRED >= _LEAST and int(digits) not in _YEARS
    if before.key in _TEEN:
        return True
    tens = lexicon.lookup(before.key, None, before.plain)[:1]
    return before.key.endswith(_TENS) and any(entry.kind == "numeral" for entry in tens)
