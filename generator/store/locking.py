"""One at a time: two builds of one dossier (a server and a command, say) write its pages one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder while the block runs; waits for another process that holds it.

    The system lets go of it when the process ends, however that is. Where there are no such locks (Windows) or the folder cannot
    be written, the block runs all the same.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / "lock").open("w", encoding="utf-8")
    except OSError:
        yield
        return
    with stream:
        if find_spec("fcntl"):
            locks = import_module("fcntl")
            locks.flock(stream, locks.LOCK_EX)
        yield
