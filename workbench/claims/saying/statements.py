"""What a sentence says happened, did not happen, or is only said to: its verbs and verbal nouns with their polarity."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.claims.polarity import negates, polarity_at
from workbench.claims.values import Assertion, Polarity
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.words.statement_words import Effect

# What an operator governs stands within this many words after it, what it says itself that it negates nearer.
_GOVERNED = 14
_NEAR = 5
_NAMES = frozenset(("person", "organisation", "office"))
_SUBJECT_WORDS = 3
_AROUND = 6
_CORE = 3
_BEFORE = 3
_YET = ["بعد"]
_WITHOUT = frozenset("دون بدون ودون وبدون عدم وعدم بعدم لعدم غير بلا انعدام".split())
_OF_ONESELF = frozenset(("confess",))
# Classes of nouns of something that happens; «الطعن في الحكم» is one of the court's.
_HAPPENINGS = frozenset(("event", "court"))
_ELSEWHERE = frozenset(("break", "background", "cause"))
_AND_THAT = frozenset("وان وانه وانها وانهم فان".split())
_COMMAS = frozenset("،,")
_THAT = frozenset(("ان", "بان", "لان", "كي", "لكي"))
# Whose decision tells of what is still to come: «قرر عدم الطعن» and «لن يطعن» are one.
_DECIDES, _DECIDED_WITHIN = frozenset(("decide", "choose")), 4
_QUOTED_WORDS = 5
_LONGEST_SENTENCE = 80
_AWAY_FROM = frozenset("من عن بعد منذ فوق بين".split())
# «عثر على الصندوق», where «يوجد» says nothing of its own.
_COMES_UPON = frozenset(("عثر",))
_EMPTY_PREDICATES = frozenset(
    "be be-done become remain happen take-place come go carry-out be-completed complete preside exist find".split()
)


def statement_assertions(view: SentenceView, knowledge: Knowledge) -> Iterator[Assertion]:
    """``predicate`` is the concept said, ``of`` the concepts of the words beside it that tell whose rise or fall it is,
    joined by ``|``; ``context`` holds the content words of the whole sentence without the predicate. What stands deeper
    under a denial or an accusation than its first word is in doubt: nobody says it."""
    if len(view.tokens) > _LONGEST_SENTENCE:
        return
    named = {at for seen in view.seen if seen.mention.type in _NAMES for at in range(seen.first, seen.last)}
    predicates = {
        at: entry
        for at in range(len(view.tokens))
        if at not in named and (entry := _predicate(view, at)) is not None
    }
    polarities = _polarities(view, predicates, named, knowledge)
    quoted = _quoted(view)
    everything = view.context(0, len(view.tokens))
    for at, entry in predicates.items():
        if at in quoted or _only_carries(at, entry, predicates, knowledge):
            continue
        polarity, first = polarities.get(at, ("affirmed", at))
        sides = knowledge.operators.get(entry.concept) == "sides"
        subject = _first_named(view, at) if sides else _subject(view, at, first, predicates)
        yield Assertion(
            "statement",
            view.span(first, at + 1),
            view.span(0, len(view.tokens)),
            entry.concept,
            "|".join(sorted(subject)),
            None,
            polarity,
            context=everything - {knowledge.lexicon.concepts.common(entry.concept)},
            traits=_nobody(view, at, first, polarity, knowledge) | _manner(view, at, first, polarity, knowledge)
            | _beside(view, at, first, predicates) | _beforehand(view, at, knowledge),
        )


def _nobody(
    view: SentenceView, at: int, first: int, polarity: Polarity, knowledge: Knowledge
) -> frozenset[str]:
    """``none:candidate`` for «لم ينسحب أي مرشح», «لم يتمكن أي مرشح من الانسحاب», «لم ينسحب أحد من المرشحين»: of none of
    them it is true; ``nowhere:municipality`` for «لم يتوقف في أي بلدية»."""
    if polarity != "negated":
        return frozenset()
    for place in (at + 1, at - 2, at - 3):
        if not first < place < len(view.tokens) - 1 or view.tokens[place].key not in knowledge.claim_cues.any:
            continue
        # «أحد من الرهائن»
        one = place + 1 + (place > at and view.tokens[place + 1].key == "من")
        return frozenset(f"none:{word}" for word in view.context(one, one + 1))
    cues = knowledge.claim_cues
    for place in range(at + 1, min(len(view.tokens) - 2, at + _NEAR)):
        if view.tokens[place].key in cues.inside and view.tokens[place + 1].key in cues.any:
            return frozenset(f"nowhere:{word}" for word in view.context(place + 2, place + 3))
    return frozenset()


def _manner(
    view: SentenceView, at: int, first: int, polarity: Polarity, knowledge: Knowledge
) -> frozenset[str]:
    """``plain`` for what a word of negation alone denies, nobody's refusal or denial; ``total`` for «لم … أي …»,
    ``yet`` for what is only not so till now; ``future`` for what is still to come; ``wished`` for what is only a
    condition, a purpose or a wish («إذا انقطع», «لإنقاذ», «أن يدفع»)."""
    cues, entry = knowledge.claim_cues, view.entries[at][0]
    found = set()
    behind = [token.key for token in view.tokens[at + 1 : view.clause_of(at).last]]
    if polarity == "negated" and not cues.any.isdisjoint(token.key for token in view.tokens[first : at + 3]):
        found.add("total")
    if polarity == "negated" and (behind[-1:] == _YET or not cues.so_far.isdisjoint(map(" ".join, pairwise(behind)))):
        found.add("yet")
    # «سنوات من دون خفض» were, then came one
    without = view.tokens[first].key in _WITHOUT and not _is_decided(view, at, first)
    whole = cues.in_part.isdisjoint(token.key for token in view.tokens[first : view.clause_of(at).last])
    if polarity == "negated" and whole and not without and negates(view, first, cues) and not _denies(view, first):
        found.add("plain")
    keys = [token.key for token in view.tokens[max(0, min(first, at - _BEFORE)) : at]]
    if entry.proclitics.endswith("س") or not cues.future.isdisjoint(keys):
        found.add("future")
    of_purpose = entry.pos != "verb" and entry.proclitics.startswith("ل")
    present = entry.pos == "verb" and entry.form == "present" and at > 0 and view.tokens[at - 1].key in _THAT
    if _is_decided(view, at, first):
        found.add("decided")
        present = False
    if of_purpose or present or not cues.condition.isdisjoint(keys):
        found.add("wished")
    return frozenset(found)


def _beforehand(view: SentenceView, at: int, knowledge: Knowledge) -> frozenset[str]:
    """``before:release`` for what was done before or for it: «دفعت فدية لقاء الإفراج», «حذرهم قبل الهجوم»."""
    cues = knowledge.claim_cues
    return frozenset(
        f"before:{trigger.family}"
        for trigger in view.triggers
        if at < trigger.at <= at + _GOVERNED and trigger.definite and trigger.noun
        and view.tokens[trigger.at - 1].key in cues.of_before
    )  # fmt: skip


def _is_decided(view: SentenceView, at: int, first: int) -> bool:
    """«قرر الطعن», «قرر عدم الطعن», «قرر أن يطعن»: what somebody has made up their mind to do or to leave."""
    near = range(max(0, min(first, at) - 1), max(-1, min(first, at) - _DECIDED_WITHIN), -1)
    for place in near:
        entry = next(iter(view.entries[place]), None)
        if entry is not None and entry.pos == "verb":
            return entry.concept in _DECIDES
    return False


def _denies(view: SentenceView, at: int) -> bool:
    """Whether a word of negation is somebody's denial: «نفى», «نافيا»."""
    return any(entry.kind == "deny" for entry in view.entries[at])


