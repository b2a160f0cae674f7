"""Papers of the own register: refusals, registers and lists (登记簿、目录)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRefusal(NumberedLetter):
    """The notice that a document is not registered and not numbered (不予登记通知书).

    Attributes:
        document_number: 发文字号 as it was written on the draft; may be empty.
        reason: Why, in whole sentences.
        refused_date: Day of the decision.
    """

    document_title: str
    document_number: str
    reason: str
    refused_date: date


KINDS = (LetterKind("registration_refusal", RegistrationRefusal, "不予登记通知书"),)
