"""Pronouns, and the groups that a negotiation speaks of: "both sides", "the two countries", "the parties"."""

from __future__ import annotations

from generator.extract.layers import Mention
from generator.extract.mentions.scan import Scan
from generator.extract.mentions.words import word_set

PRONOUNS = {"he": False, "she": True, "they": None, "it": None, "i": None, "we": None}
OBLIQUE = {"him": False, "them": None, "his": False, "her": True, "its": None, "their": None}
GROUP_NOUNS = word_set("group_nouns")
ALONE = frozenset(["sides", "parties", "delegations", "negotiators", "belligerents"])
"""Nouns that name the parties with "the" alone."""


def pronoun_mentions(scan: Scan) -> list[Mention]:
    """One mention for every personal and possessive pronoun of the third person, and for "I" and "we"."""
    tokens = scan.layers.tokens
    found = []
    for i, word in enumerate(tokens.lower):
        if (word in PRONOUNS or word in OBLIQUE) and tokens.tag[i] != "NNP":  # "He Lifeng"
            feminine = PRONOUNS.get(word, OBLIQUE.get(word))
            found.append(
                Mention(
                    start=i,
                    end=i + 1,
                    form="pronoun",
                    kind="person" if word in {"he", "she", "him", "his", "her", "i"} else "organisation",
                    name=word,
                    plural=word in {"they", "them", "their", "we"},
                    feminine=feminine,
                    sort="subject" if word in PRONOUNS else "oblique",
                )
            )
    return found


def group_mentions(scan: Scan) -> list[Mention]:
    """Mentions of both parties together, by "both", "the two", "the" or "each" and a noun of sides."""
    tokens = scan.layers.tokens
    found = []
    for i, word in enumerate(tokens.lower):
        if word not in GROUP_NOUNS or i == 0:
            continue
        start = _group_start(tokens.lower, i)
        if start is None:
            continue
        found.append(
            Mention(start=start, end=i + 1, form="group", kind="state", name="both sides", plural=True, head=word)
        )
    return found


def _group_start(lower: list[str], i: int) -> int | None:
    k = i - 1
    while k > 0 and lower[k] in {
        "warring",
        "negotiating",
        "neighbouring",
        "neighboring",
        "rival",
        "conflicting",
        "opposing",
    }:
        k -= 1
    if lower[k] == "two" and k > 0 and lower[k - 1] in {"the", "these", "those"}:
        return k - 1
    if lower[k] in {"both", "two"} and (lower[k] == "both" or k == i - 1):
        return k if lower[k] == "both" else None
    if lower[k] in {"the", "all"} and (lower[i] in ALONE or k < i - 1):
        return k
    return None
