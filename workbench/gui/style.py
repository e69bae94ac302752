"""The style sheet and Qt palette made from our own palette, and windows dressed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.gui.look import Look


_SHEET = """
QWidget {{ color: {ink}; }}
QMainWindow, #top, #status {{ background: {window}; }}
#top {{ border-bottom: 1px solid {line}; }}
#status {{ border-top: 1px solid {line}; }}
QMenuBar {{ background: transparent; border: 0; spacing: 2px; }}
QMenuBar::item {{ padding: 5px 9px; background: transparent; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {selection}; }}
QMenu {{ background: {raised}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 22px 5px 22px; border-radius: 3px; }}
QMenu::item:selected {{ background: {selection}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QLineEdit, QPlainTextEdit, QComboBox, QKeySequenceEdit QLineEdit {{
  background: {raised}; border: 1px solid {edge}; border-radius: 5px; padding: 1px 8px;
  selection-background-color: {accent}; selection-color: {paper};
}}
ArticleView {{ background: {paper}; selection-background-color: {accent}; selection-color: {paper}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
QLineEdit:disabled {{ color: {ink3}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; background: transparent; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {selection}; border-color: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QTreeView, QTableView, QListView {{
  background: {raised}; border: 0; outline: 0; alternate-background-color: {panel};
  selection-background-color: {selection}; selection-color: {ink}; gridline-color: {line};
}}
QTableWidget::item, QTableView#sources::item {{ padding: 0 8px; }}
QTreeView#findings {{ background: {panel}; border-top: 1px solid {line}; }}
QTableWidget:focus {{ border: 2px solid {accent}; }}
QHeaderView::section {{
  background: {panel}; color: {ink2}; border: 0; border-bottom: 1px solid {line}; padding: 4px 8px;
}}
QScrollArea, #details-body, #body {{ background: {panel}; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 9px; margin: 0; }}
QTreeView QScrollBar:vertical, QTableView QScrollBar:vertical, QListView QScrollBar:vertical {{
  background: {raised};
}}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 2px; min-height: 24px; margin: 1px 2px; }}
QScrollBar::handle:hover {{ background: {edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 9px; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 2px; min-width: 24px; margin: 2px 1px; }}
QSplitter::handle {{ background: {line}; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {edge}; padding: 4px; }}
#popover {{ background: {raised}; border: 1px solid {edge}; border-radius: 8px; }}
#strong {{ font-weight: 600; color: {ink}; }}
#hint {{ color: {ink2}; }}
#error {{ color: {contradiction}; }}
QDialog {{ background: {panel}; }}
QPushButton {{
  background: {raised}; border: 1px solid {edge}; border-radius: 5px; padding: 5px 14px; min-height: 18px;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:default {{ background: {accent}; color: {paper}; border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled {{ background: {raised}; color: {ink3}; border-color: {line}; }}
QProgressBar {{ background: {line}; border: 0; max-height: 3px; }}
QProgressBar::chunk {{ background: {accent}; }}
QCalendarWidget QWidget {{ alternate-background-color: {panel}; }}
#qt_calendar_navigationbar {{ background: {panel}; border-radius: 5px; }}
QCalendarWidget QToolButton {{ color: {ink}; padding: 4px 8px; }}
QCalendarWidget QAbstractItemView {{
  background: {raised}; selection-background-color: {accent}; selection-color: {paper}; outline: 0;
}}
QCheckBox::indicator {{ width: 15px; height: 15px; }}
QRadioButton::indicator {{
  width: 13px; height: 13px; border: 1px solid {edge}; border-radius: 7px; background: {raised};
}}
QRadioButton::indicator:checked {{
  width: 7px; height: 7px; border: 4px solid {accent}; border-radius: 7px; background: {paper};
}}
QRadioButton::indicator:checked:disabled {{ border-color: {line}; }}
QRadioButton:disabled {{ color: {ink3}; }}
QRadioButton:focus {{ text-decoration: underline; }}
"""


def style_sheet(look: Look) -> str:
    palette = look.palette
    names = ("window", "panel", "paper", "raised", "line", "edge", "ink", "ink2", "ink3", "accent", "selection")
    colours = {name: getattr(palette, name) for name in names}
    hover = QColor(palette.ink)
    return _SHEET.format(
        **colours,
        hover=f"rgba({hover.red()},{hover.green()},{hover.blue()},0.06)",
        contradiction=palette.families["contradiction"],
    )


def dress(window: QWidget, look: Look) -> None:
    """Colours, typeface and direction of the program and of one of its windows. What is the same already is left
    alone: typeface, palette and direction each go through every widget there is."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if application.layoutDirection() != look.direction:
        application.setLayoutDirection(look.direction)
    if application.font() != look.plain(13):
        application.setFont(look.plain(13))
    palette = qt_palette(look)
    if application.palette() != palette:
        application.setPalette(palette)
    window.setStyleSheet(style_sheet(look))  # the same too: what was added since then is measured by it
    window.setLayoutDirection(look.direction)


def qt_palette(look: Look) -> QPalette:
    """For what the style sheet does not reach: selections, links, placeholders, disabled words."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, "window"), (role.Base, "raised"), (role.AlternateBase, "panel"), (role.Text, "ink"),
        (role.WindowText, "ink"), (role.Button, "panel"), (role.ButtonText, "ink"), (role.Highlight, "accent"),
        (role.HighlightedText, "paper"), (role.ToolTipBase, "raised"), (role.ToolTipText, "ink"),
        (role.PlaceholderText, "ink3"), (role.Link, "accent"), (role.Mid, "edge"), (role.Light, "raised"),
        (role.Dark, "edge"), (role.Midlight, "line"), (role.Shadow, "line"),
    ):  # fmt: skip
        palette.setColor(name, look.colour(colour))
    for disabled in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, disabled, look.colour("ink3"))
    return palette
