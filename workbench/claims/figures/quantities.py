"""Everything counted or measured that is no casualty: figures with their thing, lengths of time, results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.claims.clauses import Clause
from workbench.claims.figures.bans import BAN, is_ban
from workbench.claims.figures.elided import ELIDED, counted_behind, elided_thing, is_of_them
from workbench.claims.figures.lengths import (
    CAPTIVITY,
    LASTED,
    bounds_of,
    convict,
    ended_thereby,
    is_captivity,
    lasted,
    told_otherwise,
)
from workbench.claims.figures.matches import titles_won
from workbench.claims.figures.measured import WEIGHT_CLASS, beyond, flow_of, measure_of, weight_class
from workbench.claims.figures.results import result_traits, stage_of
from workbench.claims.figures.told_of import (
    DISTANCE,
    PRISON,
    TURNOUT,
    far_from,
    is_prison_term,
    is_step,
    is_turnout,
    told_of,
    total_traits,
)
from workbench.claims.polarity import polarity_at
from workbench.claims.values import Assertion, ClaimKind
from workbench.claims.view import Seen, SentenceView, is_share, is_some_of_more, predicate_near
from workbench.knowledge.base import Knowledge
from workbench.knowledge.words.claim_cues import ClaimCues
from workbench.mentions.values import Amount, Score

_ENOUGH_WORDS = 5
# Lengths that somebody is to sit, was held or is banned; nothing lasted so long.
_SERVED = frozenset((PRISON, BAN, CAPTIVITY))
# How many words may stand between what is measured and its figure.
_REACH = 8
_REACH_PARTS = 12
_KINDS: dict[str, ClaimKind] = {
    "quantity": "quantity", "money": "quantity", "percentage": "quantity", "number": "quantity",
    "duration": "duration", "score": "score",
}  # fmt: skip
_OPENING, _COMMAS = frozenset("(["), frozenset("،؛,;")
_BEHIND_SCORE = 6
_NEAR_BEHIND = 3
KILOMETRE_MARK = "kilometre-mark"
ELAPSED = "elapsed"  # a length of time since or before something
OUT_OF = "out-of"  # «ستة مقاعد من أصل تسعة»
_OF_VOTERS = frozenset(("of:entitled",))  # «43% من الناخبين المسجلين»
_SHARES = frozenset(("half", "third-part", "quarter-part", "fifth-part", "tenth-part"))
_NUMBER = frozenset(("عدد",))
_OVER = 4
_NO_STUFF = frozenset(("person", "role", "time", "numeral", "measure"))
_BESIDE = frozenset("في علي من عن خلال عبر لدي عند اثناء الي".split())
# «لم يخمد إلا بعد تسع ساعات» says that it was.
_ONLY_AFTER = "الا"


def quantity_assertions(view: SentenceView, knowledge: Knowledge, taken: frozenset[int]) -> Iterator[Assertion]:
    """``taken``: first characters of mentions that other readers have claimed already."""
    cues = knowledge.claim_cues
    for seen in view.seen:
        mention = seen.mention
        kind = _KINDS.get(mention.type)
        if kind is None or mention.start in taken or mention.value is None:
            continue
        clause = view.clause_of(seen.first)
        value = mention.value
        of, went_on, missing = "", None, False
        if isinstance(value, Amount):
            if mention.type == "number":
                of = _thing_beside(view, seen, knowledge) or counted_behind(view, seen.last)
                of = KILOMETRE_MARK if _is_mark(view, seen, cues) else of
                missing = not of
                of = of or elided_thing(view, seen, knowledge)
                if not of:
                    continue
            elif mention.type == "quantity" and not _is_measure(value.unit, knowledge):
                of = value.unit or "thing"
            else:
                of = _measured(view, seen, knowledge) or value.unit or mention.type
            if mention.type == "number":
                value = replace(value, unit=of)
            distance = far_from(view, seen, value, knowledge)
            of = DISTANCE if distance else of
            distance = distance or measure_of(view, seen, clause, value, knowledge)
            value = beyond(view, seen, clause, value)
            value, classed = weight_class(view, seen, value, knowledge)
            of, distance = (WEIGHT_CLASS, distance | classed) if classed else (of, distance)
        elif isinstance(value, Score):
            of, distance = "match", frozenset[str]()
        else:
            distance = frozenset[str]()
            of = _length_of(view, seen, knowledge)
            went_on = lasted(view, seen, clause, knowledge) if of not in _SERVED else None
        long = frozenset[str]()
        if went_on is not None:
            of, long = went_on, frozenset((LASTED,))
        elif mention.type == "duration" and of not in _SERVED:
            otherwise = told_otherwise(view, seen, clause, knowledge)
            of, long = (otherwise, frozenset((LASTED,))) if otherwise else (of, _passed(view, seen, knowledge))
        if of in (PRISON, BAN):
            long = convict(view, seen, knowledge)
        if mention.type == "percentage" and is_turnout(view, seen, clause, cues):
            of = TURNOUT
        keys = [token.key for token in view.tokens[clause.first : clause.last]]
        near = view.tokens[max(0, seen.first - 4) : seen.first]
        before = [token.key for token in near[-2:]]
        predicate = predicate_near(view, seen.first, seen.last)
        thereby = ended_thereby(view, seen, clause, cues) if mention.type == "duration" and not long else ""
        if thereby:
            predicate, long = thereby, frozenset(("after",))
        told = told_of(view, seen, clause, kind, cues, distance) - (_OF_VOTERS if of == TURNOUT else frozenset())
        yield Assertion(
            kind,
            mention.span,
            view.span(clause.first, clause.last),
            predicate=predicate,
            of=of,
            value=value,
            polarity="affirmed" if _ONLY_AFTER in before else polarity_at(view, seen.first, cues),
            role="part" if _is_part(view, seen, kind, cues) or is_of_them(view, seen, cues) else "whole",
            hedge=bool(cues.preliminary & set(keys)) or _preliminary_after(view, seen, cues),
            approximate=any(token.key in cues.approximate for token in near),
            context=_context(view, clause),
            traits=total_traits(view, seen, knowledge) | _held_there(view, seen, clause, of, cues)
            | titles_won(view, clause, of, knowledge) | long
            | told | flow_of(value, told, knowledge)
            | (frozenset((OUT_OF,)) if kind == "quantity" and is_some_of_more(view, seen, cues) else frozenset())
            | (frozenset((ELIDED,)) if missing else frozenset())
            | (result_traits(view, seen, clause, cues) if kind == "score" else frozenset())
            | (bounds_of(view, seen, knowledge) | stage_of(view, seen.first, seen.last, clause, cues)
               | _elapsed(view, seen, cues) if kind == "duration" else frozenset()),
        )


def _held_there(view: SentenceView, seen: Seen, clause: Clause, of: str, cues: ClaimCues) -> frozenset[str]:
    """As those aboard a ship, all whom a prison has: «يؤوي 620 نزيلا», «يضم السجن 820», «عدد نزلاء السجن 1280»."""
    before = [view.entry(at) for at in range(clause.first, seen.first)]
    verb = next((entry for entry in reversed(before) if entry is not None and entry.pos == "verb"), None)
    # «شملت الصفقة 318 أسيرا» are in no house.
    house = any(entry is not None and (entry.kind == "building" or entry.concept in cues.prison_concepts)
                for entry in before)  # fmt: skip
    held = house and verb is not None and verb.concept in cues.holding_concepts
    counted = view.has_key(_NUMBER, clause.first, seen.first)
    if counted is not None and counted + 2 < seen.first:
        whose = [{entry.concept for entry in view.entries[at][:2]} for at in (counted + 1, counted + 2)]
        held = held or bool(whose[0] & cues.inmate_concepts and whose[1] & cues.prison_concepts)
    return frozenset(("aboard", "total")) if held and of in cues.inmate_concepts else frozenset()


def _is_mark(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether a number tells where on a road or canal: «قبالة الكيلومتر 114», «بالكيلو متر 141», «عند الكيلو 45»."""
    words = [token.key for token in view.tokens[max(0, seen.first - 2) : seen.first]]
    return bool(words) and (words[-1] in cues.kilometre_mark or " ".join(words) in cues.kilometre_mark)


