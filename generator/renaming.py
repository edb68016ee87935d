"""`dossier rename`: an article gets another file name, and all that a person did to its facts goes with it."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import ArticleError, DossierError
from generator.model.facts import FactsFile
from generator.model.identity import fact_id, slug
from generator.paths import DossierPaths
from generator.store.comments import comments_of, with_comments
from generator.store.facts_files import HEAD, dump_facts, load_facts
from generator.store.handiwork import entry_of
from generator.store.writing import write_if_changed


def rename_article(paths: DossierPaths, old: str, new: str) -> list[str]:
    """Rename an article with its facts file and its kept answers.

    Works also where the article was renamed by hand before and only its facts file is left under the old name.

    Args:
        paths: the dossier's folders.
        old: the article's present name in `seeds/`, with or without its ending.
        new: its new name; without an ending it keeps the old one.

    Returns:
        The files that were moved, as "old -> new".

    Raises:
        ArticleError: there is neither an article nor a facts file of the old name, or the new name is taken or no plain name.
    """
    source, target = _article(paths, old), paths.seeds / new
    if Path(new).name != new or new.startswith("."):
        raise ArticleError("the new name is no plain file name", file=new, mend="Give a name without folders.")
    if not target.suffix:
        target = target.with_name(new + (source.suffix if source else ".txt"))
    facts, moved_facts = paths.facts / f"{Path(old).stem}.yml", paths.facts_of(target)
    if source is None and not facts.is_file():
        raise ArticleError("there is no such article", file=f"seeds/{old}", mend="Give a name in seeds/.")
    taken = [path for path in (target, moved_facts) if path.exists() and path not in {source, facts}]
    if source is not None and target in taken:
        raise ArticleError("there is a file of that name", file=f"seeds/{target.name}", mend="Choose another name.")
    if moved_facts in taken and facts.is_file():
        raise DossierError(
            "there are facts of that name", file=paths.name_of(moved_facts), mend="Move them away first."
        )
    told = source.name if source else f"{Path(old).stem}{target.suffix}"
    lines = (
        _move_facts(paths, facts, moved_facts, target),
        *_move_rest(paths, source, target, Path(old).stem),
        _in_settings(paths, told, target.name),
    )
    return [line for line in lines if line]


def _in_settings(paths: DossierPaths, old: str, new: str) -> str | None:
    """Decisions that name the article by its file take over the new name; every other byte of the settings stays."""
    if not paths.settings.is_file() or old == new:
        return None
    text = paths.settings.read_bytes().decode("utf-8", errors="surrogateescape")
    changed = re.sub(rf"(?<![\w.-]){re.escape(old)}(?![\w-])", lambda _: new, text)
    if changed == text:
        return None
    write_if_changed(paths.settings, changed.encode("utf-8", errors="surrogateescape"))
    return f"{paths.name_of(paths.settings)}: {old} -> {new}"


def _article(paths: DossierPaths, name: str) -> Path | None:
    exact = paths.seeds / Path(name).name
    if exact.is_file():
        return exact
    found = [path for path in sorted(paths.seeds.glob("*")) if path.is_file() and path.stem == Path(name).stem]
    return found[0] if len(found) == 1 else None


def _move_facts(paths: DossierPaths, facts: Path, target: Path, article: Path) -> str | None:
    """Write the facts under the new name first, then take the old file away: a stop in between loses nothing."""
    if not facts.is_file() or facts == target:
        return None
    file = load_facts(facts, paths.name_of(facts))
    moved = renamed(file, article.name)
    comments = comments_of(facts.read_text(encoding="utf-8"), file, HEAD)
    write_if_changed(target, with_comments(dump_facts(moved), moved, comments))
    facts.unlink()
    return f"{paths.name_of(facts)} -> {paths.name_of(target)}"


def renamed(file: FactsFile, article_name: str) -> FactsFile:
    """The facts of an article under its new name: what was the generator's stays the generator's, what was a person's a person's."""
    old, new = file.article.id, slug(Path(article_name).stem)
    facts, entries = [], {entry.split("/")[0]: entry for entry in file.made}
    for fact in file.facts:
        fitted = fact.id == fact_id(old, fact)
        moved = fact.model_copy(update={"id": fact_id(new, fact)}) if fitted and fact.id else fact
        if fact.id in entries:
            entries[fact.id] = "/".join([moved.id, *entry_of(moved).split("/")[1:2], *entries[fact.id].split("/")[2:]])
        facts.append(moved)
    record = file.article.model_copy(update={"id": new, "file": f"seeds/{article_name}"})
    return file.model_copy(update={"article": record, "facts": facts, "made": list(entries.values())})


def _move_rest(paths: DossierPaths, source: Path | None, target: Path, stem: str) -> list[str]:
    answers = sorted(paths.answers.glob("*.json")) if paths.answers.is_dir() else []
    moves = [(source, target)] if source and source != target else []
    moves += [
        (answer, answer.with_name(target.stem + answer.name[len(stem) :]))
        for answer in answers
        if answer.name.startswith(f"{stem}.")
    ]
    done = []
    for before, after in moves:
        before.rename(after)
        done.append(f"{paths.name_of(before)} -> {paths.name_of(after)}")
    return done
