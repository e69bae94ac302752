"""Choosing the typeface of the articles among those that hold Arabic letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor, QFontDatabase
from PySide6.QtWidgets import QMenu

from workbench.gui.plainwords import plain_entry

if TYPE_CHECKING:
    from workbench.gui.window import Window

MOST = 24


def arabic_families() -> tuple[str, ...]:
    """The system's families that write Arabic; private ones are left out."""
    arabic = QFontDatabase.WritingSystem.Arabic
    return tuple(family for family in QFontDatabase.families(arabic) if not QFontDatabase.isPrivateFamily(family))


def face_menu(window: Window) -> QMenu:
    look = window.look
    menu = QMenu(look.say("face.title"), window)
    for family in ("", *arabic_families()[:MOST]):
        action = menu.addAction(plain_entry(family or look.say("face.shipped")))
        action.setCheckable(True)
        action.setChecked(family == look.article_face)
        action.triggered.connect(lambda _=False, family=family: look.set_article_face(family))
    return menu


def choose_face(window: Window) -> None:
    menu = face_menu(window)
    menu.popup(QCursor.pos())
