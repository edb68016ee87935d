"""Which verb an expression of time belongs to, and whether that verb looks back or ahead.

An adverbial of time follows its verb ("said on Thursday that …") or opens the clause ("On Tuesday, the president said");
a clause boundary between the two parts them. This is the grammar of English adverbials, not a parse: precision first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.extract.layers import Layers, VerbGroup
from generator.extract.timexes.expressions import Expression, word_at
from generator.extract.timexes.words import FUTURE_CUES, FUTURE_NOUNS, FUTURE_VERBS, PARTS, SCHEDULE_VERBS, UNITS

Direction = Literal["past", "future", "conditional", "present", "none"]

BOUNDARIES = frozenset(
    [
        ";",
        ":",
        "“",
        "”",
        '"',
        "—",
        "–",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "while",
        "whereas",
        "because",
        "although",
        "though",
        "if",
        "unless",
        "when",
        "(",
        ")",
    ]
)
"""Tokens that open or close a clause; a comma does so too where a verb group follows it."""

BOUNDS = frozenset({"since", "until", "till", "before", "after", "by", "through", "than"})
"""Before a time: it bounds what the verb tells and is not its day."""

EDGE_WORDS = frozenset({"early", "late", "end", "start", "beginning", "middle", "hours", "close"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

TRAVEL = frozenset(
    {"send", "travel", "fly", "go", "come", "head", "meet", "arrive", "leave", "return", "visit", "host"}
)
"""Verbs whose progressive present with a day is a plan: "is flying to Doha on Monday"."""

SHIFTING = frozenset({"postpone", "move", "delay", "bring", "shift", "reschedule", "push", "put", "defer", "adjourn"})
"""Verbs that give something another day: "moved to Friday" looks ahead."""

POSSIBLE = frozenset({"may", "might", "could", "can", "must", "should"})
"""Modals that look ahead where they are not perfect: "may meet on Friday", but "may have met on Friday"."""

RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})
PREPOSITIONS = frozenset(
    {"on", "at", "in", "by", "early", "late", "since", "from", "until", "of", "for", "during", "over"}
)
CARRIERS = frozenset(
    {"meanwhile", "also", "earlier", "later", "and", "but", "then", "however", "just", "only", ",", "as"}
)
"""Words that may stand before a fronted adverbial: "Meanwhile, on the same day, …"."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb group of an expression (index into `verb_groups`, None where none can be told) and its direction."""

    verb: int | None
    direction: Direction


def govern(layers: Layers, expression: Expression) -> Governor:
    """The verb that an expression of time belongs to, and where it looks."""
    groups = groups_of_sentence(layers, layers.sentence_of[expression.start])
    verb = _choose(layers, groups, expression)
    own = None if _is_beside(layers, expression, verb) else verb
    if _cued(layers, expression, verb):
        return Governor(own, "future")
    if verb is None:
        return Governor(None, "none" if layers.verb_groups else _direction_by_words(layers, expression))
    return Governor(own, direction_of(layers, verb))


def _is_beside(layers: Layers, expression: Expression, verb: int | None) -> bool:
    """Whether the time is no time of the verb.

    So it is where it bounds it ("since May", "ahead of Friday"), belongs to a noun that is not the subject ("an Aug. 12 deadline")
    or is the "of" of a noun ("the deal of 2 March", but "on the night of 2 March").
    """
    lower, tokens = layers.tokens.lower, layers.tokens
    at = expression.start - 1
    at -= word_at(tokens, at) in {"the", "a", "an"}
    before, beyond = word_at(tokens, at), word_at(tokens, at - 1)
    if before in BOUNDS or (
        before == "of" and (beyond == "ahead" or not (beyond in PARTS or beyond in UNITS or beyond in EDGE_WORDS))
    ):
        return True
    index = layers.np_of[expression.end - 1]
    if (
        index < 0
        or lower[expression.end - 1].endswith(("'s", "’s", "'", "’"))
        or word_at(tokens, expression.end) in POSSESSIVES
    ):
        return False
    phrase = layers.noun_phrases[index]
    subject = layers.verb_groups[verb].subject if verb is not None else None
    return phrase.head >= expression.end and index != subject and lower[phrase.head] not in PARTS


