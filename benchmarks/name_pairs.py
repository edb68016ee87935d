"""How well names of persons are matched, on pairs marked by people.

    python -m benchmarks.name_pairs CASES.csv

CASES.csv is `contrib/name_bench/cases.csv` of github:opensanctions/nomenklatura (MIT); it is not kept here. Printed are precision,
recall and F1 of the person pairs at several thresholds; `generator.merge.names.SAME_NAME` is the one in use.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from generator.merge.names import SAME_NAME, compare_names


def main(path: Path) -> int:
    """Print a line for each threshold."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == "Person"]
    scored = [(compare_names(row["name1"], row["name2"]).score, row["is_match"] == "true") for row in rows]
    print(f"{len(rows)} pairs of persons")
    for threshold in sorted({0.78, 0.8, 0.84, 0.86, 0.9, SAME_NAME}):
        hits = sum(score >= threshold and same for score, same in scored)
        wrong = sum(score >= threshold and not same for score, same in scored)
        missed = sum(score < threshold and same for score, same in scored)
        precision, recall = hits / (hits + wrong), hits / (hits + missed)
        f1 = 2 * precision * recall / (precision + recall)
        mark = "  <- in use" if threshold == SAME_NAME else ""
        print(f"{threshold:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}{mark}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
