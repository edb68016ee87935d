"""What happened to the counted: "62 aircraft … have been destroyed", "destroyed two blocks", "the delivery of 2,700 missiles"."""

from __future__ import annotations

from generator.extract.figures.counted import Counted, lexicon
from generator.extract.figures.numerals import Numeral
from generator.extract.layers import VerbGroup
from generator.extract.rows import View


def describe(view: View, numeral: Numeral, counted: Counted | None) -> str | None:
    """The words of `Figure.of`: what is counted and what happened to it; None for a share of nothing that is told."""
    if counted is not None and counted.head is None:
        return counted.words
    noun = _noun_words(view, numeral, counted)
    index = _phrase_of(view, numeral, counted)
    behind = _tail(view, counted.end if counted else numeral.end) if numeral.unit is not None else ""
    befell = _befell(view, index, counted) if index is not None else ""
    if numeral.unit == "percent" and not behind and counted is None:
        thing = _thing(view, numeral, index)
        return f"percent of {thing}" if thing else None
    if not befell and not behind and (above := _noun_above(view, numeral, index)):
        taken = lexicon()["light_nouns"].get(above)
        return f"{noun} {taken}" if taken else f"{above} of {noun}"
    return " ".join(part for part in (noun, befell, behind) if part)


def _noun_words(view: View, numeral: Numeral, counted: Counted | None) -> str:
    words = counted.words if counted else ""
    if words.split(" ")[0] in {"others", "other"}:
        rest = words.removeprefix("others").removeprefix("other").split()
        words = " ".join(["people", *(word for word in rest if word not in lexicon()["as_captives"])])
    if numeral.measure is not None and numeral.measure not in {"share", "strong"}:
        return f"{numeral.measure} {words}"
    if numeral.unit is None:
        return words
    if words.split(" ")[0] in {"a", "an", "per"}:
        return f"{numeral.unit} {words}"
    return f"{numeral.unit} of {words}" if words else numeral.unit


def _phrase_of(view: View, numeral: Numeral, counted: Counted | None) -> int | None:
    """The noun phrase that holds the number or what it counts."""
    for token in (counted.head if counted else None, numeral.end - 1, numeral.start):
        if token is not None and view.layers.np_of[token] >= 0:
            return view.layers.np_of[token]
    return None


def _tail(view: View, at: int) -> str:
    """The phrase that says what a sum or share is of: "of the uranium", "in frozen assets"."""
    layers = view.layers
    if at + 1 >= len(view.lower) or view.lower[at] not in lexicon()["links_of_sums"]:
        return ""
    index = layers.np_of[at + 1]
    dated = layers.timex_at(at + 1) is not None
    return layers.words(at, layers.noun_phrases[index].end) if index >= 0 and not dated else ""


def _befell(view: View, index: int, counted: Counted | None) -> str:
    """What a verb tells of the counted: done to it ("destroyed"), or by it ("flooded out of the country")."""
    text, end = view.layers.tokens.text, counted.end if counted else 0
    if 0 < end < len(view.lower) and view.lower[end] in lexicon()["casualties"]:
        return text[end]
    for verb, relation in view.verbs_over.get(index, ()):
        group = view.layers.verb_groups[verb]
        if group.lemma == "take" and relation == "object" and (how := _captives(view, group)):
            return f"taken {how}"
        if group.lemma in lexicon()["light_verbs"] or group.form not in {"VBN", "VBD"}:
            continue
        if relation == "object":
            return text[group.head]
        if relation == "subject":
            return f"{text[group.head]} {_particle(view, group)}".strip()
    return ""


def _captives(view: View, group: VerbGroup) -> str:
    """“Were taken hostage”, “took 40 people hostage”: the word that says as what people are taken."""
    return next((word for word in view.lower[group.end : group.end + 5] if word in lexicon()["as_captives"]), "")


def _particle(view: View, group: VerbGroup) -> str:
    """What belongs to the verb: "flooded out of Ukraine"; nothing behind a passive."""
    at = group.end
    if group.passive:
        return ""
    while at < len(view.lower) and view.lower[at] in lexicon()["links_of_sums"] and at < group.end + 2:
        at += 1
    if at == group.end or at >= len(view.lower) or view.layers.np_of[at] < 0:
        return ""
    return view.layers.words(group.end, view.layers.noun_phrases[view.layers.np_of[at]].end)


def _noun_above(view: View, numeral: Numeral, index: int | None) -> str:
    """The noun before "of" ("the delivery of 2,700 missiles")."""
    above = view.nouns_over.get(index) if index is not None else None
    if above is None or above[1] != "of":
        return ""
    head = view.layers.noun_phrases[above[0]].head
    own = numeral.start <= head < numeral.end
    return view.lower[head] if view.layers.tokens.tag[head] in {"NN", "NNS"} and not own else ""


def _noun_before_of(view: View, numeral: Numeral) -> str:
    """“Tariffs **of up to** 30 percent”, “of 10 to 15 percent”: the noun before "of", over qualifiers and the number before."""
    layers, at = view.layers, numeral.start - 1
    first = layers.sentences[layers.sentence_of[numeral.start]].start
    while at > first and (layers.tokens.tag[at] == "CD" or view.lower[at] in lexicon()["before_sums"]):
        at -= 1
    index = layers.np_of[at - 1] if at > first and view.lower[at] == "of" else -1
    return view.lower[layers.noun_phrases[index].head] if index >= 0 else ""


def _thing(view: View, numeral: Numeral, index: int | None) -> str:
    """What a bare share is of: the noun before it, else the object or subject of its verb ("shares slid 15 percent")."""
    layers = view.layers
    before = _noun_above(view, numeral, index) or _noun_before_of(view, numeral)
    if before:
        return before
    sentence = layers.sentences[layers.sentence_of[numeral.start]].start
    verb = next((layers.vg_of[at] for at in range(numeral.start - 1, sentence - 1, -1) if layers.vg_of[at] >= 0), None)
    if verb is None:
        return ""
    own = set(layers.np_of[numeral.start : numeral.end])
    nearby = [each for each in (*view.syntax.objects(verb), *view.syntax.subjects(verb)) if each not in own]
    for phrase in nearby:
        noun = layers.noun_phrases[phrase]
        if layers.tokens.tag[noun.head] in {"NN", "NNS", "NNP", "NNPS"}:
            start = noun.start + (layers.tokens.tag[noun.start] in {"DT", "PRP$"})
            return layers.words(start, noun.end)
    return ""
