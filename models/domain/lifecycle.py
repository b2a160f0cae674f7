"""The states of a document, a filing, a review, a letter, a cleanup: each a table of transitions.

The axes are independent: a document has one making state, its effect is computed (validity), and
every filing, review and letter carries a state of its own.
"""

from enum import StrEnum

from models.errors import RuleError


class MakingState(StrEnum):
    """Where a document stands between the counter and the public (制定流程)."""

    REGISTERED = "registered"  # 已登记
    NOT_REGISTERED = "not_registered"  # 不予登记
    NUMBERED = "numbered"  # 已编号
    PRINTED = "printed"  # 已印发
    PUBLISHED = "published"  # 已公布
    RECEIVED = "received"  # 报来文件, made elsewhere


class FilingState(StrEnum):
    """Where an incoming filing stands (备案)."""

    RECEIVED = "received"  # 收件，待形式审查
    DEFERRED = "deferred"  # 暂缓备案登记，待补正
    REGISTERED = "registered"  # 予以备案登记
    REFUSED = "refused"  # 不予备案登记


class OutgoingState(StrEnum):
    """Where a filing of an own document with one recipient stands (报备)."""

    DUE = "due"  # 待报
    SUBMITTED = "submitted"  # 已报
    RECEIVED = "received"  # 已签收
    SUPPLEMENT_REQUESTED = "supplement_requested"  # 待补正
    RETURNED = "returned"  # 已退回
    REGISTERED = "registered"  # 已备案登记
    RESULT_RECEIVED = "result_received"  # 已有审查结果
    CLOSED = "closed"  # 已办结


class ReviewState(StrEnum):
    """Where a review stands (审查)."""

    UNDER_REVIEW = "under_review"  # 审查中
    CONCLUDED_OK = "concluded_ok"  # 审查通过
    CONCLUDED_REMARK = "concluded_remark"  # 有技术性问题
    CONCLUDED_DEFECT = "concluded_defect"  # 应予纠正


class SuggestionState(StrEnum):
    """Where a suggestion to review a document stands (审查建议)."""

    REGISTERED = "registered"  # 已登记，待处理
    SUPPLEMENTING = "supplementing"  # 待补充材料
    ACCEPTED = "accepted"  # 研究审查中
    NOT_ACCEPTED = "not_accepted"  # 不启动审查，待告知
    TRANSFERRED = "transferred"  # 已移送，待告知
    CONCLUDED = "concluded"  # 已有结果，待答复
    REPLIED = "replied"  # 已答复


class EvaluationState(StrEnum):
    """Where a post-evaluation stands (后评估)."""

    PLANNED = "planned"  # 待开展
    STARTED = "started"  # 评估中
    SCORED = "scored"  # 已评分，待作结论
    CONCLUDED = "concluded"  # 已有结论
    WITHDRAWN = "withdrawn"  # 已撤销


class LetterState(StrEnum):
    """Where a letter stands (文书)."""

    ISSUED = "issued"  # 已发出
    WITHDRAWN = "withdrawn"  # 已撤回


class NumberState(StrEnum):
    """Where a number of the ledger stands (号码)."""

    ALLOTTED = "allotted"  # 已使用
    VOID = "void"  # 作废


class CampaignState(StrEnum):
    """Where a cleanup campaign stands (清理)."""

    PLANNED = "planned"  # 已立项
    SCOPE_FROZEN = "scope_frozen"  # 范围已确定
    DISTRIBUTED = "distributed"  # 意见表已发放
    OPINIONS_IN = "opinions_in"  # 意见已收回
    OFFICE_REVIEW = "office_review"  # 审核中
    COORDINATED = "coordinated"  # 已协调
    DELIBERATED = "deliberated"  # 已审议
    DECIDED = "decided"  # 已决定
    PUBLISHED = "published"  # 已公布
    APPLIED = "applied"  # 已落实到登记簿
    ARCHIVED = "archived"  # 已归档


class Axis(StrEnum):
    """Which of the independent axes a transition belongs to."""

    MAKING = "making"
    FILING = "filing"
    OUTGOING = "outgoing"
    REVIEW = "review"
    SUGGESTION = "suggestion"
    EVALUATION = "evaluation"
    LETTER = "letter"
    NUMBER = "number"
    CAMPAIGN = "campaign"


