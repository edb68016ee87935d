"""Bodies named by a noun: ministries, delegations, armies, movements, officials and unnamed sources."""

from __future__ import annotations

from generator.extract.layers import Mention
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.naming import phrase_name
from generator.extract.mentions.phrases import Phrase, read_phrase
from generator.extract.mentions.scan import HeadAt, Scan
from generator.extract.mentions.words import word_set

BODY_SORTS = frozenset(["institution", "army", "delegation", "movement", "people", "private", "generic"])
PROPER = frozenset(["generic", "movement"])
"""General nouns that end an organisation's name where they are capitalised."""
APPOSED = frozenset(["movement", "generic"])
LED = frozenset(["administration", "government", "cabinet", "administration officials"])
"""Bodies called by the name of the person who leads them: "the Ramos administration"."""
TELLING = word_set("telling")
COUNTED = frozenset(["army", "movement", "private"])
"""Bodies that a number turns into a figure: "498 Russian soldiers" act as nobody."""


def body_mentions(scan: Scan, taken: dict[int, Mention]) -> list[Mention]:
    """All mentions that a body's noun makes; `taken` collects the runs that are part of their names."""
    found = []
    for head in scan.heads:
        if head.head.sort not in BODY_SORTS or _describes(scan, head):
            continue
        phrase = read_phrase(scan, head)
        if _counted(scan, phrase) or not _stands_alone(scan, phrase):
            continue
        mention = _organisation(scan, phrase) or _mention(scan, phrase)
        if mention.sort == "run" and (run := scan.run_at(phrase.core)) is not None:
            taken[run.start] = mention
        if mention.sort != "generic" or mention.determiner == "the" or mention.plural:
            found.append(mention)
    return found


def _organisation(scan: Scan, phrase: Phrase) -> Mention | None:
    """The organisation that a general noun explains: "the ELN rebel group", "the guerrilla group FARC", "X (ABC) union"."""
    head = phrase.head
    if head.head.word not in load_heads().generic and head.head.sort not in APPOSED:
        return None
    text = scan.layers.tokens.text
    before = scan.head_at(phrase.core) if phrase.core < head.start else head
    k = (before or head).start - 1
    while k >= phrase.start and scan.atom_at(k) is None:
        k -= 1
    bracket = phrase.start > 1 and text[phrase.start - 1] == ")"
    atoms = (scan.atom_at(head.end), scan.atom_at(phrase.start - 2) if bracket else scan.atom_at(k))
    atom = next((a for a in atoms if a is not None and a.entry.sort == "organisation"), None)
    if atom is None:
        return None
    return Mention(
        start=min(phrase.start, atom.start),
        end=max(phrase.end, atom.end),
        form="name",
        kind=atom.entry.kind if atom.entry.kind != "person" else "organisation",
        name=atom.entry.name,
        title=scan.layers.words(phrase.core if phrase.core >= atom.end or bracket else head.start, head.end),
        country=atom.entry.of,
        sort="organisation",
        determiner=phrase.determiner,
        name_start=atom.start,
        name_end=atom.end,
    )


def _describes(scan: Scan, head: HeadAt) -> bool:
    """Whether the noun only describes the noun after it ("government spokesman", "army base", "union-led")."""
    tokens = scan.layers.tokens
    if tokens.tag[head.start][:2] == "VB" or scan.layers.vg_of[head.start] >= 0:
        return True
    if head.end >= len(tokens) or scan.layers.sentence_of[head.end] != scan.layers.sentence_of[head.start]:
        return False
    following = scan.head_at(head.end)
    if following is not None:
        named = head.head.word in {"ministry", "defence ministry", "defense ministry", "foreign ministry", "delegation"}
        return not (named and tokens.text[head.start][0].isupper())
    return tokens.tag[head.end] in {"NN", "NNS"}


def _counted(scan: Scan, phrase: Phrase) -> bool:
    tokens = scan.layers.tokens
    if phrase.head.head.sort not in COUNTED:
        return False
    window = range(max(0, phrase.start - 1), phrase.head.start)
    few = phrase.head.head.word in TELLING  # "two sources" speak, "two soldiers" are counted
    return any(tokens.text[k][0].isdigit() or (tokens.tag[k] == "CD" and not few) for k in window)


