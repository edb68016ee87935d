"""Choice: which stands are kept where one stands inside the thing of another, or inside words that are denied or asked."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.positions import lexicon
from generator.extract.positions.scene import Scene, Stand

DENIALS = frozenset({"deny", "refute", "disprove", "rebut", "wonder", "question", "doubt"})
FALSE = frozenset({"untrue", "false", "wrong", "true"})
"""As in "it is not true that", "it is false that"."""
LEAVES_ROOM = frozenset({"position/embedded v1", "position/condition v1", "position/proviso v1", "position/list v1"})


def kept(scene: Scene, stands: Sequence[Stand]) -> list[Stand]:
    """The stands to be told, in the order of the text; of nested ones the outer, but for relative clauses with a subject of their own."""
    sentence_of = scene.layers.sentence_of
    ordered = sorted(stands, key=lambda s: (s.trigger[0], -s.content[1], s.rule))
    out: list[Stand] = []
    reaching: dict[int, list[Stand]] = {}
    """Sentence -> the kept stands that reach into it: only these can hold a stand of it."""
    for stand in ordered:
        if not stand.holders or _denied(scene, stand) or _alleged(scene, stand):
            continue
        near = reaching.get(sentence_of[stand.trigger[0]], ())
        if stand.rule == "position/proviso v1" and any(other.trigger[0] == stand.trigger[0] for other in near):
            continue  # the same "if" is read as the price of an offer
        if stand.rule in LEAVES_ROOM or stand.listed or not any(_inside(stand, other) for other in near):
            out.append(stand)
            for number in _reach(scene, stand):
                reaching.setdefault(number, []).append(stand)
    return out


def _reach(scene: Scene, stand: Stand) -> range:
    """The sentences that a stand's trigger and thing touch, up to the word behind the thing."""
    first = min(stand.trigger[0], stand.content[0])
    last = min(max(stand.trigger[1] - 1, stand.content[1] + 1, first), scene.size - 1)
    return range(scene.layers.sentence_of[first], scene.layers.sentence_of[last] + 1)


def _inside(stand: Stand, other: Stand) -> bool:
    owned = stand.owned and stand.source is not None and stand.source[0] >= other.content[0]
    if owned and not set(stand.holders) & set(other.holders):
        return False  # "rejected the union's call for a shorter week": the union's own
    start, end = stand.trigger[0], stand.trigger[1]
    if other.trigger[0] <= start < other.trigger[1]:
        return True
    return other.content[0] <= start and end <= other.content[1] + 1 and other.shape != "anaphor"


def _denied(scene: Scene, stand: Stand) -> bool:
    attribution = scene.attribution(stand.trigger[0])
    if attribution is None:
        return False
    number = scene.cue_of.get(stand.trigger[0])
    if number is not None and scene.layers.attributions[number] is attribution:
        return False
    asks = attribution.lemma == "ask" and not attribution.direct
    own = all(holder in attribution.speakers for holder in stand.holders)
    unproven = attribution.lemma in DENIALS or (attribution.lemma in lexicon.words("allegations") and not own)
    nobody = attribution.sort == "belief" and not attribution.speakers
    return attribution.negated or unproven or asks or nobody


def _alleged(scene: Scene, stand: Stand) -> bool:
    """As in "allegations from abroad that it is seeking a bomb"."""
    first = scene.sentence(stand.trigger[0])[0]
    that = next((i for i in range(stand.trigger[0] - 1, first, -1) if scene.lower[i] == "that"), None)
    if that is None or stand.trigger[0] - that > 8:
        return False
    for i in range(that - 1, max(first, that - 10) - 1, -1):
        if scene.group_at(i) is not None:
            return False
        if scene.lemma[i] in lexicon.words("allegations") or scene.lower[i] in FALSE:
            return True
    return False