def _beside(view: SentenceView, at: int, first: int, predicates: dict[int, Entry]) -> frozenset[str]:
    """``with:vest`` for each content word beside a predicate in its clause, ``head:passenger`` for those that tell who
    or what it is said of: the noun phrase right before it, else the first word behind it; ``core:vest`` for these and
    the next words behind it."""
    clause = view.clause_of(at)
    begin, last = _reach(view, first, clause.first, -1), _reach(view, at, clause.last, 1)
    for place in range(at + 1, last):
        if view.tokens[place].key in _AND_THAT:
            last = place  # «أن المدرج لم يُصب وأن الأضرار …»
            break
        if _joins(view, place) and any(view.entries[one][0].pos == "verb" for one in predicates if place < one <= last):
            last = place
            break
    around = view.context(begin, at) | view.context(at + 1, last)
    aside = view.entries[at][0].pos != "verb" and _by_the_way(view, at) is not None
    if aside:
        verb = next((place for place in sorted(predicates) if place < at and _is_verb(view, place)), at)
        around |= view.context(verb + 1, min(at, verb + 1 + _SUBJECT_WORDS))
    head: frozenset[str] = frozenset()
    if any(one.pos == "verb" for one in view.entries[at][:1]) or first < at:
        # «الإشارات الضوئية كانت تعمل»
        edge = first - (first > begin and any(one.concept == "be" for one in view.entries[first - 1][:1]))
        start = edge
        while start > begin and _nominal(view, start - 1):
            start -= 1
        phrase = start == begin or _opens_clause(view, start - 1)
        # «لم تكن القافلة تحت حراسة»: who it is said of may stand between.
        lacks = first < at and view.tokens[first].key in _WITHOUT
        head = (view.context(start, edge) if phrase else head) | view.context(first + lacks, at)
    if not head or view.entries[at][0].pos != "verb":
        behind = (view.context(place, place + 1) for place in range(at + 1, last))
        head |= next((words for words in behind if words), frozenset())
    if not head and first > begin and _is_decided(view, at, first):
        # «موكله قرر عدم الطعن في الحكم»
        before = (view.context(place - 1, place) - _DECIDES for place in range(first, begin, -1))
        head = next((words for words in before if words), head)
    core = list(dict.fromkeys(word for word in view.content[at + 1 : last] if word is not None))[:_CORE]
    marked = (("with", around), ("head", head), ("core", head | frozenset(core)))
    bare = frozenset(("bare",)) if _is_bare(view, at, first, last) else frozenset(("aside",) if aside else ())
    return bare | frozenset(f"{mark}:{word}" for mark, words in marked for word in words)


