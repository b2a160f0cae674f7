"""Print what each hostile file takes: ``python -m tests.review.reading.hostile_table [WORD]``."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.review.reading.hostile_files import catalogue
from tests.review.reading.hostile_trial import Bench

_ENDED = ("reading.too_slow", "reading.too_much_memory", "reading.died")


def main() -> None:
    """Try every file whose name holds the word, and print the totals."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    bench, trials = Bench(), []
    try:
        for case in (case for case in catalogue() if word in case.name):
            with tempfile.TemporaryDirectory() as folder:
                trial = bench.attempt(case, Path(folder))
            trials.append(trial)
            line = f"{trial.seconds:7.3f} s {trial.peak_megabytes:6.0f} MB"
            sys.stdout.write(f"{case.name:52} {trial.outcome:44} {line}\n")
            sys.stdout.flush()
    finally:
        bench.close()
    codes = Counter("read" if trial.refusal is None else "refused" for trial in trials)
    ended = Counter(trial.outcome for trial in trials if trial.outcome in _ENDED)
    sys.stdout.write(
        f"\n{len(trials)} files: {dict(codes)}; ended by a limit: {dict(ended)}; longest "
        f"{max(trial.seconds for trial in trials):.2f} s, most memory "
        f"{max(trial.peak_megabytes for trial in trials):.0f} MB\n"
    )


if __name__ == "__main__":
    main()
