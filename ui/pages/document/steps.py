"""What can be done with a document now, and what the next legal step still waits for."""

from dataclasses import dataclass
from enum import Enum

from models.domain.lifecycle import MakingState
from models.domain.profile import MakingStep
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.validity import ValidityReason, ValidityTermKind
from models.domain.validity_events import ValidityEventKind
from models.queries.document_rows import DocumentPage
from models.queries.office import PersonRow
from resources.terms import name_of
from ui.parts.steps import STEP_ACTS


class DocumentAct(Enum):
    """An act of the page that is no making step, by its verb."""

    ADD_EVIDENCE = "补充程序材料"
    CORRECT = "更正"
    VOID_NUMBER = "作废号码"
    ENTER_NUMBER = "补录统一登记号"
    WRITE_NOTICE = "出具不予登记通知书"
    END = "记录废止或者失效"
    AMEND = "记录修改"
    ATTACH_FILE = "补充文件"
    SUSPEND = "停止执行"
    RESUME = "恢复执行"
    EXTEND = "延长有效期"
    CONTINUE = "继续有效"
    RENEW = "重新公布"
    TASK_DONE = "任务完成"


LIFE_CHANGES = {
    DocumentAct.SUSPEND: ValidityEventKind.SUSPENDED,
    DocumentAct.RESUME: ValidityEventKind.RESUMED,
    DocumentAct.EXTEND: ValidityEventKind.EXTENDED,
    DocumentAct.CONTINUE: ValidityEventKind.CONTINUED,
    DocumentAct.RENEW: ValidityEventKind.RENEWED,
    DocumentAct.TASK_DONE: ValidityEventKind.TASK_DONE,
}
# These stand with what they change, in the tab of validity, not in the head.
VALIDITY_ACTS = (*LIFE_CHANGES, DocumentAct.AMEND, DocumentAct.END)
# And this one beside the files.
TAB_ACTS = (*VALIDITY_ACTS, DocumentAct.ATTACH_FILE)


_ENDED = frozenset(
    {
        ValidityReason.REPEALED,
        ValidityReason.DECLARED_LAPSED,
        ValidityReason.REVOKED,
        ValidityReason.TASK_DONE,
    }
)


@dataclass(frozen=True)
class Possible:
    """The steps and acts a person can take; ``hindrance`` says why the step waits."""

    step: MakingStep | None
    hindrance: str
    acts: tuple[DocumentAct, ...]


def possible(page: DocumentPage, person: PersonRow) -> Possible:
    """Return what this person can do with the document."""
    step = page.next_step
    if step is not None and not person.may(STEP_ACTS[step]):
        step = None
    return Possible(step, hindrance_of(page), tuple(_acts(page, person)))


def hindrance_of(page: DocumentPage) -> str:
    """Say which required materials the next step waits for; nothing when it waits for none."""
    missing = [name_of(gate.evidence) for gate in page.missing_gates if gate.is_required]
    if page.next_step is not MakingStep.NUMBERED or not missing:
        return ""
    return f"编号前还缺：{'、'.join(missing)}。"


def _acts(page: DocumentPage, person: PersonRow) -> list[DocumentAct]:
    facts = page.facts
    is_standing = facts.making_state is not MakingState.NOT_REGISTERED
    is_out = facts.published_date is not None or facts.origin is not Origin.OWN
    is_past = facts.origin is Origin.HISTORIC
    may_be_voided = bool(facts.unified_number) and (
        is_past or facts.making_state is MakingState.NUMBERED
    )
    has_ended = page.validity.reason in _ENDED
    offered = {
        DocumentAct.ENTER_NUMBER: (
            ActName.ENTER_HISTORIC_NUMBER,
            is_past and not facts.unified_number,
        ),
        DocumentAct.WRITE_NOTICE: (ActName.ISSUE_LETTER, not is_standing),
        DocumentAct.ADD_EVIDENCE: (ActName.ADD_EVIDENCE, is_standing),
        DocumentAct.CORRECT: (ActName.CORRECT_RECORD, True),
        DocumentAct.ATTACH_FILE: (ActName.ATTACH_FILE, is_standing),
        DocumentAct.VOID_NUMBER: (ActName.VOID_NUMBER, may_be_voided),
        DocumentAct.AMEND: (ActName.RECORD_AMENDMENT, is_out and not has_ended),
        DocumentAct.END: (ActName.END_DOCUMENT, is_out and not has_ended),
        **_life_changes(page),
    }
    return [act for act, (name, is_there) in offered.items() if is_there and person.may(name)]


def _life_changes(page: DocumentPage) -> dict[DocumentAct, tuple[ActName, bool]]:
    """Tell what can happen to a document as it stands today.

    What has lapsed can still be extended by a decision that was made in time.
    """
    in_force = page.validity.status.is_in_force
    has_lapsed = page.validity.reason is ValidityReason.TERM_OVER
    term = page.facts.validity_term
    has_task = term is not None and term.kind is ValidityTermKind.UNTIL_TASK_DONE
    may_last = (in_force and page.life.last_day is not None) or has_lapsed
    is_ours = page.facts.origin is not Origin.FILED
    return {
        DocumentAct.SUSPEND: (ActName.SUSPEND_DOCUMENT, in_force),
        DocumentAct.RESUME: (ActName.RESUME_DOCUMENT, page.life.is_suspended),
        DocumentAct.EXTEND: (ActName.EXTEND_VALIDITY, may_last),
        DocumentAct.CONTINUE: (ActName.CONTINUE_VALIDITY, in_force),
        DocumentAct.RENEW: (ActName.RENEW_DOCUMENT, is_ours and (in_force or has_lapsed)),
        DocumentAct.TASK_DONE: (ActName.RECORD_TASK_DONE, in_force and has_task),
    }
