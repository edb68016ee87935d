"""Progress on long work: a bar on a terminal, a plain line now and then elsewhere, nothing for a handful of articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WORTH_TELLING = 20
"""With fewer articles than this the work is over before anybody wonders."""
WIDTH = 30


@contextmanager
def progress_shown() -> Iterator[Callable[[int, int, str], None]]:
    """Gives the function to call with (done, all, name); leaves the line clean behind it."""
    bar = sys.stderr.isatty()
    shown = False

    def tell(done: int, total: int, name: str) -> None:
        nonlocal shown
        if total < WORTH_TELLING:
            return
        if bar:
            filled = WIDTH * done // total
            sys.stderr.write(f"\r[{'█' * filled}{'·' * (WIDTH - filled)}] {done}/{total} {name[-40:]:40}")
            shown = True
        elif done == total or done % max(1, total // 10) == 0:
            sys.stderr.write(f"{done} of {total} articles\n")

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\n")
