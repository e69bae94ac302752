"""A group that an article tells of and counts, and comes back to with another count: «أوقفت أربعة أشخاص … الموقوفين
الخمسة».

A definite plural with its count speaks of a group told of before: the count must be that one's. The group is found by
what became of the people (arrested, rescued, killed), by the body they are members of, or by what they are aboard; and
only where the article tells of one such group: nothing joins it or leaves it, no other count of the sort stands in the
text, the words behind the recall name no other place, day or sort, and the difference is no other count of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.alignment.candidates import GENERIC, Candidate
from workbench.alignment.inside.one_group import (
    Placed,
    bare,
    is_exact,
    low_of,
    nothing_between,
    one_mouth,
    only_one,
    token_at,
    token_behind,
)
from workbench.claims.people.recalls import Recall, recalls_of
from workbench.claims.people.uncounted import BESIDES
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.text.normal import key

_SCORE = 0.6
# States whose counts differ from source to source while a story runs.
_TOLLS = frozenset(("killed", "injured", "infected", "missing", "displaced", "casualty"))
_OF_ALL_SORTS = frozenset(("killed", "injured", "casualty"))
_TAKEN = frozenset(("arrested", "kidnapped"))
_CROWDS = frozenset(("person", "role"))
_BODIES = frozenset(("organisation", "military", "group", "vehicle"))
_REACH = 6  # words between a body and the count of its members


def recounted(article: ArticleClaims, knowledge: Knowledge) -> Iterator[Candidate]:
    """Pairs of a count and a later recall of the same group with another."""
    placed = [
        Placed(recall, claim, sentence.view)
        for number, sentence in enumerate(article.sentences)
        for recall in recalls_of(sentence.view, knowledge)
        if (claim := _claim_at(article, number, recall)) is not None
    ]
    ways = (_by_state, _by_body, _aboard, _let_go)
    for one in placed:
        told = next((found for way in ways if (found := way(one, placed, article, knowledge)) is not None), None)
        if told is not None and told.value != one.claim.value:
            yield Candidate(told, one.claim, "differ", _SCORE)


def _claim_at(article: ArticleClaims, number: int, recall: Recall) -> Claim | None:
    """The claim that a recall's count is."""
    span = recall.seen.mention.span.shifted(article.reading.article.sentences[number].start)
    return next(
        (claim for claim in article.claims
         if claim.kind in ("casualties", "quantity") and claim.span == span and claim.predicate != "age"), None,
    )  # fmt: skip


# By what became of them


def _by_state(
    one: Placed, placed: Sequence[Placed], article: ArticleClaims, knowledge: Knowledge
) -> Claim | None:
    """The count of those of whom the article says that the same became of them: «أوقف 31 شخصا … الموقوفين الـ36»."""
    state = one.recall.state or one.claim.state
    if state is None or one.claim.polarity != "affirmed" or one.claim.role not in ("whole", "part"):
        return None
    recalls = [other.claim for other in placed]
    told: list[Claim] = []
    for claim in article.claims:
        if claim.kind != "casualties" or claim.state != state or claim is one.claim or claim.polarity != "affirmed":
            continue
        if claim in recalls and claim.value == one.claim.value:
            continue
        if claim.role == "part" and not _is_of_a_crowd(claim, article, knowledge):
            if claim.value == one.claim.value and claim.span.start < one.claim.span.start:
                return None  # «بينهم خمسة أجانب … الموقوفين الخمسة»
            continue
        if claim.role == "earlier" or BESIDES in claim.traits:
            return None
        told.append(claim)
    first = only_one(told, one)
    if first is None or not _of_one_sort(first, one, knowledge):
        return None
    if one.claim.role == "part" and low_of(one.claim) < low_of(first):
        return None  # «غادر الجرحى الخمسة المستشفى»
    # «ندد بمقتل الجنود السبعة» gives no toll of its own.
    if state in _TOLLS and (_hedged(told) or (one.recall.state is not None and not one_mouth(first, one, article))):
        return None
    return first if nothing_between(first, one, article, knowledge) else None


