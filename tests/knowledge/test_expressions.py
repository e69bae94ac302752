"""Expressions of several words, in the forms and orders that the news writes them in."""

from __future__ import annotations

import pytest

from workbench.knowledge.language.expressions import Expressions, load_expressions
from workbench.knowledge.language.lexicon import Lexicon, load_lexicon
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

TABLES = resource_folder() / "lexicon"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(TABLES)


@pytest.fixture(scope="module")
def expressions() -> Expressions:
    return load_expressions(TABLES)


def concepts(text: str, lexicon: Lexicon, expressions: Expressions) -> list[tuple[str, str]]:
    """The concepts found in a text, each with the words it was found in."""
    tokens = read_tokens(text)
    readings = [
        None if token.kind in ("punctuation", "symbol") else lexicon.lookup(token.key, plain=token.plain)
        for token in tokens
    ]
    return [
        (found.expression.concept, " ".join(tokens[at].text for at in found.at)) for found in expressions.find(readings)
    ]


@pytest.mark.parametrize(
    ("text", "concept", "words"),
    [
        ("لقي الشابان مصرعهما غرقا", "die", "لقي مصرعهما"),
        ("ولقيت ثلاث نساء على الأقل مصرعهن", "die", "ولقيت مصرعهن"),
        ("قد يلقى السائق حتفه", "die", "يلقى حتفه"),
        ("أودى الحريق بحياة أربعة", "claim-lives", "أودى بحياة"),
        ("أودت بحياته رصاصة", "claim-lives", "أودت بحياته"),
        ("فارقت الحياة متأثرة بجروحها", "die", "فارقت الحياة"),
        ("أصيب سبعة آخرون بجروح طفيفة", "be-injured", "أصيب بجروح"),
        ("انفجرت سيارتان مفخختان", "car-bomb", "سيارتان مفخختان"),
        ("بسيارة مفخخة", "car-bomb", "بسيارة مفخخة"),
        ("طائرات بدون طيار", "drone", "طائرات بدون طيار"),
        ("أطلق مجهولون النار عليه", "shoot", "أطلق النار"),
        ("أطلقت السلطات سراحه", "release", "أطلقت سراحه"),
        ("ألقت الشرطة القبض عليهم", "arrest", "ألقت القبض"),
        ("أدلى الناخبون بأصواتهم", "vote", "أدلى بأصواتهم"),
        ("رئيس الوزراء الجديد", "prime-minister", "رئيس الوزراء"),
        ("وقف إطلاق النار", "ceasefire", "وقف إطلاق النار"),
        ("اختلت عجلة القيادة في يده", "lose-control", "اختلت عجلة القيادة"),
        ("قدم الوزير استقالته", "resign", "قدم استقالته"),
    ],
)
def test_found(text: str, concept: str, words: str, lexicon: Lexicon, expressions: Expressions) -> None:
    assert (concept, words) in concepts(text, lexicon, expressions)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("لقي ترحيبا. أعلن مصرعه لاحقا", "die"),  # not across a full stop
        ("لقي المصرع", "die"),  # no pronoun
        ("ضباط وصف", "non-commissioned-officer"),  # «and» between
        ("نفى الوزير أن تكون الصحة", "deny"),  # «نفى صحة» without a gap only
        ("سيارة بيضاء", "car-bomb"),
        ("سيارة نقلت المصابين", "truck"),  # a verb
        ("لقي الرجل بعد أيام طويلة من البحث عنه في الجبال مصرعه", "die"),  # too far
    ],
)
def test_not_found(text: str, concept: str, lexicon: Lexicon, expressions: Expressions) -> None:
    assert concept not in [found for found, _ in concepts(text, lexicon, expressions)]


def test_every_expression_finds_itself(lexicon: Lexicon, expressions: Expressions) -> None:
    lost = []
    for listed in expressions.by_first.values():
        for expression in listed:
            words = [part.proclitic + part.lemma + ("ه" if part.pronoun else "") for part in expression.parts]
            text = " ".join(words).replace("ةه", "ته").replace("ىه", "اه")
            if expression.concept not in [concept for concept, _ in concepts(text, lexicon, expressions)]:
                lost.append(text)
    assert not lost
