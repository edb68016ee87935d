"""The matcher: for each trigger word of an article the first row that fits, and a trace of those that were tried and what refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.extract.found import Tried
from generator.extract.rows.arcs import at_noun, at_verb
from generator.extract.rows.book import ReadyRow, ReadySlot, RowBook
from generator.extract.rows.entities import contexts, is_kind
from generator.extract.rows.guards import refusal
from generator.extract.rows.view import Filler, View

_PREPOSITIONS = frozenset(["for", "to", "into", "from", "of", "at", "with", "in"])
"""What stands right behind its verb, never behind the object."""
_PARTICLE_REACH = 2
"""Adverbs that may stand between a verb and its particle."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row that fits at a word of the article, with what fills its slots."""

    row: ReadyRow
    token: int
    verb: int | None
    """The verb of the trigger; of a noun the verb that it hangs on, if any."""
    phrase: int | None
    """The noun phrase of a noun."""
    slots: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def phrases(self, slot: str) -> tuple[int, ...]:
        """The noun phrases at a slot, in the order of the text."""
        return tuple(filler.phrase for filler in self.slots.get(slot, ()) if filler.phrase is not None)


def find_matches(
    view: View, book: RowBook, trace: list[Tried] | None = None, *, every: bool = False
) -> Iterator[Match]:
    """All matches of a book in the order of the text, one a trigger word: the longest trigger, then the first row of the file.

    Args:
        view: the article.
        book: the rows of a kind.
        trace: filled with what was tried, where one is kept.
        every: give all rows that fit at a word instead of the first.
    """
    found = [
        *_verb_matches(view, book, trace, every=every),
        *_noun_matches(view, book, trace, every=every),
        *_adjective_matches(view, book, trace, every=every),
    ]
    yield from sorted(found, key=lambda match: match.token)


def _verb_matches(view: View, book: RowBook, trace: list[Tried] | None, *, every: bool) -> Iterator[Match]:
    for verb, group in enumerate(view.layers.verb_groups):
        for words, row in book.verbs.get(group.lemma, ()):
            end = _end_of_verb(view, verb, words)
            if end is None:
                continue
            match, refused = _try_verb(view, row, verb, words, end)
            if trace is not None:
                trace.append(Tried(book.name, row.id, group.head, refused))
            if match is not None:
                yield match
                if not every:
                    break


def _end_of_verb(view: View, verb: int, words: tuple[str, ...]) -> int | None:
    """One past the verb and its particle; None where the particle is not there (it may stand behind the object)."""
    group, lower = view.layers.verb_groups[verb], view.lower
    rest = list(words[1:])
    if not rest:
        return group.end
    for at in range(group.end, group.end + _PARTICLE_REACH):
        if lower[at : at + len(rest)] == rest:
            return at + len(rest)
    for phrase in view.syntax.objects(verb) if rest[-1] not in _PREPOSITIONS else ():
        end = view.syntax.extent(phrase)[1]
        if end > group.end and lower[end : end + len(rest)] == rest:
            return end + len(rest)
    return None


def _try_verb(
    view: View, row: ReadyRow, verb: int, words: tuple[str, ...], end: int
) -> tuple[Match | None, str | None]:
    group = view.layers.verb_groups[verb]
    if row.voice != "any" and group.passive != (row.voice == "passive"):
        return None, f"voice: {'passive' if group.passive else 'active'}"
    if row.form and (form := _form(view, verb)) not in row.form:
        return None, f"form: {form}"
    refused = refusal(view, row.guards, (group.start, end), verb, None)
    if refused is not None:
        return None, refused
    slots, refused = _fill(view, row, verb, None, words[-1] if len(words) > 1 else "")
    if refused is not None:
        return None, refused
    return Match(row, group.head, verb, None, slots, row.values(" ".join(words))), None


def _form(view: View, verb: int) -> str:
    group = view.layers.verb_groups[verb]
    if group.finite:
        return "finite"
    return {"VB": "infinitive", "VBG": "gerund"}.get(group.form, "participle")


def _noun_matches(view: View, book: RowBook, trace: list[Tried] | None, *, every: bool) -> Iterator[Match]:
    for phrase, noun in enumerate(view.layers.noun_phrases):
        for words, row in book.nouns.get(view.lemmas[noun.head], ()):
            first = noun.head + 1 - len(words)
            if first < noun.start or tuple(view.lemmas[first : noun.head + 1]) != words:
                continue
            match, refused = _try_noun(view, row, phrase, words)
            if trace is not None:
                trace.append(Tried(book.name, row.id, noun.head, refused))
            if match is not None:
                yield match
                if not every:
                    break


def _adjective_matches(view: View, book: RowBook, trace: list[Tried] | None, *, every: bool) -> Iterator[Match]:
    for at, word in enumerate(view.lower) if book.adjectives else ():
        for words, row in book.adjectives.get(word, ()):
            end = at + len(words)
            verb = view.verb_of_adjective(at) if tuple(view.lower[at:end]) == words else None
            if verb is None:
                continue
            match, refused = _try_adjective(view, row, verb, (at, end), words)
            if trace is not None:
                trace.append(Tried(book.name, row.id, at, refused))
            if match is not None:
                yield match
                if not every:
                    break


