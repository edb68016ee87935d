"""Rules for -ed and -ing: past or participle ("accused"), gerund, participle or noun ("meeting")."""

from __future__ import annotations

from generator.extract.syntax.context import NOUNISH, NOUNS, NP_START, PREMODIFIERS, Context, word_set
from generator.extract.syntax.inflection import base_of_verb
from generator.extract.syntax.nouns_or_verbs import reported_clause_open

_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me"})
_PRONOUNS = frozenset(
    {"another", "this", "that", "these", "those", "all", "both", "some", "each", "neither"}
    | {"many", "most", "none", "few", "any", "either", "half"}
)
_HEARERS = NOUNS | {"PRP", "DT", "PRP$"}
_MAIN_VERBS = ("VBD", "VBZ", "VBP", "MD")
_TRANSITIVE = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ"})
_LOOSE = frozenset({"IN", "TO", "RB", "CD", "NNP", "RP", "VBN", "VBG"})
_NO_OBJECT = frozenset({"IN", ".", ",", "RB", "CC", "TO", ""})
_MAIN_TAGS = frozenset({*_MAIN_VERBS, "HAVE"})
_NEVER_NOUNS = frozenset({"something", "nothing", "anything", "everything", "thing", "king"})
_PARALLEL_REACH = 22


def past_or_participle(c: Context, i: int) -> str:
    """VBDN: the past tense unless an auxiliary, an article or another finite verb makes a participle of it."""
    if c.tags[i] == "VBN" or c.auxiliary(i) in ("have", "be", "to"):
        return "VBN"
    p = c.left(i)
    before, word_before = c.tag(p), c.word(p)
    qualifies = c.tag(i + 1) in NOUNISH - {"NNP"}
    if before in ("CD", "JJ") and c.lower[i] in ("said", "told"):
        return "VBD"
    if before == "CC" and c.word(i + 1) == "that":
        return "VBD"  # "and added that"
    if word_before in _PRONOUNS and before != "IN" and not qualifies:
        return "VBD"
    if before == "CD" and not qualifies:
        return _after_noun(c, i)
    if before in PREMODIFIERS or before in ("IN", "TO", "HER"):
        return "VBN"
    if before == "PRP":
        return "VBN" if word_before in _OBJECT_PRONOUNS else "VBD"
    resolve = _PAST_AFTER.get(before)
    return resolve(c, i) if resolve is not None else "VBD"


def _after_noun(c: Context, i: int) -> str:
    """“the plan announced” — is it the clause's verb or does it only qualify the noun?"""
    after = c.tag(i + 1)
    if c.lower[i] in word_set("tag_rules", "never_qualify"):
        return "VBD"
    if _subject_of_relative(c, i):
        return "VBD"
    if _has_agent(c, i) or (after in _NO_OBJECT and c.lower[i] in word_set("tag_rules", "needs_object")):
        return "VBN"
    reports = c.lower[i] in word_set("tag_rules", "reporting_forms")
    if (reports and _frames(c, i)) or _closes_frame(c, i):
        return "VBD"
    if c.tag(i - 1) == "CD" and c.tag(i - 2) == "CC" and c.tag(i - 3) == "VBN":
        return "VBN"  # "two were killed and five wounded"
    if c.finite >= 0 and after in NP_START and (reports or not c.finite_ahead(i)) and _main_verb_due(c, i):
        return "VBD"
    if c.finite >= 0 and not reported_clause_open(c, i) and not _subject_of_relative(c, i):
        return "VBN"
    dated = c.word(i + 1) in ("last", "this", "earlier")
    if (after in NP_START and not dated) or reports:
        return "VBD"
    if (dated or after in _LOOSE) and c.finite_ahead(i):
        return "VBN"
    return "VBD"


def _main_verb_due(c: Context, i: int) -> bool:
    """“Those who attended the briefing said …”: all finite verbs so far stand in the relative clause of the subject."""
    first = next((j for j in range(c.start, i) if c.tag(j) in _MAIN_VERBS), i)
    j = c.before_adverbs(first)
    if c.tag(j) not in ("WP", "WDT") or c.tag(j - 1) not in NOUNS | {"DT", "CD"}:
        return False
    later = (
        k for k in range(first + 1, i) if c.tag(k) in (*_MAIN_VERBS, ",", "CC", "WP", "WDT", "IN") and _parts(c, k)
    )
    return next(later, None) is None