def _is_bare(view: SentenceView, at: int, first: int, last: int) -> bool:
    """Whether a verb that a word before it negates has nobody and nothing right behind it: «المدرج لم يُصب»."""
    return first < at and _is_verb(view, at) and (at + 1 >= last or not _nominal(view, at + 1))


def _is_verb(view: SentenceView, at: int) -> bool:
    return any(entry.pos == "verb" for entry in view.entries[at][:1])


def _reach(view: SentenceView, at: int, end: int, step: int) -> int:
    """How far a clause goes from a token towards ``end`` with six words of content, where a name is one word: the first
    token taken (``step`` -1) or the one behind the last."""
    words: set[str | None] = set()
    place = at
    while (place > end if step < 0 else place + 1 < end) and len(words - {None}) <= _AROUND:
        place += step
        words.add(view.content[place])
    return place if step < 0 else place + 1


def _nominal(view: SentenceView, at: int) -> bool:
    """Whether a word may be part of a noun phrase."""
    entry = view.entries[at][0] if view.entries[at] else None
    return view.tokens[at].kind == "word" and (entry is None or entry.pos not in ("verb", "particle"))


def _opens_clause(view: SentenceView, at: int) -> bool:
    """Whether a noun phrase behind this token is what the clause speaks of: behind «أن», a comma, «وكان»."""
    entry = view.entry(at)
    particle = entry is not None and entry.pos == "particle" and entry.kind != "preposition"
    return view.tokens[at].kind == "punctuation" or particle or (entry is not None and entry.concept == "be")


def _only_carries(at: int, entry: Entry, predicates: dict[int, Entry], knowledge: Knowledge) -> bool:
    """«تمكن من انتخاب رئيس» says that one was elected, and nothing besides."""
    return knowledge.operators.get(entry.concept) == "carries" and any(
        at < place <= at + _NEAR for place in predicates
    )


def _quoted(view: SentenceView) -> set[int]:
    """Tokens of what is quoted at some length: it is held against other quotations, word for word."""
    found: set[int] = set()
    first: int | None = None
    for at, token in enumerate(view.tokens):
        if token.text in "«“":
            first = at + 1
        elif token.text in "»”" and first is not None:
            if at - first >= _QUOTED_WORDS:
                found.update(range(first, at))
            first = None
    return found


