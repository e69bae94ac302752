"""Which words of a sentence may be of the name of a person whom no table knows."""

from __future__ import annotations

from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.values import PersonName
from workbench.mentions.values import Entity, Mention

_LONGEST_NAME = 4
_SHORT, _FULL = 3, 2
# «محمد ولد سالم»: what joins a name and the father's; before «باسم» one who speaks.
_SON_OF = frozenset("ولد بن ابن بنت".split())
_IN_NAME_OF, _SPOKESMAN = "باسم", "spokesman"
_PEOPLE = frozenset(("role", "person", "office", "military"))
_NO_FIRST_NAME = ("ال", "وال", "بال", "لل", "كال")
# «إلياس», «ألبير», «إلهام»: no article, though the key has its letters.
_NO_ARTICLE = ("إل", "أل", "آل")
_BIN, _THAT = "بن", "ان"
_THAT_FORMS = frozenset(("ان", "بان"))
_SUBJECT_WORDS = 8


def of_a_name(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether a word is a given name or one that no table knows; «على» is not «علي»."""
    token, entry = view.tokens[at], view.entry(at)
    if token.kind != "word":
        return False
    if entry is not None and entry.pos == "particle":
        # «حسن» is «well» as well.
        return entry.kind == "adverb" and token.key in knowledge.world.words.given
    return token.key in knowledge.world.words.given or at in view.stems or token.key in knowledge.copy.names


def may_be_family(view: SentenceView, at: int) -> bool:
    """Whether a word may be a family's name: it has an article or the form of an origin («علمي» before a comma), is no
    verb, and belongs to no other name."""
    entry = view.entry(at)
    key = view.tokens[at].key
    closed = at + 1 >= len(view.tokens) or view.tokens[at + 1].kind == "punctuation"
    return (
        (key.startswith(("ال", "بن")) or (closed and len(key) > _SHORT and key.endswith("ي")))
        and (entry is None or entry.pos in ("noun", "adjective", "participle"))
        and not any(seen.first <= at < seen.last and is_known(seen.mention) for seen in view.seen)
    )


def name_at(view: SentenceView, at: int, knowledge: Knowledge) -> int | None:
    """The token behind the name of two words or more that begins at a token; None where none does."""
    if _between(view, at) or _before_that(view, at):
        return at + 2
    if not begins_name(view, at, knowledge) or (at > 0 and begins_name(view, at - 1, knowledge)):
        return None
    stop, whole = at + 1, False
    while stop < min(len(view.tokens), at + _LONGEST_NAME):
        # «هشام الدسوقي النتائج»: behind a family's name only a word that no table knows goes on.
        complete = whole or view.tokens[stop - 1].key.startswith("ال")
        if _joins_father(view, stop, knowledge):
            stop, whole = stop + 2, True
            continue
        if whole and view.tokens[stop].key.startswith("ال") and _of_origin(view, stop):
            # «أحمد بن سلمان المسلم»
            return stop + 1
        complete = complete or (stop - at >= _FULL and _is_other_noun(view, stop, knowledge))
        borne = of_a_name(view, stop, knowledge) or (not whole and _is_borne_by_another(view, stop))
        if not borne and (complete or not may_be_family(view, stop)):
            if not complete and _ends_subject(view, at, stop):
                stop += 1
            break
        stop += 1
    return stop if stop - at >= 2 else None


def _is_borne_by_another(view: SentenceView, at: int) -> bool:
    """«راكيش باتيل»: a family's name that the tables know of somebody else, who is called by it alone."""
    return any(
        seen.first == at and seen.last == at + 1 and isinstance(seen.mention.value, PersonName)
        and seen.mention.value.form == "short" for seen in view.seen
    )  # fmt: skip


def _is_other_noun(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """«بوريس نيكولوف المشاركين»: behind a word that is no given name, a noun of the language begins something else."""
    entry = view.entry(at)
    told = entry is not None and entry.pos in ("noun", "participle", "masdar")
    return told and view.tokens[at - 1].key not in knowledge.world.words.given


def _ends_subject(view: SentenceView, first: int, at: int) -> bool:
    """«وقال رئيس الرابطة الطبيب حامد بات إن …»: a word right before «إن», where all between the verb of saying and it
    is who says it, can be no verb."""
    if at + 1 >= len(view.tokens) or view.tokens[at + 1].key != _THAT or view.tokens[at].kind != "word":
        return False
    own = next(iter(view.entries[at]), None)
    if own is not None and (own.kind == "report" or own.pos == "particle"):
        return False
    for place in range(first - 1, max(-1, first - _SUBJECT_WORDS), -1):
        entry = next(iter(view.entries[place]), None)
        if view.tokens[place].kind != "word" or (entry is not None and entry.pos == "particle"):
            return False
        if entry is not None and entry.pos == "verb":
            return entry.kind == "report"
    return False


def _of_origin(view: SentenceView, at: int) -> bool:
    """Whether a word with an article may say what family or place somebody is of, and is no noun besides, but for one
    of people with which the clause stops: «محمد بن صالح السادة، …»."""
    entry = view.entry(at)
    closed = at + 1 >= len(view.tokens) or view.tokens[at + 1].kind == "punctuation"
    people = entry is not None and entry.kind == "person" and entry.number == "plural" and closed
    return may_be_family(view, at) and (entry is None or entry.pos != "noun" or people)


def _between(view: SentenceView, at: int) -> bool:
    """«زميله مكرم الطرابلسي»: a word without an article between a definite one who does something and a word of
    origin can only be a name."""
    if not 0 < at < len(view.tokens) - 1 or view.tokens[at].kind != "word":
        return False
    word, behind = next(iter(view.entries[at]), None), view.tokens[at + 1].key
    definite = any(one.kind in _PEOPLE and (one.definite or bool(one.enclitic)) for one in view.entries[at - 1][:2])
    plain = word is not None and word.pos in ("participle", "adjective") and not (word.definite or word.proclitics)
    masculine = plain and word is not None and word.gender == "m" and word.number == "singular" and not word.enclitic
    origin = behind.startswith("ال") and behind.endswith("ي") and at + 1 not in view.named
    return definite and masculine and origin and not view.tokens[at].plain.endswith("ا")


def _before_that(view: SentenceView, at: int) -> bool:
    """«وأوضحت مديرة البرنامج الوطني للتحصين سهاد العبيدي أن …»: between a definite word of the title of whoever speaks
    and «أن», a word without an article and a family's name can only be a name, whatever the first means besides."""
    if not 0 < at < len(view.tokens) - 2 or view.tokens[at + 2].key not in _THAT_FORMS:
        return False
    word, family, before = view.tokens[at].key, view.tokens[at + 1].key, view.tokens[at - 1].key
    if word.startswith(_NO_FIRST_NAME) or not family.startswith("ال") or not family.endswith("ي"):
        return False
    if not before.startswith(("ال", "لل")) or at in view.named or at + 1 in view.named:
        return False
    entry = next(iter(view.entries[at]), None)
    if entry is not None and (entry.pos not in ("noun", "participle", "adjective", "masdar") or entry.proclitics):
        return False
    for place in range(at - 1, max(-1, at - 1 - _SUBJECT_WORDS), -1):
        own = next(iter(view.entries[place]), None)
        if view.tokens[place].kind != "word" or (own is not None and own.pos == "particle" and own.lemma != "في"):
            return False
        if own is not None and own.pos == "verb":
            return own.kind == "report"
    return False


def begins_name(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether a word may be the first of a name."""
    key = view.tokens[at].key
    article = key.startswith(_NO_FIRST_NAME) and not view.tokens[at].plain.startswith(_NO_ARTICLE)
    if article or key in _SON_OF:
        # «الشيخ ولد أحمد»
        return key not in _SON_OF and _joins_father(view, at + 1, knowledge)
    if key == _IN_NAME_OF and at > 0 and any(entry.concept == _SPOKESMAN for entry in view.entries[at - 1][:2]):
        # «المتحدث باسم الحركة»
        return False
    place = any(seen.first <= at < seen.last and seen.mention.type == "place" for seen in view.seen)
    if place and key not in knowledge.world.words.given:
        # «رئيس بلدية طرابلس رياض يمق»
        return False
    return of_a_name(view, at, knowledge)


def _joins_father(view: SentenceView, at: int, knowledge: Knowledge) -> bool:
    """Whether «ولد» and a father's name stand at a token."""
    if at + 1 >= len(view.tokens) or view.tokens[at].key not in _SON_OF:
        return False
    father = view.tokens[at + 1].key
    if view.tokens[at].key == _BIN and view.tokens[at + 1].kind == "word":
        # «وسيم بن طارة»: whatever the word means besides.
        entry = next(iter(view.entries[at + 1]), None)
        return entry is None or entry.pos != "particle" or of_a_name(view, at + 1, knowledge)
    return of_a_name(view, at + 1, knowledge) or (father.startswith("ال") and may_be_family(view, at + 1))


def is_known(mention: Mention) -> bool:
    """Whether the tables know whom or what a mention names, or it is no name at all."""
    return not isinstance(mention.value, Entity) or mention.value.id is not None
