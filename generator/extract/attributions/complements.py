"""Complements: where what is reported begins, seen from its cue ("told reporters in Geneva on Friday | that …")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.phrases import phrase_end
from generator.extract.attributions.reading import Reading, Span

WH = frozenset(
    ["whether", "if", "how", "why", "what", "who", "whom", "when", "where", "which", "whose", "whatever", "whoever"]
)
_TIMES = frozenset({"when", "if", "where"})
"""Words that open an adjunct as well ("said when asked"): a question begins with them only where a subject follows."""
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where"})
_NO_SUBJECT = frozenset({"IN", "TO", ",", ":", "WRB"})
_NOTHING = frozenset({"nothing", "little"})
_NOMINATIVES = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns that can only be subjects: a clause begins with them even where its verb is not recognised."""
_ASIDES = frozenset({"though", "however", "too", "also"})
_AFTER_SO = frozenset({"on", "in", "at", "to", "too", "himself", "herself", ",", "."})
_APPROXIMATORS = frozenset({"at", "perhaps"})
"""Words before a number that begins a clause: "said | at least 40 people were hurt"."""
_OPENERS = frozenset(
    {"that", "as", "while", "where", "when", "because", "which", "who", "after", "before", "since", "until"}
)
"""Words that open a clause below: what stands before them is no subject of the verb behind them."""
_ADJUNCT_STEPS = 6


@dataclass(frozen=True, slots=True)
class Complement:
    """The frame that fits, the first token of the reported words, and the noun phrase spoken to."""

    frame: str
    start: int
    addressee: Span | None = None


def find_complement(reading: Reading, cue: Cue) -> Complement | None:
    """The first frame of the cue's verb that the words after it fill, adjuncts and hearers being passed over."""
    frames = cue.entry.frames
    end = reading.sentence(cue.end - 1)[1]
    if reading.lower(cue.end) == "so" and reading.lower(cue.end + 1) in _AFTER_SO:
        return None  # "said so on Friday": what was said stands elsewhere
    addressee: Span | None = None
    for step, at in enumerate(_places(reading, cue, end)):
        if addressee is not None and at == addressee[1] and reading.lower(at) == "that" and "object-that" in frames:
            return Complement("object-that", at, addressee)
        found = _quotation(reading, cue, at, step) or _clause(reading, cue, at, end)
        if found is None and step == 0:
            found = _close_by(reading, cue, at, end)
        elif found is None and addressee is None and "to" in frames and _infinitive(reading, at):
            found = Complement("to", at)  # "promised on Sunday to end it"
        if found is not None:
            return found if addressee is None else Complement(found.frame, found.start, addressee)
        if step == 0 and at in reading.np_at and not frames.keys().isdisjoint(("object-that", "object-wh", "quote")):
            addressee = (at, phrase_end(reading, reading.np_at[at], end))
        elif reading.lower(at) == "to" and at + 1 in reading.np_at:
            addressee = (at + 1, phrase_end(reading, reading.np_at[at + 1], end))
    return None


def _places(reading: Reading, cue: Cue, end: int) -> Iterator[int]:
    """The places where reported words may begin: right after the cue, then after each adjunct."""
    at = cue.end
    for step in range(_ADJUNCT_STEPS):
        if at >= end and reading.lower(at - 1) != ":":
            return
        yield at
        after = _skip_adjunct(reading, at, end, first=step == 0)
        if after is None or after <= at:
            return
        at = after


def _skip_adjunct(reading: Reading, at: int, end: int, *, first: bool) -> int | None:
    """The end of a date, adverb, prepositional phrase or (right after the cue) hearer at `at`, None where there is none."""
    word, tag = reading.lower(at), reading.tag(at)
    after: int | None = None
    if _is_adverbial(reading, at):
        after = reading.timex_at[at]
    elif word == "," and reading.lower(at + 1) == "that" and reading.layers.np_of[at - 1] >= 0 and not first:
        after = at + 1  # "told Ms Berg of Sky News, that"
    elif word == "," and at + 1 < end:
        after = _skip_parenthesis(reading, at + 1, end)
    elif tag in {"IN", "TO"} and word != "that":
        after = _phrase_or_date_end(reading, at + 1, end)
    elif tag == "RB":
        after = at + 1
    elif first and at in reading.np_at:
        after = phrase_end(reading, reading.np_at[at], end)
    return after


