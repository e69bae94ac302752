"""Loading the modules that threads share: one thread at a time.

Where the engine's thread and the files' reader first imported the same modules at once, one of them was now and then
handed a half-made module (``ImportError``, once in some sixty starts under Python 3.11).
"""

from __future__ import annotations

from threading import Lock


class Modules:
    """One for a window. Every thread calls ``load`` before it uses what is named there."""

    def __init__(self) -> None:
        self._lock = Lock()

    def load(self) -> None:
        """Import the engine, its knowledge and what reads files; waits while another thread does so."""
        with self._lock:
            import workbench.engine
            import workbench.importing.articles
            import workbench.knowledge.base  # noqa: F401
