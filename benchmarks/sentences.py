"""Every sentence that the templates make for dossiers, once each, so that a person can read them through.

    python -m benchmarks.sentences FOLDER…      # folders with content/, as `dossier build` leaves them

Printed are the lines of lists, paragraphs and cells without notes, links and marks; each with the first page that has it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from generator.render.escape import Md, without_marks

SKIPPED = (
    "<svg", "<line", "<path", "<circle", "<text", "<g ", "<title", "<desc", "</", "<figure", "<div", "///", "[^", "#", "|--",
    "|:-", "| |", "{:",
)  # fmt: skip


def lines_of(page: Path) -> Iterator[str]:
    """The lines of a page as a reader sees them, cells of a table apart."""
    body = page.read_text(encoding="utf-8").split("---\n", 2)[-1].split("## Sources { #sources")[0]
    for line in body.splitlines():
        bare = line.strip()
        if not bare or bare.startswith(SKIPPED):
            continue
        quoted = bare.replace("<q>", "“").replace("</q>", "”")
        cells = quoted.strip("|").split(" | ") if quoted.startswith("|") else [quoted.lstrip("-> ")]
        for cell in cells:
            text = without_marks(Md(cell)).strip("| ")
            if len(text.split()) > 2:
                yield text


def main(folders: list[str]) -> None:
    """Print the sentences of all folders."""
    for folder in folders:
        content = Path(folder) / "content"
        seen: set[str] = set()
        for page in sorted(content.rglob("*.md")):
            for text in lines_of(page):
                if text not in seen:
                    seen.add(text)
                    print(f"{page.relative_to(content).with_suffix('')}\t{text}")


if __name__ == "__main__":
    main(sys.argv[1:])
