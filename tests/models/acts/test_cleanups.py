"""A cleanup: its scope is frozen, units are heard, the office decides, and takes back."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.cleanup_campaigns import advance_campaign, open_campaign
from models.acts.cleanup_decisions import (
    decide_differently,
    decide_entries,
    record_suggestions,
    take_back_decisions,
)
from models.acts.cleanup_refusals import (
    AmendmentOnlyError,
    CampaignClosedError,
    CampaignStepError,
    DecisionLaterError,
    EntryListedError,
    EntryRemovedError,
    OtherUnitError,
    ReplyWithoutOpinionError,
    ScopeEmptyError,
)
from models.acts.cleanup_replies import record_dispatch, record_unit_opinions
from models.acts.cleanup_scopes import add_entry, freeze_scope, reassign_entries, remove_entry
from models.acts.issuing_bodies import succeed_issuing_body
from models.acts.performing import NotPermittedError
from models.acts.refusals import DateOrderError, FieldEmptyError, RecordMissingError
from models.acts.register_document import register_document
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import (
    DecisionState,
    DispatchEntry,
    EntryOrigin,
    ScopeFilter,
    SuggestionEntry,
    SuggestionGround,
)
from models.domain.lifecycle import CampaignState, TransitionError
from models.domain.records import RelationEntry
from models.domain.terms import DocumentClass, RelationKind, ValidityStatus
from models.queries.cleanup import (
    CampaignMissingError,
    campaign,
    campaigns,
    class_counts,
    progress_by_unit,
    scope_ids,
)
from models.queries.cleanup_entries import decision_history, entries, last_undo_group
from models.tables.documents import StoredFile
from tests.models.cleanup_office import (
    AMEND,
    CAMPAIGN,
    EVERYTHING,
    KEEP,
    REPEAL,
    REPLY_FILE,
    documents,
    frozen,
    reply,
    rows,
)
from tests.models.office import (
    ADMINISTRATOR,
    LABOUR,
    PAPER,
    REVIEWER,
    TODAY,
    TOWN,
    add_body,
    another,
    order,
    parking_measures,
)

pytestmark = pytest.mark.usefixtures("register")


def test_a_scope_is_frozen_into_a_list_by_unit() -> None:
    first, second, third = documents("县住建局", "县民政局", "县住建局")
    campaign_id = frozen()
    listed = entries(campaign_id, TODAY)
    assert [row.document_id for row in listed] == [first, third, second]
    assert {row.unit_name for row in listed} == {"县住建局", "县民政局"}
    assert campaign(campaign_id).row.state is CampaignState.SCOPE_FROZEN
    assert campaign(campaign_id).scope == EVERYTHING


def test_a_document_registered_later_is_not_in_a_frozen_scope() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = frozen()
    later = register_document(order(), parking_measures(add_body(TOWN)))
    assert scope_ids(EVERYTHING, TODAY) == [document_id, later]
    assert list(rows(campaign_id)) == [document_id]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (ScopeFilter(title_words=("第1类",)), (0,)),
        (ScopeFilter(title_words=("第1类", "第3类")), (0, 2)),
        (ScopeFilter(unit_names=("县民政局",)), (1,)),
        (ScopeFilter(issued_from=date(2022, 3, 2)), (2,)),
        (ScopeFilter(document_classes=(DocumentClass.GOVERNMENT,)), (0, 1, 2)),
        (ScopeFilter(document_classes=(DocumentClass.TOWNSHIP,)), ()),
        (ScopeFilter(issuing_body_names=("云溪县人民政府",)), (0, 1, 2)),
        (ScopeFilter(issuing_body_names=("柳渡镇人民政府",)), ()),
        (ScopeFilter(issued_to=date(2022, 3, 1)), (0, 1)),
        (ScopeFilter(statuses=(ValidityStatus.NOT_YET_EFFECTIVE,)), ()),
        (
            ScopeFilter(statuses=(ValidityStatus.EFFECTIVE,), status_day=date(2022, 1, 1)),
            (0,),
        ),
        (ScopeFilter(title_words=("第1类",), unit_names=("县民政局",)), ()),
        (ScopeFilter(origins=()), ()),
    ],
)
def test_a_scope_is_narrowed_by(scope: ScopeFilter, found: tuple[int, ...]) -> None:
    ids = documents("县住建局", "县民政局", "县住建局")
    assert sorted(scope_ids(scope, TODAY)) == [ids[place] for place in found]


@pytest.mark.parametrize("law", ["行政许可法", "《中华人民共和国行政许可法》"])
def test_a_scope_by_law_finds_what_is_based_on_it_and_what_names_it(law: str) -> None:
    # Given a document that names a law in its text, one that states it as basis, and another one
    body_id = add_body()
    basis = RelationEntry(RelationKind.BASED_ON, "中华人民共和国行政许可法")
    texts = (replace(PAPER, text="依照《行政许可法》第四条办理，并公示结果。"),)
    entry = parking_measures(body_id)
    naming = register_document(order(), replace(another(entry, 1), files=texts))
    based = register_document(order(), replace(another(entry, 2), relations=(basis,)))
    register_document(order(), another(entry, 3))
    # Then the law finds the two, and words of the text find the one
    assert sorted(scope_ids(ScopeFilter(cited_laws=(law,)), TODAY)) == [naming, based]
    assert scope_ids(ScopeFilter(text_words=("公示结果",)), TODAY) == [naming]


def test_what_an_abolished_unit_drafted_is_answered_for_by_its_successor() -> None:
    old = add_body(replace(LABOUR, name="云溪县人事局", organ_code="12"))
    (document_id,) = documents("云溪县人事局")
    succeed_issuing_body(order(ADMINISTRATOR), (old,), LABOUR, date(2024, 1, 1))
    campaign_id = frozen(ScopeFilter(unit_names=(LABOUR.name,)))
    assert rows(campaign_id)[document_id].unit_name == LABOUR.name


def test_an_empty_scope_is_not_frozen() -> None:
    campaign_id = open_campaign(order(), CAMPAIGN)
    with pytest.raises(ScopeEmptyError):
        freeze_scope(order(), campaign_id, EVERYTHING)
    assert campaign(campaign_id).row.state is CampaignState.PLANNED


def test_a_scope_is_frozen_once() -> None:
    documents("县住建局")
    campaign_id = frozen()
    with pytest.raises(TransitionError):
        freeze_scope(order(), campaign_id, EVERYTHING)


def test_a_document_comes_in_and_goes_out_for_a_reason() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen(ScopeFilter(unit_names=("县住建局",)))
    add_entry(order(), campaign_id, second, "住建局牵头", "县住建局")
    remove_entry(order(), campaign_id, first, "已另行处理")
    everything = entries(campaign_id, TODAY, with_removed=True)
    assert [(row.document_id, row.origin, row.removed_reason) for row in everything] == [
        (first, EntryOrigin.FROZEN, "已另行处理"),
        (second, EntryOrigin.ADDED, ""),
    ]
    assert list(rows(campaign_id)) == [second]
    assert rows(campaign_id)[second].unit_name == "县住建局"


def test_a_document_taken_out_comes_in_again() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = frozen()
    remove_entry(order(), campaign_id, document_id, "误列")
    with pytest.raises(EntryRemovedError):
        remove_entry(order(), campaign_id, document_id, "误列")
    add_entry(order(), campaign_id, document_id, "核对后仍应清理")
    assert rows(campaign_id)[document_id].added_reason == "核对后仍应清理"


def test_additions_and_removals_are_refused_without_a_reason_or_a_place() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = frozen()
    with pytest.raises(EntryListedError):
        add_entry(order(), campaign_id, document_id, "再列一次")
    with pytest.raises(FieldEmptyError):
        remove_entry(order(), campaign_id, document_id, " ")
    with pytest.raises(FieldEmptyError):
        add_entry(order(), campaign_id, document_id, "")


def test_a_document_of_no_list_is_not_taken_out_of_it() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen(ScopeFilter(unit_names=("县住建局",)))
    with pytest.raises(RecordMissingError):
        remove_entry(order(), campaign_id, second, "不在其中")
    assert list(rows(campaign_id)) == [first]


def test_a_list_without_a_scope_takes_no_document() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = open_campaign(order(), CAMPAIGN)
    with pytest.raises(CampaignClosedError):
        add_entry(order(), campaign_id, document_id, "先列上")


def test_units_answer_and_the_last_answer_closes_the_round() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen()
    units = {one.unit_name: one.unit_id for one in progress_by_unit(campaign_id)}
    dispatch = DispatchEntry(
        unit_ids=tuple(units.values()), sent_date=TODAY, due_date=date(2026, 3, 20)
    )
    assert record_dispatch(order(), campaign_id, dispatch) == 2
    assert campaign(campaign_id).row.state is CampaignState.DISTRIBUTED
    keep = reply(units["县住建局"], first, choice=CleanupOutcome.KEEP)
    record_unit_opinions(order(), campaign_id, keep)
    progress = {one.unit_name: one for one in progress_by_unit(campaign_id)}
    assert progress["县住建局"].returned_date == TODAY
    assert progress["县民政局"].is_overdue(date(2026, 3, 21))
    assert not progress["县民政局"].is_overdue(date(2026, 3, 20))
    assert not progress["县住建局"].is_overdue(date(2026, 3, 21))
    assert campaign(campaign_id).row.state is CampaignState.DISTRIBUTED
    repeal = reply(units["县民政局"], second, choice=CleanupOutcome.REPEAL)
    record_unit_opinions(order(), campaign_id, repeal)
    assert campaign(campaign_id).row.state is CampaignState.OPINIONS_IN
    assert campaigns()[0].opinions == 2


def test_the_file_of_a_reply_is_kept_and_a_later_reply_counts() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = frozen()
    (unit,) = progress_by_unit(campaign_id)
    for choice in (CleanupOutcome.KEEP, CleanupOutcome.AMEND):
        record_unit_opinions(order(), campaign_id, reply(unit.unit_id, document_id, choice=choice))
    opinion = rows(campaign_id)[document_id].opinion
    assert opinion is not None
    assert opinion.choice is CleanupOutcome.AMEND
    assert opinion.file_sha256 == REPLY_FILE.sha256
    assert StoredFile.select().where(StoredFile.sha256 == REPLY_FILE.sha256).count() == 1


def test_a_unit_is_reminded_with_a_new_day_and_may_answer_by_word_of_mouth() -> None:
    (document_id,) = documents("县住建局")
    campaign_id = frozen()
    (unit,) = progress_by_unit(campaign_id)
    for day in (date(2026, 3, 20), date(2026, 3, 31)):
        dispatch = DispatchEntry(unit_ids=(unit.unit_id,), sent_date=TODAY, due_date=day)
        record_dispatch(order(), campaign_id, dispatch)
    assert progress_by_unit(campaign_id)[0].due_date == date(2026, 3, 31)
    spoken = replace(reply(unit.unit_id, document_id, choice=CleanupOutcome.KEEP), file=None)
    record_unit_opinions(order(), campaign_id, spoken)
    opinion = rows(campaign_id)[document_id].opinion
    assert opinion is not None
    assert opinion.file_sha256 is None


def test_a_reply_that_speaks_of_another_unit_s_document_is_refused_whole() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen()
    units = {one.unit_name: one.unit_id for one in progress_by_unit(campaign_id)}
    both = reply(units["县住建局"], first, second, choice=CleanupOutcome.KEEP)
    with pytest.raises(OtherUnitError):
        record_unit_opinions(order(), campaign_id, both)
    with pytest.raises(ReplyWithoutOpinionError):
        record_unit_opinions(
            order(), campaign_id, reply(units["县住建局"], choice=CleanupOutcome.KEEP)
        )
    assert campaigns()[0].opinions == 0


def test_a_unit_of_another_cleanup_is_not_asked() -> None:
    documents("县住建局")
    (unit,) = progress_by_unit(frozen())
    other = frozen()
    dispatch = DispatchEntry(unit_ids=(unit.unit_id,), sent_date=TODAY, due_date=None)
    with pytest.raises(RecordMissingError):
        record_dispatch(order(), other, dispatch)
    backwards = replace(dispatch, due_date=date(2026, 3, 1))
    with pytest.raises(DateOrderError):
        record_dispatch(order(), other, backwards)


def test_many_are_decided_at_once_and_a_conflict_with_the_unit_shows() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen()
    listed = rows(campaign_id)
    unit_id = listed[first].unit_id
    record_unit_opinions(order(), campaign_id, reply(unit_id, first, choice=CleanupOutcome.KEEP))
    group = decide_entries(
        order(REVIEWER), campaign_id, tuple(row.id for row in listed.values()), REPEAL
    )
    assert group.count == 2
    decided = rows(campaign_id)
    assert decided[first].has_grave_conflict
    assert not decided[second].has_conflict
    assert class_counts(campaign_id) == {CleanupOutcome.REPEAL: 2}
    assert progress_by_unit(campaign_id)[0].decided == 1


def test_taking_a_group_back_brings_the_decisions_before_it_back() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen()
    ids = {row.document_id: row.id for row in entries(campaign_id, TODAY)}
    decide_entries(order(), campaign_id, (ids[first],), KEEP)
    group = decide_entries(order(), campaign_id, tuple(ids.values()), REPEAL)
    assert last_undo_group(campaign_id) == group.undo_group
    assert take_back_decisions(order(), campaign_id, group.undo_group) == 2
    assert class_counts(campaign_id) == {CleanupOutcome.KEEP: 1, None: 1}
    assert [one.state for one in decision_history(ids[first])] == [
        DecisionState.TAKEN_BACK,
        DecisionState.CURRENT,
    ]
    assert rows(campaign_id)[second].decision is None


def test_documents_decided_in_their_own_way_are_taken_back_together() -> None:
    first, second = documents("县住建局", "县民政局")
    campaign_id = frozen()
    ids = {row.document_id: row.id for row in entries(campaign_id, TODAY)}
    ways = ((ids[first], KEEP), (ids[second], REPEAL))
    group = decide_differently(order(REVIEWER), campaign_id, ways)
    assert group.count == 2
    assert class_counts(campaign_id) == {CleanupOutcome.KEEP: 1, CleanupOutcome.REPEAL: 1}
    assert take_back_decisions(order(), campaign_id, group.undo_group) == 2
    assert class_counts(campaign_id) == {None: 2}


def test_a_document_moves_to_the_unit_that_answers_for_it() -> None:
    first, second = documents("县住建局", "云溪县住建局")
    campaign_id = frozen()
    ids = {row.document_id: row.id for row in entries(campaign_id, TODAY)}
    assert reassign_entries(order(), campaign_id, (ids[second],), "县住建局") == 1
    (unit,) = progress_by_unit(campaign_id)
    assert (unit.unit_name, unit.documents) == ("县住建局", 2)
    with pytest.raises(FieldEmptyError):
        reassign_entries(order(), campaign_id, (ids[first],), " ")
    with pytest.raises(RecordMissingError):
        reassign_entries(order(), frozen(), (ids[first],), "县住建局")


def test_a_group_under_a_later_decision_is_not_taken_back() -> None:
    (first,) = documents("县住建局")
    campaign_id = frozen()
    entry_id = rows(campaign_id)[first].id
    group = decide_entries(order(), campaign_id, (entry_id,), KEEP)
    decide_entries(order(), campaign_id, (entry_id,), REPEAL)
    with pytest.raises(DecisionLaterError):
        take_back_decisions(order(), campaign_id, group.undo_group)
    with pytest.raises(RecordMissingError):
        take_back_decisions(order(), campaign_id, "nothing")


def test_decisions_are_refused_for_what_is_not_in_the_cleanup() -> None:
    (first,) = documents("县住建局")
    campaign_id = frozen()
    entry_id = rows(campaign_id)[first].id
    dated = replace(AMEND, outcome=CleanupOutcome.KEEP)
    with pytest.raises(AmendmentOnlyError):
        decide_entries(order(), campaign_id, (entry_id,), dated)
    with pytest.raises(RecordMissingError):
        decide_entries(order(), frozen(), (entry_id,), KEEP)
    remove_entry(order(), campaign_id, first, "误列")
    with pytest.raises(EntryRemovedError):
        decide_entries(order(), campaign_id, (entry_id,), KEEP)
    with pytest.raises(NotPermittedError):
        decide_entries(order(ADMINISTRATOR), campaign_id, (entry_id,), KEEP)


def test_suggestions_stand_beside_decisions_and_are_replaced_whole() -> None:
    (first,) = documents("县住建局")
    campaign_id = frozen()
    entry_id = rows(campaign_id)[first].id
    expired = SuggestionEntry(
        entry_id=entry_id,
        outcome=CleanupOutcome.DECLARE_LAPSED,
        ground=SuggestionGround.EXPIRED,
        fact="2025年12月31日",
    )
    old = replace(expired, outcome=CleanupOutcome.AMEND, ground=SuggestionGround.OLD_ORGAN)
    record_suggestions(order(), campaign_id, (old, expired))
    record_suggestions(order(), campaign_id, (expired,))
    row = rows(campaign_id)[first]
    assert [one.ground for one in row.suggestions] == [SuggestionGround.EXPIRED]
    assert row.decision is None


def test_a_cleanup_goes_on_as_its_table_allows_and_no_further() -> None:
    documents("县住建局")
    campaign_id = frozen()
    with pytest.raises(CampaignStepError):
        advance_campaign(order(), campaign_id, CampaignState.APPLIED)
    with pytest.raises(TransitionError):
        advance_campaign(order(), campaign_id, CampaignState.DELIBERATED)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW)
    advance_campaign(order(), campaign_id, CampaignState.COORDINATED, "与县民政局会商")
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW, "一件退回再议")
    assert [(one.state, one.note) for one in campaign(campaign_id).steps[-2:]] == [
        (CampaignState.COORDINATED, "与县民政局会商"),
        (CampaignState.OFFICE_REVIEW, "一件退回再议"),
    ]


def test_an_unknown_cleanup_is_named() -> None:
    with pytest.raises(CampaignMissingError):
        campaign(7)
    with pytest.raises(FieldEmptyError):
        open_campaign(order(), replace(CAMPAIGN, name=" "))
