"""A registration under way: its values, what the text proposes, doubles, gates, draft and acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from models.acts.issuing_bodies import add_issuing_body
from models.domain.gates import GatedStep, MissingGate
from models.domain.records import BodyEntry, DuplicateHandling
from models.errors import AppError
from models.queries.bodies import BodyRow, issuing_bodies
from models.queries.duplicates import SimilarRow, similar_documents
from models.queries.office import today
from review.reading.text import Place
from ui.desk import Changes, Desk
from ui.pages.registration.basis_laws import BasisLaws
from ui.pages.registration.checking import FormContext, entry_of, problems_of
from ui.pages.registration.drafts import Draft, DraftShelf, new_draft_id
from ui.pages.registration.form_values import EMPTY, FormValues, PickedFile
from ui.pages.registration.import_item import ItemReading, StoredFileOfItem
from ui.pages.registration.imported import ImportItem
from ui.pages.registration.paper_work import PaperWork
from ui.pages.registration.proposed import proposed_values
from ui.pages.registration.reading import Reading
from ui.pages.registration.registering import (
    Registered,
    for_item,
    refuse,
    register_new,
    register_past,
)
from ui.parts.field_proposals import FieldProposal
from ui.parts.performer import Performer

_REST_BEFORE_DOUBLES = 350
_REST_BEFORE_DRAFT = 2_000


@dataclass(frozen=True)
class Gates:
    """What is missing before registration and before numbering."""

    registration: tuple[MissingGate, ...]
    numbering: tuple[MissingGate, ...]


class RegistrationViewModel(QObject):
    """State and intents of the registration form; ``paper`` has its files."""

    begun = Signal(object)
    proposed = Signal(object)
    normativity_judged = Signal(object)
    bodies_read = Signal(object)
    body_added = Signal(str)
    doubles_found = Signal(object)
    gates_judged = Signal(object)
    problems_found = Signal(object)
    drafts_found = Signal(object)
    refused = Signal(object)
    registered = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shelf = DraftShelf(desk.register.folder, desk.person.login)
        self.paper = PaperWork(desk, self.shelf, self)
        self.performer = Performer(desk, self)
        self.laws = BasisLaws(desk, self)
        self.laws.refused.connect(self.refused)
        self.context = FormContext((), desk.profile, desk.office, today())
        self.values = EMPTY
        self.proposals: dict[str, FieldProposal] = {}
        self.handling = DuplicateHandling.REFUSE
        self.item: ImportItem | None = None
        self._draft_id = new_draft_id()
        self._is_dirty = False
        self._new_body = ""
        self._doubles_timer = _timer(self, _REST_BEFORE_DOUBLES)
        self._draft_timer = _timer(self, _REST_BEFORE_DRAFT)
        self._doubles_timer.timeout.connect(self._look_for_doubles)
        self._draft_timer.timeout.connect(self.save_draft)
        self.paper.item_read.connect(self._take_item)
        self.paper.text_read.connect(self._take_reading)
        self.paper.text_read_again.connect(self._take_reading_again)
        self.paper.files_changed.connect(self._note_files)

    @property
    def is_historic(self) -> bool:
        """Whether a document from the past is recorded."""
        return self.context.is_historic

    @property
    def has_content(self) -> bool:
        """Whether anything was entered."""
        return self.values != EMPTY or bool(self.paper.files)

    def begin(self, *, is_historic: bool) -> None:
        """Put what is under way aside as a draft and begin with an empty form."""
        self.save_draft()
        self._turn_to(Draft(new_draft_id(), "", datetime.now(UTC), is_historic))
        self.drafts_found.emit(self.shelf.drafts())

    def begin_item(
        self, item: ImportItem, files: tuple[StoredFileOfItem, ...], *, is_historic: bool
    ) -> None:
        """Begin with an item of a folder import; a draft of it is gone on with."""
        self.save_draft()
        kept = next((draft for draft in self.shelf.drafts() if draft.item == item), None)
        if kept is not None:
            self.take_up(kept)
            return
        draft = Draft(new_draft_id(), "", datetime.now(UTC), is_historic, item=item)
        self._turn_to(draft)
        self.drafts_found.emit(())
        self.paper.take_item(item, files)

    def begin_with(self, known: Mapping[str, Any], *, is_historic: bool) -> None:
        """Begin with a form in which another page has filled what it knows."""
        self.begin(is_historic=is_historic)
        self.note_values(replace(self.values, **known))
        self.begun.emit(self.values)

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft."""
        self._turn_to(draft)
        self.drafts_found.emit(())
        self._doubles_timer.start()

    def throw_away(self, draft: Draft) -> None:
        """Forget a draft."""
        self.shelf.remove(draft.id)
        self.drafts_found.emit(self.shelf.drafts())

    def note_values(self, values: FormValues, field: str = "") -> None:
        """Take up what stands in the form now; a field the person changed is no proposal more."""
        if values == self.values:
            return
        self.values = values
        self.proposals.pop(field, None)
        self._judge_gates()
        self.laws.look_up(self.values.relations)
        self._doubles_timer.start()
        self._have_draft_saved()

    def allow_double(self, *, is_allowed: bool) -> None:
        """Take the clerk's word that the document is another one."""
        another = DuplicateHandling.REGISTER_ALL_THE_SAME
        self.handling = another if is_allowed else DuplicateHandling.REFUSE

    def places_of(self, field: str) -> tuple[Place, ...]:
        """Return where the proposed value of a field stands in the text."""
        proposal = self.proposals.get(field)
        return proposal.places if proposal else ()

    def register(self, values: FormValues) -> None:
        """Register the document, unless something is wrong with the form."""
        self.context = replace(self.context, today=today())
        problems = problems_of(values, self.context)
        self.problems_found.emit(problems)
        if problems:
            return
        entry = entry_of(values, self.context, ())
        common = (self._desk.register.files, self.paper.files, entry, self.handling)
        if self.is_historic:
            self._perform(register_past, *common, values.historic_number)
        else:
            self._perform(register_new, *common)

    def may_be_refused(self, values: FormValues) -> bool:
        """Tell whether a refusal can name title and issuer; show the problems otherwise."""
        as_known = replace(self.context, is_historic=True)
        needed = {"title", "issuing_body"}
        problems = [one for one in problems_of(values, as_known) if one.field in needed]
        self.problems_found.emit(problems)
        return not problems

    def refuse_registration(self, values: FormValues, reason: str) -> None:
        """Record that the document is not registered, and why."""
        entry = entry_of(values, self.context, ())
        self._perform(refuse, self._desk.register.files, self.paper.files, entry, reason)

    def add_body(self, body: BodyEntry) -> None:
        """Enter an issuing body into the list."""
        self._new_body = body.name
        self.performer.perform(
            add_issuing_body, body, done=self._take_new_body, failed=self._refuse
        )

    def read_bodies(self) -> None:
        """Read the list of issuing bodies."""
        self._desk.runner.store.run(
            issuing_bodies, owner=self, done=self._take_bodies, failed=self._refuse
        )

    def save_draft(self) -> None:
        """Keep the form as it stands, if there is something to keep."""
        self._draft_timer.stop()
        if self._is_dirty and self.has_content:
            self.shelf.save(
                Draft(
                    self._draft_id,
                    self._desk.person.login,
                    datetime.now(UTC),
                    self.is_historic,
                    self.values,
                    self.paper.files,
                    self.item,
                )
            )
            self._is_dirty = False

    def rest(self) -> None:
        """Ask nothing more, the page is not looked at; the draft is kept."""
        self._doubles_timer.stop()
        self.laws.rest()
        self.save_draft()

    def _perform(self, work: Callable[..., Registered], *arguments: object) -> None:
        done, failed = self._finish, self._refuse
        if self.item is None:
            self.performer.perform(work, *arguments, done=done, failed=failed)
        else:
            self.performer.perform(for_item, self.item, work, arguments, done=done, failed=failed)

    def _turn_to(self, draft: Draft) -> None:
        self.context = replace(self.context, today=today(), is_historic=draft.is_historic)
        self._draft_id, self.item = draft.id, draft.item
        self.values, self.proposals = draft.values, {}
        self.handling = DuplicateHandling.REFUSE
        self.paper.begin(draft.id, draft.files)
        self._is_dirty = False
        self.begun.emit(self.values)
        self.doubles_found.emit(())
        self._judge_gates()
        self.read_bodies()

    def _take_item(self, item: ItemReading) -> None:
        """Tick the papers that came with the document; the rest comes with its reading."""
        self.values = replace(self.values, evidence=item.evidence)
        self.proposed.emit(self.values)
        self._judge_gates()

    def _take_reading(self, reading: Reading) -> None:
        self.values, self.proposals = proposed_values(
            self.values, reading.examined.proposal, is_historic=self.is_historic
        )
        self._take_class_of_body()
        self.drafts_found.emit(())
        self.proposed.emit(self.values)
        self.normativity_judged.emit(reading.examined.proposal.normativity)
        self._judge_gates()
        self.laws.look_up(self.values.relations)
        self._doubles_timer.start()
        self._have_draft_saved()

    def _take_reading_again(self, reading: Reading) -> None:
        """Light up what still stands as the text proposes it."""
        proposed, proposals = proposed_values(
            EMPTY, reading.examined.proposal, is_historic=self.is_historic
        )
        self.proposals = {
            name: one
            for name, one in proposals.items()
            if getattr(proposed, name, None) == getattr(self.values, name, None)
        }
        self.proposed.emit(self.values)
        self.normativity_judged.emit(reading.examined.proposal.normativity)
        self.laws.look_up(self.values.relations)

    def _take_class_of_body(self) -> None:
        body = self.context.body_named(self.values.issuing_body)
        if body is not None:
            self.values = replace(self.values, document_class=body.body_class)

    def _take_bodies(self, bodies: tuple[BodyRow, ...]) -> None:
        self.context = replace(self.context, bodies=bodies)
        self.bodies_read.emit(bodies)
        # The form takes the class of the new body, so it must be in the list before it is named.
        added = self._new_body
        if self.context.body_named(added) is not None:
            self._new_body = ""
            self.body_added.emit(added)

    def _take_new_body(self, _body_id: int) -> None:
        self.read_bodies()

    def _note_files(self, _files: tuple[PickedFile, ...]) -> None:
        self._doubles_timer.start()
        self._have_draft_saved()

    def _have_draft_saved(self) -> None:
        self._is_dirty = True
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _judge_gates(self) -> None:
        missing = self.context.missing
        self.gates_judged.emit(
            Gates(
                missing(self.values, GatedStep.REGISTRATION),
                missing(self.values, GatedStep.NUMBERING),
            )
        )

    def _look_for_doubles(self) -> None:
        self._desk.runner.store.run(
            similar_documents,
            self.values.title,
            self.values.document_number,
            tuple(file.sha256 for file in self.paper.files),
            owner=self,
            done=self._take_doubles,
            failed=self._refuse,
        )

    def _take_doubles(self, doubles: tuple[SimilarRow, ...]) -> None:
        self.doubles_found.emit(doubles)

    def _finish(self, registered: Registered) -> None:
        self._draft_timer.stop()
        self._doubles_timer.stop()
        self.shelf.remove(self._draft_id)
        self._turn_to(Draft(new_draft_id(), "", datetime.now(UTC), self.is_historic))
        self._desk.changes.publish(Changes(documents=True, numbers=bool(registered.number)))
        self.registered.emit(registered)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _timer(owner: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
