"""The view of a day: what was known then, by the articles that had appeared."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import SettingsError
from generator.merge.edtf import days
from generator.model.facts import Fact, FactsFile


def known_by(files: Sequence[FactsFile], as_of: str) -> list[FactsFile]:
    """The articles published by a day, without facts that had not happened by then; announcements stay.

    An article of unknown date is left out: nobody can tell that it was there. A mistaken date after the article's own is
    the only way to a later fact, and such a fact is left out too.

    Args:
        files: the facts of every article.
        as_of: the day, as EDTF.

    Raises:
        SettingsError: that is no date.
    """
    limit = days(as_of)
    if limit is None:
        raise SettingsError(f"“{as_of}” is no date to look back to", mend="Write a day like 2022-03-02.")
    kept = []
    for file in files:
        published = days(file.article.published.date)
        if published and published.first <= limit.last:
            facts = [fact for fact in file.facts if _known(fact, limit.last)]
            kept.append(file.model_copy(update={"facts": facts}))
    return kept


def undated(files: Sequence[FactsFile]) -> list[FactsFile]:
    """The articles that no earlier view can hold."""
    return [file for file in files if days(file.article.published.date) is None]


def _known(fact: Fact, limit: int) -> bool:
    when = days(getattr(fact, "date", None))
    if when is None or when.first <= limit:
        return True
    return getattr(fact, "status", "") == "planned" or getattr(fact, "modality", "") == "planned"
