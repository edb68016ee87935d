"""Statements as a page shows them: the words, and who said them when, to whom, and who passed them on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.facts import Statement
from generator.model.knowledge import Cite, Finding
from generator.render.footnotes import clipped
from generator.render.library import Library

LONGEST_STATEMENT = 420
REPORTED = "said, as reported"
PAST = ("ed", "said", "wrote", "told", "swore", "spoke", "made", "put", "says", "writes")
"""Endings of verbs that can stand between a speaker and a colon."""

PASSED_ON = ("quoted", "cited", "reported", "based", "asked")
"""Words of whoever passes a statement on, not of the speaker."""

OUTER_MARKS = re.compile(r"^[“”\"'‘«„\s]+|[“”\"'’»\s]+$")


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement over all articles, told in the words of the article that has most of it."""

    finding: Finding
    words: str
    direct: bool
    cue: str
    """The article's word of saying ("claimed"); "said, as reported" where it is no plain verb."""
    link: str
    """What joins the words to the verb: ":" before words of their own, "that" before a clause, nothing before what the
    verb acts on ("reiterated his country’s demands")."""
    speaker: str | None
    """Id of the actor; None where the source is not named."""
    speaker_text: str
    to: str | None
    via: str | None
    date: str | None
    cites: list[Cite]


def quote(library: Library, finding: Finding) -> Quote | None:
    """The statement of a finding; None where its facts are gone."""
    candidates = [
        (ref.article, fact)
        for ref in finding.facts
        if isinstance(fact := library.fact(ref), Statement) and fact.evidence
    ]
    if not candidates:
        return None
    links = load_lexicon("wording")["said_links"]
    article, best = max(candidates, key=lambda pair: (pair[1].direct, len(_said(pair[1]))))
    link = links.get(best.by.rsplit(" v", 1)[0], ":")
    speaker = library.actor_in(article, best.speaker)
    to = library.actor_in(article, best.to)
    via = library.actor_in(article, best.via)
    return Quote(
        finding=finding,
        words=clipped(_said(best), LONGEST_STATEMENT),
        direct=best.direct,
        cue=_cue(best, link),
        link=link if _cue(best, link) != REPORTED else ":",
        speaker=speaker.id if speaker else None,
        speaker_text=best.speaker_text or (speaker.name if speaker else "a source that is not named"),
        to=to.id if to else None,
        via=via.id if via else None,
        date=finding.date or best.date,
        cites=finding.cites,
    )


def quotes(library: Library, findings: list[Finding]) -> list[Quote]:
    """The statements among `findings`, in their order."""
    found = (quote(library, each) for each in findings if each.kind == "statement")
    return [each for each in found if each is not None]


def _cue(fact: Statement, link: str) -> str:
    words = fact.cue.text.split() if fact.cue else []
    if words and not link:
        return " ".join(words)
    plain_verb = (
        0 < len(words) <= 2
        and all(word.isalpha() for word in words)
        and words[-1].endswith(PAST)
        and words[-1] not in PASSED_ON
    )
    return " ".join(words).lower() if plain_verb else REPORTED


def _said(fact: Statement) -> str:
    pieces = sorted(fact.content or fact.evidence, key=lambda piece: piece.start)
    text = " […] ".join(OUTER_MARKS.sub("", piece.text) if fact.direct else piece.text.strip() for piece in pieces)
    trimmed = text.removeprefix("that ").rstrip(",").strip()
    return re.sub(r",(?=[”’]?$)", "", _without_lone_marks(trimmed))


def _without_lone_marks(text: str) -> str:
    """Drops a quotation mark whose partner lies outside of the words taken."""
    if text.count("“") > text.count("”") and text.startswith("“"):
        return text[1:]
    if text.count("”") > text.count("“") and text.endswith("”"):
        return text[:-1]
    return text
