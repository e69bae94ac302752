"""How old people are said to be."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.claims.name_words import may_be_family, name_at, of_a_name
from workbench.claims.people.befallen import is_person
from workbench.claims.values import Assertion
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.figures.numerals import ordinal_at
from workbench.mentions.names.values import is_doubtful
from workbench.mentions.times.values import Length, TimeReading
from workbench.mentions.values import Entity, Mention, Timex

THEN = "then"
# How far behind an age a word of another time still says that it was so then.
_NEAR = 7
_OPENERS = frozenset("(،,")
_CLOSERS = frozenset(")،,.؛")
# Verbs of dying that no table of casualties has, by lemma.
_DEATHS = frozenset(("رحل", "رحيل", "فارق"))
_REACH = 8
_BEFALLEN_WITHIN = 6
_LONGEST_NAME = 3
_LONGEST_TERM = 30  # years: what stands in brackets behind a name is no longer sentence
_TURNED_WITHIN = 6
_LEADING = frozenset("الذي التي وقد قد عيد بعيد يوم".split())
_YOUNGEST, _TENS, _OLDEST = 2, 20, 120


def age_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«سامح الدالي (41 عاما)», «البالغ من العمر 47 عاما»: a length of years that is somebody's age. ``of`` is the
    person's identifier or name, else the concept of the noun before."""
    cues = knowledge.claim_cues
    for seen in view.seen:
        if seen.mention.type != "duration" or view.tokens[seen.last - 1].key not in cues.years:
            continue
        told = (
            view.has_key(cues.age_word, seen.first - 3, seen.first) is not None
            or view.has_key(cues.age_owner, seen.first - 1, seen.first) is not None
            or _reached(view, seen, knowledge)
        )
        opened = seen.first > 0 and view.tokens[seen.first - 1].text in _OPENERS and _closed(view, seen)
        of = "" if told else _is_so_old(view, seen, knowledge)
        if not told and not of and (not opened or _sentenced(view, seen, knowledge)):
            continue
        of = of or _person_before(view, seen, opened and not told, knowledge)
        if not of:
            continue
        clause = view.clause_of(seen.first)
        yield Assertion(
            "quantity", seen.mention.span, view.span(clause.first, clause.last), "age", of, seen.mention.value,
            context=view.context(0, len(view.tokens)) | _unknown(view),
            traits=_traits(view, seen, of, knowledge),
        )  # fmt: skip
    yield from _in_their_year(view, knowledge)
    yield from _turned(view, knowledge)


