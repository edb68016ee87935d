"""How near a dossier comes to what an editor made of the same articles by hand.

    python -m benchmarks.editor_tables EDITOR_FOLDER TEXTS_FOLDER [--gold GOLD_FOLDER [--perfect]] [--only NAME] [--notes] [--floor FILE]

EDITOR_FOLDER holds one table (YAML) a cluster of articles: rounds, matrix, deals, promises, disputes, changes and traps, each with anchors
(words of the articles); TEXTS_FOLDER the articles. Of each cluster a dossier is built with the parties as the table names them, and
what it holds is compared by the anchors. A stand that the gold has and the table leaves out is not counted as false (`--gold`);
with `--perfect` the gold's facts are merged in place of the extracted ones, which tells faults of merging from those of extraction.
Sentences that come near a trap, and the lines of the home page, are printed to be read.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import editor_facts
from generator.merge import merge_facts
from generator.merge.edtf import days
from generator.merge.wording import jaccard, negated, stems
from generator.model.article import Article
from generator.model.facts import FactsFile
from generator.model.knowledge import Cite, Content, Dispute, Finding, Knowledge, Round
from generator.render import render_pages

Row = Mapping[str, Any]
HALF = 0.5
NEAR_A_TRAP = 0.55
_LADDER = {"claimed by one": "said to be agreed"}
_BECAME = {"kept": "kept", "not kept": "not kept"}


@dataclass
class Tally:
    """How many were found, how many of them are right, how many the table has, how many of those were found."""

    right: int = 0
    found: int = 0
    hit: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            self.right + other.right, self.found + other.found, self.hit + other.hit, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        """Share of what is shown that is right; 1 where nothing is shown."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the table's rows that are shown."""
        return self.hit / self.wanted if self.wanted else 1.0


@dataclass
class Cluster:
    """One table, its articles, and the dossier built of them."""

    name: str
    table: Row
    articles: Mapping[str, Article]
    knowledge: Knowledge
    gold: Sequence[FactsFile] = ()
    tallies: dict[str, Tally] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def hits(self, cites: Iterable[Cite], sources: Mapping[str, Sequence[str]]) -> bool:
        """Whether any of these passages covers half of an anchor, or half of it lies within one."""
        return self.shared(cites, sources) > 0

    def shared(self, cites: Iterable[Cite], sources: Mapping[str, Sequence[str]]) -> int:
        """The characters that these passages share with the anchors, where they share enough with any."""
        pieces = [(cite.article, piece) for cite in cites for piece in cite.evidence]
        total = 0
        for stem, anchors in sources.items():
            article = next(each for key, each in self.articles.items() if key.startswith(stem))
            places = [place for anchor in anchors for place in editor_facts.find(article, anchor)]
            for place in places:
                length = max(1, place.end - place.start)
                for owner, piece in pieces:
                    common = min(piece.end, place.end) - max(piece.start, place.start)
                    if owner == article.record.id and common >= HALF * min(length, piece.end - piece.start):
                        total += common
        return total

    def match(self, kind: str, found: Sequence[Any], rows: Sequence[Row], cites: Any, sources: Any) -> list[Any]:
        """Pair what was found with rows of the table one to one; returns (found, row) pairs and keeps the tally."""
        pairs, free = [], list(rows)
        for one in found:
            near = [
                (shared, number) for number, row in enumerate(free) if (shared := self.shared(cites(one), sources(row)))
            ]
            row = free[max(near, key=lambda pair: (pair[0], -pair[1]))[1]] if near else None
            if row is not None:
                free.remove(row)
                pairs.append((one, row))
            again = row is None and any(self.hits(cites(one), sources(each)) for each in rows)
            if row is None:
                self.notes.append(f"{kind} {'again' if again else 'FALSE'}: {_called(one)}")
        self.notes += [f"{kind} missed: {row.get('what') or row.get('holder') or row.get('place')}" for row in free]
        self.tallies[kind] = Tally(len(pairs), len(found), len(pairs), len(rows))
        return pairs


def _called(one: Any) -> str:
    if isinstance(one, Round):
        return f"{one.title} {one.status} {one.date} {one.place} {one.sides}"
    if isinstance(one, Finding):
        return f"{one.side or one.subject} {one.status} {one.value[:100]}"
    return f"{getattr(one, 'point', '') or getattr(one, 'text', '')} {[v.value[:60] for v in getattr(one, 'variants', [])]}"


def _sources(row: Row) -> Mapping[str, Sequence[str]]:
    own: Mapping[str, Sequence[str]] = row.get("sources") or {}
    return own


