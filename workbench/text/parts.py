"""Which paragraphs of an article are headline, standfirst, dateline, caption, body, or titles of other stories."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from workbench.text.cues import ArticleCues, ends_with, signature, starts_with
from workbench.text.datelines import Dateline, read_dateline, read_signature_line
from workbench.text.lines import INVISIBLE, Paragraph, ends_like_sentence
from workbench.text.recalling import NOTHING_KEPT, Recalling
from workbench.text.values import PartKind

Role = PartKind | Literal["aside"]

HEADLINE_AT_MOST = 200  # characters
STANDFIRST_AT_MOST = 220  # characters, where no dateline says that what precedes it is one
_CAPTION_AT_MOST = 220
_ASIDE_AT_MOST = 160
_LEAD = 8  # paragraphs among which the first of the body is looked for
_SENTENCES_IN_STANDFIRST = 2  # paragraphs that end like sentences and stand above a dateline


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph with one role; ``paragraph`` is the paragraph's number."""

    role: Role
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces of a text in order, and the agencies that sign it, each once."""

    pieces: tuple[Piece, ...]
    credits: tuple[str, ...]


def read_parts(
    text: str, paragraphs: tuple[Paragraph, ...], cues: ArticleCues, memory: Recalling = NOTHING_KEPT
) -> Reading:
    """Tell the parts of a text apart.

    A text of one paragraph is body (after a dateline, where it has one): whether a lone line is a headline or a
    sentence makes no difference to what it says. Otherwise the first paragraph is the headline if it is one short line
    that does not end like a sentence, or is followed by a dateline.
    """
    return _PartsReader(text, paragraphs, cues, memory).read()


class _PartsReader:
    """One pass over the paragraphs of one text; lives only inside ``read_parts``."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...], cues: ArticleCues, memory: Recalling) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.cues = cues
        self.memory = memory
        self.pieces: list[Piece] = []
        self.credits: list[str] = []

    def read(self) -> Reading:
        number = 0
        datelines = self._datelines()
        while number < len(self.paragraphs) - 1 and number not in datelines and self._take_apart(number, lead=False):
            number += 1
        if self._is_headline(number, datelines):
            self._add("headline", number)
            number += 1
        if datelines or number:
            number = self._read_lead(number, datelines)
        self._read_body(number, datelines)
        return Reading(tuple(self.pieces), tuple(dict.fromkeys(self.credits)))

    def _words(self, number: int) -> str:
        paragraph = self.paragraphs[number]
        return self.text[paragraph.start:paragraph.end]

    def _add(self, role: Role, number: int) -> None:
        paragraph = self.paragraphs[number]
        self.pieces.append(Piece(role, paragraph.start, paragraph.end, number))

    def _datelines(self) -> dict[int, Dateline]:
        """Datelines at the beginning of one of the first paragraphs; only the first one counts."""
        for number in range(min(_LEAD, len(self.paragraphs))):
            words = self._words(number)
            found = self.memory.recall("dateline", words, partial(read_dateline, words, self.cues))
            if found is None or read_signature_line(words, self.cues, byline=False) is not None:
                continue
            # Before a bare place no sentence stands; before a certain dateline a standfirst may, not half the story.
            before = sum(self._like_body(earlier) for earlier in range(number))
            if before <= (_SENTENCES_IN_STANDFIRST if found.certain else 0):
                return {number: found}
        return {}

    def _like_body(self, number: int) -> bool:
        words = self._words(number)
        return ends_like_sentence(words) and len(words) > 60

    def _is_headline(self, number: int, datelines: dict[int, Dateline]) -> bool:
        if number >= len(self.paragraphs) - 1 or number in datelines:
            return False
        words = self._words(number)
        if len(words) > HEADLINE_AT_MOST or self.paragraphs[number].lines > 2:
            return False
        bare = words.rstrip(INVISIBLE + "\"'»”’)]}")
        if bare.endswith((".", "،", "؛")) and not bare.endswith(".."):
            return len(words) <= 90 and number + 1 in datelines
        return True

    def _read_lead(self, number: int, datelines: dict[int, Dateline]) -> int:
        """Take in what stands between the headline and the body; the number of the body's first paragraph."""
        first = next(iter(datelines), None)
        while number < len(self.paragraphs) - 1 and number != first:
            if end := self._aside_end(number):
                for aside in range(number, end):
                    self._add("aside", aside)
                number = end
                continue
            if self._take_apart(number, lead=True):
                pass
            elif self._names_a_picture(number):
                self._add("caption", number)
            elif (first is not None and number < first) or self._is_standfirst(number):
                self._add("standfirst", number)
            else:
                break
            number += 1
        return number

    def _is_standfirst(self, number: int) -> bool:
        """A paragraph under the headline that is no sentence, with a longer one or a sentence below it."""
        words = self._words(number)
        if len(words) > STANDFIRST_AT_MOST or ends_like_sentence(words) or self.paragraphs[number].lines > 2:
            return False
        if number and self.pieces and self.pieces[-1].role == "standfirst" and len(words) > 120:
            return False
        following = [self._words(after) for after in range(number + 1, min(number + 6, len(self.paragraphs)))]
        stopped = sum(map(ends_like_sentence, following))
        return len(following[0]) > len(words) * 1.2 and stopped * 2 >= len(following)

    def _names_a_picture(self, number: int) -> bool:
        """A few words right above the byline: who is in the picture."""
        words = self._words(number)
        if len(words) > 60 or ends_like_sentence(words):
            return False
        return read_signature_line(self._words(number + 1), self.cues) is not None

    def _read_body(self, number: int, datelines: dict[int, Dateline]) -> None:
        last = len(self.paragraphs)
        while number < last:
            if number in datelines:
                self._split_dateline(number, datelines[number])
            elif number and (end := self._aside_end(number)):
                for aside in range(number, end):
                    self._add("aside", aside)
                number = end
                continue
            elif not (number and self._take_apart(number, lead=False)):
                self._add("body", number)
            number += 1
        if last:
            self._closing_credit(self._words(last - 1))

    def _split_dateline(self, number: int, dateline: Dateline) -> None:
        paragraph = self.paragraphs[number]
        self.credits.extend(dateline.agencies)
        end = paragraph.start + dateline.end
        self.pieces.append(Piece("dateline", paragraph.start, end, number))
        begin = end
        while begin < paragraph.end and self.text[begin] in INVISIBLE:
            begin += 1
        if begin < paragraph.end:
            self.pieces.append(Piece("body", begin, paragraph.end, number))

    def _take_apart(self, number: int, lead: bool) -> bool:
        """Add a paragraph that is a signature line or a caption; False for any other."""
        at_edge = number == len(self.pieces) or number >= len(self.paragraphs) - 3
        if lead or at_edge:
            signed = read_signature_line(self._words(number), self.cues, byline=lead)
            if signed is not None:
                self.credits.extend(signed.agencies)
                self._add("dateline", number)
                return True
        if self._is_caption(number):
            self._add("caption", number)
            return True
        return False

    def _is_caption(self, number: int) -> bool:
        words = self._words(number)
        if len(words) > _CAPTION_AT_MOST:
            return False
        signed = signature(words)
        if signed in self.cues.captions:
            return True
        stopped = ends_like_sentence(words)
        if not stopped and starts_with(signed, self.cues.caption_starts):
            return True
        tail = _bracketed_tail(words)
        if not tail:
            return False
        signed_tail = signature(tail)
        if ends_with(signed_tail, self.cues.caption_ends) or starts_with(signed_tail, self.cues.caption_ends):
            return True
        body_follows = number + 1 < len(self.paragraphs)
        return body_follows and not stopped and len(words) <= 160 and self.cues.agency(tail) is not None

    def _aside_end(self, number: int) -> int:
        """The number of the paragraph behind a block of links that begins at this one; 0 where none does."""
        words = self._words(number)
        head, _, title = words.partition(":")
        if len(head) > _ASIDE_AT_MOST or signature(head) not in self.cues.aside_starts or ends_like_sentence(title):
            return 0
        end = number + 1
        while end < len(self.paragraphs):
            title = self._words(end)
            if len(title) > _ASIDE_AT_MOST or (ends_like_sentence(title) and not title.endswith(("؟", "!", ".."))):
                break
            end += 1
        return end

    def _closing_credit(self, words: str) -> None:
        """An agency in brackets behind the last words of the text."""
        tail = _bracketed_tail(words)
        agency = self.cues.agency(tail) if tail else None
        if agency:
            self.credits.append(agency)


def _bracketed_tail(words: str) -> str:
    """What stands in the brackets, or behind the last dash, at the end of a line; empty where nothing does."""
    bare = words.rstrip(INVISIBLE + ".")
    if bare.endswith((")", "]")):
        opening = max(bare.rfind("("), bare.rfind("["))
        return bare[opening + 1:-1] if opening >= 0 and len(bare) - opening <= 50 else ""
    for dash in (" - ", " – ", " — ", " / "):
        _, found, tail = bare.rpartition(dash)
        if found and len(tail) <= 30:
            return tail
    return ""
