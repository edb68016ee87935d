"""Idle decisions: those that change nothing, said with what their names stand for, so that a person can mend or remove them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.errors import SettingsError
from generator.merge.assembly import merge_facts
from generator.merge.decisions import key
from generator.model.dossier import Decision, Dossier
from generator.model.facts import FactsFile
from generator.model.knowledge import Knowledge


def idle_decisions(
    files: Sequence[FactsFile], dossier: Dossier, texts: Mapping[str, str] | None = None
) -> Iterator[SettingsError]:
    """What each decision that has no effect should be asked about; the date of an article is left out (it anchors reading).

    Args:
        files: the facts files.
        dossier: the settings, whose decisions are known to be sound.
        texts: article id -> its text.
    """
    if not dossier.decisions:
        return
    whole = merge_facts(files, dossier, texts=texts)
    for number, decision in enumerate(dossier.decisions):
        if (decision.kind, decision.of) == ("date", "article"):
            continue
        rest = [other for at, other in enumerate(dossier.decisions) if at != number]
        try:
            without = merge_facts(files, dossier.model_copy(update={"decisions": rest}), texts=texts)
        except SettingsError:
            continue  # another decision names what this one made
        if _content(without) == _content(whole):
            names = ", ".join(f"“{name}”" for name in decision.names)
            yield SettingsError(
                f"the decision “{decision.kind}” on {names} has no effect",
                file="content/dossier.yml",
                place=f"decisions[{number}]",
                mend=_hint(decision, whole),
            )


def _content(knowledge: Knowledge) -> dict[str, object]:
    """What pages show, without the reasons: a decision for what a rule does too changes those alone."""
    return knowledge.model_dump(
        exclude={"dossier": True, "actors": {"__all__": {"reasons"}}, "rounds": {"__all__": {"why"}}}
    )


def _hint(decision: Decision, knowledge: Knowledge) -> str:
    """What the names stand for."""
    if decision.of != "actor":
        return "It says what holds without it; remove it, or use the names that a page shows."
    told = [
        f"“{name}” is {' and '.join(found) if found else 'on no page'}"
        for name in decision.names
        for found in [_called(name, knowledge)]
    ]
    return f"{', '.join(told)}; remove it, or use the names that a page shows."


def _called(name: str, knowledge: Knowledge) -> list[str]:
    """The actors that go by a name."""
    return [
        actor.name
        for actor in knowledge.actors
        if key(name) in {key(actor.name), key(actor.id), *(key(alias.text) for alias in actor.aliases)}
    ]
