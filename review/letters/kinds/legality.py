"""Papers of the legality review before a document is deliberated (合法性审核)."""

from dataclasses import dataclass
from datetime import date

from models.domain.letter_terms import LegalityConclusion
from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalityFindingRow:
    """One point of a draft that has to be changed (审核意见).

    Attributes:
        clause: The place in the draft, for example ``"第十二条第二款"``.
        problem: What is wrong with it, in whole sentences.
        basis: Law and article, book marks included, for example ``"《…法》第十六条"``.
        suggestion: How to change it.
    """

    clause: str
    problem: str
    basis: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalityOpinion(NumberedLetter):
    """The opinion on the lawfulness of a draft before it is tabled (合法性审核意见书).

    It looks at five sides: who makes it, with which powers, by which procedure, what it says, and
    its form. 国办发〔2018〕37号: without a legality review, or with a negative one, a draft may not
    be tabled.

    Attributes:
        addressee: The unit that submitted the draft (送审单位).
        draft_title: Title of the draft without book marks.
        draft_version: Which version was read, for example ``"2026年3月2日送审稿"``.
        draft_hash: First characters of the SHA-256 of that version's text; empty when only paper
            was submitted.
        submitted_date: Day the draft came; None until a person writes it.
        complete_date: Day the material was complete, from which the clock runs; None until a
            person writes it.
        materials: Names of the papers submitted with it.
        reviewers: Who read it.
        legal_adviser: Adviser or lawyer who took part; empty when none did.
        basis_laws: Titles of the laws it was read against, without book marks.
        issuer_view: Whether the body may issue it (主体).
        powers_view: Whether it stays inside the body's powers (权限).
        procedure_view: Whether the steps of making were taken (程序).
        content_view: Whether what it says agrees with the law (内容).
        form_view: Kind of document, structure and wording (形式).
        findings: What has to be changed, point by point; may be empty.
        conclusion: One of six.
    """

    draft_title: str
    draft_version: str
    draft_hash: str
    submitted_date: date | None
    complete_date: date | None
    materials: tuple[str, ...]
    reviewers: tuple[str, ...]
    legal_adviser: str
    basis_laws: tuple[str, ...]
    issuer_view: str
    powers_view: str
    procedure_view: str
    content_view: str
    form_view: str
    findings: tuple[LegalityFindingRow, ...]
    conclusion: LegalityConclusion


KINDS = (LetterKind("legality_opinion", LegalityOpinion, "合法性审核意见书"),)
