"""Chains of names: persons by surname and given names, known states and organisations, names found in the article."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.spelling import compatible, skeleton
from generator.extract.layers import Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.scan import PARTICLES

SUFFIXES = frozenset(["jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii"])
SENIOR = frozenset(["sr", "snr", "senior"])


def chain_names(builder: ChainBuilder) -> None:
    """Make a chain for every name of the article and attach its mentions, long names before short ones."""
    mentions = builder.layers.mentions
    _known(builder)
    named = [i for i, m in enumerate(mentions) if m.form == "name" and m.chain is None]
    persons = [i for i in named if mentions[i].kind == "person"]
    for i in sorted(persons, key=lambda i: (-_length(mentions[i]), i)):
        if _length(mentions[i]) > 1 or mentions[i].sort in {"title", "honorific"}:
            _attach_person(builder, i)
    _organisations(builder, [i for i in named if mentions[i].kind == "organisation" and mentions[i].chain is None])
    _rest(builder, [i for i in named if mentions[i].chain is None])


def _length(mention: Mention) -> int:
    return len(_parts(mention.name))


def _parts(name: str) -> list[str]:
    """The words of a name that tell it: without "Jr" and without particles, which are written or left out."""
    words = [part for part in name.split() if part.lower().rstrip(".") not in SUFFIXES]
    return [part.removeprefix("al-").removeprefix("Al-") for part in words if part.lower() not in PARTICLES] or words


def _is_junior(name: str) -> bool:
    """Whether a suffix tells the younger of two who share a surname: he is brought in after the elder."""
    last = name.rsplit(maxsplit=1)[-1].lower().rstrip(".")
    return last in SUFFIXES - SENIOR


def _known(builder: ChainBuilder) -> None:
    """Chains of what the lexicons and the dossier know by name."""
    for i, mention in enumerate(builder.layers.mentions):
        if mention.sort in {"run", "honorific", "title", ""} or mention.head or mention.form == "pronoun":
            continue
        if mention.sort == "bloc":
            builder.add(builder.chain(("bloc", mention.name), mention.name, "state"), i)
            continue
        key = ("state", mention.name) if mention.kind == "state" else ("name", skeleton(mention.name))
        chain = builder.chain(key, mention.name, mention.kind)
        builder.add(chain, i)
        builder.belong(chain, mention.country or mention.name)
        if mention.sort == "person":
            _know_person(builder, chain, mention.name)
        elif mention.title:
            builder.give_role(chain, mention)
        entry = load_gazetteer().entry(mention.name)
        if entry is not None and entry.trait:
            builder.traits[chain] = entry.trait


def _know_person(builder: ChainBuilder, chain: int, name: str) -> None:
    builder.keys.setdefault(("person", skeleton(name)), chain)
    builder.keys.setdefault(("surname", skeleton(name.rsplit(maxsplit=1)[-1])), chain)


def _attach_person(builder: ChainBuilder, number: int) -> None:
    """Join a name with the person who bears its surname, where the given names agree, else begin a chain."""
    mention = builder.layers.mentions[number]
    parts = _parts(mention.name) or [mention.name]
    surname = skeleton(parts[-1])
    chain = builder.keys.get(("person", skeleton(mention.name)))
    if chain is None:
        bearers = [c for c in builder.surnames.get(surname, []) if _agrees(builder, c, mention, parts[:-1])]
        chain = next(iter(reversed(bearers) if _is_junior(mention.name) else bearers), None)
    if chain is None:
        chain = _misspelt(builder, parts) if len(parts) > 1 else next(iter(_by_part(builder, mention.name)), None)
    if chain is None:
        chain = builder.chain(("person", skeleton(mention.name)), mention.name, "person")
    elif len(parts) > len(_parts(builder.chains[chain].name)):
        builder.chains[chain].name = mention.name
    builder.bear(surname, chain)
    builder.add(chain, number, f"“{mention.name}” shares the surname" if len(parts) == 1 else "")
    if mention.title:
        builder.give_role(chain, mention)
    builder.belong(chain, mention.country)


def _misspelt(builder: ChainBuilder, parts: list[str]) -> int | None:
    """The person with the same given names whose surname differs by a letter or two ("Araghchi", "Araqchi")."""
    for i, row in enumerate(builder.chains):
        known = _parts(row.name)
        if (
            row.kind == "person"
            and len(known) == len(parts)
            and list(map(skeleton, known[:-1])) == list(map(skeleton, parts[:-1]))
        ):
            a, b = skeleton(known[-1]), skeleton(parts[-1])
            if a[:1] == b[:1] and a[-1:] == b[-1:] and min(len(a), len(b)) > 4 and Levenshtein.distance(a, b) <= 2:
                return i
    return None


def _by_part(builder: ChainBuilder, name: str) -> list[int]:
    """The only person of whose names a single word is the first or the last but one: "Wang" for "Wang Yi", "Luna" for "Ana Luna Paz"."""
    persons = ((i, row.name.split()) for i, row in enumerate(builder.chains) if row.kind == "person")
    found = [i for i, words in persons if len(words) > 1 and name in {words[0], *words[1:-1][-1:]}]
    return found if len(found) == 1 else []


def _agrees(builder: ChainBuilder, chain: int, mention: Mention, given: list[str]) -> bool:
    """Whether a mention may name the person of a chain: given names and sex do not clash."""
    known = builder.feminine.get(chain)
    if known is not None and mention.feminine is not None and known != mention.feminine:
        return False
    return compatible(given, _parts(builder.chains[chain].name)[:-1]) and _one_generation(
        builder.chains[chain].name, mention.name
    )


def _one_generation(one: str, other: str) -> bool:
    """Whether two names may be one person's: "Paz Sr." and "Paz Jr." are father and son."""
    ends = [{name.rsplit(maxsplit=1)[-1].lower().rstrip(".")} & SUFFIXES for name in (one, other)]
    return not (ends[0] and ends[1] and _is_junior(one) != _is_junior(other))


