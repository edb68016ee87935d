"""Rules for -ed and -ing: past or participle ("accused"), gerund, participle or noun ("meeting")."""

from __future__ import annotations

from generator.extract.syntax.context import NOUNISH, NOUNS, NP_START, PREMODIFIERS, Context
from generator.extract.syntax.nouns_or_verbs import _REPORTING, _reported_clause_open

_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me"})
_DETERMINER_PRONOUNS = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "all",
        "both",
        "some",
        "each",
        "neither",
        "many",
        "most",
        "none",
        "any",
        "either",
    }
)


def past_or_participle(c: Context, i: int) -> str:
    """VBDN: the past tense unless an auxiliary, an article or another finite verb makes a participle of it."""
    if c.tags[i] == "VBN" and c.lower[i] not in ("been", "done"):
        return "VBN"
    aux = c.auxiliary(i)
    if aux in ("have", "be"):
        return "VBN"
    if c.tags[i] == "VBN" or aux == "to":
        return "VBN"
    before, after = c.tag(i - 1), c.tag(i + 1)
    if (
        before in ("DT", "CD", "JJ")
        and c.word(i - 1) in _DETERMINER_PRONOUNS | {"many", "few"}
        and after not in NOUNISH - {"NNP"}
    ):
        return "VBD"
    if before == "CD":
        return "VBN" if after in NOUNISH - {"NNP", "CD"} else _after_noun(c, i)
    if before in PREMODIFIERS or before in ("IN", "TO", "HER"):
        return "VBN"
    if before == "PRP":
        return "VBN" if c.word(i - 1) in _OBJECT_PRONOUNS else "VBD"
    if before in NOUNS or before == "-RRB-":
        return _after_noun(c, i)
    if before == "RB":
        return _after_adverb(c, i)
    if before in (",", "''"):
        return _after_break(c, i)
    if before == "CC":
        return _after_conjunction(c, i)
    if before in ("VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "", "``", ":", "WRB"):
        return "VBN"
    return "VBD"


def _after_noun(c: Context, i: int) -> str:
    """ "the plan announced" — is it the clause's verb or does it only qualify the noun?"""
    after, word_after = c.tag(i + 1), c.word(i + 1)
    if word_after == "by" and c.lower[i] not in _REPORTING:
        return "VBN"
    if c.finite >= 0 and not _reported_clause_open(c, i):
        return "VBN"
    if after in NP_START and after != "WRB":
        return "VBD"
    if c.lower[i] in _REPORTING:
        return "VBD"
    if after in ("IN", "TO", "RB", "CD", "NNP", "RP", "VBN", "VBG") and c.finite_ahead(i):
        return "VBN"
    return "VBD"


def _after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag = c.tag(j)
    if tag in PREMODIFIERS:
        return "VBN"
    if tag in NOUNS:
        return _after_noun(c, i)
    if tag in ("IN", "VBD", "VBZ", "VBP", "VBN") and c.word(j) != "that":
        return "VBN"
    if tag in (",", "''"):
        return _after_break(c, i)
    return _after_conjunction(c, i) if tag == "CC" else "VBD"


def _after_break(c: Context, i: int) -> str:
    """After a comma: the main verb after an insertion, the verb of a quotation's frame, or a participle that adds."""
    if c.tag(i - 1) == "''" or c.lower[i] in _REPORTING:
        return "VBD"
    if c.word(i + 1) == "by":
        return "VBN"
    main_verb = any(c.tag(j) in ("VBD", "VBZ", "VBP", "MD") for j in range(c.start, i))
    if not main_verb:
        return "VBN" if c.finite_ahead(i) else "VBD"
    if c.tag(i + 1) in ("IN", "TO") and not _list_of_pasts(c, i):
        return "VBN" if not _insertion_before(c, i) else "VBD"
    return "VBD"


def _list_of_pasts(c: Context, i: int) -> bool:
    return any(c.tag(j) == "CC" and c.tag(j + 1) in ("VBDN", "VBD") for j in range(i, min(c.end, i + 12)))


def _insertion_before(c: Context, i: int) -> bool:
    """ "X, who is ill, refused to …": the verbs so far stand in a relative clause."""
    tags = c.tags[c.start : i]
    relatives = [k for k, tag in enumerate(tags) if tag in ("WP", "WDT", "WRB")]
    return bool(relatives) and not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[: relatives[0]])


def _after_conjunction(c: Context, i: int) -> str:
    """Coordinated: like the verb before the conjunction."""
    for j in range(i - 2, max(c.start, i - 22) - 1, -1):
        tag = c.tag(j)
        if tag in ("VBD", "VBZ", "VBP"):
            return (
                "VBN"
                if c.word(j) in ("is", "are", "was", "were") and c.tag(i + 1) in ("IN", "TO") and i - j < 4
                else "VBD"
            )
        if tag == "VBN":
            if c.tag(j - 1) in NOUNS and c.tag(i + 1) in NP_START:
                continue
            return "VBN"
        if tag == "MD":
            return "VBD"
    return "VBN" if c.tag(i + 1) in NOUNISH - {"NNP"} and c.tag(i - 2) in ("JJ", "VBN") else "VBD"


def gerund(c: Context, i: int) -> str:
    """VBG: a noun only after an article and before no object."""
    before, after = c.tag(i - 1), c.tag(i + 1)
    if before in ("DT", "PRP$", "POS", "JJ") and after not in NOUNISH | NP_START:
        return "NN" if not c.lower[i].endswith("s") else "NNS"
    return "VBG"


def gerund_noun(c: Context, i: int) -> str:
    """GERUND: -ing words that are often nouns; verbs only after "be" or with an object of their own."""
    plural = c.lower[i].endswith("s") and not c.lower[i].endswith("ss")
    if plural:
        return "NNS"
    before, after = c.tag(i - 1), c.tag(i + 1)
    if not c.lower[i].endswith("ing") or c.lower[i] in (
        "something",
        "nothing",
        "anything",
        "everything",
        "thing",
        "king",
    ):
        return "NN"
    if before in PREMODIFIERS:
        return "NN"
    if c.auxiliary(i) == "be" and after in NP_START | {"IN", "TO", "RB", "NN", "NNS", "JJ", "NVS", "NV", ".", ","}:
        return "VBG"
    if after in ("DT", "PRP", "PRP$", "HER", "THAT", "TO", "NNP", "NNPS"):
        return "VBG"
    if before in ("IN", "", ",", "CC") and after in ("JJ", "NN", "NNS", "NVS", "NV", "RP", "JN", "RB"):
        return "VBG"
    if before in ("VBD", "VBZ", "VBP", "NNS") and after in ("IN", "JJ", "NNS"):
        return "VBG" if before == "NNS" else "NN"
    return "NN"