def _skip_parenthesis(reading: Reading, at: int, end: int) -> int | None:
    """The end of an adjunct after a comma, with the comma that closes it."""
    alone = reading.lower(at) in _ASIDES or (reading.tag(at) == "NNP" and at in reading.np_at)
    close = phrase_end(reading, reading.np_at[at], end) if at in reading.np_at else at + 1
    if alone and reading.lower(close) == ",":
        return close + 1  # "said, though, that", "in Columbus, Ohio, that"
    if reading.tag(at) == "RB" and at + 1 in reading.np_at and reading.lower(reading.noun_end(at + 1)) in {":", ","}:
        return reading.noun_end(at + 1)  # "on X, formerly Twitter: “…”"
    if reading.lower(at) == "according" and at + 2 in reading.np_at:
        at += 1  # "said, according to Reuters, that"
    if reading.tag(at) not in {"IN", "RB", "TO"}:
        return None
    after = _skip_adjunct(reading, at, end, first=False)
    return after + 1 if after is not None and reading.lower(after) == "," else after


def _phrase_or_date_end(reading: Reading, at: int, end: int) -> int | None:
    if _is_adverbial(reading, at):
        return reading.timex_at[at]
    return _over_participle(reading, phrase_end(reading, reading.np_at[at], end)) if at in reading.np_at else None


def _over_participle(reading: Reading, at: int) -> int:
    """The end of a participle with its date that belongs to the phrase before ("in a video | published Sunday")."""
    index = reading.vg_of(at)
    verb = reading.layers.verb_groups[index] if index >= 0 else None
    if (
        verb is None
        or verb.start != at
        or verb.form not in {"VBN", "VBD"}
        or (verb.finite and verb.end not in reading.timex_at)
    ):
        return at
    return reading.timex_at.get(verb.end, verb.end)


def _clause(reading: Reading, cue: Cue, at: int, end: int) -> Complement | None:
    frames, word = cue.entry.frames, reading.lower(at)
    after_object = at > cue.end and reading.lower(at - 1) != ","
    if word == "that" and not frames.keys().isdisjoint(("that", "object-that")) and _that_clause(reading, cue, at, end):
        return Complement("that" if "that" in frames else "object-that", at)
    asks = word in WH and (word not in _TIMES or at + 1 in reading.np_at) and has_verb(reading, at, end)
    if asks and ("wh" in frames or ("object-wh" in frames and after_object)):
        return Complement("wh" if "wh" in frames else "object-wh", at)
    if "bare" in frames and (_bare_clause(reading, at, end) or _spoken_clause(reading, cue, at, end)):
        return Complement("bare", at)
    if "object-that" in frames and at > cue.end and _bare_clause(reading, at, end):
        return Complement("object-that", at)
    return None


def _that_clause(reading: Reading, cue: Cue, at: int, end: int) -> bool:
    """True where "that" opens a clause; after a noun it may be a relative pronoun and must have a subject after it."""
    after_noun = at > cue.end and reading.layers.np_of[at - 1] >= 0 and at not in reading.timex_at.values()
    return clause_at(reading, at + 1, end) or (not after_noun and has_verb(reading, at, end))


def _spoken_clause(reading: Reading, cue: Cue, at: int, end: int) -> bool:
    """A clause by its look alone, after verbs that take no object ("said | a source he knew was there")."""
    subject = reading.subject(cue.group)
    if at != cue.end or not cue.finite or cue.entry.key not in words_of("reporting_verbs", "clausal"):
        return False
    if subject is None or reading.layers.noun_phrases[subject].start > cue.start or not _may_open_clause(reading, at):
        return False
    if reading.lower(at) in _NOMINATIVES:
        return end - at > 1
    verb = next((i for i in range(at + 1, end) if may_be_finite(reading, i)), None)
    if verb is None or reading.lower(verb - 1) == ",":
        return False
    hearer = "object-that" in cue.entry.frames and any(reading.lower(i) == "that" for i in range(at + 1, verb))
    return not hearer


def _may_open_clause(reading: Reading, at: int) -> bool:
    """True at a noun phrase that is no date, a gerund, or "at least" and the like."""
    if _is_adverbial(reading, at) or reading.lower(at) in _NOTHING:
        return False
    about = reading.lower(at) in _APPROXIMATORS and reading.lower(at + 1) in {"least", "most"}
    return about or at in reading.np_at or reading.tag(at) == "VBG"


def _is_adverbial(reading: Reading, at: int) -> bool:
    """True at an expression of time that is no part of a longer phrase ("Tuesday", not "Tuesday's talks")."""
    return at in reading.timex_at and reading.lower(reading.timex_at[at]) not in {"'s", "’s"}


def may_be_finite(reading: Reading, at: int) -> bool:
    """True at a finite verb, and at a form that may be past tense or participle."""
    index = reading.vg_of(at)
    if index < 0:
        return False
    verb = reading.layers.verb_groups[index]
    return verb.finite or (verb.form == "VBN" and verb.start == verb.head)


