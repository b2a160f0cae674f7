"""A cleanup goes on to its next stage, or back to review; what was agreed may be written down."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.domain.lifecycle import CampaignState
from resources.terms import name_of
from ui.parts.act_dialog import ActDialog
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.field_form import Field, FieldForm
from ui.widgets.labels import WrappedLabel

_NOTE = "note"
_ADVANCING = "清理转入这一环节，时间、经办人和说明记入登记簿。"
_EXAMPLES = {
    CampaignState.COORDINATED: "例如：与县水利局会商，意见一致",
    CampaignState.DELIBERATED: "例如：3月16日局务会议审议通过",
    CampaignState.OFFICE_REVIEW: "退回审核的，写明原因",
    CampaignState.ARCHIVED: "还有没有修改的文件的，写明由谁继续跟踪",
}


class AdvanceDialog(ActDialog):
    """Says from where to where, and asks for a note."""

    def __init__(
        self, name: str, now: CampaignState, target: CampaignState, parent: QWidget
    ) -> None:
        self.target = target
        self.note = QLineEdit()
        self.note.setPlaceholderText(_EXAMPLES.get(target, "会议、文号等情况，可以不填"))
        note = self.note
        facts = FactsGrid(
            [Fact("清理", name), Fact("现在", name_of(now)), Fact("转入", name_of(target))]
        )
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(facts)
        layout.addWidget(FieldForm([Field(_NOTE, "说明", note, note.text, note.setText)]))
        layout.addWidget(WrappedLabel(_ADVANCING, "quiet"))
        super().__init__("转入下一环节", content, parent)

    def said(self) -> str:
        """Return what was written about it."""
        return self.note.text().strip()