# 统一登记、统一编号、统一印发(公布): which of printing and publication is the third act, and in
# which order they come, is the profile's; this table says only what can follow what at all.
MAKING = {
    MakingState.REGISTERED: frozenset(
        {MakingState.NUMBERED, MakingState.PRINTED, MakingState.PUBLISHED}
    ),
    MakingState.NUMBERED: frozenset(
        {MakingState.REGISTERED, MakingState.PRINTED, MakingState.PUBLISHED}
    ),
    MakingState.PRINTED: frozenset({MakingState.PUBLISHED}),
    MakingState.PUBLISHED: frozenset({MakingState.PRINTED}),
    MakingState.NOT_REGISTERED: frozenset(),
    MakingState.RECEIVED: frozenset(),
}

FILING = {
    FilingState.RECEIVED: frozenset(
        {FilingState.REGISTERED, FilingState.DEFERRED, FilingState.REFUSED}
    ),
    FilingState.DEFERRED: frozenset({FilingState.RECEIVED, FilingState.REFUSED}),
    FilingState.REGISTERED: frozenset(),
    FilingState.REFUSED: frozenset(),
}

# Sent anew after a demand or a return it is submitted again; some recipients send no receipt, and
# many say nothing when their review finds nothing.
OUTGOING = {
    OutgoingState.DUE: frozenset({OutgoingState.SUBMITTED}),
    OutgoingState.SUBMITTED: frozenset(
        {
            OutgoingState.RECEIVED,
            OutgoingState.SUPPLEMENT_REQUESTED,
            OutgoingState.RETURNED,
            OutgoingState.REGISTERED,
        }
    ),
    OutgoingState.RECEIVED: frozenset(
        {
            OutgoingState.SUPPLEMENT_REQUESTED,
            OutgoingState.RETURNED,
            OutgoingState.REGISTERED,
        }
    ),
    OutgoingState.SUPPLEMENT_REQUESTED: frozenset(
        {OutgoingState.SUBMITTED, OutgoingState.RETURNED}
    ),
    OutgoingState.RETURNED: frozenset({OutgoingState.SUBMITTED, OutgoingState.CLOSED}),
    OutgoingState.REGISTERED: frozenset({OutgoingState.RESULT_RECEIVED, OutgoingState.CLOSED}),
    OutgoingState.RESULT_RECEIVED: frozenset({OutgoingState.CLOSED}),
    OutgoingState.CLOSED: frozenset(),
}

REVIEW = {
    ReviewState.UNDER_REVIEW: frozenset(
        {ReviewState.CONCLUDED_OK, ReviewState.CONCLUDED_REMARK, ReviewState.CONCLUDED_DEFECT}
    ),
    ReviewState.CONCLUDED_OK: frozenset(),
    ReviewState.CONCLUDED_REMARK: frozenset(),
    ReviewState.CONCLUDED_DEFECT: frozenset(),
}

SUGGESTION = {
    SuggestionState.REGISTERED: frozenset(
        {
            SuggestionState.SUPPLEMENTING,
            SuggestionState.ACCEPTED,
            SuggestionState.NOT_ACCEPTED,
            SuggestionState.TRANSFERRED,
        }
    ),
    SuggestionState.SUPPLEMENTING: frozenset(
        {SuggestionState.REGISTERED, SuggestionState.NOT_ACCEPTED}
    ),
    SuggestionState.ACCEPTED: frozenset({SuggestionState.CONCLUDED}),
    SuggestionState.NOT_ACCEPTED: frozenset({SuggestionState.REPLIED}),
    SuggestionState.TRANSFERRED: frozenset({SuggestionState.REPLIED}),
    SuggestionState.CONCLUDED: frozenset({SuggestionState.REPLIED}),
    SuggestionState.REPLIED: frozenset(),
}

EVALUATION = {
    EvaluationState.PLANNED: frozenset({EvaluationState.STARTED, EvaluationState.WITHDRAWN}),
    EvaluationState.STARTED: frozenset({EvaluationState.SCORED, EvaluationState.WITHDRAWN}),
    EvaluationState.SCORED: frozenset({EvaluationState.CONCLUDED, EvaluationState.WITHDRAWN}),
    EvaluationState.CONCLUDED: frozenset(),
    EvaluationState.WITHDRAWN: frozenset(),
}

