"""Rules for small words with several readings: that, her, ’s, ’d, there, more, like, up."""

from __future__ import annotations

from generator.extract.syntax.context import FINITE, NOUNISH, NOUNS, PREMODIFIERS, VERBS, Context, word_set
from generator.extract.syntax.inflection import verb_forms

_SURE = frozenset({"VBD", "VBZ", "HAVE"})
_VERBISH = FINITE | {"VBDN", "VB", "PUT", "COME", "NVS", "NV"}
_BE = frozenset({"is", "are", "was", "were", "be", "’s", "'s", "been", "has", "have", "had"})


def that(c: Context, i: int) -> str:
    """Conjunction (IN), relative pronoun (WDT) or demonstrative (DT)."""
    before, after = c.tag(i - 1), c.tag(i + 1)
    if before in ("", "-LRB-"):
        return "DT"
    if after == "'S":
        return "DT" if before not in NOUNS else "WDT"
    if before in NOUNS and (after in _SURE or c.word(i - 1) not in word_set("tag_rules", "clause_nouns")):
        return _that_after_noun(c, i)
    if before == "IN" and c.word(i - 1) not in ("so", "except", "than"):
        return "DT"
    if after in FINITE and before not in NOUNS:
        return "DT"
    if (
        before in ("", "``", ",", "CC", ":")
        and after in ("NN", "VBDN", "NV")
        and not (before in (",", "CC") and c.finite_ahead(i + 1))
    ):
        return "DT"
    bare = before in ("VB", "VBG", "TO") or (
        before in VERBS and c.word(i - 1) not in word_set("tag_rules", "reporting_forms")
    )
    if bare and after in ("NN", "NV", "JN", "JJ") and not c.finite_ahead(i):
        return "DT"
    return "DT" if after in (".", ",", "''", "") else "IN"


def _that_after_noun(c: Context, i: int) -> str:
    """“the report that was leaked” or "the day that the report was leaked"."""
    after = c.tag(i + 1)
    if after in _VERBISH - {"NVS", "NV", "PUT"} or (after == "RB" and c.tag(i + 2) in _VERBISH):
        return "WDT"
    if after in ("NVS", "NV", "PUT", "JV") and not c.finite_ahead(i + 1):
        return "WDT"
    opens = c.finite < 0 and c.tag(c.start) in NOUNS | PREMODIFIERS  # "the firm that the union sued has …"
    return "WDT" if opens and c.word(i - 1) not in word_set("tag_rules", "clause_nouns") else "IN"


def her(c: Context, i: int) -> str:
    """“her country” or "met her"."""
    after = c.tag(i + 2) if c.tag(i + 1) in ("``", "RB") else c.tag(i + 1)
    return "PRP$" if after in NOUNISH | {"VBDN", "VBG", "VBN"} else "PRP"


def clitic_s(c: Context, i: int) -> str:
    """Possessive after a noun, "is" or "has" after a pronoun."""
    before, word = c.tag(i - 1), c.word(i - 1)
    if word == "let":
        return "PRP"
    if before in ("PRP", "EX", "WP", "WRB", "WDT", "DT", "THERE") or word in ("here", "there", "that"):
        return "VBZ"
    after = c.tag(i + 1)
    if before == "NNP" and after == "DT" and c.text[i + 1][0].isupper():
        return "POS"  # "ABC's This Week"
    if after in ("DT", "PRP$", "IN", "PRP", "TO") or c.word(i + 1) in ("not", "been", "n't", "going"):
        return "VBZ" if c.finite < 0 and not c.finite_ahead(i) else "POS"
    return "POS"


def clitic_d(c: Context, i: int) -> str:
    """“would” before a base form, else "had"."""
    j = i + 1
    while c.tag(j) == "RB":
        j += 1
    return "VBD" if c.tag(j) in ("VBN", "VBDN", "VBD") or c.word(j) == "better" else "MD"


