"""A page of the site in a browser, with everything it asked for and complained about."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

WIDE = {"width": 1280, "height": 900}


class Visit:
    """A page with everything it asked for and complained about."""

    def __init__(self, browser: Any, scheme: str = "light", size: dict[str, int] | None = None, **more: Any) -> None:
        self.context = browser.new_context(viewport=size or WIDE, color_scheme=scheme, **more)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def address(site: Path, page: str) -> str:
    return f"file://{site}/{page}.html"
