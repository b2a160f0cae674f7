"""The closed lists that only letters state: conclusions, measures, answers, opinions."""

from enum import StrEnum


class LegalityConclusion(StrEnum):
    """How a legality review ends (合法性审核结论)."""

    LAWFUL = "lawful"  # 合法，同意提请审议
    LAWFUL_AFTER_CHANGES = "lawful_after_changes"  # 原则同意，按意见修改后提请审议
    PROCEDURE_INCOMPLETE = "procedure_incomplete"  # 程序欠缺，退回补正程序
    CONSENT_NEEDED = "consent_needed"  # 应当事先请示本级人民政府同意
    NOT_TO_BE_MADE = "not_to_be_made"  # 超越权限或者主要内容不合法，建议不制定
    NOT_NORMATIVE = "not_normative"  # 不属于行政规范性文件，不作合法性审核


class OrderMeasure(StrEnum):
    """What the government is asked to order when a body does not correct (提请采取的措施)."""

    ORDER_TO_CORRECT = "order_to_correct"  # 责令改正
    SUSPENSION = "suspension"  # 停止执行
    REVOCATION = "revocation"  # 撤销


class SuggestionConclusion(StrEnum):
    """What a citizen's suggestion led to (审查建议办理结果)."""

    NO_CONTRADICTION = "no_contradiction"  # 未发现与上位法抵触
    CORRECTION_REQUESTED = "correction_requested"  # 已函请制定机关修改
    ALREADY_CORRECTED = "already_corrected"  # 制定机关已修改或者废止
    NOT_OURS = "not_ours"  # 不属于本机关审查范围
    NOT_OPENED = "not_opened"  # 不启动审查程序


class DeclineReason(StrEnum):
    """Why a suggestion opens no review (不启动审查的情形).

    The grounds found in the rules of Beijing (art. 25) and Shanghai (art. 18) on filing review.
    """

    NO_REASONS = "no_reasons"  # 没有理由或者理由明显不成立
    REVIEWED_BEFORE = "reviewed_before"  # 已经审查并作出结论
    CLAUSE_CHANGED = "clause_changed"  # 有关条款已经修改或者废止
    ISSUER_AGREED = "issuer_agreed"  # 制定机关已经书面同意修改或者废止
    OUT_OF_SCOPE = "out_of_scope"  # 不属于本机关审查范围


class CleanupOpinion(StrEnum):
    """What becomes of a document in a cleanup (清理意见)."""

    RETAIN = "retain"  # 保留
    AMEND = "amend"  # 修改
    REPEAL = "repeal"  # 废止
    DECLARE_LAPSED = "declare_lapsed"  # 宣布失效
    ALREADY_ENDED = "already_ended"  # 已废止或者失效
