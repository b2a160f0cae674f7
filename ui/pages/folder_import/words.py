"""The words and tones of a folder import."""

from collections import Counter
from collections.abc import Sequence

from resources.terms import FIELDS, name_in, name_of
from review.folder_import.batch import Batch
from review.folder_import.registering import Registered
from review.folder_import.shown_names import shown
from review.folder_import.work_list import ItemFile, ItemState, Look, WorkItem
from ui.feedback.catalogue import words_of
from ui.parts.days import instant_words
from ui.widgets.tokens import Tone

TONES = {
    ItemState.READY: Tone.OK,
    ItemState.LOOK: Tone.WAIT,
    ItemState.SUPPLEMENT: Tone.WAIT,
    ItemState.DUPLICATE: Tone.GONE,
    ItemState.ACCOMPANYING: Tone.PLAIN,
    ItemState.UNREADABLE: Tone.LATE,
    ItemState.REGISTERED: Tone.OK,
    ItemState.SET_ASIDE: Tone.GONE,
}
_MOST_NAMES = 3


def batch_words(batch: Batch) -> str:
    """Name a batch by its folder and the moment it was begun."""
    names = [shown(place.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]) for place in _of(batch)]
    more = f" 等 {len(names)} 处" if len(names) > _MOST_NAMES else ""
    return f"{'、'.join(names[:_MOST_NAMES])}{more}　{instant_words(batch.plan.begun_at)}"


def _of(batch: Batch) -> tuple[str, ...]:
    return batch.plan.sources


def look_words(look: Look) -> str:
    """Say why a field is to be looked at."""
    words = f"：{look.words}" if look.words else ""
    return f"{name_in(FIELDS, look.field)}　{name_of(look.reason)}{words}"


def note_of(item: WorkItem) -> str:
    """Return the one line that the table shows of what an item waits for."""
    if item.error is not None:
        return words_of(item.error).title
    if item.state is ItemState.SET_ASIDE:
        return item.set_aside_reason
    if item.twin is not None and item.state in {ItemState.DUPLICATE, ItemState.SUPPLEMENT}:
        return f"{name_of(item.twin.sameness)}　{item.twin.number or item.twin.title}"
    if item.state is ItemState.LOOK:
        return "；".join(dict.fromkeys(_short(look) for look in item.looks))
    if item.state is ItemState.UNREADABLE:
        return "没有文字，可能是扫描件"
    return "历史补录" if item.is_historic and item.state is ItemState.READY else ""


def _short(look: Look) -> str:
    return f"{name_in(FIELDS, look.field)}{name_of(look.reason)}"


def files_words(item: WorkItem) -> str:
    """Say how many files an item holds."""
    copies = sum(len(file.copies) for file in item.files)
    words = f"{len(item.files)}"
    return f"{words}+{copies}" if copies else words


def file_words(file: ItemFile) -> str:
    """Name a file with its part and its copies."""
    part = name_of(file.evidence) if file.evidence else name_of(file.part)
    copies = f"（另有 {len(file.copies)} 份相同的）" if file.copies else ""
    return f"{part}：{file.name}{copies}"


def summary_facts(items: Sequence[WorkItem]) -> list[tuple[str, str]]:
    """Return what a person compares before a registration in bulk."""
    historic = sum(item.is_historic for item in items)
    new = len(items) - historic
    years = sorted({item.adopted_date.year for item in items if item.adopted_date})
    bodies = Counter(item.issuing_body for item in items).most_common()
    named = "，".join(f"{name} {count} 件" for name, count in bodies[:_MOST_NAMES])
    more = f"，其他机关 {sum(count for _, count in bodies[_MOST_NAMES:])} 件"
    span = (
        f"{years[0]} 年至 {years[-1]} 年" if len(years) > 1 else f"{years[0]} 年" if years else ""
    )
    return [
        ("件数", f"{len(items)} 件"),
        ("办理", "，".join(one for one in _kinds(historic, new) if one)),
        ("成文年份", span),
        ("制定机关", named + (more if len(bodies) > _MOST_NAMES else "")),
        ("附带文件", f"{sum(len(item.files) - 1 for item in items)} 份"),
    ]


def _kinds(historic: int, new: int) -> tuple[str, str]:
    return (
        f"历史补录 {historic} 件" if historic else "",
        f"作为新文件登记 {new} 件" if new else "",
    )


def refusal_words(one: Registered) -> str:
    """Say why an item was not registered, or what of it was refused."""
    refusal = one.refusal or one.number_refusal
    return f"《{one.item.title}》：{words_of(refusal).text}" if refusal else ""
