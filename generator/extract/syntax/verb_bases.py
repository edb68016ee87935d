"""Rules for base forms that are no nouns (accept), forms that serve for several tenses (put, come), and adjectives that may be more."""

from __future__ import annotations

from generator.extract.syntax.context import NOUNISH, NOUNS, NP_START, PREMODIFIERS, Context, word_set
from generator.extract.syntax.inflection import verb_forms
from generator.extract.syntax.nouns_or_verbs import causatives, follows_that, reported_clause_open

_PLURAL_SUBJECTS = frozenset({"NNS", "NNPS", "WDT", "WP", "DT", "CD", "-RRB-", "''", "EX"})
_ARTICLES = frozenset({"a", "an", "the", "any", "no", "every", "each"})
_NOUNISH = NOUNS | {"NV", "NVS"}
_MANY = frozenset({"few", "many", "most", "several", "others"})
_IN_SUBJECT = NOUNS | PREMODIFIERS | {"IN"}
_PARALLEL_REACH = 25


def verb_base(c: Context, i: int) -> str:
    """VB: infinitive, imperative and subjunctive are VB, plural and first-person presents VBP."""
    if c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    j = c.before_adverbs(i)
    tag, word = c.tag(j), c.word(j)
    if c.lower[i] in ("be", "do"):
        return _be_or_do(c, i, tag)
    if word in _MANY and c.tag(j - 1) in ("", ",", "CC", "``") and c.tag(i + 1) in NP_START:
        return "VBP"  # "few believe their …"
    if _is_noun(c, i, j):
        return "NN"
    if tag in NOUNS and _asked(c, j):
        return "VB"
    if tag == "CC" or (tag == "," and j > c.start):
        return _joined(c, i, j)
    if tag == "PRP":
        return "VBP" if word in ("i", "we", "you", "they") else "VB"
    if tag in _PLURAL_SUBJECTS:
        return "VB" if (c.finite >= 0 and c.word(c.finite) in causatives()) or _helped(c, j) else "VBP"
    if tag in ("NN", "NNP"):
        bare = any(c.word(k) in causatives() for k in range(max(c.start, j - 5), j))
        return "VB" if bare or follows_that(c, j + 1) else "VBP"
    return "VBP" if c.lower[i] == "have" and tag else "VB"


def _helped(c: Context, j: int) -> bool:
    """“helping prices recover”: the noun phrase that ends at `j` stands right behind a verb that takes a bare infinitive."""
    while j > c.start and c.tag(j) in NOUNS | PREMODIFIERS:
        j -= 1
    return c.word(j) in causatives()


def _be_or_do(c: Context, i: int, tag: str) -> str:
    return "VBP" if c.lower[i] == "do" and (tag in _PLURAL_SUBJECTS or c.tag(i + 1) in ("PRP", "RB")) else "VB"


def _is_noun(c: Context, i: int, j: int) -> bool:
    """“their support", "Rail workers began …": after `j`, the word at `i` can be no verb."""
    tag = c.tag(j)
    first = not tag and c.tag(i + 1) in ("NN", "NNS") and c.finite_ahead(i)
    return first or tag in ("PRP$", "POS", "JJ") or (tag == "DT" and c.word(j) in _ARTICLES)


def _asked(c: Context, j: int) -> bool:
    """“why did the parties fail”: a form of "do" stands before the subject that ends at `j`."""
    while j > c.start and c.tag(j) in _IN_SUBJECT:
        j -= 1
    return c.word(j) in ("do", "did", "does") and c.tag(j - 1) in ("", "WRB", "WP", "``", "CC", ",")


def _joined(c: Context, i: int, j: int) -> str:
    """Like the verb before, unless a participle follows: "promised to pay but have not done so"."""
    return "VBP" if c.tags[i] == "HAVE" and _participle_follows(c, i) else _parallel(c, j)


def _participle_follows(c: Context, i: int) -> bool:
    i += 1
    while c.tag(i) == "RB":
        i += 1
    return c.tag(i) in ("VBN", "VBDN", "PUT", "COME")