def _stands_alone(scan: Scan, phrase: Phrase) -> bool:
    """Whether the phrase names something: an institution needs a determiner, an owner or a capital."""
    if phrase.head.head.word.endswith("office"):
        return bool(phrase.possessive or phrase.country)
    if phrase.head.head.sort in {"institution", "delegation"} and not phrase.head.head.plural:
        capital = scan.layers.tokens.text[phrase.head.start][0].isupper()
        return bool(
            phrase.determiner or phrase.country or phrase.owner or (capital and phrase.core < phrase.head.start)
        )
    # the members of an organisation act together ("RMT members"); "members of X" only tell who belongs to it
    return phrase.head.head.word != "members" or (phrase.complement is None and bool(phrase.country or phrase.owner))


def _mention(scan: Scan, phrase: Phrase) -> Mention:
    head = phrase.head.head
    if (
        (head.sort in PROPER or head.word in {"union", "party"})
        and phrase.owner
        and not phrase.possessive
        and scan.layers.tokens.text[phrase.head.start][0].isupper()
    ):
        return _proper(scan, phrase)
    owner = phrase.owner if phrase.owner and phrase.owner[0].isupper() else None
    led = owner is not None and head.word in LED and not owner.isupper()
    return Mention(
        start=phrase.start,
        end=phrase.end,
        form="body",
        kind="person" if head.sort == "private" else "organisation" if head.sort == "generic" else "body",
        name=_name(scan, phrase),
        country=phrase.country or (None if led else owner),
        plural=head.plural,
        head=head.word,
        sort=head.sort,
        countries=phrase.countries,
        determiner=phrase.determiner,
        owner=phrase.owner
        if phrase.owner and (led or (phrase.possessive and phrase.owner.islower()))
        else group_word(scan, phrase),
    )


def _proper(scan: Scan, phrase: Phrase) -> Mention:
    """An organisation whose name ends with a general noun: "Three Brotherhood Alliance", "Syriza Party"."""
    name = scan.layers.words(phrase.core, phrase.head.end)
    return Mention(
        start=phrase.start,
        end=phrase.head.end,
        form="name",
        kind="organisation",
        name=name,
        country=None if _is_international(scan, phrase) else phrase.country,
        sort="run",
        determiner=phrase.determiner,
        name_start=phrase.core,
        name_end=phrase.head.end,
    )


def _is_international(scan: Scan, phrase: Phrase) -> bool:
    """Whether a general adjective opens the name, so that the state in it is its subject: "the International Mali Support Group"."""
    atoms = (scan.atom_at(i) for i in range(phrase.start, phrase.head.start))
    return any(atom is not None and not atom.entry.name for atom in atoms)


def group_word(scan: Scan, phrase: Phrase) -> str:
    """The word for whom negotiators or officials speak where no name does: "rebel negotiators", "union officials"."""
    if phrase.country or phrase.head.head.sort not in {"delegation", "people"}:
        return ""
    words = scan.layers.tokens.lower[phrase.core : phrase.head.end - 1]
    return next((word for word in words if word in load_heads().generic or word in {"government", "rebel"}), "")


def _name(scan: Scan, phrase: Phrase) -> str:
    """A body's name: its country's adjective before the noun, unnamed persons as the article has them."""
    unnamed = phrase.head.head.sort == "generic" and phrase.head.head.plural
    if unnamed or (phrase.head.head.sort in {"private", "people"} and phrase.country is None):
        start = phrase.start + (phrase.determiner in {"the", "a", "an"} and phrase.start < phrase.head.start)
        return scan.layers.words(start, phrase.head.end if phrase.complement else phrase.end)
    if phrase.complement is not None and scan.layers.tokens.text[phrase.head.start][0].isupper():
        return scan.layers.words(phrase.core, phrase.end)
    return phrase_name(scan, phrase, phrase.country)
