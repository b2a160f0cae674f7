"""What is wrong with a form, all at once; and the entry it stands for when nothing is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.gates import GatedStep, MissingGate, missing_gates, registering_authority
from models.domain.number_grammar import parse
from models.domain.profile import DocumentTraits, Profile
from models.domain.records import DocumentEntry, FileEntry, JointIssuerEntry
from models.domain.terms import NumberKind
from models.queries.bodies import BodyRow
from models.settings import Office
from resources.terms import name_in, name_of
from ui.pages.registration.form_values import FormValues
from ui.widgets.field_form import Problem

_UNREADABLE = "这里的文字读不成日期，请写成 2026-03-02 的样子。"
_PAST_DATES = ("signed_date", "adopted_date", "published_date")


@dataclass(frozen=True)
class FormContext:
    """What a form is judged by."""

    bodies: tuple[BodyRow, ...]
    profile: Profile
    office: Office
    today: date
    is_historic: bool = False

    def body_named(self, name: str) -> BodyRow | None:
        """Return the body of this name or short name; one that still stands goes first."""
        wanted = name.strip()
        fitting = (
            body for body in self.bodies if wanted and wanted in {body.name, body.short_name}
        )
        return next(fitting, None)

    def missing(self, values: FormValues, step: GatedStep) -> tuple[MissingGate, ...]:
        """Return the materials that a step of the document would wait for."""
        if self.is_historic:
            return ()
        present = frozenset(one.kind for one in values.evidence)
        return missing_gates(self.profile, step, traits_of(values), present)


def traits_of(values: FormValues) -> DocumentTraits:
    """Return what the gates ask about the document."""
    return DocumentTraits(
        values.document_class,
        is_market_related=values.is_market_related,
        has_major_effect=values.has_major_effect,
    )


def problems_of(values: FormValues, context: FormContext) -> list[Problem]:
    """Return every problem, at most one for a field."""
    found: dict[str, str] = {}
    for field, message in _problems(values, context):
        found.setdefault(field, message)
    return [Problem(field, message) for field, message in found.items()]


def entry_of(
    values: FormValues, context: FormContext, files: tuple[FileEntry, ...]
) -> DocumentEntry:
    """Return the entry a form without problems stands for."""
    body = context.body_named(values.issuing_body)
    return DocumentEntry(
        title=values.title,
        issuing_body_id=body.id if body else 0,
        document_class=values.document_class,
        document_kind=values.document_kind,
        document_number=values.document_number,
        site_index_number=values.site_index_number,
        is_trial=values.is_trial,
        is_market_related=values.is_market_related,
        has_major_effect=values.has_major_effect,
        drafting_unit=values.drafting_unit,
        addressee=values.addressee,
        signer=values.signer,
        signed_date=values.signed_date,
        adopted_date=values.adopted_date,
        published_date=values.published_date,
        effective_date=values.effective_date,
        early_effect_reason=values.early_effect_reason,
        validity_term=values.validity_term,
        interpretation_body=values.interpretation_body,
        joint_issuers=_issuers(values, context),
        files=files,
        evidence=values.evidence,
        relations=values.relations,
    )


def _issuers(values: FormValues, context: FormContext) -> tuple[JointIssuerEntry, ...]:
    if not values.joint_issuers:
        return ()
    names = (values.issuing_body, *values.joint_issuers)
    bodies = [(name, context.body_named(name)) for name in names]
    return tuple(
        JointIssuerEntry(body.name if body else name, body.id if body else None, place == 0)
        for place, (name, body) in enumerate(bodies)
    )


def _problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    if not values.title.strip():
        yield "title", "请填写文件名称。"
    yield from _issuer_problems(values, context)
    yield from _number_problems(values, context)
    yield from _authority_problems(values, context)
    yield from _date_problems(values, context)
    yield from _evidence_problems(values, context)


def _issuer_problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    name = values.issuing_body.strip()
    body = context.body_named(name)
    if not name:
        yield "issuing_body", "请选择制定机关。"
    elif body is None:
        yield "issuing_body", f"名册中没有“{name}”，请从列表中选择，或者先录入该机关。"
    elif body.ended_date is not None and not context.is_historic:
        successor = body.successor_name or "其他机关"
        yield "issuing_body", f"“{name}”已经由“{successor}”承接，请改选承接机关。"
    elif not body.is_eligible and not context.is_historic:
        yield "issuing_body", f"“{name}”没有制定主体资格（{body.ineligible_reason}），不能登记。"
    if name in values.joint_issuers:
        yield "joint_issuers", "联合机关中不用再写制定机关，制定机关就是牵头机关。"


def _number_problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    number = values.historic_number.strip()
    schemes = context.profile.schemes_of(NumberKind.UNIFIED_NUMBER)
    if context.is_historic and number and not any(parse(scheme, number) for scheme in schemes):
        yield "historic_number", "不符合规则包中现行或者历史的编号写法，请照纸面核对。"


def _authority_problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    authority = registering_authority(context.profile, values.document_class)
    if not context.is_historic and authority.value != context.office.office_kind.value:
        kind, who = name_of(values.document_class), name_of(authority)
        yield "document_class", f"按照{context.profile.name}规则，{kind}由{who}登记编号。"


def _date_problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    for field in values.unreadable_dates:
        yield field, _UNREADABLE
    for field in _PAST_DATES:
        day: date | None = getattr(values, field)
        if day is not None and day > context.today:
            yield field, f"{name_in('Field', field)}晚于今天，请核对。"
    adopted, published = values.adopted_date, values.published_date
    if adopted is not None and published is not None and published < adopted:
        yield "published_date", f"公布日期早于成文日期（{adopted}），请核对。"


def _evidence_problems(values: FormValues, context: FormContext) -> Iterator[tuple[str, str]]:
    required = [
        name_of(gate.evidence)
        for gate in context.missing(values, GatedStep.REGISTRATION)
        if gate.is_required
    ]
    if required:
        yield "evidence", f"登记前应当有：{'、'.join(required)}。收到以后请勾选。"
    for one in values.evidence:
        name = name_of(one.kind)
        if one.start_date and one.end_date and one.end_date < one.start_date:
            yield "evidence", f"{name}的结束日期早于开始日期，请核对。"
        if one.end_date and one.end_date > context.today:
            yield "evidence", f"{name}的结束日期晚于今天，请核对。"
