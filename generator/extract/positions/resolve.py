"""Resolution: a stand becomes positions, one for each member of its thing and each holder."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.layers import Attribution, PositionFound
from generator.extract.positions import lexicon
from generator.extract.positions.anaphora import antecedent, points_back
from generator.extract.positions.contents import condition_span, trimmed_end
from generator.extract.positions.members import Member, split
from generator.extract.positions.objects import fits_objects
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.topics import Topic, TopicFinder
from generator.extract.positions.via import teller
from generator.extract.timexes import date_of_clause

BEFORE = "topic/before v1"
"""What made the topic of "it", "this proposal", "36 %": the words before."""
SPOKEN = ("position/obligation", "position/imperative", "position/verdict", "position/existential")
"""Rules whose holder is the speaker: their positions carry the attribution's source, cue and content."""


def positions_of(scene: Scene, finder: TopicFinder, stand: Stand, before: list[PositionFound]) -> list[PositionFound]:
    """The positions of one stand.

    Args:
        scene: the article.
        finder: tells topics.
        stand: to be resolved.
        before: the positions found so far, which "it" and "this proposal" may stand for.
    """
    if _of_a_person(scene, stand):
        return []
    if stand.shape == "anaphor" or _says_nothing(scene, finder, stand) or _does_only(scene, finder, stand):
        return _pointing_back(scene, finder, stand, before)
    if _pronoun_object(scene, stand) and finder.known(*stand.content) is None:
        found = antecedent(scene, finder, replace(stand, start=scene.sentence(stand.start)[0]), before)
        if found is not None:
            return _rows(scene, stand, found.topic, (stand.start, stand.content[1]), made=BEFORE)
    if stand.ends and _ends_a_good(finder, stand):
        stand = replace(stand, stance="rejects")
    members = _members(scene, finder, stand)
    if all(member.topic is None for member in members):
        topic = _amount(scene, finder, stand, before)
        return _rows(scene, stand, topic, (stand.start, stand.content[1]), made=BEFORE) if topic is not None else []
    rows: list[PositionFound] = []
    for number, member in enumerate(members):
        further_land = number > 0 and member.topic is not None and member.topic.land
        if member.topic is not None and (further_land or _counts(stand, member)):
            words = (min(stand.content[0], member.span[0]), member.span[1]) if number == 0 else member.span
            topic = _of_offer(scene, stand, member.topic.id)
            rows += _rows(scene, stand, topic, _evidence(stand, member, number), words, made=member.topic.by)
    return rows or _rows_instead(scene, finder, stand)


def _of_a_person(scene: Scene, stand: Stand) -> bool:
    """As in "endorsed him", "opposes her": who is for or against somebody takes no stand on a thing."""
    first, behind = stand.content[0], scene.word(stand.content[0] + 1)
    alone = stand.content[1] - first <= 1 or (scene.word(first) != "her" and behind in {"", ".", ","})
    return alone and scene.word(first) in {"him", "her", "me", "us", "you", "himself", "herself"}


def _of_offer(scene: Scene, stand: Stand, topic: str) -> str:
    """As in "rejected an offer to end the strike": what is turned down is the offer, nobody is for the strike."""
    phrase = scene.phrase_at(stand.content[0]) if stand.stance == "rejects" and stand.shape == "np" else None
    if (
        phrase is None
        or not topic.startswith("end-of-")
        or not fits_objects(scene, "proposals", scene.np_at[phrase.start])
    ):
        return topic
    return f"{scene.lemma[phrase.head]}-to-end-{topic.removeprefix('end-of-')}"


def _pointing_back(scene: Scene, finder: TopicFinder, stand: Stand, before: list[PositionFound]) -> list[PositionFound]:
    """The positions of a stand whose thing stands before it: "rejected the idea", "which it refused", "will go on"."""
    found = antecedent(scene, finder, stand, before)
    topic = found.topic if found is not None else _named_before(scene, finder, stand)
    if topic is not None and not _is_among(stand, topic):
        return []
    if stand.among and any((p.topic, p.stance, p.holder) == (topic, stand.stance, stand.holders[0]) for p in before):
        return []  # "will go on" adds nothing to a truce that was turned down in so many words
    topic = topic or _general(finder, stand)
    last = scene.lemma[stand.content[1] - 1]
    if topic is None and stand.shape == "to" and not stand.known and last in lexicon.words("complete_verbs"):
        topic = last  # "are ready to join"
    end = max(stand.content[1], stand.trigger[1])
    words = found.words if found is not None else None
    return _rows(scene, stand, topic, (stand.start, end), words, made=BEFORE) if topic is not None else []


