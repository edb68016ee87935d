"""Holders: whose stand it is, from the subject of a verb, the possessor of a noun, or the speaker of the words."""

from __future__ import annotations

from generator.extract.layers import Attribution, Mention, VerbGroup
from generator.extract.positions import lexicon
from generator.extract.positions.scene import Scene, Span

FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})
THIRD_PERSON = frozenset(
    {"he", "she", "it", "they", "who", "which", "that", "his", "her", "its", "their", "them", "both"}
)
EVIDENCE_REACH = 12
"""How many words before its verb a subject belongs to the evidence."""
LOCATIVES = frozenset({"in", "at", "near", "outside", "across", "around"})
POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "their"})
POSSESSIVES = frozenset({"’s", "'s", "’", "'"})


def subject_of(scene: Scene, group: VerbGroup) -> int | None:
    """The noun phrase that does what the verb says: also of infinitives, participles and relative clauses."""
    found = scene.layers.syntax.subjects(scene.layers.vg_of[group.head])
    return found[0] if found else None


def evidence_start(scene: Scene, number: int, group: VerbGroup) -> int:
    """Where the words of a stand begin: with its subject, or within a long row of subjects; at the verb where they stand apart."""
    phrases = [scene.layers.noun_phrases[n] for n in scene.layers.syntax.conjuncts(number)]
    near = [phrase.start for phrase in phrases if 0 < group.start - phrase.start <= EVIDENCE_REACH]
    return min(near, default=_last_subject(scene, group))


def _last_subject(scene: Scene, group: VerbGroup) -> int:
    """The last members of a row of subjects that begins far away: "Peru, whose …, | Chile and others are ready"."""
    last = scene.layers.np_of[group.start - 1] if group.start else -1
    if last < 0:
        return group.start
    first = scene.layers.noun_phrases[last].start
    before = scene.layers.np_of[first - 2] if first > 1 and scene.word(first - 1) == "and" else -1
    return scene.layers.noun_phrases[before].start if before >= 0 else first


def of_verb(scene: Scene, group: VerbGroup) -> tuple[list[int], Span | None]:
    """The holders and where they stand: the subject, else who the attribution of this verb has found."""
    chains, source = _subject(scene, group)
    cue = scene.cue_of.get(group.head)
    if chains or cue is None:
        return chains, source
    attribution = scene.layers.attributions[cue]
    named = attribution.source if attribution.source is not None else (0, 0)
    if any(_are_examples(scene, at) for at in range(*named)):
        return [], source
    return list(attribution.speakers), attribution.source


def _subject(scene: Scene, group: VerbGroup) -> tuple[list[int], Span | None]:
    number = subject_of(scene, group)
    if number is None:
        attribution = scene.attribution(group.start)
        imperative = attribution is None or group.finite
        return ([], None) if imperative else (speakers(scene, attribution), None)
    phrase = scene.layers.noun_phrases[number]
    return chains_of_phrase(scene, number, group.start), (phrase.start, phrase.end)


def chains_of_phrase(scene: Scene, number: int, at: int) -> list[int]:
    """The chains that a noun phrase and those coordinated with it name.

    Args:
        scene: the article.
        number: index of the (last) noun phrase.
        at: token of the verb, whose attribution gives the speaker for "we" and for pronouns that nobody resolved.
    """
    chains: list[int] = []
    phrases = scene.layers.syntax.conjuncts(_named_by(scene, number))
    if _are_examples(scene, scene.layers.noun_phrases[phrases[0]].start):
        return []
    for phrase in phrases:
        if len(phrases) > 1 and scene.lower[scene.layers.noun_phrases[phrase].start] in POSSESSIVE_PRONOUNS:
            continue  # "Davis and his team": the team speaks with its head
        found = scene.layers.noun_phrases[phrase]
        if scene.word(found.start - 1) in LOCATIVES:
            continue  # "the talks in Vienna that seek"
        for chain in _chains_of_span(scene, (found.start, found.end), found.head, at):
            if chain not in chains:
                chains.append(chain)
    return chains


def _are_examples(scene: Scene, start: int) -> bool:
    """As in "countries such as Peru and Chile want": the examples are not who wants it, all of them are."""
    return scene.lower[max(start - 2, 0) : start] == ["such", "as"] or scene.word(start - 1) == "including"


