"""A clerk goes through the checklist of the formal check (形式审查)."""

from collections.abc import Sequence

from models.acts.lookup import fetch, profile_in_force
from models.acts.performing import Deed, act
from models.domain.formal_check import FormalAnswer, FormalItem, FormalResult, unanswered_keys
from models.domain.lifecycle import Axis, FilingState, step
from models.domain.roles import ActName
from models.errors import InputError, RuleError
from models.tables.filings import Filing, Supplement
from models.tables.formal_checks import FormalAnswer as AnswerTable
from models.tables.formal_checks import FormalCheck


class FormalItemUnknownError(InputError):
    """The checklist has no such item."""

    code = "filing.formal_item_unknown"
    facts = ("item", "known")


class FormalItemsOpenError(InputError):
    """Items of the checklist are not answered."""

    code = "filing.formal_items_open"
    facts = ("items",)


class FormalGroundMissingError(InputError):
    """An item is said to be faulty without saying why."""

    code = "filing.formal_ground_missing"
    facts = ("item",)


class FormalCheckFaultyError(RuleError):
    """The last formal check found the filing faulty."""

    code = "filing.formal_check_faulty"
    facts = ("items",)


@act(ActName.RECORD_FORMAL_CHECK)
def record_formal_check(deed: Deed, filing_id: int, answers: tuple[FormalAnswer, ...]) -> int:
    """Keep how a filing stands in every item of the checklist; return the check's id.

    A later check of the same papers counts in place of the earlier one, which is kept too.

    Raises:
        TransitionError: the filing has been decided, or waits for a supplement.
        FormalItemUnknownError: an answer belongs to no item of the profile.
        FormalItemsOpenError: an item has no answer.
        FormalGroundMissingError: an item is faulty and no ground is given.
    """
    filing = fetch(Filing, filing_id)
    step(Axis.FILING, filing.state, FilingState.REGISTERED)
    items = profile_in_force(deed).formal_check_items.value or ()
    _check(items, answers)
    check_id = int(
        FormalCheck.insert(
            filing=filing_id,
            round=round_of(filing_id),
            checked_date=deed.today,
            checked_at=deed.at,
            checked_by=deed.person_id,
        ).execute()
    )
    given = {one.key: one for one in answers}
    for position, item in enumerate(items, start=1):
        answer = given[item.key]
        AnswerTable.insert(
            formal_check=check_id,
            position=position,
            item_key=item.key,
            title=item.title,
            source=item.source,
            is_verified=item.is_verified,
            result=answer.result,
            ground=answer.ground.strip(),
        ).execute()
    deed.record("filing", filing_id, formal_check_id=check_id, answers=answers)
    return check_id


def refuse_faulty(filing_id: int) -> None:
    """Refuse to register a filing that the last check of its present papers found faulty.

    Raises:
        FormalCheckFaultyError: names the items.
    """
    last = (
        FormalCheck.select(FormalCheck.id)
        .where(FormalCheck.filing == filing_id, FormalCheck.round == round_of(filing_id))
        .order_by(FormalCheck.id.desc())
        .first()
    )
    if last is None:
        return
    faulty = AnswerTable.select(AnswerTable.title).where(
        AnswerTable.formal_check == last.id, AnswerTable.result == FormalResult.FAULTY
    )
    items = tuple(row.title for row in faulty.order_by(AnswerTable.position))
    if items:
        raise FormalCheckFaultyError(items=items)


def round_of(filing_id: int) -> int:
    """Tell how often the papers of a filing came: once, and once more with each supplement."""
    answered = Supplement.select().where(
        Supplement.filing == filing_id, Supplement.answered_date.is_null(is_null=False)
    )
    return 1 + int(answered.count())


def _check(items: Sequence[FormalItem], answers: Sequence[FormalAnswer]) -> None:
    titles = {item.key: item.title for item in items}
    for one in answers:
        if one.key not in titles:
            raise FormalItemUnknownError(item=one.key, known=tuple(titles))
        if one.result is FormalResult.FAULTY and not one.ground.strip():
            raise FormalGroundMissingError(item=titles[one.key])
    waiting = unanswered_keys(items, answers)
    if waiting:
        raise FormalItemsOpenError(items=tuple(titles[key] for key in waiting))
