"""Office documents as archives: looked over before anything in them is unpacked or parsed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import InputSource

from workbench.text.reading import UnreadableError

MOST_MEMBERS = 5_000
_MEMBER = b"PK\x01\x02"  # begins each entry in an archive's list of members
MOST_UNPACKED = 200_000_000
"""Bytes of all members together, as the archive itself declares them: pictures included."""
MOST_XML = 60_000_000
"""Bytes of one part that is parsed."""


def damaged() -> UnreadableError:
    return UnreadableError(
        "it is a damaged document; open it in its own program and save it anew.",
        "المستند تالف؛ افتحه في برنامجه واحفظه من جديد.",
    )


@contextmanager
def opened_archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive in ``data``. Raises UnreadableError for what is damaged, protected, larger unpacked than any
    document, or has members that point outside of it; nothing has been unpacked then."""
    if data.count(_MEMBER) > MOST_MEMBERS:
        raise _too_large()  # even the list of members would take memory without end
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_over(archive.infolist())
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise damaged() from None


def _look_over(members: list[zipfile.ZipInfo]) -> None:
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise _too_large()
    if any(_points_outside(member.filename) for member in members):
        raise UnreadableError(
            "it holds members that point outside of it, as no office program writes them; it was not opened.",
            "فيه أجزاء تشير إلى خارجه، وهذا ما لا يكتبه أي برنامج مكتبي، فلم يُفتح.",
        )
    if any(member.flag_bits & 1 for member in members):
        raise protected()


def _too_large() -> UnreadableError:
    return UnreadableError(
        f"unpacked it would take more than {MOST_UNPACKED // 1_000_000} MB or {MOST_MEMBERS:,} members, more than any "
        "article; it was not opened.",
        f"محتواه بعد فك الضغط يتجاوز {MOST_UNPACKED // 1_000_000} ميغابايت أو {MOST_MEMBERS} جزء، وهو أكثر مما يبلغه "
        "أي مقال، فلم يُفتح.",
    )


def protected() -> UnreadableError:
    return UnreadableError(
        "it is protected with a password; save a copy without one.",
        "المستند محمي بكلمة مرور؛ احفظ نسخة منه بلا كلمة مرور.",
    )


def _points_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name


def parse_part(archive: zipfile.ZipFile, name: str, handler: ContentHandler) -> bool:
    """Send the events of the member ``name`` to ``handler``, namespaces told apart; False where there is no such
    member. A document type, with which entities come in from elsewhere, is refused: no office program writes one."""
    import defusedxml.sax  # type: ignore[import-untyped]
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]

    try:
        member = archive.getinfo(name)
    except KeyError:
        return False
    if member.file_size > MOST_XML:
        raise UnreadableError(
            f"its text takes more than {MOST_XML // 1_000_000} MB, more than any article.",
            f"نصه يتجاوز {MOST_XML // 1_000_000} ميغابايت، وهو أكثر مما يبلغه أي مقال.",
        )
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    try:
        with archive.open(member) as part:
            source = InputSource()
            source.setByteStream(part)
            parser.parse(source)
    except DefusedXmlException:
        raise UnreadableError(
            "it declares entities, as no office program writes them; it was not read.",
            "يعرّف المستند كيانات XML، وهذا ما لا يكتبه أي برنامج مكتبي، فلم يُقرأ.",
        ) from None
    except SAXException:
        raise damaged() from None
    return True
