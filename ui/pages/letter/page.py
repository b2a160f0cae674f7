"""One letter (文书): the paper at the left as it will be printed, its facts at the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.errors import AppError
from resources.terms import name_of
from review.letters.faces_report import FacesReport
from review.letters.masking import has_personal_data
from review.letters.preflight.findings import PAGE, Finding
from ui.desk import Desk, Done, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.letter.paper_work import FrozenLetter, LetterAsked, Proposal
from ui.pages.letter.records import records_of
from ui.pages.letter.side import FrozenSide, ProposalSide
from ui.pages.letter.view_model import LetterViewModel
from ui.parts.face_words import faces_line, faces_warnings
from ui.parts.letter_form import changes, form_for, go_to_place, problems, written
from ui.parts.missing_codes import way_to_codes
from ui.parts.papers.desk import PapersDesk
from ui.parts.papers.file_names import paper_stem
from ui.parts.papers.paper import paper_of
from ui.parts.papers.print_choice import NoPrinterError
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.field_form import FieldForm
from ui.widgets.letter_preview import LetterPreview
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.upright_area import UprightArea

_REDRAW_MS = 400
_SUFFIXES = {"docx": "Word 文档 (*.docx)", "pdf": "PDF 文件 (*.pdf)"}
_ISSUE_CONSEQUENCE = (
    "发出时取得文号，文号不能收回；发出后文字和版面不再改动，需要更正时由负责人撤回后另发。"
)
_WITHDRAW_CONSEQUENCE = "撤回以后，文号不再使用，文书和理由留在登记簿里，可以另发一份新的文书。"
_REPLACE_CONSEQUENCE = "该文件夹中已有同名文件，替换以后原来的文件不能恢复。"
_MASKED = "另存隐去个人信息的副本"
# What a route may call the record that a letter is about.
_ABOUT = ("filing", "review", "document")


class LetterPage(Page):
    """Proposes and issues a letter, or shows an issued one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = LetterViewModel(desk)
        self.error = ErrorPanel()
        self.preview = LetterPreview()
        self.papers = PapersDesk(desk, self)
        self.proposal_side = ProposalSide(may_issue=self.view_model.may_issue)
        self.frozen_side = FrozenSide()
        self.form = FieldForm([])
        self._kind: LetterSeries | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_MS)
        self._lay_out()
        self._connect()
        self._show_nothing()

    def open(self, route: Route) -> None:
        """Show an issued letter, or propose the one that is asked for."""
        self._show_nothing()
        if route.record_id is not None:
            self.view_model.open_letter(route.record_id)
            return
        kind = LetterSeries(route.asked("kind") or LetterSeries.FILING_RECEIPT)
        record = next((found for name in _ABOUT if (found := route.asked(name))), "0")
        self.view_model.propose(LetterAsked(kind, int(record)))

    def refresh(self) -> None:
        """Read the letter again."""
        self.view_model.read_again()

    def save_to(self, paper_format: str, target: Path) -> None:
        """Save a copy; ask before another file is replaced."""
        self._replacing(target, partial(self.view_model.save, paper_format, target))

    def save_masked_to(self, target: Path) -> None:
        """Save a copy without personal data; ask before another file is replaced."""
        self._replacing(target, partial(self.view_model.save_masked, target))

    def _replacing(self, target: Path, save: Callable[[], None]) -> None:
        if not target.exists():
            save()
            return
        facts = (("文件", target.name), ("文件夹", str(target.parent)))
        ConfirmDialog("替换文件", facts, _REPLACE_CONSEQUENCE, self).ask(save)

    def _lay_out(self) -> None:
        side = QWidget()
        sides = QVBoxLayout(side)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(self.proposal_side)
        sides.addWidget(self.frozen_side)
        sides.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.preview, 3)
        area = UprightArea(side)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.addWidget(area, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.error)
        layout.addLayout(columns, 1)
        layout.addWidget(self.papers)

    def _connect(self) -> None:
        self.view_model.proposed.connect(self._show_proposal)
        self.view_model.checked.connect(self._show_findings)
        self.view_model.frozen.connect(self._show_frozen)
        self.view_model.issued.connect(self._tell_issued)
        self.view_model.refused.connect(self._refuse)
        self.proposal_side.findings.jump_wanted.connect(self._jump)
        self.proposal_side.issue.clicked.connect(self._ask_to_issue)
        self.frozen_side.withdraw.clicked.connect(self._ask_to_withdraw)
        self.papers.refused.connect(self._refuse_paper)
        self.preview.print_wanted.connect(self._print)
        self.preview.word_wanted.connect(partial(self._ask_where, "docx"))
        self.preview.pdf_wanted.connect(partial(self._ask_where, "pdf"))
        self._pause.timeout.connect(self._rewrite)

    def _show_nothing(self) -> None:
        self.error.hide()
        self._pause.stop()
        self._kind = None
        self.proposal_side.findings.forget()
        for part in (self.preview, self.proposal_side, self.frozen_side):
            part.hide()
        self._offer_paper(is_offered=False)

    def _show_proposal(self, proposal: Proposal) -> None:
        self.error.hide()
        kind = proposal.proposed.kind
        if self._kind is not kind:
            self._kind = kind
            self.form = form_for(proposal.proposed.letter)
            self.proposal_side.show_form(name_of(kind), proposal.title, self.form)
            self._listen_to_form()
            self.crumb_changed.emit(f"{name_of(kind)}（待发）")
        self.preview.show_pdf(proposal.pdf)
        self._say_faces(proposal.faces)
        self.preview.show()
        self.proposal_side.show()
        self.proposal_side.findings.begin()

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        self.proposal_side.findings.show_findings(found, (PAGE, *self.form.read()))

    def _show_frozen(self, found: FrozenLetter) -> None:
        self.error.hide()
        self._pause.stop()
        self._kind = None
        page = found.page
        self.proposal_side.hide()
        self.frozen_side.show_letter(page, may_withdraw=self.view_model.may_withdraw)
        self.frozen_side.offer_records(
            [
                *self._masked_copy(page.kind),
                *((words, partial(self.desk.navigate, route)) for words, route in records_of(page)),
            ]
        )
        self.frozen_side.show()
        self.preview.show_pdf(found.pdf)
        self._say_faces(None)
        self.preview.show()
        self._offer_paper(is_offered=True)
        self.crumb_changed.emit(f"{name_of(page.kind)}　{page.letter_number}")

    def _masked_copy(self, kind: LetterSeries) -> list[tuple[str, Callable[[], None]]]:
        return [(_MASKED, self._ask_where_masked)] if has_personal_data(kind.value) else []

    def _say_faces(self, faces: FacesReport | None) -> None:
        """Say what a paper is set in before it is issued; an issued one holds its faces."""
        self.preview.say(faces_line(faces) if faces else "")
        self.preview.warn("字体与平时不同", faces_warnings(faces) if faces else ())

    def _tell_issued(self, done: str) -> None:
        self.desk.announce(Done(done, (NextStep("打印", self._print),)))

    def _offer_paper(self, *, is_offered: bool) -> None:
        """Printing and saving are for issued letters: a paper without a number must not go out."""
        preview = self.preview
        for button in (preview.print_button, preview.word_button, preview.pdf_button):
            button.setVisible(is_offered)
        self.offers = {"edit.filter": preview.focus_search}
        if is_offered:
            self.offers["file.print"] = self._print
        self.offers_changed.emit()

    def _listen_to_form(self) -> None:
        for changed in changes(self.form):
            changed.connect(self._wait_for_more)

    def _jump(self, place: str) -> None:
        """Go to the field of a finding, or to the page of the paper."""
        root, _, number = place.rstrip("]").partition("[")
        if root == PAGE:
            self.preview.view.go_to_page(int(number))
        else:
            go_to_place(self.form, place)

    def _wait_for_more(self) -> None:
        self.proposal_side.issue.setEnabled(False)
        self._pause.start()

    def _rewrite(self) -> None:
        self._pause.stop()
        wrong = problems(self.form)
        self.form.show_problems(wrong, goes_there=False)
        if wrong:
            self.proposal_side.findings.hold()
        else:
            self.view_model.rewrite(written(self.form))

    def _ask_to_issue(self) -> None:
        proposal = self.view_model.proposal
        if proposal is None:
            return
        kind = name_of(proposal.proposed.kind)
        day = proposal.proposed.letter.letter_date
        facts = (
            ("文书", f"{kind}（{proposal.title}）"),
            ("主送机关", proposal.proposed.letter.addressee),
            ("文号系列", f"{kind} {day.year} 年，发出时取下一号"),
        )
        issue = partial(self.view_model.issue, self.proposal_side.findings.looked_at())
        ConfirmDialog("发出文书", facts, _ISSUE_CONSEQUENCE, self).ask(issue)

    def _ask_to_withdraw(self) -> None:
        letter = self.view_model.letter
        if letter is None or letter.state is not LetterState.ISSUED:
            return
        facts = (
            ("文书", f"{name_of(letter.kind)} {letter.letter_number}"),
            ("主送机关", letter.addressee),
        )
        dialog = ReasonDialog("撤回文书", facts, _WITHDRAW_CONSEQUENCE, self)
        dialog.ask_reason(self.view_model.withdraw)

    def _ask_where(self, paper_format: str) -> None:
        letter = self.view_model.letter
        if letter is None:
            return
        target = self._asked_place(paper_of(letter).name, paper_format)
        if target is not None:
            self.save_to(paper_format, target)

    def _ask_where_masked(self) -> None:
        """Ask for a place; the name of the file names nobody either."""
        letter = self.view_model.letter
        if letter is None:
            return
        words = (letter.letter_number, "", f"{name_of(letter.kind)}副本", letter.title)
        target = self._asked_place(paper_stem(*words), "pdf")
        if target is not None:
            self.save_masked_to(target)

    def _asked_place(self, stem: str, paper_format: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "另存文书",
            str(Path.home() / f"{stem}.{paper_format}"),
            _SUFFIXES[paper_format],
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return _with_suffix(Path(chosen), paper_format) if chosen else None

    def _print(self) -> None:
        if self.view_model.letter is not None:
            pages = self.preview.document.pageCount()
            self.papers.print_letters([self.view_model.letter.id], pages)

    def _refuse_paper(self, error: AppError) -> None:
        save_instead = NextStep("另存为 PDF", partial(self._ask_where, "pdf"))
        self.error.show_error(error, save_instead if isinstance(error, NoPrinterError) else None)

    def _refuse(self, error: AppError) -> None:
        self.error.show_error(error, way_to_codes(error, self.desk.navigate))
        self.proposal_side.issue.setEnabled(False)


def _with_suffix(target: Path, paper_format: str) -> Path:
    suffix = f".{paper_format}"
    is_named = target.suffix.lower() == suffix
    return target if is_named else target.with_name(f"{target.name}{suffix}")
