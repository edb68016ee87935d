"""Attributions against the sentences of `cases/attributions.yml`, and what must hold of any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.extract.attributions.labels import PROPOSED
from generator.extract.attributions.lexicon import FRAMES, verb_entries
from generator.extract.language import analyse
from generator.extract.layers import Attribution, Layers
from generator.lexicon import load_lexicon
from generator.model.article import Article, Piece
from generator.model.dossier import Dossier
from tests.factories import make_record

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "attributions.yml").read_text(encoding="utf-8"))["cases"]
WORDS = [
    "“",
    "”",
    "said",
    "that",
    "the minister",
    "Kiev",
    ",",
    ".",
    "talks failed",
    "according to",
    "urged",
    "to stop",
    ":",
    "\n",
]


def read(text: str, headline: str = "") -> Layers:
    text = f"{headline}\n{text}" if headline else text
    pieces = (Piece(0, len(text), 0, len(text)),)
    article = Article(record=make_record(), source=text, text=text, pieces=pieces, headline_end=len(headline))
    return analyse(article, Dossier(title="x"))


def row(layers: Layers, found: Attribution) -> dict[str, Any]:
    out: dict[str, Any] = {
        "source": layers.words(*found.source) if found.source else None,
        "cue": layers.words(*found.cue) if found.cue else None,
        "content": [layers.words(*span) for span in found.content],
    }
    return {**out, **({"direct": True} if found.direct else {}), **({"negated": True} if found.negated else {})}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_case(case: dict[str, Any]) -> None:
    layers = read(case["text"], case.get("headline", ""))
    speakers = [each.pop("speakers", None) for each in case["expect"]]
    assert [row(layers, found) for found in layers.attributions] == case["expect"]
    for found, names in zip(layers.attributions, speakers, strict=True):
        assert names is None or [layers.chains[chain].name for chain in found.speakers] == names


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The minister said the talks had failed.", "claimed"),
        ("Kabul announced a truce.", "claimed"),
        ("Analysts believe that the talks have failed.", "claimed"),
        ("The rebels demanded that the army withdraw.", "claimed"),
        ("Kabul rejected the claim that it had broken the truce.", "claimed"),
        ("Kabul rejected the plan.", "proposed"),
        ("Rich states have resisted, fearing that they will have to pay.", "proposed"),
        ("Kabul claims most of the waters.", "proposed"),
        ("A truce was rejected by Peru and Chile.", "proposed"),
        ("The union wants to meet the owners.", "proposed"),
        ("They fear the dam will choke the river.", "proposed"),
        ("It is believed that the talks have failed.", "left out"),
        ("Kabul demands that the army withdraw.", "left out"),
        ("Kabul's call for a truce went unheard.", "left out"),
    ],
)
def test_what_was_said_is_told_from_what_was_done_or_wished(text: str, standing: str) -> None:
    (found,) = read(text).attributions
    assert ("left out" if not found.stated else "proposed" if found.rule in PROPOSED else "claimed") == standing


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Reuters quoted the president of Kenya as saying that the dam was safe.", "Reuters"),
        ("According to Reuters, the government of Kenya claims that the dam is safe.", "Reuters"),
        ("“The dam is safe,” the president of Kenya said, reports Reuters.", "Reuters"),
        ("The president of Kenya said that the dam was safe.", None),
    ],
)
def test_who_passes_a_statement_on(text: str, via: str | None) -> None:
    layers = read(text)
    (found,) = layers.attributions
    assert (layers.chains[found.via].name if found.via is not None else None) == via


def test_no_verb_stands_twice_with_one_frame() -> None:
    data = load_lexicon("reporting_verbs")
    sorts = [data[part] for part in ("speech", "stance", "belief", "perception")]
    for key in {key for sort in sorts for key in sort}:
        frames = [frame for sort in sorts for frame in sort.get(key, "").split()]
        assert len(frames) == len(set(frames)), key


def test_lists_of_verbs_name_verbs_of_the_lexicon() -> None:
    data = load_lexicon("reporting_verbs")
    known = {key for part in ("speech", "stance", "belief", "perception") for key in data[part]}
    assert set(data["clausal"]) | set(data["wishes"]) <= known


def test_every_frame_of_the_lexicon_is_known() -> None:
    assert {frame for entries in verb_entries().values() for entry in entries for frame in entry.frames} <= FRAMES


def test_no_word_of_the_lexicon_reads_as_a_truth_value() -> None:
    for name in ("reporting_verbs", "reporting_nouns"):
        for part in load_lexicon(name).values():
            values = part.values() if isinstance(part, dict) else part
            assert all(isinstance(value, str) for value in values)


@example(["that", "said", ":", ","])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_contents_hold_and_never_overlap(words: list[str]) -> None:
    layers = read(" ".join(words))
    taken: set[int] = set()
    for found in layers.attributions:
        assert found.content
        for start, end in found.content:
            assert 0 <= start < end <= len(layers.tokens)
            assert taken.isdisjoint(range(start, end))
            taken |= set(range(start, end))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("According to Anna Hale, the strike is over.", "attribution/source known v1"),
        ("The strike, according to Peru, is over.", "attribution/source known v1"),
        ("Peru reiterated its call for a lease of the port.", "attribution/voiced v1"),
        ("According to the summary, the strike is over.", "attribution/source phrase v1"),
        ("Peru criticised the new lease of the port.", "attribution/object v2"),
    ],
)
def test_sure_finds_have_rules_of_their_own(text: str, rule: str) -> None:
    assert [found.rule for found in read(text).attributions] == [rule]
