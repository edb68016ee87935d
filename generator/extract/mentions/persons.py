"""Persons named by a title or role, with or without a name: "Russian Foreign Minister, Sergey X", "the head of the delegation"."""

from __future__ import annotations

from generator.extract.layers import Mention
from generator.extract.mentions.company import origin
from generator.extract.mentions.given import given_names
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.naming import phrase_name, role_title
from generator.extract.mentions.phrases import OWN, Phrase, read_phrase
from generator.extract.mentions.scan import POSSESSIVE, HeadAt, Run, Scan
from generator.extract.mentions.words import word_set

AFTER_APPOSITION = frozenset([",", "who", ".", ")", "—", "–", "-", ";", ":", "”", "’s", "'s"])
ADVERBS = frozenset(["also", "now", "currently", "then", "still", "himself", "herself"])
PAST = frozenset(["previously", "formerly", "once"])
ATTRIBUTIVE = word_set("attributive")
"""Titles that are adjectives or verbs too: small letters and no determiner make them no person."""


def title_mentions(scan: Scan, taken: dict[int, Mention]) -> list[Mention]:
    """All mentions that a title makes; `taken` collects the runs (by their first token) that serve as their names."""
    found: list[Mention] = []
    for head in scan.heads:
        if head.head.sort != "title" or _is_modifier(scan, head):
            continue
        phrase = read_phrase(scan, head)
        if _unlikely(scan, phrase) or _ends_title(scan, found[-1] if found else None, head):
            continue
        mention = _mention(scan, phrase, taken)
        if mention is not None:
            _share_name(scan, found[-1] if found else None, mention)
            found.append(mention)
    return found


def _ends_title(scan: Scan, before: Mention | None, head: HeadAt) -> bool:
    """Whether the noun is only part of what a named person serves: "the adviser to the Office of the President, X"."""
    if before is None or before.name_start is None or not before.start < head.start < before.name_start:
        return False
    return scan.layers.tokens.text[before.name_start - 1] == "," and _serves_office(scan, head)


def _serves_office(scan: Scan, head: HeadAt) -> bool:
    lower = scan.layers.tokens.lower
    of = head.start - 1 - (lower[head.start - 1] == "the")
    return of > 0 and lower[of] == "of" and lower[of - 1] == "office"


def _share_name(scan: Scan, before: Mention | None, mention: Mention) -> None:
    """Two titles of one person: "the chief Russian delegate, presidential aide X"; "deputy defence minister, General X"."""
    if before is None or before.end + 1 != mention.start or mention.determiner not in {"", "the"}:
        return
    tokens = scan.layers.tokens
    if before.form == "name" and mention.form == "role":
        if tokens.lower[before.end] == "and" and before.name_end is not None and before.name_end < before.end:
            mention.form, mention.name, mention.nested = (
                "name",
                before.name,
                True,
            )  # "X, head of A and presidential aide,"
            mention.name_start, mention.name_end = before.name_start, before.name_end
            mention.country = mention.country or before.country
        return
    if before.form != "role" or mention.form != "name":
        return
    follows = tokens.text[before.end] in {",", "and"} and mention.name_start != mention.start
    if follows and before.determiner != "a" and mention.country in {None, before.country}:
        before.form, before.name = "name", mention.name
        before.name_start, before.name_end = mention.name_start, mention.name_end
        before.end = mention.end
        before.country = before.country or mention.country
        mention.country = mention.country or before.country


def _is_modifier(scan: Scan, head: HeadAt) -> bool:
    """Whether another head noun follows at once, so that this one only describes it ("union leader", "press secretary")."""
    tokens = scan.layers.tokens
    if head.end >= len(tokens):
        return False
    following = scan.head_at(head.end)
    if following is not None and following.start == head.end:
        return scan.layers.sentence_of[head.end] == scan.layers.sentence_of[head.start]
    return tokens.tag[head.end] in {"NN", "NNS"} and _run_from(scan, head.end) is None


