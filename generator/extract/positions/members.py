"""Members: the things of a list, each with its own words ("commit to A and hold B, recognise C and promote D")."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.extract.positions.contents import core_end, trimmed_end
from generator.extract.positions.scene import MARKS, Scene, Span
from generator.extract.positions.topics import Topic, TopicFinder

JOINTS = frozenset({",", "and", "or", ";", "."})
BARE_FORMS = frozenset({"VB", "VBP", "VBG"})


@dataclass(slots=True)
class Member:
    """One thing of the list: its words, and its topic."""

    span: Span
    topic: Topic | None


def split(scene: Scene, finder: TopicFinder, core: Span, shape: str) -> list[Member]:
    """The members of a thing; a stretch that names nothing of its own stays with its neighbour.

    Args:
        scene: the article.
        finder: tells topics.
        core: the tokens of the thing.
        shape: how the thing is put (np, to, ing, that, clause).
    """
    parts = _cut(core, [i for i in _joints(scene, core) if _starts_doing(scene, i, core, shape)])
    members: list[Member] = []
    for part in parts:
        stops = [i for i in _joints(scene, part) if _starts_noun(scene, i, part)]
        pieces = [Member(piece, _topic(scene, finder, piece)) for piece in _cut(part, stops)]
        listed = shape == "np" and len(parts) == 1 and _is_list(scene, core, len(pieces))
        members += _merged(scene, pieces, keep_unknown=listed)
    return _merged(scene, members, keep_unknown=True)


def _topic(scene: Scene, finder: TopicFinder, span: Span) -> Topic | None:
    core = (span[0], core_end(scene, *span))
    return finder.known(*core) or finder.known(*span) or finder.topic(*core)


def _joints(scene: Scene, span: Span) -> list[int]:
    """The first tokens behind commas and "and": where a next member may begin."""
    joints = (_joint_end(scene, i) for i in range(span[0] + 1, span[1] - 1))
    return [i for i in joints if i is not None and i < span[1]]


def _joint_end(scene: Scene, i: int) -> int | None:
    """The token behind a joint that ends at `i` or begins there ("as well as"), None elsewhere."""
    if scene.lower[i : i + 3] == ["as", "well", "as"]:
        return i + 3
    return i + 1 if scene.lower[i] in JOINTS and scene.lower[i + 1] not in JOINTS | {"as"} else None


def _cut(span: Span, stops: list[int]) -> list[Span]:
    edges = [span[0], *stops, span[1]]
    return [(a, b) for a, b in pairwise(edges) if b > a]


def _starts_doing(scene: Scene, i: int, core: Span, shape: str) -> bool:
    """True where a next clause or doing begins: "that …", "to …", "for X to …", a bare verb or a gerund with an object before it."""
    i = scene.skip_marks(i)
    word = scene.word(i)
    if word == "that":
        return shape in {"that", "clause"} and scene.phrase_at(i + 1) is not None
    if scene.is_infinitive(i) or (word == "for" and _for_to(scene, i, core[1])):
        return True
    while i < core[1] and scene.tag[i] == "RB":
        i += 1
    if i >= core[1] or scene.tag[i] not in BARE_FORMS or scene.group_at(i) is None or shape == "np":
        return False
    before = [k for k in range(core[0], i) if scene.layers.np_of[k] >= 0 and scene.tag[k][:2] == "NN"]
    verbs = [k for k in range(core[0], i) if scene.group_at(k) is not None]
    return bool(before) and bool(verbs) and max(before) > max(verbs)


def _for_to(scene: Scene, i: int, end: int) -> bool:
    phrase = scene.phrase_at(i + 1)
    return phrase is not None and phrase.end < end and scene.is_infinitive(phrase.end)


def _starts_noun(scene: Scene, i: int, span: Span) -> bool:
    """True where a noun phrase begins that is no subject of a verb of its own."""
    phrase = scene.phrase_at(i)
    if phrase is None:
        return False
    number = scene.layers.np_of[phrase.start]
    group = scene.group_at(phrase.end) if phrase.end < span[1] else None
    return group is None or not group.finite or group.subject != number


def _is_list(scene: Scene, core: Span, count: int) -> bool:
    commas = sum(scene.lower[i] == "," for i in range(*core))
    return count >= 3 and commas >= 1


def _merged(scene: Scene, pieces: list[Member], *, keep_unknown: bool) -> list[Member]:
    """Join neighbours of one topic; what names no known topic goes to its neighbour where there is a known one."""
    any_known = any(piece.topic is not None and piece.topic.known for piece in pieces)
    keep_unknown = keep_unknown and not any_known
    out: list[Member] = []
    for piece in pieces:
        before = out[-1] if out else None
        if before is None:
            out.append(piece)
        elif _same(before, piece) or not (keep_unknown or _known(piece)):
            out[-1] = Member((before.span[0], piece.span[1]), before.topic or piece.topic)
        elif any_known and not _known(before):
            out[-1] = Member((before.span[0], piece.span[1]), piece.topic)
        else:
            out.append(piece)
    return [Member((m.span[0], _end(scene, m.span)), m.topic) for m in out]


def _known(member: Member) -> bool:
    return member.topic is not None and member.topic.known


def _same(one: Member, other: Member) -> bool:
    return one.topic is None or other.topic is None or one.topic.id == other.topic.id


def _end(scene: Scene, span: Span) -> int:
    """The member's end without the joint that leads to the next one."""
    end = span[1]
    while end > span[0] + 1 and (scene.lower[end - 1] in JOINTS or scene.lower[end - 1] in {"“", "„"}):
        end -= 1
    return trimmed_end(scene, span[0], end) if scene.lower[end - 1] not in MARKS else end
