"""Roles without a name: "the minister", "Russia’s foreign minister", "his French counterpart", a spokesman named a paragraph later."""

from __future__ import annotations

from itertools import islice

from generator.extract.agency import acts, verbs_of
from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.described import described_person
from generator.extract.coreference.introduced import named_later, wider_heads
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Layers, Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.naming import adjective_of, capitalised, with_article

DEFINITE = frozenset(["the", "this", "that", "", "his", "her", "its", "their", "our"])


def chain_role(builder: ChainBuilder, number: int) -> None:
    """Attach a role without a name to its bearer, or let it be a person of its own."""
    mention = builder.layers.mentions[number]
    if mention.head == "counterpart":
        _counterpart(builder, number)
        return
    words = builder.layers.words(mention.start, mention.end)
    if mention.determiner in DEFINITE or mention.country:
        bearer = _bearer(builder, number) if mention.determiner not in {"a", "an"} else None
        if bearer is not None:
            builder.add(bearer, number, f"“{words}” is the role of {builder.chains[bearer].name}")
            builder.belong(bearer, mention.country)
            return
    if mention.determiner in {"the", "this"} and not mention.country and not mention.owner:
        described = _just_spoken_of(builder, number)
        if described is not None:
            builder.add(described, number, f"“{words}” describes {builder.chains[described].name}, just spoken of")
            return
    described = described_person(builder, number)
    later = described if described is not None else named_later(builder, number)
    if later is not None:
        how = "describes" if described is not None else "is named in the next sentences:"
        builder.add(later, number, f"“{words}” {how} {builder.chains[later].name}")
        builder.give_role(later, mention)
        builder.belong(later, mention.country)
        return
    key = (
        ("role", skeleton(mention.name), mention.country)
        if mention.country
        else ("role", skeleton(mention.name), number)
    )
    chain = builder.chain(key, mention.name, "person")
    builder.add(chain, number)
    builder.give_role(chain, mention)
    builder.belong(chain, mention.country)


def is_headline(layers: Layers, mention: Mention) -> bool:
    """Whether a mention stands in the headline, which speaks of persons whom the text has yet to bring in."""
    return layers.paragraphs[layers.sentences[layers.sentence_of[mention.start]].paragraph].headline


def take_up_role(builder: ChainBuilder, number: int) -> None:
    """Attach a role of the headline to its bearer in the text, if there is one."""
    bearer = _bearer(builder, number)
    if bearer is not None:
        builder.add(bearer, number)


def _bearer(builder: ChainBuilder, number: int) -> int | None:
    """The person who bears the role: the last one before, or, with a country or in the headline, one named later."""
    mentions = builder.layers.mentions
    mention = mentions[number]
    before = _last_bearer(builder, number)
    if before is not None:
        return before
    if mention.country is None and not is_headline(builder.layers, mention):
        return None
    later = islice(mentions, number + 1, None)
    return next((other.chain for other in later if _may_bear(builder, other, mention)), None)


def _last_bearer(builder: ChainBuilder, number: int) -> int | None:
    """The last bearer of a role before it; of two presidents in one sentence the one whom the sentence is about."""
    mentions, layers = builder.layers.mentions, builder.layers
    mention = mentions[number]
    last: Mention | None = None
    introduced = _last_introduced(builder, number)
    if introduced is not None:
        return introduced
    for other in backwards(mentions, number):
        if last is not None and layers.sentence_of[other.start] != layers.sentence_of[last.start]:
            break
        if not _may_bear(builder, other, mention):
            continue
        if mention.country or any(group.finite and not group.passive for group in verbs_of(layers, other)):
            return other.chain
        last = last or other
    return last.chain if last is not None else None


def _last_introduced(builder: ChainBuilder, number: int) -> int | None:
    """The last person without a name who was brought in by the very noun: "a Chilean official said … The official added"."""
    mention = builder.layers.mentions[number]
    if mention.country or mention.determiner not in {"the", "this", "that"}:
        return None
    for other in backwards(builder.layers.mentions, number):
        if other.head == mention.head and other.form == "name":
            return None
        if other.head == mention.head and other.form == "role" and other.chain is not None and not other.nested:
            return other.chain
    return None


def _may_bear(builder: ChainBuilder, other: Mention, mention: Mention) -> bool:
    """Whether another mention's person has the role's office and country, and is not just its owner."""
    if other.chain is None or other.kind != "person" or other.form not in {"name", "role"}:
        return False
    if other.start < mention.start < other.end:
        return False
    if mention.country and not _same_owner(builder, builder.country.get(other.chain), mention.country):
        return False
    return _same_office(builder, other.chain, mention)


def _same_owner(builder: ChainBuilder, one: str | None, other: str) -> bool:
    """Whether two names are of one state or organisation ("ANV", "Alliance Nouvelle Vague")."""
    if one is None or one == other:
        return one == other
    chain = builder.keys.get(("name", skeleton(one)))
    return chain is not None and chain == builder.keys.get(("name", skeleton(other)))


