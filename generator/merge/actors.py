"""Actors: who is who over all articles. Names are joined by rules that each give a score and a reason.

A *bearer* is one name on one side, with every article that has it; rules join bearers, never single mentions. The rules of
persons and of bodies stand in `actor_rules`; here they are applied, best score first, and what a person decided wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from generator.merge.actor_rules import Join, find_joins, spell_out
from generator.merge.bearers import Bearer, Known, collect_bearers
from generator.merge.bodies import collective_name, kernel, known_name, state_named
from generator.merge.clusters import Clusters
from generator.merge.decisions import Decisions, key
from generator.merge.names import compare_names, is_full, is_nameless, name_tokens
from generator.model.dossier import Dossier
from generator.model.facts import Actor, FactsFile
from generator.model.identity import slug
from generator.model.knowledge import Alias, Cite, MergedActor, MergeReason, RoleClaim

_STILL_ONE = 0.7
"""Two full names less alike than this never end up in one cluster, whatever lies between them."""


@dataclass(frozen=True)
class Cast:
    """The merged actors and the way from an article's own ids to theirs."""

    actors: list[MergedActor]
    by_article: dict[str, dict[str, str]]
    """Article id -> local actor id -> merged id."""
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Merged ids that an editor hid."""


def merge_actors(files: Sequence[FactsFile], dossier: Dossier, decisions: Decisions) -> Cast:
    """Join the actors of all articles.

    Args:
        files: the facts of every article, in a fixed order.
        dossier: parties and known actors, whose names are joined without further reason.
        decisions: what a person decided about actors.
    """
    known = Known.of(dossier)
    bearers = collect_bearers(files, known)
    clusters: Clusters[int] = Clusters(range(len(bearers)))
    reasons = _join_all(clusters, bearers, decisions, known)
    named = [(_best_name([bearers[i] for i in indices], known, decisions), indices) for indices in clusters.groups()]
    actors: list[MergedActor] = []
    by_article: dict[str, dict[str, str]] = {file.article.id: {} for file in files}
    taken: Counter[str] = Counter()
    hidden = set()
    for name, indices in sorted(named, key=lambda row: (row[0], bearers[row[1][0]].order)):
        group = [bearers[i] for i in indices]
        actor_id = _free_id(slug(name, "actor"), taken)
        actor = _merged(actor_id, name, group, reasons.get(clusters.find(indices[0]), []), known)
        actors.append(actor)
        for bearer in group:
            for article, local in bearer.nodes:
                by_article[article][local.id] = actor_id
        if decisions.hidden & {key(n) for n in [name, actor_id, *(b.name for b in group)]}:
            hidden.add(actor_id)
    return Cast(_by_weight(actors), by_article, frozenset(hidden))


def names_of_actors(files: Sequence[FactsFile], dossier: Dossier) -> Iterable[str]:
    """Every name under which a decision may call an actor."""
    for file in files:
        for actor in file.actors:
            yield actor.name
            yield actor.id
            yield from (mention.text for mention in actor.mentions)
    for known in dossier.actors:
        yield from [known.name, *known.aliases]
    yield from (name for party in dossier.parties for name in [party.name, *party.aliases])


Made = list[tuple[int, MergeReason]]
"""A bearer of a cluster and a reason why something was joined to it."""


def _join_all(
    clusters: Clusters[int], bearers: list[Bearer], decisions: Decisions, known: Known
) -> dict[int, list[MergeReason]]:
    """Apply decisions, then rules by falling score; returns the reasons by cluster."""
    made = [*_decide(clusters, bearers, decisions)]
    for stage in find_joins(bearers, known, clusters):
        for join in sorted(stage, key=lambda j: (-j.score, bearers[j.left].order, bearers[j.right].order)):
            fresh = clusters.find(join.left) != clusters.find(join.right)
            joined = fresh and _fits(clusters, join, bearers) and clusters.join(join.left, join.right)
            if joined and bearers[join.left].name != bearers[join.right].name:
                made.append((join.left, spell_out(join, bearers)))
    reasons: dict[int, list[MergeReason]] = {}
    for number, reason in made:
        known_reasons = reasons.setdefault(clusters.find(number), [])
        if reason not in known_reasons:
            known_reasons.append(reason)
    return reasons


def _decide(clusters: Clusters[int], bearers: list[Bearer], decisions: Decisions) -> Made:
    """Apply what a person decided: first what must stay apart, then what is one."""
    if not decisions.same and not decisions.different:
        return []
    called: dict[str, list[int]] = {}
    for number, bearer in enumerate(bearers):
        for name in sorted(bearer.called):
            called.setdefault(key(name), []).append(number)
    for pair in decisions.different:
        for left, right in product(_called(pair.left, called, bearers), _called(pair.right, called, bearers)):
            if left != right:
                clusters.keep_apart(left, right)
    made: Made = []
    for pair in decisions.same:
        first, *others = [*_called(pair.left, called, bearers), *_called(pair.right, called, bearers)]
        for other in others:
            if clusters.find(first) != clusters.find(other) and clusters.join(first, other):
                names = (bearers[first].name, bearers[other].name)
                made.append((first, MergeReason(left=names[0], right=names[1], score=1.0, why=f"decision: {pair.why}")))
    return made


def _called(name: str, called: dict[str, list[int]], bearers: list[Bearer]) -> list[int]:
    """The bearers of a name; those whose own name it is come before those who are merely mentioned by it."""
    found = called.get(name, [])
    own = [number for number in found if key(bearers[number].name) == name]
    return own or found


def _fits(clusters: Clusters[int], join: Join, bearers: list[Bearer]) -> bool:
    """Whether all full names of the two clusters can be one person's: no chain of small steps joins strangers."""
    if bearers[join.left].sort != "person" or join.score >= 1.0:
        return True
    left = {
        bearers[i].name for i in clusters.members(join.left) if is_full(bearers[i].name) and not bearers[i].by_office
    }
    right = {
        bearers[i].name for i in clusters.members(join.right) if is_full(bearers[i].name) and not bearers[i].by_office
    }
    return all(compare_names(a, b).score >= _STILL_ONE for a in left for b in right)


