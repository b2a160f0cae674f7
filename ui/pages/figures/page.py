"""The figures of a year (统计): rates, counts, bodies, months, charts, sums; every number opens."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from ui.desk import Desk, Done, Route
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.page import Page
from ui.pages.figures.bodies_tab import BodiesTab
from ui.pages.figures.chart_figures import charts_of
from ui.pages.figures.lines import CountRow, RateRow, counts, month_rows, rate_rows
from ui.pages.figures.records_pane import RecordsPane
from ui.pages.figures.tables import COUNTS, RATES, SUMS
from ui.pages.figures.view_model import FiguresShown, FiguresViewModel
from ui.parts.charts.chart_grid import ChartGrid
from ui.parts.figure_words import yearly_counts
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.page_head import PageHead
from ui.widgets.short_table import ShortTable

_WHAT = "写年度材料"
_GAP = 9
_FIGURES_SHARE, _RECORDS_SHARE = 3, 2


class FiguresPage(Page):
    """This year at first; the records of the number stood on are beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = FiguresViewModel(desk, self)
        self.error = ErrorPanel()
        self.write_button = Button("写出年度材料…", "primary", "save")
        self.head = PageHead("统计", self.write_button)
        self.year = QComboBox()
        self.earlier = Button("上一年", "flat", "left")
        self.later = Button("下一年", "flat", "right")
        self.told = WrappedLabel("", "quiet")
        self.progress = ProgressStrip()
        nothing = EmptyState("没有数字", "换一个年份再看。")
        self.rates = ShortTable("比率", RATES, lambda row: row.number, nothing)
        self.counts = ShortTable("件数", COUNTS, lambda row: row.number, EmptyState("没有数字"))
        self.months = ShortTable("各月收件", COUNTS, lambda row: row.number, EmptyState("没有数字"))
        self.bodies = BodiesTab()
        self.sums = ShortTable("核对", SUMS, id, EmptyState("没有数字"))
        self.charts = ChartGrid()
        self.records = RecordsPane()
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Count anew at every visit; a caller may ask for a year."""
        year = route.asked("year")
        if year:
            self.view_model.year = int(year)
        self.view_model.read()

    def refresh(self) -> None:
        """Count again."""
        self.error.hide()
        self.view_model.read()

    def write_to(self, folder: Path) -> None:
        """Write the papers of the year shown into a folder."""
        self.error.hide()
        self.view_model.write(folder)

    def _lay_out(self) -> None:
        self.year.setAccessibleName("年份")
        chooser = QHBoxLayout()
        chooser.setSpacing(8)
        for part in (Label("年份"), self.earlier, self.year, self.later):
            chooser.addWidget(part)
        chooser.addWidget(self.told, 1)
        for tab, title in (
            (self.rates.view, "比率"),
            (self.counts.view, "件数"),
            (self.months.view, "各月"),
            (self.bodies, "制定机关"),
            (self.charts, "统计图"),
            (self.sums.view, "核对"),
        ):
            self.tabs.addTab(tab, title)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.setProperty("kind", "gap")
        self.halves.setHandleWidth(_GAP)
        self.halves.addWidget(self.tabs)
        self.halves.addWidget(self.records)
        self.halves.setStretchFactor(0, _FIGURES_SHARE)
        self.halves.setStretchFactor(1, _RECORDS_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.error)
        layout.addLayout(chooser)
        layout.addWidget(self.progress)
        layout.addWidget(self.halves, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.records_read.connect(self.records.show_records)
        model.begun.connect(self._follow)
        model.progressed.connect(self.progress.show_progress)
        model.written.connect(self._end)
        model.refused.connect(self._refuse)
        self.year.activated.connect(self._choose_year)
        self.earlier.clicked.connect(partial(self._turn_to, -1))
        self.later.clicked.connect(partial(self._turn_to, 1))
        self.write_button.clicked.connect(self._ask_folder)
        for table in (self.rates, self.counts, self.months):
            table.view.chosen.connect(self._follow_line)
            table.model.answered.connect(self._follow_line)
        self.bodies.chosen.connect(self._follow_line)
        self.tabs.currentChanged.connect(self._follow_line)
        self.records.wanted.connect(model.read_records)
        self.records.opened.connect(self.desk.navigate)
        self.charts.saved.connect(self._tell_saved)
        self.charts.refused.connect(self._refuse)

    def _show(self, shown: FiguresShown) -> None:
        this, last = shown.this, shown.last
        self._offer_years(shown)
        self.head.show_note(f"截至{shown.day.isoformat()}，纠正、答复算到这一天")
        self.told.setText("".join(yearly_counts(this)))
        self.rates.show(rate_rows(this, last, shown.targets))
        self.counts.show(counts(this, last))
        self.months.show(month_rows(this, last))
        self.bodies.show_figures(this, last)
        self.sums.show(this.check_sums)
        self.charts.show_charts(partial(charts_of, shown.years))
        wrong = sum(not one.is_right for one in this.check_sums)
        title = f"核对（{wrong}组不符）" if wrong else "核对"
        self.tabs.setTabText(self.tabs.indexOf(self.sums.view), title)
        if self.rates.current() is None:
            self.rates.view.selectRow(0)
        self._follow_line()

    def _offer_years(self, shown: FiguresShown) -> None:
        years = range(shown.day.year, min(shown.first_year, shown.this.year) - 1, -1)
        with QSignalBlocker(self.year):
            self.year.clear()
            for year in years:
                self.year.addItem(f"{year}年", year)
            self.year.setCurrentIndex(self.year.findData(shown.this.year))
        self.later.setEnabled(shown.this.year < shown.day.year)
        self.earlier.setEnabled(shown.this.year > shown.first_year)

    def _choose_year(self, _index: int) -> None:
        self.view_model.choose(self.year.currentData())

    def _turn_to(self, step: int) -> None:
        self.view_model.choose(self.view_model.year + step)

    def _follow_line(self, _line: object = None) -> None:
        shown = self.tabs.currentWidget()
        self.records.setVisible(shown not in {self.charts, self.sums.view})
        row = self._row_of(shown)
        self.records.show_counting(row.counting if row else None)

    def _row_of(self, tab: QWidget) -> RateRow | CountRow | None:
        if tab is self.rates.view:
            return self.rates.current()
        if tab is self.bodies:
            return self.bodies.current()
        if tab is self.counts.view:
            return self.counts.current()
        return self.months.current() if tab is self.months.view else None

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择放年度材料的文件夹")
        if chosen:
            self.write_to(Path(chosen))

    def _follow(self, ticket: Ticket) -> None:
        self.progress.follow(ticket, _WHAT)

    def _end(self, _files: list[Path]) -> None:
        self.progress.end()

    def _tell_saved(self, file: Path) -> None:
        self.desk.announce(Done(f"已存为图片：{file}"))

    def _refuse(self, error: AppError) -> None:
        self.progress.end()
        self.error.show_error(error)
