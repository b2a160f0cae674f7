"""The second step: who the names of the ledger are, each decided once for all its rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.queries.bodies import BodyRow
from review.ledgers.issuers import LEAVE_OUT, BodyChoice, NameProposal, new_body
from review.ledgers.understanding import Understanding
from ui.pages.ledger_import.choices import ChoiceBox, ChoiceGrid
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, WrappedLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.wheel_guard import WheelGuard

# More names than this are no list of bodies; they are shown in the dry run as unknown.
_SHOWN = 200
_OPEN, _NEW, _LEAVE = "open", "new", "leave"


class BodiesPanel(QWidget):
    """A line for each name, the ones that nobody knows first."""

    body_chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, ChoiceBox] = {}
        self._unknown: list[str] = []
        self._about = WrappedLabel("", "quiet")
        self.create_all = Button("没有认出的都新增", "quiet", "plus")
        self.create_all.clicked.connect(self._create_all)
        self._grid: ChoiceGrid | None = None
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 8, 12, 8)
        self._column.setSpacing(10)
        self._column.addWidget(self._about)
        row = QHBoxLayout()
        row.addWidget(self.create_all)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    def show_names(
        self,
        names: Sequence[NameProposal],
        bodies: Sequence[BodyRow],
        understanding: Understanding,
    ) -> None:
        """Show every name with who it is."""
        self._unknown = [one.name for one in names if one.name not in understanding.bodies]
        self._about.setText(_about(len(names), len(self._unknown)))
        self.create_all.setVisible(bool(self._unknown))
        grid = ChoiceGrid(("台账中的名称", "行数", "是哪个机关", "怎样认出"))
        self.boxes = {}
        for one in names[:_SHOWN]:
            box = ChoiceBox(f"{one.name}是哪个机关", _options(one, bodies))
            box.show_value(_key(understanding.bodies.get(one.name)))
            remark = ElidedLabel(_remark(one, understanding), "quiet")
            box.activated.connect(partial(self._choose, one.name, remark))
            grid.add_line(one.name, f"{one.count} 行", box, remark)
            self.boxes[one.name] = box
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = grid
        self._column.insertWidget(2, grid)
        WheelGuard(self)

    def _choose(self, name: str, remark: ElidedLabel, _index: int) -> None:
        remark.setText("由您指定")
        self.body_chosen.emit(name, _choice(name, self.boxes[name].value()))

    def _create_all(self) -> None:
        for name in self._unknown:
            if name in self.boxes:
                self.boxes[name].show_value(_NEW)
            self.body_chosen.emit(name, _choice(name, _NEW))
        self.create_all.hide()


def _about(count: int, unknown: int) -> str:
    if not count:
        return "台账中没有制定机关一栏，按文号的机关代字认定；认不出的，在“各栏”里统一指定。"
    if not unknown:
        return f"台账中有 {count} 个机关名称，都在机关清单中。"
    return (
        f"台账中有 {count} 个机关名称，其中 {unknown} 个没有认出。"
        "每个名称决定一次，所有的行都照此办理；没有决定的，那些行不导入，列入问题清单。"
    )


def _options(one: NameProposal, bodies: Sequence[BodyRow]) -> list[tuple[object, str]]:
    near = [body for body in bodies if body.id == one.body_id]
    rest = [body for body in bodies if body.id != one.body_id]
    return [
        (_OPEN, "还没有决定"),
        *((body.id, body.name) for body in near),
        (_NEW, f"新增机关“{new_body(one.name).name}”"),
        (_LEAVE, "这些行不导入"),
        *((body.id, body.name) for body in rest),
    ]


def _key(choice: BodyChoice | None) -> object:
    if choice is None:
        return _OPEN
    if choice.is_left_out:
        return _LEAVE
    return _NEW if choice.new_body is not None else choice.body_id


def _choice(name: str, key: object) -> BodyChoice | None:
    if key == _OPEN:
        return None
    if key == _LEAVE:
        return LEAVE_OUT
    return BodyChoice(new_body=new_body(name)) if key == _NEW else BodyChoice(int(str(key)))


def _remark(one: NameProposal, understanding: Understanding) -> str:
    if one.name in understanding.bodies:
        return "名称或者简称相同" if one.is_sure else "与上次导入相同"
    return "有名称相近的机关，请指定" if one.body_id is not None else "机关清单中没有"
