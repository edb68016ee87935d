"""Whatever people have becomes clean articles in seeds/, once, with a row for what became of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.adding import Row, add, take_inbox
from generator.model.dossier import Dossier, Reader
from generator.paths import DossierPaths
from generator.pipeline import articles_of
from generator.read import read_article
from generator.read.frontmatter import split_front_matter
from tests.intake import samples

TODAY = "2026-03-10"


@pytest.fixture
def paths(tmp_path: Path) -> DossierPaths:
    (tmp_path / "dossier" / "seeds").mkdir(parents=True)
    return DossierPaths(tmp_path / "dossier")


def take(paths: DossierPaths, tmp_path: Path, name: str, raw: bytes, **options: bool) -> list[Row]:
    path = tmp_path / name
    path.write_bytes(raw)
    return list(add(paths, [str(path)], today=TODAY, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", samples.ALL)
def test_every_kind_becomes_an_article_that_is_read(paths: DossierPaths, tmp_path: Path, name: str) -> None:
    raw = samples.ALL[name]()
    (row,) = take(paths, tmp_path, name, raw)
    assert row.state.startswith("taken"), row
    path = paths.root / row.what
    article = read_article(path, row.what, Dossier(title="t"))
    assert "sign today" in article.text.replace("\n", " ") or name in {"chat.json"}
    assert "out of the question" in article.text or name != "chat.json"
    values, _ = split_front_matter(path.read_text(encoding="utf-8"))
    assert values["added"] == TODAY
    kept = list((paths.seeds / ".originals").iterdir())
    assert [each.read_bytes() for each in kept] == [raw]


@pytest.mark.parametrize("name", ["page.html", "saved.webarchive", "mail.eml", "feed.json", "press.txt"])
def test_what_a_file_says_of_itself_is_kept(paths: DossierPaths, tmp_path: Path, name: str) -> None:
    (row,) = take(paths, tmp_path, name, samples.ALL[name]())
    article = read_article(paths.root / row.what, row.what, Dossier(title="t"))
    assert article.record.headline == samples.TITLE
    assert article.record.publisher == "The Daily Harbour"
    assert article.record.published.date == "2026-03-03"
    assert row.what == "seeds/2026-03-03_the-daily-harbour_harbour-talks-resume-after-walkout.md"


def test_a_note_keeps_its_title_and_not_the_day_of_clipping(paths: DossierPaths, tmp_path: Path) -> None:
    (row,) = take(paths, tmp_path, "n.md", samples.note())
    article = read_article(paths.root / row.what, row.what, Dossier(title="t"))
    assert article.record.headline == f'{samples.TITLE}: it\'s "on"'
    assert article.record.published.date == "2026-03-03"
    assert article.record.url == samples.ADDRESS


def test_several_articles_in_one_file_are_taken_apart(paths: DossierPaths, tmp_path: Path) -> None:
    nexis = take(paths, tmp_path, "nexis.txt", samples.nexis())
    assert [row.what.split("_")[0] for row in nexis] == ["seeds/2026-03-03", "seeds/2026-03-04"] or [
        row.state for row in nexis
    ] == ["taken", "already here"]
    mails = take(paths, tmp_path, "box.mbox", samples.mbox())
    assert len(mails) == 2


def test_a_feed_gives_whole_entries_and_refuses_teasers(paths: DossierPaths, tmp_path: Path) -> None:
    whole, teaser = take(paths, tmp_path, "feed.xml", samples.rss())
    assert whole.what.startswith("seeds/2026-03-03_the-daily-harbour")
    assert (teaser.state, teaser.what) == ("refused", "the feed gives a teaser only")
    assert "dossier add" in teaser.way_out


def test_an_archive_is_read_member_by_member_and_never_unpacked(paths: DossierPaths, tmp_path: Path) -> None:
    rows = take(paths, tmp_path, "pack.zip", samples.archive())
    assert [row.state.split()[0] for row in rows] == ["taken", "taken", "refused", "refused"]
    assert not (tmp_path.parent / "evil.txt").exists()
    assert not (tmp_path / "evil.txt").exists()


def test_nothing_is_taken_twice(paths: DossierPaths, tmp_path: Path) -> None:
    take(paths, tmp_path, "page.html", samples.single_file())
    (again,) = take(paths, tmp_path, "copy.html", samples.single_file())
    assert again.state == "already here"
    (copy,) = take(paths, tmp_path, "other.txt", "\n\n".join(samples.BODY).encode())
    assert (copy.state, "the same text" in copy.what) == ("already here", True)


def test_a_dry_run_writes_nothing(paths: DossierPaths, tmp_path: Path) -> None:
    (row,) = take(paths, tmp_path, "page.html", samples.single_file(), dry_run=True)
    assert row.state == "taken"
    assert list(paths.seeds.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "old Word files"),
        ("a.msg", b"x" * 99, "Outlook"),
        ("a.png", b"\x89PNG", "picture"),
        ("a.pdf", b"%PDF-1.4 broken", "cannot be opened"),
        ("a.docx", b"PK\x03\x04broken", "damaged"),
        ("a.zip", b"PK\x03\x04", "damaged"),
        ("a.webarchive", b"bplist00broken", "cannot be read"),
        ("a.json", b"{", "no JSON"),
        ("a.json", b'{"a": 1}', "no kind that is read"),
        ("a.json", b"[" * 100_000, "no JSON"),
        ("a.ris", b"TY  - NEWS\nTI  - Talks\nUR  - https://x.example/a\nER  - \n", "references and no text"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "no article was found"),
        ("a.txt", b"few words", "less than 15 words"),
        ("a.eml", b"Subject: x\n\nshort", "less than 40 words"),
        ("a.bin", bytes(range(256)) * 20, "of no kind"),
        ("empty.txt", b"  \n", "empty"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why_and_what_to_do(
    paths: DossierPaths, tmp_path: Path, name: str, raw: bytes, why: str
) -> None:
    (row,) = take(paths, tmp_path, name, raw)
    assert row.state == "refused"
    assert why in row.what
    assert row.way_out


def test_a_dump_without_dates_of_its_own_is_not_cut_by_guess(paths: DossierPaths, tmp_path: Path) -> None:
    one = "\n\n".join([*samples.BODY, *samples.BODY])
    dump = "\n\n---\n\n".join(
        [f"DOVER, March 3, 2026 - {one}", f"CALAIS, March 4, 2026 - {one} Again.", f"{one} No day here."]
    )
    (row,) = take(paths, tmp_path, "dump.txt", dump.encode())
    assert "have no date of their own" in row.what


def test_text_that_markdown_would_act_on_stays_as_it_is(paths: DossierPaths, tmp_path: Path) -> None:
    evil = [
        "# 1 of all *stars* said [this](http://x) and `that` on the day that everybody will remember.",
        *samples.BODY,
        "1. A list of one <b>thing</b> that was not bold_at_all in the paper.",
    ]
    (row,) = take(paths, tmp_path, "evil.txt", "\n\n".join(evil).encode())
    article = read_article(paths.root / row.what, row.what, Dossier(title="t"))
    lines = article.text.splitlines()
    assert [line for line in evil if line not in lines] == []


def test_nothing_in_seeds_is_passed_over_in_silence(paths: DossierPaths) -> None:
    (paths.seeds / "paper.pdf").write_bytes(samples.pdf())
    (paths.seeds / "more").mkdir()
    (paths.seeds / "noending").write_text("x", encoding="utf-8")
    _, problems = articles_of(paths)
    assert [problem.file for problem in problems] == ["seeds/more", "seeds/noending", "seeds/paper.pdf"]
    assert all("dossier add" in str(problem) for problem in problems)


def test_the_inbox_is_taken_in_and_emptied(paths: DossierPaths) -> None:
    inbox = paths.root / "inbox"
    inbox.mkdir()
    (inbox / "page.html").write_bytes(samples.single_file())
    (inbox / "photo.png").write_bytes(b"\x89PNG")
    rows: list[Row] = []
    assert take_inbox(paths, rows.append) == 1
    assert sorted(path.name for path in inbox.iterdir()) == ["done", "photo.png"]
    assert [row.state for row in rows] == ["taken", "refused"]


def test_a_page_in_another_encoding_is_read_and_named(paths: DossierPaths, tmp_path: Path) -> None:
    text = samples.page(body=[*samples.BODY, "Die Fähre nach Dünkirchen fällt aus, sagte der Sprecher."]).replace(
        '<meta charset="utf-8">', '<meta charset="windows-1252">'
    )
    (row,) = take(paths, tmp_path, "old.html", text.encode("cp1252"))
    dossier = Dossier(title="t", readers=[Reader(name="x", languages=["de"])])
    assert "Fähre" in read_article(paths.root / row.what, row.what, dossier).text


def test_a_dossier_is_no_folder_of_articles(paths: DossierPaths) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text("title: t\n", encoding="utf-8")
    (row,) = add(paths, [str(paths.root)], today=TODAY)
    assert (row.state, "--folder" in row.way_out) == ("refused", True)


def test_a_plain_text_stays_as_it_is_and_is_named_by_what_it_says(paths: DossierPaths, tmp_path: Path) -> None:
    text = "The Daily Harbour\nJuly 15, 2015\n\nTalks fail\n\n" + "\n\n".join(samples.BODY) + "\n"
    (row,) = take(paths, tmp_path, "x.txt", text.encode())
    assert row.what.startswith("seeds/2015-07-15_")
    assert row.what.endswith(".txt")
    assert (paths.root / row.what).read_text(encoding="utf-8") == text
    assert [path.suffix for path in (paths.seeds / ".originals").iterdir()] == [".txt"]
