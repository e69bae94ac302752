"""Reading articles: against a public library that reads only dates, and against their own length."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.articles import long_article, news_articles
from tests.benchmarks.measuring import Measurement, alternating, growth, seconds
from workbench.contract import extract_json
from workbench.engine import Draft, Engine
from workbench.knowledge.base import Knowledge, load_knowledge
from workbench.resources import resource_folder


def extract_all(knowledge: Knowledge, texts: list[str]) -> int:
    """What ``workbench extract`` does with each text, by an engine that has read nothing before; mentions found."""
    engine = Engine(knowledge)
    return sum(len(extract_json(engine.read(Draft(text)))["mentions"]) for text in texts)


def extract_beside_dateparser() -> Iterator[Measurement]:
    """All kinds of mentions against dateparser's search for dates, line by line, over the same news."""
    from dateparser.search import search_dates

    texts = news_articles()
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    knowledge = load_knowledge(resource_folder())
    search_dates(lines[0], languages=["ar"])  # its tables are read at the first call: that is not counted
    extract_all(knowledge, texts[:1])
    found = extract_all(knowledge, texts)
    ours, theirs = alternating(
        lambda: extract_all(knowledge, texts),
        lambda: [search_dates(line, languages=["ar"]) for line in lines],
        rounds=3,
    )
    words = sum(len(text.split()) for text in texts)
    detail = (
        f"{len(texts)} articles, {words} words: {ours:.2f} s ({words / ours:,.0f} words/s, {found} mentions), "
        f"dateparser {theirs:.2f} s"
    )
    yield Measurement("extract beside dateparser", ours / theirs, 1.0, "times", detail)


def time_grows_with_length() -> Iterator[Measurement]:
    """Ten times the article costs ten times the time: in many paragraphs, and in one sentence."""
    knowledge = load_knowledge(resource_folder())
    # From a few thousand words on, so that what every article costs once does not hide how the rest grows.
    sizes = (3000, 6000, 12000, 24000)
    articles = {size: long_article(size) for size in sizes}
    extract_all(knowledge, [articles[sizes[0]]])
    # One sentence: no stop, no new line, yet the same words.
    sentence_of = str.maketrans(dict.fromkeys("\n.!?؟;؛:", " "))
    for name, texts in (
        ("many paragraphs", [articles[size] for size in sizes]),
        ("one sentence", [articles[size].translate(sentence_of) for size in sizes]),
    ):
        lengths = [len(text.split()) for text in texts]
        rounds = [[seconds(lambda text=text: extract_all(knowledge, [text])) for text in texts] for _ in range(3)]
        times = [min(column) for column in zip(*rounds, strict=True)]
        detail = ", ".join(f"{n} words {t * 1000:.0f} ms" for n, t in zip(lengths, times, strict=True))
        yield Measurement(f"growth with length, {name}", growth(lengths, times), 1.3, "times linear", detail)