def _is_of_a_crowd(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> bool:
    """«إصابة تسعة من المارة», «اعتقال خمسة من المتظاهرين»: all that it befell, though some of those who were there."""
    view = article.sentences[claim.sentence].view
    last = token_behind(claim, view, article)
    if last + 1 >= len(view.tokens) or view.tokens[last].key != "من":
        return False
    among = view.has_key(knowledge.claim_cues.among, last - 5, last) is not None
    entry = view.entry(last + 1)
    crowd = entry is not None and entry.definite and (entry.number == "plural" or entry.kind in _CROWDS)
    return not among and entry is not None and crowd and not any(
        role == "person" for role, _ in knowledge.casualties.of(entry.lemma)
    )


def _of_one_sort(first: Claim, one: Placed, knowledge: Knowledge) -> bool:
    """«أوقف 31 شخصا» and «الطلاب الخمسة الموقوفين» are two sorts, «مقتل اثنين من مرافقيه» and «المرافقين الثلاثة» one.
    More of one sort than of all cannot be."""
    state = one.recall.state
    if state is not None and knowledge.lexicon.is_a(one.recall.noun, "casualty"):
        # «قتل ثلاثة مهاجمين … القتلى السبعة مدنيون»
        return first.of in GENERIC or state not in _OF_ALL_SORTS or low_of(one.claim) < low_of(first)
    if one.recall.noun in GENERIC:
        return True
    if knowledge.lexicon.concepts.stands_for(first.of, one.recall.noun):
        return True
    return first.of in GENERIC and state is not None and low_of(one.claim) > low_of(first)


def _hedged(told: Sequence[Claim]) -> bool:
    return any(claim.hedge or "may-rise" in claim.traits for claim in told)


# By the body they are members of


def _by_body(
    one: Placed, placed: Sequence[Placed], article: ArticleClaims, knowledge: Knowledge
) -> Claim | None:
    """«لجنة مؤلفة من سبعة أعضاء … أعضاء اللجنة الخمسة», «أعضائها الخمسة»; «أعضاء اللجنة التسعة … السبعة»."""
    recall = one.recall
    if not (recall.body or recall.owned) or recall.noun in GENERIC - {"individual"}:
        return None
    told: list[Claim] = []
    name = _name(one.view, recall.body)
    for claim in article.claims:
        if claim.kind != "quantity" or claim is one.claim or not is_exact(claim):
            continue
        if not knowledge.lexicon.concepts.stands_for(claim.of, recall.noun):
            continue
        again = next((other for other in placed if other.claim is claim), None)
        if again is not None:
            body = _name(again.view, again.recall.body)
            if claim.value == one.claim.value or not body or again.recall.owned:
                continue
        else:
            body = _composed(claim, article, knowledge)
        if not body:
            continue
        if name and (body[0] != name[0] or not (set(name) <= set(body) or set(body) <= set(name))):
            if body[0] == name[0]:
                return None  # two committees
            continue
        told.append(claim)
    first = only_one(told, one)
    return first if first is not None and nothing_between(first, one, article, knowledge) else None


def _composed(claim: Claim, article: ArticleClaims, knowledge: Knowledge) -> tuple[str, ...]:
    """The body that a count gives the members of: «لجنة التحكيم المؤلفة من سبعة أعضاء», «وفد يضم سبعة نواب», «طاقم من
    ستة أفراد»."""
    view = article.sentences[claim.sentence].view
    start = token_at(claim, view, article)
    linked = None
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = view.tokens[at].key.removeprefix("و")
        if view.tokens[at].text in ".؛؟!":
            break
        if word in knowledge.recalls.composed or (word == "من" and at == start - 1):
            linked = at
            continue
        entry = next(iter(view.entries[at]), None)
        if linked is not None and entry is not None and entry.pos == "noun" and entry.kind in _BODIES:
            return _name(view, tuple(range(at, linked)))
    if linked is not None and linked + 1 < len(view.tokens):
        # «تضم اللجنة سبعة أعضاء»
        entry = next(iter(view.entries[linked + 1]), None)
        if entry is not None and entry.pos == "noun" and entry.kind in _BODIES:
            return _name(view, tuple(range(linked + 1, start)))
    return ()


def _name(view: SentenceView, tokens: tuple[int, ...]) -> tuple[str, ...]:
    """The words of a body's name without the article: «لجنة», «تحكيم»."""
    words = []
    for at in tokens:
        if view.tokens[at].kind == "punctuation" or view.tokens[at].key in ("من", "في", "علي", "التي", "الذي"):
            break
        noun = next((entry for entry in view.entries[at][:1] if entry.pos == "noun"), None)
        words.append(key(noun.lemma) if noun is not None else bare(view.tokens[at].key))
    return tuple(words)


# By what they are aboard


def _aboard(one: Placed, _: Sequence[Placed], article: ArticleClaims, knowledge: Knowledge) -> Claim | None:
    """«على متنها 48 راكبا … ركابها الأربعة والثمانين»."""
    recall = one.recall
    if recall.noun not in knowledge.recalls.aboard or recall.state is not None:
        return None
    told = [
        claim for claim in article.claims
        if claim.kind == "quantity" and "aboard" in claim.traits and claim is not one.claim and is_exact(claim)
        and claim.of in knowledge.recalls.aboard
    ]  # fmt: skip
    first = only_one(told, one)
    if first is None:
        return None
    if not (recall.body or recall.owned) and low_of(one.claim) < low_of(first):
        return None  # «الركاب الاثنا عشر» may be those who were hurt
    view = article.sentences[first.sentence].view
    craft = _craft(article, first.sentence, token_at(first, view, article), knowledge)
    until = recall.body[-1] + 1 if recall.body else recall.head
    if craft is None or craft != _craft(article, one.claim.sentence, until, knowledge):
        return None  # «ركاب الحافلة»
    return first if nothing_between(first, one, article, knowledge) else None


def _craft(article: ArticleClaims, number: int, before: int, knowledge: Knowledge) -> str | None:
    """The concept of the last vehicle named before a token of a sentence, or in the sentences above."""
    for sentence in range(number, -1, -1):
        view = article.sentences[sentence].view
        for at in range(before if sentence == number else len(view.tokens), 0, -1):
            entry = view.entry(at - 1)
            if entry is not None and knowledge.lexicon.is_a(entry.concept, "vehicle"):
                return entry.concept
    return None


# By what they were before


def _let_go(one: Placed, _: Sequence[Placed], article: ArticleClaims, knowledge: Knowledge) -> Claim | None:
    """«اعتقلت سبعة صحافيين … الإفراج عن الصحافيين التسعة»: more than were taken."""
    if one.claim.kind != "casualties" or one.claim.state != "released" or one.recall.noun in GENERIC:
        return None
    told = [
        claim for claim in article.claims
        if claim.kind == "casualties" and claim.state in _TAKEN and claim is not one.claim
        and claim.polarity == "affirmed"
    ]  # fmt: skip
    first = only_one(told, one)
    if first is None or low_of(first) > low_of(one.claim):
        return None
    same = knowledge.lexicon.concepts.stands_for(first.of, one.recall.noun)
    return first if same and nothing_between(first, one, article, knowledge) else None
