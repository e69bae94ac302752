"""Times and lengths in words: what the window and the reports say of one value, without a code or an ISO day in it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.report.material import made
from tests.report.test_claim_values import FOLDER, claim
from workbench.gui.language import read_words
from workbench.knowledge.facts.world import EMPTY_WORLD
from workbench.mentions.values import Timex
from workbench.report.claim_words import claim_value
from workbench.report.words import Speaker, read_speaker
from workbench.value_words import length_words, time_words
from workbench.wording import Words


@pytest.fixture(scope="module")
def speakers() -> tuple[Speaker, Speaker]:
    return read_speaker(FOLDER, "ar"), read_speaker(FOLDER, "en")


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(FOLDER)


def bare(words: str) -> str:
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", words)


@pytest.mark.parametrize(
    ("timex", "arabic", "english"),
    [
        ("P1Y", "سنة واحدة", "1 year"),
        ("P2Y", "سنتان", "2 years"),
        ("P3Y", "3 سنوات", "3 years"),
        ("P8Y", "8 سنوات", "8 years"),
        ("P11Y", "11 سنة", "11 years"),
        ("P100D", "100 يوم", "100 days"),
        ("P103D", "103 أيام", "103 days"),
        ("P124D", "124 يوماً", "124 days"),
        ("P2W", "أسبوعان", "2 weeks"),
        ("P4M", "4 أشهر", "4 months"),
        ("PT4M", "4 دقائق", "4 minutes"),
        ("PT90M", "90 دقيقة", "90 minutes"),
        ("PT28S", "28 ثانية", "28 seconds"),
        ("PT3S", "3 ثوان", "3 seconds"),
        ("PT33M12S", "33 دقيقة و12 ثانية", "33 minutes and 12 seconds"),
        ("P1Y24D", "سنة واحدة و24 يوماً", "1 year and 24 days"),
        ("P1DT2H", "يوم واحد وساعتان", "1 day and 2 hours"),
        ("PT3.5H", "3 ساعات ونصف ساعة", "3 hours and half an hour"),
        ("P0.5Y", "نصف سنة", "half a year"),
        ("P1.25Y", "", ""),
        ("PXY", "", ""),
        ("P", "", ""),
        ("PT", "", ""),
        ("PRESENT_REF", "", ""),
        ("2019", "", ""),
    ],
)
def test_lengths_agree_with_their_numbers(words: Words, timex: str, arabic: str, english: str) -> None:
    assert bare(length_words(timex, words, "ar")) == arabic
    assert bare(length_words(timex, words, "en")) == english


@pytest.mark.parametrize(
    ("time", "arabic", "english"),
    [
        (Timex("P8Y", None, None), "8 سنوات", "8 years"),
        (Timex("2019-12-27", "2019-12-27", "2019-12-27"), "27 ديسمبر 2019", "27 December 2019"),
        (Timex("2021-01", "2021-01-01", "2021-01-31"), "يناير 2021", "January 2021"),
        (Timex("2024-02", "2024-02-01", "2024-02-29"), "فبراير 2024", "February 2024"),
        (Timex("2019", "2019-01-01", "2019-12-31"), "2019", "2019"),
        (Timex("2014/2019", "2014-01-01", "2019-12-31"), "من 2014 إلى 2019", "2014 to 2019"),
        (
            Timex("2024-11/2025-01", "2024-11-01", "2025-01-31"),
            "من نوفمبر 2024 إلى يناير 2025", "November 2024 to January 2025",
        ),
        (Timex("2023-Q1", "2023-01-01", "2023-03-31"), "من 1 يناير 2023 إلى 31 مارس 2023",
         "1 January 2023 to 31 March 2023"),
        (Timex("2024-01-15/2024-01-16", "2024-01-15", "2024-01-16"), "من 15 يناير 2024 إلى 16 يناير 2024",
         "15 January 2024 to 16 January 2024"),
        (Timex("2023-08-16TEV", "2023-08-16T18:00", "2023-08-16T23:59"), "16 أغسطس 2023، 18:00–23:59",
         "16 August 2023, 18:00–23:59"),
        (Timex("2024-05-01T09:30", "2024-05-01T09:30", "2024-05-01T09:30"), "1 مايو 2024، 09:30",
         "1 May 2024, 09:30"),
        (Timex("T18:00/T06:00", "T18:00", "T06:00"), "18:00–06:00", "18:00–06:00"),
        (Timex("TEV", "T18:00", "T23:59"), "18:00–23:59", "18:00–23:59"),
        (Timex("T20:45", "T20:45", "T20:45", "Asia/Baghdad"), "20:45 بتوقيت بغداد", "20:45 Baghdad time"),
        (Timex("T18:45", "T18:45", "T18:45", "UTC"), "18:45 بتوقيت غرينتش", "18:45 UTC"),
        (Timex("T18:45", "T18:45", "T18:45", "Etc/GMT-3"), "18:45 بتوقيت غرينتش +3", "18:45 UTC+3"),
        (Timex("T18:45", "T18:45", "T18:45", "Asia/Nowhere"), "18:45 (Asia/Nowhere)", "18:45 (Asia/Nowhere)"),
        (Timex("2009-04/..", "2009-04-01", None), "منذ أبريل 2009", "since April 2009"),
        (Timex("2022-10-12/..", "2022-10-12", None), "منذ 12 أكتوبر 2022", "since 12 October 2022"),
        (Timex("../2025-10-07TEV", None, "2025-10-07T23:59"), "حتى 7 أكتوبر 2025، 23:59",
         "until 7 October 2025, 23:59"),
        (Timex("../T10:00", None, "T10:00"), "حتى 10:00", "until 10:00"),
        (Timex("XXXX-WXX-6", None, None), "السبت", "السبت"),
        (Timex("PXW", "2025-02-12", None), "السبت", "السبت"),
        (Timex("PRESENT_REF", "2023-07-12", "2023-07-12"), "12 يوليو 2023", "12 July 2023"),
    ],
)  # fmt: skip
def test_reports_say_times_as_people_do(
    speakers: tuple[Speaker, Speaker], time: Timex, arabic: str, english: str
) -> None:
    one = replace(claim("x"), value=time, text="السبت")
    assert bare(claim_value(one, speakers[0], EMPTY_WORLD)) == f"أ: {arabic}"
    assert bare(claim_value(one, speakers[1], EMPTY_WORLD)) == f"A: {english}"


def test_a_part_of_a_month_or_a_year_is_not_all_of_it() -> None:
    for begin, end in (("2024-01-15", "2024-01-16"), ("2025-02-10", "2025-02-16"), ("2023-01-01", "2023-03-31")):
        assert time_words(Timex("x", begin, end), "en") == ""
    assert time_words(Timex("2021-01", "2021-01-01", "2021-01-31"), "en") == "January 2021"


def test_every_zone_that_times_can_have_is_named(speakers: tuple[Speaker, Speaker]) -> None:
    things = speakers[0].things
    assert things is not None
    assert len(things.zones) > 50
    for id in things.zones:
        assert re.fullmatch("بتوقيت [\u0620-\u064a ]+", things.zone(id, "ar")), id
        assert re.fullmatch(r"[A-Z][\w -]+ time|UTC", things.zone(id, "en")), id


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_no_report_that_people_read_has_a_day_in_figures_or_a_code_of_a_time(form: str) -> None:
    for code in ("ar", "en"):
        text = made(form, code).decode("utf-8").replace("2024-03-10", "")  # which the stand-in's own message says
        assert not re.search(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])|\bPT?\d+[YMDH]\b|XXXX", text)
