"""Rules for words that may be noun or verb: talk(s), attack(s), demand(s), plan(s), put, set, open, military."""

from __future__ import annotations

from generator.extract.syntax.context import NOUNISH, NOUNS, NP_START, PREMODIFIERS, Context

_CAUSATIVES = frozenset(
    {"let", "lets", "letting", "make", "makes", "made", "help", "helps", "helped", "helping", "see", "saw", "have", "had", "watch", "hear", "heard", "dare"}
)  # fmt: skip
_TO_IS_PREPOSITION = frozenset(
    {"due", "according", "close", "subject", "response", "reply", "contrary", "prior", "opposition", "end", "thanks", "answer", "regard", "addition", "return",
     "returned", "access", "approach", "contribution", "key", "alternative", "objection", "obstacle", "solution", "vulnerable", "comparison", "led", "relation", "respect", "down",
     "back", "opposed", "open", "related", "linked", "exposed", "resort", "resorted", "limited", "barrier", "damage", "devoted", "amounted", "amounts"}
)  # fmt: skip
_PRONOUNS_HE = frozenset({"he", "she", "it", "this", "that"})
_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me", "her"})
_DETERMINER_PRONOUNS = frozenset(
    {"this", "that", "these", "those", "all", "both", "some", "each", "neither", "none", "many", "most", "few"}
)
_OBJECT_STARTS = NP_START | {"TO"}


def s_form(c: Context, i: int) -> str:
    """NVS: "talks" noun or "demands" verb."""
    before, word_before, after = c.tag(i - 1), c.word(i - 1), c.tag(i + 1)
    if before == "DT" and word_before in ("this", "that", "all") and after in _OBJECT_STARTS:
        return "VBZ"
    if before in PREMODIFIERS or before in ("IN", "TO", "VB", "VBG", "VBN", "VBP", "VBZ", "VBD", "MD", "CC"):
        return _s_after_conjunction(c, i) if before == "CC" else "NNS"
    if before == "PRP":
        return "NNS" if word_before in _OBJECT_PRONOUNS else "VBZ"
    if before in ("WDT", "WP", "EX"):
        return "NNS" if word_before in ("what", "whose") and c.finite_ahead(i) else "VBZ"
    if before == "RB":
        return _s_after_adverb(c, i)
    if before in NOUNS:
        return _s_after_noun(c, i)
    if before in (",", "''", "-RRB-", ":"):
        return _s_after_break(c, i)
    return "NNS"


def _s_after_noun(c: Context, i: int) -> str:
    before, after = c.tag(i - 1), c.tag(i + 1)
    if before in ("NNS", "NNPS") or after in ("MD", "VBZ", "VBD", "VBP", "HAVE"):
        return "NNS"
    if c.finite >= 0 and not _reported_clause_open(c, i):
        return "NNS"
    if after in NP_START and not (after == "CD" and c.finite_ahead(i)):
        return "VBZ"
    if c.finite_ahead(i):
        return "NNS"
    return "VBZ" if _singular_subject(c, i - 1) else "NNS"


def _singular_subject(c: Context, j: int) -> bool:
    """A name or a noun with an article can carry a verb; a bare common noun is rather the first part of a compound."""
    if c.tag(j) in ("NNP", "PRP"):
        return True
    k = j
    while k >= c.start and c.tag(k) in ("NN", "JJ", "NNP", "JJS", "VBN", "POS"):
        k -= 1
    return c.tag(k) in ("DT", "PRP$") or c.tag(k + 1) == "NNP"


def _reported_clause_open(c: Context, i: int) -> bool:
    """ "He said Moscow demands": the last verb reports, a noun phrase follows it at once, and nothing verbal since."""
    f = c.finite
    return c.word(f) in _REPORTING and c.tag(f + 1) in NP_START | NOUNS | {"JJ"} and i - f < 8


_REPORTING = frozenset(
    "said says say think thinks thought believe believes believed hope hopes hoped claim claims claimed know knows knew fear fears feared "
    "insist insists insisted suggest suggests suggested mean means meant add adds added argue argues argued acknowledge acknowledged "
    "admits admitted announced estimates estimated confirmed confirms denies denied warned warns told tells understand feels felt show shows showed".split()
)


def _s_after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag = c.tag(j)
    if tag in ("WDT", "WP", "EX") or (tag == "PRP" and c.word(j) not in _OBJECT_PRONOUNS):
        return "VBZ"
    if tag in ("NN", "NNP") and c.finite < 0 and not c.finite_ahead(i):
        return "VBZ"
    return "NNS"


