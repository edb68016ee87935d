"""The commands `review` and `trust`: decisions in the terminal, and how often each hand was right."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator.errors import DossierError
from generator.paths import DossierPaths

if TYPE_CHECKING:
    from generator.model.facts import Fact, FactsFile

HERE = Path()
Folder = Annotated[Path, typer.Option(help="The dossier's folder.", show_default="the current one")]
KEYS = "c confirm, r reject, e FIELD=VALUE correct, x leave open, u undo, q stop"
ENOUGH = 20
"""Reviewed facts from which a share says something."""


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: dossier review (then c, r, x, u, q; e date=2022-03-03)")(review)
    app.command(epilog="Example: dossier trust")(trust)


def review(folder: Folder = HERE) -> None:
    """Go through what waits for a person, worst first, in the terminal; `mkdocs serve` offers the same in the pages."""
    paths = DossierPaths(folder.resolve())
    queue = import_module("generator.review.queue")
    reviewer = import_module("generator.review.decisions").Reviewer(paths)
    rows = queue.waiting(_files(paths), queue.home_facts(paths))
    typer.echo(f"{len(rows)} facts wait. {KEYS}.")
    at = 0
    while at < len(rows):
        rank, file, fact = rows[at]
        typer.echo(f"\n[{at + 1}/{len(rows)}] {queue.RANKS[rank]}, {file.article.headline or file.article.file}")
        typer.echo(_shown(file, fact))
        answer = typer.prompt(">", default="x", show_default=False).strip()
        if answer == "q":
            break
        at += _step(reviewer, file, fact, answer)
        at = max(0, at)
    typer.echo("Run `dossier build`, or let `mkdocs serve` show it.")


def _step(reviewer: Any, file: FactsFile, fact: Fact, answer: str) -> int:
    """Carry out one answer; by how many facts to move on."""
    decisions = import_module("generator.review.decisions")
    actions = {"c": "confirm", "r": "reject", "u": "undo"}
    key, _, rest = answer.partition(" ")
    if key == "x":
        return 1
    if key not in {*actions, "e"}:
        typer.echo(KEYS)
        return 0
    try:
        _, raw, _ = reviewer.open(file.article.id)
        values = _values(rest) if key == "e" else {}
        action = actions.get(key, "correct")
        request = {"article": file.article.id, "fact": fact.id, "action": action, "values": values}
        reviewer.decide(
            decisions.Request(digest=import_module("generator.store.facts_files").digest_of(raw), **request)
        )
    except DossierError as error:
        typer.echo(str(error))
        return 0
    return -1 if key == "u" else 1


def _values(text: str) -> dict[str, Any]:
    """`date=2022-03-03 stance=offers`; an empty value is null, digits are a number for `round` and `value`."""
    values: dict[str, Any] = {}
    for part in text.split(" "):
        name, equals, value = part.partition("=")
        if equals:
            values[name] = (
                int(value) if value.isdigit() and name in {"round", "value"} else value.replace("_", " ") or None
            )
    return values


def _shown(file: FactsFile, fact: Fact) -> str:
    context = import_module("generator.review.context")
    line = context.summary(fact, {actor.id: actor for actor in file.actors})
    words = " … ".join(" ".join(span.text.split()) for span in fact.evidence)[:600]
    return f"{fact.kind}: {line}\n    “{words}”\n    found by {', '.join([fact.by, *fact.also_by])}"


def trust(folder: Folder = HERE) -> None:
    """Show how often the rules and each reader were right, by what you have reviewed."""
    tallies = import_module("generator.review.agreement").agreement(_files(DossierPaths(folder.resolve())))
    if not tallies:
        typer.echo("Nothing has been reviewed yet: run `mkdocs serve` and follow “To review”, or `dossier review`.")
        return
    typer.echo(f"{'hand':24} {'kind':10} confirmed corrected rejected  right")
    for (hand, kind), tally in tallies.items():
        few = "" if tally.confirmed + tally.corrected + tally.rejected >= ENOUGH else "  (few)"
        typer.echo(
            f"{hand:24} {kind:10} {tally.confirmed:9} {tally.corrected:9} {tally.rejected:8}  {tally.share:5.2f}{few}"
        )


def _files(paths: DossierPaths) -> list[FactsFile]:
    store = import_module("generator.store.facts_files")
    return [store.load_facts(path, paths.name_of(path)) for path in sorted(paths.facts.glob("*.yml"))]