def _parts(c: Context, k: int) -> bool:
    """True where a comma, a further verb or a subordinator may begin another clause."""
    return c.tag(k) != "IN" or c.word(k) in c.subordinators


def _has_agent(c: Context, i: int) -> bool:
    """“backed by the army”, but not “met by video link” or "voted by 391 to 242", which say how."""
    if c.word(i + 1) != "by":
        return False
    bare = c.tag(i + 2) in ("NN", "CD", "NV", "VBG") or c.word(i + 2) in word_set("tag_rules", "days")
    return not bare or c.finite >= 0 or c.finite_ahead(i)


def _frames(c: Context, i: int) -> bool:
    """“…, police said.”: only a noun phrase stands between a comma and the verb."""
    j = i - 1
    while j > c.start and c.tag(j) in NOUNS | PREMODIFIERS | {"RB"}:
        j -= 1
    return c.tag(j) in (",", "''") and c.tag(i + 1) not in NP_START


def _closes_frame(c: Context, i: int) -> bool:
    """“…, sources in the delegation informed.”: the last word after a comma and a subject, the hearers of "told" aside."""
    after = i + 1
    while c.lower[i] == "told" and after < i + 5 and c.tag(after) in _HEARERS:
        after += 1
    if c.tag(after) not in (".", "") and (after == i + 1 or c.tag(after) != "IN"):
        return False
    commas = [j for j in range(max(c.start, i - 8), i) if c.tag(j) == ","]
    return bool(commas) and not any(c.tag(j) in _MAIN_VERBS for j in range(commas[-1], i))


def _subject_of_relative(c: Context, i: int) -> bool:
    """“the deal that Peru signed”: the noun before stands right after "that"."""
    j = c.left(i)
    while j > c.start and c.tag(j) in NOUNS | PREMODIFIERS:
        j -= 1
    return c.word(j) in ("that", "which", "whom") and c.finite < j and c.tag(j - 1) in NOUNS


def _after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag = c.tag(j)
    if tag in NOUNS:
        return _after_noun(c, i)
    if tag in PREMODIFIERS or (tag in ("IN", "VBD", "VBZ", "VBP", "VBN") and c.word(j) != "that"):
        return "VBN"
    if tag in (",", "''"):
        return _after_break(c, i)
    return _after_conjunction(c, i) if tag == "CC" else "VBD"


def _after_break(c: Context, i: int) -> str:
    """After a comma: the main verb after an insertion, the verb of a quotation's frame, or a participle that adds."""
    if c.tag(i - 1) != "''" and c.word(i + 1) == "by":
        return "VBN"
    if c.tag(i - 1) == "''" or c.lower[i] in word_set("tag_rules", "reporting_forms"):
        return "VBD"
    frame = max((j for j in range(c.start, i) if c.tag(j) == "''"), default=c.start)
    if not any(c.tag(j) in _MAIN_VERBS for j in range(frame, i)):
        return "VBN" if c.finite_ahead(i) or _closes_insertion(c, i) else "VBD"
    if c.tag(i + 1) in ("IN", "TO") and not _list_of_pasts(c, i) and not _insertion_before(c, i):
        return "VBN"
    return "VBD"


def _closes_insertion(c: Context, i: int) -> bool:
    """“The talks, held in Rome, have …”: a verb follows the next comma."""
    for j in range(i + 1, min(c.end - 1, i + 14)):
        if c.tag(j) == ",":
            k = j + 2 if c.tag(j + 1) == "RB" else j + 1
            return c.tag(k) in ("VBZ", "VBP", "VBD", "MD", "HAVE", "VBDN", "NVS")
    return False


def _list_of_pasts(c: Context, i: int) -> bool:
    return any(c.tag(j) == "CC" and c.tag(j + 1) in ("VBDN", "VBD") for j in range(i, min(c.end, i + 12)))


def _insertion_before(c: Context, i: int) -> bool:
    """“X, who is ill, refused to …”: the verbs so far stand in a relative clause."""
    tags = c.tags[c.start : i]
    relatives = [k for k, tag in enumerate(tags) if tag in ("WP", "WDT", "WRB")]
    return bool(relatives) and not any(tag in _MAIN_VERBS for tag in tags[: relatives[0]])


