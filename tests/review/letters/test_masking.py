"""A copy for others names no citizen; the original does."""

from dataclasses import replace

import pytest

from review.letters.errors import NoPersonalDataError
from review.letters.kinds.suggestions import SuggestionLetter
from review.letters.letter_data import data_of
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.masking import has_personal_data, masked, masked_paper
from review.letters.sample_letters import sample_letter
from tests.review.letters.papers import page_texts


def sample(kind: str = "suggestion_reply") -> SuggestionLetter:
    found = sample_letter(kind)
    assert isinstance(found, SuggestionLetter)
    return found


@pytest.mark.parametrize(
    ("name", "shown"), [("沈知珩", "沈某某"), ("李禾", "李某"), ("欧阳明澈", "欧某某某")]
)
def test_of_a_person_the_surname_is_left(name: str, shown: str) -> None:
    assert masked(replace(sample(), addressee=name)).addressee == shown


def test_an_organisation_keeps_its_name() -> None:
    letter = replace(sample(), addressee="云溪县建筑业协会", is_organisation=True)
    assert masked(letter).addressee == "云溪县建筑业协会"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("云溪县柳渡镇玥珺社区幸福路18号3单元502室", "云溪县"),
        ("某省云州市溪北区长安街3号", "某省云州市溪北区"),
        ("云州市长安街3号", "云州市"),
        ("幸福路18号", ""),
        ("", ""),
    ],
)
def test_an_address_ends_with_the_county(address: str, shown: str) -> None:
    assert masked(replace(sample(), suggester_address=address)).suggester_address == shown


@pytest.mark.parametrize("kind", [kind for kind in LETTER_KINDS if has_personal_data(kind)])
def test_the_paper_of_the_copy_says_what_it_is_and_names_nobody(
    kind: str, register: object
) -> None:
    del register
    letter = replace(
        sample(kind),
        addressee="沈知珩",
        is_organisation=False,
        suggester_address="云溪县柳渡镇幸福路18号",
    )
    words = "".join(page_texts(masked_paper(kind, data_of(letter), "pdf")))
    assert "沈某某：" in words
    assert "隐去个人信息的副本" in words
    assert "知珩" not in words
    assert "柳渡镇幸福路" not in words


def test_other_letters_have_no_such_copy() -> None:
    with pytest.raises(NoPersonalDataError):
        masked_paper("remark_letter", data_of(sample_letter("remark_letter")), "pdf")
