"""What a published document does to others of the register, offered as the next steps."""

from collections.abc import Callable, Iterator
from functools import partial

from models.domain.terms import RelationKind
from models.queries.document_rows import DocumentPage, RelationRow
from models.queries.office import PersonRow
from ui.desk import NextStep, Route
from ui.pages.document.effect_form import ENDING_RELATIONS
from ui.pages.document.steps import DocumentAct, possible


def steps_on_others(
    page: DocumentPage, person: PersonRow, navigate: Callable[[Route], None]
) -> tuple[NextStep, ...]:
    """Return a step for every document of the register that this one ends or amends."""
    may_record = DocumentAct.END in possible(page, person).acts
    if page.facts.published_date is None or not may_record:
        return ()
    return tuple(_steps(page, navigate))


def _steps(page: DocumentPage, navigate: Callable[[Route], None]) -> Iterator[NextStep]:
    for row in page.relations:
        act = _act_on(row)
        if act is not None:
            place = Route("document", row.document_id, (("step", act.name),))
            yield NextStep(f"{act.value}：{row.number or row.title}", partial(navigate, place))


def _act_on(row: RelationRow) -> DocumentAct | None:
    if row.is_incoming or row.document_id is None:
        return None
    if row.kind in ENDING_RELATIONS:
        return DocumentAct.END
    return DocumentAct.AMEND if row.kind is RelationKind.AMENDS else None