def _parallel(c: Context, j: int) -> str:
    """A verb after "and" is what the verb before it was."""
    for k in range(j - 1, max(c.start, j - _PARALLEL_REACH) - 1, -1):
        tag = c.tag(k)
        if tag in ("VB", "VBP"):
            return tag
        if tag in ("MD", "TO"):
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
    p = c.left(i)
    before = c.tag(p)
    if before in PREMODIFIERS:
        return "NN" if base_is_past and c.tag(i + 1) not in NOUNS else "VBN"
    if before == "IN" or (base_is_past and c.word(i + 1) in ("by", "of") and c.finite < 0 and _verb_later(c, i)):
        return "NN"  # "the takeover bid by the fund was …"
    if before in ("", "``", ":") and c.tag(i + 1) in NP_START | {"RP"}:
        return "VB"
    return _one_form_after_subject(c, i, base_is_past=base_is_past)


def _verb_later(c: Context, i: int) -> bool:
    """Whether a sure finite verb follows before the next mark."""
    for j in range(i + 1, c.end):
        if c.tag(j) in (",", ".", ":", "WDT", "WP", "THAT"):
            return False
        if c.tag(j) in ("VBD", "VBZ", "VBP", "MD", "HAVE"):
            return True
    return False


def _one_form_after_subject(c: Context, i: int, *, base_is_past: bool) -> str:
    j = c.before_adverbs(i)
    tag = c.tag(j)
    busy = c.finite >= 0 and not reported_clause_open(c, i)
    if tag in NOUNS and busy:
        return "VBN" if tag in ("NNS", "NNPS") or c.tag(i + 1) in ("IN", "TO", "RP") else "NN"
    if c.word(j) in ("i", "we", "you", "they"):
        return "VBP"
    if tag in ("NNS", "NNPS"):
        if c.tag(i + 1) == "TO" and not c.finite_ahead(i) and base_is_past:
            return "VBN"  # headlines: "talks set to resume"
        return "VBD" if base_is_past else "VBP"
    if not tag:
        return "VB"
    if tag == "CC":
        if base_is_past and _past_nearer(c, j):
            return "VBD"
        parallel = _parallel(c, j)
        return "VBD" if base_is_past and parallel == "VBP" else parallel
    return "VBD" if base_is_past else "VB"


def _past_nearer(c: Context, j: int) -> bool:
    """“pledged to serve the people and cast his vote”: a past tense before "and", and no base form close to it."""
    near = any(c.tag(k) in ("VB", "VBP") for k in range(max(c.start, j - 4), j))
    return not near and any(c.tag(k) == "VBD" for k in range(max(c.start, j - _PARALLEL_REACH), j))


def adjective_or_verb(c: Context, i: int) -> str:
    """JV: "open talks" or "to open talks"."""
    if (
        c.tag(i - 1) == "TO"
        and c.word(i - 2) in word_set("tag_rules", "to_is_preposition")
        and c.tag(i + 1) in _NOUNISH
    ):
        return "JJ"  # "open to direct talks"
    if c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    p = c.left(i)
    subject = c.tag(p) in ("NNS", "NNPS", "WDT", "WP") or c.word(p) in ("i", "we", "you", "they")
    if subject and c.finite < 0 and c.tag(i + 1) in ("DT", "PRP$", "IN", "PRP", "NNP", "THAT"):
        return "JJ" if c.finite_ahead(i) else "VBP"
    return "JJ"


def adjective_or_noun(c: Context, i: int) -> str:
    """JN: "the military said" or "military aid"."""
    if c.lower[i] in verb_forms().base and c.auxiliary(i) in ("to", "md", "do"):
        return "VB"
    after, before = c.tag(i + 1), c.tag(c.left(i))
    if after in NOUNISH:
        return "NN" if before in NOUNS and after in ("NNP", "NNPS") and c.text[i + 1][0].isupper() else "JJ"
    nominal = before in PREMODIFIERS | NOUNS | {"IN", "VB", "VBG", "HER"}
    return "NN" if nominal and c.word(i - 1) not in ("very", "more") else "JJ"
