"""The templates: Jinja2 with its doors closed. What a template prints is foreign text unless it is `Md`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.lexicon import load_lexicon
from generator.render import grammar
from generator.render.dates import date_words, on_date
from generator.render.escape import Md
from generator.render.gap_lines import gap_lines
from generator.render.phrases import PHRASES

TEMPLATES = Path(__file__).parent / "templates"


def printed(value: Any) -> Any:
    """What a template's `{{ … }}` prints: `Md` and the output of macros as they are, everything else escaped."""
    if isinstance(value, Undefined | Markup):
        return value
    if isinstance(value, int | float):
        return Md(value)
    return Md.escape("" if value is None else value)


@cache
def environment() -> Environment:
    """The one environment of all templates; a name that a page does not give is an error, not a blank."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        **PHRASES,
        gap_lines=gap_lines,
        words=load_lexicon("wording"),
        date_words=date_words,
        on_date=on_date,
        listing=grammar.listing,
        counted=grammar.counted,
        number=grammar.number,
        capital=grammar.capital,
    )
    return made


def write(template: str, **context: Any) -> Md:
    """The text of a template with its context."""
    return Md(environment().get_template(template).render(**context))
