"""The desk (工作台): what waits, most pressing first; a click or Enter opens the record."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.roles import ActName
from models.errors import AppError
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.overview.due_card import DueCard
from ui.pages.overview.imports import UnfinishedImport
from ui.pages.overview.lapse_card import LapseCard
from ui.pages.overview.law_card import LawCard
from ui.pages.overview.view_model import DeskLine, DeskSection, DeskView, OverviewViewModel
from ui.parts.anchor_card import AnchorCard
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.labels import Label
from ui.widgets.page_head import PageHead
from ui.widgets.record_list import RecordLine, RecordList
from ui.widgets.scrolled import scrolled
from ui.widgets.tokens import Tone

_WEEKDAYS = "一二三四五六日"
_SIDE_PART = 3
_MAIN_PART = 7
_CHARACTERS_FOR_TWO_COLUMNS = 64


class OverviewPage(Page):
    """Two columns: work at the left, the year and the anchor at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = OverviewViewModel(desk)
        self.error = ErrorPanel()
        self.register = Button("登记新文件", "primary", "plus")
        self.receive = Button("收件登记", "quiet", "filing")
        self.ledger = Button("号码台账", "quiet", "number")
        self.head = PageHead("工作台", self.ledger, self.receive, self.register)
        self.lists: list[RecordList] = []
        self.recent = RecordList("最近办理", None, ())
        self.anchor = AnchorCard()
        self._figures = QGridLayout()
        self._work = QVBoxLayout()
        self._columns = QHBoxLayout()
        self.due_card = DueCard(desk)
        self.law_card = LawCard(desk)
        self.lapse_card = LapseCard(desk)
        self.imports: Card | None = None
        self._imports = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.register.setVisible(desk.person.may(ActName.REGISTER_DOCUMENT))
        self.receive.setVisible(desk.person.may(ActName.RECEIVE_FILING))
        self.view_model.read()

    def open(self, _route: Route) -> None:
        """Read again at every visit: time has passed."""
        self.view_model.read()
        self.view_model.read_imports()
        self.due_card.read()
        self.law_card.read()
        self.lapse_card.read()

    def refresh(self) -> None:
        """Read again."""
        self.view_model.read()
        self.due_card.read()
        self.law_card.read()
        self.lapse_card.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one below the other where they find no room beside each other."""
        super().resizeEvent(event)
        characters = self.width() / self.fontMetrics().horizontalAdvance("字")
        is_wide = characters >= _CHARACTERS_FOR_TWO_COLUMNS
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if is_wide else below)

    def figures(self) -> dict[str, str]:
        """Return the figures of the year as they are shown."""
        cells = (
            (self._figures.itemAtPosition(row, 0), self._figures.itemAtPosition(row, 1))
            for row in range(self._figures.rowCount())
        )
        shown = [(one.widget(), two.widget()) for one, two in cells if one and two]
        return {
            one.text(): two.text()
            for one, two in shown
            if isinstance(one, Label) and isinstance(two, Label)
        }

    def _lay_out(self) -> None:
        self._work.setSpacing(12)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addLayout(self._imports)
        side.addWidget(self.due_card)
        side.addWidget(self.lapse_card)
        side.addWidget(self.law_card)
        side.addWidget(self._year_card())
        side.addWidget(self.anchor)
        side.addStretch(1)
        columns = self._columns
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addLayout(self._work, _MAIN_PART)
        columns.addLayout(side, _SIDE_PART)
        content = QWidget()
        content.setLayout(columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.error)
        layout.addWidget(scrolled(content), 1)

    def _year_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("Paper")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(Label("今年", "heading"))
        self._figures.setVerticalSpacing(4)
        self._figures.setColumnStretch(0, 1)
        layout.addLayout(self._figures)
        return card

    def _connect(self) -> None:
        self.view_model.desk_read.connect(self._show)
        self.view_model.imports_read.connect(self._show_imports)
        self.view_model.refused.connect(self._refuse)
        self.register.clicked.connect(self._register)
        self.receive.clicked.connect(self._receive)
        self.ledger.clicked.connect(self._open_ledger)

    def _show(self, view: DeskView) -> None:
        self.error.hide()
        weekday = _WEEKDAYS[view.day.weekday()]
        day = f"{view.day.year}年{view.day.month}月{view.day.day}日　星期{weekday}"
        self.head.show_note(day)
        self._show_work(view)
        self._show_figures(view.figures)
        self.anchor.show_anchor(self.desk.office.office_name, view.anchor, view.day)

    def _show_imports(self, unfinished: tuple[UnfinishedImport, ...]) -> None:
        """Offer the folders that are not read to the end."""
        if self.imports is not None:
            self._imports.removeWidget(self.imports)
            self.imports.hide()
            self.imports.deleteLater()
            self.imports = None
        if unfinished:
            lines = [
                CardLine(one.words, partial(self.desk.navigate, one.route)) for one in unfinished
            ]
            self.imports = Card("没有读完的文件夹", "", lines, Tone.WAIT)
            self._imports.addWidget(self.imports)

    def _show_work(self, view: DeskView) -> None:
        while (item := self._work.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.lists = [self._list_of(section) for section in view.sections]
        for one in self.lists:
            self._work.addWidget(one)
        if not self.lists:
            self._work.addWidget(self._nothing_waits())
        self.recent = RecordList("最近办理", None, [self._record(one) for one in view.recent])
        self._work.addWidget(self.recent)
        self.recent.setVisible(bool(view.recent))
        self._work.addStretch(1)

    def _list_of(self, section: DeskSection) -> RecordList:
        shown = RecordList(section.title, section.count, [self._record(o) for o in section.lines])
        if section.page is not None:
            shown.offer("查看全部", partial(self.desk.navigate, Route(section.page)))
        return shown

    def _record(self, line: DeskLine) -> RecordLine:
        go = partial(self.desk.navigate, line.route)
        return RecordLine(line.title, go, line.note, line.status, line.why)

    def _nothing_waits(self) -> QWidget:
        return Card("现在没有等您办理的事项", "新收的件、临近的期限会列在这里。", tone=Tone.OK)

    def _show_figures(self, figures: tuple[tuple[str, int], ...]) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        for row, (title, count) in enumerate(figures):
            self._figures.addWidget(Label(title, "quiet"), row, 0)
            number = Label(f"{count} 件")
            self._figures.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)

    def _refuse(self, error: AppError) -> None:
        self.error.show_error(error)

    def _register(self) -> None:
        self.desk.navigate(Route("registration"))

    def _receive(self) -> None:
        self.desk.navigate(Route("intake"))

    def _open_ledger(self) -> None:
        self.desk.navigate(Route("ledger"))
