"""One page from the web, and only where a person asked for it: what is sent is said, nothing else is."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from workbench import __version__
from workbench.importing.articles import import_bytes
from workbench.importing.values import Imported, Watch
from workbench.text.reading import UnreadableError
from workbench.text.values import Bilingual

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 30.0
"""For the whole answer; a single wait takes half of it at most."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SCHEMES = ("http", "https")
_CHUNK = 65_536
_AGENT = f"FactCheckWorkbench/{__version__}"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bytes of a page at most, and seconds for all of it."""

    most_bytes: int = MOST_BYTES
    seconds: float = SECONDS


def is_address(words: str) -> bool:
    """Whether these are an address (``https://…``, but also ``file:///…``) and no file's name."""
    return _ADDRESS.match(words) is not None


def what_is_sent(address: str) -> Bilingual:
    """What somebody else learns when this page is asked for."""
    host = _host(address)
    return Bilingual(
        f"Asking for it tells {host} this computer's network address and which page is wanted; nothing of your "
        "articles is sent.",
        f"بطلب الصفحة يعرف {host} عنوان هذا الجهاز على الشبكة والصفحة المطلوبة؛ ولا يُرسل شيء من مقالاتك.",
    )


def not_fetched(address: str) -> UnreadableError:
    """Why an address is no article unless a person allows it, and how that is done."""
    if _scheme(address) not in _SCHEMES:
        return _only_pages()
    sent = what_is_sent(address)
    return UnreadableError(
        f"it is an address, and pages are fetched only when you ask: add --fetch. {sent.en} Or save the page in your "
        "browser and give its file.",
        f"هذا عنوان صفحة، ولا تُجلب الصفحات إلا بطلبك: أضف ‎--fetch. {sent.ar} أو احفظ الصفحة من المتصفح وافتح ملفها.",
    )


def import_address(address: str, watch: Watch | None = None, limits: FetchLimits | None = None) -> Imported:
    """The article of the page at an address, fetched now: http and https only, no cookies, limits of size and time, no
    redirect to another scheme or from the public network to a private one. Raises UnreadableError."""
    data, final, charset = _fetch(address, watch or Watch(), limits or FetchLimits())
    name = urlsplit(final).path.rpartition("/")[2]
    return import_bytes(data, name, address, watch, charset)


def _only_pages() -> UnreadableError:
    return UnreadableError(
        "only addresses that begin with http:// or https:// are fetched.",
        "لا تُجلب إلا العناوين التي تبدأ بـ ‎http://‎ أو ‎https://‎.",
    )


def _scheme(address: str) -> str:
    return address.partition("://")[0].lower() if is_address(address) else ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each looked at first."""

    max_redirections = 5

    def __init__(self, private: bool) -> None:
        super().__init__()
        self._private = private  # the person's own address was private already

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage
    ) -> IO[bytes] | None:
        target = urljoin(req.full_url, headers.get("location") or headers.get("uri") or "")
        if _scheme(target) not in _SCHEMES:
            fp.close()
            raise UnreadableError(
                "the page sends one on to something that is no web page; that was not followed.",
                "تحيل الصفحة إلى ما ليس صفحة ويب، فلم تُتبع الإحالة.",
            )
        if not self._private and _is_private(_host(target)):
            fp.close()
            raise UnreadableError(
                "the page sends one on into a private network; that was not followed.",
                "تحيل الصفحة إلى شبكة خاصة، فلم تُتبع الإحالة.",
            )
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _is_private(host: str) -> bool:
    """Whether a name leads to this computer or a private network; one that leads nowhere fails later by itself."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


def _fetch(address: str, watch: Watch, limits: FetchLimits) -> tuple[bytes, str, str]:
    """The page's bytes, its last address, the encoding the server names."""
    if _scheme(address) not in _SCHEMES:
        raise _only_pages()
    until = time.monotonic() + limits.seconds
    request = urllib.request.Request(
        _quoted(address),
        headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"},
    )
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(),
        _Redirects(_is_private(_host(address))),
    ):  # fmt: skip
        opener.add_handler(handler)
    try:
        with opener.open(request, timeout=limits.seconds / 2) as answer:
            data = _body(answer, until, watch, limits)
            charset = answer.headers.get_content_charset() or ""
            return _unpacked(data, str(answer.headers.get("Content-Encoding", "")), limits), str(answer.url), charset
    except UnreadableError:
        raise
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadableError(
            f"the server answered {error.code} instead of the page.", f"أجاب الخادم بالرمز {error.code} بدلا من الصفحة."
        ) from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise _unreachable(error) from None


def _body(answer: IO[bytes], until: float, watch: Watch, limits: FetchLimits) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        if watch.cancelled():
            raise UnreadableError("fetching it was cancelled.", "أُلغي جلب الصفحة.")
        if time.monotonic() > until:
            raise UnreadableError("the server took too long to answer.", "طال انتظار رد الخادم.")
        piece = answer.read1(_CHUNK) if isinstance(answer, http.client.HTTPResponse) else answer.read(_CHUNK)
        if not piece:
            return b"".join(pieces)
        size += len(piece)
        if size > limits.most_bytes:
            raise _too_large(limits)
        pieces.append(piece)


def _unpacked(data: bytes, coding: str, limits: FetchLimits) -> bytes:
    """Some servers compress without being asked."""
    if "gzip" not in coding.lower():
        return data
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    page = unpacking.decompress(data, limits.most_bytes + 1)
    if len(page) > limits.most_bytes:
        raise _too_large(limits)
    return page


def _too_large(limits: FetchLimits) -> UnreadableError:
    most = f"{limits.most_bytes / 1024 / 1024:.0f}"
    return UnreadableError(
        f"the page is larger than {most} MB, more than any article.",
        f"حجم الصفحة أكبر من {most} ميغابايت، وهو أكثر مما يبلغه أي مقال.",
    )


def _quoted(address: str) -> str:
    """An address as HTTP writes it: Arabic in the path as percent signs, in the host as IDNA."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (UnicodeError, ValueError):
        raise UnreadableError("it is no usable address.", "العنوان غير صالح.") from None
    if not host:
        raise UnreadableError("it is no usable address.", "العنوان غير صالح.")
    if ":" in host:
        host = f"[{host}]"
    safe = "%/:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host + port, quote(parts.path, safe), quote(parts.query, safe), ""))


def _unreachable(error: Exception) -> UnreadableError:
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error) or type(error).__name__
    words = " ".join(str(getattr(reason, "strerror", None) or reason).split())
    return UnreadableError(f"the page could not be fetched ({words}).", f"تعذر جلب الصفحة ({words}).")
