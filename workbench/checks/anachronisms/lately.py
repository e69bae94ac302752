"""Whom somebody met shortly before the news: «تأتي الزيارة بعد أسبوع من اتصال هاتفي مع وزيرة الخارجية … فلانة», «غداة
لقاء جمعه بالرئيس … فلان»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.anachronisms.tenure import Scene, words_of_another_time
from workbench.knowledge.base import Knowledge
from workbench.mentions.names.holdings import Holding
from workbench.mentions.values import Timex

_LENGTH = re.compile(r"(?:P(\d+)([DWM])|PT(\d+)H)$")
_DAYS = {"D": 1, "W": 7, "M": 31}
_SHORT = 62  # days: what was longer ago is no news
_DOUBT = 31  # days by which somebody must have been gone before the meeting
_WORDS = 8  # words between the meeting and the one who was met: «هاتفي جرى أمس في باريس مع»


@dataclass(frozen=True, slots=True)
class Lately:
    """Reads meetings told as having been so soon before what is news."""

    knowledge: Knowledge

    def met_lately(self, scene: Scene, holding: Holding, gone: int, earlier: Sequence[Scene], news: bool) -> bool:
        """Whether the holder, ``gone`` so many days before the article, is said to have met somebody, talked or been on
        a visit at most two months before it, and had left office a month before that: in a sentence that tells ``news``
        or begins with «تأتي» and the like. ``earlier`` are the sentences of the paragraph before it."""
        if not (holding.country and holding.full) or not holding.first:
            return False
        words = self.knowledge.world.words
        opens = scene.tokens[0].key.removeprefix("و") in words.comes_now
        if not (opens or news) or any(words_of_another_time(other, 0, True) for other in earlier):
            return False
        for at in range(holding.first - 1, max(-1, holding.first - 2 - _WORDS), -1):
            token = scene.tokens[at]
            if token.kind == "punctuation" or token.key in words.was | words.had_before | words.what:
                return False
            if token.key not in words.lately_met:
                continue
            lag = self._lag(scene, at)
            if lag is None:
                return False
            looks_back = any(one.key in words.was | words.had_before for one in scene.tokens[:at])
            return not looks_back and gone > lag + _DOUBT and self._leads_to(scene, at, holding)
        return False

    def _lag(self, scene: Scene, meeting: int) -> int | None:
        """How many days before the news the meeting was, at most: «غداة», «بعد أسبوع من»; None where nothing says."""
        words, tokens = self.knowledge.world.words, scene.tokens
        before = tokens[meeting - 1].key if meeting else ""
        if before.removeprefix("و") in words.right_after:
            return 14
        if before not in ("من", "علي") or meeting < 3:
            return None
        if tokens[meeting - 2].key in words.some_days and tokens[meeting - 3].key.removeprefix("و") == "بعد":
            return 14
        end = scene.offset + tokens[meeting - 2].end
        for mention in scene.mentions:
            if mention.type == "duration" and mention.end == end and isinstance(mention.value, Timex):
                first, _ = scene.tokens_of(mention)
                match = _LENGTH.match(mention.value.timex)
                after = {token.key.removeprefix("و") for token in tokens[max(0, first - 2) : first]}
                if match is None or "بعد" not in after:
                    return None
                days = int(match[1]) * _DAYS[match[2]] if match[1] else 1
                return days if days <= _SHORT else None
        return None

    def _leads_to(self, scene: Scene, meeting: int, holding: Holding) -> bool:
        """Whether the meeting is with the holder: «مع», «بين الرباط و», «جمعه ب», or theirs: «زيارة الوزير فلان»."""
        tokens, words = scene.tokens, self.knowledge.world.words
        title, before = tokens[holding.first].key, tokens[holding.first - 1].key
        between = [token.key for token in tokens[meeting + 1 : holding.first]]
        if not between:
            return tokens[meeting].key in words.visits
        if before == "مع":
            return True
        if before == "من":
            return any(word in words.had_from for word in between)
        if title.startswith("و"):
            return "بين" in between
        return title.startswith("ب") and any(word in words.brought_together for word in between)
