"""YAML in and out: loading names the faulty line; writing knows our few shapes and is many times quicker than a general one.

The writer quotes everything that another YAML reader might take for a date, a number or a yes; tests prove the round trip.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from generator.store.yaml_limits import check_limits

SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(SAFE):  # type: ignore[misc, valid-type]
    """Reads what a person means: 2022-03-03, 007, 14:30 and `no` are words; a key that stands twice is an error.

    Numbers and truth are those of YAML 1.2: 12, -3.5, true, false. (YAML 1.1 knows dates, octals, base 60 and a Norway that is false.)
    """

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
        for first, resolvers in SAFE.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping, if no key stands in it twice.

        Raises:
            yaml.constructor.ConstructorError: one does; with its line.
        """
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"{key.value!r} stands here twice", key.start_mark
                    )
                seen.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


SIGNS = list("-0123456789")
for tag, pattern, first in (
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    ("int", r"-?(?:0|[1-9]\d*)\Z", SIGNS),
    ("float", r"-?(?:0|[1-9]\d*)(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)\Z", SIGNS),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)

PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ][\wÀ-ÖØ-öø-ÿ’]*(?:[ /-][\wÀ-ÖØ-öø-ÿ’]+)*\Z")
"""What needs no quotation marks: words parted by single spaces, hyphens or slashes."""

WORDS_OF_YAML = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}
UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def load_yaml(text: str) -> Any:
    """Plain lists, dicts and scalars.

    Raises:
        ValueError: the text is no YAML; the message names line and column.
    """
    try:
        check_limits(text, Loader)
        return _without_loops(yaml.load(text, Loader=Loader))  # noqa: S506  (a kind of safe loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "somewhere"
        raise ValueError(f"{where}: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise ValueError(str(error).splitlines()[0]) from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply, or holds itself") from error
    except (KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"a value does not fit its tag ({type(error).__name__}: {error})") from error


def _without_loops(data: Any) -> Any:
    """The data, if no alias leads back into itself.

    Raises:
        ValueError: one does.
    """
    waiting: list[tuple[Any, frozenset[int]]] = [(data, frozenset())]
    while waiting:
        node, above = waiting.pop()
        if not isinstance(node, dict | list):
            continue
        if id(node) in above:
            raise ValueError("an alias leads back into itself")
        inside = node.values() if isinstance(node, dict) else node
        below = above | {id(node)}
        waiting += [(item, below) for item in inside if isinstance(item, dict | list)]
    return data


def scalar(value: Any) -> str:
    """One value on one line, quoted where a reader might misread it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # YAML 1.1 reads 1e-05 as text, 1.0e-05 as a number.
        return re.sub(r"^(-?\d+)e", r"\1.0e", json.dumps(value))
    text = str(value)
    if PLAIN.match(text) and text.lower() not in WORDS_OF_YAML:
        return text
    return UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(text, ensure_ascii=False))


def flow(value: Any) -> str:
    """A value in flow style: `{start: 3, end: 9, text: Moscow}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def block(value: dict[str, Any], indent: str = "") -> list[str]:
    """The lines of a mapping: scalars and small things on one line, lists of mappings one row each."""
    lines: list[str] = []
    for key, item in value.items():
        if isinstance(item, list) and item and isinstance(item[0], dict):
            lines.append(f"{indent}{scalar(key)}:")
            lines += [f"{indent}  - {flow(row)}" for row in item]
        else:
            lines.append(f"{indent}{scalar(key)}: {flow(item)}")
    return lines


def rows(values: list[dict[str, Any]], indent: str = "  ") -> list[str]:
    """The lines of a list of mappings, each in block style behind its dash."""
    lines: list[str] = []
    for value in values:
        inner = block(value, indent + "  ")
        inner[0] = f"{indent}- {inner[0][len(indent) + 2 :]}"
        lines += inner
    return lines
