"""Agreement is counted by who first reported it."""

from __future__ import annotations

from typing import Any

from generator.merge import merge_facts
from generator.model.dossier import Decision
from generator.model.facts import FactsFile
from generator.model.knowledge import Finding, Knowledge
from tests.merge.build import article, dossier, medium, state

WIRE = (
    "Negotiators of the two countries sat down in a villa on the lake early on Tuesday and left it late at night without a word to"
    " the press. The delegation of the north insisted on an end of the blockade before anything else could be put on the table."
    " Diplomats who followed the talks spoke of a mood that was better than in the winter, though far from warm."
)
OTHERS = (
    "The harbour has been closed for nine weeks, and the price of bread has doubled in the capital since spring began this year.",
    "A fisherman of the island told how he watched the ministers arrive by boat, two hours late and without their papers.",
)
CEASEFIRE: dict[str, Any] = {
    "kind": "position",
    "actor": "Russia",
    "stance": "demands",
    "topic": "blockade",
    "words": "an end of the blockade",
}


def review(
    texts: list[str],
    publishers: list[str | None] | None = None,
    facts: list[dict[str, Any]] | None = None,
    decisions: list[Decision] | None = None,
) -> Knowledge:
    files: list[FactsFile] = []
    for n, _ in enumerate(texts):
        own = [facts[n]] if facts else [CEASEFIRE]
        files.append(
            article(
                f"a{n}", "2022-03-01", [state("Russia"), medium("Reuters")], own, (publishers or [None] * len(texts))[n]
            )
        )
    return merge_facts(files, dossier(decisions=decisions or []), texts={f"a{n}": text for n, text in enumerate(texts)})


def position(known: Knowledge) -> Finding:
    return next(finding for finding in known.findings if finding.kind == "position")


def test_five_papers_with_one_text_are_one_origin() -> None:
    known = review([f"{WIRE} Paper number {n} adds a line of its own." for n in range(5)])
    assert len(known.origins) == 1
    assert position(known).verdict == "single origin"
    assert len({ref.article for ref in position(known).facts}) == 5
    assert "words of the other" in known.articles[0].shares_with["a1"]


def test_reports_of_their_own_corroborate() -> None:
    assert position(review([WIRE, *OTHERS])).verdict == "corroborated"


def test_one_speech_in_two_reports_is_no_copy() -> None:
    speech = (
        "“We have waited long enough for an answer, and we will not wait until our children have grown old; the sea is ours"
        " as it is yours, and nobody may close it.”"
    )
    known = review([f"{OTHERS[0]} {speech}", f"{OTHERS[1]} {speech}"])
    assert len(known.origins) == 2


def test_one_agency_in_the_credits_is_one_origin() -> None:
    known = review(list(OTHERS), ["Reuters", "Daily Mail/Reuters"])
    assert position(known).verdict == "single origin"
    assert known.origins[0].name == "Reuters"


def test_a_passage_credited_to_an_agency_has_its_origin_there() -> None:
    told = {**CEASEFIRE, "via": "Reuters"}
    assert position(review(list(OTHERS), facts=[told, told])).verdict == "single origin"
    assert position(review(list(OTHERS), ["Reuters", None], facts=[CEASEFIRE, told])).origins == ["reuters"]
    assert position(review(list(OTHERS), facts=[CEASEFIRE, told])).verdict == "corroborated"


def test_told_an_agency() -> None:
    told = {
        "kind": "event",
        "type": "political",
        "actors": ["Russia"],
        "words": "The port would open soon, an official told Reuters on Monday",
    }
    known = review([OTHERS[0]], facts=[told])
    assert next(f for f in known.findings if f.kind == "event").origins == ["reuters"]


def test_a_decision_settles_an_origin() -> None:
    known = review(
        list(OTHERS), decisions=[Decision(kind="origin", of="article", names=["a0", "a1"], value="The Lake Tribune")]
    )
    assert position(known).origins == ["the-lake-tribune"]
    assert position(known).verdict == "single origin"


def test_works_without_texts() -> None:
    files = [article(f"a{n}", "2022-03-01", [state("Russia")], [{**CEASEFIRE, "words": WIRE}]) for n in range(3)]
    assert len(merge_facts(files, dossier()).origins) == 1


def test_a_standing_paragraph_is_no_copy() -> None:
    foot = "This paper has been at home by the lake since the year of the great flood and lives on what its readers give to it each month."
    assert len(review([f"{WIRE} {foot}", f"{' '.join(OTHERS)} {foot}"]).origins) == 2


def test_a_line_that_names_the_source_of_a_whole_article_makes_one_origin() -> None:
    files = [
        article(name, "2026-03-01", [], [], publisher=paper)
        for name, paper in (("a1", "One"), ("a2", "Two"), ("a3", "Three"))
    ]
    texts = {
        "a1": "The talks went on.\nSource: Gulf Wire\n",
        "a2": "A round ended.\n\n**Source: Gulf Wire**",
        "a3": "A source: Gulf Wire had it, said nobody.",
    }
    known = merge_facts(files, dossier(), texts=texts)
    assert (known.origins[0].name, known.origins[0].articles) == ("Gulf Wire", ["a1", "a2"])
    assert len(known.origins) == 2
