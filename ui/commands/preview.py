"""What would be saved is shown before anything is: values, look-alikes, missing papers."""

from collections.abc import Mapping

from models.domain.gates import MissingGate
from models.domain.records import DocumentEntry
from models.queries.bodies import issuing_bodies
from models.queries.duplicates import SimilarRow, similar_documents
from resources.terms import name_of
from review.extraction.answer import fields_answer
from ui.commands.entry import ReadFile
from ui.commands.reading import show_fields
from ui.commands.session import Session

_SHOWN = (
    "title",
    "document_number",
    "document_class",
    "document_kind",
    "drafting_unit",
    "addressee",
    "signer",
    "signed_date",
    "adopted_date",
    "published_date",
    "effective_date",
    "validity_term",
    "interpretation_body",
    "is_trial",
    "is_market_related",
    "has_major_effect",
)


def preview(
    session: Session,
    read: ReadFile | None,
    entry: DocumentEntry,
    gates: tuple[MissingGate, ...],
) -> None:
    """Show what would be saved, what it looks like, and what is missing."""
    hashes = tuple(file.sha256 for file in entry.files)
    similar = similar_documents(entry.title, entry.document_number, hashes)
    proposed = _proposed_fields(read)
    session.voice.record(
        {
            "is_saved": False,
            "entry": _without_text(entry),
            "proposed": proposed,
            "similar": similar,
            "missing_gates": gates,
        }
    )
    session.voice.remark("从文件读到：")
    show_fields(session.voice, proposed)
    session.voice.remark("将要保存：")
    session.voice.facts((name, getattr(entry, name)) for name in _SHOWN)
    session.voice.facts(_told(entry))
    _remark_problems(session, similar, gates)
    remark_unsaved(session)


def remark_unsaved(session: Session) -> None:
    """Say that nothing was saved and how it would be."""
    session.voice.remark("没有保存。核对无误后，加上 --confirm 再执行一次。")


def _told(entry: DocumentEntry) -> list[tuple[str, object]]:
    """Return what an entry holds of other records, in words."""
    body = next(body.name for body in issuing_bodies() if body.id == entry.issuing_body_id)
    return [
        ("issuing_body", body),
        ("joint_issuers", tuple(one.name for one in entry.joint_issuers)),
        ("evidence", tuple(one.kind for one in entry.evidence)),
        (
            "relations",
            tuple(
                f"{name_of(one.kind)}《{one.target_title}》{one.target_number}"
                for one in entry.relations
            ),
        ),
    ]


def _proposed_fields(read: ReadFile | None) -> Mapping[str, Mapping[str, object]]:
    if read is None:
        return {}
    return fields_answer(read.proposal)


def _without_text(entry: DocumentEntry) -> dict[str, object]:
    return {name: value for name, value in vars(entry).items() if name != "files"}


def _remark_problems(
    session: Session, similar: tuple[SimilarRow, ...], gates: tuple[MissingGate, ...]
) -> None:
    for row in similar:
        session.voice.remark(
            f"相似：{name_of(row.sameness)}，第 {row.id} 号《{row.title}》{row.number}，"
            f"{row.registered_date.isoformat()} 登记"
        )
    for gate in gates:
        weight = "缺少" if gate.is_required else "建议补充"
        session.voice.remark(f"{weight}：{name_of(gate.evidence)}")
    for source in sorted({gate.source for gate in gates}):
        session.voice.remark(f"材料的依据：{source}")
