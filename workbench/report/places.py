"""Where words stand in an article, said so that an editor finds them in a printout too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.wording import left_to_right

if TYPE_CHECKING:
    from workbench.mentions.reading import ArticleReading
    from workbench.report.words import Speaker

_NAMED_PARTS = ("headline", "standfirst", "dateline", "caption")


def place_in_words(
    reading: ArticleReading | None, start: int, end: int, speaker: Speaker, characters: bool = True
) -> str:
    """«paragraph 2, characters 120–134»: the part of the article by name, or its paragraph counted from 1 among those
    that hold words; the offsets count code points."""
    if reading is None:
        return ""
    article = reading.article
    part = next((part.kind for part in article.parts if part.start <= start < part.end), "body")
    if part in _NAMED_PARTS:
        where = speaker.say(f"place.{part}")
    else:
        where = speaker.say("place.paragraph", n=paragraph_number(article.text, start))
    if not characters:
        return where
    between = left_to_right(f"{start}–{end}")
    return speaker.say("place.both", part=where, characters=speaker.say("place.characters", range=between))


def paragraph_number(text: str, offset: int) -> int:
    """The number of the line with words in it that an offset stands on, the first line counting too."""
    return max(1, sum(1 for line in (text[:offset] + "x").split("\n") if line.strip()))
