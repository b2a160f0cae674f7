"""One post-evaluation: what its page shows, and the acts that can be performed on it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_sheet import (
    SheetEntry,
    add_evaluation_material,
    score_evaluation,
    withdraw_evaluation_material,
)
from models.acts.evaluations import plan_evaluations, start_evaluation, withdraw_evaluation
from models.acts.performing import Order
from models.domain.evaluation import EvaluationConclusion, EvaluationEntry, EvaluationMaterial
from models.domain.lifecycle import EvaluationState
from models.domain.records import FileEntry
from models.errors import AppError
from models.files import FileStore
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentFacts
from models.queries.evaluation_page import EvaluationPage, MaterialRow, evaluation_page
from models.queries.evaluations import evaluations_of_document
from models.queries.office import profile, today
from models.queries.trail import TrailRow, trail_of
from resources.terms import name_of
from ui.desk import Changes, Desk
from ui.parts.performer import Performer
from ui.parts.reading_copy import copy_to_read


@dataclass(frozen=True)
class EvaluationView:
    """Everything the page shows; ``page`` is None for a document that was never evaluated.

    ``is_renewed_anew`` tells whether the rules want a document that stays in force to be
    published anew, so that its continuation is not entered at once.
    """

    facts: DocumentFacts
    page: EvaluationPage | None
    trail: tuple[TrailRow, ...]
    today: date
    is_renewed_anew: bool


def read_evaluation(evaluation_id: int) -> EvaluationView:
    """Read one evaluation.

    Raises:
        EvaluationMissingError: there is no such evaluation.
    """
    rules, day = profile(), today()
    page = evaluation_page(evaluation_id, day)
    return EvaluationView(
        facts=document_page(page.row.document_id, rules, day).facts,
        page=page,
        trail=trail_of("evaluation", evaluation_id),
        today=day,
        is_renewed_anew=rules.renewal_new_number.value,
    )


def read_of_document(document_id: int) -> EvaluationView:
    """Read the newest evaluation of a document that was not taken back.

    Raises:
        DocumentMissingError: there is no such document.
    """
    rules, day = profile(), today()
    for row in evaluations_of_document(document_id, day):
        if row.state is not EvaluationState.WITHDRAWN:
            return read_evaluation(row.id)
    facts = document_page(document_id, rules, day).facts
    return EvaluationView(facts, None, (), day, is_renewed_anew=rules.renewal_new_number.value)


class EvaluationViewModel(QObject):
    """The evaluation that is shown; ``acted`` says in one sentence what was just done."""

    shown = Signal(object)
    acted = Signal(str)
    saved = Signal()
    refused = Signal(object)
    copied = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.view: EvaluationView | None = None
        self._evaluation_id: int | None = None
        self._document_id: int | None = None
        self._copies = QTemporaryDir()
        desk.changes.happened.connect(self._follow)

    def show(self, evaluation_id: int) -> None:
        """Show an evaluation; until it is read, nothing of another one can be acted on."""
        if evaluation_id != self._evaluation_id:
            self.view = None
        self._evaluation_id, self._document_id = evaluation_id, None
        self.read_again()

    def show_of(self, document_id: int) -> None:
        """Show the evaluation of a document, or that there is none."""
        self.view = None
        self._evaluation_id, self._document_id = None, document_id
        self.read_again()

    def read_again(self) -> None:
        """Read what is shown as it stands now."""
        run = self._desk.runner.store.run
        if self._evaluation_id is not None:
            run(
                read_evaluation,
                self._evaluation_id,
                owner=self,
                done=self._take,
                failed=self._refuse,
            )
        elif self._document_id is not None:
            run(
                read_of_document,
                self._document_id,
                owner=self,
                done=self._take,
                failed=self._refuse,
            )

    def plan(self, entry: EvaluationEntry) -> None:
        """Plan the evaluation of the document shown (列入后评估)."""
        self.performer.perform(
            plan_evaluations, (entry,), done=self._take_plan, failed=self._refuse
        )

    def start(self) -> None:
        """Start the evaluation (开始评估)."""
        self.performer.perform(
            start_evaluation, self._id(), done=self._take_start, failed=self._refuse
        )

    def save(self, sheet: SheetEntry) -> None:
        """Keep marks and words of the sheet (评分)."""
        self.performer.perform(
            score_evaluation, self._id(), sheet, done=self._take_sheet, failed=self._refuse
        )

    def add_material(self, title: str, file: Path) -> None:
        """Keep a paper with the evaluation (补充评估材料)."""
        self.performer.perform(
            _add_file,
            self._desk.register.files,
            self._id(),
            title,
            file,
            done=self._take_material,
            failed=self._refuse,
        )

    def withdraw_material(self, material_id: int, reason: str) -> None:
        """Take a paper back (撤回评估材料)."""
        self.performer.perform(
            withdraw_evaluation_material,
            material_id,
            reason,
            done=self._take_withdrawn_material,
            failed=self._refuse,
        )

    def conclude(self, conclusion: EvaluationConclusion) -> None:
        """Conclude the evaluation (作出评估结论)."""
        self.performer.perform(
            conclude_evaluation,
            self._id(),
            conclusion,
            done=self._take_conclusion,
            failed=self._refuse,
        )

    def withdraw(self, reason: str) -> None:
        """Take the evaluation back (撤销后评估)."""
        self.performer.perform(
            withdraw_evaluation, self._id(), reason, done=self._take_end, failed=self._refuse
        )

    def open_material(self, row: MaterialRow) -> None:
        """Have a copy of a paper made for another program to show."""
        self._desk.runner.paper.run(
            copy_to_read,
            self._desk.register.files,
            row,
            self._copies.path(),
            owner=self,
            done=self._tell_copied,
            failed=self._refuse,
        )

    def _id(self) -> int:
        return self._evaluation_id or 0

    def _take(self, view: EvaluationView) -> None:
        if view.page is not None:
            self._evaluation_id = view.page.row.id
        self.view = view
        self.shown.emit(view)

    def _take_plan(self, ids: tuple[int, ...]) -> None:
        self._evaluation_id = ids[0]
        self._tell("已列入后评估")

    def _take_start(self, _evaluation_id: int) -> None:
        self._tell("已开始评估，请填写评分表")

    def _take_sheet(self, state: EvaluationState) -> None:
        self.saved.emit()
        self._tell(f"评分表已保存，{name_of(state)}")

    def _take_material(self, _material_id: int) -> None:
        self._tell("已补充评估材料")

    def _take_withdrawn_material(self, _material_id: int) -> None:
        self._tell("已撤回评估材料")

    def _take_conclusion(self, _evaluation_id: int) -> None:
        self._tell("已作出评估结论", documents=True)

    def _take_end(self, _evaluation_id: int) -> None:
        self._tell("已撤销后评估")

    def _tell(self, sentence: str, *, documents: bool = False) -> None:
        self.acted.emit(sentence)
        self._desk.changes.publish(Changes(evaluations=True, documents=documents))

    def _tell_copied(self, place: Path) -> None:
        self.copied.emit(place)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.evaluations or changes.documents or changes.letters:
            self.read_again()


def _add_file(order: Order, store: FileStore, evaluation_id: int, title: str, file: Path) -> int:
    kept = store.put_file(file)
    entry = FileEntry(kept.sha256, kept.size, kept.original_name)
    return add_evaluation_material(order, evaluation_id, EvaluationMaterial(title, entry))