def _s_after_break(c: Context, i: int) -> str:
    """ "the minister, who is ill, demands that …": the verb of the main clause after an insertion."""
    if i - 1 <= c.start or c.finite_ahead(i):
        return "NNS"
    return (
        "VBZ" if c.tag(i + 1) in _OBJECT_STARTS or (c.word(i + 1) in ("for", "on") and c.tag(i - 2) in NOUNS) else "NNS"
    )


def _s_after_conjunction(c: Context, i: int) -> str:
    if c.tag(i + 1) in _OBJECT_STARTS and any(c.tag(j) == "VBZ" for j in range(max(c.start, i - 14), i)):
        return "VBZ"
    return "NNS"


def base_form(c: Context, i: int) -> str:
    """NV: "talk" noun or verb."""
    aux = c.auxiliary(i)
    if aux == "to":
        return _after_to(c, i)
    if aux in ("md", "do"):
        return "VB"
    before, word_before, after = c.tag(i - 1), c.word(i - 1), c.tag(i + 1)
    if (
        before == "DT"
        and word_before in ("these", "those", "all", "both", "some")
        and after in _OBJECT_STARTS
        and not c.finite_ahead(i)
    ):
        return "VBP"
    if before in PREMODIFIERS or before == "IN":
        return "NN"
    if before == "PRP":
        return _base_after_pronoun(c, i)
    if before in ("WDT", "WP"):
        return "NN" if word_before in ("what", "which", "whatever") and after not in NP_START else "VBP"
    if before in ("NNS", "NNPS"):
        return _base_after_plural(c, i)
    if before in ("NN", "NNP"):
        return _base_after_singular(c, i)
    if before == "RB":
        return _base_after_adverb(c, i)
    if before == "CC":
        return _base_after_conjunction(c, i)
    if before in ("", "``", ":", "''", ",", "."):
        return _base_at_start(c, i)
    return "VB" if word_before in _CAUSATIVES else "NN"


