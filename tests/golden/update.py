"""Write the golden pages anew: `python -m tests.golden.update`, then read the change in `git diff tests/golden`."""

from __future__ import annotations

from pathlib import Path

from generator.render import render_pages
from tests.render.sample import sample_knowledge

GOLDEN = Path(__file__).parent
PAGES = (
    "index.md", "rounds/round-2.md", "actors/sergey-lavrov.md", "topics/demilitarisation.md", "disputed.md", "print.md",
    "sources/004-56d16fd4f36746c6.md",
)  # fmt: skip


def update() -> list[str]:
    """The names of the golden pages that changed."""
    made = render_pages(sample_knowledge(), version="0.0.0")
    changed = []
    for name in PAGES:
        path = GOLDEN / name
        text = str(made[name])
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed


if __name__ == "__main__":
    print("\n".join(update()) or "nothing changed")  # noqa: T201  (a command)