def _polarities(
    view: SentenceView, predicates: dict[int, Entry], named: set[int], knowledge: Knowledge
) -> dict[int, tuple[Polarity, int]]:
    """For each predicate that is not plainly affirmed: its polarity, and where the words that make it so begin."""
    found: dict[int, tuple[Polarity, int]] = {}
    cues = knowledge.claim_cues
    keys = [token.key for token in view.tokens]
    if (keys and keys[-1] in ("؟", "?")) or view.has_phrase(cues.retraction, 0, len(keys)):
        return {at: ("uncertain", at) for at in predicates}
    for at in sorted(predicates):
        if polarity_at(view, at, cues) == "uncertain":
            found[at] = ("uncertain", at)
    for at in range(len(keys)):
        effect = _effect(view, at, knowledge) if at not in named else None
        if effect in ("supports", "bears"):
            noun = _none_behind(view, at, predicates, knowledge)
            if noun is not None and found.get(at, ("affirmed", at))[0] == "negated":
                found[noun] = found[at]
            if effect == "supports":
                continue
            effect = None
        if effect == "carries" and found.get(at, ("affirmed", at))[0] == "affirmed":
            continue
        if effect is None and not negates(view, at, cues):
            continue
        governed = [place for place in sorted(predicates) if at < place <= at + _GOVERNED]
        own = found.get(at, ("affirmed", at))[0]
        if not governed:
            continue
        first = governed[0]
        if any(view.tokens[place].key in cues.relative for place in range(at + 1, first)):
            continue  # «إلغاء نتائج الصناديق التي سرقت»
        if any(at < clause.first <= first and clause.opening in _ELSEWHERE for clause in view.clauses):
            continue  # «نفاه حين تحدث عن انسحاب»
        if sum(token.kind != "punctuation" for token in view.tokens[at:first]) <= _NEAR:
            if effect in ("alleges", "accuses") or own == "uncertain":
                found[first] = ("uncertain", at)
            elif effect == "carries" and at in found:
                found[first] = (own, found[at][1])
            elif own == "negated":
                # A denial denied, «لم يرفض»: nobody has said that it is so.
                found[first] = ("uncertain", at)
            elif found.get(first, ("affirmed", 0))[0] == "affirmed":
                found[first] = ("negated", at)
            else:
                found[first] = ("uncertain", at)
        if effect not in (None, "carries"):
            for place in governed[1:]:
                found[place] = ("uncertain", at)
    return found


def _none_behind(view: SentenceView, at: int, predicates: dict[int, Entry], knowledge: Knowledge) -> int | None:
    """The noun behind «أي» that a verb at a token brings in: «لم يُدخل النواب أي تعديل»."""
    for place in range(at + 1, min(len(view.tokens) - 1, at + 1 + _NEAR)):
        if view.tokens[place].key in knowledge.claim_cues.any:
            return place + 1 if place + 1 in predicates else None
    return None


def _effect(view: SentenceView, at: int, knowledge: Knowledge) -> Effect | None:
    """What a word says of what it governs; nouns («مخاوف من …», «دعوات إلى …») and what people are («قلقون من …») only
    that it is said."""
    entry = view.entry(at)
    effect = None if entry is None or entry.pos == "particle" else knowledge.operators.get(entry.concept)
    if entry is None or effect == "sides":
        return None
    return effect if entry.pos in ("verb", "masdar") or effect == "alleges" else None


def _predicate(view: SentenceView, at: int) -> Entry | None:
    """The reading of a token, where it is a verb, a verbal noun or the name of an event. «مشاركة» is rather the taking
    part than a woman who takes part."""
    entry = view.entry(at)
    if entry is not None and _is_told_of(view, at, entry):
        return entry
    opening = _opening_verb(view, at)
    if opening is not None:
        return opening
    by_the_way = _by_the_way(view, at)
    if by_the_way is not None:
        return by_the_way
    if entry is not None and entry.lemma in _COMES_UPON:
        return entry
    if entry is not None and entry.pos == "adjective":
        return entry if _is_level(view, at) else None
    if entry is not None and entry.pos in ("noun", "participle") and entry.gender == "f":
        entry = next((one for one in view.entries[at] if one.pos == "masdar" and one.gender == "f"), entry)
    if entry is None or entry.concept in _EMPTY_PREDICATES:
        return None
    if entry.pos in ("verb", "masdar") and (entry.kind != "report" or entry.concept in _OF_ONESELF):
        return entry
    return entry if entry.pos == "noun" and entry.kind in _HAPPENINGS else None


