"""What an article quotes word for word, and who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.claims.name_words import name_at
from workbench.claims.values import Assertion
from workbench.claims.view import SentenceView
from workbench.knowledge.base import Knowledge
from workbench.knowledge.language.lexicon import Memory
from workbench.mentions.names.values import is_doubtful
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Entity, Mention
from workbench.text.normal import key
from workbench.text.values import Span

# Shorter ones are names and words held at arm's length, not statements.
_FEWEST_WORDS = 5
# Somebody's own words all the same, where another report has one of them turned round: «النتائج تفوق توقعاتنا».
SHORT, _FEWEST_OF_SHORT = "short", 3
# How many words may stand between a quotation and the name of who says it.
_REACH = 7
# How many words a verb, a title and the name of its subject take.
_TITLE = 9
_GAP = 2
_MARKS = frozenset('«»“”"')
# Who stands behind one of these is spoken to, or of.
_FROM = "عن"
_TOWARDS = frozenset("مع عن الي علي ضد من بين لدي".split())


def quote_assertions(
    reading: ArticleReading, views: Sequence[SentenceView], mentions: Sequence[Sequence[Mention]],
    sources: Sequence[Span | None], knowledge: Knowledge, memory: Memory | None = None,
) -> Iterator[tuple[int, Assertion]]:  # fmt: skip
    """Each quotation of five words or more, and of somebody named of three (``short``), with the number of the sentence
    it begins in; offsets in that sentence.
    ``of`` is the speaker's identifier or name, from the sentence, else the one before; ``predicate`` says whether it is
    a person."""
    sentences = reading.article.sentences
    for quotation in reading.quotations:
        inner = quotation.inner
        length = len(reading.article.text[inner.start : inner.end].split())
        if quotation.end is None or length < _FEWEST_OF_SHORT:
            continue
        number = next(
            (at for at, sentence in enumerate(sentences) if sentence.start <= inner.start < sentence.end), None
        )
        if number is None or not views[number].tokens:
            continue
        start = sentences[number].start
        speaker, person = _speaker(number, inner, reading, mentions, sources)
        post = _post(speaker, knowledge, memory) if not person else frozenset[str]()
        if not person:
            named = _name_beside(views[number], inner.start - start, inner.end - start, knowledge)
            speaker, person = (named, True) if named else (speaker, False)
        if length < _FEWEST_WORDS and not speaker:
            continue
        yield (
            number,
            Assertion(
                "quote",
                Span(inner.start - start, inner.end - start),
                Span(0, sentences[number].end - start),
                "say-person" if person else "say",
                speaker,
                None,
                context=views[number].context(0, len(views[number].tokens)),
                traits=post | frozenset((SHORT,) if length < _FEWEST_WORDS else ()),
            ),
        )


def _post(speaker: str, knowledge: Knowledge, memory: Memory | None) -> frozenset[str]:
    """``post:governor`` for a source called by the post of one who heads something: «والي النيل الأبيض»."""
    noun = knowledge.lexicon.noun(key(speaker.partition(" ")[0]), memory)
    if noun is None or noun.concept not in knowledge.claim_cues.head_concepts:
        return frozenset()
    return frozenset((f"post:{noun.concept}",))


def _speaker(
    number: int, inner: Span, reading: ArticleReading, mentions: Sequence[Sequence[Mention]],
    sources: Sequence[Span | None],
) -> tuple[str, bool]:  # fmt: skip
    """Who says it, and whether that is a person by name."""
    for at in (number, number - 1):
        if at < 0:
            continue
        source = sources[at]
        if source is None:
            continue
        span = _with_name(source.shifted(reading.article.sentences[at].start), mentions[at], reading.article.text)
        for kind in ("person", "office", "organisation"):
            for mention in mentions[at]:
                value = mention.value
                sure = isinstance(value, Entity) and not is_doubtful(value)
                if mention.type == kind and isinstance(value, Entity) and sure and mention.span.overlaps(span):
                    return value.id or value.name, kind == "person"
        return " ".join(reading.article.text[span.start : span.end].split()), False
    return "", False


def _with_name(source: Span, mentions: Sequence[Mention], text: str) -> Span:
    """A source and the person right behind it: «الأمين العام للمنظمة أكمل الدين إحسان أوغلي»."""
    for mention in mentions:
        between = text[source.end : mention.start]
        words = between.strip(" ،,").split()
        title = len(words) <= _GAP and all(word.startswith(("ال", "لل")) for word in words)
        if mention.type == "person" and mention.start >= source.end and title and between[:1] in (" ", "،"):
            return Span(source.start, mention.end)
    return source


def _name_beside(view: SentenceView, start: int, end: int, knowledge: Knowledge) -> str:
    """The name, of two words or more, of somebody whom no table knows, who says a quotation: «وصرح مدير الجمارك طلال
    الرشود قائلا: "…"»; empty where there is none. Offsets in the sentence."""
    tokens = view.tokens
    first = next((at for at, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    names = _names_before(view, first, knowledge)
    said = next((at for at in range(first - 1, -1, -1) if at not in _covered(names) and _says(view, at)), None)
    if said is not None:
        # «وصرّح كمال عباس، مدرب الفريق، بعد صافرة النهاية "…"»: the subject stands first behind its verb.
        subject = next((name for name in names if name[0] > said and name[0] - said <= _TITLE), None)
        goes_on = view.entries[said][0].pos != "verb" or _that(view, said + 1, first)
        if subject is None and (goes_on or not any(name[0] > said for name in names)):
            # «ووصف الوالي عمر الطريفي الهجوم بأنه متعمد، وقال إن «…»», «وسعى حسن البشير إلى طمأنة الأهالي قائلا»: a
            # verb without a subject goes on with that of the verb before.
            subject = _subject(view, names, said)
        if subject is not None:
            return _text(view, subject)
    near = [name for name in names if name[0] >= first - _REACH - 1]
    if near and said is None:
        return _text(view, near[-1])
    behind = next((at for at in range(last, min(len(tokens), last + 3)) if _reports(view, at)), len(tokens))
    for at in range(behind, min(len(tokens), behind + _REACH)):
        stop = name_at(view, at, knowledge)
        if stop is not None:
            return _text(view, (at, stop))
    return _text(view, near[-1]) if near and said is not None and near[-1][0] > said else ""


def _names_before(view: SentenceView, end: int, knowledge: Knowledge) -> list[tuple[int, int]]:
    """The names of two words or more before a token, outside quotation marks, as tokens."""
    found: list[tuple[int, int]] = []
    quoted = False
    for at in range(end):
        if view.tokens[at].text in _MARKS:
            quoted = view.tokens[at].text in "«“" or (view.tokens[at].text == '"' and not quoted)
        if quoted or (found and at < found[-1][1]):
            continue
        stop = name_at(view, at, knowledge)
        # «في رسالة إلى خالد الهاشمي»; «نقلت عن خالد الهاشمي قوله» names who speaks.
        spoken_to = at > 0 and view.tokens[at - 1].key in _TOWARDS - {_FROM}
        if stop is not None and stop <= end and not spoken_to:
            found.append((at, stop))
    return found


def _covered(names: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for first, last in names for at in range(first, last))


def _subject(view: SentenceView, names: Sequence[tuple[int, int]], said: int) -> tuple[int, int] | None:
    """The only name before a verb of saying, or of several the one that follows the sentence's first verb with nothing
    but a title between; None where neither is so."""
    before = [name for name in names if name[1] <= said]
    if not before:
        return None
    verb = next((at for at in range(before[0][0]) if _is_verb(view, at)), None)
    direct = verb is not None and before[0][0] - verb <= _TITLE and not any(
        view.tokens[at].key in _TOWARDS for at in range(verb + 1, before[0][0])
    )
    alone = len(before) == 1 and view.tokens[before[0][0] - 1].key not in _TOWARDS if before[0][0] else True
    return before[0] if direct or (alone and len(before) == 1) else None


def _text(view: SentenceView, name: tuple[int, int]) -> str:
    return " ".join(token.text for token in view.tokens[name[0] : name[1]])


def _is_verb(view: SentenceView, at: int) -> bool:
    return any(entry.pos == "verb" for entry in view.entries[at][:1])


def _says(view: SentenceView, at: int) -> bool:
    """Whether a word says: «قال», «قائلا», «متحدثا إلى الصحافة», «مضيفا»."""
    entries = view.entries[at]
    if any(entry.pos == "verb" and entry.kind == "report" for entry in entries[:1]):
        return True
    return view.tokens[at].plain.endswith("ا") and any(
        entry.pos == "participle" and entry.kind == "report" for entry in entries
    )


def _that(view: SentenceView, at: int, end: int) -> bool:
    """Whether nothing but «إن» or a colon stands from token ``at`` to the quotation at ``end``."""
    return all(view.tokens[near].kind == "punctuation" or view.tokens[near].key == "ان" for near in range(at, end))


def _reports(view: SentenceView, at: int) -> bool:
    entry = view.entry(at)
    return entry is not None and entry.pos == "verb" and entry.kind == "report"
