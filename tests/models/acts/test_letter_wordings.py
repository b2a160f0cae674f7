"""The office changes the wording of its letters; every version stays, and the way back is open."""

import pytest

from models.acts.letter_wordings import WordingChange, change_wording, restore_wording
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError, WordingOriginalError, WordingSameError
from models.domain.letter_wording import WordingState, wording_hash
from models.domain.roles import ActName
from models.queries.letter_wordings import newest_wording, newest_wordings, wording_history
from models.queries.trail import trail_of
from tests.models.office import ADMINISTRATOR, CLERK, HEAD, order

pytestmark = pytest.mark.usefixtures("register")

ORIGINAL = "【版式】表格式\n【正文】原文"
OWN = "【版式】表格式\n【正文】本单位的写法"


def change(text: str = OWN, reason: str = "按县政府办要求") -> WordingChange:
    return WordingChange("filing_receipt", text, ORIGINAL, reason)


def test_before_any_change_there_is_no_version() -> None:
    assert newest_wording("filing_receipt") is None
    assert newest_wordings() == {}


def test_a_change_is_in_force_with_who_when_and_why() -> None:
    version = change_wording(order(HEAD), change())

    kept = newest_wording("filing_receipt")
    assert kept is not None
    assert (version, kept.version, kept.state) == (1, 1, WordingState.OWN)
    assert (kept.text, kept.text_hash, kept.original) == (OWN, wording_hash(OWN), ORIGINAL)
    assert kept.reason == "按县政府办要求"
    assert kept.changed_by
    assert newest_wordings() == {"filing_receipt": kept}


def test_every_version_stays_and_the_original_comes_back_as_one_more() -> None:
    change_wording(order(HEAD), change())
    change_wording(order(ADMINISTRATOR), change(OWN + "，再改"))

    version = restore_wording(order(HEAD), "filing_receipt", ORIGINAL, "上级统一了格式")

    history = wording_history("filing_receipt")
    assert version == 3
    assert [row.version for row in history] == [3, 2, 1]
    assert [row.state for row in history] == [
        WordingState.ORIGINAL,
        WordingState.OWN,
        WordingState.OWN,
    ]
    assert history[0].text_hash == wording_hash(ORIGINAL)


def test_kinds_count_their_versions_for_themselves() -> None:
    change_wording(order(HEAD), change())

    version = change_wording(order(HEAD), WordingChange("review_opinion", OWN, ORIGINAL, "统一"))

    assert version == 1
    assert set(newest_wordings()) == {"filing_receipt", "review_opinion"}


def test_the_trail_tells_what_was_changed_without_the_whole_text() -> None:
    change_wording(order(HEAD), change())

    (line,) = trail_of("letter_wording", 1)
    assert line.act is ActName.CHANGE_WORDING
    assert line.facts["text_hash"] == wording_hash(OWN)
    assert "本单位的写法" not in str(line.facts)


@pytest.mark.parametrize("empty", [change(text=" "), change(reason="")])
def test_neither_text_nor_reason_may_be_empty(empty: WordingChange) -> None:
    with pytest.raises(FieldEmptyError):
        change_wording(order(HEAD), empty)


def test_what_is_in_force_is_not_kept_again() -> None:
    with pytest.raises(WordingSameError):
        change_wording(order(HEAD), change(text=ORIGINAL))
    change_wording(order(HEAD), change())
    with pytest.raises(WordingSameError):
        change_wording(order(HEAD), change())


def test_the_original_is_not_restored_twice() -> None:
    with pytest.raises(WordingOriginalError):
        restore_wording(order(HEAD), "filing_receipt", ORIGINAL, "统一")
    change_wording(order(HEAD), change())
    restore_wording(order(HEAD), "filing_receipt", ORIGINAL, "统一")
    with pytest.raises(WordingOriginalError):
        restore_wording(order(HEAD), "filing_receipt", ORIGINAL, "统一")


def test_after_the_original_came_back_the_same_own_wording_may_be_kept_again() -> None:
    change_wording(order(HEAD), change())
    restore_wording(order(HEAD), "filing_receipt", ORIGINAL, "统一")

    assert change_wording(order(HEAD), change()) == 3


def test_clerks_change_no_wording() -> None:
    with pytest.raises(NotPermittedError):
        change_wording(order(CLERK), change())
    with pytest.raises(NotPermittedError):
        restore_wording(order(CLERK), "filing_receipt", ORIGINAL, "统一")


def test_a_change_sent_twice_is_one_version() -> None:
    sent = order(HEAD)

    assert change_wording(sent, change()) == change_wording(sent, change()) == 1
    assert len(wording_history("filing_receipt")) == 1
