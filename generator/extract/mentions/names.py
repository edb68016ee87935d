"""Names that no lexicon knows: what a capitalised run stands for, told by its form and by the words around it."""

from __future__ import annotations

from typing import Literal

from generator.extract.layers import Mention
from generator.extract.mentions.appositions import apposition_of
from generator.extract.mentions.company import beside_person, hosts, is_met, origin, serves_body
from generator.extract.mentions.given import given_names
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.jointly import shares_title
from generator.extract.mentions.scan import POSSESSIVE, Atom, Run, Scan, not_names
from generator.extract.mentions.words import word_set
from generator.extract.syntax.morphology import word_classes

NameKind = Literal["person", "organisation", "place", "media"]
PLACE_BEFORE = word_set("place_prepositions")
PLACE_NOUNS = word_set("place_nouns")
SPEECH = word_set("speech")
LED = frozenset(["led", "headed", "chaired", "represented", "succeeded", "replaced"])
"""Participles after which "by" brings in a person."""
ADDRESSING = word_set("addressing")


def name_mentions(scan: Scan, taken: dict[int, Mention]) -> list[Mention]:
    """One mention for every capitalised run that no title has taken; runs that name nothing are left out."""
    found = []
    body_names = _names_of_runs(scan, taken)
    reach = 0
    for run in scan.runs:
        if run.start in taken or run.start < reach:
            continue  # "Human Rights" of "the Observatory for Human Rights"
        start, end = _whole(scan, run)
        reach = end
        kind, shown = _kind(scan, run, start, end)
        if kind is None or _doubtful(scan, run, body_names):
            continue
        title = scan.layers.tokens.text[run.start - 1] if run.honorific else None
        apposed = apposition_of(scan, end) if kind in {"organisation", "media"} else None
        found.append(
            Mention(
                start=run.start - 1 if run.honorific else start,
                end=end,
                form="media" if kind == "media" else "name",
                kind=kind,
                name=scan.layers.words(start, end),
                country=(apposed.owner if apposed is not None else None) or _owner(scan, run),
                feminine=_sex(scan, run),
                name_start=start,
                name_end=end,
                sort="honorific" if title else "run",
                place_only=kind == "place" and shown,
                title=apposed.title or None if apposed is not None else None,
            )
        )
    return found


def _owner(scan: Scan, run: Run) -> str | None:
    """Whose person it is: "the DUP’s Jeffrey X", "Iran’s Mohammad Y"."""
    if scan.layers.tokens.text[run.start - 1] not in POSSESSIVE or run.start < 2:
        return origin(scan, run)
    atom = scan.atom_at(run.start - 2)
    return (atom.entry.of or atom.entry.name) if atom is not None else None


def _sex(scan: Scan, run: Run) -> bool | None:
    """The sex that an honorific or a given name tells."""
    sex = load_heads().honorifics.get(run.honorific or "")
    if sex in {"f", "m"}:
        return sex == "f"
    words = scan.layers.tokens.text[run.start : run.end]
    return given_names().get(words[0]) if len(words) > 1 else None


def _names_of_runs(scan: Scan, taken: dict[int, Mention]) -> set[str]:
    """The words of runs that stand inside a sentence or after a title: where these recur, a capital means a name."""
    words: set[str] = set()
    text = scan.layers.tokens.text
    for run in scan.runs:
        shouting = scan.layers.sentence_of[run.start] in scan.shouting
        if run.start in taken or run.honorific or (not run.initial and not shouting):
            words.update(text[run.start : run.end])
    return words


def _doubtful(scan: Scan, run: Run, body_names: set[str]) -> bool:
    """Whether the capital may come from the place alone: a headline in Title Case, the first word of a sentence."""
    tokens = scan.layers.tokens
    words = tokens.text[run.start : run.end]
    if run.honorific:
        return False
    if scan.layers.sentence_of[run.start] in scan.shouting:
        return not all(word in body_names for word in words if word[0].isupper())
    if not run.initial:
        return len(words) == 1 and tokens.lower[run.start] in not_names()["openers"]
    if words[0] in body_names:
        return False
    following = tokens.lower[run.end] if run.end < len(tokens) else ""
    if len(words) > 1:
        return len(words) == 2 and tokens.lower[run.start].endswith(("ing", "ly", "ed"))
    return not (following in SPEECH or (words[0].isupper() and len(words[0]) > 1) or tokens.tag[run.start] == "NNP")


