"""The info box that opens the page of a round: one row for each thing one asks first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.knowledge import Finding, Round, Variant
from generator.render.dates import date_words
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import aspect_label, outcome_words, value_words
from generator.render.phrases import new_mark
from generator.render.proofs import note
from generator.render.round_sentences import info
from generator.render.sheet import Sheet

NOTHING = Md("")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an info box: what it is called, its value with footnotes, its verdict, values that differ."""

    label: str
    value: Md
    badge: Md = NOTHING
    other: Md = NOTHING


def info_rows(library: Library, sheet: Sheet, each: Round) -> list[Row]:
    """Date, hour, place, heads, length, outcomes and next step of a round, with what else is said of each."""
    rows = [row for aspect in ("date", "hour") for row in _aspect(library, sheet, each, aspect, _known(each, aspect))]
    rows.append(Row("State", Md.escape(load_lexicon("wording")["statuses"][each.status or "reported"])))
    for aspect in ("place", "duration"):
        rows += _aspect(library, sheet, each, aspect, _known(each, aspect))
    rows += _heads(library, sheet, each)
    outcomes = info(library, each, "outcome")
    rows += [_row(library, sheet, "Outcome", finding) for finding in outcomes]
    known = {finding.value for finding in outcomes}
    rows += [
        Row("Outcome", Md.escape(outcome_words(library, value)))
        for value in each.outcomes
        if not outcomes and value not in known
    ]
    rows += _aspect(library, sheet, each, "next step", each.next_step)
    return rows


def _known(each: Round, aspect: str) -> str | None:
    """What the round itself knows, for a row without a finding."""
    return {"date": each.date, "place": each.place, "duration": each.duration}.get(aspect)


def others(library: Library, sheet: Sheet, finding: Finding) -> Md:
    """What other reports give: "also 2 March 2022 (superseded: announced before it met)[^…]"."""
    words = load_lexicon("wording")["standings"]
    parts = [_other(library, sheet, finding, each, words) for each in finding.variants if each.value != finding.value]
    return Md("; ").join(parts)


def _other(library: Library, sheet: Sheet, finding: Finding, each: Variant, words: dict[str, str]) -> Md:
    why = f"{words[each.standing]}: {each.note}" if each.note else words[each.standing]
    return Md("{} ({}){}").format(value_words(library, finding, each.value), why, note(sheet, finding, each))


def _aspect(library: Library, sheet: Sheet, each: Round, aspect: str, fallback: str | None) -> list[Row]:
    label = aspect_label(aspect)
    found = info(library, each, aspect)
    if found:
        return [_row(library, sheet, label, finding) for finding in found]
    if not fallback:
        return []
    return [Row(label, Md.escape(date_words(fallback) if aspect == "date" else fallback))]


def _heads(library: Library, sheet: Sheet, each: Round) -> list[Row]:
    found = {finding.aspect.partition(":")[2]: finding for finding in info(library, each, "head")}
    rows = []
    for side, actor in each.heads.items():
        finding = found.get(side)
        value = sheet.actor(actor)
        if finding is None:
            rows.append(Row(aspect_label(f"head:{side}"), value))
        else:
            rows.append(
                Row(
                    aspect_label(f"head:{side}"),
                    value + note(sheet, finding, finding.variants[0], 2),
                    sheet.verdict(finding),
                    others(library, sheet, finding),
                )
            )
    return rows


def _row(library: Library, sheet: Sheet, label: str, finding: Finding) -> Row:
    standing = [each for each in finding.variants if each.value == finding.value] or finding.variants[:1]
    value = Md.escape(value_words(library, finding, finding.value))
    if finding.status:
        value += Md(" ") + sheet.badge("ladder", finding.status)
    notes = Md("").join([note(sheet, finding, each, 2) for each in standing[:1]])
    return Row(label, value + notes + new_mark(sheet, finding), sheet.verdict(finding), others(library, sheet, finding))