def _after_conjunction(c: Context, i: int) -> str:
    """Coordinated: like the verb before the conjunction; before a noun that has its own verb it qualifies ("and armed men came")."""
    if c.tag(i + 1) in ("NN", "NNS", "NV", "NVS") and c.finite < 0 and _MAIN_TAGS & {c.tag(i + 2), c.tag(i + 3)}:
        return "VBN"
    if (
        c.lower[i] in word_set("tag_rules", "reporting_forms")
        and c.tag(i + 1) in _HEARERS | {"NNS"}
        and _main_verb_told(c, i)
    ):
        return "VBD"  # "said that a deal could be reached but told workers to …"
    for j in range(c.left(i) - 1, max(c.start, i - _PARALLEL_REACH) - 1, -1):
        tag = c.tag(j)
        if tag in ("VBD", "VBZ", "VBP"):
            copula = c.word(j) in ("is", "are", "was", "were") and c.tag(i + 1) in ("IN", "TO") and i - j < 4
            return "VBN" if copula else "VBD"
        if tag == "VBN" and not (c.tag(j - 1) in NOUNS and c.tag(i + 1) in NP_START):
            return "VBN"
        if tag == "MD":
            return "VBD"
    return "VBN" if c.tag(i + 1) in NOUNISH - {"NNP"} and c.tag(i - 2) in ("JJ", "VBN") else "VBD"


def _main_verb_told(c: Context, i: int) -> bool:
    """Whether a past tense of telling stands before in the sentence."""
    forms = word_set("tag_rules", "reporting_forms")
    return any(c.tag(j) == "VBD" and c.lower[j] in forms for j in range(max(c.start, i - 40), i))


def _after_dash(c: Context, i: int) -> str:
    """“Vega — after a long walk — told us”: the main verb where the sentence began with a noun and has none yet."""
    opens = c.tag(c.start) in NOUNS | PREMODIFIERS and any(c.tag(j) == ":" for j in range(c.start, i - 1))
    return "VBD" if opens and not any(c.tag(j) in _MAIN_VERBS for j in range(c.start, i)) else "VBN"


def _participle(_c: Context, _i: int) -> str:
    return "VBN"


_PAST_AFTER = (
    dict.fromkeys((*sorted(NOUNS), "-RRB-"), _after_noun)
    | {"RB": _after_adverb, "RBR": _after_adverb, ",": _after_break, "''": _after_break, "CC": _after_conjunction}
    | dict.fromkeys(("VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "", "``", "WRB"), _participle)
    | {":": _after_dash}
)


def gerund(c: Context, i: int) -> str:
    """VBG: a noun only after an article and before no object."""
    if c.tag(c.left(i)) in ("DT", "PRP$", "POS", "JJ") and c.tag(i + 1) not in NOUNISH | NP_START:
        return "NNS" if c.lower[i].endswith("s") else "NN"
    if c.tag(i + 1) in ("NNS", "NVS") and c.tag(i - 1) in _TRANSITIVE:
        verb = base_of_verb(c.word(i - 1), c.tag(i - 1))
        return "VBG" if verb in word_set("tag_rules", "before_gerund") else "JJ"  # "imposed sweeping sanctions"
    return "VBG"


def gerund_noun(c: Context, i: int) -> str:
    """GERUND: -ing words that are often nouns; verbs only after "be" or with an object of their own."""
    word = c.lower[i]
    if not word.endswith("ing"):
        return "NNS" if word.endswith("s") else "NN"
    before, after = c.tag(c.left(i)), c.tag(i + 1)
    if word in _NEVER_NOUNS or before in PREMODIFIERS:
        return "NN"
    if c.auxiliary(i) == "be":
        return "VBG"
    if after in ("DT", "PRP", "PRP$", "HER", "THAT", "THERE", "TO", "NNP", "NNPS"):
        return "VBG"
    if word == "saying" and after in ("``", ":", "IN") and c.word(i + 1) != "of":
        return "VBG"
    if before in ("IN", "", ",", "CC") and after in ("JJ", "NN", "NNS", "NVS", "NV", "RP", "JN"):
        return "VBG"
    if before == "," and after in ("IN", "CD"):
        return "VBG"  # "…, killing four"
    return "VBG" if before == "NNS" and after in ("IN", "JJ", "NNS") else "NN"
