"""What works on this machine, what is missing, and the command that mends it. Imports nothing heavy to find out."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import sys
import zoneinfo
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench import __version__
from workbench.qt_libraries import SystemLibrary, has_display, missing_libraries, packages_of
from workbench.resources import ResourcesMissingError, resource_folder, user_folder
from workbench.text.values import Bilingual

State = Literal["ok", "missing", "optional"]

# Distribution and module of what the program cannot do without; PySide6 has a line of its own.
LIBRARIES = (
    ("camel-tools", "camel_tools"),
    ("click", "click"),
    ("rapidfuzz", "rapidfuzz"),
    ("sqlite-utils", "sqlite_utils"),
    ("charset-normalizer", "charset_normalizer"),
    ("snowballstemmer", "snowballstemmer"),
    ("hijridate", "hijridate"),
    ("babel", "babel"),
    ("platformdirs", "platformdirs"),
    ("tzdata", "tzdata"),
    ("trafilatura", "trafilatura"),
    ("pypdf", "pypdf"),
    ("striprtf", "striprtf"),
    ("defusedxml", "defusedxml"),
    ("jinja2", "jinja2"),
    ("fpdf2", "fpdf"),
    ("uharfbuzz", "uharfbuzz"),
    ("python-docx", "docx"),
    ("xlsxwriter", "xlsxwriter"),
    ("nltk", "nltk"),
)
FONT_FILES = (
    "Amiri-Regular.ttf",
    "Amiri-Bold.ttf",
    "IBMPlexSansArabic-Regular.ttf",
    "IBMPlexSansArabic-Medium.ttf",
    "IBMPlexSansArabic-SemiBold.ttf",
)
FULL_MORPHOLOGY = "disambig-mle-calima-msa-r13"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing looked at. ``missing``: something does not work until ``remedy`` is done; ``optional``: the program
    works without it. ``remedy`` is None where nothing need be done."""

    name: Bilingual
    state: State
    detail: Bilingual
    remedy: Bilingual | None = None


def examine() -> tuple[ReportLine, ...]:
    """Look at everything the program leans on, in the order a person would ask."""
    return (
        python_line(sys.version_info[:3]),
        library_line(),
        data_line(),
        morphology_line(),
        font_line(),
        window_line(),
        reading_line(),
        zone_line(),
        own_folder_line(user_folder()),
    )


def python_line(version: tuple[int, int, int]) -> ReportLine:
    """The program's version and Python's."""
    words = f"workbench {__version__}, Python {'.'.join(map(str, version))}, {platform.system()} {platform.machine()}"
    name = Bilingual("Versions", "الإصدارات")
    if (3, 11) <= version[:2] <= (3, 13):
        return ReportLine(name, "ok", Bilingual(words, words))
    return ReportLine(
        name,
        "missing",
        Bilingual(f"{words}: this Python is not supported", f"{words}: إصدار بايثون هذا غير مدعوم"),
        Bilingual("install Python 3.11, 3.12 or 3.13", "ثبّت بايثون 3.11 أو 3.12 أو 3.13"),
    )


def library_line() -> ReportLine:
    """The libraries by version; those that are not there, by name."""
    absent = tuple(name for name, module in LIBRARIES if importlib.util.find_spec(module) is None)
    name = Bilingual("Libraries", "المكتبات")
    if absent:
        listed = ", ".join(absent)
        return ReportLine(
            name, "missing", Bilingual(f"not installed: {listed}", f"غير مثبّتة: {listed}"), install_remedy()
        )
    words = ", ".join(f"{name} {version_of(name)}" for name, _ in LIBRARIES)
    return ReportLine(name, "ok", Bilingual(words, words))


