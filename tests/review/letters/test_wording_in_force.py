"""Letters are written with the office's own wording where it has one, and say with which."""

import pytest

from models.acts.letter_wordings import WordingChange, change_wording
from models.acts.letters import issue_letter
from models.acts.refusals import WordingSameError
from models.domain.letter_wording import wording_hash
from models.domain.terms import LetterSeries
from models.queries.letters import letter_page
from models.register import Register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.errors import LetterKindError
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.press import press_into
from review.letters.shipped_wording import shipped_text
from review.letters.wording_differences import LineChange, LineDifference, differences
from review.letters.wording_errors import UnknownFieldError
from review.letters.wording_in_force import (
    keep_wording,
    restore_original,
    wording_in_force,
    wordings_in_force,
)
from tests.models.office import HEAD, TODAY, accept_one, order, receive_one
from tests.review.letters.papers import page_texts

RECEIPT = "filing_receipt"
OWN = shipped_text(RECEIPT).replace("予以备案登记。", "准予备案登记。")


@pytest.mark.usefixtures("register")
def test_the_shipped_wording_is_in_force_until_the_office_has_its_own() -> None:
    before = wording_in_force(RECEIPT)
    keep_wording(order(HEAD), RECEIPT, OWN, "按县政府办要求")
    after = wording_in_force(RECEIPT)

    assert (before.version, before.text, before.is_own) == ("shipped", shipped_text(RECEIPT), False)
    assert (after.version, after.text, after.is_own) == ("office-1", OWN, True)
    assert after.hash == wording_hash(OWN) != before.hash
    assert set(wordings_in_force()) == set(LETTER_KINDS)
    assert wordings_in_force()[RECEIPT] == after


@pytest.mark.usefixtures("register")
def test_the_original_comes_back_into_force() -> None:
    keep_wording(order(HEAD), RECEIPT, OWN, "按县政府办要求")

    restore_original(order(HEAD), RECEIPT, "上级统一了格式")

    assert wording_in_force(RECEIPT).version == "shipped"


@pytest.mark.usefixtures("register")
def test_a_wording_with_faults_is_not_kept() -> None:
    with pytest.raises(UnknownFieldError):
        keep_wording(order(HEAD), RECEIPT, OWN.replace("主送机关", "主送单位"), "改称谓")

    assert not wording_in_force(RECEIPT).is_own


@pytest.mark.usefixtures("register")
def test_the_wording_of_no_paper_is_neither_kept_nor_asked() -> None:
    with pytest.raises(LetterKindError):
        keep_wording(order(HEAD), "poster", OWN, "试")
    with pytest.raises(LetterKindError):
        wording_in_force("poster")


@pytest.mark.usefixtures("register")
def test_what_is_in_force_is_not_kept_once_more() -> None:
    with pytest.raises(WordingSameError):
        keep_wording(order(HEAD), RECEIPT, shipped_text(RECEIPT), "试")


@pytest.mark.usefixtures("register")
def test_an_own_wording_made_from_an_older_original_is_outdated_and_stays() -> None:
    older = shipped_text(RECEIPT) + "\n// 旧版"
    change_wording(order(HEAD), WordingChange(RECEIPT, OWN, older, "按县政府办要求"))

    kept = wording_in_force(RECEIPT)

    assert (kept.text, kept.is_outdated) == (OWN, True)


def test_an_issued_letter_says_the_words_of_the_office_and_which_wording_it_was(
    register: Register,
) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    keep_wording(order(HEAD), RECEIPT, OWN, "按县政府办要求")
    draft = propose_receipt(filing_id, TODAY).as_draft()
    press = press_into(register.letters, LetterSeries.FILING_RECEIPT, ("pdf",))

    page = letter_page(issue_letter(order(HEAD), draft, press).letter_id)

    assert (page.wording_version, page.wording_hash) == ("office-1", wording_hash(OWN))
    assert "准予备案登记。" in "".join(page_texts(register.letters.read(page.papers["pdf"])))


def test_differences_show_what_went_before_what_came() -> None:
    assert differences("甲\n乙\n丙", "甲\n丁\n丙\n戊") == (
        LineDifference(LineChange.SAME, "甲"),
        LineDifference(LineChange.REMOVED, "乙"),
        LineDifference(LineChange.ADDED, "丁"),
        LineDifference(LineChange.SAME, "丙"),
        LineDifference(LineChange.ADDED, "戊"),
    )
