"""Two wordings shown as one text: what went and what came, each line with its sign."""

from review.letters.wording_differences import LineChange, differences
from ui.widgets.code_edit import CodeEdit

_SIGNS = {LineChange.SAME: "　", LineChange.REMOVED: "－", LineChange.ADDED: "+"}
_GROUNDS = {LineChange.REMOVED: "late_ground", LineChange.ADDED: "ok_ground"}


class DifferencePane(CodeEdit):
    """Read-only; signs tell what the colours say."""

    def __init__(self) -> None:
        super().__init__("与前一版的差别")
        self.setReadOnly(True)

    def show_differences(self, before: str, after: str) -> None:
        """Show what became of a wording."""
        found = differences(before, after)
        self.setPlainText("\n".join(_SIGNS[line.change] + line.text for line in found))
        self.ensurePolished()
        self.ground_lines(
            {
                place: _GROUNDS[line.change]
                for place, line in enumerate(found, 1)
                if line.change in _GROUNDS
            }
        )
