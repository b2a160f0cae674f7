"""The catalogue of a day (文件目录): choose the day, narrow, open, write."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from models.errors import AppError
from models.queries.office import today
from ui.desk import Desk, Route
from ui.feedback.progress_strip import ProgressStrip
from ui.pages.catalogue.listing import DAY, IN_FORCE, STATUS, CatalogueListing
from ui.pages.catalogue.view_model import CatalogueModel
from ui.parts.list_page import ListPage, ListWords
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.filter_chips import Filter
from ui.widgets.labels import Label
from ui.widgets.menus import menu_of

_WORDS = ListWords(
    name="catalogue",
    title="文件目录",
    record="文件",
    filters=(
        Filter(STATUS, "时效"),
        Filter("issuing_body", "制定机关"),
        Filter("document_class", "文件类别"),
    ),
    hint="文件名称或者文号",
    nothing_yet=("这一天没有文件", "换一个日期，或者先登记文件。", "打开文件登记"),
    record_page="document",
    helping_page="documents",
)
_FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "xlsx": ("导出 Excel…", "Excel 表格 (*.xlsx)"),
        "docx": ("另存为 Word…", "Word (*.docx)"),
        "pdf": ("另存为 PDF…", "PDF (*.pdf)"),
    }
)
_DAY_WIDTH = 170
_WHAT = "写目录"


class CataloguePage(ListPage):
    """Today's catalogue at first; a past day is shown as it was then."""

    def __init__(self, desk: Desk) -> None:
        self.listing = CatalogueListing(today())
        self.take_along = Button("写成文件 ▾", "primary", "save")
        self.day = DateField("哪一天的目录")
        self.progress = ProgressStrip()
        super().__init__(desk, _WORDS, self.listing.listing(), self.take_along)
        self.model = CatalogueModel(desk, self)
        self._lay_out_day()
        self._connect_writing()
        self.chips.chips[STATUS].choose(IN_FORCE)

    def open(self, route: Route) -> None:
        """Show the day asked for, today without one."""
        asked = route.asked(DAY)
        if asked:
            self.day.line.setText(asked)
        super().open(route)

    def write_to(self, target: Path) -> None:
        """Write the catalogue as it is narrowed; the extension says as what."""
        self.error.hide()
        narrowing = self.listing.narrow(self.chips.text(), self._values())
        self.model.write(narrowing, target)

    def _lay_out_day(self) -> None:
        self.day.show_value(today())
        self.day.setFixedWidth(_DAY_WIDTH)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Label("截至"))
        line.addWidget(self.day)
        line.addWidget(self.chips, 1)
        place = self._layout.indexOf(self.error) + 1
        self._layout.insertWidget(place, row)
        self._put_below(self.progress)
        choices = [(title, partial(self._ask_where, one)) for one, (title, _) in _FILES.items()]
        pages = ("写成网页…", self._ask_folder)
        self.take_along.setMenu(menu_of(self, [*choices, pages]))

    def _connect_writing(self) -> None:
        self.day.changed.connect(self._take_day)
        self.model.begun.connect(self._follow)
        self.model.progressed.connect(self.progress.show_progress)
        self.model.written.connect(self._end)
        self.model.refused.connect(self._refuse)

    def _values(self) -> dict[str, str]:
        day = self.day.value() or today()
        return {**self.chips.values(), DAY: day.isoformat()}

    def _is_narrowed(self) -> bool:
        return bool(self.chips.text() or self.chips.values())

    def _narrow(self) -> None:
        self.view_model.narrow(self.chips.text(), self._values())

    def _take_day(self) -> None:
        """Show another day once a whole date stands there; the filters are counted anew."""
        if self.day.value() is not None:
            self._narrow()
            self.view_model.read_again()

    def _ask_where(self, suffix: str) -> None:
        day = self.day.value() or today()
        words = _FILES[suffix][1]
        name = f"{day.isoformat()}规范性文件目录.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self, "写出目录", name, words)
        if chosen:
            self.write_to(Path(chosen).with_suffix(f".{suffix}"))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "选择放目录网页的文件夹：空的，或者以前写过目录网页的"
        )
        if chosen:
            self.write_to(Path(chosen))

    def _follow(self, ticket: Ticket) -> None:
        self.progress.follow(ticket, _WHAT)

    def _end(self, _file: Path) -> None:
        self.progress.end()

    def _refuse(self, error: AppError) -> None:
        self.progress.end()
        self.error.show_error(error)
