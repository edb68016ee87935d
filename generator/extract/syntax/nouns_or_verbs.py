"""Rules for words that may be noun or verb: talk(s), attack(s), demand(s), plan(s)."""

from __future__ import annotations

from generator.extract.syntax.context import NOUNS, NP_START, PREMODIFIERS, Context, word_set

OBJECT_STARTS = NP_START | {"TO"}
_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me", "her"})
_BEFORE_NOUNS = PREMODIFIERS | {"IN", "TO", "VB", "VBG", "VBN", "VBP", "VBZ", "VBD", "MD"}
_OPENS_CLAUSE = frozenset({"if", "unless", "whether", "because", "although", "though", "while", "whereas", "when"})
"""Subordinators that take no noun: a name behind them is a subject."""
_FINITE_NEXT = frozenset({"MD", "VBZ", "VBD", "VBP", "HAVE"})


def causatives() -> frozenset[str]:
    """Forms of let, make, help and their like."""
    return word_set("tag_rules", "causatives")


def reported_clause_open(c: Context, i: int) -> bool:
    """“He said Moscow demands”: the last verb reports, a noun phrase follows it at once, and nothing verbal since."""
    f = c.finite
    if c.word(f) not in word_set("tag_rules", "reporting_forms"):
        return False
    return c.tag(f + 1) in NP_START | NOUNS | {"JJ"} and i - f < 12


def s_form(c: Context, i: int) -> str:
    """NVS: "talks" noun or "demands" verb."""
    p = c.left(i)
    before, word_before, after = c.tag(p), c.word(p), c.tag(i + 1)
    if before == "DT" and word_before in ("this", "that", "all") and after in OBJECT_STARTS:
        return "VBZ"
    if before in _BEFORE_NOUNS:
        return "NNS"
    if before == "CC":
        return _s_after_conjunction(c, i)
    if before == "PRP":
        return "NNS" if word_before in _OBJECT_PRONOUNS else "VBZ"
    if before in ("WDT", "WP", "EX"):
        return "NNS" if word_before in ("what", "whose") and c.finite_ahead(i) else "VBZ"
    if before == "RB":
        return _s_after_adverb(c, i)
    if before in NOUNS:
        return _s_after_noun(c, i, p)
    if before in (",", "''", "-RRB-", ":"):
        return _s_after_break(c, i)
    return "NNS"


def _s_after_noun(c: Context, i: int, p: int) -> str:
    before, after = c.tag(p), c.tag(i + 1)
    if before == "NNP" and after in (",", ".", "RB", "IN") and c.word(p - 1) in _OPENS_CLAUSE:
        return "VBZ"  # "if Peru leaves, …"
    subject = before == "NNP" or (before == "NN" and c.finite < 0 and _singular_subject(c, p))
    if subject and c.lower[i] in word_set("tag_rules", "reports_in_s") and after in NP_START | NOUNS | {"JJ"}:
        return "VBZ"
    if before in ("NNS", "NNPS") or (after in _FINITE_NEXT and not _object_relative(c, p)):
        return "NNS"
    if c.finite >= 0 and not reported_clause_open(c, i) and not _object_relative(c, p):
        return "NNS"
    if after in _FINITE_NEXT or (after in NP_START and not (after == "CD" and c.finite_ahead(i))):
        return "VBZ"
    if (
        after in (".", ",", "CC", "''", "")
        and before == "NNP"
        and c.lower[i] not in word_set("tag_rules", "reports_in_s")
    ):
        return "NNS"
    if (
        c.finite_ahead(i)
        or _in_prepositional_phrase(c, p)
        or (after in ("VB", "NV") and not (subject and (before != "NNP" or p == c.start)))
    ):
        return "NNS"
    return "VBZ" if _singular_subject(c, p) else "NNS"


def _in_prepositional_phrase(c: Context, p: int) -> bool:
    """“with security concerns rising”: the phrase that ends at `p` stands after a preposition, so it governs no verb."""
    while p > c.start and c.tag(p) in NOUNS | PREMODIFIERS | {"VBN"}:
        p -= 1
    return c.tag(p) == "IN" and c.lower[p] not in c.subordinators and p == c.start


