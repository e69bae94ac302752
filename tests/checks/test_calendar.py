"""Dates and times that disagree with themselves, and those that only seem to."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.checks.subjects import found
from workbench.checks.calendar import check_calendar
from workbench.checks.values import Finding

DAY = dt.date(2019, 3, 12)


def slips(text: str, date: dt.date | None = DAY) -> list[Finding]:
    return found(check_calendar, text, date)


# text, kind, words that the finding points at
FAULTS = [
    ("وصل الوفد الاثنين 10 آذار/مارس 2019.", "weekday", "الاثنين 10 آذار/مارس 2019"),
    ("وصل الوفد يوم الجمعة الموافق 12 أبريل 2018 إلى عدن.", "weekday", "الجمعة الموافق 12 أبريل 2018"),
    ("وصل الوفد صباح الأحد 14 نيسان/أبريل 2018 إلى عدن.", "weekday", "الأحد 14 نيسان/أبريل 2018"),
    ("وصل الوفد السبت (12 مارس 2019) إلى عدن.", "weekday", "السبت (12 مارس 2019)"),
    ("وصل الوفد الخميس 25/12/2018 إلى عدن.", "weekday", "الخميس 25/12/2018"),
    ("أعلن اليوم الأربعاء 12 مارس 2019 فتح المعبر.", "weekday", "اليوم الأربعاء 12 مارس 2019"),
    ("وصل الوفد الاثنين 10 آذار/مارس.", "weekday", "الاثنين 10 آذار/مارس"),
    ("بدأت المحادثات في 14 شباط/مارس 2019.", "month-names", "14 شباط/مارس 2019"),
    ("بدأت المحادثات في 14 تشرين الأول (نوفمبر) 2018.", "month-names", "14 تشرين الأول (نوفمبر) 2018"),
    ("بدأت المحادثات في 27 جويلية/جوان 2018.", "month-names", "27 جويلية/جوان 2018"),
    ("يعقد الاجتماع في 31 حزيران/يونيو 2019.", "no-such-day", "31 حزيران/يونيو 2019"),
    ("يعقد الاجتماع في 30 شباط.", "no-such-day", "30 شباط"),
    ("عقد الاجتماع في 29 فبراير 2018.", "no-such-day", "29 فبراير 2018"),
    ("عقد الاجتماع بين 28 و31 نيسان/أبريل 2018.", "no-such-day", "بين 28 و31 نيسان/أبريل 2018"),
    ("صادف الأول من رمضان 1440 هجرية 26 أيار/مايو 2019.", "hijri", "الأول من رمضان 1440 هجرية 26 أيار/مايو 2019"),
    ("يوافق العاشر من محرم 1440 هذا العام يوم 25 سبتمبر 2018.", "hijri",
     "العاشر من محرم 1440 هذا العام يوم 25 سبتمبر 2018"),
    ("هبطت الطائرة في بغداد عند الساعة 20:45 بالتوقيت المحلي (18:45 ت غ).", "utc-offset",
     "الساعة 20:45 بالتوقيت المحلي (18:45 ت غ)"),
    ("هبطت الطائرة في الدوحة عند الساعة 21:30 (17:30 ت غ).", "utc-offset", "الساعة 21:30 (17:30 ت غ)"),
    ("تبدأ المباراة عند الساعة 20:00 بتوقيت بغداد (19:30 بتوقيت مكة المكرمة).", "utc-offset",
     "الساعة 20:00 بتوقيت بغداد (19:30 بتوقيت مكة المكرمة)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), FAULTS, ids=[case[2] for case in FAULTS])
def test_faults(text: str, kind: str, words: str) -> None:
    [finding] = slips(text)
    [where] = finding.places
    assert (finding.family, finding.kind, where.text) == ("calendar", kind, words)
    assert text[where.start : where.end] == words
    assert where.end - where.start <= 120
    assert finding.message.en
    assert finding.message.ar
    assert finding.evidence[0].source


FINE = [
    "وصل الوفد الثلاثاء 12 آذار/مارس 2019.", "وصل الوفد الأحد 10 آذار/مارس 2019.", "وصل الوفد الثلاثاء 12/3/2019.",
    "وصل الوفد الأربعاء 03/04/2019.", "وصل الوفد الخميس 04/12/2018.", "وصل أمس الاثنين 11 آذار/مارس 2019.",
    "أعلن الجمعة أنه سيغادر في 12 مارس 2019.", "وصل الجمعة، وفي 12 مارس 2019 غادر.", "يوم الجمعة كان في 12 مارس عطلة.",
    "جرى ذلك في 14 شباط/فبراير 2019.", "جرى ذلك في 14 فبراير/شباط 2019.", "جرى ذلك في كانون الثاني/يناير/جانفي 2019.",
    "بين مارس/أبريل 2018.", "جرى ذلك في 13 أوت/أغسطس 2018.", "جرى ذلك في 2 يوليوز/يوليو 2018.",
    "فاز الأحد 3/1.", "خلال نيسان/مايو 2018.",
    "الثلاثاء 12 والأربعاء 13 مارس 2019.", "الأحد والاثنين 10 و11 مارس 2019.",
    "من الخميس 14 إلى السبت 16 مارس 2019.", "السبت الثاني من مارس 2019.", "الثلاثاء الثالث من مارس 2020.",
    "في 31 آب/أغسطس 2018.", "في 29 شباط/فبراير 2016.", "في 29 شباط.", "انتهت 31/6 بعد تمديدها.",
    "صادف العاشر من محرم 1440 هجرية 20 أيلول/سبتمبر 2018.", "صادف الأول من رمضان 1440 هجرية 5 أيار/مايو 2019.",
    "صادف الأول من رمضان 1440 هجرية 7 أيار/مايو 2019.", "بدأ في رمضان 1440 وانتهى في 26 أيار/مايو 2019.",
    "في 10 محرم 1440، ثم في 26 أيار/مايو 2019.", "السبت 21 ذي الحجة 1434 هـ الموافق 26 أكتوبر 2013.",
    "أقلعت من عمان عند الساعة 16:00 بتوقيت غرينتش (19:00 بتوقيت بغداد).",
    "هبطت في بغداد عند الساعة 20:45 بالتوقيت المحلي (17:45 ت غ).",
    "هبطت في كاتماندو عند الساعة 20:45 بالتوقيت المحلي (15:00 ت غ).",
    "هبطت في بغداد عند الساعة 01:30 بالتوقيت المحلي (22:30 ت غ).",
    "هبطت في بغداد عند الساعة الثامنة بالتوقيت المحلي (17:00 ت غ).",
    "أقلعت عند الساعة 16:00 ت غ، وهبطت عند الساعة 20:45 بالتوقيت المحلي.",
    "وقع عند الساعة 20:45 بالتوقيت المحلي، والثاني عند 21:10 ت غ.", "وقع عند الساعة 20:45 (18:45 ت غ).",
    "بين ليل الجمعة والسبت 9 مارس 2019.", "ليل الجمعة إلى السبت 9 مارس 2019.", "من الأحد إلى الثلاثاء 12 مارس 2019.",
    "هجمات الثلاثاء 11 سبتمبر.", "الخميس 13 مارس 1800.", "قتل الخميس 15 شخصا.", "الخميس 14.",
]  # fmt: skip


@pytest.mark.parametrize("text", FINE)
def test_no_false_alarm(text: str) -> None:
    assert slips(text) == []


def test_the_right_weekday_is_offered_with_its_particle() -> None:
    text = "وصل الثلاثاء 12 مارس 2019 والاثنين 14 مارس 2019."
    [finding] = slips(text)
    [mend] = finding.mends
    assert text[: mend.start] + mend.replacement + text[mend.end :] == "وصل الثلاثاء 12 مارس 2019 والخميس 14 مارس 2019."


def test_offsets_follow_the_history_of_a_zone() -> None:
    """Syria kept UTC+2 in winter until 2022, UTC+3 ever since."""
    text = "وقع الانفجار في دمشق عند الساعة 20:45 بالتوقيت المحلي (18:45 ت غ)."
    assert slips(text, dt.date(2019, 1, 20)) == []
    assert [finding.kind for finding in slips(text, dt.date(2023, 1, 20))] == ["utc-offset"]


def test_a_date_without_its_year_needs_the_articles_day() -> None:
    text = "وصل الوفد الاثنين 10 آذار/مارس."
    assert slips(text, None) == []
    assert slips(text, dt.date(2018, 12, 1)) == []
    assert [finding.severity for finding in slips(text)] == ["medium"]


def test_each_fault_once_with_a_key_of_its_own() -> None:
    text = "وصل الاثنين 10 آذار/مارس 2019.\n\nوغادر الاثنين 10 آذار/مارس 2019."
    keys = [finding.key for finding in slips(text)]
    assert len(keys) == len(set(keys)) == 2
    assert [finding.key for finding in slips("مقدمة جديدة.\n\n" + text)] == keys


def test_gold() -> None:
    """Every slip of the shared piece, and nothing else."""
    folder = Path(__file__).parents[3] / "shared" / "gold"
    if not (folder / "calendar.json").exists():
        pytest.skip(f"{folder} is not there")
    gold = json.loads((folder / "calendar.json").read_text(encoding="utf-8"))
    text = (folder / "calendar-a.txt").read_text(encoding="utf-8")
    findings = slips(text, dt.date.fromisoformat(gold["date_a"]))
    asked = [(text.index(row["a"]), text.index(row["a"]) + len(row["a"])) for row in gold["expect"]]
    where = [(f.places[0].start, f.places[0].end) for f in findings]
    assert len(where) == len(asked)
    assert all(any(s < end and start < e for start, end in where) for s, e in asked)
