"""Actors: who is who over all articles. Names are joined by rules that each give a score and a reason.

A *bearer* is one name on one side, with every article that has it; rules join bearers, never single mentions. The rules of
persons and of bodies stand in `actor_rules`; here they are applied, best score first, and what a person decided wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.merge.actor_decisions import DecidedActors
from generator.merge.actor_rules import Join, find_joins, spell_out
from generator.merge.bearers import Bearer, Known, collect_bearers
from generator.merge.bodies import collective_name, kernel, known_name, state_named
from generator.merge.clusters import Clusters
from generator.merge.decisions import Decisions
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
    decided = DecidedActors.of(bearers, decisions)
    reasons = _join_all(clusters, bearers, decided, known)
    given, hidden_bearers = decided.names(), decided.hidden()
    named = []
    for indices in clusters.groups():
        renamed = next((given[i] for i in indices if i in given), None)
        named.append((renamed or _best_name([bearers[i] for i in indices], known), indices))
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
        if not hidden_bearers.isdisjoint(indices):
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
    yield from (name for party in [*dossier.parties, *dossier.mediators] for name in [party.name, *party.aliases])
    renames = (d.value for d in dossier.decisions if d.of == "actor" and d.kind == "rename" and d.value)
    yield from (name for value in renames for name in (value, slug(value)))


def _join_all(
    clusters: Clusters[int], bearers: list[Bearer], decided: DecidedActors, known: Known
) -> dict[int, list[MergeReason]]:
    """Apply decisions, then rules by falling score; returns the reasons by cluster."""
    made = decided.join(clusters)
    by_hand = decided.joined()
    for stage in find_joins(bearers, known, clusters):
        for join in sorted(stage, key=lambda j: (-j.score, bearers[j.left].order, bearers[j.right].order)):
            fresh = clusters.find(join.left) != clusters.find(join.right)
            joined = fresh and _fits(clusters, join, bearers, by_hand) and clusters.join(join.left, join.right)
            if joined and bearers[join.left].name != bearers[join.right].name:
                made.append((join.left, spell_out(join, bearers)))
    reasons: dict[int, list[MergeReason]] = {}
    for number, reason in made:
        known_reasons = reasons.setdefault(clusters.find(number), [])
        if reason not in known_reasons:
            known_reasons.append(reason)
    return reasons


def _fits(clusters: Clusters[int], join: Join, bearers: list[Bearer], by_hand: frozenset[int]) -> bool:
    """Whether all full names of the two clusters can be one person's: no chain of small steps joins strangers.

    Names that a person joined (`by_hand`) may be as unlike as they like.
    """
    if bearers[join.left].sort != "person" or join.score >= 1.0:
        return True
    left, right = (
        {bearers[i].name for i in clusters.members(one) if i not in by_hand and _is_full_name(bearers[i])}
        for one in (join.left, join.right)
    )
    return all(compare_names(a, b).score >= _STILL_ONE for a in left for b in right)


def _is_full_name(bearer: Bearer) -> bool:
    return is_full(bearer.name) and not bearer.by_office


def _best_name(group: list[Bearer], known: Known) -> str:
    """The name that a page shows: the dossier's name, else the fullest of the commonest."""
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
        side=_side(name, group, sides, known),
        aliases=_aliases(nodes),
        roles=_roles(nodes),
        articles=sorted(local),
        local_ids=local,
        reasons=reasons,
        cites=[Cite(article=article, evidence=actor.mentions[:1]) for article, actor in nodes if actor.mentions],
    )


def _side(name: str, group: list[Bearer], sides: Counter[str], known: Known) -> str | None:
    """The side that the dossier settles for any of the names, even if it is none; else the one that most articles give."""
    settled = [each for each in [name, *(bearer.name for bearer in group)] if known.settles_side(each)]
    if settled:
        return known.side_of(settled[0])
    return min(sides, key=lambda side: (-sides[side], side), default=None)


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