def _in_their_year(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«في الحادية والخمسين من العمر», «شاب في الرابعة والعشرين»: an age by the year of life. Without «من العمر» only
    right behind whoever is that old."""
    cues = knowledge.claim_cues
    for at in range(1, len(view.tokens) - 1):
        if view.tokens[at].key != "في" or view.tokens[at + 1].key not in knowledge.numerals:
            continue
        numeral = ordinal_at(view.tokens, at + 1, knowledge.numerals)
        if numeral is None or not numeral.definite or not _YOUNGEST <= numeral.value <= _OLDEST:
            continue
        if not view.tokens[numeral.first].key.endswith("ه") and numeral.value < _TENS:
            continue  # «في الثالث»: of a month
        last = numeral.last
        if view.has_key(cues.age_word, last, last + 2) is not None:
            last = min(last + 2, len(view.tokens))
        elif not _is_person_at(view, at - 1, numeral.value < _TENS, knowledge) or _is_a_clock(view, at + 1):
            continue
        years = Timex(f"P{int(numeral.value)}Y", None, None)
        seen = Seen(Mention(view.tokens[at].start, view.tokens[last - 1].end, "duration", years), at, last)
        of = _person_before(view, seen, True, knowledge)
        if of:
            clause = view.clause_of(at)
            yield Assertion(
                "quantity", seen.mention.span, view.span(clause.first, clause.last), "age", of, seen.mention.value,
                context=view.context(0, len(view.tokens)) | _unknown(view),
                traits=_traits(view, seen, of, knowledge),
            )  # fmt: skip


def _turned(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """«يون، الذي بلغ الثامنة والخمسين من عمره», «أتم سامي الحداد عامه الستين», «عيد ميلاده الستين»: who has reached a
    year of life. What is only entered («دخل عامه الستين») is a year more than the age."""
    cues = knowledge.claim_cues
    for at in range(1, len(view.tokens)):
        numeral = ordinal_at(view.tokens, at, knowledge.numerals)
        if numeral is None or numeral.first != at or not numeral.definite or not _TENS <= numeral.value <= _OLDEST:
            continue
        last, year = numeral.last, view.tokens[at - 1].key in cues.age_year
        of_life = view.has_key(cues.age_word, last, last + 2) is not None
        birthday = year and view.tokens[at - 1].key.startswith("ميلاد")
        verb = view.has_key(cues.age_turned, max(0, at - _TURNED_WITHIN), at)
        feminine = view.tokens[at].key.endswith("ه")
        counted = last < len(view.tokens) and view.tokens[last].kind == "word" and not (of_life or year) and (
            (entry := view.entry(last)) is not None and entry.pos == "noun"
        )  # fmt: skip
        if (verb is None and not birthday) or counted or not (of_life or year or feminine):
            continue
        who = _subject_of(view, at - year, knowledge)
        if not who:
            continue
        stop = min(last + 2, len(view.tokens)) if of_life else last
        years = Timex(f"P{int(numeral.value)}Y", None, None)
        seen = Seen(Mention(view.tokens[at].start, view.tokens[stop - 1].end, "duration", years), at, stop)
        clause = view.clause_of(at)
        yield Assertion(
            "quantity", seen.mention.span, view.span(clause.first, clause.last), "age", who, years,
            context=view.context(0, len(view.tokens)) | _unknown(view),
        )  # fmt: skip


def _is_so_old(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    """Who «يبلغ 22 عاما»: named or called right before the verb, as what «مدة تبلغ عشر سنوات» is not."""
    verb = seen.first - 1
    if verb < 1 or view.tokens[verb].key not in knowledge.claim_cues.age_turned:
        return ""
    relative = view.tokens[verb - 1].key in knowledge.claim_cues.relative
    first = view.clause_of(verb).first
    if not relative and view.has_key(knowledge.claim_cues.term_word, first, verb) is not None:
        return ""  # «مدة العقد مع سعيد العلمي تبلغ ثلاثة أعوام»
    verb -= relative
    who = _person_before(view, Seen(seen.mention, verb, seen.last), True, knowledge)
    known = not who.isascii() or who in knowledge.world.people
    return who if known or is_person(who, knowledge) else ""


def _subject_of(view: SentenceView, at: int, knowledge: Knowledge) -> str:
    """Who is named shortly before a token: a known person, or a name of two words; between them only words that lead
    to an age."""
    cues = knowledge.claim_cues
    between = cues.age_turned | cues.age_between | _LEADING
    while at > 0 and (view.tokens[at - 1].kind == "punctuation" or view.tokens[at - 1].key in between):
        at -= 1
    for other in reversed(view.seen):
        value = other.mention.value
        if other.last == at and other.mention.type == "person" and isinstance(value, Entity):
            return value.name if value.id is None or is_doubtful(value) else value.id
    for first in range(at - 2, max(-1, at - _LONGEST_NAME - 2), -1):
        if name_at(view, first, knowledge) == at:
            return " ".join(token.key for token in view.tokens[first:at])
    return ""


def _is_a_clock(view: SentenceView, at: int) -> bool:
    return any(seen.first <= at < seen.last and seen.mention.type in ("date", "time") for seen in view.seen)


def _is_person_at(view: SentenceView, at: int, young: bool, knowledge: Knowledge) -> bool:
    """Whether the word is a person's (a child's, where ``young``), or qualifies one right before it: «شاب سوداني»."""
    for near in (at, at - 1):
        entry = view.entry(near) if near >= 0 else None
        if entry is not None and is_person(entry.concept, knowledge):
            return not young or knowledge.lexicon.is_a(entry.concept, "child")
        if entry is not None and entry.pos not in ("adjective", "participle", "nationality"):
            return False
    return False


def _unknown(view: SentenceView) -> frozenset[str]:
    """The words that no table knows, mostly names, as they stand: those of ``of`` are found among them."""
    return frozenset(view.tokens[at].key for at in view.stems)


def _traits(view: SentenceView, seen: Seen, of: str, knowledge: Knowledge) -> frozenset[str]:
    return _titles(view, seen, of, knowledge) | _befell(view, seen, of, knowledge) | _then(view, seen, knowledge)


def _befell(view: SentenceView, seen: Seen, of: str, knowledge: Knowledge) -> frozenset[str]:
    """``is:victim`` behind a noun of killing, ``is:accused`` behind one of what a court does to somebody: «بعد إدانته
    بقتل الصائغ إدريس العلمي (58 عاما)»."""
    cues = knowledge.claim_cues
    for at in range(seen.first - 1, max(-1, seen.first - 1 - _BEFALLEN_WITHIN), -1):
        entry = view.entry(at)
        named = view.tokens[at].key in of.split()
        if entry is None or view.tokens[at].kind == "punctuation" or entry.definite or named:
            continue
        held = entry.concept in cues.accused_beside
        if entry.pos == "particle" or (entry.pos == "verb" and not held):
            break
        governed = bool(entry.proclitics) or (at > 0 and any(one.pos == "particle" for one in view.entries[at - 1][:1]))
        if not held and not governed and any(one.pos == "verb" for one in view.entries[at]):
            break  # «قتل سامي خوري (58 عاما) جاره»
        if entry.pos in ("masdar", "verb") or entry.kind == "kill":
            dead = any(row == ("event", "killed") for row in knowledge.casualties.of(entry.lemma))
            if dead or entry.concept in cues.killing_concepts:
                return frozenset((f"is:{min(cues.slain_concepts)}",)) if not entry.enclitic else frozenset()
            if held and not entry.enclitic:
                return frozenset((f"is:{min(cues.culprit_concepts)}",))
            break
    return frozenset()


def _titles(view: SentenceView, seen: Seen, of: str, knowledge: Knowledge) -> frozenset[str]:
    """``is:contractor``, ``is:accused`` for the nouns by which a text calls a person right before the name or behind
    the age: «المقاول سامح الدالي (41 عاما)، المتهم …»."""
    before = seen.first - 2 - len(of.split())
    behind = seen.last
    while behind < len(view.tokens) and view.tokens[behind].kind == "punctuation":
        behind += 1
    found = set()
    for at in (before, before + 1, behind):
        entry = view.entry(at) if 0 <= at < len(view.tokens) else None
        if entry is not None and entry.pos in ("noun", "participle") and is_person(entry.concept, knowledge):
            found.add(f"is:{entry.concept}")
    return frozenset(found)


def _then(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``then`` for an age that is about so much, or of another time: «كان عمره 40 عاما عندما …», «(42 عاما) حين أبرم»;
    not «كان شاهين (47 عاما) في طريقه», «البالغ 41 عاما انضم إلى الاتفاق قبل خمس سنوات»."""
    cues = knowledge.claim_cues
    clause = view.clause_of(seen.first)
    first = min(clause.first, seen.first - 3)
    hedged = view.has_key(cues.approximate, seen.first - 2, seen.first) is not None
    back = view.has_key(cues.back_then, first, min(clause.last + 1, seen.first + _NEAR)) is not None
    was = view.has_key(cues.was, first, seen.first)
    told = was is not None and view.has_key(cues.age_word | cues.age_turned, was + 1, was + 3) is not None
    return frozenset((THEN,)) if hedged or back or told else frozenset()


