"""The people of the story evaluate documents: plan, start, papers, marks, conclusion."""

from dataclasses import dataclass

from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_sheet import SheetEntry, add_evaluation_material, score_evaluation
from models.acts.evaluations import plan_evaluations, start_evaluation
from models.acts.performing import Order
from models.acts.register_document import register_historic_document
from models.domain.evaluation import (
    EvaluationConclusion,
    EvaluationCourse,
    EvaluationEntry,
    EvaluationMaterial,
    Score,
)
from models.domain.records import FileEntry
from resources.terms import name_of
from ui.demonstration.entries import document_entry
from ui.demonstration.evaluation_story import (
    StoryConclusion,
    StoryEvaluation,
    StoryPaper,
    StorySheet,
)
from ui.demonstration.teller import Teller


@dataclass
class EvaluationTeller:
    """Performs the evaluations in the register of a teller."""

    teller: Teller

    def record(self, order: Order) -> str:
        """Record the documents whose terms end soon."""
        story, ids = self.teller.story, self.teller.ids
        for document in story.ending_documents:
            entered = Order(order.login, f"{order.op_id}-{document.key}", order.at)
            entry = document_entry(story, document, ids, self.teller.register.files)
            ids[document.key] = register_historic_document(entered, entry)
        return f"补录有效期将满的文件 {len(story.ending_documents)} 件"

    def plan(self, evaluation: StoryEvaluation, order: Order) -> str:
        """Plan an evaluation."""
        entry = EvaluationEntry(
            self.teller.ids[evaluation.document],
            evaluation.origin,
            plan_name=evaluation.plan_name,
            plan_year=evaluation.plan_year,
        )
        (self.teller.ids[_evaluation(evaluation)],) = plan_evaluations(order, (entry,))
        return f"列入后评估：{self._title(evaluation)}"

    def start(self, evaluation: StoryEvaluation, order: Order) -> str:
        """Start it under the score sheet in force."""
        start_evaluation(order, self.teller.ids[_evaluation(evaluation)])
        return f"开始后评估：{self._title(evaluation)}"

    def add(self, evaluation: StoryEvaluation, paper: StoryPaper, order: Order) -> str:
        """Keep a paper it stands on."""
        kept = self.teller.register.files.put_bytes(paper.text.encode(), paper.file_name)
        entry = FileEntry(kept.sha256, kept.size, kept.original_name)
        material = EvaluationMaterial(paper.title, entry)
        add_evaluation_material(order, self.teller.ids[_evaluation(evaluation)], material)
        return f"补充评估材料：{paper.title}"

    def score(self, evaluation: StoryEvaluation, sheet: StorySheet, order: Order) -> str:
        """Fill in the score sheet as far as the story does."""
        scores = tuple(Score(one.criterion, one.marks, one.remark) for one in sheet.scores)
        course = EvaluationCourse(sheet.methods, sheet.process, sheet.findings, sheet.suggestions)
        entry = SheetEntry(scores, course)
        state = score_evaluation(order, self.teller.ids[_evaluation(evaluation)], entry)
        return f"填写评分表 {len(scores)} 项，{name_of(state)}：{self._title(evaluation)}"

    def conclude(
        self, evaluation: StoryEvaluation, conclusion: StoryConclusion, order: Order
    ) -> str:
        """Conclude it."""
        entry = EvaluationConclusion(conclusion.result, conclusion.reasons)
        conclude_evaluation(order, self.teller.ids[_evaluation(evaluation)], entry)
        return f"后评估结论为{name_of(conclusion.result)}：{self._title(evaluation)}"

    def _title(self, evaluation: StoryEvaluation) -> str:
        return f"《{self.teller.story.document(evaluation.document).title}》"


def _evaluation(evaluation: StoryEvaluation) -> str:
    return f"evaluation {evaluation.document}"
