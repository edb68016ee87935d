"""Where reported words end: at the end of the sentence unless the writer takes over before it."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.reading import SUBORDINATORS, Reading, Span
from generator.extract.layers import VerbGroup

_CONJUNCTIONS = frozenset({"and", "but", "or", "while", "whereas", "yet", "though", "although"})
_DASHES = frozenset({"-", "--", "–", "—"})
_CHANNEL_LINKS = frozenset({"at", "during", "via", "through"})
_SOURCE_OPENERS = frozenset({"according", "citing", "quoting"})


def clause_content(reading: Reading, verb: VerbGroup | None, start: int, cues_at: dict[int, Cue]) -> Span:
    """The reported clause from `start`: what the writer adds with a cue of their own ("…, but Kiev denied it") is left out."""
    return _content(reading, verb, start, cues_at, phrase=False)


def phrase_content(reading: Reading, verb: VerbGroup | None, start: int, cues_at: dict[int, Cue]) -> Span:
    """The reported phrase from `start` ("called for | a halt to the strikes"): a clause of the writer's ends it too."""
    return _content(reading, verb, start, cues_at, phrase=True)


def _content(reading: Reading, verb: VerbGroup | None, start: int, cues_at: dict[int, Cue], *, phrase: bool) -> Span:
    end = reading.sentence(min(start, len(reading) - 1))[1]
    at = start + 1
    while at < end:
        quote = reading.quote_at(at)
        if quote >= 0 and reading.quote_span(quote)[1] > at and reading.quote_span(quote)[0] >= start:
            at = reading.quote_span(quote)[1]
            end = max(end, min(at, len(reading)))
            if reading.lower(at - 2) == "," and (phrase or _taken_over(reading, verb, at, end, cues_at)):
                return start, at
            if _contradicts(reading, at):
                return reading.trim(start, at)
            continue
        resumes = _writer_resumes(reading, verb, at, end, cues_at) or _quotation_follows(reading, at)
        resumes = resumes or _relative_ends(reading, verb, at)
        if resumes or (_phrase_ends(reading, at, end) if phrase else _aside(reading, start, at, end)):
            return reading.trim(start, at)
        at += 1
    return reading.trim(start, end)


def _contradicts(reading: Reading, at: int) -> bool:
    """True where the writer sets something against the words quoted before token `at`: “…,” despite reports of the contrary."""
    at += reading.lower(at) == ","
    comma = reading.lower(at - 1) == "," or reading.lower(at - 2) == ","
    return comma and reading.lower(at) in words_of("source_phrases", "contrasts")


def _aside(reading: Reading, start: int, at: int, end: int) -> bool:
    """True where the writer adds an aside to a whole clause: after a dash that no other closes, or with ", who …"."""
    word = reading.lower(at)
    if word == ",":
        return reading.lower(at + 1) == "who" and any(reading.finite_at(i) for i in range(start, at))
    if word not in _DASHES or any(reading.lower(i) == word for i in range(at + 1, end)):
        return False
    opened = sum(reading.lower(i) == word for i in range(start, at))
    return opened % 2 == 0  # else it closes an insertion: "today's levels – near record highs – was enough"


def _relative_ends(reading: Reading, verb: VerbGroup | None, at: int) -> bool:
    """True at the comma after which the main clause of the speaker goes on: "the envoy, who said it was dead, | left"."""
    if verb is None or reading.lower(at) != "," or reading.lower(verb.start - 1) != "who":
        return False
    index = reading.vg_of(at + 1)
    main = reading.layers.verb_groups[index] if index >= 0 else None
    return main is not None and main.start == at + 1 and main.finite and reading.lower(verb.start - 2) == ","


def _frame_adjunct(reading: Reading, at: int) -> bool:
    """True where the place or manner of saying follows ("… at a news conference"): it belongs to the frame."""
    if reading.lower(at) not in _CHANNEL_LINKS or at + 1 not in reading.np_at:
        return False
    head = reading.layers.noun_phrases[reading.np_at[at + 1]].head
    return reading.lower(head) in words_of("source_phrases", "channels")


def _quotation_follows(reading: Reading, at: int) -> bool:
    """True at a colon before a quoted clause: that is a statement of its own."""
    quote = reading.opens.get(at + 1) if reading.lower(at) == ":" else None
    return quote is not None and reading.layers.quotes[quote].clause


