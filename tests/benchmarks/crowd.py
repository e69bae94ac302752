"""Long articles full of marks, and a stand-in for the engine that puts them there."""

from __future__ import annotations

import random
from collections.abc import Sequence

from workbench.alignment.values import Alignment
from workbench.checks.subject import Profile
from workbench.checks.values import Finding, Place
from workbench.claims.values import Claim
from workbench.engine import CheckResult, Draft, Overrides
from workbench.mentions.reading import ArticleReading
from workbench.mentions.values import Amount, ArticleDate
from workbench.text.values import Article, Bilingual, Span

WORDS = (
    "قالت الشرطة إن حريقا اندلع مساء الأحد في سوق المدينة القديمة وأتى على 40 متجرا وأسفر عن إصابة ستة أشخاص بينهم "
    "رجل إطفاء واحد"
).split()
EVERY = 110  # letters from one claim to the next: 1,000 in 20,000 words
NOTHING = Bilingual("-", "-")


def long_text(words: int, seed: int) -> str:
    """Paragraphs of 40 to 90 words of our own, in an order that a seed decides."""
    chance = random.Random(seed)
    paragraphs = []
    while words > 0:
        length = chance.randint(40, 90)
        paragraphs.append(" ".join(chance.choice(WORDS) for _ in range(length)))
        words -= length
    return "\n\n".join(paragraphs)


class Crowd:
    """A claim every so many letters, each aligned with its like; every fourth is a finding."""

    def __init__(self, every: int = EVERY) -> None:
        self.every = every

    def check(
        self, drafts: Sequence[Draft], overrides: Overrides | None = None, profile: Profile | None = None
    ) -> CheckResult:
        claims: list[Claim] = []
        findings: list[Finding] = []
        for article, draft in zip("ab", drafts, strict=False):
            for number, start in enumerate(range(0, len(draft.text) - 40, self.every)):
                span = Span(start, start + 9)
                claims.append(
                    Claim(
                        id=f"{article}{number}", article=article, kind="quantity", span=span,
                        text=draft.text[span.start : span.end], clause=span, part="body", sentence=0, predicate="burn",
                        of="shop", value=Amount(number, number),
                    )
                )  # fmt: skip
                if number % 4 == 0:
                    place = Place(article, start, start + 12, draft.text[start : start + 12])
                    family, kind = ("contradiction", "quantity") if number % 8 else ("sourcing", "vague")
                    findings.append(
                        Finding(
                            f"{article}-{number}", family, kind, "internal", "medium", 0.5, "crowd", (place,),
                            Bilingual("A figure", "رقم"),
                        )
                    )  # fmt: skip
        ids = {claim.id for claim in claims}
        pairs = [(f"a{n}", f"b{n}") for n in range(len(ids)) if f"a{n}" in ids and f"b{n}" in ids]
        alignments = tuple(
            Alignment(pair, 0.9, "agrees" if number % 3 else "contradicts", NOTHING)
            for number, pair in enumerate(pairs)
        )
        readings = tuple(_reading(id, draft) for id, draft in zip("ab", drafts, strict=False))
        return CheckResult(readings, tuple(claims), (), alignments, tuple(findings))


def _reading(id: str, draft: Draft) -> ArticleReading:
    article = Article(id, draft.text, "", (), (), None, "ar")
    return ArticleReading(article, ArticleDate(None, None, "unknown", NOTHING), (), (), ())
