"""What is wrong with an exercise or an answer file, said in sentences, all at once."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.text.values import Bilingual

MOST_SHOWN = 12


class ExerciseError(ValueError):
    """A file that is no usable exercise. ``faults`` has every fault found, each one sentence."""

    def __init__(self, faults: Sequence[Bilingual]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.why.en)

    @property
    def why(self) -> Bilingual:
        """All faults in one line; beyond a dozen, how many more there are."""
        return in_one_line(self.faults)


class PaperError(ValueError):
    """An answer file that cannot be used; ``why`` says so in one sentence."""

    def __init__(self, en: str, ar: str) -> None:
        self.why = Bilingual(en, ar)
        super().__init__(en)


def in_one_line(faults: Sequence[Bilingual]) -> Bilingual:
    shown = faults[:MOST_SHOWN]
    en, ar = " ".join(fault.en for fault in shown), " ".join(fault.ar for fault in shown)
    more = len(faults) - len(shown)
    if more:
        en, ar = f"{en} And {more} more.", f"{ar} وأخطاء أخرى عددها {more}."
    return Bilingual(en, ar)
