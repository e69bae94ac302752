"""Whether two reports give one title to one person or to two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from rapidfuzz.fuzz import ratio

from workbench.alignment.candidates import SHARED_WORDS, Candidate, EventPair, is_name, likeness_of
from workbench.alignment.likeness import one_word, sounds
from workbench.alignment.relations import Verdict
from workbench.claims.people.titled import RANK, STEERS
from workbench.claims.reading import ArticleClaims
from workbench.claims.values import Claim
from workbench.knowledge.base import Knowledge
from workbench.mentions.values import Entity
from workbench.text.normal import key

# Up to this likeness (0 to 100) two words are surely two names.
_TWO_NAMES = 60
_FULL_NAME = 2
_FULL_TITLE = 2
_BODIES = ("organisation", "building", "military")
# «البرنامج الوطني للتحصين» has one director as a body has.
_PROGRAMMES = frozenset(("programme", "project", "festival"))
_COLLISION = frozenset(("collide", "collision"))
_OF_COURTS, _TRIAL = frozenset(("court", "department")), "court"
_OF_NAMES = frozenset("ولد بن ابن ال بنت".split())
_COMPOUND = re.compile(r"\b(عبد|ابو|ابي|بن|ابن|ال) ")


def compare_holders(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> Verdict | None:
    """Two claims of kind office. «هشام الدسوقي» and «عصام الدسوقي», both the chief executive, are one person under two
    names, unless a report knows both; names with no word in common may be two people of one title. And one person
    heads one body («مدير شرطة حي المنصورة», «مدير شرطة حي الشيخ عثمان») and is to one person either a brother or a
    son. Two ranks of one person cannot be, nor two heads of one body or two who flew one aircraft."""
    words_a, words_b = _words(a), _words(b)
    if len(words_a) >= _FULL_NAME and words_a == words_b:
        # «أحمد سالم» may go on in one report.
        last = key(a.value.name if isinstance(a.value, Entity) else a.text).split()[-1]
        sure = len(words_a) > _FULL_NAME or last not in knowledge.world.words.given
        if RANK in a.traits & b.traits and a.predicate != b.predicate and sure:
            return None if _has_rank(in_a, b) or _has_rank(in_b, a) else "differ"
        if _two_posts(a, b, knowledge) or _two_services(a, b, knowledge):
            return None if _has_post(in_a, b, a) or _has_post(in_b, a, b) else "differ"
        if _two_kinships(a, b, knowledge):
            return "differ"
    if a.predicate != b.predicate or not _one_title(a, b):
        return None
    if _two_heads(a, b, in_a, in_b, pair, knowledge):
        return "differ"
    if len(words_a) != len(words_b):
        return None
    given = knowledge.world.words.given
    unlike = [(one, other) for one, other in zip(words_a, words_b, strict=True) if not _spelt_alike(one, other, given)]
    if not unlike:
        sure = all(one == other or sounds(one) == sounds(other) for one, other in zip(words_a, words_b, strict=True))
        return "agree" if sure else "unsure"
    one, other = unlike[0]
    if len(unlike) > 1 or len(words_a) == 1 or (ratio(one, other) > _TWO_NAMES and not {one, other} <= given):
        return None
    if not (a.of or b.of) and (len(words_a) <= _FULL_NAME or len(a.context & b.context) < SHARED_WORDS):
        # Two colonels, two sheikhs of one family.
        return None
    return None if _holds(in_a, other, given) or _holds(in_b, one, given) else "differ"


def _spelt_alike(one: str, other: str, given: Set[str]) -> bool:
    """«قرنح», «جرنة» spell one foreign name; «سالم», «سليم» are two of our own."""
    return one_word(one, other, given) or (sounds(one) == sounds(other) and not {one, other} <= given)


def _two_posts(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """Whether the titles make one person head two bodies of one sort, each with a name of its own: in other words only
    («قائد الشرطة», «مدير الأمن») they may be one post."""
    cues, led_a, led_b = knowledge.claim_cues, _led(a), _led(b)
    if a.predicate != b.predicate or a.predicate not in cues.head_concepts or (led_a | led_b) & cues.besides_concepts:
        return False
    named_a, named_b = ({word for word in led if is_name(word, knowledge)} for led in (led_a - led_b, led_b - led_a))
    geography = knowledge.geography
    return bool(named_a and named_b) and not any(geography.touch(one, other) for one in named_a for other in named_b)


def holders_across(
    a: ArticleClaims, b: ArticleClaims, pairs: Iterable[EventPair], knowledge: Knowledge
) -> Iterator[tuple[EventPair, Candidate]]:
    """Who heads what, and of what rank somebody is, in sentences that the reports tell of other events: it is so
    whatever they tell of, where what both are about may be one."""
    chosen = tuple(pairs)
    told = next((one for one in chosen if one.a.main and one.b.main), None)
    if told is None:
        return
    paired = {(one.a.id, one.b.id) for one in chosen}
    offices_b = [claim for claim in b.claims if claim.kind == "office"]
    for one in a.claims:
        if one.kind != "office":
            continue
        for other in offices_b:
            if (one.event, other.event) in paired:
                continue
            if compare_holders(one, other, a.claims, b.claims, told, knowledge) == "differ":
                yield told, Candidate(one, other, "differ", 0.5 + likeness_of(one.context, other.context) / 4)


def _two_heads(
    a: Claim, b: Claim, in_a: Sequence[Claim], in_b: Sequence[Claim], pair: EventPair, knowledge: Knowledge
) -> bool:
    """Whether two quite different names are given to whoever heads one body: by the same title in full, or where one
    report says only «الرابطة» and has the words that tell the other's which one it is somewhere in its text. Each
    report has one such head, and none the other's."""
    cues = knowledge.claim_cues
    led_a, led_b = _led(a), _led(b)
    if a.predicate == STEERS:
        # Of two that collided each report may name one's.
        two = any(claim.context & _COLLISION for claims in (in_a, in_b) for claim in claims)
        bodies = led_a & led_b if not (pair.a.several or pair.b.several or two) else frozenset()
    elif a.predicate in cues.head_concepts and not (led_a | led_b) & (
        cues.besides_concepts | cues.not_in_office_concepts
    ):
        bodies = frozenset(word for word in led_a & led_b if _is_body(word, knowledge))
        tried = bodies & _OF_COURTS and _TRIAL in pair.a.kinds & pair.b.kinds
        few = min(len(led_a), len(led_b)) < _FULL_TITLE and not tried
        if few and led_a == led_b and (not bodies & pair.topic or a.predicate in pair.topic):
            return False
        if (led_a ^ led_b) & knowledge.world.places.keys():
            return False  # «رئيس بلدية غزة», and of a town beside it «رئيس البلدية»
        if few and bodies & cues.one_of_many_concepts and led_a != led_b:
            return False
    else:
        return False
    if not bodies:
        return False
    # The words that tell which league it is must be the other report's too.
    if any(
        more - fewer and not (more - fewer) <= frozenset().union(*(claim.context for claim in told))
        for more, fewer, told in ((led_b, led_a, in_a), (led_a, led_b, in_b))
    ):
        return False
    names = [[word for word in _words(claim) if word not in _OF_NAMES] for claim in (a, b)]
    if min(map(len, names)) < _FULL_NAME:
        return False
    given = knowledge.world.words.given
    if any(one_word(one, other, given) for one in names[0] for other in names[1]):
        return False
    for told, own, other in ((in_a, names[0], names[1]), (in_b, names[1], names[0])):
        heads = [x for x in told if x.kind == "office" and x.predicate == a.predicate and _led(x) & bodies]
        if any(not set(own) & set(_words(head)) for head in heads):
            return False
        if _holds(told, other[-1], given) or any(other[-1] in key(claim.text).split() for claim in told):
            return False
    return True


