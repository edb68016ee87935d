"""Leads of bodies told by a verb: "the Russian delegation, led by adviser X", "Y heads the Ukrainian team"."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Mention
from generator.extract.mentions.naming import adjective_of

LED = frozenset(["led", "headed", "chaired", "co-led", "co-chaired"])
LEADS = frozenset(["lead", "leads", "led", "heads", "headed", "heading", "leading", "chairs", "chaired"])
LEADABLE = frozenset(["delegation", "institution", "movement", "army"])


def chain_leads(builder: ChainBuilder) -> None:
    """Give persons the role "head of …" where a verb says that they lead a body, and the body's country."""
    layers = builder.layers
    lower = layers.tokens.lower
    for i, word in enumerate(lower):
        if word in LED and lower[i + 1 : i + 2] == ["by"]:
            leader, body = _person_from(builder, i + 2), _body_before(builder, i)
        elif word in LEADS:
            leader, body = _person_before(builder, i), _body_from(builder, i + 1)
        else:
            continue
        if leader is not None and body is not None and leader.chain is not None:
            _give(builder, leader, body)


def _give(builder: ChainBuilder, leader: Mention, body: Mention) -> None:
    country = body.country or (builder.country.get(body.chain) if body.chain is not None else None)
    if country is None and body.chain is None:
        return  # the body is not known yet
    name = builder.chains[body.chain].name if body.chain is not None else body.name
    if body.head == "side":
        name = f"{adjective_of(country or '')} delegation"
    title = f"head of the {name}"
    chain = leader.chain
    assert chain is not None
    row = builder.chains[chain]
    if all(title.lower() != known.lower() for known, _, _ in row.roles):
        row.roles.append((title, body.start, body.end))
        row.why.append(f"leads the {name}")
    heads = builder.offices.setdefault(chain, [])
    if "head" not in heads:
        heads.append("head")
    builder.belong(chain, country)


def _mention_at(builder: ChainBuilder, token: int) -> Mention | None:
    layers = builder.layers
    if not 0 <= token < len(layers.mention_of) or layers.mention_of[token] < 0:
        return None
    return layers.mentions[layers.mention_of[token]]


def _person_from(builder: ChainBuilder, token: int) -> Mention | None:
    for k in (token, token + 1):
        mention = _mention_at(builder, k)
        if mention is not None and mention.kind == "person" and mention.form == "name" and mention.start >= token:
            return mention
    return None


def _person_before(builder: ChainBuilder, token: int) -> Mention | None:
    for k in (token - 1, token - 2, token - 3):
        mention = _mention_at(builder, k)
        if mention is not None:
            return mention if mention.kind == "person" and mention.form == "name" else None
    return None


def _body_before(builder: ChainBuilder, token: int) -> Mention | None:
    for k in (token - 1, token - 2, token - 3):
        mention = _mention_at(builder, k)
        if mention is not None:
            return mention if mention.sort in LEADABLE else None
    return None


def _body_from(builder: ChainBuilder, token: int) -> Mention | None:
    for k in (token, token + 1):
        mention = _mention_at(builder, k)
        if mention is not None and mention.sort == "delegation" and mention.country:
            return mention
    return None
