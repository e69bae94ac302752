"""A page fetched because a person asked: from a server on this machine, with redirects, giants, sleepers, secrets."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner

from tests.importing.documents import PARAGRAPHS, page, samples
from workbench.cli import main
from workbench.importing import web
from workbench.importing.values import Imported, Watch
from workbench.importing.web import FetchLimits, import_address, is_address, not_fetched
from workbench.text.reading import UnreadableError

Serve = Callable[[http.server.BaseHTTPRequestHandler], None]
QUICK = FetchLimits(most_bytes=200_000, seconds=20)


class Site:
    """A server on this machine: what it was asked, with which headers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def answer(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        path = handler.path
        if path.startswith("/to/"):
            handler.send_response(302)
            handler.send_header("Location", path.removeprefix("/to/"))
            handler.send_header("Set-Cookie", "id=1")
            handler.end_headers()
            return
        if path == "/missing":
            handler.send_error(404)
            return
        body = {
            "/big": b"x" * 300_000,
            "/packed": gzip.compress(page().encode()),
            "/bomb": gzip.compress(bytes(3_000_000)),
            "/story.pdf": samples()["pdf"],
            "/cp1256": page().replace("<meta charset=utf-8>", "").encode("cp1256"),
        }.get(path, page().encode())
        handler.send_response(200)
        charset = "; charset=windows-1256" if path == "/cp1256" else ""
        handler.send_header("Content-Type", f"text/html{charset}")
        if path in ("/packed", "/bomb"):
            handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with contextlib.suppress(OSError):  # whoever asked may hang up
                made.answer(self)

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False  # closing the server waits for them
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    made.address = f"http://127.0.0.1:{server.server_port}"
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def fetched(address: str) -> Imported:
    return import_address(address, limits=QUICK)


def test_what_is_sent_and_what_comes(site: Site) -> None:
    imported = fetched(f"{site.address}/خبر?سؤال=1#موضع")
    assert imported.text.endswith(PARAGRAPHS[2])
    assert imported.origin == f"{site.address}/خبر?سؤال=1#موضع"
    ((path, headers),) = site.asked
    assert path == "/%D8%AE%D8%A8%D8%B1?%D8%B3%D8%A4%D8%A7%D9%84=1"
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert headers["user-agent"].startswith("FactCheckWorkbench/")


@pytest.mark.parametrize("path", ["/packed", "/cp1256", "/to//story"])
def test_pages(site: Site, path: str) -> None:
    assert fetched(site.address + path).text.endswith(PARAGRAPHS[2])
    assert all("cookie" not in headers for _, headers in site.asked)


def test_other_formats(site: Site) -> None:
    assert fetched(f"{site.address}/story.pdf").format == "pdf"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "answered 404"),
        ("/big", "larger than"),
        ("/bomb", "larger than"),
        ("/to/file:///etc/passwd", "no web page"),
        ("/to/ftp://127.0.0.1/x", "no web page"),
        ("/to/javascript:alert(1)", "no web page"),
        ("/to//to//to//to//to//to//to//x", "answered 302"),
    ],
)
def test_refused(site: Site, path: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        fetched(site.address + path)
    assert told.value.why.ar


def test_no_way_from_the_public_network_into_a_private_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = socket.getaddrinfo

    def lookup(host: str, *args: object, **more: object) -> object:
        return ask("127.0.0.1" if host == "news.example" else host, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(web, "_is_private", lambda host: host != "news.example")
    public = site.address.replace("127.0.0.1", "news.example")
    assert fetched(f"{public}/x").text
    with pytest.raises(UnreadableError, match="private network"):
        fetched(f"{public}/to/{site.address}/secret")
    assert [path for path, _ in site.asked if "secret" in path] == [f"/to/{site.address}/secret"]


@pytest.mark.parametrize(
    ("host", "private"),
    [("127.0.0.1", True), ("10.0.0.1", True), ("169.254.169.254", True), ("::1", True), ("8.8.8.8", False)],
)
def test_private_networks(host: str, private: bool) -> None:
    assert web._is_private(host) is private


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://example.org/x", "javascript://x", "data://x", "http://", "https://[", "https://a:b/",
     "http://" + "a" * 300 + "/"],
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(UnreadableError) as told:
        fetched(address)
    assert told.value.why.ar


def test_nobody_answers() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(UnreadableError, match="could not be fetched"):
        fetched(f"http://127.0.0.1:{port}/")


def test_time_runs_out(site: Site) -> None:
    with pytest.raises(UnreadableError, match=r"too long|could not be fetched"):
        import_address(f"{site.address}/x", limits=FetchLimits(seconds=1e-6))


def test_a_person_may_give_up(site: Site) -> None:
    with pytest.raises(UnreadableError, match="cancelled"):
        import_address(f"{site.address}/x", Watch(cancelled=lambda: True), QUICK)


@pytest.mark.parametrize(
    ("words", "address"),
    [("https://example.org", True), ("file:///x", True), ("a.txt", False), ("C:\\a.txt", False), ("http:/x", False)],
)
def test_addresses_and_names(words: str, address: bool) -> None:
    assert is_address(words) is address


def test_off_unless_asked_for(site: Site) -> None:
    refused = CliRunner().invoke(main, ["check", f"{site.address}/story"])
    assert refused.exit_code == 2
    assert "add --fetch" in refused.stderr
    assert "network address" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert site.asked == []
    told = not_fetched(f"{site.address}/story").why
    assert "--fetch" in told.ar
    allowed = CliRunner().invoke(main, ["extract", "--fetch", f"{site.address}/story"])
    assert allowed.exit_code == 0
    assert PARAGRAPHS[1] in allowed.stdout
    assert "مقاول" in allowed.stdout
