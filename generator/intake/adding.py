"""Adding: files, folders, archives and addresses, one after the other, with a row for what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from generator.errors import ArticleError
from generator.intake.draft import Draft, RefusedError
from generator.intake.fetching import Fetcher
from generator.intake.kinds import Found, drafts_of
from generator.intake.placing import ORIGINALS, Shelf, place
from generator.intake.web import page_draft
from generator.model.dossier import Dossier
from generator.paths import DossierPaths
from generator.read.articles import FEWEST_WORDS, read_article
from generator.read.sifting import is_prose
from generator.store.writing import write_if_changed

LARGEST = 150_000_000
State = Literal["taken", "already here", "taken with a doubt", "refused"]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one thing: its name, the state, the file in `seeds/` or the reason, the way out."""

    name: str
    state: State
    what: str
    way_out: str = ""


def add(
    paths: DossierPaths,
    what: Sequence[str],
    *,
    dry_run: bool = False,
    fetcher: Fetcher | None = None,
    today: str | None = None,
) -> Iterator[Row]:
    """Take in whatever is named.

    Args:
        paths: the dossier's folders.
        what: files, folders and addresses.
        dry_run: say what would become of each and write nothing.
        fetcher: how addresses are fetched.
        today: the day to note down, as YYYY-MM-DD.
    """
    shelf = Shelf.of(paths.seeds)
    day = today or datetime.now(UTC).date().isoformat()
    for found in (found for name in what for found in _found(name, fetcher or Fetcher())):
        yield _row(shelf, found, day, dry_run=dry_run)


def _found(name: str, fetcher: Fetcher) -> Iterator[Found]:
    """All that one name stands for: a page, a file, or every file in a folder."""
    if "://" in name:
        yield from _fetched(name, fetcher)
        return
    path = Path(name)
    if (path / "content" / "dossier.yml").is_file():
        way = f"Name the articles, and the dossier with --folder {name}."
        yield Found(name, b"", refusal=RefusedError("it is a dossier, not a folder of articles", way))
        return
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if inner.is_file() and not hidden and not inner.name.endswith("_files"):
                yield from _file(inner)
        return
    yield from _file(path)


def _file(path: Path) -> Iterator[Found]:
    try:
        problem, raw = _bytes_of(path)
    except OSError as error:
        problem, raw = RefusedError(f"it cannot be read ({error.strerror})", "Check that you may read it."), b""
    if problem:
        yield Found(str(path), b"", refusal=problem)
    else:
        yield from drafts_of(str(path), raw)


def _bytes_of(path: Path) -> tuple[RefusedError | None, bytes]:
    """The bytes of a file, or why they are not looked at."""
    if not path.is_file():
        return RefusedError("there is no such file", "Check its name."), b""
    if path.stat().st_size > LARGEST:
        return RefusedError(f"it is larger than {LARGEST // 1_000_000} MB", "Take the articles out of it."), b""
    raw = path.read_bytes()
    return (None, raw) if raw.strip() else (RefusedError("it is empty", "Put the article into it."), b"")


def _fetched(url: str, fetcher: Fetcher) -> Iterator[Found]:
    try:
        page = fetcher.get(url)
        if page.content_type in {"text/html", "application/xhtml+xml", ""}:
            yield Found(url, page.raw, page_draft(page.raw, "web page", page.url, page.charset))
            return
    except RefusedError as refusal:
        yield Found(url, b"", refusal=refusal)
        return
    for found in drafts_of(page.url.partition("?")[0].rpartition("/")[2] or "page", page.raw):
        if found.draft:
            found.draft.url = found.draft.url or page.url
        yield found


def _row(shelf: Shelf, found: Found, day: str, *, dry_run: bool) -> Row:
    if found.refusal is not None or found.draft is None:
        refusal = found.refusal or RefusedError("nothing was found in it")
        return Row(found.name, "refused", refusal.why, refusal.way_out)
    draft = found.draft
    if draft.verbatim is not None:
        _look_into(shelf.folder, draft)
    twin = shelf.twin_of(draft, hashlib.sha256(found.raw).hexdigest())
    if twin:
        return Row(found.name, "already here", f"{twin[1]} as seeds/{twin[0]}")
    problem = _no_prose(draft)
    if problem:
        return Row(found.name, "refused", problem, "Check that it is the article itself.")
    target = draft.file_name() if dry_run else place(shelf, draft, found.raw, found.name, day)
    if dry_run:
        shelf.remember(target, hashlib.sha256(found.raw).hexdigest(), draft.url, "\n".join(draft.paragraphs))
    return Row(
        found.name, "taken with a doubt" if draft.doubts else "taken", f"seeds/{target}", "; ".join(draft.doubts)
    )


def _look_into(seeds: Path, draft: Draft) -> None:
    """Learn headline, publisher and day of a plain text as reading will tell them, for its name; the text stays as it is."""
    probe = seeds / ORIGINALS / "probe.txt"
    write_if_changed(probe, draft.verbatim or "")
    try:
        record = read_article(probe, "seeds/probe.txt", Dossier(title="probe")).record
        draft.title, draft.publisher, draft.date = record.headline, record.publisher, record.published.date
        if draft.date is None:
            draft.doubts.append("it states no date")
    except ArticleError:
        pass
    finally:
        probe.unlink(missing_ok=True)


def _no_prose(draft: Draft) -> str | None:
    """Why a draft is no article, None where it is one."""
    words = sum(len(paragraph.split()) for paragraph in draft.paragraphs if is_prose(paragraph))
    return "there is no running text in it" if words < FEWEST_WORDS else None


def take_inbox(paths: DossierPaths, say: Callable[[Row], object]) -> int:
    """Take in what lies in `inbox/` and move it to `inbox/done/`; what is refused stays and is told each time.

    Returns:
        The number of articles taken.
    """
    inbox = paths.root / "inbox"
    if not inbox.is_dir():
        return 0
    taken = 0
    for path in sorted(path for path in inbox.iterdir() if path.is_file() and not path.name.startswith(".")):
        rows = list(add(paths, [str(path)]))
        for row in rows:
            say(row)
        if all(row.state != "refused" for row in rows):
            (inbox / "done").mkdir(exist_ok=True)
            path.replace(inbox / "done" / path.name)
        taken += sum(row.state.startswith("taken") for row in rows)
    return taken


__all__ = ["ORIGINALS", "Row", "add", "take_inbox"]
