"""How the time of merging grows: 10,000 articles' facts must merge in no more than 12 times the time of 1,000.

python -m benchmarks.merge_growth [SIZE ...]
"""

from __future__ import annotations

import gc
import sys
import time

from benchmarks.synthetic import make_dossier
from generator.merge import merge_facts

LIMIT = 12.0


def seconds_for(articles: int) -> float:
    """Processor time of merging so many made-up articles."""
    made = make_dossier(articles)
    gc.collect()
    start = time.process_time()
    known = merge_facts(made.files, made.dossier, texts=made.texts)
    spent = time.process_time() - start
    facts = sum(len(file.facts) for file in made.files)
    print(
        f"{articles:6} articles, {facts:7} facts: {spent:7.2f} s   {len(known.actors)} actors, {len(known.rounds)} rounds,"
        f" {len(known.findings)} findings, {len(known.disputes)} disputes"
    )
    return spent


def main(sizes: list[int]) -> int:
    """Print the times and their ratio; returns 1 where it is above the limit."""
    times = [seconds_for(size) for size in sizes]
    ratio = times[-1] / times[0]
    print(f"{sizes[-1] / sizes[0]:g} times the articles, {ratio:.1f} times the time")
    return int(ratio > LIMIT * sizes[-1] / sizes[0] / 10)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [1_000, 10_000]))
