"""Inflection: the forms of English verbs and nouns by the rules of spelling, and the way back to the base form."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from generator.lexicon import load_lexicon

_VOWELS = frozenset("aeiou")


@dataclass(slots=True)
class VerbForms:
    """All forms of the known verbs: each maps a form to its base."""

    base: set[str] = field(default_factory=set)
    third: dict[str, str] = field(default_factory=dict)
    past: dict[str, str] = field(default_factory=dict)
    participle: dict[str, str] = field(default_factory=dict)
    gerund: dict[str, str] = field(default_factory=dict)


def third_person(base: str) -> str:
    """The -s form: tries, goes, passes, talks."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base + "s"


def past_form(base: str, *, doubles: bool) -> str:
    """The -ed form: tried, agreed, admitted, talked."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    return base + (base[-1] if doubles else "") + "ed"


def gerund_form(base: str, *, doubles: bool) -> str:
    """The -ing form: trying, lying, admitting, making, seeing."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    if base.endswith("c"):
        return base + "king"
    return base + (base[-1] if doubles else "") + "ing"


@cache
def verb_forms() -> VerbForms:
    """Every form of every verb of the lexicon `verbs`, built once a process."""
    lists = load_lexicon("verbs")
    doubling = set(lists["doubling"].split())
    forms = VerbForms()
    for base in lists["regular"].split():
        doubles = base in doubling
        _add(forms, base, [past_form(base, doubles=doubles)], [past_form(base, doubles=doubles)], doubles=doubles)
    for line in lists["irregular"].splitlines():
        base, past, participle = line.split()
        _add(forms, base, past.split("/"), participle.split("/"), doubles=_doubles_irregular(base))
    forms.third |= {"is": "be", "’s": "be", "'s": "be", "has": "have", "does": "do"}
    forms.base |= {"are", "am"}
    return forms


def _add(forms: VerbForms, base: str, past: list[str], participle: list[str], *, doubles: bool) -> None:
    forms.base.add(base)
    forms.third[third_person(base)] = base
    forms.gerund[gerund_form(base, doubles=doubles)] = base
    for form in past:
        forms.past.setdefault(form, base)
    for form in participle:
        forms.participle.setdefault(form, base)
    if doubles and base.endswith("l") and len(base) > 4:
        forms.past.setdefault(base + "ed", base)  # American spelling: canceled, signaling
        forms.participle.setdefault(base + "ed", base)
        forms.gerund.setdefault(base + "ing", base)
    if base[-1] in "lpt" and not doubles and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS and len(base) > 4:
        for form, known in ((base + base[-1] + "ed", forms.past), (base + base[-1] + "ing", forms.gerund)):
            known.setdefault(form, base)  # British spelling: travelled, labelling
        forms.participle.setdefault(base + base[-1] + "ed", base)


def _doubles_irregular(base: str) -> bool:
    """Get, put, begin, run: one short vowel and one consonant at the end of an irregular verb."""
    if base == "begin" or base.endswith(("set", "get", "run", "put", "cut", "hit", "bid", "bet", "win")):
        return True
    return (
        len(base) <= 5
        and base[-1] in "tdnpgm"
        and base[-2] in _VOWELS
        and base[-3:-2] not in _VOWELS
        and base not in ("mean", "wed")
    ) or base in ("wed", "forbid", "forget", "quit")


@lru_cache(maxsize=1 << 16)
def base_of_verb(form: str, tag: str) -> str:
    """The base form of a verb form with its Penn tag: ("met", "VBD") gives "meet"; unknown verbs by the rules of spelling."""
    forms = verb_forms()
    if form in ("are", "am", "'re", "’re", "'m", "’m", "is", "'s", "’s", "was", "were", "been", "being", "ai"):
        return "be"
    if form in ("'ve", "’ve", "having", "had", "has", "'d", "’d"):
        return "have"
    tables = {"VBZ": forms.third, "VBD": forms.past, "VBN": forms.participle, "VBG": forms.gerund}
    known = tables.get(tag, {}).get(form)
    if known:
        return known
    if tag in ("VBD", "VBN"):
        return forms.past.get(form) or forms.participle.get(form) or _stem(form, "ed")
    if tag == "VBG":
        return _stem(form, "ing")
    if tag == "VBZ":
        return base_of_noun(form)
    return form


def _stem(form: str, ending: str) -> str:
    if not form.endswith(ending) or len(form) < len(ending) + 3:
        return form
    stem = form[: -len(ending)]
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "sleoz":
        return stem[:-1]
    if stem.endswith(("oat", "eat")):
        return stem  # floated, repeated
    if stem.endswith(("at", "iz", "is", "v", "c", "u", "ng", "rg", "dg", "s", "bl", "pl")) and not stem.endswith("ss"):
        return stem + "e"
    return stem


_IRREGULAR_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life", "knives": "knife",
    "wives": "wife", "leaves": "leaf", "halves": "half", "feet": "foot", "teeth": "tooth", "criteria": "criterion",
    "phenomena": "phenomenon", "crises": "crisis", "analyses": "analysis", "bases": "base", "media": "media",
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def base_of_noun(form: str) -> str:
    """The singular of a plural noun: countries, losses, spokesmen."""
    if form in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[form]
    if form.endswith("men") and len(form) > 4:
        return form[:-3] + "man"
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "zes", "ches", "shes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    return form
