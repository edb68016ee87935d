"""Asking other readers: prompts to paste into a chat, answers taken in by hand, and models at an address, article by article."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ArticleError, DossierError, SettingsError
from generator.grounding.answer import Refused
from generator.grounding.schema import answer_schema
from generator.model.article import Article
from generator.model.dossier import Dossier, Reader
from generator.model.identity import digest
from generator.paths import DossierPaths
from generator.pipeline import articles_of
from generator.read import read_article
from generator.readers.address import Address, check_address
from generator.readers.answers import (
    NAME_OF_HANDS,
    AnswerPiece,
    Hand,
    KeptAnswer,
    answer_path,
    dump_answer,
    load_answer,
)
from generator.readers.client import ModelClient, NoReplyError
from generator.readers.prompt import Piece
from generator.second_reading import prompts_of, read_with_hands
from generator.store.writing import write_if_changed

Report = Callable[[int, int, str, int, int], None]
"""Called with (done, all, file, tokens in, tokens out) after each article."""


@dataclass(slots=True)
class Taken:
    """What became of an answer: facts that came in, rows refused with their reasons."""

    path: Path
    grounded: int
    refused: list[Refused]


@dataclass(slots=True)
class Asked:
    """What asking a reader brought: articles asked, articles answered before, tokens, problems."""

    asked: list[str] = field(default_factory=list)
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    refused: dict[str, list[Refused]] = field(default_factory=dict)
    problems: list[DossierError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent where: one line of a dry run."""

    file: str
    address: str
    pieces: int
    characters: int


def article_named(paths: DossierPaths, dossier: Dossier, file: Path) -> tuple[Path, Article]:
    """The article of a path or of a name in `seeds/`.

    Raises:
        ArticleError: there is none, or it cannot be read.
    """
    path = file if file.is_file() else paths.seeds / file
    if not path.is_file():
        raise ArticleError("there is no such article", file=str(file), mend="Give a path, or a name in seeds/.")
    path = path.resolve()
    return path, read_article(path, paths.name_of(path), dossier)


def prompt_text(paths: DossierPaths, dossier: Dossier, file: Path) -> str:
    """The prompt for one article, whole, to be pasted into a chat."""
    _, article = article_named(paths, dossier, file)
    return "\n\n".join(piece.prompt for piece in prompts_of(article, dossier, limit=400_000))


def take_answer(
    paths: DossierPaths, dossier: Dossier, file: Path, text: str, reader: str = NAME_OF_HANDS, *, keep: bool = True
) -> Taken:
    """Take in an answer that somebody wrote or pasted.

    Args:
        paths: the dossier's folders.
        dossier: its settings.
        file: the article.
        text: the answer as it is.
        reader: the name it is kept under.
        keep: False looks only at what would become of it.

    Raises:
        DossierError: the article cannot be read, or nothing of the answer stands in it.
    """
    path, article = article_named(paths, dossier, file)
    answer = KeptAnswer(reader=reader, article=article.record.sha256, pieces=[AnswerPiece(text=text)])
    trust = any(known.name == reader and known.trust for known in dossier.readers)
    done = read_with_hands(article, dossier, [Hand(answer, trust)])
    (by, refused), grounded = next(iter(done.refused.items())), next(iter(done.grounded.values()))
    if not grounded:
        why = "; ".join(f"{row.kind}: {row.why}" for row in refused[:3]) or "it holds no rows"
        raise DossierError(f"nothing of this answer came in ({why})", file=by, mend="See `dossier prompt`.")
    target = answer_path(paths.answers, path, reader)
    if keep:
        write_if_changed(target, dump_answer(answer))
    return Taken(target, grounded, refused)


def plan_reading(paths: DossierPaths, dossier: Dossier, reader: Reader, files: Sequence[Path]) -> list[Plan]:
    """What `ask_reader` would send where; nobody is asked."""
    address = check_address(reader, paths.name_of(paths.settings))
    plans = []
    for path, article in _articles(paths, dossier, files, []):
        pieces = prompts_of(article, dossier, reader.piece)
        if not _is_kept(paths, path, reader, [digest(piece.prompt, 12) for piece in pieces]):
            size = sum(len(piece.prompt) for piece in pieces)
            plans.append(Plan(paths.name_of(path), str(address), len(pieces), size))
    return plans


