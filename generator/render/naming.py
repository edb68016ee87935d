"""What things are called within a sentence: rounds, topics, sides, outcomes, those who report."""

from __future__ import annotations

import re

from generator.lexicon import load_lexicon
from generator.model.knowledge import Dispute, Finding, Round, Variant
from generator.render import grammar
from generator.render.dates import date_words, on_date
from generator.render.library import Library


def topic_noun(library: Library, topic: str) -> str:
    """A topic's title as it stands within a sentence: lower case, but names and abbreviations keep their capitals.

    A first word keeps its capital where it holds another one ("NATO"), or where the words by which the topic is
    recognised, or else the passages about it, never have it in lower case ("Crimea").
    """
    title = library.topics[topic].title if topic in library.topics else topic.replace("-", " ")
    first = re.match(r"[A-Za-z]+", title)
    if not first or any(sign.isupper() for sign in first[0][1:]):
        return title
    stem = first[0][:5]
    seen = _where_it_is_written(library, topic)
    if re.search(rf"\b{stem.lower()}", seen) or not re.search(rf"\b{stem}", seen):
        return title[0].lower() + title[1:]
    return title


def topic_phrase(library: Library, topic: str) -> str:
    """A topic with its article, to stand after a preposition: "a ceasefire", "the withdrawal of troops", "Crimea"."""
    noun = topic_noun(library, topic)
    head, of, _ = noun.partition(" of ")
    if noun[:1].isupper() or not noun[:1].isalpha() or head.endswith("s"):
        return noun
    if of:
        return f"the {noun}"
    countable = load_lexicon("wording")["grammar"]["countable"]
    return grammar.article(noun) if noun.rsplit(" ", 1)[-1] in countable else noun


def place_phrase(place: str) -> str:
    """A place with its preposition: "in the Brest region, western Belarus", "on the border …", "in Geneva", "at the …"."""
    words = load_lexicon("wording")["grammar"]["places"]
    first = place.split(" ", maxsplit=1)[0]
    if first.lower() in words["prepositions"]:
        return place
    head = re.split(r",| (?:near|between|in|of|on|at) ", place)[0].split(" ")
    common = [word for word in head if word in words["nouns"]]
    preposition = words["nouns"][common[-1]] if common else "in"
    article = "the " if common and first.lower() not in ("the", "a", "an", "this", "that") else ""
    return f"{preposition} {article}{place}"


def _where_it_is_written(library: Library, topic: str) -> str:
    words = [" ".join(each.words) for each in library.knowledge.dossier.topics if each.id == topic]
    passages = [
        piece.text for finding in library.by_topic.get(topic, []) for cite in finding.cites for piece in cite.evidence
    ]
    return " ".join(words if any(words) else passages)


def round_noun(each: Round) -> str:
    """A round within a sentence: "the second round of talks", else "the talks of 16 March 2022"."""
    if each.number:
        return f"the {grammar.ordinal(each.number)} round of talks"
    return f"the talks {on_date(each.date)}" if each.date else "talks without a known date"


def round_short(each: Round) -> str:
    """A round in a column of a table: "Round 2", else its title."""
    return f"Round {each.number}" if each.number else each.title


def outcome_words(library: Library, value: str) -> str:
    """An outcome of FACTS.md in words for a table ("agreement:humanitarian-corridors" -> "Agreement: …")."""
    kind, _, rest = value.partition(":")
    table = load_lexicon("wording")["outcomes"]
    if kind == "other" and rest:
        return rest.strip()
    if kind in table:
        words: str = table[kind]["short"]
        return words.format(topic_noun(library, rest)) if rest else words.removesuffix(" on {}")
    return value


def aspect_label(aspect: str) -> str:
    """What an aspect of a finding is called ("head:Ukraine" -> "Head of delegation, Ukraine")."""
    name, _, side = aspect.replace("_", " ").partition(":")
    label: str = load_lexicon("wording")["aspects"].get(name, name)
    return f"{label}, {side}" if side else label


def value_words(library: Library, finding: Finding, value: str) -> str:
    """A value of a finding as a page shows it: days and outcomes in words, actors by name, all else as it is."""
    if finding.aspect == "date":
        return date_words(value)
    if finding.aspect == "outcome":
        return outcome_words(library, value)
    if finding.aspect.startswith("head") and value in library.actors:
        return library.actors[value].name
    return value


def dispute_value(library: Library, dispute: Dispute, variant: Variant) -> str:
    """A value of a dispute in words."""
    finding = library.findings.get(dispute.finding or "")
    return value_words(library, finding, variant.value) if finding else date_words(variant.value)


def dispute_point(library: Library, dispute: Dispute) -> str:
    """What a dispute is about: "the date of the second round of talks", "Ukraine on NATO membership"."""
    point = dispute.point
    each = library.rounds.get(dispute.round or "")
    head = re.fullmatch(r"(?:the )?head of (.+) of the round", point)
    if each is not None and head:
        return f"who led the delegation of {grammar.with_the(head[1])} at {round_noun(each)}"
    if each is not None and point.endswith(" of the round"):
        point = f"the {point.removeprefix('the ').removesuffix('the round')}{round_noun(each)}"
    if dispute.topic in library.topics:
        point = point.replace(str(dispute.topic), topic_noun(library, str(dispute.topic)))
    return point


def outcome_clause(library: Library, value: str) -> tuple[str, str]:
    """Kind and topic or words of an outcome: ("agreement", "humanitarian corridors"), ("no-agreement", "")."""
    kind, _, rest = value.partition(":")
    return kind, topic_phrase(library, rest) if kind == "agreement" and rest else rest.strip()


def actor_title(library: Library, identity: str | None) -> str:
    """The role that most articles give an actor, to stand behind the name; empty where none is known."""
    actor = library.actors.get(identity or "")
    if actor is None or not actor.roles:
        return ""
    best = max(actor.roles, key=lambda role: (len({cite.article for cite in role.cites}), -len(role.title)))
    return best.title
