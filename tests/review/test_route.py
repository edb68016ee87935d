"""The route: fifteen hostile requests are refused, a good one passes, and everything else is MkDocs' business."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.review.decisions import Reviewer
from generator.review.guard import LARGEST, Guard
from generator.review.route import ReviewRoute
from generator.store.facts_files import digest_of
from generator.store.settings import load_settings

PORT, TOKEN = 8000, "t" * 32
GOOD = {
    "REQUEST_METHOD": "POST",
    "PATH_INFO": "/_review/decide",
    "HTTP_HOST": f"127.0.0.1:{PORT}",
    "HTTP_ORIGIN": f"http://127.0.0.1:{PORT}",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "HTTP_X_DOSSIER_TOKEN": TOKEN,
    "CONTENT_TYPE": "application/json",
}


@pytest.fixture
def route(small: DossierPaths) -> ReviewRoute:
    update_facts(small, load_settings(small.settings, "content/dossier.yml"))

    def inner(environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [])
        return [b"inner"]

    return ReviewRoute(inner, Reviewer(small), Guard(PORT, TOKEN), lambda: None)


def call(route: ReviewRoute, body: bytes = b"", **changes: Any) -> tuple[str, bytes]:
    environ = {**GOOD, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), **changes}
    statuses: list[str] = []
    answer = b"".join(
        route(
            {key: value for key, value in environ.items() if value is not None},
            lambda status, _: statuses.append(status),
        )
    )
    return statuses[0], answer


def decision(route: ReviewRoute) -> bytes:
    _, raw, file = route.reviewer.open("one")
    return json.dumps(
        {"article": "one", "fact": file.facts[0].id, "action": "confirm", "digest": digest_of(raw)}
    ).encode()


HOSTILE: dict[str, tuple[dict[str, Any], str]] = {
    "a rebound name": ({"HTTP_HOST": f"evil.example:{PORT}", "HTTP_ORIGIN": f"http://evil.example:{PORT}"}, "403"),
    "a rebound name reads": ({"HTTP_HOST": f"evil.example:{PORT}", "REQUEST_METHOD": "GET", "PATH_INFO": "/"}, "403"),
    "two hosts": ({"HTTP_HOST": f"127.0.0.1:{PORT},evil.example"}, "403"),
    "no host": ({"HTTP_HOST": None}, "403"),
    "another port": ({"HTTP_HOST": "127.0.0.1:9999", "HTTP_ORIGIN": "http://127.0.0.1:9999"}, "403"),
    "another origin": ({"HTTP_ORIGIN": "http://evil.example"}, "403"),
    "no origin": ({"HTTP_ORIGIN": None}, "403"),
    "the same site": ({"HTTP_SEC_FETCH_SITE": "same-site"}, "403"),
    "across sites": ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403"),
    "no token": ({"HTTP_X_DOSSIER_TOKEN": None}, "403"),
    "a wrong token": ({"HTTP_X_DOSSIER_TOKEN": "ü" * 32}, "403"),
    "plain text": ({"CONTENT_TYPE": "text/plain"}, "415"),
    "a form": ({"CONTENT_TYPE": "application/x-www-form-urlencoded"}, "415"),
    "too long": ({"CONTENT_LENGTH": str(LARGEST + 1)}, "413"),
    "a negative length": ({"CONTENT_LENGTH": "-1"}, "411"),
    "no length": ({"CONTENT_LENGTH": None}, "411"),
    "chunked": ({"HTTP_TRANSFER_ENCODING": "chunked"}, "411"),
    "a change by GET": ({"REQUEST_METHOD": "GET"}, "405"),
    "another method": ({"REQUEST_METHOD": "PUT"}, "405"),
    "a path outside": ({"PATH_INFO": "/_review/../dossier.yml"}, "404"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_requests_change_nothing(route: ReviewRoute, small: DossierPaths, name: str) -> None:
    before = (small.facts / "one.yml").read_bytes()
    changes, status = HOSTILE[name]
    got, _ = call(route, decision(route), **changes)
    assert got.startswith(status)
    assert (small.facts / "one.yml").read_bytes() == before


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"article": 3}', b"[" * 60_000, b'{"article":"one","fact":"x","action":"burn","digest":""}'],
)
def test_bodies_that_are_no_request(route: ReviewRoute, body: bytes) -> None:
    assert call(route, body)[0].startswith("400")


def test_a_good_request_passes_and_shows_the_fact_as_it_is_now(route: ReviewRoute) -> None:
    status, answer = call(route, decision(route))
    assert status == "200 OK"
    assert json.loads(answer)["review"] == "confirmed"


def test_a_decision_on_an_old_state_is_a_conflict(route: ReviewRoute) -> None:
    old = decision(route)
    call(route, old)
    assert call(route, old)[0].startswith("409")


def test_the_list_of_what_waits(route: ReviewRoute) -> None:
    read = {"REQUEST_METHOD": "GET", "PATH_INFO": "/_review/queue", "HTTP_ORIGIN": None}
    before = json.loads(call(route, **read)[1])
    call(route, decision(route))
    after = json.loads(call(route, **read)[1])
    assert (len(after["rows"]), after["done"]) == (len(before["rows"]) - 1, 1)


def test_everything_else_goes_to_mkdocs(route: ReviewRoute) -> None:
    assert call(route, PATH_INFO="/rounds/", REQUEST_METHOD="GET") == ("200 OK", b"inner")
