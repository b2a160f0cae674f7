"""How the laws stand that a document is based on, looked up while the form is filled in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from models.domain.records import RelationEntry
from models.domain.terms import RelationKind
from models.errors import AppError
from models.files import FileStore
from review.laws.office_catalogue import office_index
from review.laws.standing_words import words_beside
from ui.desk import Desk

_REST = 350


class BasisLaws(QObject):
    """Asks the catalogue in use about every basis; ``told`` gives the words by name."""

    told = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._ask)

    def look_up(self, relations: Sequence[RelationEntry]) -> None:
        """Look the bases up once the typing rests."""
        self._names = tuple(
            one.target_title for one in relations if one.kind is RelationKind.BASED_ON
        )
        self._timer.start()

    def rest(self) -> None:
        """Ask nothing more for now."""
        self._timer.stop()

    def _ask(self) -> None:
        self._desk.runner.store.run(
            _words_of,
            self._desk.register.files,
            self._names,
            owner=self,
            done=self._tell,
            failed=self._refuse,
        )

    def _tell(self, words: Mapping[str, str]) -> None:
        self.told.emit(words)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _words_of(files: FileStore, names: Sequence[str]) -> dict[str, str]:
    index = office_index(files)
    return {name: words_beside(name, index) for name in names}
