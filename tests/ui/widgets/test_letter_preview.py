"""A paper is read in the preview: zoomed, turned over, looked through; its words found."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import path_of
from ui.widgets.letter_preview import LetterPreview
from ui.widgets.theme import Scheme, Theme

A4 = (595.28, 841.89)
LINE = 30


@pytest.fixture(scope="module", autouse=True)
def _face() -> None:
    pdfmetrics.registerFont(TTFont("PreviewTest", str(path_of("fonts", "LtrHei.ttf"))))


def pdf(pages: Sequence[Sequence[str]], size: tuple[float, float] = A4) -> bytes:
    """Return a PDF with these lines on its pages."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for lines in pages:
        canvas.setFont("PreviewTest", 16)
        for number, line in enumerate(lines):
            canvas.drawString(72, size[1] - 100 - number * LINE, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> LetterPreview:
    """Return a preview, shown."""
    theme.show(Scheme.LIGHT, 100)
    shown = LetterPreview()
    qtbot.addWidget(shown)
    shown.resize(900, 640)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def look_for(qtbot: QtBot, preview: LetterPreview, words: str) -> None:
    """Type words and wait until all pages were looked through."""
    preview.search.line.setText(words)
    qtbot.waitUntil(lambda: preview.finder.is_done)


def turn_wheel(preview: LetterPreview, notches: int) -> None:
    """Turn the wheel with Ctrl in the middle of the paper."""
    place = preview.view.viewport().rect().center()
    event = QWheelEvent(
        QPointF(place),
        QPointF(preview.view.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, notches * 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt's own constructor
    )
    preview.view.wheelEvent(event)


def test_a_letter_is_shown_from_memory_and_can_be_followed_by_another(
    preview: LetterPreview,
) -> None:
    preview.show_pdf(pdf([["一"], ["二"]]))
    assert preview.pages.total.text() == "共 2 页"
    preview.show_pdf(pdf([["一"]]))

    assert preview.document.pageCount() == 1
    assert preview.pages.total.text() == "共 1 页"


def test_the_keys_zoom_and_fit(preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["一"], ["二"]]))
    preview.view.show_percent(100)

    QTest.keyClick(preview.view, Qt.Key.Key_Plus)
    assert preview.view.percent() == 125
    assert preview.zoom.choice.currentText() == "125%"
    QTest.keyClick(preview.view, Qt.Key.Key_Minus)
    QTest.keyClick(preview.view, Qt.Key.Key_Minus)
    assert preview.view.percent() == 75
    QTest.keyClick(preview.view, Qt.Key.Key_F)
    assert preview.zoom.choice.currentText() == "适合整页"
    page = preview.view.page_boxes()[0]
    assert page.height() <= preview.view.viewport().height()
    QTest.keyClick(preview.view, Qt.Key.Key_W)
    assert preview.zoom.choice.currentText() == "适合宽度"
    page = preview.view.page_boxes()[0]
    assert abs(page.width() - preview.view.viewport().width()) < 20


def test_the_wheel_with_ctrl_zooms_around_the_mouse(preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["一"], ["二"], ["三"]]))
    preview.view.show_percent(100)
    preview.view.go_to_page(1)
    middle = preview.view.viewport().rect().center()

    def height_on_paper() -> float:
        page = preview.view.page_boxes()[1]
        y = preview.view.verticalScrollBar().value() + middle.y()
        return (y - page.top()) / page.height()

    before = height_on_paper()
    turn_wheel(preview, 2)

    assert preview.view.percent() == 150
    assert height_on_paper() == pytest.approx(before, abs=0.01)


def test_a_hundred_percent_is_the_size_of_the_paper(preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["一"]]))

    preview.view.show_percent(100)

    inches = preview.view.page_boxes()[0].width() / preview.screen().logicalDotsPerInch()
    assert inches == pytest.approx(210 / 25.4, abs=0.02)


