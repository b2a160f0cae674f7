"""How often a proposed value is right, by confidence and by reason, on the gold answers.

Run ``python -m tests.review.extraction.calibration [more answers of the same shape …]``.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.review.extraction.reading import proposal_of
from tests.review.extraction.test_gold import DATA, SINGLE, fold, is_right

GOLD = DATA / "gold_dev.jsonl"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One proposed value: what was claimed of it, and whether it was right."""

    field: str
    confidence: str
    reason: str
    is_right: bool


def outcomes(files: Iterable[Path]) -> Iterator[Outcome]:
    """Yield the outcome of every proposed single value whose answer stands in the text."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            proposal = proposal_of(item["text"])
            for name, (key, _) in SINGLE.items():
                proposed = getattr(proposal, name)
                if (item.get("field_origin") or {}).get(key) == "page" or proposed.value is None:
                    continue
                aliases = item.get("issuer_aliases_in_text") if name == "issuing_body" else None
                accepted = {fold(item.get(key)), *map(fold, aliases or ())}
                yield Outcome(
                    name, proposed.confidence.value, proposed.reason, is_right(accepted, proposed)
                )


def right_by(found: Iterable[Outcome], *names: str) -> dict[tuple[str, ...], Counter[bool]]:
    """Count right and wrong values by the given attributes of their outcomes."""
    counts: dict[tuple[str, ...], Counter[bool]] = defaultdict(Counter)
    for each in found:
        counts[tuple(getattr(each, name) for name in names)][each.is_right] += 1
    return dict(counts)


def main() -> None:
    """Print the tables."""
    found = list(outcomes([GOLD, *map(Path, sys.argv[1:])]))
    for names in (("confidence",), ("confidence", "field"), ("confidence", "field", "reason")):
        sys.stdout.write("\n")
        for key, counts in sorted(right_by(found, *names).items()):
            share = counts[True] / counts.total()
            line = f"{share:7.1%}  {counts[True]:4} of {counts.total():4}  {'  '.join(key)}\n"
            sys.stdout.write(line)


if __name__ == "__main__":
    main()
