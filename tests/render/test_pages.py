"""Properties that hold on every page, and golden pages that show a change of wording in review."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest
import yaml

from generator.model.dossier import Dossier, Party
from generator.model.knowledge import Knowledge
from generator.render import navigation, render_pages
from generator.render.library import Library
from generator.render.passages import MOST_QUOTED, known_extent, longest_allowed, painted, passages
from tests.golden.update import GOLDEN, PAGES
from tests.render.markdown import parsed, to_html
from tests.render.sample import sample_knowledge

CALL = re.compile(r"\[\^([^\]]+)\](?!:)")
DEFINITION = re.compile(r"^\[\^([^\]]+)\]: ", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def markdown_pages(pages: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in pages.items() if path.endswith(".md")}


def front(text: str) -> dict[str, object]:
    data: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return data


def test_every_page_bears_the_mark_and_a_title(pages: dict[str, str]) -> None:
    for path, text in markdown_pages(pages).items():
        meta = front(text)
        assert meta["generated"] is True, path
        assert meta["title"], path
        assert "\ngenerated: true\n" in text, path


def test_footnotes_are_unique_defined_and_in_order_of_appearance(pages: dict[str, str]) -> None:
    for path, text in markdown_pages(pages).items():
        defined = DEFINITION.findall(text)
        called = list(dict.fromkeys(CALL.findall(text)))
        assert len(defined) == len(set(defined)), path
        assert called == defined, path
        assert all(label.startswith("s-") for label in defined), path


@pytest.mark.parametrize("path", ["index.md", "rounds/round-2.md", "timeline.md"])
def test_numbers_of_footnotes_follow_the_reader(pages: dict[str, str], path: str) -> None:
    numbers = [
        int(each) for each in re.findall(r'class="footnote-ref"[^>]*>(\d+)<', to_html(pages[path].split("---\n", 2)[2]))
    ]
    first = list(dict.fromkeys(numbers))
    assert first == sorted(first)
    assert first


def test_every_claim_has_a_note(pages: dict[str, str]) -> None:
    for path, text in markdown_pages(pages).items():
        for line in text.splitlines():
            claims = line.startswith("> “") or (line.startswith("| ") and "badge--" in line and "<q>" in line)
            if claims and not path.startswith("sources/"):
                assert CALL.search(line), f"{path}: {line}"


def test_links_lead_to_pages_and_anchors(pages: dict[str, str]) -> None:
    ids = {path: {value for _, attrs in parsed(to_html(text)).elements for name, value in attrs if name == "id"}
           for path, text in markdown_pages(pages).items()}  # fmt: skip
    for path, text in markdown_pages(pages).items():
        for link in LINK.findall(text):
            if link.startswith(("http://", "https://")):
                continue
            target, _, anchor = link.partition("#")
            there = os.path.normpath(PurePosixPath(path).parent / target) if target else path
            assert there in pages, f"{path} -> {link}"
            assert not anchor or anchor in ids[there], f"{path} -> {link}"


def test_the_same_knowledge_gives_the_same_bytes(pages: dict[str, str]) -> None:
    assert render_pages(sample_knowledge(), version="0.0.0") == pages


@pytest.mark.parametrize("path", PAGES)
def test_golden(pages: dict[str, str], path: str) -> None:
    golden = (GOLDEN / path).read_text(encoding="utf-8")
    assert pages[path] == golden, "changed on purpose? run python -m tests.golden.update"


def test_an_empty_dossier_has_all_its_pages() -> None:
    empty = Knowledge(dossier=Dossier(title="Strike at <Acme>", parties=[Party(name="Union"), Party(name="Acme & Co")]))
    pages = {path: str(text) for path, text in render_pages(empty, version="0").items()}
    assert "This dossier is empty" in pages["index.md"]
    assert {"rounds/index.md", "actors/index.md", "topics/index.md", "timeline.md", "method.md", "print.md"} <= set(
        pages
    )
    for text in markdown_pages(pages).values():
        assert "<Acme>" not in text


def test_the_home_page_says_where_it_stands(pages: dict[str, str]) -> None:
    body = pages["index.md"].split("## Where it stands")[1].split("## Rounds")[0]
    sentences = [line for line in body.splitlines() if line.startswith("- ")]
    assert 1 <= len(sentences) <= 5
    assert all(CALL.search(line) or "(sources/" in line for line in sentences)


def test_sources_never_quote_the_whole_article(library: Library) -> None:
    for source in library.knowledge.articles:
        found = passages(source)
        longest = longest_allowed(source, found)
        quoted = sum(len(parsed(painted(each, longest)).text) for each in found)
        assert quoted <= MOST_QUOTED * known_extent(source) + 40 * len(found)


def test_words_on_a_source_page_are_the_articles_own(library: Library) -> None:
    for source in library.knowledge.articles:
        for each in passages(source):
            whole = parsed(to_html(painted(each, 10_000))).text
            assert whole == " ".join(each.text.split())


def test_data_files_can_be_read(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(text)
    graph = json.loads(pages["data/dossier.jsonld"])["@graph"]
    assert {"NewsArticle", "Person", "Country", "Event", "Claim"} <= {each["@type"] for each in graph}
    texts = {path.name[:3]: path.read_bytes().decode() for path in (Path(__file__).parents[2] / "seeds").glob("*.txt")}
    for claim in graph:
        for target in claim.get("appearance", []):
            exact, place = target["hasSelector"]
            source = texts[target["hasSource"].removeprefix("#article-")[:3]]
            assert source[place["start"] : place["end"]] == exact["exact"]


def test_the_feed_is_atom(pages: dict[str, str]) -> None:
    space = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(pages["feed.xml"])
    assert feed.tag == f"{space}feed"
    assert all(feed.find(f"{space}{name}") is not None for name in ("id", "title", "updated"))
    entries = feed.findall(f"{space}entry")
    assert len(entries) == len(sample_knowledge().changes)
    assert len({entry.findtext(f"{space}id") for entry in entries}) == len(entries)


def test_no_cell_of_a_table_is_a_formula(pages: dict[str, str]) -> None:
    for path in ("data/facts.csv", "data/findings.csv"):
        assert not re.search(r"(?m)(^|,)\"?[=+@]", pages[path])


def test_the_menu_is_made_from_front_matter(pages: dict[str, str]) -> None:
    metas = {path: front(text) for path, text in markdown_pages(pages).items()} | {"notes/own.md": {"title": "My note"}}
    menu = navigation(metas)
    assert menu[0] == {"Home": "index.md"}
    assert [next(iter(each)) for each in menu if isinstance(each, dict)][1:4] == ["Rounds", "Actors", "Topics"]
    assert {"Notes": [{"My note": "notes/own.md"}]} in menu
    rounds = next(each["Rounds"] for each in menu if "Rounds" in each)
    assert rounds[:3] == ["rounds/index.md", {"Round 1": "rounds/round-1.md"}, {"Round 2": "rounds/round-2.md"}]


def test_proposals_stand_on_the_page_of_their_source_alone() -> None:
    known = sample_knowledge().model_copy(deep=True)
    fact = next(each for each in known.articles[0].facts if each.kind == "statement")
    fact.review = "proposed"
    words = " ".join(fact.evidence[0].text.split())[:40]
    made = markdown_pages({path: str(text) for path, text in render_pages(known, version="0").items()})
    source = f"sources/{known.articles[0].record.id}.md"
    assert "## Proposals" in made[source]
    assert words in made[source].split("## Proposals")[1]
    assert all("## Proposals" not in text for path, text in made.items() if path != source)
