"""Fetching, safely: one page by its address, never anything that could be inside the house.

Only http and https; the name is looked up once, every address it has must be public, and the connection goes to the one that was
checked; redirects are followed by hand and checked again; size, time and robots.txt are respected; scripts are never run.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3

from generator.intake.draft import RefusedError

AGENT = "dossier/1 (+reads single articles that a person named; respects robots.txt)"
LARGEST = 15_000_000
SECONDS = 25.0
REDIRECTS = 5
RETRIED = frozenset({429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: its bytes, the address at the end of all redirects, the type that the server names."""

    url: str
    raw: bytes
    content_type: str
    charset: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Fetches pages.

    Attributes:
        private: allow addresses of this machine and its network (a setting for tests and intranets).
        robots: whether robots.txt is asked.
    """

    private: bool = False
    robots: bool = True
    pause: float = 1.0
    """Seconds between two requests to one host."""
    _last: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, Any] = field(default_factory=dict)

    def get(self, url: str) -> Page:
        """A page.

        Raises:
            RefusedError: the address is not allowed, or gives no page.
        """
        for _ in range(REDIRECTS + 1):
            self._checked(url)
            if self.robots and not self._allowed(url):
                raise RefusedError(
                    "the site's robots.txt asks not to fetch it", "Open it in your browser and save the page."
                )
            status, headers, raw = self._request(url)
            if status in {301, 302, 303, 307, 308} and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status != 200:
                raise RefusedError(f"the server answers {status}", "Open it in your browser and save the page.")
            kind, _, rest = headers.get("content-type", "text/html").partition(";")
            charset = rest.partition("charset=")[2].strip(" \"';") or None
            return Page(url, raw, kind.strip().lower(), charset)
        raise RefusedError(f"more than {REDIRECTS} redirects", "Open it in your browser and save the page.")

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._rules:
            try:
                status, _, raw = self._request(f"{home}/robots.txt")
                text = raw[:500_000].decode("utf-8", "replace") if status == 200 else ""
            except RefusedError:
                text = ""
            self._rules[home] = import_module("protego").Protego.parse(text)
        return bool(self._rules[home].can_fetch(url, "dossier"))

    def _request(self, url: str) -> tuple[int, dict[str, str], bytes]:
        """One request to a checked address, once more where the server asks for patience."""
        scheme, host, port, ip, target = self._checked(url)
        wait = self._last.get(host, 0.0) + self.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        for last in (False, True):
            self._last[host] = time.monotonic()
            status, headers, raw = _read(scheme, host, port, ip, target)
            if status not in RETRIED or last:
                return status, headers, raw
            after = headers.get("retry-after", "")
            time.sleep(min(5.0, float(after) if after.isdigit() else 2.0) if self.pause else 0.0)
        return status, headers, raw

    def _checked(self, url: str) -> tuple[str, str, int, str, str]:
        """Scheme, host, port, checked address and target of a URL.

        Raises:
            RefusedError: it is none that may be fetched.
        """
        try:
            parts = urlsplit(url.strip())
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise RefusedError("the address cannot be read", "Check it.") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise RefusedError("only http and https addresses are fetched", "Save the page and add the file.")
        if parts.username or parts.password:
            raise RefusedError("the address holds a user", "Leave out what stands before the @.")
        ip = self._address(parts.hostname, port)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return parts.scheme, parts.hostname, port, ip, target

    def _address(self, host: str, port: int) -> str:
        try:
            found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise RefusedError("the host cannot be found", "Check the address and the network.") from error
        if not self.private and not all(is_public(ip) for ip in found):
            raise RefusedError("the address leads into this machine or its network", "Save the page and add the file.")
        return found[0]


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet; addresses embedded in IPv6 are judged by themselves."""
    try:
        ip = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None)
        if inner is not None:
            return is_public(str(inner))
        return ip in GLOBAL_IPV6 and ip.is_global and not any(ip in net for net in SPECIAL)
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in SPECIAL)


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
SPECIAL = tuple(
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
    )
)


@cache
def _timeout() -> urllib3.Timeout:
    return urllib3.Timeout(connect=10.0, read=10.0)


def _read(scheme: str, host: str, port: int, ip: str, target: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request; the body is cut off by size and by time, whatever its encoding swells to."""
    shown = f"[{host}]" if ":" in host else host
    headers = {
        "User-Agent": AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Host": shown if port in {80, 443} else f"{shown}:{port}",
    }
    options: dict[str, Any] = {"timeout": _timeout(), "retries": False, "maxsize": 1}
    pool: urllib3.HTTPConnectionPool
    if scheme == "https":
        pool = urllib3.HTTPSConnectionPool(ip, port, server_hostname=host, assert_hostname=host, **options)
    else:
        pool = urllib3.HTTPConnectionPool(ip, port, **options)
    begun, raw = time.monotonic(), b""
    try:
        response = pool.urlopen("GET", target, headers=headers, redirect=False, retries=False, preload_content=False)
        while chunk := response.read1(65_536, decode_content=True):
            raw += chunk
            if len(raw) > LARGEST:
                raise RefusedError(f"the page is larger than {LARGEST // 1_000_000} MB", "Save the article alone.")
            if time.monotonic() - begun > SECONDS:
                raise RefusedError("the page takes too long", "Open it in your browser and save the page.")
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise RefusedError(
            f"the page cannot be fetched ({type(error).__name__})", "Open it in your browser and save the page."
        ) from error
    finally:
        pool.close()
    return response.status, {key.lower(): value for key, value in response.headers.items()}, raw
