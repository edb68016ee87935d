"""Advice: the settings that would help a dossier most, told at the end of `dossier check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.errors import DossierError
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile

MOST = 3


def advice(dossier: Dossier, files: Mapping[str, FactsFile], settings: str) -> list[DossierError]:
    """At most three settings that are missing, the most useful first.

    Args:
        dossier: its settings.
        files: name of each article -> its facts.
        settings: the settings' file name, for the message.
    """
    if not files:
        return []
    missing: list[DossierError] = []
    if not dossier.parties:
        names = Counter(
            actor.side or actor.name
            for file in files.values()
            for actor in file.actors
            if actor.kind == "state" or actor.side
        )
        often = " and ".join(name for name, _ in names.most_common(2)) or "the two sides"
        missing.append(
            DossierError(
                "no parties are named, so they are guessed article by article",
                file=settings,
                place="parties",
                mend=f"Name them, for example {often}.",
            )
        )
    undated = [name for name, file in files.items() if file.article.published.date is None]
    if undated and not dossier.start:
        what = f"{len(undated)} of {len(files)} articles have no date of their own ({undated[0]}), so weekdays in them settle nothing"
        mend = "Say when the negotiation began (`start: 2026-01-31`), or settle the day of each by a decision of kind `date`."
        missing.append(DossierError(what, file=settings, place="start", mend=mend))
    if not dossier.mediators:
        mend = "Name those who mediate, so that they stand on no side; leave it as it is where nobody does."
        missing.append(DossierError("no mediators are named", file=settings, place="mediators", mend=mend))
    if not dossier.topics:
        mend = "Name what is negotiated about with `id`, `title` and `words`; until then topics are named by the articles' words."
        missing.append(DossierError("no topics are named", file=settings, place="topics", mend=mend))
    return missing[:MOST]
