"""Where it stands: the home page's three to six sentences, made from findings and worded as reports."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.knowledge import Finding, Round
from generator.render import grammar
from generator.render.dates import date_words, on_date, span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import dispute_point, dispute_value, outcome_clause, place_phrase, round_noun, topic_phrase
from generator.render.sheet import Sheet
from generator.render.stances import matrix, topics_by_weight

MOST_SENTENCES = 6
MOST_TOPICS = 5
"""Topics named in one sentence; a reader loses a longer list."""


def where_it_stands(library: Library, sheet: Sheet) -> list[Md]:
    """Up to six sentences with their footnotes; each is left out where no finding carries it."""
    held = [each for each in library.rounds.values() if each.status != "planned"]
    numbered = [each for each in held if each.number]
    last = numbered[-1] if numbered else held[-1] if held else None
    sentences: list[Md] = []
    if last is not None:
        sentences += [took_place(library, sheet, last), came_of_it(library, sheet, last)]
    sentences += [_going_on(library, sheet, last), _demands(library, sheet), _common_ground(library, sheet)]
    sentences.append(_in_dispute(library, sheet))
    return [each for each in sentences if each][:MOST_SENTENCES]


def info(library: Library, each: Round, aspect: str) -> list[Finding]:
    """The findings of a round's info box on one aspect ("date", "head", "outcome")."""
    found = (library.findings[key] for key in each.findings if key in library.findings)
    return [finding for finding in found if finding.aspect.split(":")[0].replace("_", " ") == aspect]


def notes_of(sheet: Sheet, findings: Iterable[Finding], most: int = 3) -> Md:
    """Footnotes of several findings, the standing values only."""
    cites = [
        cite
        for finding in findings
        for variant in finding.variants
        if variant.standing in ("held", "refined")
        for cite in variant.cites
    ]
    return sheet.cite(cites, most)


def took_place(library: Library, sheet: Sheet, each: Round) -> Md:
    """That a round took place: when, where, who led; empty for one that is only planned."""
    if each.status == "planned":
        return Md("")
    name = sheet.round(each.id, round_noun(each))
    verb = "took place" if each.status == "ended" else "was under way"
    parts: list[str | Md] = [name, verb if each.number else verb.replace("was", "were")]
    if each.date and each.number:
        parts.append(on_date(each.date))
    where = info(library, each, "place")
    if each.place:
        parts.append(place_phrase(each.place))
    heads = [
        Md("{} leading the delegation of {}").format(sheet.actor(actor), side) for side, actor in each.heads.items()
    ]
    tail = Md(", with {}").format(grammar.listing(heads)) if heads else Md("")
    body = Md(" ").join(Md.escape(part) for part in parts) + tail
    cited = notes_of(sheet, [*info(library, each, "date"), *where, *info(library, each, "head")])
    return grammar.sentence(body) + cited


def came_of_it(library: Library, sheet: Sheet, each: Round) -> Md:
    """What came of a round, as reported; empty where nothing is known."""
    found = {finding.value: finding for finding in info(library, each, "outcome")}
    clauses = [(*outcome_clause(library, value), value) for value in each.outcomes]
    agreed = [words for kind, words, _ in clauses if kind == "agreement"]
    none = any(kind == "no-agreement" for kind, _, _ in clauses)
    parts: list[str] = []
    if none:
        parts.append("according to the reports, it ended without the agreement that was sought")
    if agreed:
        lead = "but the sides agreed on" if none else "according to the reports, the sides agreed on"
        parts.append(f"{lead} {grammar.listing(agreed)}")
    if not parts:
        return Md("")
    cited = notes_of(
        sheet, [found[value] for _, _, value in clauses if value in found] or info(library, each, "outcome")
    )
    return grammar.sentence(Md(", ").join(Md(part) for part in parts)) + cited


def _going_on(library: Library, sheet: Sheet, last: Round | None) -> Md:
    order = list(library.rounds.values())
    after = order[order.index(last) + 1 :] if last else []
    later = [each for each in after if each.status != "planned" and not each.number]
    if not later:
        return Md("")
    each = later[-1]
    body = Md("further talks, to which no source gives a number, are reported: {}").format(sheet.round(each.id))
    return grammar.sentence(body) + sheet.cite(library.round_cites(each), 3)


