"""What keeps the result of a cleanup from being decided or issued."""

from collections.abc import Sequence

from models.acts.cleanup_refusals import ResultBlockedError, ResultUnseenError
from models.cleanup_course import AffectedDocument
from models.domain.cleanup_result import ResultItem, figures_of, result_findings
from models.domain.cleanup_sums import findings_of

_NAMED_TITLES = 3


def check_result(name: str, items: Sequence[ResultItem]) -> None:
    """Refuse a result that does not add up or is not finished.

    Raises:
        ResultBlockedError: names some of the documents.
    """
    findings = [one for one in result_findings(items) if one.fault.is_blocking]
    if findings:
        titles = tuple(dict.fromkeys(one.title for one in findings))
        raise ResultBlockedError(name=name, count=len(titles), titles=titles[:_NAMED_TITLES])
    if not items or findings_of(figures_of(items)):
        raise ResultBlockedError(name=name, count=len(items), titles=())


def check_affected(name: str, affected: Sequence[AffectedDocument]) -> None:
    """Refuse a result that touches documents nobody has looked at.

    Raises:
        ResultUnseenError: names some of them.
    """
    unseen = tuple(dict.fromkeys(one.title for one in affected if not one.is_acknowledged))
    if unseen:
        raise ResultUnseenError(name=name, count=len(unseen), titles=unseen[:_NAMED_TITLES])
