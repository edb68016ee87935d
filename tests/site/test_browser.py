"""The built site in a real browser: from disk without a network, and as a web site."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.site.visiting import WIDE, Visit, address

KINDS = {
    "home": "index", "rounds": "rounds/index", "round": "rounds/round-2", "actors": "actors/index",
    "actor": "actors/sergey-lavrov", "topics": "topics/index", "topic": "topics/nato-membership", "timeline": "timeline",
    "disputed": "disputed", "figures": "figures", "promises": "promises", "gaps": "gaps", "new": "new",
    "sources": "sources/index", "source": "sources/002-21fa7b930a6c326f", "method": "method", "print": "print",
    "annex": "annex", "days": "days",
}  # fmt: skip
SMALL = {"width": 390, "height": 844}
SCREENS = {"desk": WIDE, "phone": SMALL}
HOME_WEIGHT = 300_000
"""Bytes of the home page with all that it loads, uncompressed, the search index left out."""


@dataclass(frozen=True)
class Observed:
    """What was seen of a page: foreign requests, complaints of the browser, width beyond the screen, axe's findings."""

    foreign: list[str]
    complaints: list[str]
    beyond: int
    violations: list[dict[str, Any]] | None
    """None where axe-core could not be had."""


AXE_RUN = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
"""All rules of axe-core, those on the size of targets too, which it leaves out by itself."""

Observe = Callable[[str, str, str], Observed]
"""(page, scheme, screen) -> what was seen."""


@pytest.fixture(scope="module")
def observe(browser: Any, site: Path, axe: str) -> Observe:
    """Visits each page once in each scheme on each screen, without a network."""

    @functools.cache
    def visit_once(page: str, scheme: str, screen: str) -> Observed:
        with Visit(browser, scheme, SCREENS[screen], offline=True) as visit:
            visit.page.goto(address(site, page))
            visit.page.wait_for_timeout(100)
            beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            wide = visit.page.evaluate(beyond)
            foreign = [url for url in visit.requests if not url.startswith(("file:", "data:", "blob:"))]
            complaints = list(visit.complaints)
            if not axe:
                return Observed(foreign, complaints, wide, None)
            visit.page.evaluate(axe)
            report = visit.page.evaluate(AXE_RUN)
            return Observed(foreign, complaints, wide, report["violations"])

    return visit_once


every_page = pytest.mark.parametrize("page", KINDS.values(), ids=KINDS.keys())
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
both_screens = pytest.mark.parametrize("screen", SCREENS)


@every_page
@both_schemes
@both_screens
def test_no_foreign_request_and_no_complaint_from_disk(observe: Observe, page: str, scheme: str, screen: str) -> None:
    seen = observe(page, scheme, screen)
    assert seen.foreign == []
    assert seen.complaints == []


@every_page
def test_a_phone_never_scrolls_sideways(observe: Observe, page: str) -> None:
    assert observe(page, "dark", "phone").beyond <= 0


@every_page
@both_schemes
@both_screens
def test_axe_finds_nothing(observe: Observe, page: str, scheme: str, screen: str) -> None:
    violations = observe(page, scheme, screen).violations
    if violations is None:
        if os.environ.get("CI"):
            pytest.fail("axe-core cannot be had: .ci/run installs npm")
        pytest.skip("axe-core cannot be had: no npm, or no network")
    found = [
        f"{each['id']}: {node['target']} {node['failureSummary']}" for each in violations for node in each["nodes"]
    ]
    assert found == []


@pytest.mark.parametrize(
    "attack",
    ["<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)' id=planted>x</a>", "<script>alert(1)</script>"],
)
def test_the_policy_stops_what_escaping_would_miss(browser: Any, site: Path, tmp_path: Path, attack: str) -> None:
    html = (site / "method.html").read_text(encoding="utf-8").replace("<h1", f"{attack}<h1", 1)
    (site / "planted.html").write_text(html, encoding="utf-8")
    try:
        with Visit(browser) as visit:
            dialogs: list[str] = []
            visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
            visit.page.goto(address(site, "planted"))
            if "planted" in attack:
                visit.page.locator("#planted").click()
            visit.page.wait_for_timeout(200)
            assert dialogs == []
            assert any("Content Security Policy" in each for each in visit.complaints)
    finally:
        (site / "planted.html").unlink()


