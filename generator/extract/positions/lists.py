"""Stands that introduce a list: "named A and B as conditions", "listed what it wanted: A and B", demands in bullets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.positions import holders
from generator.extract.positions.contents import content_end, trimmed_end
from generator.extract.positions.modals import speaks
from generator.extract.positions.nouns import owner_of
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.senses import Sense, takes_object
from generator.extract.rows import load_rows
from generator.model.facts import Stance

REACH = 14
"""How far before its colon the word of stance may stand."""
NAMING = frozenset({"name", "list", "cite", "set", "state", "present", "give", "lay", "mention", "put", "describe"})
CONDITIONS = frozenset({"condition", "precondition", "prerequisite", "demand", "requirement", "priority", "price"})
BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})
MAX_BULLETS = 12


@dataclass(frozen=True, slots=True)
class _Intro:
    """Who takes which stance on what the list holds, and the words that say so."""

    stance: Stance
    holders: list[int]
    source: Span | None
    trigger: Span
    start: int


def list_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand whose things stand behind a colon, in bullets, or before "as conditions"."""
    for i in range(1, scene.size - 1):
        if scene.lower[i] == ":":
            intro = _intro(scene, i)
            if intro is not None:
                yield from (_listed(scene, intro, item) for item in _items(scene, i))
        elif scene.lower[i] == "as":
            stand = _named(scene, i)
            if stand is not None:
                yield stand


def _intro(scene: Scene, colon: int) -> _Intro | None:
    """The noun of stance before the colon, or the verb of "what it wanted:", "wants the following:"."""
    first = max(scene.sentence(colon)[0], colon - REACH)
    for i in range(colon - 1, first - 1, -1):
        if scene.lower[i] in {";", ")", "”"}:
            return None
        noun = _noun(scene, i) or _verb(scene, i, colon)
        if noun is not None:
            return noun
    return None


def _noun(scene: Scene, at: int) -> _Intro | None:
    if scene.tag[at][:2] != "NN" or scene.layers.np_of[at] < 0:
        return None
    phrase = scene.layers.noun_phrases[scene.layers.np_of[at]]
    for _, row in load_rows("positions_nouns").nouns.get(scene.lemma[at], ()) if phrase.head == at else ():
        sense = Sense.of(row, scene.lemma[at])
        if sense.stance is None or sense.when != "said" or sense.topic == "known":
            continue
        owner = owner_of(scene, at, sense) or _speaker(scene, at)
        if owner is not None and owner[0]:
            start = min(owner[1][0], phrase.start) if 0 <= at - owner[1][0] <= REACH else phrase.start
            return _Intro(sense.stance, owner[0], owner[1], (at, at + 1), start)
    return None


def _speaker(scene: Scene, at: int) -> tuple[list[int], Span] | None:
    """As in "“Two conditions are not met: …”, she said"."""
    attribution = scene.attribution(at)
    if attribution is None or attribution.source is None or not speaks(attribution):
        return None
    return list(attribution.speakers), attribution.source


def _verb(scene: Scene, at: int, colon: int) -> _Intro | None:
    group = scene.group_at(at)
    if group is None or group.start != at or group.negated or not group.finite or group.subject is None:
        return None
    phrase = scene.layers.noun_phrases[group.subject]
    open_end = group.end == colon and scene.word(phrase.start - 1) == "what"
    if not open_end and scene.word(colon - 1) not in {"following", "things", "points"}:
        return None
    for words, row in load_rows("positions_verbs").verbs.get(group.lemma, ()):
        stance = Sense.of(row, group.lemma).stance
        if stance in {"demands", "offers"} and takes_object(row) and len(words) == 1:
            owner, source = holders.of_verb(scene, group)
            return _Intro(stance, owner, source, (group.start, group.end), phrase.start) if owner else None
    return None


def _items(scene: Scene, colon: int) -> Iterator[Span]:
    """What stands behind the colon: the rest of the sentence, or the bullets of the lines that follow."""
    end = scene.sentence(colon)[1]
    if colon + 1 < end and scene.word(colon + 1) not in BULLETS:
        yield colon + 1, content_end(scene, colon + 1, "np")
        return
    i = colon + 1
    for _ in range(MAX_BULLETS):
        if scene.word(i) not in BULLETS or i + 1 >= scene.size:
            return
        stop = next(
            (k for k in range(i + 1, scene.sentence(i + 1)[1]) if scene.lower[k] in BULLETS), scene.sentence(i + 1)[1]
        )
        yield i + 1, trimmed_end(scene, i + 1, stop)
        i = stop


def _listed(scene: Scene, intro: _Intro, item: Span) -> Stand:
    return Stand(
        stance=intro.stance,
        trigger=intro.trigger,
        content=item,
        shape="to" if scene.is_infinitive(item[0]) else "np",
        rule="position/list v1",
        start=item[0],
        holders=list(intro.holders),
        source=intro.source,
        why=f"“{scene.layers.words(*intro.trigger)}:”: {intro.stance}",
    )


def _named(scene: Scene, at: int) -> Stand | None:
    """As in "named the release of prisoners as a condition"."""
    phrase = scene.phrase_at(at + 1)
    if phrase is None or scene.lemma[phrase.head] not in CONDITIONS:
        return None
    first = max(scene.sentence(at)[0], at - 2 * REACH)
    for i in range(at - 1, first - 1, -1):
        group = scene.group_at(i)
        if group is None or not group.finite:
            continue
        owner, source = holders.of_verb(scene, group)
        if group.lemma not in NAMING or group.passive or group.negated or not owner:
            return None
        return Stand(
            stance="demands",
            trigger=(group.start, group.end),
            content=(group.end, at),
            shape="np",
            rule="position/list v1",
            start=source[0] if source is not None and source[0] < group.start else group.start,
            holders=list(owner),
            source=source,
            why=f"“{scene.layers.words(group.start, group.end)} … {scene.layers.words(at, phrase.end)}”: demands",
        )
    return None
