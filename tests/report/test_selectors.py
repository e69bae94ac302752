"""Annotations find exactly the quoted words; ClaimReview drafts claim nothing that nobody decided."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.material import hostile_with, made, record
from workbench.report.claimreview import MUST_ADD


def annotations(prefix: str = "") -> tuple[list[dict[str, Any]], dict[str, str]]:
    subject = record(hostile_with(prefix))
    whole = json.loads(made("annotations", "en", subject))
    assert whole["total"] == len(whole["first"]["items"]) == len(subject.result.findings)
    addresses = [target["source"]["id"] for item in whole["first"]["items"] for target in item["target"]]
    texts = {reading.article.id: reading.article.text for reading in subject.result.readings}
    return whole["first"]["items"], dict(zip(dict.fromkeys(addresses), texts.values(), strict=True))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="اب🔥\U0001d7d8e\u0301\u200f\n ", max_size=12))
def test_selectors_find_exactly_the_words(prefix: str) -> None:
    items, texts = annotations(prefix)
    words = {place.text for finding in record().result.findings for place in finding.places}
    found = set()
    for item in items:
        for target in item["target"]:
            text = texts[target["source"]["id"]]
            quote, position = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            before, after = quote["prefix"], quote["suffix"]
            assert text[: position["start"]].endswith(before)
            assert text[position["end"] :].startswith(after)
            assert text.count(before + quote["exact"] + after) == 1
            found.add(quote["exact"])
    assert found == words


def test_annotations_say_what_the_standard_asks_for() -> None:
    items, _ = annotations()
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["body"][0]["type"] == "TextualBody"
        for target in item["target"]:
            kinds = [selector["type"] for selector in target["selector"]]
            assert kinds == ["TextQuoteSelector", "TextPositionSelector"]
            assert target["source"]["id"].startswith("ni:///sha-256;")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_claimreview_holds_confirmed_findings_alone_and_no_rating(language: str) -> None:
    text = made("claimreview", language).decode("utf-8")
    whole = json.loads(text)
    assert [review["@id"].rsplit(":", 1)[1] for review in whole["@graph"]] == ["shops", "weekday"]
    assert whole["workbench:draft"] is True
    assert set(whole["workbench:mustAdd"]) == set(MUST_ADD)
    for review in whole["@graph"]:
        assert review["@type"] == "ClaimReview"
        assert not {"reviewRating", "author", "url", "datePublished"} & set(review)
        assert review["itemReviewed"]["text"] in review["claimReviewed"]
    # Names and notes are the newsroom's own.
    assert "ليلى حداد" not in text
    assert "راجعت البيان" not in text
    assert "ratingValue" not in text


def test_claimreview_of_a_check_nobody_reviewed_is_empty() -> None:
    from dataclasses import replace

    assert json.loads(made("claimreview", "en", replace(record(), decisions=())))["@graph"] == []


def test_claimreview_leaves_out_what_is_no_claim() -> None:
    from dataclasses import replace

    from workbench.review.decisions import Decision

    confirmed = tuple(Decision(key, "confirmed") for key in ("anonymous", "twice", "weekday"))
    subject = replace(record(), decisions=confirmed)
    graph = json.loads(made("claimreview", "en", subject))["@graph"]
    assert [review["@id"].rsplit(":", 1)[1] for review in graph] == ["weekday"]
