"""Hanging the review into MkDocs' server: the route, our scripts instead of MkDocs' own, quiet writing, and a rebuild on demand."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.paths import DossierPaths
from generator.review.decisions import Reviewer
from generator.review.guard import Guard
from generator.review.route import FILES, STATIC, ReviewRoute, new_token, scripts_for
from generator.store.writing import write_if_changed


def add_review(server: LiveReloadServer, paths: DossierPaths, watched: Path) -> None:
    """Add live reload that the Content-Security-Policy allows, and on a loopback address the review.

    MkDocs adds its own live-reload script inline, which a policy by hash blocks; ours is a file.

    Args:
        server: MkDocs' server before it starts.
        paths: the dossier's folders.
        watched: the folder whose changes start a rebuild; a decision must not.
    """
    host, port = str(server.server_address[0]), int(server.server_address[1])
    token = new_token() if _is_loopback(host) else None
    _use_our_scripts(server, token)
    inner = server.get_app()
    if inner is None:
        return
    if token is None:
        server.set_app(_scripts_alone(inner))
        return
    lock = threading.Lock()

    def write(path: Path, content: bytes) -> None:
        with lock:
            server.unwatch(str(watched))
            try:
                write_if_changed(path, content)
            finally:
                server.watch(str(watched))

    def rebuild() -> None:
        with server._rebuild_cond:  # noqa: SLF001  (what its own watcher does)
            server._want_rebuild = True  # noqa: SLF001
            server._rebuild_cond.notify_all()  # noqa: SLF001

    server.set_app(ReviewRoute(inner, Reviewer(paths, write), Guard(port, token), rebuild))


def _use_our_scripts(server: LiveReloadServer, token: str | None) -> None:
    def inject(content: bytes, epoch: int) -> bytes:
        at = content.rfind(b"</body>")
        at = len(content) if at < 0 else at
        return content[:at] + scripts_for(token, epoch) + content[at:]

    server._inject_js_into_html = inject  # type: ignore[method-assign]  # noqa: SLF001


def _scripts_alone(inner: Callable[..., Any]) -> Callable[..., Any]:
    """MkDocs' application with our script files beside it, for addresses that other machines can ask."""

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        path = environ.get("PATH_INFO", "")
        if path not in FILES:
            return inner(environ, start)
        kind, name = FILES[path]
        body = (STATIC / name).read_bytes()
        start("200 OK", [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    return app


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
