"""Where a dossier keeps its things: one place that knows the names of its folders and files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DossierPaths:
    """The folders and files of the dossier that lives in `root`."""

    root: Path

    @property
    def seeds(self) -> Path:
        """The articles."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """The facts, the settings and the generated pages; what MkDocs calls its docs folder."""
        return self.root / "content"

    @property
    def facts(self) -> Path:
        """The facts files, one an article."""
        return self.content / "facts"

    @property
    def answers(self) -> Path:
        """What readers beside the rules answered, one file an article and reader."""
        return self.content / "answers"

    @property
    def settings(self) -> Path:
        """What a person says about subject, parties, topics and names."""
        return self.content / "dossier.yml"

    @property
    def record(self) -> Path:
        """The findings of the last build and of the last committed one: tells what is new."""
        return self.content / ".record.json"

    @property
    def schemas(self) -> Path:
        """JSON Schemas of settings and facts, for editors."""
        return self.content / ".schemas"

    @property
    def mkdocs(self) -> Path:
        """The site's configuration."""
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """Where the offline zip is put."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """Parsed facts, for speed alone: may be deleted at any time."""
        return self.root / ".cache" / "dossier"

    def name_of(self, path: Path) -> str:
        """A file's name relative to the dossier, with forward slashes, as messages and facts give it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def facts_of(self, article: Path) -> Path:
        """The facts file of an article file."""
        return self.facts / f"{article.stem}.yml"
