"""History told with a date of its own: office-holders held against it, and what only stands beside a date."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.dealings_in_order import DEALINGS_IN_ORDER
from tests.checks.histories_in_order import IN_ORDER
from tests.checks.histories_out_of_time import OUT_OF_TIME
from tests.checks.subjects import found
from workbench.checks.anachronisms.findings import check_anachronism


def words(text: str, on: dt.date | None) -> list[str]:
    return [finding.places[0].text for finding in found(check_anachronism, text, on)]


@pytest.mark.parametrize("on", [None, dt.date(2024, 3, 3)], ids=["undated", "dated"])
@pytest.mark.parametrize(("text", "out_of_time"), OUT_OF_TIME, ids=[text for text, _ in OUT_OF_TIME])
def test_history_out_of_time_is_found(text: str, out_of_time: str, on: dt.date | None) -> None:
    assert words(text, on) == [out_of_time]


@pytest.mark.parametrize("on", [None, dt.date(2024, 3, 3)], ids=["undated", "dated"])
@pytest.mark.parametrize("text", [*IN_ORDER, *DEALINGS_IN_ORDER])
def test_history_in_order_is_left_alone(text: str, on: dt.date | None) -> None:
    assert words(text, on) == []
