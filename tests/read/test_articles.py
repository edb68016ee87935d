"""Reading: what of a file is the article, and what is said about files that are none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ArticleError
from generator.model.article import Article
from generator.model.dossier import Decision, Dossier
from generator.read.articles import check_names, find_articles, read_article
from generator.read.datelines import find_dateline
from generator.read.junk import why_junk

CASES = Path(__file__).parent / "cases"
DOSSIER = Dossier(title="test")
PROSE = "The two delegations met for five hours on Tuesday, and a spokesman said that the talks would go on, as both had asked."


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def read(folder: Path, text: str | bytes, name: str = "a.txt", dossier: Dossier = DOSSIER) -> Article:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_article(path, f"seeds/{name}", dossier)


def assert_spans_hold(article: Article, *, same: bool) -> None:
    for aside in article.record.set_aside:
        assert aside.holds_in(article.source)
    for found in re.finditer(r"\S+", article.text):
        evidence = article.evidence(found.start(), found.end())
        assert evidence.holds_in(article.source)
        assert evidence.text == found[0] or not same


@pytest.mark.parametrize("case", cases("junk"), ids=lambda case: case["line"][:50])
def test_junk(case: dict[str, Any]) -> None:
    assert why_junk(case["line"]) == case["why"]


@pytest.mark.parametrize("case", cases("headlines"), ids=lambda case: case["lines"][0][:50])
def test_headline(case: dict[str, Any], tmp_path: Path) -> None:
    article = read(tmp_path, "\n\n".join(case["lines"]).replace("{prose}", PROSE))
    assert article.record.headline == case["headline"]
    assert article.text[: article.headline_end] == (case["headline"] or "")
    if "text" in case:
        assert article.text[article.headline_end + 1 :] == case["text"].replace("{prose}", PROSE)
    assert_spans_hold(article, same=True)


@pytest.mark.parametrize("case", cases("datelines"), ids=lambda case: case["text"][:40])
def test_dateline(case: dict[str, Any]) -> None:
    found = find_dateline(case["text"])
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert found.agency == case["agency"]
    day = found.day and (found.day.iso() or f"{found.day.month:02d}-{found.day.day:02d}")
    assert day == case["day"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "only white space"),
        (b"\xef\xbb\xbf \n", "only white space"),
        (b"\x00\x01\x02PNG" * 50, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 20, "binary"),
        ("Die Verhandlungen waren schwierig, café".encode("latin-1"), "byte 38 is 0xe9"),
        (PROSE.encode("utf-16"), "UTF-16"),
        (b"x" * 5_000_001, "too large"),
        (b"Talks resume in Vienna\n\nShare this article\n", "no article"),
        (
            "Die beiden Delegationen haben sich am Dienstag in Genf getroffen, und ein Sprecher der Regierung sagte, dass die "
            "Gespräche mit den Rebellen nach der Pause weitergehen werden und nicht abgebrochen sind.".encode(),
            "German",
        ),
        (
            "Les deux délégations se sont réunies mardi à Genève, et un porte-parole du gouvernement a dit que les "
            "discussions avec les rebelles vont continuer dans les jours qui viennent.".encode(),
            "French",
        ),
        ("Обе делегации встретились во вторник в Женеве, и представитель правительства сказал, что переговоры с повстанцами "
         "будут продолжены на следующей неделе в том же месте.".encode(), "Russian"),
    ],
)  # fmt: skip
def test_unusable_files_are_refused(raw: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=words) as caught:
        read(tmp_path, raw)
    assert caught.value.file == "seeds/a.txt"
    assert caught.value.mend


def test_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(tmp_path / "none.txt", "seeds/none.txt", DOSSIER)


def test_byte_order_mark_and_line_ends_move_no_offset(tmp_path: Path) -> None:
    article = read(tmp_path, f"\ufeffTalks resume in Vienna\r\n\r\n{PROSE}\r\n".encode())
    assert article.record.headline == "Talks resume in Vienna"
    evidence = article.evidence(0, article.headline_end)
    assert (evidence.start, evidence.text) == (1, "Talks resume in Vienna")
    assert_spans_hold(article, same=True)


def test_junk_within_and_at_the_edges_of_paragraphs(tmp_path: Path) -> None:
    text = f"Talks resume in Vienna\n\n{PROSE}Back to top button\n\nAdvertisement\n\nAdvertisement{PROSE}"
    text += "\n\nRelated articles\nOil falls\n\nLeave a comment\n\nNice."
    article = read(tmp_path, text)
    assert article.text == f"Talks resume in Vienna\n{PROSE}\n{PROSE}"
    reasons = [aside.why for aside in article.record.set_aside]
    assert reasons == ["web menu", "advertisement", "related links", "comment form", "after the end of the article"]


def test_every_character_is_kept_or_set_aside(tmp_path: Path) -> None:
    article = read(
        tmp_path, f"World\n\nTalks resume in Vienna\n\nBy John Smith\n\nVIENNA, Dec 8 (Reuters) - {PROSE}\n\nTags: Iran"
    )
    left = list(article.source)
    for piece in article.pieces:
        left[piece.file_start : piece.file_start + piece.file_length] = " " * piece.file_length
    for aside in article.record.set_aside:
        left[aside.start : aside.end] = " " * (aside.end - aside.start)
    assert "".join(left).strip() == ""


@pytest.mark.parametrize(
    ("opening", "date", "basis"),
    [
        ("Published on March 3, 2022\n\n", "2022-03-03", "stated"),
        ("By John Smith | March 3, 2022\n\n", "2022-03-03", "stated"),
        ("date 2022-03-02 ", "2022-03-02", "stated"),
        ("Kiev/Moscow, 3 March 2022 (dpa/MIA) – ", "2022-03-03", "dateline"),
        ("LONDON, Dec 8 (Reuters) - ", None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_day_of_publication(opening: str, date: str | None, basis: str, tmp_path: Path) -> None:
    published = read(tmp_path, f"{opening}{PROSE}\n\n{PROSE}").record.published
    assert (published.date, published.basis) == (date, basis)


def test_a_persons_date_wins(tmp_path: Path) -> None:
    dossier = Dossier(title="t", decisions=[Decision(kind="date", of="article", names=["a"], value="2022-03-04")])
    assert read(tmp_path, f"date 2022-03-02 {PROSE}", dossier=dossier).record.published.date == "2022-03-04"


def test_wrapped_lines_are_joined(tmp_path: Path) -> None:
    wrapped = "The two delegations met for five hours on Tuesday, and a\nspokesman said that the talks would go on, as both had\nasked.\n"
    article = read(tmp_path, f"Talks resume\n\n{wrapped}\n{wrapped}\n{wrapped}")
    assert article.text.split("\n")[1:] == [wrapped.replace("\n", " ").strip()] * 3


def test_names_that_give_one_id(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.html", ".hidden.txt", "c.pdf"):
        (tmp_path / name).write_text("x")
    paths = find_articles(tmp_path)
    assert [path.name for path in paths] == ["a.html", "a.txt", "b.txt"]
    errors = check_names(paths)
    assert len(errors) == 1
    assert str(errors[0]).startswith(f"{tmp_path.name}/a.txt: the name stands for the same article as a.html.")


LINES = [
    PROSE,
    "Talks resume in Vienna",
    "Advertisement",
    "“No,” he said.",
    "By John Smith",
    " \u00a0 ",
    "Related articles",
]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), max_size=8),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r"]),
)  # fmt: skip
def test_spans_hold_whatever_the_lines(tmp_path_factory: pytest.TempPathFactory, lines: list[str], end: str) -> None:
    article = read(tmp_path_factory.mktemp("a"), end.join([*lines, PROSE]))
    assert_spans_hold(article, same=True)
