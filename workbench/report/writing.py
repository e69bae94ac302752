"""Writing a report: a name that can be used anywhere, and a file that is whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from pathlib import Path

from workbench.report.values import ReportError
from workbench.wording import isolated

_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?$")
_LONGEST = 255  # bytes of a file's name on every system


def report_path(name: str) -> Path:
    """The place of a report that a person named; ``..`` means the folder above, as everywhere. Raises ReportError where
    the name cannot be used on every system: control characters, names that Windows keeps for devices, a folder's name,
    and names that would climb folders on another system only."""
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")
    if not name.strip():
        raise ReportError("the report has no name; name a file", "لا اسم للتقرير؛ سمِّ ملفاً")
    if any(ord(character) < 32 or ord(character) == 127 for character in name):
        raise ReportError(
            "the report's name holds a control character (NUL, tab, line end); choose another name",
            "في اسم التقرير رمز تحكم (NUL أو جدولة أو نهاية سطر)؛ اختر اسماً آخر",
        )
    if os.sep == "/" and any("\\" in part and ".." in part.split("\\") for part in name.split("/")):
        # A file of that name is harmless here and climbs folders where somebody unpacks it on Windows.
        raise ReportError(
            f"{shown}: such a name leads out of its folder on Windows; write / between folders",
            f"{isolated(shown)}: هذا الاسم يخرج من مجلده في ويندوز؛ افصل بين المجلدات بالعلامة /",
        )
    parts = re.split(r"[\\/]", name)
    last = parts[-1]
    folder = ReportError(f"{shown}: this is a folder; name a file in it", f"{isolated(shown)}: هذا مجلد؛ سمِّ ملفاً فيه")
    if last in ("", ".", ".."):
        raise folder
    for part in parts:
        if _RESERVED.match(part.rstrip(" .")):
            raise ReportError(
                f"{shown}: {part} is a name that Windows keeps for a device; choose another name",
                f"{isolated(shown)}: الاسم {isolated(part)} محجوز لأحد الأجهزة في ويندوز؛ اختر اسماً آخر",
            )
    if last.endswith((" ", ".")):
        raise ReportError(
            f"{shown}: a name that ends in a space or a dot is lost on Windows; choose another name",
            f"{isolated(shown)}: الاسم المنتهي بمسافة أو نقطة لا يُقبل في ويندوز؛ اختر اسماً آخر",
        )
    path = Path(name)
    try:
        if len(os.fsencode(last)) > _LONGEST:
            raise ReportError(
                "the report's name is longer than 255 bytes; choose a shorter one",
                "اسم التقرير أطول من 255 بايت؛ اختر اسماً أقصر",
            )
        if path.is_dir():
            raise folder
        if not path.parent.is_dir():
            raise ReportError(
                f"{shown}: there is no folder {path.parent}",
                f"{isolated(shown)}: لا يوجد المجلد {isolated(path.parent)}",
            )
    except (OSError, UnicodeError):
        raise ReportError(
            f"{shown}: such a name cannot be used here; choose another one",
            f"{isolated(shown)}: لا يمكن استعمال هذا الاسم هنا؛ اختر اسماً آخر",
        ) from None
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whatever stops it, the old one stays as it was, or the new one is there whole. Raises
    ReportError."""
    partial = path.with_name(f".report-{secrets.token_hex(6)}.part")
    try:
        with open(partial, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ReportError(f"{path} cannot be written: {reason}", f"تعذّرت كتابة {isolated(path)}: {reason}") from None
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
