"""Files made to do harm: bombs, entities, members outside, endless work; addresses everywhere, nothing is fetched."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importing.documents import (
    PARAGRAPHS,
    WORD,
    docx,
    latin,
    mail,
    odt,
    outcome,
    page,
    paragraph,
    pdf,
    rtf,
    samples,
    zipped,
)
from workbench.importing.archives import MOST_UNPACKED
from workbench.importing.articles import import_bytes
from workbench.importing.confined import read_confined
from workbench.importing.values import Watch
from workbench.text.reading import UnreadableError

ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DOCUMENT = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'


@pytest.fixture(scope="module")
def bombs() -> dict[str, bytes]:
    """A few hundred kilobytes that unpack to more than the limit."""
    zeros = bytes(MOST_UNPACKED // 2 + 1)
    return {
        "docx": docx(paragraph("نص"), {"word/media/a.bin": zeros, "word/media/b.bin": zeros}),
        "odt": odt("<text:p>نص</text:p>", {"Pictures/a": zeros, "Pictures/b": zeros}),
    }


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_bombs_are_refused_unopened(format: str, bombs: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    def opened(*args: object, **more: object) -> None:
        raise AssertionError("a member was unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "open", opened)
    assert len(bombs[format]) < 1_000_000
    with pytest.raises(UnreadableError, match="it was not opened"):
        import_bytes(bombs[format])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx("", {"../evil.xml": "x"}), "point outside"),
        (docx("", {"/etc/evil": "x"}), "point outside"),
        (docx("", {"..\\evil": "x"}), "point outside"),
        (odt("", {"C:/evil": "x"}), "point outside"),
        (docx("", {f"word/{number}": "" for number in range(5_001)}), "it was not opened"),
        (zipped({"word/document.xml": ENTITY + DOCUMENT}), "declares entities"),
        (zipped({"word/document.xml": LAUGHS + DOCUMENT.replace("&e;", "&b;")}), "declares entities"),
        (zipped({"content.xml": ENTITY + "<x>&e;</x>"}), "declares entities"),
        (docx(paragraph("نص"), {"docProps/core.xml": ENTITY + "<x>&e;</x>"}), "declares entities"),
        (zipped({"word/document.xml": DOCUMENT}), "damaged"),  # an entity nobody declared
        (docx("<w:p>" * 100), "damaged"),
        (docx(paragraph("x" * 11_000_000)), "longer than any article"),
        (odt("<text:p>" + "س" * 11_000_000 + "</text:p>"), "longer than any article"),
        (odt("<text:p>x</text:p>", {"META-INF/manifest.xml": '<m xmlns="urn:x"><encryption-data/></m>'}), "password"),
    ],
)  # fmt: skip
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        import_bytes(data)
    assert told.value.why.ar


def test_depth_in_xml_does_no_harm() -> None:
    deep = "<w:sdt>" * 100_000 + paragraph("نص عميق") + "</w:sdt>" * 100_000
    assert import_bytes(docx(deep)).text == "نص عميق"


def test_an_encrypted_archive() -> None:
    data = bytearray(docx(paragraph("نص")))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + flags] |= 1
    with pytest.raises(UnreadableError, match="password"):
        import_bytes(bytes(data))


# ------------------------------------------------------------------------------------------ the process for the reading


@pytest.mark.parametrize("paint", [b"/X Do", b"/X Do " * 30])
def test_a_form_that_paints_itself_ends(paint: bytes) -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length %d >>\n"
        b"stream\n%b\nendstream" % (len(paint), paint)
    )
    data = pdf([latin("Seven people.") + b" " + paint], resources="/XObject << /X 5 0 R >>", last=form)
    told = outcome(lambda: read_confined(data, "pdf", "", 20, Watch()))
    assert told == "Seven people." or told.startswith("!")


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableError, match="took too long"):
        read_confined(samples()["pdf"], "pdf", "", 0.0, Watch())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's address space")
def test_what_takes_too_much_memory_is_stopped() -> None:
    heavy = b"q " + b"1 0 0 1 0 0 cm " * 1_000_000
    with pytest.raises(UnreadableError) as told:
        read_confined(pdf([heavy + latin("x")]), "pdf", "", 60, Watch(), memory=130_000_000)
    assert "memory" in told.value.why.en or "failed" in told.value.why.en


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no processor time")
def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(UnreadableError, match="reading it failed"):
        read_confined(samples()["pdf"], "nothing", "", 30, Watch())  # type: ignore[arg-type]


def test_a_script_that_reads_at_its_top_level_runs_once(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(samples()["rtf"])
    script = tmp_path / "script.py"
    script.write_text(
        "print('begun')\nfrom pathlib import Path\nfrom workbench.importing.articles import import_file\n"
        f"print(import_file(Path({str(tmp_path / 'a.rtf')!r})).format)\n"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True,
                         env={**os.environ, "PYTHONPATH": str(root)})  # fmt: skip
    assert run.stdout.split() == ["begun", "rtf"]
    assert run.stderr == ""


def test_the_process_reaches_no_network() -> None:
    attempt = (
        "import socket\nfrom workbench.importing.confined import _confine\n_confine(30, 2_000_000_000)\n"
        "connect, ask = lambda: socket.create_connection(('127.0.0.1', 9), 1), lambda: socket.getaddrinfo('x.org', 9)\n"
        "for call in (connect, ask):\n"
        "    try:\n        call()\n    except PermissionError as error:\n        print('refused')\n"
    )
    run = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["refused", "refused"]


# --------------------------------------------------------------------------------------------------- nothing is fetched


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def with_address(address: str) -> dict[str, bytes]:
    """Documents that name an address wherever a format lets something be fetched."""
    loads = (
        f'<link rel=stylesheet href="{address}/css"><script src="{address}/js"></script><base href="{address}/base">'
        f'<meta http-equiv=refresh content="0;url={address}/refresh"><link rel="amphtml" href="{address}/amp">'
        f'<link rel="canonical" href="{address}/canonical"><meta property="og:image" content="{address}/image">'
    )
    shown = f'<p>{PARAGRAPHS[0]}<img src="{address}/img"><iframe src="{address}/frame"></iframe></p>'
    entity = f'<?xml version="1.0"?><!DOCTYPE x SYSTEM "{address}/dtd" [<!ENTITY e SYSTEM "{address}/entity">]>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'TargetMode="External" Target="{address}/template"/></Relationships>'
    )
    action = f"/OpenAction << /S /URI /URI ({address}/open) >> /AA << /O << /S /SubmitForm /F ({address}/form) >> >>"
    return {
        "html": page(shown, loads).encode(),
        "html with a document type": (entity + page(shown, loads)).encode(),
        "docx": docx(paragraph(PARAGRAPHS[0]), {"word/_rels/document.xml.rels": relations}),
        "docx with an entity": zipped({"word/document.xml": entity + DOCUMENT}),
        "odt": odt(f'<text:p>{PARAGRAPHS[0]}<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" '
                   f'xlink:href="{address}/image"/></text:p>'),
        "rtf": rtf(rf'{{\*\template {address}/t}}{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p"}}{{\fldrslt x}}}}'),
        "pdf": pdf([latin("Seven people.")], root=action),
        "mail": mail(html=page(shown, loads)),
        "mail with a part elsewhere": mail(text="x").replace(
            b"Content-Type: text/plain", f'Content-Type: message/external-body; URL="{address}/x"'.encode()),
        "text": f"{address}/text\n<img src='{address}/img'>".encode(),
    }  # fmt: skip


def test_nothing_is_fetched(canary: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = canary
    for name, data in with_address(address).items():
        try:
            assert import_bytes(data, f"a.{name}").text
        except UnreadableError as error:
            assert "entities" in str(error) or "no text" in str(error), name  # noqa: PT017
    assert asked == []
    import urllib.request

    with urllib.request.urlopen(f"{address}/control", timeout=10):
        assert asked == ["/control"]  # the canary sings
