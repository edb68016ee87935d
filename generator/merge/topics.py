"""Topics: one id for what several articles call by other words ("immediate-ceasefire", "ceasefire")."""

from __future__ import annotations

from collections.abc import Iterable

from generator.merge.clusters import Clusters
from generator.merge.decisions import Decisions, key
from generator.merge.wording import stem, stems
from generator.model.dossier import Dossier

_LOOSE = frozenset(
    stem(word)
    for word in [
        "immediate",
        "full",
        "total",
        "complete",
        "all",
        "general",
        "lasting",
        "unconditional",
        "demand",
        "call",
        "talks",
    ]
)


def join_topics(named: Iterable[str], dossier: Dossier, decisions: Decisions) -> dict[str, str]:
    """Lead every topic that facts name to the one it is joined under.

    Args:
        named: topic ids of all positions.
        dossier: its topics keep their ids.
        decisions: topics that a person joined or kept apart.

    Returns:
        Topic as named -> topic as joined; an id of the dossier where the group has one, else the shortest.
    """
    names = sorted({*named, *(topic.id for topic in dossier.topics)})
    own = {topic.id for topic in dossier.topics}
    clusters = Clusters(names)
    by_key: dict[str, str] = {key(name): name for name in names}
    for pair in decisions.different:
        if pair.left in by_key and pair.right in by_key:
            clusters.keep_apart(by_key[pair.left], by_key[pair.right])
    for pair in decisions.same:
        if pair.left in by_key and pair.right in by_key:
            clusters.join(by_key[pair.left], by_key[pair.right])
    first: dict[frozenset[str], str] = {}
    for name in sorted(names, key=lambda n: (n not in own, len(n), n)):
        core = stems(name.replace("-", " ")) - _LOOSE or stems(name.replace("-", " "))
        if core and first.setdefault(core, name) != name and not (name in own and first[core] in own):
            clusters.join(first[core], name)
    return {name: min(group, key=lambda n: (n not in own, len(n), n)) for group in clusters.groups() for name in group}


def title_of(topic: str, dossier: Dossier) -> str:
    """How a page calls a topic."""
    return next((t.title for t in dossier.topics if t.id == topic), topic.replace("-", " ").capitalize())
