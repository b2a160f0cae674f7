"""A page whose place in the window is kept until it is built."""

from PySide6.QtWidgets import QVBoxLayout

from ui.desk import Desk
from ui.page import Page
from ui.widgets.empty_state import EmptyState


class PlaceholderPage(Page):
    """Says that this page is not built yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        layout = QVBoxLayout(self)
        layout.addWidget(EmptyState("本页正在建设", "这一部分尚未完成，请先使用其他页面。"))
