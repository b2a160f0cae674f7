"""The form of the typesetting: what GB/T 9704 leaves open, and the faces of this computer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from models.settings import StyleKey
from resources.terms import name_in, name_of
from review.letters.style import EdgeMarks, LinePitch, PageNumberStyle
from ui.widgets.field_form import Field, FieldForm

_CHOICES = {
    StyleKey.LINE_PITCH: LinePitch,
    StyleKey.PAGE_NUMBER: PageNumberStyle,
    StyleKey.EDGE_MARKS: EdgeMarks,
}
_CHECKS = {
    StyleKey.USES_INSTALLED_FACES: "装有公文字体的优先使用",
    StyleKey.IMPRINT_ON_EVEN_PAGE: "不在双页的加一页",
}
_INSTALLED = "本机装有方正小标宋、仿宋_GB2312、楷体_GB2312、黑体等字体的，先用这些字体"
_FACES = (
    StyleKey.TITLE_FACE,
    StyleKey.BODY_FACE,
    StyleKey.HEADING_FACE,
    StyleKey.SUBHEADING_FACE,
    StyleKey.PAGE_NUMBER_FACE,
)
_USUAL_FACE = "由程序选用"
_NOT_HERE = "（本机没有安装）"
_YES, _NO = "yes", "no"
_OUR_FACES = "Ltr"  # what the families of the bundled faces begin with


class StyleForm(QWidget):
    """Values are texts by setting; ``changed`` says that a person changed one of them."""

    changed = Signal()

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self.boxes = {key: QComboBox() for key in (*_CHOICES, *_FACES)}
        self.checks = {key: QCheckBox(words) for key, words in _CHECKS.items()}
        for key, kind in _CHOICES.items():
            for member in kind:
                self.boxes[key].addItem(name_in(kind.__name__, member.value), member.value)
        self.form = FieldForm([self._field(key) for key in StyleKey])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        for box in self.boxes.values():
            box.setEnabled(may_change)
            box.setMinimumContentsLength(10)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(self._tell)
        for check in self.checks.values():
            check.setEnabled(may_change)
            check.clicked.connect(self._tell)
        self.checks[StyleKey.USES_INSTALLED_FACES].setToolTip(_INSTALLED)

    def values(self) -> dict[StyleKey, str]:
        """Return what the form says."""
        return {StyleKey(name): str(value) for name, value in self.form.read().items()}

    def show_values(self, values: Mapping[StyleKey, str]) -> None:
        """Show the settings as they stand."""
        families = _installed()
        for key in _FACES:
            self._offer_faces(self.boxes[key], families, values[key])
        self.form.show_values({key.value: value for key, value in values.items()})

    def _offer_faces(self, box: QComboBox, families: list[str], chosen: str) -> None:
        box.clear()
        box.addItem(_USUAL_FACE, "")
        for family in families:
            box.addItem(family, family)
        if chosen and chosen not in families:
            box.addItem(f"{chosen}{_NOT_HERE}", chosen)

    def _field(self, key: StyleKey) -> Field:
        if key in self.checks:
            check = self.checks[key]
            return Field(key.value, name_of(key), check, _reads_check(check), _shows_check(check))
        box = self.boxes[key]
        return Field(key.value, name_of(key), box, box.currentData, _shows_box(box))

    def _tell(self) -> None:
        self.changed.emit()


def _installed() -> list[str]:
    """Return the Chinese families of this computer, without those we bring along."""
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return [name for name in chinese if not name.startswith(_OUR_FACES)]


def _reads_check(check: QCheckBox) -> Callable[[], str]:
    def read() -> str:
        return _YES if check.isChecked() else _NO

    return read


def _shows_check(check: QCheckBox) -> Callable[[str], None]:
    def show(value: str) -> None:
        check.setChecked(value == _YES)

    return show


def _shows_box(box: QComboBox) -> Callable[[str], None]:
    def show(value: str) -> None:
        box.setCurrentIndex(max(0, box.findData(value)))

    return show
