"""The registration form (登记表): the text at the left, the fields at the right."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from models.domain.gates import next_step
from models.domain.profile import MakingStep
from models.errors import AppError
from ui.desk import Desk, Done, NextStep, Route
from ui.feedback.catalogue import words_of
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.registration.cards import FormCards
from ui.pages.registration.form import RegistrationForm
from ui.pages.registration.form_values import FormValues
from ui.pages.registration.import_item import files_of, item_of
from ui.pages.registration.imported import ImportItem
from ui.pages.registration.known_values import known_values
from ui.pages.registration.proposed import value_from_text
from ui.pages.registration.registering import Registered
from ui.pages.registration.text_side import TextSide
from ui.pages.registration.view_model import Gates, RegistrationViewModel
from ui.parts.body_dialog import BodyDialog
from ui.parts.steps import STEP_VERBS
from ui.widgets.buttons import Button
from ui.widgets.field_form import Problem
from ui.widgets.file_drop import FileDrop
from ui.widgets.page_head import PageHead
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.upright_area import UprightArea

_REGISTER_KEYS = "Ctrl+Return"
_TITLES = {False: "登记新文件", True: "补录历史文件"}
_VERBS = {False: "登记", True: "补录"}
_REFUSAL = (
    "本单位对这份文件不予登记，不给登记号。记录和理由留在登记簿里，可以据此出具不予登记通知书。"
)


class RegistrationPage(Page):
    """Registers a document; afterwards its page shows the next legal step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = RegistrationViewModel(desk, self)
        self.errors = ErrorPanel()
        self.text_side = TextSide()
        self.cards = FormCards()
        self.form = RegistrationForm()
        self.fresh = Button("另填一份", "flat", "plus")
        self.refuse = Button("不予登记…")
        self.register = Button("登记", "primary", "stamp")
        self.register.setShortcut(_REGISTER_KEYS)
        self.register.setToolTip(f"登记（{_REGISTER_KEYS}）")
        self.head = PageHead(_TITLES[False], self.fresh, self.refuse, self.register)
        self._arrived_with: Route | None = None
        self._lay_out()
        self._drop = FileDrop(self)
        self._connect()
        self.offers = {"file.save": self._keep_draft, "file.import": self.text_side.ask_for_files}
        self.view_model.begin(is_historic=False)

    def open(self, route: Route) -> None:
        """Begin with the files named; without any, stay with what is under way."""
        if route == self._arrived_with and route.extra:
            return
        self._arrived_with = route
        files = [Path(value) for name, value in route.extra if name == "file"]
        is_historic = route.asked("mode") == "historic"
        item = item_of(route, self.desk.register.folder)
        if item is not None:
            self.view_model.begin_item(item, files_of(route), is_historic=is_historic)
            self.form.editors.title.setFocus()
            return
        if files or is_historic != self.view_model.is_historic:
            self.view_model.begin(is_historic=is_historic)
        self.view_model.paper.take(files)
        known = known_values(route)
        if known:
            self.view_model.begin_with(known, is_historic=is_historic)
        self.crumb_changed.emit(_TITLES[is_historic])
        self.form.editors.title.setFocus()

    def refresh(self) -> None:
        """Read the list of bodies again; what was typed stays."""
        self.view_model.read_bodies()

    def may_leave(self) -> bool:
        """Keep the draft; leaving is always possible."""
        self.view_model.save_draft()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks."""
        super().hideEvent(event)
        self.view_model.rest()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(2, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.cards)
        column.addWidget(self.form)
        self.right = UprightArea(right)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.addWidget(self.text_side)
        split.addWidget(self.right)
        split.setSizes([580, 620])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        model, paper = self.view_model, self.view_model.paper
        model.begun.connect(self._show_beginning)
        model.proposed.connect(self._show_proposed)
        model.bodies_read.connect(self.form.offer_bodies)
        model.body_added.connect(self._show_new_body)
        model.normativity_judged.connect(self.cards.show_normativity)
        model.doubles_found.connect(self.cards.show_doubles)
        model.laws.told.connect(self.form.editors.relations.show_laws)
        model.gates_judged.connect(self._show_gates)
        model.problems_found.connect(self._show_problems)
        model.drafts_found.connect(self.cards.show_drafts)
        model.refused.connect(self._show_refusal)
        model.registered.connect(self._lead_on)
        model.performer.busy_changed.connect(self.register.setDisabled)
        paper.text_read.connect(self.text_side.show_reading)
        paper.text_read_again.connect(self.text_side.show_reading)
        paper.text_read.connect(self._light_up_again)
        paper.text_read_again.connect(self._light_up_again)
        paper.files_changed.connect(self.form.show_files)
        paper.progressed.connect(self.text_side.document.show_progress)
        paper.unreadable.connect(self.cards.show_unreadable)
        paper.refused.connect(self._show_refusal)
        self._connect_form()
        self._connect_cards()
        self._drop.dropped.connect(self._take_files)
        self.fresh.clicked.connect(self._start_again)
        self.refuse.clicked.connect(self._ask_for_refusal)
        self.register.clicked.connect(self._register)

    def _connect_form(self) -> None:
        paper = self.view_model.paper
        self.form.changed.connect(self._note_change)
        self.form.focused.connect(self._light_up)
        self.form.editors.files.add_wanted.connect(self.text_side.ask_for_files)
        self.form.editors.files.role_chosen.connect(paper.choose_role)
        self.form.editors.files.remove_wanted.connect(paper.remove)
        self.text_side.files_chosen.connect(self._take_files)
        self.text_side.document.stop_wanted.connect(paper.stop)
        self.text_side.fill_wanted.connect(self._fill)

    def _connect_cards(self) -> None:
        self.cards.draft_wanted.connect(self.view_model.take_up)
        self.cards.draft_unwanted.connect(self.view_model.throw_away)
        self.cards.document_wanted.connect(self._open_document)
        self.cards.double_allowed.connect(self._allow_double)
        self.cards.body_wanted.connect(self._ask_for_body)
        self.cards.attach_wanted.connect(self.view_model.paper.attach_unread)
        self.cards.place_wanted.connect(self.text_side.document.go_to)

    def _show_beginning(self, values: FormValues) -> None:
        is_historic = self.view_model.is_historic
        self.errors.hide()
        self.text_side.clear()
        self.form.clear()
        self.form.be_historic(is_historic=is_historic)
        self.form.show_values(values)
        self.text_side.offer_keys(self.form.keys())
        self.cards.show_unknown_body("")
        self.cards.show_normativity(None)
        self.cards.show_unreadable("")
        self.head.title.setText(_TITLES[is_historic])
        self.head.show_note("")
        self.right.verticalScrollBar().setValue(0)
        self.register.setText(_VERBS[is_historic])
        self.refuse.setVisible(not is_historic)
        self.crumb_changed.emit(_TITLES[is_historic])

    def _show_proposed(self, values: FormValues) -> None:
        self.form.show_values(values)
        self.form.show_proposals(self.view_model.proposals)
        self._offer_unknown_body()

    def _show_gates(self, gates: Gates) -> None:
        self.form.show_gates(gates.registration, gates.numbering)

    def _show_problems(self, problems: list[Problem]) -> None:
        self.errors.hide()
        self.form.show_problems(problems)
        self._show_first(problems)
        self.head.show_note(f"有 {len(problems)} 处需要改正" if problems else "")
        self._offer_unknown_body()

    def _show_first(self, problems: list[Problem]) -> None:
        if problems:
            self.form.bring_into_sight(self.right, self.form.first_of(problems))

    def _show_refusal(self, error: AppError) -> None:
        self.errors.show_error(error)
        field = str(error.values.get("field") or error.values.get("later") or "")
        if self.form.has(field):
            self.form.show_problems([Problem(field, words_of(error).text)])

    def _note_change(self, field: str) -> None:
        if field == "issuing_body":
            self.form.show_class_of_body()
            self.cards.show_unknown_body("")
        self.form.own(field)
        self.view_model.note_values(self.form.values(), field)

    def _light_up(self, field: str) -> None:
        self.text_side.come_to(field, self.view_model.places_of(field))
        self.form.bring_into_sight(self.right, field)

    def _light_up_again(self, _reading: object) -> None:
        """A text that has just come shows the source of the field the person waits in."""
        field = self.text_side.field or "title"
        self.text_side.come_to(field, self.view_model.places_of(field))

    def _fill(self, field: str, words: str) -> None:
        value = value_from_text(field, words)
        if value is None:
            self.form.show_problems([Problem(field, f"“{words[:20]}”不能填进这一栏。")])
        else:
            self.form.fill(field, value)

    def _offer_unknown_body(self) -> None:
        name = self.form.editors.issuing_body.currentText().strip()
        is_known = not name or self.view_model.context.body_named(name) is not None
        self.cards.show_unknown_body("" if is_known else name)

    def _take_files(self, files: list[Path]) -> None:
        self.errors.hide()
        self.cards.show_unreadable("")
        self.view_model.paper.take(files)

    def _register(self) -> None:
        self.view_model.register(self.form.values())

    def _keep_draft(self) -> None:
        self.view_model.save_draft()
        self.desk.announce(Done("草稿已经保存，没有写入登记簿"))

    def _start_again(self) -> None:
        self.view_model.begin(is_historic=self.view_model.is_historic)

    def _allow_double(self, is_allowed: bool) -> None:  # noqa: FBT001 -- Qt's slot
        self.view_model.allow_double(is_allowed=is_allowed)

    def _open_document(self, document_id: int) -> None:
        self.desk.navigate(Route("document", document_id))

    def _ask_for_body(self, name: str) -> None:
        dialog = BodyDialog(name, self)
        dialog.entered.connect(self.view_model.add_body)
        dialog.open()

    def _show_new_body(self, name: str) -> None:
        self.cards.show_unknown_body("")
        self.form.editors.issuing_body.setEditText(name)
        self.form.show_class_of_body()

    def _ask_for_refusal(self) -> None:
        values = self.form.values()
        if self.view_model.may_be_refused(values):
            facts = (("文件名称", values.title), ("制定机关", values.issuing_body))
            ReasonDialog("不予登记", facts, _REFUSAL, self).ask_reason(self._refuse_with)

    def _refuse_with(self, reason: str) -> None:
        self.view_model.refuse_registration(self.form.values(), reason)

    def _lead_on(self, registered: Registered) -> None:
        if registered.item is not None:
            self._return_to_import(registered, registered.item)
            return
        self.desk.navigate(Route("documents"))
        self.desk.navigate(Route("document", registered.document_id))
        if registered.number_refusal is not None:
            self.desk.refuse(registered.number_refusal)
        else:
            self.desk.announce(Done(_done_words(registered), self._next_steps(registered)))

    def _return_to_import(self, registered: Registered, item: ImportItem) -> None:
        """Go back to the work list, where the next item waits."""
        place = (("batch", item.batch), ("after", str(item.number)))
        self._arrived_with = None
        self.desk.navigate(Route("documents"))
        self.desk.navigate(Route("folder_import", extra=place))
        if registered.number_refusal is not None:
            self.desk.refuse(registered.number_refusal)
        else:
            self.desk.announce(Done(_done_words(registered)))

    def _next_steps(self, registered: Registered) -> tuple[NextStep, ...]:
        if registered.is_refused or self.view_model.is_historic:
            return ()
        step = next_step(self.desk.profile, frozenset({MakingStep.REGISTERED}))
        if step is None:
            return ()
        place = Route("document", registered.document_id, (("step", step.value),))
        return (NextStep(f"{STEP_VERBS[step]}…", partial(self.desk.navigate, place)),)


def _done_words(registered: Registered) -> str:
    if registered.is_refused:
        return f"已记录不予登记：《{registered.title}》"
    number = f"，统一登记号 {registered.number}" if registered.number else ""
    return f"已登记《{registered.title}》{number}"
