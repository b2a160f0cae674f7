"""A whole ledger enters the register or none of it, and can be taken back without a trace in it."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.attach_file import attach_file
from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.historic_numbers import confirm_counter
from models.acts.import_ledger import import_ledger, reverse_import
from models.acts.import_refusals import (
    FileAttachedError,
    FileRefusedError,
    ImportCountedError,
    ImportEmptyError,
    ImportReversedError,
    ImportStaleError,
    ImportTouchedError,
)
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    BodyNameTakenError,
    FieldEmptyError,
    FutureDateError,
    NumberTakenError,
    NumberUnreadableError,
    RecordMissingError,
)
from models.acts.register_document import refuse_registration, register_historic_document
from models.database import DATABASE
from models.domain.imports import EndingEntry, ImportedDocument, ImportState, LedgerImport
from models.domain.records import (
    DuplicateHandling,
    EvidenceEntry,
    FileEntry,
    JointIssuerEntry,
    Origin,
)
from models.domain.terms import EvidenceKind, ValidityStatus
from models.domain.validity import EndingKind
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids, document_rows
from models.queries.imports import (
    import_runs,
    imported_from,
    known_documents,
    last_choices,
    unified_numbers_taken,
)
from models.queries.numbers import numbers_report
from models.queries.record_check import differing_records
from models.queries.trail import trail_of, verify_trail
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, DocumentFile, JointIssuer, ProcedureEvidence
from models.tables.imports import ImportRun
from models.tables.numbers import NumberEntry
from tests.models.office import (
    LABOUR,
    PAPER,
    REVIEWER,
    TODAY,
    TOWN,
    add_body,
    another,
    number_one,
    order,
    parking_measures,
    past_document,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

SOURCE = FileEntry("cd" * 32, 4096, "云溪县台账.xlsx")


def imported(body_id: int, place: int) -> ImportedDocument:
    """Return a row that differs in everything by which doubles are found."""
    entry = replace(another(parking_measures(body_id), place), evidence=())
    return ImportedDocument(row_number=place + 1, entry=entry)


def ledger(*documents: ImportedDocument) -> LedgerImport:
    """Return an import of these rows."""
    return LedgerImport(SOURCE, "台账", "文件名称|文号", '{"columns": {}}', 9, documents)


def import_some(count: int = 3) -> int:
    """Import so many documents and return the import's id."""
    body_id = add_body()
    return import_ledger(
        order(), ledger(*(imported(body_id, place) for place in range(1, count + 1)))
    )


def ids_of() -> list[int]:
    """Return the ids of all documents in the order they came."""
    return [row.id for row in Document.select(Document.id).order_by(Document.id)]


def is_sound() -> bool:
    """Tell whether trail, records and numbers agree."""
    report = numbers_report()
    return verify_trail().is_sound and differing_records() == () and report.faults == ()


def test_the_rows_of_a_ledger_are_documents_of_the_past_and_the_trail_tells_of_each() -> None:
    run_id = import_some(3)
    rows = document_rows(
        document_ids(DocumentFilter(), DocumentOrder.REGISTERED_DATE, TODAY), TODAY
    )
    assert [row.origin for row in rows] == [Origin.HISTORIC] * 3
    assert [len(trail_of("document", document_id)) for document_id in ids_of()] == [1, 1, 1]
    (run,) = import_runs()
    assert (run.id, run.document_count, run.row_count, run.state) == (
        run_id,
        3,
        9,
        ImportState.PERFORMED,
    )
    assert is_sound()


def test_everything_a_row_says_is_in_the_record_and_the_rest_is_kept_beside_it() -> None:
    # Given a row with joint issuers, a meeting, a repeal, and a column the record has no place for
    body_id, labour = add_body(), add_body(LABOUR)
    row = imported(body_id, 1)
    entry = replace(
        row.entry,
        published_date=date(2020, 3, 5),
        joint_issuers=(
            JointIssuerEntry("云溪县人民政府", body_id, is_lead=True),
            JointIssuerEntry(LABOUR.name, labour),
        ),
        evidence=(EvidenceEntry(EvidenceKind.COLLECTIVE_DELIBERATION, reference="第3次常务会议"),),
        adopted_date=date(2020, 3, 1),
    )
    row = replace(
        row,
        entry=entry,
        ending=EndingEntry(EndingKind.REPEALED, date(2024, 1, 1), "已废止"),
        unheld=(("备注", "与城管局会签"),),
    )
    # When it is imported
    import_ledger(order(), ledger(row))
    # Then the record, its validity and its origin say so
    (document_id,) = ids_of()
    (found,) = document_rows([document_id], TODAY)
    assert found.validity is ValidityStatus.REPEALED
    assert JointIssuer.select().where(JointIssuer.document == document_id).count() == 2
    assert ProcedureEvidence.get().reference == "第3次常务会议"
    origin = imported_from(document_id)
    assert origin is not None
    assert (origin.source_name, origin.row_number) == ("云溪县台账.xlsx", 2)
    assert origin.unheld == (("备注", "与城管局会签"),)
    assert is_sound()


