"""E-mail: the words a reader sees, subject, day, encodings, attachments, saved pages, hostile nesting."""

from __future__ import annotations

import datetime as dt
import email.policy
from email.message import EmailMessage

import pytest

from tests.importing.documents import PARAGRAPHS, mail, outcome, page
from workbench.importing.mails import read_mail

HEAD = "From: desk@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def raw(head: str, body: bytes) -> bytes:
    return (HEAD + head + "\r\n\r\n").encode() + body


ARABIC = "قُتل 12\u200f شخصا في كركوك"
CASES = [
    ("plain", mail(text=ARABIC), ARABIC),
    ("both", mail(text=ARABIC, html="<p>شيء آخر</p>"), ARABIC),
    ("base64", raw("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                   b"2YPYsdmD2YjZgw=="), "كركوك"),
    ("quoted-printable", raw("Content-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: "
                             "quoted-printable", b"=DF=D1=DF=E6=\r\n=DF"), "كركوك"),
    ("code page", raw("Content-Type: text/plain; charset=windows-1256", ARABIC.encode("cp1256")), ARABIC),
    ("no charset named", raw("Content-Type: text/plain", "قتل شخص في كركوك".encode("cp1256")), "قتل شخص في كركوك"),
    ("wrong charset named", raw("Content-Type: text/plain; charset=x-none", ARABIC.encode()), ARABIC),
    ("no type named", b"From: a\r\nSubject: b\r\n\r\n" + ARABIC.encode(), ARABIC),
    ("flowed", raw('Content-Type: text/plain; charset=utf-8; format=flowed', "قتل \r\nشخص \r\nهنا\r\nسطر".encode()),
     "قتل شخص هنا\nسطر"),
    ("markup stays", raw("Content-Type: text/plain; charset=utf-8", b"<img src='http://example.org/x'> text"),
     "<img src='http://example.org/x'> text"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_words(data: bytes, text: str) -> None:
    content = read_mail(data)
    assert content.text.strip("\n") == text
    assert content.warnings == ()


def test_html_through_the_reader_of_pages() -> None:
    content = read_mail(mail(html=page(), subject="خبر"))
    assert content.text.endswith(PARAGRAPHS[-1])
    assert "الرئيسية" not in content.text
    assert content.title == "خبر"


def test_a_plain_text_that_only_names_the_page() -> None:
    content = read_mail(mail(text="لا يعرض برنامجك هذه الرسالة.", html=page()))
    assert content.text.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("مقتل مقاول في كركوك", "مقتل مقاول في كركوك"),
        ("Fwd: RE: مقتل مقاول", "مقتل مقاول"),
        ("إعادة توجيه: مقتل", "مقتل"),
        ("", ""),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    assert read_mail(mail(subject=subject, text=ARABIC)).title == title


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Sat, 28 Dec 2019 23:30:00 +0300", dt.date(2019, 12, 28)),
        ("28 Dec 2019 10:00", dt.date(2019, 12, 28)),
        ("", None),
    ],
)
def test_days(date: str, day: dt.date | None) -> None:
    found = read_mail(mail(date=date, text=ARABIC)).date
    assert (found and found.day) == day
    assert found is None or (found.kind == "sent" and str(day) in found.why.ar)


@pytest.mark.parametrize("date", ["yesterday", "Sat, 99 Dec 2019", "1 Jan 1901 00:00:00 +0000", "=?x?q?"])
def test_days_that_are_none(date: str) -> None:
    data = f"From: a\r\nSubject: b\r\nDate: {date}\r\n\r\nwords".encode()
    assert read_mail(data).date is None


def test_attachments_are_named_and_not_read() -> None:
    content = read_mail(mail(text=ARABIC, attachments=("تقرير.pdf", *[f"{n}.jpg" for n in range(9)])))
    (warning,) = content.warnings
    assert warning.en == "Attachments were not read: تقرير.pdf, 0.jpg, 1.jpg, 2.jpg, 3.jpg …."
    assert "تقرير.pdf" in warning.ar
    attached = EmailMessage()
    attached["From"] = attached["Subject"] = "a"
    attached.set_content("في الرسالة")
    attached.add_attachment("في المرفق", filename="a.txt")
    assert read_mail(bytes(attached)).text.strip() == "في الرسالة"


def test_a_page_saved_as_one_file() -> None:
    message = EmailMessage(policy=email.policy.default)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/story"
    message["Subject"] = "شيء"
    message["Date"] = "Sun, 1 Jan 2023 10:00:00 +0000"
    published = '<meta property="article:published_time" content="2019-12-28">'
    message.set_content(page(head=published), subtype="html")
    content = read_mail(bytes(message))
    assert content.title == "مقتل مقاول أميركي في كركوك"
    assert content.date is not None
    assert (content.date.kind, content.date.day) == ("published", dt.date(2019, 12, 28))  # not the day it was saved


def nested(depth: int) -> bytes:
    body = b"Content-Type: text/plain\r\n\r\nwords"
    for level in range(depth):
        mark = b"b%d" % level
        body = b"Content-Type: multipart/mixed; boundary=%b\r\n\r\n--%b\r\n%b\r\n--%b--" % (mark, mark, body, mark)
    return b"From: a\r\nMIME-Version: 1.0\r\n" + body


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\r\nSubject: b\r\n\r\n",
        mail(attachments=("a.bin",)),
        raw("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", b""),
        raw("Content-Type: text/html", b"<html><body></body></html>"),
        raw("Content-Type: multipart/mixed", b"no boundary"),
        raw("Content-Type: message/rfc822", b""),
        raw("Content-Type: image/png", b"\x89PNG"),
        nested(400),
    ],
    ids=["no body", "attachment alone", "empty", "empty page", "no boundary", "no message", "picture", "deep"],
)
def test_refused_with_one_sentence_or_read(data: bytes) -> None:
    told = outcome(lambda: read_mail(data))
    assert told.startswith("!") or told.strip() in ("words", "no boundary")
