"""Word lists of English, one YAML file a subject. Code applies them; a user who knows no Python may add to them.

Each file opens with a `meaning:` line that says what an entry in it does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The word list `name` as plain YAML, without its `meaning`.

    Args:
        name: file name without ending ("reporting_verbs").

    Raises:
        FileNotFoundError: there is no such list.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  (the C loader is a safe one)
    data.pop("meaning", None)
    return data
