"""Sentences about one round: that it took place, what came of it, what comes next; each with its footnotes."""

from __future__ import annotations

from generator.model.knowledge import Finding, Round
from generator.render import grammar
from generator.render.dates import date_words, on_date, span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import outcome_clause, place_phrase, round_noun
from generator.render.proofs import notes_of
from generator.render.sheet import Sheet

NOTHING = Md("")


def info(library: Library, each: Round, aspect: str) -> list[Finding]:
    """The findings of a round's info box on one aspect ("date", "head", "outcome")."""
    found = (library.findings[key] for key in each.findings if key in library.findings)
    return [finding for finding in found if finding.aspect.split(":")[0].replace("_", " ") == aspect]


def took_place(library: Library, sheet: Sheet, each: Round) -> Md:
    """That a round took place: when, where, who led; empty where it is only planned, or nothing of this is known."""
    if not each.held or not (each.number or each.date or each.place or each.heads):
        return NOTHING
    verb = "took place" if each.status == "ended" else "was under way"
    parts: list[str | Md] = [
        sheet.round(each.id, round_noun(each)),
        verb if each.number else verb.replace("was", "were"),
    ]
    if each.date and each.number:
        parts.append(on_date(each.date))
    if each.place:
        parts.append(place_phrase(each.place))
    heads = [
        Md("{} leading the delegation of {}").format(sheet.actor(actor), grammar.with_the(side))
        for side, actor in each.heads.items()
    ]
    tail = Md(", with {}").format(grammar.listing(heads)) if heads else NOTHING
    told = [finding for aspect in ("date", "place", "head") for finding in info(library, each, aspect)]
    notes = notes_of(sheet, told) or sheet.cite(library.round_cites(each), 3)
    return grammar.sentence(Md(" ").join(parts) + tail) + notes


def came_of_it(library: Library, sheet: Sheet, each: Round) -> Md:
    """What came of a round, as reported; empty where nothing is known."""
    kinds: dict[str, list[str]] = {}
    for value in each.outcomes:
        kind, words = outcome_clause(library, value)
        kinds.setdefault(kind, []).append(words)
    body = _outcome_words(each, kinds)
    if not body:
        return NOTHING
    found = info(library, each, "outcome")
    standing = [finding for finding in found if finding.value in each.outcomes] or found
    return grammar.sentence(Md("according to the reports, ") + body) + notes_of(sheet, standing)


def _outcome_words(each: Round, kinds: dict[str, list[str]]) -> Md:
    ended = Md("{} ended without the agreement that was sought").format("it" if each.number else "they")
    done = [Md("agreed on {}").format(grammar.listing(kinds["agreement"]))] if "agreement" in kinds else []
    done += [Md("said that they would meet again")] if "will-meet-again" in kinds else []
    sides = Md("the sides {}").format(grammar.listing(done)) if done else NOTHING
    if "no-agreement" in kinds:
        link = Md(", but ") if "agreement" in kinds else Md(", and ")
        return ended + link + sides if sides else ended
    if sides:
        return sides
    return Md("this came of it: {}").format(grammar.listing(kinds["other"])) if "other" in kinds else NOTHING


def whats_next(library: Library, sheet: Sheet, coming: Round | None, last: Round | None) -> Md:
    """What comes next: the meeting that is announced, else what the last one led to; empty where neither is known."""
    if coming is not None:
        noun = grammar.article(f"{grammar.ordinal(coming.number)} round") if coming.number else "a further meeting"
        when = Md(" for {}").format(date_words(coming.date)) if coming.date else _promised(library, coming)
        where = Md(" {}").format(place_phrase(coming.place)) if coming.place else NOTHING
        verb = "was announced" if coming.status == "planned" else "was said to be possible"
        body = sheet.round(coming.id, noun) + where + Md(f" {verb}") + when
        body += Md("; no article of this dossier reports that it took place")
        return grammar.sentence(body) + sheet.cite(library.round_cites(coming), 3)
    if last is None or not last.next_step:
        return NOTHING
    body = Md("after {}, the next step reported is: {}").format(sheet.round(last.id, round_noun(last)), last.next_step)
    return grammar.sentence(body) + notes_of(sheet, info(library, last, "next step"))


def _promised(library: Library, each: Round) -> Md:
    """For when a round without a date was promised: " on 3 March 2022 for “next week”"; empty where nobody says."""
    promise = next((one for one in library.knowledge.promises if one.round == each.id and one.due), None)
    if promise is None or not promise.due:
        return NOTHING
    if span(promise.due):
        return Md(" for {}").format(date_words(promise.due))
    made = Md(" on {}").format(date_words(promise.made)) if promise.made else NOTHING
    return Md("{} for “{}”").format(made, promise.due)
