"""Scores merged knowledge against `tests/gold/MERGED.yml`, read as it is: what an editor made of the five articles by hand.

python -m tests.merge.merged_score          (from the root of the project; prints the figures and what is missed or wrong)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.merge.names import plain
from generator.model.knowledge import Cite, Dispute, Finding, Knowledge

_HALF = 0.5
Places = dict[str, list[tuple[int, int]]]


@dataclass
class Tally:
    """Hits, misses and wrong finds of one kind, with what they were."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + len(self.wrong)) if self.hits + len(self.wrong) else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + len(self.missed)) if self.hits + len(self.missed) else 1.0


class MergedScore:
    """Compares knowledge with the gold kind by kind."""

    def __init__(self, knowledge: Knowledge, gold: dict[str, Any], texts: dict[str, str]) -> None:
        self.knowledge = knowledge
        self.gold = gold
        self.texts = {article[:3]: text for article, text in texts.items()}

    # -- actors ---------------------------------------------------------------------------------------------------
    def actors(self) -> Tally:
        """One merged actor for each of the gold, with the same articles behind its aliases; splits and lumps are wrong."""
        tally = Tally()
        owner: dict[tuple[str, str], int] = {}
        for number, row in enumerate(self.gold["actors"]):
            for alias, articles in row["aliases"].items():
                for article in articles:
                    owner.setdefault((article, plain(alias)), number)
        found: dict[int, list[str]] = {}
        for actor in self.knowledge.actors:
            at = {
                owner[a[:3], plain(alias.text)]
                for alias in actor.aliases
                for a in alias.articles
                if (a[:3], plain(alias.text)) in owner
            }
            by_name = {
                n
                for n in at
                if plain(actor.name)
                in {plain(self.gold["actors"][n]["name"]), *map(plain, self.gold["actors"][n]["aliases"])}
            }
            mine = by_name or at
            if len(mine) == 1 and (number := next(iter(mine))) not in found:
                found[number] = [actor.name]
                tally.hits += 1
            else:
                tally.wrong.append(
                    f"{actor.name} ({actor.kind}) is {[self.gold['actors'][n]['name'] for n in sorted(mine)]}"
                )
        tally.missed = [row["name"] for n, row in enumerate(self.gold["actors"]) if n not in found]
        return tally

    # -- rounds ---------------------------------------------------------------------------------------------------
    def rounds(self) -> Tally:
        """Number, day and status decide; the rest is counted slot by slot in `round_slots`."""
        tally = Tally()
        left = list(self.knowledge.rounds)
        for row in self.gold["rounds"]:
            want = (row["number"], str(row["date"]) if row["date"] else None, row["status"])
            hit = next((r for r in left if (r.number, r.date, r.status) == want), None)
            if hit is None:
                tally.missed.append(str(want))
            else:
                left.remove(hit)
                tally.hits += 1
        tally.wrong = [f"{r.number} {r.date} {r.status}" for r in left]
        return tally

    def round_slots(self) -> Tally:
        """Place, heads, length, outcomes, next step and sources of the rounds that were found."""
        tally = Tally()
        names = {
            actor.id: {plain(actor.name), *(plain(a.text) for a in actor.aliases)} for actor in self.knowledge.actors
        }
        for row in self.gold["rounds"]:
            one = next(
                (r for r in self.knowledge.rounds if r.number == row["number"] and r.status == row["status"]), None
            )
            if one is None:
                continue
            heads = {side: plain(name) for side, name in row["heads"].items()}
            checks = {
                "place": not row["place"] or bool(_capitals(row["place"]) & _capitals(one.place)),
                "heads": all(heads[side] in names.get(one.heads.get(side, ""), set()) for side in heads)
                and set(one.heads) <= set(heads),
                "duration": row["duration"] is None or bool(one.duration),
                "outcomes": set(row["outcomes"]) == set(one.outcomes),
                "next step": (row["next_step"] is None) == (one.next_step is None),
                "sources": {a[:3] for a in one.articles} >= set(row["sources"]),
            }
            for slot, right in checks.items():
                if right:
                    tally.hits += 1
                else:
                    tally.missed.append(f"round {row['number']}: {slot}")
        return tally

    # -- agreed claims ----------------------------------------------------------------------------------------------
    def claims(self) -> tuple[Tally, Tally, Tally]:
        """The agreed claims: found (and findings of several articles that are none), their sources, their verdicts."""
        found, sources, verdicts = Tally(), Tally(), Tally()
        findings = [f for f in self.knowledge.findings if len({c.article for c in f.cites}) > 1]
        for row in self.gold["agreed"]:
            places = self._places(row["sources"])
            best = max(findings, key=lambda f: self._fit(f, places, row["claim"]), default=None)
            hit = self._shared(best.cites, places) if best else set()
            if best is None or len(hit) < max(2, len(places) * _HALF):
                found.missed.append(row["claim"])
                continue
            found.hits += 1
            sources.hits += len(hit)
            sources.missed += [f"{row['claim']}: {a}" for a in sorted(set(places) - hit)]
            sources.wrong += [
                f"{row['claim']}: {a}"
                for a in sorted(
                    {c.article[:3] for v in best.variants if v.standing != "superseded" for c in v.cites} - set(places)
                )
            ]
            if (best.verdict in ("corroborated", "disputed")) == (row["independent"] is True):
                verdicts.hits += 1
            else:
                verdicts.missed.append(f"{row['claim']}: {best.verdict} {best.origins}")
        right = [self._places(sources) for sources in self._all_rows()]
        roles = {(plain(role)) for row in self.gold["actors"] for role in row["roles"]}
        for finding in findings:
            if finding.kind == "role" and plain(finding.value) in roles:
                continue
            if not any(len(self._shared(finding.cites, places)) > 1 for places in right):
                found.wrong.append(
                    f"{finding.kind} {finding.subject}: {finding.value[:70]} {sorted({c.article[:3] for c in finding.cites})}"
                )
        return found, sources, verdicts

    def _fit(self, finding: Finding, places: Places, claim: str) -> tuple[int, bool, int]:
        """Findings that rest on the claim's sources; of several on one sentence the one whose aspect the claim is about."""
        shared = len(self._shared(finding.cites, places))
        aspects = {
            "date": "met on",
            "place": " in ",
            "duration": "lasted",
            "outcome": "brought no|agreement",
            "role": "leads",
        }
        words = aspects.get(finding.aspect.partition(":")[0])
        about = bool(words and re.search(words, claim)) or (
            words is None and finding.kind in ("position", "statement", "event")
        )
        extra = len({c.article[:3] for c in finding.cites} - set(places))
        return shared, about, -extra

    def _all_rows(self) -> Iterable[dict[str, Any]]:
        """Whatever MERGED.yml says that several articles tell: claims, positions, rounds, sides of conflicts."""
        for row in self.gold["agreed"]:
            yield row["sources"]
        for sides in self.gold["positions"].values():
            for rows in sides.values():
                yield from (row["sources"] for row in rows)
        for row in self.gold["rounds"]:
            yield row["sources"]
        for row in self.gold["conflicts"]:
            both: dict[str, list[str]] = {}
            for claim in row["claims"]:
                for article, words in claim["sources"].items():
                    both.setdefault(article, []).extend([words] if isinstance(words, str) else words)
            yield both

    # -- conflicts --------------------------------------------------------------------------------------------------
    def conflicts(self, sort: str) -> Tally:
        """Conflicts or changes: a dispute of that sort that rests on two of its claims; others of that sort are wrong."""
        tally = Tally()
        left = [d for d in self.knowledge.disputes if d.sort == sort]
        for row in self.gold["conflicts"]:
            if row["sort"] != sort:
                continue
            claims = [self._places(claim["sources"]) for claim in row["claims"]]
            hit = [
                d
                for d in left
                if sum(bool(self._shared(_cites(d), places)) for places in claims) >= min(2, len(claims))
            ]
            if hit:
                best = next(
                    (d for d in hit if any(word in row["point"].lower() for word in d.point.lower().split()[:1])),
                    hit[0],
                )
                left.remove(best)
                tally.hits += 1
            else:
                tally.missed.append(row["point"])
        tally.wrong = [f"{d.point}: {[v.value[:50] for v in d.variants]}" for d in left]
        return tally

    # -- places -------------------------------------------------------------------------------------------------------
    def _places(self, sources: dict[str, Any]) -> Places:
        places: Places = {}
        for article, words in sources.items():
            for phrase in [words] if isinstance(words, str) else words:
                start = self.texts[article].find(phrase)
                places.setdefault(article, []).append((start, start + len(phrase)))
        return places

    @staticmethod
    def _shared(cites: Iterable[Cite], places: Places) -> set[str]:
        """The articles in which the cites cover at least half of one of the passages, or lie in the same words."""
        hit = set()
        for cite in cites:
            for start, end in places.get(cite.article[:3], []):
                for piece in cite.evidence:
                    shared = min(end, piece.end) - max(start, piece.start)
                    if shared >= _HALF * min(end - start, piece.end - piece.start) and shared > 0:
                        hit.add(cite.article[:3])
        return hit