def _reached(view: SentenceView, seen: Seen, knowledge: Knowledge) -> bool:
    """«السيدة البالغة 33 عاما», «توفي الفنان عن 76 عاما»"""
    if seen.first == 0:
        return False
    before = view.tokens[seen.first - 1].key
    if before in knowledge.claim_cues.age_reached:
        return True
    clause = view.clause_of(seen.first)
    return before == "عن" and any(
        entry.lemma in _DEATHS or any(state == "killed" for _, state in knowledge.casualties.of(entry.lemma))
        for at in range(clause.first, seen.first)
        for entry in view.entries[at][:1]
    )


def _closed(view: SentenceView, seen: Seen) -> bool:
    return seen.last >= len(view.tokens) or view.tokens[seen.last].text in _CLOSERS


def _sentenced(view: SentenceView, seen: Seen, knowledge: Knowledge) -> bool:
    """«السجن للمتهم (3 سنوات)»; not «حبس شلبي (52 عاما)»"""
    if not any(entry.concept == "imprison" for at in range(seen.first) for entry in view.entries[at][:2]):
        return False
    node = seen.mention.value.node if isinstance(seen.mention.value, TimeReading) else None
    long = isinstance(node, Length) and sum(amount.count or 0 for amount in node.amounts) > _LONGEST_TERM
    before = seen.first - 2
    named = before >= 0 and (
        of_a_name(view, before, knowledge)
        or (before > 0 and may_be_family(view, before) and of_a_name(view, before - 1, knowledge))
        or any(
            one.mention.type == "person" and one.last == before + 1 for one in view.seen
        )
    )  # fmt: skip
    return not (named and long)


