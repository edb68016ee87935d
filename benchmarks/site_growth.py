"""What the hook costs: a dossier of 500 made-up articles must build in no more than 1.25 times a plain `mkdocs build`.

    python -m benchmarks.site_growth [ARTICLES]

One run: articles are made, everything is built once with the hook (extraction and pages included), then the site is built
again with the hook, and once more from the same Markdown without it. Prints the three times, the ratio of the last two,
and the heaviest pages of the site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.synthetic import make_dossier

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1.25
HEAVIEST = 5


def lay_out(folder: Path, articles: int) -> None:
    """A dossier on disk: articles, settings, and the project's own mkdocs.yml and theme."""
    made = make_dossier(articles)
    (folder / "seeds").mkdir()
    (folder / "content").mkdir()
    for name, text in made.texts.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = made.dossier.model_dump(exclude_defaults=True)
    (folder / "content" / "dossier.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    for name in ("generator", "site_overrides"):
        shutil.copytree(ROOT / name, folder / name)  # a copy, so that an edit meanwhile does not count
    hooked = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(hooked, encoding="utf-8")
    plain = "".join(line for line in hooked.splitlines(keepends=True) if not line.startswith("hooks:"))
    (folder / "plain.yml").write_text(plain, encoding="utf-8")


def seconds(folder: Path, settings: str, out: str) -> float:
    """Processor time of one `mkdocs build`, children included."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", settings, "-d", out]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    before = os.times()
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{settings:12} {spent:6.1f} s of the processor, {time.perf_counter() - start:6.1f} s by the clock")
    return spent


def main(articles: int) -> int:
    """Print the times; returns 1 where the hook costs too much."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lay_out(folder, articles)
        print(f"{articles} articles; first build, with extraction and pages:")
        seconds(folder, "mkdocs.yml", "first")
        print("again, with nothing new:")
        with_hook = seconds(folder, "mkdocs.yml", "hooked")
        without = seconds(folder, "plain.yml", "plain")
        print(f"ratio {with_hook / without:.2f} (at most {LIMIT})")
        pages = sorted((folder / "hooked").rglob("*.html"), key=lambda path: -path.stat().st_size)
        print(f"{len(pages)} pages; the heaviest:")
        for page in pages[:HEAVIEST]:
            print(f"  {page.stat().st_size // 1000:5} kB  {page.relative_to(folder / 'hooked')}")
    return int(with_hook / without > LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
