from __future__ import annotations

import base64
import hashlib

from generator.publish.csp import add_policy, policy_for

HEAD = '<!doctype html><html><head><meta charset="utf-8"></head><body>{}</body></html>'


def digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def test_known_scripts_are_allowed_by_hash() -> None:
    code = 'var palette=__md_get("__palette")'
    assert f"'{digest(code)}'" in policy_for(HEAD.format(f"<script>{code}</script>"))


def test_a_planted_script_does_not_bless_itself() -> None:
    html = HEAD.format("<script>alert(1)</script><SCRIPT>var  palette=1</SCRIPT>")
    assert "sha256" not in policy_for(html)


def test_files_and_data_need_no_hash() -> None:
    html = HEAD.format(
        '<script src="a.js">var tabs=1</script><script id="__config" type="application/json">{}</script>'
    )
    assert "sha256" not in policy_for(html)


def test_the_policy_stands_first_and_once() -> None:
    html = add_policy(HEAD.format("x"))
    assert html.index("Content-Security-Policy") < html.index("<body>")
    assert add_policy(html) == html
    assert add_policy("<p>fragment</p>") == "<p>fragment</p>"
