"""The letters (文书): every receipt and opinion issued, with number, date and state."""

from ui.desk import Desk, Route
from ui.pages.letters.listing import LETTERS
from ui.parts.list_page import ListPage, ListWords
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import Filter

_WORDS = ListWords(
    name="letters",
    title="文书",
    record="文书",
    filters=(Filter("kind", "种类"), Filter("year", "年份"), Filter("state", "状态")),
    hint="文号、主送机关或者文件名称",
    nothing_yet=(
        "还没有文书",
        "备案登记以后出具备案回执，审查终结以后出具审查意见书，都列在这里。",
        "查看待出的文书",
    ),
    record_page="letter",
    helping_page="overview",
)


class LettersPage(ListPage):
    """All letters; the ledger of their numbers is one click away."""

    def __init__(self, desk: Desk) -> None:
        self.ledger = Button("号码台账", "quiet", "number")
        super().__init__(desk, _WORDS, LETTERS, self.ledger)
        self.ledger.clicked.connect(self._open_ledger)

    def _open_ledger(self) -> None:
        self.desk.navigate(Route("ledger"))
