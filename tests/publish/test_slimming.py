"""The theme's style sheets without what no page asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.slimming import names_of, slim_theme, slimmed

NAMES = {".used", "data-md-color-scheme=slate", "dir=ltr"}

CASES = {
    "a class that is there": (".used{color:red}", ".used{color:red}"),
    "a class that is not": (".gone{color:red}", ""),
    "one selector of two": (".gone,.used b{color:red}", ".used b{color:red}"),
    "no class at all": ("p>a:hover{color:red}", "p>a:hover{color:red}"),
    "what must not be there": (".used:not(.gone){color:red}", ".used:not(.gone){color:red}"),
    "any of several": (":is(.gone,.used) a{color:red}", ":is(.gone,.used) a{color:red}"),
    "a group that keeps a rule": ("@media print{.gone{a:b}.used{c:d}}", "@media print{.used{c:d}}"),
    "a group that keeps none": ("@media print{.gone{a:b}}", ""),
    "frames of a movement": ("@keyframes x{0%{top:.5rem}to{top:0}}", "@keyframes x{0%{top:.5rem}to{top:0}}"),
    "a colour of the palette": ("[data-md-color-primary=teal]{a:b}[data-md-color-scheme=slate]{a:b}",
                                "[data-md-color-scheme=slate]{a:b}"),
    "a direction of writing": ("[dir=ltr] b{left:0}[dir=rtl] b{right:0}", "[dir=ltr] b{left:0}"),
    "a picture that no rule calls": (
        ":root{--a:url('x;y');--b:url(\"{}\");--c:1}.used{mask:var(--b)}",
        ':root{--b:url("{}");--c:1}.used{mask:var(--b)}',
    ),
    "braces within a string": ('.used{content:"}.gone{"}.gone{a:b}', '.used{content:"}.gone{"}'),
    "a statement without a body": ('@charset "UTF-8";.used{a:b}', '@charset "UTF-8";.used{a:b}'),
    "a comment": ("/*! v1.2 */.used{a:b}", ".used{a:b}"),
}  # fmt: skip


@pytest.mark.parametrize(("css", "kept"), CASES.values(), ids=CASES.keys())
def test_a_rule_goes_where_nothing_can_match_it(css: str, kept: str) -> None:
    assert slimmed(css, NAMES) == kept


def test_names_come_from_pages_and_scripts(tmp_path: Path) -> None:
    (tmp_path / "assets" / "stylesheets").mkdir(parents=True)
    (tmp_path / "index.html").write_text('<p class="one two"><i class=three data-md-color-scheme="slate">')
    (tmp_path / "assets" / "app.js").write_text('e.classList.add("md-toggle--open")')
    assert {".one", ".two", ".three", "data-md-color-scheme=slate", ".md-toggle--open"} <= names_of(tmp_path)


def test_the_sheets_of_a_site_are_slimmed_in_place_and_once(tmp_path: Path) -> None:
    sheet = tmp_path / "assets" / "stylesheets" / "main.css"
    sheet.parent.mkdir(parents=True)
    (tmp_path / "index.html").write_text('<p class="one">')
    sheet.write_text(".one{a:b}.two{a:b}")
    slim_theme(tmp_path)
    once = sheet.read_text()
    slim_theme(tmp_path)
    assert once == sheet.read_text() == ".one{a:b}"


def test_a_site_of_another_theme_is_left_alone(tmp_path: Path) -> None:
    slim_theme(tmp_path)
    assert list(tmp_path.iterdir()) == []
