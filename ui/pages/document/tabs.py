"""The right side of a document's page: everything that is to be read, by subject."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from models.domain.gates import MissingGate
from models.queries.document_rows import DocumentPage, EvidenceRow, FileRow
from resources.terms import name_of
from ui.pages.document.event_words import event_words
from ui.pages.document.facts import document_facts, relation_words, validity_facts
from ui.pages.document.life import Ways
from ui.pages.document.steps import VALIDITY_ACTS, DocumentAct
from ui.pages.document.trail_words import trail_words
from ui.pages.document.view_model import DocumentView
from ui.parts.days import day_words, instant_words
from ui.parts.steps import gate_sentence
from ui.parts.tones import filing_status, letter_status, review_status
from ui.parts.trail_list import scrolled
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Label
from ui.widgets.life_line import LifeItem, LifeLine
from ui.widgets.record_list import RecordLine, RecordList
from ui.widgets.text_pane import TextPane
from ui.widgets.tokens import Tone


class Tab(IntEnum):
    """The tabs in their order."""

    FACTS = 0
    TEXT = 1
    EVIDENCE = 2
    FILINGS = 3
    REVIEWS = 4
    VALIDITY = 5
    LETTERS = 6
    TRAIL = 7


_TITLES = (
    "基本信息",
    "正文",
    "程序材料",
    "备案",
    "审查",
    "有效期与清理",
    "文书",
    "留痕",
)


class DocumentTabs(QTabWidget):
    """Shows one document; ``file_wanted`` asks for an original."""

    file_wanted = Signal(object)
    act_wanted = Signal(object)
    evaluation_wanted = Signal()

    def __init__(self, open_document: Callable[[int], Callable[[], None]]) -> None:
        super().__init__()
        self._open_document = open_document
        self.facts = FactsGrid()
        self.text = TextTab()
        self.evidence = Shelf()
        self.filings = Shelf()
        self.reviews = Shelf()
        self.validity = Shelf()
        self.act_buttons = {act: Button(f"{act.value}…") for act in VALIDITY_ACTS}
        self.validity_acts = FlowRow(8, 8)
        self.evaluation = Button("后评估", "quiet", "scales")
        self.letters = Shelf()
        self.trail = LifeLine()
        parts: tuple[QWidget, ...] = (
            scrolled(self.facts),
            self.text,
            scrolled(self.evidence),
            scrolled(self.filings),
            scrolled(self.reviews),
            scrolled(self._with_acts()),
            scrolled(self.letters),
            scrolled(self.trail),
        )
        for part, title in zip(parts, _TITLES, strict=True):
            self.addTab(part, title)
        self.text.file_wanted.connect(self.file_wanted)
        self.evaluation.setToolTip("这份文件实施情况的后评估：列入、评分、结论")
        self.evaluation.clicked.connect(self._want_evaluation)
        self.text.attach.clicked.connect(partial(self._want_act, DocumentAct.ATTACH_FILE))

    def offer(self, acts: Sequence[DocumentAct]) -> None:
        """Offer the acts that stand in a tab, beside what they change."""
        offered = [act for act in VALIDITY_ACTS if act in acts]
        self.validity_acts.setVisible(bool(offered))
        for act, button in self.act_buttons.items():
            button.setVisible(act in offered)
        self.text.attach.setVisible(DocumentAct.ATTACH_FILE in acts)

    def show_document(self, view: DocumentView, ways: Ways) -> None:
        """Show one document."""
        page = view.page
        self.facts.show_facts(document_facts(page, view.profile))
        self.text.show_files(page.files)
        self.evidence.show_parts(_evidence(page.evidence, page.missing_gates))
        self.filings.show_parts(_filings(page, ways))
        self.reviews.show_parts(_reviews(page, ways))
        self.letters.show_parts(_letters(page, ways))
        self.validity.show_parts(self._validity(page))
        self.trail.show_items(_trail(view))
        for tab, rows in (
            (Tab.EVIDENCE, page.evidence),
            (Tab.FILINGS, page.filings),
            (Tab.REVIEWS, page.reviews),
            (Tab.LETTERS, page.letters),
        ):
            self.setTabText(tab, f"{_TITLES[tab]} {len(rows)}" if rows else _TITLES[tab])

    def _with_acts(self) -> QWidget:
        self.validity_acts.show_parts(list(self.act_buttons.values()))
        for act, button in self.act_buttons.items():
            button.clicked.connect(partial(self._want_act, act))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.validity_acts)
        column.addWidget(self.validity)
        column.addWidget(self.evaluation, 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _want_evaluation(self) -> None:
        self.evaluation_wanted.emit()

    def _want_act(self, act: DocumentAct, _checked: object = None) -> None:
        self.act_wanted.emit(act)

    def _validity(self, page: DocumentPage) -> list[QWidget]:
        parts: list[QWidget] = [FactsGrid(validity_facts(page))]
        events = [CardLine(words) for words in map(event_words, page.life.events)]
        if events:
            parts.append(Card("时效经历", lines=events))
        steps = [CardLine(sentence) for sentence in page.life.derivation]
        parts.append(Card("推算过程", lines=steps))
        if page.relations:
            lines = [
                CardLine(
                    relation_words(row),
                    self._open_document(row.document_id) if row.document_id else None,
                )
                for row in page.relations
            ]
            parts.append(Card("与其他文件的关系", lines=lines))
        return parts


class Shelf(QWidget):
    """Parts one below the other, all replaced together."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in place of the others."""
        for part in self.parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            self._layout.addWidget(part)


