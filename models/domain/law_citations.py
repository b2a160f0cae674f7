"""Laws that texts of the register cite, and what a change of such a law means for a document."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LawChangeKind(StrEnum):
    """What happened to a cited law after, or before, a document cited it (依据变动)."""

    REPEALED = "repealed"  # 已废止
    REPLACED = "replaced"  # 已由新法代替、并入或者更名
    AMENDED = "amended"  # 已修改

    @property
    def is_gone(self) -> bool:
        """Whether the law is no longer there to be cited."""
        return self is not LawChangeKind.AMENDED


class LawChangeOutcome(StrEnum):
    """What a reviewer found a changed law to mean for a document (核对结果)."""

    UNAFFECTED = "unaffected"  # 不受影响
    TO_AMEND = "to_amend"  # 需要修改
    TO_REPEAL = "to_repeal"  # 需要废止


@dataclass(frozen=True, slots=True)
class LawChange:
    """A law that is no longer as documents cite it; ``since_date`` is None where nobody says.

    ``since_date`` is the day from which the law is another: a document written before it cites
    what was. ``successor`` is the law that took its place.
    """

    law_key: str
    law_name: str
    kind: LawChangeKind
    since_date: date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class KeptCitation:
    """One place of a text that names a law; ``start`` and ``end`` count its characters.

    ``clause`` is the article of the citing text, ``articles`` those of the law, both as written.
    """

    law_key: str
    law_name: str
    written: str
    clause: str
    articles: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitingFile:
    """A text of the register that was searched, with what was found; nothing is a finding too."""

    document_file_id: int
    document_id: int
    citations: tuple[KeptCitation, ...]


@dataclass(frozen=True, slots=True)
class LawReviewEntry:
    """What a reviewer found about one document and one changed law."""

    document_id: int
    law_key: str
    law_name: str
    since_date: date | None
    outcome: LawChangeOutcome
    note: str
