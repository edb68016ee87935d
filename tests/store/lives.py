"""Random lives of a dossier: edits of a person, changes of the article, new rules, renames, kills, saves in the middle of a run.

After each life the same question: is anything of the person's lost, or has anything come back that was taken out?
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.errors import DossierError
from generator.model.dossier import Dossier, Party, Topic
from generator.model.facts import Fact, FactsFile
from generator.model.folding import fold
from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.renaming import rename_article
from generator.store.facts_files import dump_facts, load_facts, save_facts
from tests.conftest import ARTICLE


class KilledError(Exception):
    """The run was killed."""


@dataclass
class Life:
    """One dossier of one article, and what its person did so far."""

    paths: DossierPaths
    rng: random.Random
    name: str = "one"
    rejected: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[tuple[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)
    confirmed: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    topics: int = 0

    @property
    def facts_path(self) -> Path:
        return self.paths.facts / f"{self.name}.yml"

    @property
    def article(self) -> Path:
        return self.paths.seeds / f"{self.name}.txt"

    def run(self) -> None:
        topics = [Topic(id=f"t{number}", title=f"T{number}", words=[f"zzz{number}"]) for number in range(self.topics)]
        update_facts(
            self.paths,
            Dossier(
                title="t", parties=[Party(name="Dock workers’ union"), Party(name="Port operators")], topics=topics
            ),
        )

    def file(self) -> FactsFile:
        return load_facts(self.facts_path, "one.yml")

    def save(self, file: FactsFile) -> None:
        save_facts(self.facts_path, file)

    def untouched(self, file: FactsFile) -> list[Fact]:
        busy = {*self.rejected, *self.corrected, *self.confirmed}
        return [fact for fact in file.facts if not fact.lost and said(fact) not in busy]


def said(fact: Fact) -> tuple[str, str]:
    """A fact as a person knows it: kind and folded words."""
    spans = (fact.content if fact.kind == "statement" else None) or fact.evidence
    return fact.kind, re.sub(r"\W+", " ", " ".join(fold(span.text).text for span in spans)).strip()


def _choose(life: Life) -> tuple[FactsFile, Fact] | None:
    file = life.file()
    free = life.untouched(file)
    return (file, life.rng.choice(free)) if free else None


def _set(life: Life, file: FactsFile, fact: Fact, **changes: Any) -> None:
    life.save(
        file.model_copy(update={"facts": [f.model_copy(update=changes) if f.id == fact.id else f for f in file.facts]})
    )


def reject(life: Life) -> None:
    if chosen := _choose(life):
        _set(life, *chosen, review="rejected")
        life.rejected.append(said(chosen[1]))


def confirm(life: Life) -> None:
    if chosen := _choose(life):
        _set(life, *chosen, review="confirmed")
        life.confirmed.append(said(chosen[1]))


def correct(life: Life) -> None:
    if chosen := _choose(life):
        _set(life, *chosen, round=7)
        life.corrected.append(said(chosen[1]))


def delete(life: Life) -> None:
    if chosen := _choose(life):
        file, fact = chosen
        gone = said(fact)
        life.save(file.model_copy(update={"facts": [f for f in file.facts if said(f) != gone]}))
        life.deleted.append(gone)


def comment(life: Life) -> None:
    text = life.facts_path.read_text(encoding="utf-8")
    rows = [match.start() for match in re.finditer(r"^  - id: ", text, re.MULTILINE)]
    if rows:
        at = life.rng.choice(rows)
        line = f"  # a word {len(life.comments)}"
        life.facts_path.write_text(text[:at] + line + "\n" + text[at:], encoding="utf-8")
        life.comments.append(line.strip())


def article_changes(life: Life) -> None:
    text = life.article.read_bytes().decode("utf-8")
    changes: list[Callable[[str], str]] = [
        lambda text: text.replace("\n\n", "\n\nThe weather in the harbour was fine all day long.\n\n", 1),
        lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: re.sub(r"(?<=[a-z,]) (?=[a-z])", "\n", text, count=3) if life.rng.random() < 0.3 else text,
        lambda text: "\ufeff" + text.lstrip("\ufeff"),
        lambda text: text + "\nNothing more was said by anybody on that day.\n",
    ]
    life.article.write_bytes(life.rng.choice(changes)(text).encode("utf-8"))


def new_rules(life: Life) -> None:
    life.topics += 1


def rename(life: Life) -> None:
    new = f"{life.rng.choice(['alpha', 'beta', 'gamma'])}-{life.rng.randrange(100)}"
    if new != life.name and not (life.paths.seeds / f"{new}.txt").exists():
        rename_article(life.paths, f"{life.name}.txt", f"{new}.txt")
        life.name = new


def save_during_a_run(life: Life) -> None:
    """A person saves a rejection after the run has read the file and before it writes."""
    original, new_rules_ = pipeline.run_jobs, new_rules

    def slow(jobs: Any, processes: int) -> Any:
        for job, result in original(jobs, processes):
            reject(life)
            yield job, result

    new_rules_(life)
    pipeline.run_jobs = slow
    try:
        life.run()
    finally:
        pipeline.run_jobs = original


def killed(life: Life) -> None:
    """The run dies between extraction and writing."""
    original = pipeline.save_facts

    def dies(*_: Any, **__: Any) -> bool:
        raise KilledError

    new_rules(life)
    pipeline.save_facts = dies
    try:
        life.run()
    except KilledError:
        pass
    finally:
        pipeline.save_facts = original


STEPS = (
    reject,
    confirm,
    correct,
    delete,
    comment,
    article_changes,
    article_changes,
    new_rules,
    rename,
    save_during_a_run,
    killed,
)


def live(folder: Path, seed: int, steps: int = 6) -> list[str]:
    """One life; returns what was lost, came back or changed without need."""
    paths = DossierPaths(folder)
    for sub in (paths.seeds, paths.facts):
        sub.mkdir(parents=True)
    life = Life(paths, random.Random(seed))
    life.article.write_text(ARTICLE, encoding="utf-8")
    life.run()
    history = []
    for _ in range(steps):
        step = life.rng.choice(STEPS)
        history.append(step.__name__)
        try:
            step(life)
            life.run()
        except DossierError as error:
            return [f"seed {seed}, {history}: {error}"]
    return [f"seed {seed}, {history}: {problem}" for problem in _losses(life)]


def _losses(life: Life) -> list[str]:
    text = life.facts_path.read_text(encoding="utf-8")
    file = life.file()
    problems = [f"comment lost: {line}" for line in life.comments if line not in text]
    for name, wanted in (("rejected", life.rejected), ("confirmed", life.confirmed)):
        have = [said(fact) for fact in file.facts if fact.review == name]
        problems += [f"{name} lost: {fact}" for fact in wanted if fact not in have]
    have = [said(fact) for fact in file.facts if fact.round == 7]
    problems += [f"correction lost: {fact}" for fact in life.corrected if fact not in have]
    claimed = [said(fact) for fact in file.facts if fact.review != "rejected"]
    problems += [f"came back: {fact}" for fact in (*life.rejected, *life.deleted) if fact in claimed]
    problems += [f"lost its words: {said(fact)}" for fact in file.facts if fact.lost]
    before = life.facts_path.read_bytes()
    life.run()
    if life.facts_path.read_bytes() != before or dump_facts(life.file()) != dump_facts(file):
        problems.append("a run with nothing new changed the file")
    return problems
