"""E-mail: the words of one message as its reader sees them; attachments are named and not read."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from workbench.importing.core_properties import clean_title
from workbench.importing.html_words import read_page
from workbench.importing.values import Content, StatedDate
from workbench.importing.web_pages import decode_page, read_page_text
from workbench.text.encodings import Decoded, decode
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual

_STUB = 4  # times as many words in the HTML make the plain text a stub
_MOST_NAMES = 5  # attachments named in a message
_REPLY = re.compile(r"^\s*(?:(?:re|fw|fwd|رد|إعادة توجيه|تحويل)\s*:\s*)+", re.I)
_FORGOTTEN = "\ufffd"


def read_mail(data: bytes) -> Content:
    """The content of an e-mail: its plain text, or else its HTML; the subject as title, the day it was sent. A page
    saved as one file (MHTML) is read as a page. Raises UnreadableError."""
    try:
        message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
        return _read(message)
    except UnreadableError:
        raise
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, LookupError, RecursionError, AssertionError):
        # The standard library's parser of headers breaks on some that no mail program writes.
        raise UnreadableError(
            "it is a damaged e-mail; save the message anew in the mail program.",
            "رسالة البريد تالفة؛ احفظها من جديد في برنامج البريد.",
        ) from None


def _read(message: EmailMessage) -> Content:
    saved = message.get_content_type() == "multipart/related" and "saved by" in str(message.get("from", "")).lower()
    page = saved or "snapshot-content-location" in message
    plain, html = _bodies(message)
    warnings = _told(_attachments(message))
    words = _plain(plain) if plain is not None else ""
    source = _html(html) if html is not None else ""
    # Some newsletters' plain text only says that there is a page.
    stub = bool(source) and len(words.split()) * _STUB < len(read_page(source).text.split())
    if source and (page or plain is None or stub):
        content = read_page_text(source)
    elif plain is not None:
        content = Content(words)
    else:
        raise UnreadableError("the message has no text in it.", "لا نص في هذه الرسالة.")
    if page:
        return Content(content.text, content.title, content.date, content.warnings + warnings)
    title = clean_title(_REPLY.sub("", str(message.get("subject", "")).replace(_FORGOTTEN, "")))
    return Content(content.text, title, _sent(message), content.warnings + warnings)


def _bodies(message: EmailMessage) -> tuple[EmailMessage | None, EmailMessage | None]:
    """The first plain and the first HTML part with words in them, parts that are attached left aside. Walked here,
    because the library's own choice gives up on messages that are nested in unusual ways."""
    found: dict[str, EmailMessage] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and kind not in found and not _attached(part):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip() and isinstance(part, EmailMessage):
                found[kind] = part
    return found.get("text/plain"), found.get("text/html")


def _attached(part: object) -> bool:
    return isinstance(part, EmailMessage) and (part.get_content_disposition() == "attachment")


def _attachments(message: EmailMessage) -> list[str]:
    return [
        " ".join(str(part.get_filename() or part.get_content_type()).split())[:80]
        for part in message.walk()
        if not part.is_multipart() and _attached(part)
    ]


def _told(names: list[str]) -> tuple[Bilingual, ...]:
    if not names:
        return ()
    listed = names[:_MOST_NAMES]
    more = " …" if len(names) > _MOST_NAMES else ""
    return (
        Bilingual(
            f"Attachments were not read: {', '.join(listed)}{more}.", f"لم تُقرأ المرفقات: {'، '.join(listed)}{more}."
        ),
    )


def _plain(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    text = _decoded(payload, str(part.get_content_charset() or "")).replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        return _unfolded(text, str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _decoded(payload: bytes, charset: str) -> str:
    if charset not in ("", "us-ascii"):
        try:
            return payload.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            pass
    decoded = decode(payload)
    if not isinstance(decoded, Decoded):
        raise UnreadableError(decoded.en, decoded.ar)
    return decoded.text


def _html(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return decode_page(payload, str(part.get_content_charset() or ""))


def _unfolded(text: str, delete_space: bool) -> str:
    """Lines that the mail program broke (format=flowed: a space at the end) joined again."""
    joined: list[str] = []
    flowing = False
    for line in text.split("\n"):
        words = line.removeprefix(" ")
        if flowing:
            joined[-1] += words
        else:
            joined.append(words)
        flowing = words.endswith(" ") and words != "-- "
        if flowing and delete_space:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)


def _sent(message: EmailMessage) -> StatedDate | None:
    try:
        day: dt.date = parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if day.year < 1970:
        return None
    why = Bilingual(f"The e-mail was sent on {day}.", f"أُرسلت رسالة البريد بتاريخ {day}.")
    return StatedDate(day, "sent", why)
