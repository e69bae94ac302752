"""Where sentences end."""

from __future__ import annotations

import re

from workbench.text.lines import visible

LONGEST = 1500  # characters; a longer sentence is cut where it hurts least, so that no reader works on a whole book
_SHORT_QUOTE = 60  # characters; a stop inside a quotation or bracket this short ends no sentence
_STOP = re.compile(r"[.…!?؟؛]")  # a lone set of signs is searched for many times faster than a choice of patterns
_TERMINATOR = re.compile(r"\.{2,}|…+|[.!?؟؛]+")
_CLOSERS = re.compile(r"[\s\u200e\u200f]*[\"'»”’)\]}]+")
_NEXT_WORD = re.compile(r"[\s\u200e\u200f\"'«»“‘”’(\[{)\]}–—-]*([^\W_]*)")
_LATIN_ABBREVIATIONS = frozenset(
    (
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "jr", "sr", "inc", "ltd", "co", "corp", "gen", "col", "lt",
        "sgt", "capt", "cmdr", "maj", "adm", "sen", "rep", "gov", "hon", "rev", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "est", "fig", "ed", "eds", "vol", "pp", "dept",
        "univ", "bros", "e.g", "i.e", "a.m", "p.m", "u.s", "u.k", "u.n",
    )
)  # fmt: skip
# After «؛» these words go on with what was being said.
_GOES_ON = re.compile(
    r"(?:مما|ما|حيث|اذ|إذ|و?لكن\w*|بل|كي|لأن\w*|لان\w*|حتى|فيما|بينما|ل\w{3,}|ف\w{3,}|بحسب|وفق|وفقا|علما|خصوصا|خاصة|أي"
    r"|من\w*|بين\w*|وذلك|سواء|نظرا|بسبب|نتيجة|وهو|وهي|وهم|الذي\w*|التي)(?!\w)"
)
_DOMAINS = frozenset(("نت", "كوم", "أورغ", "اورج", "tv"))
_CUTS = (re.compile(r"[؛:;]\s"), re.compile(r"[،,]\s"), re.compile(r"\s(?=و)"), re.compile(r"\s"))


def find_sentences(text: str, start: int = 0, end: int | None = None, headline: bool = False) -> list[tuple[int, int]]:
    """The sentences of one paragraph, ``text[start:end]``, as stretches without white space at their ends.

    Sentences end at ``. ! ? ؟ … ؛``, closing marks taken in. Not at decimals, initials («د. علي», «8361 ن. ل. أ»),
    web addresses, two dots, an ellipsis or a stop inside a short quotation or bracket, nor at «؛» where the clause
    goes on («؛ مما أدى»). A headline ends only at ``! ? ؟`` and a plain stop. Whatever is visible belongs to exactly
    one sentence; none is longer than ``LONGEST``. Time grows linearly with the length.
    """
    end = len(text) if end is None else end
    sentences: list[tuple[int, int]] = []
    begin = start
    shielded = _shielded(text, start, end)
    shield = 0
    at = start
    while stop := _STOP.search(text, at, end):
        match = _TERMINATOR.match(text, stop.start(), end)
        assert match is not None
        at = match.end()
        while shield < len(shielded) and shielded[shield][1] <= match.start():
            shield += 1
        if shield < len(shielded) and shielded[shield][0] < match.start() and at < shielded[shield][1]:
            continue
        if not _ends(text, begin, match, end, headline):
            continue
        closers = _closers_after(text, at, end)
        _add(text, sentences, begin, closers)
        begin = at = closers
    _add(text, sentences, begin, end)
    return sentences


def _add(text: str, sentences: list[tuple[int, int]], begin: int, end: int) -> None:
    """Append the stretch, in pieces where it is too long, or join it to the last one where it says nothing."""
    begin, end = visible(text, begin, end)
    if begin == end:
        return
    if sentences and not any(character.isalnum() for character in text[begin:end]):
        sentences[-1] = (sentences[-1][0], end)
        return
    while end - begin > LONGEST:
        cut = _cut(text, begin)
        sentences.append(visible(text, begin, cut))
        begin, end = visible(text, cut, end)
    if begin < end:
        sentences.append((begin, end))


