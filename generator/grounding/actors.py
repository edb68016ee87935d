"""Actors of an answer: every name must stand in the article, and who it is is told by the article's own coreference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.grounding.answer import ActorRow, Refused
from generator.grounding.locating import places_of_name
from generator.grounding.values import small_words
from generator.grounding.view import ArticleView, Span
from generator.lexicon import load_lexicon
from generator.model.evidence import Evidence
from generator.model.facts import Actor, ActorKind, Role
from generator.model.folding import fold
from generator.model.identity import slug

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(slots=True)
class Known:
    """An actor as the door knows it: its row, the places where it is mentioned, and its chain where it has one."""

    actor: Actor
    forms: set[str]
    places: set[Span] = field(default_factory=set)
    chain: int | None = None
    proposed: bool = False
    """Whether the reader named it in its list of actors."""


class ActorBook:
    """All actors of one article: those of the rules, and those that an answer adds to them."""

    def __init__(self, view: ArticleView) -> None:
        self.view = view
        self.known: dict[str, Known] = {}
        self.refused: list[Refused] = []
        chains = {actor: chain for chain, actor in view.actor_of.items()}
        for actor in view.rules.actors:
            chain = chains.get(actor.id)
            forms = {_key(actor.name), *(_key(mention.text) for mention in actor.mentions)}
            places = {(n.start, n.end) for n in view.named if n.chain == chain and not n.pronoun}
            self.known[actor.id] = Known(actor.model_copy(deep=True), forms, places, chain)

    def add(self, row: ActorRow) -> None:
        """Take in a row of the answer's actors; forms that do not stand in the article are refused one by one."""
        forms = {form: places_of_name(self.view, form) for form in dict.fromkeys([row.name, *row.mentions])}
        for form in [form for form, places in forms.items() if not places]:
            self.refused.append(Refused("actors", form[:80], "the name does not stand in the article"))
            del forms[form]
        forms = {form: places for form, places in forms.items() if _is_name(form)}
        if not forms:
            return
        known = self._same(forms)
        if known is None:
            name = row.name if row.name in forms else max(forms, key=len)
            known = self._new(name, row.kind or "person")
        known.proposed = True
        known.forms |= {_key(form) for form in forms}
        taken = {place for other in self.known.values() if other is not known for place in other.places}
        own = {place for places in forms.values() for place in places} - taken
        known.places |= own
        self._complete(known, row, own)

    def _same(self, forms: dict[str, list[Span]]) -> Known | None:
        """The actor of the rules that these names stand for: most of their places are its mentions."""
        votes: Counter[str] = Counter()
        for form, places in forms.items():
            for actor_id, known in self.known.items():
                if known.proposed and _key(form) not in known.forms:
                    continue
                votes[actor_id] += sum(any(_same_place(place, own) for own in known.places) for place in places)
                votes[actor_id] += _key(form) in known.forms
        best = votes.most_common(1)
        return self.known[best[0][0]] if best and best[0][1] else None

    def _new(self, name: str, kind: ActorKind) -> Known:
        base = actor_id = slug(name, "actor")
        serial = 2
        while actor_id in self.known:
            actor_id, serial = f"{base}-{serial}", serial + 1
        known = Known(Actor(id=actor_id, name=" ".join(name.split()), kind=kind), {_key(name)})
        self.known[actor_id] = known
        return known

    def _complete(self, known: Known, row: ActorRow, places: Iterable[Span]) -> None:
        """Give an actor what the row adds: mentions, roles that the article words, a side that is a party."""
        actor, article = known.actor, self.view.article
        there = {mention.start for mention in actor.mentions}
        spans = [article.evidence(*place) for place in sorted(places)]
        new = [span for span in spans if not any(_touches(span, old) for old in actor.mentions)]
        actor.mentions = sorted([*actor.mentions, *(s for s in new if s.start not in there)], key=lambda m: m.start)
        if row.kind:
            actor.kind = row.kind
        actor.side = self.party(row.side) or (None if row.side is None and known.proposed else actor.side)
        near = " ".join(self.view.text(self.view.around(place, 0)) for place in sorted(known.places))
        for role in row.roles:
            if role_is_worded(role, near):
                if not any(_key(role) == _key(old.title) for old in actor.roles):
                    actor.roles.append(Role(title=" ".join(role.split())))
            else:
                self.refused.append(
                    Refused("actors", f"{row.name}: {role}"[:80], "the article does not word this role")
                )

    def party(self, side: str | None) -> str | None:
        """The party that a reader's `side` names; None for anything that is none of the dossier's parties."""
        if side is None:
            return None
        for party in self.view.dossier.parties:
            if _key(side) in {_key(party.name), *map(_key, party.aliases)}:
                return party.name
        open_sides = not self.view.dossier.parties and bool(places_of_name(self.view, side))
        return side if open_sides or side in self.view.parties else None

    def find(self, name: str | None) -> Known | None:
        """The actor that a name of a fact's row stands for: it must stand in the article."""
        if name is None or not places_of_name(self.view, name):
            return None
        exact = [known for known in self.known.values() if _key(name) in known.forms]
        listed = [known for known in exact if known.proposed]
        if len(listed or exact) == 1:
            return (listed or exact)[0]
        return self._by_place(name, exact)

    def _by_place(self, name: str, candidates: list[Known]) -> Known | None:
        """Of several (or no) actors of that name, the one that bears it where it stands; none where that is not settled."""
        places = places_of_name(self.view, name)
        bearers = [
            known
            for known in (candidates or list(self.known.values()))
            if any(_same_place(place, own) for place in places for own in known.places)
        ]
        return bearers[0] if len(bearers) == 1 else None

    def is_near(self, known: Known, span: Span, before: int = 1) -> bool:
        """Whether an actor is mentioned (by a name or a pronoun of its chain) in the paragraph of a span or just before it."""
        start, end = self.view.around(span, before, after=0)
        if any(start <= place[0] < end for place in known.places):
            return True
        return any(
            n.chain == known.chain and start <= n.start < end for n in self.view.named if known.chain is not None
        )

    def mention_near(self, known: Known, within: Span, content: Span) -> Evidence | None:
        """The mention of an actor inside a sentence and outside the words said, the nearest first."""
        spots = [*known.places, *((n.start, n.end) for n in self.view.named if n.chain == known.chain is not None)]
        inside = [s for s in spots if within[0] <= s[0] and s[1] <= within[1]]
        outside = [s for s in inside if s[1] <= content[0] or s[0] >= content[1]]
        best = min(outside, key=lambda s: min(abs(s[1] - content[0]), abs(s[0] - content[1])), default=None)
        return self.view.article.evidence(*best) if best else None


def role_is_worded(role: str, near: str) -> bool:
    """Whether the words of a role stand (by their first five letters) where its bearer is mentioned."""
    there = {word[:4] for word in _WORD.findall(fold(near).text.lower())}
    words = [word[:4] for word in _WORD.findall(fold(role).text.lower()) if word not in small_words()]
    return bool(words) and sum(word in there for word in words) * 3 >= len(words) * 2


def _key(name: str) -> str:
    return re.sub(r"^(the|mr|mrs|ms|a|an)\.? ", "", fold(name).text.strip().lower()).removesuffix("'s")


def _is_name(form: str) -> bool:
    """Pronouns name nobody by themselves."""
    return _key(form) not in load_lexicon("grounding")["pronouns"].split()


def _same_place(left: Span, right: Span) -> bool:
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared * 2 > min(left[1] - left[0], right[1] - right[0]) and shared * 3 > max(
        left[1] - left[0], right[1] - right[0]
    )


def _touches(left: Evidence, right: Evidence) -> bool:
    return left.start < right.end and right.start < left.end
