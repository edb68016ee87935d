"""The phrase around a head noun: its determiner, country, owner and complement ("the head of the Russian delegation")."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.mentions.complements import DETERMINERS, GROUPS, read_complement
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.scan import POSSESSIVE, Atom, HeadAt, Scan
from generator.extract.mentions.words import word_set

TOPICAL = word_set("topical")
OWN = frozenset(["his", "her", "its", "their", "our", "my"])
OF = frozenset(["of"])
FROM = frozenset(["of", "from", "in"])
LINKS = {
    "title": frozenset(["of", "for", "at", "to"]), "people": FROM, "delegation": FROM, "medium": FROM, "institution": OF,
    "private": OF, "army": OF,
}  # fmt: skip
"""The prepositions that bind a complement to each sort of head noun."""
UNNAMED = frozenset(
    ["source", "sources", "person", "people", "official", "officials", "diplomat", "diplomats", "insider", "insiders"]
)
KNOWING = frozenset([
    ("close", "to"), ("familiar", "with"), ("briefed", "on"), ("involved", "in"), ("privy", "to"), ("briefed", "about"),
    ("present", "at"), ("taking", "part"),
])  # fmt: skip
"""What unnamed sources are said to be."""
PREPOSITIONS = frozenset(["in", "at", "from", "near", "to", "on", "around", "outside", "inside", "into", "across"])
ADJECTIVE_TAGS = frozenset(["JJ", "JJS", "JJR", "NN", "VBN"])


@dataclass(slots=True)
class Phrase:
    """A head noun with what belongs to it; positions are tokens.

    Attributes:
        start: first token, determiner included.
        core: first token of the title or name proper, after determiner, owner and country.
        end: after the complement, or after the head noun.
        head: the head noun and where it stands.
        determiner: "the", "a", "his" …, empty without one.
        country: the state or organisation that the phrase names as its own.
        owner: words of the owner where it is none of the known names ("UAW", "country").
        possessive: whether owner or country stand in the possessive.
        complement: tokens of what follows "of" or "for", if any.
    """

    start: int
    core: int
    end: int
    head: HeadAt
    determiner: str = ""
    country: str | None = None
    owner: str | None = None
    possessive: bool = False
    complement: tuple[int, int] | None = None
    attribute: Atom | None = None
    countries: list[str] = field(default_factory=list)
    """Two and more where adjectives are joined: "Russian and Ukrainian negotiators"."""
    former: bool = False


def read_phrase(scan: Scan, head: HeadAt) -> Phrase:
    """The phrase around a head noun within its sentence."""
    sentence = scan.layers.sentences[scan.layers.sentence_of[head.start]]
    phrase = Phrase(head.start, head.start, head.end, head)
    _read_left(scan, phrase, sentence.start)
    if head.head.sort in LINKS:
        _read_right(scan, phrase, sentence.end)
    return phrase


def _read_left(scan: Scan, phrase: Phrase, first: int) -> None:
    """Take in modifiers, country, owner and determiner before the head noun, word by word to the left."""
    i: int | None = phrase.head.start - 1
    while i is not None and i >= first:
        i = _step_left(scan, phrase, i, first)


def _step_left(scan: Scan, phrase: Phrase, i: int, first: int) -> int | None:
    """Take in what stands at token `i`; the token to go on from, None where the phrase begins."""
    word = scan.layers.tokens.lower[i]
    atom, inner = scan.atom_at(i), scan.head_at(i)
    if atom is not None:
        return _joined_adjective(scan, phrase, atom.start - 1, first) if _take_atom(scan, phrase, atom) else None
    if word in POSSESSIVE and i > first:
        _take_owner(scan, phrase, i, first)
        return None
    if word in DETERMINERS:
        if not (word == "that" and phrase.head.head.plural):  # "say that officials …"
            phrase.start, phrase.determiner = i, word
        return None
    if inner is not None:
        return _take_inner(phrase, inner)
    if scan.run_at(i) is not None and not _is_field(scan, phrase, i):
        return phrase.start - 1 if _take_run(scan, phrase, i, first) else None
    return _take_modifier(scan, phrase, i)


def _is_field(scan: Scan, phrase: Phrase, i: int) -> bool:
    """Whether a capitalised word is a ministry’s field ("Commerce Ministry", "Health Secretary") and no name."""
    run, words = scan.run_at(i), load_heads().ministries
    fields = phrase.head.head.word in {"ministry", "minister", "secretary", "department"}
    return fields and run is not None and run.end - run.start == 1 and scan.layers.tokens.lower[i] in words


def _take_inner(phrase: Phrase, inner: HeadAt) -> int | None:
    """A head noun that describes this one: "Defence Ministry spokesman", "army commander"."""
    if inner.head.plural and inner.head.sort != "army":
        return None
    phrase.start = phrase.core = inner.start
    return inner.start - 1


def _take_modifier(scan: Scan, phrase: Phrase, i: int) -> int | None:
    """A word that may stand before a title, by the lexicon or by its tag."""
    heads, word = load_heads(), scan.layers.tokens.lower[i]
    known = word in heads.modifiers or word in heads.former
    if not known and not (scan.layers.tokens.tag[i] in ADJECTIVE_TAGS and scan.layers.vg_of[i] < 0):
        return None
    phrase.former = phrase.former or word in heads.former
    phrase.start = phrase.core = i
    return i - 1


def _take_atom(scan: Scan, phrase: Phrase, atom: Atom) -> bool:
    """A known name before the head noun gives the country ("Russian", "US", "Kremlin", "NATO")."""
    entry = atom.entry
    if entry.sort in {"people", "platform", "person"} or (entry.sort == "media" and phrase.head.head.sort != "title"):
        return False
    topic = (
        entry.sort == "state" and phrase.head.head.word in TOPICAL and "." not in scan.layers.tokens.text[atom.start]
    )
    if topic and not scan.layers.tokens.text[atom.start].isupper():
        phrase.start = atom.start
        return True  # "UN Mali envoy", "Mali negotiators": what they work on
    if phrase.country is None or entry.sort == "adjective":
        phrase.country = entry.of or (entry.name if entry.sort != "region" else None)
    if entry.sort == "region" and not entry.name:
        phrase.owner = scan.layers.words(atom.start, atom.end)
    phrase.attribute = phrase.attribute or atom
    phrase.start = atom.start
    return True


def _joined_adjective(scan: Scan, phrase: Phrase, i: int, first: int) -> int:
    """Take in "Russian and" before "Ukrainian negotiators"; the token to go on from."""
    if i - 1 < first or scan.layers.tokens.lower[i] not in {"and", "or"} or not phrase.head.head.plural:
        return i
    other = scan.atom_at(i - 1)
    if other is None or other.entry.sort not in {"adjective", "state", "organisation", "capital"} or not phrase.country:
        return i
    phrase.countries = [other.entry.of or other.entry.name, phrase.country]
    phrase.start = other.start
    while phrase.start - 2 >= first and scan.layers.tokens.text[phrase.start - 1] == ",":
        other = scan.atom_at(phrase.start - 2)  # "the Chilean, Peruvian and Bolivian oil ministers"
        if other is None or other.entry.sort not in {"adjective", "state"}:
            break
        phrase.countries.insert(0, other.entry.of or other.entry.name)
        phrase.start = other.start
    return phrase.start - 1


def _take_run(scan: Scan, phrase: Phrase, i: int, first: int) -> bool:
    """Capitalised words before the head noun name whom it belongs to ("FARC commander", "Brexit Secretary")."""
    run = scan.run_at(i)
    if run is None or run.end != i + 1 or run.honorific:
        return False
    lower = scan.layers.tokens.lower
    name = scan.layers.words(run.start, run.end)
    if run.start > first and lower[run.start - 1] in PREPOSITIONS and not name.isupper():
        return False
    if run.initial and not name.isupper() and phrase.head.head.sort != "title":
        return False
    phrase.owner = phrase.owner or name
    phrase.start = phrase.core = run.start
    return True


def _take_owner(scan: Scan, phrase: Phrase, mark: int, first: int) -> None:
    """The owner in the possessive before the head noun: "Ukraine’s", "the country’s", "President X’s"."""
    phrase.possessive = True
    i = mark - 1
    atom, run = scan.atom_at(i), scan.run_at(i)
    if atom is not None:
        if atom.entry.kind == "state" and phrase.attribute is not None and phrase.attribute.entry.kind != "state":
            phrase.country = None  # "Iran’s OPEC envoy" is Iran’s
        phrase.country = phrase.country or atom.entry.of or atom.entry.name
        phrase.start = atom.start
    elif run is not None:
        phrase.owner = scan.layers.words(run.start, run.end)
        phrase.start = run.start
    elif (office := scan.head_at(i)) is not None and office.head.sort == "title" and office.start < i:
        phrase.owner = scan.layers.words(office.start, office.end)  # "the Prime Minister’s spokesman"
        phrase.start = office.start
    else:
        phrase.owner = scan.layers.tokens.text[i]
        phrase.start = i
        adjective = scan.atom_at(i - 1)
        if phrase.owner[0].isupper() and adjective is not None and adjective.entry.sort == "adjective":
            phrase.country, phrase.start = adjective.entry.of, adjective.start  # "Sudanese Doctors’ Union"
            phrase.core = i
    before = phrase.start - 1
    if before >= first and scan.layers.tokens.lower[before] in DETERMINERS:
        phrase.start = before
        phrase.determiner = "the"


def _read_right(scan: Scan, phrase: Phrase, limit: int) -> None:
    """Take in "of the Russian delegation", "of Ukraine", "for Brexit", "from the two countries"."""
    lower = scan.layers.tokens.lower
    k = phrase.head.end
    if k < limit and phrase.head.head.word in UNNAMED:
        _read_knowledge(scan, phrase, limit)
    if phrase.end > phrase.head.end or k >= limit or lower[k] not in LINKS[phrase.head.head.sort]:
        return
    end, country, found = read_complement(scan, k + 1, limit)
    if not found or (lower[k] == "to" and phrase.head.head.word not in load_heads().takes_to):
        return
    if lower[k] == "in" and not (GROUPS & set(lower[k + 1 : end])):
        return
    phrase.end = end
    phrase.complement = (k + 1, end)
    if phrase.country is None:
        phrase.country = country


def _read_knowledge(scan: Scan, phrase: Phrase, limit: int) -> None:
    """Take in what is told of an unnamed source: "briefed on the matter", "close to the talks", "in Tehran"."""
    tokens, k = scan.layers.tokens, phrase.head.end
    if tuple(tokens.lower[k : k + 2]) in KNOWING:
        after = k + 2
    elif tokens.lower[k] == "in" and scan.atom_at(k + 1) is not None:
        after = k + 1
    else:
        return
    noun = scan.layers.np_of[after] if after < limit else -1
    if noun < 0:
        return
    phrase.end = min(scan.layers.noun_phrases[noun].end, limit)
    atom = scan.atom_at(after)
    if after == k + 1 and atom is not None and phrase.country is None:
        phrase.country = atom.entry.of
