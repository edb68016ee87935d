"""JSON: the whole knowledge in one file, and beside each page the part of it that the page shows."""

from __future__ import annotations

import json
from typing import Any

from generator.model.knowledge import Finding
from generator.render.library import Library
from generator.render.links import data_of


def json_files(library: Library) -> dict[str, str]:
    """The JSON files by path: `data/dossier.json` and one for each round, actor, topic and source."""
    files = {
        "data/dossier.json": as_json(
            library.knowledge.model_dump(
                mode="json", exclude_none=True, exclude={"articles": {"__all__": {"facts", "actors"}}}
            )
        )
    }
    for each in library.rounds.values():
        found = [library.findings[key] for key in each.findings if key in library.findings]
        found += library.by_round.get(each.id, [])
        files[data_of("rounds", each.id)] = as_json({"round": _plain(each), "findings": findings(found)})
    for actor in library.knowledge.actors:
        mine = library.by_actor.get(actor.id, [])
        files[data_of("actors", actor.id)] = as_json({"actor": _plain(actor), "findings": findings(mine)})
    for topic in library.topics.values():
        on_it = [library.findings[key] for key in topic.findings if key in library.findings]
        files[data_of("topics", topic.id)] = as_json({"topic": _plain(topic), "findings": findings(on_it)})
    for source in library.knowledge.articles:
        files[data_of("sources", source.record.id)] = as_json(_plain(source))
    return files


def findings(found: list[Finding]) -> list[Any]:
    """Findings as plain values, with all their variants and evidence."""
    return [_plain(each) for each in found]


def as_json(value: dict[str, Any]) -> str:
    """JSON with a line for each entry of each list, so that a change shows as the line it changed."""
    return "{\n" + ",\n".join(f"{_compact(key)}: {_lines(each)}" for key, each in value.items()) + "\n}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n " + ",\n ".join(map(_compact, value)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(model: Any) -> Any:
    return model.model_dump(mode="json", exclude_none=True)
