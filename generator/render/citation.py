"""A link that leads to the very words of an article on the web."""

from __future__ import annotations

from urllib.parse import quote

from generator.render.escape import plain, safe_url

FRAGMENT_WORDS = 8
"""Words that a text fragment holds at each end of a longer passage."""


def text_fragment(url: str | None, words: str) -> str | None:
    """The address of the article with a text fragment for `words` (https://wicg.github.io/scroll-to-text-fragment/).

    None where the article has no address of the web.
    """
    address = safe_url(url)
    if address is None:
        return None
    found = plain(words).split()
    ends = [found] if len(found) <= 2 * FRAGMENT_WORDS else [found[:FRAGMENT_WORDS], found[-FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address.split('#')[0]}#:~:text={fragment}"
