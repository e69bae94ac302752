"""A text read as an article: its parts, its sentences, who signs it, its language."""

from __future__ import annotations

from itertools import groupby

from workbench.text.cues import NO_CUES, ArticleCues
from workbench.text.language import language_of
from workbench.text.lines import find_paragraphs
from workbench.text.parts import Piece, read_parts
from workbench.text.recalling import NOTHING_KEPT, Recalling
from workbench.text.sentences import find_sentences
from workbench.text.values import Article, Part, PartKind, Sentence, Span

_TITLE_AT_MOST = 90  # characters of a title made from the first sentence


def make_article(
    text: str, id: str, path: str | None = None, sha256: str = "", cues: ArticleCues = NO_CUES, title: str = "",
    memory: Recalling = NOTHING_KEPT,
) -> Article:  # fmt: skip
    """Read a text as an article. Any text gives one; an empty one has no parts.

    Parts come in order and never overlap; between them stand only white space, invisible marks and ``asides``.
    Neighbouring paragraphs of one kind are one part. A lone line is body. ``credit`` names the agencies that sign the
    text, joined by ``, `` where there are several. ``cues`` is ``Knowledge.article_cues``; ``title`` names a text that
    has no headline of its own; ``memory``, which belongs to these cues, may keep how paragraphs begin.
    """
    paragraphs = find_paragraphs(text)
    reading = read_parts(text, paragraphs, cues, memory)
    sentences = tuple(_sentences(text, reading.pieces))
    return Article(
        id=id,
        text=text,
        title=_title(sentences, title),
        parts=tuple(_parts(reading.pieces)),
        sentences=sentences,
        credit=", ".join(reading.credits) or None,
        language=language_of(text),
        path=path,
        sha256=sha256,
        asides=tuple(Span(piece.start, piece.end) for piece in reading.pieces if piece.role == "aside"),
        paragraphs=tuple(Span(paragraph.start, paragraph.end) for paragraph in paragraphs),
    )


def _parts(pieces: tuple[Piece, ...]) -> list[Part]:
    parts: list[Part] = []
    for role, group in groupby(pieces, key=lambda piece: piece.role):
        if role != "aside":
            members = list(group)
            parts.append(Part(role, members[0].start, members[-1].end))
    return parts


def _sentences(text: str, pieces: tuple[Piece, ...]) -> list[Sentence]:
    sentences: list[Sentence] = []
    for piece in pieces:
        if piece.role == "aside":
            continue
        kind: PartKind = piece.role
        whole = kind == "dateline"
        spans = [(piece.start, piece.end)] if whole else find_sentences(
            text, piece.start, piece.end, headline=kind in ("headline", "standfirst")
        )  # fmt: skip
        sentences.extend(Sentence(start, end, text[start:end], kind, piece.paragraph) for start, end in spans)
    return sentences


def _title(sentences: tuple[Sentence, ...], named: str) -> str:
    """The headline on one line; without one the name given, or the first words of the body, cut between words."""
    headline = [sentence.text for sentence in sentences if sentence.part == "headline"]
    if headline:
        return " ".join(" ".join(headline).split())
    if named:
        return named
    first = next((sentence.text for sentence in sentences if sentence.part == "body"), "")
    words = " ".join(first[: _TITLE_AT_MOST * 2].split())
    if len(words) <= _TITLE_AT_MOST:
        return words
    return words[:_TITLE_AT_MOST].rsplit(" ", 1)[0] + "…"
