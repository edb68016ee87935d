"""Small phrases that templates ask for: who holds, who reports, the words of a finding, a line about an event."""

from __future__ import annotations

from typing import Any

from generator.lexicon import load_lexicon
from generator.model.facts import Event, Figure
from generator.model.knowledge import Change, Cite, Dispute, Finding, Round, Variant
from generator.render import grammar
from generator.render.chronicle import Moment, event_words
from generator.render.dates import date_words
from generator.render.escape import Md, escaped
from generator.render.footnotes import clipped, quotation, within_quotation
from generator.render.library import Library
from generator.render.links import anchor_of
from generator.render.naming import (
    actor_title,
    aspect_label,
    dispute_point,
    dispute_value,
    outcome_words,
    value_words,
)
from generator.render.sheet import Sheet
from generator.render.statements import Quote, quote
from generator.render.told import told

LONGEST_CLAUSE = 180


def heading(level: int) -> Md:
    """The marks of a heading of this level."""
    return Md("#" * level)


def anchor(identity: str) -> Md:
    """An id as the name of an anchor."""
    return Md(anchor_of(identity))


def party_of(sheet: Sheet, finding: Finding, *, in_line: bool = False) -> Md:
    """Who holds a position: its side, and beneath it (behind it, in a line) the actor where that is another one."""
    actor = finding.actors[0] if finding.actors else None
    if not finding.side:
        return sheet.actor(actor) if actor else Md("not named")
    side = sheet.party(finding.side)
    if actor is None or actor == sheet.library.party_actor.get(finding.side):
        return side
    frame = Md("{} ({})") if in_line else Md('{} <span class="aside">{}</span>')
    return frame.format(side, sheet.actor(actor))


def words_of(finding: Finding) -> Md:
    """The clause of the source that carries a finding, in quotation marks."""
    cites = finding.cites
    if not cites or not cites[0].evidence:
        return Md.escape(finding.value)
    words = quotation(cites[0].evidence, LONGEST_CLAUSE)
    whole = words.startswith("“") and words.endswith("”") and words.count("“") == 1
    return Md.escape(words) if whole else Md("<q>{}</q>").format(within_quotation(words))


def when_of(sheet: Sheet, finding: Finding) -> Md:
    """When it was held: the day, else the round."""
    if finding.date:
        return Md.escape(date_words(finding.date))
    return sheet.round(finding.round) if finding.round in sheet.library.rounds else Md("not told")


def figure_of(sheet: Sheet, finding: Finding) -> dict[str, Any]:
    """What a figure counts, its number with qualifier, and who gives it."""
    facts = [fact for ref in finding.facts if isinstance(fact := sheet.library.fact(ref), Figure)]
    by = grammar.listing([sheet.actor(each) for each in finding.actors[:3]]) or Md("the articles themselves")
    if not facts:
        return {"of": finding.subject, "number": finding.value, "by": by}
    qualifier = load_lexicon("wording")["qualifiers"][facts[0].qualifier]
    what, unit = _share(facts[0].of)
    return {"of": what, "number": f"{qualifier} {grammar.figure(facts[0].value)} {unit}".strip(), "by": by}


def _share(of: str) -> tuple[str, str]:
    """What a share is taken of, and its unit: "percent of wage increase" -> ("wage increase", "percent")."""
    unit, _, rest = of.partition(" ")
    if unit.lower() not in load_lexicon("wording")["grammar"]["shares"]:
        return of, ""
    return rest.removeprefix("of ") or "not named", "%" if unit == "%" else unit.lower()


def reporters(sheet: Sheet, variant: Variant) -> Md:
    """Who gives a value: the actors who say so, else the articles."""
    if variant.by:
        return grammar.listing([sheet.actor(each) for each in variant.by])
    articles = list(dict.fromkeys(ref.article for ref in variant.facts))
    return grammar.listing([sheet.source(each) for each in articles[:4]])


def actors_of(sheet: Sheet, identities: list[str]) -> list[Md]:
    """Links to several actors."""
    return [sheet.actor(each) for each in identities] or [Md("not told")]


def moment_kind(moment: Moment) -> Md:
    """The kind of an entry of the timeline, with its sign."""
    if moment.kind == "event":
        type_ = load_lexicon("wording")["event_types"][moment.label]
        return Md(f'<span class="sign" aria-hidden="true">{type_["symbol"]}</span> {type_["word"]} event')
    if moment.kind == "round":
        return Md("round, {}").format(load_lexicon("wording")["statuses"][moment.label])
    return Md("statement" if moment.label == "direct" else "reported statement")


def moment_who(sheet: Sheet, moment: Moment) -> Md:
    """Who speaks or acts at an entry of the timeline."""
    if moment.kind == "round" or not moment.actor:
        return Md("both sides") if moment.kind == "round" else Md("not named")
    return sheet.actor(moment.actor)


