"""A title alone says whether a line is worth a clerk's look, and why."""

import pytest

from review.omissions.title_looks import look_of_title


@pytest.mark.parametrize(
    "title",
    [
        "云溪县人民政府关于印发云溪县养犬管理办法的通知",
        "云溪县人民政府关于禁止燃放烟花爆竹的通告",
        "云溪县人民政府关于做好有关工作的通知",
    ],
)
def test_what_is_or_may_be_a_normative_document_is_looked_at(title: str) -> None:
    assert look_of_title(title, "").looks_normative


@pytest.mark.parametrize("title", ["关于许某任职的通知", "云溪县人民政府关于同意设立卫生院的批复"])
def test_what_clearly_is_none_says_why(title: str) -> None:
    look = look_of_title(title, "")
    assert not look.looks_normative
    assert all(look.reasons)


def test_a_line_without_title_says_that_it_has_none() -> None:
    assert look_of_title("", "云政发〔2026〕3号").reasons == ("清单没有写标题",)


def test_a_page_that_explains_a_document_is_told_apart() -> None:
    assert look_of_title("一图读懂《云溪县养犬管理办法》", "").explains_another
