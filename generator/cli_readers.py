"""The commands for readers beside the rules: `prompt`, `import`, `read`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator.errors import DossierError
from generator.grounding.answer import LARGEST, Refused
from generator.paths import DossierPaths
from generator.store.settings import load_settings

if TYPE_CHECKING:
    from generator.asking import Asked, Taken

SHOWN = 20
"""Refused rows that are printed; all of them with --all."""

HERE = Path()
Folder = Annotated[Path, typer.Option(help="The dossier's folder.", show_default="the current one")]
Files = Annotated[
    list[Path] | None, typer.Argument(help="Articles: paths, or names in seeds/. All, where none is named.")
]
ReaderName = Annotated[str | None, typer.Option("--reader", help="The reader's name in dossier.yml.")]


def _asking() -> Any:
    """What asks and analyses; it imports spaCy, which commands without need must not pay for."""
    return import_module("generator.asking")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: dossier prompt 002.txt | xclip")(prompt)
    app.command("import", epilog="Example: dossier import 002.txt answer.json")(import_answer)
    app.command(epilog="Example: dossier read --dry-run")(read)


def prompt(
    files: Annotated[list[Path], typer.Argument(help="Articles: paths, or names in seeds/.")], folder: Folder = HERE
) -> None:
    """Print what to paste into any chat, so that a model or a person reads an article."""
    paths = DossierPaths(folder.resolve())
    dossier = load_settings(paths.settings, paths.name_of(paths.settings))
    typer.echo("\n\n".join(_asking().prompt_text(paths, dossier, file) for file in files))


def import_answer(
    file: Annotated[Path, typer.Argument(help="The article: a path, or its name in seeds/.")],
    answer: Annotated[Path, typer.Argument(help="The answer, as it was written; - for standard input.")],
    folder: Folder = HERE,
    reader: Annotated[str, typer.Option(help="The name to keep it under.")] = "hand",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would come in; keep nothing.")] = False,
    all_rows: Annotated[bool, typer.Option("--all", help="Show every refused row.")] = False,
) -> None:
    """Take in an answer to `dossier prompt`: what stands in the article becomes facts, the rest is listed."""
    paths = DossierPaths(folder.resolve())
    dossier = load_settings(paths.settings, paths.name_of(paths.settings))
    taken: Taken = _asking().take_answer(paths, dossier, file, _text_of(answer), reader, keep=not dry_run)
    _say_refused(taken.refused, all_rows=all_rows)
    typer.echo(f"{taken.grounded} facts came in, {len(taken.refused)} rows or values refused.")
    if not dry_run:
        typer.echo(f"Kept in {paths.name_of(taken.path)}; `dossier extract` puts them beside what the rules found.")


def read(
    files: Files = None,
    folder: Folder = HERE,
    reader: ReaderName = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent where; ask nobody.")] = False,
) -> None:
    """Ask the language model that dossier.yml names about every article it has not read yet."""
    paths = DossierPaths(folder.resolve())
    dossier = load_settings(paths.settings, paths.name_of(paths.settings))
    chosen = _asking().reader_named(dossier, reader)
    if dry_run:
        plans = _asking().plan_reading(paths, dossier, chosen, files or [])
        for plan in plans:
            typer.echo(f"{plan.file}: {plan.pieces} prompts, {plan.characters:,} characters, to {plan.address}")
        typer.echo(f"{len(plans)} articles would be sent to {chosen.address} ({chosen.model}). Nothing was sent.")
        return
    done = _asking().ask_reader(paths, dossier, chosen, files or [], report=_progress)
    _say_asked(done)


def _progress(done: int, total: int, name: str, tokens_in: int, tokens_out: int) -> None:
    if sys.stderr.isatty():
        typer.echo(
            f"\r{done}/{total} {name}: {tokens_in:,} tokens sent, {tokens_out:,} received\033[K",
            err=True,
            nl=done == total,
        )


def _say_asked(done: Asked) -> None:
    refused = [row for rows in done.refused.values() for row in rows]
    _say_refused(refused, all_rows=False)
    typer.echo(
        f"{len(done.asked)} articles read, {done.kept} read before; {done.tokens_in:,} tokens sent, {done.tokens_out:,} received; "
        f"{len(refused)} rows or values refused. `dossier extract` puts the answers beside what the rules found."
    )
    for problem in done.problems:
        typer.echo(f"dossier: {problem}", err=True)
    if done.problems:
        raise typer.Exit(1)


def _say_refused(refused: Sequence[Refused], *, all_rows: bool) -> None:
    shown = refused if all_rows else refused[:SHOWN]
    for row in shown:
        typer.echo(f"refused {row.kind}: {_printable(row.words)!r}: {row.why}")
    if len(shown) < len(refused):
        typer.echo(f"… and {len(refused) - len(shown)} more (--all shows them).")


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _text_of(answer: Path) -> str:
    """The answer's text, at most a little more than the door looks at.

    Raises:
        DossierError: the file cannot be read.
    """
    try:
        if str(answer) == "-":
            return sys.stdin.buffer.read(LARGEST * 4).decode("utf-8", errors="replace")
        with answer.open("rb") as stream:
            return stream.read(LARGEST * 4).decode("utf-8", errors="replace")
    except OSError as error:
        raise DossierError(
            f"cannot be read ({error.strerror})", file=str(answer), mend="Name the file with the answer."
        ) from error
