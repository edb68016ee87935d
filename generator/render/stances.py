"""Positions: what each side wants in the words of the articles, when and in which round, and what it said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.facts import Position
from generator.model.knowledge import Content, Finding
from generator.render.dates import first_day
from generator.render.library import Library, once
from generator.render.quoting import clipped, cut_to
from generator.render.sentences import before, bounds
from generator.render.statements import SENTENCE_BREAK, without_adverb, without_lone_marks

JOINED = re.compile(r"\s*(?:,|and\b|or\b)")
"""What ties a holder to another one: the words behind it belong to both."""

NEGATED = re.compile(r"(?:\b\w+\s+)?\b(?:not|never|no longer)\s+(?:to\s+)?$|\b(?:cannot|\w+n[’']t)\s+$")
"""A refusal right before what is refused ("would not", "cannot", "refused not to"); without it the words say the contrary."""

OWNED = re.compile(r"[’']s?\b")

NOBODY = "a party not named"
MOST_COLUMNS = 4
FEWEST_WORDS = 8
"""Words from which on a position speaks for itself."""

SHORTEST_ANTECEDENT = 30
"""Characters of what stands before, below which it says nothing."""
NEAR = 30
"""Characters that may stand between holder, verb and what it governs ("call for the demilitarisation")."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a side holds on a topic, as one article tells it."""

    finding: Finding
    content: Content
    side: str
    """The party; the holder's name where it speaks for none."""
    before: Content | None
    """What the side held before where this is a change; else None."""
    day: str
    """First day it may stand for, ISO; "9999" where undated."""

    @property
    def topic(self) -> str:
        """Id of the topic."""
        return self.finding.topic or ""


@once
def stands(library: Library) -> list[Stand]:
    """All that the sides hold, the earliest first, undated last."""
    rows = [
        (when(library, content), finding, content)
        for finding in library.by_kind.get("position", [])
        if finding.topic and finding.stance
        for content in contents(finding)
    ]
    rows.sort(key=lambda row: row[0])
    earlier: dict[tuple[str, str], Content] = {}
    found = []
    for day, finding, content in rows:
        key = (finding.topic or "", holder(library, finding))
        before = earlier.get(key)
        changed = content.change == "changed" and before is not None and before.stance != content.stance
        found.append(Stand(finding, content, key[1], before if changed else None, day))
        if day != "9999":
            earlier[key] = content
    return found


def contents(finding: Finding) -> list[Content]:
    """What a position says in words; one that merging gave none has the clause of its best article."""
    if finding.content or not finding.stance:
        return finding.content
    cite = next((each for each in finding.cites if each.evidence), None)
    if cite is None:
        return []
    words = " ".join(cite.evidence[0].text.split())
    return [Content(words=words, stance=finding.stance, date=finding.date, round=finding.round, cite=cite)]


def when(library: Library, content: Content) -> str:
    """The first day of a position, else of its round; "9999" where neither is known."""
    return first_day(content.date or library.round_date(content.round))


def predicate(library: Library, finding: Finding, content: Content, longest: int) -> str:
    """The words of a position with the article's own verb where it stands before them, and its condition.

    "urged Russia to declare a ceasefire", "call for the demilitarisation of Ukraine"; else the words alone. Where they
    run too long they are cut so that what they say on the topic stays.
    """
    fact = library.facts.get((content.cite.article, content.cite.fact or ""))
    words, lead = content.words, ""
    if isinstance(fact, Position) and fact.cue and fact.content and content.whole:
        first = min(piece.start for piece in fact.content)
        text = library.articles[content.cite.article].text
        lead = _verb_before(fact, first, text) if text else fact.cue.text if first - fact.cue.end == 1 else ""
    whole = re.sub(r"^[’']s?\s+", "", without_lone_marks(f"{lead} {words}" if lead else words))
    if content.condition and content.condition.lower() not in whole.lower():
        whole = _with_condition(whole, content.condition)
    short = cut_to(whole, _words_on(library, finding.topic or ""), longest)
    if not isinstance(fact, Position):
        return short
    return _with_antecedent(short, words, fact, library.articles[content.cite.article].text, longest)


def _with_antecedent(whole: str, words: str, fact: Position, text: str, longest: int) -> str:
    """Words that only point back ("this possibility") with what stands before them, which says at what."""
    pointing = words.split()[:1] and words.split(maxsplit=1)[0].lower() in load_lexicon("wording")["saying"]["pointers"]
    piece = fact.evidence[0]
    room = longest - len(whole)
    if not pointing or len(words.split()) > FEWEST_WORDS or room < SHORTEST_ANTECEDENT:
        return whole
    if text[piece.start : piece.end] != piece.text:
        return whole
    begin = bounds(text, piece.start, piece.end)[0]
    same_sentence = words.lower().startswith("something")
    earlier = text[begin : piece.start].strip(" ,;:") if same_sentence else before(text, begin)
    return f"{clipped(earlier, room)} […] {whole}" if earlier else whole


def _with_condition(words: str, condition: str) -> str:
    """The words and their condition, told once where the one runs into the other ("guarantees if NATO", "if NATO closes …")."""
    for length in range(min(len(words), len(condition)), 0, -1):
        if words.endswith(condition[:length]) and (length == len(condition) or condition[length] == " "):
            return words + condition[length:]
    return f"{words} {condition}"


