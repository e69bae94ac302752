"""What one report flatly denies and the other plainly affirms, wherever in their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.alignment.candidates import GENERIC, Candidate, EventPair, is_name, one_story
from workbench.alignment.relations import compare
from workbench.claims.events.when import day_of
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Timex
from workbench.text.normal import key

WITH, HEAD, CORE = "with:", "head:", "core:"
_PLAIN, _FUTURE, _WISHED, _DECIDED, _BARE, _ASIDE = "plain", "future", "wished", "decided", "bare", "aside"
# What stands beside so much that sharing it tells nothing.
_EMPTY = GENERIC | frozenset(
    "be be-done time day side matter region country state government be-located happen operation incident".split()
)
_SHARED = 2
_STORY_DAYS = 60
_OF_ONESELF = frozenset(("confess",))
# Both sides of a table, and their talks: whoever of them dealt with something, all did.
_TALKS = frozenset("side party talks meeting meet session negotiation negotiate dialogue discussion".split())
# «لم نتلق دعوة منذ الصيف»: no time of its own, but all until now.
_SINCE = frozenset(("منذ",))
_IN_A_ROW = frozenset(("first", "second", "third"))
_NOWHERE = "nowhere:"
_NONE, _CONFINED, _PERSON = "none:", "detainee", "person"
_INMATES = frozenset(("inmate-guest",))
_OPERATES = frozenset(("negates", "accuses", "alleges", "carries", "supports", "sides"))


def flat_denial(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Candidate | None:
    """«الركاب لم يكونوا يرتدون سترات نجاة» beside «كانوا يرتدون سترات نجاة»: a word of negation and nobody's denial on
    one side, no doubt on the other; what it is said of is named on both, with one word besides that is not the topic of
    both reports; and neither text knows both accounts, which would be a dispute that it reports itself."""
    if _owned(a, b, in_a, in_b, pair, knowledge):
        return Candidate(a, b, "differ", 0.6)
    if any(_none_and_some(*told, pair, knowledge) for told in ((a, b, in_a, in_b, True), (b, a, in_b, in_a, False))):
        return Candidate(a, b, "differ", 0.6)
    for denied, said, own, others in ((a, b, in_a, in_b), (b, a, in_b, in_a)):
        if _PLAIN not in denied.traits or said.polarity != "affirmed" or denied.polarity != "negated":
            continue
        if not knowledge.lexicon.concepts.follows(denied.predicate, said.predicate):
            continue
        traits = denied.traits | said.traits
        if (_FUTURE in denied.traits) != (_FUTURE in said.traits) and _DECIDED not in traits:
            continue
        # «الاجتماع الأول», «جلسة ثانية»
        if _WISHED in traits or _numbered(denied, said):
            continue
        if {knowledge.operators.get(claim.predicate) for claim in (denied, said)} & _OPERATES:
            continue
        if "yet" in denied.traits or _after(said, denied is a, pair, one_mouth(denied, said)):
            continue
        shared = _shared(denied, said, pair, knowledge)
        if shared is None or _parted(denied, said, pair, knowledge):
            continue
        if _other_time(denied, said, own, others) or _long_ago(denied, own, pair) or _long_ago(said, others, pair):
            continue
        if _other_actor(denied, said, knowledge):
            continue
        if _knows(said, own, shared, knowledge) or _knows(denied, others, shared, knowledge):
            continue
        sure = len(shared) / max(1, len(_words(denied, WITH) - _EMPTY))
        return Candidate(a, b, "differ", min(0.9, 0.5 + sure / 3))
    return None


def _owned(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether somebody owns up to in one report what they deny in the other: «نفى التهم», «اعترف بالتهم»; neither
    report knows of both."""
    if not a.polarity == b.polarity == "affirmed" or not {a.predicate, b.predicate} & _OF_ONESELF:
        return False
    if not knowledge.lexicon.concepts.opposed(a.predicate, b.predicate) or len(a.context & b.context) < _SHARED:
        return False
    shared = (_words(a, WITH) & _words(b, WITH)) - _EMPTY - pair.topic
    both = any(
        claim.kind == "statement" and claim.predicate == other.predicate and shared & _words(claim, WITH)
        for claims, other in ((in_a, b), (in_b, a)) for claim in claims
    )  # fmt: skip
    return bool(shared) and not both