def test_keyboard_alone_reaches_notes_tables_and_search(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, "rounds/round-2"))
        reached = ""
        focused = "document.activeElement.tagName + ' ' + document.activeElement.className"
        for _ in range(140):
            visit.page.keyboard.press("Tab")
            reached += str(visit.page.evaluate(focused))
        assert "footnote-ref" in reached
        assert "sort" in reached
        assert "SELECT" in reached
        visit.page.keyboard.press("f")
        assert visit.page.evaluate("document.activeElement.classList.contains('md-search__input')")


def test_tables_sort_and_filter(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, "rounds/round-2"))
        wrapper = visit.page.locator(".table[data-filter^=Party]").first
        wrapper.locator("select").first.select_option("Russia")
        shown = wrapper.locator("tbody tr:visible td:first-child").all_inner_texts()
        assert shown
        assert all(text.startswith("Russia") for text in shown)
        wrapper.locator("select").first.select_option("")
        wrapper.get_by_role("button", name="Topic").click()
        topics = wrapper.locator("tbody tr td:nth-child(2)").all_inner_texts()
        assert topics == sorted(topics, key=str.lower)


def test_pages_read_the_same_without_scripts(browser: Any, site: Path) -> None:
    with Visit(browser, java_script_enabled=False) as visit:
        visit.page.goto(address(site, "index"))
        assert visit.page.locator(".matrix__table tbody tr").count() > 5
        assert visit.page.locator(".footnote li").count() > 5


def test_a_note_shows_on_focus(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, "index"))
        visit.page.locator(".footnote-ref").first.focus()
        words = visit.page.locator(".md-tooltip2 q, .md-tooltip q").first
        words.wait_for(state="visible", timeout=5000)
        assert words.inner_text().strip()


def test_the_home_page_is_light(browser: Any, server: str) -> None:
    with Visit(browser) as visit:
        bodies: dict[str, bytes] = {}
        visit.page.on("response", lambda response: bodies.__setitem__(response.url, response.body()))
        visit.page.goto(f"{server}/")
        visit.page.wait_for_load_state("networkidle")
        loaded = {url: len(body) for url, body in bodies.items() if "search_index" not in url}
        assert sum(loaded.values()) < HOME_WEIGHT, loaded


def test_what_a_reader_chose_stands_in_the_address(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, "rounds/round-2"))
        wrapper = visit.page.locator(".table[data-filter^=Party]").first
        wrapper.locator("select").first.select_option("Russia")
        wrapper.get_by_role("button", name="Topic").click()
        chosen = visit.page.url
        assert "0.Party=Russia" in chosen
        visit.page.goto("about:blank")
        visit.page.goto(chosen)
        wrapper = visit.page.locator(".table[data-filter^=Party]").first
        assert wrapper.locator("select").first.input_value() == "Russia"
        assert wrapper.locator("th[aria-sort=ascending]").inner_text().strip() == "Topic"
        assert visit.complaints == []


def test_a_table_can_be_saved_as_it_is_shown(browser: Any, site: Path) -> None:
    with Visit(browser, accept_downloads=True) as visit:
        visit.page.goto(address(site, "rounds/round-2"))
        wrapper = visit.page.locator(".table[data-filter^=Party]").first
        wrapper.locator("select").first.select_option("Russia")
        with visit.page.expect_download() as saved:
            wrapper.locator(".save").click()
        rows = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()
        assert rows[0].startswith("Party,Topic")
        assert len(rows) > 1
        assert all(row.startswith("Russia,") for row in rows[1:])


def test_each_page_can_be_cited(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, KINDS["source"]))
        visit.page.locator("details.citing summary").click()
        text = visit.page.locator("details.citing").inner_text()
        assert all(name in text for name in ("BibTeX", "RIS", "CSL-JSON", "The article"))


def test_both_parties_of_the_matrix_show_on_a_phone(browser: Any, site: Path) -> None:
    with Visit(browser, size=SMALL) as visit:
        visit.page.goto(address(site, "topics/index"))
        for cell in visit.page.locator(".matrix tbody tr").first.locator("td").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= SMALL["width"]


def test_the_brief_fits_two_pages(browser: Any, site: Path) -> None:
    with Visit(browser) as visit:
        visit.page.goto(address(site, "print"))
        raw = visit.page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", raw)) == 2
