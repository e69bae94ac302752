"""Where the words of an article's events stand in the upper picture: beside their dots, or on a level below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AWAY, APART, LEAST = 12.0, 14.0, 110.0  # words from their dot, words from words, the room below which words say nothing
LEVELS = 4
LEVEL, LONE = 34.0, 50.0  # the height of a further level, and of a row that has only one
FOOT = 12.0  # below the last row: the days' ticks stand clear of its words


@dataclass(frozen=True, slots=True)
class Room:
    """Where an event's words may stand: ``start`` and ``width`` in pixels of time's direction, ``level`` 0 beside the
    dot; ``back`` says that they stand before their dot and end there."""

    start: float
    width: float
    level: int
    back: bool = False


def row_height(rooms: Sequence[Room | None]) -> float:
    """The height of a row with words in these rooms."""
    deepest = max((room.level for room in rooms if room is not None), default=0)
    return LONE + (24.0 + LEVEL * (deepest - 1) if deepest else 0.0)


def make_room(dots: Sequence[float], widths: Sequence[float], length: float) -> list[Room | None]:
    """Room for each event's words, the last event first; None where there is none.

    ``dots`` are the events' places from the earliest on, in pixels from the picture's beginning; ``widths`` what their
    words would like to have; ``length`` where the picture ends. No words stand on a later event's dot, on its words or
    on the line that leads down to them.
    """
    rooms: list[Room | None] = [None] * len(dots)
    lines: list[tuple[float, int]] = []  # the later events whose words stand below, with their levels
    end = length  # how far words beside a dot may reach
    for n in range(len(dots) - 1, -1, -1):
        dot, start = dots[n], dots[n] + AWAY
        wanted = widths[n]
        beside = end - start
        room: Room | None = None
        if beside >= min(wanted, LEAST):
            room = Room(start, min(wanted, beside), 0)
        if room is None and n == len(dots) - 1:
            before = dot - AWAY - (dots[n - 1] + AWAY if n else 0.0)
            if before >= wanted:
                room = Room(dot - AWAY - wanted, wanted, 0, back=True)
        for level in range(1, LEVELS):
            if room is None:
                free = min((at for at, other in lines if other >= level), default=length + APART) - APART - start
                if free >= min(wanted, LEAST):
                    room = Room(start, min(wanted, free), level)
                    lines.append((dot, level))
        rooms[n] = room
        end = min(end, dot - AWAY, room.start - APART if room is not None and room.back else dot)
    return rooms
