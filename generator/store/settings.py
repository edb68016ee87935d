"""Settings: `content/dossier.yml`, read with care, for a person writes it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from generator.errors import SettingsError
from generator.model.dossier import Dossier
from generator.store.facts_files import first_problem
from generator.store.yaml_text import load_yaml


def load_settings(path: Path, file: str) -> Dossier:
    """Read the settings.

    Raises:
        SettingsError: there is no such file, or it is broken, names an unknown field, or leaves out the title.
    """
    if not path.is_file():
        raise SettingsError(
            "there is no such file", file=file, mend="Make a dossier with `dossier new FOLDER --title …`."
        )
    try:
        data = load_yaml(path.read_text(encoding="utf-8")) or {}
    except UnicodeDecodeError as error:
        raise SettingsError("this is no UTF-8 text", file=file, mend="Save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(
            f"cannot be read ({error.strerror})", file=file, mend="Check that it may be read."
        ) from error
    except ValueError as error:
        raise SettingsError(f"this is no valid YAML ({error})", file=file, mend="Mend that line.") from error
    if not isinstance(data, dict):
        raise SettingsError("expected a mapping that opens with `title:`", file=file, mend="See docs/dossier.md.")
    try:
        return Dossier.model_validate(data)
    except ValidationError as error:
        raise SettingsError(*first_problem(error), file=file, mend="docs/dossier.md lists the settings.") from error


def settings_warnings(dossier: Dossier, file: str) -> list[SettingsError]:
    """What a careful reader of the settings would ask about: names used but not introduced, doubled topics."""
    parties = {party.name for party in dossier.parties}
    found = [
        SettingsError(
            f"{actor.name} is said to stand on the side of {actor.side}, which is no party",
            file=file,
            place=f"actors[{index}]",
            mend=f"Name one of {', '.join(sorted(parties)) or 'the parties (none is given)'}, or leave `side` out.",
        )
        for index, actor in enumerate(dossier.actors)
        if actor.side and actor.side not in parties
    ]
    names = [party.name for party in dossier.parties]
    for index, name in enumerate(names):
        if name in names[:index]:
            problem = f"the party {name} stands there twice"
            found.append(SettingsError(problem, file=file, place=f"parties[{index}]", mend="Remove one of the two."))
    seen: set[str] = set()
    for index, topic in enumerate(dossier.topics):
        if topic.id in seen:
            problem = f"the topic {topic.id} stands there twice"
            found.append(SettingsError(problem, file=file, place=f"topics[{index}]", mend="Join the two."))
        seen.add(topic.id)
    return found
