"""One chart with its title: as bars, as a table, and saved as a picture."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from models.errors import AppError
from ui.parts.charts.bar_chart import BarChart
from ui.parts.charts.figures import Figures
from ui.parts.charts.number_table import NumberTable
from ui.parts.charts.picture import picture_of
from ui.parts.saving import save_copy
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel

_HEIGHT = 150


class ChartCard(QFrame):
    """Bars, or the same numbers as a table, by a button."""

    saved = Signal(object)
    refused = Signal(object)

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.setProperty("tone", "plain")
        self._title = Label("", "heading")
        self._legend = WrappedLabel("", "quiet")
        self.as_table = Button("看表格", "flat")
        self.as_table.setCheckable(True)
        self.save = Button("存为图片…", "flat", "save")
        self.chart = BarChart()
        self.table = NumberTable()
        self._both = QStackedWidget()
        self._both.addWidget(self.chart)
        self._both.addWidget(self.table)
        self._both.setMinimumHeight(_HEIGHT)
        self._lay_out()
        self.as_table.toggled.connect(self._turn)
        self.save.clicked.connect(self._ask_for_target)
        self.show_figures(figures)

    def show_figures(self, figures: Figures) -> None:
        """Show these figures in both ways."""
        self.figures = figures
        self.setAccessibleName(figures.title)
        self.setAccessibleDescription(figures.spoken())
        self._title.setText(f"{figures.title}（{figures.unit}）")
        self._legend.setText(figures.legend())
        self._legend.setVisible(len(figures.series) > 1)
        self.save.setEnabled(not figures.is_empty)
        self.chart.show_figures(figures)
        self.table.show_figures(figures)

    def save_to(self, target: Path) -> None:
        """Write the chart as a picture."""
        try:
            self.saved.emit(save_copy(target, picture_of(self.figures)))
        except AppError as error:
            self.refused.emit(error)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.as_table)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._legend)
        layout.addWidget(self._both, 1)

    def _turn(self, as_table: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self._both.setCurrentIndex(int(as_table))
        self.as_table.setText("看图" if as_table else "看表格")
        self.as_table.setAccessibleName(self.as_table.text())

    def _ask_for_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "把图存为图片", f"{self.figures.title}.png", "图片 (*.png)"
        )
        if name:
            self.save_to(Path(name).with_suffix(".png"))
