"""Small phrases that templates ask for: who holds, who reports, the words of a finding, a line about an event."""

from __future__ import annotations

from typing import Any

from generator.lexicon import load_lexicon
from generator.model.facts import Event, Figure
from generator.model.knowledge import Change, Cite, Content, Dispute, Finding, Round, Variant
from generator.render import grammar
from generator.render.chronicle import Moment, event_words
from generator.render.dates import date_words
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.links import anchor_of
from generator.render.naming import (
    actor_title,
    aspect_label,
    dispute_point,
    dispute_value,
    outcome_words,
    round_short,
    value_words,
)
from generator.render.news import changes
from generator.render.proofs import note
from generator.render.quoting import clipped, within_quotation
from generator.render.sheet import Sheet
from generator.render.stances import NOBODY, Stand, contents, predicate
from generator.render.statements import Quote, quote, together
from generator.render.told import told

LONGEST_CLAUSE = 140
LONGEST_VALUE = 48
LONGEST_LINE = 125
ASIDE = Md(' <span class="aside">{}</span>')


def heading(level: int) -> Md:
    """The marks of a heading of this level."""
    return Md("#" * level)


def anchor(identity: str) -> Md:
    """An id as the name of an anchor."""
    return Md(anchor_of(identity))


def new_mark(sheet: Sheet, finding: Finding) -> Md:
    """The mark of an entry that is new or changed since the edition before; empty for all others."""
    change = changes(sheet.library).get(finding.id)
    return Md(" ") + sheet.badge("changes", change.kind) if change else Md("")


def party_of(sheet: Sheet, finding: Finding) -> Md:
    """Who holds a position, within a line: its side, behind it in brackets the actor where that is another one."""
    actor = finding.actors[0] if finding.actors else None
    if not finding.side:
        return sheet.the(actor) if actor else Md(NOBODY)
    side = sheet.party(finding.side)
    if actor is None or actor == sheet.library.party_actor.get(finding.side):
        return side
    return Md("{} ({})").format(side, sheet.actor(actor))


def wants(sheet: Sheet, stand: Stand, *, where: bool = True, longest: int = LONGEST_CLAUSE) -> Md:
    """What a side holds: the stance, its words with their note, who holds or tells it, in which round, what was before."""
    library, content = sheet.library, stand.content
    words = predicate(library, stand.finding, content, longest)
    line = sheet.badge("stances", content.stance) + Md(" <q>{}</q>").format(within_quotation(words))
    line += sheet.cite([content.cite], 1, shown=True) + new_mark(sheet, stand.finding)
    party = library.party_actor.get(stand.side)
    other = (
        content.holder in library.actors and content.holder != party and not sheet.is_about("actors", content.holder)
    )
    told = [sheet.actor(content.holder)] if other else []
    if content.via in library.actors:
        told.append(Md("via {}").format(sheet.actor(content.via)))
    if where and (content.round in library.rounds or content.date):
        told.append(moment_of(sheet, content))
    if stand.before is not None:
        before = load_lexicon("wording")["stances"][stand.before.stance]["past"]
        told.append(Md("{}, {} before").format(sheet.badge("moves", "changed"), before))
    return line + (ASIDE.format(Md(" · ").join(told)) if told else Md(""))


def moment_of(sheet: Sheet, content: Content) -> Md:
    """In which round a position was taken, else on which day; empty where neither is told."""
    each = sheet.library.rounds.get(content.round or "")
    if each is not None:
        return sheet.round(each.id, round_short(each))
    return Md.escape(date_words(content.date)) if content.date else Md("")


def figure_of(sheet: Sheet, finding: Finding) -> dict[str, Any]:
    """What a figure counts, its number with qualifier, and who gives it."""
    facts = [fact for ref in finding.facts if isinstance(fact := sheet.library.fact(ref), Figure)]
    by = grammar.listing([sheet.the(each) for each in finding.actors[:3]]) or Md("")
    if not facts:
        return {"of": finding.subject, "number": finding.value, "by": by, "digits": finding.value}
    qualifier = load_lexicon("wording")["qualifiers"][facts[0].qualifier]
    what, unit = _share(facts[0].of.removeprefix("total of "))
    digits = grammar.figure(facts[0].value)
    return {"of": what, "number": f"{qualifier} {digits} {unit}".strip(), "by": by, "digits": digits}