def _unlikely(scan: Scan, phrase: Phrase) -> bool:
    """Whether the noun is no person here: a verb ("to head east"), an adjective ("general elections")."""
    tokens, i = scan.layers.tokens, phrase.head.start
    alone = phrase.head.end - i == 1  # "trade representative" is no verb
    if alone and (
        tokens.tag[i][:2] in {"VB", "MD"} or scan.layers.vg_of[i] >= 0 or (i and tokens.lower[i - 1] == "to")
    ):
        return scan.run_at(phrase.head.end) is None
    if tokens.lower[i] in ATTRIBUTIVE and tokens.text[i].islower() and _describes_next(scan, phrase):
        return True
    if tokens.lower[i] == "member" and phrase.complement is None:
        return True
    bare = phrase.start == i and phrase.end == phrase.head.end
    named = scan.run_at(phrase.head.end) is not None
    word = tokens.text[i]
    if bare and not named and (phrase.head.head.word in ATTRIBUTIVE or word.islower()):
        return not _apposed(scan, phrase)
    return False


def _describes_next(scan: Scan, phrase: Phrase) -> bool:
    """Whether an adjective or noun follows at once ("a major Russian attack")."""
    k = phrase.head.end
    if phrase.end > phrase.head.end or k >= len(scan.layers.tokens) or scan.run_at(k) is not None:
        return False
    atom = scan.atom_at(k)
    return scan.layers.tokens.tag[k][:2] in {"NN", "JJ"} or (atom is not None and atom.entry.sort == "adjective")


def _apposed(scan: Scan, phrase: Phrase) -> bool:
    before = phrase.start - 1
    return before > 0 and scan.layers.tokens.text[before] == "," and scan.run_at(before - 1) is not None


def _mention(scan: Scan, phrase: Phrase, taken: dict[int, Mention]) -> Mention | None:
    country = phrase.country
    run = _name_after(scan, phrase) or _name_before(scan, phrase, taken)
    mention = Mention(
        start=phrase.start,
        end=phrase.end,
        form="role",
        kind="person",
        name=phrase_name(scan, phrase, country),
        title=role_title(scan, phrase, country),
        country=country or (phrase.owner if phrase.owner and phrase.owner.isupper() else None),
        feminine=phrase.head.head.feminine,
        head=phrase.head.head.word,
        sort="title",
        owner=phrase.owner if phrase.possessive and phrase.owner else _group_word(scan, phrase),
        determiner=phrase.determiner or ("the" if phrase.possessive else ""),
    )
    if run is None:
        return None if _is_predicate(scan, phrase) else mention
    if run.start in taken:
        earlier = taken[run.start]
        earlier.end = max(earlier.end, mention.end)
        mention.nested = True
    mention.form = "name"
    mention.name = scan.layers.words(run.start, run.end)
    mention.name_start, mention.name_end = run.start, run.end
    if mention.feminine is None and run.end - run.start > 1:
        mention.feminine = given_names().get(scan.layers.tokens.text[run.start])
    mention.country = mention.country or origin(scan, run)
    mention.start, mention.end = min(mention.start, run.start), max(mention.end, run.end)
    taken.setdefault(run.start, mention)
    return mention


def _is_predicate(scan: Scan, phrase: Phrase) -> bool:
    """Whether the role only says as what somebody acts: "as a student he …"; "as a spokesman said" tells who speaks."""
    tokens = scan.layers.tokens
    after = scan.layers.vg_of[phrase.end] if phrase.end < len(tokens) else -1
    return phrase.determiner in {"a", "an"} and tokens.lower[phrase.start - 1] == "as" and after < 0


def _group_word(scan: Scan, phrase: Phrase) -> str:
    """The word for whom the person leads or serves: "guerrilla leader", "union boss", "government negotiator"."""
    if phrase.country:
        return ""
    words = scan.layers.tokens.lower[phrase.core : phrase.head.start]
    if phrase.complement is not None:
        words = words + scan.layers.tokens.lower[slice(*phrase.complement)]  # "vice-president of the union"
    return next((word for word in words if word in load_heads().generic or word in {"government", "rebel"}), "")


