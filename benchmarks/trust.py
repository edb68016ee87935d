"""How often each rule was right: python -m benchmarks.trust FACTS GOLD ARTICLES [FACTS GOLD ARTICLES …] [--write]

FACTS are folders of facts files made by the present rules, GOLD and ARTICLES belong to them (`docs/facts.md`, `tests/quality/score.py`).
Prints, for every `by`, how many of its facts matched a gold row with all that makes it right (a statement its speaker, a position
its side and stance), and how many did not. `--write` puts the counts into `generator/lexicon/trust.yml` and the table into `docs/trust.md`.
Facts that only wait as proposals are counted too, so that a rule can win back its trust.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from generator.lexicon import load_lexicon
from tests.quality import score as scoring

ROOT = Path(__file__).parent.parent
Table = dict[str, list[int]]
"""Rule -> [right, found]."""


class Tally(scoring.Score):
    """The scorer, asked for each fact instead of each kind."""

    def __init__(self) -> None:
        super().__init__(None, proposals=True)
        self.table: Table = defaultdict(lambda: [0, 0])

    def kind(self, kind: str, stem: str, facts: Any, gold: Any, text: str, named: Any, margin: Any) -> None:
        """Count each fact of a kind as right or not; what the margin tolerates is neither."""
        rows = [row for row in gold.get("facts") or [] if row["kind"] == kind]
        mine = [
            fact for fact in facts.get("facts") or [] if fact.get("kind") == kind and fact.get("review") != "rejected"
        ]
        paired = self._pairs(kind, rows, mine, text, named)
        spared = [*(margin.get("tolerated") or []), *(margin.get("optional") or [])]
        if kind == "event":
            spared += [row["anchor"] for row in gold.get("facts") or [] if row["kind"] in ("statement", "position")]
        excused = [place for anchor in spared for place in scoring.places_of(text, anchor)]
        for number, fact in enumerate(mine):
            if number in paired:
                self._count(fact, right=self._is_right(kind, fact, rows[paired[number]], named))
            elif not any(scoring.covers(scoring.spans_of(fact), [place]) >= 0.5 for place in excused):
                self._count(fact, right=False)

    def _count(self, fact: Any, *, right: bool) -> None:
        self.table[str(fact.get("by"))][0] += right
        self.table[str(fact.get("by"))][1] += 1

    def _pairs(self, kind: str, rows: list[Any], mine: list[Any], text: str, named: Any) -> dict[int, int]:
        """Fact -> the gold row it belongs to, one to one, the best first (as the scorer pairs them)."""
        found = []
        for i, row in enumerate(rows):
            where = scoring.places_of(text, row["anchor"])
            for j, fact in enumerate(mine):
                spans = scoring.spans_of(fact)
                share = scoring.covers(spans, where)
                if share >= 0.5:
                    found.append((self.agree(kind, fact, row, named), share, -sum(e - s for s, e in spans), i, j))
        paired: dict[int, int] = {}
        taken: set[int] = set()
        for *_, i, j in sorted(found, key=lambda pair: pair[:3], reverse=True):
            if i not in taken and j not in paired:
                paired[j] = i
                taken.add(i)
        return paired

    def _is_right(self, kind: str, fact: Any, row: Any, named: Any) -> bool:
        fold = scoring.fold
        if kind == "statement":
            who = fold(self.who(fact.get("speaker"), named)[0])
            return fold(row.get("who")) in {who, fold(fact.get("speaker_text"))}
        if kind == "position":
            name, actor = self.who(fact.get("actor"), named)
            side = fold(actor.get("side"))
            same = fold(name) == fold(row.get("who")) or (side and side == fold(scoring.SIDE.get(row.get("who"))))
            return bool(same) and fact.get("stance") == row.get("stance")
        return kind != "figure" or scoring.same_number(fact.get("value"), row.get("value"))


def measure(facts: Path, gold: Path, articles: Path) -> Table:
    """The table of one folder of facts."""
    tally, margins = Tally(), scoring.margins(str(gold))
    for path in sorted(gold.glob("*.gold.yml")):
        stem = path.name.removesuffix(".gold.yml")
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        made = facts / f"{stem}.yml"
        found = yaml.safe_load(made.read_text(encoding="utf-8")) if made.exists() else {}
        scoring.SIDE.clear()
        scoring.SIDE.update({actor["name"]: actor.get("side") for actor in told.get("actors") or []})
        text = scoring.read_article(str(articles), stem)
        tally.article(stem, found or {}, told, text, margins.get(stem.split("_")[0], {}))
    return dict(tally.table)


def lines_of(table: Table) -> list[str]:
    """The table in words, by kind and count."""
    ordered = sorted(table.items(), key=lambda row: (row[0].split("/")[0], -row[1][1], row[0]))
    return [f"{by:50} {right:4} of {found:4}  {right / found:.2f}" for by, (right, found) in ordered]


def write(table: Table) -> None:
    """Put the counts into the lexicon and the table into the documents."""
    path = ROOT / "generator" / "lexicon" / "trust.yml"
    head = path.read_text(encoding="utf-8").split("rules:")[0]
    rows = [f'  "{by}": {{right: {right}, found: {found}}}' for by, (right, found) in sorted(table.items())]
    path.write_text(head + "rules:\n" + "\n".join(rows) + "\n", encoding="utf-8")
    enough = load_lexicon("trust")["enough"]
    told = [
        "# How often each rule was right",
        "",
        "Measured on hand-made gold by `python -m benchmarks.trust`. A rule below the threshold (`trust` in `dossier.yml`,",
        ".80 unless set) makes proposals, which reach no page but the list of proposals; so does a row that says",
        f"`trust: proposed`. Fewer than {enough} facts tell nothing: then its file decides.",
        "",
        "| rule | right | found | share |",
        "|---|---|---|---|",
        *(f"| `{by}` | {right} | {found} | {right / found:.2f} |" for by, (right, found) in sorted(table.items())),
        "",
    ]
    (ROOT / "docs" / "trust.md").write_text("\n".join(told), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Measure the folders given and print, or write, the table."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    if not folders or len(folders) % 3:
        print(__doc__)
        return 2
    total: Table = defaultdict(lambda: [0, 0])
    for at in range(0, len(folders), 3):
        for by, (right, found) in measure(*folders[at : at + 3]).items():
            total[by][0] += right
            total[by][1] += found
    print("\n".join(lines_of(total)))
    if "--write" in arguments:
        write(total)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
