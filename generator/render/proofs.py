"""What proves a value: the words of an article that a note must show where the value stands."""

from __future__ import annotations

from collections.abc import Iterable

from generator.lexicon import load_lexicon
from generator.model.facts import Meeting
from generator.model.knowledge import Cite, Finding, Variant
from generator.render.dates import MONTHS, WEEKDAYS, span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.sheet import Sheet

STANDS = ("held", "refined")


def proof_of(library: Library, finding: Finding, variant: Variant, cite: Cite) -> list[str]:
    """Words that a passage holds where it proves this value, the surest first."""
    name = finding.aspect.replace("_", " ").split(":")[0]
    fact = library.facts.get((cite.article, cite.fact or ""))
    meeting = fact if isinstance(fact, Meeting) else None
    if name == "date":
        return [*([meeting.date_text] if meeting and meeting.date_text else []), *_day_words(variant.value)]
    if name == "head":
        actor = library.actors.get(variant.value)
        full = actor.name if actor else variant.value
        return [full, *reversed(full.split()), *([alias.text for alias in actor.aliases] if actor else [])]
    if name == "outcome":
        return _outcome_words(library, variant.value)
    own = {"place": meeting.place, "duration": meeting.duration}.get(name) if meeting else None
    words = own or variant.value
    return [words, words.split(",")[0], *_names_in(words), *sorted(words.split(), key=len, reverse=True)]


def note(sheet: Sheet, finding: Finding, variant: Variant, most: int = 1) -> Md:
    """The notes of one value: each shows the sentence that proves it."""
    marks = Md("")
    articles: set[str] = set()
    for cite in variant.cites:
        if len(articles) < most and cite.article not in articles and cite.evidence:
            articles.add(cite.article)
            marks += sheet.cite([cite], 1, proof=proof_of(sheet.library, finding, variant, cite))
    return marks


def notes_of(sheet: Sheet, findings: Iterable[Finding], most: int = 2) -> Md:
    """Notes of several findings, of their standing values only, one for each before a second."""
    marks: list[str] = []
    pairs = [(each, variant) for each in findings for variant in each.variants if variant.standing in STANDS]
    firsts = list({each.id: (each, variant) for each, variant in reversed(pairs)}.values())[::-1]
    for each, variant in firsts + [pair for pair in pairs if pair not in firsts]:
        mark = note(sheet, each, variant)
        if mark and mark not in marks:
            marks.append(mark)
    return Md("".join(marks[:most]))


def _day_words(value: str) -> list[str]:
    days = span(value)
    if days is None:
        return []
    first = days[0]
    month = MONTHS[first.month]
    return [f"{first.day} {month}", f"{month} {first.day}", WEEKDAYS[first.weekday()], month]


def _outcome_words(library: Library, value: str) -> list[str]:
    kind, _, rest = value.partition(":")
    words: list[str] = load_lexicon("wording")["proofs"].get(kind, [])
    topic = next((each.words for each in library.knowledge.dossier.topics if each.id == rest), [])
    return [*(word.strip("*") for word in topic), *rest.replace("-", " ").split(";"), *words]


def _names_in(words: str) -> list[str]:
    return [word.strip(",") for word in words.split() if word[:1].isupper()]
