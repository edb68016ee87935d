"""What surrounds a mention: who came before it in its sentence, and which country a bare title belongs to."""

from __future__ import annotations

from itertools import islice

from generator.extract.agency import acts
from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.spelling import skeleton
from generator.extract.coreference.traits import organisation_by_noun
from generator.extract.layers import Layers, Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.naming import with_article
from generator.extract.mentions.words import word_set

HOME = "United States"
"""Where it is a party, the English-language press means its president by a bare "President X"; all others bear their country."""
STATE_SERVICES = frozenset(["army", "military", "police", "government", "ministry", "presidential", "navy"])
"""Services that a state alone has: whose spokesman somebody is."""
CLAUSES = frozenset(["while", "but", "whereas", ";", "although"])
BARE_TITLES = frozenset(["title", "institution", "delegation", "people"])


def countries_of_titles(builder: ChainBuilder) -> None:
    """Give bare titles and institutions ("President X", "a Defence Ministry spokesman in Moscow") a country from their surroundings.

    The place right after the phrase or the owner decides, else the last body, role or adjective before it in the sentence.
    """
    mentions = builder.layers.mentions
    taken: set[tuple[str, str | None]] = {
        (m.head.lower(), m.country) for m in mentions if m.country and m.form == "name" and m.sort == "title"
    }
    for i, mention in enumerate(mentions):
        if mention.country or mention.sort not in BARE_TITLES or mention.kind == "place":
            continue
        country = _of_owner(builder, i) or (None if mention.sort == "people" else _after(builder.layers, mention))
        if country is not None:
            if mention.chain is not None:
                builder.belong(mention.chain, country)
        elif mention.sort == "title" and not mention.owner:
            country = _guess(builder, i, taken)
        if country is not None and (mention.form != "name" or mention.chain not in builder.guessed):
            builder.revise(i, country=country)
            builder.told.add(i)


def _guess(builder: ChainBuilder, number: int, taken: set[tuple[str, str | None]]) -> str | None:
    """The country of an office or of one who serves a state, told by the sentence before it or by the parties."""
    mention, heads = builder.layers.mentions[number], load_heads()
    office = heads.is_office(mention.head) and mention.head not in heads.local
    if mention.form == "role" and mention.head not in heads.serving:
        if not office or mention.determiner != "the" or builder.layers.quote_of[mention.start] >= 0:
            return None
        if any(mention.head.lower() in row[:1] for row in builder.offices.values()):
            return None  # somebody in the article bears it
    elif not office and mention.head not in heads.serving:
        return None
    country = _known(builder, mention)
    if country is None:
        country = _before(builder.layers, number, office)
        country = country if not office or _may_have(country, mention.head) else None
    if country is None and not office:
        country = _last_speaker(builder.layers, number)
    of_state = office or bool(STATE_SERVICES & set((mention.title or "").lower().split()[:-1]))
    country = country or heads.only.get(mention.head)
    country = country or (only_state(builder.layers, mention.head) if of_state else None)
    if country is None and mention.head == "president" and _is_at_home(builder.layers, mention):
        country = HOME
    if country is None or (mention.head.lower(), country) in taken:
        return None
    if mention.form == "name" and mention.chain is not None:
        builder.belong(mention.chain, country, guessed=True)
        builder.revise(number, title=with_country(mention, country))
    return country


def _is_at_home(layers: Layers, mention: Mention) -> bool:
    """Whether the United States are spoken of in the sentence of a title and surname: "President Quill said America would"."""
    sentence = layers.sentence_of[mention.start]
    return (
        HOME in layers.parties
        and " " not in mention.name
        and any(m.country == HOME and layers.sentence_of[m.start] == sentence for m in layers.mentions)
    )


def _may_have(country: str | None, office: str) -> bool:
    """Whether a name is a state's that has the office."""
    entry = load_gazetteer().entry(country) if country else None
    return (
        entry is not None and entry.kind == "state" and office.lower() not in load_heads().lacking.get(entry.name, ())
    )


def _known(builder: ChainBuilder, mention: Mention) -> str | None:
    """The country that another mention of the person has told outright."""
    if mention.chain is None or mention.chain in builder.guessed:
        return None
    return builder.country.get(mention.chain)


