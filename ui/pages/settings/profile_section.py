"""The rules (规则包): which profile is in force, every value with its source, and the switch."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from models.domain.profile import Profile, ProfileSummary
from models.domain.roles import ActName
from ui.pages.settings.profile_words import RuleRow, rule_rows
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

_ABOUT = "规则包写明一个地方的规则。未核实的项目，请先对照本地的规定，再按照它办理。"
_WHO = "规则包由管理员更换，这里只能查看。"
_CONSEQUENCE = (
    "以后登记、编号、收件和计算期限都按新的规则包办理；"
    "已经登记的文件仍按当时的规则包版本，已经给出的号码和期限不变。"
)

COLUMNS: tuple[Column[RuleRow], ...] = (
    Column("title", "项目", 180, lambda row: row.title, shape=Shape.TWO_LINES),
    Column("value", "内容", 260, lambda row: row.value, shape=Shape.TWO_LINES, takes_rest=True),
    Column("source", "依据", 220, lambda row: row.source, shape=Shape.TWO_LINES),
    Column(
        "verified",
        "核实",
        100,
        lambda row: "已核实" if row.is_verified else "未核实",
        shape=Shape.PLATE,
        tone=lambda row: Tone.OK if row.is_verified else Tone.WAIT,
    ),
    Column("origin", "出处", 110, lambda row: "沿用国家基准" if row.is_inherited else "本地规定"),
)


class ProfileSection(Section):
    """Any profile can be looked at; the administrator may put it in force."""

    def __init__(self, view_model: SettingsViewModel) -> None:
        may_switch = view_model.may(ActName.CHANGE_SETTING)
        super().__init__(view_model, "规则包", _ABOUT if may_switch else _ABOUT + _WHO)
        self._may_switch = may_switch
        self.choice = QComboBox()
        self.choice.setAccessibleName("规则包")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.switch = Button("改用这个规则包", "primary")
        self.state = Label("", "quiet")
        self.rules = ShortTable(
            "规则", COLUMNS, lambda row: row.id, EmptyState("正在读取规则包", "")
        )
        self.detail = WrappedLabel("选中一行，这里显示全文和说明。", "quiet")
        self._profiles: tuple[ProfileSummary, ...] = ()
        self._view: SettingsView | None = None
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Read the profiles when the person comes here."""
        self.view_model.read_profiles()

    def show_view(self, view: SettingsView) -> None:
        """Show the profile in force."""
        self._view = view
        self._show_profile(view.profile)
        self._mark_in_force()

    def chosen(self) -> ProfileSummary | None:
        """Return the profile chosen in the list."""
        place = self.choice.currentIndex()
        return self._profiles[place] if 0 <= place < len(self._profiles) else None

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choice)
        line.addWidget(self.switch)
        line.addWidget(self.state, 1)
        self.content.addLayout(line)
        self.content.addWidget(self.rules.view, 1)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.detail)

    def _connect(self) -> None:
        self.view_model.profiles_read.connect(self._offer)
        self.view_model.profile_read.connect(self._show_profile)
        self.choice.activated.connect(self._look_at)
        self.switch.clicked.connect(self.ask_to_switch)
        self.rules.view.chosen.connect(self._show_detail)

    def _offer(self, profiles: tuple[ProfileSummary, ...]) -> None:
        self._profiles = profiles
        self.choice.clear()
        for one in profiles:
            self.choice.addItem(
                f"{one.name}　{one.version}　未核实 {one.unverified_count} 项", one.id
            )
        if self._view is not None:
            self.choice.setCurrentIndex(self.choice.findData(self._view.office.profile))
        self._mark_in_force()

    def _look_at(self, _place: int) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.view_model.read_profile(chosen.id)
        self._mark_in_force()

    def _mark_in_force(self) -> None:
        chosen, view = self.chosen(), self._view
        is_other = chosen is not None and view is not None and chosen.id != view.office.profile
        self.switch.setVisible(is_other and self._may_switch)
        self.state.setText("只是查看，还没有改用" if is_other else "正在使用")

    def _show_profile(self, profile: Profile) -> None:
        if self._view is not None:
            self.rules.show(rule_rows(profile, self._view.office, self._view.day))

    def _show_detail(self, _row: int) -> None:
        row = self.rules.current()
        if row is not None:
            note = f"　说明：{row.note}" if row.note else ""
            self.detail.setText(f"{row.title}：{row.value}　依据：{row.source}{note}")

    def ask_to_switch(self) -> None:
        """Ask before another profile comes into force."""
        chosen, view = self.chosen(), self._view
        if chosen is None or view is None:
            return
        facts = (
            ("现在使用", f"{view.profile.name} {view.profile.version}"),
            ("改用", f"{chosen.name} {chosen.version}（未核实 {chosen.unverified_count} 项）"),
        )
        self.question = ConfirmDialog("改用这个规则包", facts, _CONSEQUENCE, self)
        self.question.ask(self._switch)

    def _switch(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.view_model.switch_profile(chosen)