def score_rounds(cluster: Cluster) -> None:
    """Rounds by their anchors, and the values shown of them."""
    pairs = cluster.match(
        "rounds",
        cluster.knowledge.rounds,
        cluster.table["rounds"],
        lambda one: _round_cites(cluster.knowledge, one),
        _sources,
    )
    shown = Tally()
    for one, row in pairs:
        for aspect, value, right in (
            ("status", one.status, one.status == row["status"]),
            ("date", one.date, _same_time(one.date, row["date"])),
            ("place", one.place, _same_words(one.place, row["place"])),
            ("number", one.number, one.number == row["number"]),
        ):
            if value is not None:
                shown += Tally(int(right), 1)
                if not right:
                    cluster.notes.append(f"rounds: {one.title}: {aspect} {value!r}, not {row[aspect]!r}")
    cluster.tallies["values of rounds"] = shown


def _round_cites(knowledge: Knowledge, one: Round) -> list[Cite]:
    refs = {(ref.article, ref.fact) for ref in one.facts}
    return [
        Cite(article=source.record.id, fact=fact.id, evidence=fact.evidence)
        for source in knowledge.articles
        for fact in source.facts
        if (source.record.id, fact.id) in refs
    ]


def _same_time(mine: str | None, wanted: str | None) -> bool:
    a, b = days(mine), days(str(wanted).replace("?", "") if wanted else None)
    return a is not None and b is not None and a.overlaps(b)


def _same_words(mine: str | None, wanted: str | None) -> bool:
    return bool(mine and wanted and stems(mine) & stems(wanted))


def score_matrix(cluster: Cluster) -> None:
    """Cells: party, stance and evidence on the anchor."""
    cells = [
        (party, row)
        for parties in cluster.table["matrix"].values()
        for party, rows in parties.items()
        if party != "others"
        for row in rows
    ]
    told = [
        (finding.side, content)
        for finding in cluster.knowledge.findings
        if finding.kind == "position" and finding.side
        for content in finding.content
    ]
    hit: set[int] = set()
    right = 0
    for side, content in told:
        places = [
            number
            for number, (party, row) in enumerate(cells)
            if party == side and row["stance"] == content.stance and cluster.hits([content.cite], _sources(row))
        ]
        hit.update(places)
        true = bool(places) or _in_gold(cluster, side, content)
        right += true
        if not true:
            cluster.notes.append(f"matrix FALSE: {side} {content.stance} ({content.holder}): {content.words[:120]}")
    cluster.notes += [
        f"matrix missed: {party} {row['stance']}: {row['what']}"
        for number, (party, row) in enumerate(cells)
        if number not in hit
    ]
    cluster.tallies["matrix"] = Tally(right, len(told), len(hit), len(cells))


def _in_gold(cluster: Cluster, side: str | None, content: Content) -> bool:
    """Whether a careful reader of the article found the same stand of that side at these words."""
    for file in cluster.gold:
        sides = {actor.id: actor.side for actor in file.actors}
        for fact in file.facts if file.article.id == content.cite.article else ():
            same = fact.kind == "position" and fact.stance == content.stance and sides.get(fact.actor or "") == side
            if same and any(a.start < b.end and b.start < a.end for a in fact.evidence for b in content.cite.evidence):
                return True
    return False


def score_deals(cluster: Cluster) -> None:
    """Deals by their anchors, and their step of the ladder."""
    found = [finding for finding in cluster.knowledge.findings if finding.kind == "deal"]
    pairs = cluster.match("deals", found, cluster.table["deals"], lambda one: one.cites, _sources)
    right = 0
    for one, row in pairs:
        wanted = _LADDER.get(row["status"], row["status"])
        right += one.status == wanted
        if one.status != wanted:
            cluster.notes.append(f"deals: {one.value[:70]!r} {one.status}, not {wanted}")
    cluster.tallies["steps of deals"] = Tally(right, len(pairs), right, len(cluster.table["deals"]))


def score_disputes(cluster: Cluster) -> None:
    """Disputes: a row counts where two of its values are told."""
    found = [one for one in cluster.knowledge.disputes if one.sort == "conflict"]
    free, right = list(cluster.table["disputes"]), 0
    for one in found:
        row = next((row for row in free if _values_hit(cluster, one, row["values"]) > 1), None)
        right += row is not None
        if row is None:
            cluster.notes.append(f"disputes FALSE: {_called(one)}")
        else:
            free.remove(row)
    cluster.notes += [f"disputes missed: {row['what']}" for row in free]
    cluster.tallies["disputes"] = Tally(right, len(found), right, len(cluster.table["disputes"]))


def _values_hit(cluster: Cluster, one: Dispute, values: Sequence[Row]) -> int:
    return sum(cluster.hits([c for v in one.variants for c in v.cites], _sources(value)) for value in values)


def score_promises(cluster: Cluster) -> None:
    """Promises by their anchors, and what became of them."""
    pairs = cluster.match(
        "promises", cluster.knowledge.promises, cluster.table["promises"], lambda one: one.cites, _sources
    )
    verdicts = Tally()
    for one, row in pairs:
        mine = _BECAME.get(one.outcome, "unknown")
        verdicts += Tally(int(mine == row["became"]), 1)
        if mine != row["became"]:
            cluster.notes.append(f"promises: {one.text[:70]!r} {one.outcome}, not {row['became']}")
    cluster.tallies["fate of promises"] = verdicts