def _bare_clause(reading: Reading, at: int, end: int) -> bool:
    if _is_adverbial(reading, at) or reading.tag(at) in _NO_SUBJECT or reading.lower(at) in _NOTHING:
        return False
    return clause_at(reading, at + 1 if at in reading.opens else at, end)


def clause_at(reading: Reading, at: int, end: int) -> bool:
    """True where a finite clause with a subject of its own begins at token `at` (after openers such as "in Geneva")."""
    group = next_finite(reading, at, end)
    if group is None:
        return False
    verb = reading.layers.verb_groups[group]
    if any(reading.lower(i) == "there" for i in range(at, min(at + 2, verb.start + 1))):
        return True
    index = reading.subject(group)
    if index is None:
        return False
    subject = reading.layers.noun_phrases[index]
    if reading.tag(verb.start - 1) == "PRP" and reading.lower(verb.start - 2) in {"but", "and"} and verb.start - 2 > at:
        return False  # "predicted a decline | but it has yet to come"
    if any(reading.lower(i) in _OPENERS and reading.layers.np_of[i] < 0 for i in range(at + 1, subject.start)):
        return False
    return subject.start >= at and not any(reading.lower(i) in _RELATIVES for i in range(subject.end, verb.start))


def has_verb(reading: Reading, at: int, end: int) -> bool:
    """True where a verb follows within the sentence ("whether it works", "how to end it")."""
    return any(reading.layers.vg_of[i] >= 0 for i in range(at + 1, end))


def next_finite(reading: Reading, at: int, end: int) -> int | None:
    """Index of the first finite verb group between two tokens."""
    groups, group_of = reading.layers.verb_groups, reading.layers.vg_of
    i = at
    while i < end:
        index = group_of[i]
        if index >= 0 and groups[index].finite and groups[index].start >= at:
            return index
        i = groups[index].end if index >= 0 else i + 1
    return None


def _quotation(reading: Reading, cue: Cue, at: int, step: int) -> Complement | None:
    """A quotation after the cue, with comma, colon or nothing before it; a colon may lead to the next paragraph."""
    if "quote" not in cue.entry.frames:
        return None
    colon = reading.lower(at) == ":"
    opening = at + 1 if reading.lower(at) in {",", ":"} else at
    if opening in reading.opens:
        quote = reading.layers.quotes[reading.opens[opening]]
        if colon or quote.clause or (opening > at and step == 0):
            return Complement("quote", opening)
        return None
    speaks = not cue.entry.frames.keys().isdisjoint(("that", "bare", "object-that"))
    return Complement("colon", opening) if colon and speaks and opening < len(reading) else None


def _close_by(reading: Reading, cue: Cue, at: int, end: int) -> Complement | None:
    """Frames whose words must follow the cue at once: infinitives, objects, gerunds."""
    frames = cue.entry.frames
    if "to" in frames and _infinitive(reading, at):
        return Complement("to", at)
    if "gerund" in frames and reading.tag(at) == "VBG":
        return Complement("gerund", at)
    start = at + 1 if at in reading.opens else at
    if start not in reading.np_at or start in reading.timex_at:
        return None
    after = phrase_end(reading, reading.np_at[start], end)
    fits = {
        "object-to": _infinitive(reading, _over_date(reading, after)),
        "as": any(reading.lower(i) == "as" for i in range(after, min(after + 12, end))),
        "complement": _predicative(reading, after, end),
        "object": True,
    }
    return next((Complement(frame, at) for frame, fit in fits.items() if fit and frame in frames), None)


def _over_date(reading: Reading, at: int) -> int:
    """Where a date ends that stands at token `at`, with its preposition ("asked Greece | on Friday | to pay")."""
    first = at + (reading.lower(at) == "on")
    return reading.timex_at.get(first, at)


def _infinitive(reading: Reading, at: int) -> bool:
    """True at "to stop", "not to stop"."""
    at += reading.lower(at) == "not"
    return reading.lower(at) == "to" and (reading.tag(at + 1).startswith("VB") or reading.tag(at + 1) == "RB")


def _predicative(reading: Reading, at: int, end: int) -> bool:
    """True where an adjective, noun phrase or quoted term follows an object ("called the talks | a failure").

    An infinitive may stand between, if the term is quoted: "called the decision to strike | “sad”".
    """
    at = reading.timex_at.get(at, at)
    if at >= end:
        return False
    if at in reading.opens or at in reading.np_at or reading.tag(at) in {"JJ", "VBN", "VBG"}:
        return True
    opening = next((i for i in range(at, min(at + 10, end)) if i in reading.opens), None)
    return opening is not None and next_finite(reading, at, opening) is None
