"""The review in a real browser under `mkdocs serve`: live reload, decisions by keyboard alone, words marked, no trace in a built site."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.paths import DossierPaths
from generator.scaffolding import make_dossier
from generator.store.facts_files import load_facts
from tests.conftest import ARTICLE
from tests.test_serve import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("review")
    paths = DossierPaths(make_dossier(folder / "strike", "Dock strike", ["Dock workers’ union", "Port operators"]))
    (paths.seeds / "one.txt").write_text(ARTICLE, encoding="utf-8")
    running = Server(paths, folder / "log.txt")
    try:
        running.wait(lambda: "Serving on" in running.said())
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=10)


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    context.close()


def reviews(server: Server) -> list[str | None]:
    file = load_facts(server.paths.facts / "one.yml", "one.yml")
    return [fact.review for fact in file.facts]


def open_queue(page: Any) -> None:
    page.goto("/_review/")
    page.wait_for_selector(".review-head")


def press(page: Any, key: str) -> None:
    """Press a key that decides, and wait until the next fact is in view."""
    page.wait_for_selector("#panel:not([aria-busy='true'])")
    before = page.inner_text("#progress")
    page.keyboard.press(key)
    page.wait_for_function("before => document.querySelector('#progress').innerText !== before", arg=before)
    page.wait_for_selector("#panel[aria-busy='false']")


def test_keys_alone_confirm_reject_and_undo(page: Any, server: Server) -> None:
    path = server.paths.facts / "one.yml"
    before = path.read_bytes()
    open_queue(page)
    press(page, "c")
    press(page, "r")
    assert sorted(filter(None, reviews(server))) == ["confirmed", "rejected"]
    assert "2 reviewed" in page.inner_text("#progress")
    press(page, "u")
    press(page, "u")
    assert path.read_bytes() == before
    assert not page.complaints


def test_words_are_marked_by_keyboard_and_saved(page: Any, server: Server) -> None:
    open_queue(page)
    row = page.locator("#queue li", has_text="statement").filter(has_text="Ada Marsh")
    row.get_by_role("button").click()
    page.wait_for_function("() => document.querySelector('#panel .review-head').innerText.includes('Ada Marsh')")
    page.keyboard.press("e")
    page.locator(".review-passage").focus()
    for key in ("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#progress').innerText.includes('1 reviewed')")
    file = load_facts(server.paths.facts / "one.yml", "one.yml")
    (fact,) = [fact for fact in file.facts if fact.review == "confirmed"]
    assert fact.kind == "statement"
    source = (server.paths.seeds / "one.txt").read_text(encoding="utf-8")
    assert all(span.holds_in(source) for span in fact.content)
    assert len(fact.content[0].text.split()) == 3
    assert fact.was is not None
    assert "content" in fact.was
    page.wait_for_selector("#panel[aria-busy='false']")
    page.keyboard.press("u")
    page.wait_for_function("() => document.querySelector('#progress').innerText.includes('0 reviewed')")
    assert not page.complaints


def test_a_fact_is_reviewed_where_it_stands(page: Any, server: Server) -> None:
    page.goto("/sources/one/")
    page.locator(".review-bar input").check()
    page.locator(".review-mark").first.click()
    page.wait_for_selector("dialog[open] .review-head")
    page.keyboard.press("c")
    page.wait_for_selector("[data-review='confirmed']", state="attached")
    assert "confirmed" in reviews(server)
    page.wait_for_selector("dialog[open] .review-panel[aria-busy='false']")
    page.keyboard.press("u")
    deadline = time.monotonic() + 10
    while "confirmed" in reviews(server):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert not page.complaints


def test_the_page_reloads_by_itself_and_stays_where_it_was(page: Any, server: Server) -> None:
    page.goto("/sources/one/")
    page.wait_for_selector(".review-bar")
    article = server.paths.seeds / "one.txt"
    article.write_text(ARTICLE.replace("Ada Marsh", "Ida Stone"), encoding="utf-8")
    try:
        page.wait_for_function("() => document.body.innerText.includes('Ida Stone')", timeout=60_000)
    finally:
        article.write_text(ARTICLE, encoding="utf-8")
    page.wait_for_function("() => document.body.innerText.includes('Ada Marsh')", timeout=60_000)
    assert not page.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_it(browser: Any, server: Server, axe: str, scheme: str, width: int) -> None:
    if not axe:
        pytest.skip("axe-core cannot be had here")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/_review/")
    page.wait_for_selector(".review-head")
    for state in ("reading", "correcting"):
        if state == "correcting":
            page.keyboard.press("e")
            page.wait_for_selector(".review-form")
        page.add_script_tag(content=axe)
        found = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_the_built_site_has_none_of_it(site: Path, web_site: Path) -> None:
    for folder in (site, web_site):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {".html", ".js", ".css", ".json"}:
                text = path.read_bytes()
                assert b"_review/" not in text
                assert b"livereload(" not in text
