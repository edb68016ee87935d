"""Building the site: one strict MkDocs run in this process; offline also makes a zip that needs no server."""

from __future__ import annotations

import logging
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import PublishError
from generator.paths import DossierPaths

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Every file in the zip bears the same time, so that the same dossier makes the same bytes."""


def build_site(paths: DossierPaths, *, offline: bool, site_url: str = "") -> Path:
    """Build `site/` from the pages, strictly: a broken link is an error.

    Args:
        paths: the dossier's folders.
        offline: pages that open from disk (links to files, search in a script); else clean URLs for a web server.
        site_url: the address that the site will have on the web, if known.

    Raises:
        PublishError: there is no `mkdocs.yml`, or MkDocs refuses; its own messages have been printed by then.
    """
    if not paths.mkdocs.is_file():
        raise PublishError("there is no mkdocs.yml", file=str(paths.root), mend="Make a dossier with `dossier new`.")
    environment = {
        "OFFLINE": "true" if offline else "false",
        "SITE_URL": "" if offline else site_url,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    with _environment(environment):
        try:
            config = load_config(
                str(paths.mkdocs), strict=True, site_dir=str(paths.site), use_directory_urls=not offline
            )
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, Abort) as error:
            raise PublishError(f"MkDocs refused the pages: {error}", mend="See its messages above.") from error
    return paths.site


def zip_site(site: Path, target: Path) -> Path:
    """Pack a built site into a zip; its one folder bears the zip's name. Same site, same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                name = zipfile.ZipInfo(f"{target.stem}/{path.relative_to(site).as_posix()}", EPOCH)
                name.compress_type = zipfile.ZIP_DEFLATED
                name.external_attr = 0o644 << 16
                pack.writestr(name, path.read_bytes())
    return target


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {key: os.environ.get(key) for key in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
