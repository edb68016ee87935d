"""Atomic writing: a killed run leaves the old file or the new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file unless it already holds exactly this.

    Args:
        path: the file; missing folders are made.
        content: text is written as UTF-8 with its line ends as they are.

    Returns:
        Whether anything was written.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True
