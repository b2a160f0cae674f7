"""Papers by which documents are filed upward, and by which a filing is called for (报送备案)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesRow:
    """One kind of paper sent with a filing report, and in how many copies."""

    name: str
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReport(NumberedLetter):
    """The report by which a document is filed with one recipient (备案报告), written upward.

    Attributes:
        addressee: The recipient (报备对象): the government above, the standing committee of the
            people's congress at the same level, the department above.
        office_name: The body that files, which signs and seals.
        signer: Who approves the report for it (签发人).
        document_title: Title without book marks.
        unified_number: 统一登记号; empty when the document has none.
        validity: The term in words, for example ``"有效期5年，至2031年3月31日止"``; may be empty.
        papers: What is sent, with the copies the recipient asks for.
        states_content: Whether the report itself tells purpose, basis, content and the result of
            the legality review, as some places demand. The four fields below are printed only then.
        bases: Names of the laws and documents it stands on, without book marks.
        copy_to: Who gets a copy (抄送); may be empty.
        printing_office: Who prints it (印发机关); may be empty.
    """

    signer: str
    document_title: str
    document_number: str
    unified_number: str
    published_date: date
    effective_date: date | None = None
    validity: str
    papers: tuple[CopiesRow, ...]
    states_content: bool
    purpose: str
    bases: tuple[str, ...]
    main_content: str
    legality_result: str
    copy_to: tuple[str, ...]
    printing_office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRow:
    """One step of the procedure a document went through (制定程序).

    Attributes:
        step: Name of the step, for example ``"公开征求意见"``.
        time: Day or span in words; empty when the record has none.
        result: What came of it, with the number of its paper where it has one.
    """

    step: str
    time: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedDocumentRow:
    """A document that the filed one amends, repeals or replaces.

    Attributes:
        relation: What is done to it, for example ``"废止"``.
        title: Title without book marks.
        number: Its 发文字号; may be empty.
        clause: The clauses that are meant; empty means the whole document.
    """

    relation: str
    title: str
    number: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingStatement(Letter):
    """The statement that goes with a filing report (备案说明).

    Attributes:
        necessity: Why the document was needed.
        bases: Names of the laws and documents it stands on, without book marks.
        procedure: The steps it went through, in their order.
        main_content: What it provides.
        disagreements: Points in dispute and how they were settled; may be empty.
        early_effect_reason: Why it takes effect sooner after publication than the rule wants;
            empty when it does not.
        related: Documents it amends, repeals or replaces.
        validity: The term in words; may be empty.
    """

    document_title: str
    document_number: str
    unified_number: str
    adopted_date: date | None = None
    published_date: date
    effective_date: date | None = None
    necessity: str
    bases: tuple[str, ...]
    procedure: tuple[ProcedureRow, ...]
    main_content: str
    disagreements: str
    early_effect_reason: str
    related: tuple[RelatedDocumentRow, ...]
    validity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One field of a registration form: its label there, and what stands in it."""

    label: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingForm(Letter):
    """The form that goes with a filing report (报送备案登记表), in the recipient's order.

    Attributes:
        addressee: The recipient (报备对象).
        rows: Its fields; what is empty is written by hand.
        papers: What is sent, and in how many copies.
    """

    addressee: str
    rows: tuple[FormRow, ...]
    papers: tuple[CopiesRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePaperRow:
    """One paper of a bundle.

    Attributes:
        number: Its number; may be empty.
        files: Names of its files in the folder; empty for what lies beside on paper alone.
    """

    name: str
    number: str
    copies: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents(Letter):
    """The list of what goes up with a filing report (报备材料目录).

    Attributes:
        addressee: The recipient (报备对象).
        papers: What goes along, in the order of the folder.
        missing: Names of papers that the recipient asks for and that do not go along.
        missing_reason: Why it goes up without them; empty when nothing is missing.
    """

    addressee: str
    document_title: str
    document_number: str
    filing_report_number: str
    papers: tuple[BundlePaperRow, ...]
    missing: tuple[str, ...]
    missing_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfiledDocumentRow:
    """A document that was not filed; the days are printed as far as they are known.

    Attributes:
        adopted_date: Day the document bears (成文日期).
        published_date: Day it was published.
        filing_due_date: Last day on which it should have been filed.
    """

    title: str
    number: str
    adopted_date: date | None = None
    published_date: date | None = None
    filing_due_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFilingNotice(NumberedLetter):
    """The notice that calls for filings that were not made (催报通知).

    Attributes:
        addressee: The issuing body that has to file.
        found_by: How the office learned of the documents, for example ``"政府网站公开信息"``.
        limit_days: Days after publication within which a document must be filed.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        legal_basis: The rule that sets the limit, as the profile names it.
        due_date: Last day for the filings now called for; the time is that of a supplement.
        copy_to: Who gets a copy (抄送); may be empty.
    """

    documents: tuple[UnfiledDocumentRow, ...]
    found_by: str
    limit_days: int
    day_unit: str
    legal_basis: str
    due_date: date
    copy_to: tuple[str, ...]


KINDS = (
    LetterKind("filing_report", FilingReport, "备案报告"),
    LetterKind("filing_statement", FilingStatement, "备案说明"),
    LetterKind("filing_form", FilingForm, "报送备案登记表"),
    LetterKind("bundle_contents", BundleContents, "报备材料目录"),
    LetterKind("missing_filing_notice", MissingFilingNotice, "催报通知"),
)