def groups_of_sentence(layers: Layers, sentence: int) -> list[int]:
    """The verb groups of a sentence, by index."""
    start, end = layers.sentences[sentence].start, layers.sentences[sentence].end
    found: list[int] = []
    for i in range(start, end):
        group = layers.vg_of[i]
        if group >= 0 and (not found or found[-1] != group):
            found.append(group)
    return found


def is_fronted(layers: Layers, expression: Expression, groups: list[int]) -> bool:
    """Whether the expression opens its sentence ("On Tuesday, …"; "Meanwhile, on the same day, …")."""
    lower = layers.tokens.lower
    start = layers.sentences[layers.sentence_of[expression.start]].start
    first = layers.verb_groups[groups[0]].start if groups else expression.start + 1
    if expression.start > first or expression.start - start > 6:
        return False
    between = lower[start : expression.start]
    return all(word in PREPOSITIONS or word in CARRIERS or word in {"the", "“", '"'} for word in between)


def _choose(layers: Layers, groups: list[int], expression: Expression) -> int | None:
    """The verb group an expression belongs to: its clause's, mostly the one before it."""
    verbs = layers.verb_groups
    before = [g for g in groups if verbs[g].end <= expression.start]
    after = [g for g in groups if verbs[g].start >= expression.end]
    if is_fronted(layers, expression, groups):
        main = [g for g in after if verbs[g].finite and not _in_relative(layers, verbs[g])]
        chosen = main or after
        return chosen[0] if chosen else None
    if after and _opens_clause(layers, expression, after[0]):
        return after[0]
    if before and not _boundary(layers, verbs[before[-1]].end, expression.start):
        follower = after[0] if after else None
        return (
            follower if follower is not None and _subject_of(layers, expression, before[-1], follower) else before[-1]
        )
    if after and verbs[after[0]].finite and not _boundary(layers, expression.end, verbs[after[0]].start):
        return after[0]
    return _main_before_comma(layers, before, expression)


def _opens_clause(layers: Layers, expression: Expression, verb: int) -> bool:
    """Whether the expression stands after a comma and before a subject: "They left yesterday, and today there is silence"."""
    lower = layers.tokens.lower
    at = expression.start - 1
    while at > 0 and lower[at] in PREPOSITIONS:
        at -= 1
    if at > 0 and lower[at] in {"and", "but"}:
        at -= 1
    if at <= 0 or lower[at] != "," or not layers.verb_groups[verb].finite:
        return False
    subject = layers.verb_groups[verb].subject
    return subject is not None and layers.noun_phrases[subject].start == expression.end


def _main_before_comma(layers: Layers, before: list[int], expression: Expression) -> int | None:
    """Such as "…, he said, on Thursday": nothing but commas may stand between."""
    if not before:
        return None
    gap = layers.tokens.lower[layers.verb_groups[before[-1]].end : expression.start]
    return before[-1] if all(word == "," or word in PREPOSITIONS for word in gap) else None


def _subject_of(layers: Layers, expression: Expression, verb: int, follower: int) -> bool:
    """Whether the expression belongs to the subject of the next verb: "said the talks on Thursday had failed"."""
    group = layers.verb_groups[follower]
    if group.subject is None or not group.finite or group.start != expression.end:
        return False
    return layers.noun_phrases[group.subject].start >= layers.verb_groups[verb].end


def _boundary(layers: Layers, start: int, end: int) -> bool:
    """Whether a clause begins or ends between two tokens."""
    lower = layers.tokens.lower
    return any(lower[i] in BOUNDARIES for i in range(start, end))


def _in_relative(layers: Layers, group: VerbGroup) -> bool:
    return any(layers.tokens.lower[i] in RELATIVES for i in range(max(group.start - 2, 0), group.start))