def _members(scene: Scene, finder: TopicFinder, stand: Stand) -> list[Member]:
    """The things of the stand with their topics; of a single one that no list knows, what is done rather than who does it."""
    core = stand.content[0] if stand.core is None else stand.core
    members = split(scene, finder, (core, stand.content[1]), stand.shape)
    if len(members) > 1 or (members and members[0].topic and members[0].topic.known):
        return members
    # "wants foreign troops to withdraw": who is asked belongs to the topic
    topic = finder.known(*stand.content) if core > stand.content[0] else None
    topic = topic or _doing(scene, finder, stand) or (members[0].topic if members else None)
    return [Member(member.span, topic) for member in members]


def _rows_instead(scene: Scene, finder: TopicFinder, stand: Stand) -> list[PositionFound]:
    """As in "a summit is possible only once a text is ready": where the price names no topic, what has the price does."""
    topic = finder.known(*stand.instead) if stand.instead is not None else None
    if stand.instead is None or topic is None or topic.weak:
        return []
    return _rows(scene, stand, topic.id, (stand.instead[0], stand.content[1]), made=topic.by)


def _amount(scene: Scene, finder: TopicFinder, stand: Stand, before: list[PositionFound]) -> str | None:
    """As in "The union demands 36 %": a number stands for what the words before are about."""
    first = scene.skip_marks(stand.content[0])
    while scene.word(first) in {"a", "about", "at", "least", "up", "to", "some", "nearly", "$", "£", "€"}:
        first += 1
    amount = first < scene.size and scene.tag[first] == "CD" and stand.shape == "np"
    found = antecedent(scene, finder, stand, before) if amount else None
    return found.topic if found is not None else None


def _pronoun_object(scene: Scene, stand: Stand) -> bool:
    """As in "they must lift all of them": the object of what is asked points back."""
    at = stand.trigger[1]
    if stand.shape == "that":  # "promised that his men would respect it"
        groups = [group for group in scene.groups_between(*stand.content) if group.finite]
        at = groups[0].end if groups else at
    elif stand.rule != "position/obligation v1":
        return False
    at += 2 if scene.lower[at : at + 2] == ["all", "of"] else 0
    return scene.word(at) in {"it", "them", "these", "those"}


def _general(finder: TopicFinder, stand: Stand) -> str | None:
    """As in "rejected the offer", where nothing before tells what it is about: the offer itself, if someone of a party answers it."""
    answers = stand.stance in {"accepts", "rejects"} and stand.shape == "np" and not stand.known
    topic = finder.topic(*stand.content) if answers else None
    return topic.id if topic is not None else None


def _doing(scene: Scene, finder: TopicFinder, stand: Stand) -> Topic | None:
    """As in "X must respect the result", "that X call an assembly": what X is to do, not X, is the topic."""
    if stand.shape == "clause" and stand.rule != "position/proviso v1":
        return finder.topic(stand.trigger[1] - 1, stand.content[1])
    groups = scene.groups_between(*stand.content) if stand.shape == "that" else []
    return finder.topic(groups[0].head, stand.content[1]) if groups else None


def _named_before(scene: Scene, finder: TopicFinder, stand: Stand) -> str | None:
    """As in "proposals that Russia cannot accept": the noun before the relative pronoun names the thing."""
    number = (
        scene.layers.np_of[stand.content[0] - 1] if stand.rule == "position/embedded v1" and stand.content[0] else -1
    )
    if number < 0:
        return None
    phrase = scene.layers.noun_phrases[number]
    topic = finder.topic(phrase.start, phrase.end)
    return topic.id if topic is not None else None


def _counts(stand: Stand, member: Member) -> bool:
    """Whether the member's topic is known well enough for the kind of stand; nobody's stand needs a known one."""
    if (
        member.topic is None
        or not _is_among(stand, member.topic.id)
        or (stand.firm and stand.known and member.topic.weak)
    ):
        return False
    return member.topic.known or (not stand.known and any(holder is not None for holder in stand.holders))


