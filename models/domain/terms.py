"""The words of the trade: closed lists that records, acts and profiles share."""

from enum import StrEnum


class DocumentClass(StrEnum):
    """The class of a normative document (规范性文件类别)."""

    GOVERNMENT = "government"  # 政府规范性文件, 含政府办公室
    DEPARTMENT = "department"  # 部门规范性文件
    TOWNSHIP = "township"  # 乡镇人民政府、街道办事处规范性文件


class BodyLevel(StrEnum):
    """The level of administration a body belongs to (行政层级)."""

    PROVINCE = "province"  # 省级
    CITY = "city"  # 市级
    COUNTY = "county"  # 县级
    TOWNSHIP = "township"  # 乡级


class NumberKind(StrEnum):
    """Which of the numbers that stand on or belong to a document; never merged."""

    DOCUMENT_NUMBER = "document_number"  # 发文字号
    UNIFIED_NUMBER = "unified_number"  # 统一登记号
    FILING_REGISTER_NUMBER = "filing_register_number"  # 备案登记号
    FILING_REPORT_NUMBER = "filing_report_number"  # 报备文号
    SITE_INDEX_NUMBER = "site_index_number"  # 索引号
    LETTER_NUMBER = "letter_number"  # 文书文号


class LetterSeries(StrEnum):
    """The series in which the office numbers its own letters (文书系列)."""

    FILING_REPORT = "filing_report"  # 备案报告
    MISSING_FILING_NOTICE = "missing_filing_notice"  # 催报通知
    FILING_RECEIPT = "filing_receipt"  # 备案回执
    SUPPLEMENT_REQUEST = "supplement_request"  # 补正通知书
    FILING_REFUSAL = "filing_refusal"  # 不予备案登记通知书
    FILING_RETURN = "filing_return"  # 退回函
    FILING_TRANSFER = "filing_transfer"  # 转送函
    REGISTRATION_REFUSAL = "registration_refusal"  # 不予登记通知书
    LEGALITY_OPINION = "legality_opinion"  # 合法性审核意见书
    EXPLANATION_REQUEST = "explanation_request"  # 请予说明函
    CONSULTATION_LETTER = "consultation_letter"  # 征求意见函
    REVIEW_EXTENSION = "review_extension"  # 审查延期通知
    REVIEW_OPINION = "review_opinion"  # 备案审查意见书
    REMARK_LETTER = "remark_letter"  # 提醒函
    REVIEW_CONCLUSION = "review_conclusion"  # 审查终结反馈
    CORRECTION_ORDER_REQUEST = "correction_order_request"  # 责令改正的请示
    CORRECTION_ORDER = "correction_order"  # 责令改正决定（代拟稿）
    SUSPENSION_ORDER = "suspension_order"  # 停止执行决定（代拟稿）
    REVOCATION_DECISION = "revocation_decision"  # 撤销决定（代拟稿）
    SUGGESTION_ACKNOWLEDGEMENT = "suggestion_acknowledgement"  # 审查建议收悉告知
    SUGGESTION_SUPPLEMENT = "suggestion_supplement"  # 补充材料告知
    SUGGESTION_DECLINED = "suggestion_declined"  # 不启动审查告知
    SUGGESTION_REPLY = "suggestion_reply"  # 审查建议答复函
    EXPIRY_REMINDER = "expiry_reminder"  # 有效期届满提醒函
    EVALUATION_NOTICE = "evaluation_notice"  # 后评估通知
    EVALUATION_REPORT = "evaluation_report"  # 后评估报告
    CLEANUP_DECISION = "cleanup_decision"  # 清理结果决定


class EvidenceKind(StrEnum):
    """A paper that proves a step of the procedure or belongs to a package (程序材料)."""

    NORMATIVITY_DETERMINATION = "normativity_determination"  # 规范性文件认定
    DRAFTING_NOTE = "drafting_note"  # 起草说明
    LEGAL_BASIS_LIST = "legal_basis_list"  # 制定依据
    PUBLIC_COMMENT = "public_comment"  # 公开征求意见
    HEARING = "hearing"  # 听证会
    EXPERT_ARGUMENT = "expert_argument"  # 专家论证
    RISK_ASSESSMENT = "risk_assessment"  # 风险评估
    FAIR_COMPETITION_REVIEW = "fair_competition_review"  # 公平竞争审查
    LEGALITY_REVIEW = "legality_review"  # 合法性审核
    COLLECTIVE_DELIBERATION = "collective_deliberation"  # 集体审议
    SIGNATURE = "signature"  # 签发
    REGISTRATION_APPLICATION = "registration_application"  # 登记申请书
    CLEAN_PROOF = "clean_proof"  # 纸质清样
    OFFICIAL_TEXT = "official_text"  # 正式文本
    ELECTRONIC_TEXT = "electronic_text"  # 电子文本