def data_line() -> ReportLine:
    """The program's own tables: found, and readable without a fault."""
    from workbench.knowledge.base import load_knowledge
    from workbench.knowledge.tables import TableError

    name = Bilingual("Data folder", "مجلد البيانات")
    try:
        folder = resource_folder()
    except ResourcesMissingError:
        return ReportLine(name, "missing", Bilingual("not found", "غير موجود"), install_remedy())
    try:
        load_knowledge(folder)
    except TableError as error:
        first, count = error.faults[0], len(error.faults)
        where = f"{first.file}:{first.line}: {first.message}"
        detail = Bilingual(f"{folder}: {count} faults, first {where}", f"{folder}: عدد الأخطاء {count}، أولها {where}")
    except OSError as error:
        detail = Bilingual(f"{folder}: {error}", f"{folder}: {error}")
    else:
        tables = sum(1 for path in folder.rglob("*") if path.suffix in {".tsv", ".toml", ".csv"})
        return ReportLine(name, "ok", Bilingual(f"{folder}, {tables} tables", f"{folder}، عدد الجداول {tables}"))
    return ReportLine(name, "missing", detail, install_remedy())


def morphology_line() -> ReportLine:
    """Which morphology reads the words: the full one where the user has installed it, else the program's own."""
    name = Bilingual("Morphology", "التحليل الصرفي")
    full = camel_folder() / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db"
    if full.is_file():
        return ReportLine(name, "ok", Bilingual(f"calima-msa-r13, {full}", f"calima-msa-r13، {full}"))
    return ReportLine(
        name,
        "optional",
        Bilingual("the program's own; calima-msa-r13 is not installed", "قاعدة البرنامج؛ calima-msa-r13 غير مثبّتة"),
        command_remedy(f"{fetch_program()} -i {FULL_MORPHOLOGY}"),
    )


def fetch_program() -> str:
    """camel-tools' command that fetches data, as it must be typed here: it stands beside Python in an environment."""
    beside = Path(sys.executable).with_name("camel_data.exe" if sys.platform == "win32" else "camel_data")
    return f'"{beside}"' if beside.is_file() else "camel_data"


def camel_folder() -> Path:
    """Where camel-tools keeps what a person has fetched with ``camel_data``."""
    given = os.environ.get("CAMELTOOLS_DATA")
    if given:
        return Path(given).expanduser()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def font_line() -> ReportLine:
    """The fonts that the program brings along."""
    name = Bilingual("Fonts", "الخطوط")
    try:
        folder = resource_folder() / "fonts"
    except ResourcesMissingError:
        folder = Path()
    absent = ", ".join(file for file in FONT_FILES if not (folder / file).is_file())
    if absent:
        detail = Bilingual(
            f"missing: {absent}; the system's fonts are used", f"ناقصة: {absent}؛ تُستعمل خطوط النظام بدلا منها"
        )
        return ReportLine(name, "missing", detail, install_remedy())
    return ReportLine(name, "ok", Bilingual("Amiri, IBM Plex Sans Arabic", "أميري، IBM Plex Sans Arabic"))


def window_line() -> ReportLine:
    """Whether the window can open: Qt itself, the system libraries it needs, a display."""
    name = Bilingual("Window", "النافذة")
    if importlib.util.find_spec("PySide6") is None:
        return ReportLine(
            name, "missing", Bilingual("PySide6 is not installed", "مكتبة PySide6 غير مثبّتة"), install_remedy()
        )
    display = has_display()
    return qt_line(version_of("PySide6-Essentials"), sys.version_info[:2], display, missing_libraries(window=display))


