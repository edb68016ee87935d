"""Component `mentions`: the words of an article that name an actor, or a place that may act as one.

Three readings of the same labelled words (`scan`): known names (`known`), phrases around a head noun (`persons`, `bodies`,
`known.medium_mentions`), and capitalised runs that nothing else explains (`names`); `pronouns` adds pronouns and groups,
`trained` what a pipeline of the user’s own knows.
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers, Mention
from generator.extract.mentions.bodies import body_mentions
from generator.extract.mentions.known import known_mentions, medium_mentions
from generator.extract.mentions.names import name_mentions
from generator.extract.mentions.persons import title_mentions
from generator.extract.mentions.pronouns import group_mentions, pronoun_mentions
from generator.extract.mentions.runs import find_runs
from generator.extract.mentions.scan import scan
from generator.extract.mentions.trained import add_trained_names


def find_mentions(layers: Layers, doc: Doc) -> None:
    """Fill `mentions` and `mention_of`.

    Args:
        layers: tokens, sentences, noun phrases and verb groups are read.
        doc: not used; the words stand in `layers.tokens`.
    """
    found = scan(layers)
    find_runs(found)
    taken: dict[int, Mention] = {}
    mentions = title_mentions(found, taken)
    mentions += body_mentions(found, taken)
    mentions += medium_mentions(found, taken)
    mentions += known_mentions(found)
    mentions += name_mentions(found, taken)
    mentions += group_mentions(found)
    mentions += pronoun_mentions(found)
    add_trained_names(layers, mentions)
    _settle(layers, mentions)


def _settle(layers: Layers, mentions: list[Mention]) -> None:
    """Order the mentions, drop doubles, mark what stands within another, and fill the look-up list."""
    mentions.sort(key=lambda m: (m.start, -m.end, m.form == "pronoun"))
    kept: list[Mention] = []
    layers.mention_of = [-1] * len(layers.tokens)
    reach = 0
    for mention in mentions:
        if kept and (mention.start, mention.end) == (kept[-1].start, kept[-1].end):
            continue
        if mention.start < reach:
            mention.nested = True
            if mention.form == "group" and mention.end <= reach and kept[-1].form in {"body", "role"}:
                continue
        kept.append(mention)
        reach = max(reach, mention.end)
    for number, mention in enumerate(kept):
        for i in range(mention.start, mention.end):
            if layers.mention_of[i] < 0:
                layers.mention_of[i] = number
    layers.mentions = kept