def _organisations(builder: ChainBuilder, numbers: list[int]) -> None:
    """Chains of organisations found by form; abbreviations in brackets first, which may stand in the headline alone before."""
    for i in numbers:
        long = _long_name(builder, i)
        if long is None:
            continue
        if builder.layers.mentions[long].chain is None and long in numbers:
            _organisation(builder, long)
        chain, mention = builder.layers.mentions[long].chain, builder.layers.mentions[i]
        if chain is not None:
            builder.keys.setdefault(("name", skeleton(mention.name)), chain)
            builder.add(chain, i, f"“{mention.name}” stands in brackets after the long name")
    for i in numbers:
        if builder.layers.mentions[i].chain is None:
            _organisation(builder, i)


def _organisation(builder: ChainBuilder, number: int) -> None:
    mention = builder.layers.mentions[number]
    if mention.name in load_heads().organisation:
        _take_up(builder, number)
        return
    surname = builder.keys.get(("person", skeleton(mention.name)))
    if surname is not None:
        builder.add(surname, number)
        return
    chain = builder.chain(("name", skeleton(mention.name)), mention.name, "organisation")
    builder.add(chain, number)
    builder.give_role(chain, mention)
    builder.belong(chain, mention.country or mention.name)


def _take_up(builder: ChainBuilder, number: int) -> None:
    """Join "the Observatory" with the organisation before it whose name holds the word; alone it names nobody."""
    word = builder.layers.mentions[number].name
    for other in backwards(builder.layers.mentions, number):
        if other.chain is None or other.form != "name" or other.kind not in {"organisation", "body"}:
            continue
        if other.name != word and word in other.name.split():
            builder.add(other.chain, number, f"“the {word}” takes up {other.name}")
            return


def _long_name(builder: ChainBuilder, number: int) -> int | None:
    """The name right before an abbreviation in brackets: "the Meridian Stock Exchange (MSE)"."""
    layers = builder.layers
    start = layers.mentions[number].start
    if start < 2 or layers.tokens.text[start - 1] != "(":
        return None
    for i in range(number - 1, -1, -1):
        before = layers.mentions[i]
        if before.end == start - 1 and before.form == "name" and before.kind != "place":
            return i
        if before.end < start - 1 and not before.nested:
            break
    return None


def _rest(builder: ChainBuilder, numbers: list[int]) -> None:
    """Short names: a surname or given name of a person already known, an organisation's name, else on their own."""
    mentions = builder.layers.mentions
    speaking = {mentions[i].name for i in numbers if mentions[i].kind == "person"}
    places = {mentions[i].name for i in numbers if mentions[i].place_only}
    for i in numbers:
        mention = mentions[i]
        parts = _parts(mention.name) or [mention.name]
        bearers = builder.surnames.get(skeleton(parts[-1]), []) if parts else []
        fitting = [c for c in bearers if _agrees(builder, c, mention, parts[:-1])]
        if not fitting and len(parts) == 1:
            fitting = _by_part(builder, parts[0])
        if fitting:
            bearer = next((c for c in fitting if len(fitting) > 1 and builder.chains[c].roles), fitting[-1])
            builder.add(bearer, i, f"“{mention.name}” is the surname of {builder.chains[bearer].name}")
            continue
        known = builder.keys.get(("name", skeleton(mention.name)))
        if known is not None:
            builder.add(known, i)
            continue
        person = bool(parts) and mention.name in speaking and mention.name not in places
        kind = "person" if person else "place"
        chain = builder.chain((kind, skeleton(mention.name)), mention.name, kind)
        builder.add(chain, i)
        if person:
            builder.bear(skeleton(parts[-1]), chain)
