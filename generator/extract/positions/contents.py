"""Contents: how far the demanded thing reaches, where its core ends, and under which condition it stands."""

from __future__ import annotations

from functools import cache

from generator.extract.layers import VerbGroup
from generator.extract.positions import lexicon
from generator.extract.positions.scene import MARKS, Scene, Span

RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
BREAKS = frozenset({";", "—", "–", ":", "(", ")", "?", "!"})
FINAL = frozenset({".", ",", ";", ":", "!", "?", "—", "–", "-"})
BREAKING_WORDS = frozenset({"but", "with"})
CONDITIONS = frozenset({"if", "unless", "until", "provided"})
"""Side clauses that stay with the thing behind a comma."""


def content_end(scene: Scene, start: int, shape: str) -> int:
    """Where the thing that begins at `start` ends: before a new clause of the sentence, a frame, or the closing mark."""
    limit = _limit(scene, start)
    inside_that = shape in {"that", "clause"}
    side_clause = _in_side_clause(scene, start)
    i = start
    while i < limit:
        word = scene.lower[i]
        if word == "(" and i > start and ")" in scene.lower[i:limit]:
            i = scene.lower.index(")", i) + 1
            continue
        if word in BREAKS or (word == "-" and _spaced(scene, i)):
            break
        if i > start and word == "," and (side_clause or _breaks_at_comma(scene, i, limit, inside_that)):
            break
        if shape == "np" and _main_verb(scene, start, i):
            break
        if i > start and word in {"and", "but", "nor"} and _new_clause(scene, i + 1, limit, inside_that):
            break
        if i > start and word in {"and", "but"} and not inside_that and _goes_on(scene, i + 1):
            break
        i += 1
    return trimmed_end(scene, start, i)


def _goes_on(scene: Scene, i: int) -> bool:
    """As in "ready to buy gas | but would not lower its standards": a modal verb shares the subject of the stance."""
    group = scene.group_at(i)
    return group is not None and group.start == i and group.finite and group.modal in {"will", "would", "may", "could"}


def trimmed_end(scene: Scene, start: int, end: int) -> int:
    """`end` without punctuation and closing marks that belong to the frame."""
    while end > start + 1 and (scene.lower[end - 1] in FINAL | {"but"} or _loose_mark(scene, start, end - 1)):
        end -= 1
    return end


def core_end(scene: Scene, start: int, end: int, words: frozenset[str] | None = None) -> int:
    """Where what is demanded ends and a clause of time, reason or condition begins ("before talks can begin").

    Args:
        scene: the article.
        start: first token of the thing.
        end: token behind its last.
        words: that open such a clause; those of the lexicon where not given.
    """
    cuts = words if words is not None else lexicon.words("cut_words")
    for i in range(start + 1, end):
        if scene.lower[i] in cuts and (i == start + 1 or scene.lower[i - 1] not in {"even", "the", "a"}):
            if scene.lower[i] == "as" and scene.word(i + 1) == "well":
                continue
            if scene.lower[i] == "as" and not _clause_follows(scene, i + 1, end):
                continue
            return trimmed_end(scene, start, i)
    return end


