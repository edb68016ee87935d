"""Serving the site while one works on it: `mkdocs serve`, with the folder of the dossier as its home."""

from __future__ import annotations

import os

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from generator.errors import PublishError
from generator.paths import DossierPaths


def serve_site(paths: DossierPaths, port: int) -> None:
    """Serve until the user stops it; hooks keep the pages up to date.

    Raises:
        PublishError: there is no `mkdocs.yml`, the port is taken, or MkDocs refuses.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    try:
        serve(config_file=str(paths.mkdocs), dev_addr=f"127.0.0.1:{port}")
    except (MkDocsException, OSError) as error:
        raise PublishError(
            f"the site cannot be served: {error}", mend="Try another --port, or mend mkdocs.yml."
        ) from error
