"""Stands that a side takes by what it says it will do: "will release", "plans to reduce", "will never sign", "operations will continue"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.layers import Attribution, VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import condition_span, content_end, trimmed_end
from generator.extract.positions.modals import modal_stand, speaks
from generator.extract.positions.scene import Scene, Stand
from generator.model.facts import Stance

WILLS = frozenset({"will", "would", "wo", "'ll", "’ll", "can", "could", "ca", "going to"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "going to", "may"})
ABILITIES = frozenset({"can", "could", "ca"})


def commitment_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that lies in what a side will or will not do."""
    for group in scene.layers.verb_groups:
        stand = (
            _refusal(scene, group)
            or _passive_refusal(scene, group)
            or _promise(scene, group)
            or _defiance(scene, group)
        )
        if stand is not None:
            yield stand


def _refusal(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "will not give up its weapons", "would never recognise", "does not plan to sign": the subject rejects it."""
    if group.passive or group.perfect or group.lemma in lexicon.words("unrefused"):
        return None
    plan = _plan(scene, group)
    paired = _neither(scene, group)
    carrier = plan or paired or group
    longer = "longer" in scene.lower[carrier.start : carrier.head]
    negated = carrier.negated or longer or paired is not None or "neither" in scene.lower[carrier.start : carrier.head]
    modal = carrier.modal or scene.word(carrier.start)
    if not negated or carrier.subject is None or (plan is None and modal not in WILLS):
        return None
    if modal in ABILITIES and scene.attribution(group.start) is None:
        return None
    phrase = scene.layers.noun_phrases[carrier.subject]
    chains = holders.chains_of_phrase(scene, carrier.subject, group.start)
    own = speaks(scene.attribution(group.start)) and _own_words(scene, scene.attribution(group.start), chains)
    own = own and modal not in ABILITIES
    if (not own and group.lemma not in lexicon.words("refusals")) or _gives_no_details(scene, group):
        return None
    stand = modal_stand(scene, group, phrase, "rejects", chains, "position/refusal v1")
    if stand is not None:
        end = content_end(scene, group.head, "to")
        price = next((i for i in range(group.head + 1, end) if scene.lower[i] == "without"), end)
        stand.content = (group.head, trimmed_end(scene, group.head, price))  # "would not sign | without guarantees"
        stand.shape = "to"
        stand.known = not own or group.lemma in lexicon.words("weak_refusals")
    return stand


def _gives_no_details(scene: Scene, group: VerbGroup) -> bool:
    """As in "would not give details", "will not discuss the report"."""
    given = scene.phrase_at(group.end)
    banned = lexicon.table("not_things")
    heads = banned["heads"] - banned["demanded"] | {"detail", "information"}
    return given is not None and scene.lemma[given.head] in heads


def _passive_refusal(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "our islands will never be ceded", said by someone: the speaker rejects it."""
    attribution = scene.attribution(group.start)
    if not group.passive or not group.negated or group.modal not in WILLS or not speaks(attribution):
        return None
    if attribution is None or group.subject is None or group.lemma not in lexicon.words("passive_refusals"):
        return None
    phrase = scene.layers.noun_phrases[group.subject]
    return modal_stand(scene, group, phrase, "rejects", list(attribution.speakers), "position/refusal v1")


def _promise(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "would lift the blockade if …", "were lifting it", said of the speaker's own side: what gives way needs no condition."""
    plan = _plan(scene, group)
    carrier = plan or group
    arranged = group.finite and group.form == "VBG" and scene.attribution(group.start) is not None
    if (
        (plan is None and group.modal not in FUTURE and not arranged)
        or carrier.negated
        or group.negated
        or group.passive
    ):
        return None
    gives = group.lemma in lexicon.words("giving_verbs")
    joins = group.lemma in lexicon.words("joining_verbs") and plan is None
    gives_way = gives or joins or group.lemma in lexicon.words("conciliatory_verbs")
    if carrier.subject is None or not (gives_way or group.lemma in lexicon.words("offering_verbs")):
        return None
    if scene.is_hypothetical(carrier) or _is_foreseen(scene, carrier, group):
        return None
    if not gives_way and condition_span(scene, (group.start, group.end)) is None:
        return None
    chains = holders.chains_of_phrase(scene, carrier.subject, group.start)
    if not _own_words(scene, scene.attribution(group.start), chains):
        return None
    phrase = scene.layers.noun_phrases[carrier.subject]
    stance: Stance = "accepts" if joins and group.modal != "may" else "offers"
    stand = modal_stand(scene, group, phrase, stance, chains, "position/announced v1")
    if stand is None:
        return None
    talk = group.lemma in lexicon.words("trivial_verbs")
    own = speaks(scene.attribution(group.start)) and not talk
    known = not own and (
        gives or group.lemma in lexicon.words("weak_concessions") or not holders.all_of_parties(scene, chains)
    )
    known = known or (gives and not _to_somebody(scene, group))
    among = "benefits" if gives and known else ""
    return replace(stand, known=known, firm=talk, among=among, ends=group.lemma in lexicon.words("ending_verbs"))


def _is_foreseen(scene: Scene, carrier: VerbGroup, group: VerbGroup) -> bool:
    """As in "they will have to pay", "under the plan, banks would sell": nobody says that he will."""
    first, _ = scene.sentence(carrier.start)
    opening = scene.skip_marks(first)
    under = scene.word(opening) == "under" and scene.attribution(group.start) is None
    return under or "to" in scene.lower[carrier.start : carrier.end - 1]


def _to_somebody(scene: Scene, group: VerbGroup) -> bool:
    """As in "would pay workers more", "will give the islands aid": what is given to somebody is an offer, "raise tariffs" is none."""
    return (
        group.lemma in lexicon.words("handing_verbs")
        or scene.layers.syntax.obliques(scene.layers.vg_of[group.head], "to", "for") != ()
    )


def _neither(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The modal of "will | neither surrender nor yield", where it stands apart from its verbs."""
    if scene.word(group.start - 1) not in {"neither", "nor"}:
        return None
    first = max(scene.sentence(group.start)[0], group.start - 8)
    for i in range(group.start - 1, first - 1, -1):
        before = scene.group_at(i)
        if before is not None and before.finite and before.lemma in WILLS:
            return before
    return None


def _plan(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The verb of planning that governs an infinitive: "Iran plans | to reduce"."""
    if group.finite or "to" not in {scene.word(group.start), scene.word(group.start - 1)}:
        return None
    at = group.start - (scene.word(group.start) != "to")
    before = scene.group_at(at - 1)
    planning = before is not None and before.finite and before.lemma in lexicon.words("planning_verbs")
    return before if planning and before is not None and not before.passive else None


def _own_words(scene: Scene, attribution: Attribution | None, chains: list[int]) -> bool:
    """Whether the subject is committed by itself: in its own side's words, or in those of nobody with a side of his own."""
    if not chains:
        return False
    if attribution is None:
        return all(scene.layers.chains[c].kind in {"state", "organisation"} for c in chains)
    if not speaks(attribution):
        return False
    if any(holders.same_side(scene, c, s) for c in chains for s in attribution.speakers):
        return True
    if all(_is_nameless(scene, s) for s in attribution.speakers):
        return all(scene.layers.chains[c].kind in {"state", "organisation", "body"} for c in chains)
    others = [scene.layers.chains[s] for s in attribution.speakers]
    return all(one.side is None and one.kind in {"person", "media"} for one in others) and holders.all_of_parties(
        scene, chains
    )


def _is_nameless(scene: Scene, chain: int) -> bool:
    """True for "a spokesman", "the minister", whose country nobody tells."""
    mentions = [scene.layers.mentions[i] for i in scene.layers.chains[chain].mentions]
    return all(one.form == "role" and one.country is None for one in mentions)


def _defiance(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "A truce was proposed. The army said operations would continue": the speaker rejects the good named before."""
    attribution = scene.attribution(group.start)
    if group.modal not in WILLS or group.passive or attribution is None or not speaks(attribution):
        return None
    words = "refraining_verbs" if group.negated else "continuing_verbs"
    if group.lemma not in lexicon.words(words) or group.subject is None:
        return None
    phrase = scene.layers.noun_phrases[group.subject]
    owners = holders.chains_of_phrase(scene, group.subject, group.start)
    own = not owners or any(holders.same_side(scene, c, s) for c in owners for s in attribution.speakers)
    if not own or phrase.start > group.start:
        return None
    return Stand(
        stance="rejects",
        trigger=(group.start, group.end),
        content=(group.start, content_end(scene, group.head, "to")),
        shape="anaphor",
        rule="position/defiance v1",
        start=phrase.start,
        holders=list(attribution.speakers),
        known=True,
        among="truces",
        why=f"“{scene.layers.words(phrase.start, group.end)}”: rejects the good that was named before",
    )