def _share(of: str) -> tuple[str, str]:
    """What a share is taken of, and its unit: "percent of wage increase" -> ("wage increase", "percent")."""
    unit, _, rest = of.partition(" ")
    if unit.lower() not in load_lexicon("wording")["grammar"]["shares"]:
        return of, ""
    return rest.removeprefix("of ") or "amount", "%" if unit == "%" else unit.lower()


def reporters(sheet: Sheet, variant: Variant) -> Md:
    """Who gives a value: the actors who say so, else the articles."""
    if variant.by:
        return grammar.listing([sheet.actor(each) for each in variant.by])
    articles = list(dict.fromkeys(ref.article for ref in variant.facts))
    return grammar.listing([sheet.source(each, sheet.library.source_names[each]) for each in articles[:3]])


def variant_note(sheet: Sheet, dispute: Dispute, variant: Variant) -> Md:
    """The notes of one value of a dispute, each with the words that prove it."""
    finding = sheet.library.findings.get(dispute.finding or "")
    if finding is None:
        return sheet.cite(variant.cites, 2, proof=[variant.value])
    return note(sheet, finding, variant, 2)


def actors_of(sheet: Sheet, identities: list[str]) -> Md:
    """Links to several actors; empty where nobody is named."""
    return grammar.listing([sheet.actor(each) for each in identities])


def moment_kind(moment: Moment) -> Md:
    """The kind of an entry of the timeline, with its sign."""
    if moment.kind == "event":
        type_ = load_lexicon("wording")["event_types"][moment.label]
        return Md(f'<span class="sign" aria-hidden="true">{type_["symbol"]}</span> {type_["word"]}')
    return Md.escape(moment.kind)


def moment_line(sheet: Sheet, moment: Moment, longest: int = LONGEST_LINE) -> Md:
    """What an entry of the timeline tells, in one line with its notes."""
    if moment.kind == "round":
        state = load_lexicon("wording")["statuses"][moment.label]
        return Md("**{}** ({})").format(sheet.round(moment.actor), state) + sheet.cite(moment.cites, 2)
    if moment.quotes:
        return said_line(sheet, moment.quotes, longest)
    return grammar.capital(clipped(moment.words, longest)) + sheet.cite(moment.cites, 1, shown=True)


def values_of(library: Library, dispute: Dispute) -> list[str]:
    """The values of a dispute in words, each once."""
    return list(dict.fromkeys(dispute_value(library, dispute, variant) for variant in dispute.variants))


def rivals(library: Library, dispute: Dispute, most: int = 4) -> Md:
    """The values of a dispute in one line: "3 a.m. or 3 p.m."; whole accounts stand in quotation marks against each other."""
    values = values_of(library, dispute)
    if all(len(value) <= LONGEST_VALUE for value in values):
        return grammar.listing(values[:most], "or")
    accounts = [Md("<q>{}</q>").format(within_quotation(clipped(value.rstrip(",.”"), 90))) for value in values[:2]]
    return Md(" against ").join(accounts)


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
    aside = ASIDE.format(before) if before else Md("")
    return finding_line(sheet, finding) + aside + sheet.cite(finding.cites, 1, shown=finding.kind == "statement")


def finding_line(sheet: Sheet, finding: Finding) -> Md:
    """A finding in one line, whatever its kind: "Round 2, date: 3 March 2022", "Russia demands “…”"."""
    library = sheet.library
    if finding.kind in ("round", "outcome"):
        where = sheet.round(finding.subject if finding.subject in library.rounds else finding.round)
        return Md("{}, {}: {}").format(
            where, grammar.lower_first(aspect_label(finding.aspect)), value_words(library, finding, finding.value)
        )
    if finding.kind == "position" and finding.stance:
        return position_line(sheet, finding)
    if finding.kind == "statement" and (said := quote(library, finding)) is not None:
        return said_words(sheet, [said], LONGEST_LINE)
    if finding.kind == "role":
        return Md("{}: {}").format(sheet.actor(finding.subject), finding.value)
    if finding.kind == "figure":
        row = figure_of(sheet, finding)
        by = Md(", given by {}").format(row["by"]) if row["by"] else Md("")
        return Md("{}: {}").format(grammar.capital(row["of"]), row["number"]) + by
    return grammar.capital(clipped(finding.value, LONGEST_LINE))


