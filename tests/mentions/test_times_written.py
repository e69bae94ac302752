"""Dates and clocks written in every form read back to themselves; any text survives and every span lies inside it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.knowledge.base import load_knowledge
from workbench.knowledge.time.calendars import MONTHS_TWICE, hijri_of
from workbench.knowledge.time.days import WEEKDAYS_AR
from workbench.mentions.times.finding import find_times
from workbench.mentions.times.resolve import NO_REFERENCE, Reference, resolve_time
from workbench.mentions.times.values import TimeReading
from workbench.mentions.values import Timex
from workbench.resources import resource_folder
from workbench.text.tokens import read_tokens

KNOWLEDGE = load_knowledge(resource_folder())

GULF = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
LEVANT = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
          "تشرين الثاني", "كانون الأول")  # fmt: skip
MAGHREB = ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
MOROCCO = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
HIJRI = ("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
         "ذي القعدة", "ذي الحجة")  # fmt: skip
UNITS = ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
         "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر",
         "التاسع عشر", "العشرين", "الحادي والعشرين", "الثاني والعشرين", "الثالث والعشرين", "الرابع والعشرين",
         "الخامس والعشرين", "السادس والعشرين", "السابع والعشرين", "الثامن والعشرين", "التاسع والعشرين", "الثلاثين",
         "الحادي والثلاثين")  # fmt: skip
HOURS = ("الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
         "الحادية عشرة", "الثانية عشرة")  # fmt: skip
MINUTES = {0: "", 5: "وخمس دقائق", 10: "وعشر دقائق", 15: "والربع", 20: "والثلث", 30: "والنصف", 25: "وخمس وعشرون دقيقة",
           40: "وأربعون دقيقة", 55: "إلا خمس دقائق", 45: "إلا ربعا"}  # fmt: skip

days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


def readings(text: str, reference: Reference = NO_REFERENCE) -> list[Timex]:
    found = []
    for mention in find_times(read_tokens(text), KNOWLEDGE):
        assert isinstance(mention.value, TimeReading)
        found.append(resolve_time(mention.value, reference, KNOWLEDGE.times))
    return found


def arabic(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in text)


FORMATS = (
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{y}/{m:02}/{d:02}", "{y}-{m:02}-{d:02}", "{d}-{m}-{y}", "{d}.{m}.{y}",
    "{d} {gulf} {y}", "{d} {levant} {y}", "{d} {maghreb} {y}", "{d} {morocco} {y}", "{d} {levant}/{gulf} {y}",
    "{d} {gulf}/{levant} {y}", "{d} {gulf} {levant} {y}", "{d} {levant} ({gulf}) {y}", "{d} من {gulf} {y}",
    "{d} {gulf}، {y}", "{gulf} {d}, {y}", "{d}-{gulf}-{y}", "{d}/{gulf}/{y}", "{d} {gulf} من عام {y}",
    "{d} من شهر {levant} عام {y}", "{nth} من {gulf} {y}", "{nth} من {levant}/{gulf} {y}", "{nth} من {gulf} سنة {y}",
    "{weekday} {d} {gulf} {y}", "يوم {weekday} {d} {levant}/{gulf} {y}", "{weekday}، {d} {gulf} {y}",
    "{weekday} ({d} {gulf} {y})", "يوم {weekday} الموافق {d} {gulf} {y}", "{weekday} {d}/{m}/{y}", "{d} {gulf} {y} م",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(days, st.sampled_from(FORMATS), st.sampled_from("0٠۰"))
def test_dates_read_back(day: dt.date, form: str, zero: str) -> None:
    written = form.format(
        d=day.day, m=day.month, y=day.year, gulf=GULF[day.month - 1], levant=LEVANT[day.month - 1],
        maghreb=MAGHREB[day.month - 1], morocco=MOROCCO[day.month - 1], nth=UNITS[day.day],
        weekday=WEEKDAYS_AR[day.weekday()],
    )  # fmt: skip
    if "{d}.{m}" in form and day.day > 12:
        written = written.replace("/", ".")
    iso = day.isoformat()
    for rest in ("بعد اجتماع", "في القاهرة", "عن الوزارة", ""):
        assert readings(f"أعلن ذلك في {arabic(written, zero)} {rest}") == [Timex(iso, iso, iso)]


@settings(max_examples=100, deadline=None)
@given(days)
def test_months_in_the_programs_own_words_read_back(day: dt.date) -> None:
    iso = day.isoformat()
    assert readings(f"{WEEKDAYS_AR[day.weekday()]} {day.day} {MONTHS_TWICE[day.month - 1]} {day.year}") == [
        Timex(iso, iso, iso)
    ]


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1930, 1, 1), dt.date(2070, 1, 1)), st.sampled_from(("{} {} {} هـ", "{} من {} عام {} هجرية")))
def test_hijri_dates_read_back(day: dt.date, form: str) -> None:
    hijri = hijri_of(day)
    assert hijri is not None
    iso = day.isoformat()
    assert readings(form.format(hijri[2], HIJRI[hijri[1] - 1], hijri[0])) == [Timex(iso, iso, iso)]


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(("الساعة {h}:{m:02}", "{h:02}:{m:02}", "الساعة {h:02},{m:02}", "عند الساعة {h:02}:{m:02} ت غ")),
    st.sampled_from("0٠۰"),
)
def test_clocks_in_figures_read_back(hour: int, minute: int, form: str, zero: str) -> None:
    written = arabic(form.format(h=hour, m=minute), zero)
    clock = f"T{hour:02d}:{minute:02d}"
    assert readings(written) == [Timex(clock, clock, clock, "UTC" if "ت غ" in form else None)]


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 12), st.sampled_from(sorted(MINUTES)), st.sampled_from(("صباحا", "مساء")), st.booleans())
def test_clocks_in_words_read_back(hour: int, minute: int, part: str, headed: bool) -> None:
    told = HOURS[hour - 1] if minute < 45 else HOURS[hour % 12]
    written = " ".join(filter(None, ("الساعة" if headed else "", told, MINUTES[minute], part)))
    named = hour if minute < 45 else hour % 12 + 1
    if named == 12 or hour == 12:
        return  # twelve «in the evening» is noon to some and midnight to others
    late = 12 if part == "مساء" else 0
    clock = f"T{hour + late:02d}:{minute:02d}"
    assert readings(f"وقع عند {written}") == [Timex(clock, clock, clock)]


LENGTHS = [("ثانية", "ثوان", "T{}S"), ("دقيقة", "دقائق", "T{}M"), ("ساعة", "ساعات", "T{}H"), ("يوما", "أيام", "{}D"),
           ("أسبوعا", "أسابيع", "{}W"), ("شهرا", "أشهر", "{}M"), ("عاما", "أعوام", "{}Y"),
           ("سنة", "سنوات", "{}Y")]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.integers(3, 400), st.sampled_from(LENGTHS))
def test_lengths_read_back(count: int, unit: tuple[str, str, str]) -> None:
    noun = unit[1] if 3 <= count % 100 <= 10 else unit[0]
    assert readings(f"استمر ذلك {count} {noun} على الأقل") == [Timex("P" + unit[2].format(count))]


WORDS = st.sampled_from((
    "في", "من", "إلى", "حتى", "منذ", "قبل", "بعد", "بين", "و", "يوم", "الخميس", "الجمعة", "والسبت", "أمس",
    "اليوم", "غدا", "صباح", "مساء", "الساعة", "الثامنة", "والنصف",
    "إلا", "ربعا", "مارس", "كانون", "الثاني", "رمضان", "آذار/مارس", "15",
    "2013", "٣", "20:45", "15/3/2013", "الأسبوع", "الماضي", "المقبل", "أيام", "ثلاثة", "شهر", "عام", "العام",
    "سنة", "نصف", "الأول", "القرن", "السبعينيات", "كل", "آخر", "أول", "هذا",
    "الشهر", "بتوقيت", "بغداد", "ت", "غ", "(", ")", "،", "-",
    "/", "الموافق", "هـ", "م", "الربع", "نهاية", "مطلع", "ليل", "الليلة", "الماضية", "عشر", "والعشرين", "ألفين", "9999",
    "31", "شباط", "0", "لمدة", "طوال", "خلال", "عيد", "الفطر", "صيف", "عطلة", "نهاية الأسبوع", "ساعة", "دقيقة", "ونصف",
))  # fmt: skip
PHRASES = st.lists(WORDS, max_size=14).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=80), PHRASES), st.one_of(st.none(), st.dates()))
@example("في1و", None)
@example("\ud800 15 مارس", None)
@example("الخميس\u200f 14\u200e مارس", dt.date(2013, 3, 14))
def test_any_text_survives(text: str, day: dt.date | None) -> None:
    mentions = find_times(read_tokens(text), KNOWLEDGE)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    for mention in mentions:
        assert isinstance(mention.value, TimeReading)
        assert all(0 <= p.start < p.end <= len(text) for p in mention.value.pieces)
        value = resolve_time(mention.value, Reference(day, day), KNOWLEDGE.times)
        assert value.timex
        _assert_interval(value)


def _assert_interval(value: Timex) -> None:
    """Both sides are days, minutes, or minutes of an unknown day; the first is not later than the last."""
    for side in (value.begin, value.end):
        if side is None:
            continue
        date, _, clock = side.partition("T")
        if date:
            dt.date.fromisoformat(date)
        if "T" in side:
            dt.time.fromisoformat(clock)
    if value.begin is not None and value.end is not None and value.begin[0] != "T" and value.end[0] != "T":
        assert value.begin[:10] <= value.end[:10]


@pytest.mark.parametrize("mark", ["\u064b", "\u0640", "\u200f", "\u2066", "\u00ad"])
def test_marks_change_nothing(mark: str) -> None:
    plain = "وصل الخميس 14 مارس الساعة الثامنة مساء"
    marked = "".join(c + (mark if c == "م" else "") for c in plain)
    assert readings(marked, Reference(None, None)) == readings(plain, Reference(None, None))
