"""What a person is told about an article that came in: invisible characters, parts left out."""

from __future__ import annotations

import re

from workbench.text.values import Bilingual

# Overrides and embeddings show words in another order than they are stored; only overrides can turn figures round.
_OVERRIDES = re.compile("[\u202d\u202e]")
_HIDDEN = re.compile("[\u200b\u2060-\u2064\ufeff]")
# Joiners do their work beside a letter that joins («هـ‍»); anywhere else they only hide.
_IDLE_JOINERS = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d](?![\u0600-\u08ff])")
_AROUND = 20  # characters shown before and behind the first place
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def invisible_notices(text: str) -> tuple[Bilingual, ...]:
    """A sentence about direction overrides and one about zero-width characters, where there are any. They stay in the
    text; direction marks (RLM, LRM) and isolates are ordinary in Arabic and not told."""
    notices = []
    found = list(_OVERRIDES.finditer(text))
    if found:
        line, words = _place(text, found[0].start())
        notices.append(
            Bilingual(
                f"It holds {counted(len(found), 'direction override', 'direction overrides')} (first in line {line}, "
                f"near “{words}”): words and figures may be shown in another order than they are written.",
                f"فيه محارف تقلب اتجاه الكتابة (عددها {len(found)}، أولها في السطر {line} قرب «{words}»): قد تظهر "
                "الكلمات والأرقام بترتيب غير الذي كُتبت به.",
            )
        )
    found = sorted((*_HIDDEN.finditer(text), *_IDLE_JOINERS.finditer(text)), key=lambda match: match.start())
    if found:
        line, words = _place(text, found[0].start())
        notices.append(
            Bilingual(
                f"It holds {counted(len(found), 'zero-width character', 'zero-width characters')} (first in line "
                f"{line}, near “{words}”): they cannot be seen, yet they part words and figures.",
                f"فيه محارف عديمة العرض (عددها {len(found)}، أولها في السطر {line} قرب «{words}»): لا تُرى، لكنها "
                "تفصل بين أجزاء الكلمات والأرقام.",
            )
        )
    return tuple(notices)


def counted(number: int, one: str, many: str) -> str:
    """«1 page», «3 pages»."""
    return f"1 {one}" if number == 1 else f"{number:,} {many}"


def left_out(what: Bilingual, number: int) -> Bilingual:
    """One sentence that so many of something were left out."""
    return Bilingual(f"Left out: {what.en} ({number:,}).", f"تُرك من المستند: {what.ar} (العدد {number}).")


def _place(text: str, at: int) -> tuple[int, str]:
    """The line (from 1) and the words around, without what cannot be seen."""
    line = text.count("\n", 0, at) + 1
    begin = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    end = text.find("\n", at)
    words = text[begin : min(end if end >= 0 else len(text), at + _AROUND)]
    return line, " ".join(_INVISIBLE.sub("", words).split())
