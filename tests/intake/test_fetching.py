"""Fetching from a server on this machine that misbehaves in every way, and addresses that are never asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from generator.intake import fetching
from generator.intake.draft import RefusedError
from generator.intake.fetching import Fetcher, is_public
from tests.intake import samples


class Handler(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        name = self.path.strip("/").partition("?")[0]
        getattr(self, f"play_{name.replace('.', '_').replace('-', '_')}", self.play_missing)()

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def play_robots_txt(self) -> None:
        self.send(200, b"User-agent: *\nDisallow: /private\nAllow: /private-but-open\n")

    def play_page(self) -> None:
        self.send(200, samples.page().encode(), Content_Type="text/html; charset=utf-8")

    def play_pdf(self) -> None:
        self.send(200, samples.pdf(), Content_Type="application/pdf")

    def play_hop(self) -> None:
        self.send(302, Location="/page")

    def play_loop(self) -> None:
        self.send(302, Location="/loop")

    def play_to_file(self) -> None:
        self.send(302, Location="file:///etc/passwd")

    def play_private(self) -> None:
        self.send(200, b"secret")

    def play_missing(self) -> None:
        self.send(404)

    def play_bomb(self) -> None:
        self.send(200, gzip.compress(b" " * 60_000_000), Content_Encoding="gzip", Content_Type="text/html")

    def play_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def play_hang_up(self) -> None:
        self.connection.close()

    def play_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 no http at all\r\n\r\n")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(private=True, pause=0.0)


def test_a_page_over_a_redirect(address: str, fetcher: Fetcher) -> None:
    page = fetcher.get(f"{address}/hop")
    assert (page.url, page.content_type, page.charset) == (f"{address}/page", "text/html", "utf-8")
    assert samples.TITLE.encode() in page.raw


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("loop", "redirects"),
        ("to-file", "only http and https"),
        ("private", "robots.txt"),
        ("missing", "404"),
        ("bomb", "larger than|too long"),
        ("drip", "too long"),
        ("hang-up", "cannot be fetched"),
        ("garbage", "cannot be fetched"),
    ],
)
def test_what_misbehaves_is_refused_in_time(
    address: str, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, path: str, why: str
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1.0)
    begun = time.monotonic()
    with pytest.raises(RefusedError, match=why) as caught:
        fetcher.get(f"{address}/{path}")
    assert time.monotonic() - begun < 12
    assert caught.value.way_out


def test_what_robots_forbid_is_not_asked(address: str, fetcher: Fetcher) -> None:
    Handler.asked.clear()
    with pytest.raises(RefusedError):
        fetcher.get(f"{address}/private")
    assert Handler.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "gopher://x",
        "javascript:alert(1)",
        "http://",
        "http://user:pw@example.org/",
        "http://[bad/",
    ],
)
def test_other_schemes_are_not_fetched(url: str) -> None:
    with pytest.raises(RefusedError):
        Fetcher().get(url)


def test_this_machine_is_not_fetched_unless_allowed(address: str) -> None:
    Handler.asked.clear()
    for name in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        host = address.replace("127.0.0.1", name)
        with pytest.raises(RefusedError, match="this machine"):
            Fetcher(robots=False).get(f"{host}/page")
    assert Handler.asked == []


HOUSE = """
127.0.0.1 127.8.9.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.8 198.18.0.1 224.0.0.1 240.0.0.1
255.255.255.255 ::1 :: ::127.0.0.1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: fe80::1 fc00::1 fec0::1 ff02::1 2001:db8::1
::ffff:10.0.0.1 nonsense
"""


@pytest.mark.parametrize("ip", HOUSE.split())
def test_addresses_of_the_house(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)
