"""Errors that a user can act on: each names the file, the place in it, what was expected and how to mend it."""

from __future__ import annotations


class DossierError(Exception):
    """Something a user can mend, said in one line.

    Args:
        what: what is wrong, as a short sentence without a full stop.
        file: the file it is about, as the user knows it (relative to the dossier), if any.
        place: where in the file (`line 3`, `facts[2].evidence[0]`), if known.
        mend: what to do about it.
    """

    def __init__(
        self, what: str, *, file: str | None = None, place: str | None = None, mend: str | None = None
    ) -> None:
        self.what = what
        self.file = file
        self.place = place
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.place) if part)
        line = f"{where}: {self.what}" if where else self.what
        mend = self.mend.rstrip(".") if self.mend else ""
        return f"{line}. {mend}{'' if mend.endswith('?') else '.'}" if mend else f"{line}."


class ArticleError(DossierError):
    """An article that cannot be used; the run goes on without it."""


class FactsError(DossierError):
    """A facts file that does not keep to the format; it is neither read nor overwritten."""


class SettingsError(DossierError):
    """A `content/dossier.yml` that cannot be used."""


class PublishError(DossierError):
    """The site could not be built from the pages."""
