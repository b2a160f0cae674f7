"""The columns of the changed laws, and of the documents that cite one."""

from models.domain.law_citations import LawChangeKind, LawChangeOutcome
from models.queries.law_citations import CitingDocument
from resources.terms import name_of
from review.laws.changed_laws import ChangedLaw
from ui.parts.days import day_words
from ui.parts.law_change_words import place_words
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone

_KINDS = {
    LawChangeKind.REPEALED: Tone.LATE,
    LawChangeKind.REPLACED: Tone.LATE,
    LawChangeKind.AMENDED: Tone.WAIT,
}
_OUTCOMES = {
    LawChangeOutcome.UNAFFECTED: Tone.OK,
    LawChangeOutcome.TO_AMEND: Tone.WAIT,
    LawChangeOutcome.TO_REPEAL: Tone.LATE,
}
_OPEN = "未核对"


def outcome_words(document: CitingDocument) -> str:
    """Return what was found of a document, or that nobody has looked."""
    return name_of(document.review.outcome) if document.review else _OPEN


def _note(document: CitingDocument) -> str:
    review = document.review
    return f"{review.note}（{review.reviewed_by}）" if review else ""


def _tone(document: CitingDocument) -> Tone:
    return _OUTCOMES[document.review.outcome] if document.review else Tone.PLAIN


def _places(document: CitingDocument) -> str:
    return "；".join(map(place_words, document.places))


LAWS: tuple[Column[ChangedLaw], ...] = (
    Column(
        "name",
        "法律、法规",
        300,
        lambda law: law.change.law_name,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        "kind",
        "变动",
        104,
        lambda law: name_of(law.change.kind),
        shape=Shape.PLATE,
        tone=lambda law: _KINDS[law.change.kind],
    ),
    Column("since", "自", 104, lambda law: day_words(law.change.since_date), Side.RIGHT),
    Column("successor", "现行的", 200, lambda law: law.change.successor, shape=Shape.TWO_LINES),
    Column("count", "引用的文件", 92, lambda law: str(law.document_count), Side.RIGHT),
    Column("open", "未核对", 76, lambda law: str(law.open_count), Side.RIGHT),
)

DOCUMENTS: tuple[Column[CitingDocument], ...] = (
    Column("title", "文件名称", 260, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("number", "文号", 176, lambda row: row.document_number or row.unified_number),
    Column("unit", "制定机关", 124, lambda row: row.issuing_body_name, shape=Shape.TWO_LINES),
    Column("written", "成文日期", 104, lambda row: day_words(row.written_date), Side.RIGHT),
    Column("places", "引用之处", 180, _places, shape=Shape.TWO_LINES),
    Column("outcome", "核对结果", 104, outcome_words, shape=Shape.PLATE, tone=_tone),
    Column("note", "说明", 150, _note, shape=Shape.TWO_LINES),
)