def score_changes(cluster: Cluster) -> None:
    """Changes of position by their anchors."""
    found = [one for one in cluster.knowledge.disputes if one.sort == "change"]
    cites = lambda one: [cite for variant in one.variants for cite in variant.cites]  # noqa: E731
    cluster.match("changes", found, cluster.table["changes"], cites, _sources)


def near_traps(cluster: Cluster, lines: Iterable[str]) -> list[str]:
    """Sentences in the pages' own words that come near one of the traps."""
    found = []
    traps = [str(row.get("text") or row.get("says")) for row in cluster.table["traps"]]
    for line in dict.fromkeys(lines):
        own = stems(line)
        for trap in traps:
            alike = jaccard(stems(trap), own) >= NEAR_A_TRAP
            if own and alike and negated(line) == negated(trap) and len(own & stems(trap)) > 2:
                found.append(f"TRAP? {line}  ~  {trap}")
    return found


def _own_lines(cluster: Cluster, pages: Mapping[str, str | bytes]) -> Iterator[str]:
    """The sentences of the pages that are no sentence of an article."""
    articles = [" ".join(article.text.split()) for article in cluster.articles.values()]
    for path, text in pages.items():
        if path.endswith(".md") and isinstance(text, str) and not path.startswith("sources/"):
            yield from (line for line in plain_lines(text) if not any(line.strip("… ") in one for one in articles))


def plain_lines(page: str) -> list[str]:
    """The sentences of a page without notes, quotations, links and markup."""
    body = re.sub(r"<q>.*?</q>|“[^”]*”", " ", html.unescape(page.split("\n[^s-", maxsplit=1)[0]), flags=re.DOTALL)
    body = re.sub(r"\[\^[^\]]+\]|<[^>]+>|\{[^}]*\}|[*_|#>]", " ", re.sub(r"\]\([^)]*\)", "]", body))
    return [" ".join(line.split()) for part in body.splitlines() for line in re.split(r"(?<=[.!?])\s+", part)]


def build(name: str, table: Row, texts: Path, gold: Path | None, *, perfect: bool) -> Cluster:
    """Build the dossier of one cluster."""
    dossier = editor_facts.dossier_of(table)
    articles = {stem: editor_facts.read(stem, texts, dossier) for stem in table["articles"]}
    known = [party.name for party in dossier.parties]
    true = [editor_facts.gold(a, gold / f"{stem}.gold.yml", known) for stem, a in articles.items()] if gold else []
    files = true if perfect else [editor_facts.extracted(article, dossier) for article in articles.values()]
    plain = {article.record.id: article.source for article in articles.values()}
    return Cluster(name, table, articles, merge_facts(files, dossier, texts=plain), true)


def run(args: argparse.Namespace) -> dict[str, Tally]:
    """Score every cluster; returns the tallies of all together."""
    total: dict[str, Tally] = {}
    for path in sorted(args.tables.glob("*.yml")):
        if args.only and args.only not in path.stem:
            continue
        cluster = build(path.stem, editor_facts.load(path), args.texts, args.gold, perfect=args.perfect)
        for score in (score_rounds, score_matrix, score_deals, score_disputes, score_promises, score_changes):
            score(cluster)
        pages = render_pages(cluster.knowledge, version="benchmark")
        traps = near_traps(cluster, _own_lines(cluster, pages))
        cluster.tallies["traps"] = Tally(0, len(traps))
        print(f"== {path.stem}")
        print("\n".join(f"   {note}" for note in [*cluster.notes, *traps]) if args.notes else "")
        home = next(str(text) for key, text in pages.items() if str(key) == "index.md")
        standing = home.split("## Where it stands")[-1].split("\n## ")[0]
        print("\n".join(f"   HOME {_bare(line)}" for line in standing.splitlines() if line.startswith("- ")))
        for kind, tally in cluster.tallies.items():
            total[kind] = total.get(kind, Tally()) + tally
    return total


def _bare(line: str) -> str:
    return html.unescape(re.sub(r"\[\^[^\]]+\]|\]\([^)]*\)|\[(?!\^)", "", line))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; with `--floor` say what has fallen below it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--perfect", action="store_true", help="merge the gold's facts")
    parser.add_argument("--only", default="")
    parser.add_argument("--floor", type=Path)
    parser.add_argument("--notes", action="store_true", help="list what is false and what is missed")
    args = parser.parse_args(argv)
    total = run(args)
    print(f"{'':18} right/shown    P    hit/wanted    R")
    for kind, tally in total.items():
        line = f"{tally.right:5}/{tally.found:<6} {tally.precision:.2f}  {tally.hit:5}/{tally.wanted:<6} {tally.recall:.2f}"
        print(f"{kind:18} {line}")
    fallen = [
        f"{kind}: {name} {got:.2f} below {least}"
        for kind, floors in (editor_facts.load(args.floor) if args.floor else {}).items()
        for name, least in floors.items()
        if (got := getattr(total[kind], name)) < least
    ]
    print("\n".join(fallen))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
