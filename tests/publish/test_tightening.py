"""White space goes only where no reader and no script would miss it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.tightening import tightened, tightened_css

PIECES = st.sampled_from(
    [
        "<p>a  b</p>",
        "\n    ",
        "\n",
        " ",
        "text",
        "<pre>\n  kept\n</pre>",
        "<script>\n  let a = 1\n</script>",
        "<b>x</b>",
    ]
)


def test_indentation_goes_and_words_stay_apart() -> None:
    assert tightened("<p>\n    one\n    two  three\n</p>\n\n\n<p>four</p>") == "<p>\none\ntwo  three\n</p>\n<p>four</p>"


def test_what_means_something_is_kept() -> None:
    html = "<pre>\n  a\n    b\n</pre>\n  <script>\n  var palette=1\n</script>"
    assert tightened(html) == "<pre>\n  a\n    b\n</pre>\n<script>\n  var palette=1\n</script>"


@given(st.lists(PIECES, max_size=12))
def test_the_words_stay_and_twice_is_once(pieces: list[str]) -> None:
    html = "".join(pieces)
    once = tightened(html)
    assert once.split() == html.split()
    assert tightened(once) == once


def test_a_style_sheet_keeps_its_rules() -> None:
    assert tightened_css("/* why */\na {\n  color: red;\n}\n") == "a {\ncolor: red;\n}\n"
