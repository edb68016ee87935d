"""Citations hold whatever a title holds: each format reads back what was put in."""

from __future__ import annotations

import json

import pytest

from generator.publish.citing import Work, bibtex, citations_of, csl, in_formats, plain, ris

TITLES = [
    "Talks end",
    "50% of R&D_costs: {braces} \\ #1 $2 ~3 ^4",
    "“Talks” <b>fail</b> & resume",
    'A "quoted" line\nER  - \nTY  - BOOK',
    "Зеленський",
]


@pytest.mark.parametrize("title", TITLES)
def test_csl_reads_back(title: str) -> None:
    item = json.loads(csl(Work("k", title, day="2022-03-03")))
    assert item["title"] == title
    assert item["issued"] == {"date-parts": [[2022, 3, 3]]}


@pytest.mark.parametrize("title", TITLES)
def test_a_ris_record_has_one_line_a_field_and_one_end(title: str) -> None:
    lines = ris(Work("k", title, day="2022-03")).splitlines()
    assert all(line[2:6] == "  - " for line in lines)
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "]
    assert "DA  - 2022/03" in lines


@pytest.mark.parametrize("title", TITLES)
def test_braces_of_bibtex_balance(title: str) -> None:
    entry = bibtex(Work("k", title, "Dossier", "dpa & MIA"))
    bare = entry.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert "\\&" in entry


def test_plain_says_who_what_and_when() -> None:
    work = Work("k", "Talks end", publisher="dpa", day="2022-03-03", url="https://example.org/a")
    assert plain(work) == "dpa: “Talks end”, 3 March 2022. https://example.org/a."


def test_a_source_page_cites_itself_and_its_article() -> None:
    meta = {
        "generated": True, "title": "R&amp;D talks", "as_of": "2022-03-16",
        "cite": {"id": "a", "headline": "R&amp;D talks", "publisher": "dpa", "url": "javascript:alert(1)", "date": "2022-03-03"},
    }  # fmt: skip
    found = citations_of(meta, site_name="Dossier", site_url="https://example.org/d/", address="sources/a/")
    assert list(found) == ["This page", "The article"]
    assert "https://example.org/d/sources/a/" in found["This page"]["Plain"]
    assert "javascript" not in str(found["The article"])
    assert "R&D talks" in found["The article"]["RIS"]


def test_a_page_that_a_person_wrote_offers_nothing() -> None:
    assert citations_of({"title": "My note"}, site_name="Dossier", site_url="", address="my-note/") == {}


def test_an_article_without_headline_is_called_by_its_day() -> None:
    meta = {"generated": True, "title": "x", "cite": {"id": "a", "date": "2022-03-02", "file": "seeds/a.txt"}}
    found = citations_of(meta, site_name="Dossier", site_url="", address="a.html")
    assert "“Article of 2 March 2022”" in found["The article"]["Plain"]
    assert set(in_formats(Work("k", "t"))) == {"Plain", "BibTeX", "RIS", "CSL-JSON"}
