"""Details of a meeting: place, duration and heads of delegations, from the clauses that speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.layers import Chain, Layers, Timex
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.states import states_of
from generator.extract.meetings.talk import Link, Talk
from generator.extract.places import is_town, place_at, place_in, place_words
from generator.lexicon import load_lexicon

if TYPE_CHECKING:
    from generator.extract.meetings.round import Round

_AT = ("in", "at", "on", "near", "outside", "inside")


def place_of(layers: Layers, known: Round) -> str | None:
    """The longest phrase of place of its mentions; a meeting by video has the link for its place."""
    best: tuple[int, int] | None = None
    for talk in known.talks:
        if talk.place is not None and (best is None or _named(layers, talk.place) > _named(layers, best)):
            best = talk.place
    return place_words(layers, best) if best is not None else _link(layers, known)


def place_of_talk(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """The phrase of place that a mention tells its meeting with: its venue, right behind it, in its clause, or what it is named after."""
    venue = _venue(layers, talk)
    states = bool(states_of(layers, talk))
    if venue is not None or not (states or talk.session or talk.number is not None or talk.time is not None):
        return venue
    span = _right_behind(layers, talk) or _of_journey(layers, talk)
    beside = {link.verb for link in talk.links} - set(talk.verbs)
    if span is None and (talk.number is not None or states) and not beside:
        span = _of_verbs(layers, talk)
    return span or _named_after(layers, talk)


def may_be_one_place(layers: Layers, talk: Talk, others: list[Talk]) -> bool:
    """Whether the place of a mention and those of a meeting can be one: they share a name, or one of them is none."""
    places = [each.place for each in others if each.place is not None]
    if talk.place is None or not places:
        return True
    names = _names(layers, talk.place)
    return not names or any(names & other or not other for other in (_names(layers, place) for place in places))


def _names(layers: Layers, place: tuple[int, int]) -> set[str]:
    return {word.lower() for word in layers.tokens.text[place[0] : place[1]] if word[:1].isupper()}


def _named_after(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """“The Vienna talks”, "the Doha meeting": the town that the talks are named after, unless it stands for a side."""
    for at in range(talk.start, talk.end - 1):
        mention = layers.mentions[layers.mention_of[at]] if layers.mention_of[at] >= 0 else None
        if mention is None or not is_town(layers, at) or "-" in layers.tokens.text[at]:
            continue
        foreign = mention.country not in layers.parties or (talk.session and at == talk.end - 2)
        if foreign and layers.np_of[at] == layers.np_of[at + 1]:
            return at, at + 1
    return None


def _of_verbs(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """The place that stands with its verb, or with the infinitive of a plan ("is due **to begin in Rome**")."""
    telling = [link.verb for link in talk.links if link.role != "oblique" or _carries(layers, link)]
    verbs = [each for verb in telling for each in (verb, layers.syntax.complement(verb)) if each is not None]
    for verb in verbs:
        end = layers.sentences[layers.sentence_of[layers.verb_groups[verb].head]].end
        for _, phrase in layers.syntax.obliques(verb, *_AT):
            start = layers.noun_phrases[phrase].start
            if (span := place_at(layers, start, end)) is not None:
                return span
            for _, inner in layers.syntax.modifiers(phrase, "in", "at"):  # "met at the spring conference in Lima"
                if (span := place_at(layers, layers.noun_phrases[inner].start, end)) is not None:
                    return span
    return None


def _carries(layers: Layers, link: Link) -> bool:
    """“Met in Rome for the first round”: the verb of the phrase tells the meeting itself."""
    return any(layers.verb_groups[link.verb].lemma in words(name) for name in ("meet", "begin", "go_on", "hold"))


def _right_behind(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """“The three-day talks in Brussels”, "their summit last October in Oslo": a place that belongs to the noun."""
    at = talk.end
    timex = layers.timex_at(at) or (layers.timex_at(at + 1) if layers.tokens.lower[at : at + 1] == ["on"] else None)
    at = timex.end if timex is not None else at
    if layers.tokens.lower[at : at + 1] not in (["in"], ["at"]):
        return None
    return place_at(layers, at + 1, layers.sentences[layers.sentence_of[talk.start]].end)


def _of_journey(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """“Will return **to Geneva** for talks”: where those who meet travel to."""
    for link in talk.links:
        if (
            link.role == "oblique"
            and link.case in {"for", "to"}
            and layers.verb_groups[link.verb].lemma in words("travel")
        ):
            group = layers.verb_groups[link.verb]
            return place_in(layers, group.end, talk.start, frozenset(["to", "in", "at"]), first=True)
    return None


def _venue(layers: Layers, talk: Talk) -> tuple[int, int] | None:
    """“Agreed on the Brest region as the venue for the talks”."""
    lower = layers.tokens.lower
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    at = next((i for i in range(max(sentence.start, talk.start - 4), talk.start) if lower[i] == "venue"), None)
    if at is None:
        return None
    return place_in(layers, sentence.start, at, frozenset(_AT))


def _named(layers: Layers, span: tuple[int, int]) -> tuple[int, int]:
    """More names win, then more words."""
    return sum(tag.startswith("NNP") for tag in layers.tokens.tag[span[0] : span[1]]), span[1] - span[0]


def _link(layers: Layers, known: Round) -> str | None:
    for talk in known.talks:
        text = " ".join(layers.tokens.lower[talk.clause[0] : talk.clause[1]])
        for link in load_lexicon("place_words")["links"]:
            if f" {link}" in text:
                return "video link"
    return None


def duration_of(layers: Layers, known: Round) -> str | None:
    """“Lasted about five hours”, “after five hours of negotiations”, “four-hour talks”, “After six hours, the parties …”."""
    for talk in known.talks:
        sentence = layers.sentence_of[talk.start]
        lasted = any(layers.verb_groups[verb].lemma in words("last") for verb in talk.verbs)
        after = layers.sentences[min(sentence + 1, len(layers.sentences) - 1)]
        for timex in layers.timexes_from(layers.sentences[sentence].start, after.end):
            if timex.kind != "duration" or words("no_sitting") & set(layers.tokens.lower[timex.start : timex.end]):
                continue
            if (
                (lasted and talk.clause[0] <= timex.start < talk.clause[1])
                or talk.start <= timex.start < talk.end
                or _spent_on(layers, timex, talk)
                or _spent_before(layers, timex, sentence)
            ):
                return layers.words(timex.start, timex.end)
    return None


def _spent_on(layers: Layers, timex: Timex, talk: Talk) -> bool:
    """“Five hours of negotiations”."""
    between = layers.tokens.lower[timex.end : talk.start] if timex.end <= talk.start <= timex.end + 2 else None
    return between in ([], ["of"], ["of", "the"])


def _spent_before(layers: Layers, timex: Timex, sentence: int) -> bool:
    """“After six hours, …” opens the sentence behind the one that speaks of the meeting."""
    if layers.sentence_of[timex.start] != sentence + 1:
        return False
    lower, start = layers.tokens.lower, layers.sentences[sentence + 1].start
    hours = any(word in words("long_units") for word in lower[timex.start : timex.end])
    return (
        hours
        and start < timex.start <= start + 2
        and lower[start] == "after"
        and lower[timex.end : timex.end + 1] == [","]
    )


def heads_of(layers: Layers) -> list[tuple[str, int, int]]:
    """Who leads whose delegation: (side, chain, token where the article says so), from roles and from "delegation led by X"."""
    found: list[tuple[str, int, int]] = []
    for index, chain in enumerate(layers.chains):
        for title, start, _ in chain.roles:
            if (
                chain.kind == "person"
                and _is_chief(title)
                and (side := chain.side or _side_in(layers, title) or _country_of(layers, chain))
            ):
                found.append((side, index, start))
                break
    return found + _led_by(layers)


def _is_chief(title: str) -> bool:
    lowered = title.lower().replace("’s", " ").replace("'s", " ").split()
    return any(word in words("chiefs") for word in lowered) and any(word in words("negotiators") for word in lowered)


def _country_of(layers: Layers, chain: Chain) -> str | None:
    """“Iran’s chief negotiator Ali Kani”: where nobody knows the parties, the state or organisation he belongs to."""
    if layers.parties:
        return None
    return next((country for index in chain.mentions if (country := layers.mentions[index].country)), None)


def _side_in(layers: Layers, title: str) -> str | None:
    return next((party for party in layers.parties if party.lower() in title.lower()), None)


def _led_by(layers: Layers) -> list[tuple[str, int, int]]:
    """“The Russian delegation led by X”, “X, who heads the Ukrainian delegation”, “X led the delegation of Ukraine”."""
    found: list[tuple[str, int, int]] = []
    for group in layers.verb_groups:
        if group.lemma not in words("lead"):
            continue
        passive = layers.tokens.lower[group.end : group.end + 1] == ["by"]
        leader = _person_behind(layers, group.end + 1) if passive else _subject_person(layers, group.subject)
        team = _team_before(layers, group.start) if passive else _team_behind(layers, group.end)
        if leader is None or team is None:
            continue
        side = layers.chains[leader].side or _team_side(layers, team)
        if side is not None:
            found.append((side, leader, group.start))
    return found


def _person_behind(layers: Layers, at: int) -> int | None:
    """The person named within the next twelve tokens: a title of any length may stand before the name."""
    for token in range(at, min(at + 12, len(layers.tokens))):
        index = layers.mention_of[token]
        if index >= 0 and layers.mentions[index].kind == "person" and layers.mentions[index].chain is not None:
            return layers.mentions[index].chain
    return None


def _subject_person(layers: Layers, phrase: int | None) -> int | None:
    if phrase is None:
        return None
    noun = layers.noun_phrases[phrase]
    index = layers.mention_of[noun.head]
    return layers.mentions[index].chain if index >= 0 and layers.mentions[index].kind == "person" else None


def _team_before(layers: Layers, at: int) -> int | None:
    for token in range(at - 1, max(-1, at - 4), -1):
        if layers.np_of[token] >= 0:
            phrase = layers.np_of[token]
            head = layers.tokens.lower[layers.noun_phrases[phrase].head]
            return phrase if head in words("people") or head in {"counterpart", "team", "mission"} else None
    return None


def _team_behind(layers: Layers, at: int) -> int | None:
    phrase = layers.np_of[at] if at < len(layers.tokens) else -1
    if phrase < 0:
        return None
    return phrase if layers.tokens.lower[layers.noun_phrases[phrase].head] in words("people") else None


def _team_side(layers: Layers, phrase: int) -> str | None:
    """The side that the delegation's own mention gives it."""
    noun = layers.noun_phrases[phrase]
    for token in range(noun.end - 1, noun.start - 1, -1):
        index = layers.mention_of[token]
        if index >= 0:
            mention = layers.mentions[index]
            chain: Chain | None = layers.chains[mention.chain] if mention.chain is not None else None
            return (chain.side if chain else None) or mention.country
    return None
