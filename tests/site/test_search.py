"""What a reader asks and what stands first, in a browser: from disk without a network, and on the web with a real worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.visiting import Visit, address

QUERIES = yaml.safe_load((Path(__file__).parent / "cases" / "queries.yml").read_text(encoding="utf-8"))
Ask = Callable[[str], list[str]]
"""Query -> addresses of the pages found, the first first."""

HITS = "found => found.map(each => each.getAttribute('href'))"
IDLE = "Type to start searching"


def asking(visit: Visit, home: str) -> Ask:
    visit.page.goto(home)
    field = visit.page.locator(".md-search__input")
    field.click()
    meta = visit.page.locator(".md-search-result__meta")

    def wait(idle: bool) -> None:
        for _ in range(400):
            if (IDLE in (meta.text_content() or "")) == idle:
                return
            visit.page.wait_for_timeout(15)
        raise AssertionError(f"the search still says: {meta.text_content()}")

    wait(idle=True)

    def write(words: str) -> None:
        field.fill(words)
        field.dispatch_event("keyup")

    def ask(words: str) -> list[str]:
        write("")
        wait(idle=True)
        write(words)
        wait(idle=False)
        found: list[str] = visit.page.eval_on_selector_all(".md-search-result__item > a", HITS)
        return found

    return ask


@pytest.fixture(scope="module")
def from_disk(browser: Any, site: Path) -> Iterator[Ask]:
    with Visit(browser, offline=True) as visit:
        yield asking(visit, address(site, "index"))
        assert visit.complaints == []


@pytest.fixture(scope="module")
def on_the_web(browser: Any, server: str) -> Iterator[Ask]:
    with Visit(browser) as visit:
        yield asking(visit, f"{server}/")
        assert visit.complaints == []
        assert all(url.startswith((server, "blob:", "data:")) for url in visit.requests)


def first_page(hits: list[str], home: str) -> str | None:
    if not hits:
        return None
    address = hits[0].split("?")[0].split("#")[0]
    return address.split(home, 1)[-1].strip("/").removesuffix(".html")


@pytest.mark.parametrize("case", QUERIES, ids=[case["ask"] for case in QUERIES])
def test_what_stands_first_from_disk(from_disk: Ask, site: Path, case: dict[str, str | None]) -> None:
    assert first_page(from_disk(str(case["ask"])), str(site)) == case["first"]


@pytest.mark.parametrize("case", QUERIES, ids=[case["ask"] for case in QUERIES])
def test_what_stands_first_on_the_web(on_the_web: Ask, server: str, case: dict[str, str | None]) -> None:
    assert first_page(on_the_web(str(case["ask"])), server) == case["first"]


def test_text_of_a_page_is_no_markup_in_the_results(from_disk: Ask) -> None:
    assert from_disk("<img src=x onerror=alert(1)>") == from_disk("img src x onerror alert 1")
