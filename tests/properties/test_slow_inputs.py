"""Texts that no editor would print finish in seconds: the work grows with the length of a text, not with its square."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from generator.extract.language import extract_article
from generator.model.dossier import Dossier
from generator.read import read_article
from generator.store.facts_files import broken_spans

SAID = "The minister said on Tuesday that the talks with Russia would go on and that Ukraine would not accept it. "
SEED = random.Random(7)
NAMES = ["Ada", "Marsh", "Kyiv", "Union", "Ivan", "Petrov", "European", "Council", "President", "Foreign"]
INPUTS = {
    "no paragraph break": SAID * 400,
    "no full stop": SAID * 5 + SAID.replace(".", "") * 400,
    "quotation marks": SAID * 5 + '" ' * 10_000,
    "quotations that never end": SAID * 5 + "“a " * 10_000,
    "he said he said": SAID * 5 + "he said that " * 2_500,
    "who said who said": SAID * 5 + "the minister said the president said " * 1_500,
    "capitals": SAID * 5 + " and ".join(SEED.choices(NAMES, k=15_000)),
    "numbers": SAID * 5 + ", ".join(str(SEED.randrange(10**6)) for _ in range(10_000)),
    "dates": SAID * 5 + "on Tuesday " * 8_000,
    "brackets": SAID * 5 + "(" * 8_000,
    "one word": SAID * 5 + "a" * 300_000,
    "blank lines": SAID * 5 + "\n" * 200_000,
}
SECONDS = 8.0
"""Of this process: each takes less than two where the work grows with the length, minutes where it grows with the square."""


@pytest.mark.parametrize("name", INPUTS)
def test_an_odd_text_takes_seconds(name: str, tmp_path: Path) -> None:
    path, dossier = tmp_path / "odd.txt", Dossier(title="x")
    path.write_text(INPUTS[name], encoding="utf-8")
    began = time.process_time()
    article = read_article(path, "seeds/odd.txt", dossier)
    facts = extract_article(article, dossier)
    assert time.process_time() - began < SECONDS
    assert broken_spans(facts, article.source) == []