def _is_among(stand: Stand, topic: str) -> bool:
    """Whether the topic stands in the list that the stand asks for."""
    return not stand.among or topic in lexicon.words(stand.among)


def _does_only(scene: Scene, finder: TopicFinder, stand: Stand) -> bool:
    """True where the thing is a bare verb, whose object stands before: "refused to reciprocate"."""
    return (
        stand.shape == "to"
        and finder.known(*stand.content) is None
        and stand.content[1] - stand.content[0] <= 3
        and not any(scene.layers.np_of[i] >= 0 for i in range(*stand.content))
    )


def _says_nothing(scene: Scene, finder: TopicFinder, stand: Stand) -> bool:
    """True where the thing only points back: "rejects the demands", but not "the ceasefire proposal"."""
    return stand.shape == "np" and points_back(scene, stand.content[0]) and finder.known(*stand.content) is None


def _ends_a_good(finder: TopicFinder, stand: Stand) -> bool:
    """True where what the holder ends is something wanted: a truce, not a blockade."""
    topic = finder.known(stand.trigger[1], stand.content[1])
    return topic is not None and topic.id in lexicon.words("goods")


def _evidence(stand: Stand, member: Member, number: int) -> Span:
    """The member's words; the first member's begin with the word of stance and its holder."""
    if number > 0:
        return member.span
    return min(stand.start, member.span[0]), max(member.span[1], stand.trigger[1])


def _rows(
    scene: Scene, stand: Stand, topic: str, evidence: Span, words: Span | None = None, *, made: str
) -> list[PositionFound]:
    """One position for each holder; what an attribution already reports carries that attribution's own spans."""
    inside, own = scene.attribution(stand.trigger[0]), _own_attribution(scene, stand)
    frame = own or (inside if stand.rule.startswith(SPOKEN) else None)
    dated = frame or inside
    # A demand tells what its holder wants; what the article adds within it ("which Y has accepted") nobody passes on.
    speech = inside if inside is not None and inside.sort == "speech" else None
    told = speech or (own if own is not None and own.via is not None else None)
    if stand.stance == "offers" and topic in lexicon.words("hostile_topics"):
        return []
    words = stand.content if words is None else words
    proviso = condition_span(scene, stand.trigger, stand.content[1])
    if proviso is not None and words[0] < proviso[0] < words[1]:
        words = (words[0], trimmed_end(scene, words[0], proviso[0]))
    if proviso is not None and evidence[0] < proviso[0] <= evidence[1]:
        evidence = (evidence[0], max(evidence[1], proviso[1]))
    return [
        PositionFound(
            holder=holder,
            stance=stand.stance,
            topic=topic,
            evidence=evidence,
            rule=stand.rule,
            topic_by=made,
            condition=scene.layers.words(*proviso) if proviso is not None else None,
            via=teller(scene, told, stand.holders),
            date=dated.date if dated is not None else _day_of(scene, stand.trigger[0]),
            source=frame.source if frame else stand.source,
            cue=frame.cue if frame else stand.trigger,
            content=[words],
            why=stand.why,
        )
        for holder in stand.holders
    ]


def _own_attribution(scene: Scene, stand: Stand) -> Attribution | None:
    """The attribution whose cue the word of stance is."""
    number = scene.cue_of.get(stand.trigger[0])
    return scene.layers.attributions[number] if number is not None else None


def _day_of(scene: Scene, token: int) -> str | None:
    """The date that the clause itself gives ("rejected the offer on Tuesday")."""
    timex = date_of_clause(scene.layers, token)
    return timex.value if timex is not None else None


def without_repeats(found: list[PositionFound]) -> list[PositionFound]:
    """Positions in order; of two with the same holder, stance and topic on the same words the narrower stays."""
    out: list[PositionFound] = []
    for position in sorted(found, key=lambda p: (p.evidence[0], p.evidence[1], p.stance, p.topic)):
        same = [
            other
            for other in out
            if (other.holder, other.stance, other.topic) == (position.holder, position.stance, position.topic)
            and other.evidence[0] < position.evidence[1]
            and position.evidence[0] < other.evidence[1]
        ]
        if not same:
            out.append(position)
    return out
