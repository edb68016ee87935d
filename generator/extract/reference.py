"""Questions that later components ask about actors: who stands at a word, who speaks in a span, for which party."""

from __future__ import annotations

from generator.extract.layers import Layers, Mention


def mention_at(layers: Layers, token: int) -> Mention | None:
    """The longest mention that covers a token, pronouns included."""
    number = layers.mention_of[token] if 0 <= token < len(layers.mention_of) else -1
    return layers.mentions[number] if number >= 0 else None


def members_of(layers: Layers, chain: int) -> list[int]:
    """The chains a group stands for; the chain itself where it is none."""
    return list(layers.chains[chain].members) or [chain]


def speakers_of(layers: Layers, start: int, end: int) -> list[int]:
    """The chains of who speaks or acts in a source span, groups resolved and conjunctions joined.

    "Ukraine and Russia" gives two, "the two sides" both parties, "the Kremlin spokesman, X," one; a span without any known
    actor gives an empty list (its words are the speaker's text). Mentions nested in another ("the head of *President X’s*
    party") do not speak.

    Args:
        layers: layers of the article, coreference done.
        start: first token of the source.
        end: token after its last.
    """
    found: list[int] = []
    i = start
    while i < end:
        mention = mention_at(layers, i)
        if mention is None:
            i += 1
            continue
        if _speaks(layers, mention, start) and mention.chain is not None:
            found += [chain for chain in members_of(layers, mention.chain) if chain not in found]
        i = max(i + 1, mention.end)
    return found


def _speaks(layers: Layers, mention: Mention, start: int) -> bool:
    """Whether a mention in a source span is a speaker itself and not the place or complement of one."""
    if mention.place_only or mention.kind == "place":
        return False
    before = layers.tokens.lower[mention.start - 1] if mention.start > start else ""
    return before not in {"of", "in", "from", "for", "at", "near", "with", "to", "on"}
