"""The guard of the review route: who may ask, and what may be asked.

A page of another site must not read or change anything, also where it has rebound its name to this machine: so the Host is compared
exactly on every request, and a change needs our own origin, JSON, and the token that only our pages hold.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LARGEST = 64_000
"""Bytes of a request's body."""


class RefusedRequestError(Exception):
    """A request that is not let in, with the status to answer."""

    def __init__(self, status: str) -> None:
        self.status = status
        super().__init__(status)


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the port we serve on and the token of this run."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which a browser on this machine may call us."""
        names = ("127.0.0.1", "localhost", "[::1]")
        return frozenset(f"{name}:{self.port}" for name in names) | (
            frozenset(names) if self.port == 80 else frozenset()
        )

    def check_read(self, environ: Mapping[str, Any]) -> None:
        """Let a reading request in.

        Raises:
            RefusedRequestError: another host, another site, or another method than GET.
        """
        self._check_site(environ)
        if environ.get("REQUEST_METHOD") != "GET":
            raise RefusedRequestError("405 Method Not Allowed")
        self._check_token(environ)

    def check_write(self, environ: Mapping[str, Any]) -> int:
        """Let a changing request in.

        Returns:
            The length of its body in bytes.

        Raises:
            RefusedRequestError: another host, origin or site, no token, no JSON, or a body that is too long or of unknown length.
        """
        self._check_site(environ)
        if environ.get("REQUEST_METHOD") != "POST":
            raise RefusedRequestError("405 Method Not Allowed")
        if environ.get("HTTP_ORIGIN") != f"http://{environ.get('HTTP_HOST')}":
            raise RefusedRequestError("403 Forbidden")
        if environ.get("CONTENT_TYPE", "").split(";")[0].strip().lower() != "application/json":
            raise RefusedRequestError("415 Unsupported Media Type")
        self._check_token(environ)
        if environ.get("HTTP_TRANSFER_ENCODING"):
            raise RefusedRequestError("411 Length Required")
        length = str(environ.get("CONTENT_LENGTH") or "")
        if not (length.isascii() and length.isdigit()):
            raise RefusedRequestError("411 Length Required")
        if int(length) > LARGEST:
            raise RefusedRequestError("413 Content Too Large")
        return int(length)

    def check_page(self, environ: Mapping[str, Any]) -> None:
        """Let a request for one of our own pages in: it comes without a token, from the address bar.

        Raises:
            RefusedRequestError: another host, or another method than GET.
        """
        if environ.get("HTTP_HOST") not in self.hosts:
            raise RefusedRequestError("403 Forbidden")
        if environ.get("REQUEST_METHOD") != "GET":
            raise RefusedRequestError("405 Method Not Allowed")

    def _check_site(self, environ: Mapping[str, Any]) -> None:
        if environ.get("HTTP_HOST") not in self.hosts:
            raise RefusedRequestError("403 Forbidden")
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
            raise RefusedRequestError("403 Forbidden")

    def _check_token(self, environ: Mapping[str, Any]) -> None:
        given = str(environ.get("HTTP_X_DOSSIER_TOKEN", ""))
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            raise RefusedRequestError("403 Forbidden")
