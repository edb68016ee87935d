"""The review route: a WSGI layer in front of MkDocs' own server that answers below `/_review/` and adds our scripts to its pages."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from pydantic import ValidationError

from generator.errors import DossierError
from generator.model.article import Article
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.read import read_article
from generator.review.context import shown, summary
from generator.review.decisions import ConflictError, DecisionError, Request, Reviewer, fact_of
from generator.review.guard import Guard, RefusedRequestError
from generator.review.queue import RANKS, home_facts, waiting
from generator.store.facts_files import digest_of, load_facts
from generator.store.settings import load_settings

Start = Any  # WSGI: start_response and the environment are typed loosely by those who call us
App = Callable[[Any, Any], Iterable[bytes]]
STATIC = Path(__file__).parent / "static"
FILES = {
    "/_review/review.js": ("text/javascript", "review.js"),
    "/_review/panel.js": ("text/javascript", "panel.js"),
    "/_review/review.css": ("text/css", "review.css"),
}
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(slots=True)
class ReviewRoute:
    """Answers the review's requests; everything else goes to MkDocs.

    Attributes:
        inner: MkDocs' own application.
        reviewer: carries decisions out.
        guard: who may ask.
        rebuild: called when the reviewer pauses and the pages shall follow.
    """

    inner: App
    reviewer: Reviewer
    guard: Guard
    rebuild: Callable[[], None]

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request."""
        path = str(environ.get("PATH_INFO", ""))
        if environ.get("HTTP_HOST") not in self.guard.hosts:  # a name rebound to this machine reads nothing here
            start("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"Open the site under 127.0.0.1 or localhost."]
        if path != "/_review" and not path.startswith("/_review/"):
            return self.inner(environ, start)
        try:
            status, kind, body = self._answer(path, environ)
        except RefusedRequestError as refused:
            status, kind, body = refused.status, "text/plain", refused.status.encode()
        except ConflictError as error:
            status, kind, body = "409 Conflict", "application/json", _json({"error": str(error)})
        except DossierError as error:
            status, kind, body = "422 Unprocessable Content", "application/json", _json({"error": str(error)})
        headers = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))]
        headers += [("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store")]
        headers += [("Content-Security-Policy", PAGE_POLICY), ("Referrer-Policy", "same-origin")]
        start(status, headers)
        return [body]

    def _answer(self, path: str, environ: dict[str, Any]) -> tuple[str, str, bytes]:
        if path in FILES:
            self.guard.check_page(environ)
            kind, name = FILES[path]
            return "200 OK", kind, (STATIC / name).read_bytes()
        if path == "/_review/":
            self.guard.check_page(environ)
            return "200 OK", "text/html", self._page()
        if path in {"/_review/fact", "/_review/queue"}:
            self.guard.check_read(environ)
            data = self._queue() if path.endswith("queue") else self._fact(str(environ.get("QUERY_STRING", "")))
            return "200 OK", "application/json", _json(data)
        if path in {"/_review/decide", "/_review/rebuild"}:
            body = environ["wsgi.input"].read(self.guard.check_write(environ))
            if path.endswith("rebuild"):
                self.rebuild()
                return "200 OK", "application/json", _json({"ok": True})
            return "200 OK", "application/json", _json(self._decide(body))
        raise RefusedRequestError("404 Not Found")

    def _decide(self, body: bytes) -> dict[str, Any]:
        """Carry out a decision and show the fact as it is now."""
        try:
            request = Request.model_validate_json(body)
        except (ValidationError, RecursionError) as error:
            raise RefusedRequestError("400 Bad Request") from error
        outcome = self.reviewer.decide(request)
        return self._shown(outcome.file, outcome.fact.id, outcome.digest)

    def _fact(self, query: str) -> dict[str, Any]:
        asked = parse_qs(query)
        _, raw, file = self.reviewer.open(asked.get("article", [""])[0])
        return self._shown(file, asked.get("fact", [""])[0], digest_of(raw))

    def _shown(self, file: FactsFile, fact_id: str, digest: str) -> dict[str, Any]:
        dossier = self._dossier()
        topics = [topic.id for topic in dossier.topics]
        return shown(file, fact_of(file, fact_id), self._article(file, dossier), topics) | {"digest": digest}

    def _article(self, file: FactsFile, dossier: Dossier) -> Article | None:
        path = self.reviewer.paths.seeds / Path(file.article.file).name
        try:
            return read_article(path, file.article.file, dossier)
        except DossierError:
            return None

    def _dossier(self) -> Dossier:
        paths = self.reviewer.paths
        return load_settings(paths.settings, paths.name_of(paths.settings))

    def _queue(self) -> dict[str, Any]:
        """What waits, worst first; a facts file that cannot be read waits for another day."""
        paths = self.reviewer.paths
        files = []
        for path in sorted(paths.facts.glob("*.yml")):
            try:
                files.append(load_facts(path, path.name))
            except DossierError:
                continue
        rows = [
            {
                "article": file.article.id,
                "fact": fact.id,
                "kind": fact.kind,
                "rank": RANKS[rank],
                "summary": summary(fact, {actor.id: actor for actor in file.actors}),
                "text": " … ".join(span.text for span in fact.evidence)[:300],
                "headline": file.article.headline or file.article.file,
            }
            for rank, file, fact in waiting(files, home_facts(paths))
        ]
        done = sum(fact.review in {"confirmed", "rejected"} for file in files for fact in file.facts)
        return {"rows": rows, "done": done}

    def _page(self) -> bytes:
        """The page “To review”: a frame that its script fills."""
        title = escape(self._dossier().title)
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            f"<title>To review – {title}</title>"
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="stylesheet" href="/_review/review.css"></head>'
            f'<body class="review-page" data-token="{self.guard.token}">'
            f'<header><a href="/">{title}</a><h1>To review</h1><p id="progress" role="status"></p></header>'
            '<main><div id="panel"></div><nav aria-label="What waits"><ol id="queue"></ol></nav></main>'
            '<script type="module" src="/_review/review.js"></script></body></html>'
        ).encode()


def scripts_for(token: str | None, epoch: int) -> bytes:
    """What a served page gets before `</body>`: live reload, and the review where this machine alone can ask."""
    review = f' data-token="{token}"' if token else ""
    return (
        '<link rel="stylesheet" href="/_review/review.css">'
        f'<script type="module" src="/_review/review.js" data-epoch="{epoch}"{review} id="dossier-review"></script>'
    ).encode()


def new_token() -> str:
    """A token for this run of the server."""
    return secrets.token_urlsafe(24)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


__all__ = ["DecisionError", "ReviewRoute", "new_token", "scripts_for"]