def _none_and_some(
    denied: Claim, said: Claim, own: Sequence[Claim], others: Sequence[Claim], in_b: bool, pair: EventPair,
    knowledge: Knowledge,
) -> bool:  # fmt: skip
    """«لم يتمكن أي نزيل من الفرار», «هرب أحد عشر معتقلا»: of none of those who were in it, and of some, where each
    report says it once of what both are about."""
    if _PLAIN not in denied.traits or denied.polarity != "negated" or said.polarity != "affirmed":
        return False
    if not (pair.a.main and pair.b.main and pair.match.verdict == "same") or "yet" in denied.traits:
        return False
    if {_FUTURE, _WISHED} & (denied.traits | said.traits) or _after(said, in_b, pair):
        return False
    if _long_ago(denied, own, pair) or _long_ago(said, others, pair):
        return False
    concepts = knowledge.lexicon.concepts
    if not concepts.follows(denied.predicate, said.predicate):
        return False
    of_whom = _words(denied, _NONE)
    who = said.of.split("|") if said.of else []
    told = any(_one_sort(one, other, knowledge) for one in of_whom for other in who)
    # «لم يتوقف الاقتراع في أي بلدية», «توقف الاقتراع في بلدية الشويرف»
    head = (_words(denied, HEAD) - _EMPTY) & (_words(said, HEAD) | frozenset(who))
    told = told or bool(_words(denied, _NOWHERE) & _words(said, CORE) and head)
    alone = all(
        sum(claim.kind == "statement" and concepts.follows(claim.predicate, mine.predicate) for claim in claims) == 1
        for mine, claims in ((denied, own), (said, others))
    )
    return told and alone


