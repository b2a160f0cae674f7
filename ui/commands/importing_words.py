"""Items of a folder import as lines for people and as objects for programs."""

from collections.abc import Iterator, Mapping

from resources.terms import name_of
from review.folder_import.work_list import ItemState, Look, WorkItem
from ui.commands.words import heading
from ui.feedback.catalogue import words_of


def state_words(counts: Mapping[ItemState, int]) -> str:
    """Return the counts of a work list on one line."""
    return "，".join(f"{name_of(state)} {count} 项" for state, count in counts.items())


def item_lines(item: WorkItem) -> Iterator[str]:
    """Yield the lines that a person reads of an item."""
    number = f"　{item.document_number}" if item.document_number else ""
    yield f"{item.number}　{name_of(item.state)}　{item.title}{number}"
    for look in item.looks:
        yield f"    请核对：{look_words(look)}"
    if item.twin is not None:
        yield f"    登记簿中：《{item.twin.title}》{item.twin.number}"
    if item.error is not None:
        yield f"    {words_of(item.error).text}"
    if item.set_aside_reason:
        yield f"    不登记：{item.set_aside_reason}"
    for file in item.files[1:]:
        yield f"    {name_of(file.part)}：{file.shown}"


def look_words(look: Look) -> str:
    """Say why a field is to be looked at."""
    words = f"：{look.words}" if look.words else ""
    return f"{heading(look.field)}（{name_of(look.reason)}{words}）"


def item_record(item: WorkItem) -> dict[str, object]:
    """Return what a program reads of an item."""
    return {
        "item": item.number,
        "state": item.state.value,
        "title": item.title,
        "document_number": item.document_number,
        "issuing_body": item.issuing_body,
        "adopted_date": item.adopted_date,
        "is_historic": item.is_historic,
        "looks": [
            {"field": one.field, "reason": one.reason.value, "words": one.words}
            for one in item.looks
        ],
        "twin": item.twin,
        "document_id": item.document_id,
        "error": item.error.code if item.error else None,
        "set_aside_reason": item.set_aside_reason,
        "files": [
            {
                "file": one.shown,
                "part": one.part.value,
                "sha256": one.sha256,
                "copies": one.copies,
            }
            for one in item.files
        ],
    }
