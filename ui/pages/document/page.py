"""The page of one document: all its axes, and the next legal step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from models.domain.profile import MakingStep
from models.domain.terms import EvidenceKind, IssuanceKind, LetterSeries
from models.errors import AppError
from models.queries.document_rows import DocumentPage
from ui.desk import Changes, Desk, Done, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.document.correction_form import CorrectionForm
from ui.pages.document.effect_form import EffectForm
from ui.pages.document.effects_on_others import steps_on_others
from ui.pages.document.forms import ActForm, EvidenceForm, IssuanceForm, NumberForm
from ui.pages.document.life import Ways, life_of
from ui.pages.document.life_change_form import LifeChangeForm
from ui.pages.document.numbers_row import NumbersRow
from ui.pages.document.papers import letters_about, sheets_about
from ui.pages.document.renewal import way_to_renewal
from ui.pages.document.steps import (
    LIFE_CHANGES,
    TAB_ACTS,
    VALIDITY_ACTS,
    DocumentAct,
    Possible,
    possible,
)
from ui.pages.document.supplement import SupplementForm, SupplementLook
from ui.pages.document.tabs import DocumentTabs, Shelf, Tab
from ui.pages.document.view_model import DocumentView, DocumentViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.days import judgement_words
from ui.parts.missing_codes import way_to_codes
from ui.parts.sheet_menu import letters_step, sheets_step
from ui.parts.steps import STEP_VERBS, gate_sentence
from ui.parts.tones import making_status, suspension_status, validity_status
from ui.parts.trail_list import scrolled
from ui.widgets.card import Card, CardLine
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.life_line import LifeLine
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.record_head import RecordHead, Step
from ui.widgets.tokens import Tone

_LIFE_SHARE = 340
_NUMBERING = (
    "编号后，文件取得下一个统一登记号，号码办理完成后显示。号码给出后不能收回，编错了只能作废。"
)
_VOIDING = "作废后，这个号码留在台账里，不再使用；文件退回已登记状态，可以重新编号。"


class DocumentRecordPage(Page):
    """Head with the next step, life line at the left, tabs at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = DocumentViewModel(desk, self)
        self.head = RecordHead()
        self.numbers = NumbersRow()
        self.errors = ErrorPanel()
        self.hindrances = Shelf()
        self.life = LifeLine()
        self.tabs = DocumentTabs(self._way_to_document)
        self.dialog: ConfirmDialog | ActDialog | None = None
        self.open_place: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._wanted_step = ""
        self._asked_by: Route | None = None
        self._ways = Ways(
            partial(self._way_to, "filing"),
            partial(self._way_to, "review"),
            partial(self._way_to, "letter"),
        )
        self._acts: dict[DocumentAct, Callable[[], None]] = {
            DocumentAct.ADD_EVIDENCE: self.ask_for_evidence,
            DocumentAct.CORRECT: self.ask_for_correction,
            DocumentAct.VOID_NUMBER: self.ask_to_void,
            DocumentAct.ENTER_NUMBER: self.ask_for_number,
            DocumentAct.WRITE_NOTICE: self.write_notice,
            DocumentAct.AMEND: self.ask_to_amend,
            DocumentAct.END: self.ask_to_end,
            DocumentAct.ATTACH_FILE: self.ask_for_file,
            **{act: partial(self.ask_to_change_life, act) for act in LIFE_CHANGES},
        }
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the document the route names, and put the question of the step it asks for."""
        self.errors.hide()
        self._wanted_step = "" if route == self._asked_by else route.asked("step") or ""
        self._asked_by = route
        if route.record_id is not None:
            self.view_model.show(route.record_id)

    def refresh(self) -> None:
        """Read the document again."""
        self.view_model.read_again()

    def take_step(self, step: MakingStep) -> None:
        """Put the question of a making step."""
        self.errors.hide()
        if step is MakingStep.NUMBERED:
            self.ask_to_number()
        else:
            self.ask_for_issuance(IssuanceKind(step.value))

    def ask_to_number(self) -> None:
        """Repeat what gets a number, then give it."""
        facts = self._view().page.facts
        lines = (
            ("文件名称", facts.title),
            ("制定机关", facts.issuing_body_name),
            ("发文字号", facts.document_number or "（没有填写）"),
        )
        dialog = ConfirmDialog(STEP_VERBS[MakingStep.NUMBERED], lines, _NUMBERING, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask(self.view_model.number)

    def ask_for_issuance(self, kind: IssuanceKind) -> None:
        """Ask where and when the document was printed or published."""
        view = self._view()
        known = tuple(dict.fromkeys(row.medium for row in view.page.issuances))
        form = IssuanceForm(kind, view.page.facts.title, view.today, known)
        self._ask(STEP_VERBS[MakingStep(kind.value)], form, partial(self._issue, form))

    def ask_for_evidence(self, kind: EvidenceKind = EvidenceKind.LEGALITY_REVIEW) -> None:
        """Ask for a paper of the procedure."""
        self.tabs.setCurrentIndex(Tab.EVIDENCE)
        form = EvidenceForm(kind)
        self._ask(DocumentAct.ADD_EVIDENCE.value, form, partial(self._add_evidence, form))

    def ask_for_correction(self) -> None:
        """Ask what is to be corrected."""
        form = CorrectionForm(self._view().page.facts)
        self._ask("更正记录", form, partial(self._correct, form))

    def ask_for_file(self) -> None:
        """Ask which file is added, and say what is in it before it is."""
        self.tabs.setCurrentIndex(Tab.TEXT)
        view = self._view()
        form = SupplementForm(view.page.facts, view.page.files)
        look = SupplementLook(self.desk, form)
        form.chosen.connect(look.look_at)
        look.looked.connect(form.show_found)
        look.refused.connect(self._show_refusal)
        self._ask(DocumentAct.ATTACH_FILE.value, form, partial(self._attach, form))

    def write_notice(self) -> None:
        """Go to the notice that the document is not registered."""
        about = (
            ("kind", LetterSeries.REGISTRATION_REFUSAL.value),
            ("document", str(self._view().page.facts.id)),
        )
        self.desk.navigate(Route("letter", extra=about))

    def open_evaluation(self) -> None:
        """Go to the evaluation of this document, or to where one is planned."""
        about = (("document", str(self._view().page.facts.id)),)
        self.desk.navigate(Route("evaluation", extra=about))

    def ask_for_number(self) -> None:
        """Ask for the number on paper."""
        form = NumberForm()
        self._ask(DocumentAct.ENTER_NUMBER.value, form, partial(self._enter_number, form))

    def ask_to_void(self) -> None:
        """Ask why the number is voided."""
        facts = self._view().page.facts
        lines = (("统一登记号", facts.unified_number), ("文件名称", facts.title))
        dialog = ReasonDialog(DocumentAct.VOID_NUMBER.value, lines, _VOIDING, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask_reason(self.view_model.void_number)

    def ask_to_end(self) -> None:
        """Ask how, from when and why the document ends."""
        form = self._effect_form(ends=True)
        self._ask(DocumentAct.END.value, form, partial(self._end, form))

    def ask_to_amend(self) -> None:
        """Ask from when and by what the document is amended."""
        form = self._effect_form(ends=False)
        self._ask(DocumentAct.AMEND.value, form, partial(self._amend, form))

    def ask_to_change_life(self, act: DocumentAct) -> None:
        """Ask what a change of the document's life needs, and show what it leads to."""
        view = self._view()
        if act is DocumentAct.RENEW and self.desk.profile.renewal_new_number.value:
            self.desk.navigate(way_to_renewal(view.page.facts))
            return
        self.tabs.setCurrentIndex(Tab.VALIDITY)
        form = LifeChangeForm(LIFE_CHANGES[act], view)
        form.changed.connect(self.view_model.look_ahead)
        self.view_model.planned.connect(form.show_plan)
        self.view_model.plan_refused.connect(form.show_trouble)
        self._ask(act.value, form, partial(self._change_life, form))
        form.look()

    def _change_life(self, form: LifeChangeForm) -> None:
        change = form.change()
        if form.is_sound() and change is not None:
            self.view_model.change_life(change)

    def _effect_form(self, *, ends: bool) -> EffectForm:
        self.tabs.setCurrentIndex(Tab.VALIDITY)
        view = self._view()
        return EffectForm(ends=ends, relations=view.page.relations, begin_date=view.today)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.setChildrenCollapsible(False)
        split.addWidget(scrolled(self.life))
        split.addWidget(self.tabs)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIFE_SHARE, 2 * _LIFE_SHARE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            self.head,
            self.numbers,
            self.errors,
            self.hindrances,
        )
        for part in parts:
            layout.addWidget(part)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.acted.connect(self._tell_done)
        model.refused.connect(self._show_refusal)
        model.copied.connect(self._open_copy)
        model.performer.busy_changed.connect(self.head.setDisabled)
        self.tabs.file_wanted.connect(model.open_file)
        self.tabs.act_wanted.connect(self._take_act)
        self.tabs.evaluation_wanted.connect(self.open_evaluation)
        self.numbers.copied.connect(self._tell_copied)
        self.desk.changes.happened.connect(self._follow_changes)

    def _show(self, view: DocumentView) -> None:
        page = view.page
        self.crumb_changed.emit(page.facts.title)
        statuses = [making_status(page.facts.making_state)]
        self.head.show_record(
            page.facts.title,
            (),
            [*statuses, validity_status(page.validity.status), *suspension_status(page.life)],
            judgement_words(page.validity),
        )
        self.numbers.show_numbers(_numbers(view))
        can = possible(page, self.desk.person)
        self.head.offer([*self._paper_steps(page), *self._steps(can)])
        self.hindrances.show_parts(self._hindrance_cards(view, can))
        self.life.show_items(life_of(view, self._ways))
        self.tabs.show_document(view, self._ways)
        self.tabs.offer(can.acts)
        self._take_wanted_step(can)

    def _paper_steps(self, page: DocumentPage) -> list[Step]:
        """Offer the papers about the document."""
        document_id = page.facts.id
        steps = [sheets_step(self.desk, sheets_about(page), document_id)]
        letters = letters_about(page, self.desk.person)
        if letters:
            steps.append(letters_step(self.desk, letters, "document", document_id))
        return steps

    def _steps(self, can: Possible) -> list[Step]:
        steps = [Step(act.value, self._acts[act]) for act in can.acts if act not in TAB_ACTS]
        if can.step is not None:
            take = partial(self.take_step, can.step)
            steps.append(Step(STEP_VERBS[can.step], take, is_primary=True, hindrance=can.hindrance))
        return steps

    def _hindrance_cards(self, view: DocumentView, can: Possible) -> list[QWidget]:
        if not can.hindrance:
            return []
        may_add = DocumentAct.ADD_EVIDENCE in can.acts
        lines = [
            CardLine(
                gate_sentence(gate),
                partial(self.ask_for_evidence, gate.evidence) if may_add else None,
            )
            for gate in view.page.missing_gates
            if gate.is_required
        ]
        return [Card("现在还不能编号，先补齐下列材料", lines=lines, tone=Tone.WAIT)]

    def _take_wanted_step(self, can: Possible) -> None:
        wanted, self._wanted_step = self._wanted_step, ""
        self._take_wanted_act(wanted, can)
        if can.step is not None and wanted == can.step.value and not can.hindrance:
            self.take_step(can.step)

    def _take_wanted_act(self, wanted: str, can: Possible) -> None:
        act = next((one for one in VALIDITY_ACTS if one.name == wanted and one in can.acts), None)
        if act is not None:
            self._take_act(act)

    def _take_act(self, act: DocumentAct) -> None:
        self._acts[act]()

    def _end(self, form: EffectForm) -> None:
        day = form.begin_date.value()
        if form.is_sound() and day is not None:
            self.view_model.end(form.ending(), form.effect(day))

    def _amend(self, form: EffectForm) -> None:
        day = form.begin_date.value()
        if form.is_sound() and day is not None:
            self.view_model.amend(form.effect(day))

    def _ask(self, verb: str, form: ActForm, take: Callable[[], None]) -> None:
        self.errors.hide()
        dialog = ActDialog(verb, form, self)
        self.dialog = dialog
        dialog.wanted.connect(take)
        dialog.finished.connect(self._forget_dialog)
        self.view_model.performer.busy_changed.connect(dialog.proceed.setDisabled)
        dialog.open()

    def _issue(self, form: IssuanceForm) -> None:
        day = form.issued_date.value()
        if form.is_sound() and day is not None:
            self.view_model.issue(form.kind, form.medium.currentText().strip(), day)

    def _add_evidence(self, form: EvidenceForm) -> None:
        if form.is_sound():
            self.view_model.add_evidence(form.entry(), form.file.place)

    def _correct(self, form: CorrectionForm) -> None:
        if form.is_sound():
            self.view_model.correct(form.correction(), form.reason.text().strip())

    def _attach(self, form: SupplementForm) -> None:
        if form.is_sound() and form.looked_at is not None:
            self.view_model.attach(form.looked_at.file, form.chosen_role())

    def _enter_number(self, form: NumberForm) -> None:
        if form.is_sound():
            self.view_model.enter_number(form.number.text().strip())

    def _tell_done(self, sentence: str) -> None:
        if isinstance(self.dialog, ActDialog):
            self.dialog.accept()
        can = possible(self._view().page, self.desk.person)
        steps: tuple[NextStep, ...] = ()
        if can.step is not None and not can.hindrance:
            steps = (NextStep(f"{STEP_VERBS[can.step]}…", partial(self.take_step, can.step)),)
        elif can.step is None:
            page = self._view().page
            steps = steps_on_others(page, self.desk.person, self.desk.navigate)
        self.desk.announce(Done(sentence, steps))

    def _tell_copied(self, number: str) -> None:
        self.desk.announce(Done(f"已复制 {number}"))

    def _show_refusal(self, error: AppError) -> None:
        if isinstance(self.dialog, ActDialog):
            self.dialog.show_refusal(error)
        else:
            self.errors.show_error(error, way_to_codes(error, self.desk.navigate))

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _open_copy(self, place: Path) -> None:
        self.open_place(QUrl.fromLocalFile(str(place)))

    def _follow_changes(self, _changes: Changes) -> None:
        if self.isVisible():
            self.view_model.read_again()

    def _way_to(self, page: str, record_id: int) -> Callable[[], None]:
        return partial(self.desk.navigate, Route(page, record_id))

    def _way_to_document(self, document_id: int) -> Callable[[], None]:
        return self._way_to("document", document_id)

    def _view(self) -> DocumentView:
        view = self.view_model.view
        if view is None:
            raise RuntimeError("acts are offered only for a document that is shown")
        return view


def _numbers(view: DocumentView) -> list[tuple[str, str]]:
    facts, filings = view.page.facts, view.page.filings
    last = filings[-1] if filings else None
    return [
        ("发文字号", facts.document_number),
        ("统一登记号", facts.unified_number),
        ("备案登记号", last.filing_register_number if last else ""),
        ("报备文号", last.filing_report_number if last else ""),
        ("索引号", facts.site_index_number),
    ]
