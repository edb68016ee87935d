from __future__ import annotations

import pytest

from generator.render import render_pages
from generator.render.library import Library
from tests.render.sample import sample_knowledge


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(sample_knowledge(), "0.0.0")


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    return {path: str(text) for path, text in render_pages(sample_knowledge(), version="0.0.0").items()}