def _one_sort(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two words are for the same people: in a prison, whoever is held."""
    concepts = knowledge.lexicon.concepts
    if concepts.is_a(one, _PERSON) and concepts.kin(one, other):
        return one != _PERSON
    return all(word in _INMATES or concepts.is_a(word, _CONFINED) for word in (one, other))


def _numbered(denied: Claim, said: Claim) -> bool:
    """«الاجتماع الأول», «جلسة ثانية»: whether one tells of the talks by their number."""
    talks = (_words(denied, HEAD) | _words(said, HEAD)) & _TALKS
    return bool(talks and (denied.context ^ said.context) & _IN_A_ROW)


def one_mouth(denied: Claim, said: Claim) -> bool:
    """Whether one person says both, by name: nobody takes back silently what was said the day before."""
    names = {word for word in denied.context & said.context if not word.isascii()}
    return bool(denied.source and said.source) and len(names) >= _SHARED


def denials_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """What one person denies in one report and says in the other, under whatever day each tells it."""
    chosen = tuple(pairs)
    told = one_story(chosen, both=True)
    if told is None:
        return
    paired = {(one.a.id, one.b.id) for one in chosen}
    speaks_a, speaks_b = (
        {claim.sentence: claim.of for claim in article.claims if claim.kind == "quote" and claim.of}
        for article in (a, b)
    )
    said_b = [claim for claim in b.claims if claim.kind == "statement" and claim.source]
    for one in a.claims:
        if one.kind != "statement" or not one.source:
            continue
        for other in said_b:
            if (one.event, other.event) in paired or one.polarity == other.polarity:
                continue
            speaker = speaks_a.get(one.sentence)
            if not (speaker and speaker == speaks_b.get(other.sentence)) and not one_mouth(one, other):
                continue
            found = flat_denial(one, other, a.claims, b.claims, told, knowledge)
            if found is not None:
                yield told, found


def _after(said: Claim, in_b: bool, pair: EventPair, by_one: bool = False) -> bool:
    """Whether what is affirmed is told on a later day than the denial, and not as what was so then («كانوا يرتدون»),
    nor by the same man."""
    main = pair.a.kinds & pair.b.kinds if pair.a.main and pair.b.main else frozenset()
    if any(f"before:{kind}" in said.traits for kind in main):
        return False  # done before what both tell of: no news of the later day
    if by_one:
        return False
    date, earlier = (pair.date_b, pair.date_a) if in_b else (pair.date_a, pair.date_b)
    return date is not None and earlier is not None and date > earlier and f"{WITH}be" not in said.traits


def _words(claim: Claim, mark: str) -> frozenset[str]:
    return frozenset(trait.removeprefix(mark) for trait in claim.traits if trait.startswith(mark))


def _shared(denied: Claim, said: Claim, pair: EventPair, knowledge: Knowledge) -> frozenset[str] | None:
    """The words that both have beside what they say, where they are enough."""
    beside_denied, beside_said = _words(denied, WITH) - _EMPTY, _words(said, WITH) - _EMPTY
    shared = beside_denied & beside_said
    # «الصواريخ التي أطلقتها كوريا الشمالية»: a name of both sentences beside either.
    shared |= {
        word for word in (beside_denied | beside_said) & denied.context & said.context if is_name(word, knowledge)
    }
    heads = _words(denied, HEAD) - _EMPTY - _TALKS
    met = not heads and _words(denied, HEAD) and (_words(denied, HEAD) | _words(said, HEAD)) & _TALKS
    # «موكله قبل الحكم ولن يطعن فيه»: said of nobody in its own words, but of whom the other names.
    bare = not _words(denied, HEAD) and (_words(said, HEAD) - _EMPTY) & beside_denied
    # «تسلم المخرج الجائزة بعدما حضر الحفل»: who did it stands before, and all that is told of it is the same.
    told = (_words(said, CORE) - _EMPTY) and _words(said, CORE) - _EMPTY <= _words(denied, CORE)
    before = bool(heads) and bool(told) and heads <= said.context
    if before:
        shared |= heads
    if not heads & (beside_said | _words(said, HEAD)) and not met and not bare and not before:
        return None
    # «لم يصل المركب», «وصل الناجون»: who did it must be told of on the other side, unless nothing of it was at all.
    doers = _words(said, HEAD) - _EMPTY - _TALKS
    like = said.predicate == denied.predicate and "total" not in denied.traits
    # «أصابت المسيرة المدرج الرئيسي», «المدرج الرئيسي لم يُصب»: to whom it was not done, it was done.
    done_to = bool(heads) and heads <= _words(said, CORE) - _words(said, HEAD)
    # «لم يُغلق الطريق أمام حركة المرور», «أغلقت الشرطة الطريق أمام حركة المرور»: without its being bare more is shared
    done_to = done_to and (_BARE in denied.traits or len(shared) > _SHARED)
    if like and doers and not (doers & beside_denied or done_to or before):
        return None
    special = shared - pair.topic
    # «لم يطلق المسلحون النار», «أطلق المسلحون النار على الحارس»: nothing is denied but what is said.
    whole = bool(heads) and _words(denied, CORE) - _EMPTY <= shared and heads <= _words(said, HEAD)
    whole = whole and pair.a.main and pair.b.main and pair.match.verdict == "same"
    if not special or len(shared) + ("total" in denied.traits) + whole < _SHARED:
        return None
    return shared


def _parted(denied: Claim, said: Claim, pair: EventPair, knowledge: Knowledge) -> bool:
    """«مخزن الوقود», «مخزن الذخيرة»: whether each names beside it what the other's whole sentence does not have, or one
    speaks only of a promise, a threat, a plan."""
    here, there = (_words(claim, CORE) - _EMPTY - _TALKS for claim in (denied, said))
    if any(knowledge.operators.get(word) == "alleges" for word in here ^ there):
        return True
    if "total" in denied.traits:
        here -= _words(denied, HEAD)
    # «طوال المعارك», «في بداية القتال»: what both reports are about parts nothing.
    topic = {word for word in pair.topic if knowledge.lexicon.is_a(word, "event")}
    return bool(here - said.context - topic) and bool(there - denied.context - topic)


def _other_time(denied: Claim, said: Claim, own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether the clauses of both name times, none of which fits the other's."""
    times = [list(_times(denied, own)), list(_times(said, others))]
    return all(times) and not any(compare(one.value, two.value) == "agree" for one in times[0] for two in times[1])


def _long_ago(claim: Claim, claims: Sequence[Claim], pair: EventPair) -> bool:
    """Whether the clause of a claim names a time months before the reports: «وفي عام 2021 دفعت السلطات فدية»."""
    written = min((day for day in (pair.date_a, pair.date_b) if day is not None), default=None)
    days = {day for x in _times(claim, claims) if isinstance(x.value, Timex) and (day := day_of(x.value.end))}
    if written is not None and any((written - day).days > _STORY_DAYS for day in days):
        return True
    if _ASIDE not in claim.traits:
        return False
    # «كانت فرقت مسيرة الجمعة، مستخدمة …»: of another day than the other report's.
    told = (pair.b if claim.article == pair.a.article else pair.a).days
    return any(
        isinstance(x.value, Timex) and (day := day_of(x.value.begin)) is not None and day == day_of(x.value.end)
        and day not in told
        for x in claims if x.kind == "date" and x.sentence == claim.sentence and told
    )  # fmt: skip


def _times(claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    for other in claims:
        beside = other.sentence == claim.sentence and other.clause.overlaps(claim.span)
        if beside and other.kind in ("date", "time") and key(other.text.partition(" ")[0]) not in _SINCE:
            yield other


def _other_actor(denied: Claim, said: Claim, knowledge: Knowledge) -> bool:
    """Whether somebody or something named beside one is not in the other's sentence: «لم تشارك», «شاركت السعودية»."""
    for one, other in ((denied, said), (said, denied)):
        named = {word for word in _words(one, HEAD) if is_name(word, knowledge)}
        if named and not named & other.context:
            return True
    return False


def _knows(other: Claim, claims: Sequence[Claim], shared: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether a report itself has what the other says, in the same words."""
    common = knowledge.lexicon.concepts.common
    return any(
        claim.kind == "statement" and claim.polarity == other.polarity and shared <= _words(claim, WITH)
        and common(claim.predicate) == common(other.predicate)
        for claim in claims
    )  # fmt: skip