def _whole(scan: Scan, run: Run) -> tuple[int, int]:
    """The run with the number before it and the "of …" after it, where it names an institution ("72nd Center for X and Y")."""
    tokens, heads = scan.layers.tokens, load_heads()
    start, end = run.start, run.end
    last = tokens.text[run.end - 1]
    if last not in heads.organisation and last not in heads.company:
        return start, end
    while (before := scan.atom_at(start - 1)) is not None and _opens_name(before, run, last in heads.organisation):
        if "-" in tokens.text[before.start]:
            break  # "the London-based Fair Trade Institute"
        start = before.start  # "British Medical Association", "Chile Copper Corp", "American Airlines"
    if last not in heads.organisation:
        return start, end
    if start > 0 and tokens.text[start - 1][0].isdigit() and tokens.text[start - 1].endswith(("st", "nd", "rd", "th")):
        start -= 1
    while end + 1 < len(tokens) and tokens.lower[end] in {"of", "for", "and", "on"}:
        k = end + 1 + (tokens.lower[end + 1] == "the")
        following, atom = scan.run_at(k), scan.atom_at(k)
        if following is not None and following.start == k:
            end = following.end
        elif atom is not None and tokens.lower[end] != "and":
            end = atom.end
        else:
            break
    return start, end


def _opens_name(atom: Atom, run: Run, organisation: bool) -> bool:
    """Whether a known name before capitalised words begins theirs: adjectives do before institutions, states before firms."""
    if atom.end != run.start and not organisation:
        return False
    if atom.entry.sort in {"adjective", "region"}:
        return organisation or run.end - run.start == 1
    return atom.entry.sort == "state"


def _kind(scan: Scan, run: Run, start: int, end: int) -> tuple[NameKind | None, bool]:
    """Person, organisation or place, and whether something shows it; None for treaties, wars, days and the like.

    "place" without a sign stands for "not known": other mentions of the same name may show a person.
    """
    words = scan.layers.tokens.text[start:end]
    if run.honorific or _is_label(scan, run):
        return "person", True
    if _names_nothing(words) or _is_field(scan, run):
        short = (
            len(words) == 1
            and words[0] in load_heads().organisation
            and scan.layers.tokens.lower[run.start - 1] == "the"
        )
        return ("organisation" if short else None), True  # "The Observatory said"
    by_form = _kind_by_form(words, scan.layers.tokens.text[run.end - 1])
    if by_form is not None:
        return by_form, True
    apposed = apposition_of(scan, end)
    if apposed is not None:
        return apposed.kind, True
    return _kind_by_place(scan, run, words) or _kind_by_company(scan, run, words)


def _is_label(scan: Scan, run: Run) -> bool:
    """Whether the run is all of the label of somebody's turn ("Ada Marsh: We …") and a name: unlike "Next Steps: We …"."""
    words = scan.layers.tokens.text[run.start : run.end]
    if len(words) < 2 or all(turn.label != (run.start, run.end) for turn in scan.layers.turns):
        return False
    return words[0] in given_names() or not any(word.lower() in word_classes() for word in words)


def _names_nothing(words: list[str]) -> bool:
    """Whether the capitals belong to a treaty, a war, a language, or to a mere common noun ("Union")."""
    heads, groups = load_heads(), not_names()
    low = {word.lower() for word in words}
    if words[-1] in heads.thing or low & groups["things"] or low <= groups["openers"]:
        return True
    return len(words) == 1 and words[0] in heads.company | heads.organisation


def _is_field(scan: Scan, run: Run) -> bool:
    """Whether the words name a ministry's field: "Department of Health and Social Care"."""
    lower = scan.layers.tokens.lower
    return (
        run.start > 0 and lower[run.start - 1] in {"of", "for", "and"} and lower[run.end - 1] in load_heads().ministries
    )


def _kind_by_form(words: list[str], run_end: str) -> NameKind | None:
    """What the last word tells: "X News", "X Motors", "X Province"."""
    heads, groups, last = load_heads(), not_names(), words[-1]
    if last in heads.media_words or (last.isupper() and last.endswith("TV")):
        return "media"
    if len(words) > 1 and words[0] in heads.organisation and words[0] not in heads.company:
        return "organisation"  # "Alliance Nouvelle", "Union Fenosa"
    if "Bros." in words or last in heads.company or last in heads.organisation or run_end in heads.organisation:
        return "organisation"
    low = {word.lower() for word in words}
    if last in heads.place or " ".join(words).lower() in groups["places"] or low & groups["compass"]:
        return "place"
    return None