def ask_reader(
    paths: DossierPaths, dossier: Dossier, reader: Reader, files: Sequence[Path], report: Report | None = None
) -> Asked:
    """Ask a model about every article that it has not read yet; each answer is kept at once, so that a stop costs nothing.

    Raises:
        SettingsError: the reader has no address or model, its address is not allowed, or its key is not set.
    """
    done = Asked()
    client = _client(reader, check_address(reader, paths.name_of(paths.settings)), paths)
    todo = list(_articles(paths, dossier, files, done.problems))
    for number, (path, article) in enumerate(todo, 1):
        name = paths.name_of(path)
        try:
            _ask_about(client, paths, dossier, reader, (path, article), done)
        except NoReplyError as error:
            done.problems.append(DossierError(error.what, file=name, mend=error.mend))
        if report:
            report(number, len(todo), name, done.tokens_in, done.tokens_out)
    return done


def _ask_about(
    client: ModelClient, paths: DossierPaths, dossier: Dossier, reader: Reader, item: tuple[Path, Article], done: Asked
) -> None:
    """Ask about one article, unless this reader has answered these very prompts, and keep the answer."""
    path, article = item
    pieces = prompts_of(article, dossier, reader.piece)
    marks = [digest(piece.prompt, 12) for piece in pieces]
    if _is_kept(paths, path, reader, marks):
        done.kept += 1
        return
    rows = [_ask_piece(client, piece, mark) for piece, mark in zip(pieces, marks, strict=True)]
    answer = KeptAnswer(reader=reader.name, model=reader.model, article=article.record.sha256, pieces=rows)
    write_if_changed(answer_path(paths.answers, path, reader.name), dump_answer(answer))
    done.asked.append(paths.name_of(path))
    done.tokens_in += sum(row.tokens_in for row in rows)
    done.tokens_out += sum(row.tokens_out for row in rows)
    hand = Hand(answer, reader.trust)
    done.refused[paths.name_of(path)] = read_with_hands(article, dossier, [hand]).refused[hand.by]


def _ask_piece(client: ModelClient, piece: Piece, mark: str) -> AnswerPiece:
    reply = client.ask(piece.prompt, answer_schema())
    return AnswerPiece(
        first=piece.first,
        last=piece.last,
        prompt=mark,
        text=reply.text,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
    )


def reader_named(dossier: Dossier, name: str | None) -> Reader:
    """The reader of that name, or the only one with an address.

    Raises:
        SettingsError: there is none, or several and none was named.
    """
    able = [reader for reader in dossier.readers if reader.address and name in {None, reader.name}]
    if len(able) == 1:
        return able[0]
    what = "no reader with an address is set up" if not able else "several readers are set up"
    mend = "See docs/readers.md." if not able else "Name one with --reader: " + ", ".join(r.name for r in able) + "."
    raise SettingsError(what, file="content/dossier.yml", place="readers", mend=mend)


def _client(reader: Reader, address: Address, paths: DossierPaths) -> ModelClient:
    file, place = paths.name_of(paths.settings), f"readers: {reader.name}"
    if not reader.model:
        raise SettingsError("the reader names no model", file=file, place=place, mend="Add `model: NAME`.")
    key = os.environ.get(reader.key) if reader.key else None
    if reader.key and not key:
        mend = f"Set it: export {reader.key}=…"
        raise SettingsError(f"the environment variable {reader.key} is not set", file=file, place=place, mend=mend)
    return ModelClient(address, reader.model, key, reader.timeout)


def _articles(
    paths: DossierPaths, dossier: Dossier, files: Sequence[Path], problems: list[DossierError]
) -> Iterator[tuple[Path, Article]]:
    """The named articles, all of the dossier where none is named; those that cannot be read are reported."""
    for file in files or articles_of(paths)[0]:
        try:
            yield article_named(paths, dossier, file)
        except ArticleError as error:
            problems.append(error)


def _is_kept(paths: DossierPaths, path: Path, reader: Reader, marks: list[str]) -> bool:
    """Whether this reader, with this model, has answered these very prompts."""
    kept = answer_path(paths.answers, path, reader.name)
    if not kept.is_file():
        return False
    try:
        answer = load_answer(kept, paths.name_of(kept))
    except DossierError:
        return False
    return answer.model == reader.model and [piece.prompt for piece in answer.pieces] == marks
