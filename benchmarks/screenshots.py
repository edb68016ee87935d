"""Pictures of the built site, made by the project itself: docs/home.png for the README, or every kind of page to look at.

    python -m benchmarks.screenshots                     # site/index.html -> docs/home.png
    python -m benchmarks.screenshots --all shots/        # each kind of page, light and dark, wide and narrow

The site is read from disk (`make site` builds it so); a Chromium on this machine is needed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES = ("light", "dark")
FOLDERS = ("rounds", "actors", "topics", "sources")


def main(arguments: list[str]) -> int:
    """Take the pictures; returns 1 where there is no site or no browser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "home.png", help="the picture for the README")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every kind of page, into this folder")
    chosen = parser.parse_args(arguments)
    chromium = next((path for path in CHROMIUM if Path(path).exists()), None)
    if chromium is None or not (chosen.site / "index.html").exists():
        print("needs a Chromium and a site built for the disk (make site)")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        if chosen.all:
            take_all(browser, chosen.site, chosen.all)
        else:
            take(browser, chosen.site / "index.html", chosen.out, "light", WIDTHS["wide"], whole=False)
        browser.close()
    return 0


def take_all(browser: Any, site: Path, folder: Path) -> None:
    """Each kind of page in both schemes and both widths."""
    for page in kinds_of_pages(site):
        for scheme in SCHEMES:
            for name, width in WIDTHS.items():
                label = page.relative_to(site).with_suffix("").as_posix().replace("/", "-")
                take(browser, page, folder / f"{label}-{scheme}-{name}.png", scheme, width, whole=True)


def kinds_of_pages(site: Path) -> list[Path]:
    """The pages at the top, and of each folder its index and its longest page."""
    found = sorted(path for path in site.glob("*.html") if path.stem != "404")
    for folder in FOLDERS:
        inside = sorted((site / folder).glob("*.html"), key=lambda path: (-path.stat().st_size, path.name))
        found += [path for path in inside if path.stem == "index"] + [path for path in inside if path.stem != "index"][
            :1
        ]
    return found


def take(browser: Any, page: Path, out: Path, scheme: str, width: int, *, whole: bool) -> None:
    """One picture; `whole` for the page from head to foot."""
    out.parent.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.wait_for_timeout(200)
    tab.screenshot(path=str(out), full_page=whole)
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
