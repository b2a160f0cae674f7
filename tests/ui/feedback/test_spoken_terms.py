"""Terms and identifiers among the facts of an error are said in Chinese."""

from models.acts.refusals import FieldEmptyError, MaterialsMissingError, RecordMissingError
from models.domain.terms import MaterialKind
from ui.feedback.catalogue import words_of


def test_terms_are_said_by_their_names() -> None:
    error = MaterialsMissingError(missing=(MaterialKind.FILING_REPORT, MaterialKind.OFFICIAL_TEXT))

    assert "备案报告、正式文本" in words_of(error).text


def test_fields_and_records_are_said_by_their_names() -> None:
    assert "“条款”" in words_of(FieldEmptyError(field="clause")).text
    assert "备案件" in words_of(RecordMissingError(record="filing", id=3)).text
