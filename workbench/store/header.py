"""What the first bytes of a file say, read without SQLite: whose it is, and of which version. Nothing is written."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from workbench.store.faults import (
    MissingProjectError,
    NewerProjectError,
    NotAProjectError,
    damaged,
    missing,
)

APPLICATION_ID = 0x46435742
"""«FCWB»: what tells a project from other programs' SQLite files (the ``file`` command shows it)."""
MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """``version`` is the schema's; ``page_size`` in bytes; ``pages`` as the file claims, 0 where it does not."""

    application: int
    version: int
    page_size: int
    pages: int


def read_header(path: Path) -> Header:
    """The header of an SQLite file. Raises MissingProjectError, NotAProjectError, DamagedProjectError (cut off)."""
    try:
        with path.open("rb") as file:
            head = file.read(_LENGTH)
    except FileNotFoundError:
        raise missing(path.name) from None
    except IsADirectoryError:
        raise _folder(path) from None
    except PermissionError:
        if path.is_dir():  # what Windows says of a folder
            raise _folder(path) from None
        raise MissingProjectError(
            f"{path.name}: reading it is not permitted.", f"{path.name}: لا يُسمح بقراءة هذا الملف."
        ) from None
    except (OSError, ValueError) as error:  # a ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingProjectError(
            f"{path.name}: it cannot be read ({reason}).", f"{path.name}: تعذرت قراءة الملف ({reason})."
        ) from None
    if not head.startswith(MAGIC):
        raise NotAProjectError(
            f"{path.name}: it is not a project of this program.", f"{path.name}: ليس مشروعا من مشاريع هذا البرنامج."
        )
    if len(head) < _LENGTH:
        raise damaged(path.name, "cut off after its first bytes")
    size, pages = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    return Header(application, version, 65536 if size == 1 else size, pages)


def judge_header(header: Header, path: Path, newest: int) -> None:
    """Refuse other programs' files, and newer ones than ``newest``. Raises NotAProjectError, NewerProjectError."""
    if header.application != APPLICATION_ID:
        raise NotAProjectError(
            f"{path.name}: it is a database of another program, not a project.",
            f"{path.name}: قاعدة بيانات لبرنامج آخر وليست مشروعا.",
        )
    if header.version > newest:
        raise NewerProjectError(
            f"{path.name}: it was saved by a newer version of the program (its form {header.version}, known here up to "
            f"{newest}); it was left as it is.",
            f"{path.name}: حُفظ بإصدار أحدث من البرنامج (صيغته {header.version} والمعروف هنا حتى {newest})، "
            "وتُرك كما هو.",
        )


def _folder(path: Path) -> MissingProjectError:
    return MissingProjectError(f"{path.name}: it is a folder, not a file.", f"{path.name}: هذا مجلد وليس ملفا.")
