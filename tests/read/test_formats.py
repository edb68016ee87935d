"""Reading Markdown and web pages: markup goes, every character leads back to the file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.blocks import compose
from generator.read.markdown import read_markdown
from generator.read.tags import scan_page
from tests.read.test_articles import PROSE, assert_spans_hold, read

MARKDOWN = f"""---
title: "Talks: what is next"
date: 2020-12-08
source: The Example
url: https://example.org/talks
---

![Boat](boat.jpg)

*By John Smith*

The **two sides** met [in Brussels](https://example.org) on Monday
for *five* hours, a spokesman said.

> “We are not there yet,” she told reporters.

## What is next

- {PROSE}

Share this article
"""

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Unions &amp; carmaker talk | Daily Wheel</title>
<meta property="og:site_name" content="Daily Wheel"><meta property="article:published_time" content="2023-10-05T08:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li>Politics</li></ul></nav></header><main><article>
<h1>Unions &amp; carmaker talk</h1><p>By Jane Doe</p>
<p>The union of <b>12,000</b> workers and the carmaker&rsquo;s
   management met on Tuesday for a third round of talks, a spokes&shy;woman said.</p><div>Advertisement</div>
<p>&ldquo;We are <em>closer</em> than last week,&rdquo; said Maria Keller. &ldquo;But the gap is still large.&rdquo;</p>
<p>{PROSE}</p></article></main><aside><h3>Most read</h3><p>Ten cars to buy</p></aside>
<footer>© 2023 Daily Wheel. All rights reserved.</footer><script>var a = "<p>no</p>";</script></body></html>"""


def test_markdown(tmp_path: Path) -> None:
    article = read(tmp_path, MARKDOWN, "a.md")
    record = article.record
    assert article.text.split("\n") == [
        "Talks: what is next",
        "The two sides met in Brussels on Monday for five hours, a spokesman said.",
        "“We are not there yet,” she told reporters.",
        "What is next",
        PROSE,
    ]
    assert (record.headline, record.publisher, record.url) == (
        "Talks: what is next",
        "The Example",
        "https://example.org/talks",
    )
    assert (record.published.date, record.published.basis) == ("2020-12-08", "stated")
    assert [aside.why for aside in record.set_aside] == ["front matter", "picture", "byline", "share button"]
    assert_spans_hold(article, same=False)
    at = article.text.index("two sides met")
    assert article.evidence(at, at + 13).text == "two sides** met"


def test_a_web_page_is_one_whatever_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE, "a.txt").text == read(tmp_path, PAGE, "a.html").text


def test_web_page(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE, "a.html")
    record = article.record
    assert article.text.split("\n") == [
        "Unions & carmaker talk",
        "The union of 12,000 workers and the carmaker’s management met on Tuesday for a third round of talks, a spokeswoman said.",
        "“We are closer than last week,” said Maria Keller. “But the gap is still large.”",
        PROSE,
    ]
    assert (record.headline, record.publisher, record.url) == (
        "Unions & carmaker talk",
        "Daily Wheel",
        "https://example.org/talks",
    )
    assert (record.published.date, record.published.basis) == ("2023-10-05", "stated")
    assert "Ten cars to buy" in " ".join(aside.text for aside in record.set_aside)
    assert_spans_hold(article, same=False)
    at = article.text.index("carmaker’s management")
    assert article.evidence(at, at + 21).text == "carmaker&rsquo;s\n   management"


MARKUP = [
    "<p>",
    "</p>",
    "<b>",
    "a",
    " ",
    "\n",
    "&amp;",
    "&",
    "<",
    "é",
    "<br>",
    "&shy;",
    "“x”",
    "**",
    "_",
    "# ",
    "[a](b)",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join))
def test_pieces_hold_for_any_markup(source: str) -> None:
    for blocks in ([one.block for one in scan_page(source)], read_markdown(source)[0]):
        text, pieces = compose(blocks)
        assert sum(piece.length for piece in pieces) == len(text)
        for piece in pieces:
            shown, raw = (
                text[piece.start : piece.start + piece.length],
                source[piece.file_start : piece.file_start + piece.file_length],
            )
            assert shown.split() == raw.split() or shown in {"\n", " "} or raw.startswith("&"), (shown, raw)
