"""Which steps the law and the person's roles leave open for a filing."""

from enum import Enum

from models.domain.formal_check import FormalMeans
from models.domain.letter_rules import RULES
from models.domain.lifecycle import Axis, FilingState, LetterState, can_step
from models.domain.records import DefectEntry
from models.domain.roles import ActName
from models.domain.terms import LetterSeries, MaterialKind
from models.queries.filing_page import FilingPage, MaterialRow
from models.queries.office import PersonRow
from resources.terms import SUPPLEMENT_DEFECTS, name_in, name_of
from ui.pages.filing.view_model import FilingView


class FilingStep(Enum):
    """A step of the filing and the words on its button."""

    FORMAL_CHECK = "形式审查"
    ACCEPT = "予以备案登记"
    REQUEST_SUPPLEMENT = "要求补正"
    RECORD_SUPPLEMENT = "记录补正"
    REFUSE = "不予备案登记"
    WRITE_RECEIPT = "出具回执"
    OPEN_REVIEW = "启动审查"
    GO_TO_REVIEW = "打开审查件"


_ACTS = {
    FilingStep.ACCEPT: (ActName.ACCEPT_FILING, FilingState.REGISTERED),
    FilingStep.REQUEST_SUPPLEMENT: (ActName.REQUEST_SUPPLEMENT, FilingState.DEFERRED),
    FilingStep.RECORD_SUPPLEMENT: (ActName.RECORD_SUPPLEMENT, FilingState.RECEIVED),
    FilingStep.REFUSE: (ActName.REFUSE_FILING, FilingState.REFUSED),
}


# Papers are sent back or on while the filing is not registered.
_UNREGISTERED = frozenset({FilingState.RECEIVED, FilingState.DEFERRED, FilingState.REFUSED})
_LETTERS = (
    LetterSeries.SUPPLEMENT_REQUEST,
    LetterSeries.FILING_REFUSAL,
    LetterSeries.FILING_RETURN,
    LetterSeries.FILING_TRANSFER,
)


def possible_steps(page: FilingPage, person: PersonRow) -> tuple[FilingStep, ...]:
    """Return the steps to offer, in the order of the work."""
    decisions = tuple(
        step
        for step, (act, target) in _ACTS.items()
        if person.may(act) and can_step(Axis.FILING, page.state, target)
    )
    return (*_checking(page, person), *decisions, *_after_registration(page, person))


def next_step(page: FilingPage, steps: tuple[FilingStep, ...]) -> FilingStep | None:
    """Return the step that is natural now; none is when papers are missing, but to ask for them."""
    natural = [step for step in steps if step is not FilingStep.REFUSE]
    if page.standing_check is not None or missing_materials(page):
        natural = [step for step in natural if step is not FilingStep.FORMAL_CHECK]
    if FilingStep.ACCEPT in natural and hinders(page):
        natural.remove(FilingStep.ACCEPT)
    return natural[0] if natural else None


def possible_letters(page: FilingPage, person: PersonRow) -> tuple[LetterSeries, ...]:
    """Return the letters about the filing that its state allows, beside the receipt."""
    if not person.may(ActName.ISSUE_LETTER):
        return ()
    return tuple(kind for kind in _LETTERS if page.state in (RULES[kind].states or _UNREGISTERED))


def missing_materials(page: FilingPage) -> tuple[MaterialRow, ...]:
    """Return the demanded papers of which no copy came."""
    return tuple(row for row in page.materials if row.is_demanded and not row.copies)


def faulty_titles(page: FilingPage) -> tuple[str, ...]:
    """Return the items that the formal check of the present papers found faulty."""
    check = page.standing_check
    return tuple(one.title for one in check.faulty) if check else ()


def hinders(page: FilingPage) -> bool:
    """Tell whether papers or the formal check stand in the way of registration."""
    return bool(missing_materials(page) or faulty_titles(page))


def defects_of(view: FilingView) -> tuple[DefectEntry, ...]:
    """Return what is to be supplemented as far as the papers show it, with the rule offended."""
    demand, wanted = view.profile.filing_materials, view.profile.copies_government
    missing = [_defect("missing", row, demand.source) for row in missing_materials(view.page)]
    too_few = [
        _defect("too_few", row, wanted.source, wanted.value - row.copies)
        for row in view.page.materials
        if row.is_demanded and row.kind is not MaterialKind.ELECTRONIC_TEXT
        if 0 < row.copies < wanted.value
    ]
    return (*missing, *too_few, *_checked_defects(view))


def _checked_defects(view: FilingView) -> tuple[DefectEntry, ...]:
    """Return what the formal check found beside missing papers and copies."""
    counted = {
        item.key
        for item in view.profile.formal_check_items.value or ()
        if item.means in {FormalMeans.COMPLETENESS, FormalMeans.COPIES}
    }
    check = view.page.standing_check
    faulty = check.faulty if check else ()
    return tuple(DefectEntry(one.ground, one.source) for one in faulty if one.key not in counted)


def _defect(kind: str, row: MaterialRow, rule: str, count: int = 0) -> DefectEntry:
    words = name_in(SUPPLEMENT_DEFECTS, kind)
    return DefectEntry(words.format(material=name_of(row.kind), count=count), rule)


def _checking(page: FilingPage, person: PersonRow) -> tuple[FilingStep, ...]:
    is_open = page.state is FilingState.RECEIVED
    is_offered = is_open and person.may(ActName.RECORD_FORMAL_CHECK)
    return (FilingStep.FORMAL_CHECK,) if is_offered else ()


def _after_registration(page: FilingPage, person: PersonRow) -> tuple[FilingStep, ...]:
    if page.state is not FilingState.REGISTERED:
        return ()
    has_receipt = any(
        one.kind is LetterSeries.FILING_RECEIPT and one.state is LetterState.ISSUED
        for one in page.letters
    )
    steps = []
    if not has_receipt and person.may(ActName.ISSUE_LETTER):
        steps.append(FilingStep.WRITE_RECEIPT)
    if page.open_review_id is not None:
        steps.append(FilingStep.GO_TO_REVIEW)
    elif person.may(ActName.OPEN_REVIEW):
        steps.append(FilingStep.OPEN_REVIEW)
    return tuple(steps)
