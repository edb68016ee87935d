"""Party affiliation: the party of persons whose country the article never tells, by what it lets them do to the parties.

Every sign gives points to one party: two who meet are of different parties, one speaks for one's own party and blames the
other. The party with more points than the other has the person; third parties bear their country in the press, so that a person
without any is seldom one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from generator.extract.agency import verbs_of
from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.context import HOME
from generator.extract.coreference.parties import side_names
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Mention, VerbGroup
from generator.lexicon import load_lexicon

Points = dict[int, dict[str, int]]
"""Chain -> party -> how much speaks for it."""
PAIR, SPEECH, BLAME = 2, 1, 1


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_lexicon("party_affiliation")[group])


def settle_party_affiliation(builder: ChainBuilder) -> None:
    """Give persons without a country the party that most signs of the article point to."""
    parties = builder.layers.parties
    if len(parties) != 2:
        return
    sides = side_names(builder.layers)
    for _ in range(2):  # who is known by the first round tells whom they meet in the second
        points: Points = defaultdict(lambda: defaultdict(int))
        for number, mention in enumerate(builder.layers.mentions):
            _read_pair(builder, sides, number, points)
            _read_service(builder, sides, mention, points)
            if mention.chain is not None and _is_open(builder, mention):
                _read_speech(builder, sides, mention, points)
                _read_told(builder, sides, mention, points)
        if not points:
            return
        for chain, found in points.items():
            best = max(parties, key=lambda party: found[party])
            other = parties[1 - parties.index(best)]
            if found[best] > found[other]:
                builder.belong(chain, best, guessed=True)
                builder.chains[chain].why.append(f"speaks for {best}, serves it or faces {other}")


def _is_open(builder: ChainBuilder, mention: Mention) -> bool:
    """Whether a mention names a person whose party is still unknown."""
    return (
        mention.chain is not None
        and mention.kind == "person"
        and builder.chains[mention.chain].kind == "person"
        and mention.chain not in builder.country
        and not mention.plural
    )


def _party(builder: ChainBuilder, sides: dict[str, str], mention: Mention) -> str | None:
    """The party that a mention stands for or belongs to."""
    if mention.place_only or mention.chain is None:
        return None
    return sides.get(builder.chains[mention.chain].name) or sides.get(builder.country.get(mention.chain, ""))


def _other(builder: ChainBuilder, party: str) -> str:
    parties = builder.layers.parties
    return parties[1 - parties.index(party)]


def _read_pair(builder: ChainBuilder, sides: dict[str, str], number: int, points: Points) -> None:
    """Two persons side by side in a sentence of meetings: "a summit between X and Y", "X and Y are to open the talks"."""
    layers = builder.layers
    if number + 1 >= len(layers.mentions):
        return
    left, right = layers.mentions[number], layers.mentions[number + 1]
    if left.kind != "person" or right.kind != "person" or "pronoun" in (left.form, right.form):
        return
    sentence = layers.sentences[layers.sentence_of[left.start]]
    lower = layers.tokens.lower
    if right.end > sentence.end or not _meets(lower, left, right):
        return
    if not _words("meetings") & set(lower[sentence.start : sentence.end]):
        return
    for one, two in ((left, right), (right, left)):
        party = _party(builder, sides, one)
        if party in layers.parties and _is_open(builder, two) and two.chain is not None:
            points[two.chain][_other(builder, party)] += PAIR


def _read_service(builder: ChainBuilder, sides: dict[str, str], mention: Mention, points: Points) -> None:
    """Who serves somebody is of one party with him: "X’s spokesman", "the X administration"."""
    if mention.chain is None or not mention.owner[:1].isupper() or mention.form == "name":
        return
    master = next(iter(builder.surnames.get(skeleton(mention.owner.split()[-1]), [])), None)
    if mention.head == "administration" and HOME in builder.layers.parties:
        if mention.chain not in builder.country:
            points[mention.chain][HOME] += SPEECH
        if master is not None and master not in builder.country:
            points[master][HOME] += SPEECH
    if master is None:
        return
    for one, two in ((master, mention.chain), (mention.chain, master)):
        party = sides.get(builder.country.get(one, ""))
        if party in builder.layers.parties and two not in builder.country:
            points[two][party] += PAIR


def _meets(lower: list[str], left: Mention, right: Mention) -> bool:
    return lower[left.end : right.start] in (["and"], ["-"], ["–"], ["with"])


def _read_speech(builder: ChainBuilder, sides: dict[str, str], mention: Mention, points: Points) -> None:
    """What the person says of the parties: of one's own that it will, of the other that it must."""
    assert mention.chain is not None
    for group in verbs_of(builder.layers, mention):
        if group.passive:
            continue
        if group.lemma in _words("of_other"):
            party = _object_party(builder, sides, group)
            if party is not None:
                points[mention.chain][_other(builder, party)] += BLAME
        elif group.lemma in _words("for_own"):
            for said in _complement(builder, group):
                party = _subject_party(builder, sides, said)
                if party is not None:
                    own = _is_own(group, said)
                    points[mention.chain][party if own else _other(builder, party)] += SPEECH


