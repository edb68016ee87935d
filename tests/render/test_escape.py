"""Whatever an article holds, a page shows it as text: no element and no attribute comes from it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.render.environment import environment
from generator.render.escape import Md, escaped, front_matter, plain, safe_url
from tests.render.markdown import parsed, to_html

CONTEXTS = {
    "paragraph": "Before {} after.",
    "start of a paragraph": "{} after.",
    "list": "- item\n- {}\n- other",
    "table": "| a | b |\n|---|---|\n| x | {} |\n| y | z |",
    "heading": "## {}\n\ntext",
    "quotation": "> {}\n>\n> more",
    "footnote": "Claim[^s-a].\n\n[^s-a]: **Paper**, {}: <q>words</q>",
    "link": "[{}](https://example.org/)",
    "block": '<div class="card" markdown="1">\n\n**{}**\n\n</div>',
    "cell": '<table markdown="1"><tbody markdown="1"><tr markdown="1"><td markdown="span">{}</td></tr></tbody></table>',
    "attribute": '<div class="table" data-filter="{}" markdown="1">\n\ntext\n\n</div>',
    "lone line": "one\n{}\ntwo",
    "behind a link": "[a](b.md){}",
    "behind a note": "Claim.\n\n[^s-a]{}\n\n[^s-a]: note",
    "before a link": "{}[a](b.md)",
    "before a note": "{}[^s-a]\n\n[^s-a]: note",
    "before a number": "{}1. one",
    "raw": "<figure><svg><title>{}</title></svg></figure>",
    "preformatted": '<pre class="copy"><code>{}</code></pre>',
}
NASTY = [
    "<script>alert(1)</script>", "</title><script>", "[a](javascript:alert(1))", "![x](http://x/y.png)", "`code`",
    "*a* _b_ **c** ~~d~~", "# H { onclick=alert(1) }", "[^s-a]: planted", "*[EU]: abbr", "{{ 7*7 }} {% raw %}", "| a | b |",
    "&lt;b&gt; &#60;", '--8<-- "/etc/passwd"', "http://example.org <a@b.c>", "1. one", "+ x", "---", ":smile:", "\\*",
    "\u2028x\u202ey", "wzxhzdk:0", "\x02wzxhzdk:0\x03", "klzzwxh:0001", "///Footnotes Go Here///", "!!! note", "    code",
    "{: #id .class onclick=x }", "<!-- c -->", "<q>", "\t\ttabs", "[toc]", "[TOC]", "a  \nb", "&amp", "=====",
]  # fmt: skip
TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map(" ".join),
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), min_size=1, max_size=4).map("".join),
)


@pytest.mark.parametrize("name", CONTEXTS)
@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_no_text_makes_an_element_or_an_attribute(name: str, text: str) -> None:
    frame = CONTEXTS[name]
    calm = parsed(to_html(frame.format("calm")))
    for shown in (escaped("x" + text), escaped(text) or "x"):
        found = parsed(to_html(frame.format(shown)))
        shape = [(tag, len(attributes)) for tag, attributes in found.elements]
        assert shape == [(tag, len(attributes)) for tag, attributes in calm.elements]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("name", ["paragraph", "table", "heading", "quotation", "footnote", "cell"])
def test_nasty_texts_are_shown_as_they_are(name: str, text: str) -> None:
    shown = parsed(to_html(CONTEXTS[name].format(escaped(text)))).text
    assert plain(text) in " ".join(shown.split())


@given(text=TEXT)
@example('"}}\n---\ntitle: x')
@example("</title><script>alert(1)</script>")
def test_front_matter_holds_any_title_and_no_template_sees_markup(text: str) -> None:
    block = front_matter({"title": text, "tags": [text], "generated": True})
    assert block.count("\n---\n") == 1
    data = yaml.safe_load(block.removeprefix("---\n").removesuffix("---\n"))
    assert data["generated"] is True
    assert not set("<>\"'") & set(data["title"])
    assert parsed(f"<title>{data['title']}</title>").text.strip() == plain(text).strip()


@given(text=st.one_of(TEXT, st.text(max_size=20).map("https://example.org/".__add__)))
@example("javascript:alert(1)")
@example("java\nscript:alert(1)")
@example("data:text/html,<script>")
@example("https://a.example/) [x](javascript:alert(1)")
@example("https://user:secret@a.example/")
@example("http://[::1")
def test_only_web_addresses_become_links(text: str) -> None:
    url = safe_url(text)
    if url is not None:
        assert urlsplit(url).scheme in ("http", "https")
        assert not set("<>\"'()[]{} \\`|\n") & set(url)


def test_joining_escapes_foreign_text() -> None:
    assert Md("**{}**").format("<b>") == "**&lt;b&gt;**"
    assert Md("a ") + "*b*" == "a &#42;b&#42;"
    assert Md(", ").join(["[x]", Md("[y](z.md)")]) == "&#91;x&#93;, [y](z.md)"


def test_templates_escape_and_refuse_unknown_names() -> None:
    made = environment().from_string("{{ words_ }} {{ trusted }} {{ nothing }}")
    assert made.render(words_="<b>", trusted=Md("<b>"), nothing=None) == "&lt;b&gt; <b> "
    with pytest.raises(Exception, match="nowhere"):
        environment().from_string("{{ nowhere }}").render()


def test_templates_use_no_filter_that_forgets_markdown() -> None:
    loader = environment().loader
    assert loader is not None
    for name in loader.list_templates():
        source = loader.get_source(environment(), name)[0]
        code = [part.split("}}")[0] for part in source.split("{{")[1:]]
        assert not any(mark in part for part in code for mark in ("|safe", "|join", "|format", "|replace", " ~ ")), name
