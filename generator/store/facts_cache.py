"""A parsed copy of each facts file beside it, for speed alone: YAML costs milliseconds a file, JSON microseconds.

The YAML stays the record. A copy is used only where size, time and digest of rules of the YAML are those it was made from.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.model.facts import FactsFile
from generator.model.identity import digest
from generator.store.facts_files import load_facts
from generator.store.writing import try_to_write

FORMAT = 3
"""To be raised when the shape of the facts changes."""


class FactsCache:
    """Loads facts files through the copies in `folder`, which may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, path: Path, file: str, *, fresh: bool = False) -> FactsFile | None:
        """The facts file, or None where there is none.

        Args:
            path: where it is.
            file: its name, for messages.
            fresh: read the file itself, whatever the copy says.

        Raises:
            FactsError: it does not keep to the format.
        """
        if not path.exists():
            return None
        stat = path.stat()
        # Size and time may be kept by a copy (`rsync -t`); the time of the last change of the file's own entry is not.
        key = [FORMAT, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
        copy = self._copy_of(path)
        cached = None if fresh else self._cached(copy, key)
        if cached is None:
            cached = load_facts(path, file)
            try_to_write(copy, json.dumps(key) + "\n" + cached.model_dump_json())
        return cached

    def last_good(self, path: Path) -> FactsFile | None:
        """What a facts file said when it could last be read; None where nothing is kept of it.

        A file that a person has broken while editing must not take its article off the pages.
        """
        try:
            _, _, body = self._copy_of(path).read_text(encoding="utf-8").partition("\n")
            return FactsFile.model_validate_json(body)
        except (OSError, ValueError):
            return None

    def _copy_of(self, path: Path) -> Path:
        return self.folder / f"{digest(path.as_posix(), 12)}.json"

    @staticmethod
    def _cached(copy: Path, key: list[int]) -> FactsFile | None:
        try:
            head, _, body = copy.read_text(encoding="utf-8").partition("\n")
            return FactsFile.model_validate_json(body) if json.loads(head) == key else None
        except (OSError, ValueError):
            return None
