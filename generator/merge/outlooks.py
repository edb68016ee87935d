"""Outlooks: what the sides think of the prospects of the talks, and where doubt gives way to hope or hope to doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.reports import Report
from generator.merge.statements import content_of, words_said
from generator.merge.verdicts import make_dispute, make_variant
from generator.merge.wording import holds_any, negated, stems
from generator.model.facts import Statement
from generator.model.knowledge import Dispute, Variant

_LEX = load_lexicon("merge_conflicts")["outlook"]
_PLAIN_DOUBT = [word for word in _LEX["doubt"] if word not in _LEX["doubt_needs_no"]]


@dataclass(frozen=True)
class Mood:
    """What one speaker of a party thought of the talks on a day."""

    day: Days
    outlook: str
    report: Report[Statement]

    def variant(self) -> Variant:
        """The mood as one of the values between which the party moved."""
        speaker = self.report.merged(self.report.fact.speaker)
        words, note = words_said(self.report), f"{self.outlook}, {self.report.when}"
        return make_variant(words, [self.report], by=[speaker] if speaker else [], note=note)


def changed_outlooks(reports: Sequence[Report[Statement]], sides: Mapping[str, str | None]) -> list[Dispute]:
    """Where the word of a party on the talks goes from doubt to hope, or back, on a later day; all parties in one row.

    Args:
        reports: every statement of every article.
        sides: merged actor id -> its side.
    """
    timelines: dict[str, list[Mood]] = {}
    for report in reports:
        speaker, day, outlook = report.merged(report.fact.speaker), days(report.when), outlook_of(content_of(report))
        if speaker and day and outlook:
            timelines.setdefault(sides.get(speaker) or speaker, []).append(Mood(day, outlook, report))
    for moods in timelines.values():
        moods.sort(key=lambda m: (m.day.last, m.report.order))
    turned = {party: moods for party, moods in sorted(timelines.items()) if _turned(moods[0], moods[-1])}
    everyone = sorted((m for moods in turned.values() for m in moods), key=lambda m: (m.day.last, m.report.order))
    if not everyone:
        return []
    return [
        make_dispute(
            f"prospects of the talks ({' and '.join(turned)})",
            [mood.variant() for mood in everyone],
            "doubt first and hope later, or the other way",
            sort="change",
            settled=f"moved between {everyone[0].report.when} and {everyone[-1].report.when}",
        )
    ]


def _turned(first: Mood, last: Mood) -> bool:
    """Whether the party's last word differs from its first, of an earlier day and article."""
    return (
        first.outlook != last.outlook
        and first.day.last < last.day.first
        and first.report.article.id != last.report.article.id
    )


def outlook_of(text: str) -> str | None:
    """Either "doubt" or "hope" about the talks; None where the words tell neither."""
    passage = stems(text)
    if not holds_any(passage, _LEX["talks"]) or any(phrase in text.lower() for phrase in _LEX["dashed"]):
        return None
    hope = holds_any(passage, _LEX["hope"])
    doubt = holds_any(passage, _PLAIN_DOUBT) or (negated(text) and holds_any(passage, _LEX["doubt_needs_no"]))
    if hope and (doubt or not negated(text)):  # "not easy, but there is some hope": the hope is the message
        return "hope"
    return "doubt" if doubt else None