LETTER = {
    LetterState.ISSUED: frozenset({LetterState.WITHDRAWN}),
    LetterState.WITHDRAWN: frozenset(),
}

NUMBER = {
    NumberState.ALLOTTED: frozenset({NumberState.VOID}),
    NumberState.VOID: frozenset(),
}

OPEN_EVALUATIONS = frozenset(
    {EvaluationState.PLANNED, EvaluationState.STARTED, EvaluationState.SCORED}
)
"""Where an evaluation stands while it still waits for somebody."""

# An immediate cleanup is reviewed without asking the units, and not every result is coordinated or
# deliberated; until it is published a result goes back to the office that reviews it.
CAMPAIGN = {
    CampaignState.PLANNED: frozenset({CampaignState.SCOPE_FROZEN}),
    CampaignState.SCOPE_FROZEN: frozenset({CampaignState.DISTRIBUTED, CampaignState.OFFICE_REVIEW}),
    CampaignState.DISTRIBUTED: frozenset({CampaignState.OPINIONS_IN, CampaignState.OFFICE_REVIEW}),
    CampaignState.OPINIONS_IN: frozenset({CampaignState.OFFICE_REVIEW}),
    CampaignState.OFFICE_REVIEW: frozenset(
        {CampaignState.COORDINATED, CampaignState.DELIBERATED, CampaignState.DECIDED}
    ),
    CampaignState.COORDINATED: frozenset(
        {CampaignState.DELIBERATED, CampaignState.DECIDED, CampaignState.OFFICE_REVIEW}
    ),
    CampaignState.DELIBERATED: frozenset({CampaignState.DECIDED, CampaignState.OFFICE_REVIEW}),
    CampaignState.DECIDED: frozenset({CampaignState.PUBLISHED, CampaignState.OFFICE_REVIEW}),
    CampaignState.PUBLISHED: frozenset({CampaignState.APPLIED}),
    CampaignState.APPLIED: frozenset({CampaignState.ARCHIVED}),
    CampaignState.ARCHIVED: frozenset(),
}

TRANSITIONS: dict[Axis, dict[str, frozenset[str]]] = {
    Axis.MAKING: {now: frozenset(targets) for now, targets in MAKING.items()},
    Axis.FILING: {now: frozenset(targets) for now, targets in FILING.items()},
    Axis.OUTGOING: {now: frozenset(targets) for now, targets in OUTGOING.items()},
    Axis.REVIEW: {now: frozenset(targets) for now, targets in REVIEW.items()},
    Axis.SUGGESTION: {now: frozenset(targets) for now, targets in SUGGESTION.items()},
    Axis.EVALUATION: {now: frozenset(targets) for now, targets in EVALUATION.items()},
    Axis.LETTER: {now: frozenset(targets) for now, targets in LETTER.items()},
    Axis.NUMBER: {now: frozenset(targets) for now, targets in NUMBER.items()},
    Axis.CAMPAIGN: {now: frozenset(targets) for now, targets in CAMPAIGN.items()},
}


STATES: dict[Axis, type[StrEnum]] = {
    Axis.MAKING: MakingState,
    Axis.FILING: FilingState,
    Axis.OUTGOING: OutgoingState,
    Axis.REVIEW: ReviewState,
    Axis.SUGGESTION: SuggestionState,
    Axis.EVALUATION: EvaluationState,
    Axis.LETTER: LetterState,
    Axis.NUMBER: NumberState,
    Axis.CAMPAIGN: CampaignState,
}


class TransitionError(RuleError):
    """The state does not allow this step."""

    code = "lifecycle.transition"
    facts = ("axis", "now", "target")


def step(axis: Axis, now: str, target: str) -> str:
    """Return the target state when the table allows it from the present one.

    Raises:
        TransitionError: the table does not allow the step.
    """
    if not can_step(axis, now, target):
        states = STATES[axis]
        raise TransitionError(axis=axis, now=states(now), target=states(target))
    return target


def can_step(axis: Axis, now: str, target: str) -> bool:
    """Tell whether the table allows the target state from the present one."""
    return target in TRANSITIONS[axis][now]
