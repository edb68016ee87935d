"""Cues: verb groups whose verb stands in the lexicon of reporting verbs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attributions.lexicon import VerbEntry, verb_entries
from generator.extract.attributions.reading import Reading
from generator.extract.layers import VerbGroup

TENTATIVE = frozenset({"would", "could", "may", "might", "should", "must", "ought", "'d", "’d"})
"""Modals under which nothing was said: "he would say", "they might claim"."""

_JOINTS = frozenset({",", "-", "–", "—", "and", "but"})
_WOULD = frozenset({"would", "'d", "’d"})


@dataclass(slots=True)
class Cue:
    """A verb group that may report: `start` to `end` with particles ("called … for"), and its entry."""

    start: int
    end: int
    group: int
    entry: VerbEntry
    verb: VerbGroup
    finite: bool
    """True for finite verbs, and for "said" and the like where the tagger could not tell the past tense from the participle."""
    contracted: bool = False
    """True where the group opens with "'s" that stands for "has"."""

    @property
    def passive(self) -> bool:
        """True for passives proper, not for a lone "said" taken for a participle, nor for "he's said" (he has)."""
        return self.verb.passive and (self.verb.finite or not self.finite) and not self.contracted

    @property
    def tentative(self) -> bool:
        """True where the saying is only possible."""
        return self.verb.modal in TENTATIVE and not self.entry.key.startswith("would ")


def find_cues(reading: Reading) -> list[Cue]:
    """All verb groups with a reporting verb, in the order of the text, those within quotation marks included."""
    entries = verb_entries()
    cues = []
    for index, group in enumerate(reading.layers.verb_groups):
        for entry in entries.get(group.lemma, ()):
            if entry.key.startswith("would ") and group.modal not in _WOULD:
                continue
            end = _tail_end(reading, group, entry)
            if end is not None:
                finite = group.finite or _acts_finite(reading, group, entry)
                cues.append(Cue(group.start, end, index, entry, group, finite, _is_contracted(reading, group, entry)))
                break
    return cues


def _is_contracted(reading: Reading, group: VerbGroup, entry: VerbEntry) -> bool:
    """True for "he's said": verbs that take no person as their object can have none as the subject of a passive."""
    has = reading.lower(group.start) in {"'s", "’s"} and group.passive
    return has and "bare" in entry.frames and entry.frames.keys().isdisjoint(("object", "object-that", "to"))


def _acts_finite(reading: Reading, group: VerbGroup, entry: VerbEntry) -> bool:
    """True for a form right after a noun phrase or quotation that may be its subject or its words."""
    if group.start != group.head or group.form not in {"VBN", "VBD", "VB", "VBP"}:
        return False
    before = group.start - 1
    while before > 0 and reading.tag(before) == "RB":
        before -= 1
    word = reading.lower(before)
    past = group.form in {"VBN", "VBD"}
    if before < 0 or word == "to":
        return False
    if word in {"have", "has", "had"} or (past and word in {"and", "but"} and group.end in reading.np_at):
        return True  # "have long said", "denied it and accused | the West of …"
    frames = entry.frames.keys()
    saying = "quote" in frames and not frames.isdisjoint(("object-that", "bare"))
    beside = reading.layers.np_of[before] >= 0 or (past and (before in reading.closes or word in _JOINTS))
    return saying and beside


def _tail_end(reading: Reading, group: VerbGroup, entry: VerbEntry) -> int | None:
    """Where the entry's last word ends, None where its words do not follow the verb.

    One adverb or date may stand between: "called again for", "warned on Tuesday of".
    """
    at = group.head + 1
    if not entry.tail:
        return max(group.end, at)
    for offset, word in enumerate(entry.tail):
        if reading.lower(at) != word:
            skipped = _skip_one(reading, at)
            if offset + 1 < len(entry.tail) or skipped is None or reading.lower(skipped) != word:
                return None
            at = skipped
        at += 1
    free = at not in reading.timex_at  # "agreed on Monday"
    verbal = entry.tail[-1] == "to" and reading.tag(at) == "VB"  # "agreed to meet"
    return max(group.end, at) if free and not verbal else None


def _skip_one(reading: Reading, at: int) -> int | None:
    if at in reading.timex_at:
        return reading.timex_at[at]
    if reading.lower(at) == "on" and at + 1 in reading.timex_at:
        return reading.timex_at[at + 1]
    return at + 1 if reading.tag(at) == "RB" else None
