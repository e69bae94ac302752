"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from workbench.knowledge.language.lexicon import Entry
from workbench.mentions.times.scan import Found, Scan
from workbench.mentions.times.values import Fields, Lean, Moment, Node, Range
from workbench.text.normal import key

_BACK = 14
_AHEAD = 5
_FRONT = 2
_SAYING = frozenset(("ان", "انه", "انها", "بان", "وان"))
_STOPS = frozenset(".؟!;؛:")
_NEAR = 2
_OPENERS = frozenset("الذي التي الذين اللذين حين عندما حيث قد فقد وقد ما مما".split())
_RELATIVE = frozenset("الذي التي الذين اللذين اللتين بعدما عندما حين".split())
_RETURN = "return"
_UNTIL = frozenset(("الي", "حتي", "لغايه", "بحلول", "قبل"))


def lean_at(scan: Scan, found: Found) -> Lean | None:
    """The nearest cue before the time inside its clause, else the first one after it; None where there is none. What
    is said to have been is over, whoever will say so: «سيعلن أن الحريق اندلع الأحد»."""
    tokens = scan.tokens
    told = True  # whether no other verb than a past one stands between
    past = False
    for i in range(found.begin - 1, max(-1, found.begin - 1 - _BACK), -1):
        key = tokens[i].key
        if key in _STOPS and tokens[i].kind == "punctuation":
            break
        if past and told and key in _SAYING:
            return None
        lean = _cue(scan, i)
        if lean is not None:
            return lean
        verb = _verb_at(scan, i)
        past = past or (verb is not None and verb.form == "past" and not _is_meant(scan, verb))
        told = told and key not in _RELATIVE and (verb is None or verb.form == "past")
    for i in range(found.end, min(len(tokens), found.end + _AHEAD)):
        if tokens[i].kind == "punctuation":
            break
        lean = _cue(scan, i)
        if lean is not None:
            # «جثامين من قضوا الثلاثاء ستُنقل غدا»: what is to come behind a time that ends what was says nothing of it.
            return lean if lean == "past" or _opens(scan, found.begin) else None
    return None


def _opens(scan: Scan, at: int) -> bool:
    """Whether a time stands at the head of its clause, but for a word or two («في», «ومساء يوم»)."""
    front = range(at - 1, at - 2 - _FRONT, -1)
    return any(i < 0 or scan.tokens[i].kind == "punctuation" or scan.key(i) in _SAYING for i in front)


def is_yearless(node: Node | None) -> bool:
    """Whether a time names a month, with a day or without, and no year: «في شباط», «منذ 12 آذار»."""
    if isinstance(node, Moment):
        return is_yearless(node.day)
    if isinstance(node, Range):
        return is_yearless(node.begin)
    return isinstance(node, Fields) and node.month is not None and node.year is None and node.shift is None


def is_done(scan: Scan, found: Found, lean: Lean | None) -> bool:
    """Whether a time is that of a deed told as over: of the past verb before it in its clause, else of the first one
    behind it. What is decided («وافق على إجراء الانتخابات في شباط»), said to be («أعلن أن الجلسة في شباط») or put off
    («إلى شباط») lies ahead as often."""
    if lean == "future":
        return False
    side = scan.word(found.begin, "side")
    if side is not None and side[0].value == "since":
        return True
    until = scan.key(found.begin - 1) in _UNTIL or found.proclitic.endswith("ل")
    for i in range(found.begin - 1, max(-1, found.begin - 1 - _BACK), -1):
        token = scan.tokens[i]
        if token.kind == "punctuation" and token.key in _STOPS:
            break
        if token.key in _SAYING or token.key in scan.words.cues.future:
            return False
        verb = _verb_at(scan, i)
        if verb is not None and until:
            return verb.concept == _RETURN  # «يعود آخر هجوم إلى شباط»
        if verb is not None:
            return verb.form == "past" and (found.begin - i <= _NEAR or not _is_meant(scan, verb))
    if until:
        return False
    for i in range(found.end, min(len(scan.tokens), found.end + _AHEAD)):
        token = scan.tokens[i]
        if token.kind == "punctuation" and not (scan.comma(i) and i == found.end):
            break
        if token.key in scan.words.cues.future:
            return False
        verb = _verb_at(scan, i)
        if verb is not None:
            return verb.form == "past" and _opens(scan, found.begin)
    return False


def _is_meant(scan: Scan, verb: Entry) -> bool:
    return key(verb.lemma) in scan.words.cues.meant


def _verb_at(scan: Scan, i: int) -> Entry | None:
    """The word as a verb: where it may be a noun as well («خطف»), only at the head of its clause."""
    token = scan.tokens[i]
    if token.kind != "word" or scan.word(i, "month", "weekday", "unit", "part") is not None:
        return None
    readings = scan.lexicon.lookup(token.key, None, token.plain)[:3]
    verb = next((entry for entry in readings if entry.pos == "verb"), None)
    if verb is None or verb.form != "past":
        return verb if readings and readings[0] is verb else None
    noun = readings[0] is not verb or any(entry.pos == "masdar" for entry in readings)
    return None if noun and not _heads(scan, i) else verb


def _heads(scan: Scan, i: int) -> bool:
    """Whether a clause begins with the word at ``i``, but for a time: «وفي شباط خطف مسلحون», «خطف مسلحون»."""
    times = ("month", "weekday", "unit", "part", "side", "within")
    before = i - 1
    while before >= 0 and (
        scan.key(before) in ("في", "وفي", "ففي") or scan.word(before, *times) or scan.figure(before) is not None
    ):
        before -= 1
    return before < 0 or scan.tokens[before].kind == "punctuation" or scan.key(before) in _OPENERS


def future_before(scan: Scan, i: int) -> bool:
    """Whether the nearest cue before ``i`` in its clause speaks of what will be."""
    for at in range(i - 1, max(-1, i - 1 - _BACK), -1):
        if scan.tokens[at].kind == "punctuation" and scan.key(at) in _STOPS:
            return False
        lean = _cue(scan, at)
        if lean is not None:
            return lean == "future"
    return False


def _cue(scan: Scan, i: int) -> Lean | None:
    token = scan.tokens[i]
    if token.kind != "word":
        return None
    cues = scan.words.cues
    if token.key in cues.future:
        return "future"
    if token.key in cues.past:
        return "past"
    shift = scan.word(i, "shift")
    if shift is not None and shift[0].number:
        return "past" if shift[0].number < 0 else "future"
    if token.plain.startswith(cues.starts) and len(token.plain) >= 4 and token.key not in cues.never:
        return "future"
    return None