class TextTab(QWidget):
    """The text of one of the document's files, and the way to the original."""

    file_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[FileRow, ...] = ()
        self.choice = QComboBox()
        self.choice.setAccessibleName("选择文件")
        self.original = Button("打开原件", "quiet", "document")
        self.original.setToolTip("用电脑上的程序打开一份只读副本，登记簿中的原件不会改动")
        self.attach = Button(f"{DocumentAct.ATTACH_FILE.value}…", "quiet", "plus")
        self.text = TextPane("文件正文")
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.choice, 1)
        head.addWidget(self.original)
        head.addWidget(self.attach)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.choice.currentIndexChanged.connect(self._show_text)
        self.original.clicked.connect(self._want_file)

    def show_files(self, files: tuple[FileRow, ...]) -> None:
        """Offer these files and show the first; the same ones stay as they are."""
        if files == self._files and files:
            return
        self._files = files
        self.choice.clear()
        self.choice.addItems([f"{name_of(file.role)}　{file.original_name}" for file in files])
        self.choice.setEnabled(len(files) > 1)
        self.original.setEnabled(bool(files))
        self._show_text(0)

    def _show_text(self, place: int) -> None:
        if 0 <= place < len(self._files):
            self.text.show_text(self._files[place].text or "这个文件没有可以显示的文字。")
        else:
            self.text.show_text("没有登记电子文件。")

    def _want_file(self) -> None:
        self.file_wanted.emit(self._files[self.choice.currentIndex()])


def _evidence(rows: Sequence[EvidenceRow], missing: Sequence[MissingGate]) -> list[QWidget]:
    parts: list[QWidget] = []
    if missing:
        lines = [CardLine(gate_sentence(gate)) for gate in missing]
        tone = Tone.WAIT if any(gate.is_required for gate in missing) else Tone.PLAIN
        parts.append(Card("编号前还没有的材料", lines=lines, tone=tone))
    if rows:
        parts.append(FactsGrid([_evidence_fact(row) for row in rows]))
    else:
        parts.append(Label("还没有登记程序材料。", "quiet"))
    return parts


def _evidence_fact(row: EvidenceRow) -> Fact:
    days = " 至 ".join(filter(None, (day_words(row.start_date), day_words(row.end_date))))
    value = "　".join(filter(None, (days, row.result, row.reference)))
    note = "　".join(filter(None, (row.note, row.file_name)))
    return Fact(name_of(row.kind), value or "已有", note)


def _filings(page: DocumentPage, ways: Ways) -> list[QWidget]:
    lines = [
        RecordLine(
            f"{row.filing_body_name}　{row.filing_register_number or row.filing_report_number}",
            ways.to_filing(row.id),
            f"{day_words(row.received_date)} 收件",
            filing_status(row.state),
        )
        for row in page.filings
    ]
    return _records("备案", lines, "这份文件没有报送备案的记录。")


def _reviews(page: DocumentPage, ways: Ways) -> list[QWidget]:
    lines = [
        RecordLine(
            f"{day_words(row.opened_date)} 启动，{row.reviewer}审查",
            ways.to_review(row.id),
            f"期限 {day_words(row.due_date)}",
            review_status(row.state),
        )
        for row in page.reviews
    ]
    return _records("审查", lines, "这份文件没有审查记录。")


def _letters(page: DocumentPage, ways: Ways) -> list[QWidget]:
    lines = [
        RecordLine(
            f"{name_of(row.kind)}　{row.letter_number}",
            ways.to_letter(row.id),
            day_words(row.letter_date),
            letter_status(row.state),
        )
        for row in page.letters
    ]
    return _records("文书", lines, "还没有就这份文件发出文书。")


def _records(title: str, lines: list[RecordLine], nothing: str) -> list[QWidget]:
    return [RecordList(title, len(lines), lines)] if lines else [Label(nothing, "quiet")]


def _trail(view: DocumentView) -> list[LifeItem]:
    return [
        LifeItem(
            date=instant_words(row.at),
            title=f"{name_of(row.act)}（留痕第 {row.sequence} 行）",
            person=row.person,
            text="\n".join(trail_words(row)),
        )
        for row in view.trail
    ]