@once
def _topic_words(library: Library) -> dict[str, list[str]]:
    given = {topic.id: topic.words for topic in library.knowledge.dossier.topics}
    return {
        topic: [part for word in given.get(topic, []) for part in word.split("*")[:1] if len(part) > 2]
        + [part for part in topic.split("-") if len(part) > 3]
        for topic in library.by_topic
    }


def _words_on(library: Library, topic: str) -> list[str]:
    return _topic_words(library).get(topic, [])


def _verb_before(fact: Position, first: int, text: str) -> str:
    """The article's words from the holder to what is wanted ("has urged", "has no"); empty where they make no predicate:
    a noun that the holder owns ("Russia’s call for") needs no telling beside the stance.
    """
    cue, source = fact.cue, fact.source
    refused = NEGATED.search(text[max(0, first - NEAR) : first])
    if refused:
        return " ".join(refused[0].split())
    if cue is None or not cue.end <= first <= cue.end + NEAR:
        return ""
    between = text[source.end : cue.start] if source and source.end <= cue.start <= source.end + NEAR else None
    if between is not None and (OWNED.match(between) or (source and source.text.endswith(("’s", "'s", "s’")))):
        return ""
    start = cue.start if between is None or source is None or JOINED.match(between) else source.end
    lead = " ".join(text[start:first].split())
    return "" if SENTENCE_BREAK.search(lead) else without_adverb(lead.strip(' ,–—“”"'))


def holder(library: Library, finding: Finding) -> str:
    """The side of a position; the actor's name where it speaks for none."""
    if finding.side:
        return finding.side
    return next((library.actors[each].name for each in finding.actors if each in library.actors), NOBODY)


@once
def cells(library: Library) -> dict[tuple[str, str], list[Stand]]:
    """(topic, side) -> what it holds, the latest first; for each round (or day) and stance the best supported words."""
    found: dict[tuple[str, str], dict[tuple[str, str], Stand]] = {}
    for each in stands(library):
        if each.finding.verdict == "superseded":
            continue
        moment = each.content.round or each.content.date or ""
        kept = found.setdefault((each.topic, each.side), {})
        known = kept.get((moment, each.content.stance))
        if known is None or _better(each, known):
            kept[moment, each.content.stance] = each
    return {key: _latest_first(list(kept.values())) for key, kept in found.items()}


def _better(each: Stand, known: Stand) -> bool:
    """Whether words are fitter to show: the article's own content first, then the holder's, then the longer ones."""

    def worth(stand: Stand) -> tuple[bool, bool, bool, int]:
        content = stand.content
        return content.whole, stand.before is not None, content.via is None, min(len(content.words), 120)

    return worth(each) > worth(known)


def _latest_first(found: list[Stand]) -> list[Stand]:
    dated = [each for each in found if each.day != "9999"]
    return dated[::-1] + [each for each in found if each.day == "9999"]


def columns(library: Library) -> list[str]:
    """The columns of the matrix: the parties, then others who hold at least two positions, four in all."""
    counts: dict[str, int] = {}
    for finding in library.by_kind.get("position", []):
        name = holder(library, finding)
        counts[name] = counts.get(name, 0) + 1
    others = [name for name, count in counts.items() if name not in library.parties and count > 1 and name != NOBODY]
    others.sort(key=lambda name: (-counts[name], name))
    return library.parties + others[: max(0, MOST_COLUMNS - len(library.parties))]


@once
def known_topics(library: Library) -> set[str]:
    """The topics that the dossier or the lexicon names; others are called by words of an article, good or not."""
    lexicon = load_lexicon("topics")
    known = {*lexicon["topics"], *lexicon["territories"], *(topic.id for topic in library.knowledge.dossier.topics)}
    return known | {f"{name}-membership" for name in lexicon["organisations"]}


@once
def topics_by_weight(library: Library) -> list[str]:
    """Topics with a position: those of the dossier and the lexicon before mere words of an article, then those first that
    most sides and most origins speak of.
    """
    known = known_topics(library)

    def weight(topic: str) -> tuple[bool, int, int, int]:
        findings = library.by_topic[topic]
        sides = {finding.side for finding in findings if finding.side in library.parties}
        return (
            topic not in known,
            -len(sides),
            -len({origin for each in findings for origin in each.origins}),
            -len(findings),
        )

    return sorted(library.by_topic, key=lambda topic: (*weight(topic), topic))


def by_topic(library: Library, found: list[Stand]) -> list[Stand]:
    """Positions by topic, the weightiest first, and within a topic by side."""
    order = {topic: place for place, topic in enumerate(topics_by_weight(library))}
    return sorted(found, key=lambda each: (order.get(each.topic, 999), each.side))


@once
def matrix(library: Library) -> dict[tuple[str, str], list[Finding]]:
    """(topic, side) -> its positions, one for each stance, the latest first."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for key, inside in cells(library).items():
        one_each = {each.content.stance: each.finding for each in reversed(inside)}
        found[key] = list(one_each.values())[::-1]
    return found
