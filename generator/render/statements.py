"""Statements as a page shows them: in the article's own order and with its own verb, so that no sentence reads as filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.lexicon import load_lexicon
from generator.model.evidence import Evidence
from generator.model.facts import Statement
from generator.model.knowledge import Cite, Finding
from generator.render.library import Library, once
from generator.render.quoting import clipped

LONGEST_STATEMENT = 420
LONGEST_LEAD = 90
"""Characters from the speaker to the words; more of them would bury what is said."""

FARTHEST_VERB = 24
"""Characters between a speaker and the verb that are taken along ("went on to say")."""

OUTER_MARKS = re.compile(r"^[“”\"'‘«„\s]+|[“”\"'’»\s]+$")
SENTENCE_BREAK = re.compile(r"[.!?]\s|\n")

Order = Literal["own words", "verb first", "words first", "according to", "quoted"]
"""How the article joins speaker and words: in quotation marks; "X said that …"; "…, X said"; "according to X"; none of these."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement over all articles, told in the words of the article that has most of it."""

    finding: Finding
    words: str
    order: Order
    lead: str
    """What stands between speaker and words ("said that", "has urged"), or behind the speaker ("said")."""
    speaker: str | None
    """Id of the actor; None where the source is not named."""
    speaker_text: str
    to: str | None
    via: str | None
    date: str | None
    cites: list[Cite]
    place: tuple[str, int, int]
    """Article and characters of the words: two speakers may share them."""

    @property
    def direct(self) -> bool:
        """Whether the words are the speaker's own."""
        return self.order == "own words"


@once
def all_quotes(library: Library) -> dict[str, Quote]:
    """Finding id -> its statement."""
    found = ((finding.id, _quote(library, finding)) for finding in library.by_kind.get("statement", []))
    return {key: said for key, said in found if said is not None}


def quote(library: Library, finding: Finding) -> Quote | None:
    """The statement of a finding; None where its facts are gone."""
    return all_quotes(library).get(finding.id)


def quotes(library: Library, findings: list[Finding]) -> list[Quote]:
    """The statements among `findings`, in their order."""
    found = (quote(library, each) for each in findings if each.kind == "statement")
    return [each for each in found if each is not None]


def together(found: list[Quote]) -> list[list[Quote]]:
    """Statements by the words they share: "both sides said" is one line and no two."""
    groups: dict[tuple[str, int, int], list[Quote]] = {}
    for each in found:
        groups.setdefault(each.place, []).append(each)
    return list(groups.values())


def _quote(library: Library, finding: Finding) -> Quote | None:
    candidates = [
        (ref.article, fact)
        for ref in finding.facts
        if isinstance(fact := library.fact(ref), Statement) and fact.evidence
    ]
    if not candidates:
        return None
    article, best = max(candidates, key=lambda pair: (pair[1].direct, len(_said(pair[1]))))
    order, lead = _joined(best, library.articles[article].text)
    speaker = library.actor_in(article, best.speaker)
    to = library.actor_in(article, best.to)
    via = library.actor_in(article, best.via)
    pieces = _pieces(best)
    return Quote(
        finding=finding,
        words=clipped(_fit(_said(best), order), LONGEST_STATEMENT),
        order=order,
        lead=lead,
        speaker=speaker.id if speaker else None,
        speaker_text=best.speaker_text or (speaker.name if speaker else ""),
        to=to.id if to else None,
        via=via.id if via else None,
        date=finding.date or best.date,
        cites=finding.cites,
        place=(article, pieces[0].start, pieces[-1].end),
    )


