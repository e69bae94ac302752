"""From bytes to text: encodings told apart, unusable input refused with one clear sentence."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.text.encodings import Decoded, decode
from workbench.text.lines import INVISIBLE
from workbench.text.values import Bilingual

LARGEST = 10 * 1024 * 1024
"""Bytes of an article at most: some two million Arabic letters with their vowel signs, more than any book."""

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", "مستند PDF"),
    (b"\x89PNG\r\n", "a PNG picture", "صورة PNG"),
    (b"\xff\xd8\xff", "a JPEG picture", "صورة JPEG"),
    (b"GIF8", "a GIF picture", "صورة GIF"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "ملف مضغوط أو مستند مكتبي"),
    (b"PK\x05\x06", "an empty ZIP archive", "ملف مضغوط فارغ"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "مستند مكتبي بصيغة قديمة"),
    (b"\x1f\x8b", "a compressed file", "ملف مضغوط"),
    (b"BZh", "a compressed file", "ملف مضغوط"),
    (b"\xfd7zXZ", "a compressed file", "ملف مضغوط"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive", "ملف مضغوط"),
    (b"Rar!\x1a\x07", "a compressed archive", "ملف مضغوط"),
    (b"SQLite format 3\x00", "a database", "قاعدة بيانات"),
    (b"\x7fELF", "a program", "برنامج تنفيذي"),
    (b"{\\rtf", "a rich-text document", "مستند بصيغة RTF"),
)
# Control characters that no article holds: all but tab, line ends, form feed and the separators FS to US.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableError(ValueError):
    """Input that is no article. ``why`` says so in one sentence each."""

    def __init__(self, en: str, ar: str) -> None:
        self.why = Bilingual(en, ar)
        super().__init__(en)


def read_file_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file. Raises UnreadableError for a missing file, a folder, no permission, too many bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except IsADirectoryError:
        raise UnreadableError("it is a folder, not a file.", "هذا مجلد وليس ملفا.") from None
    except FileNotFoundError:
        raise UnreadableError("there is no such file.", "لا يوجد ملف بهذا الاسم.") from None
    except PermissionError:
        if path.is_dir():  # what Windows says of a folder
            raise UnreadableError("it is a folder, not a file.", "هذا مجلد وليس ملفا.") from None
        raise UnreadableError("reading it is not permitted.", "لا يُسمح بقراءة هذا الملف.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)  # a ValueError: a NUL in the name
        raise UnreadableError(f"it cannot be read ({reason}).", f"تعذرت قراءة الملف ({reason}).") from None
    _refuse_giants(len(data), largest)
    return data


def read_file(path: Path, largest: int = LARGEST) -> str:
    """``read_bytes`` of ``read_file_bytes``."""
    return read_bytes(read_file_bytes(path, largest), largest)


def read_bytes(data: bytes, largest: int = LARGEST) -> str:
    """The text of an article: decoded, without a byte order mark, line ends as ``\\n``, otherwise untouched.

    UTF-8, UTF-16 and UTF-32 (with a mark or, UTF-16, without), Windows-1256 and ISO-8859-6. Raises UnreadableError for
    what is no text, empty, white space only, in no encoding known here, or longer than ``largest`` bytes.
    """
    _refuse_giants(len(data), largest)
    if not data:
        raise UnreadableError("it is empty.", "الملف فارغ.")
    for signature, en, ar in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"it is {en}, not plain text.", f"الملف {ar} وليس نصا عاديا.")
    decoded = decode(data)
    if not isinstance(decoded, Decoded):
        raise UnreadableError(decoded.en, decoded.ar)
    return read_text(decoded.text)


def read_text(text: str) -> str:
    """A text that came decoded (from a JSON line, a window): line ends as ``\\n``, otherwise untouched. Raises
    UnreadableError for NULs, lone surrogates, nothing but white space."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise UnreadableError("it holds NUL characters: it is not plain text.", "يحتوي على محارف NUL فليس نصا عاديا.")
    if _SURROGATE.search(text):
        raise UnreadableError(
            "it holds halves of characters (lone surrogates): it was damaged on its way here.",
            "يحتوي على أنصاف محارف (surrogates) مما يعني أن النص تلف قبل وصوله.",
        )
    if not text.strip(INVISIBLE):
        raise UnreadableError("there is nothing but white space in it.", "لا يحتوي على غير المسافات البيضاء.")
    controls = len(_CONTROLS.findall(text))
    if controls > 2 and controls * 200 > len(text):
        raise UnreadableError("it is not plain text.", "محتواه ليس نصا عاديا.")
    return text


def _refuse_giants(size: int, largest: int) -> None:
    if size > largest:
        limit = f"{largest / 1024 / 1024:.0f}"
        raise UnreadableError(
            f"it is larger than {limit} MB, more than any article.",
            f"حجمه أكبر من {limit} ميغابايت، وهو أكثر مما يبلغه أي مقال.",
        )
