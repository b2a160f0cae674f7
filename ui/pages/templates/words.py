"""What the editor says about the wording that a kind of paper goes by."""

from models.domain.letter_wording import WordingState
from models.queries.letter_wordings import WordingVersion
from ui.feedback.catalogue import spoken

UNKEPT = "有改动，尚未保存"
KEPT = "以后出具的这种文书都用这份文字。已经发出的文书不变。"
RESTORED = "以后出具的这种文书改用随程序提供的原文。本单位文字留在历史里，可以再取用。"
STALE_PAGE = "页面是改动以前的样子：模板有问题，改正以后重新排版。"
NEW_ORIGINAL = "程序新版本带来的原文，与本单位文字所依据的原文相比。"


def standing(newest: WordingVersion | None) -> str:
    """Say which wording is in force, since when, by whom and why."""
    if newest is None:
        return "用的是原文"
    since = f"{spoken(newest.changed_at)}，{newest.changed_by}：{newest.reason}"
    if newest.state is WordingState.ORIGINAL:
        return f"用的是原文（{since}）"
    return f"用的是本单位文字，第{newest.version}版（{since}）"