def _kind_by_place(scan: Scan, run: Run, words: list[str]) -> tuple[NameKind, bool] | None:
    """A place by the nouns around it; an organisation by its capitals ("RMT")."""
    lower = scan.layers.tokens.lower
    before = lower[run.start - 1] if run.start else ""
    after = lower[run.end] if run.end < len(lower) else ""
    if after in PLACE_NOUNS or before in PLACE_NOUNS or (before == "of" and lower[run.start - 2] in PLACE_NOUNS):
        return "place", True
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return ("media" if before == "told" else "organisation"), True
    return None


def _kind_by_company(scan: Scan, run: Run, words: list[str]) -> tuple[NameKind, bool]:
    """A person by speech, meeting or form; a place by its preposition."""
    lower = scan.layers.tokens.lower
    before = lower[run.start - 1] if run.start else ""
    after = lower[run.end] if run.end < len(lower) else ""
    if after in SPEECH or after == "who" or (after == "," and lower[run.end + 1 : run.end + 2] == ["who"]):
        return ("person" if before != "the" else "organisation"), True
    if (len(words) == 1 and (is_met(scan, run) or (before != "the" and hosts(scan, run)))) or (
        len(words) < 4 and _is_addressed(scan, run)
    ):
        reported = before == "told" and len(words) > 1 and words[0] not in given_names() and words[-1] not in scan.lone
        return ("media" if reported else "person"), True
    if before in PLACE_BEFORE or before == "the":
        return ("organisation" if before == "the" and len(words) > 1 else "place"), before != "the"
    return ("person", True) if _shows_person(scan, run, words, before, after) else ("place", False)


def _shows_person(scan: Scan, run: Run, words: list[str], before: str, after: str) -> bool:
    """Whether two to four words are a person's: an initial, "said X", an age, a surname that recurs."""
    if not 2 <= len(words) <= 5 or any((len(word) > 2 and word.isupper()) or word[-1].isdigit() for word in words):
        return False
    if _has_article(scan, run):
        return False
    if words[0] in given_names() or any(len(word) == 2 and word[1] == "." for word in words[:-1]):
        return True
    tokens = scan.layers.tokens
    adverb = tokens.tag[run.end : run.end + 1] == ["RB"]
    if tokens.tag[run.end + adverb : run.end + adverb + 1] in (["VBD"], ["VBZ"]) and before != "the":
        return True
    if (
        origin(scan, run) is not None
        or _is_served(scan, run)
        or shares_title(scan, run)
        or (before != "the" and serves_body(scan, run))
        or beside_person(scan, run, before, after)
        or (before == "by" and tokens.lower[run.start - 2] in LED)
    ):
        return True
    aged = after == "," and tokens.text[run.end + 1 : run.end + 2] != [] and tokens.text[run.end + 1].isdigit()
    return before in SPEECH or aged or words[-1] in scan.lone or words[0] in scan.lone or is_met(scan, run)


def _has_article(scan: Scan, run: Run) -> bool:
    """Whether "the" opens the noun phrase of the name: "the entire Silver Valley"."""
    phrase = scan.layers.np_of[run.start]
    if phrase < 0:
        return False
    first = scan.layers.noun_phrases[phrase].start
    return first < run.start and scan.layers.tokens.lower[first] == "the"


def _is_served(scan: Scan, run: Run) -> bool:
    """Whether somebody serves the name: "X’s spokesman"."""
    text = scan.layers.tokens.text
    if text[run.end : run.end + 1] not in (["’s"], ["'s"]):
        return False
    heads = (scan.head_at(k) for k in range(run.end + 1, min(run.end + 4, len(text))))
    return any(head is not None and head.head.word in load_heads().serving for head in heads)


def _is_addressed(scan: Scan, run: Run) -> bool:
    """Whether the name is the object of a verb of addressing: "urged X to come", "told X that"."""
    layers = scan.layers
    group = layers.vg_of[run.start - 1] if run.start else -1
    if group < 0 or layers.tokens.text[run.end : run.end + 1] in (["’s"], ["'s"]):
        return False
    return not layers.verb_groups[group].passive and layers.verb_groups[group].lemma in ADDRESSING