def test_a_document_that_was_not_imported_comes_from_no_ledger() -> None:
    assert imported_from(register_one()) is None


def test_unified_numbers_of_a_ledger_move_no_counter() -> None:
    # Given a ledger with numbers of this year
    body_id = add_body()
    rows = [
        replace(imported(body_id, place), unified_number=f"YXDR—2026—0100{place}")
        for place in (1, 2)
    ]
    # When it is imported
    import_ledger(order(), ledger(*rows))
    # Then the numbers stand in the ledger as entered from the past
    assert NumberEntry.select().where(NumberEntry.is_back_entry).count() == 2
    assert set(unified_numbers_taken().values()) == {f"《{row.entry.title}》" for row in rows}
    assert is_sound()


@pytest.mark.parametrize(
    ("numbers", "error"),
    [
        (("YXDR—2026—01001", "YXDR-2026-01001"), NumberTakenError),
        (("第一号",), NumberUnreadableError),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_the_whole_ledger(
    numbers: tuple[str, ...], error: type[Exception]
) -> None:
    body_id = add_body()
    rows = [
        replace(imported(body_id, place), unified_number=number)
        for place, number in enumerate(numbers, start=1)
    ]
    with pytest.raises(error):
        import_ledger(order(), ledger(*rows))
    assert ids_of() == []
    assert import_runs() == ()


def test_a_body_that_comes_with_the_ledger_is_entered_with_it() -> None:
    row = replace(imported(0, 1), new_issuer=TOWN.name)
    import_ledger(order(), replace(ledger(row), new_bodies=(TOWN,)))
    body = IssuingBody.get(IssuingBody.name == TOWN.name)
    assert Document.get().issuing_body_id == body.id
    assert is_sound()


def test_a_body_that_is_there_is_not_entered_again() -> None:
    add_body(TOWN)
    row = replace(imported(0, 1), new_issuer=TOWN.name)
    with pytest.raises(BodyNameTakenError):
        import_ledger(order(), replace(ledger(row), new_bodies=(TOWN,)))


def test_a_row_without_a_body_is_refused() -> None:
    with pytest.raises(RecordMissingError):
        import_ledger(order(), ledger(imported(999, 1)))


def test_a_document_registered_since_the_rows_were_judged_stops_the_import() -> None:
    body_id = add_body()
    register_historic_document(order(), another(parking_measures(body_id), 2))
    with pytest.raises(ImportStaleError) as refusal:
        import_ledger(order(), ledger(imported(body_id, 1), imported(body_id, 2)))
    assert refusal.value.values["row"] == 3
    assert len(ids_of()) == 1


def test_a_double_that_was_looked_at_is_imported() -> None:
    body_id = add_body()
    past_document(body_id, 1)
    row = replace(imported(body_id, 1), handling=DuplicateHandling.REGISTER_ALL_THE_SAME)
    import_ledger(order(), ledger(row))
    assert len(ids_of()) == 2
    assert is_sound()


def test_a_date_in_the_future_is_refused() -> None:
    row = imported(add_body(), 1)
    late = replace(row, entry=replace(row.entry, signed_date=date(2027, 1, 1)))
    with pytest.raises(FutureDateError):
        import_ledger(order(), ledger(late))


def test_an_empty_ledger_is_refused() -> None:
    with pytest.raises(ImportEmptyError):
        import_ledger(order(), ledger())


def test_a_reviewer_imports_nothing() -> None:
    with pytest.raises(NotPermittedError):
        import_ledger(order(REVIEWER), ledger(imported(add_body(), 1)))


class StoppedError(Exception):
    """The clerk has stopped the import."""


def test_an_import_that_is_stopped_leaves_nothing() -> None:
    # Given a ledger of more than one batch, and a clerk who stops it in the middle
    body_id = add_body()
    lines = len(trail_of("import_run", 1))
    heard: list[tuple[int, int]] = []

    def stop_later(done: int, total: int) -> None:
        heard.append((done, total))
        if done:
            raise StoppedError

    # When it is imported
    with pytest.raises(StoppedError):
        import_ledger(order(), ledger(*(imported(body_id, n) for n in range(1, 1000))), stop_later)
    # Then nothing of it is there
    assert heard == [(0, 999), (400, 999)]
    assert ids_of() == []
    assert len(trail_of("import_run", 1)) == lines
    assert is_sound()


def test_the_same_order_imports_once() -> None:
    body_id = add_body()
    once = order()
    rows = ledger(imported(body_id, 1))
    assert import_ledger(once, rows) == import_ledger(once, rows)
    assert len(ids_of()) == 1


def test_an_import_taken_back_leaves_the_register_as_it_was_and_the_trail_knows_both() -> None:
    # Given an import with a number, and a document from before
    body_id = add_body()
    kept = past_document(body_id, 50)
    row = replace(imported(body_id, 1), unified_number="YXDR—2026—01001")
    run_id = import_ledger(order(), ledger(row, imported(body_id, 2)))
    # When it is taken back
    reverse_import(order(), run_id, "栏目选错")
    # Then only the document from before is there, and the trail tells of the whole
    assert ids_of() == [kept]
    assert unified_numbers_taken() == {}
    (run,) = import_runs()
    assert (run.state, run.reversal_reason, run.reversed_date) == (
        ImportState.REVERSED,
        "栏目选错",
        TODAY,
    )
    assert [line.act.value for line in trail_of("import_run", run_id)] == [
        "import_ledger",
        "reverse_import",
    ]
    assert is_sound()


def test_the_corrected_ledger_is_imported_after_the_first_was_taken_back() -> None:
    body_id = add_body()
    rows = ledger(replace(imported(body_id, 1), unified_number="YXDR—2026—01001"))
    reverse_import(order(), import_ledger(order(), rows), "重新导入")
    import_ledger(order(), rows)
    assert len(ids_of()) == 1
    assert is_sound()


def test_an_import_is_taken_back_once_and_with_a_reason() -> None:
    run_id = import_some(1)
    with pytest.raises(FieldEmptyError):
        reverse_import(order(), run_id, " ")
    reverse_import(order(), run_id, "重新导入")
    with pytest.raises(ImportReversedError):
        reverse_import(order(), run_id, "重新导入")
    with pytest.raises(RecordMissingError):
        reverse_import(order(), 99, "重新导入")


def test_an_import_with_a_document_that_was_worked_on_is_not_taken_back() -> None:
    run_id = import_some(2)
    first, second = ids_of()
    correct_record(
        order(), first, 1, (Correction(CorrectableField.SIGNER, "唐守正"),), "漏填签发人"
    )
    with pytest.raises(ImportTouchedError) as refusal:
        reverse_import(order(), run_id, "重新导入")
    assert refusal.value.values["titles"] == (Document.get_by_id(first).title,)
    assert ids_of() == [first, second]


def test_an_import_whose_number_a_counter_follows_is_not_taken_back() -> None:
    # Given a number of a ledger that was confirmed as the start of a counter
    body_id = add_body()
    row = replace(imported(body_id, 1), unified_number="YXDR—2026—01007")
    run_id = import_ledger(order(), ledger(row))
    count = DATABASE.execute_sql("SELECT scheme_id, token, scope FROM number_count").fetchone()
    confirm_counter(order("tang"), *count)
    # Then taking it back would leave the counter in the air
    with pytest.raises(ImportCountedError):
        reverse_import(order(), run_id, "重新导入")


def test_how_a_ledger_was_understood_is_known_for_the_next_of_its_shape() -> None:
    import_some(1)
    assert last_choices("文件名称|文号") == '{"columns": {}}'
    assert last_choices("标题") is None


def test_a_record_slipped_behind_the_trail_into_an_import_is_found() -> None:
    import_some(1)
    ImportRun.update(document_count=2).execute()
    (fault,) = differing_records()
    assert fault.fields == ("document_count",)


def test_documents_of_the_register_are_known_by_number_and_by_title_without_number() -> None:
    body_id = add_body()
    past_document(body_id, 1)
    known = known_documents()
    title, number = "云溪县第1类事项管理办法", "云政发〔2026〕101号"
    assert known.double_of("别的标题", "云政发[2026]101号", "") is not None
    assert known.double_of(title, "", "云溪县人民政府") is not None
    assert known.double_of(title, "云政发〔2019〕1号", "云溪县人民政府") is None
    assert known.double_of(title, number, "别的机关") is not None


def test_a_file_is_attached_to_an_imported_document_as_its_last() -> None:
    import_some(1)
    (document_id,) = ids_of()
    attach_file(order(), document_id, replace(PAPER, sha256="ef" * 32))
    attach_file(order(), document_id, PAPER)
    files = DocumentFile.select().order_by(DocumentFile.position)
    assert [(file.position, file.stored_file_id) for file in files] == [
        (1, "ef" * 32),
        (2, PAPER.sha256),
    ]
    assert is_sound()


def test_a_file_is_attached_once_and_not_to_a_refused_document() -> None:
    import_some(1)
    (document_id,) = ids_of()
    attach_file(order(), document_id, PAPER)
    with pytest.raises(FileAttachedError):
        attach_file(order(), document_id, PAPER)
    body_id = IssuingBody.get().id
    refused = refuse_registration(order(), another(parking_measures(body_id), 9), "不属于")
    with pytest.raises(FileRefusedError):
        attach_file(order(), refused, PAPER)


def test_numbering_goes_on_as_if_nothing_was_imported() -> None:
    body_id = add_body()
    row = replace(imported(body_id, 1), unified_number="YXDR—2025—01007")
    import_ledger(order(), ledger(row))
    assert number_one(register_one(40, body_id)).number.endswith("01001")