def _named_by(scene: Scene, number: int) -> int:
    """As in "Top exporters | Peru and Chile agreed": the names that stand right behind a plural noun are who it means."""
    phrase = scene.layers.noun_phrases[number]
    behind = scene.np_at.get(phrase.end)
    if not phrase.plural or behind is None or scene.layers.mention_of[phrase.head] >= 0:
        return number
    mention = _mention_at(scene, scene.layers.noun_phrases[behind].head)
    return behind if mention is not None and mention.form == "name" else number


def possessor(scene: Scene, noun: int) -> tuple[list[int], Span] | None:
    """Who owns the noun of stance: "Russia’s call", "its demand", "the demand of the rebels", "a call by the union"."""
    number = scene.layers.np_of[noun]
    if number < 0:
        return None
    phrase = scene.layers.noun_phrases[number]
    for i, owner in scene.mentions_within(phrase.start, noun):
        owned = scene.word(owner.end) in POSSESSIVES or scene.word(owner.end - 1) in POSSESSIVES
        attributive = owner.form in {"name", "demonym", "body", "group", "role"} and owner.end <= noun
        if owned or attributive or scene.tag[owner.end - 1] == "PRP$":
            chains = _expand(scene, owner, i)
            return (chains, (owner.start, owner.end)) if chains else None
    if scene.lower[phrase.start] in {"its", "their", "his", "her", "our", "my"}:
        chains = _speaker_or_nobody(scene, phrase.start)
        return (chains, (phrase.start, phrase.start + 1)) if chains else None
    by = phrase.end
    made = scene.group_at(by)
    by = made.end if made is not None and made.form == "VBN" and scene.word(made.end) == "by" else by
    if scene.word(by) in {"by", "from", "of"} and scene.phrase_at(by + 1) is not None:
        inner = scene.np_at.get(by + 1)
        mention = _mention_at(scene, by + 1)
        if inner is not None and mention is not None and mention.kind in {"person", "state", "organisation", "body"}:
            return chains_of_phrase(scene, inner, noun), (mention.start, mention.end)
    return None


def agent(scene: Scene, group: VerbGroup) -> tuple[list[int], Span] | None:
    """The doers of a passive: "was rejected by London and Paris"."""
    agents = scene.layers.syntax.agents(scene.layers.vg_of[group.head]) if group.passive else ()
    chains = list(dict.fromkeys(chain for each in agents for chain in chains_of_phrase(scene, each, group.end)))
    if not chains:
        return None
    phrase = scene.layers.noun_phrases[agents[0]]
    return chains, (phrase.start, phrase.end)


def all_of_parties(scene: Scene, chains: list[int]) -> bool:
    """True where each of the chains speaks for a party of the talks."""
    return bool(chains) and all(scene.layers.chains[chain].side is not None for chain in chains)


def any_acts(scene: Scene, chains: list[int]) -> bool:
    """True where one of the chains takes part in public affairs: of a party, a state, an organisation, or a person in office."""
    return any(_acts(scene, chain) for chain in chains)


def _acts(scene: Scene, chain: int) -> bool:
    one = scene.layers.chains[chain]
    if one.side is not None or one.kind in {"state", "organisation"}:
        return True
    if one.kind == "body":
        onlookers = lexicon.words("bystanders") | lexicon.words("public")
        return one.name.lower().split()[-1].removesuffix("s") not in onlookers
    titles = " ".join([title for title, _, _ in one.roles] or [one.name] * _is_role(scene, chain)).lower().split()
    return one.kind == "person" and bool(titles) and not lexicon.words("bystanders").intersection(titles)


def _is_role(scene: Scene, chain: int) -> bool:
    """True for "a spokesman", "the minister", whose name nobody tells."""
    return any(scene.layers.mentions[i].form == "role" for i in scene.layers.chains[chain].mentions)


def same_side(scene: Scene, one: int, other: int) -> bool:
    """True where two chains speak for one party, or one is an office of the country that the other is."""
    chains = scene.layers.chains
    if one == other or (chains[one].side is not None and chains[one].side == chains[other].side):
        return True
    return _is_of(scene, one, other) or _is_of(scene, other, one)