def _context(view: SentenceView, clause: Clause) -> frozenset[str]:
    """The content words of the clause; of the whole sentence where the clause has hardly any («، وطولها 400 متر،»)."""
    found = view.context(clause.first, clause.last)
    return found if len(found) >= _ENOUGH_WORDS else view.context(0, len(view.tokens))



def _is_part(view: SentenceView, seen: Seen, kind: ClaimKind, cues: ClaimCues) -> bool:
    if kind == "score":
        return _is_interim(view, seen, cues)
    clause = view.clause_of(seen.first)
    parted = view.has_key(cues.parted, max(clause.first, seen.first - _REACH_PARTS), seen.first)
    # «موزعين على ستة مستشفيات» says over how many, not how many of them.
    # The one who is parted may stand between: «يتوزع المترشحون على 589 مركزا».
    over = parted is not None and seen.first - _OVER <= parted < seen.first - 1
    over = over and view.tokens[seen.first - 1].key in cues.over
    over = over and _counts_no_more(view, seen, clause)
    # «رفع إنتاجها بواقع 40 ألف برميل» divides nothing.
    if parted is not None and not over and not (parted == seen.first - 1 and is_step(view, seen, clause, cues)):
        return True
    if kind == "quantity" and (is_share(view, seen, cues) or _goes_on(view, seen, cues)):
        return True
    return _among(view, seen, cues)


