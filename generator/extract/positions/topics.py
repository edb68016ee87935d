"""The topic of a clause: the dossier's own, else a general one, else one made by grammar, else a slug of its head words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.extract.layers import Layers
from generator.extract.positions import grammar_topics, lexicon
from generator.extract.positions.grammar_topics import PlaceName
from generator.extract.positions.topic_words import TopicMatch, TopicWords, Word, words_of
from generator.lexicon import load_lexicon
from generator.model.identity import slug

GENERAL_REACH = 8
"""Words of a general phrase stand close together; "end its support for the war" is no ceasefire."""
TALK = frozenset({"negotiations", "peace-deal"})
"""What "talks on the islands" is about least."""
DIRECTION_REACH = 5
"""How many words before a topic the word stands that gives it its direction ("an end to the | strike")."""
PARTING = frozenset({"and", "or", "but", "at", "in", "during", "after", "before", "until", "with"})
"""Words over which no direction reaches."""
CLAUSE_REACH = 40
"""The dossier's phrases may span the clause."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause is about, whether a list or the grammar knows it, and the token where it shows."""

    id: str
    known: bool
    token: int
    weak: bool = False
    """Of everything that is talked about ("negotiations", "peace-deal")."""
    by: str = "topic/list v1"
    """What made it: the dossier's words, the general list, or the words themselves."""
    land: bool = False
    """A disputed land that only its name shows."""


class TopicFinder:
    """Topics of the clauses of one article."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self._own = _dossier_words(tuple((t.id, tuple(t.words)) for t in layers.dossier.topics))
        self._general = _general_words()
        self._organisations: list[tuple[int, str]] | None = None
        self._told: dict[tuple[int, int], Topic | None] = {}
        """Spans that were looked up: several rules ask for the same words."""

    def topic(self, start: int, end: int) -> Topic | None:
        """The topic of the tokens `[start, end)`; None where no list knows one and no noun or verb can name one."""
        found = self.known(start, end)
        if found is not None:
            return found
        name = self._heads(start, end)
        return Topic(name, known=False, token=start, by="topic/words v1") if name else None

    def known(self, start: int, end: int) -> Topic | None:
        """The topic of the tokens `[start, end)` where the dossier, the general list or the grammar knows it."""
        span = (start, end)
        if span not in self._told:
            self._told[span] = self._look_up(start, end)
        return self._told[span]

    def _look_up(self, start: int, end: int) -> Topic | None:
        words = words_of(self.layers.tokens, start, end)
        own = _first(self._own.find(words))
        best = own or _first(self._made(words, start) + self._general.find(words))
        return (
            Topic(
                best.topic if own is not None else direction_of(words, best) + best.topic,
                known=True,
                token=words[best.first].token,
                weak=best.weak,
                by="topic/dossier v1" if own is not None else "topic/list v1",
                land=best.weak and best.topic in grammar_topics.lands(),
            )
            if best
            else None
        )

    def _made(self, words: list[Word], start: int) -> list[TopicMatch]:
        found = grammar_topics.de_words(words)
        found += grammar_topics.memberships(words, lambda: self._organisation_before(start))
        return found + grammar_topics.claims(words, self._places(words))

    def _organisation_before(self, token: int) -> str | None:
        if self._organisations is None:
            words = words_of(self.layers.tokens, 0, len(self.layers.tokens))
            named = grammar_topics.organisation_names(words)
            self._organisations = [(words[m.first].token, m.topic) for m in named]
        before = [name for at, name in self._organisations if at < token]
        return before[-1] if before else None

    def _places(self, words: list[Word]) -> list[PlaceName]:
        """Places and states of the clause that are no party of the talks, one for each mention."""
        parties = {name.casefold() for name in self.layers.parties}
        found: list[PlaceName] = []
        seen: set[int] = set()
        for at, word in enumerate(words):
            number = self.layers.mention_of[word.token]
            if number < 0 or number in seen:
                continue
            seen.add(number)
            mention = self.layers.mentions[number]
            if mention.kind in {"place", "state"} and mention.form == "name" and mention.name.casefold() not in parties:
                last = at
                while last + 1 < len(words) and self.layers.mention_of[words[last + 1].token] == number:
                    last += 1
                found.append(PlaceName(at, last, mention.name))
        return found

    def _heads(self, start: int, end: int) -> str | None:
        """Slug of the first verb and the first noun phrase's last two words: "leave-capital", "security-council"."""
        tokens = self.layers.tokens
        verb, noun, ends = "", "", ""
        for i in range(start, end):
            group = self.layers.vg_of[i]
            if group >= 0 and not verb and not noun:
                verb = self.layers.verb_groups[group].lemma
            phrase = self.layers.np_of[i]
            if phrase >= 0 and tokens.tag[i] not in {"PRP", "WP", "WDT", "DT", "EX"}:
                one = self.layers.noun_phrases[phrase]
                content = [
                    tokens.lower[k]
                    for k in range(max(one.start, start), min(one.end, end))
                    if tokens.tag[k][:2] in {"NN", "JJ", "VB"} and tokens.lower[k] not in {"own", "such", "other"}
                ]
                if content and tokens.lemma[one.head] in lexicon.words("empty_heads"):
                    continue
                if not ends and content and content[-1] in lexicon.words("ending_words"):
                    ends = "end-of-"  # "an end to the | sale of the ports"
                    continue
                noun = "-".join(content[-2:])
                if noun:
                    break
        if verb in {"be", "have", "do"}:
            verb = ""
        if verb in lexicon.words("ending_words") and noun:
            verb, ends = "", "end-of-"
        name = ends + slug(f"{verb} {noun}".strip(), "") if noun or verb else ""
        return name or None


def _first(found: list[TopicMatch]) -> TopicMatch | None:
    """The topic that a clause speaks of first; a weak one only where there is no other; the longer phrase where two begin alike."""
    return min(found, key=lambda m: (m.weak, m.weak and m.topic in TALK, m.first, -m.size, m.topic), default=None)


def direction_of(words: list[Word], match: TopicMatch) -> str:
    """What is wanted of the topic: "end-of-" for "lift sanctions", "relief from sanctions", "no-" for "avert tariffs", else nothing."""
    for at in range(match.first - 1, max(match.first - 1 - DIRECTION_REACH, -1), -1):
        text = words[at].text
        if text in lexicon.words("ending_words"):
            return "end-of-"
        if text in lexicon.words("averting_words"):
            return "no-"
        if text in lexicon.words("lowering_words"):
            return "lower-"
        if text in PARTING:
            break
    behind = [word.text for word in words[match.last + 1 : match.last + DIRECTION_REACH]]
    done = next((text for text in behind if text in lexicon.words("ended_words") or text in PARTING), "")
    return "end-of-" if done and done not in PARTING and "not" not in behind else ""


@lru_cache(maxsize=8)
def _dossier_words(topics: tuple[tuple[str, tuple[str, ...]], ...]) -> TopicWords:
    return TopicWords(((name, words, False) for name, words in topics), reach=CLAUSE_REACH)


@lru_cache(maxsize=1)
def _general_words() -> TopicWords:
    rows = []
    for name, entry in load_lexicon("topics")["topics"].items():
        row = entry if isinstance(entry, dict) else {"words": entry}
        rows.append((name, [str(word) for word in row["words"]], bool(row.get("weak"))))
        rows.append((name, [str(word) for word in row.get("weak_words", ())], True))
    return TopicWords(rows, reach=GENERAL_REACH)
