"""Atomic writing: a killed run leaves the old file or the new one, never half of either."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.errors import DossierError

LONGEST_NAME = 100
"""Characters of a file's name that its temporary copy bears: the longest names that a disk allows leave no room for more."""


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file unless it already holds exactly this.

    Args:
        path: the file; missing folders are made.
        content: text is written as UTF-8 with its line ends as they are.

    Returns:
        Whether anything was written.

    Raises:
        DossierError: it cannot be written (no right, no space, a folder of that name); the old file is untouched.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw:
        return False
    path = path.resolve() if path.is_symlink() else path  # a link stays a link: what it leads to is written
    temporary = path.with_name(f".{path.name[:LONGEST_NAME]}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, temporary, raw)
    except OSError as error:
        raise DossierError(
            f"cannot be written ({error.strerror or error})",
            file=path.as_posix(),
            mend="Check its folder, your rights and the space on the disk; nothing was overwritten.",
        ) from error
    return True


def try_to_write(path: Path, content: str | bytes) -> None:
    """Write what only saves time: where that is impossible, nothing is lost."""
    with suppress(DossierError, OSError):
        write_if_changed(path, content)


def _replace(path: Path, temporary: Path, raw: bytes) -> None:
    try:
        with temporary.open("wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        if path.is_file():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
