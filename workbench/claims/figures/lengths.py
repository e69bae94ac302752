"""Of what a length of time is the length: of what lasted so long, or of somebody's captivity."""

from __future__ import annotations

from workbench.claims.clauses import Clause
from workbench.claims.figures.going_on import begun_before, is_length, throughout
from workbench.claims.figures.matches import WHO
from workbench.claims.name_words import of_a_name
from workbench.claims.view import Seen, SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Entry
from workbench.knowledge.words.claim_cues import ClaimCues

AT_LEAST, AT_MOST = "at-least", "at-most"
CAPTIVITY, LASTED, DELAY, SCHOOLS = "captivity", "lasted", "delay", "school-closure"
_THEREBY, _OR = "وذلك", "او"
_LONG, _BETWEEN = "طال", "بين"
# Words that may stand between a verb of lasting and its length, and between a length and who was held.
_REACH, _REACH_FAR, _HELD_BEFORE, _HELD_BEHIND = 5, 9, 4, 5
_REACH_NAME, _STOPS, _BREAKS = 14, frozenset(".؛;"), frozenset(".؛;،,")
_AGO = frozenset("قبل منذ قبيل".split())
# How many words a chain of nouns has, and what stands between it and a length.
_CHAIN, _REACH_AIM, _MATCH = 6, 12, "match"
_LONGEST_BOUND, _TO = 5, frozenset("الي او حتي".split())
_LEADS_TO = frozenset("الي نحو حوالي قرابه زهاء علي مدي اكثر من لمده مده".split())
_NO_THING = frozenset(("time", "numeral", "person", "role", "measure", "extent"))


