"""A thin client for OpenAI-compatible servers: one request, one answer, no library that sends anything else anywhere."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import urllib3

from generator.errors import DossierError
from generator.readers.address import Address

LARGEST = 8_000_000
"""Bytes of a response that are read."""
TRIES = 4
RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote, and what the server says it cost."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


class NoReplyError(DossierError):
    """A server that gave no usable answer; the article is left out, the run goes on."""


class ModelClient:
    """Asks one server; never follows a redirect, and connects only to the address that was checked.

    Args:
        address: the checked address.
        model: the model's name.
        key: the key, sent as a bearer token and kept nowhere.
        timeout: seconds for one answer.
        wait: how to pause between tries (tests pass their own).
    """

    def __init__(
        self, address: Address, model: str, key: str | None, timeout: float, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self.address, self.model, self.wait = address, model, wait
        self.timeout = timeout
        self.schema: bool | None = None
        """Whether the server takes a JSON Schema; None until it was tried."""
        self._headers = {"Content-Type": "application/json", "Host": _host_header(address), "User-Agent": "dossier"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        limits = urllib3.Timeout(connect=min(15.0, timeout), read=timeout)
        options: dict[str, Any] = {"timeout": limits, "retries": False, "maxsize": 1}
        if address.scheme == "https":
            options |= {"server_hostname": address.host, "assert_hostname": address.host}
            self._pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(address.ip, address.port, **options)
        else:
            self._pool = urllib3.HTTPConnectionPool(address.ip, address.port, **options)

    def ask(self, prompt: str, schema: Mapping[str, Any]) -> Reply:
        """The model's answer to a prompt.

        Args:
            prompt: the whole prompt.
            schema: JSON Schema of the answer, used where the server can.

        Raises:
            NoReplyError: the server cannot be reached, refuses, or answers nothing that can be read, after several tries.
        """
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": "user", "content": prompt}],
            "temperature": 0,
            "stream": False,
        }
        if self.schema is not False:
            shape = {"name": "reading", "schema": dict(schema)}
            try:
                reply = self._try(body | {"response_format": {"type": "json_schema", "json_schema": shape}})
            except _BadRequestError:
                self.schema = False
            else:
                self.schema = True
                return reply
        try:
            return self._try(body)
        except _BadRequestError as error:
            raise NoReplyError(
                f"{self.address} refuses the request ({error})", mend="Check the model's name."
            ) from error

    def _try(self, body: Mapping[str, Any]) -> Reply:
        """One request, again after a pause where trying again may help."""
        trouble = ""
        for number in range(TRIES):
            if number:
                self.wait(min(LONGEST_WAIT, 2.0**number + random.random()))  # noqa: S311  (spreads tries, no secret)
            try:
                status, raw, after = self._post(body)
            except (urllib3.exceptions.HTTPError, OSError) as error:
                trouble = _plain(error)
                continue
            if status in RETRIED:
                trouble = f"status {status}"
                if after and number + 1 < TRIES:
                    self.wait(min(LONGEST_WAIT, after))
                continue
            if status in {400, 404, 415, 422}:
                raise _BadRequestError(f"status {status}")
            if status != 200:
                raise NoReplyError(f"{self.address} answers with status {status}", mend=_mend(status))
            return _read_reply(raw, str(self.address))
        raise NoReplyError(
            f"{self.address} gives no answer ({trouble})", mend="Is the server running? Try again later."
        )

    def _post(self, body: Mapping[str, Any]) -> tuple[int, bytes, float]:
        deadline = time.monotonic() + self.timeout
        response = self._pool.urlopen(
            "POST",
            f"{self.address.path}/chat/completions",
            body=json.dumps(body).encode(),
            headers=self._headers,
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            raw = b""
            while chunk := response.read1(65_536):
                raw += chunk
                if len(raw) > LARGEST:
                    raise NoReplyError(
                        f"{self.address} answers with more than {LARGEST:,} bytes", mend="Ask another model."
                    )
                if time.monotonic() > deadline:
                    raise urllib3.exceptions.TimeoutError("the answer takes too long")
            after = response.headers.get("Retry-After", "")
            return response.status, raw, float(after) if after.isdigit() else 0.0
        finally:
            response.close()


class _BadRequestError(Exception):
    """The server does not take the request as it is."""


def _host_header(address: Address) -> str:
    host = f"[{address.host}]" if ":" in address.host else address.host
    standard = {"http": 80, "https": 443}[address.scheme] == address.port
    return host if standard else f"{host}:{address.port}"


def _read_reply(raw: bytes, address: str) -> Reply:
    """The text in a response, whatever else is in it."""
    try:
        data = json.loads(raw.decode("utf-8", errors="replace"))
        text = data["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise NoReplyError(
            f"{address} answers with something else than a chat completion", mend="Check the address."
        ) from error
    if not isinstance(text, str) or not text.strip():
        raise NoReplyError(
            f"{address} answers with nothing", mend="Ask another model, or send smaller pieces (`piece:`)."
        )
    usage = data.get("usage")
    counts = [usage.get(key) for key in ("prompt_tokens", "completion_tokens")] if isinstance(usage, dict) else [0, 0]
    tokens = [count if isinstance(count, int) and 0 <= count < 10**9 else 0 for count in counts]
    return Reply(text, *tokens)


def _plain(error: Exception) -> str:
    names = {
        "ConnectTimeoutError": "no connection in time",
        "ReadTimeoutError": "no answer in time",
        "NewConnectionError": "nobody listens there",
    }
    return names.get(type(error).__name__, type(error).__name__)


def _mend(status: int) -> str:
    if status in {401, 403}:
        return "Set the environment variable that the reader's `key:` names."
    if 300 <= status < 400:
        return "Redirects are not followed: write the address that it leads to."
    return "Look at the server's log."
