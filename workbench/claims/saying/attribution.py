"""Who says what a sentence says."""

from __future__ import annotations

from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry, Memory
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.text.values import Span

_JOINTS = frozenset(("عن", "ل", "الي"))
# «على حد قول الوزير»
_PRONOUNS = frozenset("هو هي هم هن هما وهو وهي وهم وهما فهو فهي".split())
_IN_WORDS_OF = frozenset("قول وصف تعبير".split())
_THAT = frozenset("ان انه انها انهم بان بانه بانها فان فانه فانها اليوم امس مساء صباح".split())
_AWAY = frozenset("علي خلال بعد قبل عند منذ الي حول بشان لدي وسط".split())
_WITH_IT = frozenset("به بها عنه عنها اليه اليها فيه فيها".split())
_WHAT = frozenset(("ما", "لما", "مما"))
_STOPS = frozenset("،,؛;:.()[]«»\"“”")
# «نقلت الصحيفة عن مصدر»: without «عن» it carries goods, as «تبلغ مساحتها» tells nobody anything.
_FROM_SOMEBODY = "نقل"
_NEEDS = {_FROM_SOMEBODY: frozenset(("عن",)), "أبلغ": frozenset(("ان", "بان", "عن")), "بلغ": frozenset(("ان", "بان"))}
_DASHES = frozenset("-–—")
_LONGEST = 9
_ACTORS = frozenset(("person", "organisation", "office"))
_SAID = frozenset(("ان", "بان"))
# Small words that stand inside the names of sources.
_INSIDE = frozenset("في من ل ب عن لدي باسم".split())
_PEOPLE = frozenset(("person", "role", "office"))
_HEADS = _PEOPLE | {"military", "casualty"}
# Nouns of verbs of these kinds may speak: «إدارة السجن», «تحقيق للشرطة», «إعلان مشترك».
_SPEAKING = _PEOPLE | {"organisation", "document", "report", "court"}


def source_of(view: SentenceView, knowledge: Knowledge, words: Memory) -> Span | None:
    """The words that name the source of a sentence, as a stretch of it: behind «بحسب», or the subject of its first verb
    of saying. None where the sentence names none, or says only who has not spoken."""
    span = _source(view, knowledge, words)
    return _named(view, knowledge, span) if span is not None else None


def _named(view: SentenceView, knowledge: Knowledge, span: Span) -> Span | None:
    """The name in a phrase: without what only opens the next phrase («… الأمني التابعة», «الوزير في مؤتمر صحفي»).
    None where the phrase names nobody."""
    tokens = view.tokens
    places = [at for at, token in enumerate(tokens) if span.start <= token.start and token.end <= span.end]
    if not places:
        return span  # a name that begins inside its first token: «لوكالة»
    while len(places) > 1 and tokens[places[0]].key in _WITH_IT:
        span = Span(tokens[places[1]].start, span.end)  # «وقال فيه وزير الخارجية»
        del places[0]
    first = places[0]
    if tokens[first].text in _DASHES or _is_nobody(view, first, knowledge):
        return None
    last = next((at for at in places[1:] if _ends_before(view, places, at, knowledge)), places[-1] + 1)
    while last - 1 > first and _opens(view.entries[last - 1]):
        last -= 1  # «ناجون من الهجوم في»
    return Span(span.start, tokens[last - 1].end) if last <= places[-1] else span