def qt_line(version: str, python: tuple[int, int], display: bool, missing: tuple[SystemLibrary, ...]) -> ReportLine:
    """The window's line, from what was found out about the system. Without a display only pictures can be made, so
    what is missing then stops nobody."""
    name = Bilingual("Window", "النافذة")
    words = f"PySide6 {version}, {qt_platform(display)}"
    if python < (3, 12) and not is_before(version, (6, 12)):
        on = f"Python {python[0]}.{python[1]}"
        detail = Bilingual(f"{words}; it aborts on {on}", f"{words}؛ وهو ينهار مع {on}")
        return ReportLine(name, "missing", detail, command_remedy('python -m pip install "PySide6-Essentials<6.12"'))
    if missing:
        files = ", ".join(library.file for library in missing)
        return ReportLine(
            name,
            "missing" if display else "optional",
            Bilingual(f"{words}; the system lacks {files}", f"{words}؛ ينقص النظامَ {files}"),
            command_remedy(f"sudo apt-get install --no-install-recommends {' '.join(packages_of(missing))}"),
        )
    if display:
        return ReportLine(name, "ok", Bilingual(words, words))
    return ReportLine(
        name,
        "ok",
        Bilingual(f"{words}; no display here, so pictures only", f"{words}؛ لا شاشة هنا، فالصور وحدها متاحة"),
    )


def qt_platform(display: bool) -> str:
    """The platform Qt will choose, by its own name."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen
    if sys.platform == "linux":
        if not display:
            return "offscreen"
        return "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
    return "cocoa" if sys.platform == "darwin" else "windows"


def zone_line() -> ReportLine:
    """Whether times of day in other zones can be reckoned."""
    name = Bilingual("Time zones", "المناطق الزمنية")
    try:
        zoneinfo.ZoneInfo("Asia/Baghdad")
    except (zoneinfo.ZoneInfoNotFoundError, OSError):
        return ReportLine(
            name, "missing", Bilingual("no data", "لا بيانات لها"), command_remedy("python -m pip install tzdata")
        )
    return ReportLine(name, "ok", Bilingual("data found", "بياناتها موجودة"))


def reading_line() -> ReportLine:
    """Which files are read as articles, and their size at most; docs/importing.md says what of them is lost."""
    from workbench.importing.formats import READERS

    pieces = [(reader.name, reader.endings[0], reader.most_bytes // (1024 * 1024)) for reader in READERS]
    return ReportLine(
        Bilingual("Article files", "ملفات المقالات"),
        "ok",
        Bilingual(
            ", ".join(f"{name.en} (.{ending}, {most} MB)" for name, ending, most in pieces),
            "، ".join(f"{name.ar} (‎.{ending}‎، {most} ميغابايت)" for name, ending, most in pieces),
        ),
    )


def own_folder_line(folder: Path) -> ReportLine:
    """The folder for what a person adds: it need not exist, but it must be possible to write there."""
    name = Bilingual("Your own folder", "مجلدك الخاص")
    standing = next(place for place in (folder, *folder.parents) if place.exists())
    if not (standing.is_dir() and os.access(standing, os.W_OK)):
        return ReportLine(
            name,
            "missing",
            Bilingual(f"{folder} cannot be written", f"لا يمكن الكتابة في {folder}"),
            Bilingual(f"make {standing} a folder that you may write", f"اجعل {standing} مجلدا تملك حق الكتابة فيه"),
        )
    if folder == standing:
        return ReportLine(name, "ok", Bilingual(str(folder), str(folder)))
    return ReportLine(name, "ok", Bilingual(f"{folder}, made when it is needed", f"{folder}، يُنشأ عند الحاجة إليه"))


def install_remedy() -> Bilingual:
    """How the program is installed again: from a checkout by its own script."""
    checkout = Path(__file__).resolve().parents[1] / "packaging" / "dev.py"
    if checkout.is_file():
        return command_remedy("python3 packaging/dev.py run")
    return Bilingual("install the program again", "أعد تثبيت البرنامج")


def command_remedy(command: str) -> Bilingual:
    # The command stands at the end, behind a colon, so that it can be copied whole in either direction of writing.
    return Bilingual(f"run: {command}", f"نفّذ الأمر: {command}")


def version_of(distribution: str) -> str:
    """The installed version, or a question mark where a frozen build carries no metadata."""
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "?"


def is_before(version: str, bound: tuple[int, ...]) -> bool:
    """Whether a dotted version lies below ``bound``; an unknown one counts as below."""
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    return numbers < bound
