"""Where it stands: the home page's three to six sentences, made from findings and worded as reports."""

from __future__ import annotations

from generator.lexicon import load_lexicon
from generator.model.facts import Stance
from generator.model.knowledge import Finding, Round
from generator.render import grammar
from generator.render.dates import first_day, on_date
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import dispute_point, dispute_value, topic_phrase
from generator.render.proofs import notes_of
from generator.render.quoting import clipped
from generator.render.round_sentences import came_of_it, took_place
from generator.render.sheet import Sheet
from generator.render.stances import columns, known_topics, matrix, topics_by_weight
from generator.render.statements import quotes

FEWEST_SENTENCES = 3
MOST_SENTENCES = 6
MOST_TOPICS = 5
"""Topics named in one sentence; a reader loses a longer list."""

LONGEST_WORD = 160
"""Characters of the latest word that stand on the home page."""

NOTHING = Md("")


def where_it_stands(library: Library, sheet: Sheet) -> list[Md]:
    """Up to six sentences with their footnotes; each is left out where no finding carries it.

    What the sides offer and turn down, and the latest word, stand in only where the rest makes fewer than three.
    """
    last = last_round(library)
    sentences = [took_place(library, sheet, last), came_of_it(library, sheet, last)] if last else []
    sentences += [_going_on(library, sheet, last), _stances(library, sheet, "demands"), _common_ground(library, sheet)]
    sentences.append(_in_dispute(library, sheet))
    found = [each for each in sentences if each]
    for more in (_offers, _refusals, _latest_word):
        if len(found) < FEWEST_SENTENCES:
            found += [each for each in [more(library, sheet)] if each]
    return found[:MOST_SENTENCES]


def last_round(library: Library) -> Round | None:
    """The round that the first sentence is about: the last numbered one that met, else the last with a date, else any."""
    met = [each for each in library.rounds.values() if each.held]
    for choice in ([each for each in met if each.number], [each for each in met if each.date], met):
        if choice:
            return max(choice, key=lambda each: (first_day(each.date) if each.date else "", each.number or 0))
    return None


def _going_on(library: Library, sheet: Sheet, last: Round | None) -> Md:
    """Talks without a number after the last numbered round."""
    if last is None or not last.number:
        return NOTHING
    order = list(library.rounds.values())
    after = [each for each in order if each.held and not each.number]
    dated = [each for each in after if each.date and first_day(each.date) > first_day(last.date)]
    later = dated or [each for each in after if not each.date and order.index(each) > order.index(last)]
    if not later:
        return NOTHING
    body = Md("further talks, to which no source gives a number, are reported: {}").format(sheet.round(later[-1].id))
    return grammar.sentence(body) + sheet.cite(library.round_cites(later[-1]), 3)


def _offers(library: Library, sheet: Sheet) -> Md:
    return _stances(library, sheet, "offers")


def _refusals(library: Library, sheet: Sheet) -> Md:
    return _stances(library, sheet, "rejects")


def _stances(library: Library, sheet: Sheet, stance: Stance) -> Md:
    """Who demands (offers, turns down) what: "Russia is reported to make demands on five topics: …; Ukraine on …"."""
    order, cells = topics_by_weight(library), matrix(library)
    verb = load_lexicon("wording")["stances"][stance]["reported"]
    clauses: list[Md] = []
    findings: list[Finding] = []
    for side in (library.parties or columns(library))[:3]:
        mine = [(topic, each) for topic in order for each in cells.get((topic, side), []) if each.stance == stance]
        if not mine:
            continue
        named = _worth_naming(library, mine)
        nouns = [sheet.topic(topic, topic_phrase(library, topic)) for topic, _ in named]
        lead = "on" if clauses and verb.endswith(" on") else f"is reported to {verb}"
        clauses.append(Md("{} {} {}").format(_the_party(sheet, side), lead, _named(nouns, len(mine))))
        findings += [each for _, each in named]
    return grammar.sentence(Md("; ").join(clauses)) + notes_of(sheet, findings, 5) if clauses else NOTHING


def _worth_naming(library: Library, mine: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    """The positions whose topics a sentence names: where it cannot name all, those with a title that somebody chose."""
    known = [(topic, each) for topic, each in mine if topic in known_topics(library)]
    return (known if len(known) > 1 and len(mine) > MOST_TOPICS else mine)[:MOST_TOPICS]


def _the_party(sheet: Sheet, side: str) -> Md:
    article = Md("the ") if grammar.with_the(side) != side else NOTHING
    return article + sheet.party(side)


def _named(nouns: list[Md], whole: int) -> Md:
    """Topics named in a sentence: "a ceasefire"; "three topics: …"; "seven topics, among them …"."""
    if whole == 1:
        return nouns[0]
    lead = Md("{}: ") if whole == len(nouns) else Md("{}, among them ")
    return lead.format(grammar.counted(whole, "topic")) + grammar.listing(nouns)


def _common_ground(library: Library, sheet: Sheet) -> Md:
    cells, sides = matrix(library), library.parties
    accepted = {
        (topic, side): each
        for topic in library.by_topic
        for side in sides
        for each in cells.get((topic, side), [])
        if each.stance == "accepts"
    }
    shared = [topic for topic in topics_by_weight(library) if all((topic, side) in accepted for side in sides)]
    if len(sides) < 2 or not shared:
        return NOTHING
    who = "both sides" if len(sides) == 2 else "all sides"
    nouns = [sheet.topic(topic, topic_phrase(library, topic)) for topic in shared[:MOST_TOPICS]]
    body = Md("on {}, {} are reported to agree").format(grammar.listing(nouns), who)
    return grammar.sentence(body) + notes_of(sheet, [accepted[topic, side] for topic in shared for side in sides])


def _in_dispute(library: Library, sheet: Sheet) -> Md:
    conflicts = [each for each in library.knowledge.disputes if each.sort == "conflict"]
    if not conflicts:
        return NOTHING
    first = conflicts[0]
    rivals = [variant for variant in first.variants if variant.standing not in ("looser", "refined")]
    values = list(dict.fromkeys(dispute_value(library, first, variant) for variant in rivals))[:3]
    link = Md("[{}]({})").format(dispute_point(library, first), sheet.to("disputed.md", f"dispute-{first.id}"))
    body = Md("the sources disagree on {}: {}").format(grammar.lowered(link), grammar.listing(values, "or"))
    if len(conflicts) > 1:
        more = Md("[{}]({})").format(grammar.counted(len(conflicts) - 1, "other point"), sheet.to("disputed.md"))
        body += Md("; and on {}").format(more)
    return grammar.sentence(body) + sheet.cite([cite for variant in rivals for cite in variant.cites[:1]], 3)


def _latest_word(library: Library, sheet: Sheet) -> Md:
    """The last dated statement in a speaker's own words: "On 13 September 2022, X said: “…”"."""
    said = [each for each in quotes(library, library.by_kind.get("statement", [])) if each.speaker and each.direct]
    dated = [each for each in said if each.date] or said
    if not dated:
        return NOTHING
    last = dated[-1]
    when = Md("{}, ").format(on_date(last.date)) if last.date else NOTHING
    words = Md("{} said: “{}”").format(sheet.actor(last.speaker), clipped(last.words, LONGEST_WORD))
    return grammar.sentence(when + words) + sheet.cite(last.cites, 2)