def _after_to(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    if c.word(j - 1) in _TO_IS_PREPOSITION and j == i - 1:
        return "NN" if c.tag(i + 1) in ("IN", ".", ",", "CC", "", "MD", "VBD", "VBZ", "NN", "NNS", "TO") else "VB"
    if c.tag(i + 1) in ("MD", "VBZ", "VBD") or (c.word(j - 1) == "from" or c.word(j - 2) == "from"):
        return "NN"
    return "VB"


def _base_after_pronoun(c: Context, i: int) -> str:
    word = c.word(i - 1)
    if word in ("i", "we", "you", "they"):
        return "VBP"
    if word in _OBJECT_PRONOUNS:
        return "VB" if c.word(i - 2) in _CAUSATIVES else "NN"
    return "VB"


def _base_after_plural(c: Context, i: int) -> str:
    after = c.tag(i + 1)
    if c.finite >= 0 and not _reported_clause_open(c, i):
        return "VB" if c.word(c.finite) in _CAUSATIVES and after in _OBJECT_STARTS else "NN"
    if after in ("MD", "VBZ", "VBD", "HAVE") or (c.finite_ahead(i) and after not in _OBJECT_STARTS):
        return "NN"
    return "VBP"


def _base_after_singular(c: Context, i: int) -> str:
    """After a singular noun: a compound ("peace deal"), unless a plural subject with "and" or a headline's comma stands there."""
    after = c.tag(i + 1)
    if c.word(c.finite) in ("let", "help", "helped", "make") and after in _OBJECT_STARTS:
        return "VB"
    if c.finite >= 0 and not _reported_clause_open(c, i):
        return "NN"
    joined = any(
        c.tag(j) == "CC" or (c.tag(j) == "," and c.text[i - 1][0].isupper()) for j in range(max(c.start, i - 5), i)
    )
    if (
        joined
        and after in _OBJECT_STARTS | {"IN", "NNS", "NN", "JJ", "NVS", "RB"}
        and not c.finite_ahead(i)
        and after != "IN"
    ):
        return "VBP"
    return "NN"


def _base_after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag, after = c.tag(j), c.tag(i + 1)
    if tag == "PRP":
        return _base_after_pronoun(c, j + 1)
    if tag in ("NNS", "NNPS", "WDT", "WP") and c.finite < 0 and not c.finite_ahead(i):
        return "VBP"
    if tag in ("", "``", ",", "CC") and after in _OBJECT_STARTS:
        return "VB"
    return "NN"


def _base_after_conjunction(c: Context, i: int) -> str:
    after, before = c.tag(i + 1), c.tag(i - 2)
    if before in ("VB", "VBP"):
        return before
    if after in NP_START or (after == "TO" and c.finite < 0):
        for j in range(i - 2, max(c.start, i - 14) - 1, -1):
            if c.tag(j) in ("VB", "VBP"):
                return c.tag(j)
            if c.tag(j) in ("VBD", "VBZ"):
                return "NN"
    return "NN"


def _base_at_start(c: Context, i: int) -> str:
    """An imperative begins its sentence and takes an object; else a noun."""
    after = c.tag(i + 1)
    if c.tag(i - 1) == "," and i - 1 > c.start:
        verbs = [c.tag(j) for j in range(max(c.start, i - 8), i) if c.tag(j) in ("VB", "VBP", "NN")]
        return verbs[-1] if verbs and after in NP_START else "NN"
    return "VB" if after in ("DT", "PRP$", "PRP", "THAT", "HER") and not c.finite_ahead(i) else "NN"


def verb_base(c: Context, i: int) -> str:
    """VB: infinitive, imperative and subjunctive are VB, plural and first-person presents VBP."""
    if c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    j = c.before_adverbs(i)
    tag, word = c.tag(j), c.word(j)
    if tag == "CC" or (tag == "," and j > c.start):
        return _parallel(c, j)
    if tag == "PRP":
        return "VBP" if word in ("i", "we", "you", "they") else "VB"
    if tag in ("NNS", "NNPS", "WDT", "WP", "DT", "CD", "-RRB-", "''", "EX"):
        return "VB" if c.word(c.finite) in _CAUSATIVES and c.finite >= 0 else "VBP"
    if tag in ("NN", "NNP"):
        return "VBP" if c.lower[i] == "have" or any(c.tag(k) == "CC" for k in range(max(c.start, j - 6), j)) else "VB"
    return "VBP" if c.lower[i] == "have" and tag else "VB"


def _parallel(c: Context, j: int) -> str:
    """A verb after "and" is what the verb before it was."""
    for k in range(j - 1, max(c.start, j - 25) - 1, -1):
        tag = c.tag(k)
        if tag in ("VB", "VBP"):
            return tag
        if tag == "MD":
            return "VB"
        if tag == "TO":
            return "VB"
        if tag in ("WDT", "WP"):
            return "VBP"
    return "VBP"


def one_form(c: Context, i: int) -> str:
    """PUT and COME: base, participle and (PUT) past are spelled alike."""
    aux = c.auxiliary(i)
    if aux in ("to", "md", "do"):
        return "VB"
    if aux in ("have", "be"):
        return "VBN"
    base_is_past = c.tags[i] == "PUT"
    before = c.tag(i - 1)
    if before in PREMODIFIERS:
        return "NN" if base_is_past and c.tag(i + 1) not in NOUNS else "VBN"
    if before == "IN":
        return "NN"
    if before in ("", "``", ":") and c.tag(i + 1) in NP_START:
        return "VB"
    j = c.before_adverbs(i)
    if c.word(j) in ("i", "we", "you", "they") or c.tag(j) in ("NNS", "NNPS"):
        if c.finite >= 0 and not _reported_clause_open(c, i) and c.tag(j) in NOUNS:
            return "VBN"
        return "VBD" if base_is_past and c.tag(j) in NOUNS and c.finite_ahead(i) is False else "VBP"
    if c.tag(j) in ("NN", "NNP") and c.finite >= 0 and not _reported_clause_open(c, i):
        return "VBN" if c.tag(i + 1) in ("IN", "TO", "RP") else "NN"
    if c.tag(j) == "CC":
        parallel = _parallel(c, j)
        return "VBD" if base_is_past and parallel == "VBP" else parallel
    return "VBD" if base_is_past else "VB"


def adjective_or_verb(c: Context, i: int) -> str:
    """JV: "open talks" or "to open talks"."""
    aux = c.auxiliary(i)
    if aux in ("to", "md", "do"):
        return "VB"
    before = c.tag(i - 1)
    if (before in ("NNS", "NNPS", "WDT", "WP") or c.word(i - 1) in ("i", "we", "you", "they")) and c.finite < 0:
        if c.tag(i + 1) in ("DT", "PRP$", "IN", "TO", "PRP", "NNP", "THAT") and not c.finite_ahead(i):
            return "VBP"
    return "JJ"


def adjective_or_noun(c: Context, i: int) -> str:
    """JN: "the military said" or "military aid"."""
    after, before = c.tag(i + 1), c.tag(i - 1)
    if after in NOUNISH:
        return "NN" if before in NOUNS and after in ("NNP", "NNPS") and c.text[i + 1][0].isupper() else "JJ"
    return (
        "NN"
        if before in PREMODIFIERS | NOUNS | {"IN", "VB", "VBG", "HER"} and c.word(i - 1) not in ("very", "more")
        else "JJ"
    )