def position_line(sheet: Sheet, finding: Finding) -> Md:
    """A position with its verb and its words: "Russia demanded: “the demilitarisation of Ukraine”"."""
    verb = load_lexicon("wording")["stances"][finding.stance or "demands"]["past"].removesuffix(" it")
    who = grammar.capital(party_of(sheet, finding))
    found = contents(finding)
    if not found:
        return Md("{} {}: {}").format(who, verb, sheet.topic(finding.topic))
    words = within_quotation(predicate(sheet.library, finding, found[-1], LONGEST_CLAUSE))
    return Md("{} {}: <q>{}</q>").format(who, verb, words)


def outcomes_of(library: Library, each: Round) -> list[str]:
    """The outcomes of a round in words."""
    return [grammar.lower_first(outcome_words(library, value)) for value in each.outcomes]


def of_origins(articles: int, origins: int) -> str:
    """How independent articles are of one another, to stand behind their count; empty where each is its own origin."""
    if origins >= articles:
        return ""
    return f", which {'all go' if origins == 1 else 'go'} back to {grammar.counted(origins, 'origin')}"


def said_words(sheet: Sheet, group: list[Quote], longest: int) -> Md:
    """A statement in the article's own order and with its verb: "X has urged Y to …", "…, X said", "According to X, …"."""
    first = group[0]
    who = grammar.listing([sheet.the(each.speaker, None if each.speaker else each.speaker_text) for each in group])
    who = who or Md("a source not named")
    words = clipped(first.words, longest)
    if first.order == "own words":
        line = Md("{}: “{}”").format(who, words)
    elif first.order == "verb first":
        line = Md("{} {} {}").format(who, first.lead, words)
    elif first.order == "words first":
        line = Md("{}, {} {}").format(words.rstrip(".,"), who, first.lead)
    elif first.order == "according to":
        line = Md("according to {}, {}").format(who, grammar.lowered(words))
    else:
        line = Md("{}, as reported: <q>{}</q>").format(who, within_quotation(words))
    return grammar.capital(line)


def said_line(sheet: Sheet, group: list[Quote], longest: int = LONGEST_LINE) -> Md:
    """A statement with its note, and who passes it on."""
    first = group[0]
    line = said_words(sheet, group, longest) + sheet.cite(first.cites, 1, shown=True) + new_mark(sheet, first.finding)
    return line + (ASIDE.format(Md("via {}").format(sheet.actor(first.via))) if first.via else Md(""))


def event_line(sheet: Sheet, finding: Finding) -> Md:
    """An event in one line, with its day and, where it is no plain report, how it is told."""
    words, _ = event_words(sheet.library, finding)
    facts = [fact for ref in finding.facts if isinstance(fact := sheet.library.fact(ref), Event)]
    told = facts[0].modality if facts and facts[0].modality != "asserted" else ""
    when = Md("**{}**: ").format(date_words(finding.date)) if finding.date else Md("")
    line = when + grammar.capital(clipped(words, LONGEST_LINE)) + sheet.cite(finding.cites, 1, shown=True)
    line += new_mark(sheet, finding)
    return line + (ASIDE.format(f"({load_lexicon('wording')['modalities'][told]})") if told else Md(""))


PHRASES = {
    **{
        phrase.__name__: phrase
        for phrase in (
            heading, anchor, new_mark, wants, moment_of, variant_note, clipped, figure_of, reporters, actors_of, moment_kind,
            moment_line, values_of, rivals, cites_of, change_line, outcomes_of, of_origins, said_line, event_line, told, together,
        )
    },
    "title_of": actor_title,
    "point_of": dispute_point,
    "value_in": dispute_value,
    "line_of": finding_line,
    "inside": within_quotation,
}  # fmt: skip
"""What templates call by these names."""