def _object_relative(c: Context, p: int) -> bool:
    """“the result that Peru needs is …”, "what Peru needs is …": a relative clause whose subject is the one noun at `p`."""
    before = c.tag(p - 1)
    return c.tag(p) == "NNP" and (before in ("WDT", "WP") or (c.word(p - 1) == "that" and c.tag(p - 2) in NOUNS))


def _singular_subject(c: Context, j: int) -> bool:
    """A name or a noun with an article can carry a verb; a bare common noun is rather the first part of a compound."""
    if c.tag(j) in ("NNP", "PRP"):
        return True
    k = j
    while k >= c.start and c.tag(k) in ("NN", "JJ", "NNP", "JJS", "VBN", "POS"):
        k -= 1
    return c.tag(k) in ("DT", "PRP$") or c.tag(k + 1) == "NNP"


def _s_after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag = c.tag(j)
    if tag in ("WDT", "WP", "EX") or (tag == "PRP" and c.word(j) not in _OBJECT_PRONOUNS):
        return "VBZ"
    if tag in ("NN", "NNP") and (c.finite < 0 or reported_clause_open(c, i)) and not c.finite_ahead(i):
        return "VBZ"
    if tag == "CC" and not c.finite_ahead(i) and c.tag(i + 1) not in (".", ","):
        return "VBZ"
    return "NNS"


def _s_after_break(c: Context, i: int) -> str:
    """“the minister, who is ill, demands that …”: the verb of the main clause after an insertion."""
    if i - 1 <= c.start or c.finite_ahead(i):
        return "NNS"
    takes_object = c.tag(i + 1) in OBJECT_STARTS or (c.word(i + 1) in ("for", "on") and c.tag(i - 2) in NOUNS)
    return "VBZ" if takes_object else "NNS"


def _s_after_conjunction(c: Context, i: int) -> str:
    if c.tag(i + 1) not in OBJECT_STARTS:
        return "NNS"
    wanted = ("VBZ", "VBD") if c.word(i - 1) == "but" else ("VBZ",)
    return "VBZ" if any(c.tag(j) in wanted for j in range(max(c.start, i - 14), i)) else "NNS"


def base_form(c: Context, i: int) -> str:
    """NV: "talk" noun or verb."""
    aux = c.auxiliary(i)
    if aux == "to":
        return _after_to(c, i)
    if aux in ("md", "do"):
        return "VB"
    p = c.left(i)
    before, word_before = c.tag(p), c.word(p)
    if before == "CD" and c.finite < 0 and c.tag(i + 1) in OBJECT_STARTS:
        return "VBP"
    if before in PREMODIFIERS or before == "IN":
        return "VBP" if _plural_pronoun(c, i, p) else "NN"
    if before in ("WDT", "WP"):
        return "NN" if word_before in ("what", "which", "whatever") and c.tag(i + 1) not in NP_START else "VBP"
    resolve = _BASE_AFTER.get(before)
    if resolve is not None:
        return resolve(c, i)
    return "VB" if word_before in ("let", "help", "helps", "helped", "helping") else "NN"


def _plural_pronoun(c: Context, i: int, p: int) -> bool:
    """“both demand that”: the determiner stands alone."""
    alone = c.tag(p) == "DT" and c.word(p) in ("these", "those", "all", "both", "some")
    return alone and c.tag(i + 1) in OBJECT_STARTS and not c.finite_ahead(i)


