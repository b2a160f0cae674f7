"""The right side of a filing's page: facts and papers, text, letters, trail."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QTabWidget, QVBoxLayout, QWidget

from models.domain.profile import Profile
from models.queries.document_rows import DocumentLetterRow
from models.queries.filing_page import FilingPage, MaterialRow
from resources.terms import RECEIVED_WAYS, name_in, name_of
from ui.pages.filing.formal_list import FormalCheckList
from ui.pages.filing.view_model import FilingView
from ui.parts.days import day_words
from ui.parts.material_checklist import demand_source
from ui.parts.tones import letter_status
from ui.parts.trail_list import TrailList, scrolled
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.record_list import RecordLine, RecordList
from ui.widgets.status_plate import StatusPlate
from ui.widgets.text_pane import TextPane
from ui.widgets.tokens import Tone

MATERIALS_TAB = 0


class FilingTabs(QTabWidget):
    """Everything about the filing that is to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactsGrid()
        self.materials = MaterialTable()
        self.source = WrappedLabel("", "quiet")
        self.formal_check = FormalCheckList()
        self.text = TextPane("备案文件正文")
        self.letters = QWidget()
        self._letters = QVBoxLayout(self.letters)
        self._letters.setContentsMargins(16, 16, 16, 16)
        self.trail = TrailList()
        self.addTab(scrolled(self._first()), "报送情况与材料")
        self.addTab(scrolled(self.formal_check), "形式审查")
        self.addTab(self.text, "正文")
        self.addTab(self.letters, "文书")
        self.addTab(scrolled(self.trail), "留痕")

    def show_filing(
        self, view: FilingView, open_letter: Callable[[int], Callable[[], None]]
    ) -> None:
        """Show one filing."""
        self.facts.show_facts(_facts(view.page, view.profile))
        self.materials.show_rows(view.page.materials)
        self.source.setText(demand_source(view.profile))
        self.formal_check.show_checks(view.page)
        if self.text.toPlainText() != view.text:
            self.text.show_text(view.text or "没有读到正文。")
        self.trail.show_trail(view.trail)
        self._show_letters(view.page.letters, open_letter)

    def _first(self) -> QWidget:
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (
            Label("报备材料", "heading"),
            self.materials,
            self.source,
            Label("报送情况", "heading"),
            self.facts,
        ):
            layout.addWidget(part)
        return first

    def _show_letters(
        self,
        letters: Sequence[DocumentLetterRow],
        open_letter: Callable[[int], Callable[[], None]],
    ) -> None:
        while (item := self._letters.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        lines = [
            RecordLine(
                f"{name_of(row.kind)}　{row.letter_number}",
                open_letter(row.id),
                row.letter_date.isoformat(),
                letter_status(row.state),
            )
            for row in letters
        ]
        if lines:
            self._letters.addWidget(RecordList("文书", len(lines), lines))
        else:
            self._letters.addWidget(Label("还没有发出文书。", "quiet"))
        self._letters.addStretch(1)


class MaterialTable(QWidget):
    """The papers of the filing and what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("报备材料")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)

    def show_rows(self, rows: Sequence[MaterialRow]) -> None:
        """Show the papers."""
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for place, row in enumerate(rows):
            name = f"{name_of(row.kind)}{' *' if row.is_demanded else ''}"
            self._grid.addWidget(Label(name), place, 0)
            self._grid.addWidget(Label(f"{row.copies} 份" if row.copies else "没有"), place, 1)
            self._grid.addWidget(StatusPlate(*_standing(row)), place, 2)
            self._grid.addWidget(WrappedLabel(row.remark, "quiet"), place, 3)


def _standing(row: MaterialRow) -> tuple[str, Tone]:
    if row.copies:
        return "已到", Tone.OK
    return ("还缺", Tone.LATE) if row.is_demanded else ("未报送", Tone.GONE)


def _facts(page: FilingPage, profile: Profile) -> list[Fact]:
    return [
        Fact("报送机关", page.filing_body_name),
        Fact("制定机关", page.issuing_body_name),
        Fact("报备文号", page.filing_report_number),
        Fact("公布日期", day_words(page.published_date)),
        Fact("收到日期", day_words(page.received_date)),
        Fact("收件方式", name_in(RECEIVED_WAYS, page.received_way)),
        Fact("备案登记日期", day_words(page.registered_date)),
        Fact("不予备案理由", page.refusal_reason),
        Fact("经办人", page.handled_by),
        Fact("办理时的规则", _rules(page, profile)),
    ]


def _rules(page: FilingPage, profile: Profile) -> str:
    name = profile.name if page.profile_id == profile.id else ""
    return f"{name} {page.profile_version.split('+')[0]} 版".strip()
