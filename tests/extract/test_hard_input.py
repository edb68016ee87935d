"""Extraction neither crashes nor crawls: odd names and ends, mutated articles, runs of brackets, texts without a full stop."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from generator.extract.language import extract_article
from generator.model.dossier import Dossier
from generator.store.facts_files import broken_spans
from tests.extract.articles import make_article

DOSSIER = Dossier(title="x")
SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
ODD = [
    "The envoy quoted Martin Luther King Jr. in her speech on Friday.",
    "President Harold P. Dunn, Jr. met Mara Quill on Friday.",
    "Jr. said the talks had failed.",
    "The minister said: …",
    "The minister said:",
    "He said: “",
    "“…,” said",
    "”",
    "By by by Peru, by",
    "To be, to have, to.",
    "and",
    "’s ’s ’s",
    "(((((( said Peru ))))))",
    "who which that whose whom",
    "1 2 3 million billion per cent of of of",
]
RUN_ON = (
    "so the minister said that peru and chile agreed to withdraw the troops from the valley and the rebels rejected the plan in rome "
    "on monday because "
)
RUNS = [RUN_ON, "(", "[ a ", "“a ", "Peru, Chile, ", "said: ", "the head of ", "12 13, ", "if Peru leaves ", "by Peru "]


def seconds(text: str) -> float:
    article = make_article(text, "2026-03-03")
    begin = time.process_time()
    extract_article(article, DOSSIER)
    return time.process_time() - begin


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read(text: str) -> None:
    assert extract_article(make_article(text, "2026-03-03"), DOSSIER) is not None


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run[:16].strip())
def test_time_grows_with_the_text_and_no_faster(run: str) -> None:
    seconds("Peru met Chile.")
    short, long = seconds(run * (5_000 // len(run))), seconds(run * (40_000 // len(run)))
    assert long < max(8 * 4 * short, 3.0)


def test_a_long_text_without_a_full_stop_is_read_in_seconds() -> None:
    assert seconds(RUN_ON * (60_000 // len(RUN_ON))) < 10


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_mutated_articles_are_read(path: Path) -> None:
    chance = random.Random(path.stem)
    words = path.read_text(encoding="utf-8").split(" ")
    for _ in range(12):
        start = chance.randrange(max(1, len(words) - 120))
        piece = words[start : start + 120]
        for _ in range(25):
            at = chance.randrange(len(piece))
            piece[at : at + chance.randrange(3)] = [
                chance.choice(["", "“", "said", ":", "…", "by", ",", chance.choice(words)])
            ]
        text = " ".join(piece)
        assert broken_spans(extract_article(make_article(text, "2026-03-03"), DOSSIER), text) == []
