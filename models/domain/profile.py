"""The rules of a jurisdiction (地区规则), each value with its source and its check."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from models.domain.calendar import Term
from models.domain.formal_check import FormalItem
from models.domain.number_grammar import NumberScheme
from models.domain.rates import RateKind
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    FilingRecipient,
    LetterSeries,
    MaterialKind,
    NumberKind,
)

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[Value_co]):
    """A value with the rule it stands on; ``is_inherited`` when it comes from the baseline."""

    value: Value_co
    source: str
    is_verified: bool
    note: str = ""
    is_inherited: bool = False


class Authority(StrEnum):
    """Who registers and numbers (三统一的实施机关)."""

    JUSTICE_BUREAU = "justice_bureau"  # 司法行政部门
    ISSUING_BODY = "issuing_body"  # 制定机关自己
    GOVERNMENT_OFFICE = "government_office"  # 政府办公室


class ThirdUniform(StrEnum):
    """What the third of the three uniform acts is."""

    ISSUANCE = "issuance"  # 统一印发
    PUBLICATION = "publication"  # 统一公布


class MakingStep(StrEnum):
    """The steps that follow signature, in the order a profile gives them."""

    REGISTERED = "registered"  # 登记
    NUMBERED = "numbered"  # 编号
    PRINTED = "printed"  # 印发
    PUBLISHED = "published"  # 公布


class GateCondition(StrEnum):
    """For which documents a gate stands."""

    ALWAYS = "always"  # 所有文件
    MARKET_RELATED = "market_related"  # 涉及市场主体经济活动
    MAJOR_EFFECT = "major_effect"  # 对权利义务有重大影响
    GOVERNMENT = "government"  # 政府规范性文件
    DEPARTMENT = "department"  # 部门规范性文件
    TOWNSHIP = "township"  # 乡镇规范性文件


@dataclass(frozen=True, slots=True)
class DocumentTraits:
    """What the gates ask about a document."""

    document_class: DocumentClass
    is_market_related: bool = False
    has_major_effect: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """A paper that must be there before a step, or whose absence is only pointed out."""

    evidence: EvidenceKind
    condition: GateCondition = GateCondition.ALWAYS
    is_required: bool = True

    def applies_to(self, traits: DocumentTraits) -> bool:
        """Tell whether the gate stands before a document of these traits."""
        match self.condition:
            case GateCondition.ALWAYS:
                return True
            case GateCondition.MARKET_RELATED:
                return traits.is_market_related
            case GateCondition.MAJOR_EFFECT:
                return traits.has_major_effect
            case _:
                return self.condition.value == traits.document_class.value


class SilentValidity(StrEnum):
    """What holds when a document does not state its validity."""

    WARN = "warn"  # 提示
    ASSUME_LONGEST = "assume_longest"  # 按最长有效期计算


class ContinuedClock(StrEnum):
    """From when the term of a continued document runs."""

    ORIGINAL = "original"  # 原起算日
    RESTART = "restart"  # 重新起算


class ReminderPeriod(StrEnum):
    """With the end of which period a unit is reminded of what expires in the next one."""

    MONTH_END = "month_end"  # 上月末
    QUARTER_END = "quarter_end"  # 上季度末


class SilenceConsequence(StrEnum):
    """What follows when a unit does not answer the reminder that a term ends."""

    LAPSES = "lapses"  # 届满自动失效
    AGREES = "agrees"  # 视为同意到期失效
    REPORTED = "reported"  # 报本级人民政府督促


class CataloguePeriod(StrEnum):
    """How often the catalogue is published."""

    MONTH = "month"
    QUARTER = "quarter"


class DayCountRule(StrEnum):
    """What happens to a last day that is not worked."""

    ROLL_TO_WORKING_DAY = "roll_to_working_day"  # 顺延
    STRICT = "strict"  # 不顺延


@dataclass(frozen=True, slots=True)
class RateTarget:
    """The percentage a rate must reach."""

    rate: RateKind
    percent: int


@dataclass(frozen=True, slots=True)
class YearRange:
    """From the shortest to the longest number of years allowed."""

    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes every year."""

    month: int
    day: int

    def of_year(self, year: int) -> date:
        """Return the day in a year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class OutgoingRecipient:
    """To whom own documents of some classes go up, and how that body is called here.

    Attributes:
        term: How long after publication; None where the limit of its kind of recipient holds.
        copies: How many copies it asks for; None where the number of its kind holds.
        materials: The papers it asks for; empty where those of the profile hold.
        form: The order of its registration form (``resources/filing_forms``).
    """

    recipient: FilingRecipient
    title: str
    document_classes: tuple[DocumentClass, ...] = (DocumentClass.GOVERNMENT,)
    term: Term | None = None
    copies: int | None = None
    materials: tuple[MaterialKind, ...] = ()
    form: str = "general"


UNSAID: Sourced[None] = Sourced(None, "", is_verified=False)
"""The value of a rule that a profile kept before the rule was asked for says nothing about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The rules of one jurisdiction; None as a value means the rules set none.

    What was asked for later has a default: the register keeps profiles as they were.
    """

    id: str
    name: str
    version: str
    digest: str
    as_of_date: date
    note: str

    legal_basis_titles: Sourced[tuple[str, ...]]
    three_uniform_authority: Sourced[Authority]
    self_numbering_classes: Sourced[tuple[DocumentClass, ...]]
    third_uniform: Sourced[ThirdUniform]
    making_order: Sourced[tuple[MakingStep, ...]]
    unified_number_required: Sourced[bool]
    unregistered_is_void: Sourced[bool]
    registration_gates: Sourced[tuple[Gate, ...]]
    numbering_gates: Sourced[tuple[Gate, ...]]
    registration_submit_term: Sourced[Term | None]
    registration_reply_term: Sourced[Term | None]

    comment_term: Sourced[Term]
    comment_market_term: Sourced[Term]
    legality_shortest_term: Sourced[Term | None]
    legality_longest_term: Sourced[Term]
    publication_term: Sourced[Term]
    effective_gap_term: Sourced[Term | None]

    filing_limit_government: Sourced[Term]
    filing_limit_congress: Sourced[Term]
    copies_government: Sourced[int]
    copies_congress: Sourced[int]
    filing_materials: Sourced[tuple[MaterialKind, ...]]
    outgoing_recipients: Sourced[tuple[OutgoingRecipient, ...]]
    filing_report_states_content: Sourced[bool]

    formal_check_term: Sourced[Term]
    formal_check_items: Sourced[tuple[FormalItem, ...] | None] = UNSAID
    supplement_term: Sourced[Term]
    review_term: Sourced[Term]
    review_extension: Sourced[Term | None]
    explanation_term: Sourced[Term | None] = UNSAID
    explanation_pauses_clock: Sourced[bool]
    consultation_term: Sourced[Term | None] = UNSAID
    correction_term: Sourced[Term]
    correction_report_term: Sourced[Term | None]
    order_bases: Sourced[tuple[str, ...] | None] = UNSAID
    suggestion_supplement_term: Sourced[Term | None] = UNSAID
    suggestion_reply_term: Sourced[Term]

    validity_years: Sourced[YearRange | None]
    validity_trial_years: Sourced[YearRange | None]
    validity_public_notice_years: Sourced[YearRange | None]
    validity_when_silent: Sourced[SilentValidity]
    repeal_only_permanent: Sourced[bool]
    continued_clock: Sourced[ContinuedClock]
    pre_expiry_evaluation_term: Sourced[Term]
    evaluation_term: Sourced[Term | None] = UNSAID
    reminder_period: Sourced[ReminderPeriod | None] = UNSAID
    expiry_reply_term: Sourced[Term | None] = UNSAID
    silence_consequence: Sourced[SilenceConsequence | None] = UNSAID
    renewal_opinion_term: Sourced[Term | None] = UNSAID
    renewal_submission_term: Sourced[Term | None] = UNSAID
    renewal_before_term: Sourced[Term | None]
    renewal_new_number: Sourced[bool]

    cleanup_interval: Sourced[Term | None]
    cleanup_unamended_term: Sourced[Term | None] = UNSAID
    catalogue_period: Sourced[CataloguePeriod]
    annual_list_due: Sourced[MonthDay]
    rate_targets: Sourced[tuple[RateTarget, ...]]
    day_count_rule: Sourced[DayCountRule]

    number_schemes: tuple[NumberScheme, ...]

    @property
    def rolls_over_holidays(self) -> bool:
        """Tell whether a last day that is not worked moves to the next worked day."""
        return self.day_count_rule.value is DayCountRule.ROLL_TO_WORKING_DAY

    def filing_limit(self, recipient: FilingRecipient) -> Sourced[Term]:
        """Return how long after publication a document must be filed with the recipient."""
        is_congress = recipient is FilingRecipient.PEER_PC_STANDING_COMMITTEE
        return self.filing_limit_congress if is_congress else self.filing_limit_government

    def copies(self, recipient: FilingRecipient) -> Sourced[int]:
        """Return how many copies the recipient asks for."""
        is_congress = recipient is FilingRecipient.PEER_PC_STANDING_COMMITTEE
        return self.copies_congress if is_congress else self.copies_government

    def outgoing_recipient(self, title: str) -> OutgoingRecipient | None:
        """Return the recipient of a name; None where the rules name nobody so."""
        return next((one for one in self.outgoing_recipients.value if one.title == title), None)

    def outgoing_term(self, to: OutgoingRecipient) -> Term:
        """Return how long after publication an own document must be filed with a recipient."""
        return to.term or self.filing_limit(to.recipient).value

    def outgoing_copies(self, to: OutgoingRecipient) -> int:
        """Return how many copies a recipient asks for."""
        return self.copies(to.recipient).value if to.copies is None else to.copies

    def outgoing_materials(self, to: OutgoingRecipient | None) -> tuple[MaterialKind, ...]:
        """Return the papers a recipient asks for."""
        return to.materials if to is not None and to.materials else self.filing_materials.value

    def scheme_for(
        self, kind: NumberKind, on: date, series: LetterSeries | None = None
    ) -> NumberScheme | None:
        """Return the scheme under which a number of the kind is given on the day, if any."""
        if kind is NumberKind.UNIFIED_NUMBER and not self.unified_number_required.value:
            return None
        fitting = (
            scheme
            for scheme in self.number_schemes
            if scheme.kind is kind and scheme.series is series and scheme.is_valid_on(on)
        )
        return next(fitting, None)

    def schemes_of(self, kind: NumberKind) -> tuple[NumberScheme, ...]:
        """Return all schemes of the kind, the historic ones with them, for back-entry."""
        return tuple(scheme for scheme in self.number_schemes if scheme.kind is kind)

    def parameters(self) -> tuple[tuple[str, Sourced[object]], ...]:
        """Return every sourced value with its name, in the order of the class."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple((name, value) for name, value in values if isinstance(value, Sourced))

    def unverified(self) -> tuple[str, ...]:
        """Name the values that nobody has checked against the rule (未核实)."""
        parameters = [name for name, value in self.parameters() if not value.is_verified]
        schemes = [f"number_schemes.{one.id}" for one in self.number_schemes if not one.is_verified]
        return (*parameters, *schemes)


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """What a list of profiles shows of each."""

    id: str
    name: str
    version: str
    unverified_count: int
