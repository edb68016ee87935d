"""Outcomes: what a meeting is said to have brought."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import phrases, words
from generator.extract.meetings.round import Round
from generator.extract.meetings.states import has_collapsed
from generator.extract.meetings.talk import Talk
from generator.extract.positions.topics import TopicFinder


def outcomes_of(layers: Layers, known: Round, agreements: list[str], shared: frozenset[int]) -> list[str]:
    """The outcomes of one meeting: the phrases in the sentences that speak of it, and the agreements given to it.

    Args:
        layers: tokens and sentences are read.
        known: the meeting.
        agreements: those that `agreements_in` gives to it.
        shared: sentences that speak of several meetings; there only the clause of the mention counts.
    """
    if known.ahead:
        return []
    found: list[str] = []
    spans = dict.fromkeys(_told_in(layers, talk, shared) for talk in known.talks)
    for start, end in spans:
        text = " ".join(layers.words(start, end).lower().translate(_PLAIN).split())
        found += [name for group, name in _GROUPS if _holds(text, group)]
    found += ["no-agreement"] if any(_failed(layers, talk) for talk in known.talks) else []
    found += ["will-meet-again"] if known.announces_next else []
    return list(dict.fromkeys([*found, *agreements]))


def _failed(layers: Layers, talk: Talk) -> bool:
    """“The talks collapsed”, “the failure of the talks”."""
    groups = [
        layers.verb_groups[link.verb]
        for link in talk.links
        if link.role == "subject" and layers.syntax.factuality(link.verb) == "asserted"
    ]
    verbs = any(
        group.lemma in words("failed") and (group.tense == "past" or group.perfect) and not group.negated
        for group in groups
    )
    return verbs or has_collapsed(layers, talk)


def shared_sentences(layers: Layers, rounds: list[Round]) -> frozenset[int]:
    """The sentences that speak of more than one meeting."""
    seen: dict[int, set[int]] = {}
    for index, known in enumerate(rounds):
        for talk in known.talks:
            seen.setdefault(layers.sentence_of[talk.start], set()).add(index)
    return frozenset(sentence for sentence, indices in seen.items() if len(indices) > 1)


def _told_in(layers: Layers, talk: Talk, shared: frozenset[int]) -> tuple[int, int]:
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    own = layers.sentence_of[talk.start] in shared and talk.kind != "next"
    return talk.clause if own else (sentence.start, sentence.end)


_PLAIN = str.maketrans({"’": "'", "“": None, "”": None, '"': None})
_GROUPS = (
    ("no_agreement", "no-agreement"),
    ("will_meet_again", "will-meet-again"),
    ("progress", "other:progress"),
    ("topics_identified", "other:priority topics identified"),
)


def _holds(text: str, group: str) -> bool:
    """Whether a phrase of the group stands in the sentence, and not as a mere possibility."""
    for match in phrases(group).finditer(text):
        before = text[: match.start()].split()[-4:]
        if group == "will_meet_again" or not any(word in words("unreal") for word in before):
            return True
    return False


def agreements_in(layers: Layers, rounds: list[Round]) -> dict[int, list[str]]:
    """Index of a meeting -> the agreements ("agreement:<topic>") that the article tells after it speaks of that meeting."""
    found: dict[int, list[str]] = {}
    finder: TopicFinder | None = None
    for group in layers.verb_groups:
        content = _agreed_upon(layers, group)
        if content is None:
            continue
        owner = _owner(rounds, group.start)
        if owner is None:
            continue
        finder = finder or TopicFinder(layers)
        topic = finder.topic(*content)
        if topic is not None and topic.known:
            listed = found.setdefault(owner, [])
            if f"agreement:{topic.id}" not in listed:
                listed.append(f"agreement:{topic.id}")
    return found


def _owner(rounds: list[Round], token: int) -> int | None:
    """The meeting that was last spoken of and is not merely planned."""
    best: tuple[int, int] | None = None
    for index, known in enumerate(rounds):
        if known.ahead:
            continue
        before = [talk.start for talk in known.talks if talk.start <= token + 15]
        if before and (best is None or before[-1] > best[0]):
            best = before[-1], index
    return best[1] if best else None


def _agreed_upon(layers: Layers, group: VerbGroup) -> tuple[int, int] | None:
    """The words behind "agreed on" and "reached an agreement to", None for other verbs and for what is only wished for."""
    sentence = layers.sentences[layers.sentence_of[group.head]]
    lower, lemmas, start = layers.tokens.lower, layers.tokens.lemma, group.end
    above = layers.syntax.governor(layers.vg_of[group.head])
    joined = (
        group.form == "VBN" and above is not None and above[1] == "conj"
    )  # "was held on Monday and brought an agreement"
    told = group.tense in {"past", "present"} or group.perfect or joined
    unreal = group.negated or group.modal is not None or not told
    unreal = unreal and not _ends_with(layers, group)
    if group.lemma in words("reach"):
        if unreal and not _managed(layers, group):
            return None
        reach = range(group.end, min(group.end + 4, sentence.end))
        accord = next(
            (at for at in reach if lemmas[at] in words("accord") and lemmas[at + 1 : at + 2] != ["agreement"]), None
        )
        if accord is None or any(word in {"no", "any", "without"} for word in lower[group.end : accord]):
            return None
        start = accord + 1
    elif (
        group.lemma not in words("agree")
        or unreal
        or not (group.tense == "past" or group.perfect or _ends_with(layers, group))
    ):
        return None
    end = _before_talks(layers, start, _clause_end(layers, start, sentence.end))
    named = any(layers.np_of[at] >= 0 and layers.timex_at(at) is None for at in range(start, end))
    if not named and start and layers.np_of[start - 1] >= 0:
        start, end = layers.noun_phrases[layers.np_of[start - 1]].start, start - 1  # "signed a ceasefire agreement"
    if start >= end or any(word in words("venue") for word in layers.tokens.lemma[start:end]):
        return None
    return start, end


def _before_talks(layers: Layers, start: int, end: int) -> int:
    """“Agreed on corridors **at their second meeting**”: what is agreed ends where the meeting is named."""
    lower = layers.tokens.lower
    for at in range(start, end):
        if lower[at] in words("talks") | words("sessions") and (first := layers.np_of[at]) >= 0:
            opening = layers.noun_phrases[first].start - 1
            if opening > start and lower[opening] in {"at", "in", "during", "after"}:
                return opening
    return end


def _ends_with(layers: Layers, group: VerbGroup) -> bool:
    """“Ended with the two sides agreeing to …”: a participle that tells how it ended."""
    return (
        group.form == "VBG"
        and not group.negated
        and "with" in layers.tokens.lower[max(0, group.start - 5) : group.start]
    )


def _managed(layers: Layers, group: VerbGroup) -> bool:
    """“Did manage to produce a solution” tells a result although its verb is an infinitive."""
    before = layers.tokens.lemma[max(0, group.start - 4) : group.start + 1]
    return "manage" in before and "not" not in before


def _clause_end(layers: Layers, start: int, limit: int) -> int:
    lower = layers.tokens.lower
    return next((at for at in range(start, limit) if lower[at] in {";", "but", "while", "although"}), limit)
