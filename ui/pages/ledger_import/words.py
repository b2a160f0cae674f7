"""Words of the import of a ledger: of a column, of a run of the past, of a row."""

from models.domain.imports import ImportState
from models.queries.imports import ImportRunRow
from review.ledgers.columns import LedgerField, MappingConfidence
from review.ledgers.judging import JudgedRow
from review.ledgers.problems import Verdict, note_words, row_kind_name, said
from review.ledgers.table import Column, LedgerTable
from review.ledgers.understanding import Understanding, cell_of
from ui.parts.days import instant_words
from ui.widgets.tokens import Tone

CONFIDENCE = {
    MappingConfidence.BY_NAME: "按栏名认出",
    MappingConfidence.BY_CONTENT: "按内容推测，请核对",
    MappingConfidence.UNKNOWN: "没有认出",
}
TONES = {
    Verdict.READY: Tone.OK,
    Verdict.WARNING: Tone.WAIT,
    Verdict.DUPLICATE: Tone.GONE,
    Verdict.ERROR: Tone.LATE,
}


def column_name(column: Column) -> str:
    """Return what a column is called on one line."""
    return " ".join(column.name.split()) or f"第 {column.place + 1} 栏"


def origin_words(column: Column, field: LedgerField | None, *, is_remembered: bool) -> str:
    """Say how a column came by its field."""
    if field is not column.proposal.field:
        return "与上次导入相同" if is_remembered else "由您指定"
    return CONFIDENCE[column.proposal.confidence]


def table_words(table: LedgerTable) -> str:
    """Say where the head is, how many rows there are, and what was left out of them."""
    head = f"表头在第 {table.header_row} 行" if table.header_row else "没有找到表头"
    kinds: dict[str, int] = {}
    for _, kind in table.left_out:
        kinds[kind.value] = kinds.get(kind.value, 0) + 1
    left = "、".join(f"{row_kind_name(kind)} {count} 行" for kind, count in kinds.items())
    words = f"{head}，共 {len(table.rows)} 行文件"
    notes = [note_words(note.kind.value, note.fact) for note in table.sheet.notes]
    return "；".join([f"{words}（另有{left}）" if left else words, *notes])


def run_words(run: ImportRunRow) -> tuple[str, str]:
    """Return an import of the past as a title and a line about it."""
    line = f"{instant_words(run.performed_at)}　{run.performed_by}　{run.document_count} 份文件"
    if run.state is ImportState.REVERSED:
        line += f"　已于 {run.reversed_date} 撤销：{run.reversal_reason}"
    return f"{run.source_name}　{run.sheet}", line


def cell_words(row: JudgedRow, understanding: Understanding, field: LedgerField) -> str:
    """Return a cell of a row by its field, on one line."""
    return " ".join(cell_of(row.row, understanding.place_of(field)).split())


def problem_words(row: JudgedRow) -> str:
    """Return all problems of a row."""
    return "；".join(map(said, row.problems))
