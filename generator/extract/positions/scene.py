"""The scene: one article's layers with the look-ups that reading a stance needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.layers import Attribution, Layers, Mention, NounPhrase, VerbGroup
from generator.extract.positions import lexicon
from generator.extract.rows import View
from generator.model.facts import Stance

Span = tuple[int, int]
"""Token positions, the end exclusive."""

OPENING = frozenset({"“", '"', "‘", "«", "„"})
MARKS = frozenset({"“", "”", '"', "‘", "’", "«", "»", "„", "'"})
ASKING = frozenset(
    {
        "will",
        "would",
        "can",
        "could",
        "does",
        "do",
        "did",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "should",
        "what",
        "who",
        "whose",
        "why",
        "how",
        "when",
        "where",
        "which",
    }
)
"""First words of questions."""
ADVERB_TAGS = frozenset({"RB", "RBR", "RBS"})


@dataclass(slots=True)
class Stand:
    """A place where someone takes a stand: the word that shows it, and the thing it is about."""

    stance: Stance
    trigger: Span
    content: Span
    """The thing, in full width."""
    shape: str
    """How the thing is put: np, to, that, ing, clause, or anaphor ("which he rejected": the thing stands before)."""
    rule: str
    start: int
    """Where the evidence begins (subject or trigger)."""
    holders: list[int | None] = field(default_factory=list)
    source: Span | None = None
    core: int | None = None
    """Where topics are looked for, if not where the thing begins ("urged X | to stop")."""
    listed: bool = False
    """Tells what demands told elsewhere include ("demands, including a pay rise"): it stands beside the stand around it."""
    owned: bool = False
    """Taken by a noun, whose owner may be somebody else than who speaks ("rejected the union’s call for")."""
    known: bool = False
    """Counts only with a topic that a list or the grammar knows."""
    ends: bool = False
    """The holder ends what it is about: a ceasefire that is ended is rejected, a blockade that is ended is offered."""
    firm: bool = False
    """Counts only with a topic that is more than "talks" or "peace"."""
    instead: Span | None = None
    """Where the topic is looked for if the thing names none."""
    among: str = ""
    """The list of topics (`truces`, `benefits`) that its topic must stand in; any topic where empty."""
    why: str = ""


class Scene:
    """Layers of an article with the look-ups of this component; positions are tokens."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.view = View(layers)
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.tag = layers.tokens.tag
        self.lemma = layers.tokens.lemma
        self.size = len(layers.tokens)
        self.np_at = {phrase.start: i for i, phrase in enumerate(layers.noun_phrases)}
        self.timex_at = {timex.start: timex.end for timex in layers.timexes}
        self.source_of = {i: n for n, a in enumerate(layers.attributions) if a.source for i in range(*a.source)}
        self._mentions_at: dict[int, list[Mention]] = {}
        for mention in layers.mentions:
            self._mentions_at.setdefault(mention.start, []).append(mention)
        self.inner = self._inner_attributions()
        self.cue_of = {i: n for n, a in enumerate(layers.attributions) if a.cue for i in range(*a.cue)}

    def mentions_within(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """The mentions that stand wholly in `[start, end)`, nested ones too, each with its first token."""
        return [
            (i, mention) for i in range(start, end) for mention in self._mentions_at.get(i, ()) if mention.end <= end
        ]

    def _inner_attributions(self) -> list[int]:
        """Token -> the innermost attribution whose content holds it, -1 outside."""
        inner = [-1] * self.size
        spans = [(e - s, s, e, n) for n, a in enumerate(self.layers.attributions) for s, e in a.content]
        for _, start, end, number in sorted(spans, key=lambda span: (-span[0], span[1], span[3])):
            inner[start:end] = [number] * (end - start)
        return inner

    def attribution(self, token: int) -> Attribution | None:
        """The innermost attribution whose content holds the token."""
        number = self.inner[token]
        return self.layers.attributions[number] if number >= 0 else None

    def sentence(self, token: int) -> Span:
        """The sentence that holds the token."""
        sentence = self.layers.sentences[self.layers.sentence_of[token]]
        return sentence.start, sentence.end

    def is_hypothetical(self, group: VerbGroup) -> bool:
        """True for a verb whose clause is a condition or an open question ("if both agree on a treaty")."""
        first, last = self.sentence(group.start)
        if "?" in self.lower[last - 3 : last] and self.word(self.skip_marks(first)) in ASKING:
            return True
        opens = lexicon.words("hypothetical")
        subject = self.layers.noun_phrases[group.subject] if group.subject is not None else None
        begin = subject.start if subject is not None and first <= subject.start < group.start else group.start
        if self.lower[begin] in {"which", "what", "whose", "how"}:
            return True
        return any(self.lower[i] in opens for i in range(max(first, begin - 2), group.start))

    def is_shared_participle(self, group: VerbGroup) -> bool:
        """True for a participle that shares its "have": "has called and rejected", "had until then opposed"."""
        number = self.layers.vg_of[group.start]
        if group.finite or group.form != "VBN" or number < 1:
            return False
        before = self.layers.verb_groups[number - 1]
        if (
            before.subject != group.subject
            or not before.finite
            or before.passive
            or self.sentence(before.start) != self.sentence(group.start)
        ):
            return False
        parted = before.lemma == "have" and group.start - before.end <= 4 and self.layers.np_of[before.end] < 0
        return parted or (before.perfect and self.lower[group.start - 1] in {"and", "or", "but"})

    def word(self, i: int) -> str:
        """The lower-cased word at `i`, "" beyond the ends of the article."""
        return self.lower[i] if 0 <= i < self.size else ""

    def group_at(self, i: int) -> VerbGroup | None:
        """The verb group that holds the token."""
        number = self.layers.vg_of[i] if 0 <= i < self.size else -1
        return self.layers.verb_groups[number] if number >= 0 else None

    def groups_near(self, i: int) -> list[VerbGroup]:
        """The verb groups of the twelve tokens from `i` on."""
        return self.groups_between(i, min(self.size, i + 12))

    def groups_between(self, start: int, end: int) -> list[VerbGroup]:
        """The verb groups that have a token in `[start, end)`."""
        numbers = {self.layers.vg_of[k] for k in range(start, end)} - {-1}
        return [self.layers.verb_groups[number] for number in sorted(numbers)]

    def phrase_at(self, i: int) -> NounPhrase | None:
        """The noun phrase that begins at the token, quotation marks before it being passed over."""
        while i < self.size and self.lower[i] in OPENING:
            i += 1
        number = self.np_at.get(i)
        return self.layers.noun_phrases[number] if number is not None else None

    def skip_marks(self, i: int) -> int:
        """The first token from `i` on that is no quotation mark."""
        while i < self.size and self.lower[i] in MARKS:
            i += 1
        return i

    def is_infinitive(self, i: int) -> bool:
        """True at "to stop", "not to stop", "to fully stop", quotation marks being passed over."""
        i = self.skip_marks(i)
        i += self.word(i) == "not"
        if self.word(i) != "to":
            return False
        i = self.skip_marks(i + 1)
        while i < self.size and self.tag[i] in ADVERB_TAGS:
            i += 1
        return i < self.size and self.tag[i] in {"VB", "VBP"}

    def skip_adverbs(self, i: int, end: int) -> int:
        """The first token from `i` on that is neither adverb nor date ("on Tuesday", "again")."""
        while i < end:
            if i in self.timex_at:
                i = self.timex_at[i]
            elif self.lower[i] in {"on", "in", "at", "late", "early"} and i + 1 in self.timex_at:
                i = self.timex_at[i + 1]
            elif self.tag[i] in ADVERB_TAGS and self.lower[i] not in {
                "not",
                "out",
                "up",
                "down",
                "back",
                "away",
                "forward",
            }:
                i += 1
            else:
                break
        return i