def _after_to(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    if c.word(j - 1) in word_set("tag_rules", "to_is_preposition") and j == i - 1:
        return "NN" if c.tag(i + 1) in ("IN", ".", ",", "CC", "", "MD", "VBD", "VBZ", "NN", "NNS", "TO") else "VB"
    if c.tag(i + 1) in ("MD", "VBZ", "VBD") or "from" in (c.word(j - 1), c.word(j - 2)):
        return "NN"
    return "VB"


def _base_after_pronoun(c: Context, i: int) -> str:
    p = c.left(i)
    word = c.word(p)
    if word in ("i", "we", "you", "they"):
        return "VBP"
    if word in _OBJECT_PRONOUNS:
        return "VB" if c.word(p - 1) in causatives() else "NN"
    return "VB"


def _base_after_plural(c: Context, i: int) -> str:
    after = c.tag(i + 1)
    if c.finite >= 0 and not reported_clause_open(c, i):
        return "VB" if c.word(c.finite) in causatives() and after in OBJECT_STARTS else "NN"
    if after in ("MD", "VBZ", "VBD", "HAVE") or (c.finite_ahead(i) and after not in OBJECT_STARTS):
        return "NN"
    return "VBP"


def _singular_article(c: Context, j: int) -> bool:
    while j > c.start and c.tag(j) in NOUNS | {"JJ"}:
        j -= 1
    return c.word(j) in ("a", "an")


def _base_after_singular(c: Context, i: int) -> str:
    """After a singular noun: a compound ("peace deal"), unless a plural subject with "and" or a headline's comma stands there."""
    after = c.tag(i + 1)
    if c.tag(i - 1) == "NNP" and _singular_article(c, i - 1):
        return "NN"  # "a three-week Auto Workers strike"
    if c.finite >= 0 and c.word(c.finite) in causatives() and after in OBJECT_STARTS:
        return "VB"
    if c.finite >= 0 and not reported_clause_open(c, i):
        return "NN"
    if after in NP_START and _plural_before_preposition(c, i) and not c.finite_ahead(i):
        return "VBP"
    if after in OBJECT_STARTS and follows_that(c, i) and not c.finite_ahead(i):
        return "VB"
    if after not in OBJECT_STARTS | {"NNS", "NN", "JJ", "NVS", "RB", "NV"} or c.finite_ahead(i):
        return "NN"
    named = c.text[i - 1][0].isupper()
    joined = any(c.tag(j) == "CC" or (named and c.tag(j) == ",") for j in range(max(c.start, i - 5, c.finite + 1), i))
    return "VBP" if joined else "NN"


def _plural_before_preposition(c: Context, i: int) -> bool:
    """“sources in parliament demand the …”: the singular noun before stands in a phrase of place."""
    j = i - 1
    while j > c.start and c.tag(j) in NOUNS | PREMODIFIERS:
        j -= 1
    return c.tag(j) == "IN" and c.tag(j - 1) in ("NNS", "CD")


def follows_that(c: Context, i: int) -> bool:
    """“insists that the army leave”: the noun phrase before the word at `i` follows "that" at once."""
    j = i - 1
    while j > c.start and c.tag(j) in NOUNS | PREMODIFIERS:
        j -= 1
    return c.word(j) == "that"


def _base_after_adverb(c: Context, i: int) -> str:
    j = c.before_adverbs(i)
    tag, after = c.tag(j), c.tag(i + 1)
    if tag == "PRP":
        return _base_after_pronoun(c, j + 1)
    if tag in ("NNS", "NNPS", "WDT", "WP") and c.finite < 0 and not c.finite_ahead(i):
        return "VBP"
    if tag in ("", "``", ",", "CC") and after in OBJECT_STARTS:
        return "VB"
    return "NN"


def _base_after_conjunction(c: Context, i: int) -> str:
    after, before = c.tag(i + 1), c.tag(i - 2)
    if after in ("NN", "NNS", "NVS") and c.finite_ahead(i):
        return "NN"
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
        listed = any(c.tag(j) == "CC" and c.tag(j + 1) == "VB" for j in range(i + 1, min(c.end, i + 10)))
        return verbs[-1] if verbs and (after in NP_START or (listed and "VB" in verbs)) else "NN"
    if c.tag(i - 1) == ":" and i - 1 > c.start and c.finite < 0 and after in NP_START:
        return "VBP"  # after an insertion between dashes
    return "VB" if after in ("DT", "PRP$", "PRP", "THAT", "HER") and not c.finite_ahead(i) else "NN"


_BASE_AFTER = {
    "PRP": _base_after_pronoun,
    "NNS": _base_after_plural,
    "NNPS": _base_after_plural,
    "NN": _base_after_singular,
    "NNP": _base_after_singular,
    "RB": _base_after_adverb,
    "CC": _base_after_conjunction,
} | dict.fromkeys(("", "``", ":", "''", ",", "."), _base_at_start)