def _capitals(text: str | None) -> set[str]:
    return set(re.findall(r"[A-Z][a-z]+", text or ""))


def _cites(dispute: Dispute) -> list[Cite]:
    return [cite for variant in dispute.variants for cite in variant.cites]


def report(score: MergedScore) -> str:
    """All figures, and what was missed (-) and found wrongly (+)."""
    claims, sources, verdicts = score.claims()
    rows: list[tuple[str, Callable[[], Tally]]] = [
        ("actors", score.actors),
        ("rounds", score.rounds),
        ("round slots", score.round_slots),
        ("claims", lambda: claims),
        ("sources", lambda: sources),
        ("verdicts", lambda: verdicts),
        ("conflict", lambda: score.conflicts("conflict")),
        ("change", lambda: score.conflicts("change")),
    ]
    lines = []
    for name, count in rows:
        tally = count()
        lines.append(f"{name:12} P {tally.precision:.2f} R {tally.recall:.2f} ({tally.hits})")
        lines += [f"    - {text}" for text in tally.missed] + [f"    + {text}" for text in tally.wrong]
    return "\n".join(lines)


if __name__ == "__main__":
    from generator.merge import merge_facts
    from tests.merge.gold_facts import gold_dossier, gold_files, gold_texts, merged_gold

    known = merge_facts(gold_files(), gold_dossier(), texts=gold_texts())
    sys.stdout.write(report(MergedScore(known, merged_gold(), gold_texts())) + "\n")
