"""Addresses: every page of a round, actor, topic or source that was ever published, and where what it told stands today.

What a page is about is kept beside its address (the article's own names and facts), so that a page whose name changes, because one more
article brought another spelling or another date, is found again and the old address leads to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model.identity import slug
from generator.model.knowledge import Knowledge

FOLDERS = ("actors", "rounds", "topics", "sources")
Addresses = dict[str, list[str]]
"""Path below content/ -> what the page is about."""


def addresses_of(knowledge: Knowledge) -> Addresses:
    """The pages of a dossier with what each is about."""
    found: Addresses = {f"sources/{source.record.id}.md": [source.record.id] for source in knowledge.articles}
    for actor in knowledge.actors:
        own = [f"{article} {local}" for article, locals_ in sorted(actor.local_ids.items()) for local in locals_]
        found[f"actors/{actor.id}.md"] = own
    for one in knowledge.rounds:
        numbers = [f"{article} round {number}" for article, number in sorted(one.numbers.items())]
        found[f"rounds/{one.id}.md"] = [*(f"{ref.article} {ref.fact}" for ref in one.facts), *numbers]
    refs = {finding.id: [f"{ref.article} {ref.fact}" for ref in finding.facts] for finding in knowledge.findings}
    for topic in knowledge.topics:
        found[f"topics/{topic.id}.md"] = [key for finding in topic.findings for key in refs.get(finding, [])]
    return found


def remembered(old: Addresses, knowledge: Knowledge) -> Addresses:
    """All addresses ever published: those of today as they are, those of before as they were."""
    return dict(sorted({**old, **addresses_of(knowledge)}.items()))


def moved(old: Addresses, on_disk: Iterable[str], knowledge: Knowledge) -> dict[str, str]:
    """Old addresses and where each leads now: to the page that most of it is on, else to the list of its kind.

    Args:
        old: the addresses that the record keeps.
        on_disk: generated pages that stand there from before, known to the record or not.
        knowledge: what the dossier knows now.
    """
    today = addresses_of(knowledge)
    owner = {(path.partition("/")[0], key): path for path, keys in today.items() for key in keys}
    spelled = _by_spelling(knowledge)
    leads: dict[str, str] = {}
    for path in sorted({*old, *on_disk}):
        folder, _, name = path.partition("/")
        if folder in FOLDERS and path not in today and name != "index.md":
            leads[path] = _now_at(folder, name.removesuffix(".md"), old.get(path, ()), owner, spelled)
    return leads


def _now_at(
    folder: str, name: str, keys: Iterable[str], owner: Mapping[tuple[str, str], str], spelled: Mapping[str, str]
) -> str:
    votes = Counter(owner[folder, key] for key in keys if (folder, key) in owner)
    if votes:
        return min(votes, key=lambda path: (-votes[path], path))
    return (spelled.get(name) if folder == "actors" else None) or f"{folder}/index.md"


def _by_spelling(knowledge: Knowledge) -> dict[str, str]:
    """Every spelling of an actor, as the name of a page -> the actor's page; what two actors go by leads to neither."""
    pages: dict[str, set[str]] = {}
    for actor in knowledge.actors:
        for alias in actor.aliases:
            pages.setdefault(slug(alias.text), set()).add(f"actors/{actor.id}.md")
    return {name: next(iter(found)) for name, found in pages.items() if len(found) == 1}
