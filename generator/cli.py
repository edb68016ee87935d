"""The command line: arguments in, exit code out; this module alone prints.

Exit codes: 0 all is well; 1 something in the dossier is wrong and is named; 2 the command itself is.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from generator import cli_intake, cli_readers, cli_review
from generator.errors import DossierError
from generator.model.dossier import Dossier
from generator.paths import DossierPaths
from generator.pipeline import Run, update_facts
from generator.progress import progress_shown
from generator.store.settings import load_settings

app = typer.Typer(
    name="dossier",
    help="Follow a negotiation through the press: articles become facts, findings, pages and a site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Exit codes: 0 all is well; 1 something in the dossier is wrong and named; 2 the command itself is wrong.",
)

Folder = Annotated[Path, typer.Argument(help="The dossier's folder.", show_default="the current one")]
Force = Annotated[bool, typer.Option("--force", help="Extract every article, changed or not.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
HERE = Path()


@app.command(epilog="Example: dossier extract --force --jobs 2")
def extract(folder: Folder = HERE, force: Force = False, jobs: Jobs = 1) -> None:
    """Turn the articles in seeds/ into facts in content/facts/: only what changed."""
    paths = _paths(folder)
    with progress_shown() as progress:
        run = update_facts(paths, _settings(paths), force=force, jobs=jobs, progress=progress)
    _say(f"{_count(len(run.extracted), 'article')} extracted, {run.unchanged} unchanged.")
    _report(run)


@app.command(epilog="Example: dossier render --as-of 2022-03-02")
def render(
    folder: Folder = HERE,
    as_of: Annotated[str | None, typer.Option(help="Show what was known on this day (YYYY-MM-DD).")] = None,
) -> None:
    """Turn the facts in content/facts/ into pages, without reading the articles anew."""
    steps = import_module("generator.pages_pipeline")
    paths = _paths(folder)
    run = steps.render_only(paths, _settings(paths), as_of=_day(as_of))
    _say(f"{_count(len(run.written), 'file')} written, {len(run.removed)} removed.")
    _report(run)


@app.command(epilog="Example: dossier build --offline")
def build(
    folder: Folder = HERE,
    offline: Annotated[
        bool, typer.Option("--offline", help="Make a site that opens from disk, and a zip of it.")
    ] = False,
    as_of: Annotated[str | None, typer.Option(help="Show what was known on this day (YYYY-MM-DD).")] = None,
    force: Force = False,
    jobs: Jobs = 1,
) -> None:
    """Do everything: articles to facts, facts to pages, pages to a site in site/."""
    paths = _paths(folder)
    with progress_shown() as progress:
        run = _update(paths, force=force, jobs=jobs, as_of=_day(as_of), progress=progress)
    building = import_module("generator.publish.building")
    if as_of:
        os.environ["DOSSIER_AS_OF"] = as_of
    site = building.build_site(paths, offline=offline, site_url=os.environ.get("SITE_URL", ""))
    _say(f"{_count(len(run.extracted), 'article')} extracted, {run.unchanged} unchanged. The site is in {site}.")
    if offline:
        packed = building.zip_site(site, paths.dist / "dossier-offline.zip")
        _say(f"Open {site / 'index.html'}, or pass on {packed}.")
    _report(run)


@app.command(epilog="Example: dossier check")
def check(folder: Folder = HERE) -> None:
    """Check settings, facts, offsets, footnotes and whether all is up to date; exit 1 on an error."""
    checking = import_module("generator.checking")
    findings = checking.check_dossier(_paths(folder))
    for finding in findings:
        _say(str(finding))
    errors = sum(finding.level == "error" for finding in findings)
    notes = len(findings) - errors
    _say(f"{_count(errors, 'error')}, {_count(notes, 'note')}.")
    raise typer.Exit(1 if errors else 0)


@app.command(epilog="Example: dossier explain 002_21fa7b930a6c326f.txt --html why.html")
def explain(
    file: Annotated[Path, typer.Argument(help="The article: a path, or its name in seeds/.")],
    folder: Annotated[Path, typer.Option(help="The dossier's folder.", show_default="the current one")] = HERE,
    html: Annotated[Path | None, typer.Option(help="Write a page here instead of printing.")] = None,
) -> None:
    """Show what was found in one article, by which rule, and why."""
    explaining = import_module("generator.explaining")
    paths = _paths(folder)
    text = explaining.explain_article(
        paths, _settings(paths), file, as_html=html is not None, colour=sys.stdout.isatty()
    )
    if html:
        html.write_text(text, encoding="utf-8")
        _say(f"Written to {html}.")
    else:
        _say(text)


@app.command(
    epilog='Example: dossier new strike --title "Dock strike of 2025" --party "Dockers’ union" --party "Port operators"'
)
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    title: Annotated[str, typer.Option(help="What the dossier is called.")],
    party: Annotated[
        list[str] | None, typer.Option(help="A side of the negotiation; may be given several times.")
    ] = None,
) -> None:
    """Make an empty dossier on another subject; it builds at once."""
    made = import_module("generator.scaffolding").make_dossier(folder, title, party or [])
    _say(f"A new dossier is in {made}. Put articles into {made / 'seeds'} and run: dossier build {made} --offline")


@app.command(epilog="Example: dossier rename 001.txt 2022-03-02_agency_first-round.txt")
def rename(
    old: Annotated[str, typer.Argument(help="The article's name in seeds/.")],
    new: Annotated[str, typer.Argument(help="Its new name.")],
    folder: Annotated[Path, typer.Option(help="The dossier's folder.", show_default="the current one")] = HERE,
) -> None:
    """Give an article another name; its facts, decisions and answers go with it."""
    for line in import_module("generator.renaming").rename_article(_paths(folder), old, new):
        _say(line)


@app.command(epilog="Example: dossier serve --port 8001")
def serve(folder: Folder = HERE, port: Annotated[int, typer.Option(help="The port on this machine.")] = 8000) -> None:
    """Show the site while you work on it: the same as `mkdocs serve`."""
    paths = _paths(folder)
    _settings(paths)
    serving = import_module("generator.publish.serving")
    serving.serve_site(paths, port)


cli_readers.register(app)
cli_intake.register(app)
cli_review.register(app)


def _paths(folder: Path) -> DossierPaths:
    root = folder.resolve()
    if not root.is_dir():
        raise DossierError(
            "there is no such folder", file=str(folder), mend="Name the folder that holds content/ and seeds/."
        )
    return DossierPaths(root)


def _settings(paths: DossierPaths) -> Dossier:
    return load_settings(paths.settings, paths.name_of(paths.settings))


def _update(paths: DossierPaths, **options: object) -> Run:
    run: Run = import_module("generator.pages_pipeline").update_dossier(paths, **options)
    return run


def _day(text: str | None) -> str | None:
    """A day as YYYY-MM-DD.

    Raises:
        DossierError: it is none.
    """
    if text is None:
        return None
    datetime = import_module("datetime")
    try:
        return str(datetime.date.fromisoformat(text))
    except ValueError as error:
        raise DossierError(f"{text!r} is no day", mend="Write it as 2022-03-02.") from error


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _report(run: Run) -> None:
    """Say what went wrong, if anything, and leave with 1."""
    for problem in run.problems:
        typer.echo(f"dossier: {problem}", err=True)
    if run.problems:
        raise typer.Exit(1)


def _say(text: str) -> None:
    typer.echo(text)


def main() -> None:
    """Run the command line; a user never sees a traceback."""
    try:
        app()
    except DossierError as error:
        typer.echo(f"dossier: {error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("dossier: stopped; what was finished is kept.", err=True)
        sys.exit(130)
    except SystemExit as error:
        if error.code == 130:  # Typer has caught the keys itself
            typer.echo("dossier: stopped; what was finished is kept.", err=True)
        raise
    except Exception as error:  # a fault of ours: the user gets one line, the report gets the rest
        typer.echo(
            f"dossier: this is a bug ({type(error).__name__}: {error}). Please report it{_report_of(error)}.", err=True
        )
        sys.exit(1)


def _report_of(error: Exception) -> str:
    """Where the traceback was written; it goes to the screen where no file can be written."""
    report = Path("dossier-error.txt").resolve()
    text = "".join(traceback.format_exception(error))
    try:
        report.write_text(text, encoding="utf-8")
    except OSError:
        return f" with these lines:\n{text.rstrip()}"
    return f" with {report}"
