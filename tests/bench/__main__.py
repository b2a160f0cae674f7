"""Run the comparisons: ``python -m tests.bench [--only WORD] [--json FILE]``."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import (
    cleanup_rows,
    folder_rows,
    format_rows,
    law_rows,
    ledger_rows,
    letter_rows,
    reading_rows,
    validity_rows,
)
from tests.bench.material import fingerprint
from tests.bench.measuring import measure
from tests.bench.table import as_json, printed

SUBJECTS = (
    reading_rows,
    format_rows,
    law_rows,
    folder_rows,
    ledger_rows,
    letter_rows,
    validity_rows,
    cleanup_rows,
)


def main() -> None:
    """Measure every row, print the table, and write it as JSON where that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", default="", help="rows whose name holds this word")
    parser.add_argument("--json", type=Path, default=Path("out/bench.json"))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            measure(comparison)
            for subject in SUBJECTS
            for comparison in subject.comparisons(Path(folder))
            if wanted.only in comparison.name
        ]
    wanted.json.parent.mkdir(parents=True, exist_ok=True)
    wanted.json.write_bytes(as_json(rows))
    sys.stdout.write(f"{printed(rows)}\n\nmaterial {fingerprint()}, JSON in {wanted.json}\n")


if __name__ == "__main__":
    main()
