"""Topics of clauses: lists, the dossier's own words, and ids that grammar makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.layers import Tokens
from generator.extract.positions.grammar_topics import claims, de_words, memberships
from generator.extract.positions.topic_words import TopicWords, words_of
from generator.lexicon import load_lexicon


def tokens(text: str) -> Tokens:
    words = text.replace("’s", " ’s").replace(",", " ,").split()
    return Tokens(text=words, lower=[word.lower() for word in words])


def find(words: TopicWords, text: str) -> list[str]:
    row = tokens(text)
    return [match.topic for match in words.find(words_of(row, 0, len(row)))]


OWN = TopicWords([("pay", ["wage*", "pay rise"], False), ("talks", ["no-strike deal"], True)], reach=6)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("higher wages for all", ["pay"]),
        ("a rise in pay", ["pay"]),
        ("the pay is low and the sun began slowly to rise", []),
        ("a no-strike deal", ["talks"]),
        ("a deal to strike no one", []),
        ("wage", ["pay"]),
        ("wager", ["pay"]),
    ],
)
def test_phrases(text: str, topics: list[str]) -> None:
    assert find(OWN, text) == topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the demilitarization of the south", "demilitarisation"),
        ("that it denuclearize", "denuclearisation"),
        ("de-radicalise its schools", "deradicalisation"),
        ("denazify the ministry", "denazification"),
        ("demonize its neighbour", None),
        ("a decision", None),
    ],
)
def test_words_of_undoing(text: str, topic: str | None) -> None:
    row = tokens(text)
    found = de_words(words_of(row, 0, len(row)))
    assert [match.topic for match in found] == ([topic] if topic else [])


@pytest.mark.parametrize(
    ("text", "last", "topic"),
    [
        ("joining the North Atlantic Treaty Organization", None, "nato-membership"),
        ("membership in the bloc", "eu", "eu-membership"),
        ("membership in the alliance", "eu", None),
        ("accession to the WTO", None, "wto-membership"),
        ("a speech at NATO", None, None),
    ],
)
def test_memberships(text: str, last: str | None, topic: str | None) -> None:
    row = tokens(text)
    found = memberships(words_of(row, 0, len(row)), lambda: last)
    assert {match.topic for match in found} == ({topic} if topic else set())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the return of the Golan Heights", "golan-heights"),
        ("recognise Abkhazia and South Ossetia", "abkhazia-south-ossetia"),
        ("the independence of Kosovo", "kosovo"),
        ("two towns of Donetsk and Luhansk", "donetsk-luhansk"),
    ],
)
def test_claims(text: str, topic: str) -> None:
    row = tokens(text)
    assert {match.topic for match in claims(words_of(row, 0, len(row)), [])} == {topic}


@given(st.permutations(["the", "union", "wants", "a", "rise", "in", "pay", "now"]))
def test_the_order_of_words_does_not_matter(words: list[str]) -> None:
    near = abs(words.index("pay") - words.index("rise")) < OWN.reach
    assert find(OWN, " ".join(words)) == (["pay"] if near else [])


def test_no_phrase_stands_under_two_topics() -> None:
    seen: dict[str, str] = {}
    for topic, entry in load_lexicon("topics")["topics"].items():
        for phrase in entry["words"] if isinstance(entry, dict) else entry:
            assert seen.setdefault(str(phrase), topic) == topic, phrase
