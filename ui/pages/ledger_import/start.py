"""Before a ledger is chosen: where it comes from, and what was imported before."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.imports import ImportState
from models.queries.imports import ImportRunRow
from resources.terms import name_of
from ui.pages.ledger_import.words import run_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.file_choice import ask_for_file
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.scrolled import scrolled
from ui.widgets.tokens import Tone

PATTERNS = (
    "台账 (*.xlsx *.xls *.xlsm *.xlsb *.et *.ods *.csv *.tsv *.txt *.html *.htm);;所有文件 (*)"
)
_INVITATION = (
    "把以前用 Excel、WPS 记的台账，或者从别的系统导出的表格拖到这里。"
    "程序认出表头和各栏，逐行试算，指出有问题的行和改法；由您确认以后才导入，导入以后可以整体撤销。"
)
_CONSEQUENCE = (
    "撤销以后，这次导入的文件全部从登记簿中移出，号码可以再用，留痕中仍可查到。"
    "已经办理过其他事项的文件不能这样撤销，程序会指出是哪几份。"
)


class StartPanel(QWidget):
    """Invites a ledger; below stand the imports of the past, the newest first."""

    path_chosen = Signal(Path)
    reversal_wanted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.choose = Button("选择台账…", "primary", "folder")
        self.choose.clicked.connect(self._ask)
        self._runs = QVBoxLayout()
        self._runs.setSpacing(8)
        self.reversals: dict[int, Button] = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(WrappedLabel(_INVITATION))
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(Label("导入过的台账", "heading"))
        column.addLayout(self._runs)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        self.show_runs(())

    def show_runs(self, runs: Sequence[ImportRunRow], *, may_reverse: bool = False) -> None:
        """Show the imports of the past; what can be taken back has a button."""
        self.reversals = {}
        while (item := self._runs.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for run in runs:
            self._runs.addWidget(self._card(run, may_reverse=may_reverse))
        if not runs:
            self._runs.addWidget(Label("还没有导入过台账。", "quiet"))

    def _card(self, run: ImportRunRow, *, may_reverse: bool) -> Card:
        is_standing = run.state is ImportState.PERFORMED
        title, line = run_words(run)
        tone = Tone.OK if is_standing else Tone.GONE
        card = Card(f"{title}　{name_of(run.state)}", line, tone=tone)
        if is_standing and may_reverse:
            button = Button("撤销导入…", "quiet", "undo")
            button.setAccessibleName(f"撤销导入 {run.source_name}")
            button.clicked.connect(partial(self._ask_to_reverse, run))
            self.reversals[run.id] = button
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 4, 0, 0)
            across.addWidget(button)
            across.addStretch(1)
            card.add(row)
        return card

    def _ask(self) -> None:
        path = ask_for_file(self, "选择台账", PATTERNS)
        if path is not None:
            self.path_chosen.emit(path)

    def _ask_to_reverse(self, run: ImportRunRow, _checked: object = None) -> None:
        facts = (("台账", run.source_name), ("文件", f"{run.document_count} 份"))
        dialog = ReasonDialog("撤销导入", facts, _CONSEQUENCE, self)
        dialog.ask_reason(partial(self.reversal_wanted.emit, run.id))
