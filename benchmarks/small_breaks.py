"""How many small breaks in extraction the tests notice: breaks one place at random, runs the tests, mends it, and counts.

    python -m benchmarks.small_breaks [--count N] [--seed N] [--under FOLDER] [--tests PATH ...]

A break turns one comparison round, swaps "and" with "or", drops a "not", or makes one condition never hold. It is made in a copy
of the project, never in the project itself. A break that no test notices is printed with its place: either a test is missing or
the line is not needed.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIED = (
    "generator",
    "tests",
    "benchmarks",
    "seeds",
    "content",
    "docs",
    "pyproject.toml",
    "mkdocs.yml",
    "site_overrides",
)
LONGEST_RUN = 600
INVERSE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Break:
    """One place of one file, with the words that take its place."""

    file: Path
    node: ast.expr
    text: str

    def applied(self, source: str) -> str:
        """The source with the break in it."""
        lines = source.encode().splitlines(keepends=True)
        first, last = self.node.lineno - 1, (self.node.end_lineno or self.node.lineno) - 1
        before, after = lines[first][: self.node.col_offset], lines[last][self.node.end_col_offset or 0 :]
        return b"".join([*lines[:first], before, f"({self.text})".encode(), after, *lines[last + 1 :]]).decode()


def breaks_of(file: Path) -> Iterator[Break]:
    """All small breaks that a module offers."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in INVERSE:
            turned = ast.Compare(node.left, [INVERSE[type(node.ops[0])]()], node.comparators)
            yield Break(file, node, ast.unparse(turned))
        elif isinstance(node, ast.BoolOp):
            other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield Break(file, node, ast.unparse(ast.BoolOp(other, node.values)))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield Break(file, node, ast.unparse(node.operand))
        elif isinstance(node, ast.If):
            yield Break(file, node.test, "False")


def is_noticed(place: Break, copy: Path, tests: list[str]) -> bool:
    """Whether a test fails with the break in the copy of the project."""
    target = copy / place.file.relative_to(ROOT)
    whole = target.read_text(encoding="utf-8")
    target.write_text(place.applied(whole), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        return subprocess.run(command, cwd=copy, capture_output=True, timeout=LONGEST_RUN, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(whole, encoding="utf-8")


def main() -> None:
    """Print each break that no test notices, and the count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--under", default="generator/extract", help="where the breaks are made")
    parser.add_argument("--tests", nargs="*", default=["tests/extract", "tests/quality"])
    options = parser.parse_args()
    places = [place for file in sorted((ROOT / options.under).rglob("*.py")) for place in breaks_of(file)]
    chosen = random.Random(options.seed).sample(places, options.count)
    noticed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            whole = ROOT / name
            (shutil.copytree if whole.is_dir() else shutil.copy)(whole, copy / name)
        for place in chosen:
            found = is_noticed(place, copy, options.tests)
            noticed += found
            where = f"{place.file.relative_to(ROOT)}:{place.node.lineno}"
            print(f"{'noticed' if found else 'MISSED '} {where}: {ast.unparse(place.node)} -> {place.text}", flush=True)
    print(f"{noticed} of {options.count} breaks noticed")


if __name__ == "__main__":
    main()
