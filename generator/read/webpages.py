"""Web pages (HTML)."""

from __future__ import annotations

from generator.model.article import SetAside
from generator.read.blocks import Block
from generator.read.metadata import Metadata
from generator.read.plain import read_plain


def read_webpage(source: str) -> tuple[list[Block], list[SetAside], Metadata]:
    """The paragraphs of a web page."""
    return read_plain(source), [], Metadata()
