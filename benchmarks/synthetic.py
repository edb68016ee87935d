"""Made-up negotiations of any size: N facts files and N article texts about K actors and R rounds, from a seed.

    from benchmarks.synthetic import make_dossier
    made = make_dossier(articles=1_000)        # made.files, made.texts, made.dossier

The same numbers give the same bytes. A day has some ten articles, however many there are in all; one in eight is a copy of an
earlier one of that day, as papers print one agency's text. Names are spelled in several ways. Every evidence holds in its text.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model.article import ArticleRecord, Published
from generator.model.dossier import Dossier, Party, Topic
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Role, Statement
from generator.model.identity import digest

PARTIES = ("Nordland", "Sudland")
TOPICS = (
    "ceasefire",
    "borders",
    "prisoners",
    "water rights",
    "pipeline fees",
    "refugees",
    "fishing",
    "sanctions",
    "observers",
    "customs",
)
GIVEN = (
    "Anton",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Fedor",
    "Galina",
    "Henrik",
    "Irina",
    "Jurij",
    "Katarina",
    "Leonid",
)
STEMS = ("Var", "Lom", "Pet", "Sok", "Mar", "Dol", "Kov", "Bel", "Ros", "Gor", "Tar", "Zim", "Hal", "Nor", "Fel", "Wes")
ENDS = ("enko", "ov", "sky", "ich", "man", "berg", "ski", "ak", "off", "sen")
PLACES = ("Varna", "Lomsk", "Petrin", "Sokol", "Marburg", "Dolina", "Kovno", "Belgrad", "Rosno", "Gorod")
VERBS = ("said", "warned", "insisted", "stressed")
STANCES = ("demands", "offers", "accepts", "rejects")
MATTERS = (
    "the delegation would not leave the table before the matter of {0} is settled in writing",
    "an understanding on {0} is closer than at any time since the spring",
    "nobody in the capital expects the other side to keep its word on {0}",
    "the text on {0} has been sent to both governments for approval",
    "further pressure over {0} will only lengthen the negotiations",
    "experts will look at the annex on {0} before the ministers meet",
)
START = date(2030, 1, 7)
PER_DAY = 10


@dataclass
class Made:
    """A made-up negotiation."""

    dossier: Dossier
    files: list[FactsFile] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """Somebody of a side, with the spellings that papers use."""

    name: str
    spellings: tuple[str, ...]
    side: str
    office: str


class Writer:
    """Writes one article: text and facts grow together, so that every evidence holds."""

    def __init__(self, number: int, day: date) -> None:
        self.id = f"{number:05d}-made"
        self.day = day
        self.text = ""
        self.actors: dict[str, Actor] = {}
        self.facts: list[Fact] = []

    def write(self, words: str) -> Evidence:
        """Add a sentence; returns where it stands."""
        start = len(self.text)
        self.text += words + "\n"
        return Evidence(start=start, end=start + len(words), text=words)

    def part(self, sentence: Evidence, words: str) -> Evidence:
        """A part of a sentence."""
        start = sentence.start + sentence.text.index(words)
        return Evidence(start=start, end=start + len(words), text=words)

    def meet(self, name: str, kind: str, side: str | None, sentence: Evidence, office: str | None = None) -> str:
        """Add an actor, or a mention of it."""
        local = name.lower().replace(" ", "-")
        actor = self.actors.setdefault(local, Actor(id=local, name=name, kind=kind, side=side))  # type: ignore[arg-type]
        if name in sentence.text:
            actor.mentions.append(self.part(sentence, name))
        if office and not actor.roles:
            actor.roles.append(Role(title=office))
        return local

    def add(self, fact: Fact) -> None:
        """Keep a fact under an id of its own."""
        fact.id = digest([self.id, len(self.facts)])
        self.facts.append(fact)

    def file(self, publisher: str | None) -> FactsFile:
        """The article's facts file."""
        record = ArticleRecord(
            id=self.id,
            file=f"seeds/{self.id}.txt",
            sha256=digest(self.text),
            publisher=publisher,
            published=Published(date=self.day.isoformat(), basis="stated"),
        )
        return FactsFile(article=record, actors=list(self.actors.values()), facts=self.facts)


