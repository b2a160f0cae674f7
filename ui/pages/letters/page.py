"""The letters (文书): every receipt and opinion issued, with number, date and state."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.errors import AppError
from resources.terms import name_of
from review.letters.drafting.batches import BATCHES
from ui.desk import Desk, NextStep, Route
from ui.pages.letters.listing import LETTERS
from ui.parts.list_page import ListPage, ListWords
from ui.parts.papers.desk import PapersDesk
from ui.parts.papers.print_choice import NoPrinterError
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import Filter
from ui.widgets.menus import menu_of

_WORDS = ListWords(
    name="letters",
    title="文书",
    record="文书",
    filters=(
        Filter("kind", "种类"),
        Filter("addressee", "主送"),
        Filter("year", "年份"),
        Filter("state", "状态"),
    ),
    hint="文号、主送机关或者文件名称",
    nothing_yet=(
        "还没有文书",
        "备案登记以后出具备案回执，审查终结以后出具审查意见书，都列在这里。",
        "查看待出的文书",
    ),
    record_page="letter",
    helping_page="overview",
)


_SAVING = {
    ("docx",): "另存为 Word",
    ("pdf",): "另存为 PDF",
    ("docx", "pdf"): "另存为 Word 和 PDF",
}
_PLACES = {
    "outgoing": "发文登记",
    "verification": "核验文书",
    "ledger": "号码台账",
    "templates": "文书模板",
}
_CHOOSE_FIRST = "先在表中选中文书；按住 Ctrl 或者 Shift 可以选多份，Ctrl+A 全选"


class LettersPage(ListPage):
    """All letters; those selected are printed and saved in one go."""

    def __init__(self, desk: Desk) -> None:
        self.save = Button("另存为 ▾", "quiet", "save")
        self.print = Button("打印", "quiet", "print")
        self.more = Button("更多 ▾")
        self.many = Button("成批出具 ▾", "quiet", "letter")
        super().__init__(
            desk,
            _WORDS,
            LETTERS,
            self.many,
            self.save,
            self.print,
            self.more,
        )
        self.papers = PapersDesk(desk, self)
        self._put_below(self.papers)
        self.more.setMenu(menu_of(self.more, self._places()))
        self.save.setMenu(self._saving_menu())
        self.many.setMenu(self._batch_menu())
        self.many.setVisible(desk.person.may(ActName.ISSUE_LETTER))
        self.print.clicked.connect(self._print)
        self.papers.refused.connect(self._refuse_papers)
        self.records.modelReset.connect(self._offer_papers)
        self.table.selectionModel().selectionChanged.connect(self._offer_papers)
        self._offer_papers()

    def _places(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what else belongs to letters, and the way there."""
        return [
            (words, partial(self.desk.navigate, Route(place))) for place, words in _PLACES.items()
        ]

    def _saving_menu(self) -> QMenu:
        menu = QMenu(self.save)
        for formats, words in _SAVING.items():
            menu.addAction(words, partial(self._save, formats))
        return menu

    def _batch_menu(self) -> QMenu:
        menu = QMenu(self.many)
        for kind in BATCHES:
            menu.addAction(f"待出的{name_of(kind)}", partial(self._open_batch, kind))
        return menu

    def _open_batch(self, kind: LetterSeries) -> None:
        self.desk.navigate(Route("letter_batch", None, (("kind", kind.value),)))

    def _offer_papers(self) -> None:
        count = len(self.table.selectedIndexes()) and len(self.table.selected_ids())
        for button in (self.save, self.print):
            button.setEnabled(count > 0)
            button.setToolTip(f"所选的 {count} 份文书" if count else _CHOOSE_FIRST)
        self.offers = {"edit.filter": self.chips.focus_words}
        if count:
            self.offers["file.print"] = self._print
        self.offers_changed.emit()

    def _print(self) -> None:
        self.error.hide()
        self.papers.print_letters(self.table.selected_ids())

    def _save(self, formats: tuple[str, ...]) -> None:
        self.error.hide()
        self.papers.ask_folder(self.table.selected_ids(), formats)

    def _refuse_papers(self, error: AppError) -> None:
        save_instead = NextStep("另存为 PDF", partial(self._save, ("pdf",)))
        is_no_printer = isinstance(error, NoPrinterError)
        self.error.show_error(error, save_instead if is_no_printer else None)