def condition_span(scene: Scene, trigger: Span, after: int | None = None) -> Span | None:
    """Where the condition of a stand is, its conjunction included.

    Args:
        scene: the article.
        trigger: the word of stance; the condition stands in its sentence.
        after: where the thing that is wanted ends. A condition that another verb parts from it is that verb's:
            "X, who has rejected A, said Y would demand B if C" makes B depend on C, and not A.
    """
    first, last = scene.sentence(trigger[0])
    for i in (i for i in range(first, last) if scene.lower[i] in _condition_openers()):
        for phrase in lexicon.phrases("conditions"):
            if tuple(scene.lower[i : i + len(phrase)]) == phrase and (trigger[0] < i or i <= first + 1):
                if phrase == ("if",) and i > 0 and scene.lower[i - 1] in {"as", "even", "asked", "ask", "know", "what"}:
                    continue
                stop = _condition_end(scene, i + len(phrase), last)
                if stop - i > len(phrase) and (i >= trigger[1] or stop <= trigger[0]):
                    return None if after is not None and _parted(scene, after, i) else (i, stop)
    return None


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb that reports nothing stands between the two places."""
    groups = (scene.group_at(i) for i in range(start, end))
    return any(group is not None and group.finite and group.head not in scene.cue_of for group in groups)


@cache
def _condition_openers() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in lexicon.phrases("conditions"))


def clause_stop(scene: Scene, start: int, end: int) -> int:
    """Where the side clause that begins at `start` stops: at the first comma behind its verb, else at the end."""
    verb = False
    for i in range(start, end):
        group = scene.group_at(i)
        verb = verb or (group is not None and group.finite)
        if scene.lower[i] == "," and verb:
            return i
    return end


def _condition_end(scene: Scene, start: int, last: int) -> int:
    stop = clause_stop(scene, start, last)
    i = start
    while i < stop and scene.lower[i] not in BREAKS and scene.lower[i] not in {"”", '"'}:
        i += 1
    return trimmed_end(scene, start, i) if i > start else start


def _limit(scene: Scene, start: int) -> int:
    """The end of the quotation that holds `start`, else of the sentence."""
    end = scene.sentence(start)[1]
    quote = scene.layers.quote_of[start]
    if quote < 0:
        return end
    found = scene.layers.quotes[quote]
    opens_here = start == found.start or all(scene.lower[k] in MARKS for k in range(found.start, start))
    if found.clause and not opens_here:
        return min(end, found.end)
    return end


def _spaced(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    return 0 < i < scene.size - 1 and tokens.end[i - 1] < tokens.start[i] and tokens.end[i] < tokens.start[i + 1]


def _breaks_at_comma(scene: Scene, i: int, limit: int, inside_that: bool) -> bool:
    """True where a comma ends the thing: before a relative or side clause, a comment in -ing, the frame, or a new clause."""
    after = scene.skip_marks(i + 1)
    if after >= limit:
        return True
    word = scene.lower[after]
    if word == "as" and scene.word(after + 1) == "well":
        return False
    if word in RELATIVES | BREAKING_WORDS or (word in lexicon.words("cut_words") and word not in CONDITIONS):
        return True
    participle = scene.tag[after] == "VBN" and scene.word(after + 1) in {"at", "to", "as", "on", "by", "for"}
    if participle and scene.group_at(after) is not None and not inside_that:
        return True  # "would join the pact, | aimed at …"
    comment = scene.tag[after] == "VBG" and scene.group_at(after) is not None and not _gerund_list(scene, i)
    return comment or _frames(scene, after, i) or (not inside_that and _new_clause(scene, after, limit, inside_that))


def _in_side_clause(scene: Scene, start: int) -> bool:
    """True behind "while", "although": the side clause ends at the next comma."""
    first = scene.sentence(start)[0]
    for i in range(start - 1, first - 1, -1):
        if scene.lower[i] in {",", ";"}:
            return False
        if scene.lower[i] in {"while", "although", "though", "whereas"}:
            return True
    return False


def _main_verb(scene: Scene, start: int, i: int) -> bool:
    """True at the verb of the sentence that goes on behind a noun of stance ("the call for a truce | was ignored")."""
    group = scene.group_at(i)
    if group is None or group.start != i or not group.finite or i == start or scene.tag[i - 1] in {"IN", "DT", "JJ"}:
        return False
    return not any(scene.lower[k] in RELATIVES or scene.lower[k] == "that" for k in range(start, i))


def _frames(scene: Scene, token: int, comma: int) -> bool:
    """True where the words behind a comma are the frame of the words before it (", he said")."""
    return any(
        start <= comma - 1 < end
        for number in {scene.cue_of.get(token), scene.source_of.get(token)} - {None}
        for start, end in scene.layers.attributions[number or 0].content
    )


def _gerund_list(scene: Scene, comma: int) -> bool:
    """True where a gerund stands before the comma too, or "and" before another behind it: a list of doings."""
    first, last = scene.sentence(comma)
    before = any(scene.tag[k] == "VBG" for k in range(max(first, comma - 14), comma))
    return before and any(scene.lower[k] == "and" for k in range(comma, min(last, comma + 40)))


def _new_clause(scene: Scene, i: int, limit: int, inside_that: bool) -> bool:
    """True where a finite clause, or a finite verb that shares the subject of the stance, begins at `i`."""
    i = scene.skip_adverbs(scene.skip_marks(i), limit)
    if i >= limit:
        return False
    if scene.lower[i] in {"that", "to"}:
        return False
    group = scene.group_at(i)
    if group is not None and shares_being(scene, group):
        return False
    if group is not None and scene.is_shared_participle(group):
        return not inside_that
    if group is not None and group.start <= i:
        plain = group.form in {"VBD", "VBZ"} or group.tense in {"past", "present"}
        parallel = inside_that and group.form in {"VB", "VBP", _form_before(scene, i)}
        return group.finite and plain and group.modal is None and not parallel
    number = scene.np_at.get(i)
    if number is None:
        return False
    phrase_end = scene.layers.noun_phrases[number].end
    follower = scene.group_at(scene.skip_adverbs(phrase_end, limit))
    return follower is not None and follower.finite and not inside_that


def shares_being(scene: Scene, group: VerbGroup) -> bool:
    """True for a participle in a row of predicates: "wants it to be neutral, disarmed and divided"."""
    number = scene.layers.vg_of[group.start] - 1
    if number < 0 or group.end - group.start > 1 or group.form not in {"VBD", "VBN"}:
        return False
    before = scene.layers.verb_groups[number]
    return (before.lemma == "be" and not before.finite) or shares_being(scene, before)


def _form_before(scene: Scene, i: int) -> str:
    """The form of the verb before: a that-clause may go on in it ("that it declares … and recognises …")."""
    number = scene.layers.vg_of[i] - 1
    return scene.layers.verb_groups[number].form if number >= 0 else ""


def _clause_follows(scene: Scene, i: int, end: int) -> bool:
    return any(group is not None and group.finite for group in (scene.group_at(k) for k in range(i, min(end, i + 6))))


def _loose_mark(scene: Scene, start: int, i: int) -> bool:
    """True at a closing mark whose opening mark stands before `start`."""
    if scene.lower[i] not in {"”", '"', "»"}:
        return False
    return not any(scene.lower[k] in {"“", '"', "«", "„"} for k in range(start, i))
