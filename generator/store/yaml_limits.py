"""Limits of YAML that a person or a stranger may have written: size, depth and aliases, judged before anything is built of it."""

from __future__ import annotations

import re

import yaml

LARGEST = 20_000_000
DEEPEST = 60
"""Levels of nesting: our files have six."""
MOST_ALIASES = 50
BRACKETS = re.compile(r"[\[\]{}]")
SUSPICIOUS = re.compile(r"(?:^|[\s\[{,:-])[&*][\w-]|^\s{120}|^(?:\s*- ){20}|(?:\? ){10}", re.MULTILINE)


def check_limits(text: str, loader: type) -> None:
    """Look at what might be built of a text, without building it.

    Args:
        text: the YAML.
        loader: a loader class with the parser that will read it.

    Raises:
        ValueError: it is too large, nested too deeply, or uses too many aliases or one that holds itself.
    """
    if len(text) > LARGEST:
        raise ValueError(f"it has more than {LARGEST:,} characters")
    if not SUSPICIOUS.search(text) and _deepest(text) <= DEEPEST:
        return
    depth = aliases = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise ValueError(f"line {_line(event)}: nested more than {DEEPEST} levels deep")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
            if aliases > MOST_ALIASES:
                raise ValueError(f"line {_line(event)}: more than {MOST_ALIASES} aliases (*name)")
            if depth > 3:
                raise ValueError(f"line {_line(event)}: an alias (*name) inside nested lists; write it out")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _deepest(text: str) -> int:
    """The deepest nesting of brackets; those inside quoted words count too, which only makes us look closer."""
    depth = deepest = 0
    for found in BRACKETS.finditer(text):
        depth = depth + 1 if found.group() in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
