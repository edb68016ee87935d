"""Guards: where a row holds its peace, each with the words that `dossier explain` shows when it refuses."""

from __future__ import annotations

from generator.extract.rows.book import ReadyGuards
from generator.extract.rows.entities import contexts
from generator.extract.rows.view import View
from generator.extract.timexes import date_of_clause, date_of_phrase

_OWN_WORDS = frozenset(["i", "we", "you", "us", "our", "my"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "our"])


def refusal(view: View, guards: ReadyGuards, span: tuple[int, int], verb: int | None, phrase: int | None) -> str | None:
    """Why the guards refuse a trigger, None where they let it pass.

    Args:
        view: the article.
        guards: those of the row.
        span: the words of the trigger: its verb with particle, or its noun phrase.
        verb: the verb that tells it: itself, or the one over the noun.
        phrase: the noun phrase of a noun.
    """
    told = view.syntax.factuality(verb) if verb is not None else "asserted"
    if guards.told and told not in guards.told:
        return f"told: {told}"
    for context in sorted(guards.outside):
        if _stands_in(view, context, span, verb):
            return f"outside: {context}"
    return _beside(view, guards, span) or _around(view, guards, span, verb, phrase)


def _stands_in(view: View, context: str, span: tuple[int, int], verb: int | None) -> bool:
    layers, at = view.layers, span[1] - 1
    speech = view.speech_at[at]
    attribution = layers.attributions[speech] if speech >= 0 else None
    if context == "speech":
        return attribution is not None and attribution.sort == "speech"
    if context == "directive":
        return attribution is not None and (
            attribution.sort in {"stance", "belief"}
            or attribution.lemma in contexts("directives")
            or attribution.negated
        )
    if context == "quotation":
        return layers.quote_of[at] >= 0 and layers.quotes[layers.quote_of[at]].clause
    if context == "own-words":
        return _in_own_words(view, at, verb)
    if context == "statement":
        return bool(view.cues[at])
    if context == "position":
        return bool(view.positions[at])
    if context == "meeting":
        return bool(view.meetings[at])
    if context == "headline":
        return layers.paragraphs[layers.sentences[layers.sentence_of[at]].paragraph].headline
    if context == "question":
        return view.lower[layers.sentences[layers.sentence_of[at]].end - 1] == "?"
    return context == "relative" and verb is not None and _only_says_which(view, verb)


def _in_own_words(view: View, at: int, verb: int | None) -> bool:
    """A quotation in which its speaker tells of himself or of those he speaks to."""
    layers = view.layers
    if layers.quote_of[at] < 0 or not layers.quotes[layers.quote_of[at]].clause:
        return False
    start, end = view.syntax.clause(verb) if verb is not None else (at, at + 1)
    return not _OWN_WORDS.isdisjoint(view.lower[start:end])


def _only_says_which(view: View, verb: int) -> bool:
    """“Members who voted”: a relative clause without a comma says which, not what happened."""
    start = view.layers.verb_groups[verb].start
    lower = view.lower
    for at in range(start - 1, max(start - 4, 0), -1):
        if lower[at] in {"who", "that", "which"}:
            return lower[at - 1] not in {",", "–", "—", "-"}
    return False


def _beside(view: View, guards: ReadyGuards, span: tuple[int, int]) -> str | None:
    lower = view.lower
    start = view.layers.sentences[view.layers.sentence_of[span[0]]].start
    before = lower[span[0] - 1] if span[0] > start else ""
    after = lower[span[1]] if span[1] < len(lower) else ""
    if guards.behind and before not in guards.behind:
        return f"behind: “{before}”"
    if before in guards.not_behind:
        return f"not_behind: “{before}”"
    if guards.before and after not in guards.before:
        return f"before: “{after}”"
    return f"not_before: “{after}”" if after in guards.not_before else None


def _around(view: View, guards: ReadyGuards, span: tuple[int, int], verb: int | None, phrase: int | None) -> str | None:
    if guards.article and guards.article.isdisjoint(view.words):
        return "article: none of these words"
    if guards.not_article and not guards.not_article.isdisjoint(view.words):
        return "not_article: one of these words"
    if guards.clause_lacks:
        start, end = view.syntax.clause(verb) if verb is not None else span
        found = guards.clause_lacks.intersection(view.lower[start:end])
        if found:
            return f"clause_lacks: “{min(found)}”"
    if guards.alone and verb is not None and view.syntax.complement(verb) is not None:
        return "alone: a complement hangs on it"
    if guards.dated and not is_dated(view, span, verb, phrase):
        return "dated: no date stands with it"
    if guards.definite is not None and phrase is not None and guards.definite != _is_definite(view, phrase):
        return f"definite: {not guards.definite}"
    return None


def is_dated(view: View, span: tuple[int, int], verb: int | None, phrase: int | None) -> bool:
    """Whether an expression of time stands with the trigger."""
    if phrase is not None:
        return date_of_phrase(view.layers, *span) is not None or _is_timed(view, phrase)
    return verb is not None and date_of_clause(view.layers, view.layers.verb_groups[verb].head) is not None


def _is_timed(view: View, phrase: int) -> bool:
    """Whether a time without a date stands right behind the noun or its phrases of place ("attacks in recent months")."""
    behind = view.behind(phrase)
    at = view.syntax.extent(behind[-1][1] if behind else phrase)[1]
    timex = view.layers.timex_at(at) or (view.layers.timex_at(at + 1) if at + 1 < len(view.lower) else None)
    inside = view.layers.timexes_from(*view.syntax.extent(phrase))
    return any(each.kind in {"date", "duration"} for each in [*inside, *([timex] if timex else [])])


def _is_definite(view: View, phrase: int) -> bool:
    noun = view.layers.noun_phrases[phrase]
    return view.lower[noun.start] in _DEFINITE or view.syntax.possessor(phrase) is not None
