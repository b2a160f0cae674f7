"""The result of a cleanup in words: its sum, what is the matter with it, what it touches."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from models.cleanup_course import AffectedDocument
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_result import ResultFault, ResultFinding, ResultItem
from models.queries.cleanup_results import ResultPreview
from resources.terms import name_of
from ui.widgets.card import CardLine
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

_SHOWN = 6


def sum_words(items: Sequence[ResultItem]) -> str:
    """Return the sum of a result: 目录 46 件 = 继续有效 30 + 废止 16."""
    counts = [(one, sum(item.outcome is one for item in items)) for one in CleanupOutcome]
    parts = [f"{name_of(one)} {count}" for one, count in counts if count]
    undecided = sum(item.outcome is None for item in items)
    if undecided:
        parts.append(f"还没有审核 {undecided}")
    return f"目录 {len(items)} 件 = {' + '.join(parts)}" if parts else "目录是空的"


def state_words(preview: ResultPreview) -> tuple[str, Tone]:
    """Return whether a result adds up, in a sentence, and the tone of it."""
    blocking = {one.document_id for one in preview.findings if one.fault.is_blocking}
    if not preview.items:
        return "目录是空的，没有结果可以办理。", Tone.LATE
    if blocking:
        words = f"有 {len(blocking)} 件还不能列入结果，逐件改好以后才能办理。"
        return words, Tone.LATE
    return "各类件数与目录相符，没有重复列入的。", Tone.OK


def finding_lines(
    findings: Sequence[ResultFinding], go: Callable[[int], None]
) -> Iterator[CardLine]:
    """Yield the findings by what is the matter; each leads to its document by its entry."""
    for fault in ResultFault:
        same = [one for one in findings if one.fault is fault]
        for one in same[:_SHOWN]:
            yield CardLine(f"{name_of(fault)}：《{one.title}》", partial(go, one.entry_id))
        if len(same) > _SHOWN:
            words = f"{name_of(fault)}：还有 {len(same) - _SHOWN} 件，从下一件看起"
            yield CardLine(words, partial(go, same[_SHOWN].entry_id))


def affected_words(affected: Sequence[AffectedDocument]) -> tuple[str, Tone]:
    """Return how many documents a result touches that it does not end by name."""
    unseen = sum(not one.is_acknowledged for one in affected)
    if not affected:
        return "没有受到连带影响的文件。", Tone.OK
    if unseen:
        words = f"结果没有点名、但是受到影响的文件 {len(affected)} 件，其中 {unseen} 件还没有核对。"
        return words, Tone.LATE
    return f"结果没有点名、但是受到影响的文件 {len(affected)} 件，都已核对。", Tone.OK


def _ground(one: AffectedDocument) -> str:
    return f"{name_of(one.ground)}《{one.through}》" if one.through else name_of(one.ground)


def _listed(one: AffectedDocument) -> str:
    return "在目录中" if one.is_listed else "不在目录中"


def _seen(one: AffectedDocument) -> str:
    return "已核对" if one.is_acknowledged else "请核对"


def _seen_tone(one: AffectedDocument) -> Tone:
    return Tone.OK if one.is_acknowledged else Tone.WAIT


AFFECTED: tuple[Column[AffectedDocument], ...] = (
    Column("title", "文件名称", 190, lambda one: one.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("number", "发文字号", 130, lambda one: one.document_number, shape=Shape.TWO_LINES),
    Column("ground", "为什么受影响", 200, _ground, shape=Shape.TWO_LINES),
    Column("listed", "清理目录", 96, _listed),
    Column("seen", "核对", 96, _seen, shape=Shape.PLATE, tone=_seen_tone),
)
