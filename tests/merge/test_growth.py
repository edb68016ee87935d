"""Merging grows about linearly; `benchmarks/merge_growth.py` measures it at full size."""

from __future__ import annotations

import time

from benchmarks.synthetic import make_dossier
from generator.merge import merge_facts


def seconds_for(articles: int) -> float:
    made = make_dossier(articles, actors=40)
    spent = []
    for _ in range(2):
        start = time.process_time()
        merge_facts(made.files, made.dossier, texts=made.texts)
        spent.append(time.process_time() - start)
    return min(spent)


def test_four_times_the_articles_take_little_more_than_four_times_the_time() -> None:
    assert seconds_for(600) < 8 * seconds_for(150)
