"""A Content-Security-Policy in each page, by hash: GitHub Pages and a disk send no headers, so it stands in a `<meta>`.

Only the inline scripts that Material itself brings may run, known by how they begin: hashing whatever stands in the page
would bless a script that found its way in. Everything else comes from files of the site.
"""

from __future__ import annotations

import base64
import hashlib
import re

KNOWN_SCRIPTS = ("__md_scope=", "var palette=", "var tabs=", "var target=")
"""How Material's own inline scripts begin (9.8); consent, analytics and versions would bring more, and are not used."""

INLINE_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)

POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'self'; object-src 'none'"
)
"""Styles need 'unsafe-inline': the theme sets positions and widths in `style` attributes. Workers run the search."""


def add_policy(html: str) -> str:
    """The page with a policy behind its `<meta charset>`; a page without one comes back as it is."""
    place = CHARSET.search(html)
    if place is None or 'http-equiv="Content-Security-Policy"' in html:
        return html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(html)}">'
    return html[: place.end()] + meta + html[place.end() :]


def policy_for(html: str) -> str:
    """The policy under which this page works: the hashes of the known inline scripts, in their order."""
    codes = (match["code"] for match in INLINE_SCRIPT.finditer(html) if not _is_file_or_data(match["attributes"]))
    known = dict.fromkeys(script_hash(code) for code in codes if code.lstrip().startswith(KNOWN_SCRIPTS))
    return POLICY.format(hashes="".join(f" '{each}'" for each in known))


def script_hash(code: str) -> str:
    """`sha256-…` of an inline script, as a policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def _is_file_or_data(attributes: str) -> bool:
    return bool(re.search(r"\bsrc\s*=", attributes) or re.search(r"\btype\s*=\s*[\"']?application/", attributes))
