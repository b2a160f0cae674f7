"""Evaluations are planned in one go: those the ladder wants, or those a table lists."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.evaluations import plan_evaluations
from models.domain.evaluation import EvaluationEntry, EvaluationOrigin
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.evaluations_due import DueForEvaluation, due_for_evaluation
from models.queries.office import profile, today
from review.evaluation.plan_list import PlanList, meet_register, read_plan
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket


class PlanningModel(QObject):
    """What waits to be planned, and the plan taken in hand."""

    due_read = Signal(object)
    plan_read = Signal(object)
    planned = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        desk.changes.happened.connect(self._follow)

    @property
    def may_plan(self) -> bool:
        """Whether the person may plan evaluations."""
        return self._desk.person.may(ActName.PLAN_EVALUATION)

    def read_due(self) -> None:
        """Read which documents should be under evaluation and are not."""
        self._desk.runner.store.run(_due, owner=self, done=self._tell_due, failed=self._refuse)

    def read_plan(self, path: Path) -> None:
        """Read a plan from a table and meet its lines with the register."""
        self._desk.runner.paper.run_long(
            _read_plan, path, owner=self, done=self._meet, failed=self._refuse
        )

    def plan_due(self, due: tuple[DueForEvaluation, ...]) -> None:
        """Plan the evaluation of all these documents."""
        self._plan(tuple(EvaluationEntry(one.document_id, EvaluationOrigin.EXPIRY) for one in due))

    def plan_list(self, plan: PlanList, name: str, year: int) -> None:
        """Plan the lines of a plan that are in order."""
        self._plan(plan.entries(name, year))

    def _plan(self, entries: tuple[EvaluationEntry, ...]) -> None:
        self.performer.perform(
            plan_evaluations, entries, done=self._take_planned, failed=self._refuse
        )

    def _meet(self, plan: PlanList) -> None:
        self._desk.runner.store.run(
            _met, plan, owner=self, done=self._tell_plan, failed=self._refuse
        )

    def _tell_due(self, due: tuple[DueForEvaluation, ...]) -> None:
        self.due_read.emit(due)

    def _tell_plan(self, plan: PlanList) -> None:
        self.plan_read.emit(plan)

    def _take_planned(self, ids: tuple[int, ...]) -> None:
        self.planned.emit()
        self._desk.announce(Done(f"已列入后评估 {len(ids)} 件"))
        self._desk.changes.publish(Changes(evaluations=True))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.evaluations or changes.documents:
            self.read_due()


def _due() -> tuple[DueForEvaluation, ...]:
    return due_for_evaluation(profile(), today())


def _read_plan(_ticket: Ticket, path: Path) -> PlanList:
    return read_plan(path)


def _met(plan: PlanList) -> PlanList:
    return meet_register(plan, today())
