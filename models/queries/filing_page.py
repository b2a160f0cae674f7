"""Everything the page of one filing shows."""

from dataclasses import dataclass
from datetime import date

from models.domain.formal_check import FormalResult
from models.domain.lifecycle import FilingState
from models.domain.profile import Profile
from models.domain.terms import MaterialKind
from models.errors import InputError
from models.queries.deadlines import deadlines_of
from models.queries.document_rows import DeadlineRow, DocumentLetterRow
from models.queries.letters import letters_of
from models.tables.documents import Document
from models.tables.filings import Filing, FilingMaterial, Review, Supplement, SupplementItem
from models.tables.formal_checks import FormalAnswer, FormalCheck
from models.tables.letters import Deadline, Letter
from models.tables.office import Person


class FilingMissingError(InputError):
    """No filing has this id."""

    code = "input.filing_missing"
    facts = ("id",)


@dataclass(frozen=True)
class MaterialRow:
    """One kind of paper of a filing; ``is_demanded`` by the profile."""

    kind: MaterialKind
    copies: int
    remark: str
    is_demanded: bool


@dataclass(frozen=True)
class DefectRow:
    """One defect of a supplement request."""

    defect: str
    rule: str


@dataclass(frozen=True)
class SupplementRow:
    """A request to supplement and its answer."""

    requested_date: date
    due_date: date
    answered_date: date | None
    defects: tuple[DefectRow, ...]


@dataclass(frozen=True)
class FormalAnswerRow:
    """The kept answer to one item of the checklist, with the rule it stands on."""

    key: str
    title: str
    source: str
    is_verified: bool
    result: FormalResult
    ground: str


@dataclass(frozen=True)
class FormalCheckRow:
    """A formal check of the papers as they were in a round of the filing."""

    round: int
    checked_date: date
    checked_by: str
    answers: tuple[FormalAnswerRow, ...]

    @property
    def faulty(self) -> tuple[FormalAnswerRow, ...]:
        """The items that are not as they must be."""
        return tuple(one for one in self.answers if one.result is FormalResult.FAULTY)


@dataclass(frozen=True)
class FilingPage:
    """Everything about one filing; ``formal_checks`` in the order they were made."""

    id: int
    revision: int
    document_id: int
    title: str
    document_number: str
    issuing_body_name: str
    published_date: date | None
    filing_body_id: int
    filing_body_name: str
    filing_report_number: str
    received_date: date
    received_way: str
    state: FilingState
    filing_due_date: date | None
    is_timely: bool | None
    days_used: int | None
    registered_date: date | None
    filing_register_number: str
    refusal_reason: str
    refused_date: date | None
    handled_by: str
    profile_id: str
    profile_version: str
    materials: tuple[MaterialRow, ...]
    supplements: tuple[SupplementRow, ...]
    formal_checks: tuple[FormalCheckRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    letters: tuple[DocumentLetterRow, ...]
    open_review_id: int | None

    @property
    def standing_check(self) -> FormalCheckRow | None:
        """The last formal check of the papers as they are now; None while nobody made one."""
        present = 1 + sum(one.answered_date is not None for one in self.supplements)
        last = self.formal_checks[-1] if self.formal_checks else None
        return last if last is not None and last.round == present else None


def filing_page(filing_id: int, profile: Profile) -> FilingPage:
    """Return everything about one filing; the profile says which materials it demands.

    Raises:
        FilingMissingError: there is no such filing.
    """
    filing = (
        Filing.select(Filing, Document, Person)
        .join(Document)
        .switch(Filing)
        .join(Person, on=(Filing.handled_by == Person.id))
        .where(Filing.id == filing_id)
        .first()
    )
    if filing is None:
        raise FilingMissingError(id=filing_id)
    document = filing.document
    return FilingPage(
        id=filing.id,
        revision=filing.revision,
        document_id=document.id,
        title=document.title,
        document_number=document.document_number or "",
        issuing_body_name=document.issuing_body_name,
        published_date=document.published_date,
        filing_body_id=filing.filing_body_id,
        filing_body_name=filing.filing_body_name,
        filing_report_number=filing.filing_report_number,
        received_date=filing.received_date,
        received_way=filing.received_way,
        state=FilingState(filing.state),
        filing_due_date=filing.filing_due_date,
        is_timely=filing.is_timely,
        days_used=filing.days_used,
        registered_date=filing.registered_date,
        filing_register_number=filing.filing_register_number or "",
        refusal_reason=filing.refusal_reason,
        refused_date=filing.refused_date,
        handled_by=filing.handled_by.name,
        profile_id=filing.profile_id,
        profile_version=filing.profile_version,
        materials=_materials(filing_id, profile),
        supplements=_supplements(filing_id),
        formal_checks=_formal_checks(filing_id),
        deadlines=deadlines_of(Deadline.filing == filing_id),
        letters=letters_of(Letter.filing == filing_id),
        open_review_id=_review_id(filing_id),
    )


def _materials(filing_id: int, profile: Profile) -> tuple[MaterialRow, ...]:
    demanded = profile.filing_materials.value
    came = {
        MaterialKind(row.kind): row
        for row in FilingMaterial.select().where(FilingMaterial.filing == filing_id)
    }
    kinds = [*demanded, *(kind for kind in came if kind not in demanded)]
    return tuple(
        MaterialRow(
            kind,
            came[kind].copies if kind in came else 0,
            came[kind].remark if kind in came else "",
            is_demanded=kind in demanded,
        )
        for kind in kinds
    )


def _supplements(filing_id: int) -> tuple[SupplementRow, ...]:
    requests = Supplement.select().where(Supplement.filing == filing_id).order_by(Supplement.id)
    items = SupplementItem.select().where(
        SupplementItem.supplement.in_([row.id for row in requests])
    )
    defects: dict[int, list[DefectRow]] = {}
    for item in items.order_by(SupplementItem.position):
        defects.setdefault(item.supplement_id, []).append(DefectRow(item.defect, item.rule))
    return tuple(
        SupplementRow(
            row.requested_date, row.due_date, row.answered_date, tuple(defects.get(row.id, ()))
        )
        for row in requests
    )


def _formal_checks(filing_id: int) -> tuple[FormalCheckRow, ...]:
    checks = (
        FormalCheck.select(FormalCheck, Person)
        .join(Person, on=(FormalCheck.checked_by == Person.id))
        .where(FormalCheck.filing == filing_id)
        .order_by(FormalCheck.id)
    )
    rows = FormalAnswer.select().where(
        FormalAnswer.formal_check.in_([check.id for check in checks])
    )
    answers: dict[int, list[FormalAnswerRow]] = {}
    for row in rows.order_by(FormalAnswer.position):
        answers.setdefault(row.formal_check_id, []).append(
            FormalAnswerRow(
                row.item_key,
                row.title,
                row.source,
                row.is_verified,
                FormalResult(row.result),
                row.ground,
            )
        )
    return tuple(
        FormalCheckRow(
            check.round,
            check.checked_date,
            check.checked_by.name,
            tuple(answers.get(check.id, ())),
        )
        for check in checks
    )


def _review_id(filing_id: int) -> int | None:
    row = Review.select(Review.id).where(Review.filing == filing_id).order_by(Review.id.desc())
    found = row.first()
    return None if found is None else int(found.id)