def _after(layers: Layers, mention: Mention) -> str | None:
    """The country of "in Moscow" right after the phrase."""
    tokens, k = layers.tokens, mention.end
    if k + 2 >= len(tokens) or tokens.lower[k] not in {"in", "from"}:
        return None
    number = layers.mention_of[k + 1 + (tokens.lower[k + 1] == "the")]
    following = layers.mentions[number] if number >= 0 else None
    return following.country if following and following.sort in {"capital", "state", "seat"} else None


def _before(layers: Layers, number: int, office: bool) -> str | None:
    """The country of the nearest role or body before a mention in its sentence: who serves a state speaks of its own offices."""
    mention = layers.mentions[number]
    sentence = layers.sentence_of[mention.start]
    for other in backwards(layers.mentions, number):
        if layers.sentence_of[other.start] != sentence:
            return None
        if CLAUSES & set(layers.tokens.lower[other.end : mention.start]):
            return None  # "the Greek side …, while Minister X"
        attributive = (
            other.sort in {"institution", "delegation", "seat"}
            or _opens_with_place(layers, other)
            or (other.sort == "title" and (other.form == "role" or other.head in load_heads().serving))
        )
        owner = other.sort == "state" and layers.tokens.lower[other.end : other.end + 1] in (["'s"], ["’s"])
        if (attributive or (owner and not office)) and other.country and other.end <= mention.start:
            return other.country if not office or mention.nested or _says(layers, other, mention) else None
    return None


def _says(layers: Layers, speaker: Mention, mention: Mention) -> bool:
    """Whether an office stands in the words of somebody who serves a state: "a Chilean spokesman said President X was told"."""
    groups = {layers.vg_of[i] for i in range(speaker.end, mention.start)} - {-1}
    return any(layers.verb_groups[group].lemma in word_set("speech_of_own") for group in groups)


def _opens_with_place(layers: Layers, mention: Mention) -> bool:
    """Whether a capital opens the sentence as its scene: "In Moscow, Foreign Minister X warned"."""
    lower = layers.tokens.lower
    first = layers.sentences[layers.sentence_of[mention.start]].start
    return (
        mention.sort == "capital" and mention.start == first + 1 and lower[first] == "in" and lower[mention.end] == ","
    )


def _last_speaker(layers: Layers, number: int) -> str | None:
    """The body or organisation that was the subject of the sentence before: "The ministry said … Spokeswoman X added"."""
    mention = layers.mentions[number]
    sentence = layers.sentence_of[mention.start]
    paragraph = layers.sentences[sentence].paragraph
    office = load_heads().is_office(mention.head)
    found = None
    before = sentence - 1
    while before > 0 and layers.quote_of[layers.sentences[before].start + 1] >= 0:
        before -= 1  # over the words said to the sentence that brings them in
    for other in backwards(layers.mentions, number):
        at = layers.sentence_of[other.start]
        if at < before or (layers.sentences[at].paragraph != paragraph and not office):
            break  # an office is often named in a paragraph of its own
        if at == sentence and other.country and layers.quote_of[other.start] < 0:
            return None
        collective = other.kind in {"body", "organisation", "state"} and not other.place_only
        if collective and at == before and acts(layers, other) and _opens_clause(layers, other):
            found = other.country or (only_state(layers) if other.head == "government" else None) or other.name
    return found


def _opens_clause(layers: Layers, mention: Mention) -> bool:
    """Whether a mention stands before the first finite verb of its sentence: it is what the sentence is about."""
    first = layers.sentences[layers.sentence_of[mention.start]].start
    if "that" in layers.tokens.lower[first : mention.start]:
        return False
    groups = {layers.vg_of[i] for i in range(first, mention.start)} - {-1}
    return not any(layers.verb_groups[group].finite for group in groups)