class MaterialKind(StrEnum):
    """A paper that a filing package holds (报备材料)."""

    FILING_REPORT = "filing_report"  # 备案报告
    OFFICIAL_TEXT = "official_text"  # 正式文本
    FILING_STATEMENT = "filing_statement"  # 备案说明
    LEGAL_BASIS_ITEMS = "legal_basis_items"  # 制定依据
    LEGALITY_OPINION = "legality_opinion"  # 合法性审核意见书
    FAIR_COMPETITION_CONCLUSION = "fair_competition_conclusion"  # 公平竞争审查结论
    COMMENT_RECORD = "comment_record"  # 征求意见及采纳情况材料
    DELIBERATION_MINUTES = "deliberation_minutes"  # 集体审议纪要
    ELECTRONIC_TEXT = "electronic_text"  # 电子文本


class FilingRecipient(StrEnum):
    """Whom a document is filed with (报备对象)."""

    UPPER_GOVERNMENT = "upper_government"  # 上一级人民政府
    PEER_PC_STANDING_COMMITTEE = "peer_pc_standing_committee"  # 本级人大常委会
    UPPER_DEPARTMENT = "upper_department"  # 上级主管部门
    OWN_GOVERNMENT = "own_government"  # 本级人民政府


class ReviewTrigger(StrEnum):
    """What set a filing review going (审查方式)."""

    EX_OFFICIO_REVIEW = "ex_officio_review"  # 主动审查
    ON_REQUEST = "on_request"  # 依申请审查
    THEMATIC = "thematic"  # 专项审查
    TRANSFERRED = "transferred"  # 移送审查
    JOINT = "joint"  # 联合审查


class FindingClass(StrEnum):
    """What kind of fault a review finds (问题类别)."""

    CONTRADICTION = "contradiction"  # 与上位法抵触
    BEYOND_POWERS = "beyond_powers"  # 超越权限
    PROCEDURE = "procedure"  # 违反法定程序
    IMPROPER = "improper"  # 明显不适当
    TECHNICAL = "technical"  # 技术性问题


class ReviewConclusion(StrEnum):
    """The graded conclusion of a review (审查结论)."""

    CONCLUDED_OK = "concluded_ok"  # 审查通过
    CONCLUDED_REMARK = "concluded_remark"  # 技术性问题，提醒
    CONCLUDED_DEFECT = "concluded_defect"  # 应予纠正


class RelationKind(StrEnum):
    """How one document stands to another (文件关系)."""

    BASED_ON = "based_on"  # 依据
    AMENDS = "amends"  # 修改
    REPEALS = "repeals"  # 废止
    REPLACES = "replaces"  # 替代
    RENEWS = "renews"  # 重新公布


class IssuanceKind(StrEnum):
    """The two ways in which a document leaves the house; profiles order them."""

    PRINTED = "printed"  # 印发
    PUBLISHED = "published"  # 公布


class ValidityStatus(StrEnum):
    """Whether a document is in force (时效性)."""

    EFFECTIVE = "effective"  # 有效
    NOT_YET_EFFECTIVE = "not_yet_effective"  # 尚未施行
    AMENDED = "amended"  # 已修改
    REPEALED = "repealed"  # 已废止
    LAPSED = "lapsed"  # 已失效

    @property
    def code(self) -> str:
        """Return the two-digit code reported for GB/T 47229.2 (unverified)."""
        return f"{list(type(self)).index(self) + 1:02d}"

    @property
    def is_in_force(self) -> bool:
        """Tell whether the document binds on the day judged."""
        return self in {ValidityStatus.EFFECTIVE, ValidityStatus.AMENDED}
