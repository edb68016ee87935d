"""Talk: one place of an article that speaks of a meeting of the negotiation, or of the negotiation as such."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["numbered", "next", "previous", "plain", "met"]


@dataclass(slots=True)
class Talk:
    """The words of the mention, the number it gives, and the verbs that say what becomes of the meeting."""

    start: int
    end: int
    kind: Kind
    number: int | None = None
    verbs: list[int] = field(default_factory=list)
    """Verb groups of which it is the subject, the object or the place of meeting."""
    clause: tuple[int, int] = (0, 0)
    copular: bool = False
    """It says what something already told was ("making it the second round")."""
