"""How fast extraction is, beside the tokenizer alone: words a second of each component on the same articles in the same run.

    python -m benchmarks.extraction_speed [FOLDER] [--repeat N]

Machines differ and are seldom idle, so the number to compare is the ratio: how many times longer than spaCy's blank tokenizer alone
the whole pipeline takes. Time is that of the process, not of the clock on the wall, and the best of three rounds counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from generator.errors import DossierError
from generator.extract.language import COMPONENTS, load_language
from generator.extract.layers import Layers
from generator.model.article import Article
from generator.model.dossier import Dossier
from generator.read.articles import read_article

ROUNDS = 3
DOSSIER = Dossier(title="benchmark")
BLANK = spacy.blank("en")


def read_folder(folder: Path) -> list[Article]:
    """The articles of a folder; files that are none are left out."""
    articles = []
    for path in sorted(folder.glob("*.txt")):
        try:
            articles.append(read_article(path, f"seeds/{path.name}", DOSSIER))
        except DossierError as error:
            print(f"left out: {path.name}: {error}")
    return articles


def best_of(work: Callable[[], None]) -> float:
    """Seconds of the quickest of three rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def tokenize(articles: list[Article]) -> None:
    """Run spaCy's blank English tokenizer alone; its cache of words is warm, as it is in the pipeline."""
    for article in articles:
        BLANK.make_doc(article.text)


def time_components(articles: list[Article]) -> dict[str, float]:
    """Seconds of each component over all articles, the tokenizer first; the best round of three for each."""
    nlp = load_language()
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        spent = dict.fromkeys(["tokenizer", *(name for name, _ in COMPONENTS)], 0.0)
        for article in articles:
            begin = time.process_time()
            doc = nlp.make_doc(article.text)
            layers = Layers(article=article, dossier=DOSSIER)
            doc._.layers = layers
            for name, worker in (("tokenizer", None), *COMPONENTS):
                if worker is not None:
                    begin = time.process_time()
                    worker(layers, doc)
                spent[name] += time.process_time() - begin
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--repeat", type=int, default=5, help="times that every article is read (default 5)")
    options = parser.parse_args()
    articles = read_folder(options.folder) * options.repeat
    if not articles:
        parser.error(f"no article in {options.folder}")
    words = sum(len(article.text.split()) for article in articles)
    time_components(articles[:1])  # builds the lexicons
    tokenize(articles)
    alone = best_of(lambda: tokenize(articles))
    parts = time_components(articles)
    whole = sum(parts.values())
    print(f"{len(articles)} articles, {words} words")
    print(f"tokenizer alone  {words / alone:10,.0f} words/s")
    print(f"whole pipeline   {words / whole:10,.0f} words/s   {alone / whole:.2f} of the tokenizer alone")
    for name, seconds in parts.items():
        print(f"  {name:14} {words / seconds if seconds else 0:10,.0f} words/s   {seconds / whole:6.1%}")


if __name__ == "__main__":
    main()
