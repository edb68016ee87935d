"""Members: the things of a list, each with its own words ("commit to A and hold B, recognise C and promote D")."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.extract.positions import lexicon
from generator.extract.positions.contents import RELATIVES, clause_stop, core_end, shares_being, trimmed_end
from generator.extract.positions.scene import MARKS, Scene, Span
from generator.extract.positions.topics import Topic, TopicFinder

JOINTS = frozenset({",", "and", "or", ";", "."})
CONDITIONAL = frozenset(
    {"if", "unless", "until", "once", "when", "while", "because", "although", "after", "before", "except", "excluding"}
)
"""What stands behind these is no part of the thing; behind "so that" or "where" it may be."""
LINKS = (("as", "well", "as"), ("in", "addition", "to"), ("along", "with"), ("together", "with"))
VAGUE = frozenset({"negotiations", "peace-deal", "hostilities"})
"""Weak topics that make no member of a list by themselves."""
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
        if listed and all(piece.topic is not None for piece in pieces):
            return _once(scene, pieces)
        members += _merged(scene, pieces, keep_unknown=listed)
    return _merged(scene, members, keep_unknown=True) if len(parts) == 1 else _once(scene, members)


def _topic(scene: Scene, finder: TopicFinder, span: Span) -> Topic | None:
    core = (span[0], core_end(scene, *span))
    wide_end = core_end(scene, *span, CONDITIONAL)
    near, wide = finder.known(*core), finder.known(span[0], wide_end)
    if near is not None and near.weak and wide is not None and not wide.weak:
        return wide
    return near or wide or finder.topic(*core)


def _joints(scene: Scene, span: Span) -> list[int]:
    """The first tokens behind commas and "and": where a next member may begin."""
    closed = _closed(scene, span)
    ends = ((i, _joint_end(scene, i)) for i in range(span[0] + 1, span[1] - 1) if i not in closed)
    last_and = max((i for i in range(*span) if scene.lower[i] in {"and", "or"}), default=-1)
    return [end for i, end in ends if end is not None and end < span[1] and (scene.lower[i] != "," or i < last_and)]


def _closed(scene: Scene, span: Span) -> set[int]:
    """Tokens whose commas and "and" part no members: conditions and times of their own, and "between A and B"."""
    closed: set[int] = set()
    i = span[0] + 1
    while i < span[1]:
        if scene.lower[i] == "between":
            pair = next((k for k in range(i, span[1]) if scene.lower[k] == "and"), i)
            closed.update(range(i, pair + 1))
        if scene.lower[i] in lexicon.words("cut_words") and scene.lower[i] not in RELATIVES | {"as"}:
            stop = clause_stop(scene, i + 1, span[1])
            closed.update(range(i, stop))
            i = max(i, stop - 1)
        i += 1
    return closed


def _joint_end(scene: Scene, i: int) -> int | None:
    """The token behind a joint that ends at `i` or begins there ("as well as"), None elsewhere."""
    for words in LINKS:
        if tuple(scene.lower[i : i + len(words)]) == words:
            return i + len(words)
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
    if scene.is_infinitive(i) and (shape == "to" or scene.lower[i - 1] != ","):
        return True
    if word == "for" and _for_to(scene, i, core[1]):
        return True
    while i < core[1] and scene.tag[i] == "RB":
        i += 1
    doing = scene.group_at(i) if i < core[1] else None
    if doing is not None and shape == "to" and shares_being(scene, doing):
        return True
    forms = BARE_FORMS | _first_form(scene, core, shape)
    if i >= core[1] or scene.tag[i] not in forms or scene.group_at(i) is None or shape == "np":
        return False
    if shape == "to" and any(scene.is_infinitive(k) for k in range(core[0] + 2, i)):
        return False  # "to pay in order to help them and keep jobs": all that is the purpose
    before = [k for k in range(core[0], i) if scene.tag[k][:2] in {"NN", "JJ"}]
    verbs = [k for k in range(core[0], i) if scene.group_at(k) is not None]
    return bool(before) and bool(verbs) and max(before) > max(verbs)


def _first_form(scene: Scene, core: Span, shape: str) -> frozenset[str]:
    """The form of a that-clause's first verb: "demands it declares …, recognises …" goes on in the same form."""
    if shape != "that":
        return frozenset()
    groups = (scene.group_at(i) for i in range(*core))
    form = next((group.form for group in groups if group is not None and group.finite), "VB")
    return frozenset({form}) - {"VBN", "VBG"}


def _for_to(scene: Scene, i: int, end: int) -> bool:
    phrase = scene.phrase_at(i + 1)
    return phrase is not None and phrase.end < end and scene.is_infinitive(phrase.end)


def _starts_noun(scene: Scene, i: int, span: Span) -> bool:
    """True where a noun phrase begins that is no subject of a verb of its own."""
    i += scene.word(i) in {"for", "on", "of"}  # "asked for arms and for money"
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
    any_known = any(_known(piece) for piece in pieces)
    keep_unknown = keep_unknown and not any_known
    out: list[Member] = []
    for piece in pieces:
        before = out[-1] if out else None
        if before is None:
            out.append(piece)
        elif _same(before, piece) or not (keep_unknown or _known(piece) or _is_new(scene, before, piece)):
            out[-1] = Member((before.span[0], piece.span[1]), before.topic or piece.topic)
        elif any_known and not _known(before):
            out[-1] = Member((before.span[0], piece.span[1]), piece.topic)
        else:
            out.append(piece)
    return [Member((m.span[0], _end(scene, m.span)), m.topic) for m in out]


def _once(scene: Scene, pieces: list[Member]) -> list[Member]:
    """The members of a plain list; neighbours of one topic are one ("a ceasefire, an armistice")."""
    out: list[Member] = []
    for piece in pieces:
        if out and _same(out[-1], piece):
            out[-1] = Member((out[-1].span[0], piece.span[1]), piece.topic)
        else:
            out.append(piece)
    return [Member((m.span[0], _end(scene, m.span)), m.topic) for m in out]


def _is_new(scene: Scene, before: Member, piece: Member) -> bool:
    """As in "talks and **a** peaceful settlement": what an article introduces is a thing of its own."""
    first = scene.skip_marks(piece.span[0])
    return scene.word(first) in {"a", "an"} and scene.word(piece.span[0] - 1) == "and" and _known(before)


def _known(member: Member) -> bool:
    topic = member.topic
    if topic is None or not topic.known:
        return False
    return not topic.weak or (topic.id not in VAGUE and topic.token - member.span[0] <= 1)


def _same(one: Member, other: Member) -> bool:
    return one.topic is None or other.topic is None or one.topic.id == other.topic.id


def _end(scene: Scene, span: Span) -> int:
    """The member's end without the joint that leads to the next one."""
    end = span[1]
    for words in LINKS:
        if tuple(scene.lower[end - len(words) : end]) == words:
            end -= len(words)
    while end > span[0] + 1 and (scene.lower[end - 1] in JOINTS or scene.lower[end - 1] in {"“", "„"}):
        end -= 1
    return trimmed_end(scene, span[0], end) if scene.lower[end - 1] not in MARKS else end