def _is_body(word: str, knowledge: Knowledge) -> bool:
    """Whether a word of a title is for a body that has one head, or names one or a place."""
    if is_name(word, knowledge):
        return False
    return word in _PROGRAMMES or any(knowledge.lexicon.is_a(word, sort) for sort in _BODIES)


def _has_rank(claims: Sequence[Claim], ranked: Claim) -> bool:
    """Whether a report gives the person that rank too."""
    return any(
        claim.kind == "office" and claim.predicate == ranked.predicate and _words(claim)[-1:] == _words(ranked)[-1:]
        for claim in claims
    )  # fmt: skip


def _two_services(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """«قائد شرطة المدينة», «رئيس جهاز المخابرات»: one person heads one of a state's services."""
    cues = knowledge.claim_cues
    led = _led(a) | _led(b)
    if not {a.predicate, b.predicate} <= cues.head_concepts or led & (
        cues.besides_concepts | cues.not_in_office_concepts
    ):
        return False
    one, other = (_led(claim) & cues.service_concepts for claim in (a, b))
    return bool(one and other) and not one & other


def _two_kinships(a: Claim, b: Claim, knowledge: Knowledge) -> bool:
    """«شقيق السائق», «نجل السائق»: to the same person."""
    sorts = [knowledge.claim_cues.kinship(claim.predicate) for claim in (a, b)]
    return None not in sorts and sorts[0] != sorts[1] and bool(_led(a) & _led(b))


def _led(claim: Claim) -> frozenset[str]:
    """The words of a title behind its noun."""
    return frozenset(word for word in claim.of.split("|") if word)


def _has_post(claims: Sequence[Claim], post: Claim, own: Claim) -> bool:
    """Whether a report gives the person that post too, by words that its own (``own``) does not have."""
    telling = _led(post) - _led(own) or _led(post)
    return any(
        claim.kind == "office" and claim.predicate == post.predicate and _words(claim) == _words(post)
        and telling & _led(claim)
        for claim in claims
    )  # fmt: skip


def _one_title(a: Claim, b: Claim) -> bool:
    return _led(a) <= _led(b) or _led(b) <= _led(a)


def _words(claim: Claim) -> list[str]:
    """The words of a name, folded; «عبد القادر» and «أبو ضيف» are one."""
    name = claim.value.name if isinstance(claim.value, Entity) else claim.text
    return [word.removeprefix("ال") for word in _COMPOUND.sub(r"\1", key(name)).split()]


def _holds(claims: Sequence[Claim], word: str, given: Set[str]) -> bool:
    """Whether a report has a name with this word."""
    return any(one_word(word, other, given) for claim in claims if claim.kind == "office" for other in _words(claim))
