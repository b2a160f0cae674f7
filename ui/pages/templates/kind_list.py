"""The kinds of paper, each with the wording it goes by."""

from collections.abc import Iterable

from review.letters.letter_kinds import LETTER_KINDS
from review.letters.wording_in_force import KeptWording
from ui.widgets.name_list import NameList


class KindList(NameList):
    """Keeps its place when it is told anew what is in force."""

    def __init__(self) -> None:
        super().__init__("文书种类")
        self._kinds = tuple(LETTER_KINDS)
        for kind in LETTER_KINDS.values():
            self.addItem(kind.name)
        self.setCurrentRow(0)

    def kind_id(self) -> str:
        """Return the kind stood on."""
        return self._kinds[max(self.currentRow(), 0)]

    def go_to(self, kind_id: str) -> None:
        """Stand on a kind."""
        self.setCurrentRow(self._kinds.index(kind_id))

    def tell(self, in_force: dict[str, KeptWording], changed: Iterable[str]) -> None:
        """Say beside each name what it goes by, and what is not kept yet."""
        unkept = frozenset(changed)
        for row, kind_id in enumerate(self._kinds):
            item = self.item(row)
            item.setText(
                f"{LETTER_KINDS[kind_id].name}{_mark(in_force[kind_id], kind_id in unkept)}"
            )


def _mark(wording: KeptWording, is_unkept: bool) -> str:  # noqa: FBT001 - a fact beside another
    if is_unkept:
        return "（未保存）"
    if wording.is_outdated:
        return "（本单位，原文已更新）"
    return "（本单位）" if wording.is_own else ""
