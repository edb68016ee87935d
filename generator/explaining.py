"""`dossier explain`: an article with what was found in it, for a terminal or as a page of its own."""

from __future__ import annotations

from html import escape
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.errors import ArticleError
from generator.model.dossier import Dossier
from generator.paths import DossierPaths
from generator.read import read_article

COLOURS = {"content": "48;5;254", "mention": "4", "timex": "35", "source": "1;34", "cue": "1;31"}
"""How a terminal shows each sort of mark (SGR codes)."""

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
mark { background: none; color: inherit; }
.content { background: color-mix(in srgb, Highlight 18%, transparent); }
.mention { text-decoration: underline dotted; }
.timex { border-bottom: 2px solid #8e44ad; }
.source { font-weight: bold; color: #2b6cb0; }
.cue { font-weight: bold; color: #c0392b; }
li { font-size: .9rem; } code { opacity: .75; }
"""


def explain_article(paths: DossierPaths, dossier: Dossier, file: Path, *, as_html: bool, colour: bool) -> str:
    """What was found in an article, sentence by sentence.

    Args:
        paths: the dossier's folders.
        dossier: its settings.
        file: a path, or the name of a file in `seeds/`.
        as_html: a page instead of text for a terminal.
        colour: whether the terminal shows colours.

    Raises:
        ArticleError: there is no such file, or it cannot be read.
    """
    path = file if file.is_file() else paths.seeds / file
    if not path.is_file():
        raise ArticleError("there is no such article", file=str(file), mend="Give a path, or a name in seeds/.")
    article = read_article(path.resolve(), paths.name_of(path.resolve()), dossier)
    layers = import_module("generator.extract.language").analyse(article, dossier, trace=True)
    sentences = import_module("generator.extract.explain").explain(layers)
    record = layers.article.record
    head = [
        f"{record.file}: {record.headline or 'no headline'}",
        f"published {record.published.date or 'unknown'} ({record.published.basis}) {record.published.why or ''}".strip(),
        *(f"set aside ({stretch.why}): {' '.join(stretch.text.split())[:80]}" for stretch in record.set_aside),
    ]
    return _page(head, sentences) if as_html else _text(head, sentences, colour)


def _text(head: list[str], sentences: list[Any], colour: bool) -> str:
    lines = [*head, ""]
    for sentence in sentences:
        lines.append(_painted(sentence, colour))
        for note in sentence.notes:
            lines.append(f"    {note.kind}: {note.says}  [{note.rule}]")
            if note.why:
                lines.append(f"        because {note.why}")
        lines += [f"    · {line}" for line in sentence.seen]
        lines.append("")
    return "\n".join(lines)


def _painted(sentence: Any, colour: bool) -> str:
    if not colour:
        return str(sentence.text)
    return "".join(f"\033[{COLOURS[sort]}m{text}\033[0m" if sort else text for sort, text in _runs(sentence))


def _runs(sentence: Any) -> list[tuple[str, str]]:
    """The sentence cut into runs of one sort each; the last mark over a character is on top."""
    sorts = [""] * len(sentence.text)
    for mark in sentence.marks:
        sorts[mark.start : mark.end] = [mark.sort] * (mark.end - mark.start)
    runs = groupby(zip(sorts, sentence.text, strict=True), key=lambda pair: pair[0])
    return [(sort, "".join(character for _, character in run)) for sort, run in runs]


def _page(head: list[str], sentences: list[Any]) -> str:
    body = [f"<h1>{escape(head[0])}</h1>", *(f"<p>{escape(line)}</p>" for line in head[1:])]
    for sentence in sentences:
        runs = "".join(
            f'<mark class="{sort}">{escape(text)}</mark>' if sort else escape(text) for sort, text in _runs(sentence)
        )
        notes = "".join(
            f"<li><b>{escape(note.kind)}</b>: {escape(note.says)} <code>{escape(note.rule)}</code>"
            f"{' — because ' + escape(note.why) if note.why else ''}</li>"
            for note in sentence.notes
        )
        seen = "".join(f"<li>{escape(line)}</li>" for line in sentence.seen)
        body.append(f"<p>{runs}</p>" + (f"<ul>{notes}</ul>" if notes else ""))
        body.append(f"<details><summary>no fact: what the rules saw</summary><ul>{seen}</ul></details>" if seen else "")
    title = escape(head[0])
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>{"".join(body)}</html>\n'
