"""Nothing here reaches the network: a connection to anywhere but this machine is a failure."""

from __future__ import annotations

import socket
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def blocked_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and str(address[0]) not in ("127.0.0.1", "::1"):
            raise AssertionError(f"something connects to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)
