"""One grammar: no module outside `extract/syntax` finds subjects, agents, objects, lists, ends of clauses or factuality on its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

HOME = Path(__file__).parent.parent.parent / "generator" / "extract"
FINDERS = re.compile(
    r"^_?(find_)?(subjects?|agents?|objects?|conjuncts?|clause_end|clause_start|governor|possessor|factuality|noun_end|phrase_end"
    r"|antecedent|apposition)(_of|_before|_span)?$"
)
ALLOWED = {
    "attributions/chained.py": {"_object"},
    "attributions/passive.py": {"_agent"},
    "attributions/phrases.py": {"phrase_end", "subject_span"},
    "attributions/reading.py": {"subject", "noun_end"},
    "attributions/sources.py": {"subject_of", "agent_of"},
    "coreference/elections.py": {"_subject"},
    "coreference/roles.py": {"_antecedent"},
    "meetings/outcomes.py": {"_clause_end"},
    "mentions/appositions.py": {"apposition_of"},
    "positions/anaphora.py": {"antecedent", "_clause_start"},
    "positions/evaluations.py": {"_object"},
    "positions/holders.py": {"subject_of", "_subject", "possessor", "agent"},
    "rows/arcs.py": {"_governor", "_objects", "_possessor"},
    "timexes/governing.py": {"_subject_of"},
}
"""What is left of the older finders, or only turns the grammar's answer into mentions; it may shrink and never grow."""


def finders() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(HOME.rglob("*.py")):
        name = path.relative_to(HOME).as_posix()
        if name.startswith("syntax/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and FINDERS.search(node.name):
                found.setdefault(name, set()).add(node.name)
    return found


def test_no_finder_of_their_own() -> None:
    new = {name: sorted(names - ALLOWED.get(name, set())) for name, names in finders().items()}
    assert {name: names for name, names in new.items() if names} == {}


def test_the_list_of_exceptions_shrinks() -> None:
    found = finders()
    gone = {name: sorted(names - found.get(name, set())) for name, names in ALLOWED.items()}
    assert {name: names for name, names in gone.items() if names} == {}, "take these out of ALLOWED"


def test_only_the_grammar_writes_its_layer() -> None:
    for path in HOME.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        written = re.search(
            r"layers\.(syntax|verb_groups|noun_phrases|np_of|vg_of)(\[[^\]]*\])?(\.\w+)? (\+|\|)?= ", text
        )
        inside = path.name == "grammar.py" or path.parent.name == "syntax"
        assert inside or not written, f"{path.name} writes a layer of the grammar"
