"""Roles: who holds which office, as findings, so that "leads the delegation" is counted by origins like all else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.merge.bodies import kernel
from generator.merge.verdicts import make_finding
from generator.model.knowledge import Finding, MergedActor, Variant


def merge_roles(actors: Sequence[MergedActor], origin_of: Mapping[str, str]) -> list[Finding]:
    """A finding for each role of each actor.

    Args:
        actors: the merged actors with their roles.
        origin_of: article id -> the origin of its report.
    """
    findings = []
    for actor in actors:
        for role in actor.roles:
            variant = Variant(
                value=role.title, facts=[], cites=role.cites, origins=sorted({origin_of[c.article] for c in role.cites})
            )
            office = kernel(role.title)
            findings.append(
                make_finding(
                    "role",
                    actor.id,
                    "role",
                    role.title,
                    [variant],
                    "roles add up: an actor may have several",
                    [office.owner, sorted(office.words)],
                    actors=[actor.id],
                    side=actor.side,
                )
            )
    return findings