def _same_office(builder: ChainBuilder, chain: int, mention: Mention) -> bool:
    """Whether a chain's titles hold the head of a role, or one that a general word may take up, and its modifiers."""
    last = mention.head.lower().split()[-1]
    narrower = wider_heads().get(last, frozenset())
    heads = builder.offices.get(chain, [])
    fits = any(h == mention.head.lower() or h.split()[-1] == last for h in heads)
    general = any(h in narrower or h.split()[-1] in narrower for h in heads)
    if not fits and not (general and mention.determiner in {"the", "this", "that"}):
        return False
    own = _modifiers(mention.title or "", mention)
    roles = " ".join(title for title, _, _ in builder.chains[chain].roles).lower().replace("defense", "defence").split()
    return all(word in roles for word in own)


def _modifiers(title: str, mention: Mention) -> list[str]:
    """The words of a title that tell it from others of its head: "foreign", "defence"; small words and its country do not."""
    country = set((mention.country or "").lower().split())
    if mention.country:
        country.add(adjective_of(mention.country).lower())
    skip = {"of", "the", "for", "a", "top", "senior", mention.head.lower().split()[-1], *country}
    own = (w for w in title.replace("defense", "defence").split() if w.lower() not in skip)
    return [w.lower() for w in own if (known := load_gazetteer().entry(w)) is None or known.of != mention.country]


def _just_spoken_of(builder: ChainBuilder, number: int) -> int | None:
    """The person who is the subject of the sentence before, within the paragraph: "the senator", "the veteran"."""
    layers = builder.layers
    mention = layers.mentions[number]
    if load_heads().is_office(mention.head) or mention.head in load_heads().serving:
        return None
    sentence = layers.sentence_of[mention.start]
    paragraph = layers.sentences[sentence].paragraph
    for other in backwards(layers.mentions, number):
        if (
            layers.sentence_of[other.start] < sentence - 1
            or layers.sentences[layers.sentence_of[other.start]].paragraph != paragraph
        ):
            return None
        if (
            other.form == "name"
            and other.kind == "person"
            and layers.sentence_of[other.start] < sentence
            and acts(layers, other)
        ):
            return other.chain
    return None


def _counterpart(builder: ChainBuilder, number: int) -> None:
    """Attach "his French counterpart": the same office of another country; "its Ukrainian counterpart": the other delegation."""
    mention = builder.layers.mentions[number]
    country = mention.country
    model = _antecedent(builder, number)
    if country is None or model is None:
        return
    if builder.chains[model].kind == "body":
        key = ("delegation", country)
        chain = builder.chain(key, f"{adjective_of(country)} delegation", "body")
        builder.revise(number, form="body", kind="body", sort="delegation")
        builder.add(chain, number, f"counterpart of {builder.chains[model].name}")
        builder.belong(chain, country)
        return
    office = next(iter(builder.offices.get(model, [])), "counterpart")
    builder.revise(number, title=_title_of(office, country), head=office)
    bearer = _bearer(builder, number)
    chain = (
        bearer
        if bearer is not None
        else builder.chain(
            ("role", skeleton(office), country), f"{adjective_of(country)} {capitalised(office)}", "person"
        )
    )
    builder.add(chain, number, f"counterpart of {builder.chains[model].name}")
    builder.give_role(chain, mention)
    builder.belong(chain, country)


def named_counterparts(builder: ChainBuilder) -> None:
    """Give "his French counterpart X" the office of the one he is a counterpart of."""
    for number, mention in enumerate(builder.layers.mentions):
        if mention.form != "name" or mention.head != "counterpart" or mention.chain is None:
            continue
        model = _antecedent(builder, number)
        if model is None or not builder.offices.get(model):
            continue
        office = builder.offices[model][0]
        row = builder.chains[mention.chain]
        title = _title_of(office, mention.country)
        row.roles = [(title if "counterpart" in t else t, a, b) for t, a, b in row.roles]
        row.why.append(f"counterpart of {builder.chains[model].name}")
        builder.offices[mention.chain] = [office]


def _title_of(office: str, country: str | None) -> str:
    """The office of a counterpart: "Foreign Minister of France", "Cuban diplomat"."""
    if country is None:
        return office
    if load_heads().is_office(office):
        return f"{capitalised(office)} of {with_article(country)}"
    return f"{adjective_of(country)} {office}"


def _antecedent(builder: ChainBuilder, number: int) -> int | None:
    """The person or delegation before a counterpart in its sentence, else in the one before."""
    layers = builder.layers
    mention = layers.mentions[number]
    body = mention.determiner in {"its", "their"}
    sentence = layers.sentence_of[mention.start]
    before = [
        other
        for other in layers.mentions[:number]
        if layers.sentence_of[other.start] >= sentence - 1 and other.chain is not None and other.end <= mention.start
    ]
    if body:
        return next((other.chain for other in reversed(before) if other.sort == "delegation"), None)
    persons = [o for o in before if o.kind == "person" and o.form in {"name", "role"} and not o.plural]
    subject = next((o.chain for o in reversed(persons) if acts(layers, o)), persons[0].chain if persons else None)
    return subject if subject is not None and builder.offices.get(subject) else None
