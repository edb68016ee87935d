"""Who speaks in a span: groups, conjunctions, complements."""

from __future__ import annotations

from generator.extract.language import analyse
from generator.extract.reference import speakers_of
from generator.model.dossier import Dossier, Party
from tests.extract.articles import make_article

PARTIES = [Party(name="Serbia"), Party(name="Kosovo")]


def speakers(text: str, source: str) -> list[str]:
    layers = analyse(make_article(text), Dossier(title="test", parties=PARTIES))
    words = source.split()
    start = next(i for i in range(len(layers.tokens)) if layers.tokens.text[i : i + len(words)] == words)
    return [layers.chains[chain].name for chain in speakers_of(layers, start, start + len(words))]


def test_a_conjunction_gives_both() -> None:
    assert speakers("Serbia and Kosovo said they had agreed.", "Serbia and Kosovo") == ["Serbia", "Kosovo"]


def test_a_group_stands_for_the_parties() -> None:
    text = "Serbia and Kosovo met in Ohrid. The two sides said they would meet again."
    assert speakers(text, "The two sides") == ["Serbia", "Kosovo"]


def test_a_complement_does_not_speak() -> None:
    text = "Jovana Petković, the head of the Serbian delegation, said it was late."
    assert speakers(text, "Jovana Petković , the head of the Serbian delegation") == ["Jovana Petković"]


def test_a_pronoun_speaks_for_its_person() -> None:
    text = "Prime Minister Arben Gashi of Kosovo arrived on Monday. He said the offer was fair."
    assert speakers(text, "He") == ["Arben Gashi"]
