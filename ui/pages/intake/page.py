"""A clerk receives a filing (收件): the document at the left, the fields at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.derivations import explain
from models.domain.records import DuplicateHandling
from models.due_dates import Timeliness
from models.errors import AppError
from models.queries.bodies import BodyRow
from models.queries.duplicates import SimilarRow
from ui.desk import Desk, Done, Route
from ui.document_formats import DOCUMENT_PATTERNS
from ui.feedback.catalogue import words_of
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.intake.draft import IntakeDraft
from ui.pages.intake.form import IntakeForm
from ui.pages.intake.view_model import IntakeOffice, IntakeViewModel, ReadPaper
from ui.pages.intake.warnings import IntakeWarnings
from ui.parts.body_dialog import BodyDialog
from ui.parts.document_side import DocumentSide, SideWords
from ui.parts.due_words import timeliness_status
from ui.parts.why_line import WhyLine
from ui.widgets.buttons import Button
from ui.widgets.field_form import Problem
from ui.widgets.file_choice import ask_for_file
from ui.widgets.file_drop import FileDrop
from ui.widgets.labels import Label
from ui.widgets.tokens import Tone
from ui.widgets.wheel_guard import WheelGuard

_PAUSE_MS = 400
_RECEIVE_KEYS = "Ctrl+Return"
_WORDS = SideWords(
    text="报送文件的正文",
    no_file="把报送的文件拖到这里",
    no_file_hint="没有电子文件的，直接在右边填写。",
    choose="选择文件…",
    no_text_hint="这份文件是扫描件或者没有文字。请对照原件在右边手工填写，原件随收件一起保存。",
)


class IntakePage(Page):
    """The form a filing is received with; what is typed is kept as a draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = IntakeViewModel(desk, self)
        self.draft = IntakeDraft(desk.remembered, desk.person.login)
        self.side = DocumentSide(_WORDS)
        self.warnings = IntakeWarnings()
        self.form = IntakeForm(desk.profile)
        self.timely = WhyLine()
        self.panel = ErrorPanel()
        self.clear = Button("清空")
        self.receive = Button("收件", "primary", "check")
        self.receive.setShortcut(_RECEIVE_KEYS)
        self.receive.setToolTip(f"收件（{_RECEIVE_KEYS}）")
        self._is_ready = False
        self._is_restoring = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self.drop = FileDrop(self)
        WheelGuard(self.form)
        self._connect()
        self.offers = {"file.import": self.ask, "file.save": self.keep_draft}

    def open(self, _route: Route) -> None:
        """Begin a filing, or go on with the one that was begun."""
        self.crumb_changed.emit("收件登记")
        if self.view_model.office is None:
            self.start()

    def start(self) -> None:
        """Begin with an empty form and what was kept as a draft."""
        self._is_ready = False
        self.form.clear()
        self.form.document.setEnabled(True)
        self.warnings.clear()
        self.panel.hide()
        self.side.clear()
        self.view_model.begin()

    def ask(self) -> None:
        """Let the clerk choose the file."""
        path = ask_for_file(self, "选择报送的文件", DOCUMENT_PATTERNS)
        if path is not None:
            self.view_model.read(path)

    def keep_draft(self) -> None:
        """Keep the draft now, and say so."""
        self._follow_form()
        self.desk.remembered.write()
        self.desk.announce(Done("草稿已经保存，没有写入登记簿"))

    def submit(self) -> None:
        """Receive the filing as it stands in the form."""
        self.panel.hide()
        facts = self.form.read()
        if facts is not None:
            self.view_model.receive(facts)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 12, 12)
        column.setSpacing(12)
        for part in (self.warnings, self.timely, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self.fields_area = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(scroll)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([580, 620])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.panel)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label("填写的内容随时自动保留，收件后写入登记簿。", "quiet"))
        foot.addStretch(1)
        for button in (self.clear, self.receive):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.side.choose_wanted.connect(self.ask)
        self.side.stop_wanted.connect(self.view_model.stop)
        self.view_model.progressed.connect(self.side.show_progress)
        self.clear.clicked.connect(self._forget)
        self.receive.clicked.connect(self.submit)
        self.drop.dropped.connect(self._take_files)
        self.form.changed.connect(self._pause.start)
        self.form.focused.connect(self._light_up)
        self._pause.timeout.connect(self._follow_form)
        self.warnings.known_wanted.connect(self._use_known)
        self.warnings.body_wanted.connect(self._ask_for_body)
        self.view_model.body_added.connect(self._show_new_body)
        self.warnings.another_wanted.connect(self._take_as_another)
        self.warnings.clear_wanted.connect(self._forget)
        self.view_model.office_read.connect(self._show_office)
        self.view_model.paper_read.connect(self._show_paper)
        self.view_model.doubles_found.connect(self._show_doubles)
        self.view_model.judged.connect(self._show_judgement)
        self.view_model.received.connect(self._go_on)
        self.view_model.refused.connect(self._show_refusal)
        self.view_model.performer.busy_changed.connect(self.receive.setDisabled)

    def _take_files(self, files: list[Path]) -> None:
        if files:
            self.view_model.read(files[0])

    def _forget(self) -> None:
        self.draft.forget()
        self.start()

    def _show_office(self, office: IntakeOffice) -> None:
        self.form.offer(office)
        self.form.show_values({"received_date": office.today})
        self._is_ready = True
        if self.draft.is_kept():
            self.draft.fill(self.form)
            self.warnings.show_draft()
            path = self.draft.path()
            if path is not None:
                self._is_restoring = True
                self.view_model.read(path)
        self._follow_form()

    def _show_paper(self, paper: ReadPaper) -> None:
        self.panel.hide()
        self.side.show_examined(paper.path.name, paper.examined)
        self.warnings.show_unknown_body(self.view_model.unknown_body())
        if not self._is_restoring:
            self.form.show_values(self.view_model.form_values(paper.proposed.values))
        self._is_restoring = False
        shown = self.form.filing.read() | self.form.document.read()
        self.form.show_proposals(self.view_model.standing_proposals(shown))
        self._follow_form()

    def _ask_for_body(self, name: str) -> None:
        dialog = BodyDialog(name, self)
        dialog.entered.connect(self.view_model.add_body)
        dialog.open()

    def _show_new_body(self, body: BodyRow) -> None:
        self.warnings.show_unknown_body("")
        if self.view_model.office is not None:
            kept = self.form.filing.read() | self.form.document.read()
            self.form.offer(self.view_model.office)
            chosen = {name: kept[name] or body.id for name in ("issuing_body", "filing_body")}
            self.form.show_values(chosen)

    def _follow_form(self) -> None:
        if not self._is_ready:
            return
        document = self.form.document.read()
        self.draft.keep(self.form, self.view_model.paper.path if self.view_model.paper else None)
        if self.view_model.known_document_id is None:
            self.view_model.judge(document["published_date"], self.form.received_date.value())
        else:
            why = "按登记簿里这份文件的公布日期判断，收件后显示。"
            self.timely.show_judgement("待定", Tone.GONE, why)
        if self.view_model.is_undecided():
            self.view_model.look_for_doubles(document["title"], document["document_number"])

    def _show_doubles(self, doubles: tuple[SimilarRow, ...]) -> None:
        if self.view_model.is_undecided():
            self.warnings.show_doubles(doubles)

    def _use_known(self, row: SimilarRow) -> None:
        self.view_model.known_document_id = row.id
        self.form.take_known(row.title, row.document_number)
        self._follow_form()
        self.warnings.show_decision("按已登记的文件收件", f"《{row.title}》", self._decide_again)

    def _take_as_another(self) -> None:
        self.view_model.handling = DuplicateHandling.REGISTER_ALL_THE_SAME
        self.warnings.show_decision("已核对，作为另一份文件登记", "", self._decide_again)

    def _decide_again(self) -> None:
        self.view_model.decide_again()
        self.form.document.setEnabled(True)
        self._follow_form()

    def _show_judgement(self, judged: Timeliness | None) -> None:
        if judged is None:
            self.timely.show_judgement("待定", Tone.GONE, "填写公布日期和收到日期后判断是否按期。")
        else:
            self.timely.show_judgement(*timeliness_status(judged), explain(judged.computed))

    def _light_up(self, name: str) -> None:
        self.fields_area.ensureWidgetVisible(self.form.widget(name))
        paper = self.view_model.paper
        proposal = paper.proposed.proposals.get(name) if paper else None
        self.side.light_up(proposal.places if proposal else ())

    def _show_refusal(self, error: AppError) -> None:
        self._is_restoring = False
        field = str(error.values.get("field") or error.values.get("later") or "")
        if self.form.has_field(field):
            self.form.show_problems([Problem(field, words_of(error).text)])
        else:
            self.panel.show_error(error)

    def _go_on(self, filing_id: int) -> None:
        title = self.form.title.text()
        self.draft.forget()
        self.start()
        self.desk.back()
        self.desk.navigate(Route("filing", filing_id))
        self.desk.announce(Done(f"已收件《{title}》"))
