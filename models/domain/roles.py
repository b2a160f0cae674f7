"""Who may do what: the four roles and one table of acts."""

from enum import StrEnum


class Role(StrEnum):
    """A role (角色) a person holds; one person may hold several."""

    CLERK = "clerk"  # 登记员
    REVIEWER = "reviewer"  # 审查员
    HEAD = "head"  # 负责人
    ADMINISTRATOR = "administrator"  # 管理员


class ActName(StrEnum):
    """The name of an act, as it stands in the audit trail."""

    FOUND_REGISTER = "found_register"
    CHANGE_SETTING = "change_setting"
    ADD_PERSON = "add_person"
    CHANGE_PERSON = "change_person"
    ADD_ISSUING_BODY = "add_issuing_body"
    SUCCEED_ISSUING_BODY = "succeed_issuing_body"
    CORRECT_ISSUING_BODY = "correct_issuing_body"
    REGISTER_DOCUMENT = "register_document"
    REFUSE_REGISTRATION = "refuse_registration"
    ADD_EVIDENCE = "add_evidence"
    ALLOT_NUMBER = "allot_number"
    ENTER_HISTORIC_NUMBER = "enter_historic_number"
    CONFIRM_COUNTER = "confirm_counter"
    VOID_NUMBER = "void_number"
    RECORD_ISSUANCE = "record_issuance"
    END_DOCUMENT = "end_document"
    RECORD_AMENDMENT = "record_amendment"
    SUSPEND_DOCUMENT = "suspend_document"
    RESUME_DOCUMENT = "resume_document"
    EXTEND_VALIDITY = "extend_validity"
    CONTINUE_VALIDITY = "continue_validity"
    RENEW_DOCUMENT = "renew_document"
    RECORD_TASK_DONE = "record_task_done"
    RECEIVE_FILING = "receive_filing"
    RECORD_FORMAL_CHECK = "record_formal_check"
    ACCEPT_FILING = "accept_filing"
    REQUEST_SUPPLEMENT = "request_supplement"
    RECORD_SUPPLEMENT = "record_supplement"
    REFUSE_FILING = "refuse_filing"
    OPEN_OUTGOING_FILINGS = "open_outgoing_filings"
    WRITE_FILING_STATEMENT = "write_filing_statement"
    SUBMIT_OUTGOING_FILING = "submit_outgoing_filing"
    RECORD_OUTGOING_ANSWER = "record_outgoing_answer"
    CLOSE_OUTGOING_FILING = "close_outgoing_filing"
    OPEN_REVIEW = "open_review"
    ADD_FINDING = "add_finding"
    WITHDRAW_FINDING = "withdraw_finding"
    CONCLUDE_REVIEW = "conclude_review"
    REGISTER_SUGGESTION = "register_suggestion"
    SCREEN_SUGGESTION = "screen_suggestion"
    COMPLETE_SUGGESTION = "complete_suggestion"
    CONCLUDE_SUGGESTION = "conclude_suggestion"
    ANSWER_SUGGESTION = "answer_suggestion"
    ISSUE_LETTER = "issue_letter"
    WITHDRAW_LETTER = "withdraw_letter"
    RECORD_DELIVERY = "record_delivery"
    CHANGE_WORDING = "change_wording"
    RESTORE_WORDING = "restore_wording"
    CORRECT_RECORD = "correct_record"
    START_OMISSION_CHECK = "start_omission_check"
    DECIDE_OMISSION_ROWS = "decide_omission_rows"
    REOPEN_OMISSION_ROWS = "reopen_omission_rows"
    CLOSE_OMISSION_CHECK = "close_omission_check"
    UPDATE_LAW_CATALOGUE = "update_law_catalogue"
    REVERT_LAW_CATALOGUE = "revert_law_catalogue"
    KEEP_CITATIONS = "keep_citations"
    RECORD_LAW_REVIEW = "record_law_review"
    ATTACH_FILE = "attach_file"
    IMPORT_LEDGER = "import_ledger"
    REVERSE_IMPORT = "reverse_import"
    RECORD_VALIDITY_REPLY = "record_validity_reply"
    MARK_LADDER_STEP = "mark_ladder_step"
    WITHDRAW_LADDER_MARK = "withdraw_ladder_mark"
    PLAN_EVALUATION = "plan_evaluation"
    START_EVALUATION = "start_evaluation"
    SCORE_EVALUATION = "score_evaluation"
    ADD_EVALUATION_MATERIAL = "add_evaluation_material"
    WITHDRAW_EVALUATION_MATERIAL = "withdraw_evaluation_material"
    CONCLUDE_EVALUATION = "conclude_evaluation"
    WITHDRAW_EVALUATION = "withdraw_evaluation"
    CHANGE_EVALUATION_CRITERIA = "change_evaluation_criteria"
    OPEN_CLEANUP = "open_cleanup"
    FREEZE_CLEANUP_SCOPE = "freeze_cleanup_scope"
    ADD_CLEANUP_ENTRY = "add_cleanup_entry"
    REMOVE_CLEANUP_ENTRY = "remove_cleanup_entry"
    REASSIGN_CLEANUP_ENTRIES = "reassign_cleanup_entries"
    RECORD_CLEANUP_DISPATCH = "record_cleanup_dispatch"
    RECORD_UNIT_OPINIONS = "record_unit_opinions"
    SUGGEST_CLEANUP = "suggest_cleanup"
    DECIDE_CLEANUP = "decide_cleanup"
    TAKE_BACK_CLEANUP = "take_back_cleanup"
    ADVANCE_CLEANUP = "advance_cleanup"
    ACKNOWLEDGE_AFFECTED = "acknowledge_affected"
    ISSUE_CLEANUP_RESULT = "issue_cleanup_result"
    TRUST_SENDER = "trust_sender"
    DISTRUST_SENDER = "distrust_sender"
    SEND_PACKAGE = "send_package"
    TAKE_PACKAGE = "take_package"