def _is_of(scene: Scene, office: int, country: int) -> bool:
    name = scene.layers.chains[country].name
    return any(scene.layers.mentions[i].country == name for i in scene.layers.chains[office].mentions)


def speakers(scene: Scene, attribution: Attribution | None) -> list[int]:
    """The chains that speak; none where the source is unnamed."""
    return list(attribution.speakers) if attribution is not None else []


def _chains_of_span(scene: Scene, span: Span, head: int, at: int) -> list[int]:
    word = scene.lower[span[0]]
    if span[1] - span[0] == 1 and word in FIRST_PERSON:
        return _speaker_or_nobody(scene, at)
    if _is_own_side(scene, span, head, at) or _is_speaker(scene, span, at):
        return _speaker_or_nobody(scene, at)
    mention = _mention_at(scene, head)
    if mention is None:
        inside = [scene.layers.mention_of[i] for i in range(*span) if scene.layers.mention_of[i] >= 0]
        end = span[1] - (scene.lower[span[1] - 1].rstrip(".") in lexicon.words("company_endings"))
        ends = [n for n in inside if scene.layers.mentions[n].end == end]
        mention = scene.layers.mentions[ends[-1]] if ends else None
    if mention is not None:
        found = _expand(scene, mention, at)
        if found:
            return found
    if scene.lemma[head] in lexicon.words("documents") | lexicon.words("own_things"):
        owned = possessor(scene, head)
        if owned is not None:
            return owned[0]
    if scene.lemma[head] in lexicon.words("group_members") and scene.word(span[1]) == "of":
        return _chains_of_body(scene, span[1] + 1, at)
    if scene.lower[head] == "members" and span[1] - span[0] <= 2:
        return _speaker_or_nobody(scene, at)  # "members would not accept it", says their leader
    return _speaker_or_nobody(scene, at) if word in THIRD_PERSON and span[1] - span[0] == 1 else []


def _chains_of_body(scene: Scene, start: int, at: int) -> list[int]:
    """As in "members of the union": the union."""
    number = scene.np_at.get(start)
    if number is None:
        return []
    phrase = scene.layers.noun_phrases[number]
    return _chains_of_span(scene, (phrase.start, phrase.end), phrase.head, at)


def _expand(scene: Scene, mention: Mention, at: int) -> list[int]:
    if mention.chain is None or mention.place_only:
        if mention.form == "pronoun":
            return _speaker_or_nobody(scene, at)
        return []
    chain = scene.layers.chains[mention.chain]
    if chain.members:
        return list(chain.members)
    return [] if chain.kind in {"place", "media"} else [mention.chain]


def _speaker_or_nobody(scene: Scene, at: int) -> list[int]:
    return speakers(scene, scene.attribution(at))


def _is_speaker(scene: Scene, span: Span, at: int) -> bool:
    """As in "Riyadh said it would not sign": the pronoun that opens what a state or body says stands for the speaker."""
    word, attribution = scene.lower[span[0]], scene.attribution(at)
    if word not in {"it", "they"} or attribution is None or attribution.direct or attribution.sort != "speech":
        return False
    opens = any(start <= span[0] <= start + 1 for start, _ in attribution.content)
    kinds = {scene.layers.chains[speaker].kind for speaker in attribution.speakers}
    plural = len(attribution.speakers) > 1 or kinds <= {"organisation", "body"}
    return opens and bool(kinds) and "person" not in kinds and (word == "it" or plural)


def _is_own_side(scene: Scene, span: Span, head: int, at: int) -> bool:
    """As in "The minister said his government would": what a speaker says for the side that he speaks for is his own stand."""
    if scene.lower[head] not in lexicon.words("own_side") or not _speaker_or_nobody(scene, at):
        return False
    word = scene.lower[span[0]]
    mention = _mention_at(scene, head)
    named = mention is not None and (mention.country is not None or mention.form == "name")
    return not named and (
        word in {"our", "my", "his", "her", "their", "its"} or (word == "the" and span[1] - span[0] <= 3)
    )


def _mention_at(scene: Scene, token: int) -> Mention | None:
    number = scene.layers.mention_of[token]
    return scene.layers.mentions[number] if number >= 0 else None
