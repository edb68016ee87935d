"""Downloads: the same knowledge as JSON, CSV and JSON-LD, each page's own data, and the feed of what is new."""

from __future__ import annotations

from generator.render.downloads.feed import feed
from generator.render.downloads.linked import json_ld
from generator.render.downloads.tables import csv_tables
from generator.render.downloads.trees import json_files
from generator.render.library import Library


def data_files(library: Library) -> dict[str, str]:
    """All plain files of the dossier, by path below content/."""
    return {
        **json_files(library),
        **csv_tables(library),
        "data/dossier.jsonld": json_ld(library),
        "feed.xml": feed(library),
    }