def _opening_verb(view: SentenceView, at: int) -> Entry | None:
    """«وتوقف الإنتاج», «وقدم الوفد»: what is a noun as well is a verb where the sentence begins with it and a definite
    noun stands behind."""
    entry = next(iter(view.entries[at]), None)
    if at or entry is None or entry.pos != "noun" or entry.definite or len(view.tokens) < _CORE:
        return None
    if not view.tokens[1].key.startswith("ال") and 1 not in view.named:
        return None
    verb = next((one for one in view.entries[at] if one.pos == "verb" and one.form == "past"), None)
    return None if verb is None or verb.kind == "report" or verb.concept in _EMPTY_PREDICATES else verb


def _is_told_of(view: SentenceView, at: int, entry: Entry) -> bool:
    """«كانت مخارج الطوارئ مغلقة»: what something was, by an adjective or a participle without an article behind «كان»
    and a definite noun."""
    if entry.pos not in ("adjective", "participle") or entry.definite or entry.proclitics or entry.kind == "report":
        return False
    for near in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        one = view.entry(near)
        if one is not None and one.concept == "be" and one.pos == "verb":
            return near < at - 1 and (view.tokens[at - 1].key.startswith("ال") or at - 1 in view.named)
        if one is None or one.pos in ("verb", "particle"):
            return False
    return False


def _by_the_way(view: SentenceView, at: int) -> Entry | None:
    """«فرقت الشرطة الوقفة، مستخدمة خراطيم المياه»: a participle behind a comma with what it is done to right behind it
    says what the doer of the sentence did."""
    if not 0 < at < len(view.tokens) - 1 or view.tokens[at - 1].text not in _COMMAS or not _nominal(view, at + 1):
        return None
    if not view.entries[at + 1] and at + 1 not in view.stems:
        return None
    found = next((one for one in view.entries[at] if one.pos == "participle" and one.kind != "report"), None)
    return None if found is None or found.definite or found.proclitics else found


def _is_level(view: SentenceView, at: int) -> bool:
    """«أعلى مستوى في 12 أسبوعا»: what stands at its highest. Not «من أدنى مستوى», from where it came."""
    if at + 1 >= len(view.tokens) or (at > 0 and view.tokens[at - 1].key in _AWAY_FROM):
        return False
    return any(entry.lemma == "مستوى" for entry in view.entries[at + 1][:2])


def _subject(view: SentenceView, at: int, first: int, predicates: dict[int, Entry]) -> frozenset[str]:
    """Content words right behind a verbal noun; before and behind what may be a verb. What negates it («يرفض
    الاستقالة») has its own subject before it: ``first`` is where that begins. «و» with a verb of its own behind it
    («يهبط وعلاوة برنت ترتفع») begins to speak of something else."""
    last = min(len(view.tokens), at + 1 + _SUBJECT_WORDS)
    for place in range(at + 1, last):
        if _joins(view, place) and any(view.entries[one][0].pos == "verb" for one in predicates if place < one <= last):
            last = place
            break
    after = view.context(at + 1, last)
    if not (first < at or any(one.pos in ("verb", "adjective") for one in view.entries[at])):
        return after
    begin = first
    while begin > max(0, first - _SUBJECT_WORDS) and not _joins(view, begin):
        begin -= 1
    return after | view.context(begin, at)


def _first_named(view: SentenceView, at: int) -> frozenset[str]:
    """Who stands right before a verb in its clause («الهلال يفوز على النصر»), else who stands first behind it."""
    clause = view.clause_of(at)
    if at > clause.first and any(one.pos == "verb" for one in view.entries[at]):
        before = view.context(max(clause.first, at - _SUBJECT_WORDS), at)
        if view.context(at - 1, at):
            return before
    for place in range(at + 1, min(len(view.tokens), at + 1 + _SUBJECT_WORDS)):
        found = view.context(place, place + 1)
        if found:
            return found
    return frozenset()


def _joins(view: SentenceView, at: int) -> bool:
    """Whether a token has «و» before it."""
    entries = view.entries[at]
    return any(entry.proclitics.startswith("و") for entry in entries[:1]) or view.tokens[at].key == "و"