def values_of(library: Library, dispute: Dispute) -> list[str]:
    """The values of a dispute in words, each once."""
    return list(dict.fromkeys(dispute_value(library, dispute, variant) for variant in dispute.variants))


def cites_of(dispute: Dispute) -> list[Cite]:
    """The evidence of all values of a dispute, one passage of each value first."""
    first = [variant.cites[0] for variant in dispute.variants if variant.cites]
    return first + [cite for variant in dispute.variants for cite in variant.cites[1:]]


def change_line(sheet: Sheet, change: Change) -> Md:
    """A change in one line: what is known now, what was before, its footnotes."""
    finding = sheet.library.findings.get(change.finding)
    if finding is None:
        return Md.escape(change.text)
    difference = change.text.removeprefix(f"{finding.value}: ") if change.text.startswith(f"{finding.value}: ") else ""
    before = difference or (f"before: {change.before}" if change.before else "")
    aside = Md(' <span class="aside">{}</span>').format(before) if before else Md("")
    return finding_line(sheet, finding) + aside + sheet.cite(finding.cites, 2)


def finding_line(sheet: Sheet, finding: Finding) -> Md:
    """A finding in one line, whatever its kind: "Round 2, date: 3 March 2022", "Russia demands: Crimea"."""
    library = sheet.library
    if finding.kind in ("round", "outcome"):
        where = sheet.round(finding.subject if finding.subject in library.rounds else finding.round)
        return Md("{}, {}: {}").format(
            where, grammar.lower_first(aspect_label(finding.aspect)), value_words(library, finding, finding.value)
        )
    if finding.kind == "position" and finding.stance:
        verb = load_lexicon("wording")["stances"][finding.stance]["word"]
        named = finding.side or finding.actors
        who = party_of(sheet, finding, in_line=True) if named else Md("Somebody not named")
        return Md("{} {}: {}").format(who, verb, sheet.topic(finding.topic))
    if finding.kind == "statement" and (said := quote(library, finding)) is not None:
        words = clipped(said.words, LONGEST_CLAUSE)
        return Md("{}: <q>{}</q>").format(sheet.actor(said.speaker, None if said.speaker else said.speaker_text), words)
    if finding.kind == "role":
        return Md("{}: {}").format(sheet.actor(finding.subject), finding.value)
    return grammar.capital(finding.value)


def outcomes_of(library: Library, each: Round) -> list[str]:
    """The outcomes of a round in words."""
    return [grammar.lower_first(outcome_words(library, value)) for value in each.outcomes]


def round_origins(library: Library, each: Round) -> list[str]:
    """The origins of the articles that report a round."""
    return list(dict.fromkeys(library.articles[key].origin for key in each.articles if key in library.articles))


def of_origins(articles: int, origins: int) -> str:
    """How independent articles are of one another, to stand behind their count; empty where each is its own origin."""
    if origins >= articles:
        return ""
    return f", which {'all go' if origins == 1 else 'go'} back to {grammar.counted(origins, 'origin')}"


def said_line(sheet: Sheet, said: Quote) -> Md:
    """A statement in reported speech: "X said: the talks go on", "X reiterated his country’s demands"."""
    speaker = sheet.actor(said.speaker, None if said.speaker else said.speaker_text)
    verb = said.cue + said.link if said.link == ":" else " ".join(part for part in (said.cue, said.link) if part)
    return Md("{} {} {}").format(grammar.capital(speaker), verb, said.words)


def event_line(sheet: Sheet, finding: Finding) -> Md:
    """An event in one line: "3 March 2022: … (military, reported as having happened)"."""
    words, type_ = event_words(sheet.library, finding)
    facts = [fact for ref in finding.facts if isinstance(fact := sheet.library.fact(ref), Event)]
    modality = load_lexicon("wording")["modalities"][facts[0].modality] if facts else ""
    label = load_lexicon("wording")["event_types"][type_]["word"]
    when = Md("**{}**: ").format(date_words(finding.date)) if finding.date else Md("")
    line = when + grammar.capital(words) + sheet.cite(finding.cites)
    return line + Md(' <span class="aside">{}, {}</span>').format(label, modality)


def preformatted(text: str) -> Md:
    """Foreign text for `<pre>`: escaped line by line, so that its lines stay."""
    lines = (line for line in text.splitlines() if line.strip())
    return Md("\n".join(" " * (len(line) - len(line.lstrip(" "))) + escaped(line) for line in lines))


PHRASES = {
    **{
        phrase.__name__: phrase
        for phrase in (
            heading, anchor, party_of, words_of, when_of, figure_of, reporters, actors_of, moment_kind, moment_who,
            values_of, cites_of, change_line, outcomes_of, round_origins, of_origins, said_line,
            event_line, preformatted, told,
        )
    },
    "title_of": actor_title,
    "point_of": dispute_point,
    "value_in": dispute_value,
    "line_of": finding_line,
}  # fmt: skip
"""What every template may call, by the name it has there."""