def lasted(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> str | None:
    """What a verb of lasting says lasted so long, as a concept; empty where the sentence does not name it:
    «الجلسة، التي دامت خمس ساعات», «جلسة طالت سبع ساعات», «ودامت أربعين ثانية». None where no such verb does."""
    aim = _aim(view, seen, knowledge)
    # «ودام الإضراب الذي دعت إليه النقابة ثلاثة أيام»
    far = clause.opening == "relative"
    start = max(0 if far else clause.first, seen.first - _REACH_FAR)
    before = range(max(0, seen.first - _REACH_AIM), seen.first)
    if aim is not None and any(_needs(view, at, knowledge) for at in before):
        return aim  # «واحتاجت فؤاد، المصنفة 41 عالميا، إلى ساعتين لحسم اللقاء»
    for verb in range(seen.first - 1, start - 1, -1):
        if not _lasts(view, verb, knowledge):
            if not _needs(view, verb, knowledge):
                continue
            return _needing(view, verb, seen, knowledge)
        if seen.first - verb > _REACH and not far and verb > clause.first + 1:
            continue  # only a clause that opens with its verb has all of it for the subject
        if aim is not None:
            return aim
        inside = _done(view, verb + 1, seen.first, knowledge) or _noun(view, range(verb + 1, seen.first))
        if inside is not None:
            return inside.concept
        opening = view.tokens[verb - 1].key if verb else ""
        if opening in knowledge.claim_cues.relative:
            antecedent = _noun(view, range(verb - 2, max(-1, verb - 2 - _REACH), -1))
            return antecedent.concept if antecedent is not None else ""
        described = view.entry(verb - 1) if verb else None
        bare = described is not None and described.pos in ("noun", "masdar") and described.kind not in _NO_THING
        verb_joined = view.tokens[verb].key.startswith(("و", "ف"))
        if not verb_joined and opening not in _BREAKS:
            done = _done(view, verb - _CHAIN, verb, knowledge)
            if done is not None:
                return done.concept
        if described is not None and bare and not verb_joined:
            return described.concept
        return begun_before(view, verb, knowledge)
    return None


def told_otherwise(view: SentenceView, seen: Seen, clause: Clause, knowledge: Knowledge) -> str:
    """Of what a length is without a verb of lasting: a siege («طوقت ثماني ساعات طائرة», «بعد حصار مدة 12 ساعة»), a
    delay («تأخرت انطلاقة النهائي 30 دقيقة», «انتظروا 45 دقيقة قبل أن تعطى البداية»), schools that are shut. Empty
    where it is of none."""
    cues = knowledge.claim_cues
    if {token.key for token in view.tokens[max(0, seen.first - 1) : seen.first + 1]} & cues.when:
        return ""
    first = max(0, seen.first - _REACH_FAR)
    for at in range(seen.first - 1, first - 1, -1):
        if any(other.last == at + 1 and is_length(other) for other in view.seen) or view.tokens[at].text in _BREAKS:
            break
        meant = {entry.concept for entry in view.entries[at][:3]}
        if meant & cues.siege_concepts:
            return next(iter(sorted(meant & cues.siege_concepts)))
        if meant & cues.delay_concepts:
            return DELAY
        if meant & cues.decreed_concepts and not _prolonged(view, clause.first, seen.first, cues):
            return next(iter(sorted(meant & cues.decreed_concepts)))
        if meant & cues.waiting_concepts:
            return DELAY if view.tokens[min(seen.last, len(view.tokens) - 1)].key in _AGO else ""
    inside = [{entry.concept for entry in view.entries[at][:3]} for at in range(clause.first, clause.last)]
    both = (cues.shutting_concepts, cues.schooling_concepts)
    if all(any(meant & concepts for meant in inside) for concepts in both):
        return SCHOOLS
    return throughout(view, seen, clause, knowledge)


def _prolonged(view: SentenceView, first: int, last: int, cues: ClaimCues) -> bool:
    """Whether what is decreed goes on for so long more: «تمديد الهدنة يومين»; or it was so long since."""
    inside = (entry.concept for at in range(first, last) for entry in view.entries[at][:2])
    longer = any(concept in cues.prolonging_concepts for concept in inside)
    return longer or view.has_key(cues.after | _AGO, last - 2, last + 1) is not None


def ended_thereby(view: SentenceView, seen: Seen, clause: Clause, cues: ClaimCues) -> str:
    """What the sentence says was ended, where «وذلك بعد» says after how long: «تمكنت من السيطرة على حريق …، وذلك بعد 18
    ساعة من اندلاعه»; empty where it tells of no end."""
    joint = [token.key for token in view.tokens[clause.first : seen.first + 1]]
    if joint[:1] != [_THEREBY] or not set(joint[1:3]) & cues.after:
        return ""
    return next(
        (entry.concept for at in range(clause.first) for entry in view.entries[at][:2]
         if entry.pos in ("verb", "masdar") and entry.concept in cues.quenching_concepts), "",
    )  # fmt: skip


def is_captivity(view: SentenceView, seen: Seen, knowledge: Knowledge) -> bool:
    """Whether somebody was held so long: «احتُجزوا ستة وثلاثين يوما», «بعد 26 يوما أمضوها في قبضة مسلحين»."""
    cues = knowledge.claim_cues
    words = view.tokens[max(0, seen.first - _HELD_BEFORE) : seen.last + _HELD_BEHIND]
    if any({token.key, token.key.removeprefix("و")} & (cues.by_a_court | cues.prison) for token in words):
        return False
    if view.tokens[seen.first].key in _AGO or (seen.first and view.tokens[seen.first - 1].key in _AGO):
        return False  # «خطفوا قبل أسبوعين»: when, not how long
    for at in (*range(seen.first - 1, max(-1, seen.first - 1 - _HELD_BEFORE), -1),
               *range(seen.last, min(len(view.tokens), seen.last + _HELD_BEHIND))):  # fmt: skip
        if at >= seen.last and (view.tokens[at].kind == "punctuation" or view.tokens[at].key == _BETWEEN):
            break  # «بعد تسع ساعات من المواجهة بين المحتجزين والحراس»
        if any(entry.concept in cues.captivity_concepts for entry in view.entries[at][:2]):
            return True
    return False


def convict(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``who:`` with the last word of a name before a prison term in its sentence: «عاقبت فهد الرشود، الذي كان يدير
    الصندوق، بالسجن اثني عشر عاما». Empty where another length or a stop stands between."""
    for at in range(seen.first - 1, max(-1, seen.first - 1 - _REACH_NAME), -1):
        if view.tokens[at].text in _STOPS or any(one.last == at + 1 and is_length(one) for one in view.seen):
            break
        if of_a_name(view, at, knowledge):
            return frozenset((f"{WHO}{view.stems.get(at, view.tokens[at].key)}",))
    return frozenset()


def _lasts(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    entries = view.entries[at]
    return any(
        entry.pos == "verb" and (entry.concept in knowledge.claim_cues.lasting_concepts or entry.lemma == _LONG)
        for entry in entries
    )


def bounds_of(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``at-least``, ``at-most`` for a length of which the words say no more: «أكثر من أسبوعين», «يومان على الأقل», «ما
    بين أسبوعين وثلاثة أسابيع», each of its own side."""
    amounts, tokens = knowledge.amounts, view.tokens
    hits = [
        hit for at in range(max(0, seen.first - _LONGEST_BOUND), seen.first)
        if (hit := amounts.before.at(tokens, at)) is not None and hit.last in (seen.first, seen.first + 1)
    ]  # fmt: skip
    behind = amounts.after.at(tokens, seen.last) if seen.last < len(tokens) else None
    kinds = {hit.value.kind for hit in (*hits[:1], *((behind,) if behind is not None else ()))}
    found = {AT_LEAST} if kinds == {"low"} else {AT_MOST} if kinds == {"high"} else set[str]()
    for other in view.seen:
        if not is_length(other) or other is seen:
            continue
        for one, next_, side in ((seen, other, AT_LEAST), (other, seen, AT_MOST)):
            joint = [token.key for token in tokens[one.last : next_.first]]
            apart = len(joint) <= 1 and (set(joint) <= _TO and (joint or _opens_range(view, one, next_)))
            if one.last <= next_.first and apart:
                found.add(side)
    either = seen.first > 1 and tokens[seen.first - 1].key == _OR and any(
        entry.kind == "time" for entry in view.entries[seen.first - 2][:1]
    )
    return frozenset((*found, AT_MOST)) if either else frozenset(found)  # «دقيقة أو دقيقتين»


def _opens_range(view: SentenceView, one: Seen, other: Seen) -> bool:
    """«بين أسبوعين وثلاثة أسابيع»"""
    joined = view.tokens[other.first].key.startswith("و")
    return joined and view.has_key(frozenset((_BETWEEN,)), one.first - 1, one.first + 1) is not None


def _needs(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    needing = knowledge.claim_cues.needing_concepts
    return any(entry.pos == "verb" and entry.concept in needing for entry in view.entries[at][:2])


def _needing(view: SentenceView, verb: int, seen: Seen, knowledge: Knowledge) -> str | None:
    """What is said to need so long, where it is something done: «إصلاح الأنبوب يحتاج إلى ثلاثة أسابيع»; not «الأنبوب
    يحتاج»."""
    done = _done(view, verb + 1, seen.first, knowledge) or _done(view, verb - _CHAIN, verb, knowledge)
    return done.concept if done is not None else None


def _done(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> Entry | None:
    """The verbal noun that heads the last run of nouns before ``last``, or what stands behind «أعمال»: «إصلاح الخط»,
    «أعمال إصلاح الخط الرئيسي», «أعمال الصيانة»."""
    found: Entry | None = None
    after: Entry | None = None
    for at in range(last - 1, max(0, first) - 1, -1):
        entry = view.entry(at)
        if entry is None or entry.pos not in ("noun", "masdar", "adjective", "participle", "nationality"):
            if view.tokens[at].key in _LEADS_TO and found is None:
                continue
            break
        if entry.pos in ("noun", "masdar") and entry.concept in knowledge.claim_cues.doing_concepts:
            found = after or found
        elif entry.pos == "masdar" and entry.kind not in _NO_THING:
            found = entry
        after = entry if entry.pos in ("noun", "masdar") else after
    return found


def _aim(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str | None:
    """For what somebody needed so long: «إلى ساعتين لحسم اللقاء», «ثلاث ساعات لإخماد الحريق»; a match, where it was to
    win one."""
    entry = view.entry(seen.last) if seen.last < len(view.tokens) else None
    if entry is None or entry.pos != "masdar" or "ل" not in entry.proclitics:
        return None
    cues = knowledge.claim_cues
    if entry.concept in cues.winning_concepts:
        return _MATCH
    if entry.concept in cues.quenching_concepts and entry.concept not in cues.fire_concepts:
        ended = _noun(view, range(seen.last + 1, min(len(view.tokens), seen.last + 2)))
        return entry.concept if ended is None or ended.concept in cues.fire_concepts else ended.concept
    return entry.concept


def _noun(view: SentenceView, places: range) -> Entry | None:
    """The first noun of some tokens that may last."""
    for at in places:
        entry = view.entry(at)
        if entry is not None and entry.pos in ("noun", "masdar") and entry.kind not in _NO_THING:
            return entry
    return None