def _cued(layers: Layers, expression: Expression, verb: int | None) -> bool:
    """Whether a word close before the expression makes it one to come: "due on", "ahead of", "scheduled for", "until"."""
    lower = layers.tokens.lower
    first = max(expression.start - 4, layers.sentences[layers.sentence_of[expression.start]].start)
    group = layers.verb_groups[verb] if verb is not None else None
    if group is not None and group.lemma in SHIFTING and lower[expression.start - 1] in {"to", "until", "till", "from"}:
        return True
    for i in range(expression.start - 1, first - 1, -1):
        if lower[i] in {",", "said", "."}:
            return False
        if lower[i] in FUTURE_CUES:
            # "by Friday no deal had been reached" looks back
            return not (lower[i] == "by" and group is not None and group.tense == "past")
    return (
        group is not None and lower[group.end - 1] in FUTURE_CUES and word_at(layers.tokens, group.end) in {"for", "on"}
    )


def direction_of(layers: Layers, verb: int) -> Direction:
    """Whether a verb group looks back or ahead."""
    group = layers.verb_groups[verb]
    if group.modal in POSSIBLE and group.finite and not group.perfect and not group.negated:
        return "conditional" if group.tense == "conditional" else "future"
    if group.modal == "could" and group.negated:
        return "past"  # "could not agree on Friday"
    if group.tense in {"past", "future", "conditional"} and group.finite:
        return _past_or_passive_plan(group)
    words = layers.tokens.lower[max(group.start - 1, 0) : group.head]
    if not group.finite and group.form == "VB" and "to" in words:
        return _of_infinitive(layers, verb)
    if group.tense == "present":
        if group.perfect:
            return "past"
        timetable = group.lemma in SCHEDULE_VERBS and not group.progressive
        plan = group.lemma in FUTURE_CUES or timetable or (group.progressive and group.lemma in TRAVEL)
        return "future" if plan and not _in_headline(layers, group) else "present"
    if group.form == "VBG" and not group.finite and verb and group.start - layers.verb_groups[verb - 1].end <= 1:
        return direction_of(layers, verb - 1)
    return "past" if group.form in {"VBN", "VBD", "VBG"} else "none"


def _past_or_passive_plan(group: VerbGroup) -> Direction:
    """The tense; "was expected", "had been due" look ahead of a past."""
    if group.tense == "past" and group.passive and group.lemma in {"expect", "schedule", "slate", "plan"}:
        return "conditional"
    return "past" if group.tense == "past" else "future" if group.tense == "future" else "conditional"


def _of_infinitive(layers: Layers, verb: int) -> Direction:
    """Such as "agreed to meet on Monday" looks ahead, "managed to escape on Monday" has the tense of its verb."""
    group = layers.verb_groups[verb]
    if group.start and layers.tokens.lemma[group.start - 1] in FUTURE_NOUNS:
        return "future"
    if verb == 0:
        return "none"
    above = layers.verb_groups[verb - 1]
    if layers.sentence_of[above.head] != layers.sentence_of[group.head] or group.start - above.end > 8:
        return "none"
    if above.lemma == "be" and group.start > above.end:
        return "none"
    if above.lemma in FUTURE_VERBS or layers.tokens.lower[group.start - 1] in FUTURE_CUES:
        return "conditional" if above.tense == "past" else "future"
    return direction_of(layers, verb - 1) if verb > 1 or above.finite else "none"


def _in_headline(layers: Layers, group: VerbGroup) -> bool:
    sentence = layers.sentences[layers.sentence_of[group.head]]
    return layers.paragraphs[sentence.paragraph].headline if sentence.paragraph < len(layers.paragraphs) else False


def _direction_by_words(layers: Layers, expression: Expression) -> Direction:
    """Without verb groups: the nearest word that shows a tense."""
    sentence = layers.sentences[layers.sentence_of[expression.start]]
    words = layers.tokens.lower[sentence.start : sentence.end]
    if "will" in words or "shall" in words:
        return "future"
    return "conditional" if "would" in words else "past"