def _goes_on(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether the same noun is left out of what comes to the count: «رائدين أميركيين وآخر روسيا»."""
    behind = view.tokens[seen.last : seen.last + _NEAR_BEHIND]
    return any(token.key.startswith("و") and token.key.removeprefix("و") in cues.one_more for token in behind)


def _counts_no_more(view: SentenceView, seen: Seen, clause: Clause) -> bool:
    """Whether no other count follows in a clause: «موزعين على 14 موقوفا و12 محكوما» are parts."""
    return not any(
        seen.last <= other.first < clause.last and isinstance(other.mention.value, Amount) for other in view.seen
    )


def _among(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    keys = [token.key for token in view.tokens[max(0, seen.first - 3) : seen.first]]
    return any(word in cues.among for word in keys)


def _preliminary_after(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """«… وفقا لتقدير أولي» may stand behind a comma."""
    return any(token.key in cues.preliminary for token in view.tokens[seen.last : seen.last + 8])


def _is_measure(unit: str | None, knowledge: Knowledge) -> bool:
    return unit is not None and unit in knowledge.amounts.measure_ids


def _measured(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    """What a measure, a share or a sum of money measures: «30 ألف متر من الرمال», «طولها 400 متر», «غرامة قدرها …»."""
    cues = knowledge.claim_cues
    at = seen.last
    while at < min(len(view.tokens) - 1, seen.last + 4):
        if view.tokens[at].kind == "punctuation":
            break
        if view.tokens[at].key == "من":
            behind = view.entry(at + 1)
            if behind is not None and behind.pos in ("noun", "masdar") and behind.kind not in ("person", "time"):
                return behind.concept
            break
        at += 1
    clause = view.clause_of(seen.first)
    behind = view.entry(seen.last + 1) if seen.last + 1 < len(view.tokens) else None
    if (
        behind is not None and behind.pos == "noun" and not (behind.definite or behind.proclitics or behind.enclitic)
        and behind.kind not in _NO_STUFF and view.tokens[seen.last].kind == "word" and seen.mention.type == "quantity"
    ):  # fmt: skip
        return behind.concept  # «408 آلاف طن قمح»
    said = ""
    told = _told_by(view, max(clause.first, seen.first - _REACH), seen.first, knowledge)
    for before in range(told - 1, max(clause.first, seen.first - _REACH_PARTS) - 1, -1):
        if before < seen.first - _REACH and not said:
            break
        if view.tokens[before].text in _OPENING:
            break  # «على الطريق (25 كم جنوب عمان)»
        entry = next(iter(view.entries[before]), None)
        if entry is None or view.tokens[before].key in cues.measure_word:
            continue
        # «إيرادات النصف الأول»: of what it is half stands before.
        counts = entry.kind not in ("numeral", "time", "person") and entry.concept not in _SHARES
        if entry.pos in ("noun", "masdar") and counts:
            said = said or entry.concept
            beside = before > clause.first and view.tokens[before - 1].key in _BESIDE
            if not beside or not _level_between(view, before, seen.first, cues):
                return entry.concept
    return said


def _level_between(view: SentenceView, first: int, last: int, cues: ClaimCues) -> bool:
    """Whether a verb of reaching stands between, whose subject is no noun behind a preposition: «كمية الأمطار على
    الولاية وصلت إلى 110 ملم»."""
    return any(
        entry.pos == "verb" and entry.concept in cues.level_concepts
        for at in range(first + 1, last) for entry in view.entries[at][:2]
    )  # fmt: skip


def _told_by(view: SentenceView, first: int, last: int, knowledge: Knowledge) -> int:
    """Where «وفق معهد الإحصاء» begins between a noun and its figure; ``last`` where nobody is named there."""
    citations = knowledge.sourcing.citations
    return next((at for at in range(first, last) if citations.at(view.tokens, at) is not None), last)


def _is_interim(view: SentenceView, seen: Seen, cues: ClaimCues) -> bool:
    """Whether a result is that of a half, of an earlier match or of another."""
    first, last = max(0, seen.first - _REACH), min(len(view.tokens), seen.last + _BEHIND_SCORE)
    if view.has_phrase(cues.of_another_match, 0, seen.first):
        return True
    # What stands in brackets, or behind a comma with a result of its own, is of that: «29-26 (الشوط الأول 14-12)».
    for at in range(seen.first - 1, first - 1, -1):
        if view.tokens[at].text in _OPENING:
            first = at
            break
    for at in range(seen.last, last):
        if view.tokens[at].text in _OPENING or (
            view.tokens[at].text in _COMMAS and any(one.first > at and one.mention.type == "score" for one in view.seen)
        ):
            last = at
            break
    return any(token.key in cues.interim_score for token in view.tokens[first:last])


def _thing_beside(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    """What a bare figure counts: the noun after «من», or before it («عدد الركاب 45»); empty where nothing tells."""
    at = seen.last
    if seen.first > 0 and view.tokens[seen.first].plain.startswith("ال"):
        # «ركابها الأربعة والثمانون»
        before_it = next(iter(view.entries[seen.first - 1]), None)
        if before_it is not None and before_it.pos in ("noun", "participle") and before_it.number == "plural":
            return before_it.concept
    if at + 1 < len(view.tokens) and view.tokens[at].key == "من":
        noun = knowledge.lexicon.noun(view.tokens[at + 1].key)
        if noun is not None and noun.definite:
            return noun.concept
    if at in view.stems and view.tokens[at].kind == "word" and not view.tokens[at].key.startswith(("ال", "و")):
        # «12 ألف ناموسية»: a noun that no table knows.
        return view.stems[at]
    for before in range(seen.first - 1, max(-1, seen.first - 5), -1):
        if view.tokens[before].key in ("عدد", "عددهم", "عددها"):
            return _counted_before(view, before) or ("person" if view.tokens[before].key == "عددهم" else "thing")
        noun = knowledge.lexicon.noun(view.tokens[before].key)
        counted = before > 0 and view.tokens[before - 1].key in ("عدد", "تعداد")
        if counted and noun is not None and noun.number == "plural":
            return noun.concept
    return ""


def _counted_before(view: SentenceView, number: int) -> str:
    """What «عددها» is the number of, where the sentence puts it first: «أن المنازل المدمرة كليا بلغ عددها 1300»."""
    first = view.clause_of(number).first
    for at in range(max(first, number - _REACH), number):
        entry = view.entry(at)
        if entry is not None and entry.pos in ("noun", "participle") and entry.number == "plural" and entry.definite:
            return entry.concept
    return ""


def _length_of(view: SentenceView, seen: Seen, knowledge: Knowledge) -> str:
    if is_prison_term(view, seen, knowledge.claim_cues):
        return PRISON
    if is_ban(view, seen, knowledge):
        return BAN
    return CAPTIVITY if is_captivity(view, seen, knowledge) else _head_noun(view, seen)


def _passed(view: SentenceView, seen: Seen, knowledge: Knowledge) -> frozenset[str]:
    """``after`` for what passed before something was ended, told with what went on: «لم يخمدوه إلا بعد 14 ساعة من
    العمل»."""
    cues = knowledge.claim_cues
    told = seen.first > 0 and view.tokens[seen.first - 1].key in cues.after
    if not told or seen.last >= len(view.tokens) or view.tokens[seen.last].key != "من":
        return frozenset()
    ended = predicate_near(view, seen.first, seen.last) in cues.quenching_concepts
    return frozenset(("after",)) if ended else frozenset()


def _elapsed(view: SentenceView, seen: Seen, cues: ClaimCues) -> frozenset[str]:
    """``elapsed`` for what passed before or since something: «بعد نحو ثلاثة أسابيع من سقوط الحكومة»."""
    told = view.has_key(cues.after, seen.first - 2, seen.first)
    only = told is not None and told > 0 and view.tokens[told - 1].key == _ONLY_AFTER  # so long it went on
    return frozenset((ELAPSED,)) if told is not None and not only else frozenset()


def _head_noun(view: SentenceView, seen: Seen) -> str:
    """What lasted: the nearest noun or verbal noun before a length of time in its clause, else the verb."""
    clause = view.clause_of(seen.first)
    behind = view.entry(seen.last + 1) if seen.last + 1 < len(view.tokens) else None
    if behind is not None and view.tokens[seen.last].key == "من" and behind.pos in ("noun", "masdar"):
        # «بعد 14 ساعة من اندلاعه»
        return behind.concept
    for at in range(seen.first - 1, clause.first - 1, -1):
        entry = view.entry(at)
        if entry is not None and entry.pos in ("noun", "masdar") and entry.kind not in ("time", "person"):
            return entry.concept
    return predicate_near(view, seen.first, seen.last)


