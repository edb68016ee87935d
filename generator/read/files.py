"""Article files: which there are, and their text, with a clear word about each that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from charset_normalizer import from_bytes

from generator.errors import ArticleError
from generator.model.identity import slug

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
NO_ARTICLE = re.compile(
    r"~$|^#.*#$|\.(?:bak|orig|swp|tmp|part|crdownload)$|^(?:thumbs\.db|desktop\.ini|readme(?:\..*)?)$", re.IGNORECASE
)
"""Names that programs and systems give their own files: backups, halves of downloads."""

SAMPLE = 65_536
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
"""Characters that text has none of; a file with one in twenty in its first bytes is binary."""

LARGEST = 5_000_000
"""Bytes. No news article is as long; a file that is would be a dump of something else."""


def find_articles(folder: Path) -> list[Path]:
    """All article files of a folder, by name; hidden files and files of other kinds are passed over."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in ENDINGS and p.is_file() and p.name[0] != ".")


def unread_files(folder: Path) -> list[ArticleError]:
    """One error for each file of the folder that is not read: nothing is passed over without a word."""
    if not folder.is_dir():
        return []
    problems = []
    for path in sorted(folder.iterdir()):
        if path.name[0] == "." or NO_ARTICLE.search(path.name) or (path.is_file() and path.suffix.lower() in ENDINGS):
            continue
        name = f"{folder.name}/{path.name}"
        what = "a folder is not read" if path.is_dir() else "a file of this kind is not read"
        problems.append(
            ArticleError(what, file=name, mend=f"Take its articles in: dossier add {name} (and move it away)")
        )
    return problems


def check_names(paths: Iterable[Path]) -> list[ArticleError]:
    """One error for every file whose name gives the id of an earlier one ("001.txt" and "001.html")."""
    seen: dict[str, Path] = {}
    clashes: list[ArticleError] = []
    for path in paths:
        first = seen.setdefault(slug(path.stem), path)
        if first is not path:
            what = f"the name stands for the same article as {first.name}"
            clashes.append(
                ArticleError(what, file=f"{path.parent.name}/{path.name}", mend="Rename one of the two, or remove one")
            )
    return clashes


def read_bytes(path: Path, file: str) -> bytes:
    """The file's bytes.

    Raises:
        ArticleError: it cannot be opened, is larger than `LARGEST`, empty or binary.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            what = f"the file is too large ({size / 1e6:.1f} MB; at most {LARGEST / 1e6:.0f} MB)"
            raise ArticleError(what, file=file, mend="Keep one article a file, as text and without pictures")
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArticleError(
            f"the file cannot be read ({reason})", file=file, mend="Check that it exists and may be read"
        ) from error
    if not raw.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        what = "the file holds only white space" if raw else "the file is empty"
        raise ArticleError(what, file=file, mend="Put the article's text in it, or remove it")
    return raw


def decode(raw: bytes, file: str) -> str:
    """The text of the bytes, line ends and byte order mark as they are.

    Raises:
        ArticleError: the bytes are binary or not UTF-8; the message names the first byte that is wrong.
    """
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise ArticleError("the file is UTF-16, not UTF-8", file=file, mend=_convert(file, "UTF-16"))
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if b"\0" in raw or controls * 20 > len(sample):
        what = "the file is binary, not text"
        raise ArticleError(what, file=file, mend="Save the article as plain text, Markdown or HTML")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        best = from_bytes(raw).best()
        encoding = best.encoding.replace("_", "-").upper() if best else "WINDOWS-1252"
        what = f"the file is not UTF-8 but looks like {encoding}: byte {error.start} is 0x{raw[error.start]:02x}"
        raise ArticleError(what, file=file, mend=_convert(file, encoding)) from error


def _convert(file: str, encoding: str) -> str:
    return f"Take it in with `dossier add {file}`, or convert it: iconv -f {encoding} -t UTF-8 '{file}' > new.txt"
