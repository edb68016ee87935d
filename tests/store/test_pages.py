"""Writing pages: only what changed, nothing of a person's, no leftovers."""

from __future__ import annotations

from pathlib import Path

from generator.store.pages import write_pages

PAGE = '---\ntitle: "A"\ngenerated: true\n---\n# A\n'


def test_pages_are_written_once_and_removed_with_their_source(tmp_path: Path) -> None:
    pages = {"index.md": PAGE, "rounds/one.md": PAGE, "data/facts.json": "{}"}
    assert write_pages(tmp_path, pages).written == ["data/facts.json", "index.md", "rounds/one.md"]
    assert write_pages(tmp_path, pages).written == []
    assert write_pages(tmp_path, {"index.md": PAGE}).removed == ["data/facts.json", "rounds/one.md"]
    assert not (tmp_path / "rounds").exists()


def test_a_persons_page_is_never_touched(tmp_path: Path) -> None:
    mine = tmp_path / "index.md"
    mine.write_text("# Mine\n", encoding="utf-8")
    done = write_pages(tmp_path, {"index.md": PAGE})
    assert mine.read_text(encoding="utf-8") == "# Mine\n"
    assert [problem.file for problem in done.problems] == ["content/index.md"]
    assert write_pages(tmp_path, {}).removed == []
    assert mine.exists()


def test_a_generated_page_is_found_by_its_mark_when_the_list_is_lost(tmp_path: Path) -> None:
    write_pages(tmp_path, {"old.md": PAGE})
    (tmp_path / ".generated.json").unlink()
    assert write_pages(tmp_path, {"index.md": PAGE}).removed == ["old.md"]
