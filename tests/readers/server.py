"""A model server that plays all the parts, good and bad, on the loopback address."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ANSWER = {
    "actors": [{"name": "Ada Marsh", "kind": "person", "side": "Dock workers’ union", "roles": ["union leader"], "mentions": []}],
    "meetings": [],
    "statements": [{"sentence": 3, "words": "We are ready to sign today", "speaker": "Ada Marsh", "cue": "told", "date_words": None}],
    "positions": [],
    "events": [],
    "figures": [],
}  # fmt: skip


@dataclass
class Played:
    """What the server plays, one part a request (the last one is played on), and what it was asked."""

    parts: list[str]
    answer: str = field(default_factory=lambda: json.dumps(ANSWER))
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def model_server(*parts: str, answer: str | None = None) -> Iterator[tuple[str, Played]]:
    """A running server: its base address, and what it plays."""
    played = Played(list(parts) or ["good"])
    if answer is not None:
        played.answer = answer

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            played.bodies.append(json.loads(raw))
            played.headers.append({key.lower(): value for key, value in self.headers.items()})
            played.paths.append(self.path)
            part = played.parts.pop(0) if len(played.parts) > 1 else played.parts[0]
            if part == "no schema":
                part = "bad request" if "response_format" in played.bodies[-1] else "good"
            _play(self, part, played)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", played
    finally:
        server.shutdown()
        server.server_close()


STATUS = {
    "bad request": 400,
    "busy": 503,
    "slow down": 429,
    "forbidden": 401,
    "redirect": 307,
    "broken": 500,
    "teapot": 418,
}


def _play(handler: BaseHTTPRequestHandler, part: str, played: Played) -> None:
    if part in STATUS:
        handler.send_response(STATUS[part])
        if part == "redirect":
            handler.send_header("Location", "http://192.0.2.1/v1/chat/completions")
        if part == "slow down":
            handler.send_header("Retry-After", "7")
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    if part == "hang up":
        handler.connection.close()
        return
    bodies = {
        "html": b"<html>hello</html>",
        "other json": b'{"choices": []}',
        "null": json.dumps({"choices": [{"message": {"content": None}}]}).encode(),
        "deep": b"[" * 200_000,
    }
    body = (
        bodies.get(part)
        or json.dumps(
            {
                "choices": [{"message": {"role": "assistant", "content": played.answer}}],
                "usage": {"prompt_tokens": 1200, "completion_tokens": 300},
            }
        ).encode()
    )
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    if part in {"drip", "endless"}:
        handler.end_headers()
        _pour(handler, *((b" ", 0.1) if part == "drip" else (b" " * 65_536, 0.0)))
        return
    if part == "half":
        handler.send_header("Content-Length", str(len(body) * 2))
        handler.end_headers()
        handler.wfile.write(body)
        handler.connection.close()
        return
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _pour(handler: BaseHTTPRequestHandler, drop: bytes, pause: float) -> None:
    """Send drops until the other side has had enough."""
    with suppress(OSError):
        for _ in range(20_000 if not pause else 200):
            handler.wfile.write(drop)
            handler.wfile.flush()
            time.sleep(pause)
