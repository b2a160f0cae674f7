"""The people of the story do what the story says: each step is one or more acts."""

from dataclasses import dataclass, field
from datetime import date

from models.acts.allot_number import allot_number
from models.acts.decide_filing import (
    accept_filing,
    record_supplement,
    refuse_filing,
    request_supplement,
)
from models.acts.document_effects import end_document, record_amendment
from models.acts.issuing_bodies import add_issuing_body
from models.acts.letters import issue_letter
from models.acts.life_events import Effect
from models.acts.people import add_person
from models.acts.performing import Order
from models.acts.receive_filing import receive_filing
from models.acts.record_issuance import record_issuance
from models.acts.register_document import register_document, register_historic_document
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.records import DefectEntry, IntakeEntry, ReviewEntry
from models.domain.review_grading import grade
from models.domain.roles import Role
from models.domain.terms import IssuanceKind, RelationKind
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.register import Register
from resources.terms import name_of
from review.letters.drafting.filing_in import propose_receipt
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.review import propose_opinion
from review.letters.press import press_into
from ui.demonstration.entries import (
    body_entry,
    document_entry,
    finding_entry,
    material_entries,
)
from ui.demonstration.story import (
    Story,
    StoryDocument,
    StoryFiling,
    StoryRelation,
    StoryReview,
)

_FORMATS = ("docx", "pdf")
_CAME_ON = "纸质报送"


