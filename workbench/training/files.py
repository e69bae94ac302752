"""Exercise files: a zip (``.fcx``) or a folder in, checked like anything that a stranger sent; a zip out."""

from __future__ import annotations

import hashlib
import json
import lzma
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath

from workbench.report.writing import write_whole
from workbench.text.reading import UnreadableError, read_bytes, read_file_bytes
from workbench.text.values import Bilingual
from workbench.training.faults import ExerciseError
from workbench.training.manifest import article_files, manifest_of, read_manifest
from workbench.training.values import Exercise

MANIFEST = "exercise.json"
LARGEST_FILE = 4 * 1024 * 1024  # bytes of a zip, packed
LARGEST_MEMBER = 2 * 1024 * 1024  # bytes of one of its files, unpacked
MOST_MEMBERS = 20
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, OSError,
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)


def open_exercise(path: Path) -> Exercise:
    """The exercise in a ``.fcx`` file or a folder. Raises ExerciseError with every fault in sentences."""
    if path.is_dir():
        return _assemble(lambda name: _from_folder(path, name))
    try:
        data = read_file_bytes(path, LARGEST_FILE)
    except UnreadableError as error:
        raise ExerciseError([error.why]) from None
    return read_exercise(data)


def read_exercise(data: bytes) -> Exercise:
    """The exercise in the bytes of a ``.fcx`` file. Raises ExerciseError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive)
            return _assemble(lambda name: _from_zip(archive, name))
    except ExerciseError:
        raise
    except _DAMAGED:
        raise ExerciseError([
            Bilingual("It is no exercise file: its zip is damaged.", "ليس ملف تمرين: حاويته المضغوطة تالفة.")
        ]) from None  # fmt: skip


def _check_members(archive: zipfile.ZipFile) -> None:
    """Refuse an archive by its table of contents, before anything is unpacked."""
    faults = []
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        faults.append(Bilingual(f"It holds {len(members)} files, more than {MOST_MEMBERS}.",
                                f"فيه {len(members)} ملف، أي أكثر من {MOST_MEMBERS}."))  # fmt: skip
    for name in [name for name, times in Counter(member.filename for member in members).items() if times > 1][:5]:
        faults.append(Bilingual(f"{name!r} stands in it twice.", f"«{name}» يرد فيه مرتين."))
    for member in members[: MOST_MEMBERS + 1]:
        name = member.filename
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or "\0" in name:
            faults.append(Bilingual(f"{name!r} lies outside the exercise.", f"«{name}» يقع خارج التمرين."))
        elif stat.S_ISLNK(member.external_attr >> 16):
            faults.append(Bilingual(f"{name!r} is a link.", f"«{name}» وصلة وليس ملفا."))
        elif member.flag_bits & 0x1:
            faults.append(Bilingual(f"{name!r} is encrypted.", f"«{name}» مشفّر."))
        elif member.file_size > LARGEST_MEMBER:
            faults.append(_too_large(name))
    if faults:
        raise ExerciseError(faults)


def _from_zip(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    with archive.open(member) as stream:
        data = stream.read(LARGEST_MEMBER + 1)  # what the table of contents says of sizes may be a lie
    if len(data) > LARGEST_MEMBER:
        raise ExerciseError([_too_large(name)])
    return data


def _from_folder(folder: Path, name: str) -> bytes | None:
    path = folder / name
    if path.is_symlink() or path.resolve().parent != folder.resolve():
        raise ExerciseError([Bilingual(f"{name!r} is a link.", f"«{name}» وصلة وليس ملفا.")])
    if not path.exists():
        return None
    try:
        return read_file_bytes(path, LARGEST_MEMBER)
    except UnreadableError as error:
        why = Bilingual(f"{name}: {error.why.en}", f"{name}: {error.why.ar}")
        raise ExerciseError([why]) from None


def _too_large(name: str) -> Bilingual:
    most = LARGEST_MEMBER // 1024 // 1024
    return Bilingual(
        f"{name!r} would be larger than {most} MB unpacked.", f"«{name}» أكبر من {most} ميغابايت بعد فك الضغط."
    )


def _assemble(read: Callable[[str], bytes | None]) -> Exercise:
    """The exercise out of a manifest and its articles; ``read`` gives the bytes of a file by name, None if missing."""
    manifest = read(MANIFEST)
    if manifest is None:
        raise ExerciseError([
            Bilingual(f"It is no exercise: there is no {MANIFEST} in it.", f"ليس تمرينا: لا يوجد فيه {MANIFEST}.")
        ])  # fmt: skip
    texts: dict[str, str] = {}
    faults = []
    for file in article_files(manifest).values():
        data = read(file)
        if data is None:
            continue  # the manifest's reader names it among the other faults
        try:
            texts[file] = read_bytes(data)
        except UnreadableError as error:
            faults.append(Bilingual(f"{file}: {error.why.en}", f"{file}: {error.why.ar}"))
    if faults:
        raise ExerciseError(faults)
    return read_manifest(manifest, texts)


def exercise_bytes(exercise: Exercise) -> bytes:
    """The ``.fcx`` file of an exercise; the same exercise gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        files = {MANIFEST: manifest_text(exercise)}
        files |= {f"{article.id}.txt": article.text for article in exercise.articles}
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, text.encode("utf-8"))
    return out.getvalue()


def manifest_text(exercise: Exercise) -> str:
    return json.dumps(manifest_of(exercise), ensure_ascii=False, indent=1) + "\n"


def save_exercise(exercise: Exercise, path: Path) -> None:
    """Write a ``.fcx`` file, whole or not at all. Raises ReportError."""
    write_whole(path, exercise_bytes(exercise))


def digest(exercise: Exercise) -> str:
    """Tells the texts of an exercise, which offsets count in, from others: twelve hexadecimal digits."""
    texts = b"\0".join(article.text.encode("utf-8", "surrogatepass") for article in exercise.articles)
    return hashlib.sha256(texts).hexdigest()[:12]


def exercise_paths(*folders: Path) -> tuple[Path, ...]:
    """The exercises that stand in folders: ``.fcx`` files and folders with a manifest, by name."""
    return tuple(
        path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.suffix == ".fcx" or (path / MANIFEST).is_file()
    )