def there(c: Context, i: int) -> str:
    """“there is” or "went there"."""
    nearby = {c.word(i + 1), c.word(i + 2)}
    return (
        "EX"
        if nearby & _BE or c.tag(i + 1) == "MD" or c.word(i + 1) in ("appears", "seems", "remain", "remains")
        else "RB"
    )


def more(c: Context, i: int) -> str:
    """Comparatives: with a noun JJR or JJS, with an adjective or adverb RBR or RBS."""
    if c.tag(i + 1) == "VBDN" and c.tag(i - 1) in ("", ":", ",", "CC", "``"):
        return "JJS" if c.lower[i].endswith("st") else "JJR"  # "most said so"
    degree = "S" if c.lower[i].endswith("st") else "R"
    after = c.tag(i + 1)
    return (
        f"RB{degree}"
        if after in ("JJ", "RB", "JV", "VBDN", "VBG", "JN") and c.tag(i + 2) not in NOUNS
        else f"JJ{degree}"
    )


def like(c: Context, i: int) -> str:
    """A preposition unless an auxiliary or pronoun makes it a verb."""
    if c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    return "VBP" if c.word(i - 1) in ("i", "we", "you", "they") else "IN"


def particle(c: Context, i: int) -> str:
    """Up, out, off, down: particle after a verb or its object, else preposition or adverb."""
    if c.lower[i] in verb_forms().base and c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    if c.lower[i] == "back":
        return "RB"
    if c.tag(i - 1) in VERBS:
        return "RP"
    if c.word(i + 1) == "of" or c.tag(i - 1) in ("IN", ""):
        return "IN"
    return "RP" if c.tag(i - 1) in NOUNS | {"PRP"} and c.tag(i + 1) not in ("DT", "NNP") else "IN"


def only(c: Context, i: int) -> str:
    """“the only way”: an adjective between article and noun, else an adverb."""
    return "JJ" if c.tag(i - 1) in ("DT", "PRP$") and c.tag(i + 1) in NOUNISH else "RB"


def both(c: Context, i: int) -> str:
    """“have both urged”, "we all know": an adverb between subject or auxiliary and verb, else a determiner."""
    before, after = c.tag(i - 1), c.tag(i + 1)
    if (
        before in ("PRP", "VBP", "VBD", "VBZ", "MD")
        and after in VERBS | {"VBDN", "RB", "NV", "PUT"}
        and c.word(i - 1) not in _OBJECTS
    ):
        return "RB" if before in ("PRP", "MD") or c.word(i - 1) in _AUXILIARIES else "DT"
    return "DT"


_OBJECTS = frozenset({"them", "him", "us", "me", "it"})
_AUXILIARIES = frozenset({"have", "has", "had", "are", "were", "'ve", "’ve"})


def will(c: Context, i: int) -> str:
    """“will” is a modal, but a noun after an adjective or possessive: "good will", "its will"."""
    before, after = c.tag(i - 1), c.tag(i + 1)
    if before in ("JJ", "PRP$", "POS"):
        return "NN" if after not in ("VB", "RB", "NV") else "MD"
    return "NN" if after in (".", "", "IN", "CC") and before == "NN" else "MD"


def early(c: Context, i: int) -> str:
    """“early talks” but "began early on Friday"; "has long called for"."""
    if c.lower[i] == "long":
        return "RB" if c.tag(i + 1) in ("VBDN", "VBN") and c.auxiliary(i) == "have" else "JJ"
    if c.lower[i] in ("later", "earlier"):
        return "JJ" if c.tag(i - 1) in ("DT", "PRP$", "POS", "CD") and c.tag(i + 1) in NOUNISH else "RB"
    return "JJ" if c.tag(i + 1) in NOUNISH - {"NNP"} else "RB"


def longer(c: Context, i: int) -> str:
    """“no longer” is an adverb, both words of it."""
    if c.word(i - 1) != "no":
        return "JJR"
    c.tags[i - 1] = "RB"
    return "RB"
