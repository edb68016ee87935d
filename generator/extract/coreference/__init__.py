"""Component `coreference`: mentions of one actor become one chain, with its side, its roles and the reasons.

First what needs no order (names, known actors), then forward through the text what takes up something before it (roles,
bodies, groups, pronouns), then sides. Precision before recall: a mention without a likely chain stays without one.
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.coreference.bodies import chain_body
from generator.extract.coreference.capital_metonymy import settle_capitals
from generator.extract.coreference.captions import aside_sentences
from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.context import countries_of_titles
from generator.extract.coreference.distributed import chain_distributed
from generator.extract.coreference.elections import chain_elected
from generator.extract.coreference.groups import chain_group, chain_joint_body, chain_medium
from generator.extract.coreference.leads import chain_leads
from generator.extract.coreference.names import chain_names
from generator.extract.coreference.parties import find_parties
from generator.extract.coreference.pronouns import chain_pronoun
from generator.extract.coreference.roles import chain_role, is_headline, named_counterparts, take_up_role
from generator.extract.coreference.sides import settle_sides
from generator.extract.layers import Layers
from generator.extract.mentions.heads import load_heads


def resolve_coreference(layers: Layers, doc: Doc) -> None:
    """Fill `chains`, `parties`, and the `chain` and `place_only` of every mention."""
    builder = ChainBuilder(layers, asides=aside_sentences(layers))
    settle_capitals(builder)
    layers.parties = find_parties(layers)
    chain_names(builder)
    chain_leads(builder)
    chain_distributed(builder)
    chain_elected(builder)
    countries_of_titles(builder)
    _refresh_roles(builder)
    for number in _offices(builder):
        chain_role(builder, number)
    _read_forward(builder)
    _take_up_headline(builder)
    chain_leads(builder)
    named_counterparts(builder)
    settle_sides(builder)
    builder.finish()


def _read_forward(builder: ChainBuilder) -> None:
    """Attach in the order of the text what takes up something before it."""
    steps = {
        "media": chain_medium, "body": chain_body, "role": chain_role, "group": chain_group, "pronoun": chain_pronoun,
    }  # fmt: skip
    for number, mention in enumerate(builder.layers.mentions):
        if mention.chain is not None or (mention.form == "role" and is_headline(builder.layers, mention)):
            continue
        step = steps.get(mention.form)
        if step is not None and not (mention.form == "body" and chain_joint_body(builder, number)):
            step(builder, number)


def _take_up_headline(builder: ChainBuilder) -> None:
    """Attach the roles of the headline to those whom the text names with them."""
    for number, mention in enumerate(builder.layers.mentions):
        if mention.chain is None and mention.form == "role" and is_headline(builder.layers, mention):
            take_up_role(builder, number)


def _offices(builder: ChainBuilder) -> list[int]:
    """Offices that bear their country ("Iran’s foreign minister"): settled first, so that "the official" can take them up."""
    heads = load_heads()
    return [
        number
        for number, mention in enumerate(builder.layers.mentions)
        if mention.form == "role"
        and mention.country
        and mention.chain is None
        and number not in builder.told
        and heads.is_office(mention.head)
    ]


def _refresh_roles(builder: ChainBuilder) -> None:
    """Take over titles that have got their country since the names were chained."""
    for mention in builder.layers.mentions:
        if mention.chain is None or not mention.title or mention.form != "name":
            continue
        row = builder.chains[mention.chain]
        bare = [title for title, _, _ in row.roles if mention.title.startswith(f"{title} of ")]
        if bare:
            row.roles = [role for role in row.roles if role[0] not in bare]
            builder.give_role(mention.chain, mention)
