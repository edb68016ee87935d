"""Givers: who gives a figure: the speaker whose words hold it, who offers or reckons it, or whose figures or offer tell it."""

from __future__ import annotations

from generator.extract.figures.counted import lexicon
from generator.extract.layers import Layers
from generator.extract.reference import speakers_of


def giver_of(layers: Layers, token: int, reporter: int) -> tuple[int | None, str]:
    """The chain of who gives the figure at `token` and why; None where the article itself does, or a source without a name.

    Args:
        layers: attributions, verb groups and mentions are read.
        token: the first token of the figure.
        reporter: the innermost attribution that holds it, -1 outside reported speech.
    """
    attribution = layers.attributions[reporter] if reporter >= 0 else None
    if attribution is not None and (attribution.sort in {"stance", "belief"} or attribution.negated):
        return None, ""  # what is agreed, wanted or offered is a term; the article gives its figure
    if attribution is not None:
        why = f"within what “{layers.words(*attribution.source)}” says" if attribution.source else ""
        speaker = attribution.speakers[0] if attribution.speakers else None
        return speaker if speaker is not None else _owner_of_account(layers, attribution.source), why
    verb = _verb_of(layers, token)
    if verb is None:
        return None, ""
    subjects = layers.syntax.subjects(verb)
    if not subjects:
        return None, ""
    subject = subjects[0]
    phrase, group = layers.noun_phrases[subject], layers.verb_groups[verb]
    if group.lemma in lexicon()["giving"] and not group.passive:
        chains = speakers_of(layers, phrase.start, phrase.end)
        return (chains[0], f"who “{layers.words(group.start, group.end)}” it") if chains else (None, "")
    if layers.tokens.lower[phrase.head] in lexicon()["accounts"]:
        owner = _owner(layers, subject)
        return owner, f"“{layers.words(phrase.start, phrase.end)}” tell it" if owner is not None else ""
    return None, ""


def _verb_of(layers: Layers, token: int) -> int | None:
    """The last finite verb before the figure in its sentence."""
    start = layers.sentences[layers.sentence_of[token]].start
    for at in range(token - 1, start - 1, -1):
        verb = layers.vg_of[at]
        if verb >= 0 and layers.verb_groups[verb].finite:
            return verb
    return None


def _owner_of_account(layers: Layers, source: tuple[int, int] | None) -> int | None:
    """“UN figures show”: the source is an account, and its owner gives what it tells."""
    if source is None or layers.tokens.lower[source[1] - 1] not in lexicon()["accounts"]:
        return None
    index = layers.np_of[source[1] - 1]
    return _owner(layers, index) if index >= 0 else None


def _owner(layers: Layers, index: int) -> int | None:
    """“UN figures”, “the ministry’s offer”, “an offer from the ministry”: whose they are."""
    phrase = layers.noun_phrases[index]
    for at in range(phrase.head - 1, phrase.start - 1, -1):
        mention = layers.mention_of[at]
        if mention >= 0 and layers.mentions[mention].chain is not None:
            return layers.mentions[mention].chain
    lower, end = layers.tokens.lower, phrase.end
    if end + 1 < len(lower) and lower[end] in {"of", "by", "from"} and layers.np_of[end + 1] >= 0:
        owner = layers.noun_phrases[layers.np_of[end + 1]]
        chains = speakers_of(layers, owner.start, owner.end)
        return chains[0] if chains else None
    return None
