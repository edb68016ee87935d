"""Measure statements against PolNeAR (Newell, Margolin & Ruths 2018): political news with 24,000 attributions marked by people.

    python benchmarks/polnear.py CORPUS SPLIT [--limit N] [--jobs N]

CORPUS is a checkout of github:networkdynamics/PolNeAR, SPLIT one of train, dev, test (the test split is kept for the very end).
Each article is extracted with an empty dossier; statements, and positions (the corpus marks wishes and intentions too), count as
attributions. Printed are precision, recall and F1 of

- content_jaccard50 / 80: the content's characters overlap the annotator's by 50 / 80 % of their union;
- content_jaccard50_and_source: and the source touches the annotator's source, or both have none;
- content_chars: the characters that stand inside any content.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.extract.language import extract_article
from generator.model.dossier import Dossier
from generator.model.facts import Position, Statement
from generator.read.articles import read_article


@dataclass(frozen=True)
class Attribution:
    """The characters of one attribution's content and source."""

    content: frozenset[int]
    source: frozenset[int]


@dataclass
class Counts:
    """Hits, found and wanted of one figure, summed over articles."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hit: int, found: int, wanted: int) -> None:
        """Add one article."""
        self.hit, self.found, self.wanted = self.hit + hit, self.found + found, self.wanted + wanted

    def __str__(self) -> str:
        precision = self.hit / self.found if self.found else 0.0
        recall = self.hit / self.wanted if self.wanted else 0.0
        f1 = 2 * self.hit / (self.found + self.wanted) if self.found + self.wanted else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass
class Figures:
    """The four figures of a run."""

    by_name: dict[str, Counts] = field(default_factory=dict)

    def add(self, name: str, hit: int, found: int, wanted: int) -> None:
        """Add one article to the figure `name`."""
        self.by_name.setdefault(name, Counts()).add(hit, found, wanted)


def annotated(path: Path) -> list[Attribution]:
    """The attributions of a brat standoff file: `T` lines are spans, `E` lines join spans by their roles."""
    spans: dict[str, frozenset[int]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].partition(" ")[2].split(";")
            spans[name] = characters(tuple(map(int, place.split())) for place in places)
        elif name.startswith("E"):
            roles = [argument.partition(":") for argument in rest.split()[1:]]
            parts = {part: _joined(spans, roles, part) for part in ("content", "source")}
            if parts["content"]:
                found.append(Attribution(**parts))
    return found


def _joined(spans: dict[str, frozenset[int]], roles: list[tuple[str, str, str]], part: str) -> frozenset[int]:
    names = [name for role, _, name in roles if role.rstrip("0123456789").lower() == part]
    return frozenset().union(*(spans.get(name, frozenset()) for name in names))


def characters(spans: Iterator[tuple[int, ...]]) -> frozenset[int]:
    """All characters inside spans."""
    return frozenset(i for start, end in spans for i in range(start, end))


def extracted(path: Path) -> list[Attribution]:
    """The attributions among the facts of one article; a statement that is a position too counts once."""
    dossier = Dossier(title="PolNeAR")
    facts = extract_article(read_article(path, path.name, dossier), dossier).facts
    found: dict[frozenset[int], Attribution] = {}
    for fact in facts:
        if isinstance(fact, Statement | Position):
            spans = fact.content or (fact.evidence if isinstance(fact, Position) else [])
            content = characters((span.start, span.end) for span in spans)
            source = characters((span.start, span.end) for span in ([fact.source] if fact.source else []))
            if content:
                found.setdefault(content, Attribution(content, source))
    return list(found.values())


def pairs(gold: list[Attribution], ours: list[Attribution], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs of gold and found attributions, those with the largest overlap first."""
    overlaps = sorted(
        (
            (len(one.content & other.content) / len(one.content | other.content), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(ours)
            if one.content & other.content
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= least and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return list(chosen.items())


def measure(article: tuple[Path, Path]) -> list[tuple[str, int, int, int]]:
    """Hits, found and wanted of each figure for one article, given its text and its annotations."""
    gold, ours = annotated(article[1]), extracted(article[0])
    found = pairs(gold, ours, 0.5)
    sourced = sum(bool(gold[i].source & ours[j].source) or not (gold[i].source or ours[j].source) for i, j in found)
    inside_gold = frozenset().union(*(one.content for one in gold))
    inside_ours = frozenset().union(*(one.content for one in ours))
    return [
        ("content_jaccard50", len(found), len(ours), len(gold)),
        ("content_jaccard80", len(pairs(gold, ours, 0.8)), len(ours), len(gold)),
        ("content_jaccard50_and_source", sourced, len(ours), len(gold)),
        ("content_chars", len(inside_gold & inside_ours), len(inside_ours), len(inside_gold)),
    ]


def articles(corpus: Path, split: str) -> Iterator[tuple[Path, Path]]:
    """Each article's text with the annotations of its first annotator."""
    folder = corpus / "data" / split
    for text in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{text.stem}_*.ann"))
        if annotations:
            yield text, annotations[0]


def main() -> None:
    """Extract a split and print its figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("split", choices=["train", "dev", "test"])
    options.add_argument("--limit", type=int, help="measure the first N articles only")
    options.add_argument("--jobs", type=int, default=1)
    given = options.parse_args()
    figures = Figures()
    with ProcessPoolExecutor(given.jobs) as pool:
        for rows in pool.map(measure, list(articles(given.corpus, given.split))[: given.limit], chunksize=8):
            for row in rows:
                figures.add(*row)
    for name, counts in figures.by_name.items():
        print(f"{name:30} {counts}")


if __name__ == "__main__":
    main()