def _read_told(builder: ChainBuilder, sides: dict[str, str], mention: Mention, points: Points) -> None:
    """Who tells what the person does: the seat of power of a party speaks for its own ("the Kremlin said X named …")."""
    layers = builder.layers
    assert mention.chain is not None
    first = layers.sentences[layers.sentence_of[mention.start]].start
    for group in verbs_of(layers, mention):
        for i in range(first, mention.start):
            number = layers.vg_of[i]
            if (
                number < 0
                or layers.verb_groups[number].lemma not in _words("for_own")
                or layers.verb_groups[number].end < mention.start - 2
            ):
                continue
            subject = layers.verb_groups[number].subject
            teller = layers.mention_of[layers.noun_phrases[subject].head] if subject is not None else -1
            if teller >= 0 and layers.mentions[teller].sort in {"seat", "institution"} and group.start >= mention.end:
                party = _party(builder, sides, layers.mentions[teller])
                if party in layers.parties:
                    points[mention.chain][party] += SPEECH
        return


def _is_own(speech: VerbGroup, said: VerbGroup) -> bool:
    return said.modal not in _words("duties")


def _object_party(builder: ChainBuilder, sides: dict[str, str], group: VerbGroup) -> str | None:
    layers = builder.layers
    for k in (group.end, group.end + 1):
        number = layers.mention_of[k] if k < len(layers.mention_of) else -1
        if number >= 0:
            party = _party(builder, sides, layers.mentions[number])
            at_home = layers.mentions[number].kind == "person"  # one blames the leaders of one's own party too
            return party if party in layers.parties and not at_home else None
    return None


def _complement(builder: ChainBuilder, group: VerbGroup) -> Iterator[VerbGroup]:
    """The first finite verb group after a verb of speech in its sentence, where it says what the parties will do."""
    layers = builder.layers
    end = layers.sentences[layers.sentence_of[group.start]].end
    for i in range(group.end, end):
        number = layers.vg_of[i]
        if number >= 0 and layers.verb_groups[number].finite and layers.verb_groups[number].start == i:
            said = layers.verb_groups[number]
            if (
                said.modal in _words("wills") | _words("duties")
                or said.tense in {"future", "conditional"}
                or group.lemma == "deny"
            ):
                yield said
            return


def _subject_party(builder: ChainBuilder, sides: dict[str, str], group: VerbGroup) -> str | None:
    layers = builder.layers
    if group.subject is None:
        return None
    number = layers.mention_of[layers.noun_phrases[group.subject].head]
    if number < 0:
        return None
    mention = layers.mentions[number]
    party = _party(builder, sides, mention) if mention.kind in {"state", "organisation", "body"} else None
    return party if party in layers.parties else None
