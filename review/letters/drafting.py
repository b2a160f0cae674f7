"""The record of a filing or review becomes a letter, ready to be shown or issued."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from models.acts.letters import LetterDraft, Press, PressedPaper
from models.domain.profile import Profile
from models.domain.records import FileEntry
from models.domain.terms import FilingRecipient, LetterSeries
from models.files import FileStore
from models.kept_profiles import kept_profile
from models.queries.document_page import document_page
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import office, profile
from models.queries.review_page import ReviewPage, review_page
from models.settings import Office
from resources.terms import name_in, name_of
from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.base import NumberedLetter
from review.letters.kinds.filing_in import FilingReceipt, MaterialRow
from review.letters.kinds.registration import RegistrationRefusal
from review.letters.kinds.review import FindingRow, ReviewOpinion
from review.letters.letter_data import data_of, letter_from_data, numbered_from_data
from review.letters.pdf_writer import write_pdf

WRITERS = {"docx": write_docx, "pdf": write_pdf}


@dataclass(frozen=True)
class ProposedLetter:
    """A letter as it would be issued, but for its number, and the record it is about."""

    kind: LetterSeries
    letter: NumberedLetter
    document_id: int
    filing_id: int | None = None
    review_id: int | None = None

    def as_draft(self) -> LetterDraft:
        """Return what the act of issuing takes."""
        return LetterDraft(
            kind=self.kind,
            document_id=self.document_id,
            addressee=self.letter.addressee,
            data=data_of(self.letter),
            filing_id=self.filing_id,
            review_id=self.review_id,
        )

    def changed(self, fields: Mapping[str, object]) -> "ProposedLetter":
        """Return the letter with some of its fields written anew by a person.

        Raises:
            LetterDataError: a field is unknown, or its value of the wrong kind.
        """
        data = {**data_of(self.letter), **fields}
        return replace(self, letter=numbered_from_data(self.kind.value, data))


def propose_receipt(filing_id: int, day: date) -> ProposedLetter:
    """Return the receipt (备案回执) of a registered filing, dated on a day.

    Raises:
        FilingMissingError: there is no such filing.
        LetterFactMissingError: a date the receipt must state was never entered.
    """
    page = filing_page(filing_id, profile())
    # The receipt states the limit the filing was judged by, whatever profile is in force now.
    rules = kept_profile(page.profile_id, page.profile_version)
    receipt = _receipt(page, rules, office(), day)
    return ProposedLetter(LetterSeries.FILING_RECEIPT, receipt, page.document_id, filing_id)


def propose_opinion(review_id: int, day: date) -> ProposedLetter:
    """Return the opinion (备案审查意见书) of a concluded review, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: the review is not concluded.
    """
    page = review_page(review_id)
    opinion = _opinion(page, profile(), office(), day)
    return ProposedLetter(
        LetterSeries.REVIEW_OPINION, opinion, page.document_id, page.filing_id, review_id
    )


def propose_registration_refusal(document_id: int, day: date) -> ProposedLetter:
    """Return the notice (不予登记通知书) of a document that was not registered, dated on a day.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no reason for a refusal stands in its record.
    """
    facts = document_page(document_id, profile(), day).facts
    if not facts.refusal_reason:
        raise LetterFactMissingError(field="reason")
    sender = office()
    notice = RegistrationRefusal(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=facts.drafting_unit or facts.issuing_body_name,
        document_title=facts.title,
        document_number=facts.document_number,
        reason=facts.refusal_reason,
        refused_date=facts.registered_date,
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )
    return ProposedLetter(LetterSeries.REGISTRATION_REFUSAL, notice, document_id)


PROPOSALS: Mapping[LetterSeries, Callable[[int, date], ProposedLetter]] = MappingProxyType(
    {
        LetterSeries.FILING_RECEIPT: propose_receipt,
        LetterSeries.REVIEW_OPINION: propose_opinion,
        LetterSeries.REGISTRATION_REFUSAL: propose_registration_refusal,
    }
)
"""How each kind of letter is proposed: from the id of filing, review or document."""


def press_into(store: FileStore, kind: LetterSeries, formats: tuple[str, ...]) -> Press:
    """Return the press that prints a letter of a kind from its data and stores the papers."""

    def press(data: Mapping[str, object]) -> tuple[PressedPaper, ...]:
        model = compose(letter_from_data(kind.value, data))
        papers = []
        for paper_format in formats:
            name = f"{data['letter_number']}.{paper_format}"
            stored = store.put_bytes(WRITERS[paper_format](model), name)
            entry = FileEntry(stored.sha256, stored.size, stored.original_name)
            papers.append(PressedPaper(paper_format, entry))
        return tuple(papers)

    return press


def _receipt(page: FilingPage, rules: Profile, sender: Office, day: date) -> FilingReceipt:
    limit = rules.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    return FilingReceipt(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=page.filing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_report_number=page.filing_report_number,
        published_date=_stated("published_date", page.published_date),
        received_date=page.received_date,
        filing_register_number=page.filing_register_number,
        registered_date=_stated("registered_date", page.registered_date),
        days_used=page.days_used or 0,
        limit_days=limit.amount,
        day_unit=name_of(limit.unit),
        is_in_time=bool(page.is_timely),
        materials=tuple(
            MaterialRow(name_of(row.kind), row.copies, row.remark)
            for row in page.materials
            if row.copies
        ),
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )


def _opinion(page: ReviewPage, rules: Profile, sender: Office, day: date) -> ReviewOpinion:
    standing = [row for row in page.findings if not row.withdrawn_reason]
    return ReviewOpinion(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=page.issuing_body_name,
        copy_to=(),
        document_title=page.title,
        document_number=page.document_number,
        unified_number=page.unified_number,
        filing_register_number=page.filing_register_number,
        trigger=name_of(page.trigger),
        opened_date=page.opened_date,
        concluded_date=_stated("concluded_date", page.concluded_date),
        findings=tuple(
            FindingRow(
                position=position,
                clause=row.clause,
                quote=row.quote,
                finding_class=name_of(row.finding_class),
                basis_law=row.basis_title,
                basis_article=row.basis_article,
                basis_text=row.basis_text,
                suggestion=_problem_and_suggestion(row.problem, row.suggestion),
            )
            for position, row in enumerate(standing, start=1)
        ),
        requested_act=page.requested_act,
        report_days=rules.correction_term.value.amount,
        delivery_date=None,
        report_due_date=None,
        escalation_body=sender.government_name,
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )


def _problem_and_suggestion(problem: str, suggestion: str) -> str:
    """Say first what is wrong, then what is asked for, each as a sentence of its own."""
    parts = (part.strip().rstrip("。；") for part in (problem, suggestion))
    return "".join(f"{part}。" for part in parts if part)


def _stated(field: str, day: date | None) -> date:
    if day is None:
        raise LetterFactMissingError(field=field)
    return day