def _name_after(scan: Scan, phrase: Phrase) -> Run | None:
    """The name that follows a title at once or after a comma."""
    tokens = scan.layers.tokens
    k, sentence = phrase.head.end, scan.layers.sentence_of[phrase.start]
    if k >= len(tokens) or scan.layers.sentence_of[k] != sentence:
        return None  # a line of credits ends with a title, the text begins with a name
    run = _run_from(scan, k)
    if run is not None:
        body = run.end - run.start > 1 and tokens.text[run.end - 1] in load_heads().organisation
        return None if body else run  # "General Workers’ Union" is no general
    k = phrase.end
    if k >= len(tokens) or scan.layers.sentence_of[k] != sentence:
        return None
    if phrase.end > phrase.head.end and (run := _run_from(scan, k)) is not None:
        return run
    run = _run_from(scan, _comma_after(scan, phrase) + 1)
    if run is None or run.end >= len(tokens):
        return None
    closes = tokens.text[run.end] in AFTER_APPOSITION or tokens.tag[run.end][:2] in {"VB", "MD"}
    return run if closes and _is_name(scan, run) else None


def _comma_after(scan: Scan, phrase: Phrase) -> int:
    """The comma that closes a definite role, over a short phrase of place or matter ("the head of X at the talks with Y,")."""
    tokens, k = scan.layers.tokens, phrase.end
    if tokens.text[k] == ",":
        return k
    definite = phrase.determiner in {"the", ""} and (phrase.country or phrase.complement)
    if not definite or tokens.lower[k] not in {"at", "in", "to", "for", "on", "during"}:
        return -2
    end = scan.layers.sentences[scan.layers.sentence_of[k]].end
    for i in range(k, min(k + 8, end)):
        if tokens.text[i] == ",":
            return i
        if tokens.tag[i][:2] in {"VB", "MD"} or scan.layers.vg_of[i] >= 0 or not tokens.text[i][0].isalpha():
            return -2
    return -2


def _run_from(scan: Scan, k: int) -> Run | None:
    """The run that begins at token `k`, a "Mr." or rank before it allowed."""
    for start in (k, k + 1):
        run = scan.run_at(start)
        if run is not None and run.start == start and (start == k or run.honorific):
            return run
    return None


def _is_name(scan: Scan, run: Run) -> bool:
    """Whether a run looks like a person's name: two words and more, or one that is no abbreviation."""
    words = scan.layers.tokens.text[run.start : run.end]
    return len(words) > 1 or not words[0].isupper()


def _name_before(scan: Scan, phrase: Phrase, taken: dict[int, Mention]) -> Run | None:
    """The name to which the phrase is an apposition ("X, the head of …,") or a predicate ("X is the head of …")."""
    tokens = scan.layers.tokens
    before = phrase.start - 1
    if before < 1 or phrase.determiner in OWN - {"its", "their", "his", "her"}:
        return None
    if scan.layers.sentence_of[before] != scan.layers.sentence_of[phrase.start]:
        return None
    while before > 1 and tokens.lower[before] in ADVERBS | PAST:
        phrase.former = phrase.former or tokens.lower[before] in PAST
        before -= 1
    full = phrase.determiner in {"the", "a", "an"} or phrase.country or phrase.owner or phrase.complement
    if tokens.text[before] == "," and full:
        k = before - 1
        if tokens.text[k].isdigit() and k > 1 and tokens.text[k - 1] == ",":
            k -= 2  # "X, 56, the head of …"
        if tokens.text[k] in POSSESSIVE:
            return None
        run = scan.run_at(k)
        return run if run is not None and run.end == k + 1 and _is_name(scan, run) and _closes(scan, phrase) else None
    if tokens.lower[before] in {"is", "was", "became"} and phrase.determiner != "a":
        if tokens.lower[before - 1] == "who" and before > 2:
            before -= 1 + (tokens.text[before - 2] == ",")  # "X, who is the head of …"
        run = scan.run_at(before - 1)
        return run if run is not None and run.end == before and _is_name(scan, run) else None
    return None


def _closes(scan: Scan, phrase: Phrase) -> bool:
    """Whether the apposition ends with a comma or full stop: "X, the minister, …" and not "X, the minister said"."""
    tokens = scan.layers.tokens
    if phrase.end >= len(tokens):
        return True
    word, tag = tokens.text[phrase.end], tokens.tag[phrase.end]
    return word in AFTER_APPOSITION or not (tag in {"VBD", "VBZ", "MD", "VBP"} and phrase.determiner == "the")