def _is_nobody(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether a word opens a phrase that is a time, a place or a means («في حينه», «الأسبوع الماضي», «بدعم»), or what
    was announced («إصابة 109 جنود»)."""
    cues, token, entries = knowledge.claim_cues, view.tokens[at], view.entries[at]
    behind = view.tokens[at + 1].key if at + 1 < len(view.tokens) else ""
    if token.key in cues.no_source or (behind in _SAID and any(one.pos == "verb" for one in entries)):
        return True  # «وكشف أن»
    if not entries or _mentioned(view, at) is not None or token.key in knowledge.copy.names:
        return False  # «ربيع», «عوض الكريم»
    entry = entries[0]
    if entry.kind == "time" or entry.proclitics in ("ب", "ك") or token.key in _PRONOUNS:
        return True
    if entry.pos == "particle":
        # «أكد هذا المسؤول»
        return _opens(entries) or (entry.kind == "demonstrative" and not behind.startswith("ال"))
    said = _verb(view, at - 1) if at > 0 else None
    cited = at > 0 and knowledge.sourcing.citations.at(view.tokens, at - 1) is not None
    if cited or said is None or said.lemma not in knowledge.speech.attributing:
        return False  # «بحسب تقويم أم القرى»
    if entry.proclitics.startswith("و"):
        return True  # «آلات تحكي وأصوات لا تغيب»: no subject is joined to its own verb
    told = any(one.pos == "masdar" and one.lemma == entry.lemma for one in entries)
    return told and not entry.definite and not any(one.kind in _SPEAKING for one in entries)


def _opens(entries: tuple[Entry, ...]) -> bool:
    """Whether a small word begins another phrase; «أحد», «أم» and «حسن» are other words as well."""
    if not entries:
        return False
    kind = entries[0].kind
    if kind in ("adverb", "conjunction"):
        return any(one.kind == "time" for one in entries) or all(one.pos == "particle" for one in entries)
    return entries[0].pos == "particle" and kind in ("preposition", "relative")


def _ends_before(view: SentenceView, places: list[int], at: int, knowledge: Knowledge) -> bool:
    """Whether a word only opens what is said of the one named, or to whom: «خلية الإعلام الأمني التابعة للحكومة»,
    «الوزير في مؤتمر صحفي», «شهود لوكالة فرانس برس»."""
    cues, token, entries = knowledge.claim_cues, view.tokens[at], view.entries[at]
    if token.key == "في":
        return at + 1 < len(view.tokens) and _is_forum(view, at + 1, cues)
    if _is_told(view, places[0], at, cues):
        return True
    if not entries or token.key in _WHAT or token.key in knowledge.copy.names or _covered(view, at):
        return False
    if any(one.lemma in cues.source_end and one.pos in ("participle", "particle") for one in entries):
        return True
    if entries[0].pos == "particle":
        return (_opens(entries) and token.key not in _INSIDE) or token.key in _PRONOUNS
    if any(one.pos == "participle" and one.kind == "report" and not one.definite for one in entries):
        return token.plain.endswith(("ا", "ة"))  # «الوزير قائلا»
    # «ساكن يدعى نور», «بيان أصدرته», but «بيان أصدرته الوزارة»; a bare verb of the past may be a name
    if any(one.pos != "verb" or one.person != 3 for one in entries):
        return False
    return entries[0].form == "present" or (bool(entries[0].enclitic) and at == places[-1])


def _is_forum(view: SentenceView, at: int, cues: ClaimCues) -> bool:
    """Whether a word behind «في» is where or when somebody speaks («بيان», «مؤتمر صحفي», «ختام اللقاء»), not what they
    belong to («مسؤول في الوزارة»)."""
    if view.tokens[at].key in cues.source_forum:
        return True
    meeting = any(one.at == at and one.family == "meeting" for one in view.triggers)
    entries = view.entries[at]
    return any(one.kind == "time" or ((one.kind == "document" or meeting) and not one.definite) for one in entries)


def _is_told(view: SentenceView, first: int, at: int, cues: ClaimCues) -> bool:
    """Whether a word with «ل» says to whom somebody spoke: the press, people («للمحققين», «لأنصاره»), or anyone behind
    a person's whole name; not whose office or club it is («الأمين العام للحزب», «النقابة الوطنية للصحفيين»)."""
    key, entries = view.tokens[at].key, view.entries[at]
    if not key.startswith("ل") or (entries and entries[0].proclitics not in ("ل", "لل")) or at == first:
        return False
    bare = key.removeprefix("لل") if key.startswith("لل") else key.removeprefix("ل")
    if bare in cues.source_audience:
        return True
    if not entries:
        return False
    if any(seen.last == at and seen.mention.type == "person" for seen in view.seen):
        return True
    people = entries[0].kind in _PEOPLE and (entries[0].number == "plural" or bool(entries[0].enclitic))
    heads = view.entries[first][:1]
    return people and (any(head.kind in _HEADS for head in heads) or (not heads and at == first + 1))


def _covered(view: SentenceView, at: int) -> bool:
    """Whether a word is part of a name."""
    return any(seen.first <= at < seen.last and seen.mention.type in (*_ACTORS, "place") for seen in view.seen)


def _source(view: SentenceView, knowledge: Knowledge, words: Memory) -> Span | None:
    """The phrase after «بحسب», or the subject of the first verb of saying, as it stands."""
    tokens = view.tokens
    for at, token in enumerate(tokens):
        cited = knowledge.sourcing.citations.at(tokens, at)
        if cited is not None:
            # «وفق ما أفادت به الوزارة»: the table has «وفق ما» for one phrase.
            behind = cited.last - 1 if tokens[cited.last - 1].key in _WHAT else cited.last
            if cited.value == "by" or behind < cited.last:
                return _named_behind(view, knowledge, words, behind)
        if token.key == "حد" and at + 2 < len(tokens) and tokens[at + 1].key in _IN_WORDS_OF:
            return _phrase(view, at + 2)
    quoted = False
    for at, token in enumerate(tokens):
        if token.text in "«“»”":
            # What somebody's own words say of others is not the sentence's.
            quoted = token.text in "«“"
        if quoted or not _speaks(view, knowledge, words, at):
            continue
        if at > 0 and tokens[at - 1].key in knowledge.claim_cues.negation:
            continue
        # «الهجمات …، وهي تكشف ضعف الحماية»: the subject is said already, what follows is the object.
        told = at > 0 and tokens[at - 1].key in _PRONOUNS
        found = None if told else _named_before(view, at) or _named_after(view, at) or _subject_before(view, at)
        if found is not None:
            return found
    return None


def _named_before(view: SentenceView, at: int) -> Span | None:
    """«واشنطن تتهم طهران»: a name that opens the clause right before the verb is its subject."""
    clause = view.clause_of(at)
    before = next((seen for seen in view.seen if seen.last == at and seen.first == clause.first), None)
    if before is None or before.mention.type not in (*_ACTORS, "place"):
        return None
    return view.span(before.first, at)


def _named_after(view: SentenceView, at: int) -> Span | None:
    """«قال الوزير», «نقلت الصحيفة عن مصدر أمني» with whom it quotes; not «وتابع قائلا»."""
    if at + 1 < len(view.tokens):
        first = view.entries[at + 1][:1]
        if view.tokens[at + 1].key.endswith("ا") and any(one.pos == "participle" for one in first):
            return None
    span = _phrase(view, at + 1)
    entry = view.entry(at)
    if span is None or entry is None or entry.lemma != _FROM_SOMEBODY:
        return span
    last = next((place for place in range(at + 1, len(view.tokens)) if view.tokens[place].start >= span.end), None)
    if last is None or view.tokens[last].key != "عن":
        return span
    quoted = _phrase(view, last + 1)
    return Span(span.start, quoted.end) if quoted is not None else span


def _named_behind(view: SentenceView, knowledge: Knowledge, words: Memory, first: int) -> Span | None:
    """What «بحسب» names: «بحسب مصدر طبي», «وفقا لوكالة الأنباء», «بحسب ما أعلن الدفاع المدني»."""
    tokens = view.tokens
    while first < len(tokens) and tokens[first].key in _JOINTS:
        first += 1
    if first < len(tokens) and tokens[first].key in _WHAT:
        verb = next((at for at in range(first + 1, min(len(tokens), first + 4)) if _verb(view, at) is not None), None)
        if verb is None:
            return None
        first = verb + 1
        while first < len(tokens) and tokens[first].key in _WITH_IT:
            first += 1
    span = _phrase(view, first)
    if span is not None and tokens[first].text.startswith("ل") and not tokens[first].text.startswith("لل"):
        entries = view.entries[first]
        if not entries or entries[0].proclitics == "ل":
            return Span(span.start + 1, span.end)
    return span


def _verb(view: SentenceView, at: int) -> Entry | None:
    entry = view.entry(at)
    return entry if entry is not None and entry.pos == "verb" else None


def _speaks(view: SentenceView, knowledge: Knowledge, words: Memory, at: int) -> bool:
    """Whether the word is a verb of saying here: by its likeliest reading («تقل» is «carries»), or because «أن» follows
    («وذكر بيان أن»)."""
    if not knowledge.speech.attributes(view.tokens[at], words):
        return False
    entry = view.entry(at)
    behind = [token.key for token in view.tokens[at + 1 : at + 1 + _LONGEST]]
    if entry is None or entry.lemma not in knowledge.speech.attributing or entry.pos != "verb":
        return (entry is None or entry.pos in ("noun", "masdar")) and any(word in ("ان", "بان") for word in behind)
    needed = _NEEDS.get(entry.lemma)
    return needed is None or any(word in needed for word in behind)


def _subject_before(view: SentenceView, at: int) -> Span | None:
    """«الأمم المتحدة تقول إن …»; «كما أكد أن» names nobody."""
    first = at
    while first > 0 and at - first < _LONGEST and view.tokens[first - 1].text not in _STOPS:
        first -= 1
    while first < at and _is_particle(view, first):
        first += 1
    return view.span(first, at) if first < at and not _is_particle(view, at - 1) else None


def _is_particle(view: SentenceView, at: int) -> bool:
    entry = view.entry(at)
    return entry is not None and (entry.pos == "particle" or entry.concept == "be")


def _phrase(view: SentenceView, first: int) -> Span | None:
    """The name or noun phrase that begins at ``first``: up to a stop, a verb, or a noun that is no part of it."""
    if first >= len(view.tokens):
        return None
    whole = _mentioned(view, first)
    if whole is not None:
        return view.span(first, whole)
    last, definite = first, False
    while last < len(view.tokens) and last - first < _LONGEST:
        token = view.tokens[last]
        if token.text in _STOPS or token.key in _THAT or token.key in _AWAY or (token.key == "عن" and last > first):
            break
        inside = _mentioned(view, last)
        if inside is not None:
            # «المتحدث باسم الجيش الأميركي», «رئيس هيئة الأركان عثمان الغانمي»
            last, definite = inside, True
            continue
        if definite and _begins_another(view, last):
            break
        entries = view.entries[last]
        definite = token.key.startswith("ال") or any(entry.definite or entry.enclitic for entry in entries[:1])
        last += 1
    return view.span(first, last) if last > first else None


def _mentioned(view: SentenceView, first: int) -> int | None:
    """Where the name ends that begins at a token; an office and the name behind it are one."""
    here = next((seen for seen in view.seen if seen.first == first), None)
    if here is None or here.mention.type not in (*_ACTORS, "place"):
        return None
    beside = next((seen for seen in view.seen if seen.first == here.last and seen.mention.type == "person"), None)
    return beside.last if beside is not None and here.mention.type == "office" else here.last


def _begins_another(view: SentenceView, at: int) -> bool:
    """Whether a word behind a definite noun cannot belong to it: a verb, a noun without an article, another noun with
    one that is no adjective."""
    entries = view.entries[at]
    if not entries or view.tokens[at].key in ("باسم", "في", "من", "لدي", "ل"):
        return False
    entry = view.entry(at)
    if entry is None or entry.pos in ("particle", "adjective"):
        return False
    if entry.pos == "verb":
        return True
    if any(one.pos in ("adjective", "participle") for one in entries) or entry.kind in ("role", "military", "office"):
        return False
    return not entry.enclitic and not entry.proclitics.startswith("و")