def _best_name(group: list[Bearer], known: Known, decisions: Decisions) -> str:
    """The name that a page shows: a person's decision, the dossier's name, else the fullest of the commonest."""
    for bearer in group:
        renamed = decisions.values.get(key(bearer.name))
        if renamed:
            return renamed
    for bearer in group:
        settled = known.name_of(bearer.name)
        if settled:
            return settled
    first = group[0]
    if first.sort != "person":
        usual = next(
            (n for b in group if (n := known_name(b.name) or (state_named(b.name) if b.sort == "state" else None))),
            None,
        )
        forms = {name for bearer in group for name in bearer.proper}
        core = kernel(first.name)
        collective = collective_name(core.words, core.owner or first.side) if len(forms) > 1 else None
        if usual or collective:
            return usual or collective or first.name
    offices = {bearer.name for bearer in group if bearer.by_office}
    articles: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for bearer in group:
        articles[bearer.name] += len(bearer.nodes)
        mentions[bearer.name] += sum(len(actor.mentions) for _, actor in bearer.nodes)
    return min(
        articles,
        key=lambda n: (n in offices, first.sort == "person" and not is_full(n), -articles[n], -mentions[n], -len(n), n),
    )


def _merged(actor_id: str, name: str, group: list[Bearer], reasons: list[MergeReason], known: Known) -> MergedActor:
    nodes = sorted((node for bearer in group for node in bearer.nodes), key=lambda n: (n[0], n[1].id))
    local: dict[str, list[str]] = {}
    for article, actor in nodes:
        local.setdefault(article, []).append(actor.id)
    kinds = sorted(actor.kind for _, actor in nodes)
    sides: Counter[str] = Counter(actor.side for _, actor in nodes if actor.side)
    return MergedActor(
        id=actor_id,
        name=name,
        kind=known.kind_of(name) or Counter(kinds).most_common(1)[0][0],
        side=known.side_of(name) or (min(sides, key=lambda s: (-sides[s], s)) if sides else None),
        aliases=_aliases(nodes),
        roles=_roles(nodes),
        articles=sorted(local),
        local_ids=local,
        reasons=reasons,
        cites=[Cite(article=article, evidence=actor.mentions[:1]) for article, actor in nodes if actor.mentions],
    )


def _aliases(nodes: list[tuple[str, Actor]]) -> list[Alias]:
    """Every spelling with the articles that have it; pronouns, bare nouns and a person's offices are no spellings."""
    own = {token for _, actor in nodes if actor.kind == "person" for token in name_tokens(actor.name)}
    seen: dict[str, set[str]] = {}
    for article, actor in nodes:
        for text in {m.text for m in actor.mentions} | {actor.name}:
            spelling = " ".join(text.split())
            telling = not own.isdisjoint(name_tokens(spelling)) if own else " " in spelling or not spelling.islower()
            if telling or spelling == actor.name:
                seen.setdefault(spelling, set()).add(article)
    return [
        Alias(text=t, articles=sorted(a)) for t, a in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _roles(nodes: list[tuple[str, Actor]]) -> list[RoleClaim]:
    """The roles that articles give, one each however it is worded; the commonest wording is shown."""
    wordings: dict[tuple[str | None, frozenset[str]], Counter[str]] = {}
    cites: dict[tuple[str | None, frozenset[str]], list[Cite]] = {}
    for article, actor in nodes:
        for role in actor.roles:
            office = kernel(role.title)
            place = (office.owner or actor.side, office.words)
            wordings.setdefault(place, Counter())[role.title] += 1
            support = [role.evidence] if role.evidence else actor.mentions[:1]
            cites.setdefault(place, []).append(Cite(article=article, evidence=support))
    ranked = sorted(wordings, key=lambda p: (-sum(wordings[p].values()), min(wordings[p])))
    return [RoleClaim(title=min(wordings[p], key=lambda t: (-wordings[p][t], t)), cites=cites[p]) for p in ranked]


def _free_id(wanted: str, taken: Counter[str]) -> str:
    taken[wanted] += 1
    return wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"


def _by_weight(actors: list[MergedActor]) -> list[MergedActor]:
    """Actors of most articles first; nameless crowds last."""
    return sorted(actors, key=lambda a: (is_nameless(a.name), -len(a.articles), a.name, a.id))
