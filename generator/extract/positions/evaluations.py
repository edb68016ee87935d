"""Stands that a name for a thing takes: "called the offer insulting", "described the plan as a non-starter"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import core_end
from generator.extract.positions.scene import MARKS, Scene, Span, Stand

REACH = 12
"""How many words behind its verb the name of the thing may stand."""
STOPS = frozenset({";", ":", ".", "but", "because", "which", "that", "who"})


def evaluation_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a belittling name takes."""
    naming, bad = lexicon.words("naming_verbs"), lexicon.words("belittling")
    for group in scene.layers.verb_groups:
        if group.lemma not in naming or group.negated or scene.is_hypothetical(group):
            continue
        verdict = _verdict(scene, group, bad)
        stand = _stand(scene, group, verdict) if verdict is not None else None
        if stand is not None:
            yield stand


def _verdict(scene: Scene, group: VerbGroup, bad: frozenset[str]) -> int | None:
    """The belittling word behind the verb and its object."""
    for i in range(group.end, min(scene.sentence(group.start)[1], group.end + REACH)):
        other = scene.group_at(i)
        if scene.lower[i] in STOPS or (other is not None and other is not group and other.finite):
            return None
        if scene.lower[i] in bad:
            return i
    return None


def _stand(scene: Scene, group: VerbGroup, verdict: int) -> Stand | None:
    """The stand on the object between verb and verdict; where nothing stands there, on what a passive or relative clause is about."""
    thing = _object(scene, group, verdict)
    if thing is None:
        return None
    chains, source = holders.agent(scene, group) or ([], None) if group.passive else holders.of_verb(scene, group)
    if not chains:
        return None
    span, anaphor = thing
    if not anaphor and not _is_proposal(scene, span):
        return None
    begin = source[0] if source is not None and 0 <= group.start - source[0] <= REACH else group.start
    return Stand(
        stance="rejects",
        trigger=(group.start, group.end),
        content=span,
        shape="anaphor" if anaphor else "np",
        rule="position/evaluation v1",
        start=min(begin, span[0]),
        holders=list(chains),
        source=source,
        known=anaphor,
        why=f"“{scene.layers.words(group.start, verdict + 1)}”: rejects",
    )


def _object(scene: Scene, group: VerbGroup, verdict: int) -> tuple[Span, bool] | None:
    """Where the thing stands, and whether it only points back ("which she called “derisory”")."""
    at = scene.skip_marks(group.end)
    if group.passive:
        if group.subject is None:
            return None
        phrase = scene.layers.noun_phrases[group.subject]
        return ((phrase.start, phrase.end), False) if phrase.end <= group.start else None
    named = scene.phrase_at(at)
    if named is None or named.end > verdict:
        relative = group.subject is not None and _relative(scene, group)
        pronoun = scene.word(at) in {"it", "that", "this", "them"}
        return ((group.start, verdict + 1), True) if relative or pronoun else None
    if scene.tag[named.head] == "PRP":
        return (group.start, verdict + 1), True
    end = verdict
    while end > named.end and (
        scene.lower[end - 1] in MARKS | {"as", "a", "an", ",", "“"} or scene.tag[end - 1][:2] == "RB"
    ):
        end -= 1
    return (named.start, core_end(scene, named.start, end)), False


def _relative(scene: Scene, group: VerbGroup) -> bool:
    """As in "an offer | which the union called …"."""
    assert group.subject is not None
    before = scene.layers.noun_phrases[group.subject].start - 1
    return scene.word(before) in {"which", "that", "something", "what"}


def _is_proposal(scene: Scene, span: Span) -> bool:
    phrase = scene.phrase_at(span[0])
    return phrase is not None and scene.lemma[phrase.head] in lexicon.table("objects")["proposals"]