def _demands(library: Library, sheet: Sheet) -> Md:
    order = topics_by_weight(library)
    cells = matrix(library)
    clauses: list[Md] = []
    findings: list[Finding] = []
    for side in library.parties[:3]:
        mine = [(topic, each) for topic in order for each in cells.get((topic, side), []) if each.stance == "demands"]
        if not mine:
            continue
        lead = Md("{} is reported to make demands on ") if not clauses else Md("{} on ")
        nouns = [sheet.topic(topic, topic_phrase(library, topic)) for topic, _ in mine[:MOST_TOPICS]]
        clauses.append(lead.format(sheet.party(side)) + _named(nouns, len(mine)))
        findings += [each for _, each in mine[:MOST_TOPICS]]
    if not clauses:
        return Md("")
    return grammar.sentence(Md("; ").join(clauses)) + notes_of(sheet, findings, 5)


def _named(nouns: list[Md], whole: int) -> Md:
    """Topics named in a sentence: "a ceasefire"; "three topics: …"; "seven topics, among them …"."""
    if whole == 1:
        return nouns[0]
    count = grammar.counted(whole, "topic")
    lead = Md("{}: ") if whole == len(nouns) else Md("{}, among them ")
    return lead.format(count) + grammar.listing(nouns)


def _common_ground(library: Library, sheet: Sheet) -> Md:
    cells = matrix(library)
    sides = library.parties
    accepted = {
        side: {
            topic: each
            for topic in library.by_topic
            for each in cells.get((topic, side), [])
            if each.stance == "accepts"
        }
        for side in sides
    }
    shared = [topic for topic in topics_by_weight(library) if sides and all(topic in accepted[side] for side in sides)]
    if len(sides) < 2 or not shared:
        return Md("")
    who = "both sides" if len(sides) == 2 else "all sides"
    nouns = [sheet.topic(topic, topic_phrase(library, topic)) for topic in shared[:MOST_TOPICS]]
    body = Md("on {}, {} are reported to agree").format(grammar.listing(nouns), who)
    return grammar.sentence(body) + notes_of(sheet, [accepted[side][topic] for topic in shared for side in sides])


def _next_planned(library: Library) -> Round | None:
    """The first planned round after the last numbered one that met."""
    order = list(library.rounds.values())
    met = [place for place, each in enumerate(order) if each.status != "planned" and each.number]
    return next((each for each in order[met[-1] + 1 if met else 0 :] if each.status == "planned"), None)


def _promised(library: Library, each: Round) -> Md:
    """For when a round without a date was promised: " for “next week”, as of 3 March 2022"; empty where nobody says."""
    promise = next((one for one in library.knowledge.promises if one.round == each.id and one.due), None)
    if promise is None or not promise.due:
        return Md("")
    if span(promise.due):
        return Md(" for {}").format(date_words(promise.due))
    made = Md(" on {}").format(date_words(promise.made)) if promise.made else Md("")
    return Md("{} for “{}”").format(made, promise.due)


def _in_dispute(library: Library, sheet: Sheet) -> Md:
    conflicts = [each for each in library.knowledge.disputes if each.sort == "conflict"]
    if not conflicts:
        return Md("")
    first = conflicts[0]
    rivals = [variant for variant in first.variants if variant.standing not in ("looser", "refined")]
    values = list(dict.fromkeys(dispute_value(library, first, variant) for variant in rivals))[:3]
    link = Md("[{}]({})").format(dispute_point(library, first), sheet.to("disputed.md", f"dispute-{first.id}"))
    body = Md("the sources disagree on {}: {}").format(grammar.lowered(link), grammar.listing(values, "or"))
    if len(conflicts) > 1:
        more = Md("[{}]({})").format(grammar.counted(len(conflicts) - 1, "other point"), sheet.to("disputed.md"))
        body += Md("; and on {}").format(more)
    return grammar.sentence(body) + sheet.cite([cite for variant in rivals for cite in variant.cites[:1]], 3)


def whats_next(library: Library, sheet: Sheet) -> Md:
    """What comes next: the next planned round, else the latest word on meeting again; empty where none is known."""
    each = _next_planned(library)
    if each is not None:
        name = sheet.round(
            each.id, grammar.article(f"{grammar.ordinal(each.number)} round") if each.number else "a further meeting"
        )
        when = Md(" for {}").format(date_words(each.date)) if each.date else _promised(library, each)
        body = Md("{} was announced{}; no article of this dossier reports that it took place").format(name, when)
        return grammar.sentence(body) + sheet.cite(library.round_cites(each), 3)
    steps = [each for each in library.rounds.values() if each.next_step]
    if not steps:
        return Md("")
    body = Md("after {}, the next step reported is: {}").format(
        sheet.round(steps[-1].id, round_noun(steps[-1])), steps[-1].next_step
    )
    return grammar.sentence(body) + notes_of(sheet, info(library, steps[-1], "next step"))