def _try_adjective(
    view: View, row: ReadyRow, verb: int, span: tuple[int, int], words: tuple[str, ...]
) -> tuple[Match | None, str | None]:
    refused = refusal(view, row.guards, span, verb, None)
    if refused is not None:
        return None, refused
    noun = view.layers.np_of[span[1] - 1] if len(words) > 1 else -1
    phrase = noun if noun >= 0 else None
    slots, refused = _fill(view, row, verb, phrase)
    if refused is not None:
        return None, refused
    return Match(row, span[0], verb, phrase, slots, row.values(" ".join(words))), None


def _try_noun(view: View, row: ReadyRow, phrase: int, words: tuple[str, ...]) -> tuple[Match | None, str | None]:
    noun = view.layers.noun_phrases[phrase]
    slots, refused = _fill(view, row, None, phrase)
    if refused is not None:
        return None, refused
    over = next((each.verb for name in ("told-by",) for each in slots.get(name, ()) if each.verb is not None), None)
    if over is None:
        over = next((verb for verb, _ in view.verbs_over.get(phrase, ())), None)
    refused = refusal(view, row.guards, (noun.start, noun.end), over, phrase)
    if refused is not None:
        return None, refused
    return Match(row, noun.head, over, phrase, slots, row.values(" ".join(words))), None


def _fill(
    view: View, row: ReadyRow, verb: int | None, phrase: int | None, particle: str = ""
) -> tuple[dict[str, tuple[Filler, ...]], str | None]:
    """What stands at each slot; or the slot that stays empty, with what stood there instead."""
    filled: dict[str, tuple[Filler, ...]] = {}
    for slot in row.slots:
        there = [
            filler
            for arc in slot.arcs
            for filler in (
                at_noun(view, phrase, arc)
                if phrase is not None and (verb is None or arc.startswith("nmod"))
                else at_verb(view, verb or 0, arc, particle)
            )
        ]
        fitting = tuple(filler for filler in there if fits(view, slot, filler))
        barred = any(_is_barred(view, slot, filler) for filler in there)
        absent = slot.optional is True or (slot.optional == "passive" and not there and _is_passive(view, verb))
        if barred or not (fitting or absent):
            wording = ", ".join(f"“{view.lower[filler.head]}”" for filler in there) or "nothing"
            return {}, f"slot {slot.name}: {wording} at {'|'.join(slot.arcs)}"
        if fitting:
            filled[slot.name] = fitting
    return filled, None


def _is_passive(view: View, verb: int | None) -> bool:
    """Whether a verb stands in the passive, also as a participle behind its noun ("a bill passed in May")."""
    if verb is None:
        return False
    group = view.layers.verb_groups[verb]
    return group.passive or (not group.finite and group.form == "VBN")


def fits(view: View, slot: ReadySlot, filler: Filler) -> bool:
    """Whether a filler is one of the slot's words or kinds and none of what it excludes."""
    if _is_barred(view, slot, filler):
        return False
    if slot.is_open:
        return True
    head = _counted_head(view, filler)
    return (
        not slot.words.isdisjoint(_forms(view, head))
        or (bool(slot.holds) and not slot.holds.isdisjoint(_words_of(view, filler)))
        or any(is_kind(view, _counted(view, filler, head), kind) for kind in slot.kinds)
    )


def _counted_head(view: View, filler: Filler) -> int:
    """“Any **of the cities**”, “dozens of **prisoners**”: behind a word that only counts, the noun that is counted."""
    if filler.phrase is None or view.lower[filler.head] not in contexts("partitives"):
        return filler.head
    below = view.syntax.modifiers(filler.phrase, "of") or view.behind(filler.phrase)[:1]
    return view.layers.noun_phrases[below[0][1]].head if below and below[0][0] == "of" else filler.head


def _counted(view: View, filler: Filler, head: int) -> Filler:
    """The filler, or the noun phrase of what it only counts."""
    index = view.layers.np_of[head]
    return view.of_phrase(index) if head != filler.head and index >= 0 else filler


def _forms(view: View, token: int) -> tuple[str, str, str]:
    """A word, its base form, and the singular of a plural that was taken for a name ("Flights")."""
    lower = view.lower[token]
    return lower, view.lemmas[token], lower.removesuffix("s")


def _is_barred(view: View, slot: ReadySlot, filler: Filler) -> bool:
    if slot.unless and not slot.unless.isdisjoint(_words_of(view, filler)):
        return True
    counted = _counted(view, filler, _counted_head(view, filler))
    return any(is_kind(view, counted, kind) for kind in slot.not_kinds)


def _words_of(view: View, filler: Filler) -> set[str]:
    """The words of a filler: its phrase with the noun behind its "of", or the lemma of its verb."""
    if filler.verb is not None:
        return {view.layers.verb_groups[filler.verb].lemma}
    if filler.phrase is None:
        return {view.lower[filler.head]}
    noun = view.layers.noun_phrases[filler.phrase]
    words = {*view.lower[noun.start : noun.end], view.lemmas[noun.head]}
    for _, below in view.syntax.modifiers(filler.phrase, "of"):
        words.add(view.lemmas[view.layers.noun_phrases[below].head])
    return words
