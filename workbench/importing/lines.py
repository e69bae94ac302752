"""Paragraphs and table rows gathered from a document's events, in the order in which they are read."""

from __future__ import annotations

from workbench.text.reading import LARGEST, UnreadableError

BETWEEN_CELLS = " | "


class Lines:
    """Gathers text: paragraphs, of which one may stand inside another (a text box), and rows whose cells hold
    paragraphs and tables of their own. What is told is taken as it is; nothing is trimmed inside a paragraph."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[list[str]] = []  # paragraphs begun and not ended, the innermost last
        self._rows: list[list[list[str]]] = []  # rows begun: their cells, each a list of lines
        self._size = 0

    def begin_paragraph(self) -> None:
        self._open.append([])

    def add(self, text: str) -> None:
        """Text of the innermost paragraph; outside of any it is white space of the file's layout."""
        if self._open:
            self._size += len(text)
            if self._size > LARGEST:
                raise UnreadableError("its text is longer than any article.", "نصه أطول مما يبلغه أي مقال.")
            self._open[-1].append(text)

    def end_paragraph(self) -> str:
        """Close the innermost paragraph and give its words."""
        if not self._open:
            return ""
        words = "".join(self._open.pop())
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(words)
        else:
            self._done.append(words)
        return words

    def begin_row(self) -> None:
        self._rows.append([])

    def begin_cell(self) -> None:
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """A row becomes one line; a row of a table inside a cell becomes a line of that cell."""
        if not self._rows:
            return
        cells = [" ".join(" ".join(lines).split("\n")).strip() for lines in self._rows.pop()]
        words = BETWEEN_CELLS.join(cells) if any(cells) else ""
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(words)
        else:
            self._done.append(words)

    def text(self) -> str:
        """Everything gathered: an empty line between paragraphs, none for empty ones."""
        while self._open:
            self.end_paragraph()
        while self._rows:
            self.end_row()
        return "\n\n".join(words.rstrip(" \t\n") for words in self._done if words.strip())