def _joined(fact: Statement, text: str) -> tuple[Order, str]:
    """How the article joins speaker and words, and its words for it."""
    words = load_lexicon("wording")["saying"]
    cue, source = fact.cue, fact.source
    if fact.direct:
        return "own words", ""
    if cue is None or source is None or not fact.content:
        return "quoted", ""
    if " ".join(cue.text.lower().split()).startswith(tuple(words["source_phrases"])):
        return "according to", ""
    first, last = _pieces(fact)[0].start, _pieces(fact)[-1].end
    if _passed_on(cue, words):
        return "verb first", words["plain_verb"]
    if source.end <= cue.start and cue.end <= first:
        lead = _between(fact, source, cue, first, text)
        return ("verb first", lead) if lead else ("quoted", "")
    if last <= source.start and _finite(cue, source, text):
        return "words first", cue.text
    return "quoted", ""


def _between(fact: Statement, source: Evidence, cue: Evidence, first: int, text: str) -> str:
    """The article's words from the speaker to what is said: "went on to say that"; empty where they make no predicate."""
    if not _finite(cue, source, text):
        return ""
    start = source.end if cue.start - source.end <= FARTHEST_VERB and text else cue.start
    lead = text[start:first] if text else f"{cue.text} "
    if not text and first - cue.end > 1:
        return ""
    if len(lead) > LONGEST_LEAD or SENTENCE_BREAK.search(lead):
        return without_adverb(cue.text) if first - cue.end <= 1 else ""
    return without_adverb(" ".join(lead.split()).strip(' ,“”"'))


def without_adverb(lead: str) -> str:
    """A predicate without what ties it to words that do not stand here ("also said", "both said", "…, who said")."""
    lead = re.split(r"\b(?:who|which)\b ?", lead)[-1]
    first, _, rest = lead.partition(" ")
    return rest if rest and first.lower() in load_lexicon("wording")["saying"]["tying_adverbs"] else lead


def _finite(cue: Evidence, source: Evidence, text: str) -> bool:
    """Whether the cue can stand as the speaker's predicate: no participle, no noun that the speaker owns."""
    if source.text.endswith(("’s", "'s", "s’")) or text[source.end :].startswith(("’s", "'s")):
        return False
    verb = cue.text.lower().split()[0] if cue.text.split() else ""
    lead = text[source.end : cue.start].split() if text and source.end < cue.start else []
    return bool(verb) and not verb.endswith("ing") and not (lead and lead[-1].lower() == "by")


def _passed_on(cue: Evidence, words: dict[str, list[str]]) -> bool:
    """Whether the cue is the word of whoever passes a statement on ("quoted X as saying"), not of the speaker."""
    return cue.text.lower().split()[-1:] in [[word] for word in words["passed_on"]]


def _pieces(fact: Statement) -> list[Evidence]:
    return sorted(fact.content or fact.evidence, key=lambda piece: piece.start)


def _said(fact: Statement) -> str:
    pieces = _pieces(fact)
    text = " […] ".join(OUTER_MARKS.sub("", piece.text) if fact.direct else piece.text.strip() for piece in pieces)
    return re.sub(r",(?=[”’]?$)", "", without_lone_marks(text.rstrip(",").strip()))


def _fit(words: str, order: Order) -> str:
    """The words so that they can stand where the order puts them."""
    if order in ("own words", "verb first"):
        return words
    return without_connective(re.sub(r"^that\s+", "", words))


def without_connective(words: str) -> str:
    """Words without the opening that ties them to a sentence which does not stand here ("Meanwhile,", "But")."""
    openings = "|".join(load_lexicon("wording")["saying"]["connectives"])
    return re.sub(rf"^(?:{openings})\b,?\s+", "", words, flags=re.IGNORECASE)


def without_lone_marks(text: str) -> str:
    """Drops a quotation mark whose partner lies outside of the words taken, and a pair that holds all of them."""
    if text[:1] == "“" and text[-1:] == "”" and text.count("“") == 1:
        return text[1:-1].rstrip(",")
    if text.count("“") > text.count("”") and text.startswith("“"):
        return text[1:]
    if text.count("”") > text.count("“") and text.endswith("”"):
        return text[:-1]
    return text
