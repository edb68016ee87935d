"""The command `add`: articles into `seeds/`, with a table of what became of each."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.paths import DossierPaths

if TYPE_CHECKING:
    from generator.intake.adding import Row

HERE = Path()
ORDER = ("taken", "taken with a doubt", "already here", "refused")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog="Example: dossier add ~/Downloads/page.html clippings.zip https://example.org/talks")(add)


def add(
    what: Annotated[list[str], typer.Argument(help="Files, folders, archives and addresses.")],
    folder: Annotated[Path, typer.Option(help="The dossier's folder.", show_default="the current one")] = HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would become of each; write nothing.")] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Allow addresses of this machine and its network.")
    ] = False,
) -> None:
    """Take in saved pages, PDFs, Word files, mails, exports, feeds, archives and addresses as articles in seeds/."""
    adding = import_module("generator.intake.adding")  # what reads all these kinds is imported only here
    fetcher = import_module("generator.intake.fetching").Fetcher(private=private)
    rows: list[Row] = []
    for row in adding.add(DossierPaths(folder.resolve()), what, dry_run=dry_run, fetcher=fetcher):
        rows.append(row)
        typer.echo(line_of(row))
    counts = Counter[str](row.state for row in rows)
    told = ", ".join(f"{counts[state]} {state}" for state in ORDER if counts[state]) or "nothing was found"
    typer.echo(f"{told}.{' Nothing was written.' if dry_run else ''}")
    raise typer.Exit(1 if counts["refused"] or not rows else 0)


def line_of(row: Row) -> str:
    """A row of the table."""
    more = f" ({row.way_out})" if row.way_out and row.state != "refused" else f" {row.way_out}" if row.way_out else ""
    name = "".join(char if char.isprintable() else "?" for char in row.name)
    return f"{row.state:18}  {name}: {row.what}{'.' if row.state == 'refused' else ''}{more}"
