"""A chart says its numbers as bars, as a table and as a sentence, and is saved for a report."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.drawing import in_lines, scale_of
from ui.parts.charts.figures import Figures, Series
from ui.widgets.theme import Scheme, Theme
from ui.widgets.tokens import Tone, tokens_of

CLASSES = Figures(
    "清理结果",
    "类别",
    "件",
    ("继续有效", "修改", "废止"),
    (Series("件数", (206, 7, 22), (Tone.OK, Tone.WAIT, Tone.LATE)),),
)
PAIRS = Figures(
    "清理前后",
    "实施单位",
    "件",
    ("住房和城乡建设局", "财政局"),
    (Series("清理前", (12, 9)), Series("清理后", (8, 9))),
)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> ChartCard:
    """Return a card with the classes of a cleanup, shown in light colours."""
    theme.show(Scheme.LIGHT, 100)
    shown = ChartCard(CLASSES)
    shown.resize(560, 360)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_bars_stand_in_the_colours_of_their_classes(card: ChartCard) -> None:
    assert _colours(card.chart.grab().toImage()) >= _tones("light", Tone.OK, Tone.LATE)


def test_bars_follow_the_theme(card: ChartCard, theme: Theme) -> None:
    # When the window turns dark
    theme.show(Scheme.DARK, 100)

    # Then bars and ground are those of the dark theme
    colours = _colours(card.chart.grab().toImage())
    assert colours >= _tones("dark", Tone.OK, Tone.LATE)
    assert tokens_of("dark")["surface"].lower() in colours
    theme.show(Scheme.LIGHT, 100)


def test_a_screen_reader_is_told_every_number(card: ChartCard) -> None:
    said = "清理结果：继续有效 206 件；修改 7 件；废止 22 件"
    assert card.chart.accessibleDescription() == said
    assert PAIRS.spoken().endswith("财政局 清理前 9 件，清理后 9 件")


def test_the_numbers_are_read_and_copied_as_a_table_without_the_mouse(
    card: ChartCard,
) -> None:
    # When the button is pressed by key, and the table copied whole
    card.as_table.setFocus()
    QTest.keyClick(card.as_table, Qt.Key.Key_Return)
    view = card.table.view
    assert view is not None
    view.selectAll()
    view.copy_selection()

    # Then the clipboard holds the categories and their sum
    lines = QApplication.clipboard().text().splitlines()
    assert lines == ["类别\t件数", "继续有效\t206", "修改\t7", "废止\t22", "合计\t235"]
    assert card.as_table.text() == "看图"


def test_other_figures_take_the_place_of_the_old_ones(card: ChartCard, qtbot: QtBot) -> None:
    card.show_figures(PAIRS)

    view = card.table.view
    assert view is not None
    assert view.model().columnCount() == 3
    qtbot.waitUntil(lambda: not _tones("light", Tone.OK) & _colours(card.chart.grab().toImage()))


def test_a_picture_is_light_and_fine_whatever_the_window_wears(
    card: ChartCard, theme: Theme, tmp_path: Path
) -> None:
    theme.show(Scheme.DARK, 100)

    card.save_to(tmp_path / "清理结果.png")

    picture = QImage(str(tmp_path / "清理结果.png"))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert picture.pixelColor(QPoint(2, 2)) == QColor(tokens_of("light")["surface"])
    assert _colours(picture) >= _tones("light", Tone.OK, Tone.WAIT, Tone.LATE)
    theme.show(Scheme.LIGHT, 100)


def test_a_picture_that_cannot_be_written_is_refused(
    card: ChartCard, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(card.refused):
        card.save_to(tmp_path / "没有的文件夹" / "图.png")


def test_the_scale_counts_in_whole_numbers() -> None:
    assert scale_of(0) == [0]
    assert scale_of(3) == [0, 1, 2, 3]
    assert scale_of(17) == [0, 5, 10, 15]
    assert scale_of(206) == [0, 50, 100, 150, 200]


def test_a_long_name_is_cut_into_lines_and_loses_no_letter(theme: Theme) -> None:
    letters = QFontMetricsF(QApplication.font())
    lines = in_lines("云溪县住房和城乡建设局", letters, letters.horizontalAdvance("云溪县住房"))

    assert lines == ["云溪县住房", "和城乡建设", "局"]
    assert theme is not None


def test_nothing_but_a_chart_loads_the_library_of_charts() -> None:
    """Start-up must not pay for it."""
    code = (
        "import sys, ui.desktop, ui.parts.charts.chart_card;"
        "sys.exit(bool({'pyqtgraph', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _tones(theme: str, *tones: Tone) -> set[str]:
    return {tokens_of(theme)[tone.value].lower() for tone in tones}


def _colours(picture: QImage) -> set[str]:
    places = ((x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5))
    return {picture.pixelColor(*place).name() for place in places}
