"""The clauses of a sentence so far: the verbs left of the one in hand, and questions about them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from generator.extract.layers import Layers

_REACH = 30
"""How many verbs back the one is looked for on which a clause hangs: keeps run-on texts without full stops quick."""


@dataclass(slots=True)
class Clause:
    """The clause of one verb group; `governor` and `relation` as Universal Dependencies have them."""

    start: int
    mark: int = -1
    """The token that opens it, -1 for none."""
    relation: str = ""
    governor: int | None = None
    noun: int | None = None


class EarlierVerbs:
    """The verb groups of a sentence left of the one in hand, with their clauses."""

    def __init__(self, layers: Layers) -> None:
        self.groups = layers.verb_groups
        self.clauses: list[Clause] = []
        """The clauses of all verb groups of the article so far."""
        self.numbers: deque[int] = deque(maxlen=_REACH)
        self.waiting: list[int] = []
        """Verbs of clauses that stand before the verb they hang on ("If Peru leaves, …")."""

    def begin_sentence(self) -> None:
        """Forget the verbs of the sentence before."""
        self.numbers.clear()
        self.waiting = []

    def add(self, number: int, clause: Clause) -> None:
        """Take in the verb in hand; clauses that stand first hang on the main verb behind them."""
        self.clauses.append(clause)
        if clause.relation == "advcl" and clause.governor is None:
            self.waiting.append(number)
        elif self.groups[number].finite and clause.relation in ("", "parataxis") and self.waiting:
            for each in self.waiting:
                self.clauses[each].governor = number
            self.waiting = []
        self.numbers.append(number)

    def last(self) -> int | None:
        """The verb group before."""
        return self.numbers[-1] if self.numbers else None

    def last_finite(self, start: int | None = None) -> int | None:
        """The finite verb before; with `start` the one before that token, for a relative clause may stand between."""
        for number in reversed(self.numbers):
            behind = start is None or self.groups[number].end <= start
            if self.groups[number].finite and behind and number not in self.waiting:
                return number
        return None

    def last_before(self, start: int) -> int | None:
        """The verb group that ends before a token."""
        return next((number for number in reversed(self.numbers) if self.groups[number].end <= start), None)

    def main(self, start: int) -> int | None:
        """The verb that an adverbial clause from token `start` hangs on: the last one before that is no participle of a noun."""
        for number in reversed(self.numbers):
            if self.clauses[number].relation != "acl" and self.groups[number].end <= start:
                return number
        return None

    def root(self) -> int | None:
        """The first main verb of the sentence."""
        return next((number for number in self.numbers if not self.clauses[number].relation), None)

    def content_of(self, number: int | None) -> int | None:
        """“…, sources said, leaving …”: the verb that a frame behind it reports; the verb itself where it is no frame."""
        if number is None:
            return None
        before = (other for other in self.numbers if other < number and self.clauses[other].governor == number)
        return next((other for other in before if self.clauses[other].relation == "ccomp"), number)

    def of_form(self, form: str) -> int | None:
        """The verb of the same form that a verb behind "and" is joined to, else the last one."""
        alike = (number for number in reversed(self.numbers) if self.groups[number].form == form)
        return next(alike, self.last())
