"""The command line as a user meets it: it does what it says, it exits as documented, and nobody ever sees a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import cli
from generator.paths import DossierPaths

COMMANDS = ["extract", "render", "build", "check", "explain", "new", "serve"]


def invoke(*words: str) -> tuple[int, str]:
    """Exit code and all output of one call, as `main` would give them."""
    done = CliRunner().invoke(cli.app, list(words))
    if isinstance(done.exception, cli.DossierError):
        return 1, f"dossier: {done.exception}"
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    code, output = invoke(command, "--help")
    assert code == 0
    assert f"Example: dossier {command}" in " ".join(output.split())


def test_a_wrong_command_exits_with_2() -> None:
    assert invoke("sing")[0] == 2


def test_extract_says_what_it_did(small: DossierPaths) -> None:
    assert invoke("extract", str(small.root)) == (0, "1 article extracted, 0 unchanged.\n")
    assert invoke("extract", str(small.root)) == (0, "0 articles extracted, 1 unchanged.\n")


def test_a_bad_article_gives_exit_1_and_one_line(small: DossierPaths) -> None:
    (small.seeds / "bad.txt").write_bytes(b"")
    code, output = invoke("extract", str(small.root))
    assert code == 1
    assert output.count("bad.txt") == 1


def test_check_is_content_with_a_fresh_dossier_and_finds_a_wrong_offset(small: DossierPaths) -> None:
    invoke("extract", str(small.root))
    code, output = invoke("check", str(small.root))
    assert code == 0, output
    article = small.seeds / "one.txt"
    article.write_text("x" + article.read_text(encoding="utf-8"), encoding="utf-8")
    code, output = invoke("check", str(small.root))
    assert code == 1
    assert "do not stand at" in output
    assert "is older than the article" in output


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ("title: [", "YAML"),
        ("subject: no title\n", "title"),
        ("title: x\nparty: y\n", "party"),
        ("title: x\nparties: [{name: A}]\nactors: [{name: B, side: C}]\n", "no party"),
    ],
    ids=["broken", "no title", "unknown field", "unknown party"],
)
def test_faulty_settings_are_named(small: DossierPaths, settings: str, word: str) -> None:
    small.settings.write_text(settings, encoding="utf-8")
    code, output = invoke("check", str(small.root))
    assert code == 1
    assert "content/dossier.yml" in output
    assert word in output


def test_a_missing_folder_is_named() -> None:
    code, output = invoke("build", "/no/such/folder")
    assert code == 1
    assert "/no/such/folder" in output


def test_as_of_takes_a_day(small: DossierPaths) -> None:
    code, output = invoke("render", str(small.root), "--as-of", "last week")
    assert code == 1
    assert "2022-03-02" in output


def test_explain_shows_rules_and_escapes_the_page(small: DossierPaths, tmp_path: Path) -> None:
    article = small.seeds / "one.txt"
    article.write_text(
        article.read_text(encoding="utf-8") + '\n"We <b>never</b> agreed," Ada Marsh said.\n', encoding="utf-8"
    )
    code, output = invoke("explain", "one.txt", "--folder", str(small.root))
    assert code == 0
    assert "statement: " in output
    assert "[attribution/" in output
    page = tmp_path / "why.html"
    assert invoke("explain", "one.txt", "--folder", str(small.root), "--html", str(page))[0] == 0
    assert "<b>never</b>" not in page.read_text(encoding="utf-8")


def test_explain_names_a_missing_article(small: DossierPaths) -> None:
    code, output = invoke("explain", "nowhere.txt", "--folder", str(small.root))
    assert code == 1
    assert "nowhere.txt" in output


def test_a_new_dossier_builds_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "strike"
    title = 'Dock strike: "the long one" </title><script>alert(1)</script>'
    assert invoke("new", str(folder), "--title", title, "--party", "Union: A", "--party", "Operators")[0] == 0
    assert invoke("new", str(folder), "--title", "again")[0] == 1
    code, output = invoke("build", str(folder), "--offline")
    assert code == 0, output
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in home
    assert (folder / "dist" / "dossier-offline.zip").is_file()


def test_a_fault_of_ours_gives_one_line_and_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "app", broken)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 1
    assert "Traceback" not in capsys.readouterr().err
    assert "ZeroDivisionError" in (tmp_path / "dossier-error.txt").read_text(encoding="utf-8")