@dataclass
class Teller:
    """Performs the story in a register and remembers the ids that its keys were given."""

    story: Story
    register: Register
    ids: dict[str, int] = field(default_factory=dict)

    def set_up(self, order: Order) -> str:
        """Add people, bodies and the documents from before the register."""
        for number, person in enumerate(self.story.people):
            if person.role is not Role.ADMINISTRATOR:
                later = Order(order.login, f"{order.op_id}-person-{number}", order.at)
                add_person(later, person.login, person.name, frozenset({person.role}))
        clerk = self.story.with_role(Role.CLERK).login
        for body in self.story.issuing_bodies:
            entered = Order(clerk, f"{order.op_id}-{body.key}", order.at)
            self.ids[body.key] = add_issuing_body(entered, body_entry(body))
        for document in self.story.historic_documents:
            entered = Order(clerk, f"{order.op_id}-{document.key}", order.at)
            entry = document_entry(self.story, document, self.ids, self.register.files)
            self.ids[document.key] = register_historic_document(entered, entry)
        counts = (
            len(self.story.people),
            len(self.story.issuing_bodies),
            len(self.story.historic_documents),
        )
        return "建立登记簿：人员 {} 名，制定机关 {} 个，补录以前的文件 {} 件".format(*counts)

    def enter(self, document: StoryDocument, order: Order) -> str:
        """Register one of the county's own documents."""
        entry = document_entry(self.story, document, self.ids, self.register.files)
        self.ids[document.key] = register_document(order, entry)
        return f"登记《{document.title}》"

    def number(self, document: StoryDocument, order: Order) -> str:
        """Number it."""
        allotment = allot_number(order, self.ids[document.key])
        return f"编号 {allotment.number}：{document.document_number}"

    def issue(
        self, document: StoryDocument, issued: tuple[IssuanceKind, date, str], order: Order
    ) -> str:
        """Record its printing or publication."""
        kind, day, medium = issued
        record_issuance(order, self.ids[document.key], kind, medium, day)
        return f"{name_of(kind)}：{document.document_number}（{medium}）"

    def take_effect(self, document: StoryDocument, relation: StoryRelation, order: Order) -> str:
        """Record what a published document does to an older one on the day it takes effect."""
        target = self.story.document(relation.target)
        begin_date = document.effective_date or order.at.date()
        effect = Effect(begin_date, document.document_number, self.ids[document.key])
        if relation.kind is RelationKind.AMENDS:
            record_amendment(order, self.ids[target.key], effect)
            return f"记录修改：{target.document_number}，依据 {document.document_number}"
        end_document(order, self.ids[target.key], relation.ending, effect)
        what = name_of(relation.ending)
        return f"记录{what}：{target.document_number}，依据 {document.document_number}"

    def receive(self, document: StoryDocument, filing: StoryFiling, order: Order) -> str:
        """Receive a filing."""
        intake = IntakeEntry(
            filing_body_id=self.ids[filing.filing_body],
            received_date=filing.received_date,
            received_way=_CAME_ON,
            filing_report_number=filing.filing_report_number,
            materials=material_entries(filing.materials),
            document=document_entry(self.story, document, self.ids, self.register.files),
        )
        self.ids[_filing(document)] = receive_filing(order, intake)
        return f"收到《{document.title}》的备案材料：{filing.filing_report_number}"

    def accept(self, document: StoryDocument, order: Order) -> str:
        """Register the filing."""
        acceptance = accept_filing(order, self.ids[_filing(document)])
        return f"予以备案登记 {acceptance.filing_register_number}：{document.document_number}"

    def send_receipt(self, document: StoryDocument, day: date, order: Order) -> str:
        """Issue the receipt of a registered filing."""
        return self._send(propose_receipt(self.ids[_filing(document)], day), order)

    def refuse(self, document: StoryDocument, filing: StoryFiling, order: Order) -> str:
        """Refuse the filing."""
        refuse_filing(order, self.ids[_filing(document)], filing.reason)
        return f"不予备案登记：{document.document_number}。{filing.reason}"

    def send_back(self, document: StoryDocument, filing: StoryFiling, order: Order) -> str:
        """Ask for a supplement."""
        defects = tuple(DefectEntry(one.defect, one.rule) for one in filing.defects)
        due_date = request_supplement(order, self.ids[_filing(document)], defects)
        return (
            f"要求补正 {len(defects)} 项：{document.document_number}，"
            f"应当在 {due_date.isoformat()} 前补正"
        )

    def take_supplement(self, document: StoryDocument, filing: StoryFiling, order: Order) -> str:
        """Enter that the supplement came."""
        materials = material_entries(filing.answered_materials)
        day = filing.answered_date or filing.decided_date
        record_supplement(order, self.ids[_filing(document)], day, materials)
        return f"收到补正材料：{document.document_number}"

    def open_review(self, document: StoryDocument, review: StoryReview, order: Order) -> str:
        """Open the review of a registered filing."""
        filing_id = self.ids[_filing(document)]
        document_id = filing_page(filing_id, profile()).document_id
        entry = ReviewEntry(review.review_trigger, document_id, filing_id, review.reviewer)
        opened = open_review(order, entry)
        self.ids[_review(document)] = opened.review_id
        return (
            f"启动{name_of(review.review_trigger)}：{document.document_number}，"
            f"应当在 {opened.due_date.isoformat()} 前审结"
        )

    def conclude(self, document: StoryDocument, review: StoryReview, order: Order) -> str:
        """Add the findings and conclude."""
        review_id = self.ids[_review(document)]
        for number, finding in enumerate(review.findings):
            found = Order(order.login, f"{order.op_id}-finding-{number}", order.at)
            add_finding(found, review_id, finding_entry(finding))
        conclusion = review.conclusion or grade(tuple(one.finding_class for one in review.findings))
        conclude_review(order, review_id, conclusion, review.requested_act, "")
        return (
            f"审查终结：{document.document_number}，"
            f"审查发现 {len(review.findings)} 个，{name_of(conclusion)}"
        )

    def send_opinion(self, document: StoryDocument, day: date, order: Order) -> str:
        """Issue the opinion of a review that found defects."""
        return self._send(propose_opinion(self.ids[_review(document)], day), order)

    def _send(self, proposed: ProposedLetter, order: Order) -> str:
        press = press_into(self.register.letters, proposed.kind, _FORMATS)
        issued = issue_letter(order, proposed.as_draft(), press)
        return f"出具{name_of(proposed.kind)} {issued.letter_number}：{proposed.letter.addressee}"


def _filing(document: StoryDocument) -> str:
    return f"filing of {document.key}"


def _review(document: StoryDocument) -> str:
    return f"review of {document.key}"