def _of_owner(builder: ChainBuilder, number: int) -> str | None:
    """The state or organisation behind "the government’s", "the union’s", "guerrilla leader"."""
    mention = builder.layers.mentions[number]
    if mention.determiner in {"his", "her"} and mention.head in load_heads().serving:
        master = person_before(builder, number)
        return builder.country.get(master) if master is not None else None
    heads = load_heads()
    if mention.determiner in {"its", "their"} and (mention.head in heads.serving or heads.is_office(mention.head)):
        return _institution_before(builder, number)
    if (mention.title or "").startswith("ministry ") and not mention.owner:
        return _last_ministry(builder, number)
    if not mention.owner:
        return _in_complement(builder, number)
    if mention.owner[0].isupper():
        master = next(iter(builder.surnames.get(skeleton(mention.owner.split()[-1]), [])), None)
        if master is None and load_heads().is_office(mention.owner.lower()):
            return only_state(builder.layers, mention.owner)
        return builder.country.get(master) if master is not None else None
    if mention.owner in {"government", "country", "state", "nation"}:
        return only_state(builder.layers)
    if (named := _in_complement(builder, number)) is not None:
        return named
    chain = organisation_by_noun(builder, number, "rebels" if mention.owner == "rebel" else mention.owner)
    return builder.chains[chain].name if chain is not None else None


def _in_complement(builder: ChainBuilder, number: int) -> str | None:
    """The country of whom a role or body ends or begins with: "a spokesman for Mr Hale", "Transport Workers’ Union leader"."""
    mention = builder.layers.mentions[number]
    end = mention.name_start if mention.name_start is not None and mention.name_start > mention.start else mention.end
    for inner in islice(builder.layers.mentions, number + 1, None):
        if inner.start >= end:
            return None
        serves = builder.layers.tokens.lower[inner.start - 1] in {"of", "for", "to", "the"} and inner.end == end
        opens = inner.kind == "organisation" and inner.start <= mention.start + 1
        if inner.form == "name" and (serves or opens) and inner.chain is not None:
            row = builder.chains[inner.chain]
            return row.name if row.kind == "organisation" else builder.country.get(inner.chain)
    return None


def _last_ministry(builder: ChainBuilder, number: int) -> str | None:
    """The country of the ministry last spoken of: "ministry spokesman X"."""
    before = backwards(builder.layers.mentions, number)
    return next((m.country for m in before if m.country and m.head.endswith("ministry")), None)


def _institution_before(builder: ChainBuilder, number: int) -> str | None:
    """The state or organisation that "its spokesman" speaks for; a seat of power goes into the title ("Kremlin spokesman")."""
    layers = builder.layers
    mention = layers.mentions[number]
    for other in backwards(layers.mentions, number):
        if layers.sentence_of[other.start] < layers.sentence_of[mention.start] - 1:
            return None
        if other.kind in {"state", "organisation", "body"} and other.form != "pronoun" and not other.place_only:
            if other.sort in {"seat", "organisation"} and mention.title:
                builder.revise(number, title=f"{layers.words(other.start, other.end)} {mention.title}")
            return other.country or other.name
    return None


def person_before(builder: ChainBuilder, number: int) -> int | None:
    """The person last named as a subject before a mention in its sentence or the one before, else the last one named."""
    layers = builder.layers
    sentence = layers.sentence_of[layers.mentions[number].start]
    last: int | None = None
    for other in backwards(layers.mentions, number):
        if layers.sentence_of[other.start] < sentence - 1:
            break
        if other.chain is None or other.kind != "person" or other.form != "name" or other.nested:
            continue
        if acts(layers, other):
            return other.chain
        last = other.chain if last is None else last
    return last


def only_state(layers: Layers, office: str = "") -> str | None:
    """The one state among the parties: "the president" is its own in talks with rebels, a union or a company.

    Args:
        layers: the layers of the article.
        office: an office that the state must have: of Iran and the United States, Iran alone has a foreign minister.
    """
    lacking = load_heads().lacking
    states = [
        entry.name
        for party in layers.parties
        if (entry := load_gazetteer().party(party)) is not None
        and entry.kind == "state"
        and office.lower() not in lacking.get(entry.name, ())
    ]
    return states[0] if len(states) == 1 < len(layers.parties) else None


def with_country(mention: Mention, country: str) -> str | None:
    """An office's title with its country ("President" -> "President of Ukraine"); other titles as they are."""
    from_office = mention.title and load_heads().is_office(mention.head) and " of " not in mention.title
    return f"{mention.title} of {with_article(country)}" if from_office else mention.title
