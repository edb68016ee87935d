"""Hiding and renaming: what an editor hid appears nowhere, and findings bear the names that an editor gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.merge.decisions import Decisions, check_names, decisions_on, key
from generator.model.dossier import Dossier
from generator.model.facts import Fact, FactsFile
from generator.model.knowledge import Dispute, Finding, Promise, Round, Variant


@dataclass(frozen=True)
class Hidden:
    """What is hidden: actors by merged id, topics as joined, findings by their names in decisions."""

    actors: frozenset[str]
    topics: frozenset[str]
    findings: Decisions

    @classmethod
    def of(cls, dossier: Dossier, actors: frozenset[str], topics: Mapping[str, str]) -> Hidden:
        """Read what the dossier hides.

        Args:
            dossier: the settings, with the decisions.
            actors: the merged ids of hidden actors.
            topics: a topic as a fact names it -> the topic it is joined under.
        """
        hidden = decisions_on(dossier, "topic").hidden
        gone = frozenset(joined for name, joined in topics.items() if key(name) in hidden)
        if dossier.exclusive_topics:
            gone |= frozenset(topics.values()) - {topics.get(topic.id, topic.id) for topic in dossier.topics}
        return cls(actors, gone, decisions_on(dossier, "finding"))

    def from_findings(self, findings: Sequence[Finding], dossier: Dossier, *, all_known: bool) -> list[Finding]:
        """The findings that may be shown, under the names that an editor gave.

        Args:
            findings: all findings.
            dossier: the settings, with the decisions.
            all_known: whether nothing was left out; in the view of an earlier day a decision may be about what came later.

        Raises:
            SettingsError: a decision names a finding that there is not.
        """
        if all_known:
            check_names(dossier, "finding", (finding.id for finding in findings))
        return [self._renamed(finding) for finding in findings if not self._covers(finding)]

    def _covers(self, finding: Finding) -> bool:
        return (
            key(finding.id) in self.findings.hidden
            or finding.topic in self.topics
            or (bool(finding.actors) and set(finding.actors) <= self.actors)
            or (finding.aspect.startswith("head:") and finding.value in self.actors)
        )

    def _renamed(self, finding: Finding) -> Finding:
        finding.value = self.findings.values.get(key(finding.id), finding.value)
        finding.actors = self._left(finding.actors)
        finding.variants = self._voices(finding.variants)
        return finding

    def from_disputes(self, disputes: Sequence[Dispute], shown: set[str]) -> list[Dispute]:
        """The disputes that may be shown; `shown` are the ids of the findings that may."""
        kept = []
        for dispute in disputes:
            topic_hidden = dispute.topic in self.topics
            actors_hidden = bool(dispute.actors) and set(dispute.actors) <= self.actors
            if not topic_hidden and not actors_hidden and (dispute.finding is None or dispute.finding in shown):
                dispute.actors = self._left(dispute.actors)
                dispute.variants = self._voices(dispute.variants)
                kept.append(dispute)
        return kept

    def from_rounds(self, rounds: Sequence[Round], shown: set[str]) -> list[Round]:
        """The rounds without hidden heads and findings."""
        for one in rounds:
            one.findings = [finding for finding in one.findings if finding in shown]
            one.heads = {side: head for side, head in one.heads.items() if head not in self.actors}
        return list(rounds)

    def from_promises(self, promises: Sequence[Promise]) -> list[Promise]:
        """The promises that somebody who is not hidden made."""
        kept = [promise for promise in promises if not promise.by or not set(promise.by) <= self.actors]
        for promise in kept:
            promise.by = self._left(promise.by)
        return kept

    def from_file(self, file: FactsFile, local: dict[str, str]) -> FactsFile:
        """An article's actors and facts without those of hidden actors (`local`: its ids -> merged ids)."""
        gone = {own for own, merged in local.items() if merged in self.actors}
        if not gone:
            return file
        facts: list[Fact] = [fact for fact in file.facts if _voice(fact) not in gone]
        return file.model_copy(update={"actors": [a for a in file.actors if a.id not in gone], "facts": facts})

    def _left(self, actors: Sequence[str]) -> list[str]:
        return [actor for actor in actors if actor not in self.actors]

    def _voices(self, variants: list[Variant]) -> list[Variant]:
        return [v.model_copy(update={"by": self._left(v.by)}) for v in variants] if self.actors else variants


def _voice(fact: Fact) -> str | None:
    """Who speaks or demands in a fact."""
    return getattr(fact, "speaker", None) or getattr(fact, "actor", None)