def _cut(text: str, begin: int) -> int:
    """Where to cut a giant: after the last semicolon or colon, else comma, else before «و», else at white space."""
    for pattern in _CUTS:
        cut = 0
        for match in pattern.finditer(text, begin + LONGEST // 2, begin + LONGEST):
            cut = match.end()
        if cut:
            return cut
    return begin + LONGEST


def _shielded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Short quotations and brackets, in order: stops inside end nothing."""
    found: list[tuple[int, int]] = []
    for match in _SHIELDS.finditer(text, start, end):
        if not re.search(r"[.!?؟…][\"»”)\]]\Z", match.group()):
            found.append(match.span())
    return found


_SHIELDS = re.compile(
    rf"\([^()\n]{{1,{_SHORT_QUOTE}}}\)|«[^«»\n]{{1,{_SHORT_QUOTE}}}»|\"[^\"\n]{{1,{_SHORT_QUOTE}}}\""
    rf"|“[^“”\n]{{1,{_SHORT_QUOTE}}}”|\[[^\[\]\n]{{1,{_SHORT_QUOTE}}}\]"
)


def _closers_after(text: str, at: int, end: int) -> int:
    """The end of the closing marks behind a stop; a mark that opens the next quotation is none of them."""
    match = _CLOSERS.match(text, at, end)
    if not match:
        return at
    marks = match.group()
    spaced = len(marks) != len(marks.lstrip())
    after = text[match.end():match.end() + 1]
    opens_next = after.isalnum() and marks[-1] in "\"'"
    if opens_next and (spaced or text.count('"', max(0, at - 400), at) % 2 == 0):
        return at
    return match.end() if not spaced or marks[-1] in "»)]}" or not after.isalnum() else at


def _ends(text: str, begin: int, match: re.Match[str], end: int, headline: bool) -> bool:
    """Whether the terminator found in a paragraph ends a sentence there."""
    mark = match.group()
    behind = text[match.end():match.end() + 1] if match.end() < end else ""
    rest = _NEXT_WORD.match(text, match.end(), end)
    following = rest.group(1) if rest else ""
    if not following:
        return True
    ahead = text[match.start() - 1:match.start()] if match.start() > begin else ""
    if _in_address(ahead) and _in_address(behind):
        return False  # www.example.org/?page
    if mark[0] == "؛":
        return not headline and not _GOES_ON.match(following)
    if mark[0] == "…" or (len(mark) > 1 and mark.strip(".") == ""):
        return not headline and mark != ".." and behind.isspace()
    if mark != ".":
        return True
    before = text[max(begin, match.start() - 24):match.start()]
    return not _abbreviates(before, behind, following, match.start() - len(before) == begin)


def _in_address(character: str) -> bool:
    return character.isascii() and (character.isalpha() or character in ("/", "_", "="))


def _abbreviates(before: str, behind: str, following: str, from_start: bool) -> bool:
    """Whether a dot after ``before`` belongs to it and not to the sentence."""
    words = before.split()
    spaced = before[-1:].isspace()
    last = words[-1].strip("()[]«»\"'“”‘’،,:ـ") if words else ""
    tight = not behind.isspace() and behind != ""
    if not last:
        return False
    if last[-1].isdigit() and behind.isdigit() and not spaced:
        return True  # 3.5
    if last.isdigit() and len(words) == 1 and from_start and len(last) <= 2:
        return True  # a numbered list
    pieces = last.split(".")
    letter = pieces[-1]
    if letter.isascii() and letter.isalpha():
        if last.casefold() in _LATIN_ABBREVIATIONS or letter.casefold() in _LATIN_ABBREVIATIONS:
            return not spaced
        if len(letter) == 1:
            return True
        return tight and following[:1].isascii()  # www.example.org
    if len(letter) == 2 and letter[0] in "ول" and letter[1] in "دمأا":
        letter = letter[1]  # «ود. علي»
    if len(letter) == 1 and letter.isalpha():
        previous = words[-2].strip("()[]«»\"'“”،,") if len(words) > 1 else ""
        if not tight and len(following) > 1:
            if previous[-1:].isdigit():
                return following[0] != "و"  # «1440 هـ. وقال», «17:45 ت.غ. وأضاف»
            if len(pieces) == 1 and len(previous) == 1 and previous.isalpha():
                return False  # «قالت أ ف ب. وأضافت»
        return True
    return tight and not spaced and (following in _DOMAINS)