def _writer_resumes(reading: Reading, verb: VerbGroup | None, at: int, end: int, cues_at: dict[int, Cue]) -> bool:
    """True where, at a comma, conjunction or source phrase, words begin that are not the speaker's."""
    word = reading.lower(at)
    if word in _SOURCE_OPENERS and (word != "according" or reading.lower(at + 1) == "to"):
        return True
    if word not in {",", ";", "–", "—", "--"} and word not in _CONJUNCTIONS:
        return False
    if word == ";" and _new_subject(reading, at + 1, end):
        return True
    return _taken_over(reading, verb, at + 1, end, cues_at)


def _new_subject(reading: Reading, at: int, end: int) -> bool:
    """True where a clause with a noun for its subject begins: what stands behind a semicolon is the writer's then."""
    index = reading.np_at.get(at)
    if index is None or reading.tag(at).startswith("PRP"):
        return False
    verb = next((reading.vg_of(i) for i in range(at, end) if reading.vg_of(i) >= 0), -1)
    return verb >= 0 and reading.subject(verb) == index


def _taken_over(reading: Reading, verb: VerbGroup | None, at: int, end: int, cues_at: dict[int, Cue]) -> bool:
    """True where at token `at`, conjunctions and adverbs aside, another report begins."""
    after_comma = reading.lower(at - 1) == ","
    while at < end and (
        reading.lower(at) in _CONJUNCTIONS
        or reading.tag(at) == "RB"
        or (after_comma and reading.lower(at) in {"after", "as"})
    ):
        at += 1
    second = cues_at.get(at)
    if second is not None and _coordinates(reading, verb, second):
        return True
    return _reports_anew(reading, at, end, cues_at)


def _coordinates(reading: Reading, verb: VerbGroup | None, second: Cue) -> bool:
    """True where a second cue without a subject stands beside the first ("… and warned that", "…, adding that")."""
    if "speech" not in second.entry.frames.values():
        return False
    if second.verb.form == "VBG":
        adjoined = reading.lower(second.start - 1) == "," or reading.lower(second.start - 2) == ","
        return adjoined and second.entry.frames.get("quote") == "speech"
    beside = reading.lower(second.start - 1) != "," or (verb is not None and second.verb.subject == verb.subject)
    return verb is not None and second.finite and beside and _tense(second.verb) == _tense(verb)


def _tense(verb: VerbGroup) -> str:
    """The tense, a form that may be past or participle counting as past."""
    return "past" if verb.form == "VBN" and verb.start == verb.head else verb.tense


def _reports_anew(reading: Reading, at: int, end: int, cues_at: dict[int, Cue]) -> bool:
    """True where a new subject with a verb of saying follows ("…, but Kiev said")."""
    index = reading.np_at.get(at)
    if index is None:
        return False
    after = reading.layers.noun_phrases[index].end
    while after < end and reading.vg_of(after) < 0 and reading.lower(after) not in {",", ";"}:
        after += 1
    second = cues_at.get(after)
    return (
        second is not None
        and reading.subject(second.group) == index
        and second.verb.finite
        and second.verb.modal is None
        and "speech" in (second.entry.frames.get("quote"), second.entry.frames.get("object-to"))
    )


def _phrase_ends(reading: Reading, at: int, end: int) -> bool:
    """True where a noun phrase or infinitive cannot go on: a new clause, a verb of the writer's, a comma before no list."""
    word = reading.lower(at)
    if word == ",":
        return not _list_goes_on(reading, at, end)
    if word in {"–", "—", "--", ";", ":", "("}:
        return True
    if word in {"whether", "if"} and reading.vg_of(at - 1) >= 0:
        return False  # "declined to say | whether"
    if word in SUBORDINATORS and word not in {"as", "before", "after", "since", "until", "where"}:
        return True
    return _frame_adjunct(reading, at) or (word in {"and", "but"} and _clause_follows(reading, at + 1, end))


def _clause_follows(reading: Reading, at: int, end: int) -> bool:
    """True where after a conjunction a finite verb stands, or a subject with one."""
    if at in reading.np_at:
        at = reading.layers.noun_phrases[reading.np_at[at]].end
        while at + 1 < end and reading.lower(at) in {"of", ","} and at + 1 in reading.np_at:
            at = reading.layers.noun_phrases[reading.np_at[at + 1]].end
        at += reading.lower(at) == ","
    index = reading.vg_of(at)
    return index >= 0 and reading.layers.verb_groups[index].finite


def _list_goes_on(reading: Reading, at: int, end: int) -> bool:
    """True where after a comma a noun phrase stands that another comma or a conjunction joins to the list."""
    index = reading.np_at.get(at + 1)
    if index is None:
        return reading.lower(at + 1) in {"and", "or"} and at + 2 in reading.np_at
    after = reading.layers.noun_phrases[index].end
    return after < end and reading.lower(after) in {",", "and", "or"}
