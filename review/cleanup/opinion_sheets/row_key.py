"""The hidden key of a row, by which it is known again when rows were sorted or deleted."""

import hashlib
import re
from dataclasses import dataclass

# As long as keeps a slip of the hand from meeting another row.
_CHECK_LENGTH = 6
KEY_SHAPE = re.compile(r"QL-(?P<campaign>\d+)-(?P<unit>\d+)-(?P<document>\d+)-(?P<check>[0-9a-f]+)")


@dataclass(frozen=True, slots=True)
class RowKey:
    """Which cleanup, unit and document a row belongs to; the document is 0 for a whole sheet."""

    campaign_id: int
    unit_id: int
    document_id: int

    def __str__(self) -> str:
        facts = f"QL-{self.campaign_id}-{self.unit_id}-{self.document_id}"
        return f"{facts}-{hashlib.sha256(facts.encode()).hexdigest()[:_CHECK_LENGTH]}"


def read_key(written: str) -> RowKey | None:
    """Return the key a cell holds; None when it holds none or its check does not fit."""
    found = KEY_SHAPE.fullmatch(written.strip())
    if found is None:
        return None
    key = RowKey(int(found["campaign"]), int(found["unit"]), int(found["document"]))
    return key if str(key) == written.strip() else None