def make_dossier(articles: int, *, actors: int = 120, rounds: int | None = None, seed: int = 7) -> Made:
    """Make a negotiation.

    Args:
        articles: how many articles there are.
        actors: how many persons speak in them.
        rounds: how many meetings there are; one every nine days without it.
        seed: what chance begins with.
    """
    chance = random.Random(seed)
    dossier = Dossier(
        title="Made-up talks",
        parties=[Party(name=name) for name in PARTIES],
        topics=[Topic(id=name.replace(" ", "-"), title=name.capitalize(), words=[name]) for name in TOPICS],
    )
    made = Made(dossier)
    people = _people(chance, actors)
    length = articles // PER_DAY + 1
    meetings = [
        START + timedelta(days=round((n + 0.5) * length / (rounds or max(1, length // 9))))
        for n in range(rounds or max(1, length // 9))
    ]
    today: list[tuple[date, str, FactsFile]] = []
    for number in range(articles):
        day = START + timedelta(days=number // PER_DAY)
        same_day = [(text, file) for when, text, file in today if when == day]
        if same_day and chance.random() < 1 / 8:
            text, file = chance.choice(same_day)
            copy = _copy(number, file)
            made.files.append(copy)
            made.texts[copy.article.id] = text
            continue
        writer = _article(Writer(number, day), chance, people, meetings)
        file = writer.file(chance.choice((None, None, f"The {chance.choice(PLACES)} Herald")))
        made.files.append(file)
        made.texts[file.article.id] = writer.text
        today = [row for row in today if row[0] == day] + [(day, writer.text, file)]
    return made


def _people(chance: random.Random, count: int) -> list[Person]:
    people = []
    for number in range(count):
        surname = (
            STEMS[number % len(STEMS)]
            + chance.choice("aeiou")
            + STEMS[(number * 7 + number // 16) % len(STEMS)].lower()
            + ENDS[number % len(ENDS)]
        )
        given = GIVEN[number % len(GIVEN)]
        spelled = (surname, surname.replace("ov", "off"), surname.replace("sky", "skiy"))
        office = (
            ("adviser", "spokesman", "lawmaker")[number % 3]
            if number > 3
            else ("president", "foreign minister")[number // 2]
        )
        people.append(Person(f"{given} {surname}", tuple(f"{given} {s}" for s in spelled), PARTIES[number % 2], office))
    return people


def _copy(number: int, file: FactsFile) -> FactsFile:
    """The same article in another paper."""
    article = f"{number:05d}-made"
    facts = [fact.model_copy(update={"id": digest([article, n])}) for n, fact in enumerate(file.facts)]
    record = file.article.model_copy(update={"id": article, "file": f"seeds/{article}.txt"})
    return file.model_copy(update={"article": record, "facts": facts})


def _article(writer: Writer, chance: random.Random, people: list[Person], meetings: list[date]) -> Writer:
    """Some twenty sentences: a meeting, statements, positions, events and a figure."""
    near = min(range(len(meetings)), key=lambda n: abs((meetings[n] - writer.day).days))
    _meeting(writer, chance, meetings[near], near + 1)
    for _ in range(8):
        _statement(writer, chance, chance.choice(people))
    for _ in range(4):
        _position(writer, chance)
    for _ in range(3):
        _event(writer, chance)
    _figure(writer, chance)
    return writer


def _meeting(writer: Writer, chance: random.Random, day: date, number: int) -> None:
    held = day <= writer.day
    place = PLACES[number % len(PLACES)]
    sentence = writer.write(
        f"Round {number} of the talks between {PARTIES[0]} and {PARTIES[1]} {'met' if held else 'will meet'} in {place} on {day:%d %B}."
    )
    for party in PARTIES:
        writer.meet(party, "state", party, sentence)
    writer.add(
        Meeting(
            round=number if chance.random() < 0.8 else None,
            status="ended" if held else "planned",
            date=day.isoformat(),
            place=place,
            outcomes=["no-agreement"] if held and chance.random() < 0.5 else [],
            evidence=[sentence],
        )
    )


def _statement(writer: Writer, chance: random.Random, person: Person) -> None:
    name = chance.choice(person.spellings) if chance.random() < 0.3 else person.name
    content = (
        chance.choice(MATTERS).format(chance.choice(TOPICS))
        + f" in {chance.choice(PLACES)} by clause {chance.randrange(400)}"
    )
    verb = chance.choice(VERBS)
    sentence = writer.write(f"{name}, {person.office} of {person.side}, {verb} that {content}.")
    local = writer.meet(name, "person", person.side, sentence, f"{person.office} of {person.side}")
    writer.add(
        Statement(
            speaker=local,
            speaker_text=name,
            date=writer.day.isoformat(),
            content=[writer.part(sentence, content)],
            cue=writer.part(sentence, verb),
            evidence=[sentence],
        )
    )


def _position(writer: Writer, chance: random.Random) -> None:
    party, topic, stance = chance.choice(PARTIES), chance.choice(TOPICS), chance.choice(STANCES)
    sentence = writer.write(f"{party} {stance} a clause on {topic}.")
    local = writer.meet(party, "state", party, sentence)
    writer.add(
        Position(
            actor=local, stance=stance, topic=topic.replace(" ", "-"), date=writer.day.isoformat(), evidence=[sentence]
        )
    )  # type: ignore[arg-type]


def _event(writer: Writer, chance: random.Random) -> None:
    party, place = chance.choice(PARTIES), chance.choice(PLACES)
    deed = chance.choice(
        (
            "shelled the harbour of",
            "withdrew its patrols from",
            "sent a convoy of food to",
            "closed the border crossing at",
        )
    )
    sentence = writer.write(f"{party} {deed} {place}.")
    local = writer.meet(party, "state", party, sentence)
    day = writer.day.isoformat() if chance.random() < 0.6 else None
    writer.add(Event(type="military", actors=[local], place=place, date=day, evidence=[sentence]))


def _figure(writer: Writer, chance: random.Random) -> None:
    party, value = chance.choice(PARTIES), chance.randrange(10, 900)
    sentence = writer.write(f"{party} counted {value} trucks at {chance.choice(PLACES)} on {writer.day:%d %B}.")
    local = writer.meet(party, "state", party, sentence)
    writer.add(
        Figure(
            value=value,
            of=f"trucks at the border on {writer.day.isoformat()}",
            speaker=local,
            date=writer.day.isoformat(),
            evidence=[sentence],
        )
    )