def test_pages_are_turned_over_by_number_and_by_thumbnail(
    qtbot: QtBot, preview: LetterPreview
) -> None:
    preview.show_pdf(pdf([[f"第{number}页"] for number in range(1, 6)]))

    preview.pages.number.setValue(4)
    qtbot.waitUntil(lambda: preview.view.pageNavigator().currentPage() == 3)
    assert preview.thumbnails.currentIndex().row() == 3
    preview.thumbnails.setCurrentIndex(preview.thumbnails.pages.index(1))
    qtbot.waitUntil(lambda: preview.view.pageNavigator().currentPage() == 1)

    assert preview.pages.number.value() == 2


def test_thumbnails_are_drawn_only_where_they_are_seen(
    qtbot: QtBot, preview: LetterPreview
) -> None:
    drawn: list[int] = []
    preview.thumbnails.pages.dataChanged.connect(lambda first, _last: drawn.append(first.row()))

    preview.show_pdf(pdf([["字"]] * 60))
    qtbot.waitUntil(lambda: len(drawn) >= 3)
    preview.thumbnails.scrollToBottom()
    qtbot.waitUntil(lambda: 59 in drawn)

    assert len(drawn) < 30


def test_a_paper_of_one_page_has_no_thumbnails_until_they_are_asked_for(
    preview: LetterPreview,
) -> None:
    preview.show_pdf(pdf([["一"]]))
    assert preview.thumbnails.isHidden()

    preview.fold.click()

    assert not preview.thumbnails.isHidden()


def test_words_are_found_and_gone_through(qtbot: QtBot, preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["停车管理"], ["无"], ["停车", "停车"]]))

    look_for(qtbot, preview, "停车")
    assert preview.search.count.text() == "1/3"
    QTest.keyClick(preview.search.line, Qt.Key.Key_Return)
    assert preview.search.count.text() == "2/3"
    qtbot.waitUntil(lambda: preview.view.pageNavigator().currentPage() == 2)
    QTest.keyClick(preview.search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(preview.search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert preview.search.count.text() == "3/3"


def test_a_word_that_a_line_end_parts_is_found(qtbot: QtBot, preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["本机关对该规范性文", "件予以备案登记"]]))

    look_for(qtbot, preview, "规范性文件")

    (mark,) = preview.finder.marks
    assert len(mark.boxes) == 2


def test_the_mark_lies_over_the_ink_of_its_word(qtbot: QtBot, preview: LetterPreview) -> None:
    # Given a page with nothing but one word on it
    preview.show_pdf(pdf([["停车"]]))
    preview.view.show_percent(100)

    look_for(qtbot, preview, "停车")

    # Then all ink lies inside the mark, give or take an edge
    (mark,) = preview.finder.marks
    (box,) = mark.boxes
    assert box.left() == pytest.approx(72, abs=3)
    assert box.width() == pytest.approx(32, abs=4)
    assert box.bottom() == pytest.approx(100, abs=4)


def test_a_word_that_is_not_there_is_told(qtbot: QtBot, preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["停车"]]))

    look_for(qtbot, preview, "物业")

    assert preview.search.count.text() == "没有找到"
    assert not preview.search.after.isEnabled()


def test_the_same_paper_drawn_anew_keeps_its_place(preview: LetterPreview) -> None:
    preview.show_pdf(pdf([["一"], ["二"], ["三"]]))
    preview.view.go_to_page(2)
    place = preview.view.verticalScrollBar().value()

    preview.show_pdf(pdf([["一"], ["二"], ["叁"]]))

    assert place > 0
    assert preview.view.verticalScrollBar().value() == place


def test_paper_is_white_in_the_dark_too(qtbot: QtBot, preview: LetterPreview, theme: Theme) -> None:
    theme.show(Scheme.DARK, 100)
    preview.show_pdf(pdf([["一"]]))

    page = preview.view.page_boxes()[0]

    def corner() -> str:
        return preview.view.viewport().grab().toImage().pixelColor(page.topLeft() * 2).name()

    qtbot.waitUntil(lambda: corner() == "#ffffff")
    theme.show(Scheme.LIGHT, 100)


def test_printing_and_saving_are_left_to_the_page(qtbot: QtBot, preview: LetterPreview) -> None:
    with qtbot.waitSignal(preview.print_wanted):
        preview.print_button.click()
    with qtbot.waitSignal(preview.word_wanted):
        preview.word_button.click()
    with qtbot.waitSignal(preview.pdf_wanted):
        preview.pdf_button.click()
