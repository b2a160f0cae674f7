"""The issuing bodies (制定机关): entered, renamed, merged; never deleted."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from models.domain.roles import ActName
from models.queries.bodies import BodyRow
from resources.terms import name_of
from ui.pages.settings.body_form import BodyForm
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

_ABOUT = (
    "机关更名、合并的，请用“更名或者合并”，不要另外录入：旧文件继续显示当时的名称。"
    "编码、代字、类别填错或者没有填的，选中后用“更正”，只影响以后的号码。"
)
_WHO = "制定机关由管理员、登记员和负责人录入，这里只能查看。"


def _standing(row: BodyRow) -> str:
    if row.ended_date is not None:
        return "已停用"
    return "有权制定" if row.is_eligible else "无权制定"


def _tone(row: BodyRow) -> Tone:
    if row.ended_date is not None:
        return Tone.GONE
    return Tone.OK if row.is_eligible else Tone.WAIT


def _note(row: BodyRow) -> str:
    if row.ended_date is not None:
        successor = f"，由{row.successor_name}承接" if row.successor_name else ""
        return f"{row.ended_date.isoformat()} 停用{successor}"
    return row.ineligible_reason


COLUMNS: tuple[Column[BodyRow], ...] = (
    Column("name", "机关名称", 230, lambda row: row.name, shape=Shape.TWO_LINES),
    Column("short_name", "简称", 110, lambda row: row.short_name),
    Column("body_class", "类别", 150, lambda row: name_of(row.body_class)),
    Column("level", "层级", 70, lambda row: name_of(row.level)),
    Column("organ_code", "编码", 70, lambda row: row.organ_code),
    Column("document_code", "代字", 90, lambda row: row.document_code),
    Column("standing", "资格", 110, _standing, shape=Shape.PLATE, tone=_tone),
    Column("note", "说明", 160, _note, shape=Shape.TWO_LINES, takes_rest=True),
)


class BodiesSection(Section):
    """The table of bodies with its three acts."""

    def __init__(self, view_model: SettingsViewModel) -> None:
        may_change = view_model.may(ActName.ADD_ISSUING_BODY)
        super().__init__(view_model, "制定机关", _ABOUT if may_change else _ABOUT + _WHO)
        self.add = Button("录入机关", "primary", "plus")
        self.correct = Button("更正")
        self.succeed = Button("更名或者合并")
        empty = EmptyState("还没有制定机关", "登记文件以前，先录入制定机关。")
        self.bodies = ShortTable("制定机关", COLUMNS, lambda row: row.id, empty)
        self.form = BodyForm()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.correct, self.succeed):
            if not may_change:
                button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.content.addLayout(buttons)
        self.content.addWidget(self.bodies.view, 1)
        self.add.clicked.connect(self.ask_to_add)
        self.correct.clicked.connect(self.ask_to_correct)
        self.succeed.clicked.connect(self.ask_to_succeed)
        self.bodies.view.selectionModel().selectionChanged.connect(self._follow_selection)
        self._follow_selection()

    def show_view(self, view: SettingsView) -> None:
        """Show the bodies."""
        self.bodies.show(view.bodies)
        self._follow_selection()

    def ask_to_add(self) -> None:
        """Ask for a new body."""
        self.form = BodyForm()
        dialog = ActDialog("录入机关", self.form, self)
        dialog.wanted.connect(self._add)
        self.ask(dialog)

    def ask_to_correct(self) -> None:
        """Ask what is to be corrected of the body selected."""
        (body,) = self._living()
        self.form = BodyForm(corrected=body)
        dialog = ActDialog("更正", self.form, self)
        dialog.wanted.connect(partial(self._correct, body.id))
        self.ask(dialog)

    def ask_to_succeed(self) -> None:
        """Ask which body follows those selected."""
        self.form = BodyForm(self._living())
        dialog = ActDialog("更名或者合并", self.form, self)
        dialog.wanted.connect(self._succeed)
        self.ask(dialog)

    def _add(self) -> None:
        if self.form.check():
            self.view_model.add_body(self.form.entry())

    def _correct(self, body_id: int) -> None:
        if self.form.check():
            self.view_model.correct_body(body_id, self.form.entry())

    def _succeed(self) -> None:
        ended_date = self.form.ended_date.value()
        if self.form.check() and ended_date is not None:
            ids = tuple(body.id for body in self._living())
            self.view_model.succeed_bodies(ids, self.form.entry(), ended_date)

    def _living(self) -> tuple[BodyRow, ...]:
        return tuple(body for body in self.bodies.selected() if body.ended_date is None)

    def _follow_selection(self, *_ranges: object) -> None:
        living = self._living()
        self.correct.setEnabled(len(living) == 1)
        self.succeed.setEnabled(bool(living))
