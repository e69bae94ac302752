"""Reading in a process of its own: a limit of time and, where the system has one, of memory; no network in it."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any

from workbench.importing.values import Content, FormatName, StatedDate, Watch
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual

MEMORY = 1_000_000_000
"""Bytes of address space that the process may take: the interpreter, the libraries, the file, its text."""
_STEP = 0.05  # seconds between looks at whether the person has cancelled


def read_confined(
    data: bytes, format: FormatName, charset: str, seconds: float, watch: Watch, memory: int = MEMORY
) -> Content:
    """``read_content`` in a process that is ended after ``seconds``, or as soon as ``watch`` says so. Raises
    UnreadableError, also where the process dies of its file."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, format, charset, int(seconds) + 5, memory), daemon=True)
    try:
        with _without_main():
            process.start()
    except OSError as error:
        here.close()
        why = error.strerror or str(error)
        raise UnreadableError(
            f"no process could be started to read it ({why}).", f"تعذر تشغيل عملية لقراءته ({why})."
        ) from None
    finally:
        there.close()
    try:
        return _answer(here, data, time.monotonic() + seconds, watch)
    except (EOFError, OSError):
        raise UnreadableError(
            "reading it failed: the file is damaged or made to do harm.", "تعذرت قراءته: الملف تالف أو مصنوع للإضرار."
        ) from None
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()


@contextmanager
def _without_main() -> Iterator[None]:
    """A new process begins by running the module that was started; ours needs nothing of it, and a script that reads an
    article at its top level would run once more."""
    started = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = started


def _answer(here: Connection, data: bytes, until: float, watch: Watch) -> Content:
    here.send_bytes(data)
    while True:
        if watch.cancelled():
            raise UnreadableError("reading it was cancelled.", "أُلغيت قراءته.")
        if here.poll(_STEP):
            message = json.loads(here.recv_bytes())
            if message["kind"] == "progress":
                watch.progress(message["done"], message["of"])
            elif message["kind"] == "content":
                return _content(message)
            else:
                raise UnreadableError(message["en"], message["ar"])
        elif time.monotonic() > until:
            raise UnreadableError(
                "reading it took too long, so it was stopped: the file is damaged, very large or made to do harm.",
                "طالت قراءته فأوقفت: الملف تالف أو كبير جدا أو مصنوع للإضرار.",
            )


def _content(message: dict[str, Any]) -> Content:
    date = message["date"]
    return Content(
        message["text"],
        message["title"],
        StatedDate(dt.date.fromisoformat(date["day"]), date["date_kind"], Bilingual(*date["why"])) if date else None,
        tuple(Bilingual(*words) for words in message["warnings"]),
    )


# ------------------------------------------------------------------------------------------------- in the other process


def _work(pipe: Connection, format: FormatName, charset: str, seconds: int, memory: int) -> None:
    """The other process: its answer is one message, JSON, so that nothing in it is ever run."""
    _confine(seconds, memory)

    def tell(message: dict[str, Any]) -> None:
        pipe.send_bytes(json.dumps(message).encode("ascii"))

    try:
        tell(_read(pipe.recv_bytes(), format, charset, tell))
    except UnreadableError as error:
        tell({"kind": "error", "en": error.why.en, "ar": error.why.ar})
    except MemoryError:
        tell({"kind": "error", "en": "reading it takes more memory than any article; it was stopped.",
              "ar": "تتطلب قراءته ذاكرة أكثر مما يحتاج إليه أي مقال، فأوقفت."})  # fmt: skip
    except RecursionError:
        tell({"kind": "error", "en": "it is nested too deeply to be an article.",
              "ar": "عناصره متداخلة أكثر مما يبلغه أي مقال."})  # fmt: skip


def _read(data: bytes, format: FormatName, charset: str, tell: Any) -> dict[str, Any]:
    from workbench.importing.contents import read_content

    content = read_content(
        data, format, charset, lambda done, of: tell({"kind": "progress", "done": done, "of": of})
    )  # fmt: skip
    date = content.date
    return {
        "kind": "content",
        "text": content.text,
        "title": content.title,
        "date": date
        and {"day": date.day.isoformat(), "date_kind": date.kind, "why": (date.why.en, date.why.ar)},
        "warnings": [(words.en, words.ar) for words in content.warnings],
    }  # fmt: skip


def _confine(seconds: int, memory: int) -> None:
    silence = os.open(os.devnull, os.O_WRONLY)  # libraries' complaints about a file are not for the person's terminal
    os.dup2(silence, 2)
    os.close(silence)
    sys.addaudithook(_refuse_network)
    if sys.platform != "win32":
        import resource

        for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
            _, hard = resource.getrlimit(limit)
            try:
                resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
            except (ValueError, OSError):
                continue  # macOS has no limit of address space


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError("nothing is fetched while a file is read")