def _person_before(view: SentenceView, seen: Seen, close: bool, knowledge: Knowledge) -> str:
    """The last person named before; right before where only a bracket or a comma leads to the age."""
    for other in reversed(view.seen):
        value = other.mention.value
        if other.last > seen.first or other.mention.type != "person" or not isinstance(value, Entity):
            continue
        if seen.first - other.last <= (2 if close else _REACH):
            named = value.name if value.id is None or is_doubtful(value) else value.id
            first = other.first
            while other.last - other.first == 1 and first > 0 and _bears(view, first - 1, knowledge):
                first -= 1  # «ليان الخطيب», where the tables know another by «الخطيب» alone
            if first < other.first:
                named = " ".join(token.text for token in view.tokens[first : other.last])
            return _relative_of(view, first - 1, knowledge) or named
    cues = knowledge.claim_cues
    between = cues.age_word | cues.age_reached | cues.age_between | cues.age_owner
    if view.tokens[seen.first - 1].key not in cues.age_turned:
        between |= cues.age_turned | cues.relative  # «الطالبة التي تبلغ من العمر 22 عاما»
    at = seen.first - 1
    while at > 0 and (view.tokens[at].kind == "punctuation" or view.tokens[at].key in between):
        at -= 1
    names: list[str] = []
    while len(names) < _LONGEST_NAME:
        compound = at > 0 and view.tokens[at - 1].key in knowledge.claim_cues.name_opening
        # «سامي الجمال»: a word of the language behind a given name.
        family = not names and at > 0 and may_be_family(view, at) and of_a_name(view, at - 1, knowledge)
        if not compound and not family and not of_a_name(view, at, knowledge):
            break
        # «عبد الإله الصقلي»: two words that are one name.
        names.insert(0, " ".join(token.key for token in view.tokens[at - compound : at + 1]))
        at -= 1 + compound
    if names:
        # «ومحمود نيازي», «… متزوج. وشاهين البالغ من العمر …»
        bare = names[0].removeprefix("و")
        opens = at < 0 or view.tokens[at].kind == "punctuation"
        joined = bare in knowledge.world.words.given or (opens and names[0] not in knowledge.world.words.given)
        return _relative_of(view, at, knowledge) or " ".join([bare if joined else names[0], *names[1:]])
    entry = view.entry(at) if at >= 0 else None
    if entry is None or entry.pos not in ("noun", "participle"):
        return ""
    # «عقد جديد (3 سنوات)» is no age; «مبنى عمره 40 عاما» is.
    return "" if close and entry.pos == "noun" and not is_person(entry.concept, knowledge) else entry.concept


def _bears(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether a word is one's given name, before the family's."""
    word = view.tokens[at].key
    return of_a_name(view, at, knowledge) and not word.startswith(("ال", "و")) and view.entry(at) is None


def _relative_of(view: SentenceView, at: int, knowledge: Knowledge) -> str:
    """«نجل شاهين البالغ 12 عاما», «طبيب شاهين»: the noun before a name, where it says that somebody of his is meant."""
    entry = view.entry(at) if at >= 0 else None
    if entry is None or entry.definite or entry.enclitic or entry.pos != "noun" or view.tokens[at].plain.endswith("ه"):
        return ""  # «شقيقه سامي شاهين»
    akin = knowledge.claim_cues.kinship(entry.concept) is not None or is_person(entry.concept, knowledge)
    return entry.concept if akin and entry.number == "singular" else ""
