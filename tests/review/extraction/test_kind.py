"""The kind of a document, and whether it is for trial, from a title typed by hand."""

import pytest

from review.extraction.kind import is_trial_title, kind_in


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪县停车管理办法", "管理办法"),
        ("云溪县人民政府关于印发《云溪县停车管理办法》的通知", "通知"),
        ("关于促进早餐工程的实施意见", "实施意见"),
        ("云溪县停车管理办法（试行）", "管理办法"),
        ("县长办公会议事项", ""),
        ("", ""),
    ],
)
def test_the_kind_is_the_last_word_of_the_title(title: str, kind: str) -> None:
    assert kind_in(title) == kind


@pytest.mark.parametrize(
    ("title", "is_trial"),
    [
        ("云溪县停车管理暂行办法", True),
        ("云溪县人民政府关于印发《云溪县停车管理办法（试行）》的通知", True),
        ("云溪县停车管理办法", False),
        ("云溪县人民政府关于废止《云溪县停车管理暂行办法》的决定", False),
        ("云溪县人民政府关于修改《云溪县停车管理办法（试行）》的决定", False),
        ("云溪县人民政府关于宣布失效《云溪县停车管理暂行办法》的通知", False),
    ],
)
def test_a_decision_about_a_trial_document_is_not_for_trial(title: str, is_trial: bool) -> None:  # noqa: FBT001 -- a case
    assert is_trial_title(title) is is_trial