_REGISTRY_WORK = frozenset({Role.CLERK, Role.HEAD})
_REVIEW_WORK = frozenset({Role.REVIEWER, Role.HEAD})
_ADMINISTRATION = frozenset({Role.ADMINISTRATOR})

# The administrator has no business rights and the business roles change no settings: separation
# of duties as GB/T 22239 asks for audit and administration.
PERMISSIONS: dict[ActName, frozenset[Role]] = {
    ActName.FOUND_REGISTER: _ADMINISTRATION,
    ActName.CHANGE_SETTING: _ADMINISTRATION,
    ActName.ADD_PERSON: _ADMINISTRATION,
    ActName.CHANGE_PERSON: _ADMINISTRATION,
    ActName.ADD_ISSUING_BODY: _ADMINISTRATION | _REGISTRY_WORK,
    ActName.SUCCEED_ISSUING_BODY: _ADMINISTRATION | _REGISTRY_WORK,
    ActName.CORRECT_ISSUING_BODY: _ADMINISTRATION | _REGISTRY_WORK,
    ActName.REGISTER_DOCUMENT: _REGISTRY_WORK,
    ActName.REFUSE_REGISTRATION: _REGISTRY_WORK,
    ActName.ADD_EVIDENCE: _REGISTRY_WORK,
    ActName.ALLOT_NUMBER: _REGISTRY_WORK,
    ActName.ENTER_HISTORIC_NUMBER: _REGISTRY_WORK,
    ActName.CONFIRM_COUNTER: frozenset({Role.HEAD}),
    ActName.VOID_NUMBER: frozenset({Role.HEAD}),
    ActName.RECORD_ISSUANCE: _REGISTRY_WORK,
    ActName.END_DOCUMENT: _REGISTRY_WORK,
    ActName.RECORD_AMENDMENT: _REGISTRY_WORK,
    ActName.SUSPEND_DOCUMENT: _REGISTRY_WORK,
    ActName.RESUME_DOCUMENT: _REGISTRY_WORK,
    ActName.EXTEND_VALIDITY: _REGISTRY_WORK,
    ActName.CONTINUE_VALIDITY: _REGISTRY_WORK,
    ActName.RENEW_DOCUMENT: _REGISTRY_WORK,
    ActName.RECORD_TASK_DONE: _REGISTRY_WORK,
    ActName.RECEIVE_FILING: _REGISTRY_WORK,
    ActName.RECORD_FORMAL_CHECK: _REGISTRY_WORK,
    ActName.ACCEPT_FILING: _REGISTRY_WORK,
    ActName.REQUEST_SUPPLEMENT: _REGISTRY_WORK,
    ActName.RECORD_SUPPLEMENT: _REGISTRY_WORK,
    ActName.REFUSE_FILING: _REGISTRY_WORK,
    ActName.OPEN_OUTGOING_FILINGS: _REGISTRY_WORK,
    ActName.WRITE_FILING_STATEMENT: _REGISTRY_WORK,
    ActName.SUBMIT_OUTGOING_FILING: _REGISTRY_WORK,
    ActName.RECORD_OUTGOING_ANSWER: _REGISTRY_WORK,
    ActName.CLOSE_OUTGOING_FILING: _REGISTRY_WORK,
    ActName.OPEN_REVIEW: _REVIEW_WORK,
    ActName.ADD_FINDING: _REVIEW_WORK,
    ActName.WITHDRAW_FINDING: _REVIEW_WORK,
    ActName.CONCLUDE_REVIEW: _REVIEW_WORK,
    ActName.REGISTER_SUGGESTION: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.SCREEN_SUGGESTION: _REVIEW_WORK,
    ActName.COMPLETE_SUGGESTION: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.CONCLUDE_SUGGESTION: _REVIEW_WORK,
    ActName.ANSWER_SUGGESTION: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.ISSUE_LETTER: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.WITHDRAW_LETTER: frozenset({Role.HEAD}),
    ActName.RECORD_DELIVERY: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.CHANGE_WORDING: _ADMINISTRATION | {Role.HEAD},
    ActName.RESTORE_WORDING: _ADMINISTRATION | {Role.HEAD},
    ActName.CORRECT_RECORD: _REGISTRY_WORK,
    ActName.START_OMISSION_CHECK: _REGISTRY_WORK,
    ActName.DECIDE_OMISSION_ROWS: _REGISTRY_WORK,
    ActName.REOPEN_OMISSION_ROWS: _REGISTRY_WORK,
    ActName.CLOSE_OMISSION_CHECK: _REGISTRY_WORK,
    ActName.UPDATE_LAW_CATALOGUE: _ADMINISTRATION,
    ActName.REVERT_LAW_CATALOGUE: _ADMINISTRATION,
    # Drawn from texts already in the register: whoever looks may have it drawn.
    ActName.KEEP_CITATIONS: frozenset(Role),
    ActName.RECORD_LAW_REVIEW: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.ATTACH_FILE: _REGISTRY_WORK,
    ActName.IMPORT_LEDGER: _REGISTRY_WORK,
    ActName.REVERSE_IMPORT: _REGISTRY_WORK,
    ActName.RECORD_VALIDITY_REPLY: _REGISTRY_WORK,
    ActName.MARK_LADDER_STEP: _REGISTRY_WORK,
    ActName.WITHDRAW_LADDER_MARK: _REGISTRY_WORK,
    ActName.PLAN_EVALUATION: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.START_EVALUATION: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.SCORE_EVALUATION: _REVIEW_WORK,
    ActName.ADD_EVALUATION_MATERIAL: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.WITHDRAW_EVALUATION_MATERIAL: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.CONCLUDE_EVALUATION: frozenset({Role.HEAD}),
    ActName.WITHDRAW_EVALUATION: frozenset({Role.HEAD}),
    ActName.CHANGE_EVALUATION_CRITERIA: _ADMINISTRATION | {Role.HEAD},
    ActName.OPEN_CLEANUP: _REGISTRY_WORK,
    ActName.FREEZE_CLEANUP_SCOPE: _REGISTRY_WORK,
    ActName.ADD_CLEANUP_ENTRY: _REGISTRY_WORK,
    ActName.REMOVE_CLEANUP_ENTRY: _REGISTRY_WORK,
    ActName.REASSIGN_CLEANUP_ENTRIES: _REGISTRY_WORK,
    ActName.RECORD_CLEANUP_DISPATCH: _REGISTRY_WORK,
    ActName.RECORD_UNIT_OPINIONS: _REGISTRY_WORK,
    ActName.SUGGEST_CLEANUP: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.DECIDE_CLEANUP: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.TAKE_BACK_CLEANUP: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.ADVANCE_CLEANUP: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.ACKNOWLEDGE_AFFECTED: _REGISTRY_WORK | _REVIEW_WORK,
    ActName.ISSUE_CLEANUP_RESULT: frozenset({Role.HEAD}),
    ActName.TRUST_SENDER: frozenset({Role.HEAD}),
    ActName.DISTRUST_SENDER: frozenset({Role.HEAD}),
    ActName.SEND_PACKAGE: _REGISTRY_WORK,
    ActName.TAKE_PACKAGE: _REGISTRY_WORK,
}


def may(roles: frozenset[Role], act: ActName) -> bool:
    """Tell whether a person with these roles may perform the act."""
    return bool(roles & PERMISSIONS[act])
