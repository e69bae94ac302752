"""The system libraries that Qt needs on Linux and does not bring along. Standard library only: dev.py reads it too."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from typing import Literal

Need = Literal["drawing", "window"]


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A shared library by the name the loader looks for and Debian's package; a picture without a window needs the
    ``drawing`` ones, a window on X11 all of them."""

    file: str
    package: str
    need: Need


QT_LIBRARIES = (
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "drawing"),
    SystemLibrary("libgthread-2.0.so.0", "libglib2.0-0", "drawing"),
    SystemLibrary("libGL.so.1", "libgl1", "drawing"),
    SystemLibrary("libEGL.so.1", "libegl1", "drawing"),
    SystemLibrary("libX11.so.6", "libx11-6", "drawing"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "drawing"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "drawing"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "drawing"),
    SystemLibrary("libfreetype.so.6", "libfreetype6", "drawing"),
    SystemLibrary("libX11-xcb.so.1", "libx11-xcb1", "window"),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "window"),
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "window"),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "window"),
    SystemLibrary("libxcb-image.so.0", "libxcb-image0", "window"),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "window"),
    SystemLibrary("libxcb-randr.so.0", "libxcb-randr0", "window"),
    SystemLibrary("libxcb-render.so.0", "libxcb-render0", "window"),
    SystemLibrary("libxcb-render-util.so.0", "libxcb-render-util0", "window"),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "window"),
    SystemLibrary("libxcb-shm.so.0", "libxcb-shm0", "window"),
    SystemLibrary("libxcb-sync.so.1", "libxcb-sync1", "window"),
    SystemLibrary("libxcb-util.so.1", "libxcb-util1", "window"),
    SystemLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0", "window"),
    SystemLibrary("libxcb-xkb.so.1", "libxcb-xkb1", "window"),
)


def has_display() -> bool:
    """Whether a window can be shown to anybody here."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def missing_libraries(window: bool) -> tuple[SystemLibrary, ...]:
    """The libraries the loader cannot find, those of a window among them where ``window``. Empty except on Linux.

    Loading is the only answer that is right on every distribution; they are small and stay mapped.
    """
    if sys.platform != "linux":
        return ()
    wanted = (library for library in QT_LIBRARIES if window or library.need == "drawing")
    return tuple(library for library in wanted if not _loads(library.file))


def packages_of(libraries: tuple[SystemLibrary, ...]) -> tuple[str, ...]:
    """The Debian packages that hold the libraries, each once."""
    return tuple(dict.fromkeys(library.package for library in libraries))


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
