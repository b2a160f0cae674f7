"""The list of incoming filings (备案)."""

from models.domain.roles import ActName
from ui.desk import Desk, Route
from ui.pages.filings.listing import FILINGS
from ui.parts.list_page import ListPage, ListWords
from ui.parts.sheet_menu import sheet_route
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import Filter

_WORDS = ListWords(
    name="filings",
    title="备案",
    record="备案件",
    filters=(
        Filter("state", "状态"),
        Filter("filing_body", "报送机关"),
        Filter("timely", "按期"),
    ),
    hint="文件名称、发文字号或者备案登记号",
    nothing_yet=("还没有备案件", "下级机关报送的文件收件以后排在这里。", "收件登记"),
    record_page="filing",
    helping_page="intake",
    helping_act=ActName.RECEIVE_FILING,
)


class FilingsPage(ListPage):
    """All filings; who receives them starts here."""

    def __init__(self, desk: Desk) -> None:
        self.receive = Button("收件登记", "primary", "plus")
        self.catalogue = Button("备案目录", "quiet", "print")
        super().__init__(desk, _WORDS, FILINGS, self.catalogue, self.receive)
        self.catalogue.setToolTip("打印一段时间内收到的备案件目录")
        self.catalogue.clicked.connect(self._print_catalogue)
        self.receive.setVisible(desk.person.may(ActName.RECEIVE_FILING))
        self.receive.clicked.connect(self._receive)

    def _receive(self) -> None:
        self.desk.navigate(Route("intake"))

    def _print_catalogue(self) -> None:
        self.desk.navigate(sheet_route("filing_catalogue"))
