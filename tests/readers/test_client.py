"""The client against a real server on the loopback address that plays all the bad parts as well."""

from __future__ import annotations

import time

import pytest

from generator.errors import SettingsError
from generator.grounding.schema import answer_schema
from generator.model.dossier import Reader
from generator.readers.address import check_address
from generator.readers.client import ModelClient, NoReplyError
from tests.readers.server import model_server


def client(
    address: str, key: str | None = None, timeout: float = 5.0, pauses: list[float] | None = None
) -> ModelClient:
    found = check_address(Reader(name="local", address=address, model="m"))
    return ModelClient(found, "m", key, timeout, wait=(pauses if pauses is not None else []).append)


def test_a_good_answer_with_its_cost() -> None:
    with model_server() as (address, played):
        reply = client(address, key="secret").ask("prompt", answer_schema())
    assert (reply.tokens_in, reply.tokens_out) == (1200, 300)
    assert "Ada Marsh" in reply.text
    assert played.paths == ["/v1/chat/completions"]
    assert played.headers[0]["authorization"] == "Bearer secret"
    assert played.bodies[0]["response_format"]["type"] == "json_schema"
    assert "secret" not in str(played.bodies)


def test_a_server_without_schemas_is_asked_plainly_and_only_once_with_one() -> None:
    with model_server("no schema") as (address, played):
        asked = client(address)
        asked.ask("one", answer_schema())
        asked.ask("two", answer_schema())
    assert ["response_format" in body for body in played.bodies] == [True, False, False]


@pytest.mark.parametrize("trouble", ["busy", "slow down", "broken", "hang up"])
def test_trouble_that_passes_is_waited_for(trouble: str) -> None:
    pauses: list[float] = []
    with model_server(trouble, trouble, "good") as (address, played):
        assert client(address, pauses=pauses).ask("prompt", answer_schema()).text
    assert len(played.bodies) == 3
    assert len(pauses) >= 2
    assert pauses[-1] > 1


@pytest.mark.parametrize(
    "part", ["busy", "forbidden", "redirect", "html", "other json", "null", "deep", "teapot", "hang up", "half"]
)
def test_what_is_no_answer_is_said_in_one_line(part: str) -> None:
    with model_server(part) as (address, _), pytest.raises(NoReplyError) as caught:
        client(address, key="secret").ask("prompt", answer_schema())
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", ["drip", "endless"])
def test_no_server_holds_us_up(part: str) -> None:
    begun = time.monotonic()
    with model_server(part) as (address, _), pytest.raises(NoReplyError):
        client(address, timeout=0.5).ask("prompt", answer_schema())
    assert time.monotonic() - begun < 15


def test_nobody_listens() -> None:
    with pytest.raises(NoReplyError, match="gives no answer"):
        client("http://127.0.0.1:9").ask("prompt", answer_schema())


@pytest.mark.parametrize(
    ("address", "remote", "why"),
    [
        (None, False, "no http or https address"),
        ("file:///etc/passwd", False, "no http or https address"),
        ("http://user:pw@127.0.0.1/v1", False, "a user, a key or a query"),
        ("http://127.0.0.1/v1?key=1", False, "a user, a key or a query"),
        ("http://192.0.2.7/v1", False, "not on this machine"),
        ("http://0.0.0.0:11434/v1", False, "not on this machine"),
        ("https://192.0.2.7/v1", False, "not on this machine"),
        ("http://192.0.2.7/v1", True, "unencrypted"),
        ("http://127.0.0.1:99999/v1", False, "cannot be looked up"),
    ],
)
def test_addresses_that_are_not_asked(address: str | None, remote: bool, why: str) -> None:
    with pytest.raises(SettingsError, match=why):
        check_address(Reader(name="r", address=address, model="m", remote=remote))


@pytest.mark.parametrize("address", ["http://127.0.0.1:11434/v1", "http://localhost:1234/v1", "http://[::1]:8080"])
def test_loopback_needs_no_permission(address: str) -> None:
    assert check_address(Reader(name="r", address=address, model="m")).path in {"/v1", ""}


def test_remote_is_allowed_by_its_setting() -> None:
    found = check_address(Reader(name="r", address="https://192.0.2.7/v1", model="m", remote=True))
    assert (found.ip, found.port) == ("192.0.2.7", 443)
