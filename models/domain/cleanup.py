"""What a cleanup (清理) may decide of a document, and the classes of reason for it.

The outcomes are those of campaigns that tell what had ended before from what the cleanup ends:
继续有效, 修改, 已明令废止, 废止, 宣布失效.
"""

from enum import StrEnum


class CleanupOutcome(StrEnum):
    """What becomes of a document (清理意见, 清理结果)."""

    KEEP = "keep"
    AMEND = "amend"
    REPEAL = "repeal"
    DECLARE_LAPSED = "declare_lapsed"
    ALREADY_ENDED = "already_ended"

    @property
    def wants_basis(self) -> bool:
        """Tell whether it ends the document, which nobody may propose without saying why."""
        return self in (self.REPEAL, self.DECLARE_LAPSED, self.ALREADY_ENDED)


class CleanupReason(StrEnum):
    """The class of reason that is given for an outcome (理由类别)."""

    STILL_NEEDED = "still_needed"
    CONFLICTS = "conflicts"
    REPLACED = "replaced"
    BASIS_ENDED = "basis_ended"
    TERM_OVER = "term_over"
    OBJECT_GONE = "object_gone"
    DUTIES_CHANGED = "duties_changed"
    UNSUITABLE = "unsuitable"
    OTHER = "other"
