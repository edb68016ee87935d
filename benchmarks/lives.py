"""A thousand random lives of a dossier (`tests/store/lives.py`): is anything of a person's lost?

    python -m benchmarks.lives [NUMBER]

Prints every loss with its seed, and their number; exit code 1 where there is one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.store.lives import live


def main() -> int:
    """Live, print, count."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    losses = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(number):
            for loss in live(Path(folder) / str(seed), seed, steps=8):
                print(loss)
                losses += 1
    print(f"{number} lives, {losses} losses")
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
